/* The stage worker on a real queue. */
import { type ConnectionOptions, Worker } from "bullmq";
import { afterAll, describe, expect, it } from "vitest";
import { settingsWith } from "../../config/settings.ts";
import { urlKey } from "../../src/core/url/ids.ts";
import { createLog } from "../../src/io/log.ts";
import { createMetrics } from "../../src/io/metrics.ts";
import { closeQueues, createQueues, queuePrefix } from "../../src/io/queues.ts";
import { createRates } from "../../src/io/rates.ts";
import { type StageContract, startStage } from "../../workers/stage-worker.ts";
import { testRedis } from "../support/redis.ts";

const corner = testRedis();
afterAll(() => corner.close());

const settings = settingsWith({ KEY_PREFIX: corner.prefix, LOG_LEVEL: "silent" });
const DEAD_LOCK_MS = 50;

/** Takes the job and never says anything again, as a killed worker does; its lock is given up by the next. */
async function takeAndDie(): Promise<void> {
  const worker = new Worker("extract", null, {
    connection: corner.redis.duplicate() as ConnectionOptions,
    prefix: queuePrefix(corner.prefix),
    lockDuration: DEAD_LOCK_MS,
    stalledInterval: DEAD_LOCK_MS,
    maxStalledCount: settings.MAX_STALLED_COUNT,
    autorun: false,
  });
  await worker.startStalledCheckTimer();
  while (!(await worker.getNextJob("dead")));
  await worker.close(true);
}

describe("a stage's worker", () => {
  it("tells the stage how many workers died while they had the job", async () => {
    const queues = createQueues(corner.redis, settings);
    const url = "https://quay.example/ferry";
    await queues.extract.add("extract", { urlKey: urlKey(url), url });
    await takeAndDie();
    await takeAndDie();
    let tell = (_deaths: number | undefined): void => {};
    const heard = new Promise<number | undefined>((resolve) => {
      tell = resolve;
    });
    const stage: StageContract<"extract"> = {
      stage: "extract",
      concurrency: 1,
      async work(_payload, deaths) {
        tell(deaths);
        return { kind: "advanced" };
      },
      async giveUp() {},
    };
    const worker = startStage(stage, {
      connect: () => corner.redis.duplicate(),
      settings,
      log: createLog("silent"),
      metrics: createMetrics(),
      rates: createRates({ redis: corner.redis, prefix: corner.prefix, now: Date.now }),
      now: Date.now,
    });
    expect(await heard).toBe(2);
    await worker.close();
    await closeQueues(queues);
  });
});
