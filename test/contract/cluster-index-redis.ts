/* The index in Redis, ready for the contract. */
import { Redis } from "ioredis";
import type { ClusterIndex } from "../../src/core/cluster/cluster-index.ts";
import { FINGERPRINT_VERSION } from "../../src/core/fingerprint/fingerprint.ts";
import { createRedisClusterIndex } from "../../src/io/redis/cluster-index.ts";
import { decodeClusterEvent } from "../../src/io/redis/cluster-index-events.ts";
import { CLOCK_GRACE_MS } from "../../src/io/redis/cluster-index-expiry.ts";
import { clusterKeys } from "../../src/io/redis/keys.ts";
import { testRedis } from "../support/redis.ts";
import { passageDecision } from "./cluster-index-articles.ts";
import { type IndexUnderTest, START_MS, TOMBSTONE_MS, WINDOW_MS } from "./cluster-index-under-test.ts";

/** Its sweep leaves time for clocks that are apart; the contract knows one clock only. */
const sweptInTime = (index: ClusterIndex): ClusterIndex => ({
  place: (article) => index.place(article),
  clusterOf: (articleId) => index.clusterOf(articleId),
  cluster: (clusterId, limit) => index.cluster(clusterId, limit),
  recentClusters: (query) => index.recentClusters(query),
  evidenceOf: (articleId) => index.evidenceOf(articleId),
  forget: (articleId) => index.forget(articleId),
  sweepExpired: (now, limit) => index.sweepExpired(now + CLOCK_GRACE_MS, limit),
  fullAnchors: () => index.fullAnchors(),
});

/** Places each article as a process does that has just started. */
const forgetful = (start: () => ClusterIndex): ClusterIndex => ({
  ...start(),
  place: (article) => start().place(article),
});

/**
 * One index in the run's Redis, under a prefix of its own.
 * @param isForgetful whether each placing begins without what was remembered of the others
 */
export function createRedisIndexUnderTest(
  shardCount: number,
  isForgetful = false,
): () => Promise<IndexUnderTest> {
  return async () => {
    const { redis, prefix, url, close } = testRedis();
    const others: Redis[] = [];
    let nowMs = START_MS;
    const indexOn = (connection: Redis) =>
      createRedisClusterIndex({
        redis: connection,
        prefix,
        loadText: async () => undefined,
        now: () => nowMs,
        windowMs: WINDOW_MS,
        tombstoneMs: TOMBSTONE_MS,
        decide: passageDecision,
        shardCount,
      });
    const start = () => sweptInTime(indexOn(redis));
    return {
      index: isForgetful ? forgetful(start) : start(),
      another() {
        const connection = new Redis(url);
        others.push(connection);
        return sweptInTime(indexOn(connection));
      },
      async events() {
        const entries = await redis.xrange(clusterKeys(prefix, FINGERPRINT_VERSION).events(), "-", "+");
        return entries.map(([, fields]) => decodeClusterEvent(fields));
      },
      setNow: (ms) => {
        nowMs = ms;
      },
      async close() {
        for (const connection of others) connection.disconnect();
        await close();
      },
    };
  };
}
