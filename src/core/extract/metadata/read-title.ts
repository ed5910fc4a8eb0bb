/*
 * The article's headline, without the site's name.
 *
 * Sources in order: JSON-LD headline, og:title, microdata headline, the first <h1>, <title>. Where og:title and
 * <title> carry the site's name ("… | The Daily"), it is cut off.
 */
import { foldSpace, titleKey } from "../blocks/text-shape.ts";
import type { PageTree } from "../tree/page-tree.ts";
import { type StructuredData, stringOf } from "./json-ld.ts";
import { metaContent } from "./meta.ts";
import type { PageHints } from "./page-hints.ts";

/** All spellings of the headline on the page, best first; used to find the headline among the blocks. */
export function titleSpellings(tree: PageTree): string[] {
  return [
    metaContent(tree.metas, ["og:title", "twitter:title", "parsely-title", "dc.title", "title"]),
    tree.title,
  ]
    .map(foldSpace)
    .filter(Boolean);
}

const SEPARATORS = [" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", "｜", " ／ ", " < "];
/** A piece longer than this is part of the headline, not the site's name. */
const MAX_SITE_WORDS = 6;
const MIN_TITLE_SHARE = 0.4;

export function readTitle(
  tree: PageTree,
  data: StructuredData,
  hints: PageHints,
  outlets: readonly string[],
): string | null {
  const headline = foldSpace(stringOf(data.article?.headline));
  const openGraph = foldSpace(metaContent(tree.metas, ["og:title", "twitter:title"]));
  const h1 = hints.headings.map(foldSpace).filter(Boolean);
  const cleaned = [headline, openGraph, hints.microdataHeadline, ...h1.slice(0, 1), tree.title]
    .map((title) => withoutSite(foldSpace(title), outlets))
    .filter(Boolean);
  const first = cleaned[0];
  if (first === undefined) return null;
  return fullHeadline(first, h1) ?? first;
}

/** An <h1> that completes a headline cut off with an ellipsis. */
function fullHeadline(title: string, h1: readonly string[]): string | undefined {
  if (!/(?:\.\.\.|…)$/.test(title)) return undefined;
  const beginning = titleKey(title);
  return h1.find((heading) => titleKey(heading).startsWith(beginning) && heading.length > title.length);
}

/** Cuts trailing pieces that are the site's name, or short pieces behind a bar. */
export function withoutSite(title: string, outlets: readonly string[]): string {
  const outletKeys = outlets.map(titleKey).filter(Boolean);
  let rest = title;
  for (;;) {
    const cut = lastSeparator(rest);
    if (!cut) return rest;
    const piece = titleKey(rest.slice(cut.end));
    const head = rest.slice(0, cut.start).trim();
    const isOutlet = outletKeys.some(
      (outlet) => piece === outlet || outlet.replaceAll(" ", "") === piece.replaceAll(" ", ""),
    );
    const isShortBehindBar =
      cut.isBar && piece.split(" ").length <= MAX_SITE_WORDS && head.length > MIN_TITLE_SHARE * rest.length;
    if (!isOutlet && !isShortBehindBar) return rest;
    if (!head) return rest;
    rest = head;
  }
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly isBar: boolean;
}

function lastSeparator(title: string): Cut | null {
  let found: Cut | null = null;
  for (const separator of SEPARATORS) {
    const start = title.lastIndexOf(separator);
    if (start > 0 && (!found || start > found.start)) {
      found = { start, end: start + separator.length, isBar: separator === " | " || separator === "｜" };
    }
  }
  return found;
}
