/*
 * From what a feed wrote to the fields of an entry: links made absolute, titles made plain, lists made
 * distinct, everything cut to a length. Each format hands its raw strings to `entryOf`.
 */
import { Parser } from "htmlparser2";
import { MAX_OFFERED_URL_CHARS } from "../url/canonical-url.ts";
import { parseUrl } from "../url/parse-url.ts";
import { feedDate } from "./feed-date.ts";
import type { FeedEntry, FeedMedia } from "./feed-model.ts";

/** What a format's reader found, in its own spelling; the first usable value of a list is taken. */
export interface RawEntry {
  readonly guid?: string | undefined;
  readonly links: readonly (string | undefined)[];
  readonly title?: string | undefined;
  readonly authors?: readonly (string | undefined)[] | undefined;
  readonly published?: readonly (string | undefined)[] | undefined;
  readonly updated?: readonly (string | undefined)[] | undefined;
  readonly language?: string | undefined;
  readonly categories?: readonly (string | undefined)[] | undefined;
  readonly media?: readonly RawMedia[] | undefined;
  readonly source?: { readonly title?: string | undefined; readonly url?: string | undefined } | undefined;
  readonly summary?: string | undefined;
  readonly content?: string | undefined;
}
export interface RawMedia {
  readonly url?: string | undefined;
  readonly type?: string | undefined;
}

/** Longer than any honest one; what is longer is cut, so that no entry can fill a log or a screen. */
const MAX_GUID_CHARS = 2_048;
const MAX_TITLE_CHARS = 1_000;
const MAX_NAME_CHARS = 200;
const MAX_LANGUAGE_CHARS = 35; // RFC 5646 section 4.4.1
/** Entries of honest feeds have up to 20 of each. */
const MAX_NAMES = 50;

/**
 * @param base absolute URL that relative links are resolved against
 * @returns the absolute URL, its fragment kept; null where it is not http(s) or too long
 */
export function absoluteLink(link: string | undefined, base: string): string | null {
  const text = link?.trim() ?? "";
  if (text === "" || text.length > MAX_OFFERED_URL_CHARS) return null;
  const url = parseUrl(text, base);
  if (url?.protocol !== "http:" && url?.protocol !== "https:") return null;
  return url.href.length > MAX_OFFERED_URL_CHARS ? null : url.href;
}

/** The base that `xml:base` asks for; the outer one where it is missing or wrong. */
export const innerBase = (base: string | undefined, outer: string): string =>
  absoluteLink(base, outer) ?? outer;

/** Text that holds a tag or an entity: feeds escape titles once, twice, or not at all. */
const LOOKS_LIKE_MARKUP = /<[a-z/!]|&#?[a-z0-9]{1,31};/i;

/** Markup may be so many times as long as the text that is wanted of it; the rest is not parsed. */
const MARKUP_ALLOWANCE = 10;

/** Plain text of one line, at most `maxChars` long; null where nothing is left. */
export function plainText(markup: string | undefined, maxChars: number): string | null {
  let text = (markup ?? "").slice(0, maxChars * MARKUP_ALLOWANCE);
  if (LOOKS_LIKE_MARKUP.test(text)) {
    const parts: string[] = [];
    const parser = new Parser({ ontext: (part) => parts.push(part) });
    parser.end(text);
    text = parts.join("");
  }
  const line = wellFormed(text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ").trim());
  return line === "" ? null : wellFormed(line.slice(0, maxChars));
}

/** Without lone surrogates: a cut may split a pair, and a hash of UTF-8 would then not see all of it. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

/** Distinct plain names in their order. */
function names(raw: readonly (string | undefined)[] | undefined): string[] {
  const found = new Set<string>();
  for (const name of raw ?? []) {
    if (found.size >= MAX_NAMES) break;
    const plain = plainText(name, MAX_NAME_CHARS);
    if (plain !== null) found.add(plain);
  }
  return [...found];
}

function mediaOf(raw: readonly RawMedia[] | undefined, base: string): FeedMedia[] {
  const found = new Map<string, FeedMedia>();
  for (const { url, type } of raw ?? []) {
    if (found.size >= MAX_NAMES) break;
    const link = absoluteLink(url, base);
    if (link !== null && !found.has(link))
      found.set(link, { url: link, type: plainText(type, MAX_NAME_CHARS) });
  }
  return [...found.values()];
}

function firstDate(texts: readonly (string | undefined)[] | undefined): FeedEntry["published"] {
  for (const text of texts ?? []) {
    const date = feedDate(text);
    if (date) return date;
  }
  return null;
}

function firstLink(links: readonly (string | undefined)[], base: string): string | null {
  for (const link of links) {
    const absolute = absoluteLink(link, base);
    if (absolute !== null) return absolute;
  }
  return null;
}

const markupOf = (text: string | undefined): string | null => {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
};

function sourceOf(raw: RawEntry["source"], base: string): FeedEntry["source"] {
  const title = plainText(raw?.title, MAX_TITLE_CHARS);
  const url = absoluteLink(raw?.url, base);
  return title === null && url === null ? null : { title, url };
}

/**
 * @param base absolute URL for relative links: the entry's `xml:base`, the feed's, or the feed's URL
 * @param feedLanguage taken where the entry names none
 */
export function entryOf(raw: RawEntry, base: string, feedLanguage?: string | undefined): FeedEntry {
  return {
    guid: plainText(raw.guid, MAX_GUID_CHARS),
    link: firstLink(raw.links, base),
    title: plainText(raw.title, MAX_TITLE_CHARS),
    authors: names(raw.authors),
    published: firstDate(raw.published),
    updated: firstDate(raw.updated),
    language: plainText(raw.language ?? feedLanguage, MAX_LANGUAGE_CHARS),
    categories: names(raw.categories),
    media: mediaOf(raw.media, base),
    source: sourceOf(raw.source, base),
    summary: markupOf(raw.summary),
    content: markupOf(raw.content),
  };
}

export const feedTitle = (title: string | undefined): string | null => plainText(title, MAX_TITLE_CHARS);
