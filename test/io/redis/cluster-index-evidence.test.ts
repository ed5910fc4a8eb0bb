/* Evidence about articles that leave the index while it is being written. */
import type { Redis } from "ioredis";
import { expect, it } from "vitest";
import { idOf, invented } from "../../contract/cluster-index-articles.ts";
import { Corner } from "./cluster-index-corner.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const WINDOW_MS = 168 * HOUR_MS;
/** 8 of 2^8 buckets of evidence a minute. */
const ROUND_MS = 32 * MINUTE_MS;
const KEYS_OF_PLACE_SCRIPT = 9;

const corner = new Corner({ windowMs: WINDOW_MS, tombstoneMs: WINDOW_MS });

/** A connection on which something happens just before the first call of the place script. */
function interrupted(meanwhile: () => Promise<void>): Redis {
  let isDone = false;
  return new Proxy(corner.server.redis, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== "evalshaBuffer" || typeof value !== "function") return value;
      return async (...args: unknown[]) => {
        if (args[1] === KEYS_OF_PLACE_SCRIPT && !isDone) {
          isDone = true;
          await meanwhile();
        }
        return Reflect.apply(value, target, args);
      };
    },
  });
}

/** What an upkeep that is never busy does in one round over the buckets of evidence. */
async function sweepOneRound(): Promise<void> {
  const end = corner.nowMs + ROUND_MS;
  for (; corner.nowMs < end; corner.nowMs += MINUTE_MS)
    while ((await corner.indexOn(corner.server.redis).sweepExpired(corner.nowMs, 100)) > 0);
}

it("is taken in the second round after its article has left between being compared with and the placing", async () => {
  await corner.indexOn(corner.server.redis).place(invented({ name: "leaving", passages: [1, 2, 3] }));
  corner.nowMs = WINDOW_MS + 2 * HOUR_MS;
  const sweepAll = async (): Promise<void> => {
    while ((await corner.indexOn(corner.server.redis).sweepExpired(corner.nowMs, 100)) > 0);
  };
  const index = corner.indexOn(interrupted(sweepAll));
  await index.place(invented({ name: "staying", passages: [3, 4, 5] }));
  expect(await index.clusterOf(idOf("leaving"))).toBeUndefined();
  expect(await index.evidenceOf(idOf("leaving"))).toHaveLength(1);
  await sweepOneRound();
  expect(await index.evidenceOf(idOf("leaving"))).toHaveLength(1);
  await sweepOneRound();
  expect(await index.evidenceOf(idOf("leaving"))).toEqual([]);
  expect(await index.evidenceOf(idOf("staying"))).toHaveLength(1);
});

it("stays where its article was only about to be placed", async () => {
  const slow = corner.indexOn(
    interrupted(async () => {
      // Compared with the slow one by its record, it writes a note about it before it has a node.
      await corner.indexOn(corner.server.redis).place(invented({ name: "quick", passages: [3, 4, 5] }));
      expect(await corner.indexOn(corner.server.redis).evidenceOf(idOf("slow"))).toHaveLength(1);
      await sweepOneRound();
    }),
  );
  await corner.indexOn(corner.server.redis).place(invented({ name: "before", passages: [1, 8, 9] }));
  await slow.place(invented({ name: "slow", passages: [1, 2, 3] }));
  await sweepOneRound();
  await sweepOneRound();
  expect(await slow.evidenceOf(idOf("slow"))).toHaveLength(2);
});
