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
  MAX_COUNTED_PUBLISHERS,
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
import {
  DEFAULT_REPRESENTATIVE_ORDER,
  type RepresentativeCriterion,
  representativeRank,
} from "../../core/cluster/representative.ts";
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
import { AnchorShards, revisionBytes } from "./cluster-index-anchors.ts";
import { createExpiry } from "./cluster-index-expiry.ts";
import { articleBytes, Forest, type Part } from "./cluster-index-nodes.ts";
import { createClusterReader } from "./cluster-index-read.ts";
import { type RecordedRevision, RecordStore } from "./cluster-index-records.ts";
import { clusterKeys } from "./keys.ts";
import { loadScript, type ScriptArgument } from "./scripts.ts";

/** Good up to 6 million articles in the window; each step more halves the bucket and doubles the keys. */
const DEFAULT_BUCKET_BITS = 18;
/** A day of the world's news, so that a consumer may be down that long. */
const DEFAULT_KEPT_EVENTS = 1_000_000;
/** Candidates looked at before the rest is asked for: one chunk settles nearly every article. */
const CANDIDATE_CHUNK = 32;
/** Parts united by one call of the place script, so that its work is bounded. */
const MAX_PARTS_PER_CALL = 16;
/** A part moves on only when clusters merge, so a second try nearly always succeeds. */
const MAX_PLACE_TRIES = 1_000;

const placeScript = loadScript("cluster-place");
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

/** A comparison that makes one cluster of two. */
interface Edge {
  readonly to: RecordedRevision;
  /** With the placed article as side a. */
  readonly evidence: Evidence;
}

