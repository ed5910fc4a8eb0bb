/*
 * Extraction over all evaluation pages: one run, from which the command prints and the gate compares.
 */
import { extract } from "../../src/core/extract/extract.ts";
import type { ExtractedArticle } from "../../src/core/model.ts";
import {
  averageScore,
  type GoldPage,
  type Half,
  halfOf,
  loadPages,
  type PageScore,
  SET_NAMES,
  type SetName,
  scoreText,
} from "./score-extraction.ts";
import { type MetadataScore, scoreMetadata, share } from "./score-metadata.ts";

export interface ScoredPage {
  readonly gold: GoldPage;
  /** Null where extraction gave no article. */
  readonly article: ExtractedArticle | null;
  readonly score: PageScore;
}

export interface ExtractionRun {
  readonly pages: readonly ScoredPage[];
  readonly sets: Readonly<Record<SetName, PageScore>>;
  /** Shares of WCXB's strings that stand in the text, and of those that must not and do not. */
  readonly withPresent: number;
  readonly withoutAbsent: number;
  readonly metadata: MetadataScore;
}

export interface RunOptions {
  /** Only the pages of this half; all pages without it. */
  readonly half?: Half | undefined;
  /** Passes left out. */
  readonly without?: ReadonlySet<string>;
}

export function runExtraction(options: RunOptions = {}): ExtractionRun {
  return runOver(loadHalf(options.half), options);
}

export function loadHalf(half: Half | undefined): GoldPage[] {
  return SET_NAMES.flatMap(loadPages).filter(({ id }) => half === undefined || halfOf(id) === half);
}

/** @param golds as loadHalf gives them; loaded once where several runs are compared */
export function runOver(golds: readonly GoldPage[], { without }: RunOptions): ExtractionRun {
  return tally(golds.map((gold) => scorePage(gold, without)));
}

/** The same pages' figures for one half. */
export function halfRun(run: ExtractionRun, half: Half): ExtractionRun {
  return tally(run.pages.filter(({ gold }) => halfOf(gold.id) === half));
}

function tally(pages: readonly ScoredPage[]): ExtractionRun {
  const ofSet = (set: SetName) => pages.filter((page) => page.gold.set === set);
  const average = (set: SetName) => averageScore(ofSet(set).map((page) => page.score));
  const withArticle = ofSet("fundus").flatMap(({ gold, article }) => (article ? [{ gold, article }] : []));
  return {
    pages,
    sets: { aeb: average("aeb"), fundus: average("fundus"), wcxb: average("wcxb") },
    withPresent: stringShare(ofSet("wcxb"), (gold) => gold.with),
    withoutAbsent: 1 - stringShare(ofSet("wcxb"), (gold) => gold.without),
    metadata: scoreMetadata(withArticle),
  };
}

function scorePage(gold: GoldPage, without: ReadonlySet<string> | undefined): ScoredPage {
  const options = without === undefined ? {} : { without };
  const result = extract({ kind: "html", content: gold.html, url: gold.url }, options);
  const article = result.kind === "article" ? result.article : null;
  return { gold, article, score: scoreText(gold.set, article?.text ?? "", gold.body) };
}

function stringShare(pages: readonly ScoredPage[], pick: (gold: GoldPage) => readonly string[]): number {
  const fold = (text: string) => text.replace(/\s+/g, " ");
  let found = 0;
  let all = 0;
  for (const { gold, article } of pages) {
    const text = fold(article?.text ?? "");
    for (const string of pick(gold)) {
      all++;
      if (text.includes(fold(string))) found++;
    }
  }
  return all > 0 ? found / all : 0;
}

/** The figures of the section `extract` of floors.json, by its keys. */
export function measuredFigures(run: ExtractionRun): ReadonlyMap<string, number> {
  return new Map([
    ["aeb.f1", run.sets.aeb.f1],
    ["fundus.f1", run.sets.fundus.f1],
    ["wcxb.f1", run.sets.wcxb.f1],
    ["wcxb.withPresent", run.withPresent],
    ["wcxb.withoutAbsent", run.withoutAbsent],
    ["fundus.title", share(run.metadata.title)],
    ["fundus.titleOrOther", share(run.metadata.titleOrOther)],
    ["fundus.date", share(run.metadata.date)],
    ["fundus.authors", share(run.metadata.authors)],
    ["fundus.people", share(run.metadata.people)],
  ]);
}
