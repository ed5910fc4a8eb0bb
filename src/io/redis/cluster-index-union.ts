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
import { strongestEdge } from "../../core/cluster/cluster-view.ts";
import type { PairDecision } from "../../core/cluster/compare.ts";
import { encodeEvidence, flipEvidence, strengthOf } from "../../core/cluster/evidence-line.ts";
import {
  DEFAULT_REPRESENTATIVE_ORDER,
  type RepresentativeCriterion,
  representativeRank,
} from "../../core/cluster/representative.ts";
import { unpackNote } from "../../core/cluster/text-note-bytes.ts";
import { sameTextEvidence, textKeyOf } from "../../core/cluster/text-notes.ts";
import type { ArticleId, ClusterId, ComparedArticle, Evidence, Placement } from "../../core/model.ts";
import type { Dissolution } from "./cluster-index-dissolve.ts";
import type { EvidenceStore, PairNote } from "./cluster-index-evidence.ts";
import { gather } from "./cluster-index-gather.ts";
import { articleBytes, type Forest, packRoots, revisionBytes } from "./cluster-index-nodes.ts";
import type { TextNotes } from "./cluster-index-texts.ts";
import { encodeWord } from "./cluster-index-words.ts";
import type { ClusterKeys } from "./keys.ts";
import { loadScript, type ScriptArgument } from "./scripts.ts";

/** A day of the world's news, so that a consumer may be down that long. */
const DEFAULT_KEPT_EVENTS = 1_000_000;
/** Of one call of the place script, so that its work is bounded: 10 us an edge, 5 us a note. */
const MAX_EDGES_PER_CALL = 15;
const MAX_NOTES_PER_CALL = 64;
/** A second call is for a text's former article; a third where that has left meanwhile, and another has its text. */
const MAX_CALLS_PER_STEP = 10;

/** One call of the script holds the server up for 5 us per article. */
const MAX_FOUNDED_PER_CALL = 64;

const NOTHING = Buffer.alloc(0);

const placeScript = loadScript("cluster-place");
const foundScript = loadScript("cluster-found");

export interface UnionDeps {
  readonly redis: Redis;
  readonly keys: ClusterKeys;
  readonly forest: Forest;
  readonly evidence: EvidenceStore;
  readonly texts: TextNotes;
  readonly dissolution: Dissolution;
  readonly isEdge: PairDecision["isEdge"];
  readonly order: readonly RepresentativeCriterion[] | undefined;
  readonly keptEvents: number | undefined;
}

/** What comparing an article with its candidates has given. */
export interface Comparison {
  /** Strongest first. */
  readonly edges: readonly Edge[];
  /** Pairs whose evidence is kept. */
  readonly pairs: readonly PairNote[];
  /**
   * Roots of which something is taken for granted, as `packRoots` gives them: that the article is one with them, or
   * that candidates are which were left out. Where one was dissolved since, these may be apart by now.
   */
  readonly relied: Buffer;
  /** Candidates that were left out, since the article is one with them if it is with its edges: is that so? */
  readonly assumedOne: readonly ArticleId[];
}

/** What the place script is told of an article, as its record or the note on its text tells it. */
export interface EdgeEnd {
  readonly article: ComparedArticle;
  readonly stored: { readonly articleId: ArticleId; readonly placedAt: number };
}

/** A comparison that makes one cluster of two. */
export interface Edge {
  readonly to: EdgeEnd;
  /** With the placed article as side a. */
  readonly evidence: Evidence;
}

const byStrength = (a: Edge, b: Edge): number => strengthOf(b.evidence) - strengthOf(a.evidence);

