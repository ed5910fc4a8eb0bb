/*
 * The contract of the near-duplicate index. Two make it true: memory-index.ts (the executable
 * specification) and io/redis/cluster-index.ts (the live one). test/contract runs the same cases on both.
 *
 * The partition is order-free: clusters are the connected parts over all `copy` and `excerpt` edges of
 * all accepted revisions. Only a cluster's *name* is history: the founder's id; where two clusters
 * meet, the one with the lower founding ordinal survives and the other becomes an alias.
 */
import type { ArticleId, ClusterId, ComparedArticle, ContentHash, Evidence, Placement } from "../model.ts";

/** One article in a cluster. */
export interface ClusterMember {
  readonly articleId: ArticleId;
  readonly publisher: string | null;
  readonly datePublished: string | null;
  /** The member it was found to be a copy or excerpt of when it was placed; null for the founder. */
  readonly joinedTo: ArticleId | null;
  readonly evidence: Evidence | null;
}

export interface ClusterView {
  readonly clusterId: ClusterId;
  readonly memberCount: number;
  readonly members: readonly ClusterMember[];
}

/** Gives the clean text of a revision, undefined where it has expired. */
export type LoadText = (articleId: ArticleId, contentHash: ContentHash) => Promise<string | undefined>;

export interface ClusterIndex {
  /** Places one revision. Twice the same changes nothing and answers `already-placed`. */
  place(article: ComparedArticle): Promise<Placement>;
  /** Follows aliases; undefined where the article or cluster was never placed. */
  clusterOf(articleId: ArticleId): Promise<ClusterId | undefined>;
  cluster(clusterId: ClusterId, limit?: number): Promise<ClusterView | undefined>;
  /** Every examined pair of this article with containment >= .25, strongest first. */
  evidenceOf(articleId: ArticleId): Promise<ReadonlyArray<{ other: ArticleId; evidence: Evidence }>>;
  /** Takes an article's revisions out of the index: it attracts no more copies. Never splits a cluster. */
  forget(articleId: ArticleId): Promise<void>;
}
