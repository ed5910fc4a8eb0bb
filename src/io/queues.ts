/* The BullMQ queues, one a stage. Job ids are made of hashes only: ids such as `delayed` freeze a queue. */
import { type ConnectionOptions, Queue } from "bullmq";
import type { Redis } from "ioredis";
import type { Settings } from "../../config/settings.ts";
import type { Payloads, Stage } from "../pipeline.ts";
import { STAGES } from "../pipeline.ts";

export type StageQueues = { readonly [S in Stage]: Queue<Payloads[S]> };

/** BullMQ's own key prefix: hash-tagged, so that the keys of one queue stay in one slot. */
export const queuePrefix = (keyPrefix: string): string => `{${keyPrefix}:q}`;

/** Enough to look at by hand; BullMQ's default of 10,000 takes half a megabyte a queue. */
const KEPT_QUEUE_EVENTS = 500;

/**
 * @param redis shared by all queues; workers need connections of their own
 */
export function createQueues(redis: Redis, settings: Settings): StageQueues {
  const options = {
    connection: redis as ConnectionOptions,
    prefix: queuePrefix(settings.KEY_PREFIX),
    // BullMQ tells each step of each job in a stream; nobody here reads it.
    streams: { events: { maxLen: KEPT_QUEUE_EVENTS } },
    defaultJobOptions: {
      attempts: settings.JOB_ATTEMPTS,
      backoff: { type: "custom" },
      // What became of a job stands in its URL's record; the job itself is only in the way.
      removeOnComplete: true,
      removeOnFail: true,
    },
  };
  return {
    poll: new Queue("poll", options),
    fetch: new Queue("fetch", options),
    extract: new Queue("extract", options),
    cluster: new Queue("cluster", options),
    publish: new Queue("publish", options),
  };
}

export async function closeQueues(queues: StageQueues): Promise<void> {
  await Promise.all(STAGES.map((stage) => queues[stage].close()));
}
