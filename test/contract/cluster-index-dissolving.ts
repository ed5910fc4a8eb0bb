/* The contract of the cluster index: clusters go when tombstones do. */
import { expect, it } from "vitest";
import type { ClusterIndex } from "../../src/core/cluster/cluster-index.ts";
import type { ArticleRevision, ClusterId } from "../../src/core/model.ts";
import { idOf, invented } from "./cluster-index-articles.ts";
import { type Context, HOUR_MS, START_MS, TOMBSTONE_MS, WINDOW_MS } from "./cluster-index-under-test.ts";

const RESTED_MS = START_MS + TOMBSTONE_MS + 2 * HOUR_MS;

async function sweepAll(index: ClusterIndex, now: number, limit = 100): Promise<number[]> {
  const steps: number[] = [];
  for (let done = await index.sweepExpired(now, limit); done > 0; done = await index.sweepExpired(now, limit))
    steps.push(done);
  return steps;
}

/** Eight clusters of five, merged one after the other into the one founded first. */
function mergedStories(): ArticleRevision[] {
  const stories = Array.from({ length: 8 }, (_, i) => [2 * i + 1, 2 * i + 2]);
  const copies = stories.flatMap((passages, story) =>
    Array.from({ length: 5 }, (_, i) => invented({ name: `story ${story} copy ${i}`, passages })),
  );
  const bridges = stories
    .slice(1)
    .map((passages, i) => invented({ name: `bridge ${i}`, passages: [...passages, ...(stories[i] ?? [])] }))
    .reverse();
  return [...copies, ...bridges];
}

export function describeDissolving(context: Context): void {
  it("knows a cluster as long as tombstones are kept, then none of its members", async () => {
    const { index, placeAll } = context();
    const [a, b] = [invented({ name: "a", passages: [1] }), invented({ name: "b", passages: [1] })];
    await placeAll(a, b);
    await sweepAll(index, START_MS + TOMBSTONE_MS);
    expect(await index.clusterOf(idOf("b"))).toBe(idOf("a"));
    expect(await index.place(b)).toEqual({ kind: "already-placed", clusterId: idOf("a") });

    await sweepAll(index, RESTED_MS);
    for (const name of ["a", "b"]) {
      expect(await index.clusterOf(idOf(name))).toBeUndefined();
      expect(await index.cluster(idOf(name) as string as ClusterId)).toBeUndefined();
      expect(await index.evidenceOf(idOf(name))).toEqual([]);
    }
    expect(await index.recentClusters()).toEqual([]);
  });

  it("founds anew once the former cluster is gone, under another founder", async () => {
    const { index, placeAll, setNow } = context();
    const [a, b] = [invented({ name: "a", passages: [1] }), invented({ name: "b", passages: [1] })];
    await placeAll(a, b);
    await sweepAll(index, RESTED_MS);
    setNow(RESTED_MS);
    expect(await index.place(b)).toEqual({ kind: "founded", clusterId: idOf("b") });
    expect(await index.place(a)).toMatchObject({ kind: "joined", clusterId: idOf("b") });
    expect(await index.cluster(idOf("a") as string as ClusterId)).toMatchObject({
      clusterId: idOf("b"),
      memberCount: 2,
      version: 2,
    });
  });

  it("keeps a cluster whole as long as any of its members is active", async () => {
    const { index, placeAll, setNow } = context();
    await placeAll(
      invented({ name: "a", passages: [1] }),
      invented({ name: "b", passages: [1] }),
      invented({ name: "resting", passages: [9] }),
      invented({ name: "resting, too", passages: [9] }),
    );
    setNow(START_MS + TOMBSTONE_MS - HOUR_MS);
    expect(await index.place(invented({ name: "b", passages: [2] }))).toMatchObject({ kind: "revised" });
    await sweepAll(index, RESTED_MS);
    for (const name of ["a", "b"]) expect(await index.clusterOf(idOf(name))).toBe(idOf("a"));
    expect((await index.recentClusters()).map(({ clusterId }) => clusterId)).toEqual([idOf("a")]);
    expect(await index.clusterOf(idOf("resting, too"))).toBeUndefined();
  });

  it("dissolves merged clusters in steps, and takes up their articles anew after any of these", async () => {
    const { index, placeAll, setNow } = context();
    const articles = mergedStories();
    await placeAll(...articles);
    expect(await index.cluster(idOf("bridge 6") as string as ClusterId)).toMatchObject({
      clusterId: idOf("story 0 copy 0"),
      memberCount: articles.length,
    });
    await sweepAll(index, START_MS + WINDOW_MS + 2 * HOUR_MS);
    setNow(RESTED_MS);
    expect(await index.sweepExpired(RESTED_MS, 3)).toBeGreaterThan(0);
    const late = articles.at(-3) as ArticleRevision;
    expect(await index.place(late)).toEqual({ kind: "founded", clusterId: late.articleId });
    await sweepAll(index, RESTED_MS, 3);
    for (const { articleId } of articles) {
      const known = articleId === late.articleId ? articleId : undefined;
      expect(await index.clusterOf(articleId)).toBe(known);
    }
    expect(await index.recentClusters()).toEqual([]);
  });

  it.each([1, 8, 20, 35])(
    "keeps what a former member founds anew after %i steps of dissolving",
    async (steps) => {
      const { index, placeAll, setNow } = context();
      await placeAll(...mergedStories());
      await sweepAll(index, START_MS + WINDOW_MS + 2 * HOUR_MS);
      setNow(RESTED_MS);
      for (let step = 0; step < steps; step++) await index.sweepExpired(RESTED_MS, 1);
      // Founders of the cluster and of one that was merged into it, and a later member: some are gone by now.
      const again = ["story 0 copy 0", "story 3 copy 0", "story 6 copy 2"];
      for (const [i, name] of again.entries())
        await placeAll(
          invented({ name, passages: [100 + i] }),
          invented({ name: `new copy ${i}`, passages: [100 + i] }),
        );
      await sweepAll(index, RESTED_MS, 1);
      for (const [i, name] of again.entries()) {
        expect(await index.clusterOf(idOf(`new copy ${i}`))).toBe(idOf(name));
        expect(await index.cluster(idOf(name) as string as ClusterId)).toMatchObject({ memberCount: 2 });
      }
      expect(await index.recentClusters()).toHaveLength(3);
    },
  );
}
