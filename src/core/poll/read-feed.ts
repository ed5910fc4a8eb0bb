/*
 * From the text of a document to its entries, whatever the format, however broken.
 *
 *   XML ─▶ outline: what is it, how much is whole ─┬▶ RSS, RDF, Atom: feedsmith ─▶ entries
 *                                                  └▶ sitemaps: own streaming reader
 *   JSON ─▶ whole, or cut behind its last whole item ─▶ feedsmith
 *
 * feedsmith knows the formats and their namespaces, and refuses a document that breaks off. Hence the
 * outline before it, which hands it the part that is whole.
 */
import { parseJsonFeed } from "feedsmith";
import { wholeItemsOf } from "./cut-json.ts";
import { type DocumentOutline, outlineOf } from "./document-outline.ts";
import { feedTitle } from "./entry-fields.ts";
import {
  type FeedFormat,
  type FeedReading,
  MAX_DOCUMENT_CHARS,
  MAX_ELEMENT_DEPTH,
  MAX_FEED_ENTRIES,
} from "./feed-model.ts";
import { entriesOfJson, hintsOfJson } from "./from-json.ts";
import { readSitemap } from "./read-sitemap.ts";
import { readTree, type TreeRoot } from "./read-tree.ts";

const FORMATS: Readonly<Record<TreeRoot, FeedFormat>> = { rss: "rss", rdf: "rdf", feed: "atom" };

/**
 * Reads RSS 0.9x to 2.0, RDF, Atom, JSON Feed, sitemaps, Google News sitemaps and sitemap indexes.
 * Work and memory are bounded by the document's length and the limits of feed-model.ts.
 * @param document decoded text
 * @param feedUrl absolute URL it was read from: base of its relative links
 */
export function readFeed(document: string, feedUrl: string): FeedReading {
  const text = document.charCodeAt(0) === BYTE_ORDER_MARK ? document.slice(1) : document;
  return /^\s*\{/.test(text.slice(0, MAX_LEADING_BLANKS)) ? readJson(text, feedUrl) : readXml(text, feedUrl);
}

const BYTE_ORDER_MARK = 0xfeff;
/** Templates leave blank lines before a document; this many are read past. */
const MAX_LEADING_BLANKS = 4_096;

const notAFeed = (message: string): FeedReading => ({ kind: "not-a-feed", message });

/** Enough of a document to recognise it in a message. */
const SHOWN_CHARS = 60;
const shownStart = (text: string): string =>
  JSON.stringify(text.slice(0, MAX_LEADING_BLANKS).trim().slice(0, SHOWN_CHARS));

function readXml(text: string, feedUrl: string): FeedReading {
  const result = outlineOf(text);
  if (result.kind === "unknown-root") {
    if (result.name !== null)
      return notAFeed(
        `no feed and no sitemap: the document's root is <${result.name.slice(0, SHOWN_CHARS)}>`,
      );
    const why = result.stoppedBy ?? "the document has no element";
    return notAFeed(`no feed and no sitemap: ${why}; it starts with ${shownStart(text)}`);
  }
  const { outline } = result;
  if (outline.cutOff !== null && outline.entries.length === 0)
    return notAFeed(`a feed without a whole entry: ${outline.cutOff}`);
  if (outline.root === "urlset" || outline.root === "sitemapindex") {
    const { format, entries } = readSitemap(outline.usable, feedUrl, outline.root);
    return { kind: "feed", format, title: null, entries, hints: {}, cutOff: outline.cutOff };
  }
  return treeReading(outline, outline.root, feedUrl);
}

function treeReading(outline: DocumentOutline, root: TreeRoot, feedUrl: string): FeedReading {
  const tree = readTree(outline, root, feedUrl);
  if (!tree) return notAFeed(`the document's root is <${root}>, but it holds neither a title nor an entry`);
  const broken = tree.brokenEntries > 0 ? `${tree.brokenEntries} broken entries left out` : null;
  return {
    kind: "feed",
    format: FORMATS[root],
    title: feedTitle(tree.title),
    entries: tree.entries,
    hints: tree.hints,
    cutOff: outline.cutOff ?? broken,
  };
}

function readJson(text: string, feedUrl: string): FeedReading {
  const readable = text.slice(0, MAX_DOCUMENT_CHARS);
  const cut = wholeItemsOf(readable, MAX_FEED_ENTRIES + 1);
  if (cut.kind === "too-deep") return notAFeed(`no feed: JSON nested more than ${MAX_ELEMENT_DEPTH} deep`);
  const whole = parsedJson(readable);
  const value = whole ?? (cut.kind === "cut" ? parsedJson(cut.document) : undefined);
  if (value === undefined) return notAFeed(`no feed: broken JSON that starts with ${shownStart(text)}`);
  try {
    const feed = parseJsonFeed(value);
    const entries = entriesOfJson(feed, feedUrl);
    return {
      kind: "feed",
      format: "json-feed",
      title: feedTitle(feed.title),
      entries: entries.slice(0, MAX_FEED_ENTRIES),
      hints: hintsOfJson(feed, feedUrl),
      cutOff: jsonCutReason(whole !== undefined, entries.length),
    };
  } catch {
    return notAFeed(`no feed: JSON without the fields of a JSON Feed; it starts with ${shownStart(text)}`);
  }
}

function jsonCutReason(isWhole: boolean, entries: number): string | null {
  if (entries > MAX_FEED_ENTRIES) return `there are more than ${MAX_FEED_ENTRIES} entries`;
  return isWhole ? null : "the document breaks off before its end";
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
