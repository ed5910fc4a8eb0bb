import { describe, expect, it } from "vitest";
import { createMemoryIndex } from "../../src/core/cluster/memory-index.ts";
import type { ArticleId, ArticleRevision, ClusterId } from "../../src/core/model.ts";
import { readCluster } from "../../src/io/reading.ts";
import type { ArticleStore, StoredArticle } from "../../src/io/redis/article-store.ts";
import { invented, passageDecision } from "../contract/cluster-index-articles.ts";

/** An article store that knows how long some articles are. */
function storeOf(words: ReadonlyMap<ArticleId, number>): ArticleStore {
  const known = (id: ArticleId): StoredArticle | undefined => {
    const wordCount = words.get(id);
    return wordCount === undefined ? undefined : ({ articleId: id, wordCount } as StoredArticle);
  };
  return {
    accept: () => Promise.reject(new Error("nothing is accepted here")),
    get: async (id) => known(id),
    getMany: async (ids) => ids.map(known),
    text: async () => undefined,
    removed: async () => [],
    revisions: async () => [],
  };
}

/** Whole, half and brief share passages pairwise; which of them is compared with which depends on the order. */
const WHOLE = invented({ name: "whole", passages: [1, 2, 3, 4] });
const HALF = invented({ name: "half", passages: [1, 2, 3] });
const BRIEF = invented({ name: "brief", passages: [1] });
const WORDS = new Map([
  [WHOLE.articleId, 400],
  [HALF.articleId, 300],
  [BRIEF.articleId, 100],
]);

async function rolesAfter(arrival: readonly ArticleRevision[], words = WORDS, limit?: number) {
  const index = createMemoryIndex({
    loadText: async () => undefined,
    now: () => 0,
    windowMs: 1,
    tombstoneMs: 1,
    decide: passageDecision,
  });
  for (const article of arrival) await index.place(article);
  const name = await index.clusterOf(WHOLE.articleId);
  const report = await readCluster({ index, articles: storeOf(words) }, name as ClusterId, limit);
  return new Map(report?.members.map(({ articleId, role }) => [articleId, role]));
}

describe("a member's role", () => {
  it("is the same in every order of arrival", async () => {
    const orders = [
      [WHOLE, HALF, BRIEF],
      [WHOLE, BRIEF, HALF],
      [HALF, WHOLE, BRIEF],
      [HALF, BRIEF, WHOLE],
      [BRIEF, WHOLE, HALF],
      [BRIEF, HALF, WHOLE],
    ];
    for (const order of orders) {
      const roles = await rolesAfter(order);
      expect(roles.get(WHOLE.articleId)).toBe("representative");
      expect(roles.get(HALF.articleId)).toBe("copy");
      expect(roles.get(BRIEF.articleId)).toBe("excerpt");
    }
  });

  it("is unknown once its text is gone", async () => {
    const roles = await rolesAfter([WHOLE, HALF, BRIEF], new Map([[WHOLE.articleId, 400]]));
    expect([...roles.values()].sort()).toEqual(["representative", "unknown", "unknown"]);
  });

  it("is told beside a representative that is not among the members named", async () => {
    const roles = await rolesAfter([BRIEF, WHOLE], WORDS, 1);
    expect([...roles]).toEqual([[BRIEF.articleId, "excerpt"]]);
  });
});
