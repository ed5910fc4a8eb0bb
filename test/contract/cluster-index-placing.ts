/* The contract of the cluster index: placing articles and their revisions. */
import { expect, it } from "vitest";
import { MAX_REVISIONS_PER_ANCHOR } from "../../src/core/cluster/cluster-index.ts";
import type { ArticleRevision, ClusterId } from "../../src/core/model.ts";
import { idOf, invented, tooShort } from "./cluster-index-articles.ts";
import type { Context } from "./cluster-index-under-test.ts";

export function describePlacing(context: Context): void {
  it("lets an article that shares nothing stand alone", async () => {
    const { index } = context();
    expect(await index.place(invented({ name: "a", passages: [1, 2] }))).toEqual({
      kind: "founded",
      clusterId: idOf("a"),
    });
    expect(await index.clusterOf(idOf("a"))).toBe(idOf("a"));
    expect(await index.clusterOf(idOf("never"))).toBeUndefined();
  });

  it("joins a copy to the article it copies, and says why", async () => {
    const { index, placeAll } = context();
    await placeAll(invented({ name: "a", passages: [1, 2, 3] }));
    const placement = await index.place(invented({ name: "b", passages: [1, 2, 3] }));
    expect(placement).toMatchObject({
      kind: "joined",
      clusterId: idOf("a"),
      to: idOf("a"),
      evidence: { relation: "copy", containment: 1, cover: 1 },
    });
  });

  it("changes nothing when a revision is placed twice", async () => {
    const { index, placeAll, events } = context();
    const [a, b] = [invented({ name: "a", passages: [1] }), invented({ name: "b", passages: [1] })];
    await placeAll(a, b);
    const before = { events: await events(), cluster: await index.cluster(idOf("a") as string as ClusterId) };
    expect(await index.place(b)).toEqual({ kind: "already-placed", clusterId: idOf("a") });
    expect(await index.place(a)).toEqual({ kind: "already-placed", clusterId: idOf("a") });
    expect(await events()).toEqual(before.events);
    expect(await index.cluster(idOf("a") as string as ClusterId)).toEqual(before.cluster);
  });

  it("ends in one cluster when two copies are placed at once", async () => {
    const { index, another } = context();
    const writers = [index, another(), another(), another()];
    for (let story = 1; story <= 50; story++) {
      const articles = writers.map((_, i) => invented({ name: `${story}-${i}`, passages: [story] }));
      await Promise.all(writers.map((writer, i) => writer.place(articles[i] as ArticleRevision)));
      const found = await Promise.all(articles.map(({ articleId }) => index.clusterOf(articleId)));
      expect(new Set(found).size, `story ${story}`).toBe(1);
      const view = await index.cluster(found[0] as ClusterId);
      expect(view?.memberCount).toBe(writers.length);
      expect(view?.members.length).toBe(writers.length);
    }
  });

  it("tells an article that a copy was quicker to unite with an older one that it has joined", async () => {
    const { index, another, placeAll } = context();
    const writers = [index, another()] as const;
    for (let story = 0; story < 10; story++) {
      const [one, two, three, four] = [1, 2, 3, 4].map((n) => 10 * story + n) as [
        number,
        number,
        number,
        number,
      ];
      const older = invented({ name: `older ${story}`, passages: [one, two] });
      // Partial pairs, which keep it busy until the copy is there.
      const busy = [1, 2, 3, 4, 5, 6].map((n) =>
        invented({
          name: `busy ${story} ${n}`,
          passages: [three, 1000 * n + 2 * story, 1000 * n + 2 * story + 1],
        }),
      );
      await placeAll(older, ...busy);
      const slow = invented({
        name: `slow ${story}`,
        passages: [three, four, 9000 + 2 * story, 9001 + 2 * story],
      });
      const quick = invented({ name: `quick ${story}`, passages: [one, two, three, four] });
      const [placement] = await Promise.all([writers[0].place(slow), writers[1].place(quick)]);
      if (placement.kind === "founded") expect(placement.clusterId).toBe(slow.articleId);
      else expect(placement).toMatchObject({ kind: "joined", to: quick.articleId });
      expect(await index.clusterOf(slow.articleId)).toBe(older.articleId);
    }
  });

  it("places one revision once when two writers place it at once", async () => {
    const { index, another, placeAll, events } = context();
    await placeAll(invented({ name: "a", passages: [1] }));
    const copy = invented({ name: "b", passages: [1] });
    await Promise.all([index.place(copy), another().place(copy), index.place(copy)]);
    const view = await index.cluster(idOf("a") as string as ClusterId);
    expect(view?.memberCount).toBe(2);
    expect((await events()).map(({ type }) => type)).toEqual(["cluster.founded", "article.joined"]);
  });

  it("joins a chain of updates into one cluster, whichever link comes last", async () => {
    const { index, placeAll } = context();
    await placeAll(
      invented({ name: "first", passages: [1, 2] }),
      invented({ name: "third", passages: [3, 4] }),
      invented({ name: "second", passages: [2, 3] }),
    );
    for (const name of ["first", "second", "third"])
      expect(await index.clusterOf(idOf(name))).toBe(idOf("first"));
  });

  it("names merged clusters after the one founded first, and answers to the other name", async () => {
    const { index, placeAll, events } = context();
    await placeAll(
      invented({ name: "a1", passages: [1, 2] }),
      invented({ name: "b1", passages: [3, 4] }),
      invented({ name: "b2", passages: [3, 4] }),
      invented({ name: "b3", passages: [3, 4] }),
      invented({ name: "a2", passages: [1, 2] }),
    );
    expect(await index.clusterOf(idOf("b3"))).toBe(idOf("b1"));
    await placeAll(invented({ name: "bridge", passages: [1, 2, 3, 4] }));
    for (const name of ["a1", "a2", "b1", "b2", "b3", "bridge"]) {
      expect(await index.clusterOf(idOf(name)), name).toBe(idOf("a1"));
    }
    const byFormerName = await index.cluster(idOf("b1") as string as ClusterId);
    expect(byFormerName).toMatchObject({ clusterId: idOf("a1"), memberCount: 6 });
    expect(byFormerName?.members.length).toBe(6);
    expect((await events()).find(({ type }) => type === "cluster.merged")).toMatchObject({
      subject: idOf("b1"),
      clusterId: idOf("a1"),
    });
  });

  it("follows names over several merges", async () => {
    const { index, placeAll } = context();
    const stories = Array.from({ length: 8 }, (_, i) => [2 * i + 1, 2 * i + 2]);
    await placeAll(
      ...stories.flatMap((passages, i) => [
        invented({ name: `s${i}-one`, passages }),
        invented({ name: `s${i}-two`, passages }),
      ]),
    );
    // From the youngest to the oldest: every merge makes the last survivor a former name.
    for (let i = stories.length - 1; i > 0; i--) {
      const passages = [...(stories[i] ?? []), ...(stories[i - 1] ?? [])];
      await placeAll(invented({ name: `bridge${i}`, passages }));
    }
    for (let i = 0; i < stories.length; i++)
      expect(await index.clusterOf(idOf(`s${i}-two`))).toBe(idOf("s0-one"));
    const view = await index.cluster(idOf("s7-one") as string as ClusterId);
    expect(view?.memberCount).toBe(3 * stories.length - 1);
    expect(new Set(view?.members.map(({ articleId }) => articleId)).size).toBe(3 * stories.length - 1);
  });

  it("unites forty articles that stood alone through one that joins them all", async () => {
    const { index, placeAll, events } = context();
    const alone = Array.from({ length: 40 }, (_, i) =>
      invented({ name: `alone${i}`, passages: [1, 100 + 3 * i, 101 + 3 * i, 102 + 3 * i] }),
    );
    await placeAll(...alone);
    expect(await index.place(invented({ name: "joining", passages: [1, 2] }))).toMatchObject({
      kind: "joined",
      clusterId: idOf("alone0"),
    });
    expect(await index.cluster(idOf("joining") as string as ClusterId)).toMatchObject({ memberCount: 41 });
    const told = await events();
    expect(told.at(-1)).toMatchObject({ clusterId: idOf("alone0"), memberCount: 41 });
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
  });

  it("keeps apart what shares too little", async () => {
    const { index, placeAll } = context();
    await placeAll(
      invented({ name: "a", passages: [1, 2, 3, 4] }),
      invented({ name: "b", passages: [4, 5, 6, 7] }),
    );
    expect(await index.clusterOf(idOf("b"))).toBe(idOf("b"));
  });

  it("keeps the 512 revisions with the smallest ids where more share an anchor, and counts the others", async () => {
    const { index, placeAll } = context();
    const articles = Array.from({ length: MAX_REVISIONS_PER_ANCHOR + 40 }, (_, i) =>
      invented({ name: `crowd${i}`, passages: [1, 1_000 + i] }),
    );
    await placeAll(...articles);
    // The passage they all have makes three anchors.
    expect(await index.fullAnchors()).toBe(3 * 40);
    const last = articles.at(-1) as ArticleRevision;
    expect(await index.cluster(last.articleId as string as ClusterId)).toMatchObject({
      clusterId: idOf("crowd0"),
      memberCount: articles.length,
    });
  });

  it("never compares an article that is too short, whatever it shares", async () => {
    const { index, placeAll } = context();
    await placeAll(
      tooShort({ name: "short1", passages: [1] }),
      invented({ name: "long", passages: [1] }),
      tooShort({ name: "short2", passages: [1] }),
    );
    for (const name of ["short1", "long", "short2"])
      expect(await index.clusterOf(idOf(name))).toBe(idOf(name));
    expect(await index.evidenceOf(idOf("long"))).toEqual([]);
  });

  it("tells of a new cluster by its founder, then of each member", async () => {
    const { placeAll, events } = context();
    const copies = ["a", "b", "c"].map((name) => invented({ name, passages: [1] }));
    await placeAll(...copies);
    expect(await events()).toMatchObject([
      {
        id: `${idOf("a")}-1`,
        type: "cluster.founded",
        subject: idOf("a"),
        clusterVersion: 1,
        memberCount: 1,
      },
      {
        id: `${idOf("a")}-2`,
        type: "article.joined",
        subject: idOf("b"),
        joinedTo: idOf("a"),
        memberCount: 2,
      },
      {
        id: `${idOf("a")}-3`,
        type: "article.joined",
        subject: idOf("c"),
        clusterId: idOf("a"),
        memberCount: 3,
      },
    ]);
  });
}
