/* A reader that leaves (`wirefold clusters | head`) is no error: what is left to print goes nowhere. */
import { EXIT_FAILED, printError } from "./terminal.ts";

/** Called once, before anything is printed. */
export function tolerateClosedOutput(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // Batch commands listen for themselves: they stop reading when nobody reads them.
    if (error.code === "EPIPE" || process.stdout.listenerCount("error") > 1) return;
    // Standard output breaks once for each line that cannot be written: said once.
    if (process.exitCode !== EXIT_FAILED) printError(`the output cannot be written: ${error.message}`);
    process.exitCode = EXIT_FAILED;
  });
  // Whatever broke standard error, there is nowhere left to say it.
  process.stderr.on("error", () => undefined);
}
