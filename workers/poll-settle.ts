/*
 * What a poll's end means for the feed: its record, its schedule, its subscription at a hub.
 *
 * Records are written after schedules where both change: a worker killed in between does the poll again.
 */
import type { FailureKind, Outcome } from "../src/core/outcome.ts";
import type { FeedReading } from "../src/core/poll/feed-model.ts";
import {
  arrivalRate,
  arrivalRateOf,
  type floorsOf,
  heldInterval,
  intervalAfterFailure,
  isFailingTooLong,
  nextPoll,
} from "../src/core/poll/schedule.ts";
import { isPushed } from "../src/core/poll/websub-lease.ts";
import type { FeedRecord, FeedUpdate } from "../src/io/redis/feed-store-record.ts";
import type { PollDeps } from "./poll.ts";
import { keepSubscription } from "./poll-websub.ts";
import type { StageResult } from "./stage-worker.ts";

type SettleDeps = Pick<PollDeps, "feeds" | "schedule" | "unschedule" | "subscriptions" | "now">;

interface Success {
  /** ms since epoch, before the feed's record was read: what a hub pushes from then on is counted by the next poll. */
  readonly begunAt: number;
  readonly floors: ReturnType<typeof floorsOf>;
  /** By this poll. */
  readonly newEntries: number;
  readonly reading?: FeedReading & { readonly kind: "feed" };
}

export async function recordSuccess(
  deps: SettleDeps,
  feed: FeedRecord,
  said: Success,
  update: FeedUpdate = {},
): Promise<void> {
  const now = deps.now();
  const newEntries = said.newEntries + foundBefore(feed);
  const newPerDay = newPerDayAfter(feed, said, newEntries, now);
  // What a poll finds, a hub that delivers would have brought.
  const hubDelivers = feed.hubDelivers && newEntries === 0;
  const pushed = deps.subscriptions !== undefined && isPushed({ ...feed, hubDelivers }, now);
  const bounds = { ...feed, isPushed: pushed };
  const next = nextPoll(feed.url, newPerDay, feed.intervalMs, said.floors, bounds);
  // Scheduled first: a worker killed in between does this poll again, and then both agree.
  if (next.intervalMs !== feed.intervalMs || feed.failures > 0 || feed.heldBecause !== null)
    await deps.schedule(feed.url, next.intervalMs);
  const state = await deps.feeds.settle(feed.url, {
    ...update,
    newPerDay,
    intervalMs: next.intervalMs,
    intervalDecidedBy: next.decidedBy === "steady" ? undefined : next.decidedBy,
    lastPolledAt: now,
    lastSuccessAt: said.begunAt,
    ...(hubDelivers === feed.hubDelivers ? {} : { hubDelivers: null }),
    entriesAtPoll: feed.entriesSeen + said.newEntries,
    failures: null,
    failingSince: null,
    lastError: null,
    heldBecause: null,
  });
  if (state !== "active") await deps.unschedule(feed.url);
  else if (deps.subscriptions) await keepSubscription(deps.subscriptions, feed, update);
}

/** @param newEntries with those of polls that were cut short */
function newPerDayAfter(feed: FeedRecord, said: Success, newEntries: number, now: number): number | null {
  // The entries of an index are sitemaps: neither their number nor their dates tell how much news comes.
  const isIndex = said.reading?.format === "sitemap-index";
  const entries = isIndex ? [] : (said.reading?.entries ?? []);
  const published = entries.map((entry) => entry.published ?? entry.updated);
  if (feed.lastSuccessAt === null) return arrivalRateOf(published, now);
  const isAllNew = published.length > 0 && newEntries >= published.length;
  const counted = said.newEntries + countedSince(feed);
  return arrivalRate(feed.newPerDay, counted, said.begunAt - feed.lastSuccessAt, isAllNew);
}

const countedSince = (feed: FeedRecord): number =>
  feed.entriesSeen - (feed.entriesAtPoll ?? feed.entriesSeen);

