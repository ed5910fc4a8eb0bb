/* Placings during which clusters dissolve, interleaved by force. */
import type { Redis } from "ioredis";
import { expect, it } from "vitest";
import type { ClusterIndex } from "../../../src/core/cluster/cluster-index.ts";
import { type Invented, idOf, invented } from "../../contract/cluster-index-articles.ts";
import { acting, Corner, isPlacing } from "./cluster-index-corner.ts";

const HOUR_MS = 3_600_000;
const WINDOW_MS = 168 * HOUR_MS;
const TOMBSTONE_MS = 4 * WINDOW_MS;
/** When clusters that have rested since 0 are due. */
const DUE_MS = TOMBSTONE_MS + 2 * HOUR_MS;
const DUE_CLUSTERS = 14;
const JOINED_CLUSTERS = 12;
/** More than a cluster's summary holds the publishers of. */
const TELLERS = 64;

const corner = new Corner({ windowMs: WINDOW_MS, tombstoneMs: TOMBSTONE_MS });

const published = (article: Invented) => invented({ ...article, text: article.passages.join(" ") });

/** A connection that does something before each call of the place script, whose number it is told. */
function beforePlacing(act: (call: number) => Promise<void>): { redis: Redis; calls: () => number } {
  let calls = 0;
  const redis = acting(corner.redis, {
    async before(command) {
      if (isPlacing(command)) await act(++calls);
    },
  });
  return { redis, calls: () => calls };
}

/** A connection on which it is asked what is being dissolved only when it is let go. */
function heldUp(): { redis: Redis; isAsked: () => boolean; letGo: () => void } {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let isAsked = false;
  const redis = acting(corner.redis, {
    async before({ name }) {
      if (name !== "hkeys") return;
      isAsked = true;
      await held;
    },
  });
  return { redis, isAsked: () => isAsked, letGo };
}

/** A cluster of a, b and c that is due, and an article `late` that is known, and placed again without a look at it. */
async function dueCluster(index: ClusterIndex): Promise<void> {
  for (const name of ["a", "b", "c"]) await index.place(invented({ name, passages: [1] }));
  corner.nowMs = 2 * WINDOW_MS;
  await corner.sweepNow(index);
  corner.nowMs = TOMBSTONE_MS - HOUR_MS;
  await index.place(invented({ name: "late", passages: [7] }));
  corner.nowMs = DUE_MS;
}

it("unites with what met the article while its former cluster was being dissolved", async () => {
  const index = corner.index();
  await dueCluster(index);
  await index.sweepExpired(corner.nowMs, 1);
  const { redis, isAsked, letGo } = heldUp();
  const again = corner.indexOn(redis).place(invented({ name: "c", passages: [2, 3] }));
  await expect.poll(isAsked).toBe(true);
  await corner.index().place(invented({ name: "late", passages: [2, 3] }));
  expect(await index.clusterOf(idOf("late"))).toBe(idOf("late"));
  letGo();
  await again;
  expect(await index.clusterOf(idOf("c"))).toBe(idOf("late"));
});

it.each(["is begun", "is finished"])(
  "unites with what met the article where dissolving its cluster %s just before it is placed",
  async (state) => {
    const index = corner.index();
    await dueCluster(index);
    const { redis } = beforePlacing(async (call) => {
      if (call > 1) return;
      await index.sweepExpired(corner.nowMs, 1);
      const late = await corner.index().place(invented({ name: "late", passages: [2, 3] }));
      expect(late.kind).toBe("revised");
      if (state === "is finished") await corner.sweepNow(index);
    });
    expect(await corner.indexOn(redis).place(invented({ name: "c", passages: [2, 3] }))).toMatchObject({
      kind: "joined",
      clusterId: idOf("late"),
    });
    expect(await index.clusterOf(idOf("late"))).toBe(idOf("late"));
  },
);

it("is placed at the first try, whatever other clusters dissolve meanwhile", async () => {
  const index = corner.index();
  for (const name of ["a", "b"]) await index.place(invented({ name, passages: [1] }));
  corner.nowMs = DUE_MS;
  for (const name of ["x", "y", "z"]) await index.place(invented({ name, passages: [2] }));
  for (const name of ["x", "y", "z"]) await index.clusterOf(idOf(name));
  const { redis, calls } = beforePlacing(() => corner.sweepNow(index));
  const placing = corner.indexOn(redis);
  expect(await placing.place(invented({ name: "copy", passages: [2, 3] }))).toMatchObject({ kind: "joined" });
  expect(calls()).toBe(1);
  expect(await index.clusterOf(idOf("a"))).toBeUndefined();
});

it("founds no member of a cluster anew that dissolves between the two calls for a text that comes back", async () => {
  const index = corner.index();
  await index.place(published({ name: "a", passages: [1, 2], publisher: "x.example" }));
  await index.place(published({ name: "b", passages: [1, 2, 9] }));
  corner.nowMs = WINDOW_MS + 2 * HOUR_MS;
  await corner.sweepNow(index);
  corner.nowMs = TOMBSTONE_MS;
  const { redis } = beforePlacing(async (call) => {
    if (call !== 2) return;
    corner.nowMs = DUE_MS;
    await corner.sweepNow(index);
  });
  expect(await corner.indexOn(redis).place(published({ name: "back", passages: [1, 2] }))).toMatchObject({
    kind: "founded",
    clusterId: idOf("back"),
  });
  expect(await index.clusterOf(idOf("a"))).toBeUndefined();
});

it("takes the publishers of a story told by many with it", async () => {
  const index = corner.index();
  for (let i = 0; i < TELLERS; i++)
    await index.place(invented({ name: `${i}`, passages: [1], publisher: `the-outlet-${i}.example` }));
  expect(await corner.keys("*:publishers:*")).toHaveLength(1);
  corner.nowMs = DUE_MS;
  await corner.sweepNow(index);
  expect(await corner.keys("*:publishers:*")).toEqual([]);
});

it("finds a cluster that is due, though the oldest one is joined right before each look at it", async () => {
  const index = corner.index();
  const placeCopy = (i: number, name: string) =>
    index.place(published({ name: `${name} ${i}`, passages: [i] }));
  for (corner.nowMs = 1; corner.nowMs <= DUE_CLUSTERS; corner.nowMs++) {
    await placeCopy(corner.nowMs, "first");
    await placeCopy(corner.nowMs, "copy");
  }
  corner.nowMs = 2 * WINDOW_MS;
  await corner.sweepNow(index);
  corner.nowMs = DUE_MS;
  let joined = 0;
  const redis = acting(corner.redis, {
    async before({ words }) {
      if (/:recent .*:dissolving /.test(words) && joined < JOINED_CLUSTERS) await placeCopy(++joined, "late");
    },
  });
  expect(await corner.indexOn(redis).sweepExpired(corner.nowMs, 1)).toBe(1);
  expect(await index.clusterOf(idOf("first 1"))).toBe(idOf("first 1"));
  expect(await index.clusterOf(idOf(`first ${joined + 1}`))).toBeUndefined();
});
