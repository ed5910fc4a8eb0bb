import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonFeedUrls, findFeeds } from "../../../src/core/poll/find-feeds.ts";

const PAGE = "https://harbour.example/news/today";
const urlsIn = (html: string): string[] => findFeeds(html, PAGE).map(({ url }) => url);

describe("finding the feeds of a page", () => {
  it("takes what the page declares, with its title", () => {
    const html = `<html><head>
      <link rel="alternate" type="application/rss+xml" title="Top &amp; latest" href="/top.rss">
      <link rel="ALTERNATE stylesheet" type="application/atom+xml; charset=utf-8" href="atom">
      <link rel="alternate" type="application/feed+json" href="https://cdn.example/feed.json">
      <link rel="feed" href="/more"></head>`;
    expect(findFeeds(html, PAGE)[0]).toEqual({
      url: "https://harbour.example/top.rss",
      title: "Top & latest",
      how: "link",
    });
    expect(urlsIn(html)).toEqual([
      "https://harbour.example/top.rss",
      "https://harbour.example/news/atom",
      "https://cdn.example/feed.json",
      "https://harbour.example/more",
    ]);
  });

  it("follows the page's base", () => {
    expect(
      urlsIn('<base href="https://static.example/x/"><link rel=alternate type=text/xml href=feed.xml>'),
    ).toEqual(["https://static.example/x/feed.xml"]);
  });

  it.each([
    ["a stylesheet", '<link rel="stylesheet" type="text/css" href="/a.css">'],
    ["a translation", '<link rel="alternate" hreflang="de" href="/de/">'],
    ["an AMP page", '<link rel="amphtml" href="/amp/feed">'],
    ["a script's address", '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">'],
    ["an article about feeds", '<a href="/2024/01/feed-prices-rise">Feed prices rise</a>'],
    ["an address in a comment", '<!-- <link rel="alternate" type="application/rss+xml" href="/x"> -->'],
  ])("does not take %s", (_name, html) => {
    expect(urlsIn(html)).toEqual([]);
  });

  it("takes links for people that look like feeds, behind the declared ones", () => {
    const html = `<a href="/sport/rss">RSS</a><a href="/world.rss">World</a><a href="/section/feed/">x</a>
      <link rel="alternate" type="application/rss+xml" href="/all">`;
    expect(urlsIn(html)).toEqual([
      "https://harbour.example/all",
      "https://harbour.example/sport/rss",
      "https://harbour.example/world.rss",
      "https://harbour.example/section/feed/",
    ]);
  });

  it("puts feeds of comments last", () => {
    const html = `<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
      <link rel="alternate" type="application/rss+xml" href="/feed">`;
    expect(urlsIn(html)).toEqual(["https://harbour.example/feed", "https://harbour.example/comments/feed"]);
  });

  it("names each feed once, and at most fifty", () => {
    const link = (n: number) => `<link rel="alternate" type="application/rss+xml" href="/${n % 60}.rss">`;
    const html = Array.from({ length: 1_000 }, (_, n) => link(n)).join("");
    expect(new Set(urlsIn(html)).size).toBe(50);
    expect(urlsIn(html)).toHaveLength(50);
  });

  it("never throws, and gives only http addresses", () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "<link ",
        "rel=alternate ",
        "type=application/rss+xml ",
        "href=",
        "<a ",
        "<base ",
        '"',
        ">",
        "//",
        ":",
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) =>
        findFeeds(parts.join(""), PAGE).every(({ url }) => /^https?:\/\//.test(url)),
      ),
      { numRuns: 1_000 },
    );
  });

  it("knows where sites keep feeds that they name nowhere", () => {
    const urls = commonFeedUrls(PAGE);
    expect(urls).toContain("https://harbour.example/feed");
    expect(urls).toContain("https://harbour.example/news-sitemap.xml");
    expect(new Set(urls).size).toBe(urls.length);
  });
});
