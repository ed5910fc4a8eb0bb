/*
 * Extraction in killable worker threads. A page that takes too long loses its thread, not its
 * neighbours theirs; a page that exhausts a thread's memory likewise.
 *
 *   run ──▶ waits for a thread ──▶ thread says "started" ──▶ timeoutMs from here ──▶ answer or kill
 *
 * Only the time in the thread counts: pages may wait long behind others, and a thread that replaces a
 * killed one takes some 200 ms to load.
 */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { ExtractResult, ExtractTask, PoolTask, StartedMessage } from "./extract-thread.ts";

/** Heap of one page's extraction: a page at the tree limits needs well under half of it. */
export const THREAD_HEAP_MEGABYTES = 512;
/** Threads stop after this much idleness; starting one again takes about 200 ms. */
const IDLE_TIMEOUT_MS = 30_000;

export type PoolAnswer =
  | { readonly kind: "done"; readonly result: ExtractResult }
  | { readonly kind: "timeout"; readonly message: string }
  | { readonly kind: "out-of-memory"; readonly message: string }
  | { readonly kind: "crash"; readonly message: string };

export interface ExtractPool {
  /** Any number may be asked for at once: `threads` of them run, the others wait. */
  run(task: ExtractTask): Promise<PoolAnswer>;
  readonly threads: number;
  close(): Promise<void>;
}

export interface ExtractPoolOptions {
  /** 0 means one less than the processor's cores, at least one. */
  readonly threads: number;
  /** Time of one page in a thread. */
  readonly timeoutMs: number;
  /** JavaScript that the threads load, for tests; extract-thread.ts of `dist` where left out. */
  readonly threadFile?: string;
}

/** Threads and processes load JavaScript: from `dist`, even where the caller runs from TypeScript sources. */
export function compiledFile(name: "extract-thread.js" | "extract-child.js"): string {
  const folder = import.meta.url.endsWith(".ts") ? "../../dist/src/io/" : "./";
  return fileURLToPath(new URL(`${folder}${name}`, import.meta.url));
}

function isStarted(message: unknown): message is StartedMessage {
  return typeof message === "object" && message !== null && "startedTask" in message;
}

function failureOf(error: unknown): PoolAnswer {
  const isOutOfMemory =
    error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  if (isOutOfMemory)
    return {
      kind: "out-of-memory",
      message: `extraction needed more than ${THREAD_HEAP_MEGABYTES} MB of memory`,
    };
  return {
    kind: "crash",
    message: `extraction failed: ${error instanceof Error ? error.message : String(error)}`,
  };
}

export function createExtractPool(options: ExtractPoolOptions): ExtractPool {
  const { timeoutMs } = options;
  const threads = options.threads || Math.max(1, availableParallelism() - 1);
  const filename = options.threadFile ?? compiledFile("extract-thread.js");
  const pool = new Piscina<PoolTask, ExtractResult>({
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: IDLE_TIMEOUT_MS,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MEGABYTES },
  });
  const onStart = new Map<number, () => void>();
  pool.on("message", (message: unknown) => {
    if (isStarted(message)) onStart.get(message.startedTask)?.();
  });
  let lastTask = 0;

  return {
    threads,
    async run(task) {
      lastTask++;
      const taskNumber = lastTask;
      const stop = new AbortController();
      let timer: NodeJS.Timeout | undefined;
      // After a stall of this thread the answer may lie unread behind the timer: one turn to read it.
      const expire = (): void => void setImmediate(() => stop.abort());
      onStart.set(taskNumber, () => {
        timer = setTimeout(expire, timeoutMs);
      });
      try {
        // The file is named here and not to the pool, whose threads would load it before they have a task: Node 20
        // aborts the whole process where a thread is ended in the midst of loading, as by a SIGTERM soon after the start.
        const result = await pool.run({ ...task, taskNumber }, { signal: stop.signal, filename });
        return { kind: "done", result };
      } catch (error) {
        if (stop.signal.aborted)
          return { kind: "timeout", message: `extraction took longer than ${timeoutMs} ms` };
        return failureOf(error);
      } finally {
        onStart.delete(taskNumber);
        clearTimeout(timer);
      }
    },
    close: () => pool.close(),
  };
}
