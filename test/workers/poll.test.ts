import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { FetchedPage, FetchResult } from "../../src/io/http/fetch-result.ts";
import { createFeedStore, type FeedStore } from "../../src/io/redis/feed-store.ts";
import { createPollStage, type OfferedEntry, type PollDeps } from "../../workers/poll.ts";
import type { StageContract } from "../../workers/stage-worker.ts";
import { FULL_RSS, item, items, rss } from "../core/poll/documents.ts";
import { fetchedPage } from "../support/fetched-page.ts";
import { testRedis } from "../support/redis.ts";

const corner = testRedis();
afterAll(() => corner.close());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const URL = "https://harbour.example/feed";
const INTERVAL = 15 * MINUTE;

type Answer = (conditions: { etag?: string | undefined; lastModified?: string | undefined }) => FetchResult;

let corners = 0;
let now = 0;
let feeds: FeedStore;
let stage: StageContract<"poll">;
let offered: OfferedEntry[] = [];
let schedules: Map<string, number>;
let asked: Array<{ url: string; conditions: object }> = [];
/** What the world answers, by URL. */
let world: Map<string, Answer>;

const page = (document: string, fields: Partial<FetchedPage> = {}): FetchedPage =>
  fetchedPage(URL, document, { contentType: "application/rss+xml; charset=utf-8", ...fields });
const serve = (document: string, fields: Partial<FetchedPage> = {}, url = URL): void => {
  world.set(url, () => page(document, { finalUrl: url, ...fields }));
};
const fail = (fields: { retryAfterMs?: number; message?: string } = {}): void => {
  world.set(URL, () => ({
    kind: "failed",
    error: "http-status",
    message: "answered HTTP 503",
    permanent: false,
    ...fields,
  }));
};

beforeEach(async () => {
  const prefix = `${corner.prefix}-${corners++}`;
  now = Date.UTC(2024, 1, 1);
  offered = [];
  asked = [];
  schedules = new Map();
  world = new Map();
  feeds = createFeedStore({ redis: corner.redis, prefix, now: () => now });
  stage = createPollStage(deps());
  await feeds.add({ url: URL, intervalMs: INTERVAL, minIntervalMs: 2 * MINUTE, maxIntervalMs: 6 * HOUR });
  schedules.set(URL, INTERVAL);
});

function deps(overrides: Partial<PollDeps> = {}): PollDeps {
  return {
    feeds,
    async fetchFeed(url, conditions) {
      asked.push({ url, conditions });
      const answer = world.get(url);
      if (!answer) throw new Error(`the test's world has no ${url}`);
      return answer(conditions);
    },
    async offerUrls(entries) {
      offered.push(...entries);
      return entries.map(() => ({ kind: "queued" }));
    },
    heldBecause: async () => undefined,
    async schedule(url, everyMs) {
      schedules.set(url, everyMs);
    },
    async unschedule(url) {
      schedules.delete(url);
    },
    now: () => now,
    concurrency: 4,
    ...overrides,
  };
}

/** One poll, some time after the one before. */
async function poll(afterMs = INTERVAL, url = URL) {
  now += afterMs;
  offered = [];
  asked = [];
  return stage.work({ feedUrl: url });
}
const offeredUrls = (): string[] => offered.map(({ url }) => url);
const feed = async (url = URL) => {
  const found = await feeds.get(url);
  if (!found) throw new Error(`${url} is not followed`);
  return found;
};

