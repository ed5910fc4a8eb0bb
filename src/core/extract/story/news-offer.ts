/*
 * Does a line offer the house's news to its readers? It opens like an offer and holds a word for news behind that
 * (vocabulary/news-offers.ts); neither alone says so.
 */
import type { NewsOffers } from "../vocabulary/news-offers.ts";
import { normaliseWords, type OpeningWords, PhraseSet } from "../vocabulary/phrase-set.ts";
import { isSpaceless } from "../word-count.ts";

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
    const words = ` ${normaliseWords(text)} `;
    return this.news[Number(match.reason)]?.some((piece) => words.includes(piece)) ?? false;
  }
}

/** As it stands in normalised words: behind a space where the script has spaces. */
function spelling(piece: string): string {
  const words = normaliseWords(piece);
  return isSpaceless(words.charCodeAt(0)) ? words : ` ${words}`;
}
