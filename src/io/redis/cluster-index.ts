/*
 * The near-duplicate index in Redis. memory-index.ts in src/core/cluster is its specification; both pass
 * test/contract/cluster-index.ts. docs/decisions/0006-cluster-index.md has the layout and its measurements.
 *
 *   record --> append to all anchor shards, then read them --> candidates --> compare --> place script
 *   {a:xx}     {i:NN}                                          {a:xx}         in Node     {c}
 *
 * The record is written before the anchors, so that whoever finds the revision can read it. Every step may
 * be done again at any time: a placing that was cut short is simply placed once more.
 */
import type { Redis } from "ioredis";
import {
  type ClusterIndex,
  type LoadText,
  MAX_EVIDENCE_PER_ARTICLE,
  MIN_KEPT_CONTAINMENT,
} from "../../core/cluster/cluster-index.ts";
import { loneName } from "../../core/cluster/cluster-view.ts";
import {
  type ComparePair,
  createComparePair,
  type PairDecision,
  pairDecision,
} from "../../core/cluster/compare.ts";
import { encodeEvidence, flipEvidence, keptEvidence, strengthOf } from "../../core/cluster/evidence-line.ts";
import type { RepresentativeCriterion } from "../../core/cluster/representative.ts";
import { notComparable } from "../../core/fingerprint/comparable.ts";
import { FINGERPRINT_VERSION } from "../../core/fingerprint/fingerprint.ts";
import type {
  ArticleId,
  ClusterId,
  ComparedArticle,
  Evidence,
  Placement,
  RevisionId,
} from "../../core/model.ts";
import { revisionIdOf } from "../../core/url/ids.ts";
import { AnchorShards } from "./cluster-index-anchors.ts";
import { createExpiry } from "./cluster-index-expiry.ts";
import { Forest, type Part } from "./cluster-index-nodes.ts";
import { createClusterReader } from "./cluster-index-read.ts";
import { RecordStore } from "./cluster-index-records.ts";
import { type Edge, type Placing, Union } from "./cluster-index-union.ts";
import { clusterKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

/** Good up to 6 million articles in the window; each step more halves the bucket and doubles the keys. */
const DEFAULT_BUCKET_BITS = 18;
/** Candidates looked at before the rest is asked for: one chunk settles nearly every article. */
const CANDIDATE_CHUNK = 32;

const evidenceScript = loadScript("cluster-keep-evidence");

export interface RedisClusterIndexDeps {
  readonly redis: Redis;
  readonly prefix: string;
  readonly loadText: LoadText;
  /** ms since epoch. */
  readonly now: () => number;
  /** How long a revision attracts copies, ms. */
  readonly windowMs: number;
  /** How long evidence is kept after its last change, ms. */
  readonly evidenceMs: number;
  readonly decide?: PairDecision;
  readonly representativeOrder?: readonly RepresentativeCriterion[];
  /** Anchor shards, 1 to 256; all users of one prefix must agree, as on bucketBits. */
  readonly shardCount?: number;
  /** Buckets per shard are 2 to the power of this, 8 to 24. */
  readonly bucketBits?: number;
  /** About how many events the outbox keeps. */
  readonly keptEvents?: number;
}

export function createRedisClusterIndex(deps: RedisClusterIndexDeps): ClusterIndex {
  return new RedisClusterIndex(deps);
}

class RedisClusterIndex implements ClusterIndex {
  private readonly keys;
  private readonly forest: Forest;
  private readonly anchors: AnchorShards;
  private readonly records: RecordStore;
  private readonly compare: ComparePair;
  private readonly decide: PairDecision;
  private readonly union: Union;
  private readonly reader;
  private readonly expiry;

  constructor(private readonly deps: RedisClusterIndexDeps) {
    const { redis, shardCount = 1, bucketBits = DEFAULT_BUCKET_BITS, windowMs } = deps;
    const keys = clusterKeys(deps.prefix, FINGERPRINT_VERSION);
    this.keys = keys;
    this.decide = deps.decide ?? pairDecision;
    this.compare = createComparePair({ loadText: deps.loadText, decide: this.decide });
    this.forest = new Forest(redis, keys);
    this.anchors = new AnchorShards({ redis, keys, shardCount, bucketBits });
    this.records = new RecordStore(redis, keys);
    this.union = new Union({
      redis,
      keys,
      forest: this.forest,
      order: deps.representativeOrder,
      keptEvents: deps.keptEvents,
    });
    const parts = { redis, keys, forest: this.forest, records: this.records };
    this.reader = createClusterReader({ ...parts, shardCount });
    this.expiry = createExpiry({ ...parts, anchors: this.anchors, shardCount, windowMs });
  }

  async place(article: ComparedArticle): Promise<Placement> {
    const revisionId = revisionIdOf(article.articleId, article.contentHash);
    const placing: Placing = { article, revisionId, placedAt: this.deps.now() };
    const own = await this.ownPart(placing);
    if (own.isAccepted) return { kind: "already-placed", clusterId: own.part.name };
    const joinedRoots = new Set(own.isKnown ? [own.part.root] : []);
    const edges = await this.findEdges(placing, joinedRoots);
    return this.union.unite(placing, own.part, edges);
  }

  clusterOf = (articleId: ArticleId) => this.reader.clusterOf(articleId);
  cluster = (clusterId: ClusterId, limit?: number) => this.reader.cluster(clusterId, limit);
  recentClusters: ClusterIndex["recentClusters"] = (query) => this.reader.recentClusters(query);
  evidenceOf = (articleId: ArticleId) => this.reader.evidenceOf(articleId);
  fullAnchors = () => this.reader.fullAnchors();
  forget = (articleId: ArticleId) => this.expiry.forget(articleId);
  sweepExpired = (now: number, limit: number) => this.expiry.sweepExpired(now, limit);

  /** Where the article stands before this placing: nearly always it is not known at all. */
  private async ownPart({ article, revisionId }: Placing) {
    const { articleId } = article;
    const alone: Part = { root: articleId, kind: "alone", name: loneName(articleId) };
    const node = await this.forest.node(articleId);
    if (!node) return { part: alone, isKnown: false, isAccepted: false };
    const part = (await this.forest.partOf(articleId)) ?? alone;
    const isAccepted = (await this.forest.revisionsOf(articleId)).includes(revisionId);
    return { part, isKnown: true, isAccepted };
  }

  /**
   * @param joinedRoots roots of what is one with the article already; those of its edges are added
   * @returns edges to parts that are not one with the placed article yet, strongest first
   */
  private async findEdges(placing: Placing, joinedRoots: Set<ArticleId>): Promise<Edge[]> {
    const { article, revisionId, placedAt } = placing;
    const isComparable = notComparable(article.fingerprint) === undefined;
    const anchors = isComparable ? article.fingerprint.anchors : new Uint32Array();
    // One connection keeps its commands in order; between two servers the first would have to be awaited.
    const [, candidates] = await Promise.all([
      this.records.add(revisionId, article, placedAt),
      this.anchors.append(revisionId, anchors, placedAt),
    ]);
    const edges: Edge[] = [];
    let open = candidates;
    while (open.length > 0) {
      edges.push(...(await this.compareChunk(article, open.slice(0, CANDIDATE_CHUNK), joinedRoots)));
      open = open.slice(CANDIDATE_CHUNK).filter((id) => !this.isKnownOf(id, joinedRoots));
    }
    return edges.sort((a, b) => strengthOf(b.evidence) - strengthOf(a.evidence));
  }

  /** Compares with one candidate after the other, but for those that are one with the article by then. */
  private async compareChunk(
    article: ComparedArticle,
    chunk: readonly RevisionId[],
    joinedRoots: Set<ArticleId>,
  ): Promise<Edge[]> {
    const records = await this.records.getMany(chunk);
    const articleIds = records.map(({ stored }) => stored.articleId);
    // As long as the article is one with nothing, no part needs to be looked up.
    let parts = joinedRoots.size > 0 ? await this.forest.partsOf(articleIds) : undefined;
    const edges: Edge[] = [];
    const kept: Array<{ other: ArticleId; evidence: Evidence }> = [];
    for (const to of records) {
      const { articleId } = to.stored;
      const root = parts?.get(articleId)?.root;
      // A revision of the placed article itself is never compared with it.
      if (articleId === article.articleId || (root !== undefined && joinedRoots.has(root))) continue;
      const exact = await this.compare(article, to.article);
      const evidence = keptEvidence(exact);
      if (exact.containment >= MIN_KEPT_CONTAINMENT) {
        kept.push({ other: articleId, evidence });
      }
      if (!this.decide.isEdge(exact)) continue;
      edges.push({ to, evidence });
      parts ??= await this.forest.partsOf(articleIds);
      joinedRoots.add(parts.get(articleId)?.root ?? articleId);
    }
    // Written at the end: a write under way must not be left alone when a look-up fails.
    await Promise.all(
      kept.map(({ other, evidence }) => this.keepEvidence(article.articleId, other, evidence)),
    );
    return edges;
  }

  /** True where memory alone tells that the revision's article is one with one of these roots. */
  private isKnownOf(id: RevisionId, roots: ReadonlySet<ArticleId>): boolean {
    const record = this.records.recall(id);
    return record !== undefined && roots.has(this.forest.knownRoot(record.stored.articleId));
  }

  private async keepEvidence(a: ArticleId, b: ArticleId, evidence: Evidence): Promise<void> {
    const keep = (of: ArticleId, other: ArticleId, seen: Evidence): Promise<unknown> => {
      const args = [other, encodeEvidence(seen), MAX_EVIDENCE_PER_ARTICLE, this.deps.evidenceMs];
      return evidenceScript.run(this.deps.redis, [this.keys.evidence(of)], args);
    };
    await Promise.all([keep(a, b, evidence), keep(b, a, flipEvidence(evidence))]);
  }
}
