/* JSON Lines out: one at a time, no faster than the reader takes them, and quiet when the reader leaves. */
import type { Writable } from "node:stream";
import { CommandError, EXIT_FAILED, printError, shown } from "./terminal.ts";

/** The answer to a line that could not be worked on. */
export interface FailedLine {
  /** Null where the line has none that can be read. */
  readonly id: string | null;
  /** Number of the line in its input, from 1. */
  readonly line: number;
  readonly outcome: "failed";
  /** Names the thing, the limit and the value. */
  readonly message: string;
}

/** The message of a line that says it failed, else undefined. */
function failureOf(line: object): string | undefined {
  if (!("outcome" in line) || line.outcome !== "failed") return undefined;
  return "message" in line ? String(line.message) : "";
}

export interface LineWriter {
  /** Resolves when the stream has taken the line. Does nothing once the reader has left. */
  write(line: object): Promise<void>;
  /** True after the reader has left (`| head`) or the stream broke. */
  readonly isClosed: boolean;
  readonly summary: BatchSummary;
  /** Takes its listener off the stream. @throws CommandError where the stream broke, such as on a full disk */
  end(): void;
}

export interface BatchSummary {
  readonly lines: number;
  readonly failed: number;
  /** Message of the first failed line. */
  readonly firstFailure: string | null;
}

/**
 * @param stream usually process.stdout
 * @param onClosed called once when the reader leaves, so that a silent input does not hold the process
 */
export function createLineWriter(stream: Writable, onClosed: () => void): LineWriter {
  let isClosed = false;
  let breakage: Error | undefined;
  const summary = { lines: 0, failed: 0, firstFailure: null as string | null };

  function onError(error: NodeJS.ErrnoException): void {
    if (isClosed) return;
    isClosed = true;
    if (error.code !== "EPIPE") breakage = error;
    onClosed();
  }
  stream.on("error", onError);

  return {
    summary,
    get isClosed() {
      return isClosed;
    },
    async write(line) {
      if (isClosed) return;
      // Called back when the line is handed on, or with the error that `onError` gets as well.
      await new Promise<void>((resolve) => stream.write(`${JSON.stringify(line)}\n`, () => resolve()));
      summary.lines++;
      const failure = failureOf(line);
      if (failure === undefined) return;
      summary.failed++;
      summary.firstFailure ??= failure;
    },
    end() {
      if (breakage) throw new CommandError(`the output cannot be written: ${breakage.message}`);
      stream.off("error", onError);
    },
  };
}

/** Says on standard error what failed, and makes it the exit status. */
export function concludeBatch({ lines, failed, firstFailure }: BatchSummary): void {
  if (failed === 0) return;
  printError(`${failed} of ${lines} lines failed; the first: ${shown(firstFailure ?? "")}`);
  process.exitCode = EXIT_FAILED;
}
