/*
 * The dispatcher: moves URLs whose host may be asked now from the frontier into the fetch queue, no more
 * than a process can begin at once beyond what is under way, so that politeness is decided late. Each
 * process has one; they fill the same queue, which FETCH_LIMIT bounds for all of them. Pauses while pages
 * wait for extraction in too many bytes, or Redis is nearly full.
 */

import type { Log } from "../src/io/log.ts";
import type { FrontierEntry, Popped } from "../src/io/redis/frontier.ts";
import { startLoop } from "./loop.ts";
import type { RunningStage } from "./stage-worker.ts";

export interface DispatcherDeps {
  readonly log: Log;
  /** Fetches that this process has at once: as many jobs may wait, so that the next one is there when one ends. */
  readonly concurrency: number;
  /** Takes what is due, under a lease. */
  pop(limit: number): Promise<Popped>;
  /** Queues fetch jobs. After a crash before the hand-over a URL comes again, and is asked for once more. */
  enqueueFetch(entries: readonly FrontierEntry[]): Promise<void>;
  /** Ends the leases: the queue has them now. */
  handedOver(entries: readonly FrontierEntry[]): Promise<void>;
  /** Fetch jobs that nobody has begun yet, of all processes. */
  waitingJobs(): Promise<number>;
  /** Why intake must pause now, or undefined. */
  pauseReason(): Promise<string | undefined>;
  setPaused(paused: boolean): void;
  readonly now: () => number;
}

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
    const room = deps.concurrency - (await deps.waitingJobs());
    if (room <= 0) return BUSY_REST_MS;
    return dispatch(deps, room);
  });
}

/** @param room jobs to queue at most, > 0. @returns ms to rest before the next turn */
export async function dispatch(
  deps: Pick<DispatcherDeps, "pop" | "enqueueFetch" | "handedOver" | "now">,
  room: number,
): Promise<number> {
  const { entries, nextDueMs } = await deps.pop(room);
  if (entries.length === 0) return restUntil(nextDueMs, deps.now());
  await deps.enqueueFetch(entries);
  await deps.handedOver(entries);
  return BUSY_REST_MS;
}
