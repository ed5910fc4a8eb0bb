/*
 * The near-duplicate index in Redis. memory-index.ts in src/core/cluster is its specification; both pass
 * test/contract/cluster-index.ts. docs/decisions/0006-cluster-index.md has the layout and its measurements.
 *
 *   enter script: record, anchors, who else has them --> candidates --> compare --> place script
 *   {i:NN}                                               {i:NN}         in Node     {c}
 *
 * Every step may be done again at any time: a placing that was cut short is simply placed once more.
 */
import {
  type ClusterIndex,
  MIN_KEPT_CONTAINMENT,
  type PlacedRevision,
} from "../../core/cluster/cluster-index.ts";
import { loneName } from "../../core/cluster/cluster-view.ts";
import { type ComparePair, createComparePair, type PairDecision } from "../../core/cluster/compare.ts";
import { keptEvidence, strengthOf } from "../../core/cluster/evidence-line.ts";
import type { RevisionHandle } from "../../core/cluster/revision-handle.ts";
import type { ArticleId, ArticleRevision, ClusterId, Placement } from "../../core/model.ts";
import { revisionIdOf } from "../../core/url/ids.ts";
import type { Dissolution } from "./cluster-index-dissolve.ts";
import type { Entry } from "./cluster-index-entry.ts";
import type { PairNote } from "./cluster-index-evidence.ts";
import type { Expiry } from "./cluster-index-expiry.ts";
import { type Forest, type Part, packRoots } from "./cluster-index-nodes.ts";
import { createParts, type RedisClusterIndexDeps } from "./cluster-index-parts.ts";
import type { ClusterReader } from "./cluster-index-read.ts";
import { type JoinedRoots, RecalledParts } from "./cluster-index-recalled.ts";
import type { RecordedRevision, RecordStore } from "./cluster-index-records.ts";
import type { Comparison, Edge, Union } from "./cluster-index-union.ts";

/** Candidates looked at before the rest is asked for: one chunk settles nearly every article. */
const CANDIDATE_CHUNK = 32;
/** Once more only where what the article is one with was dissolved while it was placed: once in months. */
const MAX_PLACE_TRIES = 10;
/** So many candidates and their records come with the answer to entering (lua/cluster-enter.lua). */
const FEW_CANDIDATES = 4;

/** What comparing an article with its candidates has given so far. */
interface Compared extends Omit<Comparison, "relied"> {
  readonly edges: Edge[];
  readonly pairs: PairNote[];
  readonly assumedOne: ArticleId[];
  /**
   * Whether candidates behind an edge may be assumed to be one with it. Copies of one story nearly always are: so the
   * place script looks whether it is true, and no round trip goes before it.
   */
  readonly mayAssume: boolean;
  /** Whether candidates were left out since they are one with these roots. */
  hasLeftOut: boolean;
}

export function createRedisClusterIndex(deps: RedisClusterIndexDeps): ClusterIndex {
  return new RedisClusterIndex(deps);
}

class RedisClusterIndex implements ClusterIndex {
  private readonly forest: Forest;
  private readonly records: RecordStore;
  private readonly recalled: RecalledParts;
  private readonly entry: Entry;
  private readonly dissolution: Dissolution;
  private readonly union: Union;
  private readonly reader: ClusterReader;
  private readonly expiry: Expiry;
  private readonly compare: ComparePair;
  private readonly decide: PairDecision;

  constructor(private readonly deps: RedisClusterIndexDeps) {
    const parts = createParts(deps);
    this.forest = parts.forest;
    this.entry = parts.entry;
    this.records = parts.records;
    this.recalled = new RecalledParts(parts.forest, parts.records);
    this.dissolution = parts.dissolution;
    this.union = parts.union;
    this.reader = parts.reader;
    this.expiry = parts.expiry;
    this.decide = parts.decide;
    this.compare = createComparePair({ loadText: deps.loadText, decide: this.decide });
  }

  async place(article: ArticleRevision): Promise<Placement> {
    const revisionId = revisionIdOf(article.articleId, article.contentHash);
    const placing: PlacedRevision = { article, revisionId, placedAt: this.deps.now() };
    for (let tries = 0; tries < MAX_PLACE_TRIES; tries++) {
      const placement = await this.tryPlacing(placing);
      if (placement) return placement;
    }
    throw new Error(
      `article ${article.articleId}: clusters dissolved at each of ${MAX_PLACE_TRIES} tries to place it`,
    );
  }

