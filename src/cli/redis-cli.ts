/* wirefold redis-cli: opens redis-cli on the Redis that wirefold uses, wherever that is. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Command } from "commander";
import { findServer } from "../io/redis/embedded/find-server.ts";
import { CommandError, printError, withService } from "./terminal.ts";

async function redisCli(args: readonly string[]): Promise<void> {
  const server = await findServer(printError);
  await withService(async (service) => {
    const env = server.libraryPath ? { ...process.env, LD_LIBRARY_PATH: server.libraryPath } : process.env;
    const child = spawn(server.cli, ["-u", service.access.url, ...args], { stdio: "inherit", env });
    const [code] = (await once(child, "exit")) as [number | null];
    if (code !== 0) throw new CommandError(`redis-cli ended with status ${code}`);
  });
}

export function registerRedisCli(program: Command): void {
  program
    .command("redis-cli")
    .description("redis-cli on the Redis that wirefold uses")
    .argument("[args...]", "a Redis command; none opens the prompt")
    .allowUnknownOption()
    .action(redisCli);
}
