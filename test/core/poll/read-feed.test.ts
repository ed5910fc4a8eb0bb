import { describe, expect, it } from "vitest";
import type { FeedReading } from "../../../src/core/poll/feed-model.ts";
import { readFeed } from "../../../src/core/poll/read-feed.ts";
import {
  ATOM,
  FEED_URL,
  FULL_RSS,
  item,
  items,
  JSON_FEED,
  NEWS_SITEMAP,
  RDF,
  rss,
  SITEMAP_INDEX,
} from "./documents.ts";

type Feed = FeedReading & { readonly kind: "feed" };

function feedOf(document: string, url = FEED_URL): Feed {
  const reading = readFeed(document, url);
  if (reading.kind !== "feed") throw new Error(reading.message);
  return reading;
}
const linksOf = (document: string): Array<string | null> => feedOf(document).entries.map(({ link }) => link);
const messageOf = (document: string): string => {
  const reading = readFeed(document, FEED_URL);
  return reading.kind === "feed" ? "a feed" : reading.message;
};

describe("reading a feed", () => {
  it("keeps every field of an RSS item", () => {
    const feed = feedOf(FULL_RSS);
    expect(feed).toMatchObject({ format: "rss", title: "Harbour Post", cutOff: null });
    expect(feed.entries).toEqual([
      {
        guid: "agreement-1",
        link: "https://harbour.example/port/agreement?a=1&b=2",
        title: "Council & port agree",
        authors: ["Ada Quill", "Tom Reed"],
        published: { value: "2023-11-27T19:10:00Z", offset: "+09:00", source: "feed" },
        updated: null,
        language: "en-GB",
        categories: ["Port", "Council"],
        media: [
          { url: "https://harbour.example/pictures/port.jpg", type: "image/jpeg" },
          { url: "https://cdn.example/port-large.jpg", type: "image/jpeg" },
        ],
        source: { title: "The Wire", url: "https://wire.example/feed" },
        summary: "Both sides sign.",
        content: "<p>Both sides signed on Tuesday.</p>",
      },
    ]);
  });

  it("reads when the publisher wants to be asked again, its hub and its own address", () => {
    expect(feedOf(FULL_RSS).hints).toEqual({
      ttlMs: 30 * 60_000,
      updatePeriodMs: 30 * 60_000,
      hubs: ["https://hub.example/"],
      self: "https://harbour.example/feed",
    });
  });

  it("reads Atom with its bases, types of text and inherited authors", () => {
    expect(feedOf(ATOM)).toMatchObject({
      format: "atom",
      title: "Harbour Atom",
      hints: { hubs: ["https://hub.example/"] },
      entries: [
        {
          guid: "tag:harbour.example,2024:1",
          link: "https://harbour.example/atom/2024/tide.html",
          title: "Tide turns",
          authors: ["Newsroom"],
          published: { value: "2024-02-01T08:00:00Z" },
          updated: { value: "2024-02-01T08:30:00Z", offset: "+01:00" },
          language: "en",
          categories: ["The sea"],
          media: [{ url: "https://harbour.example/atom/2024/tide.mp3", type: "audio/mpeg" }],
          source: { title: "Coast Agency", url: "https://coast.example/" },
          content: "<p>The tide turned.</p>",
        },
      ],
    });
  });

  it("reads RDF", () => {
    expect(feedOf(RDF)).toMatchObject({
      format: "rdf",
      title: "Harbour RDF",
      entries: [
        {
          guid: "https://harbour.example/1",
          link: "https://harbour.example/1",
          authors: ["Ada Quill"],
          published: { value: "2024-02-01" },
        },
      ],
    });
  });

  it("reads JSON Feed, and takes an external link only where an item has no page of its own", () => {
    const feed = feedOf(JSON_FEED);
    expect(feed).toMatchObject({
      format: "json-feed",
      title: "Harbour JSON",
      hints: { hubs: ["https://hub.example/"], self: "https://harbour.example/feed.json" },
    });
    expect(feed.entries[0]).toMatchObject({
      link: "https://harbour.example/a",
      authors: ["Newsroom"],
      published: { value: "2024-02-01T06:00:00Z" },
      updated: { value: "2024-02-02T08:00:00Z" },
      media: [{ url: "https://harbour.example/gull.jpg" }],
      content: "<p>They are back.</p>",
    });
    expect(feed.entries[1]?.link).toBe("https://other.example/b");
  });

  it("reads Google News sitemaps", () => {
    const feed = feedOf(NEWS_SITEMAP);
    expect(feed.format).toBe("news-sitemap");
    expect(feed.entries[0]).toMatchObject({
      link: "https://harbour.example/a?x=1&y=2",
      title: "Quay & pier repaired",
      published: { value: "2024-02-01T08:00:00Z" },
      updated: { value: "2024-02-01T09:00:00Z" },
      language: "en",
      categories: ["quay", "pier"],
      media: [{ url: "https://cdn.example/quay.jpg", type: null }],
      source: { title: "Harbour Post", url: null },
    });
    expect(feed.entries[1]).toMatchObject({ link: "https://harbour.example/b", title: null });
  });

  it("tells a plain sitemap and a sitemap index from a news sitemap", () => {
    expect(feedOf("<urlset><url><loc>https://a.example/</loc></url></urlset>").format).toBe("sitemap");
    const index = feedOf(SITEMAP_INDEX);
    expect(index.format).toBe("sitemap-index");
    expect(index.entries.map(({ link, updated }) => [link, updated?.value ?? null])).toEqual([
      ["https://harbour.example/sitemap-1.xml", "2024-02-01"],
      ["https://harbour.example/sitemap-2.xml", null],
    ]);
  });

  it.each([
    [
      "RSS 0.91 with its DTD",
      `<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://x.example/rss.dtd"><rss version="0.91"><channel>${item(1)}</channel></rss>`,
    ],
    [
      "RSS in capitals",
      "<RSS VERSION='2.0'><CHANNEL><ITEM><TITLE>A</TITLE><LINK>/ferry/1</LINK></ITEM></CHANNEL></RSS>",
    ],
    [
      "RSS with items outside its channel",
      `<rss version="2.0"><channel><title>T</title></channel>${item(1)}</rss>`,
    ],
    ["RSS behind a warning of the server", `Warning: cache is full\n\n${rss(item(1))}`],
    ["RSS behind a byte order mark", `\ufeff${rss(item(1))}`],
    [
      "an entity that only a DTD defines",
      `<!DOCTYPE rss [<!ENTITY a "bomb"><!ENTITY b "&a;&a;">]>${rss(item(1)).replace(/^<\?xml.*\?>/, "")}`,
    ],
    [
      "Atom with a prefix",
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>1</a:id><a:link href="/ferry/1"/></a:entry></a:feed>`,
    ],
    [
      "Atom 0.3",
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><id>x</id><link rel="alternate" href="/ferry/1"/></entry></feed>`,
    ],
    [
      "an item whose page stands in its guid only",
      rss("<item><guid>https://harbour.example/ferry/1</guid></item>"),
    ],
    [
      "an Atom entry whose page stands in its content only",
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>x</id><content src="/ferry/1" type="text/html"/></entry></feed>`,
    ],
    [
      "an article about feeds",
      rss(
        "<item><title>How to write &lt;feed&gt;</title><link>/ferry/1</link><description><![CDATA[<feed xmlns='http://www.w3.org/2005/Atom'><entry>x</entry></feed> and <rss>]]></description></item>",
      ),
    ],
    [
      "Atom that quotes RSS",
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>x</id><link href="/ferry/1"/><content type="html"><![CDATA[ <rss version="2.0"><channel><item/></channel></rss>]]></content></entry></feed>`,
    ],
  ])("reads %s", (_name, document) => {
    expect(linksOf(document)).toEqual(["https://harbour.example/ferry/1"]);
  });

  it("takes no link that is not http or https", () => {
    const links = [
      "javascript:alert(1)",
      "data:text/html,x",
      "ftp://a.example/x",
      "mailto:a@b.example",
      "http://[",
    ];
    expect(linksOf(rss(links.map((link) => `<item><link>${link}</link></item>`).join("")))).toEqual(
      links.map(() => null),
    );
  });

  it("takes no guid for a page that says it is none", () => {
    expect(
      linksOf(rss('<item><guid isPermaLink="false">https://a.example/1</guid><title>T</title></item>')),
    ).toEqual([null]);
  });

  it("shows titles as one plain line without control characters", () => {
    const entry = feedOf(
      rss("<item><title>One\n\ttwo &amp;lt;b&amp;gt;\u001b[31m &lt;b&gt;three&lt;/b&gt;</title></item>"),
    ).entries[0];
    expect(entry?.title).toBe("One two <b> [31m three");
  });

  it("cuts what is longer than any honest field", () => {
    const long = "x".repeat(100_000);
    const entry = feedOf(
      rss(
        `<item><title>${long}</title><guid>${long}</guid><category>${long}</category><link>/${long}</link></item>`,
      ),
    ).entries[0];
    expect(entry?.title).toHaveLength(1_000);
    expect(entry?.guid).toHaveLength(2_048);
    expect(entry?.categories[0]).toHaveLength(200);
    expect(entry?.link).toBeNull();
  });
});

