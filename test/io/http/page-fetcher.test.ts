import { describe, expect, it } from "vitest";
import * as good from "../../support/world/answers.ts";
import type { Site } from "../../support/world/world.ts";
import { fetcherWorld, STORY } from "./fetcher-world.ts";

const { hostOf, fetcherWith, fetchFrom, requestsTo } = fetcherWorld();

describe("a page that is sent well", () => {
  it.each<[string, () => Site]>([
    ["with its length", () => good.answer(STORY)],
    ["in chunks", () => good.chunked([STORY.slice(0, 100), STORY.slice(100)])],
    ["until the connection closes", () => good.untilClose(STORY)],
    ["as gzip", () => good.encoded(STORY, "gzip")],
    ["as x-gzip", () => good.encoded(STORY, "x-gzip")],
    ["as deflate", () => good.encoded(STORY, "deflate")],
    ["as deflate without its wrapper", () => good.bareDeflate(STORY)],
    ["as brotli", () => good.encoded(STORY, "br")],
    ["with an identity encoding", () => good.answer(STORY, { headers: { "Content-Encoding": "identity" } })],
    ["without a type", () => good.answer(STORY, { headers: { "Content-Type": "" } })],
  ])("arrives whole: %s", async (_, site) => {
    const result = await fetchFrom(site());
    expect(result).toMatchObject({ kind: "page", status: 200, redirects: [] });
    if (result.kind === "page") expect(result.body.toString()).toBe(STORY);
  });

  it("keeps the headers that say what may be done with it", async () => {
    const headers = {
      ETag: '"7"',
      "Last-Modified": "Tue, 28 Nov 2023 11:00:00 GMT",
      "Cache-Control": "max-age=60",
      "X-Robots-Tag": "noarchive",
      "TDM-Reservation": "1",
      "TDM-Policy": "https://news.example/policy.json",
    };
    expect(await fetchFrom(good.answer(STORY, { headers }))).toMatchObject({
      etag: '"7"',
      lastModified: "Tue, 28 Nov 2023 11:00:00 GMT",
      cacheControl: "max-age=60",
      robotsTag: "noarchive",
      tdmReservation: "1",
      tdmPolicy: "https://news.example/policy.json",
    });
  });

  it("keeps lines for different robots apart", async () => {
    const lines = "X-Robots-Tag: googlebot: noindex\r\nX-Robots-Tag: noarchive";
    const site: Site = (_request, wire) =>
      wire.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${lines}\r\n\r\n${STORY}`);
    const result = await fetchFrom(site);
    expect(result).toMatchObject({ kind: "page", robotsTag: "googlebot: noindex\nnoarchive" });
  });

  it("is asked for with an honest name and the encodings that are read", async () => {
    const host = hostOf(good.answer(STORY));
    await fetcherWith({ userAgent: "wirefold-test/1 (+https://news.example/bot)" }).fetchPage(
      `http://${host}/`,
    );
    expect(requestsTo(host)[0]?.headers).toMatchObject({
      "user-agent": "wirefold-test/1 (+https://news.example/bot)",
      "accept-encoding": "gzip, deflate, br",
    });
  });

  it("may be empty", async () => {
    expect(await fetchFrom(good.answer(""))).toMatchObject({ kind: "page", wireBytes: 0 });
    const emptyGzip = good.answer("", { headers: { "Content-Encoding": "gzip" } });
    expect(await fetchFrom(emptyGzip)).toMatchObject({ kind: "page", wireBytes: 0 });
  });
});

describe("a page that we know already", () => {
  const date = "Tue, 28 Nov 2023 11:00:00 GMT";
  it("is not sent again: by its ETag, or by its date", async () => {
    const url = `http://${hostOf(good.conditional(STORY, '"7"', date))}/`;
    expect(await fetcherWith().fetchPage(url, { etag: '"7"' })).toEqual({ kind: "not-modified" });
    expect(await fetcherWith().fetchPage(url, { lastModified: date })).toEqual({ kind: "not-modified" });
    expect(await fetcherWith().fetchPage(url, { etag: '"6"' })).toMatchObject({ kind: "page", etag: '"7"' });
  });

  it("is a failure where a 304 comes although nothing was known", async () => {
    const result = await fetchFrom(good.answer("", { status: 304 }));
    expect(result).toMatchObject({ kind: "failed", error: "http-status", status: 304, permanent: true });
  });
});

describe("a status that is no page", () => {
  it.each([
    [404, { kind: "failed", error: "http-status", permanent: true }],
    [403, { kind: "failed", error: "http-status", permanent: true }],
    [451, { kind: "failed", error: "http-status", permanent: true }],
    [408, { kind: "failed", error: "http-status", permanent: false }],
    [429, { kind: "failed", error: "http-status", permanent: false }],
    [500, { kind: "failed", error: "http-status", permanent: false }],
    [503, { kind: "failed", error: "http-status", permanent: false }],
    [206, { kind: "failed", error: "http-status" }],
    [302, { kind: "failed", error: "http-status", permanent: true }],
    [410, { kind: "gone" }],
  ])("%i has its own outcome", async (status, expected) => {
    const result = await fetchFrom(good.answer("sorry", { status }));
    expect(result).toMatchObject(expected);
    expect(result).toHaveProperty("message", expect.stringContaining(String(status)));
  });

  it.each([
    ["120", 120_000],
    ["0", 0],
    ["Tue, 28 Nov 2023 12:01:00 GMT", 60_000],
    ["Tue, 28 Nov 2023 11:00:00 GMT", 0],
    ["99999999", 86_400_000],
  ])("passes on a wish to be left alone: Retry-After %s", async (header, retryAfterMs) => {
    const result = await fetchFrom(good.answer("", { status: 429, headers: { "Retry-After": header } }));
    expect(result).toMatchObject({ status: 429, retryAfterMs });
  });

  it("has no wish where Retry-After says nothing readable", async () => {
    const result = await fetchFrom(good.answer("", { status: 503, headers: { "Retry-After": "soon" } }));
    expect(result).not.toHaveProperty("retryAfterMs");
  });
});

