/*
 * The Redis index against its specification: the same random placings, revisions, removals, expiries, returns of texts
 * under another URL and ends, one after the other, and every answer, view, event and piece of evidence must be the same.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArticleId, ArticleRevision, ClusterId } from "../../src/core/model.ts";
import { type Invented, idOf, invented, tooShort } from "./cluster-index-articles.ts";
import { createMemoryIndexUnderTest } from "./cluster-index-memory.ts";
import { createRedisIndexUnderTest } from "./cluster-index-redis.ts";
import { HOUR_MS, type IndexUnderTest, START_MS } from "./cluster-index-under-test.ts";

const RUNS = 60;
const NAMES = Array.from({ length: 12 }, (_, i) => `article ${i}`);
const SWEEP_LIMIT = 3;
/** What moments are past the full hour. */
const PAST_HOUR_MS = 1_234_567;
/** Every other placing is of one of these, so that texts come back under another URL. */
const ANYONES_TEXTS = [[1], [2, 3], [3, 4]];

type Step =
  | { readonly kind: "place"; readonly article: ArticleRevision }
  | { readonly kind: "forget"; readonly articleId: ArticleId }
  | { readonly kind: "expire"; readonly afterHours: number };

const inventedArticle: fc.Arbitrary<Invented> = fc.record({
  name: fc.constantFrom(...NAMES),
  passages: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
  publisher: fc.constantFrom(null, "daily.example", "Evening Post", "-", "reuters.com"),
  datePublished: fc.constantFrom(null, "2026-01-04", "2026-01-05T06:00:00Z", "2026-01-05T06:00:00+09:00"),
});

const placing: fc.Arbitrary<Step> = fc
  .tuple(inventedArticle, fc.boolean(), fc.constantFrom(...ANYONES_TEXTS), fc.nat({ max: 9 }))
  .map(([drawn, isAnyones, passages, luck]) => {
    const article = isAnyones ? { ...drawn, passages, text: passages.join(" ") } : drawn;
    // One text has one fingerprint: a short one is another text.
    const short = { ...article, text: `short ${article.text ?? article.name} ${article.passages.join(" ")}` };
    return { kind: "place", article: luck === 0 ? tooShort(short) : invented(article) };
  });

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: placing },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...NAMES).map((name): Step => ({ kind: "forget", articleId: idOf(name) })),
  },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 400 }).map((afterHours): Step => ({ kind: "expire", afterHours })),
  },
);

/** Runs the steps, an hour apart, and notes every answer. */
async function play(under: IndexUnderTest, steps: readonly Step[]): Promise<unknown[]> {
  const { index } = under;
  const answers: unknown[] = [];
  let nowMs = START_MS + PAST_HOUR_MS;
  for (const step of steps) {
    nowMs += HOUR_MS;
    if (step.kind === "place") {
      under.setNow(nowMs);
      answers.push(await index.place(step.article));
    } else if (step.kind === "forget") {
      await index.forget(step.articleId);
    } else {
      nowMs += step.afterHours * HOUR_MS;
      under.setNow(nowMs);
      // At whole hours sweeping by the hour and by the moment are one.
      while ((await index.sweepExpired(nowMs - PAST_HOUR_MS, SWEEP_LIMIT)) > 0);
    }
  }
  for (const articleId of NAMES.map(idOf)) {
    answers.push(await index.clusterOf(articleId));
    answers.push(await index.cluster(articleId as string as ClusterId));
    answers.push(await index.evidenceOf(articleId));
  }
  answers.push(await index.recentClusters(), await under.events(), await index.fullAnchors());
  return answers;
}

describe("the Redis index", () => {
  for (const [shards, isForgetful] of [
    [1, false],
    [4, false],
    [1, true],
  ] as const) {
    const memory = isForgetful ? ", and no memory of former placings" : "";
    it(`answers as its specification does, with ${shards} anchor shard(s)${memory}`, async () => {
      const create = createRedisIndexUnderTest(shards, isForgetful);
      await fc.assert(
        fc.asyncProperty(fc.array(anyStep, { maxLength: 40 }), async (steps) => {
          const [specified, redis] = [await createMemoryIndexUnderTest(), await create()];
          try {
            expect(await play(redis, steps)).toEqual(await play(specified, steps));
          } finally {
            await redis.close();
          }
        }),
        { numRuns: RUNS },
      );
    });
  }
});
