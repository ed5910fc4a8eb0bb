/*
 * Measures the cluster index on a Redis of its own, without append-only file, or on a given one:
 *
 *   npm run bench:cluster -- [--redis redis://127.0.0.1:6390] [--articles 100000] [--copies 0.2]
 *                            [--in-flight 64] [--bucket-bits 14]
 *
 * 100,000 articles at 14 bucket bits lie as densely as 400,000 at the default of 16.
 * Synthetic fingerprints of 150 to 700 shingles (0.9 to 4 kB of text); a share of the articles are copies
 * that keep 70 % of a recent article's shingles. Prints placements per second, Redis CPU per placement,
 * latency of placements one at a time, bytes per article, growth from the first 10,000 on, then the same
 * for one story in very many copies; and the bytes by kind of key. Deletes its keys. `bench/cluster-batch.ts`
 * measures the batch.
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { arch, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Redis } from "ioredis";
import type { ClusterIndex } from "../../src/core/cluster/cluster-index.ts";
import { createPairDecision } from "../../src/core/cluster/compare.ts";
import type { ArticleRevision } from "../../src/core/model.ts";
import { createRedisClusterIndex } from "../../src/io/redis/cluster-index.ts";
import { joinEmbeddedRedis } from "../../src/io/redis/embedded/embedded-redis.ts";
import { crowd, syntheticArticles } from "./cluster-synthetic.ts";

const DAY_MS = 86_400_000;
const WINDOW_MS = 7 * DAY_MS;
const SEED = 1;
const GENERATED_AT_ONCE = 2_000;
const LATENCY_SAMPLES = 2_000;
const EDGE_CONTAINMENT = 0.45;
const KEPT_EVENTS = 100;
const FIRST_REPORT = 10_000;
const CROWD_SHARE = 0.2;
const PERCENTILE_HIGH = 0.99;
const MS_PER_S = 1_000;
const US_PER_S = 1_000_000;

const { values: options } = parseArgs({
  options: {
    redis: { type: "string" },
    articles: { type: "string", default: "100000" },
    copies: { type: "string", default: "0.2" },
    "bucket-bits": { type: "string", default: "16" },
    "in-flight": { type: "string", default: "64" },
  },
});
const articleCount = Number(options.articles);
const inFlight = Number(options["in-flight"]);
const prefix = `bench${randomBytes(4).toString("hex")}`;

const folder = await mkdtemp(join(tmpdir(), "wirefold-bench-"));
const own = options.redis === undefined ? await joinEmbeddedRedis(folder, console.info) : undefined;
const redis = new Redis(options.redis ?? own?.url ?? "", { enableAutoPipelining: true });
if (own) await redis.config("SET", "appendonly", "no");

async function serverNumber(section: string, field: string): Promise<number> {
  const info = await redis.info(section);
  return Number(new RegExp(`${field}:([\\d.]+)`).exec(info)?.[1] ?? Number.NaN);
}

/** Seconds of processor time the server has used for itself and its system calls. */
const serverCpuS = async (): Promise<number> =>
  (await serverNumber("cpu", "used_cpu_user")) + (await serverNumber("cpu", "used_cpu_sys"));

/** Takes `inFlight` articles at a time off the list, so that the server is never idle. */
async function placeAll(index: ClusterIndex, articles: readonly ArticleRevision[]): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    for (let article = articles[next++]; article; article = articles[next++]) await index.place(article);
  };
  await Promise.all(Array.from({ length: inFlight }, work));
}

async function latenciesMs(index: ClusterIndex, articles: readonly ArticleRevision[]): Promise<number[]> {
  const latencies: number[] = [];
  for (const article of articles) {
    const startedAt = performance.now();
    await index.place(article);
    latencies.push(performance.now() - startedAt);
  }
  return latencies.sort((a, b) => a - b);
}

const share = (sorted: readonly number[], quantile: number): number =>
  sorted[Math.floor(sorted.length * quantile)] ?? Number.NaN;

interface Totals {
  placed: number;
  seconds: number;
  redisCpuS: number;
  nodeCpuS: number;
}

function say(name: string, totals: Totals, bytes: number, latencies: readonly number[]): void {
  const { placed, seconds, redisCpuS, nodeCpuS } = totals;
  const perPlacement = (cpuS: number): string => ((cpuS * US_PER_S) / placed).toFixed(0);
  console.log(
    [
      name.padEnd(24),
      `${(placed / seconds).toFixed(0)} placements/s`,
      `${perPlacement(redisCpuS)} us Redis CPU`,
      `${perPlacement(nodeCpuS)} us Node CPU`,
      `p50 ${share(latencies, 0.5).toFixed(2)} ms`,
      `p99 ${share(latencies, PERCENTILE_HIGH).toFixed(2)} ms`,
      `${bytes.toFixed(0)} B/article`,
    ].join("  "),
  );
}

