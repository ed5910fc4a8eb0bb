/* wirefold feeds add and check: from the address of a site or feed to feeds that can be read. */
import { decodePage } from "../core/fetch/charset.ts";
import type { FeedReading } from "../core/poll/feed-model.ts";
import { commonFeedUrls, findFeeds } from "../core/poll/find-feeds.ts";
import { readFeed } from "../core/poll/read-feed.ts";
import { DEFAULT_MAX_INTERVAL_MS, DEFAULT_MIN_INTERVAL_MS } from "../core/poll/schedule.ts";
import { parseUrl } from "../core/url/parse-url.ts";
import { scheduleFeed } from "../io/feed-scheduler.ts";
import type { NewFeed } from "../io/redis/feed-store.ts";
import type { FeedsCommandDeps } from "./feeds.ts";
import { type SettingsOptions, settingsFrom } from "./feeds-settings.ts";
import { CommandError, clipped, parseDuration, print, printError, shown, UsageError } from "./terminal.ts";

export interface IntervalOptions {
  readonly minInterval?: string;
  readonly maxInterval?: string;
}
export interface AddOptions extends IntervalOptions, SettingsOptions {
  readonly all?: boolean;
}

type Feed = FeedReading & { readonly kind: "feed" };
interface ReadableFeed {
  /** The URL to follow: where permanent redirects lead. */
  readonly url: string;
  readonly reading: Feed;
}
type Discovery =
  | { readonly kind: "feeds"; readonly feeds: readonly ReadableFeed[]; readonly untried: readonly string[] }
  | { readonly kind: "none"; readonly message: string };

const MS_A_SECOND = 1_000;
/** Feeds of one site that are read to find out which can be followed. */
const MAX_TRIED = 12;

/** `example.org` → `https://example.org/`; undefined where it is no web address, or carries credentials. */
export function feedAddress(text: string): string | undefined {
  const trimmed = text.trim();
  const url = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url?.protocol !== "http:" && url?.protocol !== "https:") return undefined;
  // `mailto:ada@harbour.example` would become a host with a name and a password.
  if (url.username !== "" || url.password !== "") return undefined;
  url.hash = "";
  return url.href;
}

/** The intervals of a feed to be added; the first one is POLL_INTERVAL_S, until its arrivals are known. */
export function intervalsFrom(deps: FeedsCommandDeps, options: IntervalOptions): Omit<NewFeed, "url"> {
  const usualMs = deps.settings.POLL_INTERVAL_S * MS_A_SECOND;
  const given = (name: string, value: string | undefined): number | undefined =>
    value === undefined ? undefined : parseDuration(name, value);
  const least = given("--min-interval", options.minInterval);
  const greatest = given("--max-interval", options.maxInterval);
  const minIntervalMs = least ?? Math.min(DEFAULT_MIN_INTERVAL_MS, usualMs, greatest ?? usualMs);
  const maxIntervalMs = greatest ?? Math.max(DEFAULT_MAX_INTERVAL_MS, usualMs, minIntervalMs);
  if (minIntervalMs > maxIntervalMs)
    throw new UsageError(
      `--min-interval (${minIntervalMs} ms) is above --max-interval (${maxIntervalMs} ms)`,
    );
  if (minIntervalMs < MS_A_SECOND) throw new UsageError("--min-interval must be at least 1s");
  const intervalMs = Math.min(maxIntervalMs, Math.max(minIntervalMs, usualMs));
  return { intervalMs, minIntervalMs, maxIntervalMs };
}

interface ReadDocument {
  readonly text: string;
  readonly finalUrl: string;
  readonly url: string;
}

/** @returns the document, or why there is none in one line */
async function readDocument(deps: FeedsCommandDeps, url: string): Promise<ReadDocument | string> {
  const fetched = await deps.fetchFeed(url, {});
  if (fetched.kind !== "page")
    return "message" in fetched ? fetched.message : `${shown(url)} answered as not modified`;
  const { text } = decodePage(fetched.body, fetched.contentType);
  return { text, finalUrl: fetched.finalUrl, url: fetched.movedTo ?? url };
}

/** The feed itself where the address is one, else the feeds its page names, else those under common paths. */
async function discover(deps: FeedsCommandDeps, url: string, wanted: "first" | "all"): Promise<Discovery> {
  const document = await readDocument(deps, url);
  if (typeof document === "string") return { kind: "none", message: document };
  const reading = readFeed(document.text, document.finalUrl);
  if (reading.kind === "feed") return { kind: "feeds", feeds: [{ url: document.url, reading }], untried: [] };
  const named = findFeeds(document.text, document.finalUrl).map((found) => found.url);
  const candidates = named.length > 0 ? named : commonFeedUrls(document.finalUrl);
  const feeds: ReadableFeed[] = [];
  let tried = 0;
  for (const candidate of candidates.slice(0, MAX_TRIED)) {
    if (feeds.length > 0 && (wanted === "first" || named.length === 0)) break;
    tried++;
    const answer = await readDocument(deps, candidate);
    if (typeof answer === "string") continue;
    const read = readFeed(answer.text, answer.finalUrl);
    if (read.kind === "feed") feeds.push({ url: answer.url, reading: read });
  }
  if (feeds.length > 0) return { kind: "feeds", feeds, untried: named.slice(tried) };
  const how = named.length > 0 ? `names ${named.length} feeds, none of which can be read` : "names no feed";
  return { kind: "none", message: `${shown(url)} is a page that ${how}` };
}

export async function addFeeds(
  deps: FeedsCommandDeps,
  urls: readonly string[],
  options: AddOptions,
): Promise<void> {
  const decided = { ...intervalsFrom(deps, options), ...settingsFrom(options) };
  let failed = 0;
  for (const text of urls) {
    const url = feedAddress(text);
    const found = url
      ? await discover(deps, url, options.all ? "all" : "first")
      : ({ kind: "none", message: `"${shown(text)}" is no http or https address` } as const);
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
    const url = feedAddress(text);
    const found = url
      ? await discover(deps, url, "first")
      : ({ kind: "none", message: `"${shown(text)}" is no http or https address` } as const);
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
