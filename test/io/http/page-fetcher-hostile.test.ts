/* Hosts that are broken, hostile or not there: every fetch ends, in a named result. */
import { describe, expect, it } from "vitest";
import { FETCH_DEFAULTS, type FetchSettings } from "../../../src/io/http/fetch-settings.ts";
import { createPageFetcher } from "../../../src/io/http/page-fetcher.ts";
import * as good from "../../support/world/answers.ts";
import * as hostile from "../../support/world/hostile.ts";
import type { Site } from "../../support/world/world.ts";
import { fetcherWorld, STORY } from "./fetcher-world.ts";

const KIBI = 1_024;
const SMALL_WIRE_BYTES = 64 * KIBI;
const SMALL_DECODED_BYTES = 128 * KIBI;
/** Short limits for hosts that would otherwise never end; each is the only one that can strike in its test. */
const SHORT_MS = 150;

const { hostOf, fetcherWith, fetchFrom } = fetcherWorld();

describe("a page on a connection that stays open", () => {
  const text = "Half";
  const keptOpen: Site = (_request, wire) =>
    wire.write(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${text.length}\r\n\r\n${text}`);

  it("arrives without waiting for the server's end", async () => {
    expect(await fetchFrom(keptOpen)).toMatchObject({ kind: "page", wireBytes: text.length });
  });

  it("is a failure where more comes behind its announced length, in a packet of its own", async () => {
    // Listened to for as long as it takes: the test ends when the bytes come.
    const result = await fetchFrom(hostile.longerThanAnnouncedInPieces, { lateBytesMs: 60_000 });
    expect(result).toMatchObject({ kind: "failed", error: "truncated-body" });
    expect(result).toHaveProperty("message", expect.stringContaining("longer than its Content-Length"));
  });
});

describe("a host that sends too much", () => {
  const small = { maxWireBytes: SMALL_WIRE_BYTES, maxDecodedBytes: SMALL_DECODED_BYTES };
  it.each<[string, Site]>([
    ["an endless body in chunks", hostile.infiniteBody],
    ["an endless body until the connection closes", hostile.infiniteBodyUntilClose],
    ["a brotli bomb", hostile.brotliBomb(16 * KIBI * KIBI)],
    ["an endless gzip bomb", hostile.endlessGzipBomb],
    ["a body announced as too long", good.answer("x".repeat(SMALL_WIRE_BYTES + 1))],
  ])("is refused at the limit: %s", async (_, site) => {
    const result = await fetchFrom(site, small);
    expect(result).toMatchObject({ kind: "refused", rule: "response-too-large" });
    expect(result).toHaveProperty("message", expect.stringMatching(/limit is \d+|longer than \d+ bytes/));
  });

  it("is believed up to exactly the limit", async () => {
    const site = good.answer("x".repeat(SMALL_WIRE_BYTES));
    expect(await fetchFrom(site, small)).toMatchObject({ kind: "page", wireBytes: SMALL_WIRE_BYTES });
  });

  it.each<[string, Site]>([
    ["an endless head", hostile.infiniteHeaders],
    ["endless interim answers", hostile.infiniteInterimAnswers],
  ])("ends as a failure: %s", async (_, site) => {
    expect(await fetchFrom(site, { totalTimeoutMs: SHORT_MS })).toMatchObject({ kind: "failed" });
  });
});

describe("a host that takes too long", () => {
  it.each<[string, Site, Partial<FetchSettings>]>([
    ["no answer at all", hostile.silent, { headersTimeoutMs: SHORT_MS }],
    ["no answer at all, by the total limit", hostile.silent, { totalTimeoutMs: SHORT_MS }],
    ["a body that stops", hostile.stallsInBody, { idleTimeoutMs: SHORT_MS }],
    ["a body that drips", hostile.slowDripBody, { totalTimeoutMs: SHORT_MS }],
    ["a head that drips", hostile.slowDripHeaders, { totalTimeoutMs: SHORT_MS }],
  ])("is a timeout: %s", async (_, site, limits) => {
    expect(await fetchFrom(site, limits)).toMatchObject({
      kind: "failed",
      error: "timeout",
      permanent: false,
    });
  });

  it("is a DNS failure where its name is not resolved in time", async () => {
    const settings = { ...FETCH_DEFAULTS, connectTimeoutMs: SHORT_MS };
    const fetcher = createPageFetcher(settings, { resolve: () => new Promise(() => undefined) });
    expect(await fetcher.fetchPage("http://slow.test/")).toMatchObject({ kind: "failed", error: "dns" });
  });
});

describe("a body that is not what was announced", () => {
  it.each<[string, Site, string]>([
    ["shorter than its length", hostile.shorterThanAnnounced, "truncated-body"],
    ["longer than its length", hostile.longerThanAnnounced, "truncated-body"],
    ["longer than its length, connection closing", hostile.longerThanAnnouncedAndClosing, "truncated-body"],
    ["a second answer behind the first", hostile.answersTwice, "truncated-body"],
    ["two lengths", hostile.twoLengths, "truncated-body"],
    ["no last chunk", hostile.missingLastChunk, "truncated-body"],
    ["reset within the body", hostile.resetsInBody, "truncated-body"],
    ["gzip cut off", hostile.truncatedGzip(STORY), "truncated-body"],
    ["brotli cut off", hostile.truncatedBrotli(STORY), "truncated-body"],
    ["a length and chunks", hostile.lengthAndChunks, "truncated-body"],
    ["a length that is no number", hostile.lengthIsNoNumber, "bad-response"],
    ["a broken chunk", hostile.brokenChunk, "bad-response"],
    ["gzip that is none", hostile.notReallyGzip, "bad-response"],
    ["no HTTP", hostile.notHttp, "bad-response"],
    ["an unasked upgrade", hostile.unaskedUpgrade, "connection-lost"],
    ["closed at once", hostile.closesAtOnce, "connection-lost"],
    ["reset at once", hostile.resetsAtOnce, "connection-lost"],
  ])("is a failure, never a page: %s", async (_, site, error) => {
    expect(await fetchFrom(site)).toMatchObject({ kind: "failed", error, permanent: false });
  });

  it.each<[string, Site]>([
    ["two at once", hostile.twoEncodings(STORY)],
    ["an unknown one", hostile.unknownEncoding],
  ])("is refused with another Content-Encoding: %s", async (_, site) => {
    expect(await fetchFrom(site)).toMatchObject({ kind: "refused", rule: "unsupported-encoding" });
  });
});

describe("a host that is not there", () => {
  it("is a DNS failure where it has no address", async () => {
    const result = await fetcherWith().fetchPage("http://nowhere.test/");
    expect(result).toMatchObject({
      kind: "failed",
      error: "dns",
      message: "host nowhere.test has no address",
    });
  });

  it("is a DNS failure where DNS itself fails", async () => {
    const fetcher = createPageFetcher(FETCH_DEFAULTS, {
      resolve: async () => {
        throw Object.assign(new Error("queryA ESERVFAIL"), { code: "ESERVFAIL" });
      },
    });
    expect(await fetcher.fetchPage("http://broken.test/")).toMatchObject({ kind: "failed", error: "dns" });
  });

  it("is a connection failure where nothing listens", async () => {
    // Nobody is given this port; one that was free a moment ago may be another test's by now.
    const developmentHosts = [{ host: "a.example", address: "127.0.0.1", port: 1 }];
    const result = await fetcherWith({ developmentHosts }).fetchPage("http://a.example/");
    expect(result).toMatchObject({ kind: "failed", error: "connect" });
  });

  it("is a TLS failure where something else than TLS answers", async () => {
    const result = await fetcherWith().fetchPage(`https://${hostOf(good.answer(STORY))}/`);
    expect(result).toMatchObject({ kind: "failed", error: "tls" });
  });

  it("throws on what is nobody's fault but ours", async () => {
    const fetcher = createPageFetcher(FETCH_DEFAULTS, {
      resolve: async () => {
        throw new TypeError("a mistake in this program");
      },
    });
    await expect(fetcher.fetchPage("http://a.test/")).rejects.toThrow("a mistake in this program");
  });
});
