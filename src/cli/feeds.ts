/*
 * wirefold feeds: which feeds are followed, and how they are doing. Adding a feed reads it once; from
 * then on the workers poll it.
 */
import type { Command } from "commander";
import type { Settings } from "../../config/settings.ts";
import { feedIdOf } from "../core/poll/feed-id.ts";
import { firstPollInMs } from "../core/poll/schedule.ts";
import type { FetchFeed } from "../io/feed-fetch.ts";
import { scheduleFeed, unscheduleFeed } from "../io/feed-scheduler.ts";
import type { StageQueues } from "../io/queues.ts";
import type { FeedStore } from "../io/redis/feed-store.ts";
import type { FeedRecord } from "../io/redis/feed-store-record.ts";
import {
  type AddOptions,
  addFeeds,
  boundsFrom,
  checkFeeds,
  type IntervalOptions,
  intervalsFrom,
} from "./feeds-add.ts";
import { exportFeeds, type ImportOptions, importFeeds } from "./feeds-import.ts";
import { type SettingsOptions, settingsFrom, withSettingsOptions } from "./feeds-settings.ts";
import { feedCounts, feedProblems, feedTable } from "./feeds-table.ts";
import { CommandError, print, printError, shown, UsageError } from "./terminal.ts";

/** What the commands about feeds need; `close` ends every connection. */
export interface FeedsCommandDeps {
  readonly settings: Settings;
  readonly feeds: FeedStore;
  readonly queues: Pick<StageQueues, "poll">;
  readonly fetchFeed: FetchFeed;
  /** ms since epoch. */
  now(): number;
  close(): Promise<void>;
}
export type OpenService = () => Promise<FeedsCommandDeps>;

/** Opens the service, does the work, and closes it whatever happened. */
async function withFeeds(open: OpenService, work: (deps: FeedsCommandDeps) => Promise<void>): Promise<void> {
  const deps = await open();
  try {
    await work(deps);
  } finally {
    await deps.close();
  }
}

const LIST_STATES = ["active", "paused", "ended", "failing"] as const;
type ListState = (typeof LIST_STATES)[number];

function isListed(feed: FeedRecord, state: ListState | undefined): boolean {
  if (state === undefined) return true;
  return state === "failing" ? feed.state === "active" && feed.failures > 0 : feed.state === state;
}

async function listFeeds(
  deps: FeedsCommandDeps,
  options: { readonly state?: string; readonly json?: boolean },
): Promise<void> {
  const state = LIST_STATES.find((each) => each === options.state);
  if (options.state !== undefined && state === undefined)
    throw new UsageError(`--state must be one of ${LIST_STATES.join(", ")}; it is "${shown(options.state)}"`);
  const all = await deps.feeds.list();
  const feeds = all.filter((feed) => isListed(feed, state));
  if (options.json) {
    for (const feed of feeds) print(JSON.stringify({ feedId: feedIdOf(feed.url), ...feed }));
    return;
  }
  if (feeds.length === 0 && all.length > 0) return print(`none of ${all.length} feeds is ${state}`);
  if (feeds.length === 0)
    return print("no feeds; add one with: wirefold feeds add <address of a site or feed>");
  print(feedTable(feeds, deps.now(), process.stdout.columns));
  for (const line of feedProblems(feeds)) print(line);
  print(feedCounts(feeds));
}

/** Does one thing with each named feed, and fails at the end where one is not followed. */
async function withEach(urls: readonly string[], work: (url: string) => Promise<boolean>): Promise<void> {
  const unknown: string[] = [];
  for (const url of urls) if (!(await work(url))) unknown.push(url);
  for (const url of unknown) printError(`not followed: ${shown(url)}`);
  if (unknown.length > 0)
    throw new CommandError(`${unknown.length} of ${urls.length} feeds are not followed`);
}

const namedFeeds = async (
  deps: FeedsCommandDeps,
  urls: readonly string[],
  options: { readonly all?: boolean },
): Promise<string[]> => {
  if (options.all) return (await deps.feeds.list()).map(({ url }) => url);
  if (urls.length === 0) throw new UsageError("give the addresses of feeds, or --all");
  return [...urls];
};

const removeFeeds = (deps: FeedsCommandDeps, urls: readonly string[]): Promise<void> =>
  withEach(urls, async (url) => {
    const feed = await deps.feeds.get(url);
    if (!feed) return false;
    await unscheduleFeed(deps.queues.poll, feed.url);
    await deps.feeds.remove(feed.url);
    print(`removed ${shown(feed.url)}`);
    return true;
  });

const pauseFeeds = async (
  deps: FeedsCommandDeps,
  urls: readonly string[],
  options: { readonly all?: boolean },
): Promise<void> =>
  withEach(await namedFeeds(deps, urls, options), async (url) => {
    const feed = await deps.feeds.get(url);
    if (!feed) return false;
    // An ended feed stays ended: pausing it would hide why.
    if (feed.state !== "active") return true;
    await deps.feeds.setState(feed.url, "paused", "paused by hand");
    await unscheduleFeed(deps.queues.poll, feed.url);
    print(`paused ${shown(feed.url)}`);
    return true;
  });