  /** @returns undefined where clusters were dissolved meanwhile, so that what is remembered of them misled */
  private async tryPlacing(placing: PlacedRevision): Promise<Placement | undefined> {
    const looked = this.ownPart(placing);
    const [own, entered] = await Promise.all([
      looked,
      this.entry.enter(placing, async () => (await looked).revision !== "unknown"),
    ]);
    if (own.revision !== "unknown") {
      // Taken out since: it stays out. One that has expired is taken out by the sweep.
      const isBack = own.revision === "left" && entered.kind !== "expired";
      const isForgotten = isBack && (await this.expiry.takeOutAgain(entered, placing.placedAt));
      return isForgotten ? undefined : { kind: "already-placed", clusterId: own.part.name };
    }
    // Who met the article in its dissolving cluster did not unite with it: it is up to this placing.
    const { candidates } = own.wasDissolving ? await this.entry.enter(placing, async () => false) : entered;
    if (candidates.length === 0 && !own.isKnown && (await this.union.found(placing))) {
      return { kind: "founded", clusterId: own.part.name };
    }
    const known = own.isKnown ? own.part : undefined;
    const answer = await this.compareAndUnite(placing, candidates, known, true);
    // Who has entered since has met the article, so there are no other candidates.
    const settled =
      answer === "apart" ? await this.compareAndUnite(placing, candidates, known, false) : answer;
    return typeof settled === "string" ? undefined : settled;
  }

  /**
   * @param known where the article stands already
   * @param mayAssume that candidates are one, as they nearly always are
   */
  private async compareAndUnite(
    placing: PlacedRevision,
    candidates: Uint32Array,
    known: Part | undefined,
    mayAssume: boolean,
  ): Promise<Placement | "apart" | "dissolved"> {
    const joinedRoots: JoinedRoots = new Map(known ? [[known.root, known.ordinal]] : []);
    const compared = await this.compareAll(placing, candidates, joinedRoots, mayAssume);
    const relied = known || compared.hasLeftOut ? joinedRoots : [];
    return this.union.unite(placing, { ...compared, relied: packRoots(relied) });
  }

  clusterOf = (articleId: ArticleId) => this.reader.clusterOf(articleId);
  cluster = (clusterId: ClusterId, limit?: number) => this.reader.cluster(clusterId, limit);
  recentClusters: ClusterIndex["recentClusters"] = (query) => this.reader.recentClusters(query);
  evidenceOf = (articleId: ArticleId) => this.reader.evidenceOf(articleId);
  fullAnchors = () => this.reader.fullAnchors();
  forget = (articleId: ArticleId) => this.expiry.forget(articleId);
  sweepExpired = (now: number, limit: number) => this.expiry.sweepExpired(now, limit);

  /** Where the article stands before this placing: nearly always it is not known at all. */
  private async ownPart({ article, revisionId }: PlacedRevision) {
    const { articleId } = article;
    const alone: Part = { root: articleId, kind: "alone", name: loneName(articleId), ordinal: undefined };
    const unknown = { part: alone, isKnown: false, revision: "unknown" as const };
    const knows = await this.forest.knows(articleId);
    if (knows === "no") return { ...unknown, wasDissolving: false };
    const part = knows === "yes" ? await this.forest.partOf(articleId) : undefined;
    if (part === undefined || part.kind === "dissolving") {
      await this.dissolution.finish();
      return { ...unknown, wasDissolving: true };
    }
    const { revision } = await this.forest.standingOf(articleId, revisionId);
    return { part, isKnown: true, revision, wasDissolving: false };
  }

