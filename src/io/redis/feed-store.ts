/*
 * The followed feeds: a readable hash each, and a small line for each entry that stands in them.
 *
 *   redis-cli ZRANGE wirefold:{p}:feeds 0 -1            every followed feed
 *   redis-cli HGETALL wirefold:{p}:feed:<FeedId>        what is known of one
 */
import type { Redis } from "ioredis";
import type { SeenEntry } from "../../core/poll/entry-news.ts";
import { feedIdOf } from "../../core/poll/feed-id.ts";
import { createFeedChanges } from "./feed-store-changes.ts";
import { createFeedMemory } from "./feed-store-entries.ts";
import { createFeedList } from "./feed-store-list.ts";
import {
  type FeedRecord,
  type FeedSettings,
  type FeedState,
  type FeedUpdate,
  parseFeedRecord,
} from "./feed-store-record.ts";
import { feedKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

/** What is known of a feed when it is added. */
export interface NewFeed extends Partial<FeedSettings> {
  /** Absolute http(s) URL of the document itself. */
  readonly url: string;
  readonly title?: string | null | undefined;
  /** Default active. */
  readonly state?: FeedState | undefined;
  readonly stateReason?: string | undefined;
  readonly intervalMs: number;
  readonly minIntervalMs: number;
  readonly maxIntervalMs: number;
}

type Intervals = Pick<FeedRecord, "intervalMs" | "minIntervalMs" | "maxIntervalMs">;
export type FeedChange = {
  readonly [Field in keyof (FeedSettings & Intervals)]?: (FeedSettings & Intervals)[Field] | undefined;
};

/** A line to keep of an entry; null keeps the one there is. */
export interface RememberedEntry {
  readonly key: string;
  readonly seen: SeenEntry | null;
  /** Offered for the first time: counted in `entriesSeen`, unless it is remembered already. */
  readonly isNews: boolean;
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
  changeSettings(url: string, settings: FeedChange): Promise<boolean>;
  /** What a poll found: a new state holds only where the feed was active. @returns the state after it, undefined where the feed is gone */
  settle(url: string, update: FeedUpdate): Promise<FeedState | undefined>;
  move(from: string, to: string): Promise<"moved" | "already-followed" | "unknown">;
  /** What is kept of entries, in the order of the keys. */
  seen(url: string, keys: readonly string[]): Promise<Array<SeenEntry | undefined>>;
  /** @param keep entries kept at most, those gone from the feed longest let go of first */
  remember(url: string, entries: readonly RememberedEntry[], keep: number): Promise<void>;
}

/** What the parts of the store share. */
export interface FeedStoreContext {
  readonly redis: Redis;
  readonly keys: ReturnType<typeof feedKeys>;
  /** ms since epoch. */
  readonly now: () => number;
  /** The record under this URL or the one it moved to. */
  find(url: string): Promise<FeedRecord | undefined>;
  /** A feed that is not read any more shall not be pushed either. */
  releaseHub(url: string): Promise<void>;
}

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
  const release = loadScript("feed-websub-release");

  async function find(url: string): Promise<FeedRecord | undefined> {
    let at = url;
    for (let move = 0; move <= MAX_MOVES; move++) {
      const record = parseFeedRecord(await redis.hgetall(keys.feed(feedIdOf(at))));
      if (record) return record;
      const target = await redis.hget(keys.moved(), at);
      if (target === null) return undefined;
      at = target;
    }
    return undefined;
  }

  async function releaseHub(url: string): Promise<void> {
    const places = [keys.feed(feedIdOf(url)), keys.subscriptionsDue()];
    await release.run(redis, places, [keys.subscriptions(), now()]);
  }

  const context = { redis, keys, now, find, releaseHub };
  return {
    get: find,
    ...createFeedList(context),
    ...createFeedChanges(context),
    ...createFeedMemory(redis, keys, now),
  };
}