describe("a document that is no page", () => {
  it.each([
    "application/pdf",
    "image/png",
    "application/json",
    "video/mp4",
    "application/octet-stream",
    "nonsense",
  ])("is refused by its type: %s", async (type) => {
    const result = await fetchFrom(good.answer("x", { headers: { "Content-Type": type } }));
    expect(result).toMatchObject({ kind: "refused", rule: "unsupported-content-type" });
    expect(result).toHaveProperty("message", expect.stringContaining(type));
  });

  it.each([
    ["%PDF-1.7 …", "PDF"],
    ["\u0001\u0002\u0003", "binary data"],
    ["GIF89a", "GIF"],
  ])("is refused by its first bytes where it is sent as HTML: %s", async (body, format) => {
    const result = await fetchFrom(good.answer(body));
    expect(result).toMatchObject({ kind: "refused", rule: "unsupported-content-type" });
    expect(result).toHaveProperty("message", expect.stringContaining(format));
  });

  it.each([
    "text/plain",
    "TEXT/HTML; charset=utf-8",
    "application/xhtml+xml",
    "application/rss+xml",
    "text/xml",
  ])("is read as %s", async (type) => {
    expect(await fetchFrom(good.answer("x", { headers: { "Content-Type": type } }))).toMatchObject({
      kind: "page",
    });
  });
});

describe("redirects", () => {
  it.each([301, 302, 303, 307, 308])(
    "of status %i are followed to the page, and remembered",
    async (status) => {
      const other = hostOf(good.answer(STORY));
      const host = hostOf(
        good.paths({
          "/story": good.redirect("/moved", status),
          "/moved": good.redirect(`//${other}:80/final#top`, status),
        }),
      );
      expect(await fetcherWith().fetchPage(`http://${host}/story`)).toMatchObject({
        kind: "page",
        finalUrl: `http://${other}/final`,
        redirects: [`http://${host}/story`, `http://${host}/moved`],
      });
    },
  );

  it.each([
    { statuses: [301, 302], movedTo: "/moved", what: "up to the first temporary one" },
    { statuses: [308, 301], movedTo: "/final", what: "to the end" },
    { statuses: [302, 301], movedTo: undefined, what: "nowhere" },
  ])("of $statuses lead for good $what", async ({ statuses, movedTo }) => {
    const host = hostOf(
      good.paths({
        "/story": good.redirect("/moved", statuses[0]),
        "/moved": good.redirect("/final", statuses[1]),
        "/final": good.answer(STORY),
      }),
    );
    const result = await fetcherWith().fetchPage(`http://${host}/story`);
    expect(result).toMatchObject({ kind: "page", finalUrl: `http://${host}/final` });
    expect(result.kind === "page" && result.movedTo).toBe(movedTo && `http://${host}${movedTo}`);
  });

  it("are followed where the target is written in plain UTF-8", async () => {
    const host = hostOf(
      good.paths({
        "/story": good.redirect("/шторм"),
        "/%D1%88%D1%82%D0%BE%D1%80%D0%BC": good.answer(STORY),
      }),
    );
    expect(await fetcherWith().fetchPage(`http://${host}/story`)).toMatchObject({ kind: "page" });
  });

  it("end in a refusal when they go in a circle", async () => {
    const host = hostOf(good.paths({ "/story": good.redirect("/b"), "/b": good.redirect("/story") }));
    const result = await fetcherWith().fetchPage(`http://${host}/story`);
    expect(result).toMatchObject({ kind: "refused", rule: "too-many-redirects" });
    expect(result).toHaveProperty("message", expect.stringContaining("circle"));
    expect(requestsTo(host)).toHaveLength(2);
  });

  it("end in a refusal after five", async () => {
    const host = hostOf((request, wire) => good.redirect(`${request.path}x`)(request, wire));
    const result = await fetcherWith().fetchPage(`http://${host}/story`);
    expect(result).toMatchObject({ kind: "refused", rule: "too-many-redirects" });
    expect(requestsTo(host)).toHaveLength(6);
  });

  it.each([
    ["ftp://news.example/a", "unknown-scheme"],
    ["javascript:alert(1)", "unknown-scheme"],
    ["file:///etc/passwd", "unknown-scheme"],
    ["http://joe:pw@news.example/", "credentials-in-url"],
    ["http://news.example:22/", "port-not-allowed"],
    ["http://[::1/", "malformed-url"],
    [`/${"a".repeat(4_000)}`, "url-too-long"],
  ])("are checked like the first URL: %s", async (location, rule) => {
    expect(await fetchFrom(good.redirect(location))).toMatchObject({ kind: "refused", rule });
  });

  it("ask before each hop, and stop where the answer is no", async () => {
    const target = hostOf(good.answer(STORY));
    const host = hostOf(good.redirect(`http://${target}/story`));
    const asked: string[] = [];
    const result = await fetcherWith().fetchPage(`http://${host}/`, {}, async (url) => {
      asked.push(url);
      return { kind: "blocked-by-robots", message: "not here" };
    });
    expect(result).toEqual({ kind: "blocked-by-robots", message: "not here" });
    expect(asked).toEqual([`http://${target}/story`]);
    expect(requestsTo(target)).toHaveLength(0);
  });
});
