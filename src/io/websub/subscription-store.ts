/*
 * Subscriptions at hubs, in Redis: they outlive the processes that asked for them, and, until their hub was
 * told, the feeds that they are for.
 *
 *   redis-cli HGETALL wirefold:{p}:websub:<SubscriptionId>      feed, hub, topic, mode, state, lease
 *   redis-cli ZRANGE wirefold:{p}:websub-due 0 -1 WITHSCORES    when each hub is asked next
 */
import { randomBytes } from "node:crypto";
import type { Redis } from "ioredis";
import { feedIdOf } from "../../core/poll/feed-id.ts";
import type { Subscription } from "../../core/poll/websub.ts";
import {
  ASK_DENIED_AGAIN_MS,
  askAgainAfterMs,
  LEASE_WANTED_MS,
  renewalAt,
} from "../../core/poll/websub-lease.ts";
import type { FeedStore } from "../redis/feed-store.ts";
import { feedKeys } from "../redis/keys.ts";
import { loadScript } from "../redis/scripts.ts";

export interface SubscriptionRecord extends Subscription {
  /** 32 hex digits nobody can guess: they are the callback's address. */
  readonly id: string;
  /** The feed's URL when it was subscribed to; it may have moved since. */
  readonly feedUrl: string;
  readonly hub: string;
  readonly secret: string;
  /** `asked`: the hub has not verified yet; a renewal is asked for while its lease still runs. */
  readonly state: "wanted" | "asked" | "active" | "denied";
  /** Requests in a row that no verification followed. */
  readonly tries: number;
  /** End of the confirmed lease, ms since epoch; null where none was confirmed. */
  readonly leaseUntil: number | null;
  readonly message: string | null;
}

export interface SubscriptionStore {
  /** Sees to it that the feed has a subscription, and that of another hub or topic is ended. */
  want(feedUrl: string, hub: string, topic: string): Promise<"asked" | "kept" | "not-active">;
  /** The feed names no hub any more: what it has is ended. */
  release(feedUrl: string): Promise<void>;
  get(id: string): Promise<SubscriptionRecord | undefined>;
  /** Those whose hub is to be asked now, for this process for a minute. */
  claimDue(limit: number): Promise<SubscriptionRecord[]>;
  /** Before the request: the hub may verify before it answers. */
  asking(subscription: SubscriptionRecord): Promise<void>;
  failed(subscription: SubscriptionRecord, message: string): Promise<void>;
  /** @param leaseMs null where the hub names none. False where it is not wanted any more. */
  confirmed(subscription: SubscriptionRecord, leaseMs: number | null): Promise<boolean>;
  denied(subscription: SubscriptionRecord, reason: string): Promise<void>;
  /** The lease ran out: the feed is not pushed, but its hub is still asked. */
  lapsed(subscription: SubscriptionRecord): Promise<void>;
  /** Its feed is gone, paused, or has another subscription: the hub is asked to end it. */
  notWanted(subscription: SubscriptionRecord): Promise<void>;
  ended(subscription: SubscriptionRecord): Promise<void>;
}

const ID_BYTES = 16;
/** As many as SHA-256 makes of any key; WebSub allows up to 200 characters. */
const SECRET_BYTES = 32;
/** Longer than a request may take with its redirects. */
const CLAIM_MS = 60_000;
const MAX_MESSAGE_CHARS = 300;

const SUBSCRIPTION_ID = /^[0-9a-f]{32}$/;

/** Written by this file and its scripts only: what they hold is ours. */
function parseSubscription(id: string, fields: Record<string, string>): SubscriptionRecord | undefined {
  const { feedUrl, hub, topic, secret, mode, state } = fields;
  if (!feedUrl || !hub || !topic || !secret || !mode || !state) return undefined;
  return {
    id,
    feedUrl,
    hub,
    topic,
    secret,
    mode: mode as SubscriptionRecord["mode"],
    state: state as SubscriptionRecord["state"],
    tries: Number(fields.tries ?? 0),
    leaseUntil: fields.leaseUntil === undefined ? null : Number(fields.leaseUntil),
    message: fields.message ?? null,
  };
}

