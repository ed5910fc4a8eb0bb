/* The gate in the test run: a sample of `npm run quality:cluster` that takes well under two minutes. */
import { describe, expect, it } from "vitest";
import { hasEvaluationData } from "./cluster-data.ts";
import type { Measure } from "./cluster-measures.ts";
import { copyMeasures, holdAgainst, type Line, labelMeasures, setMeasures } from "./cluster-report.ts";
import { readFloors } from "./floors.ts";

const SAMPLE_COPIES_PER_SET = 60;
/** A class may miss three copies of the sample more than its floor on the whole set allows; */
const SLACK_COPIES = 3;
/** of texts cut to half the sample holds more round-ups than its share: 52 of 180, where the whole has 26.9 %. */
const SLACK_OF_CLASS: ReadonlyMap<string, number> = new Map([["round-ups bridge, halves", 4]]);
const ROUNDING_PERCENT = 0.01;
const GATE_TIMEOUT_MS = 600_000;

function broken(measures: readonly Measure[], slackOf: (measure: string) => number = () => 0): Line[] {
  const floors = new Map(
    [...readFloors("cluster")].map(([measure, floor]) => {
      const slack = slackOf(measure);
      const limit = floor.kind === "min" ? floor.limit - slack : floor.limit + slack;
      return [measure, { ...floor, limit }];
    }),
  );
  return holdAgainst(measures, floors).filter(({ isMet }) => !isMet);
}

function sampleSlack(measure: string): number {
  const copies = SLACK_OF_CLASS.get(measure) ?? SLACK_COPIES;
  return (100 * copies) / (3 * SAMPLE_COPIES_PER_SET) + ROUNDING_PERCENT;
}

if (!hasEvaluationData && process.env.WIREFOLD_DATA === "required") {
  it("has its evaluation data", () => expect.fail("WIREFOLD_DATA=required, and ../shared/data is missing"));
}

describe.skipIf(!hasEvaluationData)("quality of clustering (skipped: no evaluation data)", () => {
  it("reads the labelled pairs as people do", { timeout: GATE_TIMEOUT_MS }, () => {
    expect(broken(labelMeasures())).toEqual([]);
  });

  it.each(["fnc1-train", "basil"] as const)(
    "keeps %s's clusters pure",
    { timeout: GATE_TIMEOUT_MS },
    (name) => {
      expect(broken(setMeasures(name))).toEqual([]);
    },
  );

  it("finds the simulator's copies", { timeout: GATE_TIMEOUT_MS }, () => {
    const lines = broken(copyMeasures(SAMPLE_COPIES_PER_SET), sampleSlack);
    expect(lines.map(({ name, value }) => `${name} ${value}`)).toEqual([]);
  });
});
