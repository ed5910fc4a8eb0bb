import type { Redis } from "ioredis";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FINGERPRINT_VERSION } from "../../../src/core/fingerprint/fingerprint.ts";
import type { RevisionId } from "../../../src/core/model.ts";
import { createRedisClusterIndex } from "../../../src/io/redis/cluster-index.ts";
import { AnchorShards } from "../../../src/io/redis/cluster-index-anchors.ts";
import { Entry } from "../../../src/io/redis/cluster-index-entry.ts";
import { RecordStore } from "../../../src/io/redis/cluster-index-records.ts";
import { clusterKeys } from "../../../src/io/redis/keys.ts";
import { idOf, invented, passageDecision } from "../../contract/cluster-index-articles.ts";
import { type TestRedis, testRedis } from "../../support/redis.ts";

const WINDOW_MS = 604_800_000;
const TOMBSTONE_MS = 4 * WINDOW_MS;
const HOUR_MS = 3_600_000;
const BUCKET_BITS = 12;

let server: TestRedis;
beforeEach(() => {
  server = testRedis();
});
afterEach(() => server.close());

function entryOn(redis: Redis): Entry {
  const keys = clusterKeys(server.prefix, FINGERPRINT_VERSION);
  const shared = { redis, keys, bucketBits: BUCKET_BITS };
  return new Entry(
    new RecordStore({ ...shared, now: () => 0, windowMs: WINDOW_MS }),
    new AnchorShards({ ...shared, shardCount: 1 }),
  );
}

const placing = (revisionId: string, passages: readonly number[]) => ({
  article: invented({ name: revisionId, passages }),
  revisionId: revisionId as RevisionId,
  placedAt: 0,
});

/** The names of the commands that are sent, in their order. */
function listening(): { redis: Redis; sent: string[] } {
  const sent: string[] = [];
  const redis = new Proxy(server.redis, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        sent.push(String(name));
        return Reflect.apply(value, target, args);
      };
    },
  });
  return { redis, sent };
}

it("sends the record first and the anchors in the same turn", async () => {
  await entryOn(server.redis).enter(placing("0000000100000001", [1]));
  const { redis, sent } = listening();
  const entered = entryOn(redis).enter(placing("0000000200000001", [1]));
  await new Promise(process.nextTick);
  expect(sent).toEqual(["hsetnx", "evalshaBuffer"]);
  expect([...(await entered).candidates]).toEqual([1]);
});

it("leaves nothing under a handle that is another revision's, but what the other has itself", async () => {
  const entry = entryOn(server.redis);
  await entry.enter(placing("0000000a00000001", [1, 2]));
  const second = await entry.enter(placing("0000000a00000003", [2, 3]));
  expect(second.record).toEqual({ handle: 0x0d, isNew: true });
  const meeting = async (id: string, passage: number): Promise<number[]> => {
    const { candidates, record } = await entry.enter(placing(id, [passage]));
    await entry.leave(placing(id, [passage]), record.handle);
    return [...candidates].sort((a, b) => a - b);
  };
  expect(await meeting("0000010000000001", 1)).toEqual([0x0a]);
  expect(await meeting("0000020000000001", 2)).toEqual([0x0a, 0x0d]);
  expect(await meeting("0000030000000001", 3)).toEqual([0x0d]);
});

/** A connection on which it is asked what is being dissolved only when it is let go. */
function heldUp(): { redis: Redis; isAsked: () => boolean; letGo: () => void } {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let isAsked = false;
  const redis = new Proxy(server.redis, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== "hkeys") return typeof value === "function" ? value.bind(target) : value;
      return async (key: string) => {
        isAsked = true;
        await held;
        return target.hkeys(key);
      };
    },
  });
  return { redis, isAsked: () => isAsked, letGo };
}

it("unites with what met the article while its former cluster was being dissolved", async () => {
  let now = 0;
  const indexOn = (redis: Redis) =>
    createRedisClusterIndex({
      redis,
      prefix: server.prefix,
      loadText: async () => undefined,
      now: () => now,
      windowMs: WINDOW_MS,
      tombstoneMs: TOMBSTONE_MS,
      decide: passageDecision,
      bucketBits: BUCKET_BITS,
    });
  const index = indexOn(server.redis);
  for (const name of ["a", "b", "c"]) await index.place(invented({ name, passages: [1] }));
  while ((await index.sweepExpired(2 * WINDOW_MS, 100)) > 0);
  now = TOMBSTONE_MS - HOUR_MS;
  // Known, so that its next revision is placed without a look at what is being dissolved.
  await index.place(invented({ name: "late", passages: [7] }));
  now = TOMBSTONE_MS + 2 * HOUR_MS;
  await index.sweepExpired(now, 1);
  const { redis, isAsked, letGo } = heldUp();
  const again = indexOn(redis).place(invented({ name: "c", passages: [2, 3] }));
  await expect.poll(isAsked).toBe(true);
  await indexOn(server.redis).place(invented({ name: "late", passages: [2, 3] }));
  expect(await index.clusterOf(idOf("late"))).toBe(idOf("late"));
  letGo();
  await again;
  expect(await index.clusterOf(idOf("c"))).toBe(idOf("late"));
});
