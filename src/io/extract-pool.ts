/*
 * Extraction in killable worker threads. A page that takes too long loses its thread, not its
 * neighbours theirs; a page that exhausts a thread's memory likewise.
 */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { ExtractResult, ExtractTask } from "./extract-thread.ts";

/** Heap of one extraction thread: a page at the tree limits needs well under half of it. */
const THREAD_HEAP_MEGABYTES = 512;
/** Threads stop after this much idleness; starting one again takes about 200 ms. */
const IDLE_TIMEOUT_MS = 30_000;

export type PoolAnswer =
  | { readonly kind: "done"; readonly result: ExtractResult }
  | { readonly kind: "timeout"; readonly message: string }
  | { readonly kind: "crash"; readonly message: string };

export interface ExtractPool {
  run(task: ExtractTask): Promise<PoolAnswer>;
  readonly threads: number;
  close(): Promise<void>;
}

/** Worker threads load JavaScript: from `dist`, even where the caller runs from TypeScript sources. */
function threadFile(): string {
  const own = fileURLToPath(import.meta.url);
  const compiled = own.endsWith(".ts") ? "../../dist/src/io/extract-thread.js" : "./extract-thread.js";
  return fileURLToPath(new URL(compiled, import.meta.url));
}

/** @param threads 0 means one less than the processor's cores, at least one */
export function createExtractPool(options: { threads: number; timeoutMs: number }): ExtractPool {
  const threads = options.threads || Math.max(1, availableParallelism() - 1);
  const pool = new Piscina<ExtractTask, ExtractResult>({
    filename: threadFile(),
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: IDLE_TIMEOUT_MS,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MEGABYTES },
  });
  return {
    threads,
    async run(task) {
      const stop = new AbortController();
      let timer: NodeJS.Timeout | undefined;
      try {
        const result = pool.run(task, { signal: stop.signal });
        timer = setTimeout(() => stop.abort(), options.timeoutMs);
        return { kind: "done", result: await result };
      } catch (error) {
        if (stop.signal.aborted)
          return { kind: "timeout", message: `extraction took longer than ${options.timeoutMs} ms` };
        return {
          kind: "crash",
          message: `extraction failed: ${error instanceof Error ? error.message : String(error)}`,
        };
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => pool.close(),
  };
}
