/* Workers that are killed while an expired revision is in their hands, or whose clocks are apart. */
import { describe, expect, it } from "vitest";
import type { ArticleRevision } from "../../../src/core/model.ts";
import { idOf, invented } from "../../contract/cluster-index-articles.ts";
import {
  acting,
  Corner,
  indexWith,
  interrupted,
  isEntering,
  type SentCommand,
  sweepAll,
} from "./cluster-index-corner.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const WINDOW_MS = 168 * HOUR_MS;
const EXPIRED_MS = WINDOW_MS + 2 * HOUR_MS;
const SKEW_MS = 10 * MINUTE_MS;

const corner = new Corner({ windowMs: WINDOW_MS, tombstoneMs: 4 * WINDOW_MS });

/** Begins to place an article: its record and its anchors are written, then the worker is gone. */
async function placeKilled(article: ArticleRevision, shards: number): Promise<void> {
  const killed = interrupted(corner.redis, isEntering, () => Promise.reject(new Error("killed")), "after");
  await expect(corner.indexOn(killed, shards).place(article)).rejects.toThrow("killed");
}

const a = invented({ name: "a", passages: [1, 2, 3, 4] });
const copy = invented({ name: "copy", passages: [1, 2, 3, 4, 5] });

/** Keys of anchors and records. */
const keysOfShards = (): Promise<string[]> => corner.keys(":{i:*");

describe.each([1, 3])("a sweeper whose clock is ten minutes ahead of the placers', %i shard(s)", (shards) => {
  const sweepAhead = (): Promise<void> => {
    const now = corner.nowMs + SKEW_MS;
    const { redis, prefix } = corner;
    const times = { now: () => now, windowMs: WINDOW_MS, tombstoneMs: WINDOW_MS };
    return sweepAll(indexWith({ redis, prefix, ...times, shardCount: shards }), now);
  };

  it("takes nothing out that a placing has just found in the index", async () => {
    // The last minute of an hour: that hour is swept a minute after the record's window.
    corner.nowMs = HOUR_MS - MINUTE_MS;
    await placeKilled(a, shards);
    corner.nowMs += WINDOW_MS;
    const slow = acting(corner.redis, {
      async before({ words }) {
        if (/:node:.* .*:ordinal .*:texts:/.test(words)) await sweepAhead();
      },
    });
    expect(await corner.indexOn(slow, shards).place(a)).toMatchObject({ kind: "founded" });
    expect(await corner.index(shards).place(copy)).toMatchObject({
      kind: "joined",
      to: idOf("a"),
    });
  });

  it("dissolves no cluster whose articles are in the index by the placers' clock", async () => {
    corner.nowMs = HOUR_MS - MINUTE_MS;
    const index = corner.index(shards);
    await index.place(a);
    await index.place(copy);
    corner.nowMs += WINDOW_MS;
    await sweepAhead();
    expect(await index.clusterOf(copy.articleId)).toBe(idOf("a"));
  });
});

