/*
 * Is this line the page's headline? Compared are the spellings that the page itself gives (og:title, JSON-LD
 * headline, <title> with and without the site's name), as letters and digits only.
 */
import { titleKey } from "../blocks/text-shape.ts";

/** Shorter spellings ("News") are section names. */
const MIN_TITLE_CHARACTERS = 4;
/** Longer lines are paragraphs. */
const MAX_TITLE_CHARACTERS = 300;
/** From here on a line that begins like the title is the title, shortened or lengthened. */
const MIN_PREFIX_CHARACTERS = 16;
const MAX_PREFIX_RATIO = 1.5;

/** Names of sites and sections behind a separator have fewer words. */
const MIN_LAST_PIECE_WORDS = 6;

const SITE_SEPARATOR = / [|\-–—»:·•] /u;

/** "Headline | Section | Site" in its parts, one part where nothing parts it. */
export function titlePieces(title: string): string[] {
  return title.split(SITE_SEPARATOR);
}

export class TitleMatcher {
  private readonly keys: readonly string[];
  /** Longer lines cannot match: twice the longest spelling leaves room for punctuation. */
  private readonly maxCharacters: number;

  /** @param spellings as they stand on the page, empty ones are skipped */
  constructor(spellings: readonly string[]) {
    const keys = new Set<string>();
    for (const spelling of spellings) {
      keys.add(titleKey(spelling));
      const pieces = titlePieces(spelling).map(titleKey);
      keys.add(pieces[0] ?? "");
      // "The Isle Gazette - Headline": the last piece only where it is too long for a site's name.
      const last = pieces.at(-1) ?? "";
      if (last.split(" ").length >= MIN_LAST_PIECE_WORDS) keys.add(last);
    }
    this.keys = [...keys].filter((key) => key.length >= MIN_TITLE_CHARACTERS);
    this.maxCharacters = Math.min(
      MAX_TITLE_CHARACTERS,
      2 * Math.max(0, ...this.keys.map((key) => key.length)),
    );
  }

  get isKnown(): boolean {
    return this.keys.length > 0;
  }

  matches(text: string): boolean {
    if (text.length > this.maxCharacters) return false;
    const key = titleKey(text);
    return key !== "" && this.keys.some((title) => isSameTitle(title, key));
  }
}

function isSameTitle(title: string, key: string): boolean {
  if (title === key) return true;
  if (key.length < MIN_PREFIX_CHARACTERS) return false;
  if (title.startsWith(`${key} `)) return true;
  return key.startsWith(`${title} `) && key.length < title.length * MAX_PREFIX_RATIO;
}
