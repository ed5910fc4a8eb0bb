/* How an index compares two revisions: by their records, and by their texts where these cannot settle it. */
import type { ComparedArticle, Evidence } from "../model.ts";
import type { ComparedRevision, LoadText } from "./cluster-index.ts";
import { type Decision, decideFromRecords, decideFromTexts, isEdge } from "./decision.ts";

export interface PairDecision {
  fromRecords(a: ComparedArticle, b: ComparedArticle): Decision;
  fromTexts(a: ComparedArticle, b: ComparedArticle, textA: string, textB: string): Evidence;
  /** True where the two belong to one cluster. */
  isEdge(evidence: Evidence): boolean;
}

export const pairDecision: PairDecision = {
  fromRecords: decideFromRecords,
  fromTexts: decideFromTexts,
  isEdge,
};

/**
 * Where a text has expired, the estimate from the sketches stands.
 * @returns evidence with the first revision as side a
 */
export type ComparePair = (a: ComparedRevision, b: ComparedRevision) => Promise<Evidence>;

export function createComparePair(deps: { loadText: LoadText; decide: PairDecision }): ComparePair {
  return async (a, b) => {
    const decision = deps.decide.fromRecords(a.article, b.article);
    if (decision.kind === "decided") return decision.evidence;
    const [textA, textB] = await Promise.all(
      [a, b].map(({ article, revisionId }) => deps.loadText(article.articleId, revisionId)),
    );
    if (textA === undefined || textB === undefined) return decision.sketchEvidence;
    return deps.decide.fromTexts(a.article, b.article, textA, textB);
  };
}
