/* The contract of the cluster index: the same cases for the one in memory and the one in Redis. */
import { afterEach, beforeEach, describe } from "vitest";
import type { ArticleRevision } from "../../src/core/model.ts";
import { describeDissolving } from "./cluster-index-dissolving.ts";
import { describePlacing } from "./cluster-index-placing.ts";
import { describeReading } from "./cluster-index-reading.ts";
import { describeForgetting, describeRevisions } from "./cluster-index-revisions.ts";
import { describeSameText } from "./cluster-index-same-text.ts";
import { type IndexUnderTest, START_MS } from "./cluster-index-under-test.ts";

export function describeClusterIndex(kind: string, create: () => Promise<IndexUnderTest>): void {
  describe(`cluster index in ${kind}`, () => {
    let under: IndexUnderTest;
    beforeEach(async () => {
      under = await create();
      under.setNow(START_MS);
    });
    afterEach(() => under.close());
    const placeAll = async (...articles: ArticleRevision[]): Promise<void> => {
      for (const article of articles) await under.index.place(article);
    };

    describePlacing(() => ({ ...under, placeAll }));
    describeRevisions(() => ({ ...under, placeAll }));
    describeReading(() => ({ ...under, placeAll }));
    describeForgetting(() => ({ ...under, placeAll }));
    describeDissolving(() => ({ ...under, placeAll }));
    describeSameText(() => ({ ...under, placeAll }));
  });
}
