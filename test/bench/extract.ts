/*
 * npm run bench:extract [-- --rounds 5] [-- --only wirefold,readability-linkedom]
 * wirefold against Readability on linkedom, Readability on jsdom and Defuddle, over the same pages in one run.
 *
 *   each extractor has a process   ──▶  warm-up: every page once (scored)  ──▶  rounds: set by set, extractor by
 *                                       extractor, only one process works at a time  ──▶  median of the rounds
 *
 * jsdom and Defuddle take twenty times as long as the others: they are scored on all pages, and measured in one round
 * over every fourth page of each set. All of it takes three to four minutes.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { hasEvaluationData, SET_NAMES, type SetName } from "../quality/score-extraction.ts";
import type { Answer, Order } from "./extract/extractor-process.ts";
import { EXTRACTOR_NAMES, EXTRACTORS, type ExtractorName, isExtractorName } from "./extract/extractors.ts";

const DEFAULT_ROUNDS = "3";
const TITLE_WIDTH = 36;
/** The peer that the others are compared with. */
const YARDSTICK: ExtractorName = "readability-linkedom";

interface Contestant {
  readonly name: ExtractorName;
  readonly process: ChildProcess;
  readonly f1: Map<SetName, number>;
  /** CPU ms per page, one number per round. */
  readonly cpuMs: Map<SetName, number[]>;
  pages: number;
}

/** @throws where the process ended instead of answering */
async function ask({ name, process }: Contestant, order: Order): Promise<Answer> {
  const isOver = new AbortController();
  const ended = once(process, "exit", { signal: isOver.signal }).then(([code, signal]) => {
    throw new Error(`${name} ended with ${code ?? signal} at "${order.kind}" of ${order.set}`);
  });
  const answered = once(process, "message", { signal: isOver.signal });
  process.send(order);
  const [answer] = (await Promise.race([answered, ended])) as [Answer];
  ended.catch(() => undefined);
  isOver.abort();
  return answer;
}

function enter(name: ExtractorName): Contestant {
  const script = fileURLToPath(new URL("./extract/extractor-process.ts", import.meta.url));
  // Defuddle and linkedom write to the console when a page is odd.
  const process = fork(script, [name], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  return { name, process, f1: new Map(), cpuMs: new Map(SET_NAMES.map((set) => [set, []])), pages: 0 };
}

async function warmUp(contestant: Contestant): Promise<void> {
  for (const set of SET_NAMES) {
    const { f1, pages } = await ask(contestant, { kind: "warm-up", set });
    contestant.f1.set(set, f1 ?? 0);
    contestant.pages += pages;
  }
}

async function measure(contestants: readonly Contestant[], rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const set of SET_NAMES) {
      for (const contestant of contestants) {
        if (round > 0 && EXTRACTORS[contestant.name].isSlow) continue;
        const { cpuMs, pages } = await ask(contestant, { kind: "measure", set });
        contestant.cpuMs.get(set)?.push(cpuMs / pages);
      }
    }
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function print(contestants: readonly Contestant[]): void {
  const yardstick = contestants.find((contestant) => contestant.name === YARDSTICK);
  for (const { name, f1, cpuMs } of contestants) {
    for (const set of SET_NAMES) {
      const times = cpuMs.get(set) ?? [];
      const yardstickMs = median(yardstick?.cpuMs.get(set) ?? []);
      const share = yardstickMs > 0 ? `  ${(median(times) / yardstickMs).toFixed(3)} of ${YARDSTICK}` : "";
      const range = `${Math.min(...times).toFixed(2)} to ${Math.max(...times).toFixed(2)}`;
      console.log(
        `${EXTRACTORS[name].title.padEnd(TITLE_WIDTH)} ${set.padEnd(7)} F1 ${(f1.get(set) ?? 0).toFixed(4)}  ` +
          `${median(times).toFixed(2)} CPU ms per page (${range})${share}`,
      );
    }
  }
}

function chosenNames(only: string | undefined): ExtractorName[] {
  if (only === undefined) return [...EXTRACTOR_NAMES];
  return only.split(",").map((name) => {
    if (!isExtractorName(name)) throw new Error(`no extractor is called "${name}"`);
    return name;
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rounds: { type: "string", default: DEFAULT_ROUNDS }, only: { type: "string" } },
  });
  if (!hasEvaluationData()) {
    console.log("skipped: no evaluation data");
    return;
  }
  const contestants = chosenNames(values.only).map(enter);
  try {
    for (const contestant of contestants) await warmUp(contestant);
    await measure(contestants, Number(values.rounds));
    const pages = contestants[0]?.pages ?? 0;
    console.log(
      `node ${process.version}; ${pages} pages; one process per extractor, each page seen once before the clock starts, ` +
        `sets in turn, one process at work at a time; user + system CPU time from HTML to text, median of ${values.rounds} rounds`,
    );
    print(contestants);
  } finally {
    for (const contestant of contestants) contestant.process.kill();
  }
}

await main();
