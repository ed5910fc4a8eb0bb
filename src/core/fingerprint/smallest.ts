/*
 * The k smallest distinct values of a list of uniformly spread 32-bit hashes.
 *
 * Idea: a bottom-k sketch [1] needs few of many values, and uniform hashes say beforehand where those lie,
 * and each one's place among them.
 *
 *   1. of a long list, keep what is below a threshold a little above where the k-th smallest must be
 *   2. put each value into the slot that its upper bits name; where two meet, the larger moves on [2]
 *   3. read the slots from left to right
 *
 *      41 07 93 44 07   ->   | 07 |    |    |    | 41 | 44 |    |    |    | 93 |   ->   07 41 44 93
 *
 * All linear for uniform hashes, and nearly every value finds its slot free: what a sort costs is comparisons
 * that the processor cannot foresee. Should too few pass (repeated shingles, bad luck), the threshold doubles.
 * [1] Cohen, Kaplan. Summarizing Data using Bottom-k Sketches. PODC 2007.
 * [2] Amble, Knuth. Ordered hash tables. The Computer Journal 17 (1974).
 */

const HASH_BITS = 32;
const HASH_RANGE = 2 ** HASH_BITS;
/** Head-room of the threshold: k (1 + 1/4) + 12 values are expected below it, so one pass mostly does. */
const THRESHOLD_SHARE = 1.25;
const THRESHOLD_EXTRA = 12;
/** A list hardly longer than what would pass is taken as it is. */
const THRESHOLD_FROM = 1.5;
/** Two to eight slots for each value that is expected. */
const SPARE_SLOT_BITS = 2;
const MAX_SLOT_BITS = 11;
/** Uniform hashes are never so many; a list that has them (one word a million times) goes to the built-in sort. */
const MAX_VALUES = 2 ** (MAX_SLOT_BITS + 1);
/** Marks a free slot. The value that looks like it is the largest of all, so it is looked for apart. */
const FREE = HASH_RANGE - 1;

let kept = new Int32Array(1 << 14);
/** Behind the last slot is room for all values that move on from it, and one free slot to stop at. */
const slots = new Uint32Array(2 ** MAX_SLOT_BITS + MAX_VALUES + 1);

/**
 * @param hashes int32 values, read as unsigned
 * @param length how many of them count
 * @param k most values wanted
 * @param into takes them, ascending, distinct, unsigned; has room for k
 * @returns how many they are: fewer than k only if there are fewer distinct values
 */
export function smallestDistinct(hashes: Int32Array, length: number, k: number, into: Uint32Array): number {
  const expected = k * THRESHOLD_SHARE + THRESHOLD_EXTRA;
  let threshold = HASH_RANGE;
  if (length > THRESHOLD_FROM * expected) threshold = Math.ceil((HASH_RANGE * expected) / length);
  while (threshold < HASH_RANGE) {
    const count = keepBelow(hashes, length, threshold);
    const distinct = readAscending(kept, count, threshold, k, into);
    if (distinct === k) return k;
    threshold *= 2;
  }
  return readAscending(hashes, length, HASH_RANGE, k, into);
}

/** Compares without the last bit, so that the sign of a difference is the answer: no branch to foresee. */
function keepBelow(hashes: Int32Array, length: number, threshold: number): number {
  if (kept.length < length) kept = new Int32Array(hashes.length);
  const half = threshold >>> 1;
  let count = 0;
  for (let i = 0; i < length; i++) {
    const value = hashes[i] as number;
    kept[count] = value;
    count += ((value >>> 1) - half) >>> 31;
  }
  return count;
}

/** The k smallest distinct of `values[0 .. count)`, all of which are below `limit`. */
function readAscending(
  values: Int32Array,
  count: number,
  limit: number,
  k: number,
  into: Uint32Array,
): number {
  if (count > MAX_VALUES) return takeDistinct(Uint32Array.from(values.subarray(0, count)).sort(), k, into);
  const limitBits = HASH_BITS - Math.clz32(limit - 1);
  const slotBits = Math.min(MAX_SLOT_BITS, HASH_BITS - Math.clz32(count) + SPARE_SLOT_BITS);
  slots.fill(FREE, 0, (1 << slotBits) + count + 1);
  const wanted = Math.min(k, fillSlots(values, count, Math.max(0, limitBits - slotBits)));
  let found = 0;
  for (let slot = 0; found < wanted; slot++) {
    const value = slots[slot] as number;
    into[found] = value;
    // One more unless the slot is free: the sign bit of x or -x is set for any x but zero.
    const taken = value ^ FREE;
    found += (taken | -taken) >>> 31;
  }
  if (found < k && values.subarray(0, count).includes(FREE | 0)) into[found++] = FREE;
  return found;
}

/** Puts each value where its bits from `shift` up point, or behind; returns how many distinct ones there are. */
function fillSlots(values: Int32Array, count: number, shift: number): number {
  let distinct = 0;
  for (let i = 0; i < count; i++) {
    let value = (values[i] as number) >>> 0;
    let slot = value >>> shift;
    let there = slots[slot] as number;
    while (there < value) there = slots[++slot] as number;
    if (there === value) continue;
    distinct++;
    while (there !== FREE) {
      slots[slot] = value;
      value = there;
      there = slots[++slot] as number;
    }
    slots[slot] = value;
  }
  return distinct;
}

function takeDistinct(ascending: Uint32Array, k: number, into: Uint32Array): number {
  let distinct = 0;
  for (let i = 0; i < ascending.length && distinct < k; i++) {
    if (distinct > 0 && ascending[i] === into[distinct - 1]) continue;
    into[distinct++] = ascending[i] as number;
  }
  return distinct;
}
