/*
 * The anchors of a text: some 18 of its shingle hashes, so chosen that two texts with a passage in common
 * choose the same ones within it. Whoever shares two with another text is compared with it.
 *
 * Winnowing [1]: slide a window over the hashes and keep the smallest of each position.
 *
 *   hashes   71 24 93 38 15 60 82 47 ...      windows of four
 *           [71 24 93 38]                     24
 *              [24 93 38 15]                  15
 *                 [93 38 15 60]               15
 *                    ...                      kept: 24 15 ...
 *
 * Minima lie at most a window apart, so any passage of two windows holds two of them, wherever it stands; the
 * smallest hashes of the whole text (a bottom-k sample, versions 1 and 2) miss a passage of a fifth of the text
 * in one of eight cases. Yet a stock sentence, shorter than a window, seldom holds two. The window
 * grows with the text, and what is smallest in a wide window is so in each narrow one: a short copy keeps what
 * its long source has.
 *
 * The minima come in linear time whatever the hashes are, by blocks [2]: the minimum of a window is the lesser of
 * a suffix minimum of one block and a prefix minimum of the next. Figures: docs/decisions/0004-fingerprint.md.
 * Left out: windows that narrow towards the lead; they cost more anchors for the same copies.
 * [1] Schleimer, Wilkerson, Aiken. Winnowing: Local Algorithms for Document Fingerprinting. SIGMOD 2003.
 * [2] van Herk. A Fast Algorithm for Local Minimum and Maximum Filters. Pattern Recognition Letters 13 (1992).
 */
import { smallestDistinct } from "./smallest.ts";

/** Two neighbouring windows, a fifth of the text, hold two anchors for sure. Their minima are some 18. */
const WINDOWS_PER_TEXT = 10.5;
/** In shingles: of a longer text any passage of 130 words holds two, */
const MAX_WINDOW = 64;
/** as long as it takes no more windows than this. */
const MAX_WINDOWS_PER_TEXT = 16;
/** First paragraphs are what is copied most: their smallest hashes are anchors in any case. */
const LEAD_SHINGLES = 64;
const LEAD_ANCHORS = 4;
/** Real texts have 43 at most, on average 18; only hashes made to ascend give more, and then the smallest stay. */
export const MAX_ANCHORS = 48;

const INITIAL_CAPACITY = 1 << 14;
/** Int32 values with this bit flipped are ordered as the unsigned ones are. */
const SIGN_BIT = 0x80000000 | 0;
const GREATEST = 0x7fffffff;

/** A list of this length is sorted here sooner than the built-in sort is called. */
const FEW_VALUES = 64;

const smallestOfLead = new Uint32Array(LEAD_ANCHORS);
let suffixMinima = new Int32Array(INITIAL_CAPACITY);
let found = new Uint32Array(INITIAL_CAPACITY);

/**
 * @param hashes of the shingles in the order of the text, int32, read as unsigned
 * @param count how many of them count
 * @returns distinct, ascending, at most MAX_ANCHORS; none for no hashes
 */
export function selectAnchors(hashes: Int32Array, count: number): Uint32Array {
  if (found.length < count + LEAD_ANCHORS) {
    suffixMinima = new Int32Array(hashes.length);
    found = new Uint32Array(hashes.length + LEAD_ANCHORS);
  }
  const minima = findMinima(hashes, count, windowOf(count));
  const ofLead = smallestDistinct(hashes, Math.min(count, LEAD_SHINGLES), LEAD_ANCHORS, smallestOfLead);
  for (let i = 0; i < ofLead; i++) found[minima + i] = smallestOfLead[i] as number;
  return distinctAscending(minima + ofLead);
}

/** Shingles per window, 1 and more. */
function windowOf(count: number): number {
  const wanted = Math.min(MAX_WINDOW, Math.ceil(count / WINDOWS_PER_TEXT));
  return Math.max(1, wanted, Math.ceil(count / MAX_WINDOWS_PER_TEXT));
}

/** Writes the minimum of each window to `found`, neighbours with the same one once. @returns how many */
function findMinima(hashes: Int32Array, count: number, width: number): number {
  let minima = 0;
  let last = -1;
  for (let from = 0; from + width <= count; from += width) {
    fillSuffixMinima(hashes, from, width);
    const windows = Math.min(width, count - from - width + 1);
    let prefixMinimum = GREATEST;
    for (let i = 0; i < windows; i++) {
      if (i > 0) prefixMinimum = Math.min(prefixMinimum, (hashes[from + width - 1 + i] as number) ^ SIGN_BIT);
      const minimum = (Math.min(suffixMinima[i] as number, prefixMinimum) ^ SIGN_BIT) >>> 0;
      if (minimum === last) continue;
      found[minima++] = minimum;
      last = minimum;
    }
  }
  return minima;
}

/** `suffixMinima[i]`: the least of the block's hashes from `from + i` on, with the sign bit flipped. */
function fillSuffixMinima(hashes: Int32Array, from: number, width: number): void {
  let least = GREATEST;
  for (let i = width - 1; i >= 0; i--) {
    least = Math.min(least, (hashes[from + i] as number) ^ SIGN_BIT);
    suffixMinima[i] = least;
  }
}

/** Of `found[0 .. count)`. */
function distinctAscending(count: number): Uint32Array {
  if (count > FEW_VALUES) found.subarray(0, count).sort();
  else insertionSort(count);
  let distinct = 0;
  for (let i = 0; i < count && distinct < MAX_ANCHORS; i++) {
    if (distinct === 0 || found[i] !== found[distinct - 1]) found[distinct++] = found[i] as number;
  }
  return found.slice(0, distinct);
}

function insertionSort(count: number): void {
  for (let i = 1; i < count; i++) {
    const value = found[i] as number;
    let at = i;
    for (; at > 0 && (found[at - 1] as number) > value; at--) found[at] = found[at - 1] as number;
    found[at] = value;
  }
}
