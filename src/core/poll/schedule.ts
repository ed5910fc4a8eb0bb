/*
 * When to read a feed again. A feed is read about as often as it brings something new, within what its
 * publisher and its followers allow:
 *
 *   wanted   = the time in which one new entry is expected to come
 *   floor    = the largest of: the follower's least interval, <ttl>, Cache-Control max-age, sy:update*
 *   ceiling  = the follower's greatest interval
 *   interval = wanted, within floor and ceiling, times 0.9 to 1.1 by a hash of the URL
 *
 * How often entries come is an average that forgets (exponentially weighted by time, not by polls: two
 * polls in a minute say less than two in a day). Publishers stop at night, so it forgets slowly.
 *
 * A feed whose hub delivers what is new is read at its ceiling: polls then only find what a hub has lost.
 *
 * A failing feed is read half as often with each failure, and not before the server's Retry-After.
 *
 * Left out on purpose: <skipHours> and <skipDays> (the average learns the same, and they carry no time
 * zone); the ceiling wins over the publisher's hints, since many templates carry a <ttl> nobody chose.
 */
import type { NewsTime } from "../model.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../units.ts";
import { instantOf } from "./feed-date.ts";
import { spreadShare } from "./feed-id.ts";
import type { FeedHints } from "./feed-model.ts";

/** Bounds of one feed's interval, ms; least <= greatest. */
export interface IntervalBounds {
  readonly minIntervalMs: number;
  readonly maxIntervalMs: number;
}

/** Agencies' busiest feeds bring an entry every two or three minutes. */
export const DEFAULT_MIN_INTERVAL_MS = 2 * MINUTE_MS;
/** A quiet feed's news comes at most this late. */
export const DEFAULT_MAX_INTERVAL_MS = 6 * HOUR_MS;

/** Weight of what was seen this long ago: 1/e. Half a day bridges a night without forgetting the day. */
const MEMORY_MS = 12 * HOUR_MS;
/** More than any feed brings; a first poll of a feed that gives all entries one date would say infinity. */
const MAX_NEW_PER_DAY = 10_000;
/** A poll that finds one new entry found it half an interval late, and seldom came for nothing. */
const NEW_ENTRIES_A_POLL = 1;
/** Total width of the spread: 0.9 to 1.1 of the interval. */
const SPREAD_WIDTH = 0.2;
/** A new interval this close to the old one is not worth a new schedule. */
const STEADY_SHARE = 0.15;

/**
 * @param previous new entries a day so far; null before the first poll
 * @param newEntries found by this poll, >= 0
 * @param elapsedMs since the last successful poll, >= 0
 * @param isAllNew no entry was known: others may have come and gone unseen, so at least as many again are
 *   reckoned with
 * @returns new entries a day
 */
export function arrivalRate(
  previous: number | null,
  newEntries: number,
  elapsedMs: number,
  isAllNew = false,
): number {
  if (elapsedMs <= 0) return previous ?? 0;
  const seen = Math.min(MAX_NEW_PER_DAY, (newEntries * DAY_MS) / elapsedMs);
  const weight = previous === null ? 1 : 1 - Math.exp(-elapsedMs / MEMORY_MS);
  const rate = (previous ?? 0) + weight * (seen - (previous ?? 0));
  return isAllNew ? Math.max(rate, 2 * seen) : rate;
}

/**
 * What the dates in a feed read for the first time say about how often entries come.
 * @param now ms since epoch; dates after it are not believed
 * @returns new entries a day; null where fewer than two entries tell their time
 */
export function arrivalRateOf(published: readonly (NewsTime | null)[], now: number): number | null {
  const times = published
    .filter((time) => time !== null)
    .map(instantOf)
    .filter((at) => at <= now);
  if (times.length < 2) return null;
  const oldest = times.reduce((least, at) => Math.min(least, at), now);
  // To now, not to the newest: a feed that stopped a year ago brings nothing.
  const spanMs = now - oldest;
  if (spanMs <= 0) return MAX_NEW_PER_DAY;
  return Math.min(MAX_NEW_PER_DAY, (times.length * DAY_MS) / spanMs);
}

/** A wish of the publisher that the feed be read no more often than this. */
export interface IntervalFloor {
  readonly what: "ttl" | "cache-control" | "sy-update" | "bounds";
  readonly ms: number;
}

export function floorsOf(hints: FeedHints, cacheMaxAgeMs: number | undefined): IntervalFloor[] {
  const floors: Array<{ what: IntervalFloor["what"]; ms: number | undefined }> = [
    { what: "ttl", ms: hints.ttlMs },
    { what: "cache-control", ms: cacheMaxAgeMs },
    { what: "sy-update", ms: hints.updatePeriodMs },
  ];
  return floors.flatMap(({ what, ms }) => (ms === undefined ? [] : [{ what, ms }]));
}

export interface NextPoll {
  readonly intervalMs: number;
  /** What decided, in a word for people: `arrivals`, a floor's name, `ceiling`, `hub`, `steady`. */
  readonly decidedBy: "arrivals" | "hub" | "ceiling" | "steady" | IntervalFloor["what"];
}

