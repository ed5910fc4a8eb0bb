/*
 * Do lines tell of the paragraphs behind them? A headline has a word of its own paragraph that no other paragraph
 * beside it has; a link to another story has a word of all of them, if it is on their subject, or of none.
 *
 * Compared are the beginnings of the longer words, so that a word is known in its other forms; in scripts without
 * spaces every two characters. Left out: word lists of any language.
 */
import { titleKey } from "../blocks/text-shape.ts";
import { isSpaceless } from "../word-count.ts";

/** Particles are shorter in most languages, and endings stand behind. */
const STEM_CHARACTERS = 4;
const PIECE_CHARACTERS = 2;

export interface LinePair {
  readonly line: string;
  readonly paragraph: string;
}

/** @returns share of the pairs whose line has a word of its paragraph alone, 0 to 1 */
export function kinShare(pairs: readonly LinePair[]): number {
  const paragraphs = pairs.map(({ paragraph }) => stemsOf(paragraph));
  const counts = new Map<string, number>();
  for (const stem of paragraphs.flatMap((stems) => [...stems])) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const kin = pairs.filter(({ line }, at) =>
    [...stemsOf(line)].some((stem) => counts.get(stem) === 1 && paragraphs[at]?.has(stem)),
  );
  return pairs.length === 0 ? 0 : kin.length / pairs.length;
}

function stemsOf(text: string): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const word of titleKey(text).split(" ")) {
    if (!isSpaceless(word.charCodeAt(0))) {
      if (word.length >= STEM_CHARACTERS) stems.add(word.slice(0, STEM_CHARACTERS));
      continue;
    }
    for (let at = 0; at + PIECE_CHARACTERS <= word.length; at++)
      stems.add(word.slice(at, at + PIECE_CHARACTERS));
  }
  return stems;
}
