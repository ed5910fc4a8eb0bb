/*
 * Where runs of n words stand in a text, found by the hash of a run: Karp and Rabin's rolling hash [1] over word
 * hashes, with chained places in two typed arrays.
 *
 *   heads  [ .  7  .  3  . ]     place + 1 of the first run with this hash, 0 for none
 *   next   7 -> 12 -> 40         the next one, later in the text
 *
 * Every match is compared word by word, so a hash that collides costs time only, and MAX_PLACES bounds that.
 * [1] Karp, Rabin. Efficient Randomized Pattern-Matching Algorithms. IBM J. Res. Dev. 31, 1987.
 */

/** Places of one run that are tried: news repeats a sentence twice, a table a row some ten times. */
const MAX_PLACES = 16;
/** 2^32 over the golden ratio, which spreads what it multiplies best (Knuth, vol. 3, 6.4). */
const MULTIPLIER = 0x9e3779b1;
const WORD_BITS = 32;
/** Slots per run: chains then hold one run as a rule. */
const ROOM_PER_RUN = 2;

export const NONE = -1;

export interface LaidOut {
  /** For each word of the other text where it is laid on already, NONE for none. */
  readonly partners: Int32Array;
  /** 1 for each word of this text that is taken. */
  readonly isTaken: Uint8Array;
}

export interface Match {
  readonly at: number;
  readonly length: number;
}

/** How many free words agree from `from` of the one text and `at` of the other on. */
export function matchLength(
  words: Int32Array,
  from: number,
  others: Int32Array,
  at: number,
  { partners, isTaken }: LaidOut,
): number {
  const most = Math.min(words.length - from, others.length - at);
  let length = 0;
  while (
    length < most &&
    words[from + length] === others[at + length] &&
    isTaken[at + length] === 0 &&
    partners[from + length] === NONE
  )
    length++;
  return length;
}

export class PlacesOfRuns {
  private readonly heads: Int32Array;
  private readonly next: Int32Array;
  private readonly shift: number;
  /** MULTIPLIER to the power of length - 1, modulo 2^32. */
  private readonly leading: number;
  /** Hash of the run that was asked for last, and where it began: asking goes from left to right. */
  private askedHash = 0;
  private askedAt = -1;

  /** @param length of the runs, in words */
  constructor(
    private readonly words: Int32Array,
    private readonly length: number,
  ) {
    const runs = Math.max(0, words.length - length + 1);
    const bits = Math.max(1, Math.ceil(Math.log2(runs * ROOM_PER_RUN + 1)));
    this.shift = WORD_BITS - bits;
    this.heads = new Int32Array(2 ** bits);
    this.next = new Int32Array(runs);
    let leading = 1;
    for (let i = 1; i < length; i++) leading = Math.imul(leading, MULTIPLIER);
    this.leading = leading;
    this.fill(runs);
  }

  /**
   * @param due the place in this text at which the match before ended: tried first, and preferred among equals
   * @returns the longest match of at least the runs' length that begins at `at` of the other text
   */
  longestMatch(other: Int32Array, at: number, laid: LaidOut, due: number): Match | undefined {
    if (at + this.length > other.length) return undefined;
    let best = due;
    let bestLength = matchLength(other, at, this.words, due, laid);
    let place = this.heads[this.slotOf(this.hashAt(other, at))] as number;
    for (let tried = 0; place > 0 && tried < MAX_PLACES; tried++, place = this.next[place - 1] as number) {
      const length = matchLength(other, at, this.words, place - 1, laid);
      if (length <= bestLength) continue;
      [best, bestLength] = [place - 1, length];
    }
    return bestLength >= this.length ? { at: best, length: bestLength } : undefined;
  }

  /** From the last run to the first, so that chains lead from the first to the last. */
  private fill(runs: number): void {
    const hashes = new Int32Array(runs);
    for (let at = 0, hash = 0; at < runs; at++) {
      hash = at === 0 ? this.hashOf(this.words, 0) : this.roll(hash, this.words, at);
      hashes[at] = hash;
    }
    for (let at = runs - 1; at >= 0; at--) {
      const slot = this.slotOf(hashes[at] as number);
      this.next[at] = this.heads[slot] as number;
      this.heads[slot] = at + 1;
    }
  }

  private hashAt(other: Int32Array, at: number): number {
    const isNext = at > 0 && this.askedAt === at - 1;
    this.askedHash = isNext ? this.roll(this.askedHash, other, at) : this.hashOf(other, at);
    this.askedAt = at;
    return this.askedHash;
  }

  private hashOf(words: Int32Array, at: number): number {
    let hash = 0;
    for (let i = at; i < at + this.length; i++)
      hash = (Math.imul(hash, MULTIPLIER) + (words[i] as number)) | 0;
    return hash;
  }

  /** The hash of the run at `at` from that of the run before it. */
  private roll(hash: number, words: Int32Array, at: number): number {
    const without = hash - Math.imul(words[at - 1] as number, this.leading);
    return (Math.imul(without, MULTIPLIER) + (words[at + this.length - 1] as number)) | 0;
  }

  /** Fibonacci hashing (Knuth, vol. 3, 6.4): the top bits of a product. */
  private slotOf(hash: number): number {
    return Math.imul(hash, MULTIPLIER) >>> this.shift;
  }
}
