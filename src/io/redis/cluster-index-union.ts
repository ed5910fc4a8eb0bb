/*
 * The last step of placing: looks up the parts that edges connect and hands them to the place script,
 * again where one has moved on meanwhile.
 */
import type { Redis } from "ioredis";
import { MAX_COUNTED_PUBLISHERS, type PlacedRevision } from "../../core/cluster/cluster-index.ts";
import { encodeEvidence, flipEvidence } from "../../core/cluster/evidence-line.ts";
import {
  DEFAULT_REPRESENTATIVE_ORDER,
  type RepresentativeCriterion,
  representativeRank,
} from "../../core/cluster/representative.ts";
import type { ArticleId, ClusterId, ComparedArticle, Evidence, Placement } from "../../core/model.ts";
import type { Dissolution } from "./cluster-index-dissolve.ts";
import { gather } from "./cluster-index-gather.ts";
import { articleBytes, type Forest, type Part, revisionBytes } from "./cluster-index-nodes.ts";
import type { RecordedRevision } from "./cluster-index-records.ts";
import { encodeWord } from "./cluster-index-words.ts";
import type { ClusterKeys } from "./keys.ts";
import { loadScript, type ScriptArgument } from "./scripts.ts";

/** A day of the world's news, so that a consumer may be down that long. */
const DEFAULT_KEPT_EVENTS = 1_000_000;
/** Parts united by one call of the place script, so that its work is bounded. */
const MAX_PARTS_PER_CALL = 16;
/** A part moves on only when clusters merge, so a second try nearly always succeeds. */
const MAX_PLACE_TRIES = 1_000;

/** One call of the script holds the server up for 5 us per article. */
const MAX_FOUNDED_PER_CALL = 64;

const placeScript = loadScript("cluster-place");
const foundScript = loadScript("cluster-found");

export interface UnionDeps {
  readonly redis: Redis;
  readonly keys: ClusterKeys;
  readonly forest: Forest;
  readonly dissolution: Dissolution;
  readonly order: readonly RepresentativeCriterion[] | undefined;
  readonly keptEvents: number | undefined;
}

/** A comparison that makes one cluster of two. */
export interface Edge {
  readonly to: RecordedRevision;
  /** Its part when it was compared. */
  readonly part: Part;
  /** With the placed article as side a. */
  readonly evidence: Evidence;
}

export class Union {
  private readonly foundOne = gather<Buffer, number>(
    MAX_FOUNDED_PER_CALL,
    (items) =>
      foundScript.run(
        this.deps.redis,
        [this.deps.forest.nodeKeyStart, this.deps.keys.ordinal()],
        items,
      ) as Promise<number[]>,
  );

  constructor(private readonly deps: UnionDeps) {}

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

  /** Looks up the parts and unites them, again where one has moved on meanwhile. */
  async unite(placing: PlacedRevision, ownBefore: Part, edges: readonly Edge[]): Promise<Placement> {
    let hasJoined = false;
    for (let tries = 0; tries < MAX_PLACE_TRIES; tries++) {
      // Looked up a moment ago; the script tells where that is out of date.
      const { own, others } =
        tries === 0 ? toUnite(ownBefore, edges) : await this.partsToUnite(placing, edges);
      const some = others.slice(0, MAX_PARTS_PER_CALL - 1);
      const isLast = some.length === others.length;
      const answer = await this.callPlace(placing, own, some, { edges, isLast });
      hasJoined ||= answer.kind === "joined";
      if (answer.kind === "moved" || !isLast) continue;
      return placementOf(hasJoined ? { ...answer, kind: "joined" } : answer, edges[0]);
    }
    throw new Error(
      `article ${placing.article.articleId}: its clusters moved on ${MAX_PLACE_TRIES} times while it was placed`,
    );
  }

  /** Looks the parts up again. */
  private async partsToUnite({ article }: PlacedRevision, edges: readonly Edge[]) {
    const ids = [article.articleId, ...edges.map(({ to }) => to.stored.articleId)];
    const parts = await this.deps.forest.partsOf(ids);
    const partOf = (id: ArticleId): Part => parts.get(id) as Part;
    let own = partOf(article.articleId);
    if (own.kind === "dissolving") {
      await this.deps.dissolution.finish();
      own = await this.deps.forest.partOf(article.articleId);
    }
    return toUnite(
      own,
      edges.map((edge) => ({ ...edge, part: partOf(edge.to.stored.articleId) })),
    );
  }

  private async callPlace(
    { article, revisionId, placedAt }: PlacedRevision,
    own: Part,
    others: readonly Edge[],
    { edges, isLast }: { readonly edges: readonly Edge[]; readonly isLast: boolean },
  ): Promise<{ kind: string; clusterId: ClusterId }> {
    const { keys } = this.deps;
    const { articleId } = article;
    const strongest = edges[0];
    const names = [
      this.deps.forest.nodeKey(articleId),
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
      isLast ? 1 : 0,
      ...this.partArgs(own, article, placedAt, strongest?.to.stored.articleId, strongest?.evidence),
    ];
    for (const { part, to, evidence } of others) {
      const { article: other, stored } = to;
      args.push(...this.partArgs(part, other, stored.placedAt, articleId, flipEvidence(evidence)));
    }
    const answer = (await placeScript.run(this.deps.redis, names, args)) as string[];
    return { kind: answer[0] ?? "", clusterId: (answer[1] ?? "") as ClusterId };
  }

  private partKeys({ root, name }: Part): string[] {
    return [this.deps.forest.nodeKey(root), this.deps.keys.cluster(name), this.deps.keys.members(name)];
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
      encodeWord(article.publisher),
      encodeWord(article.datePublished),
      representativeRank({ ...article, tokenCount }, this.deps.order ?? DEFAULT_REPRESENTATIVE_ORDER),
      placedAt,
      joinedTo ?? "-",
      evidence ? encodeEvidence(evidence) : "-",
    ];
  }
}

/** The own part, and each other part that edges reach, once, with its strongest edge. */
function toUnite(own: Part, edges: readonly Edge[]): { own: Part; others: Edge[] } {
  const others = new Map<ArticleId, Edge>();
  for (const edge of edges) {
    const { kind, root } = edge.part;
    // What is being dissolved is no longer there: its revisions have left the index.
    if (kind !== "dissolving" && root !== own.root && !others.has(root)) others.set(root, edge);
  }
  return { own, others: [...others.values()] };
}

function placementOf(answer: { kind: string; clusterId: ClusterId }, strongest: Edge | undefined): Placement {
  const { kind, clusterId } = answer;
  if (kind === "founded" || kind === "revised" || kind === "already-placed") return { kind, clusterId };
  if (kind !== "joined" || !strongest) throw new Error(`cluster-place answered "${kind}"`);
  return { kind, clusterId, to: strongest.to.stored.articleId, evidence: strongest.evidence };
}
