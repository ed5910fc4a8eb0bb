/* What the index in Redis is made of, put together: each part is told the others that it works with. */
import type { Redis } from "ioredis";
import type { ClusterIndexDeps } from "../../core/cluster/cluster-index-deps.ts";
import { createPairDecision } from "../../core/cluster/compare.ts";
import { FINGERPRINT_VERSION } from "../../core/fingerprint/fingerprint.ts";
import { AnchorShards } from "./cluster-index-anchors.ts";
import { Dissolution } from "./cluster-index-dissolve.ts";
import { Entry } from "./cluster-index-entry.ts";
import { EvidenceStore } from "./cluster-index-evidence.ts";
import { createExpiry } from "./cluster-index-expiry.ts";
import { formerVersions } from "./cluster-index-former.ts";
import { Forest } from "./cluster-index-nodes.ts";
import { createClusterReader } from "./cluster-index-read.ts";
import { RecordStore } from "./cluster-index-records.ts";
import { TextNotes } from "./cluster-index-texts.ts";
import { Union } from "./cluster-index-union.ts";
import { clusterKeys } from "./keys.ts";

/**
 * At a million articles in the window a group has 8 entries of anchors and a bucket 30 records; good up to
 * ten million. Each step more halves the buckets and doubles the keys.
 */
const DEFAULT_BUCKET_BITS = 16;
/** Records and nodes lie in half as many buckets as anchors, evidence, which few articles have, in a sixteenth. */
const FEWER_ARTICLE_BITS = 1;
const FEWER_EVIDENCE_BITS = 4;
/** Of 90 days' texts 200 notes lie in a bucket, where a week's articles fill 128 records. */
const MORE_TEXT_BITS = 3;

export interface RedisClusterIndexDeps extends ClusterIndexDeps {
  readonly redis: Redis;
  readonly prefix: string;
  /** Anchor shards, 1 to 256; all users of one prefix must agree, as on bucketBits. */
  readonly shardCount?: number;
  /** Anchor buckets per shard are 2 to the power of this, 12 to 18. */
  readonly bucketBits?: number;
  /** About how many events the outbox keeps. */
  readonly keptEvents?: number;
}

export function createParts(deps: RedisClusterIndexDeps) {
  const {
    redis,
    prefix,
    now,
    windowMs,
    tombstoneMs,
    shardCount = 1,
    bucketBits = DEFAULT_BUCKET_BITS,
    decide = createPairDecision(),
  } = deps;
  const keys = clusterKeys(prefix, FINGERPRINT_VERSION);
  const articleBits = bucketBits - FEWER_ARTICLE_BITS;
  const forest = new Forest(redis, keys, articleBits);
  const records = new RecordStore({ redis, keys, shardCount, bucketBits: articleBits, now, windowMs });
  const anchors = new AnchorShards({ redis, keys, records, shardCount, bucketBits });
  const evidence = new EvidenceStore(redis, keys, bucketBits - FEWER_EVIDENCE_BITS);
  const texts = new TextNotes({ redis, keys, forest, bucketBits: bucketBits + MORE_TEXT_BITS, tombstoneMs });
  const dissolution = new Dissolution({ redis, keys, forest, evidence });
  const { representativeOrder: order, keptEvents } = deps;
  const union = new Union({
    ...{ redis, keys, forest, evidence, texts, dissolution, order, keptEvents },
    isEdge: decide.isEdge,
  });
  const read = { redis, keys, forest, records, evidence, shardCount };
  const former = formerVersions({ redis, prefix, shardCount, bucketBits, articleBits, now, windowMs });
  const swept = { texts, anchors, former, dissolution, windowMs, tombstoneMs, now };
  return {
    ...{ forest, records, dissolution, union, decide },
    entry: new Entry(records, anchors),
    reader: createClusterReader(read),
    expiry: createExpiry({ ...read, ...swept }),
  };
}
