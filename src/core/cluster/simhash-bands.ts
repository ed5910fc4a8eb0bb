/*
 * Candidates and decision by simhash alone, without anchors, sketches and texts: what the method reaches by
 * itself, for comparison with the rest of this folder.
 *
 * Idea: cut the 64 bits into k + 1 bands. At most k differing bits spoil at most k bands, so two articles
 * within k bits agree on at least one whole band (pigeonhole) [1]:
 *
 *   a   1011001 1110010 0011101 …        k = 8, nine bands of 6 to 8 bits
 *   b   1011001 1010110 0011001 …        bits differ in the second and third band; the first is the same
 *       ======= --^--^- ----^--
 *
 * So whoever shares a band is a candidate, and the Hamming distance of the whole decides: no pair within k
 * bits is missed. The bands lie within the two 32-bit lanes; the theorem does not ask for equal widths.
 * Left out: tables of permuted hashes that cut the number of candidates [1]. Here all articles lie in memory,
 * and comparing two is one XOR; but at k = 8 that is a sixteenth of all pairs: quadratic.
 * [1] Manku, Jain, Das Sarma. Detecting Near-Duplicates for Web Crawling. WWW 2007.
 */
import { notComparable } from "../fingerprint/comparable.ts";
import { hammingDistance } from "../fingerprint/simhash.ts";
import type { ComparedArticle, Evidence, Fingerprint } from "../model.ts";
import type { PairDecision } from "./compare.ts";
import { decideFromRecords } from "./decision.ts";

const LANE_BITS = 32;
/** Two bits a band; past that every article is a candidate of every other. */
export const MAX_SIMHASH_DISTANCE = 31;

interface Band {
  readonly lane: 0 | 1;
  readonly shift: number;
  readonly mask: number;
}

/** @param count 2 to 32 bands over both lanes, as equal in width as these allow */
function bandsOf(count: number): Band[] {
  const inHigh = Math.ceil(count / 2);
  return [...bandsOfLane(0, inHigh), ...bandsOfLane(1, count - inHigh)];
}

function bandsOfLane(lane: 0 | 1, count: number): Band[] {
  return Array.from({ length: count }, (_, i) => {
    const from = Math.floor((i * LANE_BITS) / count);
    const width = Math.floor(((i + 1) * LANE_BITS) / count) - from;
    return { lane, shift: from, mask: 2 ** width - 1 };
  });
}

const bandValue = ({ lane, shift, mask }: Band, { simhash }: Fingerprint): number =>
  ((simhash[lane] >>> shift) & mask) >>> 0;

export class SimhashBands {
  /** For each band, articles by its value, ascending. */
  private readonly tables: ReadonlyArray<ReadonlyMap<number, readonly number[]>>;
  private readonly bands: readonly Band[];
  /** The article that an article was last looked at for. */
  private readonly seenFor: Int32Array;

  /**
   * @param fingerprints undefined for an article that is not compared
   * @param maxDistance bits that may differ, 1 to MAX_SIMHASH_DISTANCE
   * @throws RangeError for another distance
   */
  constructor(
    private readonly fingerprints: ReadonlyArray<Fingerprint | undefined>,
    private readonly maxDistance: number,
  ) {
    if (!Number.isInteger(maxDistance) || maxDistance < 1 || maxDistance > MAX_SIMHASH_DISTANCE) {
      throw new RangeError(`a simhash distance is 1 to ${MAX_SIMHASH_DISTANCE} bits, not ${maxDistance}`);
    }
    this.seenFor = new Int32Array(fingerprints.length).fill(-1);
    this.bands = bandsOf(maxDistance + 1);
    this.tables = this.bands.map((band) => tableOf(band, fingerprints));
  }

  /** @returns articles with lower numbers within the distance, nearest first, then by number */
  of(article: number): number[] {
    const own = this.fingerprints[article];
    if (!own) return [];
    const found: Array<{ other: number; distance: number }> = [];
    for (const [i, band] of this.bands.entries()) {
      for (const other of this.tables[i]?.get(bandValue(band, own)) ?? []) {
        if (other >= article) break;
        if (this.seenFor[other] === article) continue;
        this.seenFor[other] = article;
        const distance = hammingDistance(own.simhash, (this.fingerprints[other] as Fingerprint).simhash);
        if (distance <= this.maxDistance) found.push({ other, distance });
      }
    }
    return found.sort((a, b) => a.distance - b.distance || a.other - b.other).map(({ other }) => other);
  }
}

function tableOf(
  band: Band,
  fingerprints: ReadonlyArray<Fingerprint | undefined>,
): ReadonlyMap<number, readonly number[]> {
  const table = new Map<number, number[]>();
  for (const [article, made] of fingerprints.entries()) {
    if (!made) continue;
    const value = bandValue(band, made);
    const list = table.get(value);
    if (list) list.push(article);
    else table.set(value, [article]);
  }
  return table;
}

/** Within so many bits it is a copy, and nothing else is asked. What else evidence holds is measured, not read. */
export function simhashDecision(maxDistance: number): PairDecision {
  const decide = (a: ComparedArticle, b: ComparedArticle): Evidence => {
    const decision = decideFromRecords(a, b);
    const measured = decision.kind === "decided" ? decision.evidence : decision.sketchEvidence;
    const isComparable = !notComparable(a.fingerprint) && !notComparable(b.fingerprint);
    const isCopy = isComparable && measured.hamming <= maxDistance;
    return { ...measured, guard: undefined, relation: isCopy ? "copy" : "independent", rule: "simhash" };
  };
  return {
    fromRecords: (a, b) => ({ kind: "decided", evidence: decide(a, b) }),
    fromTexts: decide,
    isEdge: ({ relation }) => relation === "copy",
  };
}
