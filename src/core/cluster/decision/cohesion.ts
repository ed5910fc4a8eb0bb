/*
 * Do two passages of one text tell one story? Lexical cohesion: a story keeps naming its people, places and
 * things, so its parts share content words and names; two stories glued together share common words only.
 *
 *     text    | passage (the other text's story) | remainder (what it does not have) |
 *                 first half <-> second half  <=> first half <-> second half
 *                         within                between               within
 *
 * Likeness is the cosine of word counts (1 + ln count). What two unrelated stories share by chance depends on
 * their language, kind and length; so the likeness between passage and remainder is held against that within
 * each of them, and no list of common words is needed.
 *
 * Left out: weights by how rare a word is (it takes a corpus, and the decision reads two texts only); sliding
 * windows, since the pair says where the boundary is.
 * [1] Hearst. TextTiling: Segmenting Text into Multi-paragraph Subtopic Passages. Computational Linguistics 1997.
 * [2] Choi. Advances in domain independent linear text segmentation. NAACL 2000.
 */
import type { MarkedText } from "./marked-text.ts";

export type Range = readonly [from: number, to: number];

/** Likeness of the parts of one text, each 0 to 1. */
export interface Cohesion {
  /** Of passage and remainder. */
  readonly between: number;
  /** Of the halves of the passage, */
  readonly withinPassage: number;
  /** and of the remainder; of the better half's halves, where the remainder is long enough to be two stories. */
  readonly withinRemainder: number;
  /** Of what the remainder says more than once, the share that the passage knows; and the other way round. */
  readonly repeatedKnown: number;
  readonly repeatedKnownBack: number;
}

const QUARTERS = 4;
/** Segments: the halves of the passage, then the quarters of the remainder. */
const PASSAGE = [0, 1];
const REMAINDER = [2, 3, 4, 5];
const SEGMENTS = PASSAGE.length + REMAINDER.length;

/** @param isLong true if each half of the remainder is long enough to be a story of its own */
export function cohesionOf(
  text: MarkedText,
  passage: readonly Range[],
  remainder: Range,
  isLong: boolean,
): Cohesion {
  const counts = new WordCounts();
  const half = lengthOf(passage) / PASSAGE.length;
  let read = 0;
  for (const [from, to] of passage) {
    for (let i = from; i < to; i++) counts.add(text, i, read++ < half ? 0 : 1);
  }
  const [from, to] = remainder;
  for (let i = from; i < to; i++) {
    counts.add(text, i, PASSAGE.length + Math.floor((QUARTERS * (i - from)) / (to - from)));
  }
  const halves = counts.likeness([2, 3], [4, 5]);
  return {
    between: counts.likeness(PASSAGE, REMAINDER),
    withinPassage: counts.likeness([0], [1]),
    withinRemainder: isLong ? Math.max(halves, counts.likeness([2], [3]), counts.likeness([4], [5])) : halves,
    repeatedKnown: counts.repeatedKnown(REMAINDER, PASSAGE),
    repeatedKnownBack: counts.repeatedKnown(PASSAGE, REMAINDER),
  };
}

export function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** How often each content word and name stands in each segment. */
class WordCounts {
  private readonly rows = new Map<number, Uint16Array>();

  add(text: MarkedText, at: number, segment: number): void {
    const word = text.isName[at] === 1 ? (text.tokens[at] as number) : (text.content[at] as number);
    if (word === 0) return;
    let row = this.rows.get(word);
    if (row === undefined) {
      row = new Uint16Array(SEGMENTS);
      this.rows.set(word, row);
    }
    row[segment] = (row[segment] as number) + 1;
  }

  /** Cosine of the two groups of segments, 0 to 1. */
  likeness(a: readonly number[], b: readonly number[]): number {
    let product = 0;
    let squaresA = 0;
    let squaresB = 0;
    for (const row of this.rows.values()) {
      const weightA = weightOf(sumOf(row, a));
      const weightB = weightOf(sumOf(row, b));
      product += weightA * weightB;
      squaresA += weightA * weightA;
      squaresB += weightB * weightB;
    }
    return product === 0 ? 0 : product / Math.sqrt(squaresA * squaresB);
  }

  /** Of the repetitions in `a`, the share whose word stands in `b`; 0 where nothing is repeated. */
  repeatedKnown(a: readonly number[], b: readonly number[]): number {
    let repeated = 0;
    let known = 0;
    for (const row of this.rows.values()) {
      const again = sumOf(row, a) - 1;
      if (again < 1) continue;
      repeated += again;
      if (sumOf(row, b) > 0) known += again;
    }
    return repeated === 0 ? 0 : known / repeated;
  }
}

function sumOf(row: Uint16Array, segments: readonly number[]): number {
  let sum = 0;
  for (const segment of segments) sum += row[segment] as number;
  return sum;
}

function weightOf(count: number): number {
  return count === 0 ? 0 : 1 + Math.log(count);
}
