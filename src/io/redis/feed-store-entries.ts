/* What is kept of a feed's entries: a line each, `<stamp> <offered at> <revisions>`. */
import type { Redis } from "ioredis";
import type { SeenEntry } from "../../core/poll/entry-news.ts";
import { feedIdOf } from "../../core/poll/feed-id.ts";
import type { FeedStore } from "./feed-store.ts";
import type { feedKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

/** Entries in one command: well below the 8,000 values that Lua can unpack. */
const ENTRIES_A_CALL = 1_000;

const lineOf = (seen: SeenEntry): string => `${seen.stamp} ${seen.offeredAt} ${seen.revisions}`;

function parseLine(line: string | null): SeenEntry | undefined {
  const [stamp, offeredAt, revisions] = line?.split(" ") ?? [];
  if (stamp === undefined || stamp === "") return undefined;
  return { stamp, offeredAt: Number(offeredAt), revisions: Number(revisions) };
}

export function createFeedMemory(
  redis: Redis,
  keys: ReturnType<typeof feedKeys>,
  now: () => number,
): Pick<FeedStore, "seen" | "remember"> {
  const rememberScript = loadScript("feed-remember");
  return {
    async seen(url, entryKeys) {
      const key = keys.seen(feedIdOf(url));
      const found: Array<SeenEntry | undefined> = [];
      for (let start = 0; start < entryKeys.length; start += ENTRIES_A_CALL) {
        const lines = await redis.hmget(key, ...entryKeys.slice(start, start + ENTRIES_A_CALL));
        found.push(...lines.map(parseLine));
      }
      return found;
    },
    async remember(url, entries, keep) {
      const id = feedIdOf(url);
      const places = [keys.feed(id), keys.seen(id), keys.seenAt(id)];
      for (let start = 0; start < entries.length; start += ENTRIES_A_CALL) {
        const batch = entries.slice(start, start + ENTRIES_A_CALL);
        const lines = batch.flatMap(({ key, seen, isNews }) => [
          key,
          seen ? lineOf(seen) : "",
          isNews ? 1 : 0,
        ]);
        await rememberScript.run(redis, places, [now(), keep, ...lines]);
      }
    },
  };
}
