/*
 * The last step of placing: hands the edges and the evidence to the place script, which finds the parts that
 * they connect and unites them.
 */
import type { Redis } from "ioredis";
import {
  MAX_COUNTED_PUBLISHERS,
  MAX_EVIDENCE_PER_ARTICLE,
  type PlacedRevision,
} from "../../core/cluster/cluster-index.ts";
import { encodeEvidence, flipEvidence } from "../../core/cluster/evidence-line.ts";
import {
  DEFAULT_REPRESENTATIVE_ORDER,
  type RepresentativeCriterion,
  representativeRank,
} from "../../core/cluster/representative.ts";
import type { ClusterId, ComparedArticle, Evidence, Placement } from "../../core/model.ts";
import type { Dissolution } from "./cluster-index-dissolve.ts";
import type { EvidenceStore, PairNote } from "./cluster-index-evidence.ts";
import { gather } from "./cluster-index-gather.ts";
import { articleBytes, type Forest, revisionBytes } from "./cluster-index-nodes.ts";
import type { RecordedRevision } from "./cluster-index-records.ts";
import { encodeWord } from "./cluster-index-words.ts";
import type { ClusterKeys } from "./keys.ts";
import { loadScript, type ScriptArgument } from "./scripts.ts";

/** A day of the world's news, so that a consumer may be down that long. */
const DEFAULT_KEPT_EVENTS = 1_000_000;
/** Of one call of the place script, so that its work is bounded: 10 us an edge, 5 us a note. */
const MAX_EDGES_PER_CALL = 15;
const MAX_NOTES_PER_CALL = 64;
/** A cluster dissolves once in months. */
const MAX_PLACE_TRIES = 10;

/** One call of the script holds the server up for 5 us per article. */
const MAX_FOUNDED_PER_CALL = 64;

const placeScript = loadScript("cluster-place");
const foundScript = loadScript("cluster-found");

export interface UnionDeps {
  readonly redis: Redis;
  readonly keys: ClusterKeys;
  readonly forest: Forest;
  readonly evidence: EvidenceStore;
  readonly dissolution: Dissolution;
  readonly order: readonly RepresentativeCriterion[] | undefined;
  readonly keptEvents: number | undefined;
}

/** A comparison that makes one cluster of two. */
export interface Edge {
  readonly to: RecordedRevision;
  /** With the placed article as side a. */
  readonly evidence: Evidence;
}

/** One call of the place script. */
interface PlaceStep {
  readonly edges: readonly Edge[];
  readonly notes: readonly Buffer[];
  readonly isLast: boolean;
}

interface PlaceAnswer {
  readonly kind: string;
  readonly clusterId: ClusterId;
}

export class Union {
  private readonly placeKeys: readonly string[];
  private readonly foundOne = gather<Buffer, number>(
    MAX_FOUNDED_PER_CALL,
    (items) =>
      foundScript.run(
        this.deps.redis,
        [this.deps.forest.nodeKeyStart, this.deps.keys.ordinal()],
        items,
      ) as Promise<number[]>,
  );

  constructor(private readonly deps: UnionDeps) {
    const { keys, forest, evidence } = deps;
    this.placeKeys = [
      forest.nodeKeyStart,
      keys.ordinal(),
      keys.laterRevisions(),
      keys.recent(),
      keys.events(),
      keys.cluster(""),
      keys.members(""),
      evidence.keyStart,
    ];
  }

  /**
   * Accepts the first revision of an article without edges.
   * @returns false where the article is known meanwhile: then `unite` it
   */
  async found({ article, revisionId }: PlacedRevision): Promise<boolean> {
    const { articleId } = article;
    const digits = Buffer.from(this.deps.forest.bucketDigits(articleId), "latin1");
    const item = Buffer.concat([articleBytes(articleId), revisionBytes(revisionId), digits]);
    return (await this.foundOne(item)) === 1;
  }

