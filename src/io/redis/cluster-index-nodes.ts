/*
 * The forest of articles in Redis, read side: which part an article belongs to. lua/cluster-place.lua
 * writes it and describes a node's bytes. A child's parent never changes, so parents are remembered here;
 * whether a root still is one is asked each time, and asked again by the place script.
 */
import type { Redis } from "ioredis";
import { loneName } from "../../core/cluster/cluster-view.ts";
import type { ArticleId, ClusterId, RevisionId } from "../../core/model.ts";
import { BoundedMap } from "./cluster-index-cache.ts";
import type { ClusterKeys } from "./keys.ts";

/** Articles per bucket stay below the 512 up to which Redis keeps a hash compact, for 33 million articles. */
const NODE_BUCKET_HEX_DIGITS = 4;
const HEX = 16;
const LINK_AT = 14;
const ORDINAL_AT = 1;
const ORDINAL_BYTES = 5;
const REVISION_AT = ORDINAL_AT + ORDINAL_BYTES;
const NO_REVISION = "0".repeat(HEX);
const REMEMBERED_PARENTS = 100_000;

/** What unites with others as one: a cluster, or an article that stands alone or is not yet placed. */
export interface Part {
  readonly root: ArticleId;
  readonly kind: "alone" | "cluster";
  readonly name: ClusterId;
}

export interface Node {
  readonly kind: "alone" | "root" | "child";
  /** Undefined while the article is known through a copy only, its own placing not being finished. */
  readonly firstRevision: RevisionId | undefined;
  /** Root: the cluster's name; child: the parent; alone: empty. */
  readonly link: string;
}

export const articleBytes = (id: ArticleId): Buffer => Buffer.from(id, "hex");
export const nodeBucketOf = (id: ArticleId): number =>
  Number.parseInt(id.slice(0, NODE_BUCKET_HEX_DIGITS), HEX);

const KINDS: Readonly<Record<string, Node["kind"]>> = { L: "alone", R: "root", C: "child" };

function parseNode(packed: Buffer): Node {
  const kind = KINDS[packed.toString("latin1", 0, 1)];
  if (kind === undefined) throw new Error(`not a node of the cluster index: ${packed.toString("hex")}`);
  const first = packed.toString("hex", REVISION_AT, LINK_AT);
  return {
    kind,
    firstRevision: first === NO_REVISION ? undefined : (first as RevisionId),
    link: packed.toString("hex", LINK_AT),
  };
}

export class Forest {
  private readonly parents = new BoundedMap<ArticleId, ArticleId>(REMEMBERED_PARENTS);

  constructor(
    private readonly redis: Redis,
    private readonly keys: ClusterKeys,
  ) {}

  nodeKey(id: ArticleId): string {
    return this.keys.node(nodeBucketOf(id));
  }

  async node(id: ArticleId): Promise<Node | undefined> {
    const packed = await this.redis.hgetBuffer(this.nodeKey(id), articleBytes(id));
    return packed ? parseNode(packed) : undefined;
  }

  /** Ids of the accepted revisions, first to latest. */
  async revisionsOf(id: ArticleId): Promise<RevisionId[]> {
    const node = await this.node(id);
    if (node?.firstRevision === undefined) return [];
    const later = await this.redis.hgetBuffer(this.keys.laterRevisions(), articleBytes(id));
    const ids = (later?.toString("hex").match(/.{16}/g) ?? []) as RevisionId[];
    return [node.firstRevision, ...ids];
  }

  /** The part of one article; `undefined` where it was never placed. */
  async partOf(id: ArticleId): Promise<Part | undefined> {
    const root = this.knownRoot(id);
    const node = await this.node(root);
    if (!node) return undefined;
    if (node.kind !== "child") return partAt(root, node);
    this.parents.set(root, node.link as ArticleId);
    return this.partOf(node.link as ArticleId);
  }

  /** The parts of many articles; one that was never placed is a part of its own. One round per step to a root. */
  async partsOf(ids: readonly ArticleId[]): Promise<Map<ArticleId, Part>> {
    const parts = new Map<ArticleId, Part>();
    let open = [...new Set(ids.map((id) => this.knownRoot(id)))];
    while (open.length > 0) {
      const nodes = await Promise.all(open.map((id) => this.node(id)));
      const next = new Set<ArticleId>();
      for (const [i, id] of open.entries()) {
        const node = nodes[i];
        if (node?.kind === "child") {
          this.parents.set(id, node.link as ArticleId);
          next.add(this.knownRoot(id));
        } else parts.set(id, partAt(id, node));
      }
      open = [...next].filter((id) => !parts.has(id));
    }
    return new Map(ids.map((id) => [id, parts.get(this.knownRoot(id)) ?? partAt(id, undefined)]));
  }

  /** As far towards the root as parents are remembered; never leaves the part. */
  knownRoot(id: ArticleId): ArticleId {
    let root = id;
    for (let parent = this.parents.get(root); parent !== undefined; parent = this.parents.get(root))
      root = parent;
    return root;
  }
}

function partAt(root: ArticleId, node: Node | undefined): Part {
  return node?.kind === "root"
    ? { root, kind: "cluster", name: node.link as ClusterId }
    : { root, kind: "alone", name: loneName(root) };
}
