/* The processes a bench run starts, and how each of them ends. */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { CorpusOptions } from "../../support/page-generator/corpus.ts";
import type { ServedCorpus } from "./page-server.ts";

const PAGE_SERVER = fileURLToPath(new URL("./page-server.ts", import.meta.url));
const COMMAND = fileURLToPath(new URL("../../../dist/src/cli/main.js", import.meta.url));
const POLL_MS = 100;
const READY_TIMEOUT_MS = 30_000;
/** A drained service ends within its own limit of 15 s. */
const STOP_TIMEOUT_MS = 30_000;

export type Environment = Readonly<Record<string, string>>;

export interface Running {
  readonly pid: number;
  /** @returns the exit status, null where it had to be killed */
  stop(): Promise<number | null>;
}

async function stopChild(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const forced = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(forced);
  return child.exitCode;
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error(`${child.spawnfile} did not start`);
  return child.pid;
}

export interface PageServer extends Running {
  /** Known when all pages are rendered and served. */
  readonly corpus: Promise<ServedCorpus>;
}

export function startPageServer(options: CorpusOptions): PageServer {
  const child = fork(PAGE_SERVER, [JSON.stringify(options)], { execArgv: ["--import", "tsx"] });
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`the page server ended with ${code} before it was ready`);
  });
  const ready = once(child, "message").then(([message]) => message as ServedCorpus);
  failed.catch(() => {}); // once it is ready its end is no error, and before that the race tells
  return { pid: pidOf(child), corpus: Promise.race([ready, failed]), stop: () => stopChild(child) };
}

export interface ServiceProcess extends Running {
  /** Where health and metrics answer, `http://127.0.0.1:40001`. */
  readonly address: string;
}

/** `wirefold start`, as `npm start` runs it. */
export async function startService(
  environment: Environment,
  logFile: string,
  nodeOptions: readonly string[],
): Promise<ServiceProcess> {
  const log = await open(logFile, "w");
  const child = spawn(process.execPath, [...nodeOptions, COMMAND, "start"], {
    env: { ...process.env, ...environment, HTTP_PORT: "0" },
    stdio: ["ignore", log.fd, log.fd],
  });
  await log.close();
  const giveUpAt = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    const lines = await readFile(logFile, "utf8");
    const address = /"http":"(http:[^"]+)"/.exec(lines)?.[1];
    if (address) return { pid: pidOf(child), address, stop: () => stopChild(child) };
    if (child.exitCode !== null || Date.now() > giveUpAt) {
      await stopChild(child);
      throw new Error(`the service did not start:\n${lines}`);
    }
    await sleep(POLL_MS);
  }
}

/** `wirefold enqueue --file`; `ended` rejects where it exits with another status than 0. */
export function startEnqueue(environment: Environment, urlFile: string): Running & { ended: Promise<void> } {
  const child = spawn(process.execPath, [COMMAND, "enqueue", "--file", urlFile], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit").then(([code]) => {
    if (code !== 0) throw new Error(`enqueue ended with ${code}`);
  });
  return { pid: pidOf(child), ended, stop: () => stopChild(child) };
}
