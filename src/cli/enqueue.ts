/* wirefold enqueue: URLs by argument, file or standard input, and local documents. */
import { open, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { SingleBar } from "cli-progress";
import type { Command } from "commander";
import type { UrlKey } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import type { LocalDocument, OfferAnswer } from "../io/intake.ts";
import type { Service } from "../io/service.ts";
import {
  CommandError,
  clipped,
  parseDuration,
  print,
  printError,
  shown,
  table,
  UsageError,
  withService,
} from "./terminal.ts";

interface EnqueueOptions {
  readonly file?: string;
  readonly text?: string;
  readonly html?: string;
  readonly url?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly wait?: boolean;
  readonly waitLimit: string;
  readonly refetch?: boolean;
  readonly json?: boolean;
}

/** URLs offered in one go: one round trip to Redis each, many under way. */
const BATCH = 200;
/** A document larger than this is no article; fetched pages have a limit of their own. */
const MAX_DOCUMENT_BYTES = 32 * 1_024 * 1_024;
const POLL_MS = 200;
const SHOWN_REFUSALS = 20;
const SHOWN_URL_CHARACTERS = 80;

/** What became of the offers, and the keys whose outcome can be waited for. */
class Tally {
  readonly counts = new Map<string, number>();
  readonly waiting = new Map<UrlKey, string>();
  readonly refusals: string[] = [];

  add(url: string, answer: OfferAnswer): void {
    const { offer, urlKey } = answer;
    const word = offer.kind === "refused" ? `refused: ${offer.rule}` : offer.kind;
    this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
    if (offer.kind === "refused")
      this.refusals.push(`refused ${clipped(url, SHOWN_URL_CHARACTERS)}: ${offer.message}`);
    if (urlKey) this.waiting.set(urlKey, url);
  }
}

/** Lines of a file or of standard input (`-`); blank lines and # comments are passed over. */
async function* urlLines(file: string): AsyncGenerator<string> {
  const handle = file === "-" ? undefined : await openForReading(file);
  const { createInterface } = await import("node:readline");
  const input = handle ? handle.createReadStream() : process.stdin;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const url = line.trim();
    if (url !== "" && !url.startsWith("#")) yield url;
  }
}

async function openForReading(file: string) {
  return open(file).catch((error: Error) => {
    throw new CommandError(`cannot read ${shown(file)}: ${error.message}`);
  });
}

async function* allUrls(urls: readonly string[], options: EnqueueOptions): AsyncGenerator<string> {
  for (const url of urls) {
    if (url === "-") yield* urlLines("-");
    else yield url;
  }
  if (options.file !== undefined) yield* urlLines(options.file);
}

