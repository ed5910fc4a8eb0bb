/* Word 4-shingles of a marked text, as the comparison of passages counts them. */

export const SHINGLE_WORDS = 4;
const MULTIPLIER = 0x9e3779b1;

/** Hash of the shingle that begins at a token; it must not reach beyond the last. */
export function shingleAt(tokens: Int32Array, at: number): number {
  let hash = 0;
  for (let i = at; i < at + SHINGLE_WORDS; i++)
    hash = (Math.imul(hash, MULTIPLIER) + (tokens[i] as number)) | 0;
  return hash;
}
