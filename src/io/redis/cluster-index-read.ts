/* The reading side of the cluster index: clusters, their members, and why they belong. */
import type { Redis } from "ioredis";
import {
  type ClusterIndex,
  type ClusterMember,
  type ClusterSummary,
  type ClusterView,
  DEFAULT_MEMBER_LIMIT,
  DEFAULT_RECENT_LIMIT,
  type RecentClustersQuery,
} from "../../core/cluster/cluster-index.ts";
import { loneView } from "../../core/cluster/cluster-view.ts";
import { decodeEvidence } from "../../core/cluster/evidence-line.ts";
import type { ArticleId, ClusterId } from "../../core/model.ts";
import type { EvidenceStore } from "./cluster-index-evidence.ts";
import type { Forest, Part } from "./cluster-index-nodes.ts";
import type { RecordStore } from "./cluster-index-records.ts";
import { decodeWord, MERGED_MARK } from "./cluster-index-words.ts";
import type { ClusterKeys } from "./keys.ts";

const MIN_CLUSTER_SIZE = 2;
/** Lines and clusters asked for at once. */
const PAGE = 100;
const ABSENT = "-";
const LIST_FOUNDER = "=";

export interface ClusterReaderDeps {
  readonly redis: Redis;
  readonly keys: ClusterKeys;
  readonly forest: Forest;
  readonly records: RecordStore;
  readonly evidence: EvidenceStore;
  readonly shardCount: number;
}

export type ClusterReader = Pick<
  ClusterIndex,
  "clusterOf" | "cluster" | "recentClusters" | "evidenceOf" | "fullAnchors"
>;

export function createClusterReader(deps: ClusterReaderDeps): ClusterReader {
  const { redis, keys, forest } = deps;
  return {
    async clusterOf(articleId) {
      return knownName(await forest.partOf(articleId));
    },
    async cluster(clusterId, limit = DEFAULT_MEMBER_LIMIT) {
      // Every name a cluster ever had is the id of a member.
      const part = await forest.partOf(clusterId as string as ArticleId);
      if (knownName(part) === undefined) return undefined;
      if (part.kind === "alone") return readLoneArticle(deps, part.root);
      const summary = await readSummary(redis, keys, part.name);
      return summary && { ...summary, members: await readMembers(redis, keys, part.name, limit) };
    },
    recentClusters: (query) => readRecent(redis, keys, query ?? {}),
    evidenceOf: (articleId) => deps.evidence.of(articleId),
    async fullAnchors() {
      const shards = Array.from({ length: deps.shardCount }, (_, shard) => keys.fullAnchors(shard));
      const counts = await Promise.all(shards.map((key) => redis.get(key)));
      return counts.reduce((sum, count) => sum + Number(count ?? 0), 0);
    },
  };
}

/** Undefined where the article was never placed, or its cluster is being dissolved. */
const knownName = ({ kind, name, ordinal }: Part): ClusterId | undefined =>
  kind === "dissolving" || ordinal === undefined ? undefined : name;

async function readSummary(
  redis: Redis,
  keys: ClusterKeys,
  clusterId: ClusterId,
): Promise<ClusterSummary | undefined> {
  const fields = await redis.hgetall(keys.cluster(clusterId));
  if (fields.memberCount === undefined) return undefined;
  return {
    clusterId,
    memberCount: Number(fields.memberCount),
    publisherCount: Number(fields.publisherCount),
    representative: fields.representative as ArticleId,
    earliest: decodeWord(fields.earliest ?? ABSENT),
    latest: decodeWord(fields.latest ?? ABSENT),
    firstAt: Number(fields.firstAt),
    lastAt: Number(fields.lastAt),
    version: Number(fields.version),
  };
}

/** A cluster's own lines: those in its summary, then those in its list, page by page. */
async function* linesOf(redis: Redis, keys: ClusterKeys, clusterId: ClusterId): AsyncGenerator<string> {
  const inline = (await redis.hget(keys.cluster(clusterId), "members")) ?? "";
  const first = inline === "" ? [] : inline.split("\n");
  const goesOn = first.at(-1) === MERGED_MARK;
  yield* goesOn ? first.slice(0, -1) : first;
  if (!goesOn) return;
  for (let from = 0; ; from += PAGE) {
    const lines = await redis.lrange(keys.members(clusterId), from, from + PAGE - 1);
    yield* lines;
    if (lines.length < PAGE) return;
  }
}

/** Walks a cluster's lines and those of the clusters they name, depth first. */
async function readMembers(
  redis: Redis,
  keys: ClusterKeys,
  clusterId: ClusterId,
  limit: number,
): Promise<ClusterMember[]> {
  const members: ClusterMember[] = [];
  const open = [{ list: clusterId, lines: linesOf(redis, keys, clusterId) }];
  for (let current = open.at(-1); current && members.length < limit; current = open.at(-1)) {
    const { value: line } = await current.lines.next();
    if (line === undefined) {
      open.pop();
    } else if (line.startsWith(MERGED_MARK)) {
      const list = line.slice(MERGED_MARK.length) as ClusterId;
      open.push({ list, lines: linesOf(redis, keys, list) });
    } else members.push(parseMember(line, current.list));
  }
  return members;
}

/**
 * `<ArticleId> <publisher> <datePublished> <ArticleId joined to> <line of evidence>`, - for none; joined to =:
 * to the article after which the list is named.
 */
function parseMember(line: string, list: ClusterId): ClusterMember {
  const [articleId = "", publisher = ABSENT, datePublished = ABSENT, joinedTo = ABSENT, ...evidence] =
    line.split(" ");
  return {
    articleId: articleId as ArticleId,
    publisher: decodeWord(publisher),
    datePublished: decodeWord(datePublished),
    joinedTo: (joinedTo === LIST_FOUNDER ? list : decodeWord(joinedTo)) as ArticleId | null,
    evidence: joinedTo === ABSENT ? null : decodeEvidence(evidence.join(" ")),
  };
}

/** An article that stands alone has no summary: it is made from the record of its latest revision. */
async function readLoneArticle(
  { forest, records }: ClusterReaderDeps,
  articleId: ArticleId,
): Promise<ClusterView | undefined> {
  const latest = (await forest.revisionsOf(articleId)).at(-1);
  const record = latest && (await records.find(latest));
  return record ? loneView(record.stored, record.stored.placedAt) : undefined;
}

async function readRecent(
  redis: Redis,
  keys: ClusterKeys,
  { minSize = MIN_CLUSTER_SIZE, since = 0, limit = DEFAULT_RECENT_LIMIT }: RecentClustersQuery,
): Promise<ClusterSummary[]> {
  const found: ClusterSummary[] = [];
  for (let from = 0; found.length < limit; from += PAGE) {
    const ids = await redis.zrevrangebyscore(keys.recent(), "+inf", since, "LIMIT", from, PAGE);
    const summaries = await Promise.all(ids.map((id) => readSummary(redis, keys, id as ClusterId)));
    for (const summary of summaries) {
      if (summary && summary.memberCount >= minSize && found.length < limit) found.push(summary);
    }
    if (ids.length < PAGE) break;
  }
  return found;
}
