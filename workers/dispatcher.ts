/*
 * The dispatcher: moves URLs whose host may be asked now from the frontier into the fetch queue, never
 * more than twice what the workers can hold, so that politeness is decided late. Pauses while pages wait
 * for extraction in too many bytes, or Redis is nearly full.
 */

import type { Log } from "../src/io/log.ts";
import type { FrontierEntry, Popped } from "../src/io/redis/frontier.ts";
import { startLoop } from "./loop.ts";
import type { RunningStage } from "./stage-worker.ts";

export interface DispatcherDeps {
  readonly log: Log;
  readonly concurrency: number;
  /** Takes what is due, under a lease. */
  pop(limit: number): Promise<Popped>;
  /** Queues fetch jobs; the same UrlKey twice is one job. */
  enqueueFetch(entries: readonly FrontierEntry[]): Promise<void>;
  /** Ends the leases: the queue has them now. */
  handedOver(entries: readonly FrontierEntry[]): Promise<void>;
  /** Fetch jobs waiting or under way, of all processes. */
  fetchJobs(): Promise<number>;
  /** Why intake must pause now, or undefined. */
  pauseReason(): Promise<string | undefined>;
  setPaused(paused: boolean): void;
  readonly now: () => number;
}

/** Jobs in the queue per page that can be fetched at once: the next one is there when one ends. */
const JOBS_PER_SLOT = 2;
const BUSY_REST_MS = 20;
const IDLE_REST_MS = 200;
const PAUSED_REST_MS = 500;

/** New URLs may come at any time, so no rest is longer than the idle one. */
function restUntil(nextDueMs: number | null, now: number): number {
  const untilDue = nextDueMs === null ? IDLE_REST_MS : nextDueMs - now;
  return Math.min(Math.max(untilDue, BUSY_REST_MS), IDLE_REST_MS);
}

export function startDispatcher(deps: DispatcherDeps): RunningStage {
  let lastReason: string | undefined;
  return startLoop("dispatcher", deps.log, async () => {
    const reason = await deps.pauseReason();
    if (reason !== lastReason)
      deps.log.warn({ reason: reason ?? "none" }, reason ? "intake paused" : "intake resumed");
    lastReason = reason;
    deps.setPaused(reason !== undefined);
    if (reason !== undefined) return PAUSED_REST_MS;
    const room = deps.concurrency * JOBS_PER_SLOT - (await deps.fetchJobs());
    if (room <= 0) return BUSY_REST_MS;
    const { entries, nextDueMs } = await deps.pop(room);
    if (entries.length === 0) return restUntil(nextDueMs, deps.now());
    await deps.enqueueFetch(entries);
    await deps.handedOver(entries);
    return BUSY_REST_MS;
  });
}
