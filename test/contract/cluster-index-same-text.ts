/* The contract of the cluster index: an exact text that comes back after its article has left the index. */
import { expect, it } from "vitest";
import type { ClusterIndex } from "../../src/core/cluster/cluster-index.ts";
import type { ArticleRevision, ClusterId } from "../../src/core/model.ts";
import { type Invented, idOf, invented, tooShort } from "./cluster-index-articles.ts";
import { type Context, HOUR_MS, START_MS, TOMBSTONE_MS, WINDOW_MS } from "./cluster-index-under-test.ts";

const EXPIRED_MS = START_MS + WINDOW_MS + 2 * HOUR_MS;
const FORGOTTEN_MS = START_MS + TOMBSTONE_MS + 2 * HOUR_MS;

/** An article whose text is told by its passages alone, whatever its URL. */
const published = (article: Invented): ArticleRevision =>
  invented({ ...article, text: `text of ${article.passages.join(" ")}` });

async function sweepAll(index: ClusterIndex, now: number): Promise<void> {
  while ((await index.sweepExpired(now, 100)) > 0);
}

const nameOf = (article: string): ClusterId => idOf(article) as string as ClusterId;

export function describeSameText(context: Context): void {
  /** Sweeps, and lets the clock stand there. */
  const passTo = async (now: number): Promise<void> => {
    context().setNow(now);
    await sweepAll(context().index, now);
  };

  it("joins a text that comes back under another URL to the article that stood alone with it", async () => {
    const { index, placeAll, events } = context();
    await placeAll(
      published({ name: "a", passages: [1], publisher: "daily.example", datePublished: "2026-01-04" }),
    );
    await passTo(EXPIRED_MS);
    expect(await index.clusterOf(idOf("a"))).toBeUndefined();
    const evidence = { relation: "copy", rule: "same-text", containment: 1, cover: 1 };
    const back = published({ name: "b", passages: [1], publisher: "post.example" });
    expect(await index.place(back)).toMatchObject({
      kind: "joined",
      clusterId: idOf("a"),
      to: idOf("a"),
      evidence,
    });
    expect(await index.cluster(nameOf("b"))).toMatchObject({
      clusterId: idOf("a"),
      memberCount: 2,
      publisherCount: 2,
      earliest: "2026-01-04",
      firstAt: START_MS,
      lastAt: EXPIRED_MS,
      version: 2,
      members: [
        { articleId: idOf("a"), publisher: "daily.example", joinedTo: null },
        { articleId: idOf("b"), publisher: "post.example", joinedTo: idOf("a"), evidence },
      ],
    });
    expect(await index.evidenceOf(idOf("b"))).toMatchObject([{ other: idOf("a"), evidence }]);
    expect((await events()).map(({ type }) => type)).toEqual(["cluster.founded", "article.joined"]);
    expect(await index.place(back)).toEqual({ kind: "already-placed", clusterId: idOf("a") });
  });

  it("tells of an article that has left the index the second in which it was placed", async () => {
    const { index, placeAll, setNow } = context();
    setNow(START_MS + 1_234);
    await placeAll(published({ name: "a", passages: [1] }));
    await passTo(EXPIRED_MS);
    await placeAll(published({ name: "b", passages: [1] }));
    expect(await index.cluster(nameOf("a"))).toMatchObject({ firstAt: START_MS + 1_000, lastAt: EXPIRED_MS });
  });

  it("joins it to the cluster of the article that had it, under the cluster's name after a merge", async () => {
    const { index, placeAll } = context();
    await placeAll(
      published({ name: "a", passages: [1, 2] }),
      published({ name: "b", passages: [3, 4] }),
      published({ name: "copy of b", passages: [3, 4, 5] }),
      published({ name: "bridge", passages: [1, 2, 3, 4] }),
    );
    await passTo(EXPIRED_MS);
    expect(await index.place(published({ name: "late", passages: [3, 4, 5] }))).toMatchObject({
      kind: "joined",
      clusterId: idOf("a"),
      to: idOf("copy of b"),
    });
    expect((await index.cluster(nameOf("a")))?.memberCount).toBe(5);
  });

  it("merges the old cluster with the one that a copy of the text has founded since", async () => {
    const { index, placeAll } = context();
    await placeAll(published({ name: "a", passages: [1, 2] }), published({ name: "b", passages: [1, 2, 3] }));
    await passTo(EXPIRED_MS);
    await placeAll(published({ name: "edited", passages: [1, 2, 4] }));
    expect(await index.clusterOf(idOf("edited"))).toBe(idOf("edited"));
    expect(await index.place(published({ name: "back", passages: [1, 2] }))).toMatchObject({
      kind: "joined",
      clusterId: idOf("a"),
      to: idOf("a"),
    });
    expect(await index.clusterOf(idOf("edited"))).toBe(idOf("a"));
    expect((await index.evidenceOf(idOf("back"))).map(({ other }) => other)).toEqual([
      idOf("a"),
      idOf("edited"),
    ]);
  });

  it("compares with all that stand apart before it is joined to the article that had its text", async () => {
    const { another, placeAll, setNow } = context();
    await placeAll(published({ name: "a", passages: [1, 2, 3, 4, 5] }));
    setNow(START_MS + WINDOW_MS);
    await placeAll(published({ name: "member", passages: [1, 2] }));
    await passTo(EXPIRED_MS);
    // Shares most anchors, so it is the first edge.
    await placeAll(published({ name: "apart", passages: [3, 4, 5] }));
    const index = another();
    expect(await index.place(published({ name: "back", passages: [1, 2, 3, 4, 5] }))).toMatchObject({
      kind: "joined",
      clusterId: idOf("a"),
      to: idOf("apart"),
    });
    expect((await index.evidenceOf(idOf("back"))).map(({ other }) => other)).toEqual([
      idOf("apart"),
      idOf("member"),
    ]);
  });

  it("keeps the evidence of a member's text that has come back, though the member is placed again", async () => {
    const { index, placeAll } = context();
    const member = published({ name: "a", passages: [1, 2] });
    await placeAll(member, published({ name: "b", passages: [1, 2, 3] }));
    await passTo(EXPIRED_MS);
    await placeAll(published({ name: "back", passages: [1, 2] }));
    const evidence = [{ other: idOf("back"), evidence: { rule: "same-text" } }];
    expect(await index.evidenceOf(idOf("a"))).toMatchObject(evidence);
    expect(await index.place(member)).toEqual({ kind: "already-placed", clusterId: idOf("a") });
    expect(await index.evidenceOf(idOf("a"))).toMatchObject(evidence);
  });

  it("joins by a revision whose text another article had", async () => {
    const { index, placeAll } = context();
    await placeAll(published({ name: "a", passages: [1] }));
    await passTo(EXPIRED_MS);
    await placeAll(published({ name: "b", passages: [2] }));
    expect(await index.place(published({ name: "b", passages: [1] }))).toMatchObject({
      kind: "joined",
      to: idOf("a"),
    });
    expect((await index.cluster(nameOf("a")))?.memberCount).toBe(2);
  });

  it("knows each of an article's texts from when it left the index", async () => {
    const { index, placeAll, setNow } = context();
    await placeAll(published({ name: "a", passages: [1] }));
    setNow(START_MS + WINDOW_MS);
    await placeAll(published({ name: "a", passages: [2] }));
    await passTo(EXPIRED_MS);
    expect(await index.place(published({ name: "first text", passages: [1] }))).toMatchObject({
      kind: "joined",
      clusterId: idOf("a"),
      evidence: { rule: "same-text" },
    });
    expect(await index.place(published({ name: "second text", passages: [2] }))).toMatchObject({
      kind: "joined",
      clusterId: idOf("a"),
      evidence: { rule: "passages" },
    });
  });

  it("knows the text of an article that stood alone as long as tombstones are kept", async () => {
    const { index, placeAll, setNow } = context();
    await placeAll(published({ name: "a", passages: [1] }), published({ name: "b", passages: [2] }));
    await passTo(EXPIRED_MS);
    setNow(START_MS + TOMBSTONE_MS);
    expect(await index.place(published({ name: "in time", passages: [1] }))).toMatchObject({
      kind: "joined",
    });
    setNow(START_MS + TOMBSTONE_MS + HOUR_MS);
    expect(await index.place(published({ name: "late", passages: [2] }))).toEqual({
      kind: "founded",
      clusterId: idOf("late"),
    });
  });

  it("knows the text of a member as long as its cluster, and no longer", async () => {
    const { index, placeAll, setNow } = context();
    await placeAll(
      published({ name: "a", passages: [1] }),
      published({ name: "b", passages: [1, 2] }),
      published({ name: "resting", passages: [8] }),
      published({ name: "resting, too", passages: [8, 9] }),
    );
    setNow(START_MS + WINDOW_MS);
    await placeAll(published({ name: "b", passages: [3] }));
    await passTo(FORGOTTEN_MS);
    expect(await index.place(published({ name: "back", passages: [1] }))).toMatchObject({
      kind: "joined",
      clusterId: idOf("a"),
    });
    expect(await index.place(published({ name: "also back", passages: [8] }))).toMatchObject({
      kind: "founded",
      clusterId: idOf("also back"),
    });
  });

  it("founds anew while the old cluster is being dissolved, after any step", async () => {
    const { index, placeAll, setNow } = context();
    const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    await placeAll(...names.map((name, i) => published({ name, passages: [1, 2, 3, 10 + i] })));
    await passTo(EXPIRED_MS);
    setNow(FORGOTTEN_MS);
    for (const i of names.keys()) {
      await index.sweepExpired(FORGOTTEN_MS, 1);
      expect(await index.place(published({ name: `back ${i}`, passages: [1, 2, 3, 10 + i] }))).toMatchObject({
        kind: i === 0 ? "founded" : "joined",
        clusterId: idOf("back 0"),
      });
    }
    await sweepAll(index, FORGOTTEN_MS);
    expect(await index.cluster(nameOf("back 0"))).toMatchObject({ memberCount: names.length });
    for (const name of names) expect(await index.clusterOf(idOf(name))).toBeUndefined();
  });

  it("knows the text of an article that was forgotten by wish, and no copy that was edited", async () => {
    const { index, placeAll } = context();
    await placeAll(published({ name: "a", passages: [1, 2] }));
    await index.forget(idOf("a"));
    expect(await index.place(published({ name: "edited", passages: [1, 2, 3] }))).toMatchObject({
      kind: "founded",
    });
    expect(await index.place(published({ name: "back", passages: [1, 2] }))).toMatchObject({
      kind: "joined",
      clusterId: idOf("edited"),
    });
    expect((await index.cluster(nameOf("a")))?.memberCount).toBe(3);
  });

  it("never makes an article a copy of itself when its own text comes back", async () => {
    const { index, placeAll } = context();
    await placeAll(published({ name: "a", passages: [1] }));
    await passTo(EXPIRED_MS);
    expect(await index.place(published({ name: "a", passages: [1] }))).toEqual({
      kind: "founded",
      clusterId: idOf("a"),
    });
    expect(await index.evidenceOf(idOf("a"))).toEqual([]);
  });

  it("knows no text that was too short to be compared", async () => {
    const { index, placeAll } = context();
    const short = (name: string) => tooShort({ name, passages: [1], text: "Read more" });
    await placeAll(short("a"));
    await passTo(EXPIRED_MS);
    expect(await index.place(short("b"))).toEqual({ kind: "founded", clusterId: idOf("b") });
  });

  it("makes one cluster of a text that comes back several times, from several writers at once", async () => {
    const { index, another, placeAll } = context();
    await placeAll(published({ name: "a", passages: [1] }));
    await passTo(EXPIRED_MS);
    const writers = [index, another(), another(), another()];
    await Promise.all(
      writers.map((writer, i) => writer.place(published({ name: `back ${i}`, passages: [1] }))),
    );
    expect(await index.cluster(nameOf("back 3"))).toMatchObject({ clusterId: idOf("a"), memberCount: 5 });
  });

  it("keeps an accepted revision out that has expired, however often it is placed again", async () => {
    const { index, placeAll, setNow } = context();
    const a = published({ name: "a", passages: [1, 2] });
    await placeAll(a, published({ name: "b", passages: [1, 2, 9] }));
    await passTo(EXPIRED_MS);
    for (let again = 0; again < 3; again++) {
      setNow(EXPIRED_MS + again * HOUR_MS);
      expect(await index.place(a)).toMatchObject({ kind: "already-placed" });
    }
    expect(await index.place(published({ name: "c", passages: [1, 2, 3] }))).toMatchObject({
      kind: "founded",
    });
  });

  it("counts the window of an article that is founded anew from then on", async () => {
    const { index, placeAll, setNow } = context();
    const a = published({ name: "a", passages: [1, 2] });
    await placeAll(a, published({ name: "b", passages: [1, 2, 9] }));
    await passTo(EXPIRED_MS);
    setNow(FORGOTTEN_MS - 60 * HOUR_MS);
    await index.place(a);
    await passTo(FORGOTTEN_MS);
    expect(await index.place(a)).toMatchObject({ kind: "founded" });
    await passTo(FORGOTTEN_MS + WINDOW_MS - HOUR_MS);
    expect(await index.place(published({ name: "c", passages: [1, 2, 3] }))).toMatchObject({
      kind: "joined",
      clusterId: idOf("a"),
    });
  });

  it("joins the former article first, however many edges there are beside", async () => {
    const { index, placeAll } = context();
    await placeAll(published({ name: "old", passages: [1, 2] }));
    await passTo(EXPIRED_MS);
    const parts = Array.from({ length: 20 }, (_, i) => [1, 100 + 3 * i, 101 + 3 * i, 102 + 3 * i]);
    for (const [i, passages] of parts.entries())
      await index.place(published({ name: `part ${i}`, passages }));
    await index.place(published({ name: "back", passages: [1, 2] }));
    const view = await index.cluster(nameOf("back"), 100);
    const back = view?.members.find(({ articleId }) => articleId === idOf("back"));
    expect(back).toMatchObject({ joinedTo: idOf("old") });
  });
}
