/* Which feeds are followed: added, listed, removed. */
import { feedIdOf } from "../../core/poll/feed-id.ts";
import type { FeedStore, FeedStoreContext } from "./feed-store.ts";
import { type FeedRecord, fieldsOf, parseFeedRecord } from "./feed-store-record.ts";
import { loadScript } from "./scripts.ts";

/** Records read in one round trip. */
const LIST_BATCH = 500;

export function createFeedList(context: FeedStoreContext): Pick<FeedStore, "add" | "list" | "remove"> {
  const { redis, keys, now, find, releaseHub } = context;
  const addScript = loadScript("feed-add");
  return {
    async add(feed) {
      const existing = await find(feed.url);
      if (existing) return { kind: "already-followed", url: existing.url };
      const { url, ...fields } = feed;
      const places = [keys.feed(feedIdOf(url)), keys.feeds(), keys.moved()];
      const args = [url, now(), ...fieldsOf({ ...fields, state: feed.state ?? "active" }).set];
      const isNew = (await addScript.run(redis, places, args)) === 1;
      return { kind: isNew ? "added" : "already-followed", url };
    },
    async list() {
      const urls = await redis.zrange(keys.feeds(), "0", "-1");
      const records: FeedRecord[] = [];
      for (let start = 0; start < urls.length; start += LIST_BATCH)
        records.push(...(await recordsOf(urls.slice(start, start + LIST_BATCH), context)));
      return records;
    },
    async remove(url) {
      const record = await find(url);
      if (!record) return false;
      await releaseHub(record.url);
      const id = feedIdOf(record.url);
      const removal = redis
        .multi()
        .del(keys.feed(id), keys.seen(id), keys.seenAt(id))
        .zrem(keys.feeds(), record.url);
      if (record.movedFrom !== null) removal.hdel(keys.moved(), record.movedFrom);
      await removal.exec();
      return true;
    },
  };
}

/** In one round trip; without those that were removed meanwhile. */
async function recordsOf(
  urls: readonly string[],
  { redis, keys }: Pick<FeedStoreContext, "redis" | "keys">,
): Promise<FeedRecord[]> {
  const pipeline = redis.pipeline();
  for (const url of urls) pipeline.hgetall(keys.feed(feedIdOf(url)));
  const answers = (await pipeline.exec()) ?? [];
  return answers.flatMap(([error, fields]) => {
    if (error) throw error;
    return parseFeedRecord(fields as Record<string, string>) ?? [];
  });
}
