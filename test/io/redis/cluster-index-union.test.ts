import { expect, it } from "vitest";
import { FINGERPRINT_VERSION } from "../../../src/core/fingerprint/fingerprint.ts";
import type { ClusterId } from "../../../src/core/model.ts";
import { clusterKeys } from "../../../src/io/redis/keys.ts";
import { idOf, invented } from "../../contract/cluster-index-articles.ts";
import {
  acting,
  Corner,
  interrupted,
  isEntering,
  isPlacing,
  type SentCommand,
} from "./cluster-index-corner.ts";

const HOUR_MS = 3_600_000;
const WINDOW_MS = 168 * HOUR_MS;
/** With notes on both sides of each, they would take more calls. */
const WEAK_PAIRS = 150;
const KEPT_PAIRS = 32;
const NOTES_OF_ONE_CALL = 64;

const corner = new Corner({ windowMs: WINDOW_MS, tombstoneMs: WINDOW_MS });

it("writes of the many weak pairs of one article no more notes about itself than are kept", async () => {
  let calls = 0;
  const redis = acting(corner.redis, {
    before(command) {
      if (isPlacing(command)) calls++;
    },
  });
  const index = corner.indexOn(redis);
  for (let i = 0; i < WEAK_PAIRS; i++) {
    await index.place(invented({ name: `weak ${i}`, passages: [1, 100 + 3 * i, 101 + 3 * i, 102 + 3 * i] }));
  }
  const before = calls;
  const placed = await index.place(invented({ name: "many", passages: [1, 2, 3, 4] }));
  expect(placed).toMatchObject({ kind: "founded" });
  expect(calls - before).toBe(Math.ceil((WEAK_PAIRS + KEPT_PAIRS) / NOTES_OF_ONE_CALL));
  expect(await index.evidenceOf(idOf("many"))).toHaveLength(KEPT_PAIRS);
  const keys = clusterKeys(corner.prefix, FINGERPRINT_VERSION);
  expect(await corner.redis.get(keys.ordinal())).toBe(String(WEAK_PAIRS + 1));
});

it("joins a copy in three commands, though its candidates are unknown members of one cluster", async () => {
  for (const name of ["one", "another"]) await corner.index().place(invented({ name, passages: [1, 2] }));
  const sent: string[] = [];
  const redis = acting(corner.redis, { before: ({ name }) => sent.push(name) });
  const placed = await corner.indexOn(redis).place(invented({ name: "copy", passages: [1, 2] }));
  expect(placed).toMatchObject({ kind: "joined", clusterId: idOf("one") });
  expect(sent).toHaveLength(3);
  expect(await corner.index().evidenceOf(idOf("copy"))).toHaveLength(1);
});

it("compares with all candidates of a copy where they turn out to be apart, and keeps the evidence of each", async () => {
  await corner.index().place(invented({ name: "one", passages: [1, 2] }));
  await corner.index().place(invented({ name: "other", passages: [3, 4] }));
  let entered = 0;
  const redis = acting(corner.redis, {
    before(command) {
      if (isEntering(command)) entered++;
    },
  });
  await corner.indexOn(redis).place(invented({ name: "both", passages: [1, 2, 3, 4] }));
  expect(entered).toBe(1);
  expect(await corner.index().cluster(idOf("one") as string as ClusterId)).toMatchObject({ memberCount: 3 });
  expect(await corner.index().evidenceOf(idOf("both"))).toHaveLength(2);
});

it("is one with all of its candidates though their cluster is dissolved right before it is placed", async () => {
  const halves = [invented({ name: "one", passages: [1, 2] }), invented({ name: "other", passages: [3, 4] })];
  const placeHalves = async () => {
    for (const half of halves) await corner.index().place(half);
  };
  await placeHalves();
  await corner.index().place(invented({ name: "bridge", passages: [1, 2, 3, 4] }));
  corner.nowMs = WINDOW_MS;
  const redis = interrupted(corner.redis, isPlacing, async () => {
    corner.nowMs = WINDOW_MS + 3 * HOUR_MS;
    await corner.sweepNow();
    expect(await corner.index().clusterOf(idOf("bridge"))).toBeUndefined();
    await placeHalves();
  });
  const placed = await corner.indexOn(redis).place(invented({ name: "copy", passages: [1, 2, 3, 4] }));
  expect(placed).toMatchObject({ kind: "joined" });
  for (const { articleId } of halves)
    expect(await corner.index().clusterOf(articleId)).toBe(placed.clusterId);
});

it("compares with a second candidate that has entered and is not placed yet", async () => {
  await corner.index().place(invented({ name: "one", passages: [1, 2] }));
  const copy = invented({ name: "copy", passages: [1, 2, 3] });
  const redis = interrupted(corner.redis, isPlacing, async () => {
    expect(await corner.index().place(copy)).toMatchObject({ kind: "joined", clusterId: idOf("one") });
  });
  await corner.indexOn(redis).place(invented({ name: "slow", passages: [2, 3] }));
  expect(await corner.index().cluster(idOf("one") as string as ClusterId)).toMatchObject({ memberCount: 3 });
  expect((await corner.index().evidenceOf(idOf("copy"))).map(({ other }) => other).sort()).toEqual(
    [idOf("one"), idOf("slow")].sort(),
  );
});

it("tells an article that it has joined where a copy unites it with an older one right before it is founded", async () => {
  const index = corner.index();
  await index.place(invented({ name: "older", passages: [1, 2] }));
  const isFounding = ({ words }: SentCommand) => /:node:.* .*:ordinal .*:texts:/.test(words);
  const redis = interrupted(corner.redis, isFounding, () =>
    index.place(invented({ name: "copy", passages: [1, 2, 3, 4] })),
  );
  expect(await corner.indexOn(redis).place(invented({ name: "slow", passages: [3, 4] }))).toMatchObject({
    kind: "joined",
    clusterId: idOf("older"),
    to: idOf("copy"),
    evidence: { relation: "copy", containment: 1, shorter: "a" },
  });
  expect(await index.place(invented({ name: "slow", passages: [3, 4] }))).toMatchObject({
    kind: "already-placed",
  });
});
