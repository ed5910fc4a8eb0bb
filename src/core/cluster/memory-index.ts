/*
 * The near-duplicate index in memory: the executable specification of io/redis/cluster-index.ts. It says
 * what an index does in the fewest words; the batch commands use the faster batch.ts.
 *
 *   place:  store the record -> add its anchors -> candidates -> compare -> unite
 *
 * Between adding and uniting others may be placed. Of two copies placed at once the one that adds its
 * anchors second sees the other, so no pair is lost. The note of a text is written before its anchors go, and looked up
 * after anchors are read: so a text that leaves the index in between is found in one of the two.
 */
import { notComparable } from "../fingerprint/comparable.ts";
import type { ArticleId, ArticleRevision, ClusterId, Evidence, Placement, RevisionId } from "../model.ts";
import { revisionIdOf } from "../url/ids.ts";
import { AnchorLists, candidatesOf } from "./candidates.ts";
import {
  type ClusterIndex,
  type ClusterView,
  DEFAULT_MEMBER_LIMIT,
  DEFAULT_RECENT_LIMIT,
  MAX_EVIDENCE_PER_ARTICLE,
  MIN_KEPT_CONTAINMENT,
  type PairEvidence,
  type PlacedRevision,
} from "./cluster-index.ts";
import type { ClusterIndexDeps } from "./cluster-index-deps.ts";
import { byStrength, loneName, loneView, strongestEdge } from "./cluster-view.ts";
import { type ComparePair, createComparePair, createPairDecision, type PairDecision } from "./compare.ts";
import type { ClusterEvent } from "./events.ts";
import { flipEvidence, keptEvidence, strengthOf } from "./evidence-line.ts";
import { type Edge, MemoryClusters } from "./memory-clusters.ts";
import { DEFAULT_REPRESENTATIVE_ORDER } from "./representative.ts";
import {
  isRemembered,
  noteMoment,
  outlasts,
  sameTextEvidence,
  type TextKey,
  type TextNote,
  textKeyOf,
} from "./text-notes.ts";

/** Two articles that make a cluster at least. */
const MIN_CLUSTER_SIZE = 2;

export interface MemoryIndexDeps extends ClusterIndexDeps {
  readonly emit?: (event: ClusterEvent) => void;
}

export function createMemoryIndex(deps: MemoryIndexDeps): ClusterIndex {
  return new MemoryIndex(deps);
}

class MemoryIndex implements ClusterIndex {
  private readonly anchors = new AnchorLists();
  /** What is in the index, in the order of placing. */
  private readonly records = new Map<RevisionId, PlacedRevision>();
  private readonly evidence = new Map<ArticleId, Map<ArticleId, Evidence>>();
  /** Of texts that have left the index. */
  private readonly notes = new Map<TextKey, TextNote>();
  private readonly clusters: MemoryClusters;
  private readonly compare: ComparePair;
  private readonly decide: PairDecision;
  private timesFull = 0;

  constructor(private readonly deps: MemoryIndexDeps) {
    this.decide = deps.decide ?? createPairDecision();
    this.compare = createComparePair({ loadText: deps.loadText, decide: this.decide });
    this.clusters = new MemoryClusters({
      order: deps.representativeOrder ?? DEFAULT_REPRESENTATIVE_ORDER,
      emit: deps.emit ?? (() => {}),
    });
  }

