/*
 * What a text has besides the other text's story: its own runs, mended where a stock sentence broke them.
 *
 *     text       | the passage ... (Reporting by our staff) | own run | (Reporting by our staff) | own run |
 *     remainder                                             |------------------------------------------------|
 *
 * A sentence that stands in the text twice, in the passage and within or beside an own run, was found in the other
 * text because the passage has it: a credit, a notice, the background that one desk adds to all of a day's stories.
 * It says nothing about where the passage ends.
 */
import { HashSet } from "./hash-set.ts";
import { type MarkedText, MIN_SENTENCE_TOKENS } from "./marked-text.ts";
import { closesParagraph, opensParagraph } from "./paragraphs.ts";
import { SHINGLE_WORDS, shingleAt } from "./shingles.ts";

export type Range = readonly [from: number, to: number];

/** A longer piece is more than a stock sentence or two. */
const MAX_STOCK_WORDS = 60;
/** Of a stock sentence this share of the words stands in the text twice; the rest are a name, a date. */
const REPEATED_SHARE = 0.5;

/**
 * @param ownRuns as in `PassageShares`, in order
 * @returns runs in order, apart from each other
 */
export function remaindersOf(text: MarkedText, ownRuns: readonly Range[]): Range[] {
  const longest = MAX_STOCK_WORDS * text.tokensPerWord;
  let repeated: Uint8Array | undefined;
  const isStock = (from: number, to: number): boolean => {
    repeated ??= markRepeated(text.tokens);
    let count = 0;
    for (let i = from; i < to; i++) count += repeated[i] as number;
    return count >= REPEATED_SHARE * (to - from);
  };
  const mended: Range[] = [];
  for (const [ownFrom, ownTo] of ownRuns) {
    const run = [atParagraph(text, ownFrom), atParagraph(text, ownTo)] as const;
    if (run[0] === run[1]) continue;
    const last = mended[mended.length - 1];
    const from = paragraphStart(text, run[0], Math.max(last?.[1] ?? 0, run[0] - longest));
    const to = paragraphEnd(text, run[1], Math.min(text.tokens.length, run[1] + longest));
    const opens = from < run[0] && isStock(from, run[0]) ? from : run[0];
    const closes = to > run[1] && isStock(run[1], to) ? to : run[1];
    const gap = last === undefined ? longest + 1 : opens - last[1];
    if (last !== undefined && (gap <= 0 || (gap <= longest && isStock(last[1], opens)))) {
      mended[mended.length - 1] = [last[0], Math.max(last[1], closes)];
    } else mended.push([opens, closes]);
  }
  return mended;
}

/**
 * Where the paragraph ends that ends within a few tokens, else `at`: a paragraph's last words ("He agreed.") are no
 * sentence, and were read with the first one of the next.
 */
function atParagraph(text: MarkedText, at: number): number {
  if (opensParagraph(text, at)) return at;
  return paragraphEnd(text, at, Math.min(text.tokens.length, at + MIN_SENTENCE_TOKENS - 1));
}

/** Where the paragraph begins that holds the token at `at`; `at` if that lies before `least`. */
function paragraphStart(text: MarkedText, at: number, least: number): number {
  for (let i = at; i >= least; i--) if (opensParagraph(text, i)) return i;
  return at;
}

/** Where the paragraph ends that holds the token before `at`; `at` if that lies behind `most`. */
function paragraphEnd(text: MarkedText, at: number, most: number): number {
  for (let i = at; i <= most; i++) if (closesParagraph(text, i)) return i;
  return at;
}

/** 1 for each token that lies in a shingle which stands in the text more than once. */
function markRepeated(tokens: Int32Array): Uint8Array {
  const seen = new HashSet(tokens.length);
  const twice = new HashSet(tokens.length);
  for (let i = 0; i + SHINGLE_WORDS <= tokens.length; i++) {
    const shingle = shingleAt(tokens, i);
    if (!seen.add(shingle)) twice.add(shingle);
  }
  const repeated = new Uint8Array(tokens.length);
  for (let i = 0; i + SHINGLE_WORDS <= tokens.length; i++) {
    if (twice.has(shingleAt(tokens, i))) repeated.fill(1, i, i + SHINGLE_WORDS);
  }
  return repeated;
}

/** What lies between the remainders, before the first and behind the last. */
export function passageBeside(remainders: readonly Range[], length: number): Range[] {
  const passage: Range[] = [];
  let at = 0;
  for (const [from, to] of remainders) {
    if (from > at) passage.push([at, from]);
    at = to;
  }
  if (at < length) passage.push([at, length]);
  return passage;
}

/** Tokens in all of the ranges. */
export function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from, 0);
}
