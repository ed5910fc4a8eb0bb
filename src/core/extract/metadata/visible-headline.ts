/*
 * The headline that readers see: of the page's first-level headings the one that has most in common with what the page
 * says of itself elsewhere (og:title, JSON-LD, <title>). Pages set the site's name, a section or a box's title as <h1>
 * too; such a heading shares no word with them.
 *
 * On pages without <h1>, a lower heading that JSON-LD states as the headline.
 */
import { titleKey } from "../blocks/text-shape.ts";
import { countWords, isSpaceless } from "../word-count.ts";

/** A first-level heading with fewer words is more likely the site's or the section's name. */
const MIN_HEADLINE_WORDS = 3;
/** Shorter words ("the", "in") are shared by any two lines. */
const MIN_WORD_CHARACTERS = 3;

export interface Headings {
  readonly h1: readonly string[];
  readonly lower: readonly string[];
}

/**
 * @param headline JSON-LD's; empty where there is none
 * @param stated other spellings of the title, without the site's name
 * @returns empty where no heading is the page's
 */
export function visibleHeadline(headings: Headings, headline: string, stated: readonly string[]): string {
  const { h1, lower } = headings;
  if (h1.length === 0) {
    const key = titleKey(headline);
    return lower.find((heading) => key !== "" && titleKey(heading) === key) ?? "";
  }
  const known = new Set([headline, ...stated].flatMap(termsOf));
  const usual = h1.find((heading) => countWords(heading) >= MIN_HEADLINE_WORDS) ?? h1[0] ?? "";
  if (known.size === 0) return usual;
  let best = "";
  let mostShared = 0;
  for (const heading of new Set([usual, ...h1])) {
    if (countWords(heading) < MIN_HEADLINE_WORDS && !isStated(heading, [headline, ...stated])) continue;
    const shared = new Set(termsOf(heading).filter((term) => known.has(term))).size;
    if (shared <= mostShared) continue;
    best = heading;
    mostShared = shared;
  }
  return best;
}

function isStated(heading: string, stated: readonly string[]): boolean {
  return stated.some((spelling) => titleKey(spelling) === titleKey(heading));
}

/** Words, and in scripts without spaces characters. */
function termsOf(text: string): string[] {
  return titleKey(text)
    .split(" ")
    .flatMap((word) => (isSpaceless(word.charCodeAt(0)) ? [...word] : [word]))
    .filter((term) => term.length >= MIN_WORD_CHARACTERS || isSpaceless(term.charCodeAt(0)));
}
