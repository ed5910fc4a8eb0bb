/*
 * publish: tells the world. The relay reads the outbox and makes one job per event and webhook; a job
 * posts one event. The job's id is a hash of both, so an event read twice is queued once; receivers
 * deduplicate by the event's id, since delivery is at least once.
 */
import { createHash } from "node:crypto";
import { request } from "undici";
import type { Log } from "../src/io/log.ts";
import type { Outbox } from "../src/io/outbox.ts";
import { decodeClusterEvent } from "../src/io/redis/cluster-index-events.ts";
import type { Payloads } from "../src/pipeline.ts";
import { startLoop } from "./loop.ts";
import type { RunningStage, StageContract } from "./stage-worker.ts";

const EVENTS_PER_READ = 100;
const READ_BLOCK_MS = 500;

export interface RelayDeps {
  readonly log: Log;
  readonly outbox: Outbox;
  readonly targets: readonly string[];
  enqueuePublish(jobId: string, payload: Payloads["publish"]): Promise<void>;
  countEvent(type: string): void;
}

export const webhookJobId = (eventId: string, target: string): string =>
  createHash("sha256").update(`${eventId} ${target}`).digest("hex");

export function startRelay(deps: RelayDeps): RunningStage {
  return startLoop("outbox relay", deps.log, async () => {
    await relay(deps);
    return 0;
  });
}

/** Waits for events, and acknowledges them once their jobs are queued. */
export async function relay(deps: Omit<RelayDeps, "log">): Promise<void> {
  const events = await deps.outbox.read(EVENTS_PER_READ, READ_BLOCK_MS);
  for (const { id, fields } of events) {
    const event = decodeClusterEvent(Object.entries(fields).flat());
    for (const target of deps.targets) await deps.enqueuePublish(webhookJobId(id, target), { target, event });
    deps.countEvent(fields.type ?? "unknown");
  }
  await deps.outbox.acknowledge(events.map((event) => event.id));
}

const FIRST_ERROR_STATUS = 300;

export interface PublishStageDeps {
  readonly concurrency: number;
  readonly timeoutMs: number;
  readonly userAgent: string;
  readonly log: Log;
}

export function createPublishStage(deps: PublishStageDeps): StageContract<"publish"> {
  return {
    stage: "publish",
    concurrency: deps.concurrency,
    async work({ target, event }) {
      const signal = AbortSignal.timeout(deps.timeoutMs);
      try {
        const response = await request(target, {
          method: "POST",
          headers: { "content-type": "application/json", "user-agent": deps.userAgent },
          body: JSON.stringify(event),
          signal,
        });
        // The status is the answer: a body that never ends is let go of when the time is over.
        await response.body.dump();
        if (response.statusCode < FIRST_ERROR_STATUS) return { kind: "advanced" };
        const message = `webhook answered ${response.statusCode}; below ${FIRST_ERROR_STATUS} is success`;
        return { kind: "failed", error: "http-status", message };
      } catch (error) {
        if (signal.aborted)
          return {
            kind: "failed",
            error: "timeout",
            message: `webhook did not answer in ${deps.timeoutMs} ms`,
          };
        const message = error instanceof Error ? error.message : String(error);
        return { kind: "failed", error: "connect", message };
      }
    },
    async giveUp({ target, event }, error, message) {
      deps.log.error(
        { target: new URL(target).host, event: event.id, error, message },
        "event not delivered",
      );
    },
  };
}
