/*
 * npm run bench:pipeline [-- --pages 2000 --hosts 200 --host-delay 100 --profile <folder>]
 *
 * How many articles a second the whole service does, and with how much memory: generated pages from a
 * loopback server, offered by the real command to the real service on a Redis of its own, from the first
 * offer to the last outcome.
 *
 *   page server ◀── http ── wirefold start ◀── Redis ◀── wirefold enqueue
 *                                 ▲ /proc, /metrics, outcomes: this process
 *
 * Everything runs on two cores, the page server and this process included. Fails where a page has no
 * outcome or ended in no cluster; figures that miss their target are marked, not failed.
 */
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { settingsWith } from "../../config/settings.ts";
import { joinEmbeddedRedis } from "../../src/io/redis/embedded/embedded-redis.ts";
import { openService, type Service } from "../../src/io/service.ts";
import { readFates, waitForOutcomes } from "./pipeline/fates.ts";
import { type Measured, printReport } from "./pipeline/print-report.ts";
import { startProcessSampler } from "./pipeline/process-sampler.ts";
import { type Running, startEnqueue, startPageServer, startService } from "./pipeline/processes.ts";
import { readStageTimes } from "./pipeline/stage-times.ts";
import { print, printHeader } from "./report.ts";

const CORES = 2;
const DISTINCT_SHARE = 0.62;
const SEED = 20_250_310;
const KEY_PREFIX = "bench";
/** Exit status of a run that was broken off: 128 + SIGINT. */
const INTERRUPTED = 130;

interface Options {
  readonly pages: number;
  readonly hosts: number;
  /** Least time between two requests to one host, ms: the setting HOST_DELAY_MS. */
  readonly hostDelayMs: number;
  /** Where to write a processor profile of the service; none where left out. */
  readonly profile: string | undefined;
}

function parseOptions(): Options {
  const { values } = parseArgs({
    options: {
      pages: { type: "string", default: "2000" },
      hosts: { type: "string", default: "200" },
      "host-delay": { type: "string", default: "100" },
      profile: { type: "string" },
    },
  });
  const { pages, hosts, profile } = values;
  return { pages: Number(pages), hosts: Number(hosts), hostDelayMs: Number(values["host-delay"]), profile };
}

/** This process and all it starts share two cores, however many the machine has. */
function useTwoCores(): void {
  if (availableParallelism() <= CORES) return;
  execFileSync("taskset", ["-acp", `0-${CORES - 1}`, String(process.pid)], { stdio: "ignore" });
}

/** Runs what was left to be undone, last first, whatever of it fails. */
class Undoing {
  private readonly steps: Array<() => Promise<unknown>> = [];
  private running: Promise<void> | undefined;
  add(step: () => Promise<unknown>): void {
    this.steps.push(step);
  }
  keep<R extends Running>(running: R): R {
    this.add(() => running.stop());
    return running;
  }
  /** Asked again, it answers when the first run has ended. */
  run(): Promise<void> {
    this.running ??= this.undo();
    return this.running;
  }
  private async undo(): Promise<void> {
    for (let step = this.steps.pop(); step; step = this.steps.pop()) {
      await step().catch((error: unknown) => {
        print(`  while cleaning up: ${String(error)}`);
        process.exitCode = 1;
      });
    }
  }
}

async function redisPid(service: Service): Promise<number> {
  return Number(/^process_id:(\d+)/m.exec(await service.redis.info("server"))?.[1]);
}

async function measure(options: Options, folder: string, undoing: Undoing): Promise<Measured> {
  const { pages: pageCount, hosts, hostDelayMs } = options;
  const corpusOptions = { pages: pageCount, hosts, distinctShare: DISTINCT_SHARE, seed: SEED };
  const server = undoing.keep(startPageServer(corpusOptions));
  const { port, pages, stories } = await server.corpus;
  const redis = await joinEmbeddedRedis(folder, print);
  undoing.add(() => redis.leave());

  const settings = { REDIS_URL: redis.url, KEY_PREFIX, HOST_DELAY_MS: String(hostDelayMs) };
  const environment = { ...settings, DEV_ALLOW_HOSTS: `*.example=127.0.0.1:${port}` };
  const own = await openService(settingsWith(settings), { say: print });
  undoing.add(() => own.close());
  const nodeOptions = options.profile ? ["--cpu-prof", `--cpu-prof-dir=${options.profile}`] : [];
  const wirefold = await startService(environment, join(folder, "service.log"), nodeOptions);
  undoing.keep(wirefold);

  const urlFile = join(folder, "urls.txt");
  await writeFile(urlFile, pages.map(({ url }) => url).join("\n"));
  const sampler = startProcessSampler();
  undoing.add(async () => sampler.stop());
  sampler.add("wirefold", wirefold.pid);
  sampler.add("redis", await redisPid(own));
  sampler.add("page server", server.pid);
  sampler.add("bench", process.pid, { descendants: false });
  const enqueue = undoing.keep(startEnqueue(environment, urlFile));
  sampler.add("wirefold", enqueue.pid);

  await enqueue.ended;
  await waitForOutcomes(own, pages);
  const usage = sampler.stop();
  const fates = await readFates(own, pages);
  const stages = await readStageTimes(wirefold.address);
  const fullAnchors = await own.index.fullAnchors();
  const exitStatus = await wirefold.stop();
  return { fates, usage, stages, stories, hosts, fullAnchors, exitStatus };
}

async function main(): Promise<void> {
  useTwoCores();
  const options = parseOptions();
  const { pages, hosts, hostDelayMs } = options;
  printHeader(
    `bench:pipeline: ${pages} pages on ${hosts} hosts, ${hostDelayMs} ms between requests to a host`,
    ["bullmq", "ioredis", "htmlparser2", "undici"],
  );
  const folder = await mkdtemp(join(tmpdir(), "wirefold-bench-"));
  const undoing = new Undoing();
  undoing.add(() => rm(folder, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      process.exitCode = INTERRUPTED;
      void undoing.run().then(() => process.exit());
    });
  try {
    const passed = printReport(await measure(options, folder, undoing));
    if (!passed) process.exitCode = 1;
  } catch (error) {
    // What an interruption breaks off fails in many ways, and none of them is news.
    if (process.exitCode !== INTERRUPTED) throw error;
  } finally {
    await undoing.run();
  }
}

await main();
