import { expect, it } from "vitest";
import { FINGERPRINT_VERSION } from "../../../src/core/fingerprint/fingerprint.ts";
import type { ArticleRevision, ClusterId } from "../../../src/core/model.ts";
import { clusterKeys } from "../../../src/io/redis/keys.ts";
import { idOf, invented } from "../../contract/cluster-index-articles.ts";
import {
  Corner,
  cutAfter,
  interrupted,
  isEntering,
  type SentCommand,
  sweepAll,
} from "./cluster-index-corner.ts";

const WINDOW_MS = 604_800_000;
const TOMBSTONE_MS = 4 * WINDOW_MS;
/** Its node is read; it enters the index; it founds or joins a cluster. */
const COMMANDS_OF_ONE_PLACING = 3;
/** One call of the place script unites sixteen at most. */
const PARTS_OF_THREE_CALLS = 40;

const corner = new Corner({ windowMs: WINDOW_MS, tombstoneMs: TOMBSTONE_MS });

/** All keys but those of notes on texts, which stay as long as tombstones and are collected in their turn. */
const keysBesideTexts = async (): Promise<string[]> =>
  (await corner.keys()).filter((key) => !key.includes(":texts:")).sort();

it("finishes a placing that was cut short after any of its commands, once", async () => {
  let cuts = 0;
  for (let commands = 0; commands <= COMMANDS_OF_ONE_PLACING; commands++) {
    const [first, copy] = [`first ${commands}`, `copy ${commands}`];
    const index = corner.index();
    await index.place(invented({ name: first, passages: [commands + 1] }));
    const { redis, wasCut } = cutAfter(commands, corner.redis);
    const article = invented({ name: copy, passages: [commands + 1] });
    await corner
      .indexOn(redis)
      .place(article)
      .catch(() => undefined);
    if (wasCut()) cuts++;
    await index.place(article);
    const view = await index.cluster(idOf(first) as string as ClusterId);
    expect(view, `cut after ${commands} commands`).toMatchObject({ memberCount: 2, version: 2 });
    expect(await index.clusterOf(idOf(copy))).toBe(idOf(first));
  }
  expect(cuts).toBe(COMMANDS_OF_ONE_PLACING);
});

it("unites all parts of an article of many, though its placing is cut short between the calls that do so", async () => {
  const index = corner.index();
  const joining = invented({ name: "joining", passages: [1, 2] });
  for (let i = 0; i < PARTS_OF_THREE_CALLS; i++)
    await index.place(invented({ name: `alone ${i}`, passages: [1, 100 + 3 * i, 101 + 3 * i, 102 + 3 * i] }));
  let cuts = 0;
  for (let commands = 0; (await index.clusterOf(joining.articleId)) === undefined; commands++) {
    const { redis, wasCut } = cutAfter(commands, corner.redis);
    await corner
      .indexOn(redis)
      .place(joining)
      .catch(() => undefined);
    if (wasCut()) cuts++;
  }
  expect(cuts).toBeGreaterThan(0);
  await index.place(joining);
  expect(await index.cluster(idOf("alone 0") as string as ClusterId)).toMatchObject({
    memberCount: PARTS_OF_THREE_CALLS + 1,
  });
  expect(await index.place(joining)).toMatchObject({ kind: "already-placed" });
});

it("leaves nothing behind of articles that stood alone once they have expired", async () => {
  const index = corner.index();
  for (let i = 0; i < 20; i++) await index.place(invented({ name: `alone ${i}`, passages: [i + 1] }));
  await sweepAll(index, 2 * WINDOW_MS);
  const keys = clusterKeys(corner.prefix, FINGERPRINT_VERSION);
  expect(await keysBesideTexts()).toEqual([keys.ordinal()]);
});

it("leaves nothing behind of a placing that was given up after any of its commands, once its window is over", async () => {
  for (let commands = 0; commands <= COMMANDS_OF_ONE_PLACING; commands++) {
    const { redis, wasCut } = cutAfter(commands, corner.redis);
    const placed = corner
      .indexOn(redis)
      .place(invented({ name: `given up ${commands}`, passages: [commands + 1] }));
    const isDone = await placed.then(
      () => true,
      () => false,
    );
    expect(wasCut()).toBe(!isDone);
    await sweepAll(corner.index(), 2 * WINDOW_MS);
    expect((await keysBesideTexts()).filter((key) => !key.endsWith(":ordinal"))).toEqual([]);
  }
});

