/* A followed feed through a whole service: its entries become articles, new ones later, changed ones as revisions. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urlKey } from "../../src/core/url/ids.ts";
import { articleIdFor } from "../../src/io/reading.ts";
import { STAGES } from "../../src/pipeline.ts";
import { pageHtml, story } from "../support/articles.ts";
import { startTestService, type TestService } from "../support/service.ts";
import { serveTestSite, type TestSite } from "../support/site.ts";

const FEED = "http://gazette.example/feed.xml";
const HOUR_MS = 3_600_000;
const pageUrl = (number: number): string => `http://gazette.example/news/${number}`;

interface Entry {
  readonly number: number;
  readonly updated: string;
}

function atom(entries: readonly Entry[]): string {
  const items = entries.map(
    ({ number, updated }) =>
      `<entry><id>tag:gazette.example,2026:${number}</id><title>Account ${number}</title>` +
      `<link rel="alternate" href="${pageUrl(number)}"/><updated>${updated}</updated></entry>`,
  );
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><id>tag:gazette.example,2026:feed</id><updated>2026-11-01T00:00:00Z</updated>${items.join("")}</feed>`;
}

describe("a followed feed", () => {
  let site: TestSite;
  let running: TestService;
  let aheadMs = 0;

  beforeAll(async () => {
    site = await serveTestSite();
    for (const number of [61, 62, 63])
      site.set(pageUrl(number), { body: pageHtml(`Account ${number}`, story(number)) });
    running = await startTestService(
      { DEV_ALLOW_HOSTS: site.allowHosts },
      STAGES,
      () => Date.now() + aheadMs,
    );
  });
  afterAll(async () => {
    await running.close();
    await site.close();
  });

  const publish = (entries: readonly Entry[]): void =>
    site.set(FEED, { body: atom(entries), headers: { "content-type": "application/atom+xml" } });
  /** Now, beside the feed's own schedule, which the stage itself sets after each reading. */
  const poll = () => running.service.queues.poll.add("poll", { feedUrl: FEED });
  const outcomes = (numbers: readonly number[]) =>
    running.outcomes(numbers.map((number) => urlKey(pageUrl(number))));

  it("has its entries fetched and clustered", async () => {
    publish([
      { number: 61, updated: "2026-11-01T08:00:00Z" },
      { number: 62, updated: "2026-11-01T09:00:00Z" },
    ]);
    const limits = { intervalMs: HOUR_MS, minIntervalMs: HOUR_MS, maxIntervalMs: HOUR_MS };
    expect(await running.service.feeds.add({ url: FEED, ...limits })).toMatchObject({ kind: "added" });
    await poll();
    expect((await outcomes([61, 62])).map((outcome) => outcome.kind)).toEqual(["clustered", "clustered"]);
  });

  it("has a new entry fetched at its next reading, and no known one again", async () => {
    publish([
      { number: 61, updated: "2026-11-01T08:00:00Z" },
      { number: 62, updated: "2026-11-01T09:00:00Z" },
      { number: 63, updated: "2026-11-01T10:00:00Z" },
    ]);
    await poll();
    expect((await outcomes([63])).map((outcome) => outcome.kind)).toEqual(["clustered"]);
    expect(site.asked.get(pageUrl(61))).toBe(1);
  });

  it("has a changed entry fetched again, as a revision of the same article", async () => {
    const articleId = await articleIdFor(running.service, pageUrl(61));
    site.set(pageUrl(61), {
      body: pageHtml("Account 61", [...story(61), "Correction: the figure was wrong."]),
    });
    publish([{ number: 61, updated: "2026-11-02T08:00:00Z" }]);
    // A change is believed only some minutes after the last one.
    aheadMs = HOUR_MS;
    await poll();
    if (!articleId) throw new Error("the entry gave no article");
    while ((await running.service.articles.revisions(articleId)).length < 2)
      await new Promise((done) => setTimeout(done, 20));
    expect(await articleIdFor(running.service, pageUrl(61))).toBe(articleId);
  });

  describe("whose pages are known already", () => {
    const OTHER = "http://other-gazette.example/rss.xml";
    const rss = (links: readonly string[]): string =>
      `<rss version="2.0"><channel><title>Other</title>${links.map((link) => `<item><title>x</title><link>${link.replaceAll("&", "&amp;")}</link></item>`).join("")}</channel></rss>`;
    /** Polled until its entries were offered. */
    async function read(links: readonly string[]): Promise<void> {
      site.set(OTHER, { body: rss(links), headers: { "content-type": "application/rss+xml" } });
      const limits = { intervalMs: HOUR_MS, minIntervalMs: HOUR_MS, maxIntervalMs: HOUR_MS };
      await running.service.feeds.remove(OTHER);
      await running.service.feeds.add({ url: OTHER, ...limits });
      await running.service.queues.poll.add("poll", { feedUrl: OTHER });
      while ((await running.service.feeds.get(OTHER))?.lastSuccessAt === null)
        await new Promise((done) => setTimeout(done, 20));
    }
    const frontierSize = async () => {
      const { fresh, backlog, leased } = await running.service.frontier.size();
      return fresh + backlog + leased;
    };

    it("has none of them fetched, however it spells them", async () => {
      const before = site.asked.get(pageUrl(62));
      await read([`${pageUrl(62)}?utm_source=rss&utm_medium=feed#top`, pageUrl(63)]);
      expect(await frontierSize()).toBe(0);
      expect(site.asked.get(pageUrl(62))).toBe(before);
      const record = await running.service.urls.get(urlKey(pageUrl(62)));
      // Who announced it first stays its announcer.
      expect(record).toMatchObject({ state: "settled", announced: { feed: FEED } });
    });

    it("has none fetched whose article is forgotten: it is never news again", async () => {
      const articleId = await articleIdFor(running.service, pageUrl(63));
      const keys = await running.service.redis.keys(`*${articleId}*`);
      expect(keys.length).toBeGreaterThan(0);
      // As WINDOW_DAYS does it; the URL's record stays for TOMBSTONE_DAYS.
      await running.service.redis.unlink(...keys);
      await read([pageUrl(63)]);
      expect(await frontierSize()).toBe(0);
      expect(site.asked.get(pageUrl(63))).toBe(1);
      const record = await running.service.urls.get(urlKey(pageUrl(63)));
      expect(record).toMatchObject({ state: "settled", outcome: { kind: "clustered" } });
    });
  });
});
