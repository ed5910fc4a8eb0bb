/*
 * What a hub sends to a callback: a request to verify what we asked for, or a feed that changed. A pushed feed
 * goes the way of a polled one: the same judgement of what is new, the same offers. The hub gets its answer
 * after the entries were offered, so that one whose push was cut short, or came while intake is held, sends it
 * again.
 */
import { decodePage } from "../src/core/fetch/charset.ts";
import { readFeed } from "../src/core/poll/read-feed.ts";
import { verifyIntent, verifyPush } from "../src/core/poll/websub.ts";
import type { Log } from "../src/io/log.ts";
import type { FeedRecord } from "../src/io/redis/feed-store-record.ts";
import type { SubscriptionStore } from "../src/io/websub/subscription-store.ts";
import type { PollDeps } from "./poll.ts";
import { offerPushed } from "./poll-entries.ts";

export interface PushDeps extends Pick<PollDeps, "feeds" | "offerUrls" | "heldBecause" | "now"> {
  readonly subscriptions: Pick<SubscriptionStore, "get" | "confirmed" | "denied" | "ended">;
  /** Polls the feed at once, whatever its schedule. */
  pollNow(feedUrl: string): Promise<void>;
  readonly log: Log;
}

export type IntentAnswer =
  | { readonly kind: "confirmed"; readonly challenge: string }
  | { readonly kind: "noted" }
  | { readonly kind: "not-ours"; readonly message: string };

/** @param query of the hub's GET request */
export async function answerIntent(
  deps: PushDeps,
  id: string,
  query: URLSearchParams,
): Promise<IntentAnswer> {
  const { subscriptions, log } = deps;
  const subscription = await subscriptions.get(id);
  const intent = verifyIntent(query, subscription);
  if (!subscription || intent.kind === "not-ours")
    return { kind: "not-ours", message: intent.kind === "not-ours" ? intent.message : "no such callback" };
  const { hub, topic, mode } = subscription;
  if (mode === "unsubscribe") {
    await subscriptions.ended(subscription);
    log.info({ hub, topic }, "hub ended a subscription");
    return intent.kind === "confirmed"
      ? { kind: "confirmed", challenge: intent.challenge }
      : { kind: "noted" };
  }
  if (intent.kind === "denied") {
    await subscriptions.denied(subscription, intent.reason);
    log.warn({ hub, topic, reason: intent.reason }, "hub denied a subscription");
    // Its schedule may count on the hub. It may have moved since it was subscribed to.
    const feed = await deps.feeds.get(subscription.feedUrl);
    if (feed) await deps.pollNow(feed.url);
    return { kind: "noted" };
  }
  if (!(await subscriptions.confirmed(subscription, intent.leaseMs)))
    return { kind: "not-ours", message: "the subscription is not wanted any more" };
  log.info({ hub, topic, leaseMs: intent.leaseMs }, "hub verified a subscription");
  return { kind: "confirmed", challenge: intent.challenge };
}

export interface Push {
  /** `X-Hub-Signature`. */
  readonly signature: string | undefined;
  readonly contentType: string | undefined;
  readonly body: Buffer;
}

/**
 * `taken` also where it was dropped: a forger learns nothing. `gone`: the hub may end the subscription. `held`:
 * intake is full, the hub is to send it again.
 */
export type PushAnswer = "taken" | "unknown" | "gone" | "held";

export async function receivePush(deps: PushDeps, id: string, push: Push): Promise<PushAnswer> {
  const { subscriptions, feeds, log } = deps;
  const subscription = await subscriptions.get(id);
  if (!subscription) return "unknown";
  const { hub, topic, secret } = subscription;
  const verdict = verifyPush(push.signature, push.body, secret);
  if (verdict.kind === "forged") {
    log.warn({ hub, topic, message: verdict.message }, "push dropped");
    return "taken";
  }
  const feed = await feeds.get(subscription.feedUrl);
  if (feed?.state !== "active" || feed.websubId !== id) return "gone";
  const held =
    (await deps.heldBecause(feed.fullText ? "documents" : "urls")) ?? (await takeDocument(deps, feed, push));
  if (held === null) return "taken";
  log.warn({ feed: feed.url, reason: held }, "push held");
  return "held";
}

/** @returns why not all of it was taken; null where it was */
async function takeDocument(deps: PushDeps, feed: FeedRecord, push: Push): Promise<string | null> {
  const { feeds, log, now } = deps;
  const reading = readFeed(decodePage(push.body, push.contentType).text, feed.url);
  if (reading.kind === "not-a-feed" || reading.format === "sitemap-index") {
    // A hub that sends less than the feed says at least that it changed.
    await deps.pollNow(feed.url);
    log.info({ feed: feed.url }, "push without entries: feed is polled");
    return null;
  }
  const { newEntries, revisedEntries, heldBecause } = await offerPushed(deps, feed, reading);
  const brought = newEntries + revisedEntries > 0;
  await feeds.settle(feed.url, {
    lastPushedAt: now(),
    ...(brought ? { hubDelivers: true } : {}),
  });
  log.info({ feed: feed.url, newEntries, revisedEntries }, "push taken");
  return heldBecause;
}
