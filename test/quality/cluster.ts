/*
 * `npm run quality:cluster`: the quality tables of near-duplicate clustering, the worst cases behind each
 * line, and exit code 1 if a floor of floors-cluster.json is broken.
 *   --quick   fewer copies per class      --cases N   cases listed per line (default 5)
 */
import { hasEvaluationData } from "./cluster-data.ts";
import type { Case } from "./cluster-measures.ts";
import {
  copyMeasures,
  holdAgainst,
  type Line,
  labelMeasures,
  readFloors,
  scriptMeasures,
  setMeasures,
} from "./cluster-report.ts";

const COPIES_PER_SET = 170;
const QUICK_COPIES_PER_SET = 30;
const COPIES_PER_SCRIPT = 504;
const QUICK_COPIES_PER_SCRIPT = 60;
const DEFAULT_CASES = 5;

function describe({ ids, note, evidence }: Case): string {
  const { rule, guard, relation, containment, cover, hamming } = evidence;
  const why = guard === undefined ? rule : `${rule}, guard ${guard}`;
  const figures = `C ${containment.toFixed(2)} cover ${cover.toFixed(2)} ${hamming} bits`;
  return `      ${ids.join(" ")}  ${note}  ->  ${relation} by ${why}; ${figures}`;
}

function printLine(line: Line, cases: number): void {
  const floor = line.floor === undefined ? "" : `${line.floor.kind} ${line.floor.limit}`;
  const mark = line.isMet ? " " : "!";
  const value = line.value.toFixed(line.value < 1 ? 3 : 2);
  console.log(`${mark} ${line.name.padEnd(32)} ${value.padStart(8)}  ${floor.padEnd(10)} ${line.detail}`);
  for (const one of line.cases.slice(0, cases)) console.log(describe(one));
}

function main(): number {
  if (!hasEvaluationData) {
    console.log("skipped: no evaluation data");
    return process.env.WIREFOLD_DATA === "required" ? 1 : 0;
  }
  const isQuick = process.argv.includes("--quick");
  const casesAt = process.argv.indexOf("--cases");
  const cases = casesAt < 0 ? DEFAULT_CASES : Number(process.argv[casesAt + 1]);
  const measures = [
    ...labelMeasures(),
    ...(["fnc1-train", "abp-sample", "reuters21578", "basil"] as const).flatMap(setMeasures),
    ...copyMeasures(isQuick ? QUICK_COPIES_PER_SET : COPIES_PER_SET),
    ...scriptMeasures(isQuick ? QUICK_COPIES_PER_SCRIPT : COPIES_PER_SCRIPT),
  ];
  const lines = holdAgainst(measures, readFloors());
  for (const line of lines) printLine(line, cases);
  const broken = lines.filter(({ isMet }) => !isMet);
  console.log(broken.length === 0 ? "all floors hold" : `${broken.length} floors broken`);
  return broken.length === 0 ? 0 : 1;
}

process.exitCode = main();
