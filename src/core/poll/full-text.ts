/*
 * An entry that carries its whole article, as the page that it would have been: the pipeline then reads it
 * like any page, and the publisher's server is not asked at all.
 */
import { plainText } from "./entry-fields.ts";
import type { FeedEntry } from "./feed-model.ts";

/** Text that was cut: `…`, `...`, `[…]`, `[...]`, at its end. It stands in one line, with single spaces. */
const CUT_END = /(?:…|\.{3}) ?[\])]? ?$/;
/** A link to the rest, after which nothing comes. */
const READ_MORE_END =
  /\b(?:read more|continue reading|read the (?:full|rest)[^.]{0,40}|weiterlesen|lire la suite|leer más)\W{0,3}$/i;
/** A long article has 20,000 characters; what stands behind this changes no decision. */
const MAX_READ_CHARS = 50_000;

export interface FullText {
  /** The entry's HTML or text as the feed carries it. */
  readonly markup: string;
  /** Its text in one line, at most 50,000 characters. */
  readonly plain: string;
}

/**
 * The longer of content and summary: some feeds put the whole text into `<description>`.
 * @returns null where there is none, or it ends as cut texts do
 */
export function fullTextOf(entry: FeedEntry): FullText | null {
  const [content, summary] = [entry.content ?? "", entry.summary ?? ""];
  const markup = content.length >= summary.length ? content : summary;
  const plain = plainText(markup, MAX_READ_CHARS);
  if (plain === null || CUT_END.test(plain) || READ_MORE_END.test(plain)) return null;
  return { markup, plain };
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** A tag of any kind: what has none is text, whose line breaks are paragraphs. */
const TAG_OPENS = /<[a-z]/i;
function holdsTag(text: string): boolean {
  const at = text.search(TAG_OPENS);
  return at >= 0 && text.includes(">", at);
}
const asMarkup = (text: string): string =>
  holdsTag(text)
    ? text
    : text
        .split(/\n\s*\n|\r\n?\s*\r\n?/)
        .map((paragraph) => `<p>${paragraph}</p>`)
        .join("\n");

/** @returns an HTML document in UTF-8 of the entry's title, authors, date and text */
export function articleDocument(entry: FeedEntry, markup: string): string {
  const title = escaped(entry.title ?? "");
  const meta = (name: string, value: string | undefined): string =>
    value === undefined ? "" : `<meta name="${name}" content="${escaped(value)}">`;
  const language = entry.language === null ? "" : ` lang="${escaped(entry.language)}"`;
  return `<!doctype html><html${language}><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:title" content="${title}">${entry.authors.map((name) => meta("author", name)).join("")}
${meta("article:published_time", entry.published?.value)}${meta("article:modified_time", entry.updated?.value)}
</head><body><article><h1>${title}</h1>
${asMarkup(markup)}
</article></body></html>`;
}
