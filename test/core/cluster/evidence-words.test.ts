import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evidenceInWords, ruleInWords } from "../../../src/core/cluster/evidence-words.ts";
import type { Evidence } from "../../../src/core/model.ts";

const DECISION = join(import.meta.dirname, "../../../src/core/cluster/decision.ts");
const EVIDENCE: Evidence = {
  relation: "copy",
  rule: "mutual",
  hamming: 1,
  containment: 1,
  cover: 0.9594,
  sharedShingles: 412,
  numberOverlap: 0.5,
  quotationShare: 0.125,
  shorter: "a",
};

describe("evidence in words", () => {
  it("says what decided, then the numbers", () => {
    expect(evidenceInWords(EVIDENCE)).toBe(
      "copy (rule mutual): most of the two texts, taken together, is shared. 100 % of the shorter text stands in the longer, 95.9 % of the longer in the shorter, 1 of 64 simhash bits differs, 50.0 % of the figures agree, 12.5 % of what is shared is quotation",
    );
  });

  it("leaves out what was not measured", () => {
    expect(evidenceInWords({ ...EVIDENCE, numberOverlap: null, quotationShare: null, hamming: 2 })).toMatch(
      /in the shorter, 2 of 64 simhash bits differ$/,
    );
  });

  it("says of a text that came back that it is the very same", () => {
    expect(ruleInWords({ ...EVIDENCE, rule: "same-text" })).toMatch(
      /^copy \(rule same-text\): title and text are the same, letter for letter/,
    );
  });

  it("names the guard that spoke against one story", () => {
    expect(ruleInWords({ ...EVIDENCE, relation: "partial", guard: "template" })).toBe(
      "partial (rule mutual, guard template): the phrases agree, and the figures or names do not",
    );
  });

  it("has words for every rule that the decision names", () => {
    const decision = readFileSync(DECISION, "utf8");
    const listed =
      /as `Evidence\.rule` names them:\n([\s\S]*?)\n \* and the guards/.exec(decision)?.[1] ?? "";
    const rules = [...listed.matchAll(/^ \* {3}([a-z-]+) /gm)].map(([, rule = ""]) => rule);
    expect(rules.length).toBeGreaterThan(5);
    for (const rule of rules) expect(ruleInWords({ ...EVIDENCE, rule }), rule).toContain("): ");
  });
});
