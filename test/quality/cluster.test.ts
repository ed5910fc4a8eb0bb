/* The gate in the test run: a sample of `npm run quality:cluster` that takes well under two minutes. */
import { describe, expect, it } from "vitest";
import { hasEvaluationData } from "./cluster-data.ts";
import type { Measure } from "./cluster-measures.ts";
import { copyMeasures, holdAgainst, type Line, labelMeasures, setMeasures } from "./cluster-report.ts";
import { readFloors } from "./floors.ts";

const SAMPLE_COPIES_PER_SET = 60;
const SAMPLE_SIZE = 3 * SAMPLE_COPIES_PER_SET;
/** A class may miss three copies of the sample more than its floor on the whole set allows, */
const MISSED_SLACK_PERCENT = (100 * 3) / SAMPLE_SIZE + 0.01;
/** and six round-ups more may bridge: of those cut to half a quarter does, which is 3.3 % more or less by the draw. */
const BRIDGED_SLACK_PERCENT = (100 * 6) / SAMPLE_SIZE + 0.01;
const GATE_TIMEOUT_MS = 600_000;

function broken(measures: readonly Measure[], slack = { below: 0, above: 0 }): Line[] {
  const floors = new Map(
    [...readFloors("cluster")].map(([measure, floor]) => {
      const limit = floor.kind === "min" ? floor.limit - slack.below : floor.limit + slack.above;
      return [measure, { ...floor, limit }];
    }),
  );
  return holdAgainst(measures, floors).filter(({ isMet }) => !isMet);
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
    const lines = broken(copyMeasures(SAMPLE_COPIES_PER_SET), {
      below: MISSED_SLACK_PERCENT,
      above: BRIDGED_SLACK_PERCENT,
    });
    expect(lines.map(({ name, value }) => `${name} ${value}`)).toEqual([]);
  });
});