  async place(article: ArticleRevision): Promise<Placement> {
    const revisionId = revisionIdOf(article.articleId, article.contentHash);
    const placed: PlacedRevision = { article, revisionId, placedAt: this.deps.now() };
    const isAccepted = this.clusters.isAccepted(placed);
    if (isAccepted) {
      // Taken out since: it stays out, but its text is known from now on for as long as any.
      if (!this.records.has(revisionId)) this.noteText(placed, placed.placedAt);
      return this.answer("already-placed", article.articleId);
    }
    this.records.set(revisionId, placed);
    const edges = await this.findEdges(placed);
    const kind = this.clusters.place(placed, edges);
    if (kind !== "joined") return this.answer(kind, article.articleId);
    const clusterId = this.nameOf(article.articleId);
    const [strongest] = edges;
    if (strongest)
      return { kind, clusterId, to: strongest.to.article.articleId, evidence: strongest.evidence };
    const edge = strongestEdge(await this.evidenceOf(article.articleId), this.decide.isEdge);
    return edge
      ? { kind, clusterId, to: edge.other, evidence: edge.evidence }
      : this.answer("already-placed", article.articleId);
  }

  async clusterOf(articleId: ArticleId): Promise<ClusterId | undefined> {
    return this.clusters.nameOf(articleId);
  }

  async cluster(clusterId: ClusterId, limit = DEFAULT_MEMBER_LIMIT): Promise<ClusterView | undefined> {
    // Every name a cluster ever had is the id of a member.
    const founder = clusterId as string as ArticleId;
    const name = this.clusters.nameOf(founder);
    if (name === undefined) return undefined;
    const view = this.clusters.view(name);
    return view ? { ...view, members: view.members.slice(0, limit) } : this.loneView(founder);
  }

  async recentClusters({ minSize = MIN_CLUSTER_SIZE, since = 0, limit = DEFAULT_RECENT_LIMIT } = {}) {
    return this.clusters
      .all()
      .filter((cluster) => cluster.memberCount >= minSize && cluster.lastAt >= since)
      .sort((a, b) => b.lastAt - a.lastAt || (a.clusterId > b.clusterId ? -1 : 1))
      .slice(0, limit);
  }

  async evidenceOf(articleId: ArticleId): Promise<readonly PairEvidence[]> {
    const pairs = [...(this.evidence.get(articleId) ?? [])].map(([other, evidence]) => ({ other, evidence }));
    return pairs.sort(byStrength);
  }

  async forget(articleId: ArticleId): Promise<void> {
    for (const revisionId of this.clusters.revisionsOf(articleId)) this.takeOut(revisionId, this.deps.now());
    this.clusters.forget(articleId);
    this.evidence.delete(articleId);
  }

  async sweepExpired(now: number, limit: number): Promise<number> {
    const expired = [...this.records.values()]
      .filter(({ placedAt }) => placedAt < now - this.deps.windowMs)
      .slice(0, limit);
    for (const { revisionId, article } of expired) {
      this.takeOut(revisionId, now);
      if (this.clusters.revisionsOf(article.articleId).at(-1) !== revisionId) continue;
      this.clusters.forget(article.articleId);
      this.evidence.delete(article.articleId);
    }
    const dissolved = this.clusters.dissolve(now - this.deps.tombstoneMs, limit - expired.length);
    for (const articleId of dissolved) this.evidence.delete(articleId);
    for (const [key, note] of this.notes) if (!this.isRemembered(note, now)) this.notes.delete(key);
    return expired.length + dissolved.length;
  }

  async fullAnchors(): Promise<number> {
    return this.timesFull;
  }

  /** @returns edges to parts that are not one with the placed article yet, strongest first */
  private async findEdges(placed: PlacedRevision): Promise<Edge[]> {
    const { article, revisionId } = placed;
    if (notComparable(article.fingerprint)) return [];
    this.timesFull += this.anchors.add(article.fingerprint.anchors, revisionId);
    const edges: Edge[] = [];
    for (const candidate of candidatesOf(this.anchors.sharing(article.fingerprint.anchors), revisionId)) {
      const to = this.records.get(candidate);
      if (!to || this.isOneWith(to.article.articleId, article.articleId, edges)) continue;
      const exact = await this.compare(placed, to);
      const evidence = keptEvidence(exact);
      if (exact.containment >= MIN_KEPT_CONTAINMENT) this.keepPair(article.articleId, { to, evidence });
      if (this.decide.isEdge(exact)) edges.push({ to, evidence });
    }
    const known = this.knownText(placed);
    if (known && !this.isOneWith(known.to.article.articleId, article.articleId, edges)) {
      this.keepPair(article.articleId, known);
      // Before those that are as strong: that article is known first.
      edges.unshift(known);
    }
    return edges.sort((a, b) => strengthOf(b.evidence) - strengthOf(a.evidence));
  }

