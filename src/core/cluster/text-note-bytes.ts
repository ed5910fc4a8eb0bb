/*
 * Notes on texts (text-notes.ts) as bytes, one for each text of the last months:
 *
 *   A | placed at, seconds 4 | articleId 16 | date kind 1 + 0, 4, 5 or n | publisher      the article stood alone
 *   M | placed at, seconds 4 | articleId 16 | ordinal 5                                   it was a member
 *
 * A member's date and publisher stand in its cluster. Scripts write the second kind from the first: which of the two
 * an article is, is seen only when its text leaves the index.
 */
import type { ArticleId } from "../model.ts";
import { decodeDate, encodeDate } from "./article-record.ts";
import type { TextNote } from "./text-notes.ts";

const ALONE = "A";
const MEMBER = "M";
const TIME_AT = 1;
const ID_AT = 5;
const ID_BYTES = 16;
const REST_AT = ID_AT + ID_BYTES;
const ORDINAL_BYTES = 5;
const MS_PER_SECOND = 1_000;

/** As notes spell a moment. */
export const secondsOf = (ms: number): number => Math.floor(ms / MS_PER_SECOND);

/** Of an article as if it stood alone. */
export function packLoneNote(note: Omit<TextNote, "memberOrdinal">): Buffer {
  const date = encodeDate(note.datePublished);
  const publisher = Buffer.from(note.publisher ?? "", "utf8");
  const head = Buffer.alloc(REST_AT);
  head.write(ALONE, "latin1");
  head.writeUInt32BE(secondsOf(note.placedAt), TIME_AT);
  head.write(note.articleId, ID_AT, ID_BYTES, "hex");
  return Buffer.concat([head, date, publisher]);
}

/** @throws Error for bytes that are no note */
export function unpackNote(bytes: Buffer): TextNote {
  const kind = bytes.toString("latin1", 0, 1);
  if (kind !== ALONE && kind !== MEMBER) throw new Error(`not a note on a text: ${bytes.toString("hex")}`);
  const articleId = bytes.toString("hex", ID_AT, REST_AT) as ArticleId;
  const placedAt = bytes.readUInt32BE(TIME_AT) * MS_PER_SECOND;
  if (kind === MEMBER) {
    const memberOrdinal = bytes.readUIntBE(REST_AT, ORDINAL_BYTES);
    return { articleId, publisher: null, datePublished: null, placedAt, memberOrdinal };
  }
  const date = decodeDate(bytes, REST_AT);
  const publisher = bytes.toString("utf8", date.end) || null;
  return { articleId, publisher, datePublished: date.value, placedAt, memberOrdinal: undefined };
}
