/* Evidence about articles that leave the index while it is being written. */
import type { Redis } from "ioredis";
import { expect, it } from "vitest";
import { idOf, invented } from "../../contract/cluster-index-articles.ts";
import { Corner, interrupted, isPlacing } from "./cluster-index-corner.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const WINDOW_MS = 168 * HOUR_MS;
/** 8 of 2^8 buckets of evidence a minute. */
const ROUND_MS = 32 * MINUTE_MS;

const corner = new Corner({ windowMs: WINDOW_MS, tombstoneMs: WINDOW_MS });

const interruptedPlacing = (meanwhile: () => Promise<unknown>): Redis =>
  interrupted(corner.redis, isPlacing, meanwhile);

/** What an upkeep that is never busy does in one round over the buckets of evidence. */
async function sweepOneRound(): Promise<void> {
  const end = corner.nowMs + ROUND_MS;
  for (; corner.nowMs < end; corner.nowMs += MINUTE_MS) await corner.sweepNow();
}

it("is taken in the second round after its article has left between being compared with and the placing", async () => {
  await corner.index().place(invented({ name: "leaving", passages: [1, 2, 3] }));
  corner.nowMs = WINDOW_MS + 2 * HOUR_MS;
  const index = corner.indexOn(interruptedPlacing(() => corner.sweepNow()));
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
    interruptedPlacing(async () => {
      // Compared with the slow one by its record, it writes a note about it before it has a node.
      await corner.index().place(invented({ name: "quick", passages: [3, 4, 5] }));
      expect(await corner.index().evidenceOf(idOf("slow"))).toHaveLength(1);
      await sweepOneRound();
    }),
  );
  await corner.index().place(invented({ name: "before", passages: [1, 8, 9] }));
  await slow.place(invented({ name: "slow", passages: [1, 2, 3] }));
  await sweepOneRound();
  await sweepOneRound();
  expect(await slow.evidenceOf(idOf("slow"))).toHaveLength(2);
});
