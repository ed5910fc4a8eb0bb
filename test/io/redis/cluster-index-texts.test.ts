/* Notes on texts that have left the index, as they stand in Redis. */
import { expect, it } from "vitest";
import { FINGERPRINT_VERSION } from "../../../src/core/fingerprint/fingerprint.ts";
import type { ClusterId } from "../../../src/core/model.ts";
import { CLOCK_GRACE_MS } from "../../../src/io/redis/cluster-index-expiry.ts";
import { Forest } from "../../../src/io/redis/cluster-index-nodes.ts";
import { TextNotes } from "../../../src/io/redis/cluster-index-texts.ts";
import { clusterKeys } from "../../../src/io/redis/keys.ts";
import { type Invented, idOf, invented } from "../../contract/cluster-index-articles.ts";
import { BITS, Corner, cutAfter, interrupted, isEntering } from "./cluster-index-corner.ts";

const HOUR_MS = 3_600_000;
const WINDOW_MS = 168 * HOUR_MS;
const TOMBSTONE_MS = 4 * WINDOW_MS;
const TEXT_BITS = BITS + 3;
const HEX = 16;
const MOST = 100;
/** The place script unites fifteen edges in a call. */
const PARTS_OF_TWO_CALLS = 20;

const corner = new Corner({ windowMs: WINDOW_MS, tombstoneMs: TOMBSTONE_MS });

const published = (article: Invented) => invented({ ...article, text: article.passages.join(" ") });

const noteKeys = (): Promise<string[]> => corner.keys(":{c}:texts:*");

/** Collects in every bucket that there is, as a round of the sweep does. */
async function collectAll(): Promise<number> {
  const { redis, prefix } = corner;
  const keys = clusterKeys(prefix, FINGERPRINT_VERSION);
  const forest = new Forest(redis, keys, BITS - 1);
  const notes = new TextNotes({ redis, keys, forest, bucketBits: TEXT_BITS, tombstoneMs: TOMBSTONE_MS });
  let taken = 0;
  for (const key of await noteKeys()) {
    const bucket = Number.parseInt(key.slice(key.lastIndexOf(":") + 1), HEX);
    taken += await notes.collect(bucket, corner.nowMs, MOST);
  }
  return taken;
}

it("are collected when their article's tombstone is due, or with its cluster", async () => {
  const index = corner.index();
  await index.place(published({ name: "alone", passages: [1] }));
  await index.place(published({ name: "member", passages: [2, 3] }));
  await index.place(published({ name: "other member", passages: [2, 3, 4] }));
  corner.nowMs = WINDOW_MS + 2 * HOUR_MS;
  await corner.sweepNow();
  expect(await noteKeys()).toHaveLength(3);
  expect(await collectAll()).toBe(0);
  // The cluster is active once more, by a copy of its text: it and its notes stay.
  await index.place(published({ name: "late member", passages: [2, 3] }));
  corner.nowMs = TOMBSTONE_MS + HOUR_MS;
  expect(await collectAll()).toBe(1);
  corner.nowMs += WINDOW_MS + 3 * HOUR_MS;
  await corner.sweepNow();
  expect(await collectAll()).toBe(2);
  expect(await noteKeys()).toEqual([]);
});

it("are taken by a sweep that has nothing else to do, in the bucket's turn", async () => {
  const index = corner.index();
  await index.place(published({ name: "a", passages: [1] }));
  corner.nowMs = WINDOW_MS + 2 * HOUR_MS;
  await corner.sweepNow();
  const [key = ""] = await noteKeys();
  const bucket = Number.parseInt(key.slice(key.lastIndexOf(":") + 1), HEX);
  const bucketsPerMinute = 128;
  const minutesOfARound = 2 ** TEXT_BITS / bucketsPerMinute;
  const minute = Math.floor(bucket / bucketsPerMinute);
  const firstRound = Math.ceil(TOMBSTONE_MS / 60_000 / minutesOfARound) + 1;
  corner.nowMs = (firstRound * minutesOfARound + minute) * 60_000 + CLOCK_GRACE_MS;
  expect(await index.sweepExpired(corner.nowMs, MOST)).toBe(1);
  expect(await noteKeys()).toEqual([]);
});

it("are not written of a revision whose placing was never finished", async () => {
  // Its node is looked up, its record and its anchors are written; then the worker is gone.
  const { redis } = cutAfter(2, corner.redis);
  await expect(corner.indexOn(redis).place(published({ name: "a", passages: [1] }))).rejects.toThrow(
    "killed",
  );
  corner.nowMs = WINDOW_MS + 2 * HOUR_MS;
  await corner.sweepNow();
  expect(await noteKeys()).toEqual([]);
});

it("join a text whose first article leaves the index while its copy is being placed", async () => {
  const index = corner.index();
  await index.place(published({ name: "a", passages: [1] }));
  corner.nowMs = WINDOW_MS + 2 * HOUR_MS;
  // Once the copy has looked for its node, and before it asks who has its anchors.
  const swept = interrupted(corner.redis, isEntering, () => corner.sweepNow());
  expect(await corner.indexOn(swept).place(published({ name: "b", passages: [1] }))).toMatchObject({
    kind: "joined",
    evidence: { rule: "same-text" },
  });
});

it("add an edge to those of an article of many parts", async () => {
  const index = corner.index();
  await index.place(published({ name: "old", passages: [1, 2] }));
  corner.nowMs = WINDOW_MS + 2 * HOUR_MS;
  await corner.sweepNow();
  for (let i = 0; i < PARTS_OF_TWO_CALLS; i++)
    await index.place(published({ name: `part ${i}`, passages: [1, 100 + 3 * i, 101 + 3 * i, 102 + 3 * i] }));
  expect(await index.place(published({ name: "back", passages: [1, 2] }))).toMatchObject({ to: idOf("old") });
  expect(await index.cluster(idOf("old") as string as ClusterId)).toMatchObject({
    clusterId: idOf("part 0"),
    memberCount: PARTS_OF_TWO_CALLS + 2,
  });
});
