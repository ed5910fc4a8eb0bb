/*
 * The feeds a page names: `<link rel="alternate">` (RSS Advisory Board, "RSS Autodiscovery"; HTML
 * standard, link type "alternate"), then plain links that look like feeds; and the paths under which
 * sites keep feeds that they name nowhere. Whether one of them is a feed is known only when it is read.
 */
import { Parser } from "htmlparser2";
import { MEBI } from "../units.ts";
import { absoluteLink, plainText } from "./entry-fields.ts";

export interface FoundFeed {
  /** Absolute http(s) URL. */
  readonly url: string;
  readonly title: string | null;
  /** `link`: declared by the page; `anchor`: a link for people that looks like a feed. */
  readonly how: "link" | "anchor";
}

const FEED_TYPES: ReadonlySet<string> = new Set([
  "application/rss+xml",
  "application/atom+xml",
  "application/rdf+xml",
  "application/feed+json",
  "application/json",
  "application/xml",
  "text/xml",
]);

/** Paths of feeds on WordPress, Ghost, Drupal, Hugo, Jekyll, Arc, CUE and hand-made sites, likeliest first. */
const COMMON_PATHS: readonly string[] = [
  "/feed",
  "/rss",
  "/feed.xml",
  "/rss.xml",
  "/atom.xml",
  "/index.xml",
  "/feeds/all.rss",
  "/arc/outboundfeeds/rss/?outputType=xml",
  "/feed.json",
  "/news-sitemap.xml",
  "/sitemap-news.xml",
  "/sitemap_news.xml",
];

/** Sites name up to 30 (one a section); a page that names thousands is no help to anyone. */
const MAX_FOUND = 50;
/** `<link>` stands in the head; anchors of a footer are within the first megabytes of any page. */
const MAX_PAGE_CHARS = 4 * MEBI;
const MAX_TITLE_CHARS = 200;

/** A path that ends like a feed's, or a folder named so. */
const FEED_PATH =
  /(?:\/(?:rss|feed|feeds|atom)\/?|\.(?:rss|atom|rdf)|\/(?:rss|feed|atom|index)\.xml|\/feed\.json)$/i;
/** Comment feeds announce no articles. */
const COMMENT_FEED = /comment|kommentar|commentaire|comentario/i;

/**
 * @param html the page's text
 * @param pageUrl absolute URL it was read from
 * @returns declared feeds in the page's order, then links that look like feeds, then feeds of comments
 */
export function findFeeds(html: string, pageUrl: string): FoundFeed[] {
  const found = new Map<string, FoundFeed>();
  let base = pageUrl;
  const note = (href: string | undefined, title: string | undefined, how: FoundFeed["how"]): void => {
    const url = absoluteLink(href, base);
    if (url === null || found.has(url) || found.size >= MAX_FOUND) return;
    found.set(url, { url, title: plainText(title, MAX_TITLE_CHARS), how });
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "base" && attributes.href !== undefined && base === pageUrl)
        base = absoluteLink(attributes.href, pageUrl) ?? pageUrl;
      else if (name === "link" && isFeedLink(attributes)) note(attributes.href, attributes.title, "link");
      else if (name === "a" && isFeedAnchor(attributes.href, base))
        note(attributes.href, attributes.title, "anchor");
    },
  });
  parser.end(html.slice(0, MAX_PAGE_CHARS));
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

function isFeedLink(attributes: Readonly<Record<string, string>>): boolean {
  const rels = (attributes.rel ?? "").toLowerCase().split(/\s+/);
  const type = (attributes.type ?? "").toLowerCase().split(";")[0]?.trim() ?? "";
  return rels.includes("feed") || (rels.includes("alternate") && FEED_TYPES.has(type));
}

function isFeedAnchor(href: string | undefined, base: string): boolean {
  const url = absoluteLink(href, base);
  return url !== null && FEED_PATH.test(new URL(url).pathname);
}

/** 0 declared, 1 anchors, 2 comments; sorting keeps the page's order within. */
function rank(feed: FoundFeed): number {
  if (COMMENT_FEED.test(feed.url) || COMMENT_FEED.test(feed.title ?? "")) return 2;
  return feed.how === "link" ? 0 : 1;
}

/** @returns URLs worth a try where the page names no feed, likeliest first */
export function commonFeedUrls(pageUrl: string): string[] {
  const urls = COMMON_PATHS.map((path) => absoluteLink(path, pageUrl));
  return urls.filter((url) => url !== null);
}
