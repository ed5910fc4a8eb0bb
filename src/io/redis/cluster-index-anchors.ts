/*
 * The anchor shards in Redis: which revisions share anchors with a new one.
 *
 *   anchor --spread--> | bucket: top bits | slot: low bits |
 *                         one hash           its field        value: packed ids of 8 bytes
 *
 * A bucket of a few dozen slots stays in Redis' compact encoding: 14 bytes per anchor and revision, where
 * a set per anchor takes about 100. Anchors are the smallest hashes of a text, so they crowd near zero; a
 * bijection spreads them over the buckets.
 */
import type { Redis } from "ioredis";
import { MAX_REVISIONS_PER_ANCHOR } from "../../core/cluster/cluster-index.ts";
import { SharedAnchors } from "../../core/cluster/shared-anchors.ts";
import { spreadBits } from "../../core/fingerprint/hashing.ts";
import type { RevisionId } from "../../core/model.ts";
import type { ClusterKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

const ANCHOR_BITS = 32;
const ANCHOR_BYTES = 4;
const MS_PER_HOUR = 3_600_000;
const HEX = 16;
/** 256 shards at most. */
const HOME_HEX_DIGITS = 2;

const appendScript = loadScript("cluster-append-anchors");
const readScript = loadScript("cluster-read-anchors");
const removeScript = loadScript("cluster-remove-anchors");

export interface AnchorShardsDeps {
  readonly redis: Redis;
  readonly keys: ClusterKeys;
  /** 1 to 256. */
  readonly shardCount: number;
  /** Buckets per shard are 2 to the power of this. */
  readonly bucketBits: number;
}

/** The anchors of one revision that lie in one shard. */
interface ShardPart {
  readonly shard: number;
  readonly anchors: number[];
  readonly buckets: string[];
}

function packed({ anchors }: ShardPart): Buffer {
  const bytes = Buffer.allocUnsafe(anchors.length * ANCHOR_BYTES);
  for (const [i, anchor] of anchors.entries()) bytes.writeUInt32BE(anchor, i * ANCHOR_BYTES);
  return bytes;
}

export const hourOf = (ms: number): number => Math.floor(ms / MS_PER_HOUR);
export const revisionBytes = (id: RevisionId): Buffer => Buffer.from(id, "hex");

export class AnchorShards {
  private readonly slots: number;
  private readonly shared = new SharedAnchors();

  constructor(private readonly deps: AnchorShardsDeps) {
    this.slots = 2 ** (ANCHOR_BITS - deps.bucketBits);
  }

  /**
   * Adds the revision to all shards of its anchors, and to its home shard's list of what was placed when;
   * then reads all. A revision without anchors is listed, too, so that it expires.
   * @returns candidates: revisions that share two anchors and more, most shared first
   */
  async append(revisionId: RevisionId, anchors: Uint32Array, placedAt: number): Promise<RevisionId[]> {
    const home = Number.parseInt(revisionId.slice(0, HOME_HEX_DIGITS), HEX) % this.deps.shardCount;
    const parts = this.partsOf(anchors, home);
    const answers = await Promise.all(
      parts.map((part) => this.appendPart(part, revisionId, hourOf(placedAt), home)),
    );
    // With one shard the answer is complete. With several, a copy may have come to a shard after this one.
    const lists = parts.length === 1 ? answers : await Promise.all(parts.map((part) => this.readPart(part)));
    return this.shared.candidates(lists.flat(), revisionId);
  }

  async remove(revisionId: RevisionId, anchors: Uint32Array): Promise<void> {
    await Promise.all(this.partsOf(anchors).map((part) => this.removePart(part, revisionId)));
  }

  private appendPart(part: ShardPart, revisionId: RevisionId, hour: number, home: number): Promise<Buffer[]> {
    const { redis, keys } = this.deps;
    const names = [
      keys.placedIn(part.shard, hour),
      keys.hours(part.shard),
      keys.crowdedAnchors(part.shard),
      keys.fullAnchors(part.shard),
      ...part.buckets,
    ];
    const isHome = part.shard === home ? 1 : 0;
    const args = [
      revisionBytes(revisionId),
      hour,
      isHome,
      this.slots,
      MAX_REVISIONS_PER_ANCHOR,
      packed(part),
    ];
    return appendScript.runForBytes(redis, names, args) as Promise<Buffer[]>;
  }

  private readPart(part: ShardPart): Promise<Buffer[]> {
    const names = [this.deps.keys.crowdedAnchors(part.shard), ...part.buckets];
    const args = [this.slots, packed(part)];
    return readScript.runForBytes(this.deps.redis, names, args) as Promise<Buffer[]>;
  }

  private async removePart(part: ShardPart, revisionId: RevisionId): Promise<void> {
    const names = [this.deps.keys.crowdedAnchors(part.shard), ...part.buckets];
    await removeScript.run(this.deps.redis, names, [revisionBytes(revisionId), this.slots, packed(part)]);
  }

  /** @param home a shard that is a part in any case */
  private partsOf(anchors: Uint32Array, home?: number): ShardPart[] {
    const { keys, shardCount, bucketBits } = this.deps;
    const parts = new Map<number, ShardPart>();
    const partOf = (shard: number): ShardPart => {
      const part = parts.get(shard) ?? { shard, anchors: [], buckets: [] };
      parts.set(shard, part);
      return part;
    };
    for (const anchor of anchors) {
      const spread = spreadBits(anchor) >>> 0;
      const part = partOf(spread % shardCount);
      part.anchors.push(spread);
      part.buckets.push(keys.anchorBucket(part.shard, bucketBits, spread >>> (ANCHOR_BITS - bucketBits)));
    }
    if (home !== undefined) partOf(home);
    return [...parts.values()];
  }
}
