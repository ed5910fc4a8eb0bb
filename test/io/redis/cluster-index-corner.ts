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

  get redis(): Redis {
    return this.server.redis;
  }

  get prefix(): string {
    return this.server.prefix;
  }

  /** @param pattern what follows the corner's prefix */
  keys(pattern = "*"): Promise<string[]> {
    return this.redis.keys(`${this.prefix}${pattern}`);
  }

  /** An index that remembers nothing of what the others of this corner did. */
  index(shardCount = 1): ClusterIndex {
    return this.indexOn(this.redis, shardCount);
  }

  /** The same with a connection that a test has a hand in. */
  indexOn(redis: Redis, shardCount = 1): ClusterIndex {
    return indexWith(this.settings(redis, shardCount));
  }

  partsOn(redis: Redis, shardCount = 1): ReturnType<typeof partsWith> {
    return partsWith(this.settings(redis, shardCount));
  }

  /** Sweeps until nothing is due by the corner's clock. */
  sweepNow(index = this.index()): Promise<void> {
    return sweepAll(index, this.nowMs);
  }

  private settings(redis: Redis, shardCount: number): Settings {
    return { redis, prefix: this.prefix, now: () => this.nowMs, ...this.times, shardCount };
  }

  private get server(): TestRedis {
    if (!this.opened) throw new Error("there is a corner within a test only");
    return this.opened;
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

/** The script that enters an article is the only one that is given the count of full anchors. */
export const isEntering = ({ words }: SentCommand): boolean => words.includes(":full ");

/** The place script is the only one that is given the stream of events. */
export const isPlacing = ({ words }: SentCommand): boolean => words.includes(":events ");

/** A connection on which something happens once: right before the first command of this kind, or right after it. */
export function interrupted(
  redis: Redis,
  isStep: (command: SentCommand) => boolean,
  meanwhile: () => Promise<unknown>,
  when: "before" | "after" = "before",
): Redis {
  let isDone = false;
  const once = async (command: SentCommand): Promise<void> => {
    if (isDone || !isStep(command)) return;
    isDone = true;
    await meanwhile();
  };
  return acting(redis, { [when]: once });
}

/** The connection of a worker that is killed: after so many commands no further one reaches the server. */
export function cutAfter(commands: number, redis: Redis): { redis: Redis; wasCut: () => boolean } {
  let left = commands;
  const cut = acting(redis, {
    before() {
      if (--left < 0) throw new Error("killed");
    },
  });
  return { redis: cut, wasCut: () => left < 0 };
}
