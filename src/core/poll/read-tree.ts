/*
 * RSS, RDF and Atom by feedsmith, with one broken entry costing only itself.
 *
 * feedsmith refuses a document for one broken entry, or silently loses those behind it. Where it gives
 * fewer entries than the outline counted, the entries are read again in halves, and the halves that come
 * short again in halves, each within the tags that stand above the first entry:
 *
 *   [ . . . x . . . . ]   too few
 *   [ . . . x ] [ . . . . ]   right half whole
 *   [ . . ] [ . x ]           and so on: about 2 log2(n) readings for one broken entry
 */
import { parseAtomFeed, parseRdfFeed, parseRssFeed } from "feedsmith";
import type { DocumentOutline } from "./document-outline.ts";
import { type FeedEntry, type FeedHints, MAX_DOCUMENT_CHARS } from "./feed-model.ts";
import { entriesOfAtom, hintsOfAtom } from "./from-atom.ts";
import { entriesOfRdf, entriesOfRss, hintsOfRdf, hintsOfRss } from "./from-rss.ts";

export type TreeRoot = "rss" | "rdf" | "feed";

export interface TreeReading {
  readonly title: string | undefined;
  readonly entries: readonly FeedEntry[];
  readonly hints: FeedHints;
  /** Whole entries that could not be read. */
  readonly brokenEntries: number;
}

/** One document as one of feedsmith's parsers reads it. */
type ParsedFeed = Omit<TreeReading, "brokenEntries">;

/**
 * Readings of a broken feed: 15 broken entries in a feed of 100 need about 90. A feed with more of them
 * is cheap to make and nobody's honest work.
 */
const MAX_READINGS = 200;

/** @returns undefined where neither a title nor an entry could be read */
export function readTree(outline: DocumentOutline, root: TreeRoot, feedUrl: string): TreeReading | undefined {
  const whole = parsed(root, outline.usable, feedUrl);
  if (whole && whole.entries.length >= outline.entries.length) return { ...whole, brokenEntries: 0 };
  const head = parsed(root, headOf(outline), feedUrl);
  const entries = entriesInHalves(outline, root, feedUrl);
  const best = whole && whole.entries.length >= entries.length ? whole : undefined;
  if (!best && !head && entries.length === 0) return undefined;
  const found = best ?? { title: head?.title, hints: head?.hints ?? {}, entries };
  return { ...found, brokenEntries: outline.entries.length - found.entries.length };
}

/** The document without its entries: title and hints. */
function headOf(outline: DocumentOutline): string {
  const firstStart = outline.entries[0]?.start ?? 0;
  return `${outline.usable.slice(0, firstStart)}${outline.closing}`;
}

function entriesInHalves(outline: DocumentOutline, root: TreeRoot, feedUrl: string): FeedEntry[] {
  const found: FeedEntry[] = [];
  // Opening tags of megabytes, repeated for each reading, would be gigabytes.
  const affordable = Math.floor(MAX_DOCUMENT_CHARS / Math.max(1, outline.opening.length));
  let readingsLeft = Math.min(MAX_READINGS, affordable);
  const readRange = (first: number, last: number): void => {
    const start = outline.entries[first]?.start;
    const end = outline.entries[last]?.end;
    if (start === undefined || end === undefined || readingsLeft <= 0) return;
    readingsLeft--;
    const document = `${outline.opening}${outline.usable.slice(start, end)}${outline.closing}`;
    const entries = parsed(root, document, feedUrl)?.entries ?? [];
    if (first === last || entries.length > last - first) {
      found.push(...entries);
      return;
    }
    const middle = Math.floor((first + last) / 2);
    readRange(first, middle);
    readRange(middle + 1, last);
  };
  readRange(0, outline.entries.length - 1);
  return found;
}

/** @returns undefined where feedsmith refuses the document: it says so by throwing */
function parsed(root: TreeRoot, document: string, feedUrl: string): ParsedFeed | undefined {
  try {
    return parseTree(root, document, feedUrl);
  } catch {
    return undefined;
  }
}

function parseTree(root: TreeRoot, document: string, feedUrl: string): ParsedFeed {
  switch (root) {
    case "rss": {
      const feed = parseRssFeed(document);
      return { title: feed.title, entries: entriesOfRss(feed, feedUrl), hints: hintsOfRss(feed, feedUrl) };
    }
    case "rdf": {
      const feed = parseRdfFeed(document);
      return { title: feed.title, entries: entriesOfRdf(feed, feedUrl), hints: hintsOfRdf(feed, feedUrl) };
    }
    case "feed": {
      const feed = parseAtomFeed(document);
      const title = feed.title?.value;
      return { title, entries: entriesOfAtom(feed, feedUrl), hints: hintsOfAtom(feed, feedUrl) };
    }
    default:
      return root satisfies never;
  }
}
