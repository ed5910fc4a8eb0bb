/*
 * Which entries of a feed are news: never seen, or seen with another content. The feed's store keeps one
 * small line per entry; everything decided here reads only that line.
 *
 * A publisher that changes an entry with every reading (a comment count, a fresh `lastmod`) would have
 * its page fetched at every poll. So after each revision the next one is believed only after a gap that
 * doubles: 10 min, 20 min, 40 min, … A real correction is seen soon, a flickering entry costs log2(polls).
 */
import { createHash } from "node:crypto";
import { DAY_MS, MINUTE_MS } from "../units.ts";
import { canonicalUrl } from "../url/canonical-url.ts";
import { instantOf } from "./feed-date.ts";
import type { FeedEntry, FeedFormat } from "./feed-model.ts";

/** What is kept of an entry. */
export interface SeenEntry {
  /** Hash of what would be a revision if it changed. */
  readonly stamp: string;
  /** ms since epoch: when it was offered last. */
  readonly offeredAt: number;
  /** How often it was offered again. */
  readonly revisions: number;
}

export type EntryVerdict = "new" | "revised" | "known" | "too-soon" | "old";

/** 64 bits: told apart within one feed only. */
const HASH_HEX_DIGITS = 16;
const hashOf = (...parts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(parts), "utf8").digest("hex").slice(0, HASH_HEX_DIGITS);

function pageOf(link: string): string {
  const canonical = canonicalUrl(link);
  return canonical.kind === "url" ? canonical.url : link;
}

/**
 * One key per entry, in the entries' order: its guid, or its link where it has none or shares it with
 * another entry (some feeds give every entry the site's address as guid). Entries without a link have none.
 */
export function entryKeys(entries: readonly FeedEntry[]): Array<string | null> {
  const linksOfGuid = new Map<string, Set<string>>();
  for (const { guid, link } of entries) {
    if (guid === null || link === null) continue;
    const links = linksOfGuid.get(guid);
    if (links) links.add(link);
    else linksOfGuid.set(guid, new Set([link]));
  }
  return entries.map(({ guid, link }) => {
    if (link === null) return null;
    const isOwnGuid = guid !== null && linksOfGuid.get(guid)?.size === 1;
    return isOwnGuid ? hashOf("guid", guid) : hashOf("link", pageOf(link));
  });
}

/** Changes with the entry's `updated`, title, link and content; not with tracking parameters of its link. */
export const entryStamp = (entry: FeedEntry): string =>
  hashOf(
    entry.updated?.value ?? "",
    entry.title ?? "",
    entry.link === null ? "" : pageOf(entry.link),
    entry.content ?? entry.summary ?? "",
  );

const FIRST_GAP_MS = 10 * MINUTE_MS;
/** 10 min times 2^10 is a week. */
const MAX_DOUBLINGS = 10;

/** Sitemaps list a site's whole archive: only what changed in the last week is news. */
const SITEMAP_NEWS_MS = 7 * DAY_MS;

/**
 * @param seen what is kept of the entry; undefined where nothing is
 * @param isFirstReading nothing of this feed was read before
 */
export function judgeEntry(
  entry: FeedEntry,
  stamp: string,
  seen: SeenEntry | undefined,
  feed: { readonly format: FeedFormat; readonly isFirstReading: boolean },
  now: number,
): EntryVerdict {
  if (seen?.stamp === stamp) return "known";
  if (seen) {
    const gapMs = FIRST_GAP_MS * 2 ** Math.min(seen.revisions, MAX_DOUBLINGS);
    return now - seen.offeredAt >= gapMs ? "revised" : "too-soon";
  }
  return feed.format === "sitemap" && isOld(entry, feed.isFirstReading, now) ? "old" : "new";
}

/** Without a date, what a sitemap held when it was followed is its archive, and what comes later is news. */
function isOld(entry: FeedEntry, isFirstReading: boolean, now: number): boolean {
  const dated = entry.updated ?? entry.published;
  return dated === null ? isFirstReading : now - instantOf(dated) > SITEMAP_NEWS_MS;
}

/** What to keep of an entry after its verdict; undefined where what is kept stays as it is. */
export function seenAfter(
  verdict: EntryVerdict,
  stamp: string,
  seen: SeenEntry | undefined,
  now: number,
): SeenEntry | undefined {
  switch (verdict) {
    case "new":
    case "old":
      return { stamp, offeredAt: now, revisions: 0 };
    case "revised":
      return { stamp, offeredAt: now, revisions: (seen?.revisions ?? 0) + 1 };
    case "known":
    case "too-soon":
      return undefined;
    default:
      return verdict satisfies never;
  }
}
