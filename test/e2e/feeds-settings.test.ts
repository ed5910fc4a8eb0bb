/* What a feed's follower decided, and what the feed said, through a whole service. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urlKey } from "../../src/core/url/ids.ts";
import { readUrl, type UrlReport } from "../../src/io/reading.ts";
import { pageHtml, story } from "../support/articles.ts";
import { runCommand } from "../support/command.ts";
import { startTestService, type TestService } from "../support/service.ts";
import { serveTestSite, type TestSite } from "../support/site.ts";

const FEED = "http://gazette.example/feed.xml";
const HOUR_MS = 3_600_000;
const LIMITS = { intervalMs: HOUR_MS, minIntervalMs: HOUR_MS, maxIntervalMs: HOUR_MS };
const pageUrl = (number: number): string => `http://gazette.example/news/${number}`;

const item = (number: number, content: string): string =>
  `<item><guid isPermaLink="false">g${number}</guid><title>Account ${number}</title><link>${pageUrl(number)}</link>
<pubDate>Wed, 01 Nov 2023 08:00:00 GMT</pubDate><source url="http://wire.example/feed">The Wire</source>
<description>${content}</description></item>`;
const escaped = (html: string): string => html.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const whole = (number: number): string =>
  escaped(
    story(number)
      .map((text) => `<p>${text}</p>`)
      .join(""),
  );

describe("a feed whose follower knows it well", () => {
  let site: TestSite;
  let running: TestService;
  beforeAll(async () => {
    site = await serveTestSite();
    site.set(pageUrl(72), { body: pageHtml("Account 72", story(72)) });
    site.set(pageUrl(73), { body: pageHtml("Account 73", story(73)) });
    const links = '<li><a href="/more">More of what happened at the harbour</a></li>'.repeat(40);
    const items =
      item(71, whole(71)) + item(72, "In short: read on.") + item(73, escaped(`<ul>${links}</ul>`));
    const body = `<rss version="2.0"><channel><title>Gazette</title><language>en-au</language>${items}</channel></rss>`;
    site.set(FEED, { body, headers: { "content-type": "application/rss+xml" } });
    running = await startTestService({ DEV_ALLOW_HOSTS: site.allowHosts });
    const settings = { publisher: "Gazette Group", language: "en-AU", fullText: true };
    await running.service.feeds.add({ url: FEED, ...LIMITS, ...settings });
    await running.service.queues.poll.add("poll", { feedUrl: FEED });
    await running.outcomes([71, 72, 73].map((number) => urlKey(pageUrl(number))));
  });
  afterAll(async () => {
    await running.close();
    await site.close();
  });

  async function report(number: number): Promise<UrlReport> {
    const found = await readUrl(running.service, pageUrl(number));
    if (!found) throw new Error(`${pageUrl(number)} was never offered`);
    return found;
  }

  it("gives articles without asking for pages that stand in it", async () => {
    expect(site.asked.get(pageUrl(71))).toBeUndefined();
    const { record, article } = await report(71);
    expect(record).toMatchObject({ source: FEED, outcome: { kind: "clustered" } });
    expect(article?.text).toBe(story(71).join("\n"));
    expect(article?.article).toMatchObject({
      canonicalUrl: pageUrl(71),
      title: "Account 71",
      datePublished: { value: "2023-11-01T08:00:00Z", source: "feed" },
    });
  });

  it("has the page fetched where the entry is a teaser", async () => {
    expect(site.asked.get(pageUrl(72))).toBe(1);
    expect((await report(72)).article?.text).toBe(story(72).join("\n"));
  });

  it("has the page fetched where the entry is long, but no article", async () => {
    expect(site.asked.get(pageUrl(73))).toBe(1);
    expect((await report(73)).article?.text).toBe(story(73).join("\n"));
  });

  it("dates an article whose page has no date", async () => {
    expect((await report(72)).article?.article.datePublished).toMatchObject({
      value: "2023-11-01T08:00:00Z",
      source: "feed",
    });
  });

  it("gives each its publisher and language", async () => {
    for (const number of [71, 72, 73])
      expect((await report(number)).article?.article).toMatchObject({
        publisher: "Gazette Group",
        language: "en-AU",
      });
  });

  it("is named by explain, with what it said", async () => {
    expect((await report(72)).record.announced).toMatchObject({ feed: FEED, guid: "g72" });
    const { REDIS_URL, KEY_PREFIX } = running.service.settings;
    const { stdout } = await runCommand(["explain", pageUrl(72)], { environment: { REDIS_URL, KEY_PREFIX } });
    expect(stdout).toContain(
      `announced      by ${FEED} as "Account 72", source The Wire, dated 2023-11-01T08:00:00Z, language en-au`,
    );
  });
});
