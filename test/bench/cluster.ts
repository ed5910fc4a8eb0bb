/*
 * npm run bench:cluster [-- --articles 1000000 --crowd 100000 --writers 2 --redis redis://...]
 *
 * The cluster index in Redis at 10,000 articles, at all of them, and for one story in very many copies: placings
 * per second, processor time of Redis and of the writers per placing, and how long one takes,
 *
 *   N under way      as fast as it goes, all writers at work; the latency is N / rate then (Little's law), whatever
 *                    the index does: this row is for the rate
 *   one at a time    one writer that places the next when the last has ended; this row is for the latency
 *   R a second       one writer to which articles come at a steady rate, whether it keeps up or not; from the
 *                    moment each was due
 *
 * with PING in front of each of the latter two, which is what a round trip takes on this machine just then; and
 * bytes per article. `bench/cluster-batch.ts` measures the batch.
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
import { bytesByKind, deleteKeys, quantile, serverCpuUs, serverNumber } from "./cluster-measure.ts";
import type { WriterOrder, WriterReport, WriterSettings } from "./cluster-writer.ts";
import { print, printHeader, rounded } from "./report.ts";

/** Articles made and placed at once, over all writers. */
const ROUND = 10_000;
const LATENCY_SAMPLES = 5_000;
/** The world's news are 14 a second. */
const OFFERED_PER_S = [200, 1_000];
/** Placed after the articles asked for: one at a time, and at each rate. */
const MORE_SAMPLES = LATENCY_SAMPLES * (1 + OFFERED_PER_S.length);
const FIRST_REPORT = 10_000;
const P50 = 0.5;
const P90 = 0.9;
const P99 = 0.99;
const MS_PER_S = 1_000;
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

