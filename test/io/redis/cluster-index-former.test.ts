/* What a former fingerprint version has left goes by itself. */
import type { Redis } from "ioredis";
import { expect, it } from "vitest";
import type { ClusterIndex } from "../../../src/core/cluster/cluster-index.ts";
import { handlesOf } from "../../../src/core/cluster/revision-handle.ts";
import { FINGERPRINT_VERSION } from "../../../src/core/fingerprint/fingerprint.ts";
import type { ArticleRevision } from "../../../src/core/model.ts";
import { revisionIdOf } from "../../../src/core/url/ids.ts";
import { clusterKeys } from "../../../src/io/redis/keys.ts";
import { idOf, invented } from "../../contract/cluster-index-articles.ts";
import { acting, BITS, Corner, cutAfter, interrupted, type SentCommand } from "./cluster-index-corner.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const WINDOW_MS = 168 * HOUR_MS;
/** 128 of 2^12 buckets of anchors a minute. */
const MINUTES_OF_A_ROUND = 32;
const FORMER_VERSION = FINGERPRINT_VERSION - 1;
const CROWD = 12;

const corner = new Corner({ windowMs: WINDOW_MS, tombstoneMs: 4 * WINDOW_MS });

/** Makes all that stands under this version's keys a former version's. */
async function exchangeProgram(): Promise<void> {
  const ofVersion = new RegExp(`(\\{[ia]:..\\}:(?:[a-z]+:)?)${FINGERPRINT_VERSION}(?=:|$)`);
  for (const key of await corner.keys()) {
    const former = key.replace(ofVersion, `$1${FORMER_VERSION}`);
    if (former !== key) await corner.redis.rename(key, former);
  }
}

const keysOfFormer = async (): Promise<string[]> =>
  (await corner.keys()).filter((key) =>
    new RegExp(`\\{[ia]:..\\}:(?:[a-z]+:)?${FORMER_VERSION}(?::|$)`).test(key),
  );

async function sweepRounds(index: ClusterIndex, rounds = 1): Promise<void> {
  for (let minute = 0; minute < rounds * MINUTES_OF_A_ROUND; minute++) {
    corner.nowMs += MINUTE_MS;
    await corner.sweepNow(index);
  }
}

it.each([1, 3])(
  "takes a former version's articles hour by hour, then the rest of it (%i shards)",
  async (shards) => {
    const index = corner.index(shards);
    for (let i = 0; i < CROWD; i++) await index.place(invented({ name: `copy ${i}`, passages: [1, 2] }));
    await index.place(invented({ name: "alone", passages: [3], text: "alone" }));
    await exchangeProgram();
    expect((await keysOfFormer()).length).toBeGreaterThan(CROWD);

    corner.nowMs = WINDOW_MS;
    await corner.sweepNow(index);
    // Two versions never meet.
    expect(await index.place(invented({ name: "of now", passages: [1, 2] }))).toMatchObject({
      kind: "founded",
    });
    expect(await index.clusterOf(idOf("alone"))).toBe(idOf("alone"));
    corner.nowMs = WINDOW_MS + 2 * HOUR_MS;
    await corner.sweepNow(index);
    expect(await index.clusterOf(idOf("alone"))).toBeUndefined();
    expect(await index.clusterOf(idOf("copy 3"))).toBe(idOf("copy 0"));
    expect(await index.place(invented({ name: "back", passages: [3], text: "alone" }))).toMatchObject({
      kind: "joined",
      evidence: { rule: "same-text" },
    });
    await sweepRounds(index);
    expect(await keysOfFormer()).toEqual([]);
    expect(await index.clusterOf(idOf("of now"))).toBeDefined();
  },
);

it("asks for a bucket of a former version once more after it was dropped, and then only when that is at work again", async () => {
  let drops = 0;
  const counting = acting(corner.redis, {
    before({ words }) {
      if (/:hours:.*:crowded:/.test(words)) drops++;
    },
  });
  const index = corner.indexOn(counting);
  await corner.index().place(invented({ name: "old", passages: [1] }));
  await exchangeProgram();
  corner.nowMs = WINDOW_MS + 2 * HOUR_MS;
  const dropsOfRounds = async (rounds: number): Promise<number> => {
    drops = 0;
    await sweepRounds(index, rounds);
    return drops;
  };
  expect(await dropsOfRounds(2)).toBeGreaterThan(0);
  expect(await dropsOfRounds(2)).toBe(0);
  await corner.index().place(invented({ name: "once more", passages: [1] }));
  await exchangeProgram();
  expect(await dropsOfRounds(1)).toBe(0);
  corner.nowMs += WINDOW_MS + 2 * HOUR_MS;
  await dropsOfRounds(2);
  expect(await keysOfFormer()).toEqual([]);
});

it("keeps a former version's anchors as long as a process of it is at work", async () => {
  const index = corner.index();
  await index.place(invented({ name: "old", passages: [1] }));
  corner.nowMs = WINDOW_MS;
  await index.place(invented({ name: "of an old process", passages: [2] }));
  await exchangeProgram();
  corner.nowMs = WINDOW_MS + 2 * HOUR_MS;
  const before = (await keysOfFormer()).length;
  await sweepRounds(index);
  // The first one's record and its list went, its anchors and all of the second one's are there.
  expect((await keysOfFormer()).length).toBe(before - 2);
});

