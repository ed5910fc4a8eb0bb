/*
 * Ctrl-C and SIGTERM while a command has the service open: the service is closed first, since an embedded
 * Redis that nobody leaves runs on. A second signal ends at once.
 */
import { constants } from "node:os";
import { printError } from "./terminal.ts";

/** A shell's status for a process that a signal ended: 128 and the signal's number. */
const SIGNAL_STATUS_BASE = 128;
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/**
 * @param close may take as long as it needs; what it throws is shown
 * @returns ends the listening
 */
export function closeWhenInterrupted(close: () => Promise<void>): () => void {
  let isClosing = false;
  function onSignal(signal: NodeJS.Signals): void {
    const status = SIGNAL_STATUS_BASE + constants.signals[signal];
    if (isClosing) process.exit(status);
    isClosing = true;
    close()
      .catch((error: Error) => printError(`not closed properly: ${error.message}`))
      .finally(() => process.exit(status));
  }
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
}
