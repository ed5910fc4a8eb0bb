/*
 * Followed feeds for people: a table that fits the terminal, and under it, in full, what is wrong with which feed.
 * Where the terminal is narrow the table loses columns, never the problems.
 */
import { isPushed } from "../core/poll/websub-lease.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../core/units.ts";
import type { FeedRecord } from "../io/redis/feed-store-record.ts";
import { clipped, counted, shown, table } from "./terminal.ts";

/** Two units say enough: `45 s`, `12 min`, `3.5 h`, `2 days`. */
export function shownDuration(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.round(ms / SECOND_MS)} s`;
  if (ms < HOUR_MS) return `${Math.round(ms / MINUTE_MS)} min`;
  if (ms < 2 * DAY_MS) return `${(ms / HOUR_MS).toFixed(1)} h`;
  return `${Math.round(ms / DAY_MS)} days`;
}

const ago = (at: number | null, now: number): string =>
  at === null ? "never" : `${shownDuration(Math.max(0, now - at))} ago`;

/** A word for the state: what a person would have to look after stands out. */
function stateWord(feed: FeedRecord): string {
  if (feed.state !== "active") return feed.state;
  if (feed.failures > 0) return "failing";
  return feed.heldBecause === null ? "active" : "held";
}

function problemOf(feed: FeedRecord): string | null {
  if (feed.state !== "active") return feed.stateReason;
  if (feed.failures > 0)
    return `${feed.failures} ${feed.failures === 1 ? "failure" : "failures in a row"}: ${feed.lastError ?? ""}`;
  return feed.heldBecause ?? feed.cutOff;
}

interface Column {
  readonly head: string;
  cell(feed: FeedRecord, now: number): string;
}

const TITLE_WIDTH = 28;
const ADDRESS: Column = { head: "feed", cell: (feed) => shown(feed.url) };
const TITLE: Column = { head: "title", cell: (feed) => clipped(feed.title ?? "", TITLE_WIDTH) };
const LAST_NEW: Column = { head: "last new", cell: (feed, now) => ago(feed.lastNewAt, now) };
const ENTRIES: Column = { head: "entries", cell: (feed) => String(feed.entriesSeen) };
const COLUMNS: readonly Column[] = [
  { head: "state", cell: stateWord },
  TITLE,
  ADDRESS,
  {
    head: "every",
    // A feed that its hub brings is read seldom: the table says why.
    cell: (feed, now) => shownDuration(feed.intervalMs) + (isPushed(feed, now) ? ", pushed" : ""),
  },
  { head: "polled", cell: (feed, now) => ago(feed.lastPolledAt, now) },
  LAST_NEW,
  {
    head: "new/day",
    cell: (feed) => (feed.newPerDay === null ? "?" : feed.newPerDay.toFixed(1)),
  },
  ENTRIES,
];
/** Left out one after the other until the addresses have room. */
const DISPENSABLE: readonly Column[] = [ENTRIES, LAST_NEW, TITLE];
/** Below this an address says little more than its host. */
const LEAST_URL_WIDTH = 30;
/** A column's border and the blanks around its cell. */
const COLUMN_FRAME = 3;

/** @param width of the terminal in columns; undefined where the output is none: then nothing is cut */
export function feedTable(feeds: readonly FeedRecord[], now: number, width: number | undefined): string {
  const available = (width ?? Number.POSITIVE_INFINITY) - 1;
  const longestUrl = widthOf(ADDRESS, feeds, now);
  const wanted = Math.min(longestUrl, LEAST_URL_WIDTH);
  let columns = COLUMNS;
  let room = available - widthBeside(ADDRESS, columns, feeds, now);
  for (const dispensable of DISPENSABLE) {
    if (room >= wanted) break;
    columns = columns.filter((column) => column !== dispensable);
    room = available - widthBeside(ADDRESS, columns, feeds, now);
  }
  const urlWidth = Math.max(wanted, Math.min(longestUrl, room));
  const rows = feeds.map((feed) =>
    columns.map((column) => (column === ADDRESS ? clipped(feed.url, urlWidth) : column.cell(feed, now))),
  );
  return table(
    columns.map(({ head }) => head),
    rows,
  );
}

/** What all other columns take, and the frame of this one. */
function widthBeside(
  left: Column,
  columns: readonly Column[],
  feeds: readonly FeedRecord[],
  now: number,
): number {
  const others = columns.filter((column) => column !== left);
  return others.reduce((sum, column) => sum + widthOf(column, feeds, now), columns.length * COLUMN_FRAME);
}

const widthOf = ({ head, cell }: Column, feeds: readonly FeedRecord[], now: number): number =>
  feeds.reduce((widest, feed) => Math.max(widest, cell(feed, now).length), head.length);

/** Two lines for each feed that has a problem: which one, in full, and what it is. */
export function feedProblems(feeds: readonly FeedRecord[]): string[] {
  return feeds.flatMap((feed) => {
    const problem = problemOf(feed);
    if (problem === null || problem === "") return [];
    return [`${stateWord(feed)}: ${shown(feed.url)}`, `  ${shown(problem)}`];
  });
}

/** `3 feeds: 1 active, 1 failing, 1 paused`. */
export function feedCounts(feeds: readonly FeedRecord[]): string {
  const counts = new Map<string, number>();
  for (const feed of feeds) counts.set(stateWord(feed), (counts.get(stateWord(feed)) ?? 0) + 1);
  const parts = [...counts].map(([word, count]) => `${count} ${word}`);
  return `${counted(feeds.length, "feed")}: ${parts.join(", ")}`;
}
