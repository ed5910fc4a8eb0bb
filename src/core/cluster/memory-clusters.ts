/*
 * The clusters of the in-memory index, and what happens when parts meet. Synchronous, so that one call
 * is one atomic step, as the place script is in Redis.
 *
 *   before      [A]   [C D]   [N]      ordinals A=1, C=2, D=3, N=4; N was found to be a copy of A and of C
 *   after       [A N C D]              named after A; "C" still answers, since C is a member
 */
import type { ArticleId, ClusterId, ComparedArticle, Evidence, RevisionId } from "../model.ts";
import {
  type ClusterMember,
  type ClusterSummary,
  MAX_COUNTED_PUBLISHERS,
  type PlacedRevision,
} from "./cluster-index.ts";
import { loneName } from "./cluster-view.ts";
import { type ClusterEvent, EVENT_SCHEMA_VERSION } from "./events.ts";
import { flipEvidence } from "./evidence-line.ts";
import { countPublishers, type RepresentativeCriterion, representativeRank } from "./representative.ts";

/** What uniting takes of an article: of one that has left the index, as a note tells it (text-notes.ts). */
export interface KnownArticle {
  readonly article: ComparedArticle;
  /** ms since epoch. */
  readonly placedAt: number;
}

/** A comparison that makes one cluster of two: `to` is the stored side. */
export interface Edge {
  readonly to: KnownArticle;
  /** With the placed article as side a. */
  readonly evidence: Evidence;
}

/** Two members and more. */
interface Cluster {
  readonly clusterId: ClusterId;
  readonly ordinal: number;
  members: ClusterMember[];
  rank: string;
  firstAt: number;
  lastAt: number;
  version: number;
}

/** An article that was placed. */
interface Node {
  readonly articleId: ArticleId;
  readonly ordinal: number;
  readonly accepted: RevisionId[];
  /** Null while it stands alone. */
  cluster: Cluster | null;
}

/** A part that takes part in a union: a cluster, or an article that stood alone with what is known of it. */
interface Part {
  readonly ordinal: number;
  readonly cluster: Cluster | null;
  readonly node: Node;
  readonly revision: KnownArticle;
  readonly joinedTo: ArticleId;
  /** With the part's article as side a. */
  readonly evidence: Evidence;
}

type EventDetail = ClusterEvent extends infer E
  ? E extends ClusterEvent
    ? Omit<E, "id" | "schemaVersion" | "occurredAt" | "clusterId" | "clusterVersion" | "memberCount">
    : never
  : never;

export interface MemoryClustersDeps {
  readonly order: readonly RepresentativeCriterion[];
  readonly emit: (event: ClusterEvent) => void;
}

export class MemoryClusters {
  private readonly nodes = new Map<ArticleId, Node>();
  private readonly clusters = new Map<ClusterId, Cluster>();
  private lastOrdinal = 0;

  constructor(private readonly deps: MemoryClustersDeps) {}

  isAccepted(revision: PlacedRevision): boolean {
    return this.nodes.get(revision.article.articleId)?.accepted.includes(revision.revisionId) === true;
  }

  revisionsOf(articleId: ArticleId): readonly RevisionId[] {
    return this.nodes.get(articleId)?.accepted ?? [];
  }

  nameOf(articleId: ArticleId): ClusterId | undefined {
    const node = this.nodes.get(articleId);
    return node && (node.cluster?.clusterId ?? loneName(articleId));
  }

  /** Undefined where the article is not known. Never given twice. */
  ordinalOf(articleId: ArticleId): number | undefined {
    return this.nodes.get(articleId)?.ordinal;
  }

  isMember(articleId: ArticleId): boolean {
    return (this.nodes.get(articleId)?.cluster ?? null) !== null;
  }

  /** Clusters of two members and more, in no order. */
  all(): ClusterSummary[] {
    return [...this.clusters.values()].map(summaryOf);
  }

