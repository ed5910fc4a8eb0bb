/* What the benchmark's processes say to each other. */

export interface WorkerTask {
  readonly redisUrl: string;
  readonly prefix: string;
  readonly worldPort: number;
  readonly hostDelayMs: number;
  /** Fetches under way at once in this process. */
  readonly concurrency: number;
  /** Pages after which this process ends; it ends where nothing waits any more as well. */
  readonly pages: number;
}

export interface WorkerReport {
  /** Results by kind. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** ms of processor time, user and system, from the first fetch to the last. */
  readonly cpuMs: number;
  readonly residentBytes: number;
}

export interface WorldReport {
  readonly requests: number;
  /** Gaps between two requests to one host that were shorter than the delay, robots.txt included. */
  readonly violations: number;
  /** ms. */
  readonly shortestGapMs: number;
  readonly medianGapMs: number;
}

export type ToWorld = { readonly ask: "report"; readonly hostDelayMs: number };
export type FromWorld =
  | { readonly kind: "listening"; readonly port: number }
  | { readonly kind: "report"; readonly report: WorldReport };