/** What polls found that were cut short since the last success. Where a hub pushed meanwhile, it may have been the hub. */
const foundBefore = (feed: FeedRecord): number =>
  (feed.lastPushedAt ?? 0) >= (feed.lastSuccessAt ?? 0) ? 0 : countedSince(feed);

type Failure = Extract<Outcome, { kind: "failed" | "refused" | "blocked-by-robots" }>;

export async function recordFailure(
  deps: SettleDeps,
  feed: FeedRecord,
  failure: Failure,
  retryAfterMs?: number,
): Promise<StageResult> {
  const now = deps.now();
  const failures = feed.failures + 1;
  const failingSince = feed.failingSince ?? now;
  const isPaused = isFailingTooLong(failingSince, failures, now);
  const since = new Date(failingSince).toISOString();
  const stateReason = `${failures} failures since ${since}, last: ${failure.message}`;
  if (!isPaused) await deps.schedule(feed.url, intervalAfterFailure(feed.intervalMs, failures, retryAfterMs));
  const state = await deps.feeds.settle(feed.url, {
    ...(isPaused ? { state: "paused", stateReason } : {}),
    failures,
    failingSince,
    lastError: failure.message,
    lastPolledAt: now,
    heldBecause: null,
  });
  if (state !== "active") await deps.unschedule(feed.url);
  // The log's line about this job is what reports it, besides `feeds list`.
  const message = isPaused ? `feed paused: ${stateReason}` : failure.message;
  return { kind: "settled", outcome: outcomeOf({ ...failure, message }) };
}

/** Without the fields that only a fetch knows. */
function outcomeOf(failure: Failure): Outcome {
  const { message } = failure;
  switch (failure.kind) {
    case "failed":
      return { kind: "failed", error: failure.error satisfies FailureKind, message };
    case "refused":
      return { kind: "refused", rule: failure.rule, message };
    case "blocked-by-robots":
      return { kind: "blocked-by-robots", message };
    default:
      return failure satisfies never;
  }
}

export async function endFeed(deps: SettleDeps, feed: FeedRecord, message: string): Promise<StageResult> {
  const ended = { state: "ended", stateReason: message, lastPolledAt: deps.now() } as const;
  await deps.feeds.settle(feed.url, ended);
  await deps.unschedule(feed.url);
  return { kind: "settled", outcome: { kind: "gone", message } };
}

/**
 * Follows the feed under its new URL. Only after what stands there was read as a feed: a network's login
 * page redirects for good as well.
 * @returns what to add to the job's log line
 */
export async function moveFeed(
  deps: SettleDeps,
  feed: FeedRecord,
  movedTo: string | undefined,
): Promise<string> {
  if (movedTo === undefined || movedTo === feed.url) return "";
  const moved = await deps.feeds.move(feed.url, movedTo);
  await deps.unschedule(feed.url);
  const current = moved === "moved" ? await deps.feeds.get(movedTo) : undefined;
  if (current?.state === "active") await deps.schedule(movedTo, current.intervalMs);
  return `, moved to ${movedTo}`;
}

/**
 * Intake is held while the feed's turn has come, or while its entries were being offered: what was not offered is
 * not remembered, and the feed is looked at again soon. The server is not asked before there is room.
 * @param waitMs how long its host wants to rest: a feed that redirects asks its own host at each look
 */
export async function holdFeed(
  deps: SettleDeps,
  feed: FeedRecord,
  reason: string,
  waitMs = 0,
): Promise<StageResult> {
  // Noted first: whoever is killed in between leaves a mark that has the next success schedule it as usual.
  const state = await deps.feeds.settle(feed.url, { heldBecause: reason });
  if (state === "active") await deps.schedule(feed.url, Math.max(heldInterval(feed), waitMs));
  else await deps.unschedule(feed.url);
  return { kind: "advanced", detail: `held: ${reason}` };
}
