/* Order of arrival and number of writers change nothing: random articles against the brute-force answer. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClusterIndex } from "../../src/core/cluster/cluster-index.ts";
import type { ArticleRevision, ClusterId } from "../../src/core/model.ts";
import { expectedPartition, invented } from "./cluster-index-articles.ts";
import { type IndexUnderTest, partitionOf } from "./cluster-index-under-test.ts";

const RUNS = 40;
const MAX_WRITERS = 4;

/** Some articles come in several revisions: names are drawn from few. */
const someArticles = fc
  .array(
    fc.record({
      name: fc.integer({ min: 0, max: 24 }).map((n) => `article ${n}`),
      passages: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((drawn) => drawn.map(invented));

const someArrival = someArticles.chain((articles) =>
  fc.record({
    arrival: fc.shuffledSubarray(articles, { minLength: articles.length, maxLength: articles.length }),
    writers: fc.integer({ min: 1, max: MAX_WRITERS }),
  }),
);

/** Each writer takes every n-th article, all at work at the same time. */
async function placeByMany(
  under: IndexUnderTest,
  arrival: readonly ArticleRevision[],
  writers: number,
): Promise<void> {
  const all = Array.from({ length: writers }, (_, i) => (i === 0 ? under.index : under.another()));
  const work = async (writer: ClusterIndex, first: number): Promise<void> => {
    for (let i = first; i < arrival.length; i += writers) await writer.place(arrival[i] as ArticleRevision);
  };
  await Promise.all(all.map(work));
}

async function expectSoundViews(index: ClusterIndex, arrival: readonly ArticleRevision[]): Promise<void> {
  const names = new Set(await Promise.all(arrival.map(({ articleId }) => index.clusterOf(articleId))));
  const members: string[] = [];
  for (const name of names) {
    const view = await index.cluster(name as ClusterId);
    expect(view?.clusterId).toBe(name);
    expect(view?.members.length).toBe(view?.memberCount);
    members.push(...(view?.members.map(({ articleId }) => articleId) ?? []));
  }
  expect(members.sort()).toEqual([...new Set(arrival.map(({ articleId }) => articleId))].sort());
}

export function describeOrder(kind: string, create: () => Promise<IndexUnderTest>): void {
  describe(`order of arrival in ${kind}`, () => {
    it("gives the connected parts over all edges, in any order, with one to four writers", async () => {
      await fc.assert(
        fc.asyncProperty(someArrival, async ({ arrival, writers }) => {
          const under = await create();
          try {
            await placeByMany(under, arrival, writers);
            const ids = arrival.map(({ articleId }) => articleId);
            expect(await partitionOf(under.index, ids)).toEqual(expectedPartition(arrival));
            await expectSoundViews(under.index, arrival);
          } finally {
            await under.close();
          }
        }),
        { numRuns: RUNS },
      );
    });
  });
}
