/*
 * The poll stage: reads one feed, offers what is new in it, and decides when to read it again.
 *
 *   job ─▶ fetch, with conditions ─┬▶ not modified, or the same document ─────────────┐
 *                                  ├▶ a feed ─▶ new and changed entries are offered ──┼▶ next interval
 *                                  │             └▶ intake is held: the rest soon
 *                                  ├▶ an error, or no feed ─▶ back off, pause after a week
 *                                  └▶ 410 ─▶ ended
 *
 * A failing feed is not a failing job: it is tried again by its own schedule, not by the queue.
 */
import { createHash } from "node:crypto";
import { decodePage } from "../src/core/fetch/charset.ts";
import type { Offer } from "../src/core/outcome.ts";
import type { Announcement } from "../src/core/poll/announcement.ts";
import type { FeedReading } from "../src/core/poll/feed-model.ts";
import { readFeed } from "../src/core/poll/read-feed.ts";
import { cacheMaxAgeMs, floorsOf, isFullCheckDue } from "../src/core/poll/schedule.ts";
import { discoverHubs } from "../src/core/poll/websub-discovery.ts";
import type { FetchFeed } from "../src/io/feed-fetch.ts";
import type { FetchedPage } from "../src/io/http/fetch-result.ts";
import type { FeedStore } from "../src/io/redis/feed-store.ts";
import type { FeedRecord, FeedUpdate } from "../src/io/redis/feed-store-record.ts";
import type { GivenFields } from "../src/io/redis/page-store.ts";
import type { SubscriptionStore } from "../src/io/websub/subscription-store.ts";
import { type EntriesOffered, offerEntries } from "./poll-entries.ts";
import { endFeed, holdFeed, moveFeed, recordFailure, recordSuccess } from "./poll-settle.ts";
import type { StageContract, StageResult } from "./stage-worker.ts";

export interface OfferedEntry {
  readonly url: string;
  /** The feed's URL. */
  readonly source: string;
  /** The entry changed: its page is to be fetched although it was fetched before. */
  readonly refetch?: boolean;
  /** What a feed held when it was read first waits behind what comes later. */
  readonly priority?: "fresh" | "backlog";
  readonly announced: Announcement;
  /** What the feed's follower said of its articles. */
  readonly given?: GivenFields;
  /** The whole article as an HTML document: its page need not be fetched. */
  readonly document?: string;
}

export interface PollDeps {
  readonly feeds: FeedStore;
  readonly fetchFeed: FetchFeed;
  /** Offers URLs to the pipeline; one answer each, in their order. */
  offerUrls(entries: readonly OfferedEntry[]): Promise<readonly Offer[]>;
  /** Why nothing of this kind may come in now, or undefined: `documents` hold whole articles, `urls` only addresses. */
  heldBecause(what: "urls" | "documents"): Promise<string | undefined>;
  /** Polls the feed every so often from now on. */
  schedule(feedUrl: string, everyMs: number): Promise<void>;
  unschedule(feedUrl: string): Promise<void>;
  /** Left out where no hub can reach us: feeds are polled only. */
  readonly subscriptions?: Pick<SubscriptionStore, "want" | "release"> | undefined;
  /** ms since epoch. */
  now(): number;
  /** Feeds read at once. */
  readonly concurrency: number;
}

export function createPollStage(deps: PollDeps): StageContract<"poll"> {
  return {
    stage: "poll",
    concurrency: deps.concurrency,
    work: ({ feedUrl }) => poll(deps, feedUrl),
    async giveUp({ feedUrl }, error, message) {
      const feed = await deps.feeds.get(feedUrl);
      if (feed?.state === "active") await recordFailure(deps, feed, { kind: "failed", error, message });
    },
  };
}

const advanced = (detail: string): StageResult => ({ kind: "advanced", detail });

