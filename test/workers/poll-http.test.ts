/* Polls over real connections: every kind of feed, every way of treating validators. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FEED_MEDIA_TYPES } from "../../src/core/fetch/content-type.ts";
import { parseDevelopmentHosts } from "../../src/core/fetch/development-hosts.ts";
import { FETCH_DEFAULTS } from "../../src/io/http/fetch-settings.ts";
import { createPageFetcher, type PageFetcher } from "../../src/io/http/page-fetcher.ts";
import { createFeedStore, type FeedStore } from "../../src/io/redis/feed-store.ts";
import { createPollStage } from "../../workers/poll.ts";
import { FEED_KINDS, FEED_SERVERS, type ServedFeed } from "../support/feed-servers.ts";
import { testRedis } from "../support/redis.ts";
import { serveTestSite, type TestSite } from "../support/site.ts";

const corner = testRedis();
const HOUR = 3_600_000;
const URL = "http://paper.example/feed";
const pageUrl = (name: string): string => `http://paper.example/news/${name}`;

let site: TestSite;
let fetcher: PageFetcher;
let feeds: FeedStore;
let offered: string[] = [];
let corners = 0;
let now = 0;

beforeAll(async () => {
  site = await serveTestSite();
  const developmentHosts = parseDevelopmentHosts(site.allowHosts);
  fetcher = createPageFetcher({ ...FETCH_DEFAULTS, developmentHosts, acceptedMediaTypes: FEED_MEDIA_TYPES });
});
afterAll(async () => {
  await site.close();
  await corner.close();
});
beforeEach(async () => {
  now = Date.UTC(2026, 10, 1, 12);
  feeds = createFeedStore({ redis: corner.redis, prefix: `${corner.prefix}-${corners++}`, now: () => now });
  await feeds.add({ url: URL, intervalMs: HOUR, minIntervalMs: HOUR, maxIntervalMs: HOUR });
});

/** @returns the job's detail and the pages that were offered */
async function poll(afterMs = HOUR): Promise<{ readonly detail: string; readonly urls: readonly string[] }> {
  now += afterMs;
  offered = [];
  const stage = createPollStage({
    feeds,
    fetchFeed: (url, conditions) => fetcher.fetchPage(url, conditions),
    async offerUrls(entries) {
      offered.push(...entries.map(({ url }) => url));
      return entries.map(() => ({ kind: "queued" }));
    },
    heldBecause: async () => undefined,
    schedule: async () => {},
    unschedule: async () => {},
    now: () => now,
    concurrency: 1,
  });
  const result = await stage.work({ feedUrl: URL });
  return { detail: result.kind === "advanced" ? (result.detail ?? "") : result.kind, urls: offered };
}

describe("a feed in the form of", () => {
  it.each(FEED_KINDS)("%s has its entry offered", async (_kind, contentType, document) => {
    const body = document(pageUrl("1"), "First account");
    site.set(URL, { body, headers: { "content-type": contentType } });
    expect((await poll()).urls).toEqual([pageUrl("1")]);
  });

  it("a sitemap index has the pages of its sitemap offered", async () => {
    const [, contentType, document] = FEED_KINDS.find(([kind]) => kind.includes("sitemap")) ?? [];
    if (!document) throw new Error("no sitemap among the kinds");
    const headers = { "content-type": contentType ?? "" };
    const child = "http://paper.example/news-1.xml";
    site.set(child, { body: document(pageUrl("1"), "First account"), headers });
    const body = `<sitemapindex><sitemap><loc>${child}</loc><lastmod>2026-11-01</lastmod></sitemap></sitemapindex>`;
    site.set(URL, { body, headers });
    expect((await poll()).urls).toEqual([pageUrl("1")]);
  });
});

describe("a server whose Link headers", () => {
  it("name hubs and topic, on one line or several, has them kept", async () => {
    const [, contentType, document] = FEED_KINDS[0] ?? [];
    if (!document) throw new Error("no kinds of feeds");
    site.set(URL, (response) => {
      const link = [
        '<https://one-hub.example/>; rel="hub", </style.css>; rel=preload',
        '</other-hub>; rel="hub"; title="a, b"',
        "<http://paper.example/topic>; rel=self",
      ];
      response
        .writeHead(200, { "content-type": contentType, link })
        .end(document(pageUrl("1"), "First account"));
    });
    await poll();
    expect(await feeds.get(URL)).toMatchObject({
      hubs: ["https://one-hub.example/", "http://paper.example/other-hub"],
      self: "http://paper.example/topic",
    });
  });
});

describe("a server with", () => {
  const document = FEED_KINDS.find(([kind]) => kind === "RSS 2.0")?.[2];
  if (!document) throw new Error("no RSS among the kinds");
  const both = document(pageUrl("1"), "First account").replace(
    "</channel>",
    `<item><title>Second account</title><link>${pageUrl("2")}</link></item></channel>`,
  );

  it.each(FEED_SERVERS)(
    "%s has no entry offered twice and none missed within a day",
    async (_what, answer) => {
      const feed: ServedFeed = {
        body: document(pageUrl("1"), "First account"),
        contentType: "application/rss+xml",
      };
      site.set(URL, (response) => answer(response, feed));
      expect((await poll()).urls).toEqual([pageUrl("1")]);
      const unchanged = await poll();
      expect(unchanged.urls).toEqual([]);
      // Told by the server, or seen by the document itself.
      expect(["not modified", "same document"]).toContain(unchanged.detail);
      feed.body = both;
      const found: string[] = [];
      for (let hour = 1; hour <= 25; hour++) found.push(...(await poll()).urls);
      expect(found).toEqual([pageUrl("2")]);
    },
  );
});
