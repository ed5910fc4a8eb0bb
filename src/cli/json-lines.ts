/*
 * JSON Lines, read from bytes of strangers in bounded memory.
 *
 *     chunks of bytes ──▶ lines of bytes ──▶ UTF-8? ──▶ few enough values? ──▶ JSON.parse ──▶ value
 *                             │                │                 │                  │
 *                             └─ too long      └─ not UTF-8      └─ too many        └─ not JSON
 *
 * Every line of the input gives exactly one `Line`, whatever is wrong with it, so that a caller can answer
 * line by line. A line ends with "\n" ("\r" before it is white space to JSON) or with the input; where the
 * input ends with "\n", no further line begins there. An empty line is a line that is not JSON.
 */
import { isUtf8 } from "node:buffer";
import { MEBI } from "../core/units.ts";

/**
 * Longest line. A page at extraction's own limit of 16,000,000 characters still fits when every fourth of
 * them is escaped as \uXXXX; larger pages are refused by extraction or here, with a name either way.
 */
export const MAX_LINE_BYTES = 64 * MEBI;

/**
 * Most values in one line. An article has five; this leaves room for fields that wirefold does not read (tags,
 * embeddings). Without it 64 MiB of "[" cost JSON.parse 7 s and 3 GB (Node 20.20).
 */
export const MAX_JSON_VALUES = 100_000;

export type Line =
  | { readonly kind: "line"; readonly number: number; readonly bytes: Buffer }
  | { readonly kind: "too-long"; readonly number: number; readonly byteCount: number }
  /** The input broke off; `number` is the line that could not be read to its end. */
  | { readonly kind: "unreadable"; readonly number: number; readonly message: string };

const NEWLINE = 0x0a;

/** Collects the chunks of one line; drops the bytes, but counts on, where they become too many. */
class LineBuffer {
  private parts: Uint8Array[] = [];
  private keptBytes = 0;
  private byteCount = 0;
  private number = 1;

  constructor(private readonly maxLineBytes: number) {}

  get isEmpty(): boolean {
    return this.byteCount === 0;
  }

  add(bytes: Uint8Array): void {
    this.byteCount += bytes.length;
    if (this.byteCount > this.maxLineBytes) {
      this.parts = [];
      this.keptBytes = 0;
    } else {
      this.parts.push(bytes);
      this.keptBytes += bytes.length;
    }
  }

  take(): Line {
    const { number, byteCount } = this;
    const line: Line =
      byteCount > this.maxLineBytes
        ? { kind: "too-long", number, byteCount }
        : { kind: "line", number, bytes: Buffer.concat(this.parts, this.keptBytes) };
    this.parts = [];
    this.keptBytes = 0;
    this.byteCount = 0;
    this.number++;
    return line;
  }

  unreadable(error: unknown): Line {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: "unreadable", number: this.number, message };
  }
}

/**
 * @param chunks the input in pieces of any size; held at most one line's worth at a time
 * @param maxLineBytes longest line that is kept, without its "\n"
 * @returns the lines in order, numbered from 1. An error of the source becomes the last one.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxLineBytes = MAX_LINE_BYTES,
): AsyncGenerator<Line> {
  const line = new LineBuffer(maxLineBytes);
  try {
    for await (const chunk of chunks) {
      let from = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
        line.add(chunk.subarray(from, end));
        yield line.take();
        from = end + 1;
      }
      if (from < chunk.length) line.add(chunk.subarray(from));
    }
  } catch (error) {
    yield line.unreadable(error);
    return;
  }
  if (!line.isEmpty) yield line.take();
}

export type ParsedLine =
  | { readonly kind: "value"; readonly value: unknown }
  /** The message begins with `line 3`. */
  | { readonly kind: "bad"; readonly message: string };

const UTF8_BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** @returns the value of a line, or one sentence that says what is wrong with it */
export function parseLine(line: Line, maxLineBytes = MAX_LINE_BYTES): ParsedLine {
  const name = `line ${line.number}`;
  const bad = (message: string): ParsedLine => ({ kind: "bad", message: `${name} ${message}` });
  switch (line.kind) {
    case "too-long":
      return bad(`is ${line.byteCount} bytes long; at most ${maxLineBytes} are read`);
    case "unreadable":
      return bad(`could not be read: ${line.message}`);
    case "line":
      return parseBytes(line.number === 1 ? withoutByteOrderMark(line.bytes) : line.bytes, bad);
    default:
      return line satisfies never;
  }
}

function withoutByteOrderMark(bytes: Buffer): Buffer {
  const { length } = UTF8_BYTE_ORDER_MARK;
  return bytes.subarray(0, length).equals(UTF8_BYTE_ORDER_MARK) ? bytes.subarray(length) : bytes;
}

function parseBytes(bytes: Buffer, bad: (message: string) => ParsedLine): ParsedLine {
  if (!isUtf8(bytes)) {
    const at = firstMalformedByte(bytes);
    return bad(`is not UTF-8: byte ${at + 1} of it is 0x${bytes.toString("hex", at, at + 1)}`);
  }
  if (holdsTooManyValues(bytes)) return bad(`holds more than ${MAX_JSON_VALUES} JSON values`);
  const text = bytes.toString("utf8");
  if (text.trim() === "") return bad("is not JSON: it is empty");
  try {
    return { kind: "value", value: JSON.parse(text) };
  } catch (error) {
    return bad(`is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const UTF8_REPLACEMENT = Buffer.from("\ufffd", "utf8");

/** @param bytes not UTF-8 @returns where the first malformed sequence begins */
function firstMalformedByte(bytes: Buffer): number {
  const text = bytes.toString("utf8");
  let byteAt = 0;
  let from = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", from)) {
    byteAt += Buffer.byteLength(text.slice(from, at), "utf8");
    const isWritten = bytes.subarray(byteAt, byteAt + UTF8_REPLACEMENT.length).equals(UTF8_REPLACEMENT);
    if (!isWritten) return byteAt;
    byteAt += UTF8_REPLACEMENT.length;
    from = at + 1;
  }
  return byteAt;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const OPEN_BRACE = 0x7b;

/**
 * Counts commas and opening brackets outside of strings: every value but the first follows one of them.
 * Reads each byte once; long strings are skipped at the speed of indexOf.
 */
function holdsTooManyValues(bytes: Buffer): boolean {
  // Each value takes its own byte and one before it, so a short line cannot hold that many.
  if (bytes.length <= MAX_JSON_VALUES) return false;
  let values = 1;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if (byte === COMMA || byte === OPEN_BRACKET || byte === OPEN_BRACE) values++;
    if (values > MAX_JSON_VALUES) return true;
  }
  return false;
}

/** @returns the place of the closing quotation mark, or the end where there is none */
function endOfString(bytes: Buffer, openedAt: number): number {
  for (let at = bytes.indexOf(QUOTE, openedAt + 1); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
    let slashes = 0;
    while (bytes[at - 1 - slashes] === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return bytes.length;
}
