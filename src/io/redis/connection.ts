/* How wirefold connects to its Redis: a real one named by REDIS_URL, else the embedded one of DATA_DIR. */
import { Redis } from "ioredis";
import type { Settings } from "../../../config/settings.ts";
import { joinEmbeddedRedis } from "./embedded/embedded-redis.ts";
import { infoField } from "./info-field.ts";

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

/**
 * @returns what is wrong with this server, but no reason to refuse it: one clause each
 * @throws where it is too old, or throws keys away when it is full: a job that was thrown away is lost work
 */
async function assertUsable(connection: Redis, url: string): Promise<readonly string[]> {
  const server = `the Redis at ${withoutPassword(url)}`;
  const version = infoField(await connection.info("server"), "redis_version") ?? "unknown";
  if (Number.parseInt(version, 10) < LEAST_VERSION)
    throw new Error(`${server} is version ${version}; wirefold needs 7.0 or later`);
  const memory = await connection.info("memory");
  // A hosted server may hide these fields: what is not said is not judged.
  const policy = infoField(memory, "maxmemory_policy");
  if (policy !== undefined && policy !== "noeviction")
    throw new Error(
      `${server} has maxmemory-policy ${policy}, which throws jobs away when it is full; wirefold needs noeviction`,
    );
  const concerns: string[] = [];
  if (infoField(memory, "maxmemory") === "0")
    concerns.push("no maxmemory, so that intake cannot pause before the machine is full");
  if (infoField(await connection.info("persistence"), "aof_enabled") === "0")
    concerns.push("no append-only file (appendonly yes), so that a restart of it loses work");
  return concerns;
}

function withoutPassword(url: string): string {
  const parsed = new URL(url);
  if (parsed.password) parsed.password = "***";
  return parsed.href;
}

/**
 * @param say told in one line when an embedded server has to be fetched first, or when the server's own
 *   settings put work at risk
 * @throws where neither a Redis answers at REDIS_URL nor an embedded one can be started, and where the
 *   server is too old or evicts keys
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
    const concerns = await assertUsable(probe, url);
    if (concerns.length > 0) say(`the Redis at ${withoutPassword(url)} has ${concerns.join(", and ")}`);
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
