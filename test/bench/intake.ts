/*
 * npm run bench:intake [-- --urls 20000 --hosts 500 --delay 50 --workers 2 --concurrency 64
 *                         --waiting-urls 1000000 --waiting-hosts 100000 --waiting-pages 10000]
 *
 * How many pages a second are fetched politely: fetching processes take URLs from one frontier and ask a
 * local world that plays all hosts in a process of its own and measures, by its own clock, the gap between
 * any two requests to one host. Then the frontier with many hosts and many waiting URLs: how fast it is
 * filled and popped by itself, how large it is, and some pages fetched from it under the same stopwatch.
 *
 *   this process ── push ──▶ Redis ◀── pop, slots, robots.txt ── workers ── http ──▶ world (stopwatch)
 *
 * Fails where a gap was shorter than the delay or a URL did not end as a page. `--urls 0` leaves the first
 * part out, `--waiting-urls 0` the second. Five million waiting URLs take 0.8 GB and about five minutes:
 *
 *   npm run bench:intake -- --urls 0 --waiting-urls 5000000
 */
import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Redis } from "ioredis";
import { urlKey } from "../../src/core/url/ids.ts";
import { joinEmbeddedRedis } from "../../src/io/redis/embedded/embedded-redis.ts";
import { createFrontier } from "../../src/io/redis/frontier.ts";
import { measureFrontier, redisCpuSeconds } from "./intake/frontier-scale.ts";
import type { FromWorld, ToWorld, WorkerReport, WorkerTask, WorldReport } from "./intake/messages.ts";
import { print, printHeader } from "./report.ts";

const PREFIX = "bench";
const MS_PER_SECOND = 1_000;
const MEBI = 1_048_576;

const { values: options } = parseArgs({
  options: {
    urls: { type: "string", default: "20000" },
    hosts: { type: "string", default: "500" },
    delay: { type: "string", default: "50" },
    workers: { type: "string", default: "2" },
    concurrency: { type: "string", default: "64" },
    "waiting-urls": { type: "string", default: "1000000" },
    "waiting-hosts": { type: "string", default: "100000" },
    "waiting-pages": { type: "string", default: "10000" },
  },
});

const startChild = (file: string): ChildProcess => fork(join(import.meta.dirname, "intake", file));

function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(message as T));
    child.once("exit", (code) => reject(new Error(`a process of the benchmark ended with ${code}`)));
  });
}

interface Fetched {
  readonly seconds: number;
  readonly redisCpuSeconds: number;
  readonly workers: readonly WorkerReport[];
  readonly world: WorldReport;
}

async function pushUrls(redis: Redis): Promise<void> {
  const urls = Array.from({ length: Number(options.urls) }, (_, at) => {
    const host = `outlet-${at % Number(options.hosts)}.example`;
    const url = `http://${host}/2023/11/28/story-${at}`;
    return { url, urlKey: urlKey(url), host };
  });
  await createFrontier({ redis, prefix: PREFIX }).push(urls);
}

/** @param pages altogether, from the frontier under this prefix */
async function fetchAll(redisUrl: string, redis: Redis, prefix: string, pages: number): Promise<Fetched> {
  const hostDelayMs = Number(options.delay);
  const world = startChild("world-process.ts");
  const workers = Array.from({ length: Number(options.workers) }, () => startChild("worker-process.ts"));
  try {
    const listening = await nextMessage<FromWorld>(world);
    if (listening.kind !== "listening") throw new Error("the world did not start");
    const cpuBefore = await redisCpuSeconds(redis);
    const task: WorkerTask = {
      redisUrl,
      prefix,
      worldPort: listening.port,
      hostDelayMs,
      concurrency: Number(options.concurrency),
      pages: Math.ceil(pages / workers.length),
    };
    const startedAt = performance.now();
    const reports = await Promise.all(
      workers.map((worker) => {
        worker.send(task);
        return nextMessage<WorkerReport>(worker);
      }),
    );
    const seconds = (performance.now() - startedAt) / MS_PER_SECOND;
    world.send({ ask: "report", hostDelayMs } satisfies ToWorld);
    const answer = await nextMessage<FromWorld>(world);
    if (answer.kind !== "report") throw new Error("the world has no report");
    return {
      seconds,
      redisCpuSeconds: (await redisCpuSeconds(redis)) - cpuBefore,
      workers: reports,
      world: answer.report,
    };
  } finally {
    for (const child of [world, ...workers]) child.kill();
  }
}

