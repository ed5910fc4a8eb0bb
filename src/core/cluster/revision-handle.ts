/*
 * Short names of revisions within the index. A RevisionId has 64 bits and stands in the lists of some 17
 * anchors; 32 bits are enough to tell the revisions of one window apart, if the few that would share a name
 * step aside [1]:
 *
 *   RevisionId   high 32 bits | low 32 bits
 *   handle       high + probe * (low | 1)   modulo 2^32; probe 0, or the first one whose handle is free
 *
 * Of 8 million revisions one in 540 needs probe 1. Handles are made of hashes, so "the smallest handles"
 * does not depend on the order of arrival but for those.
 * [1] Knuth. The Art of Computer Programming, vol. 3, 6.4, algorithm D (double hashing).
 */
import type { RevisionId } from "../model.ts";

/** 1 to 2^32 - 1; zero is never a handle. Names a living revision within one index. */
export type RevisionHandle = number;

/** Fits into four bits; with 8 million revisions, sixteen taken handles in a row have a chance of 10^-43. */
export const MAX_PROBES = 16;
const RANGE = 2 ** 32;
const HEX = 16;
const WORD_DIGITS = 8;

/** Probes 0, 1, 2 … with their handles; a probe that leads to zero is left out. */
export function* handlesOf(revisionId: RevisionId): Generator<{ probe: number; handle: RevisionHandle }> {
  const high = Number.parseInt(revisionId.slice(0, WORD_DIGITS), HEX);
  const low = lowWordOf(revisionId);
  for (let probe = 0; probe < MAX_PROBES; probe++) {
    const handle = (high + probe * stepOf(low)) % RANGE;
    if (handle !== 0) yield { probe, handle };
  }
}

export function lowWordOf(revisionId: RevisionId): number {
  return Number.parseInt(revisionId.slice(WORD_DIGITS), HEX);
}

/** The revision that got this handle by this probe. @param low `lowWordOf` it */
export function revisionOfHandle(handle: RevisionHandle, probe: number, low: number): RevisionId {
  const high = (((handle - probe * stepOf(low)) % RANGE) + RANGE) % RANGE;
  return [high, low].map((word) => word.toString(HEX).padStart(WORD_DIGITS, "0")).join("") as RevisionId;
}

const stepOf = (low: number): number => (low | 1) >>> 0;