it("keeps the record of a placing that was finished more than a window after it was begun", async () => {
  const { redis } = cutAfter(2, corner.redis);
  const article = invented({ name: "late", passages: [1] });
  await expect(corner.indexOn(redis).place(article)).rejects.toThrow("killed");
  corner.nowMs = 2.5 * WINDOW_MS;
  const index = corner.index();
  expect(await index.place(article)).toMatchObject({ kind: "founded" });
  await corner.sweepNow(index);
  const copy = invented({ name: "copy", passages: [1] });
  expect(await index.place(copy)).toMatchObject({ kind: "joined" });
  corner.nowMs *= 2;
  await corner.sweepNow(index);
  expect(await corner.keys("*:fingerprints:*")).toEqual([]);
});

it("keeps an article that was forgotten out of the index when it is placed again, and its record for a window", async () => {
  const index = corner.index();
  const [first, copy, late] = ["first", "copy", "late"].map((name) => invented({ name, passages: [1] }));
  for (const article of [first, copy] as ArticleRevision[]) await index.place(article);
  for (const name of ["first", "copy"]) await index.forget(idOf(name));
  expect(await index.place(copy as ArticleRevision)).toMatchObject({ kind: "already-placed" });
  expect(await index.place(late as ArticleRevision)).toMatchObject({ kind: "founded" });
  await sweepAll(index, 2 * WINDOW_MS);
  expect(await corner.keys("*:fingerprints:*")).toEqual([]);
});

it("leaves nothing behind of clusters that were dissolved, by two sweepers at once", async () => {
  const [index, other] = [corner.index(), corner.index()];
  for (let i = 0; i < 30; i++) await index.place(invented({ name: `copy ${i}`, passages: [1, 2] }));
  for (let i = 0; i < 30; i++) await index.place(invented({ name: `other ${i}`, passages: [3, 4] }));
  await index.place(invented({ name: "bridge", passages: [1, 2, 3, 4] }));
  await index.place(invented({ name: "copy 7", passages: [1, 2, 5] }));
  await Promise.all([index, other].map((sweeper) => sweepAll(sweeper, 2 * TOMBSTONE_MS)));
  const keys = clusterKeys(corner.prefix, FINGERPRINT_VERSION);
  expect(await keysBesideTexts()).toEqual([keys.dissolved(), keys.events(), keys.ordinal()]);
});

it("goes on dissolving a cluster in a process that starts afresh, after any line", async () => {
  const index = corner.index();
  for (let i = 0; i < 12; i++) await index.place(invented({ name: `copy ${i}`, passages: [1] }));
  while ((await corner.index().sweepExpired(2 * TOMBSTONE_MS, 1)) > 0);
  const keys = clusterKeys(corner.prefix, FINGERPRINT_VERSION);
  expect(await keysBesideTexts()).toEqual([keys.dissolved(), keys.events(), keys.ordinal()]);
});

it("takes up an article anew whose way to the root of its dissolving cluster is cut", async () => {
  const clusters = Array.from({ length: 4 }, (_, i) => [3 * i + 1, 3 * i + 2, 3 * i + 3]);
  const articles = clusters.flatMap((passages, c) =>
    Array.from({ length: 4 }, (_, i) => invented({ name: `cluster ${c} copy ${i}`, passages })),
  );
  // Trees merged into trees: nodes lie several steps from the root.
  const pairs = [
    [0, 1],
    [2, 3],
    [0, 2],
  ] as const;
  const bridges = pairs.map(([a, b]) =>
    invented({ name: `bridge ${a} ${b}`, passages: [...(clusters[a] ?? []), ...(clusters[b] ?? [])] }),
  );
  for (let swept = 1; swept < articles.length; swept += 2) {
    const index = corner.index();
    for (const article of [...articles, ...bridges]) await index.place(article);
    expect((await index.recentClusters()).map(({ memberCount }) => memberCount)).toEqual([
      articles.length + 3,
    ]);
    await sweepAll(index, 2 * WINDOW_MS);
    await corner.index().sweepExpired(2 * TOMBSTONE_MS, swept);
    for (const { articleId } of articles) expect(await corner.index().clusterOf(articleId)).toBeUndefined();
    const late = articles[swept] as ArticleRevision;
    expect(await corner.index().place(late)).toMatchObject({ kind: "founded" });
    expect(await index.clusterOf(late.articleId)).toBe(late.articleId);
    await sweepAll(index, 2 * TOMBSTONE_MS);
  }
});

