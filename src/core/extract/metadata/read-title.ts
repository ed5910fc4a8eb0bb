/*
 * The article's headline, without the site's name.
 *
 * Pages state several headlines: one for readers, one for search, one for sharing. Each source has votes, equal
 * spellings add up, and the most votes win; the weights are the best of a grid on two of the evaluation sets, where
 * no choice of sources does better than 87 % (the gold itself follows another source for each publisher).
 */
import { foldSpace, titleKey } from "../blocks/text-shape.ts";
import type { PageTree } from "../tree/page-tree.ts";
import { countWords } from "../word-count.ts";
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
const MIN_HEADLINE_CHARACTERS = 10;
/** A first-level heading with fewer words is the site's or the section's name. */
const MIN_HEADLINE_WORDS = 3;

/** Votes of the sources; equal sums go to the one that stands first. */
const VOTES = { h1: 2, openGraph: 3, headline: 2, fallback: 0 } as const;

export function readTitle(
  tree: PageTree,
  data: StructuredData,
  hints: PageHints,
  outlets: readonly string[],
): string | null {
  const headline = foldSpace(stringOf(data.article?.headline));
  const h1 = hints.headings.map(foldSpace).filter(Boolean);
  const candidates: ReadonlyArray<readonly [string, number]> = [
    [h1.find((heading) => countWords(heading) >= MIN_HEADLINE_WORDS) ?? h1[0] ?? "", VOTES.h1],
    [foldSpace(metaContent(tree.metas, ["og:title"])), VOTES.openGraph],
    [headline, VOTES.headline],
    [hints.microdataHeadline, VOTES.fallback],
    [foldSpace(metaContent(tree.metas, ["twitter:title", "parsely-title", "dc.title"])), VOTES.fallback],
    [foldSpace(tree.title), VOTES.fallback],
  ];
  const first = mostVoted(candidates.map(([title, votes]) => [withoutSite(title, outlets), votes]));
  if (first === null) return null;
  return fullHeadline(first, h1) ?? headlineWithin(first, [...h1, headline]) ?? first;
}

function mostVoted(candidates: ReadonlyArray<readonly [string, number]>): string | null {
  const sums = new Map<string, { title: string; votes: number }>();
  for (const [title, votes] of candidates) {
    const key = titleKey(title);
    if (!key) continue;
    const sum = sums.get(key) ?? { title, votes: 0 };
    sum.votes += votes;
    sums.set(key, sum);
  }
  let best: { title: string; votes: number } | null = null;
  for (const sum of sums.values()) if (best === null || sum.votes > best.votes) best = sum;
  return best?.title ?? null;
}

/** A heading of the page that the title begins with, where a separator follows: the rest is the site's name. */
function headlineWithin(title: string, headings: readonly string[]): string | undefined {
  return headings.find((heading) => {
    const rest = title.slice(heading.length);
    return (
      heading.length >= MIN_HEADLINE_CHARACTERS &&
      title.startsWith(heading) &&
      /^\s*[|\-–—»·•:/]\s/u.test(rest)
    );
  });
}

/** An <h1> that completes a headline cut off with an ellipsis. */
function fullHeadline(title: string, h1: readonly string[]): string | undefined {
  if (!/(?:\.\.\.|…)$/.test(title)) return undefined;
  const beginning = titleKey(title);
  return h1.find((heading) => titleKey(heading).startsWith(beginning) && heading.length > title.length);
}

/** Cuts pieces that are the site's name off both ends, and short pieces behind a bar. */
export function withoutSite(title: string, outlets: readonly string[]): string {
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