/** One way of placing: how many at a time, at which rate, and how long each took. */
interface Measured {
  readonly placed: number;
  readonly seconds: number;
  readonly serverUs: number;
  readonly nodeUs: number;
  /** Ascending. */
  readonly latenciesMs: readonly number[];
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
  place(order: WriterOrder, writers = this.count): Promise<WriterReport[]> {
    return Promise.all(this.processes.slice(0, writers).map((_, i) => this.tell(i, order)));
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

/** What was made is placed; making is off the clock. */
async function timed({ redis, writers }: Bench, order: WriterOrder, count: number): Promise<Measured> {
  const [serverBefore, startedAt] = [await serverCpuUs(redis), performance.now()];
  const reports = await writers.place(order, count);
  const seconds = (performance.now() - startedAt) / MS_PER_S;
  const latenciesMs = reports.flatMap((report) => [...report.latenciesMs]);
  const nodeUs = reports.reduce((sum, { cpuUs }) => sum + cpuUs, 0);
  return {
    placed: latenciesMs.length,
    seconds,
    serverUs: (await serverCpuUs(redis)) - serverBefore,
    nodeUs,
    latenciesMs,
  };
}

function together(parts: readonly Measured[]): Measured {
  const sum = (of: (part: Measured) => number): number => parts.reduce((all, part) => all + of(part), 0);
  return {
    placed: sum(({ placed }) => placed),
    seconds: sum(({ seconds }) => seconds),
    serverUs: sum(({ serverUs }) => serverUs),
    nodeUs: sum(({ nodeUs }) => nodeUs),
    latenciesMs: parts.flatMap(({ latenciesMs }) => [...latenciesMs]).sort((a, b) => a - b),
  };
}

/**
 * Places the articles from one number to another as fast as it goes; then some more by one writer, one at a time
 * and at a steady rate.
 * @returns p99 of those that went one at a time, ms
 */
async function measure(
  bench: Bench,
  name: string,
  what: "articles" | "crowd",
  from: number,
  to: number,
): Promise<number> {
  const { redis, writers, inFlight } = bench;
  const memoryBefore = await serverNumber(redis, "memory", "used_memory");
  const rounds: Measured[] = [];
  for (let at = from; at < to; at += ROUND) {
    await writers.make(what, at, Math.min(at + ROUND, to));
    rounds.push(await timed(bench, { kind: "place", inFlight }, writers.count));
  }
  const bytes = (await serverNumber(redis, "memory", "used_memory")) - memoryBefore;
  print(`  ${name}: ${Math.round(bytes / (to - from))} bytes each`);
  printMeasured(`${inFlight * writers.count} under way`, together(rounds));
  const orders: Array<[string, WriterOrder]> = [
    ["one at a time", { kind: "place", inFlight: 1 }],
    ...OFFERED_PER_S.map((perSecond): [string, WriterOrder] => [
      `${perSecond} a second offered`,
      { kind: "offer", perSecond },
    ]),
  ];
  const p99s: number[] = [];
  for (const [i, [label, order]] of orders.entries()) {
    printMeasured("PING, one at a time", await pings(redis));
    await writers.make(what, to + i * LATENCY_SAMPLES, to + (i + 1) * LATENCY_SAMPLES, 1);
    const measured = together([await timed(bench, order, 1)]);
    printMeasured(label, measured);
    p99s.push(quantile(measured.latenciesMs, P99));
  }
  return p99s[0] ?? Number.NaN;
}

/** What a round trip takes at this moment: the machine's part in the latencies beside it. */
async function pings(redis: Redis): Promise<Measured> {
  const [serverBefore, nodeBefore, startedAt] = [
    await serverCpuUs(redis),
    process.cpuUsage(),
    performance.now(),
  ];
  const latenciesMs: number[] = [];
  for (let i = 0; i < LATENCY_SAMPLES; i++) {
    const sentAt = performance.now();
    await redis.ping();
    latenciesMs.push(performance.now() - sentAt);
  }
  const { user, system } = process.cpuUsage(nodeBefore);
  const measured = {
    placed: LATENCY_SAMPLES,
    seconds: (performance.now() - startedAt) / MS_PER_S,
    serverUs: (await serverCpuUs(redis)) - serverBefore,
    nodeUs: user + system,
    latenciesMs,
  };
  return together([measured]);
}

const COLUMNS = ["per second", "us of Redis", "us of Node", "p50 ms", "p90 ms", "p99 ms"];
const NAME_WIDTH = 28;

function printRow(name: string, cells: ReadonlyArray<string | number>): void {
  const padded = cells.map((cell, column) => String(cell).padStart((COLUMNS[column] ?? "").length));
  print(`    ${name.padEnd(NAME_WIDTH)}${padded.join("  ")}`);
}

/** At once: a run that is cut short leaves what it has measured. */
function printMeasured(name: string, { placed, seconds, serverUs, nodeUs, latenciesMs }: Measured): void {
  printRow(name, [
    Math.round(placed / seconds),
    Math.round(serverUs / placed),
    Math.round(nodeUs / placed),
    ...[P50, P90, P99].map((share) => rounded(quantile(latenciesMs, share), 2)),
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
    const from = first + MORE_SAMPLES;
    const stored = articles > from ? articles + MORE_SAMPLES : from;
    if (articles > from) {
      const large = await measure(bench, `to ${articles} articles`, "articles", from, articles);
      print(
        `  growth of p99, one at a time, from ${first} to ${articles} articles: ${(large / small).toFixed(2)}`,
      );
    }
    print(await bytesByKind(redis, prefix, stored));
    const copies = Number(options.crowd);
    if (copies > 0) await measure(bench, `one story, ${copies} copies`, "crowd", 0, copies);
    print(`  load at the end: ${load()}`);
  } finally {
    writers.end();
    if (options.redis !== undefined) await deleteKeys(redis, prefix);
  }
}

async function serverVersion(redis: Redis): Promise<string> {
  return /redis_version:(\S+)/.exec(await redis.info("server"))?.[1] ?? "unknown";
}

/**
 * Between the two numbers of articles that it measures the bench places some of its own.
 * @throws RangeError for a number that it would have to measure as another one
 */
function checkArticles(articles: number): void {
  const least = FIRST_REPORT + MORE_SAMPLES;
  if (Number.isInteger(articles) && articles > 0 && (articles <= FIRST_REPORT || articles > least)) return;
  throw new RangeError(
    `--articles must be a whole number from 1 to ${FIRST_REPORT}, or above ${least}, not ${articles}`,
  );
}

checkArticles(Number(options.articles));
const folder = await mkdtemp(join(tmpdir(), "wirefold-bench-"));
const own = options.redis === undefined ? await joinEmbeddedRedis(folder, console.info) : undefined;
const url = options.redis ?? own?.url ?? "";
const redis = new Redis(url);
try {
  if (own) await redis.config("SET", "appendonly", "no");
  await main(redis, url);
} finally {
  redis.disconnect();
  await own?.leave();
  await rm(folder, { recursive: true, force: true });
}
