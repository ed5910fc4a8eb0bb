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

const HALVES = 2;
const QUARTERS = 4;

/** The words of a passage, counted once for all remainders beside it. */
export class PassageWords {
  /** Likeness of the halves, 0 to 1. */
  readonly within: number;
  /** Sum of the squared weights of all words. */
  readonly squares: number;
  /** How often words are said again. */
  readonly repeated: number;
  private readonly counts = new WordCounts(HALVES);

  constructor(text: MarkedText, passage: readonly Range[]) {
    const half = lengthOf(passage) / HALVES;
    let read = 0;
    for (const [from, to] of passage) {
      for (let i = from; i < to; i++) this.counts.add(text, i, read++ < half ? 0 : 1);
    }
    let [squares, repeated] = [0, 0];
    for (const row of this.counts.rows()) {
      squares += weightOf(sumOf(row)) ** 2;
      repeated += sumOf(row) - 1;
    }
    this.within = this.counts.likeness([0], [1]);
    this.squares = squares;
    this.repeated = repeated;
  }

  countOf(word: number): number {
    return this.counts.countOf(word);
  }
}

/**
 * Takes time by the remainder's length only, since a text may hold thousands of remainders.
 * @param isLong true if each half of the remainder is long enough to be a story of its own
 */
export function cohesionOf(
  text: MarkedText,
  passage: PassageWords,
  [from, to]: Range,
  isLong: boolean,
): Cohesion {
  const counts = new WordCounts(QUARTERS);
  for (let i = from; i < to; i++) counts.add(text, i, Math.floor((QUARTERS * (i - from)) / (to - from)));
  const halves = counts.likeness([0, 1], [2, 3]);
  return {
    ...likenessBetween(passage, counts),
    withinPassage: passage.within,
    withinRemainder: isLong ? Math.max(halves, counts.likeness([0], [1]), counts.likeness([2], [3])) : halves,
  };
}

function likenessBetween(
  passage: PassageWords,
  remainder: WordCounts,
): Pick<Cohesion, "between" | "repeatedKnown" | "repeatedKnownBack"> {
  let [product, squares, repeated, known, knownBack] = [0, 0, 0, 0, 0];
  for (const [word, row] of remainder.entries()) {
    const count = sumOf(row);
    const inPassage = passage.countOf(word);
    squares += weightOf(count) ** 2;
    repeated += count - 1;
    if (inPassage === 0) continue;
    product += weightOf(count) * weightOf(inPassage);
    known += count - 1;
    knownBack += inPassage - 1;
  }
  return {
    between: product === 0 ? 0 : product / Math.sqrt(squares * passage.squares),
    repeatedKnown: repeated === 0 ? 0 : known / repeated,
    repeatedKnownBack: passage.repeated === 0 ? 0 : knownBack / passage.repeated,
  };
}

export function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** How often each content word and name stands in each segment of a part. */
class WordCounts {
  private readonly byWord = new Map<number, Uint32Array>();
  private readonly segments: number;

  constructor(segments: number) {
    this.segments = segments;
  }

  add(text: MarkedText, at: number, segment: number): void {
    const word = text.isName[at] === 1 ? (text.tokens[at] as number) : (text.content[at] as number);
    if (word === 0) return;
    let row = this.byWord.get(word);
    if (row === undefined) {
      row = new Uint32Array(this.segments);
      this.byWord.set(word, row);
    }
    row[segment] = (row[segment] as number) + 1;
  }

  rows(): Iterable<Uint32Array> {
    return this.byWord.values();
  }

  entries(): Iterable<[word: number, row: Uint32Array]> {
    return this.byWord.entries();
  }

  countOf(word: number): number {
    const row = this.byWord.get(word);
    return row === undefined ? 0 : sumOf(row);
  }

  /** Cosine of two groups of segments, 0 to 1. */
  likeness(a: readonly number[], b: readonly number[]): number {
    let [product, squaresA, squaresB] = [0, 0, 0];
    for (const row of this.byWord.values()) {
      const weightA = weightOf(sumWithin(row, a));
      const weightB = weightOf(sumWithin(row, b));
      product += weightA * weightB;
      squaresA += weightA * weightA;
      squaresB += weightB * weightB;
    }
    return product === 0 ? 0 : product / Math.sqrt(squaresA * squaresB);
  }
}

function sumOf(row: Uint32Array): number {
  let sum = 0;
  for (const count of row) sum += count;
  return sum;
}

function sumWithin(row: Uint32Array, segments: readonly number[]): number {
  let sum = 0;
  for (const segment of segments) sum += row[segment] as number;
  return sum;
}

function weightOf(count: number): number {
  return count === 0 ? 0 : 1 + Math.log(count);
}
