/*
 * One HTTP exchange as WARC 1.1 records [1], gzipped one by one:
 *
 *   request      what was asked
 *   response     what answered: status, headers, body
 *   metadata     in place of the response where the page says noarchive: that it was asked for, and why it is not here
 *
 * Bodies are kept as the extraction sees them, decoded from Content-Encoding and Transfer-Encoding. Headers that are no
 * longer true of such a body are renamed as Common Crawl does (`X-Crawler-Content-Encoding: gzip`), so that readers do
 * not decode twice and the original can still be seen. Header bytes that are no UTF-8 are written as UTF-8.
 *
 * [1] ISO 28500:2017, https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
 */
import { isUtf8 } from "node:buffer";
import { STATUS_CODES } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { HeadersMultiMap, WARCRecord, WARCSerializer } from "warcio";
import type { ExchangeBody, HttpExchange } from "../http/http-exchange.ts";
import type { HeaderLines } from "../http/http-request.ts";

const compress = promisify(gzip);
const VERSION = "WARC/1.1";
/** SHA-1 in base 32 is what web archives' indexes compare payloads by. It tells copies apart, and proves nothing. */
const DIGEST = { algo: "sha-1", prefix: "sha1:", base32: true } as const;
type Headers = [string, string][];

/** warcio joins several values of one name by ",,," and takes an address that holds it for such a list. */
class OneValueEach extends HeadersMultiMap {
  override isMultiValue(): boolean {
    return false;
  }
}

async function serialized(record: WARCRecord): Promise<Buffer> {
  record.warcHeaders.headers = new OneValueEach([...record.warcHeaders.headers.entries()]);
  return compress(await WARCSerializer.serialize(record, { digest: DIGEST }));
}

const idOf = (record: WARCRecord): string => record.warcHeader("WARC-Record-ID") ?? "";

/** @param fields lines of application/warc-fields */
export async function warcinfoRecord(
  filename: string,
  startedAt: number,
  fields: Readonly<Record<string, string>>,
): Promise<Buffer> {
  const date = new Date(startedAt).toISOString();
  return serialized(WARCRecord.createWARCInfo({ filename, date, warcVersion: VERSION }, { ...fields }));
}

/**
 * @param withheld why the answer may not be kept, undefined where it may
 * @returns whole gzip members, to be written in one piece
 */
export async function exchangeRecords(exchange: HttpExchange, withheld: string | undefined): Promise<Buffer> {
  const { url } = exchange;
  // One capture, one date: it is what joins the records, besides WARC-Concurrent-To.
  const common = { url, date: new Date(exchange.startedAt).toISOString(), warcVersion: VERSION } as const;
  const answer = withheld === undefined ? responseOf(exchange) : noteOf(withheld);
  const warcHeaders: Headers = exchange.address === undefined ? [] : [["WARC-IP-Address", exchange.address]];
  const first = WARCRecord.create(
    { ...common, ...answer.options, warcHeaders: [...warcHeaders, ...answer.warcHeaders] },
    [answer.block],
  );
  const request = WARCRecord.create({
    ...common,
    type: "request",
    statusline: requestLine(url),
    httpHeaders: requestHeaders(exchange),
    warcHeaders: [...warcHeaders, ["WARC-Concurrent-To", idOf(first)]],
  });
  return Buffer.concat(await Promise.all([serialized(first), serialized(request)]));
}

interface Answer {
  readonly options: Omit<Parameters<typeof WARCRecord.create>[0], "warcHeaders">;
  readonly warcHeaders: Headers;
  readonly block: Uint8Array;
}

function responseOf({ status, responseHeaders, body }: HttpExchange): Answer {
  const statusline = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`.trimEnd();
  const httpHeaders = storedHeaders(responseHeaders, body);
  const truncated = truncation(status, body);
  return {
    options: { type: "response", statusline, httpHeaders },
    warcHeaders: truncated === undefined ? [] : [["WARC-Truncated", truncated]],
    block: body.kind === "whole" ? body.bytes : new Uint8Array(),
  };
}

const NOT_MODIFIED = 304;

/** The standard's word for a block that is not whole; a 304 is whole without a body. */
function truncation(status: number, body: ExchangeBody): string | undefined {
  if (body.kind === "cut") return body.by;
  return body.kind === "not-read" && status !== NOT_MODIFIED ? "unspecified" : undefined;
}

function noteOf(reason: string): Answer {
  return {
    options: { type: "metadata" },
    warcHeaders: [],
    block: Buffer.from(`wirefold-response-not-kept: ${reason}\r\n`),
  };
}

/** Headers that speak of the body as it was sent. */
const OF_THE_WIRE: ReadonlySet<string> = new Set(["content-encoding", "transfer-encoding", "content-length"]);

function storedHeaders(sent: HeaderLines, body: ExchangeBody): Headers {
  const length = String(body.kind === "whole" ? body.bytes.length : 0);
  const kept = sent.map(([name, value]): [string, string] => {
    const isOfTheWire = OF_THE_WIRE.has(name) && !(name === "content-length" && value === length);
    // A server has no business with the record's own names, and warcio refuses them.
    const isMasked = isOfTheWire || name.startsWith("warc-");
    return [isMasked ? `X-Crawler-${capitalised(name)}` : name, readable(value)];
  });
  const hasLength = kept.some(([name]) => name === "content-length");
  return hasLength ? kept : [...kept, ["content-length", length]];
}

const capitalised = (name: string): string => name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());

/** Header bytes come as latin-1; what is UTF-8 becomes text, so that it is written as the bytes that came. */
function readable(value: string): string {
  const bytes = Buffer.from(value, "latin1");
  return isUtf8(bytes) ? bytes.toString("utf8") : value;
}

function requestLine(url: string): string {
  const { pathname, search } = new URL(url);
  return `GET ${pathname}${search} HTTP/1.1`;
}

function requestHeaders({ url, requestHeaders: sent }: HttpExchange): Headers {
  return [["host", new URL(url).host], ...Object.entries(sent)];
}
