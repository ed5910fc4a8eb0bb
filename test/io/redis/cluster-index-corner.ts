/* The cluster index as its tests on Redis use it: invented articles, few buckets, the test's own clock. */
import type { Redis } from "ioredis";
import { afterEach, beforeEach } from "vitest";
import type { ClusterIndex } from "../../../src/core/cluster/cluster-index.ts";
import { createRedisClusterIndex } from "../../../src/io/redis/cluster-index.ts";
import { createParts, type RedisClusterIndexDeps } from "../../../src/io/redis/cluster-index-parts.ts";
import { passageDecision } from "../../contract/cluster-index-articles.ts";
import { type TestRedis, testRedis } from "../../support/redis.ts";

/** Buckets of the index are 2 to the power of this. */
export const BITS = 12;
/** Most that one step of a sweep takes. */
const SWEEP_LIMIT = 7;

type Settings = Pick<RedisClusterIndexDeps, "redis" | "prefix" | "now" | "windowMs" | "tombstoneMs"> &
  Partial<RedisClusterIndexDeps>;

const withDefaults = (settings: Settings): RedisClusterIndexDeps => ({
  loadText: async () => undefined,
  decide: passageDecision,
  bucketBits: BITS,
  ...settings,
});

export const indexWith = (settings: Settings) => createRedisClusterIndex(withDefaults(settings));

/** What such an index is made of. */
export const partsWith = (settings: Settings) => createParts(withDefaults(settings));

/** For each test of a file a corner of the server, and a clock that begins at 0. */
export class Corner {
  nowMs = 0;
  private opened: TestRedis | undefined;

  constructor(private readonly times: Pick<Settings, "windowMs" | "tombstoneMs">) {
    beforeEach(() => {
      this.opened = testRedis();
      this.nowMs = 0;
    });
    afterEach(() => this.opened?.close());
  }

  get server(): TestRedis {
    if (!this.opened) throw new Error("there is a corner within a test only");
    return this.opened;
  }

  indexOn(redis: Redis, shardCount = 1): ClusterIndex {
    const { prefix } = this.server;
    return indexWith({ redis, prefix, now: () => this.nowMs, ...this.times, shardCount });
  }
}

/** @param now ms since epoch, the sweeper's clock */
export async function sweepAll(index: ClusterIndex, now: number): Promise<void> {
  while ((await index.sweepExpired(now, SWEEP_LIMIT)) > 0);
}

/** A command that is about to be sent, or was answered: its name, and its words one behind the other. */
export interface SentCommand {
  readonly name: string;
  readonly words: string;
}

/** A connection that does something before each command, and after each answer. */
export function acting(
  redis: Redis,
  act: {
    readonly before?: (command: SentCommand) => unknown;
    readonly after?: (command: SentCommand) => unknown;
  },
): Redis {
  return new Proxy(redis, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return async (...args: unknown[]) => {
        const command: SentCommand = { name: String(name), words: args.map(String).join(" ") };
        await act.before?.(command);
        const answer: unknown = await Reflect.apply(value, target, args);
        await act.after?.(command);
        return answer;
      };
    },
  });
}
