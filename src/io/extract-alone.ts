/*
 * Extraction of one page in a process of its own: for pages in whose presence workers died. Whatever the page does to
 * the process, nothing else is in it. Costs some 200 ms for starting Node, which is why threads are the rule.
 */
import { type ChildProcess, fork } from "node:child_process";
import { compiledFile, type PoolAnswer, THREAD_HEAP_MEGABYTES } from "./extract-pool.ts";
import type { ExtractResult, ExtractTask, PoolTask } from "./extract-thread.ts";

export type ExtractAlone = (task: ExtractTask) => Promise<PoolAnswer>;

/** Loading the modules in a new process takes some 200 ms; this is for a machine that is busy. */
const START_LIMIT_MS = 10_000;

function answerOf(child: ChildProcess, limitMs: number): Promise<PoolAnswer> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      resolve({ kind: "timeout", message: `extraction alone took longer than ${limitMs} ms` });
    }, limitMs);
    child.once("message", (message) => {
      clearTimeout(timer);
      // Sent by extract-child.ts and nobody else.
      resolve({ kind: "done", result: message as ExtractResult });
    });
    child.once("error", (error) => {
      clearTimeout(timer);
      resolve({ kind: "crash", message: `extraction alone could not start: ${error.message}` });
    });
    child.once("exit", (code, signal) => {
      clearTimeout(timer);
      resolve({ kind: "crash", message: `extraction alone ended its process (${signal ?? `exit ${code}`})` });
    });
  });
}

export interface ExtractAloneOptions {
  /** Time of one page. */
  readonly timeoutMs: number;
  /** What comes on top for starting the process; 10 s where left out. */
  readonly startLimitMs?: number;
  /** JavaScript that the process loads, for tests; extract-child.ts of `dist` where left out. */
  readonly childFile?: string;
}

export function createExtractAlone(options: ExtractAloneOptions): ExtractAlone {
  const limitMs = options.timeoutMs + (options.startLimitMs ?? START_LIMIT_MS);
  return async (task) => {
    const child = fork(options.childFile ?? compiledFile("extract-child.js"), [], {
      // Bytes stay bytes on their way.
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${THREAD_HEAP_MEGABYTES}`],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const answer = answerOf(child, limitMs);
    child.send({ ...task, taskNumber: 0 } satisfies PoolTask, () => {
      // A process that ended before it took its task is told of by its exit.
    });
    return answer;
  };
}
