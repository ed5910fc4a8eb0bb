import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { settingsWith } from "../../../config/settings.ts";
import { openRedis } from "../../../src/io/redis/connection.ts";
import { type EmbeddedRedis, joinEmbeddedRedis } from "../../../src/io/redis/embedded/embedded-redis.ts";

const SOME_BYTES = 100_000_000;

describe("a Redis that is named by REDIS_URL", () => {
  let folder = "";
  let server: EmbeddedRedis;
  let admin: Redis;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "wirefold-connection-"));
    server = await joinEmbeddedRedis(folder, () => {});
    admin = new Redis(server.url);
  });
  afterAll(async () => {
    await admin.quit();
    await server.leave();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await admin.config("SET", "maxmemory", SOME_BYTES);
    await admin.config("SET", "maxmemory-policy", "noeviction");
    await admin.config("SET", "appendonly", "yes");
  });

  /** Opens and closes it; what was said meanwhile. */
  async function saidOn(url = server.url): Promise<string[]> {
    const said: string[] = [];
    const access = await openRedis(settingsWith({ REDIS_URL: url }), (message) => said.push(message));
    await access.close();
    return said;
  }

  it("is used without a word where it keeps all and has a limit", async () => {
    expect(await saidOn()).toEqual([]);
  });

  it.each(["allkeys-lru", "volatile-ttl"])("is refused where it evicts by %s", async (policy) => {
    await admin.config("SET", "maxmemory-policy", policy);
    await expect(saidOn()).rejects.toMatchObject({
      message: `no usable Redis at ${server.url}`,
      cause: expect.objectContaining({
        message: `the Redis at ${server.url} has maxmemory-policy ${policy}, which throws jobs away when it is full; wirefold needs noeviction`,
      }),
    });
  });

  it("is used with one line of warning where it has neither a limit nor an append-only file", async () => {
    await admin.config("SET", "maxmemory", 0);
    await admin.config("SET", "appendonly", "no");
    expect(await saidOn()).toEqual([
      `the Redis at ${server.url} has no maxmemory, so that intake cannot pause before the machine is full, and no append-only file (appendonly yes), so that a restart of it loses work`,
    ]);
  });

  it("is refused where nothing answers, without its password in the message", async () => {
    await expect(saidOn("redis://:secret@127.0.0.1:1")).rejects.toThrow(
      "no usable Redis at redis://:***@127.0.0.1:1",
    );
  });
});
