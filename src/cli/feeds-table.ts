/* Followed feeds as a table for people. */
import { isPushed } from "../core/poll/websub-lease.ts";
import type { FeedRecord } from "../io/redis/feed-store-record.ts";
import { clipped, table } from "./terminal.ts";

const MS_A_MINUTE = 60_000;
const MS_AN_HOUR = 60 * MS_A_MINUTE;
const MS_A_DAY = 24 * MS_AN_HOUR;

/** Two units say enough: `45 s`, `12 min`, `3.5 h`, `2 days`. */
export function shownDuration(ms: number): string {
  const MS_A_SECOND = 1_000;
  if (ms < MS_A_MINUTE) return `${Math.round(ms / MS_A_SECOND)} s`;
  if (ms < MS_AN_HOUR) return `${Math.round(ms / MS_A_MINUTE)} min`;
  if (ms < 2 * MS_A_DAY) return `${(ms / MS_AN_HOUR).toFixed(1)} h`;
  return `${Math.round(ms / MS_A_DAY)} days`;
}

const ago = (at: number | null, now: number): string =>
  at === null ? "never" : `${shownDuration(Math.max(0, now - at))} ago`;

/** Widths that leave a table readable on a screen of 160 columns. */
const TITLE_WIDTH = 28;
const URL_WIDTH = 48;
const PROBLEM_WIDTH = 40;

function problemOf(feed: FeedRecord): string {
  if (feed.state !== "active") return feed.stateReason ?? "";
  if (feed.failures > 0) return `${feed.failures}×: ${feed.lastError ?? ""}`;
  return feed.cutOff ?? "";
}

export function feedTable(feeds: readonly FeedRecord[], now: number): string {
  const head = ["state", "title", "feed", "every", "polled", "last new", "new/day", "entries", "problem"];
  const rows = feeds.map((feed) => [
    feed.state === "active" && feed.failures > 0 ? "failing" : feed.state,
    clipped(feed.title ?? "", TITLE_WIDTH),
    clipped(feed.url, URL_WIDTH),
    // A feed that its hub brings is read seldom: the table says why.
    shownDuration(feed.intervalMs) + (isPushed(feed, now) ? ", pushed" : ""),
    ago(feed.lastPolledAt, now),
    ago(feed.lastNewAt, now),
    feed.newPerDay === null ? "?" : feed.newPerDay.toFixed(1),
    feed.entriesSeen,
    clipped(problemOf(feed), PROBLEM_WIDTH),
  ]);
  return table(head, rows);
}
