/*
 * All that is stored of one revision to compare it by, as bytes:
 *
 *   format and probe 1 | placedAt 6 | articleId 16 | revision 4 | key of the text 8 | date kind 1 + 0, 4, 5 or n
 *   | publisher 1 + n | fingerprint
 *
 * The record stands under the revision's handle, which is one half of the RevisionId; the other half stands
 * here. Where the text is too short to be compared, its key is zero. The header is read without the fingerprint, since
 * of a crowd of candidates most are only asked whose revision they are. Dates take 4 or 5 bytes where they can be
 * spelled from a number exactly.
 */
import { decodeFingerprint, encodeFingerprint } from "../fingerprint/codec.ts";
import type { ArticleId, ComparedArticle, RevisionId } from "../model.ts";
import type { PlacedRevision } from "./cluster-index.ts";
import { lowWordOf, MAX_PROBES, type RevisionHandle, revisionOfHandle } from "./revision-handle.ts";
import { type TextKey, textKeyOf } from "./text-notes.ts";

const FORMAT = 3;
const TIME_BYTES = 6;
const ID_BYTES = 16;
const WORD_BYTES = 4;
const KEY_BYTES = 8;
const NO_TEXT_KEY = "0".repeat(2 * KEY_BYTES);
const HEADER_BYTES = 1 + TIME_BYTES + ID_BYTES + WORD_BYTES + KEY_BYTES;
const DAY_BYTES = 4;
const SECOND_BYTES = 5;
const MAX_SHORT_TEXT_BYTES = 255;
const MS_PER_SECOND = 1_000;
const SECONDS_PER_DAY = 86_400;
const DAY_LENGTH = "2023-11-28".length;
/** Seconds from here are positive for every date a page may give: the year 0001. */
const EPOCH_OFFSET_S = 62_135_596_800;

const DATE_KIND = { none: 0, day: 1, second: 2, text: 3 } as const;

/** Bytes of a format that this program does not read. */
export class UnreadableRecord extends Error {}

export interface StoredRevision {
  readonly articleId: ArticleId;
  readonly revisionId: RevisionId;
  /** Undefined for a text that leaves no note. */
  readonly textKey: TextKey | undefined;
  readonly publisher: string | null;
  readonly datePublished: string | null;
  /** ms since epoch. */
  readonly placedAt: number;
  readonly fingerprintBytes: Uint8Array;
}

/**
 * @param probe by which the revision got its handle, 0 to 15
 * @throws RangeError for a publisher or date over 255 bytes
 */
export function encodeRecord({ article, revisionId, placedAt }: PlacedRevision, probe: number): Buffer {
  const fingerprint = encodeFingerprint(article.fingerprint);
  const date = encodeDate(article.datePublished);
  const publisher = shortText("publisher", article.publisher ?? "");
  // One buffer for all: a dozen small ones took as long as the fingerprint.
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + date.length + publisher.length + fingerprint.length);
  let at = bytes.writeUInt8(FORMAT * MAX_PROBES + probe);
  at = bytes.writeUIntBE(placedAt, at, TIME_BYTES);
  at += bytes.write(article.articleId, at, ID_BYTES, "hex");
  at = bytes.writeUInt32BE(lowWordOf(revisionId), at);
  at += bytes.write(textKeyOf(article) ?? NO_TEXT_KEY, at, KEY_BYTES, "hex");
  for (const part of [date, publisher, fingerprint]) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * @param handle under which the record stands
 * @throws UnreadableRecord for bytes of another format
 */
