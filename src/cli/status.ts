/* wirefold status: queues, rates, memory. */
import type { Command } from "commander";
import { MEBI } from "../core/units.ts";
import { memoryUse } from "../io/backlog.ts";
import type { FrontierSize } from "../io/redis/frontier.ts";
import { infoField } from "../io/redis/info-field.ts";
import type { Service } from "../io/service.ts";
import { STAGES } from "../pipeline.ts";
import { counted, print, table, withService } from "./terminal.ts";

const RATE_MINUTES = 5;

interface Status {
  readonly redis: {
    readonly description: string;
    readonly version: string;
    readonly usedBytes: number;
    readonly maxBytes: number;
  };
  readonly frontier: FrontierSize;
  readonly backlogBytes: number;
  readonly queues: ReadonlyArray<{
    readonly stage: string;
    readonly waiting: number;
    readonly active: number;
    readonly delayed: number;
  }>;
  /** Jobs ended per minute, mean of the last five minutes, by `<stage>:<word>`. */
  readonly perMinute: Readonly<Record<string, number>>;
  readonly fullAnchors: number;
}

async function readStatus(service: Service): Promise<Status> {
  const info = await service.redis.info();
  const { used, limit } = memoryUse(info);
  const queues = await Promise.all(
    STAGES.map(async (stage) => {
      const counts = await service.queues[stage].getJobCounts("waiting", "active", "delayed");
      const of = (state: string): number => counts[state] ?? 0;
      return { stage, waiting: of("waiting"), active: of("active"), delayed: of("delayed") };
    }),
  );
  const sums = await service.rates.read(RATE_MINUTES);
  const perMinute = Object.fromEntries(Object.entries(sums).map(([word, sum]) => [word, sum / RATE_MINUTES]));
  return {
    redis: {
      description: service.access.description,
      version: infoField(info, "redis_version") ?? "unknown",
      usedBytes: used,
      maxBytes: limit,
    },
    frontier: await service.frontier.size(),
    backlogBytes: await service.pages.backlogBytes(),
    queues,
    perMinute,
    fullAnchors: await service.index.fullAnchors(),
  };
}

const mebibytes = (bytes: number): string => `${(bytes / MEBI).toFixed(1)} MiB`;

function frontierLine({ frontier, backlogBytes }: Status): string {
  const { fresh, backlog, hosts, pausedHosts } = frontier;
  const paused = pausedHosts === 0 ? "" : `, ${counted(pausedHosts, "host")} paused`;
  return `frontier ${fresh} fresh and ${backlog} backlog URLs waiting, ${counted(hosts, "host")} to be asked${paused}; ${mebibytes(backlogBytes)} of pages wait for extraction`;
}

async function status(options: { json?: boolean }): Promise<void> {
  await withService(async (service) => {
    const found = await readStatus(service);
    if (options.json) return print(JSON.stringify(found));
    const { redis } = found;
    print(`${redis.description}, version ${redis.version}`);
    print(
      `memory ${mebibytes(redis.usedBytes)}${redis.maxBytes > 0 ? ` of ${mebibytes(redis.maxBytes)}` : ""}`,
    );
    print(frontierLine(found));
    const rows = found.queues.map(({ stage, waiting, active, delayed }) => [stage, waiting, active, delayed]);
    print(table(["stage", "waiting", "active", "delayed"], rows));
    const rates = Object.entries(found.perMinute)
      .sort()
      .map(([word, rate]) => [word, rate.toFixed(1)]);
    if (rates.length > 0) print(table(["ended", `a minute (last ${RATE_MINUTES})`], rates));
    if (found.fullAnchors > 0)
      print(`${found.fullAnchors} times an anchor was full: completeness is not promised for those`);
  });
}

export function registerStatus(program: Command): void {
  program
    .command("status")
    .description("queues, rates and memory")
    .option("--json", "as JSON")
    .action(status);
}
