/*
 * Do two passages of one text tell one story? Lexical cohesion: a story keeps naming its people, places and
 * things, so its parts share content words and names; two stories glued together share common words only.
 *
 *     text    | passage (the other text's story) | remainder (what it does not have) |
 *                lead, halves                <=>    lead, halves
 *                within                   between       within
 *
 * Likeness is the cosine of word counts (1 + ln count). What two unrelated stories share by chance depends on
 * their language, kind and length; so the likeness between passage and remainder is held against that within
 * each of them, and no list of common words is needed. A lead says most with fewest words: what begins a story is
 * like the rest of it, and what goes on with one is like the lead it goes on from.
 *
 * Left out: weights by how rare a word is (it takes a corpus, and the decision reads two texts only); sliding
 * windows, since the pair says where the boundary is.
 * [1] Hearst. TextTiling: Segmenting Text into Multi-paragraph Subtopic Passages. Computational Linguistics 1997.
 * [2] Choi. Advances in domain independent linear text segmentation. NAACL 2000.
 */
import type { MarkedText } from "./marked-text.ts";
import { lengthOf, type Range } from "./remainders.ts";
import { type Row, sumOf, WordCounts, weightOf } from "./word-counts.ts";

/** Likeness of the parts of one text, each 0 to 1. */
export interface Cohesion {
  /** Of passage and remainder. */
  readonly between: number;
  /** Of the passage and the remainder's lead. */
  readonly remainderLead: number;
  /** Of the remainder's lead and the rest of it. */
  readonly leadWithin: number;
  /** Of the halves of the passage, */
  readonly withinPassage: number;
  /** and of the remainder; of the better half's halves, where the remainder is long enough to be two stories. */
  readonly withinRemainder: number;
  /** Of what the remainder says more than once, the share that the passage knows; and the other way round. */
  readonly repeatedKnown: number;
  readonly repeatedKnownBack: number;
  /** Of the names that the remainder mentions, the share that the passage knows. */
  readonly namesKnown: number;
  /** Share of these mentions that are not the first. */
  readonly namesRepeated: number;
}

/** A script without case shows no names: this says less for another story than most texts do. */
const NAMES_WHERE_NONE = 0.5;
/** None at all counts as this much. */
const LEAST_LIKENESS = 0.03;
const HALVES = 2;
const QUARTERS = 4;
/** The first two sentences or so. */
const LEAD_WORDS = 50;

/** Likeness as the weighted sums take it. */
export function logLikeness(likeness: number): number {
  return Math.log(likeness + LEAST_LIKENESS);
}

/** The words of a passage, counted once for all remainders beside it. */
export class PassageWords {
  /** Likeness of the halves, 0 to 1. */
  readonly within: number;
  /** Sum of the squared weights of all words. */
  readonly squares: number;
  /** How often words are said again. */
  readonly repeated: number;
  /** Names of the whole text, by token, and those that the passage mentions. */
  readonly names: ReadonlySet<number>;
  readonly ownNames: ReadonlyMap<number, number>;
  private readonly counts: WordCounts;

  constructor(text: MarkedText, passage: readonly Range[]) {
    this.counts = countWords(text, passage, HALVES);
    let [squares, repeated] = [0, 0];
    for (const row of this.counts.rows()) {
      squares += weightOf(sumOf(row)) ** 2;
      repeated += sumOf(row) - 1;
    }
    this.within = this.counts.likeness([0], [1]);
    this.squares = squares;
    this.repeated = repeated;
    this.names = new Set(text.tokens.filter((_, i) => text.isName[i] === 1));
    this.ownNames = countNames(text, passage, this.names);
  }

  rowOf(word: number): Row | undefined {
    return this.counts.rowOf(word);
  }
}

/**
 * Takes time by the remainder's length only, since a text may hold thousands of remainders.
 * @param isLong true if each half of the remainder is long enough to be a story of its own
 */
export function cohesionOf(
  text: MarkedText,
  passage: PassageWords,
  remainder: readonly Range[],
  isLong: boolean,
): Cohesion {
  const counts = countWords(text, remainder, QUARTERS);
  const halves = counts.likeness([0, 1], [2, 3]);
  return {
    ...likenessBetween(passage, counts),
    ...namesBetween(passage, countNames(text, remainder, passage.names)),
    leadWithin: counts.likenessOfLead(),
    withinPassage: passage.within,
    withinRemainder: isLong ? Math.max(halves, counts.likeness([0], [1]), counts.likeness([2], [3])) : halves,
  };
}

type Between = Pick<Cohesion, "between" | "remainderLead" | "repeatedKnown" | "repeatedKnownBack">;

function likenessBetween(passage: PassageWords, remainder: WordCounts): Between {
  let [product, leadOfRemainder] = [0, 0];
  let [squares, leadSquares, repeated, known, knownBack] = [0, 0, 0, 0, 0];
  for (const [word, row] of remainder.entries()) {
    const count = sumOf(row);
    const weight = weightOf(count);
    const leadWeight = weightOf(row.inLead);
    squares += weight ** 2;
    leadSquares += leadWeight ** 2;
    repeated += count - 1;
    const other = passage.rowOf(word);
    if (other === undefined) continue;
    const otherCount = sumOf(other);
    product += weight * weightOf(otherCount);
    leadOfRemainder += leadWeight * weightOf(otherCount);
    known += count - 1;
    knownBack += otherCount - 1;
  }
  return {
    between: product === 0 ? 0 : product / Math.sqrt(squares * passage.squares),
    remainderLead: leadOfRemainder === 0 ? 0 : leadOfRemainder / Math.sqrt(leadSquares * passage.squares),
    repeatedKnown: repeated === 0 ? 0 : known / repeated,
    repeatedKnownBack: passage.repeated === 0 ? 0 : knownBack / passage.repeated,
  };
}

function namesBetween(
  passage: PassageWords,
  mentioned: ReadonlyMap<number, number>,
): Pick<Cohesion, "namesKnown" | "namesRepeated"> {
  let [mentions, known] = [0, 0];
  for (const [name, count] of mentioned) {
    mentions += count;
    if (passage.ownNames.has(name)) known += count;
  }
  if (mentions === 0) return { namesKnown: NAMES_WHERE_NONE, namesRepeated: NAMES_WHERE_NONE };
  return { namesKnown: known / mentions, namesRepeated: 1 - mentioned.size / mentions };
}

function countWords(text: MarkedText, ranges: readonly Range[], segments: number): WordCounts {
  const length = lengthOf(ranges);
  const lead = length / Math.max(1, Math.round(length / (LEAD_WORDS * text.tokensPerWord)));
  const counts = new WordCounts(segments);
  let read = 0;
  for (const [from, to] of ranges) {
    for (let i = from; i < to; i++, read++) {
      const word = text.isName[i] === 1 ? (text.tokens[i] as number) : (text.content[i] as number);
      if (word !== 0) counts.add(word, Math.floor((segments * read) / length), read < lead);
    }
  }
  return counts;
}

function countNames(
  text: MarkedText,
  ranges: readonly Range[],
  names: ReadonlySet<number>,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const [from, to] of ranges) {
    for (let i = from; i < to; i++) {
      const token = text.tokens[i] as number;
      if (names.has(token)) counts.set(token, (counts.get(token) ?? 0) + 1);
    }
  }
  return counts;
}
