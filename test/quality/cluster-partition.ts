/*
 * Clusters of a whole set by brute force: an anchor map for the candidates, the decision for each of
 * them, union-find for the parts. Slower than an index, and nothing in it can be wrong for another reason.
 */

import { MIN_SHARED_ANCHORS } from "../../src/core/cluster/cluster-index.ts";
import { type MarkedText, markText } from "../../src/core/cluster/decision/marked-text.ts";
import { RULES, type Rules } from "../../src/core/cluster/decision/rules.ts";
import { decideFromMarkedTexts, decideFromRecords, isEdge } from "../../src/core/cluster/decision.ts";
import { notComparable } from "../../src/core/fingerprint/comparable.ts";
import type { Evidence } from "../../src/core/model.ts";
import type { EvaluationText } from "./cluster-data.ts";

const SHINGLE_MULTIPLIER = 0x9e3779b1;
/** Another order of shingles than their own hashes have. */
const ORDER_MULTIPLIER = 0x85ebca6b;
/** Of each text so many 3-shingles are held against those of others. */
const SMALLEST = 16;

/** A set with the exact overlap of any two of its texts. */
export class ComparedSet {
  private readonly marked = new Map<number, MarkedText>();
  private readonly shingles = new Map<number, Set<number>>();

  constructor(
    readonly texts: readonly EvaluationText[],
    private readonly rules: Rules = RULES,
  ) {}

  at(i: number): EvaluationText {
    const text = this.texts[i];
    if (text === undefined) throw new RangeError(`no text ${i} of ${this.texts.length}`);
    return text;
  }

  markedAt(i: number): MarkedText {
    const known = this.marked.get(i) ?? markText(this.at(i).text);
    this.marked.set(i, known);
    return known;
  }

  decide(i: number, j: number): Evidence {
    const a = this.at(i).article;
    const b = this.at(j).article;
    const decision = decideFromRecords(a, b, this.rules);
    if (decision.kind === "decided") return decision.evidence;
    return decideFromMarkedTexts(a, b, this.markedAt(i), this.markedAt(j), this.rules);
  }

  /** Word 3-shingles, the measure that the data's README judges by. */
  shinglesAt(i: number): Set<number> {
    const known = this.shingles.get(i);
    if (known !== undefined) return known;
    const { tokens } = this.markedAt(i);
    const shingles = new Set<number>();
    for (let k = 0; k + 2 < tokens.length; k++) {
      const [first, second, third] = [tokens[k] as number, tokens[k + 1] as number, tokens[k + 2] as number];
      const two = Math.imul(first, SHINGLE_MULTIPLIER) + second;
      shingles.add((Math.imul(two, SHINGLE_MULTIPLIER) + third) | 0);
    }
    this.shingles.set(i, shingles);
    return shingles;
  }

  /** Exact Jaccard index and containment of the smaller, both 0 to 1. */
  overlap(i: number, j: number): { jaccard: number; containment: number } {
    const a = this.shinglesAt(i);
    const b = this.shinglesAt(j);
    const [smaller, larger] = a.size <= b.size ? [a, b] : [b, a];
    let shared = 0;
    for (const shingle of smaller) if (larger.has(shingle)) shared++;
    return {
      jaccard: shared / Math.max(1, a.size + b.size - shared),
      containment: shared / Math.max(1, smaller.size),
    };
  }
}

export interface Partition {
  readonly clusterOf: (i: number) => number;
  readonly clusters: ReadonlyMap<number, readonly number[]>;
}

export function candidatePairs(set: ComparedSet): Array<[number, number]> {
  const holders = new Map<number, number[]>();
  const pairs: Array<[number, number]> = [];
  set.texts.forEach(({ article }, i) => {
    if (notComparable(article.fingerprint) !== undefined) return;
    const shared = new Map<number, number>();
    for (const anchor of article.fingerprint.anchors) {
      const list = holders.get(anchor) ?? [];
      for (const j of list) shared.set(j, (shared.get(j) ?? 0) + 1);
      list.push(i);
      holders.set(anchor, list);
    }
    for (const [j, count] of shared) if (count >= MIN_SHARED_ANCHORS) pairs.push([i, j]);
  });
  return pairs;
}

export function partition(set: ComparedSet): Partition {
  const parents = set.texts.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[i] = root;
    return root;
  };
  for (const [i, j] of candidatePairs(set)) {
    if (rootOf(i) !== rootOf(j) && isEdge(set.decide(i, j))) parents[rootOf(i)] = rootOf(j);
  }
  const clusters = new Map<number, number[]>();
  set.texts.forEach((_, i) => {
    clusters.set(rootOf(i), [...(clusters.get(rootOf(i)) ?? []), i]);
  });
  return { clusterOf: rootOf, clusters };
}

/** Pairs that might reach J >= .5: they share one of the smallest 3-shingles. Few are missed at that J. */
export function similarPairs(set: ComparedSet, minJaccard: number): Array<[number, number]> {
  const holders = new Map<number, number[]>();
  const pairs: Array<[number, number]> = [];
  set.texts.forEach((_, i) => {
    const mixed = [...set.shinglesAt(i)].map((shingle) => Math.imul(shingle, ORDER_MULTIPLIER) >>> 0);
    const seen = new Set<number>();
    for (const value of mixed.sort((x, y) => x - y).slice(0, SMALLEST)) {
      const list = holders.get(value) ?? [];
      for (const j of list) seen.add(j);
      list.push(i);
      holders.set(value, list);
    }
    for (const j of seen) if (set.overlap(i, j).jaccard >= minJaccard) pairs.push([i, j]);
  });
  return pairs;
}