describe.each([1, 3])(
  "a worker that is killed once an expired revision has entered, %i shard(s)",
  (shards) => {
    const near = invented({ name: "near", passages: [1, 2, 3, 4, 6] });
    const revised = invented({ name: "a", passages: [7, 8] });

    it("leaves it out once its job is done again: of a member", async () => {
      const index = corner.index(shards);
      await index.place(a);
      await index.place(copy);
      corner.nowMs = EXPIRED_MS;
      await corner.sweepNow(index);
      await placeKilled(copy, shards);
      expect(await index.place(copy)).toMatchObject({ kind: "already-placed", clusterId: idOf("a") });
      expect(await index.place(near)).toMatchObject({ kind: "founded" });
    });

    it("leaves it out once its job is done again: of an article that has another revision", async () => {
      const index = corner.index(shards);
      await index.place(a);
      corner.nowMs = WINDOW_MS - HOUR_MS;
      await index.place(revised);
      corner.nowMs = EXPIRED_MS;
      await corner.sweepNow(index);
      await placeKilled(a, shards);
      expect(await index.place(a)).toMatchObject({ kind: "already-placed", clusterId: idOf("a") });
      expect(await index.place(near)).toMatchObject({ kind: "founded" });
      expect(await index.place(invented({ name: "like the other", passages: [7, 8] }))).toMatchObject({
        kind: "joined",
      });
    });

    it("leaves it out once its job is done again: of a later revision", async () => {
      const index = corner.index(shards);
      await index.place(revised);
      await index.place(a);
      await index.place(invented({ name: "b", passages: [7, 8] }));
      corner.nowMs = EXPIRED_MS;
      await corner.sweepNow(index);
      await placeKilled(a, shards);
      expect(await index.place(a)).toMatchObject({ kind: "already-placed" });
      expect(await index.place(near)).toMatchObject({ kind: "founded" });
    });

    it.each([true, false])(
      "gives it no second window before the sweep has come (killed: %s)",
      async (isKilled) => {
        const index = corner.index(shards);
        await index.place(a);
        corner.nowMs = WINDOW_MS + HOUR_MS;
        if (isKilled) await placeKilled(a, shards);
        expect(await index.place(a)).toMatchObject({ kind: "already-placed" });
        corner.nowMs = EXPIRED_MS;
        await corner.sweepNow(index);
        expect(await index.clusterOf(a.articleId)).toBeUndefined();
        expect(await keysOfShards()).toEqual([]);
      },
    );
  },
);

it("leaves no anchors behind where what has left is placed by two at once, and one is slow to reach the other shards", async () => {
  const index = corner.index(3);
  await index.place(a);
  await index.place(copy);
  corner.nowMs = EXPIRED_MS;
  await corner.sweepNow(index);
  let shardsEntered = 0;
  const slow = acting(corner.redis, {
    async before(command) {
      if (isEntering(command) && ++shardsEntered === 2) await index.place(copy);
    },
  });
  expect(await corner.indexOn(slow, 3).place(copy)).toMatchObject({ kind: "already-placed" });
  corner.nowMs += EXPIRED_MS;
  await corner.sweepNow(index);
  expect(await keysOfShards()).toEqual([]);
});

it("leaves alone a placing that is finished between its look at an expired revision and the note", async () => {
  const index = corner.index();
  await index.place(a);
  const second = invented({ name: "a", passages: [5, 6] });
  await placeKilled(second, 1);
  corner.nowMs = EXPIRED_MS;
  const slow = acting(corner.redis, {
    async before({ words }) {
      // The only script that is given the notes and no ordinal to count on.
      if (/:node:.* .*:revisions .*:texts:/.test(words) && !words.includes(":ordinal "))
        expect(await corner.index().place(second)).toMatchObject({ kind: "revised" });
    },
  });
  await corner.sweepNow(corner.indexOn(slow, 1));
  expect(await index.clusterOf(a.articleId)).toBe(idOf("a"));
  expect(await index.place(invented({ name: "b", passages: [5, 6] }))).toMatchObject({ to: idOf("a") });
});

it.each(["founded", "revised"] as const)(
  "takes out what is %s between the look at an article that is to be forgotten and the end of that",
  async (kind) => {
    const index = corner.index();
    const second = invented({ name: "a", passages: [5, 6] });
    if (kind === "revised") await index.place(a);
    const isForgetting = ({ words }: SentCommand) => /:node:.* .*:evidence:/.test(words);
    const slow = interrupted(corner.redis, isForgetting, async () => {
      expect(await corner.index().place(second)).toMatchObject({ kind });
    });
    await corner.indexOn(slow, 1).forget(a.articleId);
    expect(await index.clusterOf(a.articleId)).toBeUndefined();
    expect(await index.place(invented({ name: "b", passages: [5, 6] }))).toMatchObject({ kind: "founded" });
  },
);
