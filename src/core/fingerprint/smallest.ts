/*
 * The k smallest distinct values of a list of uniformly spread 32-bit hashes.
 *
 * Idea: a bottom-k sketch [1] needs few of many values, and uniform hashes say beforehand where those lie.
 *
 *   1. keep what is below a threshold a little above where the k-th smallest must be
 *   2. scatter it into buckets by value: about one value per bucket, so the list is nearly sorted
 *   3. insertion sort repairs the neighbours; read off k distinct values
 *
 * All linear for uniform hashes; a typed array's own sort took three times as long. Should too few pass
 * (repeated shingles, bad luck), the threshold doubles.
 * [1] Cohen, Kaplan. Summarizing Data using Bottom-k Sketches. PODC 2007.
 */

const HASH_RANGE = 2 ** 32;
/** Head-room of the threshold: k (1 + 1/4) + 12 values are expected below it, so one pass mostly does. */
const THRESHOLD_SHARE = 1.25;
const THRESHOLD_EXTRA = 12;
/** One bucket per value of the longest sketch with its head-room; a power of two is not needed. */
const BUCKETS = 512;
/** A list with more values per bucket (of a text of one word a million times) goes to the built-in sort. */
const MAX_VALUES = 8 * BUCKETS;

/** Lists this short are sorted in place sooner than the buckets are emptied. */
const FEW_VALUES = 48;

let kept = new Uint32Array(1 << 14);
const sorted = new Uint32Array(MAX_VALUES);
const bucketEnds = new Int32Array(BUCKETS + 1);

/**
 * @param hashes int32 values, read as unsigned
 * @param length how many of them count
 * @param k most values returned
 * @returns ascending, distinct, unsigned; shorter than k only if there are fewer distinct values
 */
export function smallestDistinct(hashes: Int32Array, length: number, k: number): Uint32Array {
  if (kept.length < length) kept = new Uint32Array(hashes.length);
  const expected = k * THRESHOLD_SHARE + THRESHOLD_EXTRA;
  let threshold = length > expected ? Math.ceil((HASH_RANGE * expected) / length) : HASH_RANGE;
  for (;;) {
    const count = keepBelow(hashes, length, threshold);
    const ascending = sortKept(count, threshold);
    const distinct = takeDistinct(ascending, count, k);
    if (distinct.length === k || threshold >= HASH_RANGE) return distinct;
    threshold *= 2;
  }
}

function keepBelow(hashes: Int32Array, length: number, threshold: number): number {
  let count = 0;
  for (let i = 0; i < length; i++) {
    const value = (hashes[i] as number) >>> 0;
    kept[count] = value;
    if (value < threshold) count++;
  }
  return count;
}

/** `kept[0 .. count)` in ascending order; all values are below `limit`. */
function sortKept(count: number, limit: number): Uint32Array {
  if (count > MAX_VALUES) return kept.subarray(0, count).sort();
  if (count > FEW_VALUES) return bucketSort(count, limit);
  insertionSort(kept, count);
  return kept;
}

/** Sorts `kept[0 .. count)`, values below `limit`, into `sorted`. */
function bucketSort(count: number, limit: number): Uint32Array {
  const scale = BUCKETS / Math.min(limit, HASH_RANGE);
  bucketEnds.fill(0);
  for (let i = 0; i < count; i++) {
    const bucket = ((kept[i] as number) * scale) | 0;
    bucketEnds[bucket + 1] = (bucketEnds[bucket + 1] as number) + 1;
  }
  for (let b = 1; b <= BUCKETS; b++)
    bucketEnds[b] = (bucketEnds[b] as number) + (bucketEnds[b - 1] as number);
  for (let i = 0; i < count; i++) {
    const value = kept[i] as number;
    const bucket = (value * scale) | 0;
    const at = bucketEnds[bucket] as number;
    sorted[at] = value;
    bucketEnds[bucket] = at + 1;
  }
  insertionSort(sorted, count);
  return sorted;
}

function insertionSort(values: Uint32Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const value = values[i] as number;
    let at = i;
    while (at > 0 && (values[at - 1] as number) > value) {
      values[at] = values[at - 1] as number;
      at--;
    }
    values[at] = value;
  }
}

function takeDistinct(ascending: Uint32Array, count: number, k: number): Uint32Array {
  let distinct = 0;
  for (let i = 0; i < count && distinct < k; i++) {
    if (distinct > 0 && ascending[i] === ascending[distinct - 1]) continue;
    ascending[distinct++] = ascending[i] as number;
  }
  return ascending.slice(0, distinct);
}