/** @returns whether every page came and no gap was too short */
function printFetched(fetched: Fetched, expectedPages: number): boolean {
  const { seconds, workers, world, redisCpuSeconds: redisSeconds } = fetched;
  const outcomes: Record<string, number> = {};
  for (const { outcomes: each } of workers)
    for (const [kind, count] of Object.entries(each)) outcomes[kind] = (outcomes[kind] ?? 0) + count;
  const pages = outcomes.page ?? 0;
  const cpuMs = workers.reduce((sum, worker) => sum + worker.cpuMs, 0);
  const resident = workers.map((worker) => Math.round(worker.residentBytes / MEBI)).join(", ");
  print(`outcomes                 ${JSON.stringify(outcomes)}`);
  print(`pages per second         ${(pages / seconds).toFixed(0)} (${seconds.toFixed(1)} s)`);
  print(
    `politeness violations    ${world.violations} of ${world.requests} requests, delay ${options.delay} ms`,
  );
  print(
    `gap at one host, ms      shortest ${world.shortestGapMs.toFixed(2)}, median ${world.medianGapMs.toFixed(1)}`,
  );
  print(
    `CPU per page, ms         ${(cpuMs / pages).toFixed(2)} fetching, ${((redisSeconds * MS_PER_SECOND) / pages).toFixed(2)} Redis`,
  );
  print(`resident per worker, MB  ${resident}`);
  return world.violations === 0 && pages >= expectedPages;
}

/** Many URLs over few hosts: how fast polite fetching is. */
async function fetchPart(redisUrl: string, redis: Redis): Promise<boolean> {
  const { urls, hosts, workers, concurrency } = options;
  print(`\n${urls} URLs over ${hosts} hosts, ${workers} workers of ${concurrency}`);
  await pushUrls(redis);
  return printFetched(await fetchAll(redisUrl, redis, PREFIX, Number(urls)), Number(urls));
}

/** Very many URLs over very many hosts: how fast and how large the frontier is. */
async function frontierPart(redisUrl: string, redis: Redis): Promise<boolean> {
  const prefix = `${PREFIX}-scale`;
  const pages = Number(options["waiting-pages"]);
  const scale = await measureFrontier(
    redis,
    prefix,
    Number(options["waiting-hosts"]),
    Number(options["waiting-urls"]),
  );
  print(`\nthe frontier with ${scale.urls} URLs over ${scale.hosts} hosts`);
  print(`pushes per second        ${scale.pushesPerSecond.toFixed(0)}`);
  print(`pops per second          ${scale.popsPerSecond.toFixed(0)} (with hand-over)`);
  print(
    `bytes per URL            ${scale.bytesPerUrl.toFixed(0)} (the URL itself: ${scale.meanUrlBytes.toFixed(0)})`,
  );
  print(`Redis busy               ${(scale.redisCpuShare * 100).toFixed(0)} % of one processor`);
  if (pages === 0) return true;
  print(`\n${pages} pages fetched from it`);
  return printFetched(await fetchAll(redisUrl, redis, prefix, pages), pages);
}

async function main(): Promise<void> {
  printHeader("bench:intake");
  const folder = await mkdtemp(join(tmpdir(), "wirefold-bench-"));
  const embedded = await joinEmbeddedRedis(folder, print);
  const redis = new Redis(embedded.url);
  try {
    if (Number(options.urls) > 0 && !(await fetchPart(embedded.url, redis))) process.exitCode = 1;
    if (Number(options["waiting-urls"]) > 0 && !(await frontierPart(embedded.url, redis)))
      process.exitCode = 1;
  } finally {
    redis.disconnect();
    await embedded.leave();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
