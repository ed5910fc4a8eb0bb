/*
 * Ctrl-C and SIGTERM. What a command has opened is closed first, since an embedded Redis that nobody leaves runs
 * on. A second signal ends at once; but npm, `timeout` and service managers hand a signal on to a process that
 * got it already, so the same one within a second is no second one.
 */
import { constants } from "node:os";
import { printError } from "./terminal.ts";

/** A shell's status for a process that a signal ended: 128 and the signal's number. */
const SIGNAL_STATUS_BASE = 128;
/** Nobody presses Ctrl-C twice so soon to say something else by it. */
const HANDED_ON_MS = 1_000;

export const INTERRUPTIONS = ["SIGINT", "SIGTERM"] as const;

const statusOf = (signal: NodeJS.Signals): number => SIGNAL_STATUS_BASE + constants.signals[signal];

/**
 * @param begin called once, with the first signal
 * @returns ends the listening
 */
export function onInterruption(begin: (signal: NodeJS.Signals) => void): () => void {
  let firstAtMs: number | undefined;
  function onSignal(signal: NodeJS.Signals): void {
    if (firstAtMs === undefined) {
      firstAtMs = performance.now();
      begin(signal);
    } else if (performance.now() - firstAtMs > HANDED_ON_MS) process.exit(statusOf(signal));
  }
  for (const signal of INTERRUPTIONS) process.on(signal, onSignal);
  return () => {
    for (const signal of INTERRUPTIONS) process.off(signal, onSignal);
  };
}

/**
 * @param close may take as long as it needs; what it throws is shown
 * @returns ends the listening
 */
export function closeWhenInterrupted(close: () => Promise<void>): () => void {
  return onInterruption((signal) => {
    close()
      .catch((error: Error) => printError(`not closed properly: ${error.message}`))
      .finally(() => process.exit(statusOf(signal)));
  });
}
