/* wirefold feeds import and export: lists of feeds in and out, thousands at once. */
import { readFile, writeFile } from "node:fs/promises";
import { buffer as readStream } from "node:stream/consumers";
import { decodePage } from "../core/fetch/charset.ts";
import { firstPollInMs } from "../core/poll/schedule.ts";
import { MEBI } from "../core/units.ts";
import { scheduleFeed } from "../io/feed-scheduler.ts";
import type { NewFeed } from "../io/redis/feed-store.ts";
import type { FeedsCommandDeps } from "./feeds.ts";
import { feedAddress, type IntervalOptions, intervalsFrom } from "./feeds-add.ts";
import { type ListedFeed, readOpml, writeOpml } from "./feeds-opml.ts";
import { type SettingsOptions, settingsFrom } from "./feeds-settings.ts";
import { withProgressBar } from "./progress-bar.ts";
import { CommandError, clipped, print, printFirst, shown, table, UsageError } from "./terminal.ts";

export type ImportOptions = IntervalOptions & SettingsOptions;

/** 100,000 feeds make about 20 MB of OPML. */
const MAX_FILE_BYTES = 64 * MEBI;
/** Feeds written to Redis at once. */
const BATCH = 100;
const SHOWN_CHARS = 100;

/** What a file names, and what is wrong with it. */
interface FeedList {
  readonly feeds: readonly ListedFeed[];
  readonly problems: readonly string[];
  /** Why feeds may be missing. */
  readonly cutOff: string | null;
}

/** One address a line; blank lines and # comments are passed over. */
const feedsOfLines = (text: string): ListedFeed[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((url) => ({ url, title: null, settings: {} }));

async function readList(file: string): Promise<FeedList> {
  const bytes = await (file === "-" ? readStream(process.stdin) : readFile(file)).catch((error: Error) => {
    throw new CommandError(`cannot read ${shown(file)}: ${error.message}`);
  });
  if (bytes.length > MAX_FILE_BYTES)
    throw new CommandError(`${shown(file)} has ${bytes.length} bytes, the limit is ${MAX_FILE_BYTES}`);
  // As for feeds: byte order mark, declaration, and what the bytes themselves say where that is wrong.
  const { text } = decodePage(bytes, undefined);
  if (!text.trimStart().startsWith("<")) return { feeds: feedsOfLines(text), problems: [], cutOff: null };
  const reading = readOpml(text);
  if (reading.kind === "not-opml") throw new CommandError(`${shown(file)} is no OPML: ${reading.message}`);
  return reading;
}

/** The counts are printed as they stand here; complaints are counted, the first few shown. */
class ImportReport {
  readonly counts = { added: 0, "already followed": 0, "listed more than once": 0, refused: 0 };
  readonly #complaints: string[] = [];

  complain(line: string): void {
    this.#complaints.push(line);
  }

  print(): void {
    printFirst(this.#complaints, "of these");
    print(table(["feeds", "count"], Object.entries(this.counts)));
  }
}

/** Each feed once, under an address that can be asked; what the list says of one stands above what the command says of all. */
function feedsToAdd(
  deps: FeedsCommandDeps,
  list: FeedList,
  options: ImportOptions,
  report: ImportReport,
): NewFeed[] {
  const settings = settingsFrom(options);
  const usual = intervalsFrom(deps, options);
  const wanted = new Map<string, NewFeed>();
  for (const { url: written, minIntervalMs, maxIntervalMs, settings: own, ...feed } of list.feeds) {
    const url = feedAddress(written);
    if (url === undefined) {
      report.counts.refused++;
      report.complain(`refused, no http or https address: ${clipped(written, SHOWN_CHARS)}`);
    } else if (wanted.has(url)) report.counts["listed more than once"]++;
    else {
      const intervals = intervalsOf(url, { minIntervalMs, maxIntervalMs });
      wanted.set(url, { ...feed, url, ...intervals, ...settings, ...own });
    }
  }
  return [...wanted.values()];

  function intervalsOf(url: string, bounds: Parameters<typeof intervalsFrom>[2]) {
    try {
      return intervalsFrom(deps, options, bounds);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      report.complain(`intervals passed over, of ${clipped(url, SHOWN_CHARS)}: ${error.message}`);
      return usual;
    }
  }
}

export async function importFeeds(
  deps: FeedsCommandDeps,
  file: string,
  options: ImportOptions,
): Promise<void> {
  // Nonsense in the options is told before a file is read.
  intervalsFrom(deps, options);
  const list = await readList(file);
  const report = new ImportReport();
  const feeds = feedsToAdd(deps, list, options, report);
  await addAll(deps, feeds, report);
  for (const problem of list.problems) report.complain(problem);
  report.print();
  if (list.cutOff !== null)
    throw new CommandError(
      `${shown(file)}: ${list.cutOff}; feeds that were whole before that, and taken: ${list.feeds.length}`,
    );
  if (list.feeds.length === 0) throw new CommandError(`${shown(file)} names no feed`);
  if (report.counts.refused > 0) throw new CommandError("not every line was an address");
}

function addAll(deps: FeedsCommandDeps, feeds: readonly NewFeed[], report: ImportReport): Promise<void> {
  const shape = { format: "feeds [{bar}] {value}/{total} · {duration_formatted}", total: feeds.length };
  return withProgressBar(shape, async (bar) => {
    for (let start = 0; start < feeds.length; start += BATCH) {
      const batch = feeds.slice(start, start + BATCH);
      const added = await Promise.all(batch.map((feed) => addOne(deps, feed, feeds.length)));
      for (const kind of added) report.counts[kind === "added" ? "added" : "already followed"]++;
      bar.increment(batch.length);
    }
  });
}

/** @param together how many feeds are added with it */
async function addOne(
  deps: FeedsCommandDeps,
  feed: NewFeed,
  together: number,
): Promise<"added" | "already-followed"> {
  const { kind, url } = await deps.feeds.add(feed);
  const record = kind === "added" ? feed : await deps.feeds.get(url);
  // Scheduled even where it is followed already: an import killed half way is done by importing again.
  const isScheduled = record === undefined || ("lastPolledAt" in record && record.lastPolledAt !== null);
  if (!isScheduled && (record.state ?? "active") === "active") {
    const firstInMs = firstPollInMs(url, record.intervalMs, together);
    await scheduleFeed(deps.queues.poll, url, record.intervalMs, firstInMs);
  }
  return kind;
}

export async function exportFeeds(deps: FeedsCommandDeps, file: string | undefined): Promise<void> {
  const feeds = await deps.feeds.list();
  if (feeds.length === 0) throw new CommandError("there are no feeds to export");
  const opml = writeOpml(feeds, deps.now());
  if (file === undefined) return print(opml.trimEnd());
  await writeFile(file, opml).catch((error: Error) => {
    throw new CommandError(`cannot write ${shown(file)}: ${error.message}`);
  });
  print(`${feeds.length} feeds in ${shown(file)}`);
}
