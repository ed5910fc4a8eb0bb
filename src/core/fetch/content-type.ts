/* Which documents are read: by the media type they are sent as, and by their first bytes where that is missing. */

/** Lower case, without parameters. */
export function mediaTypeOf(contentType: string): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}

/** What pages and plain texts are sent as. Types ending in `+xml` belong to it as well. */
export const PAGE_MEDIA_TYPES: readonly string[] = [
  "text/html",
  "application/xhtml+xml",
  "text/plain",
  "text/xml",
  "application/xml",
];

/** What feeds are sent as; many servers send them as a page's type, or as nothing in particular. */
export const FEED_MEDIA_TYPES: readonly string[] = [
  ...PAGE_MEDIA_TYPES,
  "application/json",
  "application/feed+json",
  "application/octet-stream",
  "text/x-opml",
  // Sitemaps lie packed on their servers (`sitemap.xml.gz`).
  "application/gzip",
  "application/x-gzip",
];

/** @param accepted media types in lower case */
export function isAcceptedMediaType(contentType: string, accepted: readonly string[]): boolean {
  const mediaType = mediaTypeOf(contentType);
  return accepted.includes(mediaType) || mediaType.endsWith("+xml");
}

/** RFC 1952 section 2.3.1. */
const GZIP_START = [0x1f, 0x8b] as const;
export const isGzip = (bytes: Uint8Array): boolean =>
  bytes[0] === GZIP_START[0] && bytes[1] === GZIP_START[1];

/** Enough for every signature below, and the resource header that the MIME Sniffing standard reads is not much longer. */
const SNIFFED_BYTES = 512;
const SIGNATURES: ReadonlyArray<readonly [name: string, start: string]> = [
  ["PDF", "%PDF-"],
  ["PostScript", "%!PS"],
  ["ZIP", "PK\u0003\u0004"],
  ["gzip", "\u001f\u008b"],
  ["PNG", "\u0089PNG"],
  ["JPEG", "\u00ff\u00d8\u00ff"],
  ["GIF", "GIF8"],
  ["RIFF", "RIFF"],
  ["MP3", "ID3"],
];
/** Bytes that no text holds (MIME Sniffing standard, "binary data byte"), without NUL: UTF-16 is full of it. */
const BINARY_BYTE = /[\u0001-\u0008\u000b\u000e-\u001a\u001c-\u001f]/;
const UTF16_BOM = /^(?:\u00ff\u00fe|\u00fe\u00ff)/;
/** ISO-2022-JP switches its alphabets with ESC, which is therefore not in BINARY_BYTE. */

/**
 * @param bytes the document's start
 * @returns what it is if it is certainly no text: a format's name, or "binary data"; else undefined
 */
export function binaryFormatOf(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SNIFFED_BYTES)).toString(
    "latin1",
  );
  const signature = SIGNATURES.find(([, magic]) => start.startsWith(magic));
  if (signature !== undefined) return signature[0];
  if (UTF16_BOM.test(start)) return undefined;
  return BINARY_BYTE.test(start) ? "binary data" : undefined;
}