describe("polling a feed", () => {
  it("offers each entry once, with the feed as its source", async () => {
    serve(rss(items(3)));
    expect(await poll()).toEqual({ kind: "advanced", detail: "3 new, 0 revised of 3" });
    expect(offered[0]).toMatchObject({ url: "https://harbour.example/ferry/0", source: URL });
    serve(rss(item(3) + items(3)));
    await poll();
    expect(offered).toHaveLength(1);
    expect(offered).toMatchObject([{ url: "https://harbour.example/ferry/3", source: URL }]);
    expect(await feed()).toMatchObject({
      entriesSeen: 4,
      title: "Harbour Post",
      format: "rss",
      lastNewAt: now,
    });
  });

  it("counts what came once, however late the poll is cut short", async () => {
    serve(rss(items(3)));
    await poll();
    const cutShort = createPollStage(
      deps({ feeds: { ...feeds, settle: () => Promise.reject(new Error("killed")) } }),
    );
    serve(rss(item(3) + items(3)));
    now += INTERVAL;
    await expect(cutShort.work({ feedUrl: URL })).rejects.toThrow("killed");
    const broughtAt = now;
    await poll();
    expect(offered).toEqual([]);
    expect(await feed()).toMatchObject({ entriesSeen: 4, lastNewAt: broughtAt });
  });

  it("reckons with what came by a poll cut short when it decides how often to look", async () => {
    const cutShort = createPollStage(
      deps({ feeds: { ...feeds, settle: () => Promise.reject(new Error("killed")) } }),
    );
    serve(rss(items(3)));
    await poll();
    await poll(DAY);
    const before = (await feed()).newPerDay ?? 0;
    serve(rss(items(9)));
    now += INTERVAL;
    await expect(cutShort.work({ feedUrl: URL })).rejects.toThrow("killed");
    await poll();
    expect((await feed()).newPerDay).toBeGreaterThan(before);
  });

  it("lets what comes later go before what a feed held when it was read first", async () => {
    serve(rss(items(1)));
    await poll();
    expect(offered).toMatchObject([{ priority: "backlog" }]);
    serve(rss(items(2)));
    await poll();
    expect(offered[0]?.priority).toBeUndefined();
  });

  it("tells what the feed said of each entry", async () => {
    serve(FULL_RSS);
    await poll();
    expect(offered[0]?.announced).toMatchObject({
      feed: URL,
      title: "Council & port agree",
      source: { title: "The Wire", url: "https://wire.example/feed" },
    });
  });

  it("lets a feed's follower put all of its entries before or behind others", async () => {
    await feeds.changeSettings(URL, { priority: "fresh" });
    serve(rss(items(1)));
    await poll();
    expect(offered).toMatchObject([{ priority: "fresh" }]);
    await feeds.changeSettings(URL, { priority: "backlog" });
    serve(rss(items(2)));
    await poll();
    expect(offered).toMatchObject([{ priority: "backlog" }]);
  });

  it("offers a changed entry again, to be fetched again", async () => {
    const entry = (updated: string) =>
      rss(`<item><guid>1</guid><link>/1</link><atom:updated>${updated}</atom:updated></item>`);
    serve(entry("2024-01-31T10:00:00Z"));
    await poll();
    serve(entry("2024-01-31T11:00:00Z"));
    expect(await poll()).toMatchObject({ detail: "0 new, 1 revised of 1" });
    expect(offered).toHaveLength(1);
    expect(offered).toMatchObject([{ url: "https://harbour.example/1", source: URL, refetch: true }]);
  });

  it("offers a change that came too soon once its time has come, although the feed says nothing new", async () => {
    const entry = (text: string) =>
      rss(`<item><guid>1</guid><link>/1</link><description>${text}</description></item>`);
    serve(entry("first"), { etag: '"1"' });
    await poll();
    serve(entry("second"), { etag: '"2"' });
    await poll(MINUTE);
    expect(offered).toEqual([]);
    await poll(INTERVAL);
    expect(asked[0]?.conditions).toEqual({});
    expect(offered).toMatchObject([{ refetch: true }]);
  });

  it("loses no entry when a worker is killed between offering and remembering", async () => {
    serve(rss(items(2)));
    const killed = { ...feeds, remember: async () => Promise.reject(new Error("killed")) };
    await expect(createPollStage(deps({ feeds: killed })).work({ feedUrl: URL })).rejects.toThrow("killed");
    await poll();
    expect(offeredUrls()).toEqual(["https://harbour.example/ferry/0", "https://harbour.example/ferry/1"]);
  });

  it("keeps the entries of a feed that breaks off, and says so", async () => {
    serve(`${rss(items(3)).slice(0, -30)}`);
    await poll();
    expect(offered).toHaveLength(2);
    expect((await feed()).cutOff).toBe("the document breaks off before its end");
  });

  it("reads a feed in its own charset", async () => {
    const document = rss("<item><title>Fähre</title><link>/f%C3%A4hre</link><guid>ü</guid></item>").replace(
      "utf-8",
      "iso-8859-1",
    );
    world.set(URL, () => page("", { contentType: "text/xml", body: Buffer.from(document, "latin1") }));
    expect(await poll()).toMatchObject({ detail: "1 new, 0 revised of 1" });
  });
});

