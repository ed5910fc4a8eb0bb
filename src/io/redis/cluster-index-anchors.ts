/*
 * The anchor shards in Redis: which revisions share anchors with a new one.
 *
 *   anchor --spread, top 29 bits--> | bucket: bucketBits | group: 5 bits | tag: 8 bits … |
 *                                     one hash             its field       value: entries of 5 bytes,
 *                                                                          tag and handle
 *
 * A group holds the entries of several anchors, so that the field's own bytes are shared, and a bucket of 32
 * groups stays in Redis' compact encoding: 7 bytes per anchor and revision, where a set per anchor takes
 * about 100. Anchors are the smallest hashes of a text, so they crowd near zero; a bijection spreads them.
 * At 16 bucket bits 29 bits of an anchor are told apart: an article meets a foreign anchor by chance in
 * every second placing among a million, two of the same revision practically never.
 */
import type { Redis } from "ioredis";
import { MAX_REVISIONS_PER_ANCHOR } from "../../core/cluster/cluster-index.ts";
import type { RevisionHandle } from "../../core/cluster/revision-handle.ts";
import { SharedAnchors } from "../../core/cluster/shared-anchors.ts";
import { spreadBits } from "../../core/fingerprint/hashing.ts";
import type { ClusterKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

const ANCHOR_BITS = 32;
const ANCHOR_BYTES = 4;
const HANDLE_BYTES = 4;
const GROUP_BITS = 5;
const TAG_BITS = 8;
export const MS_PER_HOUR = 3_600_000;

const appendScript = loadScript("cluster-append-anchors");
const readScript = loadScript("cluster-read-anchors");
const removeScript = loadScript("cluster-remove-anchors");

export interface AnchorShardsDeps {
  readonly redis: Redis;
  readonly keys: ClusterKeys;
  /** 1 to 256. */
  readonly shardCount: number;
  /** Buckets per shard are 2 to the power of this, 8 to 18. */
  readonly bucketBits: number;
}

/** The anchors of one revision that lie in one shard, cut to bucket, group and tag. */
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

export function handleBytes(handle: RevisionHandle): Buffer {
  const bytes = Buffer.allocUnsafe(HANDLE_BYTES);
  bytes.writeUInt32BE(handle);
  return bytes;
}

export class AnchorShards {
  private readonly shared = new SharedAnchors();

  constructor(private readonly deps: AnchorShardsDeps) {}

  /**
   * Adds the revision to all shards of its anchors, and to its home shard's list of what was placed when;
   * then reads all. A revision without anchors is listed, too, so that it expires.
   * @returns candidates: revisions that share two anchors and more, most shared first
   */
  async append(handle: RevisionHandle, anchors: Uint32Array, placedAt: number): Promise<RevisionHandle[]> {
    const home = handle % this.deps.shardCount;
    const parts = this.partsOf(anchors, home);
    const answers = await Promise.all(
      parts.map((part) => this.appendPart(part, handle, hourOf(placedAt), home)),
    );
    // With one shard the answer is complete. With several, a copy may have come to a shard after this one.
    const lists = parts.length === 1 ? answers : await Promise.all(parts.map((part) => this.readPart(part)));
    return this.shared.candidates(lists.flat(), handle);
  }

  async remove(handle: RevisionHandle, anchors: Uint32Array): Promise<void> {
    await Promise.all(this.partsOf(anchors).map((part) => this.removePart(part, handle)));
  }

  private appendPart(part: ShardPart, handle: RevisionHandle, hour: number, home: number): Promise<Buffer[]> {
    const { redis, keys } = this.deps;
    const names = [
      keys.placedIn(part.shard, hour),
      keys.hours(part.shard),
      keys.crowdedAnchors(part.shard),
      keys.fullAnchors(part.shard),
      ...part.buckets,
    ];
    const isHome = part.shard === home ? 1 : 0;
    const args = [handleBytes(handle), hour, isHome, MAX_REVISIONS_PER_ANCHOR, packed(part)];
    return appendScript.runForBytes(redis, names, args) as Promise<Buffer[]>;
  }

  private readPart(part: ShardPart): Promise<Buffer[]> {
    const names = [this.deps.keys.crowdedAnchors(part.shard), ...part.buckets];
    return readScript.runForBytes(this.deps.redis, names, [packed(part)]) as Promise<Buffer[]>;
  }

  private async removePart(part: ShardPart, handle: RevisionHandle): Promise<void> {
    const names = [this.deps.keys.crowdedAnchors(part.shard), ...part.buckets];
    await removeScript.run(this.deps.redis, names, [handleBytes(handle), packed(part)]);
  }

  /** @param home a shard that is a part in any case */
  private partsOf(anchors: Uint32Array, home?: number): ShardPart[] {
    const { keys, shardCount, bucketBits } = this.deps;
    const dropped = ANCHOR_BITS - bucketBits - GROUP_BITS - TAG_BITS;
    const parts = new Map<number, ShardPart>();
    const partOf = (shard: number): ShardPart => {
      const part = parts.get(shard) ?? { shard, anchors: [], buckets: [] };
      parts.set(shard, part);
      return part;
    };
    const kept = new Set<number>();
    for (const anchor of anchors) kept.add((spreadBits(anchor) >>> 0) >>> dropped);
    for (const anchor of kept) {
      const part = partOf(anchor % shardCount);
      part.anchors.push(anchor);
      part.buckets.push(keys.anchorBucket(part.shard, bucketBits, anchor >>> (GROUP_BITS + TAG_BITS)));
    }
    if (home !== undefined) partOf(home);
    return [...parts.values()];
  }
}
