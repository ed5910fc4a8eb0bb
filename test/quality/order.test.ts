/* A sample of `npm run quality:order` that takes a few seconds. */
import { describe, expect, it } from "vitest";
import { createPairDecision } from "../../src/core/cluster/compare.ts";
import { testRedis } from "../support/redis.ts";
import { hasEvaluationData } from "./cluster-data.ts";
import { type Arrival, arriveInMemory, decidedOnce, readArriving } from "./order-arrivals.ts";
import { clustersByBruteForce } from "./order-brute-force.ts";
import { arriveInRedis } from "./order-redis.ts";

const ORDERS = [0, 1, 2, 3, 4];
const GATE_TIMEOUT_MS = 600_000;

describe.skipIf(!hasEvaluationData)("order of arrival of FNC train (skipped: no evaluation data)", () => {
  it("changes nothing in memory, with one to four writers", { timeout: GATE_TIMEOUT_MS }, async () => {
    const texts = readArriving(["fnc1-train"]);
    const { partition } = clustersByBruteForce(texts);
    expect(partition.clusters).toBeGreaterThan(1);
    const decide = decidedOnce(createPairDecision());
    for (const n of ORDERS) {
      const expected: Arrival = { partition, fullAnchors: 0 };
      expect(await arriveInMemory(texts, decide, n), `order ${n}`).toEqual(expected);
    }
  });

  it("changes nothing in Redis, with one to four writers", { timeout: GATE_TIMEOUT_MS }, async () => {
    const texts = readArriving(["fnc1-train"]);
    const { partition } = clustersByBruteForce(texts);
    const decide = decidedOnce(createPairDecision());
    for (const n of ORDERS) {
      const { url, prefix, close } = testRedis();
      try {
        const expected: Arrival = { partition, fullAnchors: 0 };
        expect(await arriveInRedis(texts, { url, prefix }, decide, n), `order ${n}`).toEqual(expected);
      } finally {
        await close();
      }
    }
  });
});