async function resumeFeeds(
  deps: FeedsCommandDeps,
  urls: readonly string[],
  options: { readonly all?: boolean },
): Promise<void> {
  const named = await namedFeeds(deps, urls, options);
  await withEach(named, async (url) => {
    const feed = await deps.feeds.get(url);
    if (!feed) return false;
    // A feed that said 410 is asked again only where it is named.
    if (feed.state === "active" || (options.all === true && feed.state === "ended")) return true;
    await deps.feeds.setState(feed.url, "active", null);
    const firstInMs = firstPollInMs(feed.url, feed.intervalMs, named.length);
    await scheduleFeed(deps.queues.poll, feed.url, feed.intervalMs, firstInMs);
    print(`resumed ${shown(feed.url)}`);
    return true;
  });
}

async function changeSettings(
  deps: FeedsCommandDeps,
  urls: readonly string[],
  options: SettingsOptions & IntervalOptions,
): Promise<void> {
  const settings = settingsFrom(options);
  const bounds = boundsFrom(options);
  if (Object.keys({ ...settings, ...bounds }).length === 0)
    throw new UsageError(
      "give --publisher, --language, --priority, --full-text, --no-full-text, --min-interval or --max-interval",
    );
  await withEach(urls, async (url) => {
    const feed = await deps.feeds.get(url);
    if (!feed) return false;
    const intervals = intervalsFrom(deps, {}, { ...feed, ...bounds });
    const { minIntervalMs, maxIntervalMs } = intervals;
    const intervalMs = Math.min(maxIntervalMs, Math.max(minIntervalMs, feed.intervalMs));
    if (!(await deps.feeds.changeSettings(url, { ...settings, ...bounds, intervalMs }))) return false;
    // One that fails waits for its next try, and has the new interval when it works again.
    if (feed.state === "active" && feed.failures === 0 && intervalMs !== feed.intervalMs)
      await scheduleFeed(deps.queues.poll, feed.url, intervalMs);
    print(`changed ${shown(feed.url)}`);
    return true;
  });
}

export function registerFeeds(program: Command, open: OpenService): void {
  const feeds = program.command("feeds").description("follow feeds and news sitemaps");
  registerFinding(feeds, open);
  registerStates(feeds, open);
  registerSettings(feeds, open);
}

const withIntervalOptions = (command: Command): Command =>
  command
    .option("--min-interval <duration>", "read it no more often than this")
    .option("--max-interval <duration>", "read it at least this often");

/** What is read or looked at: add, check, list. */
function registerFinding(feeds: Command, open: OpenService): void {
  const add = feeds
    .command("add")
    .description("follow a feed, or the feed of a site")
    .argument("<urls...>", "address of a site, a feed or a news sitemap")
    .option("--all", "follow every feed and news sitemap that the site names, not only its first");
  withSettingsOptions(withIntervalOptions(add)).action((urls: string[], options: AddOptions) =>
    withFeeds(open, (deps) => addFeeds(deps, urls, options)),
  );
  feeds
    .command("check")
    .description("read feeds now and show what is in them; changes nothing")
    .argument("<urls...>", "addresses of feeds or sites, followed or not")
    .option("--json", "one JSON line a feed, with its entries")
    .action((urls: string[], options) => withFeeds(open, (deps) => checkFeeds(deps, urls, options)));
  feeds
    .command("list")
    .description("followed feeds with state and interval, and what is wrong with them")
    .option("--state <state>", `only ${LIST_STATES.join(", ")}`)
    .option("--json", "one JSON line a feed")
    .action((options) => withFeeds(open, (deps) => listFeeds(deps, options)));
}

function registerStates(feeds: Command, open: OpenService): void {
  feeds
    .command("remove")
    .description("stop following feeds and forget them; their articles stay")
    .argument("<urls...>", "addresses of feeds")
    .action((urls: string[]) => withFeeds(open, (deps) => removeFeeds(deps, urls)));
  feeds
    .command("pause")
    .description("stop polling feeds, but remember them")
    .argument("[urls...]", "addresses of feeds")
    .option("--all", "every active feed")
    .action((urls: string[], options) => withFeeds(open, (deps) => pauseFeeds(deps, urls, options)));
  feeds
    .command("resume")
    .description("poll paused feeds again, at once; an ended one where it is named")
    .argument("[urls...]", "addresses of feeds")
    .option("--all", "every paused feed")
    .action((urls: string[], options) => withFeeds(open, (deps) => resumeFeeds(deps, urls, options)));
}

/** What is decided about feeds: set, and lists of feeds that carry it. */
function registerSettings(feeds: Command, open: OpenService): void {
  const set = feeds
    .command("set")
    .description("change what is decided about followed feeds; an empty value takes it back")
    .argument("<urls...>", "addresses of feeds");
  withSettingsOptions(withIntervalOptions(set))
    .option("--no-full-text", "fetch every entry's page")
    .action((urls: string[], options: SettingsOptions & IntervalOptions) =>
      withFeeds(open, (deps) => changeSettings(deps, urls, options)),
    );
  const importing = feeds
    .command("import")
    .description("follow every feed of an OPML file, or of a list with one address a line")
    .argument("<file>", "OPML or text; - for standard input");
  withSettingsOptions(withIntervalOptions(importing)).action((file: string, options: ImportOptions) =>
    withFeeds(open, (deps) => importFeeds(deps, file, options)),
  );
  feeds
    .command("export")
    .description("followed feeds as OPML, with what is decided about them")
    .argument("[file]", "where to write; standard output where left out")
    .action((file: string | undefined) => withFeeds(open, (deps) => exportFeeds(deps, file)));
}
