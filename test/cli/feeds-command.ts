/* `wirefold feeds …` in the test's own process, on the test's Redis, with a made-up web. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import { settingsWith } from "../../config/settings.ts";
import { registerFeeds } from "../../src/cli/feeds.ts";
import type { FetchResult } from "../../src/io/http/fetch-result.ts";
import { closeQueues, createQueues, type StageQueues } from "../../src/io/queues.ts";
import { createFeedStore, type FeedStore } from "../../src/io/redis/feed-store.ts";
import { fetchedPage } from "../support/fetched-page.ts";
import { testRedis } from "../support/redis.ts";

const corner = testRedis();
export let folder = "";
let corners = 0;
export let feeds: FeedStore;
export let queues: StageQueues;
/** Documents of the test's world, by URL. */
export let world: Map<string, string>;
export let printed = "";
/** Every URL that was asked for. */
export let fetched: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirefold-feeds-"));
});
beforeEach(() => {
  const settings = settingsWith({ KEY_PREFIX: `${corner.prefix}-${corners++}` });
  feeds = createFeedStore({ redis: corner.redis, prefix: settings.KEY_PREFIX, now: Date.now });
  queues = createQueues(corner.redis, settings);
  world = new Map();
  printed = "";
  fetched = [];
  const collect = (text: string | Uint8Array): boolean => {
    printed += String(text);
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(collect);
  vi.spyOn(process.stderr, "write").mockImplementation(collect);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await closeQueues(queues);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  for await (const keys of corner.redis.scanStream({ match: `*${corner.prefix}-*` }))
    if ((keys as string[]).length > 0) await corner.redis.unlink(...(keys as string[]));
  await corner.close();
});

function answer(url: string): FetchResult {
  const document = world.get(url);
  if (document === undefined)
    return { kind: "failed", error: "http-status", message: `${url} answered HTTP 404`, permanent: true };
  return fetchedPage(url, document);
}

/** Runs `wirefold feeds …`; rejects as the command line would end with a status other than 0. */
export async function run(...words: readonly string[]): Promise<string> {
  const program = new Command().exitOverride();
  registerFeeds(program, async () => ({
    settings: settingsWith({}),
    feeds,
    queues,
    async fetchFeed(url) {
      fetched.push(url);
      return answer(url);
    },
    now: Date.now,
    close: async () => {},
  }));
  printed = "";
  await program.parseAsync(["node", "wirefold", "feeds", ...words]);
  return printed;
}
export const followed = async (): Promise<string[]> => (await feeds.list()).map(({ url }) => url);
export const scheduled = (): Promise<number> => queues.poll.getJobSchedulersCount();

export const SITE = "https://harbour.example/";
export const FEED = "https://harbour.example/feed.xml";
