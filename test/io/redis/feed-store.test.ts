import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { feedIdOf } from "../../../src/core/poll/feed-id.ts";
import {
  createFeedStore,
  type FeedStore,
  type NewFeed,
  type RememberedEntry,
} from "../../../src/io/redis/feed-store.ts";
import { feedKeys } from "../../../src/io/redis/keys.ts";
import { testRedis } from "../../support/redis.ts";

const corner = testRedis();
const MINUTE = 60_000;
let now = 1_700_000_000_000;
let corners = 0;
let prefix = "";
let feeds: FeedStore;

beforeEach(() => {
  prefix = `${corner.prefix}-${corners++}`;
  feeds = createFeedStore({ redis: corner.redis, prefix, now: () => now });
});
afterAll(() => corner.close());

const URL = "https://harbour.example/feed";
const newFeed = (url = URL): NewFeed => ({
  url,
  title: "Harbour Post",
  intervalMs: 15 * MINUTE,
  minIntervalMs: 2 * MINUTE,
  maxIntervalMs: 360 * MINUTE,
});
const seen = (stamp: string) => ({ stamp, offeredAt: now, revisions: 0 });
const news = (key: string): RememberedEntry => ({ key, seen: seen("1"), isNews: true });
const keysInCorner = (): Promise<string[]> => corner.redis.keys(`${prefix}:*`);

describe("the followed feeds", () => {
  it("can be read by a person with redis-cli", async () => {
    await feeds.add(newFeed());
    const fields = await corner.redis.hgetall(feedKeys(prefix).feed(feedIdOf(URL)));
    expect(fields).toEqual({
      url: URL,
      title: "Harbour Post",
      state: "active",
      addedAt: String(now),
      intervalMs: "900000",
      minIntervalMs: "120000",
      maxIntervalMs: "21600000",
    });
    expect(await corner.redis.zrange(feedKeys(prefix).feeds(), "0", "-1")).toEqual([URL]);
  });

  it("are added once, however often and by however many at once", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => feeds.add(newFeed())));
    expect(answers.filter(({ kind }) => kind === "added")).toHaveLength(1);
    await feeds.settle(URL, { failures: 3 });
    expect(await feeds.add({ ...newFeed(), intervalMs: 1 })).toEqual({ kind: "already-followed", url: URL });
    expect(await feeds.get(URL)).toMatchObject({ failures: 3, intervalMs: 15 * MINUTE });
  });

  it("are listed in the order they were added", async () => {
    const urls = ["https://c.example/", "https://a.example/", "https://b.example/"];
    for (const url of urls) {
      now++;
      await feeds.add(newFeed(url));
    }
    expect((await feeds.list()).map(({ url }) => url)).toEqual(urls);
  });

  it("leave nothing behind when they are removed", async () => {
    await feeds.add(newFeed());
    await feeds.remember(URL, [news("a")], 100);
    await feeds.move(URL, `${URL}/new`);
    expect(await feeds.remove(URL)).toBe(true);
    expect(await keysInCorner()).toEqual([]);
    expect(await feeds.remove(URL)).toBe(false);
  });
});

describe("a feed that is removed in the moment in which someone else pauses it", () => {
  it("does not come back", async () => {
    await feeds.add(newFeed());
    // Removed between the look at it and the change.
    const redis = new Proxy(corner.redis, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        if (name !== "hgetall") return value.bind(target);
        return async (key: string) => {
          const record = await target.hgetall(key);
          await feeds.remove(URL);
          return record;
        };
      },
    });
    const other = createFeedStore({ redis, prefix, now: () => now });
    expect(await other.setState(URL, "paused", "by hand")).toBe(false);
    expect(await keysInCorner()).toEqual([]);
  });
});

describe("what a poll writes about a feed", () => {
  it("changes what it names, deletes nulls and leaves the rest", async () => {
    await feeds.add(newFeed());
    await feeds.settle(URL, { etag: '"1"', failures: 2, lastError: "timeout", keepsValidators: false });
    await feeds.settle(URL, { failures: null, lastError: null, title: undefined });
    expect(await feeds.get(URL)).toMatchObject({
      title: "Harbour Post",
      etag: '"1"',
      failures: 0,
      lastError: null,
      keepsValidators: false,
    });
  });

  it("does not bring back a feed that was removed meanwhile", async () => {
    expect(await feeds.settle(URL, { etag: '"1"' })).toBeUndefined();
    await feeds.remember(URL, [news("a")], 100);
    expect(await keysInCorner()).toEqual([]);
  });

  it("does not wake a feed that a person paused meanwhile", async () => {
    await feeds.add(newFeed());
    await feeds.setState(URL, "paused", "paused by hand");
    expect(await feeds.settle(URL, { state: "ended", stateReason: null })).toBe("paused");
    expect((await feeds.get(URL))?.state).toBe("paused");
  });

  it("gives a resumed feed its tries anew", async () => {
    await feeds.add(newFeed());
    await feeds.settle(URL, {
      state: "paused",
      stateReason: "10 failures",
      failures: 10,
      failingSince: 5,
      lastError: "x",
    });
    await feeds.setState(URL, "active", null);
    expect(await feeds.get(URL)).toMatchObject({
      state: "active",
      stateReason: null,
      failures: 0,
      failingSince: null,
    });
  });
});

