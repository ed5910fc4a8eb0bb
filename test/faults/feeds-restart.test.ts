/*
 * As a new user would: fifty feeds from an OPML file, followed by a service that is stopped once and killed twice in
 * the middle, while feeds are read and while pages are. Nothing is lost, nothing comes twice, no server is asked more
 * than it must be.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settingsWith } from "../../config/settings.ts";
import type { ClusterEvent } from "../../src/core/cluster/events.ts";
import { FINGERPRINT_VERSION } from "../../src/core/fingerprint/fingerprint.ts";
import { urlKey } from "../../src/core/url/ids.ts";
import { pollFeedNow } from "../../src/io/feed-scheduler.ts";
import { readUrl } from "../../src/io/reading.ts";
import { decodeClusterEvent } from "../../src/io/redis/cluster-index-events.ts";
import { clusterKeys } from "../../src/io/redis/keys.ts";
import { openService, type Service } from "../../src/io/service.ts";
import { pageHtml, story } from "../support/articles.ts";
import {
  endService,
  jsonLines,
  runCommand,
  type StartedService,
  startService,
  untilServed,
} from "../support/command.ts";
import { type TestRedis, testRedis } from "../support/redis.ts";
import { serveTestSite, type TestSite } from "../support/site.ts";

const FEEDS = 50;
const ENTRIES = 4;
const PAGES = FEEDS * ENTRIES;
/** The first pages are four prints each of thirty stories, the rest stories of their own. */
const SHARED_STORIES = 30;
const COPIES = 4;
/** What may be under way when a process is killed, and is then asked for again. */
const FETCHES_AT_ONCE = 4;
/** As many may stand in the queue while their leases have not ended: they come a second time. */
const ASKED_AGAIN_PER_KILL = 2 * FETCHES_AT_ONCE;
const POLLS_AT_ONCE = 4;
const KILLS = 2;

const hostOf = (feed: number): string => `paper${String(feed).padStart(2, "0")}.example`;
const pageUrl = (page: number): string => `http://${hostOf(Math.floor(page / ENTRIES))}/news/${page}`;
const storyOf = (page: number): number => (page < SHARED_STORIES * COPIES ? page % SHARED_STORIES : page);
const PAGE_NUMBERS = Array.from({ length: PAGES }, (_, page) => page);
const FEED_NUMBERS = Array.from({ length: FEEDS }, (_, feed) => feed);

interface Format {
  readonly path: string;
  readonly contentType: string;
  document(pages: readonly number[]): string;
}
const FORMATS: readonly Format[] = [
  {
    path: "rss.xml",
    contentType: "application/rss+xml",
    document: (pages) =>
      `<rss version="2.0"><channel><title>Paper</title>${pages
        .map((page) => `<item><title>Account ${storyOf(page)}</title><link>${pageUrl(page)}</link></item>`)
        .join("")}</channel></rss>`,
  },
  {
    path: "atom.xml",
    contentType: "application/atom+xml",
    document: (pages) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title><id>p</id>${pages
        .map(
          (page) =>
            `<entry><id>${page}</id><title>Account ${page}</title><link href="${pageUrl(page)}"/></entry>`,
        )
        .join("")}</feed>`,
  },
  {
    path: "feed.json",
    contentType: "application/feed+json",
    document: (pages) =>
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "Paper",
        items: pages.map((page) => ({ id: String(page), url: pageUrl(page), title: `Account ${page}` })),
      }),
  },
  {
    path: "news.xml",
    contentType: "application/xml",
    document: (pages) =>
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${pages
        .map(
          (page) =>
            `<url><loc>${pageUrl(page)}</loc><news:news><news:title>Account ${page}</news:title></news:news></url>`,
        )
        .join("")}</urlset>`,
  },
];
const formatOf = (feed: number): Format => FORMATS[feed % FORMATS.length] as Format;
const feedUrl = (feed: number): string => `http://${hostOf(feed)}/${formatOf(feed).path}`;

