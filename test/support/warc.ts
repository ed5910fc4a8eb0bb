/* WARC records written by hand, so that tests can say what no library would write. */
import { gzipSync } from "node:zlib";

export interface RecordFields {
  readonly type?: string;
  readonly url?: string;
  readonly date?: string;
  readonly version?: string;
  /** More header lines. */
  readonly headers?: readonly string[];
  /** What Content-Length says where it lies. */
  readonly length?: number;
}

const EMPTY_LINES = "\r\n\r\n";

export function warcRecord(block: Buffer | string, fields: RecordFields = {}): Buffer {
  const { type = "response", url, date = "2026-11-03T07:15:00Z", version = "1.0", headers = [] } = fields;
  const bytes = Buffer.from(block);
  const lines = [
    `WARC/${version}`,
    `WARC-Type: ${type}`,
    ...(url === undefined ? [] : [`WARC-Target-URI: ${url}`]),
    ...(date === "" ? [] : [`WARC-Date: ${date}`]),
    "WARC-Record-ID: <urn:uuid:6f1e2d3c-0000-4000-8000-000000000001>",
    "Content-Type: application/http; msgtype=response",
    ...headers,
    `Content-Length: ${fields.length ?? bytes.length}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}${EMPTY_LINES}`), bytes, Buffer.from(EMPTY_LINES)]);
}

export function httpBlock(body: Buffer | string, headers: readonly string[] = [], status = "200 OK"): Buffer {
  const lines = [`HTTP/1.1 ${status}`, ...headers];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}${EMPTY_LINES}`), Buffer.from(body)]);
}

const HTML = "Content-Type: text/html; charset=utf-8";

/** A response record of an HTML page. */
export const pageRecord = (
  url: string,
  body: Buffer | string,
  headers: readonly string[] = [],
  fields: RecordFields = {},
): Buffer => warcRecord(httpBlock(body, [HTML, ...headers]), { url, ...fields });

/** A member a record, as web archives are. */
export const gzipped = (records: readonly Buffer[]): Buffer =>
  Buffer.concat(records.map((record) => gzipSync(record)));

/** HTTP's chunked transfer coding. */
export function chunked(body: Buffer, chunkBytes = 400): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += chunkBytes) {
    const chunk = body.subarray(at, at + chunkBytes);
    parts.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from("\r\n"));
  }
  return Buffer.concat([...parts, Buffer.from("0\r\n\r\n")]);
}

/** The file as a stream in pieces of so many bytes. */
export async function* pieces(file: Buffer, bytes = 1_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.length; at += bytes) yield file.subarray(at, at + bytes);
}
