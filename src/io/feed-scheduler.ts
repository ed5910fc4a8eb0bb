/*
 * When each feed's next poll comes: one BullMQ job scheduler a feed, which makes one job at a time.
 * Its id is made of a hash only.
 *
 * `startDate` says when the first poll comes; `offset` is where in an interval a feed's polls fall when
 * BullMQ has to catch up after the workers were away, so that they do not all fall on the same moment.
 * Without the first, a changed interval could fall due at once although the server said `Retry-After`.
 */
import type { Queue } from "bullmq";
import { feedIdOf, spreadShare } from "../core/poll/feed-id.ts";
import type { Payloads } from "../pipeline.ts";
import type { FeedStore } from "./redis/feed-store.ts";

type PollQueue = Queue<Payloads["poll"]>;

const SCHEDULER_PREFIX = "feed-";
const schedulerId = (feedUrl: string): string => `${SCHEDULER_PREFIX}${feedIdOf(feedUrl)}`;

/**
 * Polls the feed every so often, whatever was scheduled before. The same interval again changes nothing.
 * @param intervalMs >= 1
 * @param firstInMs ms until the first poll of this interval, >= 0
 */
export async function scheduleFeed(
  queue: PollQueue,
  feedUrl: string,
  intervalMs: number,
  firstInMs: number = intervalMs,
): Promise<void> {
  const every = Math.max(1, Math.round(intervalMs));
  const offset = Math.floor(spreadShare(feedUrl) * every);
  const startDate = Date.now() + Math.round(firstInMs);
  await queue.upsertJobScheduler(
    schedulerId(feedUrl),
    { every, offset, startDate },
    { name: "poll", data: { feedUrl } },
  );
}

/** Ends the feed's polls; one that is under way ends by itself. */
export async function unscheduleFeed(queue: PollQueue, feedUrl: string): Promise<void> {
  await queue.removeJobScheduler(schedulerId(feedUrl));
}

/** Polls the feed at once, beside its schedule; asked for several times before it comes, once. */
export async function pollFeedNow(queue: PollQueue, feedUrl: string): Promise<void> {
  await queue.add("poll", { feedUrl }, { jobId: `now-${feedIdOf(feedUrl)}` });
}

/**
 * Makes schedules and feeds agree again, for a queue that was emptied or a command killed half way:
 * every active feed is scheduled (spread over its interval), no other is. To be called at start.
 */
export async function reconcileSchedules(
  queue: PollQueue,
  feeds: FeedStore,
): Promise<{ readonly scheduled: number; readonly removed: number }> {
  const followed = await feeds.list();
  const wanted = new Map(
    followed.filter(({ state }) => state === "active").map((feed) => [schedulerId(feed.url), feed]),
  );
  const schedulers = (await queue.getJobSchedulers(0, -1)).map(({ key }) => key);
  const orphans = schedulers.filter((key) => key.startsWith(SCHEDULER_PREFIX) && !wanted.has(key));
  for (const key of orphans) await queue.removeJobScheduler(key);
  for (const key of schedulers) wanted.delete(key);
  for (const { url, intervalMs } of wanted.values())
    await scheduleFeed(queue, url, intervalMs, spreadShare(url) * intervalMs);
  return { scheduled: wanted.size, removed: orphans.length };
}