/** Places what the generator makes; only the placing is timed. */
async function measure(
  index: ClusterIndex,
  generated: Generator<ArticleRevision>,
  count: number,
): Promise<Totals> {
  const totals: Totals = { placed: 0, seconds: 0, redisCpuS: 0, nodeCpuS: 0 };
  while (totals.placed < count) {
    const articles: ArticleRevision[] = [];
    const wanted = Math.min(GENERATED_AT_ONCE, count - totals.placed);
    for (let i = 0; i < wanted; i++) articles.push(generated.next().value as ArticleRevision);
    const [cpuBefore, nodeBefore, startedAt] = [await serverCpuS(), process.cpuUsage(), performance.now()];
    await placeAll(index, articles);
    totals.seconds += (performance.now() - startedAt) / MS_PER_S;
    totals.redisCpuS += (await serverCpuS()) - cpuBefore;
    const node = process.cpuUsage(nodeBefore);
    totals.nodeCpuS += (node.user + node.system) / US_PER_S;
    totals.placed += wanted;
  }
  return totals;
}

function take(generated: Generator<ArticleRevision>, count: number): ArticleRevision[] {
  return Array.from({ length: count }, () => generated.next().value as ArticleRevision);
}

async function main(): Promise<void> {
  let nowMs = Date.now();
  const index = createRedisClusterIndex({
    redis,
    prefix,
    loadText: async () => undefined,
    now: () => nowMs++,
    windowMs: WINDOW_MS,
    tombstoneMs: WINDOW_MS,
    keptEvents: KEPT_EVENTS,
    bucketBits: Number(options["bucket-bits"]),
    // Synthetic articles have no texts, which would settle what the records leave open.
    decide: { ...createPairDecision(), isEdge: ({ containment }) => containment >= EDGE_CONTAINMENT },
  });
  console.log(
    `Node ${process.version}, ${arch()}, ${cpus().length} x ${cpus()[0]?.model ?? "?"}, ${inFlight} in flight, ${options.copies} copies, load ${loadavg()[0]?.toFixed(1)}`,
  );
  const memory = () => serverNumber("memory", "used_memory");
  const articles = syntheticArticles(articleCount + 2 * LATENCY_SAMPLES, Number(options.copies), SEED);
  const empty = await memory();
  const steps = [...new Set([Math.min(FIRST_REPORT, articleCount), articleCount])];
  let placed = 0;
  for (const step of steps) {
    const totals = await measure(index, articles, step - placed);
    const latencies = await latenciesMs(index, take(articles, LATENCY_SAMPLES));
    placed = step;
    const stored = step + LATENCY_SAMPLES * (steps.indexOf(step) + 1);
    say(`${step} articles`, totals, ((await memory()) - empty) / stored, latencies);
  }
  await sayBytesByKind(articleCount + LATENCY_SAMPLES * steps.length);
  const beforeCrowd = await memory();
  const crowdCount = Math.round(articleCount * CROWD_SHARE);
  const copies = crowd(crowdCount + LATENCY_SAMPLES, SEED);
  const totals = await measure(index, copies, crowdCount);
  const latencies = await latenciesMs(index, take(copies, LATENCY_SAMPLES));
  const bytes = ((await memory()) - beforeCrowd) / (crowdCount + LATENCY_SAMPLES);
  say(`one story, ${crowdCount} copies`, totals, bytes, latencies);
  console.log(`anchors found full: ${await index.fullAnchors()}`);
}

/** `wirefold:{a:3f}:evidence:3f0` is of the kind `a evidence`. */
const kindOf = (key: string): string => {
  const [, tag = "", kind = ""] = /\{(\w)[^}]*\}:([a-z]+|\d+)/.exec(key) ?? [];
  return `${tag} ${/\d/.test(kind) ? "anchors" : kind}`;
};

/** MEMORY USAGE of all keys, in bytes per article; the server's own tables come on top. */
async function sayBytesByKind(stored: number): Promise<void> {
  const bytes = new Map<string, number>();
  for await (const names of redis.scanStream({ match: `${prefix}*`, count: GENERATED_AT_ONCE })) {
    const sizes = await Promise.all(
      (names as string[]).map((key) => redis.memory("USAGE", key, "SAMPLES", 0)),
    );
    for (const [i, key] of (names as string[]).entries()) {
      bytes.set(kindOf(key), (bytes.get(kindOf(key)) ?? 0) + Number(sizes[i] ?? 0));
    }
  }
  const sorted = [...bytes].sort(([, a], [, b]) => b - a);
  console.log(`bytes: ${sorted.map(([kind, sum]) => `${kind} ${(sum / stored).toFixed(0)}`).join(", ")}`);
}

async function deleteKeys(): Promise<void> {
  for await (const names of redis.scanStream({ match: `${prefix}*`, count: GENERATED_AT_ONCE })) {
    if ((names as string[]).length > 0) await redis.unlink(...(names as string[]));
  }
}

try {
  await main();
} finally {
  await deleteKeys();
  redis.disconnect();
  await own?.leave();
  await rm(folder, { recursive: true, force: true });
}
