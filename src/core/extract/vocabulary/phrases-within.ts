/*
 * Phrases anywhere in a line: whole words where a script has spaces, pieces of text where it has none.
 */
import { normaliseWords, type PhraseList } from "./phrase-set.ts";

interface Phrase {
  readonly text: string;
  readonly reason: string;
}

export class PhrasesWithin {
  private readonly spaced: readonly Phrase[];
  private readonly spaceless: readonly Phrase[];

  constructor(spaced: readonly PhraseList[], spaceless: readonly PhraseList[]) {
    this.spaced = flatten(spaced, (phrase) => ` ${normaliseWords(phrase)} `);
    this.spaceless = flatten(spaceless, (phrase) => phrase.trim().toLowerCase());
  }

  /** The reason of the first phrase that stands in the text. */
  reasonIn(text: string): string | undefined {
    const words = ` ${normaliseWords(text)} `;
    const found = this.spaced.find((phrase) => words.includes(phrase.text));
    if (found) return found.reason;
    const lower = text.toLowerCase();
    return this.spaceless.find((phrase) => lower.includes(phrase.text))?.reason;
  }
}

function flatten(lists: readonly PhraseList[], spell: (phrase: string) => string): Phrase[] {
  return lists.flatMap(({ phrases, reason }) =>
    phrases.split("|").map((phrase) => ({ text: spell(phrase), reason })),
  );
}
