/*
 * The integer hashes of the kernel. All arithmetic is 32-bit (`Math.imul`, `|0`): V8 keeps such values
 * in registers, where BigInt would allocate for each step.
 * [1] FNV-1a, draft-eastlake-fnv.  [2] Appleby, MurmurHash3 `fmix32`.
 */

/** FNV-1a offset basis [1]: the hash of no letters. */
export const EMPTY_HASH = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
/** Brings the high half down after each letter, since FNV alone leaves the low bits weak. */
const HIGH_HALF_SHIFT = 15;

/** Hash of a word after one more letter. */
export function mixLetter(hash: number, letter: number): number {
  const mixed = Math.imul(hash ^ letter, FNV_PRIME);
  return mixed ^ (mixed >>> HIGH_HALF_SHIFT);
}

/** A number by which ids are put in an order, or in halves, that has nothing to do with how they came; int32. */
export function hashOfId(id: string): number {
  let hash = EMPTY_HASH;
  for (const letter of id) hash = mixLetter(hash, letter.codePointAt(0) ?? 0);
  return spreadBits(hash);
}

/** Spreads every input bit over all 32 output bits; a bijection [2]. */
export function spreadBits(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
