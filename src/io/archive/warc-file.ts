/*
 * The records of a WARC file, gzipped by record, gzipped as a whole, or plain. What is damaged is reported with its
 * offset, and reading goes on with the next record that can be found:
 *
 *   gzipped   at the next bytes that look like a member's start
 *   plain     at the next line that reads WARC/1.
 *
 * Within a member nothing is searched for: a page's text may hold what looks like a record.
 * A record longer than the limit is passed over without being held, so memory is bounded by that limit.
 */

import { ByteSource } from "./byte-source.ts";
import { BrokenGzip, GZIP_MAGIC, readGzipMember } from "./gzip-member.ts";

export type WarcItem =
  /** Header and block, without the empty lines behind it. */
  | { readonly kind: "record"; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: "too-large"; readonly offset: number; readonly blockBytes: number }
  | { readonly kind: "broken"; readonly offset: number; readonly message: string };

const MAX_HEADER_BYTES = 65_536;
const HEADER_END = "\r\n\r\n";
const RECORD_START = "WARC/";
const CONTENT_LENGTH = /^content-length:[ \t]*(\d{1,15})[ \t]*\r?$/im;
/** Where reading goes on in a plain file; the line break belongs to the record before. */
const NEXT_PLAIN_RECORD = Buffer.from("\r\nWARC/1.");
const LINE_BREAK_BYTES = 2;
const RECORD_GAP = /^(?:\r\n\r\n|\n\n|(?:\r?\n)(?:WARC\/|$))/;
/** Two line breaks, or one and the next record's first word. */
const MAX_GAP_BYTES = 7;
const CR = 0x0d;
const LF = 0x0a;

class BrokenRecord extends Error {}

/**
 * @param chunks the file's bytes, from its start
 * @param maxRecordBytes longest block that is held
 * @throws the errors of the chunks, such as a disk's: they say nothing of the file
 */
export async function* readWarc(
  chunks: AsyncIterable<Uint8Array>,
  maxRecordBytes: number,
): AsyncGenerator<WarcItem> {
  const file = new ByteSource(chunks);
  const isGzip = (await file.peek(GZIP_MAGIC.length)).subarray(0, GZIP_MAGIC.length).equals(GZIP_MAGIC);
  if (isGzip) while (!(await file.isAtEnd())) yield* memberItems(file, maxRecordBytes);
  else yield* plainItems(file, maxRecordBytes);
}

async function* memberItems(file: ByteSource, maxRecordBytes: number): AsyncGenerator<WarcItem> {
  const offset = file.offset;
  const member = new ByteSource(readGzipMember(file));
  try {
    for (;;) {
      const item = await nextItem(member, maxRecordBytes, offset);
      if (item === undefined) return;
      yield item;
    }
  } catch (error) {
    if (error instanceof BrokenRecord) {
      yield { kind: "broken", offset, message: error.message };
      await drain(member).catch((damage: unknown) => {
        if (!(damage instanceof BrokenGzip)) throw damage;
        return skipTo(file, GZIP_MAGIC);
      });
    } else if (error instanceof BrokenGzip) {
      yield { kind: "broken", offset, message: error.message };
      await skipTo(file, GZIP_MAGIC);
    } else throw error;
  }
}

async function* plainItems(file: ByteSource, maxRecordBytes: number): AsyncGenerator<WarcItem> {
  for (;;) {
    const offset = file.offset;
    try {
      const item = await nextItem(file, maxRecordBytes, undefined);
      if (item === undefined) return;
      yield item;
    } catch (error) {
      if (!(error instanceof BrokenRecord)) throw error;
      yield { kind: "broken", offset, message: error.message };
      await skipTo(file, NEXT_PLAIN_RECORD);
      file.take(LINE_BREAK_BYTES);
    }
  }
}

async function drain(source: ByteSource): Promise<void> {
  await source.skip(Number.POSITIVE_INFINITY);
}

/** Goes to the next place where `mark` stands, or to the end. */
async function skipTo(source: ByteSource, mark: Buffer): Promise<void> {
  for (;;) {
    const held = await source.peek(mark.length);
    if (held.length < mark.length) return source.take(held.length);
    const at = held.indexOf(mark);
    if (at >= 0) return source.take(at);
    source.take(held.length - mark.length + 1);
  }
}

/**
 * @param memberOffset where the gzip member begins, undefined in a plain file
 * @throws BrokenRecord, BrokenGzip
 */
async function nextItem(
  source: ByteSource,
  maxRecordBytes: number,
  memberOffset: number | undefined,
): Promise<WarcItem | undefined> {
  await skipLineBreaks(source);
  if (await source.isAtEnd()) return undefined;
  const offset = memberOffset ?? source.offset;
  const header = await readHeader(source);
  const blockBytes = Number(CONTENT_LENGTH.exec(header.toString("latin1"))?.[1] ?? Number.NaN);
  if (Number.isNaN(blockBytes)) throw new BrokenRecord("a record without a Content-Length");
  const isTooLarge = blockBytes > maxRecordBytes;
  const block = isTooLarge ? undefined : await source.read(blockBytes);
  const came = block ? block.length : await source.skip(blockBytes);
  if (came < blockBytes) throw new BrokenRecord(`a record ends after ${came} of ${blockBytes} bytes`);
  await checkEnd(source, blockBytes);
  // In a member of one record this reads its checksum, before the record is believed.
  await skipLineBreaks(source);
  if (!block) return { kind: "too-large", offset, blockBytes };
  return { kind: "record", offset, bytes: Buffer.concat([header, block]) };
}

async function readHeader(source: ByteSource): Promise<Buffer> {
  let held = await source.peek(RECORD_START.length);
  if (!held.subarray(0, RECORD_START.length).equals(Buffer.from(RECORD_START)))
    throw new BrokenRecord("no WARC record begins here");
  for (let wanted = held.length; ; wanted = held.length + 1) {
    held = await source.peek(wanted);
    const end = held.subarray(0, MAX_HEADER_BYTES).indexOf(HEADER_END);
    if (end >= 0) return source.read(end + HEADER_END.length);
    if (held.length >= MAX_HEADER_BYTES)
      throw new BrokenRecord(`a record's header has no end within ${MAX_HEADER_BYTES} bytes`);
    if (held.length < wanted) throw new BrokenRecord("the file ends within a record's header");
  }
}

/** Behind a block stand two line breaks or, carelessly, one before the next record; else its length was a lie. */
async function checkEnd(source: ByteSource, blockBytes: number): Promise<void> {
  const next = (await source.peek(MAX_GAP_BYTES)).subarray(0, MAX_GAP_BYTES).toString("latin1");
  if (next !== "" && !RECORD_GAP.test(next))
    throw new BrokenRecord(`a record is longer than the ${blockBytes} bytes it announces`);
}

async function skipLineBreaks(source: ByteSource): Promise<void> {
  for (;;) {
    const first = (await source.peek(1))[0];
    if (first !== CR && first !== LF) return;
    source.take(1);
  }
}
