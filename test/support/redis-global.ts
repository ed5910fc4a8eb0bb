/* Starts one Redis for the whole test run, in a folder of its own, and shuts it down at the end. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { joinEmbeddedRedis } from "../../src/io/redis/embedded/embedded-redis.ts";

declare module "vitest" {
  interface ProvidedContext {
    redisUrl: string;
  }
}

export default async function startRedis(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "wirefold-test-"));
  const redis = await joinEmbeddedRedis(folder, (message) => console.info(message));
  project.provide("redisUrl", redis.url);
  return async () => {
    await redis.leave();
    await rm(folder, { recursive: true, force: true });
  };
}