interface Change {
  readonly ifState?: SubscriptionRecord["state"];
  /** Null ends the subscription. */
  readonly dueAt: number | null;
  /** Null: not pushed any more. Undefined leaves it. */
  readonly pushedUntil?: number | null;
  readonly fields?: Readonly<Record<string, string | number>>;
}

export function createSubscriptionStore(deps: {
  redis: Redis;
  /** First word of every key. */
  prefix: string;
  feeds: Pick<FeedStore, "get">;
  /** ms since epoch. */
  now: () => number;
}): SubscriptionStore {
  const { redis, feeds, now } = deps;
  const keys = feedKeys(deps.prefix);
  const scripts = {
    want: loadScript("feed-websub-want"),
    release: loadScript("feed-websub-release"),
    claim: loadScript("feed-websub-claim"),
    settle: loadScript("feed-websub-settle"),
  };

  async function settle(subscription: SubscriptionRecord, change: Change): Promise<boolean> {
    const { id, feedUrl, mode } = subscription;
    const feed = await feeds.get(feedUrl);
    const places = [
      keys.subscription(id),
      keys.subscriptionsDue(),
      keys.feed(feedIdOf(feed?.url ?? feedUrl)),
    ];
    const pushedUntil = change.pushedUntil === undefined ? "" : (change.pushedUntil ?? "0");
    const fields = Object.entries(change.fields ?? {}).flat();
    const args = [id, mode, change.ifState ?? "", change.dueAt ?? "", pushedUntil, ...fields];
    return (await scripts.settle.run(redis, places, args)) === 1;
  }

  async function get(id: string): Promise<SubscriptionRecord | undefined> {
    if (!SUBSCRIPTION_ID.test(id)) return undefined;
    return parseSubscription(id, await redis.hgetall(keys.subscription(id)));
  }

  return {
    get,
    async want(feedUrl, hub, topic) {
      const places = [keys.feed(feedIdOf(feedUrl)), keys.subscriptionsDue()];
      const made = [randomBytes(ID_BYTES), randomBytes(SECRET_BYTES)].map((bytes) => bytes.toString("hex"));
      const args = [keys.subscriptions(), ...made, feedUrl, hub, topic, now()];
      return (await scripts.want.run(redis, places, args)) as "asked" | "kept" | "not-active";
    },
    async release(feedUrl) {
      const places = [keys.feed(feedIdOf(feedUrl)), keys.subscriptionsDue()];
      await scripts.release.run(redis, places, [keys.subscriptions(), now()]);
    },
    async claimDue(limit) {
      const args = [now(), limit, CLAIM_MS];
      const ids = (await scripts.claim.run(redis, [keys.subscriptionsDue()], args)) as string[];
      const records: SubscriptionRecord[] = [];
      for (const id of ids) {
        const record = await get(id);
        if (record) records.push(record);
        else await redis.zrem(keys.subscriptionsDue(), id);
      }
      return records;
    },
    async asking(subscription) {
      const tries = subscription.tries + 1;
      const dueAt = now() + askAgainAfterMs(tries);
      await settle(subscription, { dueAt, fields: { state: "asked", tries, askedAt: now() } });
    },
    async failed(subscription, message) {
      const dueAt = now() + askAgainAfterMs(subscription.tries + 1);
      const fields = { message: message.slice(0, MAX_MESSAGE_CHARS) };
      await settle(subscription, { ifState: "asked", dueAt, fields });
    },
    confirmed(subscription, leaseMs) {
      const lease = leaseMs ?? LEASE_WANTED_MS;
      const leaseUntil = now() + lease;
      const fields = { state: "active", tries: 0, leaseUntil, verifiedAt: now(), message: "" };
      return settle(subscription, { dueAt: renewalAt(now(), lease), pushedUntil: leaseUntil, fields });
    },
    async denied(subscription, reason) {
      const dueAt = now() + ASK_DENIED_AGAIN_MS;
      await settle(subscription, { dueAt, pushedUntil: null, fields: { state: "denied", message: reason } });
    },
    async lapsed(subscription) {
      await settle(subscription, { dueAt: now(), pushedUntil: null });
    },
    async notWanted(subscription) {
      await settle(subscription, {
        dueAt: now(),
        fields: { mode: "unsubscribe", state: "wanted", tries: 0 },
      });
    },
    async ended(subscription) {
      await settle(subscription, { dueAt: null });
    },
  };
}
