/* The partition of arriving texts without an index, and what its anchors are worth. */
import { MAX_REVISIONS_PER_ANCHOR } from "../../src/core/cluster/cluster-index.ts";
import { notComparable } from "../../src/core/fingerprint/comparable.ts";
import type { ArticleId } from "../../src/core/model.ts";
import { ComparedSet, candidatePairs, partition } from "./cluster-partition.ts";
import { type ArrivingText, type NamedPartition, namePartition } from "./order-arrivals.ts";

/** As `quality:cluster` finds the clusters it measures. */
export function clustersByBruteForce(texts: readonly ArrivingText[]): {
  readonly pairs: number;
  readonly partition: NamedPartition;
} {
  const set = new ComparedSet(texts);
  const idAt = (i: number): ArticleId => (texts[i] as ArrivingText).article.articleId;
  const groups = [...partition(set).clusters.values()].map((group) => group.map(idAt));
  return { pairs: candidatePairs(set).length, partition: namePartition(groups) };
}

/** Anchors with more texts than an index keeps of one, and how many these are. */
export function fullAnchorsOf(texts: readonly ArrivingText[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { article } of texts) {
    if (notComparable(article.fingerprint)) continue;
    for (const anchor of article.fingerprint.anchors) counts.set(anchor, (counts.get(anchor) ?? 0) + 1);
  }
  return new Map([...counts].filter(([, count]) => count > MAX_REVISIONS_PER_ANCHOR));
}

export function withoutAnchors(
  texts: readonly ArrivingText[],
  left: ReadonlyMap<number, unknown>,
): ArrivingText[] {
  return texts.map((text) => {
    const { article } = text;
    const anchors = article.fingerprint.anchors.filter((anchor) => !left.has(anchor));
    return { ...text, article: { ...article, fingerprint: { ...article.fingerprint, anchors } } };
  });
}
