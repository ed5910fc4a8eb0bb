/* wirefold feeds add and check: from the address of a site or feed to feeds that can be read. */
import { DEFAULT_MAX_INTERVAL_MS, DEFAULT_MIN_INTERVAL_MS } from "../core/poll/schedule.ts";
import { SECOND_MS } from "../core/units.ts";
import { parseUrl } from "../core/url/parse-url.ts";
import { scheduleFeed } from "../io/feed-scheduler.ts";
import type { NewFeed } from "../io/redis/feed-store.ts";
import type { FeedsCommandDeps } from "./feeds.ts";
import { type Discovery, discover, type Feed, type ReadableFeed } from "./feeds-discover.ts";
import { type SettingsOptions, settingsFrom } from "./feeds-settings.ts";
import { CommandError, clipped, parseDuration, print, printError, shown, UsageError } from "./terminal.ts";

export interface IntervalOptions {
  readonly minInterval?: string;
  readonly maxInterval?: string;
}
export interface AddOptions extends IntervalOptions, SettingsOptions {
  readonly all?: boolean;
}

/**
 * `example.org` → `https://example.org/`; undefined where it is no web address, or carries credentials. A bare word
 * needs its scheme: a list of anything would be taken for a list of feeds.
 */
export function feedAddress(text: string): string | undefined {
  const trimmed = text.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed);
  const url = parseUrl(hasScheme ? trimmed : `https://${trimmed}`);
  if (!hasScheme && url?.hostname.includes(".") !== true) return undefined;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") return undefined;
  // `mailto:ada@harbour.example` would become a host with a name and a password.
  if (url.username !== "" || url.password !== "") return undefined;
  url.hash = "";
  return url.href;
}

type Bounds = { readonly minIntervalMs?: number | undefined; readonly maxIntervalMs?: number | undefined };

/** @returns what the options name. @throws UsageError */
export function boundsFrom(options: IntervalOptions): Bounds {
  const { minInterval, maxInterval } = options;
  return {
    ...(minInterval === undefined ? {} : { minIntervalMs: parseDuration("--min-interval", minInterval) }),
    ...(maxInterval === undefined ? {} : { maxIntervalMs: parseDuration("--max-interval", maxInterval) }),
  };
}

/**
 * The intervals of a feed to be added; the first one is POLL_INTERVAL_S, until its arrivals are known.
 * @param own what is said of this feed: stands above the options
 * @throws UsageError
 */
export function intervalsFrom(
  deps: FeedsCommandDeps,
  options: IntervalOptions,
  own: Bounds = {},
): Omit<NewFeed, "url"> {
  const usualMs = deps.settings.POLL_INTERVAL_S * SECOND_MS;
  const given = boundsFrom(options);
  const least = own.minIntervalMs ?? given.minIntervalMs;
  const greatest = own.maxIntervalMs ?? given.maxIntervalMs;
  const minIntervalMs = least ?? Math.min(DEFAULT_MIN_INTERVAL_MS, usualMs, greatest ?? usualMs);
  const maxIntervalMs = greatest ?? Math.max(DEFAULT_MAX_INTERVAL_MS, usualMs, minIntervalMs);
  if (minIntervalMs > maxIntervalMs)
    throw new UsageError(
      `--min-interval (${minIntervalMs} ms) is above --max-interval (${maxIntervalMs} ms)`,
    );
  if (minIntervalMs < SECOND_MS) throw new UsageError("--min-interval must be at least 1s");
  const intervalMs = Math.min(maxIntervalMs, Math.max(minIntervalMs, usualMs));
  return { intervalMs, minIntervalMs, maxIntervalMs };
}

async function discoverAt(deps: FeedsCommandDeps, text: string, wanted: "first" | "all"): Promise<Discovery> {
  const url = feedAddress(text);
  if (url === undefined) return { kind: "none", message: `"${shown(text)}" is no http or https address` };
  return discover(deps.fetchFeed, url, wanted);
}

export async function addFeeds(
  deps: FeedsCommandDeps,
  urls: readonly string[],
  options: AddOptions,
): Promise<void> {
  const decided = { ...intervalsFrom(deps, options), ...settingsFrom(options) };
  let failed = 0;
  for (const text of urls) {
    const found = await discoverAt(deps, text, options.all ? "all" : "first");
    if (found.kind === "none") {
      printError(shown(found.message));
      failed++;
      continue;
    }
    for (const { url: feedUrl, reading } of found.feeds)
      await follow(deps, { url: feedUrl, title: reading.title, ...decided }, reading);
    for (const other of found.untried) print(`  also named there: ${shown(other)}`);
  }
  if (failed > 0) throw new CommandError(`${failed} of ${urls.length} addresses gave no feed`);
}

async function follow(deps: FeedsCommandDeps, feed: NewFeed, reading: Feed): Promise<void> {
  const added = await deps.feeds.add(feed);
  if (added.kind === "already-followed") return print(`already followed: ${shown(added.url)}`);
  await scheduleFeed(deps.queues.poll, feed.url, feed.intervalMs, 0);
  print(`added ${shown(feed.url)} (${describe(reading)})`);
}

const TITLE_WIDTH = 60;
function describe(reading: Feed): string {
  const title = reading.title === null ? "" : `"${clipped(reading.title, TITLE_WIDTH)}", `;
  return `${title}${reading.format}, ${reading.entries.length} entries`;
}

const SHOWN_ENTRIES = 5;

export async function checkFeeds(
  deps: FeedsCommandDeps,
  urls: readonly string[],
  options: { readonly json?: boolean },
): Promise<void> {
  let failed = 0;
  for (const text of urls) {
    const found = await discoverAt(deps, text, "first");
    if (found.kind === "none") failed++;
    if (options.json) print(JSON.stringify({ asked: text, ...found }));
    else if (found.kind === "none") printError(shown(found.message));
    else for (const feed of found.feeds) await printCheck(deps, feed);
  }
  if (failed > 0) throw new CommandError(`${failed} of ${urls.length} addresses gave no feed`);
}

async function printCheck(deps: FeedsCommandDeps, { url, reading }: ReadableFeed): Promise<void> {
  const followed = await deps.feeds.get(url);
  print(`${shown(url)} (${describe(reading)}; ${followed ? `followed, ${followed.state}` : "not followed"})`);
  if (reading.cutOff !== null) print(`  not read to its end: ${shown(reading.cutOff)}`);
  for (const entry of reading.entries.slice(0, SHOWN_ENTRIES)) {
    const date = entry.published?.value ?? entry.updated?.value ?? "no date";
    print(
      `  ${date}  ${clipped(entry.title ?? "(no title)", TITLE_WIDTH)}  ${shown(entry.link ?? "(no link)")}`,
    );
  }
  const more = reading.entries.length - SHOWN_ENTRIES;
  if (more > 0) print(`  … and ${more} more`);
}