export function openRecord(bytes: Buffer, handle: RevisionHandle): StoredRevision {
  const first = bytes[0] ?? 0;
  const [format, probe] = [Math.floor(first / MAX_PROBES), first % MAX_PROBES];
  if (format !== FORMAT)
    throw new UnreadableRecord(`article record has format ${format}, this program reads ${FORMAT}`);
  const idAt = 1 + TIME_BYTES;
  const revisionAt = idAt + ID_BYTES;
  const keyAt = revisionAt + WORD_BYTES;
  const dateAt = keyAt + KEY_BYTES;
  const textKey = bytes.toString("hex", keyAt, dateAt);
  const date = decodeDate(bytes, dateAt);
  const publisherEnd = date.end + 1 + bytes.readUInt8(date.end);
  return {
    placedAt: bytes.readUIntBE(1, TIME_BYTES),
    articleId: bytes.toString("hex", idAt, revisionAt) as ArticleId,
    revisionId: revisionOfHandle(handle, probe, bytes.readUInt32BE(revisionAt)),
    textKey: textKey === NO_TEXT_KEY ? undefined : textKey,
    datePublished: date.value,
    publisher: bytes.toString("utf8", date.end + 1, publisherEnd) || null,
    fingerprintBytes: bytes.subarray(publisherEnd),
  };
}

/** @throws Error for a fingerprint of another version */
export function comparedArticle(stored: StoredRevision): ComparedArticle {
  const { articleId, publisher, datePublished, fingerprintBytes } = stored;
  return { articleId, publisher, datePublished, fingerprint: decodeFingerprint(fingerprintBytes) };
}

function shortText(name: string, text: string): Buffer {
  const length = Buffer.byteLength(text, "utf8");
  if (length > MAX_SHORT_TEXT_BYTES) {
    throw new RangeError(`${name} "${text}" is ${length} bytes; at most ${MAX_SHORT_TEXT_BYTES}`);
  }
  const bytes = Buffer.allocUnsafe(1 + length);
  bytes.writeUInt8(length);
  bytes.write(text, 1, "utf8");
  return bytes;
}

const daySpelling = (ms: number): string => new Date(ms).toISOString().slice(0, DAY_LENGTH);
const secondSpelling = (ms: number): string => new Date(ms).toISOString().replace(".000Z", "Z");

export function encodeDate(date: string | null): Buffer {
  if (date === null) return Buffer.of(DATE_KIND.none);
  const ms = Date.parse(date);
  const seconds = ms / MS_PER_SECOND + EPOCH_OFFSET_S;
  const isWhole = Number.isInteger(seconds) && seconds >= 0;
  if (isWhole && daySpelling(ms) === date)
    return numberedDate(DATE_KIND.day, seconds / SECONDS_PER_DAY, DAY_BYTES);
  if (isWhole && secondSpelling(ms) === date) return numberedDate(DATE_KIND.second, seconds, SECOND_BYTES);
  return Buffer.concat([Buffer.of(DATE_KIND.text), shortText("datePublished", date)]);
}

function numberedDate(kind: number, value: number, length: number): Buffer {
  const bytes = Buffer.alloc(1 + length);
  bytes.writeUInt8(kind);
  bytes.writeUIntBE(value, 1, length);
  return bytes;
}

/** @returns the date, and where the bytes behind it begin */
export function decodeDate(bytes: Buffer, at: number): { value: string | null; end: number } {
  const kind = bytes.readUInt8(at);
  const from = at + 1;
  if (kind === DATE_KIND.none) return { value: null, end: from };
  if (kind === DATE_KIND.text) {
    const end = from + 1 + bytes.readUInt8(from);
    return { value: bytes.toString("utf8", from + 1, end), end };
  }
  if (kind === DATE_KIND.day) {
    const seconds = bytes.readUIntBE(from, DAY_BYTES) * SECONDS_PER_DAY - EPOCH_OFFSET_S;
    return { value: daySpelling(seconds * MS_PER_SECOND), end: from + DAY_BYTES };
  }
  if (kind === DATE_KIND.second) {
    const seconds = bytes.readUIntBE(from, SECOND_BYTES) - EPOCH_OFFSET_S;
    return { value: secondSpelling(seconds * MS_PER_SECOND), end: from + SECOND_BYTES };
  }
  throw new Error(`article record has the date kind ${kind}`);
}