  /**
   * Accepts the revision, unites what its edges connect and keeps the evidence.
   * @param edges strongest first
   */
  async unite(
    placing: PlacedRevision,
    edges: readonly Edge[],
    pairs: readonly PairNote[],
  ): Promise<Placement> {
    const notes = await this.deps.evidence.notesOf(placing.article.articleId, pairs);
    const calls = Math.max(
      1,
      Math.ceil(edges.length / MAX_EDGES_PER_CALL),
      Math.ceil(notes.length / MAX_NOTES_PER_CALL),
    );
    let hasJoined = false;
    for (let call = 0; call < calls; call++) {
      const answer = await this.callPlace(placing, edges[0], {
        edges: edges.slice(call * MAX_EDGES_PER_CALL, (call + 1) * MAX_EDGES_PER_CALL),
        notes: notes.slice(call * MAX_NOTES_PER_CALL, (call + 1) * MAX_NOTES_PER_CALL),
        isLast: call === calls - 1,
      });
      hasJoined ||= answer.kind === "joined";
      if (call < calls - 1) continue;
      return placementOf(hasJoined ? { ...answer, kind: "joined" } : answer, edges[0]);
    }
    throw new Error("unreachable: there is at least one call");
  }

  /** Once more where the article's own cluster is being dissolved, once that is done. */
  private async callPlace(
    placing: PlacedRevision,
    strongest: Edge | undefined,
    step: PlaceStep,
  ): Promise<PlaceAnswer> {
    for (let tries = 0; tries < MAX_PLACE_TRIES; tries++) {
      const args = this.placeArgs(placing, strongest, step);
      const [kind = "", clusterId = ""] = (await placeScript.run(
        this.deps.redis,
        this.placeKeys,
        args,
      )) as string[];
      if (kind !== "dissolving") return { kind, clusterId: clusterId as ClusterId };
      await this.deps.dissolution.finish();
    }
    throw new Error(
      `article ${placing.article.articleId}: its clusters dissolved ${MAX_PLACE_TRIES} times while it was placed`,
    );
  }

  private placeArgs(
    { article, revisionId, placedAt }: PlacedRevision,
    strongest: Edge | undefined,
    { edges, notes, isLast }: PlaceStep,
  ): ScriptArgument[] {
    const { forest, evidence, keptEvents } = this.deps;
    const args: ScriptArgument[] = [
      forest.bucketBits,
      evidence.bucketBits,
      placedAt,
      keptEvents ?? DEFAULT_KEPT_EVENTS,
      MAX_COUNTED_PUBLISHERS,
      MAX_EVIDENCE_PER_ARTICLE,
      isLast ? 1 : 0,
      revisionBytes(revisionId),
      strongest?.to.stored.articleId ?? "-",
      edges.length,
    ];
    this.pushArticle(args, article, placedAt, strongest?.evidence);
    for (const { to, evidence: seen } of edges) {
      this.pushArticle(args, to.article, to.stored.placedAt, flipEvidence(seen));
    }
    args.push(...notes);
    return args;
  }

  /** What the place script needs of an article. */
  private pushArticle(
    args: ScriptArgument[],
    article: ComparedArticle,
    placedAt: number,
    evidence: Evidence | undefined,
  ): void {
    const { tokenCount } = article.fingerprint;
    args.push(
      articleBytes(article.articleId),
      encodeWord(article.publisher),
      encodeWord(article.datePublished),
      representativeRank({ ...article, tokenCount }, this.deps.order ?? DEFAULT_REPRESENTATIVE_ORDER),
      placedAt,
      evidence ? encodeEvidence(evidence) : "-",
    );
  }
}

function placementOf(answer: PlaceAnswer, strongest: Edge | undefined): Placement {
  const { kind, clusterId } = answer;
  if (kind === "founded" || kind === "revised" || kind === "already-placed") return { kind, clusterId };
  if (kind !== "joined" || !strongest) throw new Error(`cluster-place answered "${kind}"`);
  return { kind, clusterId, to: strongest.to.stored.articleId, evidence: strongest.evidence };
}
