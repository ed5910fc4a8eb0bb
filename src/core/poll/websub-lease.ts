/*
 * WebSub, what we ask of a hub and when: a lease of ten days, renewed before its last fifth; a hub that does
 * not answer, or does not verify what it accepted, is asked again after a wait that doubles.
 *
 *   want ─▶ ask ──hub verifies──▶ active ──4/5 of the lease──▶ ask …
 *            ▲                       │ lease over without an answer: poll as before
 *            ├── the next hub ───────┤
 *            └── 10 min, 20, 40, … ──┘ when all hubs of the feed were asked
 *
 * W3C Recommendation "WebSub", 2018, section 5.1. A feed that names several hubs is subscribed to at one at a time:
 * subscribed to at all, everything would come as often as there are hubs.
 */

import { DAY_MS, MINUTE_MS, SECOND_MS } from "../units.ts";
import type { Subscription } from "./websub.ts";

/** Hubs that let the subscriber choose give up to 10 days; also taken where a hub names no lease. */
export const LEASE_WANTED_MS = 10 * DAY_MS;
/** The rest of the lease is time for tries that fail: a fifth of ten days is two. */
const RENEWED_AFTER_SHARE = 0.8;
/** A hub that gives seconds is not asked every second. */
const LEAST_BETWEEN_ASKS_MS = 10 * MINUTE_MS;
const LONGEST_BETWEEN_ASKS_MS = 7 * DAY_MS;
/** 10 min times 2^10 is a week. */
const MAX_DOUBLINGS = 10;
/** The lease of one that cannot be told ends by itself. */
export const MAX_UNSUBSCRIBE_TRIES = 5;

/** @returns ms since epoch */
export const renewalAt = (now: number, leaseMs: number): number =>
  now + Math.max(LEAST_BETWEEN_ASKS_MS, Math.round(leaseMs * RENEWED_AFTER_SHARE));

/** @param tries in a row without a verification, this one included, >= 1 */
export const askAgainAfterMs = (tries: number): number =>
  Math.min(LONGEST_BETWEEN_ASKS_MS, LEAST_BETWEEN_ASKS_MS * 2 ** Math.min(tries - 1, MAX_DOUBLINGS));

/**
 * The hub to ask where this one did not answer, refused, or accepted and never verified.
 * @param hubs that the feed names now; it may have changed its mind
 */
export function hubAfter(hub: string, hubs: readonly string[]): string {
  const next = hubs[(hubs.indexOf(hub) + 1) % hubs.length];
  return next ?? hub;
}

/** @param tries in a row without a verification, this one included, >= 1 */
export const isRoundOver = (tries: number, hubs: readonly string[]): boolean =>
  tries % Math.max(1, hubs.length) === 0;

/** @returns ms until the next hub is to be asked where one failed: at once until each was asked */
export const askNextAfterMs = (tries: number, hubs: readonly string[]): number =>
  isRoundOver(tries, hubs) ? askAgainAfterMs(Math.ceil(tries / Math.max(1, hubs.length))) : 0;

/** A hub that said no is asked again after a week: publishers change their minds about hubs. */
export const ASK_DENIED_AGAIN_MS = LONGEST_BETWEEN_ASKS_MS;

/**
 * A hub that accepts subscriptions need not deliver: many feeds name one that their publisher stopped telling.
 * So its word is taken only after it brought something, and until a poll finds what it did not bring.
 */
export const isPushed = (
  feed: { readonly pushedUntil: number | null; readonly hubDelivers: boolean },
  now: number,
): boolean => feed.hubDelivers && feed.pushedUntil !== null && feed.pushedUntil > now;

/** @param base the setting WEBSUB_CALLBACK_URL, with or without a slash at its end */
export const callbackUrlOf = (base: string, subscriptionId: string): string =>
  `${base.replace(/\/+$/, "")}/websub/${subscriptionId}`;

/** The body of the request to the hub. */
export const hubForm = (
  subscription: Subscription & { readonly secret: string },
  callbackUrl: string,
): URLSearchParams =>
  new URLSearchParams({
    "hub.callback": callbackUrl,
    "hub.mode": subscription.mode,
    "hub.topic": subscription.topic,
    "hub.secret": subscription.secret,
    "hub.lease_seconds": String(LEASE_WANTED_MS / SECOND_MS),
  });