describe("asking no more than needed", () => {
  it("asks with the validators of the copy it has, and once a day without", async () => {
    serve(rss(items(2)), { etag: '"1"', lastModified: "Thu, 01 Feb 2024 00:00:00 GMT" });
    await poll();
    expect(asked[0]?.conditions).toEqual({});
    world.set(URL, () => ({ kind: "not-modified" }));
    expect(await poll()).toEqual({ kind: "advanced", detail: "not modified" });
    expect(asked[0]?.conditions).toEqual({ etag: '"1"', lastModified: "Thu, 01 Feb 2024 00:00:00 GMT" });
    serve(rss(items(2)), { etag: '"1"' });
    await poll(DAY);
    expect(asked[0]?.conditions).toEqual({});
  });

  it("does not read the same document twice", async () => {
    serve(rss(items(2)));
    await poll();
    expect(await poll()).toEqual({ kind: "advanced", detail: "same document" });
  });

  it("stops trusting a server that keeps its ETag although there are new entries", async () => {
    world.set(URL, ({ etag }) =>
      etag === '"1"' ? { kind: "not-modified" } : page(rss(items(2)), { etag: '"1"' }),
    );
    await poll();
    world.set(URL, ({ etag }) =>
      etag === '"1"' ? { kind: "not-modified" } : page(rss(items(3)), { etag: '"1"' }),
    );
    await poll();
    expect(offered).toEqual([]);
    await poll(DAY);
    expect(offered).toHaveLength(1);
    expect((await feed()).keepsValidators).toBe(false);
    await poll();
    expect(asked[0]?.conditions).toEqual({});
  });
});

describe("the interval", () => {
  it("grows while nothing comes and shrinks while much comes", async () => {
    serve(rss(items(2)));
    await poll();
    for (let day = 0; day < 4; day++) await poll(DAY);
    expect(schedules.get(URL)).toBeGreaterThan(5 * HOUR);
    for (let count = 3; count < 100; count++) {
      serve(rss(items(count)));
      await poll(5 * MINUTE);
    }
    expect(schedules.get(URL)).toBeLessThan(12 * MINUTE);
    expect((await feed()).intervalMs).toBe(schedules.get(URL));
  });

  it("follows the feed's ttl and the server's Cache-Control", async () => {
    serve(rss(items(3), "<ttl>60</ttl>"));
    await poll();
    expect(await feed()).toMatchObject({ intervalDecidedBy: "ttl" });
    expect(schedules.get(URL)).toBeGreaterThanOrEqual(HOUR);
    serve(rss(items(4)), { cacheControl: "max-age=7200" });
    await poll();
    expect(schedules.get(URL)).toBeGreaterThanOrEqual(2 * HOUR);
  });
});

describe("a feed that fails", () => {
  it("is asked half as often each time, and shows why", async () => {
    fail();
    expect(await poll()).toEqual({
      kind: "settled",
      outcome: { kind: "failed", error: "http-status", message: "answered HTTP 503" },
    });
    expect(schedules.get(URL)).toBe(2 * INTERVAL);
    await poll();
    expect(schedules.get(URL)).toBe(4 * INTERVAL);
    expect(await feed()).toMatchObject({ state: "active", failures: 2, lastError: "answered HTTP 503" });
  });

  it("is not asked before its Retry-After", async () => {
    fail({ retryAfterMs: 3 * HOUR });
    await poll();
    expect(schedules.get(URL)).toBe(3 * HOUR);
  });

  it("returns to its interval when it works again", async () => {
    fail();
    for (let failure = 0; failure < 5; failure++) await poll();
    serve(rss(""));
    await poll();
    expect(schedules.get(URL)).toBe((await feed()).intervalMs);
    expect(await feed()).toMatchObject({ failures: 0, failingSince: null, lastError: null });
  });

  it("is paused after a week and asked no more", async () => {
    fail();
    for (let failure = 0; failure < 14; failure++) await poll(12 * HOUR);
    expect((await feed()).state).toBe("active");
    const message = expect.stringMatching(/^feed paused: 15 failures since .*answered HTTP 503$/);
    expect(await poll(12 * HOUR)).toMatchObject({ kind: "settled", outcome: { kind: "failed", message } });
    expect(await feed()).toMatchObject({ state: "paused" });
    expect((await feed()).stateReason).toMatch(
      /^15 failures since 2024-02-01T12:00:00.000Z, last: answered HTTP 503$/,
    );
    expect(schedules.has(URL)).toBe(false);
    expect(await poll()).toEqual({ kind: "advanced", detail: "paused: not read" });
    expect(asked).toEqual([]);
  });

  it.each([
    ["is no feed", () => page("<html>login</html>"), { kind: "failed", error: "bad-response" }],
    [
      "is refused",
      () => ({ kind: "refused", rule: "address-not-allowed", message: "no" }),
      { kind: "refused" },
    ],
    ["is blocked", () => ({ kind: "blocked-by-robots", message: "no" }), { kind: "blocked-by-robots" }],
  ] as ReadonlyArray<[string, Answer, object]>)(
    "counts as failing where it %s",
    async (_name, answer, outcome) => {
      world.set(URL, answer);
      expect(await poll()).toMatchObject({ kind: "settled", outcome });
      expect(await feed()).toMatchObject({ failures: 1 });
      expect((await feed()).lastError).not.toBeNull();
    },
  );

  it("waits for its next turn without a failure where its host wants to be asked later", async () => {
    world.set(URL, () => ({ kind: "postponed", waitMs: 500, message: "host quay.example is paused" }));
    expect(await poll()).toEqual({ kind: "advanced", detail: "held: host quay.example is paused" });
    expect(await feed()).toMatchObject({ failures: 0, heldBecause: "host quay.example is paused" });
  });

  it("is asked again only after the time that its host, or the one it redirects to, wants to rest", async () => {
    const rest = 3_600_000;
    world.set(URL, () => ({ kind: "postponed", waitMs: rest, message: "host other.example is paused" }));
    await poll();
    expect(schedules.get(URL)).toBe(rest);
  });

  it("is recorded as failing where the job's tries are used up", async () => {
    await stage.giveUp({ feedUrl: URL }, "internal", "no memory");
    expect(await feed()).toMatchObject({ failures: 1, lastError: "no memory" });
  });
});

