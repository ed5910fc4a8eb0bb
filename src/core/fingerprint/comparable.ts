import type { Fingerprint, NotComparable } from "../model.ts";

/**
 * Below this a text has too few shingles for a share of them to mean anything: captions, "Read more", and a
 * paragraph of one word repeated. Texts up to twice as long are copies only where they stand in another as a
 * whole. Measured: docs/decisions/0005-pairwise-decision.md.
 */
export const MIN_SHINGLES = 10;

/** Why this article takes part in no comparison; undefined where it does. */
export function notComparable(fingerprint: Fingerprint): NotComparable | undefined {
  if (fingerprint.tokenCount === 0) return "no-words";
  return fingerprint.shingleCount < MIN_SHINGLES ? "too-short" : undefined;
}
