/* What a former fingerprint version has left goes by itself. */
import type { Redis } from "ioredis";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { ClusterIndex } from "../../../src/core/cluster/cluster-index.ts";
import { FINGERPRINT_VERSION } from "../../../src/core/fingerprint/fingerprint.ts";
import { idOf, invented } from "../../contract/cluster-index-articles.ts";
import { type TestRedis, testRedis } from "../../support/redis.ts";
import { indexWith, sweepAll } from "./cluster-index-corner.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const WINDOW_MS = 168 * HOUR_MS;
/** 128 of 2^12 buckets of anchors a minute. */
const MINUTES_OF_A_ROUND = 32;
const FORMER_VERSION = FINGERPRINT_VERSION - 1;
const CROWD = 12;

let server: TestRedis;
let nowMs = 0;
beforeEach(() => {
  server = testRedis();
  nowMs = 0;
});
afterEach(() => server.close());

const createIndex = (shardCount: number, redis: Redis = server.redis): ClusterIndex =>
  indexWith({
    redis,
    prefix: server.prefix,
    now: () => nowMs,
    windowMs: WINDOW_MS,
    tombstoneMs: 4 * WINDOW_MS,
    shardCount,
  });

/** Makes all that stands under this version's keys a former version's. */
async function exchangeProgram(): Promise<void> {
  const ofVersion = new RegExp(`(\\{[ia]:..\\}:(?:[a-z]+:)?)${FINGERPRINT_VERSION}(?=:|$)`);
  for (const key of await server.redis.keys(`${server.prefix}*`)) {
    const former = key.replace(ofVersion, `$1${FORMER_VERSION}`);
    if (former !== key) await server.redis.rename(key, former);
  }
}

const keysOfFormer = async (): Promise<string[]> =>
  (await server.redis.keys(`${server.prefix}*`)).filter((key) =>
    new RegExp(`\\{[ia]:..\\}:(?:[a-z]+:)?${FORMER_VERSION}(?::|$)`).test(key),
  );

it.each([1, 3])(
  "takes a former version's articles hour by hour, then the rest of it (%i shards)",
  async (shards) => {
    const index = createIndex(shards);
    for (let i = 0; i < CROWD; i++) await index.place(invented({ name: `copy ${i}`, passages: [1, 2] }));
    await index.place(invented({ name: "alone", passages: [3], text: "alone" }));
    await exchangeProgram();
    expect((await keysOfFormer()).length).toBeGreaterThan(CROWD);

    nowMs = WINDOW_MS;
    await sweepAll(index, nowMs);
    // Two versions never meet.
    expect(await index.place(invented({ name: "of now", passages: [1, 2] }))).toMatchObject({
      kind: "founded",
    });
    expect(await index.clusterOf(idOf("alone"))).toBe(idOf("alone"));
    nowMs = WINDOW_MS + 2 * HOUR_MS;
    await sweepAll(index, nowMs);
    expect(await index.clusterOf(idOf("alone"))).toBeUndefined();
    expect(await index.clusterOf(idOf("copy 3"))).toBe(idOf("copy 0"));
    expect(await index.place(invented({ name: "back", passages: [3], text: "alone" }))).toMatchObject({
      kind: "joined",
      evidence: { rule: "same-text" },
    });
    for (let minute = 0; minute < MINUTES_OF_A_ROUND; minute++) {
      nowMs += MINUTE_MS;
      await sweepAll(index, nowMs);
    }
    expect(await keysOfFormer()).toEqual([]);
    expect(await index.clusterOf(idOf("of now"))).toBeDefined();
  },
);

it("asks for a bucket of a former version once more after it was dropped, and then only when that is at work again", async () => {
  let unlinks = 0;
  const counting = new Proxy(server.redis, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name === "unlink") unlinks++;
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const index = createIndex(1, counting);
  await createIndex(1).place(invented({ name: "old", passages: [1] }));
  await exchangeProgram();
  nowMs = WINDOW_MS + 2 * HOUR_MS;
  const unlinksOfRounds = async (rounds: number): Promise<number> => {
    unlinks = 0;
    for (let minute = 0; minute < rounds * MINUTES_OF_A_ROUND; minute++) {
      nowMs += MINUTE_MS;
      await sweepAll(index, nowMs);
    }
    return unlinks;
  };
  expect(await unlinksOfRounds(2)).toBeGreaterThan(0);
  expect(await unlinksOfRounds(2)).toBe(0);
  await createIndex(1).place(invented({ name: "once more", passages: [1] }));
  await exchangeProgram();
  expect(await unlinksOfRounds(1)).toBe(0);
  nowMs += WINDOW_MS + 2 * HOUR_MS;
  await unlinksOfRounds(2);
  expect(await keysOfFormer()).toEqual([]);
});

it("keeps a former version's anchors as long as a process of it is at work", async () => {
  const index = createIndex(1);
  await index.place(invented({ name: "old", passages: [1] }));
  nowMs = WINDOW_MS;
  await index.place(invented({ name: "of an old process", passages: [2] }));
  await exchangeProgram();
  nowMs = WINDOW_MS + 2 * HOUR_MS;
  const before = (await keysOfFormer()).length;
  for (let minute = 0; minute < MINUTES_OF_A_ROUND; minute++) {
    nowMs += MINUTE_MS;
    await sweepAll(index, nowMs);
  }
  // The first one's record and its list went, its anchors and all of the second one's are there.
  expect((await keysOfFormer()).length).toBe(before - 2);
});