describe("while intake is held", () => {
  const DOCUMENTS: PollDeps["heldBecause"] = async (what) =>
    what === "documents" ? "9 bytes of pages wait, the limit is 8" : undefined;
  const article = (number: number): string =>
    item(number, `<description>${"The ferry sails again at noon. ".repeat(40)}</description>`);
  const articles = (count: number): string =>
    rss(Array.from({ length: count }, (_, number) => article(number)).join(""));

  it("a feed whose entries are whole articles is not asked for, and looked at again in a minute", async () => {
    await feeds.changeSettings(URL, { fullText: true });
    const held = createPollStage(deps({ heldBecause: DOCUMENTS }));
    expect(await held.work({ feedUrl: URL })).toEqual({
      kind: "advanced",
      detail: "held: 9 bytes of pages wait, the limit is 8",
    });
    expect(asked).toEqual([]);
    expect(schedules.get(URL)).toBe(2 * MINUTE);
    expect(await feed()).toMatchObject({ failures: 0, heldBecause: "9 bytes of pages wait, the limit is 8" });
  });

  it("a feed of addresses is still read: they wait in the frontier", async () => {
    serve(rss(items(2)));
    await createPollStage(deps({ heldBecause: DOCUMENTS })).work({ feedUrl: URL });
    expect(offered).toHaveLength(2);
  });

  it("because Redis is nearly full, no feed is read", async () => {
    serve(rss(items(2)));
    await createPollStage(deps({ heldBecause: async () => "Redis uses 9 of 10 bytes" })).work({
      feedUrl: URL,
    });
    expect([asked, offered]).toEqual([[], []]);
  });

  it("in the middle of a feed, what was not offered comes with the next poll, and nothing twice", async () => {
    await feeds.changeSettings(URL, { fullText: true });
    serve(articles(50), { etag: '"1"' });
    let looks = 0;
    // Room for the look before the request and for one batch.
    const filling = createPollStage(deps({ heldBecause: async () => (++looks > 2 ? "no room" : undefined) }));
    expect(await filling.work({ feedUrl: URL })).toMatchObject({ detail: "held: no room" });
    const first = offeredUrls();
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(50);
    expect(await feed()).toMatchObject({ entriesSeen: first.length, lastSuccessAt: null, etag: null });
    await poll(2 * MINUTE);
    expect([...first, ...offeredUrls()]).toEqual(
      Array.from({ length: 50 }, (_, number) => `https://harbour.example/ferry/${number}`),
    );
    expect(await feed()).toMatchObject({ entriesSeen: 50, heldBecause: null });
  });

  it("ends, the feed has its own interval back", async () => {
    await feeds.changeSettings(URL, { fullText: true });
    await createPollStage(deps({ heldBecause: DOCUMENTS })).work({ feedUrl: URL });
    serve(articles(1));
    await poll(MINUTE);
    expect(await feed()).toMatchObject({ heldBecause: null, intervalMs: INTERVAL });
    expect(schedules.get(URL)).toBe(INTERVAL);
  });
});

