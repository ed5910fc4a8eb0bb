/* wirefold replay: archived pages through the pipeline, without the network. */
import { stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { SingleBar } from "cli-progress";
import type { Command } from "commander";
import type { UrlKey } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import { MEBI } from "../core/units.ts";
import { createBacklogWatch } from "../io/backlog.ts";
import type { OfferAnswer } from "../io/intake.ts";
import type { Service } from "../io/service.ts";
import { type BarOptions, withProgressBar } from "./progress-bar.ts";
import {
  CommandError,
  clippedUrl,
  parseDuration,
  print,
  printError,
  shown,
  table,
  withService,
} from "./terminal.ts";
import { warnWithoutWorkers } from "./without-workers.ts";

interface ReplayOptions {
  readonly wait?: boolean;
  readonly waitLimit: string;
  readonly refetch?: boolean;
}

/** Of the room for pages that wait for extraction: the rest stays free for what is fetched meanwhile. */
const SHARE_OF_BACKLOG = 0.5;
const POLL_MS = 200;
/** Told once when there has been no room for so long: most likely nobody extracts. */
const ROOM_HINT_MS = 5_000;
/** Pages whose outcome is waited for at once; settled ones are forgotten. */
const MAX_PENDING = 2_000;
const SHOWN_COMPLAINTS = 20;

/** Outcomes that mean a page gave no article although it should have. */
const FAILURES: ReadonlySet<Outcome["kind"]> = new Set(["failed", "refused", "quarantined"]);

/** Counts by word; every complaint is counted, the first few are shown. */
class Report {
  readonly records = new Map<string, number>();
  readonly outcomes = new Map<string, number>();
  complaints = 0;

  count(counts: Map<string, number>, word: string): void {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }

  complain(line: string): void {
    this.complaints++;
    if (this.complaints <= SHOWN_COMPLAINTS) printError(shown(line));
  }

  print(): void {
    if (this.complaints > SHOWN_COMPLAINTS) printError(`… and ${this.complaints - SHOWN_COMPLAINTS} more`);
    print(table(["record", "count"], [...this.records].sort()));
    if (this.outcomes.size > 0) print(table(["outcome", "count"], [...this.outcomes].sort()));
  }
}

/** Follows the offered pages to their outcomes, a bounded number at a time. */
class Waiting {
  readonly #service: Service;
  readonly #report: Report;
  /** As the user wrote it. */
  readonly #limit: string;
  readonly #limitMs: number;
  readonly #pending = new Map<UrlKey, string>();
  #isWarned = false;

  constructor(service: Service, report: Report, limit: string, limitMs: number) {
    this.#service = service;
    this.#report = report;
    this.#limit = limit;
    this.#limitMs = limitMs;
  }

  async add(urlKey: UrlKey, url: string): Promise<void> {
    this.#pending.set(urlKey, url);
    if (this.#pending.size >= MAX_PENDING) await this.until(MAX_PENDING / 2);
  }

  /** Waits until no more than `left` are without an outcome, or for the limit; what is left then is counted. */
  async until(left: number): Promise<void> {
    let giveUpAt = Date.now() + this.#limitMs;
    while (this.#pending.size > left) {
      if ((await this.#collect()) > 0) giveUpAt = Date.now() + this.#limitMs;
      else if (!this.#isWarned) await this.#warn();
      else if (Date.now() >= giveUpAt) return this.#giveUp();
      else await sleep(POLL_MS);
    }
  }

  async #warn(): Promise<void> {
    this.#isWarned = true;
    await warnWithoutWorkers(this.#service, ["extract"], this.#limit);
  }

  async #collect(): Promise<number> {
    const asked = [...this.#pending];
    const outcomes = await this.#service.urls.outcomes(asked.map(([urlKey]) => urlKey));
    let settled = 0;
    asked.forEach(([urlKey, url], i) => {
      const outcome = outcomes[i];
      if (!outcome) return;
      settled++;
      this.#pending.delete(urlKey);
      this.#report.count(this.#report.outcomes, outcome.kind);
      if (FAILURES.has(outcome.kind) && "message" in outcome)
        this.#report.complain(`${outcome.kind} ${clippedUrl(url)}: ${outcome.message}`);
    });
    return settled;
  }

  #giveUp(): void {
    for (const url of this.#pending.values()) {
      this.#report.count(this.#report.outcomes, "no outcome yet");
      this.#report.complain(`no outcome yet for ${clippedUrl(url)}`);
    }
    this.#pending.clear();
  }
}

function roomFor(service: Service, limitMs: number): () => Promise<void> {
  const { settings, now } = service;
  const watch = createBacklogWatch({
    memoryInfo: () => service.redis.info("memory"),
    limits: {
      backlogBytes: settings.EXTRACT_BACKLOG_BYTES * SHARE_OF_BACKLOG,
      memoryShare: settings.REDIS_MEMORY_SHARE,
    },
    backlogBytes: () => service.pages.backlogBytes(),
    // A replay fills the room far faster than the network does.
    lookIntervalMs: 0,
    now,
  });
  let hinted = false;
  return async () => {
    const since = Date.now();
    for (let reason = await watch.pauseReason(); reason !== undefined; reason = await watch.pauseReason()) {
      const waitedMs = Date.now() - since;
      if (waitedMs >= limitMs) throw new CommandError(`no room for more pages: ${reason}`);
      if (!hinted && waitedMs >= ROOM_HINT_MS) {
        hinted = true;
        printError(`waiting for room: ${reason}; is \`wirefold start\` running?`);
      }
      await sleep(POLL_MS);
    }
  };
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: Error) => {
    throw new CommandError(`cannot read ${shown(path)}: ${error.message}`);
  });
  if (!found.isFile()) throw new CommandError(`${shown(path)} is no file`);
  return found.size;
}

async function totalSize(files: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const file of files) bytes += await sizeOf(file);
  return bytes;
}

/** Over all files, in MiB. */
const BAR: BarOptions = {
  format: "read [{bar}] {value}/{total} MiB · {pages} pages · {duration_formatted}",
  formatValue: (value, _options, type) =>
    type === "value" || type === "total" ? (value / MEBI).toFixed(1) : String(value),
  payload: { pages: 0 },
};

function progressOn(bar: SingleBar) {
  const readOf = new Map<string, number>();
  let [read, pages] = [0, 0];
  return {
    onRead(file: string, bytes: number): void {
      read += bytes - (readOf.get(file) ?? 0);
      readOf.set(file, bytes);
      bar.update(read, { pages });
    },
    onPage: (): void => void pages++,
  };
}

interface ReplayOfFiles {
  readonly service: Service;
  readonly files: readonly string[];
  readonly report: Report;
  readonly waiting: Waiting | undefined;
  readonly limitMs: number;
  readonly refetch: boolean;
}

async function replayFiles(replay: ReplayOfFiles, bar: SingleBar): Promise<void> {
  const { service, files, report, waiting, limitMs, refetch } = replay;
  const { replayFile } = await import("../io/archive/replay.ts");
  const progress = progressOn(bar);
  const onOffered = async (url: string, { offer, urlKey }: OfferAnswer): Promise<void> => {
    progress.onPage();
    report.count(report.records, offer.kind === "refused" ? `refused: ${offer.rule}` : offer.kind);
    if (offer.kind === "refused") report.complain(`refused ${clippedUrl(url)}: ${offer.message}`);
    if (urlKey) await waiting?.add(urlKey, url);
  };
  for (const file of files) {
    await replayFile(file, {
      intake: service.intake,
      waitForRoom: roomFor(service, limitMs),
      maxPageBytes: service.settings.MAX_DECODED_BYTES,
      refetch,
      onOffered,
      onSkipped: (reason) => report.count(report.records, `skipped: ${reason}`),
      onBroken(path, offset, message) {
        report.count(report.records, "broken");
        report.complain(`broken record in ${path} at byte ${offset}: ${message}`);
      },
      onRead: progress.onRead,
    });
  }
}

async function replay(paths: readonly string[], options: ReplayOptions): Promise<void> {
  const limitMs = parseDuration("--wait-limit", options.waitLimit);
  const { refetch = false } = options;
  const files = [...new Set(paths)];
  const total = await totalSize(files);
  const report = new Report();
  try {
    await withService(async (service) => {
      const waiting = options.wait ? new Waiting(service, report, options.waitLimit, limitMs) : undefined;
      const all = { service, files, report, waiting, limitMs, refetch };
      await withProgressBar({ ...BAR, total }, (bar) => replayFiles(all, bar));
      await waiting?.until(0);
    });
  } finally {
    // Whatever ended it: what was done until then is told.
    if (report.records.size > 0) report.print();
  }
  if (report.complaints > 0) throw new CommandError("not every page ended in an article");
}

export function registerReplay(program: Command): void {
  program
    .command("replay")
    .description("put archived pages through the pipeline, without the network")
    .argument("<warc...>", "WARC files, gzipped or not: wirefold's own, Common Crawl's, others")
    .option("--refetch", "take again what has an outcome already")
    .option("-w, --wait", "wait until each page has an outcome")
    .option("--wait-limit <duration>", "longest wait without any progress", "10m")
    .action(replay);
}
