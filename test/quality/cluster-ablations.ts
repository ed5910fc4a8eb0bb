/*
 * `npx tsx test/quality/cluster-ablations.ts`: what each rule of the decision is worth. One rule is switched off at a
 * time, all else as shipped, and each line of the quality table that changes is printed: shipped -> without. Names
 * of rules as arguments measure these only.
 */
import { RULES, type Rules } from "../../src/core/cluster/decision/rules.ts";
import { hasEvaluationData, SET_NAMES } from "./cluster-data.ts";
import type { Measure } from "./cluster-measures.ts";
import { copyMeasures, labelMeasures, setMeasures } from "./cluster-report.ts";

const COPIES_PER_SET = 40;
/** No share reaches it. */
const NEVER = 2;

const ABLATIONS: Readonly<Record<string, Partial<Rules>>> = {
  "near-exact": { nearExactBits: -1 },
  "settled by sketches": { settledShare: NEVER },
  mutual: { mutualShare: NEVER },
  "quotations weigh less": { quotationWeight: 1 },
  "foreign words weigh less": { foreignWeight: 1 },
  "limit to foreign words": { foreignLimit: Number.POSITIVE_INFINITY },
  "foreign lines weigh nothing": { foreignLineWeight: RULES.foreignWeight },
  "half a text in common": { sharedOfEither: 0 },
  "word-for-word share": { verbatimShare: 0, verbatimShareOfFew: 0 },
  "more asked of few shingles": { verbatimShareOfFew: RULES.verbatimShare },
  furniture: { furnitureOwnWords: Number.POSITIVE_INFINITY },
  "template by figures": { templateNumberRatio: 0 },
  "template by names and figures": { templateSlotRatio: 0 },
  "template by dates of briefs": { briefGapMs: Number.POSITIVE_INFINITY },
  serial: { serialGapMs: Number.POSITIVE_INFINITY },
  digest: { digestStoryWords: Number.POSITIVE_INFINITY, digestBriefShare: 0 },
  "digest: half of the text": { digestShare: 0 },
  "digest: columns of briefs": { digestBriefShare: 0 },
};

function measureAll(rules: Rules): Measure[] {
  return [
    ...labelMeasures(rules),
    ...SET_NAMES.flatMap((name) => setMeasures(name, rules)),
    ...copyMeasures(COPIES_PER_SET, rules),
  ];
}

function main(): void {
  if (!hasEvaluationData) {
    console.log("skipped: no evaluation data");
    return;
  }
  const only = process.argv.slice(2);
  const shipped = measureAll(RULES);
  for (const [name, override] of Object.entries(ABLATIONS)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const changes = measureAll({ ...RULES, ...override }).flatMap(({ name: line, value }, i) => {
      const before = shipped[i]?.value ?? Number.NaN;
      const digits = line.startsWith("labels") ? 3 : 1;
      const isSame = value.toFixed(digits) === before.toFixed(digits);
      return isSame ? [] : [`${line} ${before.toFixed(digits)} -> ${value.toFixed(digits)}`];
    });
    console.log(`without ${name}: ${changes.join("; ") || "no line changes"}`);
  }
}

main();
