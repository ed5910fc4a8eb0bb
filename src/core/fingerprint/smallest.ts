/*
 * The k smallest distinct values of a list of uniformly spread 32-bit hashes.
 *
 * Idea: a bottom-k sketch [1] needs few of many values. Uniform hashes tell beforehand where the k-th
 * smallest about lies, so one pass keeps what is below a threshold a little above it, and only those are
 * sorted. Should too few pass (repeated shingles, bad luck), the threshold doubles.
 * [1] Cohen, Kaplan. Summarizing Data using Bottom-k Sketches. PODC 2007.
 */

const HASH_RANGE = 2 ** 32;
/** Above this many values per kept one, selecting before sorting is cheaper than sorting all (measured). */
const SELECT_RATIO = 2;
/** Head-room of the threshold: k (1 + 1/4) + 12 values are expected below it, so one pass mostly does. */
const THRESHOLD_SHARE = 1.25;
const THRESHOLD_EXTRA = 12;

let scratch = new Uint32Array(1 << 14);

/**
 * @param hashes int32 values, read as unsigned
 * @param length how many of them count
 * @param k most values returned
 * @returns ascending, distinct, unsigned; shorter than k only if there are fewer distinct values
 */
export function smallestDistinct(hashes: Int32Array, length: number, k: number): Uint32Array {
  if (scratch.length < length) scratch = new Uint32Array(hashes.length);
  let threshold = HASH_RANGE;
  if (length > SELECT_RATIO * k) {
    threshold = Math.ceil((HASH_RANGE * (k * THRESHOLD_SHARE + THRESHOLD_EXTRA)) / length);
  }
  for (;;) {
    const kept = keepBelow(hashes, length, threshold);
    const distinct = sortDistinct(kept, k);
    if (distinct.length === k || threshold >= HASH_RANGE) return distinct;
    threshold *= 2;
  }
}

function keepBelow(hashes: Int32Array, length: number, threshold: number): number {
  let kept = 0;
  for (let i = 0; i < length; i++) {
    const value = (hashes[i] as number) >>> 0;
    if (value < threshold) scratch[kept++] = value;
  }
  return kept;
}

function sortDistinct(kept: number, k: number): Uint32Array {
  const sorted = scratch.subarray(0, kept).sort();
  let distinct = 0;
  for (let i = 0; i < kept && distinct < k; i++) {
    if (distinct === 0 || sorted[i] !== sorted[distinct - 1]) sorted[distinct++] = sorted[i] as number;
  }
  return sorted.slice(0, distinct);
}
