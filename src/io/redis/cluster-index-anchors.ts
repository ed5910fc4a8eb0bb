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
import {
  type Answer,
  anchorLists,
  type FoundRecord,
  type Lists,
  readAnswer,
} from "./cluster-index-anchor-answers.ts";
import { gather } from "./cluster-index-gather.ts";
import { handleBytes, type RecordedRevision, type RecordStore } from "./cluster-index-records.ts";
import type { ClusterKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

const ANCHOR_BITS = 32;
const GROUP_BITS = 5;
const TAG_BITS = 8;
const BITS_PER_DIGIT = 4;
/** Groups are 10 to 41: two digits each, which Redis keeps in two bytes. */
const FIRST_GROUP = 10;
const GROUP_DIGITS = 2;
/** One call of the script holds the server up for 50 us per article. */
const MAX_APPENDS_PER_CALL = 16;
const GROUP_MASK = 2 ** GROUP_BITS - 1;
const TAG_MASK = 2 ** TAG_BITS - 1;
const HEX_MASK = 2 ** BITS_PER_DIGIT - 1;
const DECIMAL = 10;
const DIGIT_ZERO = "0".charCodeAt(0);
const HEX_DIGITS = Buffer.from("0123456789abcdef");
export const MS_PER_HOUR = 3_600_000;

const enterScript = loadScript("cluster-enter");
const readScript = loadScript("cluster-read-anchors");
const removeScript = loadScript("cluster-remove-anchors");

export interface AnchorShardsDeps {
  readonly redis: Redis;
  readonly keys: ClusterKeys;
  readonly records: RecordStore;
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
  /** Handle and anchors, as the script takes them. */
  readonly bytes: Buffer;
  /** Empty where another shard keeps it. */
  readonly record: Buffer | "";
}

/** A revision that is to be found by its anchors. */
export interface Entering {
  readonly handle: RevisionHandle;
  /** None where its text is too short to be compared: it is listed all the same, so that it expires. */
  readonly anchors: Uint32Array;
  readonly record: Buffer;
  /** ms since epoch. */
  readonly placedAt: number;
}

/**
 * `taken`: the handle is another revision's, and nothing was written. `differs`: neither was it where the revision's
 * record is there and tells something else, such as another fingerprint; `expired`: so long ago that it goes first.
 */
export type Entered =
  | { readonly kind: "taken" }
  | { readonly kind: "differs"; readonly record: Buffer }
  | { readonly kind: "expired"; readonly record: Buffer }
  | {
      /** `known`: its record was there, no longer than a window. */
      readonly kind: "new" | "known";
      /** Those to which it was added. */
      readonly anchors: Uint32Array;
      /** Revisions that share two anchors and more, most shared first. */
      readonly candidates: Uint32Array;
      /** Records of some that are likely to be the first of them. */
      readonly closest: readonly FoundRecord[];
    };

export const hourOf = (ms: number): number => Math.floor(ms / MS_PER_HOUR);

export class AnchorShards {
  private readonly shared = new SharedAnchors();
  private readonly enterInto: ReadonlyArray<(append: Append) => Promise<Answer>>;
  private readonly bucketDigits: number;
  /** Bytes of an anchor. */
  private readonly width: number;

  constructor(private readonly deps: AnchorShardsDeps) {
    const { shardCount, bucketBits } = deps;
    this.bucketDigits = Math.ceil(bucketBits / BITS_PER_DIGIT);
    this.width = this.bucketDigits + GROUP_DIGITS + 1;
    this.enterInto = Array.from({ length: shardCount }, (_, shard) =>
      gather<Append, Answer>(MAX_APPENDS_PER_CALL, (appends) => this.enterAll(shard, appends)),
    );
  }

  /**
   * Puts the record of a revision into its home shard, and its handle into those of its anchors; then reads all. May
   * be done again: what was written before stays as it is, but for a record that is older than a window.
   */
  async enter({ handle, anchors, record, placedAt }: Entering): Promise<Entered> {
    const home = this.homeOf(handle);
    const parts = this.partsOf(anchors, home);
    // The record first: whoever finds the revision by an anchor can read it.
    const [inHome] = await this.enterParts(
      parts.filter(({ shard }) => shard === home),
      { handle, hour: hourOf(placedAt), record },
    );
    if (!inHome || inHome.state === "taken") return { kind: "taken" };
    const { state, closest } = inHome;
    const [own] = closest;
    if ((state === "differs" || state === "expired") && own) return { kind: state, record: own.record };
    await this.enterParts(
      parts.filter(({ shard }) => shard !== home),
      { handle, hour: "", record: "" },
    );
    // With one shard the answer is complete. With several, a copy may have come to a shard after this one.
    const isWhole = parts.length === 1;
    const lists = isWhole
      ? inHome.lists
      : (await Promise.all(parts.map((part) => this.readPart(part)))).flat();
    return {
      kind: state === "new" ? "new" : "known",
      anchors,
      candidates: this.shared.candidates(lists, handle),
      closest,
    };
  }

  /** The shard that keeps and lists a revision. */
  homeOf(handle: RevisionHandle): number {
    return handle % this.deps.shardCount;
  }

  /**
   * Takes a revision out of its anchors, and its record, as this was read. The home shard comes last, since without
   * record nothing leads to the others any more.
   * @returns false where it was placed anew since: its record and its anchors in the home shard stay, and those in
   * other shards are to be put in again by `restore`
   */
  async takeOut({ handle, article, stored }: RecordedRevision): Promise<boolean> {
    const { anchors } = article.fingerprint;
    await this.takeOutElsewhere(handle, anchors);
    const home = this.homeOf(handle);
    const atHome = this.partsOf(anchors, home).filter(({ shard }) => shard === home);
    const [answer] = await Promise.all(atHome.map((part) => this.removePart(part, handle, stored.placedAt)));
    return answer !== "placed anew";
  }

  /** Takes a revision out of its anchors in other shards than its own. May be done at any time. */
  async takeOutElsewhere(handle: RevisionHandle, anchors: Uint32Array): Promise<void> {
    await Promise.all(this.partsElsewhere(handle, anchors).map((part) => this.removePart(part, handle)));
  }

  /** Takes out the record of a revision, as this was read; its anchors stay. @returns as `takeOut` */
  async takeOutRecord({ handle, stored }: RecordedRevision): Promise<boolean> {
    const noAnchors: ShardPart = { shard: this.homeOf(handle), anchors: this.packed([]) };
    return (await this.removePart(noAnchors, handle, stored.placedAt)) !== "placed anew";
  }

  /** Puts a revision that is in the index into its anchors in other shards than its own. May be done at any time. */
  async restore(handle: RevisionHandle, anchors: Uint32Array): Promise<void> {
    await this.enterParts(this.partsElsewhere(handle, anchors), { handle, hour: "", record: "" });
  }

  private partsElsewhere(handle: RevisionHandle, anchors: Uint32Array): ShardPart[] {
    return this.partsOf(anchors).filter(({ shard }) => shard !== this.homeOf(handle));
  }

  private enterParts(
    parts: readonly ShardPart[],
    { handle, hour, record }: { handle: RevisionHandle } & Pick<Append, "hour" | "record">,
  ): Promise<Answer[]> {
    return Promise.all(
      parts.map(({ shard, anchors }) => {
        const bytes = Buffer.concat([handleBytes(handle), anchors]);
        return (this.enterInto[shard] as (append: Append) => Promise<Answer>)({ hour, bytes, record });
      }),
    );
  }

  private async enterAll(shard: number, appends: readonly Append[]): Promise<Answer[]> {
    const { redis, keys, bucketBits, records } = this.deps;
    const names = [
      keys.anchorBuckets(shard, bucketBits),
      keys.placedIn(shard, ""),
      keys.hours(shard),
      keys.crowdedAnchors(shard),
      keys.fullAnchors(shard),
      records.keyStart(shard),
    ];
    const fixed = [
      MAX_REVISIONS_PER_ANCHOR,
      this.width,
      records.bucketBits,
      records.fieldBytes,
      records.oldest(),
    ];
    const revisions = appends.flatMap(({ hour, bytes, record }) => [hour, bytes, record]);
    const answers = await enterScript.runForBytes(redis, names, [...fixed, ...revisions]);
    return (answers as Array<ReadonlyArray<Buffer | number>>).map(readAnswer);
  }

  private async readPart({ shard, anchors }: ShardPart): Promise<AnchorList[]> {
    const args = [this.width, anchors];
    return anchorLists((await readScript.runForBytes(this.deps.redis, this.namesOf(shard), args)) as Lists);
  }

  /** @param placedAt as its record told, which goes with the anchors; left out where the record stays */
  private removePart(
    { shard, anchors }: ShardPart,
    handle: RevisionHandle,
    placedAt?: number,
  ): Promise<unknown> {
    const { redis, records } = this.deps;
    const args = [handleBytes(handle), this.width, anchors];
    if (placedAt === undefined) return removeScript.run(redis, this.namesOf(shard), args);
    const names = [...this.namesOf(shard), records.bucketOf(handle)];
    return removeScript.run(redis, names, [...args, records.fieldBytes, placedAt]);
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
