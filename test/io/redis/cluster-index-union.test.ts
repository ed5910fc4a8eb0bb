import type { Redis } from "ioredis";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FINGERPRINT_VERSION } from "../../../src/core/fingerprint/fingerprint.ts";
import { clusterKeys } from "../../../src/io/redis/keys.ts";
import { idOf, invented } from "../../contract/cluster-index-articles.ts";
import { type TestRedis, testRedis } from "../../support/redis.ts";
import { acting, indexWith } from "./cluster-index-corner.ts";

const WINDOW_MS = 604_800_000;
/** With notes on both sides of each, they would take more calls. */
const WEAK_PAIRS = 150;
const KEPT_PAIRS = 32;
const NOTES_OF_ONE_CALL = 64;

let server: TestRedis;
beforeEach(() => {
  server = testRedis();
});
afterEach(() => server.close());

const indexOn = (redis: Redis) =>
  indexWith({ redis, prefix: server.prefix, now: () => 0, windowMs: WINDOW_MS, tombstoneMs: WINDOW_MS });

it("writes of the many weak pairs of one article no more notes about itself than are kept", async () => {
  let calls = 0;
  const redis = acting(server.redis, {
    before({ words }) {
      // The only script that is given the stream of events.
      if (words.includes(":events")) calls++;
    },
  });
  const index = indexOn(redis);
  for (let i = 0; i < WEAK_PAIRS; i++) {
    await index.place(invented({ name: `weak ${i}`, passages: [1, 100 + 3 * i, 101 + 3 * i, 102 + 3 * i] }));
  }
  const before = calls;
  const placed = await index.place(invented({ name: "many", passages: [1, 2, 3, 4] }));
  expect(placed).toMatchObject({ kind: "founded" });
  expect(calls - before).toBe(Math.ceil((WEAK_PAIRS + KEPT_PAIRS) / NOTES_OF_ONE_CALL));
  expect(await index.evidenceOf(idOf("many"))).toHaveLength(KEPT_PAIRS);
  const keys = clusterKeys(server.prefix, FINGERPRINT_VERSION);
  expect(await server.redis.get(keys.ordinal())).toBe(String(WEAK_PAIRS + 1));
});

it("tells an article that it has joined where a copy unites it with an older one right before it is founded", async () => {
  const index = indexOn(server.redis);
  await index.place(invented({ name: "older", passages: [1, 2] }));
  let isMet = false;
  const redis = acting(server.redis, {
    async before({ words }) {
      if (isMet || !/:node:.* .*:ordinal .*:texts:/.test(words)) return;
      isMet = true;
      await index.place(invented({ name: "copy", passages: [1, 2, 3, 4] }));
    },
  });
  expect(await indexOn(redis).place(invented({ name: "slow", passages: [3, 4] }))).toMatchObject({
    kind: "joined",
    clusterId: idOf("older"),
    to: idOf("copy"),
    evidence: { relation: "copy", containment: 1, shorter: "a" },
  });
  expect(await index.place(invented({ name: "slow", passages: [3, 4] }))).toMatchObject({
    kind: "already-placed",
  });
});
