/*
 * Word 4-shingles: every run of four tokens, as two independent 32-bit hashes ("lanes").
 *
 *   tokens    t0 t1 t2 t3 t4 ...
 *   shingles  [t0 t1 t2 t3] [t1 t2 t3 t4] ...        lane(i) = spread(((t0 P + t1) P + t2) P + t3)
 *
 * Four words in the same order are hardly ever shared by chance, yet an edit of one word spoils only four
 * shingles [1]. The low lane also feeds anchors and sketch; both lanes feed the 64-bit simhash.
 * [1] Broder, Glassman, Manasse, Zweig. Syntactic Clustering of the Web. WWW 1997.
 */
import { spreadBits } from "./hashing.ts";
import type { Tokeniser } from "./tokens.ts";

export const SHINGLE_WORDS = 4;
const INITIAL_CAPACITY = 1 << 14;
/** Odd multipliers (golden ratio and sqrt(2) fractions), so that each step is a bijection of 32 bits. */
const LOW_MULTIPLIER = 0x9e3779b1;
const HIGH_MULTIPLIER = 0x6a09e667;
/** Keeps a text of zeros from hashing to zero in both lanes. */
const HIGH_OFFSET = 0x3c6ef372;

/** Shingle hashes of the last text, reused from text to text. */
export class ShingleLanes {
  low = new Int32Array(INITIAL_CAPACITY);
  high = new Int32Array(INITIAL_CAPACITY);
  count = 0;

  /** Fills both lanes. A text of one to three tokens has one shingle, padded with zeros. */
  fill(tokens: Tokeniser): void {
    const { hashes, count } = tokens;
    this.count = count === 0 ? 0 : Math.max(1, count - SHINGLE_WORDS + 1);
    if (this.low.length < this.count) {
      this.low = new Int32Array(hashes.length);
      this.high = new Int32Array(hashes.length);
    }
    for (let i = count; i < SHINGLE_WORDS; i++) hashes[i] = 0;
    const { low, high } = this;
    for (let i = 0; i < this.count; i++) {
      const first = hashes[i] as number;
      const second = hashes[i + 1] as number;
      const third = hashes[i + 2] as number;
      const fourth = hashes[i + 3] as number;
      low[i] = spreadBits(combine(first, second, third, fourth, LOW_MULTIPLIER));
      high[i] = spreadBits(combine(first, second, third, fourth, HIGH_MULTIPLIER) + HIGH_OFFSET);
    }
  }
}

function combine(first: number, second: number, third: number, fourth: number, multiplier: number): number {
  const two = (Math.imul(first, multiplier) + second) | 0;
  const three = (Math.imul(two, multiplier) + third) | 0;
  return (Math.imul(three, multiplier) + fourth) | 0;
}
