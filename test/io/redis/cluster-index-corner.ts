/* The cluster index as its tests on Redis use it: invented articles, few buckets, the test's own clock. */
import { createRedisClusterIndex } from "../../../src/io/redis/cluster-index.ts";
import type { RedisClusterIndexDeps } from "../../../src/io/redis/cluster-index-parts.ts";
import { passageDecision } from "../../contract/cluster-index-articles.ts";

/** Buckets of the index are 2 to the power of this. */
export const BITS = 12;

type Settings = Pick<RedisClusterIndexDeps, "redis" | "prefix" | "now" | "windowMs" | "tombstoneMs"> &
  Partial<RedisClusterIndexDeps>;

export const indexWith = (settings: Settings) =>
  createRedisClusterIndex({
    loadText: async () => undefined,
    decide: passageDecision,
    bucketBits: BITS,
    ...settings,
  });