it("finds an article's new cluster where another worker remembers a dissolved one", async () => {
  const [index, remembering] = [corner.index(), corner.index()];
  const copies = ["a", "b", "c"].map((name) => invented({ name, passages: [1] }));
  for (const copy of copies) await index.place(copy);
  for (const { articleId } of copies) await remembering.clusterOf(articleId);
  await sweepAll(index, 2 * TOMBSTONE_MS);
  // The former root is the root of a cluster once more, without the others.
  for (const name of ["a", "copy of a"]) await index.place(invented({ name, passages: [2] }));
  await index.place(invented({ name: "b", passages: [3] }));
  expect(await remembering.clusterOf(idOf("b"))).toBe(idOf("b"));
  expect(await remembering.clusterOf(idOf("a"))).toBe(idOf("a"));
  expect(await remembering.clusterOf(idOf("c"))).toBeUndefined();
});

it("joins the copies of a text though it remembers them as members of one dissolved cluster", async () => {
  const [index, sweeping] = [corner.index(), corner.index()];
  for (const name of ["root", "between", "other"]) await index.place(invented({ name, passages: [1] }));
  // One that is no copy of them makes it look up their parts, one beside the other.
  await index.place(invented({ name: "looks up", passages: [1, 2] }));
  for (const name of ["root", "between", "other"]) await index.clusterOf(idOf(name));
  await sweepAll(sweeping, 2 * TOMBSTONE_MS);
  await index.place(invented({ name: "root", passages: [10, 11] }));
  await index.place(invented({ name: "other", passages: [20, 21] }));
  expect(await index.place(invented({ name: "both", passages: [10, 20] }))).toMatchObject({ kind: "joined" });
  for (const name of ["root", "other", "both"])
    expect(await index.clusterOf(idOf(name)), name).toBe(idOf("root"));
});

it("joins them, too, where their cluster is dissolved and they are placed anew between its looks at nodes and anchors", async () => {
  const sweeping = corner.index();
  let isRemembered = false;
  const isStep = (command: SentCommand): boolean => isRemembered && isEntering(command);
  const redis = interrupted(corner.redis, isStep, async () => {
    await sweepAll(sweeping, 2 * TOMBSTONE_MS);
    await sweeping.place(invented({ name: "root", passages: [10, 11] }));
    await sweeping.place(invented({ name: "other", passages: [20, 21] }));
  });
  const index = corner.indexOn(redis);
  for (const name of ["root", "between", "other"]) await index.place(invented({ name, passages: [1] }));
  await index.place(invented({ name: "looks up", passages: [1, 2] }));
  for (const name of ["root", "between", "other"]) await index.clusterOf(idOf(name));
  isRemembered = true;
  expect(await index.place(invented({ name: "both", passages: [10, 20] }))).toMatchObject({ kind: "joined" });
  for (const name of ["root", "other", "both"])
    expect(await sweeping.clusterOf(idOf(name)), name).toBe(idOf("root"));
  expect(await sweeping.cluster(idOf("both") as string as ClusterId)).toMatchObject({ memberCount: 3 });
});

it("spreads keys over hash tags of one step each", async () => {
  const index = corner.index();
  for (const name of ["a", "b"]) await index.place(invented({ name, passages: [1] }));
  for (const key of await corner.keys()) {
    expect(key).toMatch(/^[^{]+:\{(c|i:[0-9a-f]{2})\}:/);
  }
});