  /** True where comparing could not change the partition. */
  private isOneWith(other: ArticleId, placed: ArticleId, edges: readonly Edge[]): boolean {
    const nameOf = (articleId: ArticleId) => this.clusters.nameOf(articleId) ?? loneName(articleId);
    const name = nameOf(other);
    return [placed, ...edges.map(({ to }) => to.article.articleId)].some((member) => nameOf(member) === name);
  }

  /** An edge to the article whose text this was before, where that has left the index and is still known. */
  private knownText({ article, placedAt }: PlacedRevision): Edge | undefined {
    const key = textKeyOf(article);
    const note = key === undefined ? undefined : this.notes.get(key);
    if (!note || !this.isRemembered(note, placedAt)) return undefined;
    const { articleId, publisher, datePublished } = note;
    const to = { article: { ...article, articleId, publisher, datePublished }, placedAt: note.placedAt };
    return { to, evidence: sameTextEvidence(article, articleId) };
  }

  private isRemembered(note: TextNote, now: number): boolean {
    return isRemembered(note, this.clusters.ordinalOf(note.articleId), now - this.deps.tombstoneMs);
  }

  /** Notes the text of a revision that leaves the index. */
  private noteText({ article, revisionId, placedAt }: PlacedRevision, now: number): void {
    const { articleId, publisher, datePublished } = article;
    const key = textKeyOf(article);
    if (key === undefined || !this.clusters.revisionsOf(articleId).includes(revisionId)) return;
    const memberOrdinal = this.clusters.isMember(articleId) ? this.clusters.ordinalOf(articleId) : undefined;
    const note: TextNote = {
      ...{ articleId, publisher, datePublished, memberOrdinal },
      placedAt: noteMoment(placedAt),
    };
    const noted = this.notes.get(key);
    if (!noted || !this.isRemembered(noted, now) || outlasts(note, noted)) this.notes.set(key, note);
  }

  private keepPair(placed: ArticleId, { to, evidence }: Edge): void {
    this.keepEvidence(placed, to.article.articleId, evidence);
    this.keepEvidence(to.article.articleId, placed, flipEvidence(evidence));
  }

  private keepEvidence(of: ArticleId, other: ArticleId, evidence: Evidence): void {
    const pairs = this.evidence.get(of) ?? new Map<ArticleId, Evidence>();
    this.evidence.set(of, pairs.set(other, evidence));
    if (pairs.size <= MAX_EVIDENCE_PER_ARTICLE) return;
    const weakest = [...pairs]
      .map(([id, kept]) => ({ other: id, evidence: kept }))
      .sort(byStrength)
      .at(-1);
    if (weakest) pairs.delete(weakest.other);
  }

  private takeOut(revisionId: RevisionId, now: number): void {
    const record = this.records.get(revisionId);
    if (!record) return;
    this.noteText(record, now);
    this.anchors.remove(record.article.fingerprint.anchors, revisionId);
    this.records.delete(revisionId);
  }

  private loneView(articleId: ArticleId): ClusterView | undefined {
    const latest = this.clusters.revisionsOf(articleId).at(-1);
    const record = latest && this.records.get(latest);
    if (!record) return undefined;
    return loneView(record.article, record.placedAt);
  }

  private nameOf(articleId: ArticleId): ClusterId {
    return this.clusters.nameOf(articleId) ?? loneName(articleId);
  }

  private answer(kind: "founded" | "revised" | "already-placed", articleId: ArticleId): Placement {
    return { kind, clusterId: this.nameOf(articleId) };
  }
}
