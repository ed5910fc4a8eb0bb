/*
 * The contract of the near-duplicate index. Two make it true: memory-index.ts (the executable
 * specification) and io/redis/cluster-index.ts (the live one). test/contract runs the same cases on both.
 *
 * The partition is order-free: clusters are the connected parts over all `copy` and `excerpt` edges of
 * all accepted revisions. An edge is a pure function of two records: at least two shared anchors and the
 * decision. Only a cluster's *name* is history: every article gets an ordinal when it is first placed, and
 * a cluster bears the id of its member with the lowest one, its founder. So where two clusters meet, the
 * one founded first survives, and every former name still answers: it is the id of a member.
 */
import type {
  ArticleId,
  ArticleRevision,
  ClusterId,
  ComparedArticle,
  Evidence,
  Placement,
  RevisionId,
} from "../model.ts";

/** One article in a cluster. What it tells is as of the moment it became a member. */
export interface ClusterMember {
  readonly articleId: ArticleId;
  readonly publisher: string | null;
  readonly datePublished: string | null;
  /**
   * The article it was found to be a copy or excerpt of; null for a founder. An article that stood alone
   * and became a member through another names that other one.
   */
  readonly joinedTo: ArticleId | null;
  readonly evidence: Evidence | null;
}

export interface ClusterSummary {
  readonly clusterId: ClusterId;
  readonly memberCount: number;
  /** Registrable domains; exact up to MAX_COUNTED_PUBLISHERS, then stays there. */
  readonly publisherCount: number;
  readonly representative: ArticleId;
  /** Earliest and latest datePublished of the members, as they spell it; null where none is known. */
  readonly earliest: string | null;
  readonly latest: string | null;
  /** When the first and the latest member (or revision of one) was placed, ms since epoch. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** Number of events so far; 0 for an article that stands alone. */
  readonly version: number;
}

export interface ClusterView extends ClusterSummary {
  /** At most the `limit` asked for; founders before those who joined them. */
  readonly members: readonly ClusterMember[];
}

/** A revision as an index compares it. */
export interface ComparedRevision {
  readonly article: ComparedArticle;
  readonly revisionId: RevisionId;
}

/** A revision with the moment it came into the index. */
export interface PlacedRevision extends ComparedRevision {
  readonly article: ArticleRevision;
  /** ms since epoch. */
  readonly placedAt: number;
}

/** Gives the clean text of a revision, undefined where it has expired. */
export type LoadText = (articleId: ArticleId, revisionId: RevisionId) => Promise<string | undefined>;

export interface PairEvidence {
  readonly other: ArticleId;
  readonly evidence: Evidence;
}

export interface RecentClustersQuery {
  /** Least number of members, at least 2: an article that stands alone is no cluster. */
  readonly minSize?: number;
  /** Clusters whose last activity was at or after this moment, ms since epoch. */
  readonly since?: number;
  readonly limit?: number;
}

/** Members of one cluster that are named: all, but for a story in thousands of copies. */
export const DEFAULT_MEMBER_LIMIT = 1_000;
/** Clusters: what a person looks through. */
export const DEFAULT_RECENT_LIMIT = 100;

/** An anchor keeps this many revisions, those with the smallest ids; below it every edge is found. */
export const MAX_REVISIONS_PER_ANCHOR = 512;
/** Two texts with fewer anchors in common are not compared. */
export const MIN_SHARED_ANCHORS = 2;
/** Pairs with less in common leave no evidence behind. */
export const MIN_KEPT_CONTAINMENT = 0.25;
/** An article keeps its strongest pairs only: what a person can read, and bounded for a story in 100,000 copies. */
export const MAX_EVIDENCE_PER_ARTICLE = 32;
/** Outlets of one agency story are a few hundred; each more costs 15 bytes in every summary that is read. */
export const MAX_COUNTED_PUBLISHERS = 512;

export interface ClusterIndex {
  /** Places one revision. Twice the same changes nothing and answers `already-placed`. */
  place(article: ArticleRevision): Promise<Placement>;
  /** Follows former names; undefined where the article was never placed, or stood alone and was forgotten. */
  clusterOf(articleId: ArticleId): Promise<ClusterId | undefined>;
  /** Answers to former names, too. @param limit members to name, default DEFAULT_MEMBER_LIMIT */
  cluster(clusterId: ClusterId, limit?: number): Promise<ClusterView | undefined>;
  /** Clusters of two members and more, latest activity first. */
  recentClusters(query?: RecentClustersQuery): Promise<readonly ClusterSummary[]>;
  /**
   * The strongest examined pairs of this article with containment >= .25, strongest first. Kept until its
   * latest revision leaves the index.
   */
  evidenceOf(articleId: ArticleId): Promise<readonly PairEvidence[]>;
  /**
   * Takes an article's revisions out of the index: it attracts no more copies. Never splits a cluster. Its exact texts
   * stay known as those of an article that has expired do: forgetting never makes them news again.
   */
  forget(articleId: ArticleId): Promise<void>;
  /**
   * One bounded step of expiry: takes out at most `limit` revisions placed more than the window before
   * `now`, of whose texts a note stays (text-notes.ts); when none is left, clusters without activity for longer
   * than tombstones are kept, with all their members, which are then as if never placed. The Redis index sweeps
   * whole hours, an hour later, since clocks may be apart: a revision may stay up to two hours longer. It takes a large
   * cluster in several steps.
   * @returns how many entries were handled; call again until 0
   */
  sweepExpired(now: number, limit: number): Promise<number>;
  /** Times an anchor was found full, so that completeness was no longer promised for the revision. */
  fullAnchors(): Promise<number>;
}
