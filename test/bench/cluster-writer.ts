/*
 * A writer of the benchmark: a process of its own that makes articles, then places them when it is told to.
 * Making them is off the clock. Of several writers each takes every so many-th article.
 */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { Redis } from "ioredis";
import type { ClusterIndex } from "../../src/core/cluster/cluster-index.ts";
import { createPairDecision } from "../../src/core/cluster/compare.ts";
import type { ArticleRevision } from "../../src/core/model.ts";
import { createRedisClusterIndex } from "../../src/io/redis/cluster-index.ts";
import { crowdArticle, syntheticArticle } from "./cluster-synthetic.ts";

const WINDOW_MS = 7 * 86_400_000;
const EDGE_CONTAINMENT = 0.45;
const KEPT_EVENTS = 100;
const NS_PER_MS = 1e6;

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
  | { readonly kind: "place"; readonly inFlight: number }
  /** Each at the moment it is due, however many are under way. @param perSecond evenly spaced */
  | { readonly kind: "offer"; readonly perSecond: number };

export interface WriterReport {
  /** Of this process, for this order. */
  readonly cpuUs: number;
  /** Of each placing; where they were offered, from the moment it was due. */
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
      latenciesMs.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  return latenciesMs;
}

/** Tells when each placing is due. A thread of its own, since timers are good to a millisecond only. */
const CLOCK = `
const { parentPort, workerData } = require("node:worker_threads");
const asleep = new Int32Array(new SharedArrayBuffer(4));
const nowMs = () => Number(process.hrtime.bigint()) / 1e6;
const startedAt = nowMs();
for (let i = 0; i < workerData.count; i++) {
  const dueAt = startedAt + (i * 1000) / workerData.perSecond;
  const waitMs = dueAt - nowMs();
  if (waitMs > 0) Atomics.wait(asleep, 0, 0, waitMs);
  parentPort.postMessage(dueAt);
}`;

/** On the clock that all threads share. */
const nowMs = (): number => Number(process.hrtime.bigint()) / NS_PER_MS;

/**
 * An open loop: a placing that is slow holds no other back, and what it delays counts from when it was due, so that
 * nothing slow is left out [1].
 * [1] Tene. How NOT to Measure Latency. 2013: coordinated omission.
 */
async function offerAll(
  index: ClusterIndex,
  articles: readonly ArticleRevision[],
  perSecond: number,
): Promise<number[]> {
  const latenciesMs: number[] = [];
  const placings: Array<Promise<void>> = [];
  const place = async (article: ArticleRevision, dueAt: number): Promise<void> => {
    await index.place(article);
    latenciesMs.push(nowMs() - dueAt);
  };
  const clock = new Worker(CLOCK, { eval: true, workerData: { count: articles.length, perSecond } });
  clock.on("message", (dueAt: number) => {
    placings.push(place(articles[placings.length] as ArticleRevision, dueAt));
  });
  await once(clock, "exit");
  await Promise.all(placings);
  return latenciesMs;
}

function startWriter({ url, prefix, bucketBits, copyShare }: WriterSettings): void {
  const index = createRedisClusterIndex({
    // As the service connects: with automatic pipelining ioredis keeps what it sent alive until a full collection.
    redis: new Redis(url),
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
    if (order.kind === "offer") return offerAll(index, articles, order.perSecond);
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
