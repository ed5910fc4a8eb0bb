/*
 * MinHash with locality-sensitive hashing, written for the comparison: the usual way to find near-duplicates.
 *
 *   shingles --40 hash functions--> signature: the smallest value of each [1]
 *   20 bands of 2 values: two texts with one band in common are candidates [2]
 *   share of equal values = estimate of the Jaccard index; from a threshold on it is a copy
 *
 * It is given what wirefold's own fingerprint has: the same tokens and 4-shingles.
 * [1] Broder. On the Resemblance and Containment of Documents. SEQUENCES 1997.
 * [2] Leskovec, Rajaraman, Ullman. Mining of Massive Datasets, 3.4.
 */
import { DisjointSets } from "../../src/core/cluster/disjoint-sets.ts";
import { MIN_SHINGLES } from "../../src/core/fingerprint/comparable.ts";
import { spreadBits } from "../../src/core/fingerprint/hashing.ts";
import { ShingleLanes } from "../../src/core/fingerprint/shingles.ts";
import { Tokeniser } from "../../src/core/fingerprint/tokens.ts";

const BANDS = 20;
const ROWS = 2;
const FUNCTIONS = BANDS * ROWS;
/** Odd, so that each function permutes the 32-bit numbers. */
const MULTIPLIERS = Int32Array.from({ length: FUNCTIONS }, (_, i) => spreadBits(i + 1) | 1);
const OFFSETS = Int32Array.from({ length: FUNCTIONS }, (_, i) => spreadBits(~i));
const BAND_MULTIPLIER = 0x9e3779b1;

const tokens = new Tokeniser();
const lanes = new ShingleLanes();

/** The smallest value of each hash function; undefined for a text too short to compare. */
export function minhashSignature(text: string): Uint32Array | undefined {
  tokens.tokenise(text);
  lanes.fill(tokens);
  if (lanes.count < MIN_SHINGLES) return undefined;
  const signature = new Uint32Array(FUNCTIONS);
  const { low, count } = lanes;
  for (let f = 0; f < FUNCTIONS; f++) {
    const multiplier = MULTIPLIERS[f] as number;
    const offset = OFFSETS[f] as number;
    let least = 0xffffffff;
    for (let i = 0; i < count; i++) {
      const value = (Math.imul(low[i] as number, multiplier) + offset) >>> 0;
      if (value < least) least = value;
    }
    signature[f] = least;
  }
  return signature;
}

function bandKey(signature: Uint32Array, band: number): number {
  let key = 0;
  for (let row = 0; row < ROWS; row++) {
    key = spreadBits(Math.imul(key, BAND_MULTIPLIER) + (signature[band * ROWS + row] as number));
  }
  return key;
}

export function shareBand(a: Uint32Array, b: Uint32Array): boolean {
  for (let band = 0; band < BANDS; band++) if (bandKey(a, band) === bandKey(b, band)) return true;
  return false;
}

/** Estimate of the Jaccard index, 0 to 1. */
export function estimatedJaccard(a: Uint32Array, b: Uint32Array): number {
  let equal = 0;
  for (let f = 0; f < FUNCTIONS; f++) if (a[f] === b[f]) equal++;
  return equal / FUNCTIONS;
}

/** Connected parts over all pairs from the threshold on: for each text the number of its part's least text. */
export function clusterByLsh(texts: readonly string[], threshold: number): number[] {
  const signatures = texts.map(minhashSignature);
  const tables = Array.from({ length: BANDS }, () => new Map<number, number[]>());
  const seenFor = new Int32Array(texts.length).fill(-1);
  const sets = new DisjointSets(texts.length);
  for (const [i, signature] of signatures.entries()) {
    if (!signature) continue;
    for (const [band, table] of tables.entries()) {
      const key = bandKey(signature, band);
      const list = table.get(key) ?? [];
      for (const other of list) {
        if (seenFor[other] === i) continue;
        seenFor[other] = i;
        if (sets.find(i) === sets.find(other)) continue;
        if (estimatedJaccard(signature, signatures[other] as Uint32Array) >= threshold) sets.union(i, other);
      }
      list.push(i);
      table.set(key, list);
    }
  }
  const parts: number[] = [];
  for (const group of sets.groups()) for (const text of group) parts[text] = group[0] as number;
  return parts;
}
