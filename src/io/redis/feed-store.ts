/*
 * The followed feeds: a readable hash each, and a small line for each entry that stands in them.
 *
 *   redis-cli ZRANGE wirefold:{p}:feeds 0 -1            every followed feed
 *   redis-cli HGETALL wirefold:{p}:feed:<FeedId>        what is known of one
 */
import type { Redis } from "ioredis";
import type { SeenEntry } from "../../core/poll/entry-news.ts";
import { feedIdOf } from "../../core/poll/feed-id.ts";
import { createFeedMemory } from "./feed-store-entries.ts";
import {
  type FeedRecord,
  type FeedSettings,
  type FeedState,
  type FeedUpdate,
  fieldsOf,
  parseFeedRecord,
} from "./feed-store-record.ts";
import { feedKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

/** What is known of a feed when it is added. */
export interface NewFeed extends Partial<FeedSettings> {
  /** Absolute http(s) URL of the document itself. */
  readonly url: string;
  readonly title?: string | null | undefined;
  readonly intervalMs: number;
  readonly minIntervalMs: number;
  readonly maxIntervalMs: number;
}

/** A line to keep of an entry; null keeps the one there is. */
export interface RememberedEntry {
  readonly key: string;
  readonly seen: SeenEntry | null;
}

export interface FeedStore {
  /** @returns the URL under which the feed is followed: another one where it has moved since */
  add(feed: NewFeed): Promise<{ readonly kind: "added" | "already-followed"; readonly url: string }>;
  /** Follows moves; undefined where the feed is not followed. */
  get(url: string): Promise<FeedRecord | undefined>;
  /** In the order they were added. */
  list(): Promise<FeedRecord[]>;
  /** Forgets the feed and its entries; false where it was not followed. */
  remove(url: string): Promise<boolean>;
  /** What a person decides: sets the state whatever it was. False where the feed is not followed. */
  setState(url: string, state: FeedState, reason: string | null): Promise<boolean>;
  /** Changes what is named; false where the feed is not followed. */
  changeSettings(url: string, settings: Partial<FeedSettings>): Promise<boolean>;
  /** What a poll found: a new state holds only where the feed was active. @returns the state after it, undefined where the feed is gone */
  settle(url: string, update: FeedUpdate): Promise<FeedState | undefined>;
  move(from: string, to: string): Promise<"moved" | "already-followed" | "unknown">;
  /** What is kept of entries, in the order of the keys. */
  seen(url: string, keys: readonly string[]): Promise<Array<SeenEntry | undefined>>;
  /** @param keep entries kept at most, those gone from the feed longest let go of first */
  remember(url: string, entries: readonly RememberedEntry[], keep: number): Promise<void>;
}

/** Records read in one round trip. */
const LIST_BATCH = 500;
/** A → B → C: more moves in a row than this are a circle. */
const MAX_MOVES = 10;

export function createFeedStore(deps: {
  redis: Redis;
  /** First word of every key. */
  prefix: string;
  /** ms since epoch. */
  now: () => number;
}): FeedStore {
  const { redis, now } = deps;
  const keys = feedKeys(deps.prefix);
  const memory = createFeedMemory(redis, keys, now);
  const scripts = {
    add: loadScript("feed-add"),
    settle: loadScript("feed-settle"),
    move: loadScript("feed-move"),
    release: loadScript("feed-websub-release"),
  };

  /** A feed that is not read any more shall not be pushed either. */
  async function releaseHub(url: string): Promise<void> {
    const places = [keys.feed(feedIdOf(url)), keys.subscriptionsDue()];
    await scripts.release.run(redis, places, [keys.subscriptions(), now()]);
  }

  const recordAt = async (url: string): Promise<FeedRecord | undefined> =>
    parseFeedRecord(await redis.hgetall(keys.feed(feedIdOf(url))));

  /** The record under this URL or the one it moved to. */
  async function find(url: string): Promise<FeedRecord | undefined> {
    let at = url;
    for (let move = 0; move <= MAX_MOVES; move++) {
      const record = await recordAt(at);
      if (record) return record;
      const target = await redis.hget(keys.moved(), at);
      if (target === null) return undefined;
      at = target;
    }
    return undefined;
  }

  async function settle(url: string, update: FeedUpdate): Promise<FeedState | undefined> {
    const { state, newEntries, ...rest } = update;
    const { set, deleted } = fieldsOf(rest);
    const args = [state ?? "", newEntries ?? 0, deleted.length, ...deleted, ...set];
    const after = await scripts.settle.run(redis, [keys.feed(feedIdOf(url))], args);
    if (after === "paused" || after === "ended") await releaseHub(url);
    return after === "" ? undefined : (after as FeedState);
  }

  return {
    ...memory,
    get: find,
    async add(feed) {
      const existing = await find(feed.url);
      if (existing) return { kind: "already-followed", url: existing.url };
      const { url, ...fields } = feed;
      const places = [keys.feed(feedIdOf(url)), keys.feeds(), keys.moved()];
      const args = [url, now(), "state", "active", ...fieldsOf(fields).set];
      const isNew = (await scripts.add.run(redis, places, args)) === 1;
      return { kind: isNew ? "added" : "already-followed", url };
    },
    async list() {
      const urls = await redis.zrange(keys.feeds(), "0", "-1");
      const records: FeedRecord[] = [];
      for (let start = 0; start < urls.length; start += LIST_BATCH) {
        const pipeline = redis.pipeline();
        for (const url of urls.slice(start, start + LIST_BATCH)) pipeline.hgetall(keys.feed(feedIdOf(url)));
        for (const [error, fields] of (await pipeline.exec()) ?? []) {
          if (error) throw error;
          const record = parseFeedRecord(fields as Record<string, string>);
          if (record) records.push(record);
        }
      }
      return records;
    },
    async remove(url) {
      const record = await find(url);
      if (!record) return false;
      await releaseHub(record.url);
      const id = feedIdOf(record.url);
      const removal = redis
        .multi()
        .del(keys.feed(id), keys.seen(id), keys.seenAt(id))
        .zrem(keys.feeds(), record.url);
      if (record.movedFrom !== null) removal.hdel(keys.moved(), record.movedFrom);
      await removal.exec();
      return true;
    },
    async setState(url, state, reason) {
      const record = await find(url);
      if (!record) return false;
      const key = keys.feed(feedIdOf(record.url));
      const change = redis.multi().hset(key, "state", state);
      if (reason === null) change.hdel(key, "stateReason");
      else change.hset(key, "stateReason", reason);
      // A feed that is resumed gets its week of tries and its trust anew.
      if (state === "active") change.hdel(key, "failures", "failingSince", "lastError", "keepsValidators");
      await change.exec();
      if (state !== "active") await releaseHub(record.url);
      return true;
    },
    settle,
    async changeSettings(url, settings) {
      const record = await find(url);
      return record !== undefined && (await settle(record.url, settings)) !== undefined;
    },
    async move(from, to) {
      const [oldId, newId] = [feedIdOf(from), feedIdOf(to)];
      const places = [
        ...[keys.feed(oldId), keys.feed(newId), keys.seen(oldId), keys.seen(newId)],
        ...[keys.seenAt(oldId), keys.seenAt(newId), keys.feeds(), keys.moved()],
      ];
      const answer = await scripts.move.run(redis, places, [from, to, now()]);
      if (answer === "already-followed") await releaseHub(from);
      return answer as "moved" | "already-followed" | "unknown";
    },
  };
}