/** One call of the place script. */
interface PlaceStep {
  readonly edges: readonly Edge[];
  /** Of all calls for one article: it is joined to that. */
  readonly strongest: Edge | undefined;
  readonly notes: readonly Buffer[];
  /** In it the text is looked up, and what is relied on and assumed; later ones finish what it has begun. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly relied: Buffer;
  readonly assumedOne: readonly ArticleId[];
}

interface PlaceAnswer {
  readonly kind: string;
  readonly clusterId: ClusterId;
  readonly strongest: Edge | undefined;
}

export class Union {
  private readonly placeKeys: readonly string[];
  private readonly placeSettings: string;
  private readonly foundOne = gather<Buffer, number>(
    MAX_FOUNDED_PER_CALL,
    (items) =>
      foundScript.run(
        this.deps.redis,
        [this.deps.forest.nodeKeyStart, this.deps.keys.ordinal(), this.deps.texts.keyStart],
        items,
      ) as Promise<number[]>,
  );

  constructor(private readonly deps: UnionDeps) {
    const { keys, forest, evidence, texts, keptEvents } = deps;
    this.placeKeys = [
      forest.nodeKeyStart,
      keys.ordinal(),
      keys.laterRevisions(),
      keys.recent(),
      keys.events(),
      keys.cluster(""),
      keys.members(""),
      evidence.keyStart,
      texts.keyStart,
      keys.publishers(""),
    ];
    const kept = [keptEvents ?? DEFAULT_KEPT_EVENTS, MAX_COUNTED_PUBLISHERS, MAX_EVIDENCE_PER_ARTICLE];
    this.placeSettings = [forest.bucketBits, evidence.bucketBits, ...kept].join(" ");
  }

  /**
   * Accepts the first revision of an article without edges.
   * @returns false where the article is known meanwhile, or its text from before: then `unite` it
   */
  async found({ article, revisionId }: PlacedRevision): Promise<boolean> {
    const { articleId } = article;
    const text = this.deps.texts.placeOf(textKeyOf(article));
    const buckets = Buffer.from(`${this.deps.forest.bucketDigits(articleId)}\0${text.digits}\0`, "latin1");
    const item = Buffer.concat([articleBytes(articleId), revisionBytes(revisionId), buckets, text.field]);
    return (await this.foundOne(item)) === 1;
  }

  /**
   * Accepts the revision, unites what its edges connect and keeps the evidence.
   * @returns `dissolved` where what was relied on is gone: enter and compare again; `apart` where what was assumed is
   * not so: compare again
   */
  async unite(
    placing: PlacedRevision,
    { edges, pairs, relied, assumedOne }: Comparison,
  ): Promise<Placement | "apart" | "dissolved"> {
    const notes = await this.deps.evidence.notesOf(placing.article.articleId, pairs);
    const calls = Math.max(
      1,
      Math.ceil(edges.length / MAX_EDGES_PER_CALL),
      Math.ceil(notes.length / MAX_NOTES_PER_CALL),
    );
    let hasJoined = false;
    let strongest = edges[0];
    for (let call = 0; call < calls; call++) {
      const answer = await this.callPlace(placing, {
        strongest,
        edges: edges.slice(call * MAX_EDGES_PER_CALL, (call + 1) * MAX_EDGES_PER_CALL),
        notes: notes.slice(call * MAX_NOTES_PER_CALL, (call + 1) * MAX_NOTES_PER_CALL),
        isFirst: call === 0,
        isLast: call === calls - 1,
        relied: call === 0 ? relied : NOTHING,
        assumedOne: call === 0 ? assumedOne : [],
      });
      if (answer.kind === "dissolved" || answer.kind === "apart") return answer.kind;
      hasJoined ||= answer.kind === "joined";
      strongest = answer.strongest;
      if (call < calls - 1) continue;
      if (answer.kind === "united" && !hasJoined) return this.unitedByCopy(placing, answer.clusterId);
      return placementOf(hasJoined ? { ...answer, kind: "joined" } : answer);
    }
    throw new Error("unreachable: there is at least one call");
  }

  /** What a copy that was quicker has found is what the article is told, too. */
  private async unitedByCopy({ article }: PlacedRevision, clusterId: ClusterId): Promise<Placement> {
    const edge = strongestEdge(await this.deps.evidence.of(article.articleId), this.deps.isEdge);
    // Forgotten since.
    if (!edge) return { kind: "already-placed", clusterId };
    return { kind: "joined", clusterId, to: edge.other, evidence: edge.evidence };
  }