async function poll(deps: PollDeps, feedUrl: string): Promise<StageResult> {
  const begunAt = deps.now();
  const feed = await deps.feeds.get(feedUrl);
  if (!feed || feed.url !== feedUrl || feed.state !== "active") {
    // A poll that has moved or ended the feed may have been killed right then.
    if (feed?.state === "active") await deps.schedule(feed.url, feed.intervalMs);
    else await deps.subscriptions?.release(feedUrl);
    await deps.unschedule(feedUrl);
    return advanced(feed ? `${feed.url === feedUrl ? feed.state : "moved"}: not read` : "not followed");
  }
  const held = await deps.heldBecause(feed.fullText ? "documents" : "urls");
  if (held !== undefined) return holdFeed(deps, feed, held);
  const isFull = isReadInFull(feed, deps.now());
  const conditions = { etag: feed.etag ?? undefined, lastModified: feed.lastModified ?? undefined };
  const fetched = await deps.fetchFeed(feed.url, isFull ? {} : conditions);
  switch (fetched.kind) {
    case "page":
      return readPage(deps, feed, fetched, { begunAt, isFull });
    case "not-modified":
      await recordSuccess(deps, feed, { begunAt, floors: [], newEntries: 0 });
      return advanced("not modified");
    case "gone":
      return endFeed(deps, feed, fetched.message);
    case "postponed":
      // Not by the queue: a feed of a paused host would have one more job waiting with each of its polls.
      return holdFeed(deps, feed, fetched.message, fetched.waitMs);
    case "failed":
      return recordFailure(deps, feed, fetched, fetched.retryAfterMs);
    case "refused":
    case "blocked-by-robots":
      return recordFailure(deps, feed, fetched);
    default:
      return fetched satisfies never;
  }
}

/** Sitemaps of an index change without the index: it has to be read to find them. */
const isReadInFull = (feed: FeedRecord, now: number): boolean =>
  !feed.keepsValidators || feed.format === "sitemap-index" || isFullCheckDue(feed.lastFullReadAt, now);

const hashOf = (body: Buffer): string => createHash("sha256").update(body).digest("hex");

async function readPage(
  deps: PollDeps,
  feed: FeedRecord,
  page: FetchedPage,
  { begunAt, isFull }: { readonly begunAt: number; readonly isFull: boolean },
): Promise<StageResult> {
  const bodyHash = hashOf(page.body);
  const cacheMs = cacheMaxAgeMs(page.cacheControl);
  const read: FeedUpdate = {
    ...validatorsOf(page),
    bodyHash,
    lastFullReadAt: isFull ? deps.now() : undefined,
  };
  if (bodyHash === feed.bodyHash && feed.format !== "sitemap-index") {
    await recordSuccess(deps, feed, { begunAt, floors: floorsOf({}, cacheMs), newEntries: 0 }, read);
    // It was read as a feed before, maybe by a poll that was killed before it moved the feed.
    return advanced(`same document${await moveFeed(deps, feed, page.movedTo)}`);
  }
  const reading = readFeed(decodePage(page.body, page.contentType).text, page.finalUrl);
  if (reading.kind === "not-a-feed")
    return recordFailure(deps, feed, { kind: "failed", error: "bad-response", message: reading.message });
  const offered = await offerEntries(deps, feed, reading);
  if (offered.heldBecause !== null) return holdFeed(deps, feed, offered.heldBecause);
  const found = offered.newEntries + offered.revisedEntries > 0;
  await recordSuccess(
    deps,
    feed,
    { begunAt, floors: floorsOf(reading.hints, cacheMs), newEntries: offered.newEntries, reading },
    {
      ...read,
      ...updateFrom(page, reading, offered),
      ...(isFull && found && hasSameValidators(feed, page) ? { keepsValidators: false } : {}),
      // Entries that wait for a later poll must be met again, although the document may stay the same.
      ...(offered.waiting > 0 ? { etag: null, lastModified: null, bodyHash: null } : {}),
    },
  );
  const moved = await moveFeed(deps, feed, page.movedTo);
  return advanced(`${shownOffer(offered, reading)}${moved}`);
}

const validatorsOf = (page: FetchedPage): FeedUpdate => ({
  etag: page.etag ?? null,
  lastModified: page.lastModified ?? null,
});

/** The server would have answered "not modified". */
function hasSameValidators(feed: FeedRecord, page: FetchedPage): boolean {
  if (page.etag !== undefined) return page.etag === feed.etag;
  return page.lastModified !== undefined && page.lastModified === feed.lastModified;
}

type Feed = FeedReading & { readonly kind: "feed" };

function updateFrom(page: FetchedPage, reading: Feed, offered: EntriesOffered): FeedUpdate {
  return {
    ...discoverHubs(page.link, reading.hints, page.finalUrl),
    title: reading.title ?? undefined,
    format: reading.format,
    cutOff: offered.problem ?? reading.cutOff,
  };
}

function shownOffer(offered: EntriesOffered, reading: Feed): string {
  const { newEntries, revisedEntries } = offered;
  return `${newEntries} new, ${revisedEntries} revised of ${reading.entries.length}`;
}