describe("reading a broken feed", () => {
  it.each([
    ["RSS", rss(items(3)), "<item>"],
    ["Atom", ATOM.replace("</feed>", `${ATOM.slice(ATOM.indexOf("<entry"))}`), "<entry"],
    ["a sitemap", NEWS_SITEMAP, "<url>"],
    ["JSON Feed", JSON_FEED, '{"id"'],
  ])("keeps the whole entries of %s that breaks off at any place", (_name, document, entryStart) => {
    const whole = feedOf(document).entries;
    const lastStart = document.lastIndexOf(entryStart);
    for (let end = lastStart; end < lastStart + 20; end++) {
      const reading = readFeed(document.slice(0, end), FEED_URL);
      expect(reading).toMatchObject({ kind: "feed", cutOff: "the document breaks off before its end" });
      if (reading.kind === "feed") expect(reading.entries).toEqual(whole.slice(0, -1));
    }
  });

  it("loses only the broken entry among good ones", () => {
    const document = rss(`${items(20)}<item><title>never closed<link>/x</link></item>${items(20)}`);
    const reading = feedOf(document);
    expect(reading.entries.map(({ title }) => title)).toEqual(
      feedOf(rss(items(20) + items(20))).entries.map(({ title }) => title),
    );
    expect(reading.cutOff).toBe("1 broken entries left out");
  });

  it("keeps the entries before text that is never closed", () => {
    expect(feedOf(rss(`${items(3)}<item><title><![CDATA[open`)).entries).toHaveLength(3);
  });

  it("reads the first 5,000 entries of a longer feed and says so", () => {
    const reading = feedOf(rss(items(5_001)));
    expect(reading.entries).toHaveLength(5_000);
    expect(reading.cutOff).toBe("there are more than 5000 entries");
  });

  it("reads the first 5,000 items of a longer JSON Feed and says so", () => {
    const long = {
      version: "https://jsonfeed.org/version/1",
      title: "T",
      items: Array.from({ length: 5_001 }, (_, id) => ({ id: `${id}` })),
    };
    const reading = feedOf(JSON.stringify(long));
    expect(reading.entries).toHaveLength(5_000);
    expect(reading.cutOff).toBe("there are more than 5000 entries");
  });

  it.each([
    [
      "an HTML page",
      "<!doctype html><html><body><p>Hello</p></body></html>",
      "the document's root is <html>",
    ],
    ["nothing", "", "the document has no element"],
    ["words", "Not found", 'it starts with "Not found"'],
    ["other JSON", '{"error":"no such feed"}', "JSON without the fields of a JSON Feed"],
    ["broken JSON", '{"error":', "broken JSON"],
    ["a list in JSON", "[1,2]", "the document has no element"],
    [
      "a feed that breaks off in its head",
      "<rss version='2.0'><channel><title>Harb",
      "a feed without a whole entry",
    ],
    ["a million open elements", `<rss version="2.0">${"<a>".repeat(1_000_000)}`, "nested more than 256 deep"],
    ["a million open brackets", `{"items":${"[".repeat(1_000_000)}`, "nested more than 256 deep"],
    ["an element of a million attributes", `<rss ${'a="" '.repeat(1_000_000)}>`, "more than 1000 attributes"],
    ["an RSS root alone", "<rss version='2.0'></rss>", "neither a title nor an entry"],
  ])("refuses %s with the reason", (_name, document, reason) => {
    expect(messageOf(document)).toContain(reason);
  });

  it("reads a feed without entries as an empty feed", () => {
    expect(feedOf(rss(""))).toMatchObject({ title: "Harbour Post", entries: [], cutOff: null });
  });

  it("stops at 16 million characters", () => {
    const filler = `<item><title>${"x".repeat(1_000_000)}</title></item>`;
    const reading = feedOf(rss(filler.repeat(18)));
    expect(reading.cutOff).toMatch(/the document has 18\d{6} characters, the limit is 16777216/);
    expect(reading.entries).toHaveLength(16);
  });
});
