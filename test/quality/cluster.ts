/*
 * `npm run quality:cluster`: the quality tables of near-duplicate clustering, the worst cases behind each
 * line with their texts laid side by side, and exit code 1 if a floor of floors.json is broken, or was not measured.
 *   --quick   fewer copies per class      --cases N   cases listed per line (default 5)      --no-texts
 *   --others     copies of texts by which no rule was chosen, without floors
 *   --half a|b   only that half of the texts, by the hash of their ids; floors are for the whole, so none is held
 */
import { passageLines } from "../../src/cli/passages.ts";
import { alignPassages } from "../../src/core/cluster/aligned-passages.ts";
import { RULES } from "../../src/core/cluster/decision/rules.ts";
import { type Half, hasEvaluationData, SET_NAMES } from "./cluster-data.ts";
import type { Case } from "./cluster-measures.ts";
import {
  copyMeasures,
  holdAgainst,
  type Line,
  labelMeasures,
  otherCopyMeasures,
  scriptMeasures,
  seedMeasures,
  setMeasures,
} from "./cluster-report.ts";
import { brokenFloors, type Floors, readFloors, sayBroken } from "./floors.ts";

/** A class then misses one in a thousand with a single copy. */
const COPIES_PER_SET = 340;
const QUICK_COPIES_PER_SET = 30;
const COPIES_PER_SCRIPT = 504;
const QUICK_COPIES_PER_SCRIPT = 60;
const DEFAULT_CASES = 5;
const NO_FLOORS: Floors = new Map();
const TEXT_COLUMNS = 110;
const TEXT_INDENT = " ".repeat(8);

function describe({ ids, texts, note, evidence }: Case, showsTexts: boolean): string {
  const { rule, guard, relation, containment, cover, hamming } = evidence;
  const why = guard === undefined ? rule : `${rule}, guard ${guard}`;
  const figures = `C ${containment.toFixed(2)} cover ${cover.toFixed(2)} ${hamming} bits`;
  const said = `      ${ids.join(" ")}  ${note}  ->  ${relation} by ${why}; ${figures}`;
  if (!showsTexts) return said;
  const sideBySide = passageLines(alignPassages(...texts), TEXT_COLUMNS);
  return [said, ...sideBySide.map((line) => `${TEXT_INDENT}${line}`)].join("\n");
}

function printLine(line: Line, cases: number, showsTexts: boolean): void {
  const { floor } = line;
  const bound = floor === undefined ? "" : `${floor.kind} ${floor.limit}`;
  const target = floor?.target === undefined ? "" : `target ${floor.target}`;
  const mark = line.isMet ? " " : "!";
  const value = line.value.toFixed(line.value < 1 ? 3 : 2);
  console.log(
    `${mark} ${line.name.padEnd(32)} ${value.padStart(8)}  ${bound.padEnd(10)} ${target.padEnd(12)} ${line.detail}`,
  );
  for (const one of line.cases.slice(0, cases)) console.log(describe(one, showsTexts));
}

function halfAsked(): Half | undefined {
  const at = process.argv.indexOf("--half");
  if (at < 0) return undefined;
  const half = process.argv[at + 1];
  if (half === "a" || half === "b") return half;
  throw new Error(`--half is a or b, not ${half}`);
}

function main(): number {
  if (!hasEvaluationData) {
    console.log("skipped: no evaluation data");
    return process.env.WIREFOLD_DATA === "required" ? 1 : 0;
  }
  const isQuick = process.argv.includes("--quick");
  const casesAt = process.argv.indexOf("--cases");
  const cases = casesAt < 0 ? DEFAULT_CASES : Number(process.argv[casesAt + 1]);
  const half = halfAsked();
  const perSet = isQuick ? QUICK_COPIES_PER_SET : COPIES_PER_SET;
  const showsTexts = !process.argv.includes("--no-texts");
  if (process.argv.includes("--others")) {
    for (const line of holdAgainst(otherCopyMeasures(perSet), NO_FLOORS)) printLine(line, cases, showsTexts);
    return 0;
  }
  const measures = [
    ...labelMeasures(RULES, half),
    ...SET_NAMES.flatMap((name) => setMeasures(name, RULES, half)),
    ...copyMeasures(perSet, RULES, half),
    ...seedMeasures(),
    ...scriptMeasures(isQuick ? QUICK_COPIES_PER_SCRIPT : COPIES_PER_SCRIPT, half),
  ];
  const floors = half === undefined ? readFloors("cluster") : NO_FLOORS;
  const lines = holdAgainst(measures, floors);
  for (const line of lines) printLine(line, cases, showsTexts);
  if (half !== undefined) return 0;
  const values = new Map(measures.map(({ name, value }) => [name, value]));
  const broken = brokenFloors(floors, values);
  for (const floor of broken) console.error(`FLOOR BROKEN: ${sayBroken(floor)}`);
  console.log(broken.length === 0 ? "all floors hold" : `${broken.length} floors broken`);
  return broken.length === 0 ? 0 : 1;
}

process.exitCode = main();
