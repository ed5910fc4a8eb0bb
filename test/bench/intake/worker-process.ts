/* One fetching process: takes URLs from the frontier and asks for them politely, until none is left or it has done its share. */
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { FETCH_DEFAULTS } from "../../../src/io/http/fetch-settings.ts";
import { createPageFetcher } from "../../../src/io/http/page-fetcher.ts";
import { createPoliteFetcher } from "../../../src/io/http/polite-fetcher.ts";
import { createRedisRobotsCache, createRobots } from "../../../src/io/http/robots-cache.ts";
import { createRobotsFetcher } from "../../../src/io/http/robots-fetcher.ts";
import { createFrontier, type FrontierEntry } from "../../../src/io/redis/frontier.ts";
import type { WorkerReport, WorkerTask } from "./messages.ts";

/** How long the loop rests where nothing is due; shorter than the delay, so that no host waits for it. */
const REST_MS = 5;
const MS_PER_MICROSECOND = 0.001;

async function work(task: WorkerTask): Promise<WorkerReport> {
  const redis = new Redis(task.redisUrl);
  const settings = {
    ...FETCH_DEFAULTS,
    developmentHosts: [{ host: "*.example", address: "127.0.0.1", port: task.worldPort }],
  };
  const frontier = createFrontier({
    redis,
    prefix: task.prefix,
    settings: { hostDelayMs: task.hostDelayMs },
  });
  const robots = createRobots({
    cache: createRedisRobotsCache(redis, task.prefix),
    fetchRobots: createRobotsFetcher(settings),
    productToken: "wirefold",
    now: Date.now,
  });
  const polite = createPoliteFetcher({
    fetcher: createPageFetcher(settings),
    robots,
    rights: undefined,
    frontier,
    sleep: (ms) => sleep(ms),
    now: Date.now,
  });

  const outcomes: Record<string, number> = {};
  let underWay = 0;
  let begun = 0;
  const fetchOne = async ({ url, urlKey }: FrontierEntry): Promise<void> => {
    const { kind } = await polite.fetchPolitely(url, urlKey);
    outcomes[kind] = (outcomes[kind] ?? 0) + 1;
  };
  const cpuBefore = process.cpuUsage();
  for (;;) {
    const room = Math.min(task.concurrency - underWay, task.pages - begun);
    const popped = room > 0 ? await frontier.pop(room) : undefined;
    const entries = popped?.entries ?? [];
    if (entries.length > 0) await frontier.handedOver(entries.map(({ urlKey }) => urlKey));
    for (const entry of entries) {
      begun++;
      underWay++;
      void fetchOne(entry).finally(() => {
        underWay--;
      });
    }
    if (underWay === 0 && (popped?.nextDueMs === null || begun === task.pages)) break;
    if (entries.length === 0) await sleep(REST_MS);
  }
  const cpu = process.cpuUsage(cpuBefore);
  await redis.quit();
  return {
    outcomes,
    cpuMs: (cpu.user + cpu.system) * MS_PER_MICROSECOND,
    residentBytes: process.memoryUsage.rss(),
  };
}

process.once("message", (task: WorkerTask) => {
  void work(task).then((report) => {
    process.send?.(report, () => process.disconnect());
  });
});
