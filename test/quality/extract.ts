/*
 * npm run quality:extract — scores extraction on AEB, Fundus and WCXB, lists the worst pages with what is extra and
 * what is missing, and ends with 1 where a floor is broken.
 */

import { brokenFloors, measuredFigures, runExtraction, type ScoredPage } from "./run-extraction.ts";
import { hasEvaluationData, type PageScore, SET_NAMES, shingles } from "./score-extraction.ts";

const WORST_PAGES = 20;
const LINES_PER_PAGE = 4;
const LINE_CHARACTERS = 110;
/** A line is extra or missing if less of its shingles than this stand on the other side. */
const SAME_LINE_SHARE = 0.3;

function show(score: PageScore): string {
  return `P ${score.precision.toFixed(4)}  R ${score.recall.toFixed(4)}  F1 ${score.f1.toFixed(4)}`;
}

/** Lines of `text` that hardly stand in `other`. */
function linesMissingIn(other: string, text: string): string[] {
  const known = shingles(other.toLowerCase());
  return text.split("\n").filter((line) => {
    const own = [...shingles(line.toLowerCase()).keys()];
    return (
      own.length > 0 && own.filter((shingle) => known.has(shingle)).length < SAME_LINE_SHARE * own.length
    );
  });
}

function printPage({ gold, article, score }: ScoredPage): void {
  console.log(`\n${gold.set} ${gold.id.slice(0, 40)}  ${show(score)}  ${gold.url.slice(0, LINE_CHARACTERS)}`);
  const text = article?.text ?? "";
  for (const line of linesMissingIn(gold.body, text).slice(0, LINES_PER_PAGE)) {
    console.log(`  extra    ${line.slice(0, LINE_CHARACTERS)}`);
  }
  for (const line of linesMissingIn(text, gold.body).slice(0, LINES_PER_PAGE)) {
    const removal = article?.removed.find((removed) => removed.text.includes(line.trim().slice(0, 40)));
    const why = removal ? ` (${removal.step}: ${removal.reason})` : "";
    console.log(`  missing  ${line.trim().slice(0, LINE_CHARACTERS)}${why}`);
  }
}

function main(): void {
  if (!hasEvaluationData()) {
    console.log("skipped: no evaluation data");
    process.exitCode = process.env.WIREFOLD_DATA === "required" ? 1 : 0;
    return;
  }
  const run = runExtraction();
  const worst = run.pages.toSorted((a, b) => a.score.f1 - b.score.f1).slice(0, WORST_PAGES);
  for (const page of worst) printPage(page);
  console.log("\nMetadata confusions (Fundus)");
  for (const confusion of run.metadata.confusions) console.log(`  ${confusion}`);
  console.log("");
  for (const set of SET_NAMES) {
    console.log(
      `${set.padEnd(8)} ${show(run.sets[set])}  ${run.pages.filter((page) => page.gold.set === set).length} pages`,
    );
  }
  const figures = measuredFigures(run);
  for (const [key, figure] of Object.entries(figures)) console.log(`${key.padEnd(22)} ${figure.toFixed(4)}`);
  const broken = brokenFloors(figures);
  for (const line of broken) console.error(`FLOOR BROKEN: ${line}`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}

main();
