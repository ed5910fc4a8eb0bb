/*
 * Archives as Common Crawl's crawlers write them: every record a gzip member of its own, request and metadata records
 * between the pages, status lines and headers as strangers' servers sent them. Every page here is invented.
 */
import { crc32, deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { archivedRecord } from "../../../src/io/archive/archived-page.ts";
import { readWarc } from "../../../src/io/archive/warc-file.ts";
import { chunked, gzipped, pageRecord, pieces, warcRecord } from "../../support/warc.ts";

const MAX_BYTES = 200_000;
const HTML = `<!doctype html><p>${"The harbour office closed at noon. ".repeat(40)}</p>`;
const urlOf = (number: number | string): string => `https://quay.example/${number}`;

/** One word a record: the page's address, `skipped: <reason>` or `broken: <message>`. */
async function wordsOf(file: Buffer): Promise<string[]> {
  const words: string[] = [];
  for await (const item of readWarc(pieces(file), MAX_BYTES)) {
    if (item.kind !== "record") {
      words.push(item.kind);
      continue;
    }
    const record = await archivedRecord(item.bytes, MAX_BYTES);
    if (record.kind === "page") {
      expect(record.body.toString("utf8")).toBe(HTML);
      words.push(record.url);
    } else words.push(record.kind === "skipped" ? `skipped: ${record.reason}` : `broken: ${record.message}`);
  }
  return words;
}
const wordOf = async (record: Buffer): Promise<string | undefined> => (await wordsOf(gzipSync(record)))[0];

/** With the head as given, byte by byte. */
const responseTo = (url: string, head: string | Buffer, body: string | Buffer = HTML): Buffer =>
  warcRecord(Buffer.concat([Buffer.from(head), Buffer.from(body)]), {
    url,
    headers: [
      "WARC-IP-Address: 192.0.2.7",
      "WARC-Concurrent-To: <urn:uuid:6f1e2d3c-0000-4000-8000-000000000002>",
      "WARC-Payload-Digest: sha1:B7VXWZ5ZL3K6VYJXO2QF2XW6W3YJ5M4T",
      "WARC-Identified-Payload-Type: text/html",
    ],
  });
const TYPE = "Content-Type: text/html; charset=UTF-8";

describe("a news archive", () => {
  const request = (url: string): Buffer =>
    warcRecord(
      `GET ${new URL(url).pathname} HTTP/1.1\r\nHost: quay.example\r\nAccept-Encoding: br,gzip\r\n\r\n`,
      {
        type: "request",
        url,
      },
    );
  const records = [
    warcRecord("isPartOf: NEWS\r\ndescription: news crawl\r\nformat: WARC File Format 1.0\r\n", {
      type: "warcinfo",
      headers: ["WARC-Filename: NEWS-20261103071500-00001.warc.gz"],
    }),
    ...[request(urlOf(1)), responseTo(urlOf(1), `HTTP/1.1 200 OK\r\n${TYPE}\r\n\r\n`)],
    ...[
      request(urlOf(2)),
      responseTo(
        urlOf(2),
        `HTTP/1.1 200 OK\r\n${TYPE}\r\nX-Crawler-Content-Encoding: gzip\r\nX-Crawler-Transfer-Encoding: chunked\r\nContent-Length: ${HTML.length}\r\n\r\n`,
      ),
    ],
    warcRecord("fetchTimeMs: 204\r\ncharset-detected: UTF-8\r\n", { type: "metadata", url: urlOf(2) }),
    ...[
      request(urlOf(3)),
      responseTo(
        urlOf(3),
        `HTTP/1.1 200 OK\r\n${TYPE}\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n`,
        chunked(gzipSync(HTML)),
      ),
    ],
    warcRecord(`HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n`, {
      type: "revisit",
      url: urlOf(1),
      headers: [
        "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/server-not-modified",
        `WARC-Refers-To-Target-URI: ${urlOf(1)}`,
      ],
    }),
    warcRecord("<p>a text</p>", { type: "conversion", url: urlOf(3) }),
    pageRecord(urlOf(4), HTML.slice(0, 300), [], { headers: ["WARC-Truncated: length"] }),
    ...[request(urlOf(5)), responseTo(urlOf(5), `HTTP/1.1 200 OK\r\n${TYPE}\r\n\r\n`)],
  ];
  const WORDS = [
    "skipped: warcinfo record",
    ...["skipped: request record", urlOf(1)],
    ...["skipped: request record", urlOf(2)],
    "skipped: metadata record",
    ...["skipped: request record", urlOf(3)],
    "skipped: revisit record",
    "skipped: conversion record",
    "skipped: truncated page",
    ...["skipped: request record", urlOf(5)],
  ];

  it("gives its pages, and says of every other record why it is none", async () => {
    expect(await wordsOf(gzipped(records))).toEqual(WORDS);
  });

  it("whose last record is cut off gives all before it", async () => {
    const file = gzipped(records);
    expect(await wordsOf(file.subarray(0, file.length - 40))).toEqual([...WORDS.slice(0, -1), "broken"]);
  });

  it("with file names, comments and extra fields in its gzip headers is read like any other", async () => {
    const record = records[2] ?? Buffer.alloc(0);
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(crc32(record), 0);
    trailer.writeUInt32LE(record.length, 4);
    const EXTRA_NAME_COMMENT = 4 + 8 + 16;
    const header = [0x1f, 0x8b, 8, EXTRA_NAME_COMMENT, 0, 0, 0, 0, 0, 3];
    // The extra field that some writers put the member's length in.
    const fields = Buffer.from(
      "\u0008\u0000sl\u0004\u0000\u0001\u0002\u0003\u0004name.warc\u0000a comment\u0000",
      "latin1",
    );
    const member = Buffer.concat([Buffer.from(header), fields, deflateRawSync(record), trailer]);
    expect(await wordsOf(Buffer.concat([member, member]))).toEqual([urlOf(1), urlOf(1)]);
  });
});

describe("a status line", () => {
  it.each([
    ["without a reason", "HTTP/1.1 200 \r\n"],
    ["without a reason or a blank", "HTTP/1.1 200\r\n"],
    ["with a reason of several words", "HTTP/1.1 200 All is well, thank you\r\n"],
    ["with a reason in another alphabet", "HTTP/1.1 200 Всё хорошо\r\n"],
    ["with the status as its reason", "HTTP/1.1 200 200\r\n"],
    ["of HTTP/1.0", "HTTP/1.0 200 OK\r\n"],
    ["of HTTP/2, as crawlers that speak it write", "HTTP/2 200\r\n"],
    ["of HTTP/2 with a number behind the dot", "HTTP/2.0 200 OK\r\n"],
    ["that ends in a line feed only", "HTTP/1.1 200 OK\n"],
    ["in small letters", "http/1.1 200 ok\r\n"],
  ])("%s is read", async (_what, line) => {
    expect(await wordOf(responseTo(urlOf("a"), `${line}${TYPE}\r\n\r\n`))).toBe(urlOf("a"));
  });

  it.each([
    ["HTTP/1.1 302 Moved here\r\n", "skipped: HTTP 3xx"],
    ["HTTP/1.1 404\r\n", "skipped: HTTP 4xx"],
    ["HTTP/1.1 503 200 OK\r\n", "skipped: HTTP 5xx"],
  ])("that says something else is believed: %j", async (line, word) => {
    expect(await wordOf(responseTo(urlOf("a"), `${line}${TYPE}\r\n\r\n`))).toBe(word);
  });
});

describe("headers", () => {
  it.each([
    ["with a line that is no header", `${TYPE}\r\nthis is no header\r\n`],
    ["with an empty value", `X-Empty:\r\n${TYPE}\r\n`],
    ["in capitals, without blanks", "CONTENT-TYPE:text/html\r\n"],
    ["twice of one name", `Set-Cookie: a=1\r\nSet-Cookie: b=2, c=3\r\n${TYPE}\r\n`],
    ["folded over two lines", `X-Long: one\r\n  two\r\n${TYPE}\r\n`],
    ["without any", ""],
    ["with a length that is not the body's", `${TYPE}\r\nContent-Length: 7\r\n`],
    ["with bytes that are no UTF-8", Buffer.from(`X-Title: F\u00e4hre\r\n${TYPE}\r\n`, "latin1")],
  ])("%s cost no page", async (_what, lines) => {
    const head = Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\n"), Buffer.from(lines), Buffer.from("\r\n")]);
    expect(await wordOf(responseTo(urlOf("a"), head))).toBe(urlOf("a"));
  });
});

describe("a head", () => {
  it("whose lines end in line feeds only takes nothing of the page's text with it", async () => {
    const head = `HTTP/1.1 200 OK\n${TYPE}\nServer: small\n\n`;
    expect(await wordOf(responseTo(urlOf("a"), head))).toBe(urlOf("a"));
    const page = "<p>one</p>\r\n\r\n<p>two</p>";
    const record = await archivedRecord(responseTo(urlOf("a"), head, page), MAX_BYTES);
    expect(record.kind === "page" && record.body.toString()).toBe(page);
  });

  it("without an end is a page without a text", async () => {
    const record = await archivedRecord(responseTo(urlOf("a"), `HTTP/1.1 200 OK\r\n${TYPE}`, ""), MAX_BYTES);
    expect(record).toMatchObject({ kind: "page", body: Buffer.alloc(0) });
  });
});

describe("a record's own headers", () => {
  it("are read in any case", async () => {
    const record = responseTo(urlOf("a"), `HTTP/1.1 200 OK\r\n${TYPE}\r\n\r\n`).toString("latin1");
    const small = record.replace(/^(WARC-Type|WARC-Target-URI|WARC-Date|Content-Length):/gim, (name) =>
      name.toLowerCase(),
    );
    expect(await wordOf(Buffer.from(small, "latin1"))).toBe(urlOf("a"));
  });
});

describe("a file of any size", () => {
  it.each([
    ["gzipped by record", (record: Buffer) => gzipSync(record)],
    ["plain", (record: Buffer) => record],
  ])("%s is read record by record, never further ahead than a piece and a record", async (_form, stored) => {
    const PIECE = 4_096;
    const RECORDS = 400;
    let given = 0;
    let recordEnd = 0;
    const ends: number[] = [];
    async function* endless(): AsyncGenerator<Buffer> {
      for (let number = 0; number < RECORDS; number++) {
        const bytes = stored(pageRecord(urlOf(number), `${HTML}${number}`));
        recordEnd += bytes.length;
        ends.push(recordEnd);
        for await (const piece of pieces(bytes, PIECE)) {
          given += piece.length;
          yield piece;
        }
      }
    }
    let number = 0;
    for await (const item of readWarc(endless(), MAX_BYTES)) {
      expect(item.kind).toBe("record");
      // What was taken from the stream when this record comes out: its own bytes, and the start of the next.
      expect(given - (ends[number] ?? 0)).toBeLessThanOrEqual(PIECE);
      number++;
    }
    expect(number).toBe(RECORDS);
  });
});
