/*
 * From an address to feeds that can be read:
 *
 *   the address itself ─▶ feeds its page names ─▶ news sitemaps in robots.txt ─▶ usual paths ─▶ other sitemaps
 *
 * Each step is taken only where the ones before gave nothing, with two exceptions: robots.txt is always asked, so that
 * a news sitemap is at least told of, and whoever wants all gets it besides the page's feeds.
 */
import { decodePage } from "../core/fetch/charset.ts";
import { robotsUrlOf } from "../core/fetch/robots.ts";
import type { FeedReading } from "../core/poll/feed-model.ts";
import { commonFeedUrls, findFeeds } from "../core/poll/find-feeds.ts";
import { readFeed } from "../core/poll/read-feed.ts";
import { type NamedSitemaps, sitemapsOfRobots } from "../core/poll/robots-sitemaps.ts";
import type { FetchFeed } from "../io/feed-fetch.ts";
import { shown } from "./terminal.ts";

export type Feed = FeedReading & { readonly kind: "feed" };

export interface ReadableFeed {
  /** The URL to follow: where permanent redirects lead. */
  readonly url: string;
  readonly reading: Feed;
}

export type Discovery =
  | { readonly kind: "feeds"; readonly feeds: readonly ReadableFeed[]; readonly untried: readonly string[] }
  | { readonly kind: "none"; readonly message: string };

/** Feeds that a page names and usual paths that are read to find out which can be followed. */
const MAX_TRIED = 12;
/** Sites name one or two for news; other sitemaps can be megabytes. */
const MAX_NEWS_SITEMAPS = 4;
const MAX_OTHER_SITEMAPS = 2;

interface ReadDocument {
  readonly text: string;
  readonly finalUrl: string;
  readonly url: string;
}

/** @returns the document, or why there is none in one line */
async function readDocument(fetchFeed: FetchFeed, url: string): Promise<ReadDocument | string> {
  const fetched = await fetchFeed(url, {});
  if (fetched.kind !== "page")
    return "message" in fetched ? fetched.message : `${shown(url)} answered as not modified`;
  const { text } = decodePage(fetched.body, fetched.contentType);
  return { text, finalUrl: fetched.finalUrl, url: fetched.movedTo ?? url };
}

async function sitemapsOf(fetchFeed: FetchFeed, pageUrl: string): Promise<NamedSitemaps> {
  const robotsUrl = robotsUrlOf(pageUrl);
  const robots = await readDocument(fetchFeed, robotsUrl);
  return typeof robots === "string" ? { news: [], others: [] } : sitemapsOfRobots(robots.text, robotsUrl);
}

/** Reads candidates, each URL once however many steps name it. */
class Search {
  readonly feeds: ReadableFeed[] = [];
  readonly #fetchFeed: FetchFeed;
  readonly #tried = new Set<string>();

  constructor(fetchFeed: FetchFeed) {
    this.#fetchFeed = fetchFeed;
  }

  /** @param wanted `first`: nothing is read once there is a feed */
  async read(candidates: readonly string[], limit: number, wanted: "first" | "all"): Promise<void> {
    for (const candidate of candidates.filter((url) => !this.#tried.has(url)).slice(0, limit)) {
      if (wanted === "first" && this.feeds.length > 0) return;
      this.#tried.add(candidate);
      const document = await readDocument(this.#fetchFeed, candidate);
      if (typeof document === "string") continue;
      const reading = readFeed(document.text, document.finalUrl);
      if (reading.kind === "feed") this.feeds.push({ url: document.url, reading });
    }
  }

  untried(candidates: readonly string[]): string[] {
    return candidates.filter((url) => !this.#tried.has(url));
  }
}

/** @param url absolute http(s) URL of a feed, a sitemap or a site */
export async function discover(
  fetchFeed: FetchFeed,
  url: string,
  wanted: "first" | "all",
): Promise<Discovery> {
  const document = await readDocument(fetchFeed, url);
  if (typeof document === "string") return { kind: "none", message: document };
  const reading = readFeed(document.text, document.finalUrl);
  if (reading.kind === "feed") return { kind: "feeds", feeds: [{ url: document.url, reading }], untried: [] };
  const named = findFeeds(document.text, document.finalUrl).map((found) => found.url);
  const sitemaps = await sitemapsOf(fetchFeed, document.finalUrl);
  const search = new Search(fetchFeed);
  await search.read(named, MAX_TRIED, wanted);
  await search.read(sitemaps.news, MAX_NEWS_SITEMAPS, wanted);
  await search.read(commonFeedUrls(document.finalUrl), MAX_TRIED, "first");
  await search.read(sitemaps.others, MAX_OTHER_SITEMAPS, "first");
  if (search.feeds.length > 0) {
    const untried = search.untried([...named, ...sitemaps.news]);
    return { kind: "feeds", feeds: search.feeds, untried };
  }
  const how = named.length > 0 ? `names ${named.length} feeds, none of which can be read` : "names no feed";
  const elsewhere = "nor is one named in its robots.txt or found under a usual path";
  return { kind: "none", message: `${shown(url)} is a page that ${how}; ${elsewhere}` };
}
