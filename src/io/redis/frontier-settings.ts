/* How patient and how fair the frontier is. */
import { DAY_MS } from "../../core/units.ts";

export interface FrontierSettings {
  /** ms, 0 to 600,000, default 1,000: least time from the end of one request to a host to the start of the next; where several are asked at once, from a page's start (frontier-slots.ts). */
  readonly hostDelayMs: number;
  /** Count, from 1, default 1: requests to one host that may be open at once, over all processes. */
  readonly hostConcurrency: number;
  /** ms, default 30,000: a popped URL that was not handed over by then goes back to its host. */
  readonly leaseMs: number;
  /** ms, default 120,000: a host that was handed out waits this long for its slot's release, as after a crash. Above queue wait + fetch. */
  readonly holdMs: number;
  /** ms, default 60,000: a request that was not released by then has crashed. Above the fetch's total time limit. */
  readonly slotMs: number;
  /** Share of what is popped, 0 to 1, default 0.2: kept for hosts with backlog only, so that fresh news never starves them. */
  readonly backlogShare: number;
  /** Factor, default 64: the delay grows at most to this many times itself on 429 and 503. */
  readonly maxSlowness: number;
  /** Count, default 10: good answers in a row that halve the factor again. */
  readonly recoveryAnswers: number;
  /** ms, default 1,000: where the delay is shorter than this, slowing down starts from here. */
  readonly slowStartMs: number;
  /** ms, default 600,000: longest delay that slowing down leads to. */
  readonly longestDelayMs: number;
  /** ms, default 7 days: how long a host that is not asked any more is remembered. */
  readonly hostMemoryMs: number;
}

export const FRONTIER_DEFAULTS: FrontierSettings = {
  hostDelayMs: 1_000,
  hostConcurrency: 1,
  leaseMs: 30_000,
  holdMs: 120_000,
  slotMs: 60_000,
  backlogShare: 0.2,
  maxSlowness: 64,
  recoveryAnswers: 10,
  slowStartMs: 1_000,
  longestDelayMs: 600_000,
  hostMemoryMs: 7 * DAY_MS,
};
