/*
 * The hosts of the frontier as an operator sees them. Nothing here counts while URLs come and go: the hosts
 * with URLs and the paused ones are gone through in pieces, so that Redis is never held for longer than a
 * piece takes, and at most MAX_HOSTS_SEEN of them.
 */
import type { Redis } from "ioredis";
import { SECOND_MS } from "../../core/units.ts";
import { FRONTIER_DEFAULTS, type FrontierSettings } from "./frontier-settings.ts";
import { frontierKeys } from "./keys.ts";

export interface FrontierHost {
  readonly host: string;
  /** URLs that wait. */
  readonly fresh: number;
  readonly backlog: number;
  readonly isPaused: boolean;
  /** True between hand-out and the end of its request. */
  readonly isBeingAsked: boolean;
  /** ms since epoch from which it may be asked; null where nothing waits or it is paused. */
  readonly dueAt: number | null;
  /** ms that now lie between two requests: the longest of the default or the operator's, robots.txt's, and slowed down. */
  readonly delayMs: number;
  /** An operator's delay, instead of the default; null where none is set. */
  readonly operatorDelayMs: number | null;
  /** robots.txt's; null where it has none. */
  readonly crawlDelayMs: number | null;
  /** 1, or the factor by which 429 and 503 have slowed it down. */
  readonly slowness: number;
}

export interface HostList {
  /** Most URLs first, then by name. */
  readonly hosts: readonly FrontierHost[];
  /** Hosts that were gone through. */
  readonly seen: number;
  /** False where there are more than can be gone through: then these are the largest of those that were. */
  readonly isWhole: boolean;
}

export interface FrontierHosts {
  /** @param onlyPaused leaves out hosts that are not paused */
  list(limit: number, onlyPaused?: boolean): Promise<HostList>;
  get(host: string): Promise<FrontierHost>;
}

export interface FrontierHostsDeps {
  readonly redis: Redis;
  readonly prefix: string;
  readonly settings?: Partial<FrontierSettings>;
  readonly maxHostsSeen?: number;
}

/** Two and a half times the frontier that is planned for: 4 s of small pieces. */
const MAX_HOSTS_SEEN = 250_000;
/** Hosts of one piece: about 1 ms of Redis. */
const PIECE = 500;

/** One host's URLs, counted. */
type Counted = readonly [host: string, urls: number];

const bySize = (a: Counted, b: Counted): number => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);

/** Where hosts are read, and by which limits their delay is counted. */
interface HostReader {
  readonly redis: Redis;
  readonly keys: ReturnType<typeof frontierKeys>;
  readonly settings: FrontierSettings;
}

export function createFrontierHosts(deps: FrontierHostsDeps): FrontierHosts {
  const { redis, prefix, maxHostsSeen = MAX_HOSTS_SEEN } = deps;
  const keys = frontierKeys(prefix);
  const reader: HostReader = { redis, keys, settings: { ...FRONTIER_DEFAULTS, ...deps.settings } };
  return {
    get: (host) => readHost(reader, host),
    async list(limit, onlyPaused = false) {
      const largest = new Largest(limit);
      const sources = onlyPaused ? [keys.paused] : [keys.dueFresh, keys.dueBacklog, keys.paused];
      let isWhole = true;
      for (const source of sources) {
        for await (const hosts of pieces(redis, source, source === keys.paused)) {
          if (largest.seen >= maxHostsSeen) {
            isWhole = false;
            break;
          }
          largest.add(await countUrls(reader, hosts));
        }
      }
      const hosts = await Promise.all(largest.hosts().map((host) => readHost(reader, host)));
      return { hosts, seen: largest.seen, isWhole };
    },
  };
}

async function countUrls({ redis, keys }: HostReader, hosts: readonly string[]): Promise<Counted[]> {
  return Promise.all(
    hosts.map(async (host): Promise<Counted> => {
      const [fresh, backlog] = await Promise.all([
        redis.llen(keys.fresh(host)),
        redis.llen(keys.backlog(host)),
      ]);
      return [host, fresh + backlog];
    }),
  );
}

async function readHost({ redis, keys, settings }: HostReader, host: string): Promise<FrontierHost> {
  const [fresh, backlog, paused, dueFresh, dueBacklog, operator, state, open, time] = await Promise.all([
    redis.llen(keys.fresh(host)),
    redis.llen(keys.backlog(host)),
    redis.sismember(keys.paused, host),
    redis.zscore(keys.dueFresh, host),
    redis.zscore(keys.dueBacklog, host),
    redis.hget(keys.delays, host),
    redis.hmget(keys.host(host), "crawlDelayMs", "slowness", "heldUntil"),
    redis.zrevrange(keys.slots(host), 0, 0, "WITHSCORES"),
    redis.time(),
  ]);
  const [crawlDelay, slowness, heldUntil] = state;
  const delays = {
    operatorDelayMs: numberOr(operator, null),
    crawlDelayMs: numberOr(crawlDelay, null),
    slowness: numberOr(slowness, 1),
  };
  const freeAt = Math.max(numberOr(heldUntil, 0), numberOr(open[1], 0));
  return {
    host,
    fresh,
    backlog,
    isPaused: paused === 1,
    isBeingAsked: freeAt > Number(time[0]) * SECOND_MS,
    dueAt: numberOr(dueFresh ?? dueBacklog, null),
    delayMs: delayOf(delays, settings),
    ...delays,
  };
}

function numberOr<T>(text: string | null | undefined, otherwise: T): number | T {
  return text === null || text === undefined ? otherwise : Number(text);
}

/** As frontier-release-host-slot.lua counts it. */
function delayOf(
  host: Pick<FrontierHost, "operatorDelayMs" | "crawlDelayMs" | "slowness">,
  settings: FrontierSettings,
): number {
  const delay = Math.max(host.operatorDelayMs ?? settings.hostDelayMs, host.crawlDelayMs ?? 0);
  if (host.slowness <= 1) return delay;
  return Math.min(settings.longestDelayMs, Math.max(delay, settings.slowStartMs) * host.slowness);
}

/** The members of a set or sorted set in pieces; one that moves meanwhile may come twice. */
async function* pieces(redis: Redis, key: string, isSet: boolean): AsyncGenerator<string[]> {
  let cursor = "0";
  do {
    const [next, found] = isSet
      ? await redis.sscan(key, cursor, "COUNT", PIECE)
      : await redis.zscan(key, cursor, "COUNT", PIECE);
    cursor = next;
    // zscan gives each member with its score.
    yield isSet ? found : found.filter((_each, at) => at % 2 === 0);
  } while (cursor !== "0");
}

/** Keeps the largest of all hosts it is shown, each once. */
class Largest {
  readonly #limit: number;
  #kept: Counted[] = [];
  seen = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(hosts: readonly Counted[]): void {
    this.seen += hosts.length;
    const all = new Map([...this.#kept, ...hosts]);
    this.#kept = [...all].sort(bySize).slice(0, this.#limit);
  }

  hosts(): string[] {
    return this.#kept.map(([host]) => host);
  }
}
