/*
 * npm run bench:cluster [-- --articles 1000000 --crowd 100000 --writers 2 --redis redis://...]
 *
 * The cluster index in Redis: placings per second with some under way in each writer, processor time of Redis
 * and of the writers per placing, bytes per article, and how long a placing takes when nothing else goes on:
 * at 10,000 articles, at all of them, and for one story in very many copies; and the bytes by kind of key. In
 * front of these what the machine does at best. `bench/cluster-batch.ts` measures the batch.
 */
import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Redis } from "ioredis";
import { joinEmbeddedRedis } from "../../src/io/redis/embedded/embedded-redis.ts";
import { printCalibration } from "./cluster-calibration.ts";
import { quantile, serverCpuUs, serverNumber } from "./cluster-measure.ts";
import type { WriterOrder, WriterReport, WriterSettings } from "./cluster-writer.ts";
import { print, printHeader, rounded } from "./report.ts";

/** Articles made and placed at once, over all writers. */
const ROUND = 10_000;
const LATENCY_SAMPLES = 5_000;
const FIRST_REPORT = 10_000;
const P50 = 0.5;
const P99 = 0.99;
const MS_PER_S = 1_000;
const KEYS_AT_ONCE = 2_000;
const WRITER = fileURLToPath(new URL("./cluster-writer.ts", import.meta.url));

const { values: options } = parseArgs({
  options: {
    redis: { type: "string" },
    articles: { type: "string", default: "100000" },
    copies: { type: "string", default: "0.2" },
    crowd: { type: "string", default: "10000" },
    "bucket-bits": { type: "string", default: "16" },
    "in-flight": { type: "string", default: "64" },
    writers: { type: "string", default: "2" },
  },
});

interface Measured {
  readonly name: string;
  readonly placed: number;
  readonly seconds: number;
  readonly serverUs: number;
  readonly nodeUs: number;
  /** Ascending. */
  readonly latenciesMs: readonly number[];
  readonly bytes: number;
}

/** The writers' processes, told what to do all at once. */
class Writers {
  private readonly processes: readonly ChildProcess[];

  constructor(count: number, settings: WriterSettings) {
    this.processes = Array.from({ length: count }, () => fork(WRITER, [JSON.stringify(settings)]));
  }

  get count(): number {
    return this.processes.length;
  }

  /** Makes the articles of these numbers; off the clock. */
  async make(what: "articles" | "crowd", from: number, to: number, writers = this.count): Promise<void> {
    await Promise.all(
      this.processes
        .slice(0, writers)
        .map((_, i) => this.tell(i, { kind: "make", what, from: from + i, to, step: writers })),
    );
  }

  /** Places what was made. */
  place(inFlight: number, writers = this.count): Promise<WriterReport[]> {
    return Promise.all(
      this.processes.slice(0, writers).map((_, i) => this.tell(i, { kind: "place", inFlight })),
    );
  }

  end(): void {
    for (const writer of this.processes) writer.disconnect();
    for (const writer of this.processes) writer.kill();
  }

  private async tell(writer: number, order: WriterOrder): Promise<WriterReport> {
    const process = this.processes[writer] as ChildProcess;
    process.send(order);
    const [report] = (await once(process, "message")) as [WriterReport];
    return report;
  }
}

interface Bench {
  readonly redis: Redis;
  readonly writers: Writers;
  readonly inFlight: number;
}

/** Places the articles from one number to another, then some more one at a time. Only placing is timed. */
async function measure(
  { redis, writers, inFlight }: Bench,
  name: string,
  what: "articles" | "crowd",
  from: number,
  to: number,
): Promise<Measured> {
  const memoryBefore = await serverNumber(redis, "memory", "used_memory");
  let [seconds, serverUs, nodeUs] = [0, 0, 0];
  for (let at = from; at < to; at += ROUND) {
    await writers.make(what, at, Math.min(at + ROUND, to));
    const [serverBefore, startedAt] = [await serverCpuUs(redis), performance.now()];
    const reports = await writers.place(inFlight);
    seconds += (performance.now() - startedAt) / MS_PER_S;
    serverUs += (await serverCpuUs(redis)) - serverBefore;
    nodeUs += reports.reduce((sum, { cpuUs }) => sum + cpuUs, 0);
  }
  await writers.make(what, to, to + LATENCY_SAMPLES, 1);
  const [alone] = await writers.place(1, 1);
  const latenciesMs = [...(alone?.latenciesMs ?? [])].sort((a, b) => a - b);
  const bytes = (await serverNumber(redis, "memory", "used_memory")) - memoryBefore;
  return { name, placed: to - from, seconds, serverUs, nodeUs, latenciesMs, bytes };
}

const COLUMNS = ["placed/s", "us of Redis", "us of Node", "p50 ms", "p99 ms", "bytes"];
const NAME_WIDTH = 28;

