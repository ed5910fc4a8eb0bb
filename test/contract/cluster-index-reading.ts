/* The contract of the cluster index: what readers see. */
import { expect, it } from "vitest";
import type { ClusterIndex } from "../../src/core/cluster/cluster-index.ts";
import type { ClusterId } from "../../src/core/model.ts";
import { idOf, invented } from "./cluster-index-articles.ts";
import { type Context, HOUR_MS, START_MS } from "./cluster-index-under-test.ts";

/** More than a cluster's summary holds: the Redis index keeps their publishers in a set. */
const TELLERS = 64;

const names = (ids: readonly string[], of: readonly string[]): string[] =>
  ids.map((id) => of.find((name) => idOf(name) === id) ?? id);

export function describeReading(context: Context): void {
  it("shows a cluster's members with publisher, date and evidence", async () => {
    const { index, placeAll, setNow } = context();
    const passages = [1, 2];
    await placeAll(
      invented({ name: "a", passages, publisher: "daily.example", datePublished: "2026-01-05T10:00:00Z" }),
    );
    setNow(START_MS + HOUR_MS);
    await placeAll(invented({ name: "b", passages, publisher: "post.example", datePublished: "2026-01-04" }));
    await placeAll(invented({ name: "c", passages, publisher: "daily.example" }));
    expect(await index.cluster(idOf("c") as string as ClusterId)).toMatchObject({
      clusterId: idOf("a"),
      memberCount: 3,
      publisherCount: 2,
      earliest: "2026-01-04",
      latest: "2026-01-05T10:00:00Z",
      firstAt: START_MS,
      lastAt: START_MS + HOUR_MS,
      version: 3,
      members: [
        { articleId: idOf("a"), publisher: "daily.example", joinedTo: null, evidence: null },
        { articleId: idOf("b"), datePublished: "2026-01-04", evidence: { relation: "copy", containment: 1 } },
        { articleId: idOf("c"), datePublished: null },
      ],
    });
    expect((await index.cluster(idOf("a") as string as ClusterId, 2))?.members.length).toBe(2);
  });

  it("counts the publishers of stories told by many, and of both once they are one", async () => {
    const { index, placeAll } = context();
    const told = (passage: number, from: number) =>
      Array.from({ length: TELLERS }, (_, i) =>
        invented({
          name: `${passage} ${i}`,
          passages: [passage],
          publisher: `the-outlet-${from + i}.example`,
        }),
      );
    const publishersOf = async (name: string) =>
      (await index.cluster(idOf(name) as string as ClusterId))?.publisherCount;
    await placeAll(...told(1, 0), ...told(2, TELLERS / 2));
    await placeAll(invented({ name: "again", passages: [1], publisher: "the-outlet-3.example" }));
    expect([await publishersOf("1 0"), await publishersOf("2 0")]).toEqual([TELLERS, TELLERS]);
    await placeAll(invented({ name: "both", passages: [1, 2], publisher: "+" }));
    expect(await publishersOf("2 0")).toBe(TELLERS * 1.5 + 1);
  });

  it("tells a publisher that is called + from one that is not told", async () => {
    const { index, placeAll } = context();
    for (const [i, publisher] of ["+", "+", null, "a.example"].entries())
      await placeAll(invented({ name: `${i}`, passages: [1], publisher }));
    expect(await index.cluster(idOf("0") as string as ClusterId)).toMatchObject({
      publisherCount: 2,
      members: [{ publisher: "+" }, { publisher: "+" }, { publisher: null }, { publisher: "a.example" }],
    });
  });

  it("shows an article that stands alone as a cluster of one", async () => {
    const { index, placeAll } = context();
    await placeAll(
      invented({ name: "a", passages: [1], publisher: "daily.example", datePublished: "2026-01-05" }),
    );
    expect(await index.cluster(idOf("a") as string as ClusterId)).toEqual({
      clusterId: idOf("a"),
      memberCount: 1,
      publisherCount: 1,
      representative: idOf("a"),
      earliest: "2026-01-05",
      latest: "2026-01-05",
      firstAt: START_MS,
      lastAt: START_MS,
      version: 0,
      members: [
        {
          articleId: idOf("a"),
          publisher: "daily.example",
          datePublished: "2026-01-05",
          joinedTo: null,
          evidence: null,
        },
      ],
    });
    expect(await index.cluster(idOf("never") as string as ClusterId)).toBeUndefined();
  });

  it("lets the agency's own page represent, then the most complete text, in any order of arrival", async () => {
    const { index, placeAll } = context();
    await placeAll(
      invented({ name: "short", passages: [1, 2] }),
      invented({ name: "complete", passages: [1, 2, 3] }),
    );
    const view = async () => index.cluster(idOf("short") as string as ClusterId);
    expect((await view())?.representative).toBe(idOf("complete"));
    await placeAll(invented({ name: "agency", passages: [1, 2], publisher: "apnews.com" }));
    await placeAll(invented({ name: "later", passages: [1, 2, 3, 4] }));
    expect((await view())?.representative).toBe(idOf("agency"));
  });

  it("lists clusters of two and more, latest activity first", async () => {
    const { index, placeAll, setNow } = context();
    for (const [story, size] of [2, 1, 3].entries()) {
      setNow(START_MS + story * HOUR_MS);
      for (let i = 0; i < size; i++)
        await placeAll(invented({ name: `${story}-${i}`, passages: [story + 1] }));
    }
    const listed = async (query: Parameters<ClusterIndex["recentClusters"]>[0]) =>
      names(
        (await index.recentClusters(query)).map(({ clusterId }) => clusterId),
        ["0-0", "1-0", "2-0"],
      );
    expect(await listed({})).toEqual(["2-0", "0-0"]);
    expect(await listed({ minSize: 3 })).toEqual(["2-0"]);
    expect(await listed({ since: START_MS + HOUR_MS })).toEqual(["2-0"]);
    expect(await listed({ limit: 1 })).toEqual(["2-0"]);
  });

  it("keeps the evidence of an examined pair on both sides, also where it makes no cluster", async () => {
    const { index, placeAll } = context();
    await placeAll(
      invented({ name: "a", passages: [1, 2, 3] }),
      invented({ name: "b", passages: [3, 4, 5, 6] }),
    );
    expect(await index.evidenceOf(idOf("b"))).toMatchObject([
      { other: idOf("a"), evidence: { relation: "partial", containment: 0.333, cover: 0.25, shorter: "b" } },
    ]);
    expect(await index.evidenceOf(idOf("a"))).toMatchObject([
      { other: idOf("b"), evidence: { shorter: "a" } },
    ]);
  });

  it("keeps the 32 strongest pairs of an article", async () => {
    const { index, placeAll } = context();
    await placeAll(invented({ name: "hub", passages: [1, 2, 3] }));
    for (let i = 0; i < 40; i++) {
      await placeAll(invented({ name: `weak${i}`, passages: [1, 1000 + 3 * i, 1001 + 3 * i] }));
    }
    await placeAll(invented({ name: "strong", passages: [1, 2, 3] }));
    const evidence = await index.evidenceOf(idOf("hub"));
    expect(evidence.length).toBe(32);
    expect(evidence[0]).toMatchObject({ other: idOf("strong"), evidence: { containment: 1 } });
  });

  it("keeps the 32 strongest of the pairs of one placing, and what became weaker by a revision", async () => {
    const { index, placeAll } = context();
    await placeAll(invented({ name: "near", passages: [2, 50, 51, 54, 55] }));
    for (let i = 0; i < 40; i++) {
      await placeAll(invented({ name: `weak${i}`, passages: [1, 1000 + 3 * i, 1001 + 3 * i] }));
    }
    await placeAll(invented({ name: "hub", passages: [2, 50, 52, 53, 56] }));
    expect(await index.evidenceOf(idOf("hub"))).toMatchObject([
      { other: idOf("near"), evidence: { containment: 0.4, cover: 0.4 } },
    ]);
    await placeAll(invented({ name: "hub", passages: [1, 2, 3] }));
    const evidence = await index.evidenceOf(idOf("hub"));
    expect(evidence.length).toBe(32);
    const ids = Array.from({ length: 40 }, (_, i) => idOf(`weak${i}`)).sort();
    expect(evidence.slice(0, 31).map(({ other }) => other)).toEqual(ids.slice(0, 31));
  });
}
