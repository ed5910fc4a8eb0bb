/*
 * npm run quality:extract [-- --half a|b] [-- --without cue-lines,link-lines] [-- --ablation]
 *
 * Scores extraction on AEB, Fundus and WCXB, lists the worst pages with what is extra and what is missing, gives the
 * figures of both halves, and ends with 1 where a floor is broken (floors hold for all pages and all passes).
 *   --half      only the pages of one half: rules are tuned on a, b is looked at rarely
 *   --without   passes left out
 *   --ablation  nothing but the table of what each pass gains
 */
import { parseArgs } from "node:util";
import { passNames } from "../../src/core/extract/story/find-story.ts";
import { brokenFloors, readFloors, sayBroken } from "./floors.ts";
import {
  type ExtractionRun,
  halfRun,
  loadHalf,
  measuredFigures,
  runExtraction,
  runOver,
  type ScoredPage,
} from "./run-extraction.ts";
import { type Half, hasEvaluationData, type PageScore, SET_NAMES, shingles } from "./score-extraction.ts";

const WORST_PAGES = 20;
const LINES_PER_PAGE = 4;
const LINE_CHARACTERS = 110;
/** A line is extra or missing if less of its shingles than this stand on the other side. */
const SAME_LINE_SHARE = 0.3;
const NAME_WIDTH = 22;

interface Options {
  readonly half: Half | undefined;
  readonly without: ReadonlySet<string>;
  readonly isAblation: boolean;
}

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

function readOptions(): Options {
  const { values } = parseArgs({
    options: { half: { type: "string" }, without: { type: "string" }, ablation: { type: "boolean" } },
  });
  const { half, without, ablation = false } = values;
  if (half !== undefined && half !== "a" && half !== "b") throw new Error(`--half is a or b, not "${half}"`);
  const names = new Set(without?.split(",") ?? []);
  const known = new Set(passNames());
  for (const name of names) {
    if (!known.has(name)) throw new Error(`no pass is called "${name}"; there are ${[...known].join(", ")}`);
  }
  return { half, without: names, isAblation: ablation };
}

/** F1 of each set without the pass, less F1 with all of them; over the pages asked for. */
function printAblation(half: Half | undefined): void {
  const golds = loadHalf(half);
  const whole = runOver(golds, {}).sets;
  const gains = passNames().map((name) => {
    const { sets } = runOver(golds, { without: new Set([name]) });
    return { name, losses: SET_NAMES.map((set) => sets[set].f1 - whole[set].f1) };
  });
  const total = (losses: readonly number[]) => losses.reduce((sum, loss) => sum + loss, 0);
  console.log("| without | AEB | Fundus | WCXB |\n| --- | --- | --- | --- |");
  for (const { name, losses } of gains.toSorted((a, b) => total(a.losses) - total(b.losses))) {
    console.log(`| ${name} | ${losses.map(showGain).join(" | ")} |`);
  }
}

/** `-.0146`, `+.0003`, `.0000`. */
function showGain(gain: number): string {
  const digits = Math.abs(gain).toFixed(4).slice(1);
  if (digits === ".0000") return digits;
  return `${gain < 0 ? "-" : "+"}${digits}`;
}

function printRun(run: ExtractionRun): void {
  const worst = run.pages.toSorted((a, b) => a.score.f1 - b.score.f1).slice(0, WORST_PAGES);
  for (const page of worst) printPage(page);
  console.log("\nMetadata confusions (Fundus)");
  for (const confusion of run.metadata.confusions) console.log(`  ${confusion}`);
  console.log("");
  for (const set of SET_NAMES) {
    const count = run.pages.filter((page) => page.gold.set === set).length;
    console.log(`${set.padEnd(NAME_WIDTH)} ${show(run.sets[set])}  ${count} pages`);
  }
  const halves = [measuredFigures(halfRun(run, "a")), measuredFigures(halfRun(run, "b"))];
  console.log(`\n${"".padEnd(NAME_WIDTH)} all     half a  half b`);
  for (const [key, figure] of measuredFigures(run)) {
    const columns = [figure, ...halves.map((figures) => figures.get(key) ?? 0)];
    console.log(`${key.padEnd(NAME_WIDTH)} ${columns.map((column) => column.toFixed(4)).join("  ")}`);
  }
}

function main(): void {
  if (!hasEvaluationData()) {
    console.log("skipped: no evaluation data");
    process.exitCode = process.env.WIREFOLD_DATA === "required" ? 1 : 0;
    return;
  }
  const { half, without, isAblation } = readOptions();
  if (isAblation) {
    printAblation(half);
    return;
  }
  const run = runExtraction({ half, without });
  printRun(run);
  if (half !== undefined || without.size > 0) return;
  const broken = brokenFloors(readFloors("extract"), measuredFigures(run));
  for (const floor of broken) console.error(`FLOOR BROKEN: ${sayBroken(floor)}`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}

main();
