import { afterEach, beforeEach, expect, it } from "vitest";
import { FINGERPRINT_VERSION } from "../../../src/core/fingerprint/fingerprint.ts";
import { clusterKeys } from "../../../src/io/redis/keys.ts";
import { idOf, invented } from "../../contract/cluster-index-articles.ts";
import { type TestRedis, testRedis } from "../../support/redis.ts";
import { indexWith } from "./cluster-index-corner.ts";

const WINDOW_MS = 604_800_000;
/** With notes on both sides of each, they would take more calls. */
const WEAK_PAIRS = 150;
const KEPT_PAIRS = 32;
const NOTES_OF_ONE_CALL = 64;
const KEYS_OF_PLACE_SCRIPT = 9;

let server: TestRedis;
beforeEach(() => {
  server = testRedis();
});
afterEach(() => server.close());

/** The server's connection, and the calls of the place script so far. */
function countedPlaceCalls() {
  let count = 0;
  const redis = new Proxy(server.redis, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== "evalshaBuffer" || typeof value !== "function") return value;
      return (...args: unknown[]) => {
        if (args[1] === KEYS_OF_PLACE_SCRIPT) count++;
        return Reflect.apply(value, target, args);
      };
    },
  });
  return { redis, count: () => count };
}

it("writes of the many weak pairs of one article no more notes about itself than are kept", async () => {
  const { redis, count } = countedPlaceCalls();
  const index = indexWith({
    redis,
    prefix: server.prefix,
    now: () => 0,
    windowMs: WINDOW_MS,
    tombstoneMs: WINDOW_MS,
  });
  for (let i = 0; i < WEAK_PAIRS; i++) {
    await index.place(invented({ name: `weak ${i}`, passages: [1, 100 + 3 * i, 101 + 3 * i, 102 + 3 * i] }));
  }
  const before = count();
  const placed = await index.place(invented({ name: "many", passages: [1, 2, 3, 4] }));
  expect(placed).toMatchObject({ kind: "founded" });
  expect(count() - before).toBe(Math.ceil((WEAK_PAIRS + KEPT_PAIRS) / NOTES_OF_ONE_CALL));
  expect(await index.evidenceOf(idOf("many"))).toHaveLength(KEPT_PAIRS);
  const keys = clusterKeys(server.prefix, FINGERPRINT_VERSION);
  expect(await server.redis.get(keys.ordinal())).toBe(String(WEAK_PAIRS + 1));
});
