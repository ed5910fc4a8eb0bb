/* Pages out of WARC records as different crawlers write them. Every record here is invented. */
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type ArchivedRecord, archivedRecord } from "../../../src/io/archive/archived-page.ts";
import { chunked, httpBlock, pageRecord, type RecordFields, warcRecord } from "../../support/warc.ts";

const MAX_BODY_BYTES = 20_000;
const URL = "https://quay.example/story";
const HTML = Buffer.from(`<!doctype html><p>${"The harbour office closed at noon. ".repeat(40)}</p>`);

const read = (bytes: Buffer): Promise<ArchivedRecord> => archivedRecord(bytes, MAX_BODY_BYTES);
async function bodyOf(bytes: Buffer): Promise<string> {
  const record = await read(bytes);
  return record.kind === "page" ? record.body.toString() : JSON.stringify(record);
}

describe("a page's body", () => {
  it.each([
    ["as it is", HTML, []],
    ["gzip", gzipSync(HTML), ["Content-Encoding: gzip"]],
    ["x-gzip in capitals", gzipSync(HTML), ["CONTENT-ENCODING: X-GZIP"]],
    ["brotli", brotliCompressSync(HTML), ["Content-Encoding: br"]],
    ["deflate", deflateSync(HTML), ["Content-Encoding: deflate"]],
    ["bare deflate", deflateRawSync(HTML), ["Content-Encoding: deflate"]],
    ["chunked", chunked(HTML), ["Transfer-Encoding: chunked"]],
    ["chunked gzip", chunked(gzipSync(HTML)), ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]],
    [
      "masked, as Common Crawl writes since 2019",
      HTML,
      ["X-Crawler-Content-Encoding: gzip", "X-Crawler-Transfer-Encoding: chunked"],
    ],
    [
      "decoded under headers that still say otherwise, as Common Crawl wrote before",
      HTML,
      ["Content-Encoding: gzip", "Transfer-Encoding: chunked"],
    ],
    ["decoded under a header that says br", HTML, ["Content-Encoding: br"]],
    ["decoded under a header that says deflate", HTML, ["Content-Encoding: deflate"]],
    ["decoded under an encoding nobody knows", HTML, ["Content-Encoding: zstd"]],
  ])("%s is the page's own bytes", async (_how, stored, headers) => {
    expect(await bodyOf(pageRecord(URL, stored, headers))).toBe(HTML.toString());
  });

  it("keeps the page's own address, moment, charset and rights", async () => {
    const headers = ["X-Robots-Tag: noarchive", "TDM-Reservation: 1", "TDM-Policy: https://quay.example/tdm"];
    const record = await read(
      pageRecord(URL, HTML, headers, { version: "1.1", date: "2021-05-06T07:08:09.250Z" }),
    );
    expect(record).toMatchObject({
      kind: "page",
      url: URL,
      fetchedAt: Date.UTC(2021, 4, 6, 7, 8, 9, 250),
      contentType: "text/html; charset=utf-8",
      rights: { robots: "noarchive", tdmReservation: "1", tdmPolicy: "https://quay.example/tdm" },
    });
  });
});

describe("a page's headers", () => {
  it("are read line by line, whatever their case: a robot's name holds for its own line", async () => {
    const headers = ["X-ROBOTS-TAG: googlebot: noindex", "x-robots-tag: noarchive"];
    const record = await read(pageRecord(URL, HTML, headers));
    expect(record).toMatchObject({ kind: "page", rights: { robots: "googlebot: noindex\nnoarchive" } });
  });
});

describe("what is no page", () => {
  const block = (headers: readonly string[], status?: string): Buffer => httpBlock(HTML, headers, status);
  const response = (content: Buffer, fields: RecordFields = {}): Buffer =>
    warcRecord(content, { url: URL, ...fields });

  it.each([
    ["request record", response(Buffer.from("GET / HTTP/1.1\r\n\r\n"), { type: "request" })],
    ["warcinfo record", warcRecord("software: other\r\n", { type: "warcinfo" })],
    ["record of unknown type", response(HTML, { type: "postcard" })],
    ["HTTP 3xx", response(block(["Location: /other"], "301 Moved Permanently"))],
    ["HTTP 4xx", response(block([], "404 Not Found"))],
    ["HTTP 2xx", response(block([], "204 No Content"))],
    ["not HTML, text or XML", response(block(["Content-Type: image/png"]))],
    ["not HTML, text or XML", pageRecord(URL, Buffer.from("%PDF-1.7 and so on"))],
    ["truncated page", response(block(["Content-Type: text/html"]), { headers: ["WARC-Truncated: length"] })],
    ["not from the web", response(block([]), { url: "dns:quay.example" })],
    ["robots.txt", pageRecord("https://quay.example/robots.txt", "User-agent: *")],
    ["page too large", pageRecord(URL, gzipSync(Buffer.alloc(90_000, "x")), ["Content-Encoding: gzip"])],
    ["unknown Content-Encoding", pageRecord(URL, gzipSync(HTML), ["Content-Encoding: zstd"])],
  ])("is passed over as: %s", async (reason, bytes) => {
    expect(await read(bytes)).toEqual({ kind: "skipped", reason });
  });

  it.each([
    ["WARC-Target-URI", warcRecord(block([]))],
    ["WARC-Date", response(block([]), { date: "" })],
    ["WARC-Date", response(block([]), { date: "the day before" })],
    ["HTTP status", response(Buffer.from("<p>no HTTP at all</p>"))],
    ["body is no gzip", pageRecord(URL, gzipSync(HTML).subarray(0, 60), ["Content-Encoding: gzip"])],
  ])("or broken: it lacks a %s", async (what, bytes) => {
    expect(await read(bytes)).toMatchObject({ kind: "broken", message: expect.stringContaining(what) });
  });
});