describe("a feed that is not followed any more", () => {
  it("ends with HTTP 410", async () => {
    world.set(URL, () => ({ kind: "gone", message: "answered HTTP 410 Gone" }));
    expect(await poll()).toMatchObject({ kind: "settled", outcome: { kind: "gone" } });
    expect(await feed()).toMatchObject({ state: "ended", stateReason: "answered HTTP 410 Gone" });
    expect(schedules.has(URL)).toBe(false);
  });

  it("is not read where it was removed, and loses its schedule", async () => {
    await feeds.remove(URL);
    expect(await poll()).toEqual({ kind: "advanced", detail: "not followed" });
    expect(schedules.has(URL)).toBe(false);
  });

  it("stays removed where that happened during its poll", async () => {
    serve(rss(items(1)));
    const removedMeanwhile: PollDeps["offerUrls"] = async (entries) => {
      await feeds.remove(URL);
      return entries.map(() => ({ kind: "queued" }));
    };
    await createPollStage(deps({ offerUrls: removedMeanwhile })).work({ feedUrl: URL });
    expect(await feeds.list()).toEqual([]);
    expect(schedules.has(URL)).toBe(false);
  });
});

describe("a feed that moves", () => {
  const TARGET = "https://harbour.example/new-feed";

  it("is followed under its new address once a feed was read there", async () => {
    serve(rss(items(2)), { finalUrl: TARGET, movedTo: TARGET });
    expect(await poll()).toMatchObject({ detail: `2 new, 0 revised of 2, moved to ${TARGET}` });
    expect([...schedules.keys()]).toEqual([TARGET]);
    serve(rss(items(3)), {}, TARGET);
    await poll(INTERVAL, TARGET);
    expect(offeredUrls()).toEqual(["https://harbour.example/ferry/2"]);
  });

  it("stays where it is while its new address shows a login page", async () => {
    serve("<html>Please log in</html>", { finalUrl: TARGET, movedTo: TARGET });
    await poll();
    expect(await feed()).toMatchObject({ url: URL, failures: 1 });
  });

  it("is not read twice by a job made before the move", async () => {
    await feeds.move(URL, TARGET);
    expect(await poll()).toEqual({ kind: "advanced", detail: "moved: not read" });
    expect([...schedules.keys()]).toEqual([TARGET]);
  });
});

describe("a sitemap index", () => {
  const child = (number: number): string => `https://harbour.example/sitemap-${number}.xml`;
  const index = (...lastmods: readonly string[]): string =>
    `<sitemapindex>${lastmods.map((lastmod, n) => `<sitemap><loc>${child(n)}</loc><lastmod>${lastmod}</lastmod></sitemap>`).join("")}</sitemapindex>`;
  const sitemap = (...paths: readonly string[]): string =>
    `<urlset>${paths.map((path) => `<url><loc>https://harbour.example${path}</loc><lastmod>2024-01-31T12:00:00Z</lastmod></url>`).join("")}</urlset>`;

  it("is followed into the sitemaps that changed", async () => {
    serve(index("2024-01-31", "2019-01-01"));
    serve(sitemap("/a", "/b"), {}, child(0));
    await poll();
    expect(asked.map(({ url }) => url)).toEqual([URL, child(0)]);
    expect(offeredUrls()).toEqual(["https://harbour.example/a", "https://harbour.example/b"]);
    await poll();
    expect(asked.map(({ url }) => url)).toEqual([URL]);
    serve(index("2024-02-01", "2019-01-01"));
    serve(sitemap("/a", "/b", "/c"), {}, child(0));
    await poll();
    expect(offeredUrls()).toEqual(["https://harbour.example/c"]);
  });

  it("tries a sitemap that could not be read again with the next poll", async () => {
    serve(index("2024-01-31"));
    world.set(child(0), () => ({ kind: "failed", error: "timeout", message: "too slow", permanent: false }));
    await poll();
    expect((await feed()).cutOff).toBe("too slow");
    serve(sitemap("/a"), {}, child(0));
    await poll();
    expect(offeredUrls()).toEqual(["https://harbour.example/a"]);
    expect((await feed()).cutOff).toBeNull();
  });

  it("is read as often as its sitemaps bring news, whatever the number of sitemaps", async () => {
    serve(index("2024-01-31"));
    serve(sitemap("/a", "/b"), {}, child(0));
    await poll();
    serve(index("2024-02-01"));
    serve(sitemap("/a", "/b", "/c"), {}, child(0));
    await poll(DAY);
    expect(await feed()).toMatchObject({ entriesSeen: 3, newPerDay: 1 });
  });

  it("is not followed into another index", async () => {
    serve(index("2024-01-31"));
    serve(index("2024-01-31"), {}, child(0));
    await poll();
    expect((await feed()).cutOff).toContain("a sitemap index within a sitemap index");
  });
});