  /** Undefined for an article that stands alone. */
  view(clusterId: ClusterId): (ClusterSummary & { members: readonly ClusterMember[] }) | undefined {
    const cluster = this.clusters.get(clusterId);
    return cluster && { ...summaryOf(cluster), members: cluster.members };
  }

  /**
   * Accepts a revision and unites what its edges connect.
   * @param edges strongest first
   */
  place(placed: PlacedRevision, edges: readonly Edge[]): "founded" | "joined" | "revised" | "already-placed" {
    for (const edge of edges) this.nodeOf(edge.to.article.articleId);
    const isFirst = this.revisionsOf(placed.article.articleId).length === 0;
    const isNew = !this.isAccepted(placed);
    const node = this.nodeOf(placed.article.articleId);
    if (isNew) node.accepted.push(placed.revisionId);
    const parts = this.partsOf(node, placed, edges);
    if (parts.length > 1) {
      this.unite(parts, placed.placedAt);
      return "joined";
    }
    // Without parts to unite: another placing, of a copy, was faster.
    const isInOlder = this.nameOf(node.articleId) !== loneName(node.articleId);
    if (isFirst) return edges.length > 0 || isInOlder ? "joined" : "founded";
    if (!isNew) return "already-placed";
    this.noteRevision(node, placed);
    return "revised";
  }

  /** An article that stands alone is no longer known; a member stays one. */
  forget(articleId: ArticleId): void {
    if (this.nodes.get(articleId)?.cluster === null) this.nodes.delete(articleId);
  }

  /**
   * Forgets clusters whose last activity was before this moment, with all their members.
   * @param limit members, about: a cluster goes as a whole
   * @returns the articles that are no longer known
   */
  dissolve(before: number, limit: number): ArticleId[] {
    const dissolved: ArticleId[] = [];
    for (const { clusterId, lastAt, members } of this.clusters.values()) {
      if (dissolved.length >= limit || lastAt >= before) continue;
      dissolved.push(...members.map(({ articleId }) => articleId));
      this.clusters.delete(clusterId);
    }
    for (const articleId of dissolved) this.nodes.delete(articleId);
    return dissolved;
  }

  private nodeOf(articleId: ArticleId): Node {
    const known = this.nodes.get(articleId);
    if (known) return known;
    this.lastOrdinal++;
    const node: Node = { articleId, ordinal: this.lastOrdinal, accepted: [], cluster: null };
    this.nodes.set(articleId, node);
    return node;
  }

  /** The placed article's own part, then every other part its edges reach, each once. */
  private partsOf(own: Node, placed: PlacedRevision, edges: readonly Edge[]): Part[] {
    const seen = new Set<Cluster | Node>([own.cluster ?? own]);
    const others: Part[] = [];
    for (const { to, evidence } of edges) {
      const node = this.nodeOf(to.article.articleId);
      const key = node.cluster ?? node;
      if (seen.has(key)) continue;
      seen.add(key);
      const joinedTo = placed.article.articleId;
      others.push(part(node, to, joinedTo, flipEvidence(evidence)));
    }
    const strongest = edges[0];
    if (others.length === 0 || strongest === undefined) return [];
    return [part(own, placed, strongest.to.article.articleId, strongest.evidence), ...others];
  }

  private unite(parts: readonly Part[], now: number): void {
    const founding = parts.reduce((least, other) => (other.ordinal < least.ordinal ? other : least));
    const survivor = founding.cluster ?? this.found(founding, now);
    for (const other of parts) {
      if (other === founding) continue;
      if (other.cluster === null) this.addArticle(survivor, other, now);
      else this.merge(survivor, other.cluster, now);
    }
  }

