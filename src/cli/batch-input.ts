/* Where batch commands read their lines from. */
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { type Line, readLines } from "./json-lines.ts";

/** @param path a file; `-` or nothing for standard input */
export function openInput(path: string | undefined): Readable {
  return path === undefined || path === "-" ? process.stdin : createReadStream(path);
}

/** The lines of an input until they end or `stop` says so; a silent input is left at once, too. */
export async function* linesOf(input: Readable, stop: AbortSignal): AsyncGenerator<Line> {
  const leave = (): void => void input.destroy();
  stop.addEventListener("abort", leave, { once: true });
  try {
    for await (const line of readLines(input)) {
      // A destroyed stream ends with an error of its own, which nobody is left to read.
      if (stop.aborted) return;
      yield line;
    }
  } finally {
    stop.removeEventListener("abort", leave);
  }
}
