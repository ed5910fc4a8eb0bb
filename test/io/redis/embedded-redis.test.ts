import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir, totalmem } from "node:os";
import { delimiter, join } from "node:path";
import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { joinEmbeddedRedis } from "../../../src/io/redis/embedded/embedded-redis.ts";
import { findServer } from "../../../src/io/redis/embedded/find-server.ts";
import { runCommand } from "../../support/command.ts";

describe("the embedded Redis", () => {
  let folder = "";
  const quiet = () => {};

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "wirefold-embedded-"));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it("keeps what was written after it was left and joined again", async () => {
    const first = await joinEmbeddedRedis(folder, quiet);
    const writer = new Redis(first.url);
    await writer.set("kept", "yes");
    await writer.quit();
    await first.leave();

    const second = await joinEmbeddedRedis(folder, quiet);
    const reader = new Redis(second.url);
    expect(second.started).toBe(true);
    expect(await reader.get("kept")).toBe("yes");
    await reader.quit();
    await second.leave();
  });

  it("is joined, not started twice, while it runs", async () => {
    const [first, second] = await Promise.all([
      joinEmbeddedRedis(folder, quiet),
      joinEmbeddedRedis(folder, quiet),
    ]);
    expect(second.port).toBe(first.port);
    expect([first.started, second.started].filter(Boolean)).toHaveLength(1);
    await first.leave();
    await second.leave();
  });

  it("is joined although its starter was killed before it answered", async () => {
    const { program, libraryPath } = await findServer(quiet);
    const killsItsStarter = `#!/bin/sh
      [ "$1" = --version ] || kill -9 $PPID
      LD_LIBRARY_PATH='${libraryPath}' exec '${program}' "$@"`;
    await writeFile(join(folder, "valkey-server"), killsItsStarter, { mode: 0o755 });
    const path = `${folder}${delimiter}${process.env.PATH}`;
    const environment = { DATA_DIR: folder, REDIS_URL: "", PATH: path };
    expect(await runCommand(["status"], { environment })).toMatchObject({ status: null });

    // Its client waits until it answers.
    const client = new Redis(Number(await readFile(join(folder, "redis", "port"), "utf8")));
    await client.ping();
    await client.quit();
    const embedded = await joinEmbeddedRedis(folder, quiet);
    expect(embedded.started).toBe(false);
    await embedded.leave();
  });

  it("never evicts and writes an append-only file", async () => {
    const embedded = await joinEmbeddedRedis(folder, quiet);
    const client = new Redis(embedded.url);
    expect(await client.config("GET", "maxmemory-policy")).toContain("noeviction");
    expect(await client.config("GET", "appendonly")).toContain("yes");
    expect(await client.config("GET", "bind")).toContain("127.0.0.1");
    await client.quit();
    await embedded.leave();
  });

  it("may use at most half of the machine's memory, so that intake pauses before the machine is full", async () => {
    const embedded = await joinEmbeddedRedis(folder, quiet);
    const client = new Redis(embedded.url);
    const [, limit] = (await client.config("GET", "maxmemory")) as string[];
    expect(Number(limit)).toBeGreaterThan(0);
    expect(Number(limit)).toBeLessThanOrEqual(totalmem() / 2);
    await client.quit();
    await embedded.leave();
  });

  it("starts and is joined in a data folder behind a symbolic link", async () => {
    await mkdir(join(folder, "real"));
    await symlink(join(folder, "real"), join(folder, "linked"));
    const first = await joinEmbeddedRedis(join(folder, "linked"), quiet);
    const second = await joinEmbeddedRedis(join(folder, "real"), quiet);
    expect([first.started, second.started]).toEqual([true, false]);
    await first.leave();
    await second.leave();
  });

  it.runIf(existsSync("/proc/self/stat"))(
    "is shut down by its last user although a killed one's pid is in use again",
    async () => {
      const embedded = await joinEmbeddedRedis(folder, quiet);
      await writeFile(join(folder, "redis", "users", `${process.pid}.1.killed`), "");
      await embedded.leave();
      expect(existsSync(join(folder, "redis", "port"))).toBe(false);
    },
  );
});
