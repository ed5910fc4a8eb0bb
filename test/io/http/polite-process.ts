/* The polite fetcher with all its parts, as one process of the service has them. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";
import { FETCH_DEFAULTS } from "../../../src/io/http/fetch-settings.ts";
import { createHostRights, createRightsFileFetcher } from "../../../src/io/http/host-rights.ts";
import { createPageFetcher } from "../../../src/io/http/page-fetcher.ts";
import { createPoliteFetcher, type PoliteFetcher } from "../../../src/io/http/polite-fetcher.ts";
import { createRedisRobotsCache, createRobots } from "../../../src/io/http/robots-cache.ts";
import { createRobotsFetcher } from "../../../src/io/http/robots-fetcher.ts";
import { createFrontier, type Frontier } from "../../../src/io/redis/frontier.ts";
import type { World } from "../../support/world/world.ts";

/** Between two requests to one host. */
export const DELAY_MS = 40;
/** No name is asked for outside: what the world does not play has no address. */
const DNS = { resolve: async () => [] };
const LONG_MS = 3_600_000;

export interface ProcessOptions {
  readonly redis: Redis;
  readonly prefix: string;
  readonly world: World;
  readonly maxWaitMs?: number;
  readonly robots?: false;
  /** Default false, so that tests of robots.txt see no other requests. */
  readonly rights?: true;
  readonly totalTimeoutMs?: number;
  /** ms since epoch; where it is given, sleeping moves it on, and nobody waits. */
  readonly clock?: { now: number };
}

/** Each call plays another process on the same Redis. */
export function politeProcess(options: ProcessOptions): { polite: PoliteFetcher; frontier: Frontier } {
  const { redis, prefix, world, clock } = options;
  const totalTimeoutMs = options.totalTimeoutMs ?? FETCH_DEFAULTS.totalTimeoutMs;
  const settings = { ...FETCH_DEFAULTS, developmentHosts: world.developmentHosts, totalTimeoutMs };
  const now = clock ? () => clock.now : Date.now;
  const frontier = createFrontier({
    redis,
    prefix,
    settings: { hostDelayMs: DELAY_MS },
    ...(clock ? { now } : {}),
  });
  const productToken = "wirefold";
  const robots = createRobots({
    cache: createRedisRobotsCache(redis, prefix),
    fetchRobots: createRobotsFetcher(settings, DNS),
    productToken,
    now,
  });
  const fetchRightsFile = createRightsFileFetcher(settings, DNS);
  const polite = createPoliteFetcher({
    fetcher: createPageFetcher(settings, DNS),
    robots: options.robots === false ? undefined : robots,
    rights: options.rights
      ? createHostRights({ redis, prefix, fetchRightsFile, productToken, now })
      : undefined,
    frontier,
    maxWaitMs: options.maxWaitMs ?? LONG_MS,
    async sleep(ms) {
      if (clock) clock.now += ms;
      else await sleep(ms);
    },
    now,
  });
  return { polite, frontier };
}
