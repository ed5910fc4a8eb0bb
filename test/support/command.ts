/* Runs the real command line, as built, in a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export const CLI = join(import.meta.dirname, "../../dist/src/cli/main.js");

/** A loaded machine is slow everywhere at once: neither a page nor a server is hostile for it. */
const PATIENT = {
  EXTRACT_TIMEOUT_MS: "60000",
  CONNECT_TIMEOUT_MS: "60000",
  HEADERS_TIMEOUT_MS: "120000",
  IDLE_TIMEOUT_MS: "120000",
  FETCH_TIMEOUT_MS: "120000",
  SHUTDOWN_TIMEOUT_MS: "120000",
} as const;

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

/** `wirefold start` in a process of its own; what it says goes nowhere. */
export interface StartedService {
  readonly process: ChildProcess;
  /** Resolves once it answers signals by draining and has begun to work; rejects where it ends before. */
  readonly up: Promise<void>;
}

export function startService(environment: Readonly<Record<string, string>>): StartedService {
  const child = spawn(process.execPath, [CLI, "start"], {
    env: { ...process.env, ...PATIENT, ...environment, LOG_LEVEL: STARTED_LEVEL },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  const up = new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (said.includes(STARTED)) return;
      said += text;
      if (said.includes(STARTED)) resolve();
    });
    child.once("exit", (status) => reject(new Error(`the service ended with ${status}: ${said}`)));
  });
  // Whoever kills it before it is up does not wait for it.
  up.catch(() => undefined);
  return { process: child, up };
}

/** @returns exit status and signal, one of them null */
export async function endService(
  service: StartedService,
  ...signals: ReadonlyArray<"SIGTERM" | "SIGINT" | "SIGKILL">
): Promise<unknown> {
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
