/*
 * From a page's bytes to its text.
 *
 *   byte order mark ─▶ Content-Type header ─▶ <meta charset> or XML declaration ─▶ the bytes themselves
 *
 * The first three are the WHATWG encoding sniffing algorithm [1] (encoding-sniffer) with two corrections
 * that pages of news sites need: a page declared as something else whose every byte is well-formed UTF-8
 * is UTF-8 (servers with a forgotten `AddDefaultCharset`; text in a legacy encoding is practically never
 * well-formed UTF-8), and a page declared UTF-8 that plainly is not is read by its own <meta> or its bytes.
 * Decoding is @exodus/bytes: Node's own TextDecoder is wrong for windows-1252 (0x93 becomes U+0093).
 *
 * [1] HTML Standard, "Determining the character encoding"; Encoding Standard.
 */
import { isAscii, isUtf8 } from "node:buffer";
import { TextDecoder as LegacyDecoder, labelToName } from "@exodus/bytes/encoding.js";
import { ResultType, Sniffer } from "encoding-sniffer/sniffer";
import { sniffedEncoding } from "./charset-sniffing.ts";

export interface DecodedPage {
  /** Without the byte order mark; malformed bytes are U+FFFD. */
  readonly text: string;
  /** The Encoding Standard's name in lower case, `windows-1252`. */
  readonly encoding: string;
}

/** Bytes searched for <meta charset>. The standard asks for 1,024; some heads start with more than that of scripts. */
const META_SEARCH_BYTES = 8_192;
/** More malformed sequences per non-ASCII byte than this, and text declared UTF-8 is something else. */
const MALFORMED_SHARE = 0.2;
/** The Encoding Standard's label for encodings that must not be decoded (ISO-2022-CN and such). */
const REPLACEMENT = "replacement";

/**
 * @param bytes the document after its Content-Encoding was undone
 * @param contentTypeHeader the `Content-Type` header as sent
 */
export function decodePage(bytes: Uint8Array, contentTypeHeader: string | undefined): DecodedPage {
  const headerLabel = charsetOf(contentTypeHeader);
  const sniffer = new Sniffer({
    maxBytes: META_SEARCH_BYTES,
    ...(headerLabel === undefined ? {} : { transportLayerEncodingLabel: headerLabel }),
  });
  sniffer.write(bytes.subarray(0, META_SEARCH_BYTES));
  const declared = sniffer.resultType === ResultType.DEFAULT ? undefined : sniffer.encoding.toLowerCase();
  const encoding = sniffer.resultType === ResultType.BOM ? declared : corrected(bytes, declared);
  return decodeAs(bytes, encoding ?? sniffedEncoding(bytes));
}

/** @returns the `charset` parameter if it names an encoding of the standard that can be decoded */
function charsetOf(contentType: string | undefined): string | undefined {
  const label = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i.exec(contentType ?? "");
  const name = labelToName(label?.[1] ?? label?.[2] ?? label?.[3] ?? "");
  return name === null || name.toLowerCase() === REPLACEMENT ? undefined : name;
}

/** The declared encoding where the bytes bear it out; undefined where the bytes have to tell. */
function corrected(bytes: Uint8Array, declared: string | undefined): string | undefined {
  if (declared?.startsWith("utf-16") === true) return declared;
  if (declared === "utf-8" && !isUtf8(bytes))
    return isPlainlyNotUtf8(bytes) ? metaEncodingOf(bytes) : declared;
  if (!isAscii(bytes) && isUtf8(bytes)) return "utf-8";
  return declared === REPLACEMENT ? undefined : declared;
}

const LAST_ASCII = 0x7f;

function isPlainlyNotUtf8(bytes: Uint8Array): boolean {
  let nonAscii = 0;
  for (const byte of bytes) if (byte > LAST_ASCII) nonAscii++;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  let malformed = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) malformed++;
  return malformed > nonAscii * MALFORMED_SHARE;
}

/** What the page's own <meta> says where the header's UTF-8 is wrong. */
function metaEncodingOf(bytes: Uint8Array): string | undefined {
  const sniffer = new Sniffer({ maxBytes: META_SEARCH_BYTES });
  sniffer.write(bytes.subarray(0, META_SEARCH_BYTES));
  const encoding = sniffer.resultType === ResultType.DEFAULT ? undefined : sniffer.encoding.toLowerCase();
  return encoding === "utf-8" || encoding === REPLACEMENT ? undefined : encoding;
}

const BYTE_ORDER_MARK = "\ufeff";

function decodeAs(bytes: Uint8Array, encoding: string): DecodedPage {
  // Nearly every page: Node's own conversion gives the same text in a fraction of the time.
  if (encoding === "utf-8" && isUtf8(bytes)) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
    return { text: text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text, encoding };
  }
  return { text: new LegacyDecoder(encoding).decode(bytes), encoding };
}
