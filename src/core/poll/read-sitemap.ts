/*
 * Sitemaps, Google News sitemaps and sitemap indexes, read in one streaming pass: up to 50,000 entries
 * of a few short fields each need no tree.
 *
 * Sources: sitemaps.org protocol 0.9; Google Search Central, "News sitemaps" and "Image sitemaps".
 */
import { Parser } from "htmlparser2";
import { localName } from "./document-outline.ts";
import { entryOf, type RawEntry } from "./entry-fields.ts";
import type { FeedEntry, FeedFormat } from "./feed-model.ts";

/** Longer than every honest field; the rest of a longer one is dropped while reading. */
const MAX_FIELD_CHARS = 16_384;
/** The protocol allows 1,000 pictures a page; the first few say what the article shows. */
const MAX_IMAGES = 20;

/** Fields of one entry by the prefix-less names of their elements, with where they may stand. */
interface SitemapEntry {
  loc?: string;
  lastmod?: string;
  title?: string;
  publicationDate?: string;
  language?: string;
  publicationName?: string;
  keywords?: string;
  images: string[];
  isNews: boolean;
}

/** Which field an element's text belongs to, by `<parent>/<element>`. */
const FIELD_OF: Readonly<Record<string, Exclude<keyof SitemapEntry, "images" | "isNews">>> = {
  "url/loc": "loc",
  "url/lastmod": "lastmod",
  "sitemap/loc": "loc",
  "sitemap/lastmod": "lastmod",
  "news/title": "title",
  "news/publication_date": "publicationDate",
  "news/keywords": "keywords",
  "publication/name": "publicationName",
  "publication/language": "language",
};

/**
 * @param document the usable part of an outline whose root is `urlset` or `sitemapindex`
 * @param sitemapUrl base of relative links (the protocol forbids them; sites write them all the same)
 */
export function readSitemap(
  document: string,
  sitemapUrl: string,
  root: "urlset" | "sitemapindex",
): { readonly format: FeedFormat; readonly entries: readonly FeedEntry[] } {
  const found = sitemapEntries(document, root === "urlset" ? "url" : "sitemap");
  const isNews = found.some((entry) => entry.isNews);
  return {
    format: root === "sitemapindex" ? "sitemap-index" : isNews ? "news-sitemap" : "sitemap",
    entries: found
      .map((entry) => entryOf(rawEntry(entry), sitemapUrl))
      .filter((entry) => entry.link !== null),
  };
}

function rawEntry(entry: SitemapEntry): RawEntry {
  return {
    links: [entry.loc],
    title: entry.title,
    published: [entry.publicationDate],
    updated: [entry.lastmod],
    language: entry.language,
    categories: entry.keywords?.split(","),
    media: entry.images.map((url) => ({ url })),
    source: entry.publicationName === undefined ? undefined : { title: entry.publicationName },
  };
}

function sitemapEntries(document: string, entryName: string): SitemapEntry[] {
  const found: SitemapEntry[] = [];
  const open: string[] = [];
  let entry: SitemapEntry | undefined;
  let text = "";
  const closeElement = (name: string): void => {
    if (!entry) return;
    const place = `${open.at(-1) ?? ""}/${name}`;
    const field = FIELD_OF[place];
    if (field !== undefined) entry[field] ??= text;
    else if (place === "image/loc" && entry.images.length < MAX_IMAGES) entry.images.push(text);
  };
  const parser = new Parser(
    {
      onopentagname(qualifiedName) {
        const name = localName(qualifiedName);
        if (name === entryName && open.length === 1) entry = { images: [], isNews: false };
        if (name === "news" && entry) entry.isNews = true;
        open.push(name);
        text = "";
      },
      ontext(part) {
        if (entry && text.length < MAX_FIELD_CHARS) text += part;
      },
      onclosetag() {
        const name = open.pop() ?? "";
        closeElement(name);
        if (entry && name === entryName && open.length === 1) {
          found.push(entry);
          entry = undefined;
        }
        text = "";
      },
    },
    { xmlMode: true },
  );
  parser.end(document);
  return found;
}
