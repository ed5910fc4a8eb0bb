/*
 * What a WARC record holds for the pipeline: a page, something to pass over, or something broken.
 *
 * Crawlers differ in what they keep: bodies as sent (chunked, gzip, br), or decoded with headers that still say gzip
 * (Common Crawl's news before May 2019), or decoded with masked headers (since then, and our own). So the body's own
 * bytes have the last word: what does not decode and reads like text is taken as it stands.
 */
import { Readable } from "node:stream";
import { AsyncIterReader, WARCParser, type WARCRecord } from "warcio";
import { binaryFormatOf, isAcceptedMediaType, PAGE_MEDIA_TYPES } from "../../core/fetch/content-type.ts";
import type { RightsStatements } from "../../core/fetch/rights.ts";
import { parseUrl } from "../../core/url/parse-url.ts";
import { shownUrl } from "../../core/url/shown-url.ts";
import { FetchStopped } from "../http/fetch-result.ts";
import { readBody } from "../http/response-body.ts";
import { storedHttp } from "./http-head.ts";

export interface ArchivedPage {
  readonly kind: "page";
  /** WARC-Target-URI. */
  readonly url: string;
  /** WARC-Date, ms since epoch. */
  readonly fetchedAt: number;
  readonly contentType: string | undefined;
  /** Decoded from chunks and Content-Encoding, not from its charset. */
  readonly body: Buffer;
  readonly rights: RightsStatements;
}

export type ArchivedRecord =
  | ArchivedPage
  /** The reason is one of a few words, to be counted by. */
  | { readonly kind: "skipped"; readonly reason: string }
  | { readonly kind: "broken"; readonly message: string };

const skipped = (reason: string): ArchivedRecord => ({ kind: "skipped", reason });
const broken = (message: string): ArchivedRecord => ({ kind: "broken", message });

const OK = 200;
const WEB_URL = /^https?:\/\//i;
const KNOWN_TYPE = /^(?:warcinfo|request|metadata|revisit|resource|conversion|continuation)$/;
const PERCENT_BASE = 100;

/**
 * @param bytes one record: header and block
 * @param maxBodyBytes longest page, after decoding
 */
export async function archivedRecord(bytes: Uint8Array, maxBodyBytes: number): Promise<ArchivedRecord> {
  // The reader is told that nothing is compressed, or it would try.
  const source = new AsyncIterReader(AsyncIterReader.fromIter([bytes]), null);
  const record = await new WARCParser(source, { parseHttp: false }).parse();
  if (!record) return broken("an empty record");
  const type = record.warcType;
  if (type !== "response")
    return skipped(KNOWN_TYPE.test(type) ? `${type} record` : "record of unknown type");
  const url = record.warcTargetURI ?? "";
  const fetchedAt = Date.parse(record.warcDate ?? "");
  if (!parseUrl(url)) return broken("a response without a WARC-Target-URI");
  if (Number.isNaN(fetchedAt)) return broken("a response without a WARC-Date");
  if (!WEB_URL.test(url)) return skipped("not from the web");
  return pageOf(record, url, fetchedAt, maxBodyBytes);
}

async function pageOf(
  record: WARCRecord,
  url: string,
  fetchedAt: number,
  maxBodyBytes: number,
): Promise<ArchivedRecord> {
  const http = storedHttp(Buffer.from(await record.readFully(false)));
  if (http === undefined) return broken("a response without an HTTP status");
  const { status, lines, body: stored } = http;
  if (status !== OK) return skipped(`HTTP ${Math.floor(status / PERCENT_BASE)}xx`);
  if (record.warcHeader("WARC-Truncated")) return skipped("truncated page");
  const header = (name: string): string | undefined => lines(name).join(", ") || undefined;
  const contentType = header("content-type")?.trim() || undefined;
  if (contentType !== undefined && !isAcceptedMediaType(contentType, PAGE_MEDIA_TYPES))
    return skipped("not HTML, text or XML");
  // Crawlers keep the rules they asked for beside the pages.
  if (new URL(url).pathname === "/robots.txt") return skipped("robots.txt");
  const unchunked = /\bchunked\b/i.test(header("transfer-encoding") ?? "") ? await dechunked(stored) : stored;
  const body = await decoded(unchunked, header("content-encoding"), url, maxBodyBytes);
  if (!Buffer.isBuffer(body)) return body;
  if (binaryFormatOf(body) !== undefined) return skipped("not HTML, text or XML");
  const rights: RightsStatements = {
    robots: lines("x-robots-tag").join("\n") || undefined,
    tdmReservation: header("tdm-reservation"),
    tdmPolicy: header("tdm-policy"),
  };
  return { kind: "page", url, fetchedAt, contentType, body, rights };
}

/** Gives back what is not chunked, although the header says so, as it stands. */
async function dechunked(stored: Buffer): Promise<Buffer> {
  const reader = new AsyncIterReader(AsyncIterReader.fromIter([stored]), null, true);
  return Buffer.from(await reader.readFully());
}

async function decoded(
  stored: Buffer,
  encoding: string | undefined,
  url: string,
  maxBodyBytes: number,
): Promise<Buffer | ArchivedRecord> {
  const readsAsText = binaryFormatOf(stored) === undefined;
  try {
    const { body } = await readBody(Readable.from([stored]), encoding, {
      maxWireBytes: Number.POSITIVE_INFINITY,
      maxDecodedBytes: maxBodyBytes,
      atLimit: "refuse",
      shownUrl: shownUrl(url),
    });
    return body;
  } catch (error) {
    if (error instanceof FetchStopped && error.result.kind === "refused") {
      if (error.result.rule === "response-too-large") return skipped("page too large");
      return readsAsText ? stored : skipped("unknown Content-Encoding");
    }
    if (!isCompressionError(error)) throw error;
    return readsAsText ? stored : broken(`${shownUrl(url)}: body is no ${encoding}: ${error.message}`);
  }
}

/** zlib's and brotli's own codes. */
const isCompressionError = (error: unknown): error is Error =>
  error instanceof Error && /^(?:Z_|ERR_)/.test(String((error as NodeJS.ErrnoException).code));