  /**
   * @param joinedRoots roots of what is one with the article already; those of its edges are added
   * @returns edges to parts that are not one with the placed article yet, and the pairs compared
   */
  private async compareAll(
    placing: PlacedRevision,
    candidates: Uint32Array,
    joinedRoots: JoinedRoots,
    mayAssume: boolean,
  ): Promise<Compared> {
    const areFew = candidates.length <= FEW_CANDIDATES;
    const compared: Compared = {
      ...{ edges: [], pairs: [], assumedOne: [], hasLeftOut: false },
      mayAssume: mayAssume && areFew,
    };
    const since = this.records.oldest();
    // The copy of a story is one with all its copies after the first. Where that is at hand, it is looked at alone.
    let chunkSize = !areFew && this.records.recall(candidates[0] ?? 0, since) ? 1 : CANDIDATE_CHUNK;
    let chunk: RevisionHandle[] = [];
    for (let at = 0; at < candidates.length; at++) {
      if (at === 1 && chunk.length === 0) {
        const leftOut = this.recalled.oneBehindFirst(candidates, joinedRoots, since);
        if (leftOut > 0) compared.hasLeftOut = true;
        at += leftOut;
        if (at === candidates.length) break;
      }
      const handle = candidates[at] as RevisionHandle;
      if (joinedRoots.size === 0 || !this.recalled.isHandleOf(handle, joinedRoots, since)) chunk.push(handle);
      else compared.hasLeftOut = true;
      if (chunk.length < chunkSize && at < candidates.length - 1) continue;
      await this.compareChunk(placing, chunk, joinedRoots, compared);
      chunk = [];
      chunkSize = CANDIDATE_CHUNK;
    }
    compared.edges.sort((a, b) => strengthOf(b.evidence) - strengthOf(a.evidence));
    return compared;
  }

  /** Compares with one candidate after the other, but for those that are one with the article by then. */
  private async compareChunk(
    placing: PlacedRevision,
    chunk: readonly RevisionHandle[],
    joinedRoots: JoinedRoots,
    compared: Compared,
  ): Promise<void> {
    const { article } = placing;
    const { edges, pairs } = compared;
    const records = await this.records.getMany(chunk);
    let parts: ReadonlyMap<ArticleId, Part> | undefined;
    for (const [i, to] of records.entries()) {
      const { articleId } = to.stored;
      // A revision of the placed article itself is never compared with it.
      if (articleId === article.articleId) continue;
      let isOne = this.recalled.isOneWith(to, joinedRoots);
      if (!isOne && compared.mayAssume && edges.length > 0) {
        compared.assumedOne.push(articleId);
        continue;
      }
      // As long as the article is one with nothing, and where memory knows all, no part needs to be looked up.
      if (!isOne && joinedRoots.size > 0) {
        parts ??= await this.partsBeyond(records.slice(i), joinedRoots, edges);
        const part = await this.partNow(articleId, parts);
        isOne = isPartAmong(part, joinedRoots);
        // The root of an edge's own article may have been without ordinal so far.
        if (isOne) joinedRoots.set(part.root, part.ordinal);
      }
      if (isOne) {
        compared.hasLeftOut = true;
        continue;
      }
      const exact = await this.compare(placing, to);
      const evidence = keptEvidence(exact);
      if (exact.containment >= MIN_KEPT_CONTAINMENT) {
        pairs.push({ a: article.articleId, b: articleId, evidence });
      }
      if (!this.decide.isEdge(exact)) continue;
      edges.push({ to, evidence });
      const known = parts?.get(articleId) ?? this.recalled.likelyRoot(articleId);
      joinedRoots.set(known.root, known.ordinal);
    }
  }

  /**
   * The parts of those of which memory does not tell that they are one with these roots. Roots of edges are
   * looked up with them, where only memory has told of them so far.
   */
  private async partsBeyond(
    records: readonly RecordedRevision[],
    roots: JoinedRoots,
    edges: readonly Edge[],
  ): Promise<ReadonlyMap<ArticleId, Part>> {
    const unknown = records.filter((record) => !this.recalled.isOneWith(record, roots));
    const joined = edges.map(({ to }) => to.stored.articleId);
    const parts = await this.forest.partsOf([
      ...new Set([...unknown.map(({ stored }) => stored.articleId), ...joined]),
    ]);
    for (const id of joined) {
      const part = parts.get(id);
      if (part) roots.set(part.root, part.ordinal);
    }
    return parts;
  }

  private async partNow(articleId: ArticleId, parts: ReadonlyMap<ArticleId, Part>): Promise<Part> {
    const part = parts.get(articleId);
    // Without ordinal it is being placed right now: at the next look it is nearly always one with the others.
    return part?.ordinal === undefined ? this.forest.partOf(articleId) : part;
  }
}

/** A root without ordinal is an edge's own article, whose node was not seen yet. */
function isPartAmong({ root, ordinal }: Part, roots: JoinedRoots): boolean {
  const seen = roots.get(root);
  return seen === undefined ? roots.has(root) : seen === ordinal;
}
