/*
 * A writer of the benchmark: a process of its own that makes articles, then places them when it is told to.
 * Making them is off the clock. Of several writers each takes every so many-th article.
 */
import { Redis } from "ioredis";
import type { ClusterIndex } from "../../src/core/cluster/cluster-index.ts";
import { createPairDecision } from "../../src/core/cluster/compare.ts";
import type { ArticleRevision } from "../../src/core/model.ts";
import { createRedisClusterIndex } from "../../src/io/redis/cluster-index.ts";
import { crowdArticle, syntheticArticle } from "./cluster-synthetic.ts";

const WINDOW_MS = 7 * 86_400_000;
const EDGE_CONTAINMENT = 0.45;
const KEPT_EVENTS = 100;

export interface WriterSettings {
  readonly url: string;
  readonly prefix: string;
  readonly bucketBits: number;
  readonly copyShare: number;
  readonly inFlight: number;
}

/** What a writer is told. It answers each with a `WriterReport`. */
export type WriterOrder =
  | {
      readonly kind: "make";
      readonly what: "articles" | "crowd";
      readonly from: number;
      readonly to: number;
      readonly step: number;
    }
  /** @param inFlight how many of the articles made are under way at a time */
  | { readonly kind: "place"; readonly inFlight: number };

export interface WriterReport {
  /** Of this process, for this order. */
  readonly cpuUs: number;
  /** Of each placing, where they went one at a time. */
  readonly latenciesMs: readonly number[];
}

async function placeAll(
  index: ClusterIndex,
  articles: readonly ArticleRevision[],
  inFlight: number,
): Promise<number[]> {
  let next = 0;
  const latenciesMs: number[] = [];
  const work = async (): Promise<void> => {
    for (let article = articles[next++]; article; article = articles[next++]) {
      const startedAt = performance.now();
      await index.place(article);
      if (inFlight === 1) latenciesMs.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  return latenciesMs;
}

function startWriter({ url, prefix, bucketBits, copyShare }: WriterSettings): void {
  const index = createRedisClusterIndex({
    redis: new Redis(url, { enableAutoPipelining: true }),
    prefix,
    loadText: async () => undefined,
    now: Date.now,
    windowMs: WINDOW_MS,
    tombstoneMs: WINDOW_MS,
    keptEvents: KEPT_EVENTS,
    bucketBits,
    // Synthetic articles have no texts, which would settle what the records leave open.
    decide: { ...createPairDecision(), isEdge: ({ containment }) => containment >= EDGE_CONTAINMENT },
  });
  let articles: ArticleRevision[] = [];
  const obey = async (order: WriterOrder): Promise<readonly number[]> => {
    if (order.kind === "place") return placeAll(index, articles, order.inFlight);
    articles = [];
    for (let number = order.from; number < order.to; number += order.step) {
      articles.push(order.what === "crowd" ? crowdArticle(number) : syntheticArticle(number, copyShare));
    }
    return [];
  };
  process.on("message", async (order: WriterOrder) => {
    const before = process.cpuUsage();
    const latenciesMs = await obey(order);
    const { user, system } = process.cpuUsage(before);
    process.send?.({ cpuUs: user + system, latenciesMs } satisfies WriterReport);
  });
}

startWriter(JSON.parse(process.argv[2] ?? "{}") as WriterSettings);
