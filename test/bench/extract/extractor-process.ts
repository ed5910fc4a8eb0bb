/*
 * One extractor in a process of its own, so that none pays for another's memory or compiled code. It is told a set,
 * runs over its pages (slow ones, when measured: over every fourth) and answers with the CPU time; the first run over
 * each set also gives the texts' score.
 */
import {
  averageScore,
  loadPages,
  SET_NAMES,
  type SetName,
  scoreText,
} from "../../quality/score-extraction.ts";
import { EXTRACTORS, isExtractorName } from "./extractors.ts";

export type Order = { readonly kind: "warm-up" | "measure"; readonly set: SetName };
export interface Answer {
  readonly pages: number;
  /** User and system time of this process. */
  readonly cpuMs: number;
  /** Null in measured runs. */
  readonly f1: number | null;
}

const MICROSECONDS_PER_MS = 1000;
const SAMPLE_STEP = 4;

const name = process.argv[2] ?? "";
if (!isExtractorName(name)) throw new Error(`no extractor is called "${name}"`);
const extractor = EXTRACTORS[name];
const pagesOf = new Map(SET_NAMES.map((set) => [set, loadPages(set)]));

process.on("message", ({ kind, set }: Order) => {
  const isSampled = kind === "measure" && extractor.isSlow === true;
  const pages = (pagesOf.get(set) ?? []).filter((_page, at) => !isSampled || at % SAMPLE_STEP === 0);
  const before = process.cpuUsage();
  const results = pages.map((page) => extractor.run(page.html, page.url));
  const used = process.cpuUsage(before);
  const score = () =>
    averageScore(
      results.map((result, at) =>
        scoreText(set, extractor.toText?.(result) ?? result, pages[at]?.body ?? ""),
      ),
    ).f1;
  const answer: Answer = {
    pages: pages.length,
    cpuMs: (used.user + used.system) / MICROSECONDS_PER_MS,
    f1: kind === "warm-up" ? score() : null,
  };
  process.send?.(answer);
});
