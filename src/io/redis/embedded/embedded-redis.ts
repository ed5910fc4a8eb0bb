/*
 * A Redis of our own for machines that have none running: loopback, own folder, append-only file.
 * Several wirefold processes share it (the service, an `enqueue` beside it): each leaves its name in
 * `users/`, and the last one to leave shuts the server down. A killed process leaves a dead name, which
 * counts for nothing, so an orphaned server is taken over by the next process and shut down by it.
 */
import { spawn } from "node:child_process";
import { mkdir, open, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import { findServer, type ServerProgram } from "./find-server.ts";
import { withLock } from "./folder-lock.ts";
import { isOwnerAlive, newOwnerName } from "./process-identity.ts";

export interface EmbeddedRedis {
  readonly url: string;
  readonly port: number;
  /** True where this process started the server, false where it joined a running one. */
  readonly started: boolean;
  /** Leaves; the last one out shuts the server down (all data is on disk then). */
  leave(): Promise<void>;
}

const POLL_MS = 50;
/** Loading a large append-only file takes a while: about 1 GB in 10 s. */
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 30_000;

const CONFIG_FILE = fileURLToPath(new URL("../../../../config/redis.conf", import.meta.url));

/** Redis may use this much of the machine: the rest is for the workers, and for rewriting its file. */
const MEMORY_SHARE = 0.5;

/** Bytes. A container's own limit counts where there is one; Node gives 0 or a huge number where not. */
function maxMemory(): number {
  const constrained = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  return Math.floor(Math.min(totalmem(), constrained) * MEMORY_SHARE);
}

/** A port that was free a moment ago; Redis itself cannot be asked to pick one. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

const clientFor = (port: number): Redis =>
  new Redis({
    port,
    host: "127.0.0.1",
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });

/** Asks a server for its folder: true only where it answers and is the one that serves ours. */
async function serves(port: number, folder: string): Promise<boolean> {
  const client = clientFor(port);
  client.on("error", () => {}); // an absent server is an answer here, not an error
  try {
    await client.connect();
    await client.ping();
    const [, directory] = (await client.config("GET", "dir")) as string[];
    return directory === folder;
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}

async function runningPort(folder: string): Promise<number | undefined> {
  const port = Number(await readFile(join(folder, "port"), "utf8").catch(() => "0"));
  return port > 0 && (await serves(port, folder)) ? port : undefined;
}

/** Between the search for a free port and the server's own start another process may have taken it. */
const STARTS = 3;

async function startServer(folder: string, say: (message: string) => void): Promise<number> {
  const server = await findServer(say);
  for (let start = 1; ; start++) {
    const started = await tryToStart(server, folder);
    if (started.kind === "serving") return started.port;
    if (start === STARTS)
      throw new Error(`${server.program} did not start (${started.why}): see ${join(folder, "redis.log")}`);
  }
}

type Started =
  | { readonly kind: "serving"; readonly port: number }
  | { readonly kind: "ended"; readonly why: string };

/** @throws where it runs and does not answer in time */
async function tryToStart(server: ServerProgram, folder: string): Promise<Started> {
  const port = await freePort();
  // Before it runs: where its starter is killed, whoever comes next finds it, and starts no second one beside it.
  await writeFile(join(folder, "port"), String(port));
  const log = await open(join(folder, "redis.log"), "a");
  const place = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--daemonize", "no"];
  const options = [...place, "--maxmemory", String(maxMemory())];
  // Detached: Ctrl-C in a terminal must reach the workers, which drain first, and not their Redis.
  const child = spawn(server.program, [CONFIG_FILE, ...options], {
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
    env: server.libraryPath ? { ...process.env, LD_LIBRARY_PATH: server.libraryPath } : process.env,
  });
  let ended: string | undefined;
  child.once("error", (error) => {
    ended = error.message;
  });
  child.once("exit", (code, signal) => {
    ended ??= `exit ${code ?? signal}`;
  });
  child.unref();
  // The server has a copy of the handle.
  await log.close();
  const giveUpAt = Date.now() + START_TIMEOUT_MS;
  while (!(await serves(port, folder))) {
    if (ended !== undefined) return { kind: "ended", why: ended };
    if (Date.now() > giveUpAt) {
      // Left running, it would write into the folder beside the next one.
      child.kill();
      throw new Error(`${server.program} did not answer within ${START_TIMEOUT_MS} ms`);
    }
    await sleep(POLL_MS);
  }
  return { kind: "serving", port };
}

async function livingUsers(folder: string): Promise<number> {
  let living = 0;
  for (const name of await readdir(join(folder, "users"))) {
    if (await isOwnerAlive(name)) living++;
    else await rm(join(folder, "users", name), { force: true });
  }
  return living;
}

async function askToShutDown(port: number): Promise<void> {
  const client = clientFor(port);
  client.on("error", () => {}); // the server closes the connection as its answer
  try {
    await client.connect();
    await client.call("SHUTDOWN");
  } catch {
    // Gone, or it refuses while it writes its first append-only file: the caller looks again and asks again.
  } finally {
    client.disconnect();
  }
}

async function shutDown(port: number, folder: string): Promise<void> {
  const giveUpAt = Date.now() + STOP_TIMEOUT_MS;
  while (await serves(port, folder)) {
    if (Date.now() > giveUpAt)
      throw new Error(`the embedded Redis on port ${port} did not stop within ${STOP_TIMEOUT_MS} ms`);
    await askToShutDown(port);
    await sleep(POLL_MS);
  }
  await rm(join(folder, "port"), { force: true });
}

/**
 * Joins the embedded Redis of a data folder, starting it where it does not run.
 * @param dataDir the folder of the setting DATA_DIR; `redis/` in it is the server's
 * @param say told in one line when a server program has to be fetched first
 * @throws where no server program can be had, or it does not start; the message says what to do
 */
export async function joinEmbeddedRedis(
  dataDir: string,
  say: (message: string) => void,
): Promise<EmbeddedRedis> {
  const offered = resolve(dataDir, "redis");
  await mkdir(join(offered, "users"), { recursive: true });
  // A server names its folder by the real path: behind a symbolic link it would not be known as ours.
  const folder = await realpath(offered);
  const lock = join(folder, "lock");
  return withLock(lock, async () => {
    const running = await runningPort(folder);
    const port = running ?? (await startServer(folder, say));
    const user = join(folder, "users", await newOwnerName());
    await writeFile(user, "");
    return {
      url: `redis://127.0.0.1:${port}`,
      port,
      started: running === undefined,
      leave: () =>
        withLock(lock, async () => {
          await rm(user, { force: true });
          if ((await livingUsers(folder)) === 0) await shutDown(port, folder);
        }),
    };
  });
}
