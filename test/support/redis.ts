/* What a test needs to use the run's Redis without meeting other tests in it. */
import { randomBytes } from "node:crypto";
import { Redis } from "ioredis";
import { inject } from "vitest";

const PREFIX_BYTES = 6;
const SCAN_COUNT = 1_000;

export interface TestRedis {
  readonly url: string;
  readonly redis: Redis;
  /** A random key prefix: this test's own corner of the server. */
  readonly prefix: string;
  /** Deletes the corner and closes the connection. */
  close(): Promise<void>;
}

export function testRedis(): TestRedis {
  const url = inject("redisUrl");
  const prefix = `t${randomBytes(PREFIX_BYTES).toString("hex")}`;
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  return {
    url,
    redis,
    prefix,
    async close() {
      const stream = redis.scanStream({ match: `*${prefix}*`, count: SCAN_COUNT });
      for await (const found of stream) {
        const names = found as string[];
        if (names.length > 0) await redis.unlink(...names);
      }
      await redis.quit();
    },
  };
}
