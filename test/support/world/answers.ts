/* What well-behaved hosts write. */
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import type { Site } from "./world.ts";

export interface AnswerOptions {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const head = (status: number, headers: Readonly<Record<string, string>>): string =>
  `HTTP/1.1 ${status} Answer\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("")}\r\n`;

/** A whole, correct answer; HTML unless the headers say otherwise. */
export function answer(body: string | Uint8Array, options: AnswerOptions = {}): Site {
  const bytes = Buffer.from(body);
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": String(bytes.length),
    Connection: "close",
    ...options.headers,
  };
  return (_request, wire) =>
    wire.end(Buffer.concat([Buffer.from(head(options.status ?? 200, headers)), bytes]));
}

export const redirect = (location: string, status = 302): Site =>
  answer("", { status, headers: { Location: location } });

const CODINGS = {
  gzip: gzipSync,
  "x-gzip": gzipSync,
  deflate: deflateSync,
  br: brotliCompressSync,
} as const;

export function encoded(body: string, coding: keyof typeof CODINGS): Site {
  return answer(CODINGS[coding](body), { headers: { "Content-Encoding": coding } });
}

/** "deflate" as some servers understand it: without the zlib wrapper. */
export const bareDeflate = (body: string): Site =>
  answer(deflateRawSync(body), { headers: { "Content-Encoding": "deflate" } });

/** A body in chunks, each written by itself. */
export function chunked(parts: readonly string[]): Site {
  return (_request, wire) => {
    wire.write(head(200, { "Content-Type": "text/html", "Transfer-Encoding": "chunked" }));
    for (const part of parts) wire.write(`${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`);
    wire.end("0\r\n\r\n");
  };
}

/** A body that ends with the connection: correct HTTP/1.0, still common. */
export const untilClose =
  (body: string): Site =>
  (_request, wire) =>
    wire.end(`HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n${body}`);

/** Answers 304 where the request shows this ETag or date, else the page with both. */
export function conditional(body: string, etag: string, lastModified: string): Site {
  const whole = answer(body, { headers: { ETag: etag, "Last-Modified": lastModified } });
  return (request, wire) => {
    const known =
      request.headers["if-none-match"] === etag || request.headers["if-modified-since"] === lastModified;
    if (known) wire.end(head(304, { ETag: etag, Connection: "close" }));
    else whole(request, wire);
  };
}

/** Different answers by path; what is missing is a 404. */
export function paths(sites: Readonly<Record<string, Site>>): Site {
  return (request, wire) => (sites[request.path] ?? answer("", { status: 404 }))(request, wire);
}

export const robotsTxt = (text: string, headers: Readonly<Record<string, string>> = {}): Site =>
  answer(text, { headers: { "Content-Type": "text/plain", ...headers } });
