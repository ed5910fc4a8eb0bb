/* Whether intake must pause: too many bytes wait for extraction, or Redis is nearly full. */
import { infoField } from "./redis/info-field.ts";

export interface BacklogLimits {
  readonly backlogBytes: number;
  /** Share of maxmemory, 0 to 1. */
  readonly memoryShare: number;
}

export interface BacklogWatch {
  /** One sentence with the value and the limit, or undefined while there is room. */
  pauseReason(): Promise<string | undefined>;
  /** As `pauseReason`, for what brings no pages: only Redis' memory counts. */
  memoryReason(): Promise<string | undefined>;
  /** As of the last look. */
  bytes(): number;
}

/** INFO costs about 0.1 ms of Redis; a page is 30 kB, so little arrives between two looks. */
const LOOK_INTERVAL_MS = 250;
const PERCENT = 100;

export function memoryUse(info: string): { readonly used: number; readonly limit: number } {
  const bytes = (name: string): number => Number(infoField(info, name) ?? 0);
  return { used: bytes("used_memory"), limit: bytes("maxmemory") };
}

export function createBacklogWatch(deps: {
  /** Redis' INFO memory. */
  memoryInfo(): Promise<string>;
  readonly limits: BacklogLimits;
  backlogBytes(): Promise<number>;
  /** ms, default 250: answers younger than this are given again. */
  readonly lookIntervalMs?: number;
  readonly now: () => number;
}): BacklogWatch {
  const { limits, lookIntervalMs = LOOK_INTERVAL_MS } = deps;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let bytes = 0;
  let backlogReason: string | undefined;
  let memoryReason: string | undefined;

  async function look(): Promise<void> {
    const [waiting, info] = await Promise.all([deps.backlogBytes(), deps.memoryInfo()]);
    const { used, limit } = memoryUse(info);
    bytes = waiting;
    const isBehind = bytes > limits.backlogBytes;
    backlogReason = isBehind
      ? `${bytes} bytes of pages wait for extraction, the limit is ${limits.backlogBytes}`
      : undefined;
    const isNearlyFull = limit > 0 && used > limit * limits.memoryShare;
    memoryReason = isNearlyFull
      ? `Redis uses ${used} of ${limit} bytes, intake pauses above ${limits.memoryShare * PERCENT} %`
      : undefined;
  }

  async function lookIfOld(): Promise<void> {
    if (deps.now() - lookedAt < lookIntervalMs) return;
    lookedAt = deps.now();
    await look();
  }

  return {
    async pauseReason() {
      await lookIfOld();
      return backlogReason ?? memoryReason;
    },
    async memoryReason() {
      await lookIfOld();
      return memoryReason;
    },
    bytes: () => bytes,
  };
}
