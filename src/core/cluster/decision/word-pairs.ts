/*
 * Pairs of neighbouring words that a passage has in common with the rest of its text: "harbour inquiry", "Captain
 * Brekke". Stories on other matters share words that every report uses, but seldom two of them side by side.
 */
import { HashSet } from "./hash-set.ts";
import { type MarkedText, nameOrWordAt } from "./marked-text.ts";
import { lengthOf, type Range } from "./remainders.ts";

const MULTIPLIER = 0x9e3779b1;

export class WordPairs {
  private readonly known: HashSet;
  private readonly length: number;

  constructor(
    private readonly text: MarkedText,
    passage: readonly Range[],
  ) {
    this.length = lengthOf(passage);
    this.known = new HashSet(this.length);
    for (const range of passage) forEachPair(text, range, (pair) => this.known.add(pair));
  }

  /** Different pairs of the passage that `range` has, per word of the two (the geometric mean), 0 to 1. */
  sharedWith(range: Range): number {
    const length = lengthOf([range]);
    const shared = new HashSet(Math.min(length, this.known.size));
    forEachPair(this.text, range, (pair) => {
      if (this.known.has(pair)) shared.add(pair);
    });
    return shared.size / Math.sqrt(this.length * length);
  }
}

/** None across paragraphs. In scripts without spaces, where a word is about two characters, four in a row. */
function forEachPair(text: MarkedText, [from, to]: Range, see: (pair: number) => void): void {
  const step = text.tokensPerWord;
  for (let i = from; i + step < to; i++) {
    if (text.paragraphEnds[i] === 1) continue;
    const word = nameOrWordAt(text, i);
    const next = word === 0 ? 0 : nameOrWordAt(text, i + step);
    if (next !== 0) see((Math.imul(word, MULTIPLIER) + next) | 0);
  }
}
