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
import {
  ASK_DENIED_AGAIN_MS,
  askAgainAfterMs,
  askNextAfterMs,
  hubAfter,
  isRoundOver,
  LEASE_WANTED_MS,
  renewalAt,
} from "../../core/poll/websub-lease.ts";
import type { FeedStore } from "../redis/feed-store.ts";
import { feedKeys } from "../redis/keys.ts";
import { loadScript } from "../redis/scripts.ts";
import { parseSubscription, SUBSCRIPTION_ID, type SubscriptionRecord } from "./subscription-record.ts";

export interface SubscriptionStore {
  /** Sees to it that the feed has a subscription at one of its hubs, and that of another hub or topic is ended. */
  want(feedUrl: string, hubs: readonly string[], topic: string): Promise<"asked" | "kept" | "not-active">;
  /** The feed names no hub any more: what it has is ended. */
  release(feedUrl: string): Promise<void>;
  get(id: string): Promise<SubscriptionRecord | undefined>;
  /** Those whose hub is to be asked now, for this process for five minutes. */
  claimDue(limit: number): Promise<SubscriptionRecord[]>;
  /**
   * Before the request: the hub may verify before it answers.
   * @returns the subscription as it is to be asked for: at the next hub where the last try came to nothing
   */
  asking(subscription: SubscriptionRecord): Promise<SubscriptionRecord>;
  /** @param subscription as `asking` gave it */
  failed(subscription: SubscriptionRecord, message: string): Promise<void>;
  /** The hub could not be asked now: everything is as before `asking`. @param subscription as it was then */
  postponed(subscription: SubscriptionRecord, waitMs: number): Promise<void>;
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
/** Longer than a request takes with its redirects and the waits for their hosts. */
const CLAIM_MS = 300_000;
const MAX_MESSAGE_CHARS = 300;

interface SubscriptionDeps {
  readonly redis: Redis;
  /** First word of every key. */
  readonly prefix: string;
  readonly feeds: Pick<FeedStore, "get">;
  /** ms since epoch. */
  readonly now: () => number;
}

export const createSubscriptionStore = (deps: SubscriptionDeps): SubscriptionStore =>
  new RedisSubscriptions(deps);

interface Change {
  readonly ifState?: SubscriptionRecord["state"];
  /** Null ends the subscription. */
  readonly dueAt: number | null;
  /** Null: not pushed any more. Undefined leaves it. */
  readonly pushedUntil?: number | null;
  readonly fields?: Readonly<Record<string, string | number>>;
}

class RedisSubscriptions implements SubscriptionStore {
  readonly #deps: SubscriptionDeps;
  readonly #keys: ReturnType<typeof feedKeys>;
  readonly #scripts = {
    want: loadScript("feed-websub-want"),
    release: loadScript("feed-websub-release"),
    claim: loadScript("feed-websub-claim"),
    settle: loadScript("feed-websub-settle"),
  };

  constructor(deps: SubscriptionDeps) {
    this.#deps = deps;
    this.#keys = feedKeys(deps.prefix);
  }

