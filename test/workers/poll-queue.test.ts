/* The poll stage on a real queue: what the scheduler and a running job do to each other. */
import { afterAll, describe, expect, it } from "vitest";
import { settingsWith } from "../../config/settings.ts";
import { scheduleFeed, unscheduleFeed } from "../../src/io/feed-scheduler.ts";
import { createLog } from "../../src/io/log.ts";
import { createMetrics } from "../../src/io/metrics.ts";
import { closeQueues, createQueues } from "../../src/io/queues.ts";
import { createRates } from "../../src/io/rates.ts";
import { createFeedStore } from "../../src/io/redis/feed-store.ts";
import { createPollStage } from "../../workers/poll.ts";
import { startStage } from "../../workers/stage-worker.ts";
import { items, rss } from "../core/poll/documents.ts";
import { fetchedPage } from "../support/fetched-page.ts";
import { testRedis } from "../support/redis.ts";

const corner = testRedis();
afterAll(() => corner.close());

const HOUR = 3_600_000;
const URL = "https://harbour.example/feed";
const settings = settingsWith({ KEY_PREFIX: corner.prefix, LOG_LEVEL: "silent", RETRY_BACKOFF_MS: 10 });

describe("a feed on a running queue", () => {
  it("is polled again and again, and has one job waiting whatever its polls change", async () => {
    const queues = createQueues(corner.redis, settings);
    const feeds = createFeedStore({ redis: corner.redis, prefix: corner.prefix, now: Date.now });
    const offered: string[] = [];
    let polls = 0;
    let polledFourTimes = (): void => {};
    const done = new Promise<void>((resolve) => {
      polledFourTimes = resolve;
    });
    const stage = createPollStage({
      feeds,
      // A slow machine may be behind a schedule of 100 ms, and two polls of one feed at once offer the same twice.
      concurrency: 1,
      now: Date.now,
      async fetchFeed() {
        polls++;
        if (polls === 4) polledFourTimes();
        // A failure in between changes the schedule from within a job, and the next success changes it back.
        if (polls === 2) return { kind: "failed", error: "timeout", message: "too slow", permanent: false };
        return fetchedPage(URL, rss(items(polls)), { contentType: "application/rss+xml" });
      },
      heldBecause: async () => undefined,
      async offerUrls(entries) {
        offered.push(...entries.map(({ url }) => url));
        return entries.map(() => ({ kind: "queued" }));
      },
      schedule: (url, everyMs) => scheduleFeed(queues.poll, url, everyMs),
      unschedule: (url) => unscheduleFeed(queues.poll, url),
    });
    const worker = startStage(stage, {
      connect: () => corner.redis.duplicate(),
      settings,
      log: createLog("silent"),
      metrics: createMetrics(),
      rates: createRates({ redis: corner.redis, prefix: corner.prefix, now: Date.now }),
      now: Date.now,
    });
    await feeds.add({ url: URL, intervalMs: 100, minIntervalMs: 100, maxIntervalMs: 100 });
    await scheduleFeed(queues.poll, URL, 100, 0);
    await done;
    await worker.close();
    expect(offered).toEqual([...new Set(offered)]);
    expect(offered.slice(0, 4).map((url) => url.slice(-1))).toEqual(["0", "1", "2", "3"]);
    expect(await queues.poll.getJobSchedulersCount()).toBe(1);
    const waiting = await queues.poll.getJobCounts("waiting", "delayed", "active", "failed");
    expect((waiting.waiting ?? 0) + (waiting.delayed ?? 0)).toBe(1);
    expect(waiting).toMatchObject({ active: 0, failed: 0 });
    await scheduleFeed(queues.poll, URL, HOUR);
    expect(await queues.poll.getJobCounts("waiting", "delayed")).toEqual({ waiting: 0, delayed: 1 });
    await closeQueues(queues);
  });
});
