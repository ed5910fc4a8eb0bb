/* What changes about a followed feed: by a person, by a poll, by its server. */
import { feedIdOf } from "../../core/poll/feed-id.ts";
import type { FeedStore, FeedStoreContext } from "./feed-store.ts";
import { type FeedState, type FeedUpdate, fieldsOf } from "./feed-store-record.ts";
import { loadScript } from "./scripts.ts";

type Changes = Pick<FeedStore, "setState" | "changeSettings" | "settle" | "move">;

export function createFeedChanges(context: FeedStoreContext): Changes {
  const { redis, keys, now, find, releaseHub } = context;
  const scripts = {
    settle: loadScript("feed-settle"),
    state: loadScript("feed-state"),
    move: loadScript("feed-move"),
  };

  async function settle(url: string, update: FeedUpdate): Promise<FeedState | undefined> {
    const { state, ...rest } = update;
    const { set, deleted } = fieldsOf(rest);
    const args = [state ?? "", deleted.length, ...deleted, ...set];
    const after = await scripts.settle.run(redis, [keys.feed(feedIdOf(url))], args);
    if (after === "paused" || after === "ended") await releaseHub(url);
    return after === "" ? undefined : (after as FeedState);
  }

  return {
    settle,
    async setState(url, state, reason) {
      const record = await find(url);
      if (!record) return false;
      const places = [keys.feed(feedIdOf(record.url))];
      if ((await scripts.state.run(redis, places, [state, reason ?? ""])) !== 1) return false;
      if (state !== "active") await releaseHub(record.url);
      return true;
    },
    async changeSettings(url, settings) {
      const record = await find(url);
      return record !== undefined && (await settle(record.url, settings)) !== undefined;
    },
    async move(from, to) {
      const [oldId, newId] = [feedIdOf(from), feedIdOf(to)];
      const places = [
        ...[keys.feed(oldId), keys.feed(newId), keys.seen(oldId), keys.seen(newId)],
        ...[keys.seenAt(oldId), keys.seenAt(newId), keys.feeds(), keys.moved()],
      ];
      const answer = await scripts.move.run(redis, places, [from, to, now()]);
      if (answer === "already-followed") await releaseHub(from);
      return answer as "moved" | "already-followed" | "unknown";
    },
  };
}
