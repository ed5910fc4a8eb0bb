import type { Redis } from "ioredis";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FINGERPRINT_VERSION } from "../../../src/core/fingerprint/fingerprint.ts";
import type { ClusterId } from "../../../src/core/model.ts";
import { createRedisClusterIndex } from "../../../src/io/redis/cluster-index.ts";
import { clusterKeys } from "../../../src/io/redis/keys.ts";
import { idOf, invented, passageDecision } from "../../contract/cluster-index-articles.ts";
import { type TestRedis, testRedis } from "../../support/redis.ts";

const WINDOW_MS = 604_800_000;
const COMMANDS_OF_ONE_PLACING = 14;

let server: TestRedis;
beforeEach(() => {
  server = testRedis();
});
afterEach(() => server.close());

const indexOn = (redis: Redis) =>
  createRedisClusterIndex({
    redis,
    prefix: server.prefix,
    loadText: async () => undefined,
    now: () => 0,
    windowMs: WINDOW_MS,
    evidenceMs: WINDOW_MS,
    decide: passageDecision,
  });

/** The connection of a worker that is killed: after so many commands no further one reaches the server. */
function cutAfter(commands: number): { redis: Redis; wasCut: () => boolean } {
  let left = commands;
  const redis = new Proxy(server.redis, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        left--;
        return left < 0 ? Promise.reject(new Error("killed")) : Reflect.apply(value, target, args);
      };
    },
  });
  return { redis, wasCut: () => left < 0 };
}

it("finishes a placing that was cut short after any of its commands, once", async () => {
  let cuts = 0;
  for (let commands = 0; commands < COMMANDS_OF_ONE_PLACING; commands++) {
    const [first, copy] = [`first ${commands}`, `copy ${commands}`];
    const index = indexOn(server.redis);
    await index.place(invented({ name: first, passages: [commands + 1] }));
    const { redis, wasCut } = cutAfter(commands);
    const article = invented({ name: copy, passages: [commands + 1] });
    await indexOn(redis)
      .place(article)
      .catch(() => undefined);
    if (wasCut()) cuts++;
    await index.place(article);
    const view = await index.cluster(idOf(first) as string as ClusterId);
    expect(view, `cut after ${commands} commands`).toMatchObject({ memberCount: 2, version: 2 });
    expect(await index.clusterOf(idOf(copy))).toBe(idOf(first));
  }
  expect(cuts).toBeGreaterThan(COMMANDS_OF_ONE_PLACING / 2);
});

it("leaves nothing behind of articles that stood alone once they have expired", async () => {
  const index = indexOn(server.redis);
  for (let i = 0; i < 20; i++) await index.place(invented({ name: `alone ${i}`, passages: [i + 1] }));
  while ((await index.sweepExpired(2 * WINDOW_MS, 7)) > 0);
  const keys = clusterKeys(server.prefix, FINGERPRINT_VERSION);
  expect(await server.redis.keys(`${server.prefix}*`)).toEqual([keys.ordinal()]);
});

it("spreads keys over hash tags of one step each", async () => {
  const index = indexOn(server.redis);
  for (const name of ["a", "b"]) await index.place(invented({ name, passages: [1] }));
  for (const key of await server.redis.keys(`${server.prefix}*`)) {
    expect(key).toMatch(/^[^{]+:\{(c|i:[0-9a-f]{2}|a:[0-9a-f]{2})\}:/);
  }
});