  private found({ node, revision }: Part, now: number): Cluster {
    const { articleId, publisher, datePublished } = revision.article;
    const cluster: Cluster = {
      clusterId: loneName(articleId),
      ordinal: node.ordinal,
      members: [{ articleId, publisher, datePublished, joinedTo: null, evidence: null }],
      rank: this.rankOf(revision),
      firstAt: revision.placedAt,
      lastAt: now,
      version: 0,
    };
    node.cluster = cluster;
    this.clusters.set(cluster.clusterId, cluster);
    this.emit(cluster, { type: "cluster.founded", subject: articleId }, now);
    return cluster;
  }

  private addArticle(cluster: Cluster, { node, revision, joinedTo, evidence }: Part, now: number): void {
    const { articleId, publisher, datePublished } = revision.article;
    cluster.members.push({ articleId, publisher, datePublished, joinedTo, evidence });
    node.cluster = cluster;
    cluster.rank = least(cluster.rank, this.rankOf(revision));
    cluster.firstAt = Math.min(cluster.firstAt, revision.placedAt);
    this.emit(cluster, { type: "article.joined", subject: articleId, joinedTo, evidence }, now);
  }

  private merge(survivor: Cluster, loser: Cluster, now: number): void {
    for (const { articleId } of loser.members) this.nodeOf(articleId).cluster = survivor;
    survivor.members = [...survivor.members, ...loser.members];
    survivor.rank = least(survivor.rank, loser.rank);
    survivor.firstAt = Math.min(survivor.firstAt, loser.firstAt);
    this.clusters.delete(loser.clusterId);
    this.emit(survivor, { type: "cluster.merged", subject: loser.clusterId }, now);
  }

  private noteRevision({ articleId, cluster }: Node, placed: PlacedRevision): void {
    if (cluster) {
      cluster.rank = least(cluster.rank, this.rankOf(placed));
      this.emit(cluster, { type: "article.revised", subject: articleId }, placed.placedAt);
      return;
    }
    this.deps.emit({
      id: `${articleId}-${placed.revisionId}`,
      schemaVersion: EVENT_SCHEMA_VERSION,
      type: "article.revised",
      subject: articleId,
      occurredAt: placed.placedAt,
      clusterId: loneName(articleId),
      clusterVersion: 0,
      memberCount: 1,
    });
  }

  private rankOf({ article }: KnownArticle): string {
    const { tokenCount } = article.fingerprint;
    return representativeRank({ ...article, tokenCount }, this.deps.order);
  }

  private emit(cluster: Cluster, detail: EventDetail, now: number): void {
    cluster.version++;
    cluster.lastAt = Math.max(cluster.lastAt, now);
    this.deps.emit({
      id: `${cluster.clusterId}-${cluster.version}`,
      schemaVersion: EVENT_SCHEMA_VERSION,
      occurredAt: now,
      clusterId: cluster.clusterId,
      clusterVersion: cluster.version,
      memberCount: cluster.members.length,
      ...detail,
    });
  }
}

const least = (a: string, b: string): string => (a < b ? a : b);

function part(node: Node, revision: KnownArticle, joinedTo: ArticleId, evidence: Evidence): Part {
  return {
    ordinal: node.cluster?.ordinal ?? node.ordinal,
    cluster: node.cluster,
    node,
    revision,
    joinedTo,
    evidence,
  };
}

function summaryOf(cluster: Cluster): ClusterSummary {
  const dates = cluster.members.flatMap((member) => member.datePublished ?? []).sort();
  const publishers = countPublishers(cluster.members.map((member) => member.publisher));
  return {
    clusterId: cluster.clusterId,
    memberCount: cluster.members.length,
    publisherCount: Math.min(publishers, MAX_COUNTED_PUBLISHERS),
    // The rank ends with the ArticleId.
    representative: cluster.rank.slice(cluster.rank.lastIndexOf(":") + 1) as ArticleId,
    earliest: dates[0] ?? null,
    latest: dates.at(-1) ?? null,
    firstAt: cluster.firstAt,
    lastAt: cluster.lastAt,
    version: cluster.version,
  };
}
