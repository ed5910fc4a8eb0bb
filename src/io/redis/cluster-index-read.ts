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
import { byStrength, loneView } from "../../core/cluster/cluster-view.ts";
import { decodeEvidence } from "../../core/cluster/evidence-line.ts";
import type { ArticleId, ClusterId } from "../../core/model.ts";
import type { Forest } from "./cluster-index-nodes.ts";
import type { RecordStore } from "./cluster-index-records.ts";
import { decodeWord } from "./cluster-index-words.ts";
import type { ClusterKeys } from "./keys.ts";

const MIN_CLUSTER_SIZE = 2;
/** Lines and clusters asked for at once. */
const PAGE = 100;
const ABSENT = "-";
const MERGED_MARK = "+";

export interface ClusterReaderDeps {
  readonly redis: Redis;
  readonly keys: ClusterKeys;
  readonly forest: Forest;
  readonly records: RecordStore;
  readonly shardCount: number;
}

type ClusterReader = Pick<
  ClusterIndex,
  "clusterOf" | "cluster" | "recentClusters" | "evidenceOf" | "fullAnchors"
>;

export function createClusterReader(deps: ClusterReaderDeps): ClusterReader {
  const { redis, keys, forest } = deps;
  return {
    async clusterOf(articleId) {
      return (await forest.partOf(articleId))?.name;
    },
    async cluster(clusterId, limit = DEFAULT_MEMBER_LIMIT) {
      // Every name a cluster ever had is the id of a member.
      const part = await forest.partOf(clusterId as string as ArticleId);
      if (!part) return undefined;
      if (part.kind === "alone") return readLoneArticle(deps, part.root);
      const summary = await readSummary(redis, keys, part.name);
      return summary && { ...summary, members: await readMembers(redis, keys, part.name, limit) };
    },
    recentClusters: (query) => readRecent(redis, keys, query ?? {}),
    async evidenceOf(articleId) {
      const notes = Object.entries(await redis.hgetall(keys.evidence(articleId)));
      const pairs = notes.map(([other, line]) => ({
        other: other as ArticleId,
        evidence: decodeEvidence(line),
      }));
      return pairs.sort(byStrength);
    },
    async fullAnchors() {
      const shards = Array.from({ length: deps.shardCount }, (_, shard) => keys.fullAnchors(shard));
      const counts = await Promise.all(shards.map((key) => redis.get(key)));
      return counts.reduce((sum, count) => sum + Number(count ?? 0), 0);
    },
  };
}

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

/** Walks the list and the lists it names, depth first. */
async function readMembers(
  redis: Redis,
  keys: ClusterKeys,
  clusterId: ClusterId,
  limit: number,
): Promise<ClusterMember[]> {
  const members: ClusterMember[] = [];
  const open = [{ list: clusterId, from: 0 }];
  for (let current = open.pop(); current && members.length < limit; current = open.pop()) {
    const { list, from } = current;
    const lines = await redis.lrange(keys.members(list), from, from + PAGE - 1);
    const markAt = lines.findIndex((line) => line.startsWith(MERGED_MARK));
    const own = markAt < 0 ? lines : lines.slice(0, markAt);
    members.push(...own.slice(0, limit - members.length).map(parseMember));
    if (lines.length === PAGE || markAt >= 0)
      open.push({ list, from: from + own.length + (markAt < 0 ? 0 : 1) });
    const merged = lines[markAt];
    if (merged !== undefined) open.push({ list: merged.slice(MERGED_MARK.length) as ClusterId, from: 0 });
  }
  return members;
}

/** `<ArticleId> <publisher> <datePublished> <ArticleId joined to> <line of evidence>`, - for none. */
function parseMember(line: string): ClusterMember {
  const [articleId = "", publisher = ABSENT, datePublished = ABSENT, joinedTo = ABSENT, ...evidence] =
    line.split(" ");
  return {
    articleId: articleId as ArticleId,
    publisher: decodeWord(publisher),
    datePublished: decodeWord(datePublished),
    joinedTo: decodeWord(joinedTo) as ArticleId | null,
    evidence: joinedTo === ABSENT ? null : decodeEvidence(evidence.join(" ")),
  };
}

/** An article that stands alone has no summary: it is made from the record of its latest revision. */
async function readLoneArticle(
  { forest, records }: ClusterReaderDeps,
  articleId: ArticleId,
): Promise<ClusterView | undefined> {
  const latest = (await forest.revisionsOf(articleId)).at(-1);
  const record = latest && (await records.read(latest));
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
