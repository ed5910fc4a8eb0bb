/* What both indexes show in the same way. */
import type { ArticleId, ClusterId, ComparedArticle } from "../model.ts";
import type { ClusterView, PairEvidence } from "./cluster-index.ts";
import type { PairDecision } from "./compare.ts";
import { strengthOf } from "./evidence-line.ts";

/** An article that stands alone is a cluster under its own id. */
export const loneName = (articleId: ArticleId): ClusterId => articleId as string as ClusterId;

/** Strongest first, then by id. */
export function byStrength(a: PairEvidence, b: PairEvidence): number {
  return strengthOf(b.evidence) - strengthOf(a.evidence) || (a.other < b.other ? -1 : 1);
}

/**
 * The strongest pair that makes one cluster of two: what an article is told that a copy was quicker to unite.
 * @param pairs strongest first @returns undefined where they are forgotten
 */
export const strongestEdge = (
  pairs: readonly PairEvidence[],
  isEdge: PairDecision["isEdge"],
): PairEvidence | undefined => pairs.find(({ evidence }) => isEdge(evidence));

/** How an article that stands alone looks as a cluster. */
export function loneView(
  article: Pick<ComparedArticle, "articleId" | "publisher" | "datePublished">,
  placedAt: number,
): ClusterView {
  const { articleId, publisher, datePublished } = article;
  return {
    clusterId: loneName(articleId),
    memberCount: 1,
    publisherCount: publisher === null ? 0 : 1,
    representative: articleId,
    earliest: datePublished,
    latest: datePublished,
    firstAt: placedAt,
    lastAt: placedAt,
    version: 0,
    members: [{ articleId, publisher, datePublished, joinedTo: null, evidence: null }],
  };
}
