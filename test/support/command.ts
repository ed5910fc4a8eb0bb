/* Runs the real command line, as built, in a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { PATIENT } from "./patient.ts";

export const CLI = join(import.meta.dirname, "../../dist/src/cli/main.js");

export interface CommandRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  /** Standard input; empty where left out. */
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
}

/** @param args as a user types them behind `wirefold` */
export async function runCommand(args: readonly string[], options: CommandOptions = {}): Promise<CommandRun> {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, ...PATIENT, ...options.environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const collected = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      collected[name] += text;
    });
  }
  // A command may end without having read all: that shows in its status, not as an error here.
  child.stdin.on("error", () => undefined);
  child.stdin.end(options.input ?? "");
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { status, ...collected };
}

/** Its last line at this level says that the service is up. */
const STARTED_LEVEL = "info";
const STARTED = "wirefold started";

/** Characters kept of what a service said, for the message of a test that fails by its end. */
const LAST_WORDS = 4_000;
const LOOK_MS = 50;

/** `wirefold start` in a process of its own. */
export interface StartedService {
  readonly process: ChildProcess;
  /** Resolves once it answers signals by draining and has begun to work; rejects where it ends before. */
  readonly up: Promise<void>;
  /** Resolves once it has ended and all that it said has come, to an error that tells both. */
  readonly ended: Promise<Error>;
}

export function startService(environment: Readonly<Record<string, string>>): StartedService {
  const child = spawn(process.execPath, [CLI, "start"], {
    env: { ...process.env, ...PATIENT, ...environment, LOG_LEVEL: STARTED_LEVEL },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  // Not at its exit: what it said last may come after that.
  const ended = once(child, "close").then(
    () => new Error(`the service ended with ${endOf(child)?.join(" ")}: ${said}`),
  );
  const up = new Promise<void>((resolve, reject) => {
    for (const output of [child.stdout, child.stderr])
      output.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        if (said.includes(STARTED)) resolve();
        said = said.slice(-LAST_WORDS);
      });
    ended.then(reject, reject);
  });
  // Whoever kills it before it is up does not wait for it.
  up.catch(() => undefined);
  return { process: child, up, ended };
}

const endOf = ({ exitCode, signalCode }: ChildProcess): [number | null, NodeJS.Signals | null] | undefined =>
  exitCode === null && signalCode === null ? undefined : [exitCode, signalCode];

/** Looks until it is so; rejects with the service's last words where that ends before. */
export async function untilServed(service: StartedService, isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    if (endOf(service.process)) throw await service.ended;
    await new Promise((done) => setTimeout(done, LOOK_MS));
  }
}

/** @returns exit status and signal, one of them null; at once where it has ended by itself */
export async function endService(
  service: StartedService,
  ...signals: ReadonlyArray<"SIGTERM" | "SIGINT" | "SIGKILL">
): Promise<unknown> {
  const early = endOf(service.process);
  if (early) return early;
  const ended = once(service.process, "exit");
  for (const signal of signals) service.process.kill(signal);
  return ended;
}

/** The JSON objects of a command's output, one a line. */
export function jsonLines(stdout: string): Record<string, unknown>[] {
  const lines = stdout.split("\n");
  if (lines.pop() !== "") throw new Error("the output does not end with a whole line");
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}
