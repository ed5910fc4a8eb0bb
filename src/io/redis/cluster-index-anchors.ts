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
import { type AnchorList, SharedAnchors } from "../../core/cluster/shared-anchors.ts";
import { spreadBits } from "../../core/fingerprint/hashing.ts";
import { gather } from "./cluster-index-gather.ts";
import type { ClusterKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

const ANCHOR_BITS = 32;
const HANDLE_BYTES = 4;
const GROUP_BITS = 5;
const TAG_BITS = 8;
const BITS_PER_DIGIT = 4;
/** Groups are 10 to 41: two digits each, which Redis keeps in two bytes. */
const FIRST_GROUP = 10;
const GROUP_DIGITS = 2;
/** One call of the append script holds the server up for 50 us per article. */
const MAX_APPENDS_PER_CALL = 16;
const GROUP_MASK = 2 ** GROUP_BITS - 1;
const TAG_MASK = 2 ** TAG_BITS - 1;
const HEX_MASK = 2 ** BITS_PER_DIGIT - 1;
const DECIMAL = 10;
const DIGIT_ZERO = "0".charCodeAt(0);
const HEX_DIGITS = Buffer.from("0123456789abcdef");
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

/** The anchors of one revision that lie in one shard. */
interface ShardPart {
  readonly shard: number;
  /** Each as the bytes by which the scripts find it: bucket, group, tag. */
  readonly anchors: Buffer;
}

/** One revision to be added to one shard. */
interface Append {
  /** Under which the revision is listed; empty where another shard does so. */
  readonly hour: number | "";
  /** Handle and anchors, as the append script takes them. */
  readonly bytes: Buffer;
}

export const hourOf = (ms: number): number => Math.floor(ms / MS_PER_HOUR);

export function handleBytes(handle: RevisionHandle): Buffer {
  const bytes = Buffer.allocUnsafe(HANDLE_BYTES);
  bytes.writeUInt32BE(handle);
  return bytes;
}

/** Packed handles, number of anchors that have these very ones, packed handles, number … */
type Answer = ReadonlyArray<Buffer | number>;

function anchorLists(answer: Answer): AnchorList[] {
  const lists: AnchorList[] = [];
  for (let at = 0; at + 1 < answer.length; at += 2) {
    lists.push({ handles: answer[at] as Buffer, anchors: answer[at + 1] as number });
  }
  return lists;
}

export class AnchorShards {
  private readonly shared = new SharedAnchors();
  private readonly appendTo: ReadonlyArray<(append: Append) => Promise<AnchorList[]>>;
  private readonly bucketDigits: number;
  /** Bytes of an anchor. */
  private readonly width: number;

  constructor(private readonly deps: AnchorShardsDeps) {
    const { shardCount, bucketBits } = deps;
    this.bucketDigits = Math.ceil(bucketBits / BITS_PER_DIGIT);
    this.width = this.bucketDigits + GROUP_DIGITS + 1;
    this.appendTo = Array.from({ length: shardCount }, (_, shard) =>
      gather<Append, AnchorList[]>(MAX_APPENDS_PER_CALL, (appends) => this.appendAll(shard, appends)),
    );
  }

  /**
   * Adds the revision to all shards of its anchors, and to its home shard's list of what was placed when;
   * then reads all. A revision without anchors is listed, too, so that it expires.
   * @returns candidates: revisions that share two anchors and more, most shared first
   */
  async append(handle: RevisionHandle, anchors: Uint32Array, placedAt: number): Promise<Uint32Array> {
    const home = handle % this.deps.shardCount;
    const parts = this.partsOf(anchors, home);
    const answers = await Promise.all(
      parts.map((part) => this.appendPart(part, handle, part.shard === home ? hourOf(placedAt) : "")),
    );
    // With one shard the answer is complete. With several, a copy may have come to a shard after this one.
    const lists = parts.length === 1 ? answers : await Promise.all(parts.map((part) => this.readPart(part)));
    return this.shared.candidates(lists.flat(), handle);
  }

  async remove(handle: RevisionHandle, anchors: Uint32Array): Promise<void> {
    await Promise.all(this.partsOf(anchors).map((part) => this.removePart(part, handle)));
  }

  private appendPart(part: ShardPart, handle: RevisionHandle, hour: number | ""): Promise<AnchorList[]> {
    const bytes = Buffer.concat([handleBytes(handle), part.anchors]);
    return (this.appendTo[part.shard] as (append: Append) => Promise<AnchorList[]>)({ hour, bytes });
  }

  private async appendAll(shard: number, appends: readonly Append[]): Promise<AnchorList[][]> {
    const { redis, keys, bucketBits } = this.deps;
    const names = [
      keys.anchorBuckets(shard, bucketBits),
      keys.placedIn(shard, ""),
      keys.hours(shard),
      keys.crowdedAnchors(shard),
      keys.fullAnchors(shard),
    ];
    const revisions = appends.flatMap(({ hour, bytes }) => [hour, bytes]);
    const args = [MAX_REVISIONS_PER_ANCHOR, this.width, ...revisions];
    const answers = (await appendScript.runForBytes(redis, names, args)) as Answer[];
    return answers.map(anchorLists);
  }

  private async readPart({ shard, anchors }: ShardPart): Promise<AnchorList[]> {
    const args = [this.width, anchors];
    return anchorLists((await readScript.runForBytes(this.deps.redis, this.namesOf(shard), args)) as Answer);
  }

  private async removePart({ shard, anchors }: ShardPart, handle: RevisionHandle): Promise<void> {
    const args = [handleBytes(handle), this.width, anchors];
    await removeScript.run(this.deps.redis, this.namesOf(shard), args);
  }

  private namesOf(shard: number): string[] {
    const { keys, bucketBits } = this.deps;
    return [keys.anchorBuckets(shard, bucketBits), keys.crowdedAnchors(shard)];
  }

  /** @param home a shard that is a part in any case */
  private partsOf(anchors: Uint32Array, home?: number): ShardPart[] {
    const { shardCount, bucketBits } = this.deps;
    const dropped = ANCHOR_BITS - bucketBits - GROUP_BITS - TAG_BITS;
    const kept = new Set<number>();
    for (const anchor of anchors) kept.add((spreadBits(anchor) >>> 0) >>> dropped);
    if (shardCount === 1) return [{ shard: 0, anchors: this.packed([...kept]) }];
    const byShard = new Map<number, number[]>(home === undefined ? [] : [[home, []]]);
    for (const anchor of kept) {
      const shard = anchor % shardCount;
      byShard.set(shard, [...(byShard.get(shard) ?? []), anchor]);
    }
    return [...byShard].map(([shard, some]) => ({ shard, anchors: this.packed(some) }));
  }

  /** Bucket in hex digits, group in decimal ones, tag as a byte: made here once, so that Lua only cuts. */
  private packed(anchors: readonly number[]): Buffer {
    const bytes = Buffer.allocUnsafe(anchors.length * this.width);
    let at = 0;
    for (const anchor of anchors) {
      const bucket = anchor >>> (GROUP_BITS + TAG_BITS);
      for (let digit = this.bucketDigits - 1; digit >= 0; digit--) {
        bytes[at++] = HEX_DIGITS[(bucket >>> (digit * BITS_PER_DIGIT)) & HEX_MASK] as number;
      }
      const group = FIRST_GROUP + ((anchor >>> TAG_BITS) & GROUP_MASK);
      bytes[at++] = DIGIT_ZERO + Math.floor(group / DECIMAL);
      bytes[at++] = DIGIT_ZERO + (group % DECIMAL);
      bytes[at++] = anchor & TAG_MASK;
    }
    return bytes;
  }
}
