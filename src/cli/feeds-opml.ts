/* wirefold feeds import and export: the lists that feed readers exchange (OPML 2.0). */
import { readFile, writeFile } from "node:fs/promises";
import { text as readStream } from "node:stream/consumers";
import { SingleBar } from "cli-progress";
import { generateOpml, type Opml, parseOpml } from "feedsmith";
import { spreadShare } from "../core/poll/feed-id.ts";
import { scheduleFeed } from "../io/feed-scheduler.ts";
import type { FeedSettings } from "../io/redis/feed-store-record.ts";
import type { FeedsCommandDeps } from "./feeds.ts";
import { feedAddress, type IntervalOptions, intervalsFrom } from "./feeds-add.ts";
import {
  OPML_ATTRIBUTES,
  opmlOf,
  type SettingsOptions,
  settingsFrom,
  settingsOfOpml,
} from "./feeds-settings.ts";
import { CommandError, clipped, print, printError, shown, table } from "./terminal.ts";

export type ImportOptions = IntervalOptions & SettingsOptions;

type Outline = Opml.Outline<string, typeof OPML_ATTRIBUTES>;

export interface ListedFeed {
  readonly url: string;
  readonly title: string | null;
  readonly settings: Partial<FeedSettings>;
}

/** 100,000 feeds make about 20 MB of OPML. */
const MAX_FILE_CHARS = 64 * 1024 * 1024;
/** Feeds written to Redis at once. */
const BATCH = 100;
/** New feeds are polled first over this long each, up to their interval: 1,000 feeds in 100 seconds. */
const FIRST_POLL_MS = 100;
const SHOWN_REFUSALS = 20;
const SHOWN_CHARS = 100;

/** @returns every outline with an `xmlUrl`, in the file's order, whatever folder it stands in */
export function feedsOfOpml(opml: string): ListedFeed[] {
  const document = parseOpml(opml, { extraOutlineAttributes: OPML_ATTRIBUTES });
  const found: ListedFeed[] = [];
  const waiting: Outline[] = [...(document.body?.outlines ?? [])].reverse();
  for (let outline = waiting.pop(); outline; outline = waiting.pop()) {
    if (outline.xmlUrl !== undefined)
      found.push({
        url: outline.xmlUrl,
        title: outline.title ?? outline.text ?? null,
        settings: settingsOfOpml(outline),
      });
    for (const inner of [...(outline.outlines ?? [])].reverse()) waiting.push(inner);
  }
  return found;
}

/** One address a line; blank lines and # comments are passed over. */
const feedsOfLines = (text: string): ListedFeed[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((url) => ({ url, title: null, settings: {} }));

async function readList(file: string): Promise<ListedFeed[]> {
  const text = await (file === "-" ? readStream(process.stdin) : readFile(file, "utf8")).catch(
    (error: Error) => {
      throw new CommandError(`cannot read ${shown(file)}: ${error.message}`);
    },
  );
  if (text.length > MAX_FILE_CHARS)
    throw new CommandError(`${shown(file)} has ${text.length} characters, the limit is ${MAX_FILE_CHARS}`);
  if (!text.trimStart().startsWith("<")) return feedsOfLines(text);
  try {
    return feedsOfOpml(text);
  } catch (error) {
    // feedsmith says what is wrong by throwing; so does a nesting too deep for the stack.
    throw new CommandError(`${shown(file)} is no OPML: ${error instanceof Error ? error.message : "broken"}`);
  }
}

export async function importFeeds(
  deps: FeedsCommandDeps,
  file: string,
  options: ImportOptions,
): Promise<void> {
  const intervals = intervalsFrom(deps, options);
  const settings = settingsFrom(options);
  const listed = await readList(file);
  const spreadMs = Math.min(intervals.intervalMs, listed.length * FIRST_POLL_MS);
  const counts = { added: 0, "already followed": 0, refused: 0 };
  const refusals: string[] = [];
  const addOne = async (feed: ListedFeed): Promise<void> => {
    const url = feedAddress(feed.url);
    if (url === undefined) {
      counts.refused++;
      refusals.push(`refused, no http or https address: ${clipped(feed.url, SHOWN_CHARS)}`);
      return;
    }
    // What the list says of one feed stands above what the command says of all.
    const decided = { ...settings, ...feed.settings };
    const added = await deps.feeds.add({ url, title: feed.title, ...intervals, ...decided });
    counts[added.kind === "added" ? "added" : "already followed"]++;
    // Scheduled even where it is followed already: an import killed half way is done by importing again.
    if (added.kind === "added" || (await deps.feeds.get(url))?.lastPolledAt === null)
      await scheduleFeed(deps.queues.poll, added.url, intervals.intervalMs, spreadShare(url) * spreadMs);
  };
  const bar = new SingleBar({
    format: "feeds [{bar}] {value}/{total} · {duration_formatted}",
    stream: process.stderr,
    noTTYOutput: false,
    clearOnComplete: true,
  });
  bar.start(listed.length, 0);
  for (let start = 0; start < listed.length; start += BATCH) {
    const batch = listed.slice(start, start + BATCH);
    await Promise.all(batch.map(addOne));
    bar.increment(batch.length);
  }
  bar.stop();
  for (const line of refusals.slice(0, SHOWN_REFUSALS)) printError(line);
  if (refusals.length > SHOWN_REFUSALS) printError(`… and ${refusals.length - SHOWN_REFUSALS} more refused`);
  print(table(["feeds", "count"], Object.entries(counts)));
  if (listed.length === 0) throw new CommandError(`${shown(file)} names no feed`);
  if (refusals.length > 0) throw new CommandError("not every line was an address");
}

export async function exportFeeds(deps: FeedsCommandDeps, file: string | undefined): Promise<void> {
  const feeds = await deps.feeds.list();
  const outlines = feeds.map((feed) => ({
    type: "rss",
    text: withoutControls(feed.title ?? feed.url),
    title: withoutControls(feed.title ?? feed.url),
    xmlUrl: feed.url,
    ...opmlOf(feed),
  }));
  const head = { title: "wirefold feeds", dateCreated: new Date(deps.now()) };
  const opml = generateOpml({ head, body: { outlines } }, { extraOutlineAttributes: OPML_ATTRIBUTES });
  if (file === undefined) return print(opml.trimEnd());
  await writeFile(file, opml).catch((error: Error) => {
    throw new CommandError(`cannot write ${shown(file)}: ${error.message}`);
  });
  print(`${feeds.length} feeds in ${shown(file)}`);
}

/** XML 1.0 cannot hold control characters, not even escaped. */
const withoutControls = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, " ");
