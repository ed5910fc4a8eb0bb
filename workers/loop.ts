/* A loop beside the stage workers (dispatcher, outbox relay, upkeep): runs until closed, survives errors. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../src/io/log.ts";
import type { RunningStage } from "./stage-worker.ts";

/** Pause after an error: a lost Redis must not make a loop spin. */
const ERROR_PAUSE_MS = 1_000;

/**
 * @param step one round; answers how long to rest before the next, ms
 */
export function startLoop(name: string, log: Log, step: () => Promise<number>): RunningStage {
  const stop = new AbortController();
  const rest = (ms: number): Promise<unknown> =>
    sleep(ms, undefined, { signal: stop.signal }).catch(() => undefined); // aborted: the loop ends
  const running = (async () => {
    while (!stop.signal.aborted) {
      try {
        await rest(await step());
      } catch (error) {
        if (stop.signal.aborted) return;
        log.error({ loop: name, err: error }, "loop error");
        await rest(ERROR_PAUSE_MS);
      }
    }
  })();
  return {
    async close() {
      stop.abort();
      await running;
    },
  };
}
