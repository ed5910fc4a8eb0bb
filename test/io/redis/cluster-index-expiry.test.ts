/* Taking revisions out of the index in Redis, while the same ones are placed anew and sweeps end early. */
import type { Redis } from "ioredis";
import { describe, expect, it } from "vitest";
import type { ClusterIndex } from "../../../src/core/cluster/cluster-index.ts";
import type { ClusterId } from "../../../src/core/model.ts";
import { idOf, invented } from "../../contract/cluster-index-articles.ts";
import { Corner, interrupted, isEntering, type SentCommand } from "./cluster-index-corner.ts";

const HOUR_MS = 3_600_000;
const WINDOW_MS = 168 * HOUR_MS;
const EXPIRED_MS = WINDOW_MS + 2 * HOUR_MS;

const corner = new Corner({ windowMs: WINDOW_MS, tombstoneMs: 4 * WINDOW_MS });

/** The commands of a sweep that change what it takes out, by a key that no other of them has. */
const STEPS = {
  note: ":texts:",
  "forget-node": ":evidence:",
  "remove-anchors": ":crowded:",
  "list entry": ":placed:",
} as const;
type Step = keyof typeof STEPS;

function interruptedSweep(step: Step, when: "before" | "after", meanwhile: () => Promise<void>): Redis {
  const isStep = ({ name, words }: SentCommand): boolean =>
    (name === "evalsha" || name === "lrem") && words.includes(STEPS[step]);
  return interrupted(corner.redis, isStep, meanwhile, when);
}

const endEarly = (): Promise<never> => Promise.reject(new Error("ended early"));

const a = invented({ name: "a", passages: [1, 2, 3, 4] });
const copy = invented({ name: "copy", passages: [1, 2, 3, 4, 5] });

/** Keys of anchors and records. */
const keysOfShards = (): Promise<string[]> => corner.keys(":{i:*");

describe.each([1, 3])("a sweep of %i shard(s)", (shards) => {
  it.each([
    ["forget-node", "after"],
    ["remove-anchors", "before"],
    ["remove-anchors", "after"],
    ["list entry", "before"],
  ] as const)("leaves alone what is founded anew in between: %s, %s", async (step, when) => {
    const index = corner.index(shards);
    await index.place(a);
    corner.nowMs = EXPIRED_MS;
    let answer: string | undefined;
    const slow = interruptedSweep(step, when, async () => {
      answer = (await corner.index(shards).place(a)).kind;
    });
    await corner.sweepNow(corner.indexOn(slow, shards));
    expect(answer).toBe("founded");
    expect(await index.clusterOf(a.articleId)).toBe(idOf("a"));
    expect(await index.cluster(idOf("a") as string as ClusterId)).toMatchObject({ firstAt: EXPIRED_MS });
    expect(await index.place(copy)).toMatchObject({ kind: "joined" });
    corner.nowMs += EXPIRED_MS;
    await corner.sweepNow(index);
    expect(await keysOfShards()).toEqual([]);
  });

  it.each(["note", "forget-node"] as const)(
    "leaves alone what another sweep took and what was founded anew since: before %s",
    async (step) => {
      const index = corner.index(shards);
      await index.place(a);
      corner.nowMs = EXPIRED_MS;
      const slow = interruptedSweep(step, "before", async () => {
        await corner.sweepNow(corner.index(shards));
        expect(await corner.index(shards).place(a)).toMatchObject({ kind: "founded" });
      });
      await corner.sweepNow(corner.indexOn(slow, shards));
      expect(await index.clusterOf(a.articleId)).toBe(idOf("a"));
      expect(await index.place(copy)).toMatchObject({ kind: "joined" });
    },
  );

  it.each(["note", "forget-node", "remove-anchors", "list entry"] as const)(
    "that ends early after %s is ended by the next one, whether or not the article is placed anew first",
    async (step) => {
      for (const isPlacedAnew of [false, true]) {
        const index = corner.index(shards);
        await index.place(a);
        corner.nowMs += EXPIRED_MS;
        const cut = interruptedSweep(step, "after", endEarly);
        await expect(corner.sweepNow(corner.indexOn(cut, shards))).rejects.toThrow("ended early");
        const isKnown = (await index.clusterOf(a.articleId)) !== undefined;
        if (isPlacedAnew) expect((await index.place(a)).kind).toBe(isKnown ? "already-placed" : "founded");
        await corner.sweepNow(index);
        if (isPlacedAnew && !isKnown) expect(await index.place(copy)).toMatchObject({ kind: "joined" });
        corner.nowMs += EXPIRED_MS;
        await corner.sweepNow(index);
        expect(await keysOfShards()).toEqual([]);
        await index.forget(copy.articleId);
      }
    },
  );
});

describe.each([1, 3])("one text with another fingerprint, %i shard(s)", (shards) => {
  const first = invented({ name: "a", passages: [1, 2], text: "a" });
  const other = invented({ name: "a", passages: [3, 4], text: "a" });
  const likeFirst = invented({ name: "copy", passages: [1, 2, 5] });
  const likeOther = invented({ name: "copy of the other", passages: [3, 4, 5] });

  const expectNothingLeft = async (index: ClusterIndex): Promise<void> => {
    corner.nowMs += 2 * WINDOW_MS;
    await corner.sweepNow(index);
    expect(await keysOfShards()).toEqual([]);
  };

  it("is found by its first one, and leaves nothing behind", async () => {
    const index = corner.index(shards);
    await index.place(first);
    corner.nowMs = WINDOW_MS - HOUR_MS;
    expect(await index.place(other)).toMatchObject({ kind: "already-placed" });
    expect(await index.place(likeOther)).toMatchObject({ kind: "founded" });
    expect(await index.place(likeFirst)).toMatchObject({ kind: "joined", to: idOf("a") });
    await expectNothingLeft(index);
  });

  it("leaves nothing behind where the first one waits to be swept", async () => {
    const index = corner.index(shards);
    await index.place(first);
    corner.nowMs = WINDOW_MS + HOUR_MS / 2;
    await index.place(other);
    await expectNothingLeft(index);
  });

  it("ends a placing that was cut short, with the anchors that it had", async () => {
    const index = corner.index(shards);
    const cut = interrupted(corner.redis, isEntering, endEarly, "after");
    await expect(corner.indexOn(cut, shards).place(first)).rejects.toThrow("ended early");
    expect(await index.place(other)).toMatchObject({ kind: "founded" });
    expect(await index.place(likeFirst)).toMatchObject({ kind: "joined", to: idOf("a") });
    await expectNothingLeft(index);
  });
});
