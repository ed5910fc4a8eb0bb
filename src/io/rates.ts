/* Jobs ended in each minute, of all processes, kept for a day: what `wirefold status` shows as rates. */
import type { Redis } from "ioredis";
import { DAY_MS, MINUTE_MS } from "../core/units.ts";
import type { Stage } from "../pipeline.ts";
import { articleKeys } from "./redis/keys.ts";

export interface Rates {
  count(stage: Stage, word: string): void;
  /** Writes what was counted since the last time: once a second is enough. */
  flush(): Promise<void>;
  /** Counts of the last `minutes` minutes, by `<stage>:<word>`. */
  read(minutes: number): Promise<Readonly<Record<string, number>>>;
}

const KEPT_MS = DAY_MS;

export function createRates(deps: { redis: Redis; prefix: string; now: () => number }): Rates {
  const { redis, now } = deps;
  const keys = articleKeys(deps.prefix);
  let counts = new Map<string, number>();
  return {
    count(stage, word) {
      const name = `${stage}:${word}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    async flush() {
      if (counts.size === 0) return;
      const flushed = counts;
      counts = new Map();
      const key = keys.minute(Math.floor(now() / MINUTE_MS));
      const pipeline = redis.pipeline();
      for (const [name, count] of flushed) pipeline.hincrby(key, name, count);
      await pipeline.pexpire(key, KEPT_MS).exec();
    },
    async read(minutes) {
      const current = Math.floor(now() / MINUTE_MS);
      const pipeline = redis.pipeline();
      for (let i = 0; i < minutes; i++) pipeline.hgetall(keys.minute(current - i));
      const sums: Record<string, number> = {};
      for (const [error, fields] of (await pipeline.exec()) ?? []) {
        if (error) throw error;
        for (const [name, count] of Object.entries(fields as Record<string, string>))
          sums[name] = (sums[name] ?? 0) + Number(count);
      }
      return sums;
    },
  };
}
