/*
 * Charikar's simhash: one bit per position, decided by the majority over all features' hashes [1].
 * Two texts that share most shingles differ in few bits, so nearness is one XOR and a count of ones.
 *
 *   feature hashes   1 0 1 1
 *                    1 1 0 1        Bit by bit: more ones than zeros -> 1, else (also at a tie) -> 0.
 *                    0 1 1 1        Each feature's hash is Jenkins' lookup3 [2] of its four bytes, as the
 *   simhash          1 1 1 1        npm package simhash-js computes it; reference.ts holds the two together.
 *
 * Speed: 32 counters per lane would mean 32 additions per feature. Here the counters stand upright: word j
 * of `counts` holds bit j of all 32 counters, and a carry-save adder takes eight hashes at once [3]. The carries
 * of all these eights are added in the same way to the next three words, and so on:
 *
 *     407 hashes -> counts[0..2] + 51 carries -> counts[3..5] + 7 carries -> counts[6..8]
 *
 * Left out: weights per feature (tf-idf needs a corpus and would make the hash depend on its moment).
 * [1] Charikar. Similarity Estimation Techniques from Rounding Algorithms. STOC 2002.
 * [2] Jenkins. lookup3.c, 2006.
 * [3] Harley-Seal, in Warren. Hacker's Delight, 2nd ed., section 5-1.
 */

/** lookup3's start value plus the length of the message, which is always four bytes. */
const SEED = (0xdeadbeef + 4) | 0;
const WORD_BITS = 32;
/** Upright counters of 24 bits: more features than a text of `MAX_CODE_UNITS` can have. */
const COUNTER_BITS = 24;
const BATCH = 8;
/** Eight one-bit numbers fill three counter bits and carry into the fourth. */
const BATCH_BITS = 3;
/** Features that are hashed, then counted: few enough to stay in the processor's nearest memory. */
const BLOCK = 512;

const counts = new Int32Array(COUNTER_BITS);
const addends = new Int32Array(BLOCK);

/** The package's rotation: an arithmetic shift, so not quite a rotation. Kept, since the bits must agree. */
function skewedRotate(value: number, bits: number): number {
  return (value << bits) | (value >> (32 - bits));
}

/** lookup3 of the four little-endian bytes of `feature`, the package's way. */
export function lookup3(feature: number): number {
  let a = (feature + SEED) | 0;
  let b = SEED;
  let c = SEED;
  c ^= b;
  c = (c - skewedRotate(b, 14)) | 0;
  a ^= c;
  a = (a - skewedRotate(c, 11)) | 0;
  b ^= a;
  b = (b - skewedRotate(a, 25)) | 0;
  c ^= b;
  c = (c - skewedRotate(b, 16)) | 0;
  a ^= c;
  a = (a - skewedRotate(c, 4)) | 0;
  b ^= a;
  b = (b - skewedRotate(a, 14)) | 0;
  c ^= b;
  return (c - skewedRotate(b, 24)) | 0;
}

/**
 * One 32-bit lane of the simhash.
 * @param features int32 feature hashes; each counts as often as it occurs
 * @param length how many of them count
 * @returns int32; 0 for no features
 */
export function simhashLane(features: Int32Array, length: number): number {
  const counterBits = WORD_BITS - Math.clz32(length);
  for (let bit = 0; bit < COUNTER_BITS; bit++) counts[bit] = 0;
  for (let from = 0; from < length; from += BLOCK) {
    let size = Math.min(BLOCK, length - from);
    for (let i = 0; i < size; i++) addends[i] = lookup3(features[from + i] as number);
    for (let bit = 0; bit < counterBits; bit += BATCH_BITS) size = addToCounters(size, bit);
  }
  return majority(length, counterBits);
}

/** Carry of adding three one-bit numbers; their sum is the XOR of the three. */
function carryOf(x: number, y: number, z: number): number {
  return (x & y) | ((x ^ y) & z);
}

/**
 * Adds `addends[0 .. size)` to three bits of the counters, from `lowest` up. The carries become the addends of
 * the next three.
 * @returns how many carries there are
 */
function addToCounters(size: number, lowest: number): number {
  const batches = (size + BATCH - 1) >>> BATCH_BITS;
  for (let i = size; i < batches * BATCH; i++) addends[i] = 0;
  let ones = counts[lowest] as number;
  let twos = counts[lowest + 1] as number;
  let fours = counts[lowest + 2] as number;
  for (let batch = 0; batch < batches; batch++) {
    const i = batch * BATCH;
    const f0 = addends[i] as number;
    const f1 = addends[i + 1] as number;
    const twosA = carryOf(ones, f0, f1);
    ones ^= f0 ^ f1;
    const f2 = addends[i + 2] as number;
    const f3 = addends[i + 3] as number;
    const twosB = carryOf(ones, f2, f3);
    ones ^= f2 ^ f3;
    const foursA = carryOf(twos, twosA, twosB);
    twos ^= twosA ^ twosB;
    const f4 = addends[i + 4] as number;
    const f5 = addends[i + 5] as number;
    const twosC = carryOf(ones, f4, f5);
    ones ^= f4 ^ f5;
    const f6 = addends[i + 6] as number;
    const f7 = addends[i + 7] as number;
    const twosD = carryOf(ones, f6, f7);
    ones ^= f6 ^ f7;
    const foursB = carryOf(twos, twosC, twosD);
    twos ^= twosC ^ twosD;
    addends[batch] = carryOf(fours, foursA, foursB);
    fours ^= foursA ^ foursB;
  }
  counts[lowest] = ones;
  counts[lowest + 1] = twos;
  counts[lowest + 2] = fours;
  return batches;
}

/** Bits whose counter is above half of `length`: all 32 compared at once, from the highest counter bit. */
function majority(length: number, counterBits: number): number {
  const half = length >>> 1;
  let greater = 0;
  let equal = -1;
  for (let bit = counterBits - 1; bit >= 0; bit--) {
    const limit = (half >>> bit) & 1 ? -1 : 0;
    const word = counts[bit] as number;
    greater |= equal & word & ~limit;
    equal &= ~(word ^ limit);
  }
  return greater;
}

function countOnes(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Bits in which two 64-bit simhashes differ, 0 to 64. */
export function hammingDistance(
  a: readonly [high: number, low: number],
  b: readonly [high: number, low: number],
): number {
  return countOnes(a[0] ^ b[0]) + countOnes(a[1] ^ b[1]);
}
