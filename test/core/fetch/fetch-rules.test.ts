import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binaryFormatOf,
  FEED_MEDIA_TYPES,
  isAcceptedMediaType,
  mediaTypeOf,
} from "../../../src/core/fetch/content-type.ts";
import { developmentHostOf, parseDevelopmentHosts } from "../../../src/core/fetch/development-hosts.ts";
import { fetchUrl } from "../../../src/core/fetch/fetch-url.ts";
import { retryAfterMs } from "../../../src/core/fetch/retry-after.ts";

const RULES = { allowedPorts: [80, 443], maxUrlChars: 100 };

describe("a URL that is to be asked for", () => {
  it("is kept as it is, but for its fragment", () => {
    const checked = fetchUrl("https://news.example/A/b?z=1&a=2#top", RULES);
    expect(checked.kind === "url" && checked.url.href).toBe("https://news.example/A/b?z=1&a=2");
  });

  it.each([
    ["http://news.example:443/", "url"],
    ["https://news.example:80/", "url"],
    ["http://news.example:8080/", "port-not-allowed"],
    ["gopher://news.example/", "unknown-scheme"],
    ["http://a:b@news.example/", "credentials-in-url"],
    ["news.example", "malformed-url"],
    [`http://news.example/${"a".repeat(100)}`, "url-too-long"],
  ])("%s: %s", (url, expected) => {
    const checked = fetchUrl(url, RULES);
    expect(checked.kind === "url" ? "url" : checked.rule).toBe(expected);
  });

  it("is resolved against the one that redirected", () => {
    const checked = fetchUrl("../c", RULES, "https://news.example/a/b/x");
    expect(checked.kind === "url" && checked.url.href).toBe("https://news.example/a/c");
  });

  it("has an allowed scheme and port, and no credentials, whatever was offered", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string()), fc.option(fc.webUrl()), (text, base) => {
        const checked = fetchUrl(text, RULES, base ?? undefined);
        if (checked.kind !== "url") return;
        expect(checked.url.protocol).toMatch(/^https?:$/);
        expect(["", "80", "443"]).toContain(checked.url.port);
        expect(checked.url.username + checked.url.password).toBe("");
      }),
    );
  });
});

describe("Retry-After", () => {
  const NOW = Date.UTC(2023, 10, 28, 12);
  it.each([
    ["7", 7_000],
    [" 7 ", 7_000],
    ["Tue, 28 Nov 2023 12:00:07 GMT", 7_000],
    ["Tue, 28 Nov 2023 11:00:00 GMT", 0],
    ["1e9", undefined],
    ["-5", undefined],
    ["9".repeat(400), 86_400_000],
    ["", undefined],
    ["later", undefined],
    [undefined, undefined],
  ])("%j is a wait of %j ms", (header, expected) => {
    expect(retryAfterMs(header, NOW)).toBe(expected);
  });

  it("is never negative, never above a day, and never NaN", () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const wait = retryAfterMs(header, NOW);
        if (wait !== undefined) expect(wait >= 0 && wait <= 86_400_000).toBe(true);
      }),
    );
  });
});

describe("what a document is", () => {
  it("is told by its media type, without case and parameters", () => {
    expect(mediaTypeOf(" Text/HTML ; charset=utf-8")).toBe("text/html");
    expect(isAcceptedMediaType("application/atom+xml; charset=utf-8", [])).toBe(true);
    expect(isAcceptedMediaType("application/feed+json", FEED_MEDIA_TYPES)).toBe(true);
    expect(isAcceptedMediaType("image/svg", FEED_MEDIA_TYPES)).toBe(false);
  });

  it.each([
    ["<!doctype html>", undefined],
    ["", undefined],
    ["\u00ff\u00fe<\u0000h\u0000", undefined],
    ["<\u0000h\u0000t\u0000", undefined],
    ["\u001b$B%f", undefined],
    ["%PDF-1.4", "PDF"],
    ["PK\u0003\u0004", "ZIP"],
    ["\u001f\u008b\u0008", "gzip"],
    ["\u0089PNG\r\n", "PNG"],
    ["<p>\u0002", "binary data"],
  ])("is told by its first bytes: %j", (start, expected) => {
    expect(binaryFormatOf(Buffer.from(start, "latin1"))).toBe(expected);
  });
});

describe("development hosts", () => {
  const hosts = parseDevelopmentHosts("*.Example=127.0.0.1:8090, one.test=[::1]:81");
  it.each([
    ["a.example", 8090],
    ["a.b.example", 8090],
    ["example", undefined],
    ["badexample", undefined],
    ["one.test", 81],
    ["two.one.test", undefined],
  ])("%s leads to port %j", (hostname, port) => {
    expect(developmentHostOf(hostname, hosts)?.port).toBe(port);
  });

  it("are none by default", () => {
    expect(parseDevelopmentHosts("")).toEqual([]);
  });

  it.each([
    "a.example",
    "a.example=localhost:80",
    "a.example=127.0.0.1",
    "a.example=127.0.0.1:0",
    "a.example=127.0.0.1:70000",
  ])("are refused in another shape: %s", (text) => {
    expect(() => parseDevelopmentHosts(text)).toThrow(RangeError);
  });
});
