/* How wirefold connects to its Redis: a real one named by REDIS_URL, else the embedded one of DATA_DIR. */
import { Redis } from "ioredis";
import type { Settings } from "../../../config/settings.ts";
import { joinEmbeddedRedis } from "./embedded/embedded-redis.ts";

export interface RedisAccess {
  readonly url: string;
  /** One sentence for people: which Redis this is. */
  readonly description: string;
  /** A new connection that waits out an outage instead of failing its commands. */
  connect(): Redis;
  /** Closes every connection made here, and leaves the embedded server. */
  close(): Promise<void>;
}

/** Reconnect quickly at first, then once in two seconds. */
const RECONNECT_STEP_MS = 50;
const RECONNECT_LIMIT_MS = 2_000;
/** The earliest server whose commands suffice (Valkey 7.2 calls itself 7.2.4 here). */
const LEAST_VERSION = 7;

async function assertUsable(connection: Redis, url: string): Promise<void> {
  const info = await connection.info("server");
  const version = /redis_version:(\S+)/.exec(info)?.[1] ?? "unknown";
  if (Number.parseInt(version, 10) < LEAST_VERSION)
    throw new Error(
      `the Redis at ${withoutPassword(url)} is version ${version}; wirefold needs 7.0 or later`,
    );
}

export function withoutPassword(url: string): string {
  const parsed = new URL(url);
  if (parsed.password) parsed.password = "***";
  return parsed.href;
}

/**
 * @param say told in one line when an embedded server has to be fetched first
 * @throws where neither a Redis answers at REDIS_URL nor an embedded one can be started
 */
export async function openRedis(settings: Settings, say: (message: string) => void): Promise<RedisAccess> {
  const embedded = settings.REDIS_URL === "" ? await joinEmbeddedRedis(settings.DATA_DIR, say) : undefined;
  const url = embedded?.url ?? settings.REDIS_URL;
  const connections: Redis[] = [];
  const connect = (): Redis => {
    const connection = new Redis(url, {
      maxRetriesPerRequest: null,
      retryStrategy: (times) => Math.min(times * RECONNECT_STEP_MS, RECONNECT_LIMIT_MS),
    });
    // Each user of a connection reports its own failed commands; without a listener ioredis prints.
    connection.on("error", () => {});
    connections.push(connection);
    return connection;
  };
  const probe = new Redis(url, { maxRetriesPerRequest: 1, retryStrategy: () => null, lazyConnect: true });
  probe.on("error", () => {});
  try {
    await probe.connect();
    await assertUsable(probe, url);
  } catch (error) {
    await embedded?.leave();
    throw new Error(`no usable Redis at ${withoutPassword(url)}`, { cause: error });
  } finally {
    probe.disconnect();
  }
  return {
    url,
    description: embedded
      ? `embedded Redis at ${url} (data in ${settings.DATA_DIR})`
      : `Redis at ${withoutPassword(url)}`,
    connect,
    async close() {
      await Promise.all(
        connections.map((connection) => connection.quit().catch(() => connection.disconnect())),
      );
      await embedded?.leave();
    },
  };
}
