/*
 * Are two articles the same text? The pairwise decision: a pure function of two stored records and, where
 * these cannot settle it, of the two clean texts.
 *
 *     records --> near-exact? --> sketch --> decided
 *                                    `-----> needs-texts --> passages aligned --> decided
 *
 * Only candidates come here (two shared anchors or more). `decideFromRecords` takes a few microseconds,
 * `decideFromTexts` a few hundred. Both are symmetric in a and b but for the label `shorter`.
 */
import { notComparable } from "../fingerprint/comparable.ts";
import { hammingDistance } from "../fingerprint/simhash.ts";
import type { ComparedArticle, Evidence, Relation } from "../model.ts";
import { guardOf } from "./decision/guards.ts";
import { compareNumbers, compareSketches } from "./decision/sketch-comparison.ts";

export type Decision =
  | { readonly kind: "decided"; readonly evidence: Evidence }
  | { readonly kind: "needs-texts"; readonly sketchEvidence: Evidence };

/** True where the two belong to one cluster. */
export function isEdge(evidence: Evidence): boolean {
  return evidence.relation === "copy" || evidence.relation === "excerpt";
}

const NEAR_EXACT_BITS = 6;
const NEAR_EXACT_SIZE_RATIO = 0.8;
const MIN_SHARED_SHINGLES = 20;
const PARTIAL_CONTAINMENT = 0.25;
const EDGE_CONTAINMENT = 0.45;
const EDGE_COVER = 0.15;
const COPY_COVER = 0.5;

type Measured = Omit<Evidence, "relation" | "rule" | "guard">;

export function decideFromRecords(a: ComparedArticle, b: ComparedArticle): Decision {
  const measured = measure(a, b);
  const decided = (relation: Relation, rule: string): Decision => ({
    kind: "decided",
    evidence: { ...measured, relation, rule },
  });
  if (a.fingerprint.version !== b.fingerprint.version) return decided("independent", "versions-differ");
  if (notComparable(a.fingerprint) !== undefined || notComparable(b.fingerprint) !== undefined) {
    return decided("independent", "not-comparable");
  }
  if (isNearExact(a, b, measured)) return decided("copy", "near-exact");
  if (measured.sharedShingles < MIN_SHARED_SHINGLES || measured.containment < PARTIAL_CONTAINMENT) {
    return decided("independent", "little-shared");
  }
  const guard = guardOf(a, b, measured);
  if (guard !== undefined) {
    return { kind: "decided", evidence: { ...measured, relation: "partial", rule: "guard", guard } };
  }
  if (measured.containment < EDGE_CONTAINMENT || measured.cover < EDGE_COVER) {
    return decided("partial", "sketch");
  }
  return decided(measured.cover >= COPY_COVER ? "copy" : "excerpt", "sketch");
}

export function decideFromTexts(
  a: ComparedArticle,
  b: ComparedArticle,
  textA: string,
  textB: string,
): Evidence {
  void textA;
  void textB;
  const decision = decideFromRecords(a, b);
  return decision.kind === "decided" ? decision.evidence : decision.sketchEvidence;
}

function isNearExact(a: ComparedArticle, b: ComparedArticle, measured: Measured): boolean {
  if (measured.hamming > NEAR_EXACT_BITS) return false;
  const [shorter, longer] = [a.fingerprint.shingleCount, b.fingerprint.shingleCount].sort((x, y) => x - y);
  if ((shorter ?? 0) < NEAR_EXACT_SIZE_RATIO * (longer ?? 0)) return false;
  return measured.numberOverlap === null || measured.numberOverlap >= NEAR_EXACT_SIZE_RATIO;
}

function measure(a: ComparedArticle, b: ComparedArticle): Measured {
  const { shareOfA, shareOfB, sharedShingles } = compareSketches(a.fingerprint, b.fingerprint);
  const shorter = shorterOf(a, b);
  return {
    hamming: hammingDistance(a.fingerprint.simhash, b.fingerprint.simhash),
    containment: shorter === "a" ? shareOfA : shareOfB,
    cover: shorter === "a" ? shareOfB : shareOfA,
    sharedShingles,
    numberOverlap: compareNumbers(a.fingerprint, b.fingerprint),
    shorter,
  };
}

/** Fewer shingles, then fewer tokens, then the lower id: the same side whichever comes first. */
function shorterOf(a: ComparedArticle, b: ComparedArticle): "a" | "b" {
  const byShingles = a.fingerprint.shingleCount - b.fingerprint.shingleCount;
  const byTokens = byShingles === 0 ? a.fingerprint.tokenCount - b.fingerprint.tokenCount : byShingles;
  if (byTokens !== 0) return byTokens < 0 ? "a" : "b";
  return a.articleId <= b.articleId ? "a" : "b";
}
