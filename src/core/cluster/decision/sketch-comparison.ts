/*
 * How much of one text stands in another, estimated from two bottom-k sketches.
 *
 * Both sketches hold the smallest shingle hashes of their text. Up to the smaller of the two largest
 * hashes ("the horizon") both are complete, so below it they are a fair sample of both texts:
 *
 *     a  ■ ■  ■ ■    ■ ■ |                 shared below the horizon / a's below it = share of a in b
 *     b  ■    ■ ■  ■   ■ | ■  ■   ■
 *                     horizon
 *
 * A whole sketch has no horizon of its own. With 256 values the standard error of a share of .5 is .03.
 * [1] Beyer et al. On Synopses for Distinct-Value Estimation Under Multiset Operations. SIGMOD 2007.
 */
import type { Fingerprint } from "../../model.ts";

/** Shares are 0 to 1. */
export interface SketchComparison {
  readonly shareOfA: number;
  readonly shareOfB: number;
  /** Estimated number of shared distinct shingles. */
  readonly sharedShingles: number;
}

/** Above every 16-bit value: the horizon of a whole sketch. */
const NO_HORIZON = 0x10000;
/** Fewer number tokens than this on a side say nothing about a template. */
const MIN_NUMBERS = 4;

export function compareSketches(a: Fingerprint, b: Fingerprint): SketchComparison {
  const horizon = Math.min(horizonOf(a), horizonOf(b));
  const countA = countUpTo(a.sketch, horizon);
  const countB = countUpTo(b.sketch, horizon);
  const shared = countShared(a.sketch, countA, b.sketch, countB);
  const shareOfA = shared / Math.max(1, countA);
  const shareOfB = shared / Math.max(1, countB);
  return {
    shareOfA,
    shareOfB,
    sharedShingles: Math.round(
      shareOfShorter(a, b, shareOfA, shareOfB) * Math.min(a.shingleCount, b.shingleCount),
    ),
  };
}

/** Of two equally long texts the lesser share: the same whichever is called a. */
function shareOfShorter(a: Fingerprint, b: Fingerprint, shareOfA: number, shareOfB: number): number {
  if (a.shingleCount === b.shingleCount) return Math.min(shareOfA, shareOfB);
  return a.shingleCount < b.shingleCount ? shareOfA : shareOfB;
}

/**
 * Share of the poorer side's number tokens that the other side has, 0 to 1.
 * Null where a side has fewer than `MIN_NUMBERS`.
 */
export function compareNumbers(a: Fingerprint, b: Fingerprint): number | null {
  const poorer = Math.min(a.numbers.length, b.numbers.length);
  if (poorer < MIN_NUMBERS) return null;
  return countShared(a.numbers, a.numbers.length, b.numbers, b.numbers.length) / poorer;
}

function horizonOf(fingerprint: Fingerprint): number {
  if (fingerprint.sketchIsWhole) return NO_HORIZON;
  return fingerprint.sketch[fingerprint.sketch.length - 1] ?? NO_HORIZON;
}

function countUpTo(ascending: Uint16Array, horizon: number): number {
  let count = ascending.length;
  while (count > 0 && (ascending[count - 1] as number) > horizon) count--;
  return count;
}

/** Values that stand in both ascending lists; one that stands twice in both counts twice. */
function countShared(a: Uint16Array, countA: number, b: Uint16Array, countB: number): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < countA && j < countB) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}
