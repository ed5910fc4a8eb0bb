/*
 * From the entries of a feed to offered URLs. An entry is remembered, and counted, only after it was offered: a
 * worker killed in between offers it again, which changes nothing. Where intake is held in the middle, the rest is not
 * remembered either, and comes with the next poll or push.
 */
import { decodePage } from "../src/core/fetch/charset.ts";
import { announcementOf } from "../src/core/poll/announcement.ts";
import {
  type EntryVerdict,
  entryKeys,
  entryStamp,
  judgeEntry,
  seenAfter,
} from "../src/core/poll/entry-news.ts";
import type { FeedEntry, FeedFormat, FeedReading } from "../src/core/poll/feed-model.ts";
import { readFeed } from "../src/core/poll/read-feed.ts";
import { sitemapsToRead } from "../src/core/poll/sitemap-index.ts";
import type { RememberedEntry } from "../src/io/redis/feed-store.ts";
import type { FeedRecord } from "../src/io/redis/feed-store-record.ts";
import type { OfferedEntry, PollDeps } from "./poll.ts";
import { givenBy } from "./poll-given.ts";

type Feed = FeedReading & { readonly kind: "feed" };
type OfferDeps = Pick<PollDeps, "feeds" | "offerUrls" | "heldBecause" | "now">;
type EntryDeps = OfferDeps & Pick<PollDeps, "fetchFeed">;

export interface EntriesOffered {
  readonly newEntries: number;
  readonly revisedEntries: number;
  /** Entries that changed too soon after their last revision, and sitemaps not read yet. */
  readonly waiting: number;
  /** What could not be read, in one line. */
  readonly problem: string | null;
  /** Why intake was held before all was offered; null where it was not. */
  readonly heldBecause: string | null;
}

/** Offered in one call; a crash offers at most so many again. */
const OFFER_BATCH = 500;
/** Of whole articles (up to some 50 kB each): what is offered between two looks at the room there is. */
const DOCUMENT_BATCH = 20;
/** Redis packs hashes and sorted sets of up to 128 members tightly: an ordinary feed stays within. */
const MIN_KEPT = 120;
/** Entries that left the feed are kept as long as there is room for as many as it holds. */
const KEPT_PER_ENTRY = 2;
/** An index's sitemaps are read in turns: what is kept must outlast a round. */
const KEPT_OF_INDEX = 50_000;

export function offerEntries(deps: EntryDeps, feed: FeedRecord, reading: Feed): Promise<EntriesOffered> {
  if (reading.format === "sitemap-index") return offerFromIndex(deps, feed, reading.entries);
  const keep = Math.max(MIN_KEPT, KEPT_PER_ENTRY * reading.entries.length);
  return offerFrom(deps, feed, reading.entries, reading.format, keep);
}

/** A pushed document often holds only what is new: nothing that is kept of the feed is let go for it. */
export const offerPushed = (deps: OfferDeps, feed: FeedRecord, reading: Feed): Promise<EntriesOffered> =>
  offerFrom(deps, feed, reading.entries, reading.format, KEPT_OF_INDEX);

interface JudgedEntry {
  readonly key: string;
  readonly entry: FeedEntry;
  readonly verdict: EntryVerdict;
  readonly remembered: RememberedEntry;
}

async function offerFrom(
  deps: OfferDeps,
  feed: FeedRecord,
  entries: readonly FeedEntry[],
  format: FeedFormat,
  keep: number,
): Promise<EntriesOffered> {
  const judged = await judgeAll(deps, feed, entries, format);
  let newEntries = 0;
  let revisedEntries = 0;
  let heldBecause: string | null = null;
  const batchSize = feed.fullText ? DOCUMENT_BATCH : OFFER_BATCH;
  for (let start = 0; start < judged.length; start += batchSize) {
    const batch = judged.slice(start, start + batchSize);
    const news = batch.filter(({ verdict }) => verdict === "new" || verdict === "revised");
    if (news.length > 0) {
      heldBecause = (await deps.heldBecause(feed.fullText ? "documents" : "urls")) ?? null;
      if (heldBecause !== null) break;
      await deps.offerUrls(news.map((entry) => offerOf(entry, feed)));
    }
    await deps.feeds.remember(
      feed.url,
      batch.map(({ remembered }) => remembered),
      keep,
    );
    newEntries += news.filter(({ verdict }) => verdict === "new").length;
    revisedEntries += news.filter(({ verdict }) => verdict === "revised").length;
  }
  const waiting = judged.filter(({ verdict }) => verdict === "too-soon").length;
  return { newEntries, revisedEntries, waiting, problem: null, heldBecause };
}

