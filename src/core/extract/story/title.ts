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
  /** Two lines that begin differently are not one headline: this spares most lines their key. */
  private readonly firstUnits: ReadonlySet<number>;

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
    this.firstUnits = new Set(this.keys.map((key) => key.charCodeAt(0)));
  }

  get isKnown(): boolean {
    return this.keys.length > 0;
  }

  matches(text: string): boolean {
    if (text.length > this.maxCharacters || !this.mayBegin(text)) return false;
    const key = titleKey(text);
    return key !== "" && this.keys.some((title) => isSameTitle(title, key));
  }

  /** False where the first letter or digit is another than that of all spellings; true where it is not ASCII. */
  private mayBegin(text: string): boolean {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= FIRST_BEYOND_ASCII) return true;
      const isCapital = unit >= CAPITAL_A && unit <= CAPITAL_Z;
      const lower = isCapital ? unit + TO_LOWER : unit;
      if (isLowerOrDigit(lower)) return this.firstUnits.has(lower);
    }
    return false;
  }
}

const FIRST_BEYOND_ASCII = 0x80;
const [CAPITAL_A, CAPITAL_Z, SMALL_A, SMALL_Z, ZERO, NINE] = [0x41, 0x5a, 0x61, 0x7a, 0x30, 0x39];
const TO_LOWER = SMALL_A - CAPITAL_A;

function isLowerOrDigit(unit: number): boolean {
  return (unit >= SMALL_A && unit <= SMALL_Z) || (unit >= ZERO && unit <= NINE);
}

function isSameTitle(title: string, key: string): boolean {
  if (title === key) return true;
  if (key.length < MIN_PREFIX_CHARACTERS) return false;
  if (title.startsWith(`${key} `)) return true;
  return key.startsWith(`${title} `) && key.length < title.length * MAX_PREFIX_RATIO;
}
