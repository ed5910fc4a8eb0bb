/* An arrival order of order-arrivals.ts on the index in Redis. */
import { Redis } from "ioredis";
import type { PairDecision } from "../../src/core/cluster/compare.ts";
import { createRedisClusterIndex } from "../../src/io/redis/cluster-index.ts";
import {
  type Arrival,
  type ArrivingText,
  arrivalOrder,
  loadTextOf,
  partitionOfIndex,
  placeAll,
  writersOf,
} from "./order-arrivals.ts";

/** Nothing expires: the clock stands still. */
const WINDOW_MS = 3_600_000;

export interface RedisCorner {
  readonly url: string;
  /** No key begins with it yet. */
  readonly prefix: string;
}

/** Order number n, each writer with a connection and a memory of its own. Leaves its keys behind. */
export async function arriveInRedis(
  texts: readonly ArrivingText[],
  { url, prefix }: RedisCorner,
  decide: PairDecision,
  n: number,
): Promise<Arrival> {
  const connections: Redis[] = [];
  const openIndex = () => {
    const redis = new Redis(url);
    connections.push(redis);
    return createRedisClusterIndex({
      redis,
      prefix,
      loadText: loadTextOf(texts),
      now: () => WINDOW_MS,
      windowMs: WINDOW_MS,
      tombstoneMs: WINDOW_MS,
      decide,
    });
  };
  try {
    await placeAll(Array.from({ length: writersOf(n) }, openIndex), arrivalOrder(texts, n));
    // Who was no writer has nothing remembered: it reads what is stored.
    const reader = openIndex();
    return { partition: await partitionOfIndex(reader, texts), fullAnchors: await reader.fullAnchors() };
  } finally {
    for (const connection of connections) connection.disconnect();
  }
}
