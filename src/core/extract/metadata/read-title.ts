/*
 * The article's headline, without the site's name.
 *
 * Pages state several headlines: one for readers (h1, JSON-LD), one for sharing (og:title), one for search (<title>).
 * The one that readers see is the article's; the others are often changed for their purpose, or cut. Each source has
 * votes, equal spellings add up, and the most votes win.
 *
 * Why votes: gold titles follow another source for each publisher. On the evaluation sets no choice of sources does
 * better than 87 % (docs/decisions/0003).
 */
import type { MetadataSource } from "../../model.ts";
import { foldSpace, titleKey } from "../blocks/text-shape.ts";
import type { PageTree } from "../tree/page-tree.ts";
import { countWords } from "../word-count.ts";
import { type StructuredData, stringOf } from "./json-ld.ts";
import { metaContent } from "./meta.ts";
import type { PageHints } from "./page-hints.ts";
import type { Sourced } from "./sourced.ts";
import { visibleHeadline } from "./visible-headline.ts";

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
const MIN_HEADLINE_CHARACTERS = 10;
/** "Headline-Politics|The Courier": what follows a headline without a space is section and site, if it is short. */
const MAX_SITE_CHARACTERS = 30;
/** A title of fewer words is hardly a headline. */
const MIN_HEADLINE_WORDS = 3;

/** Votes of the sources; equal sums go to the one that stands first. */
const VOTES = { h1: 3, openGraph: 3, headline: 2, fallback: 0 } as const;

interface Spelling {
  readonly title: string;
  readonly votes: number;
  readonly source: MetadataSource;
}

export function readTitle(
  tree: PageTree,
  data: StructuredData,
  hints: PageHints,
  outlets: readonly string[],
): Sourced<string> | null {
  const headline = foldSpace(stringOf(data.article?.headline));
  const h1 = hints.headings.map(foldSpace).filter(Boolean);
  const openGraph = withoutSite(foldSpace(metaContent(tree.metas, ["og:title"])), outlets);
  const pageTitle = withoutSite(foldSpace(tree.title), outlets);
  const visible = visibleHeadline({ h1, lower: hints.lowerHeadings }, headline, [openGraph, pageTitle]);
  const metaTitle = foldSpace(metaContent(tree.metas, ["twitter:title", "parsely-title", "dc.title"]));
  const candidates: readonly Spelling[] = [
    { title: visible, votes: VOTES.h1, source: "visible-text" },
    { title: openGraph, votes: VOTES.openGraph, source: "open-graph" },
    { title: headline, votes: VOTES.headline, source: "json-ld" },
    { title: hints.microdataHeadline, votes: VOTES.fallback, source: "microdata" },
    { title: metaTitle, votes: VOTES.fallback, source: "meta" },
    { title: pageTitle, votes: VOTES.fallback, source: "document" },
  ];
  const voted = mostVoted(candidates.map((each) => ({ ...each, title: withoutSite(each.title, outlets) })));
  if (voted === null) return null;
  const { title: first, source } = voted;
  const longer = [...h1, headline, pageTitle];
  const isWhole = [visible, headline].some((spelling) => titleKey(spelling) === titleKey(first));
  if (isHeadlineBehindKicker(first, openGraph)) return { value: openGraph, source: "open-graph" };
  const full = isWhole ? undefined : fullHeadline(first, longer);
  return { value: full ?? headlineWithin(first, [...h1, headline]) ?? first, source };
}

/** "Harbour council: Varnby votes …" where sharing has "Varnby votes …": the part in front is a kicker. */
function isHeadlineBehindKicker(title: string, openGraph: string): boolean {
  return (
    countWords(openGraph) >= MIN_HEADLINE_WORDS &&
    title.length > openGraph.length &&
    title.endsWith(` ${openGraph}`)
  );
}

/** The spelling with most votes; its source is the first that has it. */
function mostVoted(spellings: readonly Spelling[]): Spelling | null {
  const sums = new Map<string, Spelling>();
  for (const spelling of spellings) {
    const key = titleKey(spelling.title);
    const known = sums.get(key);
    if (key) sums.set(key, known ? { ...known, votes: known.votes + spelling.votes } : spelling);
  }
  let best: Spelling | null = null;
  for (const sum of sums.values()) if (best === null || sum.votes > best.votes) best = sum;
  return best;
}

/** A heading of the page that the title begins with, where a separator follows: the rest is the site's name. */
function headlineWithin(title: string, headings: readonly string[]): string | undefined {
  return headings.find((heading) => {
    const rest = title.slice(heading.length);
    return (
      heading.length >= MIN_HEADLINE_CHARACTERS &&
      title.startsWith(heading) &&
      (/^\s*[|\-–—»·•:/]\s/u.test(rest) || (rest.length <= MAX_SITE_CHARACTERS && /^\s?[|｜ㅣ-]/u.test(rest)))
    );
  });
}

/**
 * A spelling that completes a headline which was cut off: with an ellipsis, or in the middle of a sentence (what
 * follows is no separator, so it is no site's name).
 */
function fullHeadline(title: string, longer: readonly string[]): string | undefined {
  const isMarked = /(?:\.\.\.|…)$/.test(title);
  const beginning = titleKey(title);
  return longer.find((spelling) => {
    if (spelling.length <= title.length) return false;
    if (isMarked) return titleKey(spelling).startsWith(beginning);
    const rest = spelling.slice(title.length);
    return spelling.startsWith(title) && CUT_REST.test(rest) && rest.length <= MAX_CUT_SHARE * title.length;
  });
}

/** What was cut off: more words of the same sentence. */
const CUT_REST = /^ ["“„«‘'(]?[\p{L}\p{N}]/u;
/** Sharing services cut at about 60 of at most 100 characters. */
const MAX_CUT_SHARE = 0.75;

/** Cuts pieces that are the site's name off both ends, and short pieces behind a bar. */
function withoutSite(title: string, outlets: readonly string[]): string {
  const outletKeys = outlets.map(titleKey).filter(Boolean);
  let rest = withoutLeadingSite(title, outletKeys);
  for (;;) {
    const cut = lastSeparator(rest);
    if (!cut) return rest;
    const piece = titleKey(rest.slice(cut.end));
    const head = rest.slice(0, cut.start).trim();
    const isOutlet = isOutletName(piece, outletKeys);
    const isShortBehindBar =
      cut.isBar && piece.split(" ").length <= MAX_SITE_WORDS && head.length > MIN_TITLE_SHARE * rest.length;
    if (!isOutlet && !isShortBehindBar) return rest;
    if (!head) return rest;
    rest = head;
  }
}

/** "The Isle Gazette - Headline": only a name that is known, since headlines open with short pieces as well. */
function withoutLeadingSite(title: string, outletKeys: readonly string[]): string {
  for (const separator of SEPARATORS) {
    const at = title.indexOf(separator);
    const rest = title.slice(at + separator.length).trim();
    if (at > 0 && rest && isOutletName(titleKey(title.slice(0, at)), outletKeys)) return rest;
  }
  return title;
}

/** Alike but for spaces and an article in front: the host `isle-gazette.example` is "The Isle Gazette". */
function isOutletName(piece: string, outletKeys: readonly string[]): boolean {
  const name = piece.replace(/^(?:the|der|die|das|le|la|el|il) /, "").replaceAll(" ", "");
  return outletKeys.some((outlet) => {
    const key = outlet.replaceAll(" ", "");
    return key === name || key === piece.replaceAll(" ", "");
  });
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
