/*
 * Subscriptions of feeds at their hubs: asked for after a poll that saw a hub, then kept alive by a loop that
 * takes what is due: requests, renewals, tries again, and the end of those whose feed is not followed any more.
 */
import { callbackUrlOf, hubForm, MAX_UNSUBSCRIBE_TRIES } from "../src/core/poll/websub-lease.ts";
import type { Log } from "../src/io/log.ts";
import type { FeedStore } from "../src/io/redis/feed-store.ts";
import type { FeedRecord } from "../src/io/redis/feed-store-record.ts";
import type { AskHub } from "../src/io/websub/hub-client.ts";
import type { SubscriptionRecord } from "../src/io/websub/subscription-record.ts";
import type { SubscriptionStore } from "../src/io/websub/subscription-store.ts";
import { startLoop } from "./loop.ts";
import type { RunningStage } from "./stage-worker.ts";

export interface SubscribingDeps {
  readonly subscriptions: SubscriptionStore;
  readonly feeds: Pick<FeedStore, "get">;
  readonly askHub: AskHub;
  /** The setting WEBSUB_CALLBACK_URL, not empty. */
  readonly callbackBase: string;
  /** Polls the feed at once, whatever its schedule. */
  pollNow(feedUrl: string): Promise<void>;
  readonly log: Log;
  /** ms since epoch. */
  readonly now: () => number;
}

/** What the poll saw of hubs and topic; undefined where it did not read the document. */
export async function keepSubscription(
  subscriptions: Pick<SubscriptionStore, "want" | "release">,
  feed: FeedRecord,
  seen: {
    readonly hubs?: readonly string[] | null | undefined;
    readonly self?: string | null | undefined;
  },
): Promise<void> {
  const hubs = (seen.hubs === undefined ? feed.hubs : seen.hubs) ?? [];
  const self = seen.self === undefined ? feed.self : seen.self;
  if (hubs.length > 0) await subscriptions.want(feed.url, hubs, self ?? feed.url);
  else if (feed.websubId !== null) await subscriptions.release(feed.url);
}

/** Hubs asked at once: a hub that hangs holds up the others for one turn at most. */
const ASKED_AT_ONCE = 8;
/** A new feed's subscription may wait this long; thousands at once take a turn for every eight. */
const REST_MS = 2_000;

export function startSubscribing(deps: SubscribingDeps): RunningStage {
  let isFirstTurn = true;
  return startLoop("websub", deps.log, async () => {
    // The HTTP server is up when the second turn comes: a hub may verify at once.
    if (isFirstTurn) isFirstTurn = false;
    else await askDue(deps);
    return REST_MS;
  });
}

/** One turn. @returns how many subscriptions were due */
export async function askDue(deps: SubscribingDeps): Promise<number> {
  const due = await deps.subscriptions.claimDue(ASKED_AT_ONCE);
  await Promise.all(due.map((subscription) => advance(deps, subscription)));
  return due.length;
}

async function advance(deps: SubscribingDeps, subscription: SubscriptionRecord): Promise<void> {
  const { subscriptions } = deps;
  const hasLapsed = subscription.leaseUntil !== null && subscription.leaseUntil <= deps.now();
  if (subscription.mode === "unsubscribe") {
    const isOver = hasLapsed || subscription.tries >= MAX_UNSUBSCRIBE_TRIES;
    return isOver ? subscriptions.ended(subscription) : ask(deps, subscription);
  }
  const feed = await deps.feeds.get(subscription.feedUrl);
  if (feed?.state !== "active" || feed.websubId !== subscription.id)
    return subscription.leaseUntil === null
      ? subscriptions.ended(subscription)
      : subscriptions.notWanted(subscription);
  if (hasLapsed && feed.pushedUntil !== null) {
    // Polled first: whoever is killed in between finds it lapsed once more.
    await deps.pollNow(feed.url);
    await subscriptions.lapsed(subscription);
  }
  return ask(deps, subscription);
}

async function ask(deps: SubscribingDeps, subscription: SubscriptionRecord): Promise<void> {
  const { subscriptions, log, callbackBase } = deps;
  const asked = await subscriptions.asking(subscription);
  const { id, hub, topic, mode } = asked;
  const answer = await deps.askHub(hub, hubForm(asked, callbackUrlOf(callbackBase, id)));
  if (answer.kind === "accepted") {
    log.info({ hub, topic, mode }, "hub accepted");
    return;
  }
  if (answer.kind === "postponed") return subscriptions.postponed(subscription, answer.waitMs);
  await subscriptions.failed(asked, answer.message);
  log.warn({ hub, topic, mode, message: answer.message }, "hub did not accept");
}