function offerOf({ entry, verdict }: JudgedEntry, feed: FeedRecord): OfferedEntry {
  const priority = feed.priority ?? (feed.lastSuccessAt === null ? "backlog" : undefined);
  return {
    url: entry.link ?? "",
    source: feed.url,
    announced: announcementOf(feed.url, entry),
    ...(verdict === "revised" ? { refetch: true } : {}),
    ...(priority === undefined ? {} : { priority }),
    ...givenBy(feed, entry),
  };
}

async function judgeAll(
  deps: OfferDeps,
  feed: FeedRecord,
  entries: readonly FeedEntry[],
  format: FeedFormat,
): Promise<JudgedEntry[]> {
  const now = deps.now();
  const isFirstReading = feed.lastSuccessAt === null;
  const keys = entryKeys(entries);
  const distinct = new Map<string, FeedEntry>();
  for (const [at, entry] of entries.entries()) {
    const key = keys[at];
    if (typeof key === "string" && !distinct.has(key)) distinct.set(key, entry);
  }
  const seen = await deps.feeds.seen(feed.url, [...distinct.keys()]);
  return [...distinct].map(([key, entry], at) => {
    const stamp = entryStamp(entry);
    const verdict = judgeEntry(entry, stamp, seen[at], { format, isFirstReading }, now);
    const after = seenAfter(verdict, stamp, seen[at], now);
    return { key, entry, verdict, remembered: { key, seen: after ?? null, isNews: verdict === "new" } };
  });
}

/** Reads the sitemaps of an index that changed lately. One that cannot be read is tried again by the next poll. */
async function offerFromIndex(
  deps: EntryDeps,
  feed: FeedRecord,
  sitemaps: readonly FeedEntry[],
): Promise<EntriesOffered> {
  const keys = entryKeys(sitemaps).map((key) => `sitemap:${key ?? ""}`);
  const choice = sitemapsToRead(sitemaps, await deps.feeds.seen(feed.url, keys), deps.now());
  const total = { newEntries: 0, revisedEntries: 0, waiting: choice.left };
  const problems = choice.left > 0 ? [`${choice.left} sitemaps wait for the next poll`] : [];
  for (const at of choice.read) {
    const sitemap = sitemaps[at];
    const key = keys[at];
    if (sitemap?.link == null || key === undefined) continue;
    const child = await readSitemapAt(deps, sitemap.link);
    if (child.kind === "unreadable") {
      problems.push(child.message);
      total.waiting++;
      continue;
    }
    const offered = await offerFrom(deps, feed, child.entries, child.format, KEPT_OF_INDEX);
    total.newEntries += offered.newEntries;
    total.revisedEntries += offered.revisedEntries;
    total.waiting += offered.waiting;
    if (offered.heldBecause !== null) return { ...total, problem: null, heldBecause: offered.heldBecause };
    const seen = { stamp: entryStamp(sitemap), offeredAt: deps.now(), revisions: 0 };
    await deps.feeds.remember(feed.url, [{ key, seen, isNews: false }], KEPT_OF_INDEX);
  }
  return { ...total, problem: problems.at(-1) ?? null, heldBecause: null };
}

type ChildSitemap =
  | { readonly kind: "readable"; readonly entries: readonly FeedEntry[]; readonly format: FeedFormat }
  | { readonly kind: "unreadable"; readonly message: string };

async function readSitemapAt(deps: EntryDeps, url: string): Promise<ChildSitemap> {
  const fetched = await deps.fetchFeed(url, {});
  if (fetched.kind !== "page") {
    const message = "message" in fetched ? fetched.message : `${url} answered as not modified`;
    return { kind: "unreadable", message };
  }
  const reading = readFeed(decodePage(fetched.body, fetched.contentType).text, fetched.finalUrl);
  if (reading.kind === "not-a-feed") return { kind: "unreadable", message: `${url}: ${reading.message}` };
  if (reading.format === "sitemap-index")
    return { kind: "unreadable", message: `${url}: a sitemap index within a sitemap index` };
  return { kind: "readable", entries: reading.entries, format: reading.format };
}