describe("a feed that moves", () => {
  it("keeps all that is known of it, and is found by its former address", async () => {
    await feeds.add(newFeed());
    await feeds.settle(URL, { etag: '"1"' });
    await feeds.remember(URL, [news("a")], 100);
    const target = "https://harbour.example/new";
    expect(await feeds.move(URL, target)).toBe("moved");
    expect(await feeds.get(URL)).toMatchObject({ url: target, movedFrom: URL, etag: '"1"', entriesSeen: 1 });
    expect(await feeds.seen(target, ["a"])).toEqual([seen("1")]);
    expect((await feeds.list()).map(({ url }) => url)).toEqual([target]);
    expect(await feeds.add(newFeed())).toEqual({ kind: "already-followed", url: target });
  });

  it("ends where its new address is followed already", async () => {
    const target = "https://harbour.example/new";
    await feeds.add(newFeed());
    await feeds.add(newFeed(target));
    expect(await feeds.move(URL, target)).toBe("already-followed");
    const states = (await feeds.list()).map(({ url, state }) => [url, state]);
    expect(Object.fromEntries(states)).toEqual({ [URL]: "ended", [target]: "active" });
  });

  it("can move back and forth without being followed twice", async () => {
    const target = "https://harbour.example/new";
    await feeds.add(newFeed());
    for (let round = 0; round < 3; round++) {
      expect(await feeds.move(URL, target)).toBe("moved");
      expect(await feeds.move(target, URL)).toBe("moved");
    }
    expect((await feeds.list()).map(({ url }) => url)).toEqual([URL]);
    expect((await feeds.get(target))?.url).toBe(URL);
  });

  it("is unknown where it was never followed", async () => {
    expect(await feeds.move(URL, "https://harbour.example/new")).toBe("unknown");
    expect(await keysInCorner()).toEqual([]);
  });
});

describe("the entries of a feed", () => {
  const entries = (first: number, count: number) =>
    Array.from({ length: count }, (_, n) => news(`entry-${first + n}`));

  it("are known again, each in its place", async () => {
    await feeds.add(newFeed());
    await feeds.remember(URL, [{ ...news("b"), seen: { stamp: "x", offeredAt: 5, revisions: 2 } }], 100);
    expect(await feeds.seen(URL, ["a", "b"])).toEqual([
      undefined,
      { stamp: "x", offeredAt: 5, revisions: 2 },
    ]);
    expect(await feeds.seen(URL, [])).toEqual([]);
  });

  it("are counted once, whoever remembers them again, and not where they are no news", async () => {
    await feeds.add(newFeed());
    const addedAt = now;
    await feeds.remember(URL, [news("a"), news("b"), { ...news("c"), isNews: false }], 100);
    now += MINUTE;
    await feeds.remember(URL, [news("a"), { ...news("b"), seen: seen("2") }, news("c")], 100);
    expect(await feeds.get(URL)).toMatchObject({ entriesSeen: 2, lastNewAt: addedAt });
    await feeds.remember(URL, [news("d")], 100);
    expect(await feeds.get(URL)).toMatchObject({ entriesSeen: 3, lastNewAt: now });
  });

  it("are kept in a bounded number, those gone longest let go of first", async () => {
    await feeds.add(newFeed());
    for (let round = 0; round < 5; round++) {
      now += MINUTE;
      await feeds.remember(URL, entries(round * 100, 100), 150);
    }
    const id = feedIdOf(URL);
    expect(await corner.redis.hlen(feedKeys(prefix).seen(id))).toBe(150);
    expect(await corner.redis.zcard(feedKeys(prefix).seenAt(id))).toBe(150);
    const last = await feeds.seen(
      URL,
      entries(400, 100).map(({ key }) => key),
    );
    expect(last.every((line) => line !== undefined)).toBe(true);
  });

  it("are kept as long as they stand in the feed, however old they are", async () => {
    await feeds.add(newFeed());
    await feeds.remember(URL, [news("pinned")], 10);
    for (let round = 0; round < 10; round++) {
      now += MINUTE;
      await feeds.remember(URL, [{ key: "pinned", seen: null, isNews: false }, ...entries(round * 9, 9)], 10);
    }
    expect(await feeds.seen(URL, ["pinned"])).toMatchObject([{ stamp: "1" }]);
  });

  it("are remembered for a sitemap of 50,000 as well", async () => {
    await feeds.add(newFeed());
    const many = entries(0, 50_000);
    await feeds.remember(URL, many, 100_000);
    const found = await feeds.seen(
      URL,
      many.map(({ key }) => key),
    );
    expect(found.every((line) => line?.stamp === "1")).toBe(true);
  });

  it("stay within their bound when a large feed becomes a small one", async () => {
    await feeds.add(newFeed());
    await feeds.remember(URL, entries(0, 6_000), 12_000);
    for (let poll = 0; poll < 3; poll++) await feeds.remember(URL, entries(0, 10), 120);
    expect(await corner.redis.hlen(feedKeys(prefix).seen(feedIdOf(URL)))).toBe(120);
  });
});