function printRow(name: string, cells: ReadonlyArray<string | number>): void {
  const padded = cells.map((cell, column) => String(cell).padStart((COLUMNS[column] ?? "").length));
  print(`  ${name.padEnd(NAME_WIDTH)}${padded.join("  ")}`);
}

/** At once: a run that is cut short leaves what it has measured. */
function printMeasured({ name, placed, seconds, serverUs, nodeUs, latenciesMs, bytes }: Measured): void {
  printRow(name, [
    Math.round(placed / seconds),
    Math.round(serverUs / placed),
    Math.round(nodeUs / placed),
    rounded(quantile(latenciesMs, P50), 2),
    rounded(quantile(latenciesMs, P99), 2),
    Math.round(bytes / (placed + LATENCY_SAMPLES)),
  ]);
}

async function main(redis: Redis, url: string): Promise<void> {
  const articles = Number(options.articles);
  const prefix = `bench${randomBytes(4).toString("hex")}`;
  const settings: WriterSettings = {
    url,
    prefix,
    bucketBits: Number(options["bucket-bits"]),
    copyShare: Number(options.copies),
    inFlight: Number(options["in-flight"]),
  };
  const load = () =>
    loadavg()
      .map((average) => average.toFixed(1))
      .join(" ");
  printHeader(`cluster index, ${articles} articles, ${options.copies} of them copies`, ["ioredis"]);
  print(`  Redis     ${await serverVersion(redis)}, 2^${settings.bucketBits} buckets`);
  print(`  writers   ${options.writers}, ${settings.inFlight} placings under way in each`);
  print(`  load      ${load()}`);
  await printCalibration(redis, prefix);
  const writers = new Writers(Number(options.writers), settings);
  try {
    const bench: Bench = { redis, writers, inFlight: settings.inFlight };
    printRow("", COLUMNS);
    const first = Math.min(FIRST_REPORT, articles);
    const small = await measure(bench, `to ${first} articles`, "articles", 0, first);
    printMeasured(small);
    if (articles > first) {
      const from = first + LATENCY_SAMPLES;
      const large = await measure(bench, `to ${articles} articles`, "articles", from, articles);
      printMeasured(large);
      const growth = quantile(large.latenciesMs, P99) / quantile(small.latenciesMs, P99);
      print(`  growth of p99 from ${first} to ${articles} articles: ${growth.toFixed(2)}`);
    }
    print(await bytesByKind(redis, prefix, articles + LATENCY_SAMPLES));
    const copies = Number(options.crowd);
    if (copies > 0) printMeasured(await measure(bench, `one story, ${copies} copies`, "crowd", 0, copies));
    print(`  load at the end: ${load()}`);
  } finally {
    writers.end();
    if (options.redis !== undefined) await deleteKeys(redis, prefix);
  }
}

async function serverVersion(redis: Redis): Promise<string> {
  return /redis_version:(\S+)/.exec(await redis.info("server"))?.[1] ?? "unknown";
}

/** `wirefold:{a:3f}:evidence:3f0` is of the kind `a evidence`. */
const kindOf = (key: string): string => {
  const [, tag = "", kind = ""] = /\{(\w)[^}]*\}:([a-z]+|\d+)/.exec(key) ?? [];
  return `${tag} ${/\d/.test(kind) ? "anchors" : kind}`;
};

/** MEMORY USAGE of all keys, in bytes per article; the server's own tables come on top. */
async function bytesByKind(redis: Redis, prefix: string, stored: number): Promise<string> {
  const bytes = new Map<string, number>();
  for await (const names of redis.scanStream({ match: `${prefix}*`, count: KEYS_AT_ONCE })) {
    const sizes = await Promise.all(
      (names as string[]).map((key) => redis.memory("USAGE", key, "SAMPLES", 0)),
    );
    for (const [i, key] of (names as string[]).entries()) {
      bytes.set(kindOf(key), (bytes.get(kindOf(key)) ?? 0) + Number(sizes[i] ?? 0));
    }
  }
  const sorted = [...bytes].sort(([, a], [, b]) => b - a);
  return `  bytes: ${sorted.map(([kind, sum]) => `${kind} ${(sum / stored).toFixed(0)}`).join(", ")}`;
}

async function deleteKeys(redis: Redis, prefix: string): Promise<void> {
  for await (const names of redis.scanStream({ match: `${prefix}*`, count: KEYS_AT_ONCE })) {
    if ((names as string[]).length > 0) await redis.unlink(...(names as string[]));
  }
}

const folder = await mkdtemp(join(tmpdir(), "wirefold-bench-"));
const own = options.redis === undefined ? await joinEmbeddedRedis(folder, console.info) : undefined;
const url = options.redis ?? own?.url ?? "";
const redis = new Redis(url, { enableAutoPipelining: true });
try {
  if (own) await redis.config("SET", "appendonly", "no");
  await main(redis, url);
} finally {
  redis.disconnect();
  await own?.leave();
  await rm(folder, { recursive: true, force: true });
}
