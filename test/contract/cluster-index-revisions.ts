/* The contract of the cluster index: revisions, forgetting and expiry. */
import { expect, it } from "vitest";
import type { ClusterId } from "../../src/core/model.ts";
import { idOf, invented } from "./cluster-index-articles.ts";
import { type Context, HOUR_MS, START_MS, WINDOW_MS } from "./cluster-index-under-test.ts";

export function describeRevisions(context: Context): void {
  it("keeps a revised article in its cluster although its new text matches nothing", async () => {
    const { index, placeAll, events } = context();
    await placeAll(invented({ name: "a", passages: [1] }), invented({ name: "b", passages: [1] }));
    const revised = invented({ name: "b", passages: [9] });
    expect(await index.place(revised)).toEqual({ kind: "revised", clusterId: idOf("a") });
    expect(await index.place(revised)).toEqual({ kind: "already-placed", clusterId: idOf("a") });
    expect(await index.clusterOf(idOf("b"))).toBe(idOf("a"));
    expect((await events()).at(-1)).toMatchObject({
      type: "article.revised",
      subject: idOf("b"),
      clusterVersion: 3,
    });
  });

  it("tells of the revision of an article that stands alone", async () => {
    const { index, placeAll, events } = context();
    await placeAll(invented({ name: "a", passages: [1] }));
    expect(await index.place(invented({ name: "a", passages: [2] }))).toMatchObject({ kind: "revised" });
    expect(await events()).toMatchObject([
      {
        type: "article.revised",
        subject: idOf("a"),
        clusterId: idOf("a"),
        clusterVersion: 0,
        memberCount: 1,
      },
    ]);
  });

  it("finds a revision that comes again with another fingerprint by its first one alone", async () => {
    const { index, placeAll } = context();
    await placeAll(invented({ name: "a", passages: [1, 2], text: "a" }));
    const otherFurniture = invented({ name: "a", passages: [3, 4], text: "a" });
    expect(await index.place(otherFurniture)).toMatchObject({ kind: "already-placed" });
    const likeOther = invented({ name: "like the other", passages: [3, 4, 5] });
    expect(await index.place(likeOther)).toMatchObject({ kind: "founded" });
    const likeFirst = invented({ name: "like the first", passages: [1, 2, 6] });
    expect(await index.place(likeFirst)).toMatchObject({ kind: "joined", to: idOf("a") });
  });

  it("finds copies of an article's former text as well as of its new one", async () => {
    const { index, placeAll } = context();
    await placeAll(
      invented({ name: "a", passages: [1] }),
      invented({ name: "a", passages: [2] }),
      invented({ name: "copy of the former", passages: [1] }),
      invented({ name: "copy of the new", passages: [2] }),
    );
    expect(await index.clusterOf(idOf("copy of the former"))).toBe(idOf("a"));
    expect(await index.clusterOf(idOf("copy of the new"))).toBe(idOf("a"));
  });

  it("never makes an article a copy of itself", async () => {
    const { index, placeAll } = context();
    await placeAll(invented({ name: "a", passages: [1, 2, 3] }));
    expect(await index.place(invented({ name: "a", passages: [1, 2, 4] }))).toMatchObject({
      kind: "revised",
    });
    expect(await index.evidenceOf(idOf("a"))).toEqual([]);
  });

  it("joins by a revision what its first text did not join", async () => {
    const { index, placeAll } = context();
    await placeAll(invented({ name: "a", passages: [1] }), invented({ name: "b", passages: [2] }));
    expect(await index.place(invented({ name: "b", passages: [1] }))).toMatchObject({
      kind: "joined",
      clusterId: idOf("a"),
      to: idOf("a"),
    });
  });

  it("knows every one of many revisions again", async () => {
    const { index, placeAll } = context();
    const revisions = Array.from({ length: 20 }, (_, i) => invented({ name: "live", passages: [i + 1] }));
    await placeAll(...revisions);
    for (const revision of revisions)
      expect(await index.place(revision)).toMatchObject({ kind: "already-placed" });
  });
}

export function describeForgetting(context: Context): void {
  it("finds no more copies of a forgotten article", async () => {
    const { index, placeAll } = context();
    await placeAll(invented({ name: "a", passages: [1] }));
    await index.forget(idOf("a"));
    expect(await index.clusterOf(idOf("a"))).toBeUndefined();
    expect(await index.place(invented({ name: "b", passages: [1] }))).toMatchObject({ kind: "founded" });
  });

  it("never splits a cluster by forgetting a member, even the one that held it together", async () => {
    const { index, placeAll } = context();
    await placeAll(
      invented({ name: "first", passages: [1, 2] }),
      invented({ name: "second", passages: [2, 3] }),
      invented({ name: "third", passages: [3, 4] }),
    );
    await index.forget(idOf("second"));
    await index.forget(idOf("first"));
    for (const name of ["first", "second", "third"])
      expect(await index.clusterOf(idOf(name))).toBe(idOf("first"));
    expect((await index.cluster(idOf("third") as string as ClusterId))?.memberCount).toBe(3);
    expect(await index.place(invented({ name: "second", passages: [2, 3] }))).toMatchObject({
      kind: "already-placed",
    });
  });

  it("forgets what was never placed without a word", async () => {
    const { index } = context();
    await index.forget(idOf("never"));
    expect(await index.clusterOf(idOf("never"))).toBeUndefined();
  });

  it("expires what is older than the window in bounded steps, and leaves memberships", async () => {
    const { index, placeAll, setNow } = context();
    await placeAll(
      ...[1, 2, 3].map((i) => invented({ name: `alone${i}`, passages: [i] })),
      invented({ name: "a", passages: [10] }),
      invented({ name: "b", passages: [10] }),
    );
    setNow(START_MS + WINDOW_MS);
    await placeAll(invented({ name: "young", passages: [20] }));
    const later = START_MS + WINDOW_MS + 2 * HOUR_MS;
    const steps: number[] = [];
    for (
      let handled = await index.sweepExpired(later, 2);
      handled > 0;
      handled = await index.sweepExpired(later, 2)
    ) {
      steps.push(handled);
    }
    expect(steps).toEqual([2, 2, 1]);
    for (const i of [1, 2, 3]) expect(await index.clusterOf(idOf(`alone${i}`))).toBeUndefined();
    expect(await index.clusterOf(idOf("b"))).toBe(idOf("a"));
    expect(await index.clusterOf(idOf("young"))).toBe(idOf("young"));
    expect(await index.place(invented({ name: "c", passages: [10] }))).toMatchObject({ kind: "founded" });
    expect(await index.place(invented({ name: "old", passages: [20] }))).toMatchObject({
      clusterId: idOf("young"),
    });
  });

  it("keeps an article whose revision is young although its first text has expired", async () => {
    const { index, placeAll, setNow } = context();
    await placeAll(invented({ name: "a", passages: [1] }));
    setNow(START_MS + WINDOW_MS);
    await placeAll(invented({ name: "a", passages: [2] }));
    expect(await index.sweepExpired(START_MS + WINDOW_MS + 2 * HOUR_MS, 100)).toBe(1);
    expect(await index.clusterOf(idOf("a"))).toBe(idOf("a"));
    expect(await index.place(invented({ name: "b", passages: [2] }))).toMatchObject({ clusterId: idOf("a") });
    expect(await index.place(invented({ name: "c", passages: [1] }))).toMatchObject({ kind: "founded" });
  });
}