  /** Once more with one more edge where its text was another article's. */
  private async callPlace(placing: PlacedRevision, first: PlaceStep): Promise<PlaceAnswer> {
    let step = first;
    for (let tries = 0; tries < MAX_CALLS_PER_STEP; tries++) {
      const args = this.placeArgs(placing, step);
      const answer = await placeScript.runForBytes(this.deps.redis, this.placeKeys, args);
      const [word, detail] = answer as [Buffer, Buffer | undefined];
      const kind = word.toString();
      if (kind === "same-text" && detail) step = await this.withSameText(placing, first, detail);
      else if (kind === "dissolving") {
        // Others have met the article and not united with it: that is up to a new comparison.
        await this.deps.dissolution.finish();
        return { kind: "dissolved", clusterId: "" as ClusterId, strongest: undefined };
      } else return { kind, clusterId: String(detail ?? "") as ClusterId, strongest: step.strongest };
    }
    throw new Error(
      `article ${placing.article.articleId}: its text was another's in each of ${MAX_CALLS_PER_STEP} calls`,
    );
  }

  /**
   * The step with an edge to the article whose text this was, before those that are as strong: that one is known
   * first, and the cluster bears its name.
   */
  private async withSameText(
    { article }: PlacedRevision,
    step: PlaceStep,
    packed: Buffer,
  ): Promise<PlaceStep> {
    const { articleId, publisher, datePublished, placedAt, memberOrdinal } = unpackNote(packed);
    const evidence = sameTextEvidence(article, articleId);
    const to = {
      article: { ...article, articleId, publisher, datePublished },
      stored: { articleId, placedAt },
    };
    const edges = [{ to, evidence }, ...step.edges].sort(byStrength);
    const notes = await this.deps.evidence.notesOf(article.articleId, [
      { a: article.articleId, b: articleId, evidence },
    ]);
    const strongest = [edges[0], step.strongest].filter((edge) => edge !== undefined).sort(byStrength)[0];
    const relied = Buffer.concat([step.relied, packRoots([[articleId, memberOrdinal]])]);
    return { ...step, edges, strongest, notes: [...step.notes, ...notes], relied };
  }

  private placeArgs(
    { article, revisionId, placedAt }: PlacedRevision,
    { edges, strongest, notes, isFirst, isLast, relied, assumedOne }: PlaceStep,
  ): ScriptArgument[] {
    const { texts } = this.deps;
    const text = texts.placeOf(textKeyOf(article));
    const joinedTo = strongest?.to.stored.articleId ?? "-";
    const ids = [article.articleId, ...edges.map(({ to }) => to.stored.articleId)];
    return [
      this.placeSettings,
      `${placedAt} ${isLast ? 1 : 0} ${texts.since(placedAt)} ${joinedTo} ${text.digits}`,
      isFirst ? text.field : NOTHING,
      relied,
      Buffer.from(assumedOne.join(""), "hex"),
      Buffer.from(revisionId + ids.join(""), "hex"),
      this.wordsOf(article, placedAt, strongest?.evidence),
      ...edges.map(({ to, evidence }) =>
        this.wordsOf(to.article, to.stored.placedAt, flipEvidence(evidence)),
      ),
      ...notes,
    ];
  }

  /** What the place script is told of an article. */
  private wordsOf(article: ComparedArticle, placedAt: number, evidence: Evidence | undefined): string {
    const { articleId, publisher, datePublished, fingerprint } = article;
    const ranked = { articleId, publisher, datePublished, tokenCount: fingerprint.tokenCount };
    const rank = representativeRank(ranked, this.deps.order ?? DEFAULT_REPRESENTATIVE_ORDER);
    const line = evidence ? encodeEvidence(evidence) : "-";
    return `${encodeWord(publisher)} ${encodeWord(datePublished)} ${rank} ${placedAt} ${line}`;
  }
}

function placementOf({ kind, clusterId, strongest }: PlaceAnswer): Placement {
  if (kind === "founded" || kind === "revised" || kind === "already-placed") return { kind, clusterId };
  if (kind !== "joined" || !strongest) throw new Error(`cluster-place answered "${kind}"`);
  return { kind, clusterId, to: strongest.to.stored.articleId, evidence: strongest.evidence };
}