interface Placing {
  readonly article: ComparedArticle;
  readonly revisionId: RevisionId;
  readonly placedAt: number;
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
    const parts = { redis, keys, forest: this.forest, records: this.records };
    this.reader = createClusterReader({ ...parts, shardCount });
    this.expiry = createExpiry({ ...parts, anchors: this.anchors, shardCount, windowMs });
  }

  async place(article: ComparedArticle): Promise<Placement> {
    const revisionId = revisionIdOf(article.articleId, article.contentHash);
    const placing: Placing = { article, revisionId, placedAt: this.deps.now() };
    const own = await this.ownPart(placing);
    if (own.isAccepted) return { kind: "already-placed", clusterId: own.part.name };
    const edges = await this.findEdges(placing, own.part);
    return this.unite(placing, edges);
  }

  clusterOf = (articleId: ArticleId) => this.reader.clusterOf(articleId);
  cluster = (clusterId: ClusterId, limit?: number) => this.reader.cluster(clusterId, limit);
  recentClusters: ClusterIndex["recentClusters"] = (query) => this.reader.recentClusters(query);
  evidenceOf = (articleId: ArticleId) => this.reader.evidenceOf(articleId);
  fullAnchors = () => this.reader.fullAnchors();
  forget = (articleId: ArticleId) => this.expiry.forget(articleId);
  sweepExpired = (now: number, limit: number) => this.expiry.sweepExpired(now, limit);

  private async ownPart({ article, revisionId }: Placing): Promise<{ part: Part; isAccepted: boolean }> {
    const { articleId } = article;
    const alone: Part = { root: articleId, kind: "alone", name: loneName(articleId) };
    const node = await this.forest.node(articleId);
    if (!node) return { part: alone, isAccepted: false };
    const part = node.kind === "alone" ? alone : ((await this.forest.partOf(articleId)) ?? alone);
    if (node.firstRevision === undefined || node.firstRevision === revisionId) {
      return { part, isAccepted: node.firstRevision === revisionId };
    }
    return { part, isAccepted: (await this.forest.revisionsOf(articleId)).includes(revisionId) };
  }

  /** @returns edges to parts that are not one with the placed article yet, strongest first */
  private async findEdges(placing: Placing, own: Part): Promise<Edge[]> {
    const { article, revisionId, placedAt } = placing;
    const isComparable = notComparable(article.fingerprint) === undefined;
    const anchors = isComparable ? article.fingerprint.anchors : new Uint32Array();
    // One connection keeps its commands in order; between two servers the first would have to be awaited.
    const [, candidates] = await Promise.all([
      this.records.add(revisionId, article, placedAt),
      this.anchors.append(revisionId, anchors, placedAt),
    ]);
    const edges: Edge[] = [];
    const joinedRoots = new Set<ArticleId>([own.root]);
    for (let at = 0; at < candidates.length; at += CANDIDATE_CHUNK) {
      const chunk = candidates.slice(at, at + CANDIDATE_CHUNK);
      edges.push(...(await this.compareChunk(article, chunk, joinedRoots)));
    }
    return edges.sort((a, b) => strengthOf(b.evidence) - strengthOf(a.evidence));
  }

  /** @param joinedRoots roots of what is one with the article already; those of new edges are added */
  private async compareChunk(
    article: ComparedArticle,
    chunk: readonly RevisionId[],
    joinedRoots: Set<ArticleId>,
  ): Promise<Edge[]> {
    const records = (await this.records.getMany(chunk)).filter((record) => record !== undefined);
    const parts = await this.forest.partsOf(records.map(({ stored }) => stored.articleId));
    const edges: Edge[] = [];
    const writes: Array<Promise<unknown>> = [];
    for (const to of records) {
      const root = parts.get(to.stored.articleId)?.root ?? to.stored.articleId;
      if (joinedRoots.has(root)) continue;
      const exact = await this.compare(article, to.article);
      const evidence = keptEvidence(exact);
      if (exact.containment >= MIN_KEPT_CONTAINMENT) {
        writes.push(this.keepEvidence(article.articleId, to.stored.articleId, evidence));
      }
      if (!this.decide.isEdge(exact)) continue;
      edges.push({ to, evidence });
      joinedRoots.add(root);
    }
    await Promise.all(writes);
    return edges;
  }

  private async keepEvidence(a: ArticleId, b: ArticleId, evidence: Evidence): Promise<void> {
    const keep = (of: ArticleId, other: ArticleId, seen: Evidence): Promise<unknown> => {
      const args = [other, encodeEvidence(seen), MAX_EVIDENCE_PER_ARTICLE, this.deps.evidenceMs];
      return evidenceScript.run(this.deps.redis, [this.keys.evidence(of)], args);
    };
    await Promise.all([keep(a, b, evidence), keep(b, a, flipEvidence(evidence))]);
  }

  /** Looks up the parts and unites them, again where one has moved on meanwhile. */
  private async unite(placing: Placing, edges: readonly Edge[]): Promise<Placement> {
    for (let tries = 0; tries < MAX_PLACE_TRIES; tries++) {
      const { own, others } = await this.partsToUnite(placing, edges);
      const some = others.slice(0, MAX_PARTS_PER_CALL - 1);
      const answer = await this.callPlace(placing, own, some, edges);
      if (answer.kind === "moved" || some.length < others.length) continue;
      return placementOf(answer, edges[0]);
    }
    throw new Error(
      `article ${placing.article.articleId}: its clusters moved on ${MAX_PLACE_TRIES} times while it was placed`,
    );
  }

  /** The own part, and each other part that edges reach, once, with its strongest edge. */
  private async partsToUnite({ article }: Placing, edges: readonly Edge[]) {
    const ids = [article.articleId, ...edges.map(({ to }) => to.stored.articleId)];
    const parts = await this.forest.partsOf(ids);
    const partOf = (id: ArticleId): Part => parts.get(id) ?? { root: id, kind: "alone", name: loneName(id) };
    const own = partOf(article.articleId);
    const others = new Map<ArticleId, { part: Part; edge: Edge }>();
    for (const edge of edges) {
      const part = partOf(edge.to.stored.articleId);
      if (part.root !== own.root && !others.has(part.root)) others.set(part.root, { part, edge });
    }
    return { own, others: [...others.values()] };
  }

  private async callPlace(
    { article, revisionId, placedAt }: Placing,
    own: Part,
    others: ReadonlyArray<{ part: Part; edge: Edge }>,
    edges: readonly Edge[],
  ): Promise<{ kind: string; clusterId: ClusterId }> {
    const { keys } = this;
    const { articleId } = article;
    const strongest = edges[0];
    const names = [
      this.forest.nodeKey(articleId),
      keys.ordinal(),
      keys.laterRevisions(),
      keys.recent(),
      keys.events(),
      ...[own, ...others.map(({ part }) => part)].flatMap((part) => this.partKeys(part)),
    ];
    const args: ScriptArgument[] = [
      articleBytes(articleId),
      revisionBytes(revisionId),
      placedAt,
      this.deps.keptEvents ?? DEFAULT_KEPT_EVENTS,
      MAX_COUNTED_PUBLISHERS,
      strongest ? 1 : 0,
      ...this.partArgs(own, article, placedAt, strongest?.to.stored.articleId, strongest?.evidence),
    ];
    for (const { part, edge } of others) {
      const { article: other, stored } = edge.to;
      args.push(...this.partArgs(part, other, stored.placedAt, articleId, flipEvidence(edge.evidence)));
    }
    const answer = (await placeScript.run(this.deps.redis, names, args)) as string[];
    return { kind: answer[0] ?? "", clusterId: (answer[1] ?? "") as ClusterId };
  }

  private partKeys({ root, name }: Part): string[] {
    return [this.forest.nodeKey(root), this.keys.cluster(name), this.keys.members(name)];
  }

  /** What the place script needs of a part; `article` is the one the part is known by. */
  private partArgs(
    part: Part,
    article: ComparedArticle,
    placedAt: number,
    joinedTo: ArticleId | undefined,
    evidence: Evidence | undefined,
  ): ScriptArgument[] {
    const { tokenCount } = article.fingerprint;
    return [
      articleBytes(part.root),
      part.kind === "cluster" ? "R" : "L",
      part.name,
      article.publisher ?? "-",
      article.datePublished ?? "-",
      representativeRank(
        { ...article, tokenCount },
        this.deps.representativeOrder ?? DEFAULT_REPRESENTATIVE_ORDER,
      ),
      placedAt,
      joinedTo ?? "-",
      evidence ? encodeEvidence(evidence) : "-",
    ];
  }
}

function placementOf(answer: { kind: string; clusterId: ClusterId }, strongest: Edge | undefined): Placement {
  const { kind, clusterId } = answer;
  if (kind === "founded" || kind === "revised" || kind === "already-placed") return { kind, clusterId };
  if (kind !== "joined" || !strongest) throw new Error(`cluster-place answered "${kind}"`);
  return { kind, clusterId, to: strongest.to.stored.articleId, evidence: strongest.evidence };
}
