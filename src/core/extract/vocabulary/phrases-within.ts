/*
 * Phrases anywhere in a line: whole words where a script has spaces, pieces of text where it has none.
 *
 * The words of the text are walked once, and each is looked up among the first words of the phrases: the cost does not
 * depend on the length of the lists.
 */
import { isAscii } from "../word-count.ts";
import type { PhraseList } from "./phrase-list.ts";
import { normaliseWords } from "./phrase-set.ts";

interface Phrase {
  readonly text: string;
  readonly reason: string;
  /** Place in the lists: of several phrases in one text the first counts. */
  readonly rank: number;
}

export class PhrasesWithin {
  private readonly byFirstWord = new Map<string, Phrase[]>();
  private readonly spaceless: readonly Phrase[];
  private readonly hasAsciiPieces: boolean;

  constructor(spaced: readonly PhraseList[], spaceless: readonly PhraseList[]) {
    for (const phrase of flatten(spaced, (written) => `${normaliseWords(written)} `)) {
      const first = phrase.text.slice(0, phrase.text.indexOf(" "));
      const known = this.byFirstWord.get(first);
      if (known) known.push(phrase);
      else this.byFirstWord.set(first, [phrase]);
    }
    this.spaceless = flatten(spaceless, (written) => written.trim().toLowerCase());
    this.hasAsciiPieces = this.spaceless.some(({ text }) => isAscii(text));
  }

  /** The reason of the first phrase of the lists that stands in the text. */
  reasonIn(text: string): string | undefined {
    const spaced = this.firstSpaced(`${normaliseWords(text)} `);
    if (spaced) return spaced.reason;
    if (isAscii(text) && !this.hasAsciiPieces) return undefined;
    const lower = text.toLowerCase();
    return this.spaceless.find((phrase) => lower.includes(phrase.text))?.reason;
  }

  /** @param words single spaces between them and one behind the last */
  private firstSpaced(words: string): Phrase | undefined {
    let first: Phrase | undefined;
    for (let from = 0; from < words.length; ) {
      const end = words.indexOf(" ", from);
      for (const phrase of this.byFirstWord.get(words.slice(from, end)) ?? []) {
        if ((first === undefined || phrase.rank < first.rank) && words.startsWith(phrase.text, from))
          first = phrase;
      }
      from = end + 1;
    }
    return first;
  }
}

function flatten(lists: readonly PhraseList[], spell: (phrase: string) => string): Phrase[] {
  return lists
    .flatMap(({ phrases, reason }) => phrases.split("|").map((phrase) => ({ text: spell(phrase), reason })))
    .map((phrase, rank) => ({ ...phrase, rank }));
}
