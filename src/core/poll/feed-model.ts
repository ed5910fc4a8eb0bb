/*
 * What poll makes of a document that announces articles. RSS, RDF, Atom, JSON Feed and sitemaps all
 * become one list of entries; what a format does not carry is null or empty.
 */
import type { NewsTime } from "../model.ts";
import { MEBI } from "../units.ts";

export type FeedFormat = "rss" | "rdf" | "atom" | "json-feed" | "news-sitemap" | "sitemap" | "sitemap-index";

/** A picture, sound or film named by an entry. */
export interface FeedMedia {
  /** Absolute http(s) URL. */
  readonly url: string;
  /** MIME type as the feed says it. */
  readonly type: string | null;
}

/** One announced article; in a sitemap index, one announced sitemap. */
export interface FeedEntry {
  /** The feed's own name for the entry, never shown to people. */
  readonly guid: string | null;
  /** Absolute http(s) URL of the page; null where the entry has none. */
  readonly link: string | null;
  /** Plain text of one line. */
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly published: NewsTime | null;
  readonly updated: NewsTime | null;
  /** As the feed says it, usually a BCP 47 tag; the feed's own language where the entry names none. */
  readonly language: string | null;
  readonly categories: readonly string[];
  readonly media: readonly FeedMedia[];
  /** Who the entry was taken from (`<source>`). */
  readonly source: { readonly title: string | null; readonly url: string | null } | null;
  /** Teaser as the feed carries it: HTML or text. */
  readonly summary: string | null;
  /** The article's whole content where the feed carries it, as HTML or text. */
  readonly content: string | null;
}

/** What a feed says about when and where to look again. */
export interface FeedHints {
  /** RSS `<ttl>`: how long the document may be kept. */
  readonly ttlMs?: number;
  /** `sy:updatePeriod` divided by `sy:updateFrequency`. */
  readonly updatePeriodMs?: number;
  /** WebSub hubs, absolute http(s) URLs, the first to be asked first; never empty. */
  readonly hubs?: readonly string[];
  /** The feed's own name for its URL: the topic a hub knows it by. */
  readonly self?: string;
}

export type FeedReading =
  | {
      readonly kind: "feed";
      readonly format: FeedFormat;
      readonly title: string | null;
      /** In the order of the document. */
      readonly entries: readonly FeedEntry[];
      readonly hints: FeedHints;
      /** Why entries are missing: the document was cut off or over a limit; null where it is whole. */
      readonly cutOff: string | null;
    }
  | { readonly kind: "not-a-feed"; readonly message: string };

/** Twice the default limit of a fetched feed (MAX_FEED_BYTES): for documents that come another way. */
export const MAX_DOCUMENT_CHARS = 16 * MEBI;
/** Feeds carry 10 to 500 entries. One that carries more than this is an archive, and is read from its top. */
export const MAX_FEED_ENTRIES = 5_000;
/** The sitemap protocol's own limit for one file. */
export const MAX_SITEMAP_ENTRIES = 50_000;
/** An entry's XHTML is the deepest part of an honest feed: page markup is 10 to 40 deep. */
export const MAX_ELEMENT_DEPTH = 256;
/** A root element declares up to 30 namespaces; a million attributes of one element take seconds to read. */
export const MAX_ATTRIBUTES = 1_000;