/**
 * @param newPerDay new entries a day, >= 0; null where nothing is known yet: the interval stays
 * @param currentMs the interval so far
 * @param bounds and whether a hub delivers what is new before a poll could find it
 */
export function nextPoll(
  feedUrl: string,
  newPerDay: number | null,
  currentMs: number,
  floors: readonly IntervalFloor[],
  bounds: IntervalBounds & { readonly isPushed?: boolean },
): NextPoll {
  const arrivalsMs = newPerDay === null ? currentMs : (NEW_ENTRIES_A_POLL * DAY_MS) / newPerDay;
  const wantedMs = bounds.isPushed === true ? bounds.maxIntervalMs : arrivalsMs;
  const floor = highestFloor(floors, bounds);
  const leastMs = Math.min(floor.ms, bounds.maxIntervalMs);
  const share = 1 + (spreadShare(feedUrl) - 1 / 2) * SPREAD_WIDTH;
  const within = (ms: number): number => Math.round(Math.min(bounds.maxIntervalMs, Math.max(leastMs, ms)));
  if (wantedMs < floor.ms && floor.ms < bounds.maxIntervalMs)
    // A floor is the least that is allowed: it is spread upwards only.
    return { intervalMs: within(floor.ms * Math.max(1, share)), decidedBy: floor.what };
  const intervalMs = within(Math.min(wantedMs, bounds.maxIntervalMs) * share);
  const isSteady =
    currentMs === within(currentMs) && Math.abs(intervalMs - currentMs) <= STEADY_SHARE * currentMs;
  if (isSteady) return { intervalMs: currentMs, decidedBy: "steady" };
  if (bounds.isPushed === true) return { intervalMs, decidedBy: "hub" };
  return { intervalMs, decidedBy: wantedMs < bounds.maxIntervalMs ? "arrivals" : "ceiling" };
}

function highestFloor(floors: readonly IntervalFloor[], bounds: IntervalBounds): IntervalFloor {
  const own: IntervalFloor = { what: "bounds", ms: bounds.minIntervalMs };
  return floors.reduce((highest, floor) => (floor.ms > highest.ms ? floor : highest), own);
}

/** 1,000 feeds that are added or resumed together are first read over 100 seconds. */
const FIRST_POLL_MS = 100;

/** @returns ms until the first poll of a feed that is followed together with others; 0 where it is alone */
export const firstPollInMs = (feedUrl: string, intervalMs: number, together: number): number =>
  together <= 1 ? 0 : spreadShare(feedUrl) * Math.min(intervalMs, together * FIRST_POLL_MS);

/** So that a week of failures holds at least 14 tries. */
const MAX_BACKOFF_MS = 12 * HOUR_MS;
/** 2^10 times the least interval is over a day: more doublings change nothing. */
const MAX_DOUBLINGS = 10;
/** A server that asks for more is asked again after a day, like one that asks for a year. */
const MAX_RETRY_AFTER_MS = DAY_MS;

/**
 * @param failures in a row, this one included, >= 1
 * @param retryAfterMs the server's wish, which stands above every bound up to a day
 */
export function intervalAfterFailure(
  intervalMs: number,
  failures: number,
  retryAfterMs: number | undefined,
): number {
  const backedOff = Math.min(
    Math.max(MAX_BACKOFF_MS, intervalMs),
    intervalMs * 2 ** Math.min(failures, MAX_DOUBLINGS),
  );
  return Math.max(backedOff, Math.min(retryAfterMs ?? 0, MAX_RETRY_AFTER_MS));
}

/** Extraction works off its backlog in seconds to minutes; a look at it costs no request. */
const HELD_MS = MINUTE_MS;

/** When to look again at a feed that was due while nothing might come in; never sooner than its follower allows. */
export const heldInterval = (feed: { readonly intervalMs: number; readonly minIntervalMs: number }): number =>
  Math.min(feed.intervalMs, Math.max(HELD_MS, feed.minIntervalMs));

const PAUSED_AFTER_MS = 7 * DAY_MS;
/** A machine that was off for a week has two failures a week apart, not a week of failures. */
const PAUSED_AFTER_FAILURES = 10;

export const isFailingTooLong = (failingSince: number, failures: number, now: number): boolean =>
  now - failingSince >= PAUSED_AFTER_MS && failures >= PAUSED_AFTER_FAILURES;

/** Some servers keep an ETag although the feed changed: once a day the whole feed is asked for. */
const FULL_CHECK_MS = DAY_MS;

/** @param lastFullReadAt ms since epoch; null where the feed was never read */
export const isFullCheckDue = (lastFullReadAt: number | null, now: number): boolean =>
  lastFullReadAt === null || now - lastFullReadAt >= FULL_CHECK_MS;

/** @returns `max-age` of a Cache-Control header in ms, 0 for `no-cache` and `no-store`; undefined where it says nothing */
export function cacheMaxAgeMs(cacheControl: string | undefined): number | undefined {
  const header = cacheControl?.toLowerCase() ?? "";
  if (/\bno-(?:cache|store)\b/.test(header)) return 0;
  const seconds = /\bmax-age\s*=\s*"?(\d{1,10})/.exec(header)?.[1];
  return seconds === undefined ? undefined : Number(seconds) * SECOND_MS;
}
