/*
 * The one file that knows BullMQ's Worker. A stage is a function from payload to StageResult; here it
 * gets its retries, its one log line, its one count, and a lock that survives killed neighbours.
 *
 * What the figures in the settings come from: with BullMQ's defaults (30 s lock, one stall allowed)
 * 28 of 2,500 jobs were lost in 50 worker kills; with 5 s / 2 s / 100 none was lost and none done twice.
 */
import { type ConnectionOptions, DelayedError, type Job, UnrecoverableError, Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { Settings } from "../config/settings.ts";
import type { FailureKind, Outcome } from "../src/core/outcome.ts";
import type { Log } from "../src/io/log.ts";
import type { Metrics } from "../src/io/metrics.ts";
import { queuePrefix } from "../src/io/queues.ts";
import type { Rates } from "../src/io/rates.ts";
import type { Payloads, Stage } from "../src/pipeline.ts";

/** How one run of a job in its stage ended. */
export type StageResult =
  /** The next stage has it. */
  | { readonly kind: "advanced"; readonly detail?: string | undefined }
  /** The URL has its outcome. */
  | { readonly kind: "settled"; readonly outcome: Outcome }
  /** A passing error: tried again until the tries are used up. */
  | {
      readonly kind: "failed";
      readonly error: FailureKind;
      readonly message: string;
      readonly afterMs?: number | undefined;
    }
  /** Not its turn yet: again after `afterMs`, without using up a try. */
  | { readonly kind: "postponed"; readonly afterMs: number };

export interface StageContract<S extends Stage> {
  readonly stage: S;
  readonly concurrency: number;
  /** @param deaths workers that died while they had this job; none where left out */
  work(payload: Payloads[S], deaths?: number): Promise<StageResult>;
  /** Called before a job waits for its next try: writes the step that `explain` shows meanwhile. */
  noteRetry?(payload: Payloads[S], error: FailureKind, message: string): Promise<void>;
  /** Called when the tries are used up: writes the outcome `failed`. */
  giveUp(payload: Payloads[S], error: FailureKind, message: string): Promise<void>;
}

export interface StageWorkerDeps {
  /** Makes a connection of this worker's own (BullMQ blocks on it). */
  readonly connect: () => Redis;
  readonly settings: Settings;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly rates: Rates;
  readonly now: () => number;
}

export interface RunningStage {
  /** Stops taking jobs and waits for those under way. */
  close(): Promise<void>;
}

/** Carries a passing error and its wished wait through BullMQ's retry. */
class PassingError extends Error {
  readonly error: FailureKind;
  readonly afterMs: number | undefined;
  constructor(error: FailureKind, message: string, afterMs: number | undefined) {
    super(message);
    this.error = error;
    this.afterMs = afterMs;
  }
}

/** Doubling from the setting, or what the server asked for where that is longer. */
function backoffMs(settings: Settings, attemptsMade: number, error: Error | undefined): number {
  const wished = error instanceof PassingError ? (error.afterMs ?? 0) : 0;
  return Math.max(wished, settings.RETRY_BACKOFF_MS * 2 ** Math.max(0, attemptsMade - 1));
}

async function settleResult<S extends Stage>(
  contract: StageContract<S>,
  payload: Payloads[S],
  result: StageResult,
  lastTry: boolean,
): Promise<string> {
  switch (result.kind) {
    case "advanced":
      return "advanced";
    case "settled":
      return result.outcome.kind;
    case "postponed":
      return "postponed";
    case "failed":
      if (!lastTry) {
        await contract.noteRetry?.(payload, result.error, result.message);
        return "retried";
      }
      await contract.giveUp(payload, result.error, result.message);
      return "failed";
    default:
      return result satisfies never;
  }
}

const MS_PER_SECOND = 1_000;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function runJob<S extends Stage>(
  contract: StageContract<S>,
  deps: StageWorkerDeps,
  job: Job<Payloads[S]>,
  token: string | undefined,
): Promise<void> {
  const { stage } = contract;
  const startedAt = deps.now();
  // Whoever queued the job decided its tries; BullMQ counts by that, whatever this process is set to.
  const lastTry = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
  let result: StageResult;
  try {
    result = await contract.work(job.data, job.stalledCounter);
  } catch (error) {
    deps.log.error({ stage, job: job.id, err: error }, "job threw");
    result = { kind: "failed", error: "internal", message: messageOf(error) };
  }
  let word: string;
  try {
    word = await settleResult(contract, job.data, result, lastTry);
  } catch (error) {
    // The outcome could not be written: the job must not end before it is.
    deps.log.error({ stage, job: job.id, err: error }, "outcome not written, tried again");
    await job.moveToDelayed(deps.now() + deps.settings.RETRY_BACKOFF_MS, token);
    throw new DelayedError();
  }
  const tookMs = deps.now() - startedAt;
  deps.metrics.countJob(stage, word, tookMs / MS_PER_SECOND);
  deps.rates.count(stage, word);
  const message = "message" in result ? result.message : undefined;
  deps.log.info({ stage, job: job.id, result: word, tookMs, ...logDetail(result), message }, "job");
  if (result.kind === "postponed") {
    await job.moveToDelayed(deps.now() + result.afterMs, token);
    throw new DelayedError();
  }
  if (result.kind === "failed" && !lastTry)
    throw new PassingError(result.error, result.message, result.afterMs);
}

function logDetail(result: StageResult): Record<string, unknown> {
  if (result.kind === "settled") return { outcome: result.outcome };
  if (result.kind === "advanced") return { detail: result.detail };
  return result.kind === "failed" ? { error: result.error } : { afterMs: result.afterMs };
}

/** Least time between two log lines about a lost connection: a full or absent Redis fails thousands of times a second. */
const ERROR_LOG_INTERVAL_MS = 5_000;

export function startStage<S extends Stage>(contract: StageContract<S>, deps: StageWorkerDeps): RunningStage {
  const { settings, log } = deps;
  const worker = new Worker<Payloads[S]>(contract.stage, (job, token) => runJob(contract, deps, job, token), {
    connection: deps.connect() as ConnectionOptions,
    prefix: queuePrefix(settings.KEY_PREFIX),
    concurrency: contract.concurrency,
    lockDuration: settings.JOB_LOCK_MS,
    stalledInterval: settings.STALLED_INTERVAL_MS,
    maxStalledCount: settings.MAX_STALLED_COUNT,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
    settings: {
      backoffStrategy: (attemptsMade, _type, error) => backoffMs(settings, attemptsMade, error),
    },
  });
  let lastLoggedAt = 0;
  worker.on("error", (error) => {
    if (deps.now() - lastLoggedAt < ERROR_LOG_INTERVAL_MS) return;
    lastLoggedAt = deps.now();
    log.error({ stage: contract.stage, err: error }, "worker error");
  });
  // A job that stalled too often never reaches `work` again: BullMQ fails it itself, and says so here.
  worker.on("failed", (job, error) => {
    if (!job || !(error instanceof UnrecoverableError)) return;
    contract.giveUp(job.data, "internal", error.message).catch((err: unknown) => {
      log.error({ stage: contract.stage, job: job.id, err }, "outcome of a stalled job not written");
    });
  });
  return { close: () => worker.close() };
}