describe("fifty feeds, followed through a restart and two kills", () => {
  let corner: TestRedis;
  let site: TestSite;
  let service: Service;
  let folder: string;
  let environment: Record<string, string>;
  const started: StartedService[] = [];

  beforeAll(async () => {
    corner = testRedis();
    site = await serveTestSite();
    folder = await mkdtemp(join(tmpdir(), "wirefold-fifty-"));
    for (const page of PAGE_NUMBERS)
      site.set(pageUrl(page), { body: pageHtml(`Account ${storyOf(page)}`, story(storyOf(page))) });
    serveFeeds("");
    environment = {
      REDIS_URL: corner.url,
      KEY_PREFIX: corner.prefix,
      DEV_ALLOW_HOSTS: site.allowHosts,
      HOST_DELAY_MS: "100",
      HTTP_PORT: "0",
      FETCH_CONCURRENCY: String(FETCHES_AT_ONCE),
      POLL_CONCURRENCY: String(POLLS_AT_ONCE),
      // A job that outlasts its lock is done once more: here that would be a page asked for again, which is counted.
      JOB_LOCK_MS: "10000",
      STALLED_INTERVAL_MS: "500",
    };
    service = await openService(settingsWith(environment), { say: () => {} });
  });
  afterAll(async () => {
    // Where a test failed in the middle; one that has ended is not asked again.
    for (const worker of started) worker.process.kill("SIGKILL");
    await service.close();
    await site.close();
    await corner.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** @param end makes another document of the same entries: the feed is read, not only compared */
  function serveFeeds(end: string): void {
    for (const feed of FEED_NUMBERS) {
      const { contentType, document } = formatOf(feed);
      const body = document(PAGE_NUMBERS.slice(feed * ENTRIES, (feed + 1) * ENTRIES));
      site.set(feedUrl(feed), { body: body + end, headers: { "content-type": contentType } });
    }
  }
  function start(): StartedService {
    const worker = startService(environment);
    started.push(worker);
    return worker;
  }
  /** Not before it is up: a process that is still loading ends by the signal itself. */
  async function stop(worker: StartedService): Promise<unknown> {
    await worker.up;
    return endService(worker, "SIGTERM");
  }
  const settled = async (): Promise<number> => {
    const keys = PAGE_NUMBERS.map((page) => urlKey(pageUrl(page)));
    return (await service.urls.outcomes(keys)).filter((outcome) => outcome !== undefined).length;
  };
  // By progress, not by the clock.
  const untilSettled = (worker: StartedService, pages: number): Promise<void> =>
    untilServed(worker, async () => (await settled()) >= pages);
  const untilPolled = (worker: StartedService, feeds: number): Promise<void> =>
    untilServed(worker, async () => askedFor(FEED_URLS).filter((count) => count > 0).length >= feeds);
  const askedFor = (urls: readonly string[]): number[] => urls.map((url) => site.asked.get(url) ?? 0);
  const PAGE_URLS = PAGE_NUMBERS.map(pageUrl);
  const FEED_URLS = FEED_NUMBERS.map(feedUrl);
  const repeats = (counts: readonly number[]): number =>
    counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0);

  it("are imported in one go", async () => {
    const outlines = FEED_URLS.map((url) => `<outline type="rss" text="Paper" xmlUrl="${url}"/>`).join("");
    const file = join(folder, "fifty.opml");
    await writeFile(
      file,
      `<opml version="2.0"><body><outline text="Papers">${outlines}</outline></body></opml>`,
    );
    const { status, stdout } = await runCommand(["feeds", "import", file], { environment });
    expect(status).toBe(0);
    expect(stdout).toMatch(/added\D+50/);
  });

  it("are read, and their pages fetched and clustered, although the service is stopped and killed twice", async () => {
    const stopped = start();
    await untilPolled(stopped, FEEDS / 5);
    expect(await stop(stopped)).toEqual([0, null]);
    const polling = start();
    // What was under way when it was stopped has been brought to its end.
    expect(repeats([...askedFor(PAGE_URLS), ...askedFor(FEED_URLS)])).toBe(0);
    await untilPolled(polling, FEEDS / 2);
    await endService(polling, "SIGKILL");
    const fetching = start();
    await untilSettled(fetching, PAGES / 2);
    await endService(fetching, "SIGKILL");
    const last = start();
    await untilSettled(last, PAGES);
    // A kill between queueing and hand-over leaves a lease; when it ends, its URL comes back to be found settled.
    await untilServed(last, async () => {
      const { fresh, backlog, leased } = await service.frontier.size();
      return fresh + backlog + leased === 0;
    });
    expect(await stop(last)).toEqual([0, null]);
    // Each once, and again only what a kill cut short.
    expect(Math.min(...askedFor(FEED_URLS))).toBe(1);
    expect(repeats(askedFor(FEED_URLS))).toBeLessThanOrEqual(KILLS * POLLS_AT_ONCE);
  });

  it("are read once more, and nothing in them is taken for new", async () => {
    serveFeeds("\n");
    const before = askedFor(FEED_URLS);
    const again = start();
    for (const url of FEED_URLS) await pollFeedNow(service.queues.poll, url);
    await untilServed(again, async () =>
      askedFor(FEED_URLS).every((count, feed) => count > (before[feed] ?? 0)),
    );
    expect(await stop(again)).toEqual([0, null]);
    for (const { entriesSeen } of await service.feeds.list()) expect(entriesSeen).toBe(ENTRIES);
  });

  it("have each of their pages asked for once, but for what a kill cut short", () => {
    expect(Math.min(...askedFor(PAGE_URLS))).toBe(1);
    expect(repeats(askedFor(PAGE_URLS))).toBeLessThanOrEqual(KILLS * ASKED_AGAIN_PER_KILL);
    const robots = askedFor(FEED_NUMBERS.map((feed) => `http://${hostOf(feed)}/robots.txt`));
    expect(repeats(robots)).toBeLessThanOrEqual(KILLS * ASKED_AGAIN_PER_KILL);
  });

  it("give every page's fate, and who announced it", async () => {
    for (const page of PAGE_NUMBERS) {
      const report = await readUrl(service, pageUrl(page));
      expect(report?.record).toMatchObject({
        state: "settled",
        outcome: { kind: "clustered" },
        announced: { feed: feedUrl(Math.floor(page / ENTRIES)), title: expect.stringContaining("Account") },
      });
      expect(report?.cluster?.memberCount).toBe(page < SHARED_STORIES * COPIES ? COPIES : 1);
    }
    const { stdout } = await runCommand(["explain", pageUrl(0)], { environment });
    expect(stdout).toContain("outcome        clustered");
    expect(stdout).toContain(`announced      by ${feedUrl(0)} as "Account 0"`);
  });

  it("are told of once: no article founds, joins or is revised a second time", async () => {
    const stream = clusterKeys(corner.prefix, FINGERPRINT_VERSION).events();
    const events = (await corner.redis.xrange(stream, "-", "+")).map(([, fields]) =>
      decodeClusterEvent(fields),
    );
    const of = (type: ClusterEvent["type"]) => events.filter((event) => event.type === type);
    const subjects = [...of("cluster.founded"), ...of("article.joined")].map(({ subject }) => subject);
    expect(new Set(subjects).size).toBe(subjects.length);
    expect(subjects).toHaveLength(SHARED_STORIES * COPIES);
    expect(of("article.revised")).toEqual([]);
    expect(of("cluster.founded").length - of("cluster.merged").length).toBe(SHARED_STORIES);
  });

  it("leave no article in two clusters and nothing behind", async () => {
    const clusters = await service.index.recentClusters({ limit: PAGES });
    expect(clusters).toHaveLength(SHARED_STORIES);
    expect(clusters.map(({ memberCount }) => memberCount)).toEqual(clusters.map(() => COPIES));
    expect(await service.pages.backlogBytes()).toBe(0);
    expect(await service.frontier.size()).toMatchObject({ fresh: 0, backlog: 0, leased: 0 });
  });

  it("are all well", async () => {
    const { stdout } = await runCommand(["feeds", "list", "--json"], { environment });
    const feeds = jsonLines(stdout);
    expect(feeds).toHaveLength(FEEDS);
    for (const feed of feeds)
      expect(feed).toMatchObject({ state: "active", failures: 0, lastSuccessAt: expect.any(Number) });
  });
});
