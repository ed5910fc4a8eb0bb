/* How fast and how large the frontier is by itself, with many hosts and many waiting URLs. */
import type { Redis } from "ioredis";
import { urlKey } from "../../../src/core/url/ids.ts";
import { createFrontier, type FrontierEntry } from "../../../src/io/redis/frontier.ts";

export interface FrontierScale {
  readonly hosts: number;
  readonly urls: number;
  readonly meanUrlBytes: number;
  readonly pushesPerSecond: number;
  readonly popsPerSecond: number;
  readonly bytesPerUrl: number;
  /** Share of one processor that Redis was busy with pushing and popping, 0 to 1. */
  readonly redisCpuShare: number;
}

const BATCH = 500;
const POP_LIMIT = 128;
/** A popped host is held back, and nobody here gives it back: half of them are left for who comes after. */
const SHARE_POPPED = 0.5;
const MOST_POPS = 400;
const MS_PER_SECOND = 1_000;

const urlOf = (host: number, at: number): string =>
  `http://www.outlet-${host}.example/2023/11/28/politics/a-story-of-usual-length-${at}`;

/** @param prefix of keys that nobody else uses; they are left in place */
export async function measureFrontier(
  redis: Redis,
  prefix: string,
  hosts: number,
  urls: number,
): Promise<FrontierScale> {
  const frontier = createFrontier({ redis, prefix });
  const memoryBefore = await numberFrom(redis, "memory", "used_memory");
  const cpuBefore = await redisCpuSeconds(redis);
  const startedAt = performance.now();
  let urlBytes = 0;
  let pushMs = 0;
  for (let at = 0; at < urls; at += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, urls - at) }, (_, offset): FrontierEntry => {
      const host = (at + offset) % hosts;
      const url = urlOf(host, at + offset);
      urlBytes += url.length;
      return { url, urlKey: urlKey(url), host: `www.outlet-${host}.example`, priority: "backlog" };
    });
    const pushedAt = performance.now();
    await frontier.push(batch);
    pushMs += performance.now() - pushedAt;
  }
  const bytes = (await numberFrom(redis, "memory", "used_memory")) - memoryBefore;
  const popsAt = performance.now();
  let popped = 0;
  const rounds = Math.min(MOST_POPS, Math.ceil((hosts * SHARE_POPPED) / POP_LIMIT));
  for (let round = 0; round < rounds; round++) {
    const { entries } = await frontier.pop(POP_LIMIT);
    popped += entries.length;
    await frontier.handedOver(entries.map((entry) => entry.urlKey));
  }
  const popMs = performance.now() - popsAt;
  const cpuSeconds = (await redisCpuSeconds(redis)) - cpuBefore;
  return {
    hosts,
    urls,
    meanUrlBytes: urlBytes / urls,
    pushesPerSecond: urls / (pushMs / MS_PER_SECOND),
    popsPerSecond: popped / (popMs / MS_PER_SECOND),
    bytesPerUrl: bytes / urls,
    redisCpuShare: cpuSeconds / ((performance.now() - startedAt) / MS_PER_SECOND),
  };
}

async function numberFrom(redis: Redis, section: string, field: string): Promise<number> {
  const value = new RegExp(`^${field}:([\\d.]+)`, "m").exec(await redis.info(section))?.[1];
  return Number(value);
}

export async function redisCpuSeconds(redis: Redis): Promise<number> {
  return (await numberFrom(redis, "cpu", "used_cpu_user")) + (await numberFrom(redis, "cpu", "used_cpu_sys"));
}
