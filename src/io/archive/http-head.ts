/*
 * The HTTP message in a response record, as servers sent it and crawlers kept it: status line, headers, body.
 *
 * Not left to warcio, which looks for the head's end as CR LF CR LF: a head whose lines end in LF only, or that has
 * no header at all, would take the page's text up to the next such place with it. RFC 9112 section 2.2 has readers
 * take a bare LF for a line's end.
 */
import { isUtf8 } from "node:buffer";

export interface StoredHttp {
  readonly status: number;
  /** Values of one name, line by line: joined by commas some would say something else (`X-Robots-Tag`). */
  lines(name: string): readonly string[];
  readonly body: Buffer;
}

/** Servers and clients take 8 to 64 KiB. */
const MAX_HEAD_BYTES = 65_536;
/** The reason may be missing, or say anything. */
const STATUS_LINE = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})(?![0-9])/i;
const HEAD_END = /\r?\n(?:\r?\n|$)/;

/** @returns undefined where no HTTP message begins the block */
export function storedHttp(block: Buffer): StoredHttp | undefined {
  // Byte by byte, so that places in the text are places in the block.
  const start = block.subarray(0, MAX_HEAD_BYTES).toString("latin1");
  const status = STATUS_LINE.exec(start)?.[1];
  if (status === undefined) return undefined;
  const end = HEAD_END.exec(start);
  const headBytes = end ? end.index : start.length;
  const headers = headersIn(block.subarray(0, headBytes));
  return {
    status: Number(status),
    lines: (name) => headers.filter((header) => header.name === name).map(({ value }) => value),
    body: block.subarray(end ? end.index + end[0].length : start.length),
  };
}

interface HeaderLine {
  /** In lower case. */
  readonly name: string;
  value: string;
}

function headersIn(head: Buffer): readonly HeaderLine[] {
  const [, ...lines] = (isUtf8(head) ? head.toString("utf8") : head.toString("latin1")).split(/\r?\n/);
  const headers: HeaderLine[] = [];
  for (const line of lines) {
    const colon = line.indexOf(":");
    const before = headers.at(-1);
    // Folded over two lines: obsolete, and still sent.
    if (/^[ \t]/.test(line) && before !== undefined) before.value = `${before.value} ${line.trim()}`.trim();
    else if (colon > 0)
      headers.push({ name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() });
  }
  return headers;
}
