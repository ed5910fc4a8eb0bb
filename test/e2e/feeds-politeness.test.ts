/* Feeds and pages of one host share its slots: whatever asks, the host has its rest between two requests. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urlKey } from "../../src/core/url/ids.ts";
import { pageHtml, story } from "../support/articles.ts";
import { startTestService, type TestService } from "../support/service.ts";
import { serveTestSite, type TestSite } from "../support/site.ts";

const HOST_DELAY_MS = 120;
const HOUR_MS = 3_600_000;
const ONCE_AN_HOUR = { intervalMs: HOUR_MS, minIntervalMs: HOUR_MS, maxIntervalMs: HOUR_MS };
const NUMBERS = [71, 72, 73, 74];
const pageUrl = (number: number): string => `http://herald.example/news/${number}`;
const feedUrl = (number: number): string => `http://herald.example/feeds/${number}.xml`;

const rssOf = (number: number): string =>
  `<rss version="2.0"><channel><title>Section ${number}</title><link>http://herald.example/</link><description>news</description><item><guid>${number}</guid><title>Account ${number}</title><link>${pageUrl(number)}</link></item></channel></rss>`;

describe("a host with several feeds", () => {
  let site: TestSite;
  let running: TestService;

  beforeAll(async () => {
    site = await serveTestSite();
    for (const number of NUMBERS) {
      site.set(pageUrl(number), { body: pageHtml(`Account ${number}`, story(number)) });
      site.set(feedUrl(number), {
        body: rssOf(number),
        headers: { "content-type": "application/rss+xml" },
      });
    }
    running = await startTestService({ DEV_ALLOW_HOSTS: site.allowHosts, HOST_DELAY_MS });
  });
  afterAll(async () => {
    await running.close();
    await site.close();
  });

  it("is asked for feeds and pages with its delay between any two requests", async () => {
    const { feeds, queues } = running.service;
    for (const number of NUMBERS) {
      await feeds.add({ url: feedUrl(number), ...ONCE_AN_HOUR });
      await queues.poll.add("poll", { feedUrl: feedUrl(number) });
    }
    const ended = await running.outcomes(NUMBERS.map((number) => urlKey(pageUrl(number))));
    expect(ended.map(({ kind }) => kind)).toEqual(NUMBERS.map(() => "clustered"));
    const moments = site.arrivals.map(({ atMs }) => atMs);
    const gaps = moments.slice(1).map((atMs, i) => atMs - (moments[i] ?? 0));
    expect(gaps.length).toBeGreaterThan(2 * NUMBERS.length);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(HOST_DELAY_MS);
  });
});
