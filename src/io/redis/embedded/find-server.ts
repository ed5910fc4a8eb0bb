/* Finds a Redis or Valkey server on this machine: PATH, then our own cache, then Debian's packages. */
import { execFile } from "node:child_process";
import { access, constants, mkdir } from "node:fs/promises";
import { homedir, platform } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { installFromApt, unpackedServer } from "./apt-server.ts";

const run = promisify(execFile);

export interface ServerProgram {
  readonly program: string;
  /** redis-cli or valkey-cli beside it; may be missing on a hand-made installation. */
  readonly cli: string;
  /** For LD_LIBRARY_PATH; empty where the system's libraries serve. */
  readonly libraryPath: string;
}

const SERVERS = [
  { server: "valkey-server", cli: "valkey-cli" },
  { server: "redis-server", cli: "redis-cli" },
];
/** HEXPIRE and other later commands are not used, functions and listpacks are. */
const LEAST_MAJOR_VERSION = 7;

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

async function majorVersion(server: ServerProgram): Promise<number> {
  const env = server.libraryPath ? { ...process.env, LD_LIBRARY_PATH: server.libraryPath } : process.env;
  const { stdout } = await run(server.program, ["--version"], { env }).catch(() => ({ stdout: "" }));
  return Number(/v=(\d+)/.exec(stdout)?.[1] ?? 0);
}

async function onPath(): Promise<ServerProgram | undefined> {
  for (const { server, cli } of SERVERS) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const found = { program: join(folder, server), cli: join(folder, cli), libraryPath: "" };
      const usable = folder !== "" && (await isExecutable(found.program));
      if (usable && (await majorVersion(found)) >= LEAST_MAJOR_VERSION) return found;
    }
  }
  return undefined;
}

const cacheFolder = (): string =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "wirefold", "redis-server");

/** Where a server fetched before lies with its cli; the files need not be there. */
export const cachedServer = (): Promise<ServerProgram> => unpackedServer(cacheFolder());

async function inCache(): Promise<ServerProgram | undefined> {
  const cached = await cachedServer();
  return (await majorVersion(cached)) >= LEAST_MAJOR_VERSION ? cached : undefined;
}

const INSTALL_HINT = {
  darwin: "install one with `brew install valkey`",
  linux: "install your distribution's `valkey` or `redis` package (7.0 or later)",
} as const;

function hint(): string {
  const system = platform();
  return system === "darwin" || system === "linux" ? INSTALL_HINT[system] : "use a Redis on another machine";
}

/**
 * @param say told in one line when a download begins
 * @throws with what to install, where no server can be had
 */
export async function findServer(say: (message: string) => void): Promise<ServerProgram> {
  const present = (await onPath()) ?? (await inCache());
  if (present) return present;
  const noServer = `no valkey-server or redis-server ${LEAST_MAJOR_VERSION}.0+ found on PATH: ${hint()}, or set REDIS_URL`;
  if (!(await isExecutable("/usr/bin/apt-get"))) throw new Error(noServer);
  say("no Redis on this machine: fetching Debian's redis-server into the cache (no root needed)");
  const folder = cacheFolder();
  await mkdir(dirname(folder), { recursive: true });
  try {
    await installFromApt(folder);
  } catch (error) {
    throw new Error(`${noServer}; fetching it with apt-get failed`, { cause: error });
  }
  const fetched = await inCache();
  if (!fetched) throw new Error(`${noServer}; the fetched one in ${folder} does not run`);
  return fetched;
}
