/*
 * Does the page only say why there is no article: not found, log in, subscribe, accept, prove that you are no robot?
 *
 * Such pages are short, and say so in their title, in their sentences, or in both:
 *
 *   title or first heading is a wall's ("Page not found")   and one sentence speaks like it, or there are few words
 *   any title                                               and the sentences that speak like a wall are half of all words
 *   a field for a password                                  and one sentence of a log-in page in few words
 *
 * Never one: an article that speaks of such things. What stands in quotation marks does not count; a report says "their
 * account", not "your account"; and columns that play with the words are longer.
 */
import { foldSpace } from "../blocks/text-shape.ts";
import type { PageElement } from "../tree/page-tree.ts";
import { PhraseSet } from "../vocabulary/phrase-set.ts";
import { PhrasesWithin } from "../vocabulary/phrases-within.ts";
import { SPACELESS_WALL_PHRASES, WALL_PHRASES } from "../vocabulary/wall-phrases.ts";
import { WALL_TITLES } from "../vocabulary/wall-titles.ts";
import { measureWords } from "../word-count.ts";
import { titlePieces } from "./title.ts";

/** Longer texts are about something. Cookie walls list what the data are used for, others are a sentence or two. */
const MAX_WORDS = 300;
const MAX_TITLED_WORDS = 150;
const MAX_LOG_IN_WORDS = 100;
/** Under a wall's title, fewer words than this need not say more. */
const HARDLY_ANY_WORDS = 25;
const SPOKEN_SHARE = 0.5;

const SECTION_REASONS: ReadonlySet<string> = new Set(["paywall", "cookie-wall"]);

const TITLES = new PhraseSet(WALL_TITLES);
const PHRASES = new PhrasesWithin(WALL_PHRASES, SPACELESS_WALL_PHRASES);
const QUOTED = /[“„«「"][^“”„«»「」"]{0,300}[”“»」"]/gu;
const SENTENCE_END = /[.!?…。！？｡।؟\n]/u;

/** The wall behind which the text may stand in the page's data. */
export const SCRIPTS_OFF = "scripts-off";

export interface WallEvidence {
  /** The text that was kept, paragraphs separated by "\n". */
  readonly text: string;
  /** The page's title as it states it, and its first headings. */
  readonly titles: readonly string[];
  readonly root: PageElement;
}

/** @returns why there is no article: the reason of a list in vocabulary/wall-phrases.ts; null where nothing says so */
export function wallReason({ text, titles, root }: WallEvidence): string | null {
  const words = measureWords(text);
  if (words > MAX_WORDS) return null;
  const titled = words <= MAX_TITLED_WORDS ? titleReason(titles) : undefined;
  if (titled !== undefined && words < HARDLY_ANY_WORDS) return titled;
  const unquoted = text.replace(QUOTED, " ");
  const spoken = PHRASES.reasonIn(unquoted);
  if (spoken === undefined) return null;
  if (titled !== undefined) return titled;
  if (spoken === "log-in" && words <= MAX_LOG_IN_WORDS && asksForPassword(root)) return spoken;
  return spokenWords(unquoted) >= SPOKEN_SHARE * words ? spoken : null;
}

/** Sections behind the headline may be called "Subscription", never "Page not found". */
function titleReason(titles: readonly string[]): string | undefined {
  for (const title of titles) {
    for (const [at, piece] of titlePieces(foldSpace(title)).entries()) {
      const reason = TITLES.reasonOfWhole(piece);
      if (reason !== undefined && (at === 0 || !SECTION_REASONS.has(reason))) return reason;
    }
  }
  return undefined;
}

function asksForPassword(element: PageElement): boolean {
  if (element.tag === "input" && element.attribute("type").toLowerCase() === "password") return true;
  return element.children.some((child) => typeof child !== "string" && asksForPassword(child));
}

/** Words of the sentences that hold a wall's phrase. */
function spokenWords(text: string): number {
  let words = 0;
  for (const sentence of text.split(SENTENCE_END)) {
    if (sentence !== "" && PHRASES.reasonIn(sentence) !== undefined) words += measureWords(sentence);
  }
  return words;
}
