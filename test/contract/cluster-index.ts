/* The contract of the cluster index: the same cases for the one in memory and the one in Redis. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ClusterIndex, MAX_REVISIONS_PER_ANCHOR } from "../../src/core/cluster/cluster-index.ts";
import type { ClusterEvent } from "../../src/core/cluster/events.ts";
import type { ArticleId, ClusterId, ComparedArticle } from "../../src/core/model.ts";
import { idOf, invented, partitionLines, tooShort } from "./cluster-index-articles.ts";

export const HOUR_MS = 3_600_000;
export const WINDOW_MS = 7 * 24 * HOUR_MS;
export const START_MS = Date.UTC(2026, 0, 5, 12);

/** One index under test, with a clock that the case moves. */
export interface IndexUnderTest {
  readonly index: ClusterIndex;
  /** Another writer on the same state. */
  another(): ClusterIndex;
  /** All events so far, in order. */
  events(): Promise<ClusterEvent[]>;
  setNow(ms: number): void;
  close(): Promise<void>;
}

export async function partitionOf(index: ClusterIndex, ids: readonly ArticleId[]): Promise<string[]> {
  const groups = new Map<ClusterId | undefined, ArticleId[]>();
  for (const id of new Set(ids)) {
    const name = await index.clusterOf(id);
    groups.set(name, [...(groups.get(name) ?? []), id]);
  }
  return partitionLines([...groups.values()]);
}

const names = (ids: readonly string[], of: readonly string[]): string[] =>
  ids.map((id) => of.find((name) => idOf(name) === id) ?? id);

export function describeClusterIndex(kind: string, create: () => Promise<IndexUnderTest>): void {
  describe(`cluster index in ${kind}`, () => {
    let under: IndexUnderTest;
    let index: ClusterIndex;
    beforeEach(async () => {
      under = await create();
      index = under.index;
      under.setNow(START_MS);
    });
    afterEach(() => under.close());
    const placeAll = async (...articles: ComparedArticle[]): Promise<void> => {
      for (const article of articles) await index.place(article);
    };

    describePlacing(() => ({ ...under, placeAll }));
    describeRevisions(() => ({ ...under, placeAll }));
    describeReading(() => ({ ...under, placeAll }));
    describeForgetting(() => ({ ...under, placeAll }));
  });
}

type Context = () => IndexUnderTest & { placeAll(...articles: ComparedArticle[]): Promise<void> };

function describePlacing(context: Context): void {
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
      await Promise.all(writers.map((writer, i) => writer.place(articles[i] as ComparedArticle)));
      const found = await Promise.all(articles.map(({ articleId }) => index.clusterOf(articleId)));
      expect(new Set(found).size, `story ${story}`).toBe(1);
      const view = await index.cluster(found[0] as ClusterId);
      expect(view?.memberCount).toBe(writers.length);
      expect(view?.members.length).toBe(writers.length);
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
    const last = articles.at(-1) as ComparedArticle;
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

function describeRevisions(context: Context): void {
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

function describeReading(context: Context): void {
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
}

function describeForgetting(context: Context): void {
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
