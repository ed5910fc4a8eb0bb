import { type ConnectionOptions, Queue } from "bullmq";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { feedIdOf } from "../../src/core/poll/feed-id.ts";
import { reconcileSchedules, scheduleFeed, unscheduleFeed } from "../../src/io/feed-scheduler.ts";
import { queuePrefix } from "../../src/io/queues.ts";
import { createFeedStore } from "../../src/io/redis/feed-store.ts";
import type { Payloads } from "../../src/pipeline.ts";
import { testRedis } from "../support/redis.ts";

const corner = testRedis();
const queue = new Queue<Payloads["poll"]>("poll", {
  connection: corner.redis as ConnectionOptions,
  prefix: queuePrefix(corner.prefix),
});
const HOUR = 3_600_000;
const URL = "https://harbour.example/feed?a=1:2";

beforeEach(() => queue.obliterate({ force: true }));
afterAll(async () => {
  await queue.obliterate({ force: true });
  await queue.close();
  await corner.close();
});

const waits = async (): Promise<number[]> =>
  (await queue.getJobs(["delayed"])).map((job) => job.timestamp + job.delay - Date.now());

describe("a feed's schedule", () => {
  it("is one delayed job, named by a hash only", async () => {
    await scheduleFeed(queue, URL, HOUR);
    const [scheduler, ...others] = await queue.getJobSchedulers();
    expect(others).toEqual([]);
    expect(scheduler).toMatchObject({ key: `feed-${feedIdOf(URL)}`, every: HOUR });
    const [job] = await queue.getDelayed();
    expect(job?.data).toEqual({ feedUrl: URL });
    expect(job?.id).toMatch(/^repeat:feed-[0-9a-f]{32}:\d+$/);
  });

  it("comes first when it is told to", async () => {
    await scheduleFeed(queue, URL, HOUR, 0);
    expect(await queue.getJobCounts("waiting", "delayed")).toMatchObject({ waiting: 1, delayed: 0 });
  });

  it("is not due before a new interval has passed, however that falls", async () => {
    await scheduleFeed(queue, URL, HOUR / 4, 1_000);
    await scheduleFeed(queue, URL, 5 * HOUR);
    const [wait, ...others] = await waits();
    expect(others).toEqual([]);
    expect(wait).toBeGreaterThan(4 * HOUR);
    expect(wait).toBeLessThanOrEqual(5 * HOUR);
  });

  it("is not put off by the same interval again", async () => {
    await scheduleFeed(queue, URL, HOUR, 60_000);
    await scheduleFeed(queue, URL, HOUR);
    const [wait, ...others] = await waits();
    expect(others).toEqual([]);
    expect(wait).toBeLessThanOrEqual(60_000);
  });

  it("ends without a trace", async () => {
    await scheduleFeed(queue, URL, HOUR);
    await unscheduleFeed(queue, URL);
    await unscheduleFeed(queue, URL);
    expect(await queue.getJobSchedulersCount()).toBe(0);
    expect(await queue.getJobCounts("waiting", "delayed")).toMatchObject({ waiting: 0, delayed: 0 });
  });

  it("is made again for every active feed, and for no other", async () => {
    const feeds = createFeedStore({ redis: corner.redis, prefix: corner.prefix, now: Date.now });
    const bounds = { intervalMs: HOUR, minIntervalMs: HOUR, maxIntervalMs: HOUR };
    for (const name of ["kept", "lost", "paused"])
      await feeds.add({ url: `https://${name}.example/`, ...bounds });
    await feeds.setState("https://paused.example/", "paused", null);
    for (const name of ["kept", "paused", "removed"])
      await scheduleFeed(queue, `https://${name}.example/`, HOUR);
    expect(await reconcileSchedules(queue, feeds)).toEqual({ scheduled: 1, removed: 2 });
    expect(await reconcileSchedules(queue, feeds)).toEqual({ scheduled: 0, removed: 0 });
    const scheduled = (await queue.getJobSchedulers()).map(({ template }) => template?.data?.feedUrl);
    expect(scheduled.sort()).toEqual(["https://kept.example/", "https://lost.example/"]);
  });
});