/** What an old process does: it writes under this version's keys, which become a former one's. */
async function placeByOldProcess(name: string, passage: number): Promise<void> {
  await corner.index().place(invented({ name, passages: [passage] }));
  await exchangeProgram();
}

/** The key of the bucket in which a former version keeps the record of an article. */
function formerBucketOf({ articleId, contentHash }: ArticleRevision): string {
  const [first] = handlesOf(revisionIdOf(articleId, contentHash));
  const bucket = (first?.handle ?? 0) >>> (32 - (BITS - 1));
  const keys = clusterKeys(corner.prefix, FORMER_VERSION);
  return keys.fingerprints(0, BITS - 1, bucket.toString(16).padStart(3, "0"));
}

/** A connection on which an old process places something right before the first command of this kind. */
const interruptedBefore = (isStep: (command: SentCommand) => boolean, name: string, passage: number): Redis =>
  interrupted(corner.redis, isStep, () => placeByOldProcess(name, passage));

it("leaves alone what an old process places anew between its look at a record and its removal", async () => {
  await placeByOldProcess("a", 1);
  corner.nowMs = WINDOW_MS + 2 * HOUR_MS;
  const isRemoval = ({ name, words }: SentCommand) =>
    name === "hdel" || (words.includes(":crowded:") && words.includes(":fingerprints:"));
  await corner.sweepNow(corner.indexOn(interruptedBefore(isRemoval, "a", 1)));
  expect(await corner.index().clusterOf(idOf("a"))).toBe(idOf("a"));
  corner.nowMs += WINDOW_MS + 2 * HOUR_MS;
  await sweepRounds(corner.index());
  expect(await corner.index().clusterOf(idOf("a"))).toBeUndefined();
  expect(await keysOfFormer()).toEqual([]);
});

it("drops no record that an old process writes between its look at the hours and the dropping", async () => {
  await placeByOldProcess("a", 1);
  corner.nowMs = WINDOW_MS + 2 * HOUR_MS;
  const bucket = formerBucketOf(invented({ name: "b", passages: [2] }));
  const isDropping = ({ words }: SentCommand) => words.includes(":crowded:") && words.includes(bucket);
  await sweepRounds(corner.indexOn(interruptedBefore(isDropping, "b", 2)));
  expect(await corner.index().clusterOf(idOf("b"))).toBe(idOf("b"));
  corner.nowMs += WINDOW_MS + 2 * HOUR_MS;
  await sweepRounds(corner.index());
  expect(await corner.index().clusterOf(idOf("b"))).toBeUndefined();
  expect(await keysOfFormer()).toEqual([]);
});

it("knows the text of an article that is forgotten while only a former version has it", async () => {
  const index = corner.index();
  await index.place(invented({ name: "a", passages: [1], text: "a" }));
  await exchangeProgram();
  await index.forget(idOf("a"));
  expect(await index.place(invented({ name: "b", passages: [1], text: "a" }))).toMatchObject({
    to: idOf("a"),
    evidence: { rule: "same-text" },
  });
});

it("of an article that is in this version, too, takes the former record alone", async () => {
  const a = invented({ name: "a", passages: [1] });
  const index = corner.index();
  await index.place(a);
  await exchangeProgram();
  corner.nowMs = HOUR_MS * 2;
  expect(await index.place(a)).toMatchObject({ kind: "already-placed" });
  expect(await index.place(invented({ name: "copy", passages: [1] }))).toMatchObject({
    kind: "joined",
    to: idOf("a"),
  });
  corner.nowMs = WINDOW_MS + 2 * HOUR_MS;
  await corner.sweepNow(index);
  expect(await index.evidenceOf(idOf("a"))).toHaveLength(1);
});

it.each([1, 3])(
  "is ended by the next sweep where one is killed after any of its commands (%i shards)",
  async (shards) => {
    const listed = () => corner.keys(":{i:*}:placed:*");
    let commands = 0;
    for (let isAtWork = true; isAtWork; commands++) {
      const index = corner.index(shards);
      await index.place(invented({ name: "one", passages: [1, 2] }));
      await index.place(invented({ name: "other", passages: [1, 2] }));
      await index.place(invented({ name: "alone", passages: [3] }));
      await exchangeProgram();
      corner.nowMs += WINDOW_MS + 2 * HOUR_MS;
      const { redis } = cutAfter(commands, corner.redis);
      await corner.sweepNow(corner.indexOn(redis, shards)).catch(() => undefined);
      isAtWork = (await listed()).length > 0;
      await corner.sweepNow(index);
      expect(await index.clusterOf(idOf("alone")), `killed after ${commands} commands`).toBeUndefined();
      expect(await listed()).toEqual([]);
      expect(await corner.keys(":{i:*}:fingerprints:*")).toEqual([]);
      corner.nowMs += 4 * WINDOW_MS + 2 * HOUR_MS;
      await corner.sweepNow(index);
      expect(await index.clusterOf(idOf("one"))).toBeUndefined();
    }
    expect(commands).toBeGreaterThan(10);
  },
);
