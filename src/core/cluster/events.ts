/* What the world is told about clusters. Only clusters of two members and more have events of their own. */
import type { ArticleId, ClusterId, Evidence } from "../model.ts";

export const EVENT_SCHEMA_VERSION = 1;

interface EventBase {
  /** `<clusterId>-<clusterVersion>`, or `<articleId>-<revisionId>` for an article that stands alone. */
  readonly id: string;
  readonly schemaVersion: number;
  /** ms since epoch. */
  readonly occurredAt: number;
  /** The cluster's name after the event. */
  readonly clusterId: ClusterId;
  /** Counts the cluster's events, from 1; 0 for an article that stands alone. */
  readonly clusterVersion: number;
  /** Members after the event. */
  readonly memberCount: number;
}

/** A second member came to an article that stood alone: the founder. */
interface ClusterFounded extends EventBase {
  readonly type: "cluster.founded";
  readonly subject: ArticleId;
}

interface ArticleJoined extends EventBase {
  readonly type: "article.joined";
  readonly subject: ArticleId;
  readonly joinedTo: ArticleId;
  /** With the subject as side a. */
  readonly evidence: Evidence;
}

/** Another cluster became part of this one; its name answers on. */
interface ClusterMerged extends EventBase {
  readonly type: "cluster.merged";
  readonly subject: ClusterId;
}

interface ArticleRevised extends EventBase {
  readonly type: "article.revised";
  readonly subject: ArticleId;
}

export type ClusterEvent = ClusterFounded | ArticleJoined | ClusterMerged | ArticleRevised;