  async get(id: string): Promise<SubscriptionRecord | undefined> {
    if (!SUBSCRIPTION_ID.test(id)) return undefined;
    return parseSubscription(id, await this.#deps.redis.hgetall(this.#keys.subscription(id)));
  }

  async want(
    feedUrl: string,
    hubs: readonly string[],
    topic: string,
  ): Promise<"asked" | "kept" | "not-active"> {
    const made = [randomBytes(ID_BYTES), randomBytes(SECRET_BYTES)].map((bytes) => bytes.toString("hex"));
    const args = [this.#keys.subscriptions(), ...made, feedUrl, topic, this.#deps.now(), ...hubs];
    const answer = await this.#scripts.want.run(this.#deps.redis, this.#placesOf(feedUrl), args);
    return answer as "asked" | "kept" | "not-active";
  }

  async release(feedUrl: string): Promise<void> {
    const args = [this.#keys.subscriptions(), this.#deps.now()];
    await this.#scripts.release.run(this.#deps.redis, this.#placesOf(feedUrl), args);
  }

  async claimDue(limit: number): Promise<SubscriptionRecord[]> {
    const { redis, now } = this.#deps;
    const due = this.#keys.subscriptionsDue();
    const ids = (await this.#scripts.claim.run(redis, [due], [now(), limit, CLAIM_MS])) as string[];
    const records: SubscriptionRecord[] = [];
    for (const id of ids) {
      const record = await this.get(id);
      if (record) records.push(record);
      else await redis.zrem(due, id);
    }
    return records;
  }

  async asking(subscription: SubscriptionRecord): Promise<SubscriptionRecord> {
    const hubs = await this.#hubsOf(subscription);
    const hub = subscription.tries > 0 ? hubAfter(subscription.hub, hubs) : subscription.hub;
    const tries = subscription.tries + 1;
    // The hub may accept and never verify: then the next one is asked after this.
    const dueAt = this.#deps.now() + askAgainAfterMs(Math.ceil(tries / hubs.length));
    const fields = { state: "asked", hub, tries, askedAt: this.#deps.now() };
    await this.#settle(subscription, { dueAt, fields });
    return { ...subscription, hub, tries, state: "asked" };
  }

  async failed(subscription: SubscriptionRecord, message: string): Promise<void> {
    const hubs = await this.#hubsOf(subscription);
    const dueAt = this.#deps.now() + askNextAfterMs(subscription.tries, hubs);
    const fields = { message: message.slice(0, MAX_MESSAGE_CHARS) };
    await this.#settle(subscription, { ifState: "asked", dueAt, fields });
  }

  async postponed(subscription: SubscriptionRecord, waitMs: number): Promise<void> {
    const { hub, tries, state } = subscription;
    const fields = { hub, tries, state };
    const dueAt = this.#deps.now() + waitMs;
    await this.#settle(subscription, { ifState: "asked", dueAt, fields });
  }

  confirmed(subscription: SubscriptionRecord, leaseMs: number | null): Promise<boolean> {
    const now = this.#deps.now();
    const lease = leaseMs ?? LEASE_WANTED_MS;
    const leaseUntil = now + lease;
    const fields = { state: "active", tries: 0, leaseUntil, verifiedAt: now, message: "" };
    return this.#settle(subscription, { dueAt: renewalAt(now, lease), pushedUntil: leaseUntil, fields });
  }

  async denied(subscription: SubscriptionRecord, reason: string): Promise<void> {
    const hubs = await this.#hubsOf(subscription);
    // A hub that ends a lease which ran was not asked just now: the others are still to be.
    const tries = Math.max(1, subscription.tries);
    const dueAt = this.#deps.now() + (isRoundOver(tries, hubs) ? ASK_DENIED_AGAIN_MS : 0);
    const fields = { state: "denied", tries, message: reason };
    await this.#settle(subscription, { dueAt, pushedUntil: null, fields });
  }

  async lapsed(subscription: SubscriptionRecord): Promise<void> {
    await this.#settle(subscription, { dueAt: this.#deps.now(), pushedUntil: null });
  }

  async notWanted(subscription: SubscriptionRecord): Promise<void> {
    const fields = { mode: "unsubscribe", state: "wanted", tries: 0 };
    await this.#settle(subscription, { dueAt: this.#deps.now(), fields });
  }

  async ended(subscription: SubscriptionRecord): Promise<void> {
    await this.#settle(subscription, { dueAt: null });
  }

  #placesOf(feedUrl: string): string[] {
    return [this.#keys.feed(feedIdOf(feedUrl)), this.#keys.subscriptionsDue()];
  }

  /** Where it may be asked for. Never empty: only the hub that knows a subscription can end it. */
  async #hubsOf({ feedUrl, hub, mode }: SubscriptionRecord): Promise<readonly string[]> {
    const feed = mode === "subscribe" ? await this.#deps.feeds.get(feedUrl) : undefined;
    return feed && feed.hubs.length > 0 ? feed.hubs : [hub];
  }

  /** @returns false where it has become something else meanwhile */
  async #settle(subscription: SubscriptionRecord, change: Change): Promise<boolean> {
    const { id, feedUrl, mode } = subscription;
    const feed = await this.#deps.feeds.get(feedUrl);
    const places = [
      this.#keys.subscription(id),
      this.#keys.subscriptionsDue(),
      this.#keys.feed(feedIdOf(feed?.url ?? feedUrl)),
    ];
    const pushedUntil = change.pushedUntil === undefined ? "" : (change.pushedUntil ?? "0");
    const fields = Object.entries(change.fields ?? {}).flat();
    const args = [id, mode, change.ifState ?? "", change.dueAt ?? "", pushedUntil, ...fields];
    return (await this.#scripts.settle.run(this.#deps.redis, places, args)) === 1;
  }
}
