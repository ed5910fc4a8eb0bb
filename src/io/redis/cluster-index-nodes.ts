/*
 * The forest of articles in Redis, read side: which part an article belongs to. lua/cluster-place.lua
 * writes it and describes a node's bytes. A child's parent never changes as long as its cluster lives, so
 * parents are remembered here. Each answer tells how many clusters were dissolved so far; with that number all
 * parents are forgotten. Ordinals are never given twice: a root with another ordinal than the remembered one is
 * another cluster's, founded after the remembered one was dissolved.
 */
import type { Redis } from "ioredis";
import { BoundedMap } from "../../core/cluster/bounded-map.ts";
import { loneName } from "../../core/cluster/cluster-view.ts";
import type { ArticleId, ClusterId, RevisionId } from "../../core/model.ts";
import { gather } from "./cluster-index-gather.ts";
import type { ClusterKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

const WORD_DIGITS = 8;
const WORD_BITS = 32;
const HEX = 16;
const LINK_AT = 14;
const ORDINAL_AT = 1;
const ORDINAL_BYTES = 5;
const REVISION_AT = ORDINAL_AT + ORDINAL_BYTES;
/** As of an article that is known through a copy only. */
export const NO_REVISION = "0".repeat(HEX) as RevisionId;
/** Behind a later revision that has left the index. */
const HAS_LEFT = NO_REVISION;
const REMEMBERED_PARENTS = 100_000;

/**
 * What unites with others as one: a cluster, or an article that stands alone or is not yet placed. A cluster
 * whose time is over is `dissolving` until the sweep has taken all its nodes: it unites with nothing.
 */
export interface Part {
  readonly root: ArticleId;
  readonly kind: "alone" | "cluster" | "dissolving";
  readonly name: ClusterId;
  /** Undefined where the article was never placed. */
  readonly ordinal: number | undefined;
}

export interface Node {
  readonly kind: "alone" | "root" | "child" | "dissolving";
  readonly ordinal: number;
  /** Undefined while the article is known through a copy only, its own placing not being finished. */
  readonly firstRevision: RevisionId | undefined;
  /** Whether that one has left the index. */
  readonly hasFirstLeft: boolean;
  /** Root, also of a dissolving cluster: its name; child: the parent; alone: empty. */
  readonly link: string;
  /** How many clusters had been dissolved when it was read. */
  readonly dissolvedCount: number;
}

/** What is known of a revision and its article. */
export interface Standing {
  /** Of the article's node; NO_ORDINAL where it has none. */
  readonly ordinal: number;
  /** `left`: accepted, and taken out of the index since. */
  readonly revision: "unknown" | "accepted" | "left";
}

/** As of an article without node: ordinals begin at 1. */
export const NO_ORDINAL = 0;

export const articleBytes = (id: ArticleId): Buffer => Buffer.from(id, "hex");
export const revisionBytes = (id: RevisionId): Buffer => Buffer.from(id, "hex");

const ID_BYTES = 16;

/** Nodes with their ordinals, as the place script takes them; those that were not seen yet are left out. */
export function packRoots(roots: Iterable<readonly [ArticleId, number | undefined]>): Buffer {
  const packed = [...roots].flatMap(([id, ordinal]) => {
    if (ordinal === undefined) return [];
    const bytes = Buffer.allocUnsafe(ID_BYTES + ORDINAL_BYTES);
    bytes.write(id, "hex");
    bytes.writeUIntBE(ordinal, ID_BYTES, ORDINAL_BYTES);
    return [bytes];
  });
  return Buffer.concat(packed);
}

/** Reading a node takes the server 2 us. */
const MAX_NODES_PER_CALL = 128;

const readScript = loadScript("cluster-read-nodes");

/** An article's first bits. */
export const bucketOf = (id: ArticleId, bits: number): number =>
  Number.parseInt(id.slice(0, WORD_DIGITS), HEX) >>> (WORD_BITS - bits);

const KINDS: Readonly<Record<string, Node["kind"]>> = {
  L: "alone",
  R: "root",
  C: "child",
  D: "dissolving",
};

function parseNode(packed: Buffer, dissolvedCount: number): Node {
  const letter = packed.toString("latin1", 0, 1);
  const kind = KINDS[letter.toUpperCase()];
  if (kind === undefined) throw new Error(`not a node of the cluster index: ${packed.toString("hex")}`);
  const first = packed.toString("hex", REVISION_AT, LINK_AT);
  return {
    kind,
    ordinal: packed.readUIntBE(ORDINAL_AT, ORDINAL_BYTES),
    firstRevision: first === NO_REVISION ? undefined : (first as RevisionId),
    hasFirstLeft: letter !== letter.toUpperCase(),
    link: packed.toString("hex", LINK_AT),
    dissolvedCount,
  };
}

/** A node as it was when it was seen as the parent of one with the ordinal `ofOrdinal`. */
export interface KnownParent {
  readonly id: ArticleId;
  readonly ordinal: number;
  readonly ofOrdinal: number;
}

/** A node's bytes, whether any cluster was being dissolved when they were read, and how many had been. */
interface NodeLook {
  readonly packed: Buffer | null;
  readonly isAnyDissolving: boolean;
  readonly dissolvedCount: number;
}

type ReadNode = (id: ArticleId) => Promise<Node | undefined>;

export class Forest {
  private parents = new BoundedMap<ArticleId, KnownParent>(REMEMBERED_PARENTS);
  private lastDissolvedCount = 0;
  private readonly read = gather<ArticleId, NodeLook>(MAX_NODES_PER_CALL, async (ids) => {
    const items = ids.map((id) => Buffer.concat([articleBytes(id), Buffer.from(this.bucketDigits(id))]));
    const names = [this.nodeKeyStart, this.keys.dissolving(), this.keys.dissolved()];
    const answer = await readScript.runForBytes(this.redis, names, items);
    const [dissolvingCount, dissolvedCount, ...nodes] = answer as [number, number, ...Array<Buffer | null>];
    this.seeDissolvedCount(dissolvedCount);
    return nodes.map((packed) => ({ packed, isAnyDissolving: dissolvingCount > 0, dissolvedCount }));
  });

  constructor(
    private readonly redis: Redis,
    private readonly keys: ClusterKeys,
    /** Buckets of nodes are 2 to the power of this: 15 keep them compact for 16 million articles. */
    readonly bucketBits: number,
  ) {}

  nodeKey(id: ArticleId): string {
    return this.keys.node(this.bucketBits, this.bucketDigits(id));
  }

  /** What the keys of all nodes begin with. */
  get nodeKeyStart(): string {
    return this.keys.node(this.bucketBits, "");
  }

  /** What stands behind it in the key of this article's node. */
  bucketDigits(id: ArticleId): string {
    return bucketOf(id, this.bucketBits).toString(HEX);
  }

  async node(id: ArticleId): Promise<Node | undefined> {
    const { packed, dissolvedCount } = await this.read(id);
    return packed ? parseNode(packed, dissolvedCount) : undefined;
  }

  /** Whether an article has a node. `maybe`: it has none, but may be a member of what is being dissolved. */
  async knows(id: ArticleId): Promise<"yes" | "no" | "maybe"> {
    const { packed, isAnyDissolving } = await this.read(id);
    if (packed) return "yes";
    return isAnyDissolving ? "maybe" : "no";
  }

  /** Ids of the accepted revisions, first to latest. */
  async revisionsOf(id: ArticleId): Promise<RevisionId[]> {
    const node = await this.node(id);
    if (node?.firstRevision === undefined) return [];
    const later = await this.laterRevisions(id);
    return [node.firstRevision, ...later.filter((word) => word !== HAS_LEFT)];
  }

  async standingOf(id: ArticleId, revisionId: RevisionId): Promise<Standing> {
    const node = await this.node(id);
    const ordinal = node?.ordinal ?? NO_ORDINAL;
    if (node?.firstRevision === undefined) return { ordinal, revision: "unknown" };
    if (node.firstRevision === revisionId)
      return { ordinal, revision: node.hasFirstLeft ? "left" : "accepted" };
    const later = await this.laterRevisions(id);
    const at = later.indexOf(revisionId);
    if (at < 0) return { ordinal, revision: "unknown" };
    return { ordinal, revision: later[at + 1] === HAS_LEFT ? "left" : "accepted" };
  }

  /** Their ids, and HAS_LEFT behind each that has left the index. */
  private async laterRevisions(id: ArticleId): Promise<RevisionId[]> {
    const later = await this.redis.hgetBuffer(this.keys.laterRevisions(), articleBytes(id));
    return (later?.toString("hex").match(/.{16}/g) ?? []) as RevisionId[];
  }

  /** The part of one article; one that was never placed is a part of its own, without ordinal. */
  partOf(id: ArticleId): Promise<Part> {
    return this.walk(id, (other) => this.node(other));
  }

  /** The parts of many articles. One round per step to a root. */
  async partsOf(ids: readonly ArticleId[]): Promise<Map<ArticleId, Part>> {
    const reads = new Map<ArticleId, Promise<Node | undefined>>();
    const readOnce: ReadNode = (id) => {
      const read = reads.get(id) ?? this.node(id);
      reads.set(id, read);
      return read;
    };
    const parts = await Promise.all(ids.map((id) => this.walk(id, readOnce)));
    return new Map(parts.map((part, i) => [ids[i] as ArticleId, part]));
  }

  /** How many clusters had been dissolved by the last look: what was known of parents before is out of date. */
  get dissolvedCount(): number {
    return this.lastDissolvedCount;
  }

  /** Forgets all parents where clusters were dissolved: their members may have been placed anew, apart. */
  private seeDissolvedCount(count: number): void {
    if (count === this.lastDissolvedCount) return;
    this.lastDissolvedCount = count;
    this.parents = new BoundedMap(REMEMBERED_PARENTS);
  }

  /** As far towards the root as parents are remembered, as of the last look; undefined where none is. */
  knownRoot(id: ArticleId): KnownParent | undefined {
    let root = this.parents.get(id);
    for (;;) {
      const next: KnownParent | undefined = root && this.parents.get(root.id);
      if (next === undefined || next.ofOrdinal !== root?.ordinal) return root;
      root = next;
    }
  }

  private async walk(id: ArticleId, read: ReadNode): Promise<Part> {
    const known = this.knownRoot(id);
    const node = await read(known?.id ?? id);
    if (known === undefined) return this.walkUp(id, node, read);
    if (node?.ordinal !== known.ordinal) return this.walkAnew(id);
    const part = await this.walkUp(known.id, node, read);
    // What is remembered may lead to a cluster that the article has left already.
    return part.kind === "dissolving" ? this.walkAnew(id) : part;
  }

  /** From a node as it was just read. */
  private async walkUp(id: ArticleId, node: Node | undefined, read: ReadNode): Promise<Part> {
    if (node?.kind !== "child") return partAt(id, node);
    const parent = node.link as ArticleId;
    const above = await read(parent);
    // The sweep takes nodes in any order: this one's turn is still to come.
    if (!above) return { root: id, kind: "dissolving", name: loneName(id), ordinal: undefined };
    // Where a cluster dissolved between the two reads, they may belong to different ones.
    if (node.dissolvedCount === this.dissolvedCount && above.dissolvedCount === this.dissolvedCount)
      this.parents.set(id, { id: parent, ordinal: above.ordinal, ofOrdinal: node.ordinal });
    return this.walkUp(parent, above, read);
  }

  /** Forgets the way from here to the root, and reads it again. */
  private walkAnew(id: ArticleId): Promise<Part> {
    let at: ArticleId | undefined = id;
    while (at !== undefined) {
      const next: ArticleId | undefined = this.parents.get(at)?.id;
      this.parents.delete(at);
      at = next;
    }
    return this.partOf(id);
  }
}

function partAt(root: ArticleId, node: Node | undefined): Part {
  const ordinal = node?.ordinal;
  if (node?.kind === "root") return { root, kind: "cluster", name: node.link as ClusterId, ordinal };
  if (node?.kind === "dissolving") return { root, kind: "dissolving", name: node.link as ClusterId, ordinal };
  return { root, kind: "alone", name: loneName(root), ordinal };
}
