/*
 * Does a line offer the house's news to its readers? It opens like an offer and holds a word for news soon behind that
 * (vocabulary/news-offers.ts, medium-offers.ts); neither alone says so.
 *
 * Never one: a line with a clause on others ("Stay up to date with the news, the ministry told islanders").
 */
import { NEWS_FIELDS, WORLD_WORDS } from "../vocabulary/news-fields.ts";
import type { NewsOffers } from "../vocabulary/news-offers.ts";
import { normaliseWords, type OpeningWords, PhraseSet } from "../vocabulary/phrase-set.ts";
import { namesMedium } from "../vocabulary/second-cues.ts";
import { anyOf } from "../vocabulary/word-list.ts";
import { isSpaceless } from "../word-count.ts";
import { clausesOf, goesOn, isAddressed } from "./clauses.ts";

/**
 * Words, or characters of a script without spaces, from the opening to the word for news: "[To stay up to date] on all the
 * latest news as it develops, follow the station on Facebook" has as many.
 */
const REACH = { words: 13, characters: 60 } as const;
/** A field stands at the beginning, with at most an article before it: "the sports minister said" tells of somebody. */
const FIELD = new RegExp(`^(?:\\S{1,4} )?(?:${anyOf(NEWS_FIELDS)})(?: |$)`, "u");
const WORLD = new RegExp(` (?:${anyOf(WORLD_WORDS)})$`, "u");

export class NewsOfferSet {
  /** The reason of an opening is the place of its list. */
  private readonly openings: PhraseSet;
  private readonly news: readonly (readonly string[])[];

  constructor(lists: readonly NewsOffers[]) {
    this.openings = new PhraseSet(
      lists.map(({ language, openings }, at) => ({ reason: String(at), language, phrases: openings })),
    );
    this.news = lists.map(({ news }) => news.split("|").map(spelling));
  }

  isOffer(opening: OpeningWords, text: string): boolean {
    const match = this.openings.matchOpening(opening);
    if (match === undefined) return false;
    const head = ` ${headOf(normaliseWords(text), match.phrase)} `;
    const holdsNews = this.news[Number(match.reason)]?.some((piece) => head.includes(piece)) ?? false;
    return holdsNews && clausesOf(text).slice(1).every(mayStandInOffer);
  }
}

/** The opening and what stands within reach of it. */
function headOf(words: string, opening: string): string {
  if (isSpaceless(opening.charCodeAt(0))) return words.slice(0, opening.length + REACH.characters);
  return words
    .split(" ")
    .slice(0, opening.split(" ").length + REACH.words)
    .join(" ");
}

/** A list goes on ("sport and weather", "the coast and the world"), a purpose is told, or readers are spoken to. */
function mayStandInOffer(clause: string): boolean {
  const words = normaliseWords(clause);
  if (!words.includes(" ") || goesOn(words) || isAddressed(words) || namesMedium(words)) return true;
  return FIELD.test(words) || WORLD.test(words);
}

/** As it stands in normalised words: behind a space where the script has spaces. */
function spelling(piece: string): string {
  const words = normaliseWords(piece);
  return isSpaceless(words.charCodeAt(0)) ? words : ` ${words}`;
}
