/*
 * What an index of a former fingerprint version has left: its anchors, records and lists are read by nobody, since two
 * versions never meet. They go as they would have gone, without a moment of their own for it:
 *
 *   as long as hours are listed   hour by hour, as of this version: node, evidence and note of a revision, its record
 *   when none is listed           anchors and lost records, bucket by bucket, other ones every minute; those that
 *                                 this process has found empty no more
 *
 * Which anchors a revision of another version has, this program cannot tell; but once its last list is gone, a window
 * has passed since the last placing, and nothing of that version is needed. What a later version has left, after a step
 * back, stays until that version runs again.
 */
import type { Redis } from "ioredis";
import { UnreadableRecord } from "../../core/cluster/article-record.ts";
import type { RevisionHandle } from "../../core/cluster/revision-handle.ts";
import { FINGERPRINT_VERSION } from "../../core/fingerprint/fingerprint.ts";
import type { RevisionId } from "../../core/model.ts";
import { AnchorShards } from "./cluster-index-anchors.ts";
import { type RecordedRevision, RecordStore } from "./cluster-index-records.ts";
import { type ClusterKeys, clusterKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

const HEX = 16;
const BITS_PER_DIGIT = 4;
const FIRST_VERSION = 1;

const dropScript = loadScript("cluster-drop-former");

export interface FormerVersionsDeps {
  readonly redis: Redis;
  readonly prefix: string;
  readonly shardCount: number;
  /** Anchor buckets per shard are 2 to the power of this. */
  readonly bucketBits: number;
  /** Of records. */
  readonly articleBits: number;
  /** ms since epoch. */
  readonly now: () => number;
  readonly windowMs: number;
}

/** The keys of one former version, with what reads and drops them. */
export interface FormerVersion {
  readonly keys: ClusterKeys;
  /** The record of a revision, undefined where it is gone or of a format that is no longer read. */
  read(handle: RevisionHandle): Promise<RecordedRevision | undefined>;
  /** Under whichever handle. */
  find(revisionId: RevisionId): Promise<RecordedRevision | undefined>;
  /** Its anchors stay until all of them are dropped. @returns false where a process of that version placed it anew since */
  takeOut(record: RecordedRevision): Promise<boolean>;
  /**
   * Drops the anchors and records of some buckets, where no hour is listed any more.
   * @param first the first bucket, of a round over all of them @param count of buckets
   * @returns how many keys went
   */
  drop(first: number, count: number): Promise<number>;
}

export function formerVersions(deps: FormerVersionsDeps): FormerVersion[] {
  return Array.from({ length: FINGERPRINT_VERSION - FIRST_VERSION }, (_, i) =>
    formerVersion(deps, FIRST_VERSION + i),
  );
}

function formerVersion(deps: FormerVersionsDeps, version: number): FormerVersion {
  const { redis, articleBits, bucketBits } = deps;
  const keys = clusterKeys(deps.prefix, version);
  const { now, windowMs } = deps;
  const { shardCount } = deps;
  const bucketCount = 2 ** Math.max(deps.bucketBits, articleBits);
  const records = new RecordStore({ redis, keys, shardCount, bucketBits: articleBits, now, windowMs });
  const anchors = new AnchorShards({ redis, keys, records, shardCount, bucketBits });
  // First buckets of what was found empty.
  const empty = new Set<number>();
  return {
    keys,
    read: (handle) => records.read(handle).catch(undefinedWhereUnreadable),
    find: (revisionId) => records.find(revisionId).catch(undefinedWhereUnreadable),
    takeOut: (record) => anchors.takeOutRecord(record),
    async drop(first, bucketsAsked) {
      const shards = Array.from({ length: shardCount }, (_, shard) => shard);
      const listed = await Promise.all(shards.map((shard) => redis.zcard(keys.hours(shard))));
      // A process of that version may write again.
      if (listed.some((hours) => hours > 0)) empty.clear();
      const at = first % bucketCount;
      if (listed.some((hours) => hours > 0) || empty.has(at)) return 0;
      const dropped = await Promise.all(
        shards.map((shard) => dropScript.run(redis, namesOf(deps, keys, shard, first, bucketsAsked), [])),
      );
      const count = dropped.reduce((sum: number, keysOfShard) => sum + Number(keysOfShard), 0);
      if (count === 0) empty.add(at);
      return count;
    },
  };
}

function undefinedWhereUnreadable(error: unknown): undefined {
  if (error instanceof UnreadableRecord) return undefined;
  throw error;
}

function namesOf(
  { bucketBits, articleBits }: FormerVersionsDeps,
  keys: ClusterKeys,
  shard: number,
  first: number,
  count: number,
): string[] {
  const names = [keys.hours(shard), keys.crowdedAnchors(shard)];
  for (let i = first; i < first + count; i++) {
    names.push(`${keys.anchorBuckets(shard, bucketBits)}${digitsOf(i, bucketBits)}`);
    names.push(keys.fingerprints(shard, articleBits, digitsOf(i, articleBits)));
  }
  return names;
}

/** Of the bucket at this place of a round. */
const digitsOf = (place: number, bits: number): string =>
  (place % 2 ** bits).toString(HEX).padStart(Math.ceil(bits / BITS_PER_DIGIT), "0");
