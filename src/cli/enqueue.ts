/* wirefold enqueue: URLs by argument, file or standard input, and local documents. */
import { type FileHandle, open, readFile } from "node:fs/promises";
import type { Command } from "commander";
import type { UrlKey } from "../core/model.ts";
import { MEBI } from "../core/units.ts";
import type { LocalDocument, OfferAnswer } from "../io/intake.ts";
import type { Service } from "../io/service.ts";
import { checkCombination, checkedDate, checkedPublisher, type EnqueueOptions } from "./enqueue-options.ts";
import { printOutcomes, waitForOutcomes } from "./enqueue-outcomes.ts";
import { withProgressBar } from "./progress-bar.ts";
import {
  CommandError,
  clippedUrl,
  parseDuration,
  print,
  printFirst,
  shown,
  table,
  withService,
} from "./terminal.ts";

/** URLs offered in one go: one round trip to Redis each, many under way. */
const BATCH = 200;
/** A document larger than this is no article; fetched pages have a limit of their own. */
const MAX_DOCUMENT_BYTES = 32 * MEBI;

/** What became of the offers, and the keys whose outcome can be waited for. */
class Tally {
  readonly counts = new Map<string, number>();
  readonly waiting = new Map<UrlKey, string>();
  readonly refusals: string[] = [];

  add(url: string, answer: OfferAnswer): void {
    const { offer, urlKey } = answer;
    const word = offer.kind === "refused" ? `refused: ${offer.rule}` : offer.kind;
    this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
    if (offer.kind === "refused") this.refusals.push(`refused ${clippedUrl(url)}: ${offer.message}`);
    if (urlKey) this.waiting.set(urlKey, url);
  }
}

/** Lines of a file or of standard input (`-`); blank lines and # comments are passed over. */
async function* urlLines(file: string): AsyncGenerator<string> {
  const input = file === "-" ? process.stdin : (await openForReading(file)).createReadStream();
  const { createInterface } = await import("node:readline");
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let breakage: Error | undefined;
  // readline passes no error on: without a listener it would end the process with a stack.
  input.once("error", (error: Error) => {
    breakage = error;
    lines.close();
  });
  for await (const line of lines) {
    const url = line.trim();
    if (url !== "" && !url.startsWith("#")) yield url;
  }
  if (breakage) throw unreadable(file, breakage.message);
}

const unreadable = (file: string, why: string): CommandError =>
  new CommandError(`cannot read ${shown(file)}: ${why}`);

async function openForReading(file: string): Promise<FileHandle> {
  const handle = await open(file).catch((error: Error) => {
    throw unreadable(file, error.message);
  });
  if (!(await handle.stat()).isDirectory()) return handle;
  await handle.close();
  throw unreadable(file, "it is a folder");
}

async function* allUrls(urls: readonly string[], options: EnqueueOptions): AsyncGenerator<string> {
  for (const url of urls) {
    if (url === "-") yield* urlLines("-");
    else yield url;
  }
  if (options.file !== undefined) yield* urlLines(options.file);
}

const barFormat = (word: string) => ({ format: `${word} [{bar}] {value}/{total} · {duration_formatted}` });

const offerAll = (
  service: Service,
  urls: AsyncIterable<string>,
  refetch: boolean,
  tally: Tally,
): Promise<void> =>
  withProgressBar(barFormat("offered"), async (bar) => {
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
  });

async function localDocument(options: EnqueueOptions): Promise<LocalDocument | undefined> {
  const { title } = options;
  const publisher = options.publisher === undefined ? undefined : checkedPublisher(options.publisher);
  const datePublished = options.date === undefined ? undefined : checkedDate(options.date);
  const kind = options.html !== undefined ? "html" : options.text !== undefined ? "text" : undefined;
  if (kind === undefined) return undefined;
  const path = options.html ?? options.text ?? "";
  const body = await readFile(path).catch((error: Error) => {
    throw unreadable(path, error.message);
  });
  if (body.byteLength > MAX_DOCUMENT_BYTES)
    throw new CommandError(`${shown(path)} has ${body.byteLength} bytes, the limit is ${MAX_DOCUMENT_BYTES}`);
  return {
    kind,
    body,
    url: options.url,
    given: { title, publisher, datePublished },
    refetch: options.refetch,
  };
}

async function outcomesOf(
  service: Service,
  tally: Tally,
  options: EnqueueOptions,
  limitMs: number,
): Promise<boolean> {
  const shape = { ...barFormat("settled"), total: tally.waiting.size };
  const outcomes = await withProgressBar(shape, (bar) =>
    waitForOutcomes(service, tally.waiting.keys(), {
      limitMs,
      limit: options.waitLimit,
      onSettled: (settled) => bar.update(settled),
    }),
  );
  return printOutcomes(tally.waiting, outcomes, options.json ?? false);
}

async function enqueue(urls: readonly string[], options: EnqueueOptions): Promise<void> {
  checkCombination(urls, options);
  const limitMs = parseDuration("--wait-limit", options.waitLimit);
  const document = await localDocument(options);
  await withService(async (service) => {
    const tally = new Tally();
    if (document) tally.add(document.url ?? options.text ?? "", await service.intake.offerDocument(document));
    await offerAll(service, allUrls(urls, options), options.refetch ?? false, tally);
    printFirst(tally.refusals.map(shown), "refused");
    if (!options.json) print(table(["offer", "count"], [...tally.counts].sort()));
    const succeeded = options.wait ? await outcomesOf(service, tally, options, limitMs) : true;
    if (!succeeded || tally.refusals.length > 0) throw new CommandError("not every URL ended in an article");
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
