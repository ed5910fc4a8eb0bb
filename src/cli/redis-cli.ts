/* wirefold redis-cli: opens redis-cli on the Redis that wirefold uses, wherever that is. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { Command } from "commander";
import { cachedServer, findServer, type ServerProgram } from "../io/redis/embedded/find-server.ts";
import { CommandError, loadSettings, printError, withService } from "./terminal.ts";

type CliProgram = Pick<ServerProgram, "cli" | "libraryPath">;

const CLI_NAMES = ["redis-cli", "valkey-cli"];

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** For a Redis that runs elsewhere no server is needed, and none is fetched. */
async function findCli(): Promise<CliProgram> {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of CLI_NAMES) {
      const cli = join(folder, name);
      if (folder !== "" && (await isExecutable(cli))) return { cli, libraryPath: "" };
    }
  }
  const cached = await cachedServer();
  if (await isExecutable(cached.cli)) return cached;
  throw new CommandError(`neither ${CLI_NAMES.join(" nor ")} is on PATH: install one of them`);
}

/** User and password apart from the address: what stands on a command line, every user of the machine reads. */
export function credentialsApart(url: string): { address: string; user: string; password: string } {
  const parsed = new URL(url);
  const [user, password] = [decodeURIComponent(parsed.username), decodeURIComponent(parsed.password)];
  parsed.username = "";
  parsed.password = "";
  return { address: parsed.href, user, password };
}

async function redisCli(args: readonly string[]): Promise<void> {
  const program = loadSettings().REDIS_URL === "" ? await findServer(printError) : await findCli();
  // Ctrl-C is for redis-cli, which reaches it from the terminal too: this process only waits for its end.
  const waitOn = (): void => undefined;
  process.on("SIGINT", waitOn);
  await withService(
    async (service) => {
      const { address, user, password } = credentialsApart(service.access.url);
      const env = {
        ...process.env,
        ...(program.libraryPath ? { LD_LIBRARY_PATH: program.libraryPath } : {}),
        ...(password ? { REDISCLI_AUTH: password } : {}),
      };
      const account = user && password ? ["--user", user] : [];
      // -e makes an error reply the exit status; at the prompt one reply must not end the session.
      const failing = args.length > 0 ? ["-e"] : [];
      const child = spawn(program.cli, ["-u", address, ...account, ...failing, ...args], {
        stdio: "inherit",
        env,
      });
      const end = (): void => void child.kill("SIGTERM");
      process.once("SIGTERM", end);
      const [status, signal] = (await once(child, "exit")
        .catch((error: Error) => {
          throw new CommandError(`redis-cli does not run: ${error.message}`);
        })
        .finally(() => process.off("SIGTERM", end))) as [number | null, NodeJS.Signals | null];
      if (status !== 0) throw new CommandError(`redis-cli ended with ${signal ?? `status ${status}`}`);
    },
    { onSignal: "leave" },
  ).finally(() => process.off("SIGINT", waitOn));
}

export function registerRedisCli(program: Command): void {
  program
    .command("redis-cli")
    .description("redis-cli on the Redis that wirefold uses")
    .argument("[args...]", "a Redis command; none opens the prompt")
    .allowUnknownOption()
    .action(redisCli);
}