async function offerAll(
  service: Service,
  urls: AsyncIterable<string>,
  refetch: boolean,
  tally: Tally,
): Promise<void> {
  const bar = progressBar("offered");
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    const offered = batch.map((url) => ({ url, source: "enqueue", refetch }));
    const answers = await service.intake.offerUrls(offered);
    answers.forEach((answer, i) => {
      tally.add(offered[i]?.url ?? "", answer);
    });
    bar.increment(batch.length);
    batch = [];
  };
  for await (const url of urls) {
    batch.push(url);
    bar.setTotal(Math.max(bar.getTotal(), bar.getProgress() + batch.length));
    if (batch.length >= BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  bar.stop();
}

function progressBar(word: string): SingleBar {
  const bar = new SingleBar({
    format: `${word} [{bar}] {value}/{total} · {duration_formatted}`,
    stream: process.stderr,
    noTTYOutput: false,
    clearOnComplete: true,
  });
  bar.start(0, 0);
  return bar;
}

async function localDocument(options: EnqueueOptions): Promise<LocalDocument | undefined> {
  const kind = options.html !== undefined ? "html" : options.text !== undefined ? "text" : undefined;
  if (kind === undefined) return undefined;
  const path = options.html ?? options.text ?? "";
  const body = await readFile(path).catch((error: Error) => {
    throw new CommandError(`cannot read ${shown(path)}: ${error.message}`);
  });
  if (body.byteLength > MAX_DOCUMENT_BYTES)
    throw new CommandError(`${shown(path)} has ${body.byteLength} bytes, the limit is ${MAX_DOCUMENT_BYTES}`);
  const { title, publisher, date: datePublished } = options;
  return {
    kind,
    body,
    url: options.url,
    given: { title, publisher, datePublished },
    refetch: options.refetch,
  };
}

async function waitForOutcomes(
  service: Service,
  tally: Tally,
  limitMs: number,
): Promise<Map<UrlKey, Outcome>> {
  const pending = new Set(tally.waiting.keys());
  const outcomes = new Map<UrlKey, Outcome>();
  const bar = progressBar("settled");
  bar.setTotal(pending.size);
  const giveUpAt = Date.now() + limitMs;
  while (pending.size > 0 && Date.now() < giveUpAt) {
    const asked = [...pending];
    const answers = await service.urls.outcomes(asked);
    asked.forEach((urlKey, i) => {
      const outcome = answers[i];
      if (!outcome) return;
      outcomes.set(urlKey, outcome);
      pending.delete(urlKey);
    });
    bar.update(outcomes.size);
    if (pending.size > 0) await sleep(POLL_MS);
  }
  bar.stop();
  return outcomes;
}

/** Outcomes that mean a URL gave no article although it should have. */
const FAILURES: ReadonlySet<Outcome["kind"]> = new Set(["failed", "refused", "quarantined"]);

function printOutcomes(tally: Tally, outcomes: ReadonlyMap<UrlKey, Outcome>, json: boolean): boolean {
  const counts = new Map<string, number>();
  let failed = false;
  for (const [urlKey, url] of tally.waiting) {
    const outcome = outcomes.get(urlKey);
    const word = outcome?.kind ?? "no outcome yet";
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (outcome === undefined || FAILURES.has(outcome.kind)) failed = true;
    if (json) print(JSON.stringify({ url, urlKey, outcome: outcome ?? null }));
    else if (outcome && "message" in outcome)
      printError(`${outcome.kind} ${clipped(url, SHOWN_URL_CHARACTERS)}: ${shown(outcome.message)}`);
  }
  if (!json) print(table(["outcome", "count"], [...counts].sort()));
  return failed;
}

async function enqueue(urls: readonly string[], options: EnqueueOptions): Promise<void> {
  if (options.html !== undefined && options.url === undefined)
    throw new UsageError("--html needs --url, the page's address");
  const document = await localDocument(options);
  if (document === undefined && urls.length === 0 && options.file === undefined)
    throw new UsageError("give URLs, --file, - for standard input, --text or --html");
  const limitMs = parseDuration("--wait-limit", options.waitLimit);
  await withService(async (service) => {
    const tally = new Tally();
    if (document) tally.add(document.url ?? options.text ?? "", await service.intake.offerDocument(document));
    await offerAll(service, allUrls(urls, options), options.refetch ?? false, tally);
    for (const line of tally.refusals.slice(0, SHOWN_REFUSALS)) printError(shown(line));
    if (tally.refusals.length > SHOWN_REFUSALS)
      printError(`… and ${tally.refusals.length - SHOWN_REFUSALS} more refused`);
    if (!options.json) print(table(["offer", "count"], [...tally.counts].sort()));
    const failed = options.wait
      ? printOutcomes(tally, await waitForOutcomes(service, tally, limitMs), options.json ?? false)
      : false;
    if (failed || tally.refusals.length > 0) throw new CommandError("not every URL ended in an article");
  });
}

export function registerEnqueue(program: Command): void {
  program
    .command("enqueue")
    .description("put URLs or a local document into the pipeline")
    .argument("[urls...]", "URLs; - reads them from standard input, one a line")
    .option("-f, --file <file>", "a file of URLs, one a line; # begins a comment")
    .option("--text <file>", "a plain-text article")
    .option("--html <file>", "an HTML page; needs --url")
    .option("--url <url>", "the address of --html or --text")
    .option("--title <title>", "title of the local document")
    .option("--publisher <domain>", "publisher of the local document")
    .option("--date <date>", "publication date of the local document, RFC 3339 or YYYY-MM-DD")
    .option("--refetch", "fetch again what has an outcome already")
    .option("-w, --wait", "wait until each URL has an outcome")
    .option("--wait-limit <duration>", "longest wait", "10m")
    .option("--json", "print one JSON line a URL with its outcome (with --wait)")
    .action(enqueue);
}
