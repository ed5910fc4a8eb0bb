/*
 * Which sitemaps of an index to read now. An index of a large site names thousands, one a day or a month
 * back to its founding; what is new stands in the few that changed lately.
 */

import { DAY_MS } from "../units.ts";
import { entryStamp, type SeenEntry } from "./entry-news.ts";
import { instantOf } from "./feed-date.ts";
import type { FeedEntry } from "./feed-model.ts";

/** Sitemaps read in one poll: with 50,000 entries each, half a million. The rest waits for the next poll. */
const MAX_READ = 10;
/** As for the pages of a sitemap: what did not change in a week holds no news. */
const NEWS_MS = 7 * DAY_MS;

export interface SitemapChoice {
  /** Entries of the index to read now, by their position in it, those changed last first. */
  readonly read: readonly number[];
  /** How many more are worth reading. */
  readonly left: number;
}

/**
 * @param sitemaps entries of the index
 * @param seen what is kept of each, in their order; kept only of those that could be read
 * @param now ms since epoch
 */
export function sitemapsToRead(
  sitemaps: readonly FeedEntry[],
  seen: readonly (SeenEntry | undefined)[],
  now: number,
): SitemapChoice {
  const worthReading = sitemaps
    .map((sitemap, at) => ({ at, changedAt: changedAt(sitemap, seen[at], now) }))
    .filter(({ changedAt: changed }) => changed !== undefined)
    .sort((a, b) => (b.changedAt ?? 0) - (a.changedAt ?? 0) || a.at - b.at);
  const read = worthReading.slice(0, MAX_READ).map(({ at }) => at);
  return { read, left: worthReading.length - read.length };
}

/** Undefined where there is nothing to read. A sitemap without a date may have changed at any time: now. */
function changedAt(sitemap: FeedEntry, seen: SeenEntry | undefined, now: number): number | undefined {
  if (sitemap.link === null) return undefined;
  const dated = sitemap.updated ?? sitemap.published;
  if (dated === null) return now;
  if (seen?.stamp === entryStamp(sitemap)) return undefined;
  const at = instantOf(dated);
  return now - at > NEWS_MS ? undefined : at;
}
