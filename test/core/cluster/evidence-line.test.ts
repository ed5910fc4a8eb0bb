import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packEvidence, unpackEvidence } from "../../../src/core/cluster/evidence-bytes.ts";
import {
  decodeEvidence,
  encodeEvidence,
  flipEvidence,
  keptEvidence,
} from "../../../src/core/cluster/evidence-line.ts";
import { type Evidence, GUARDS, RELATIONS } from "../../../src/core/model.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyEvidence: fc.Arbitrary<Evidence> = fc.record(
  {
    relation: fc.constantFrom(...RELATIONS),
    rule: fc.constantFrom("near-exact", "sketch", "passages"),
    guard: fc.constantFrom(...GUARDS),
    hamming: fc.integer({ min: 0, max: 64 }),
    containment: share,
    cover: share,
    sharedShingles: fc.nat(),
    numberOverlap: fc.option(share),
    quotationShare: fc.option(share),
    shorter: fc.constantFrom("a", "b"),
  },
  {
    requiredKeys: [
      "relation",
      "rule",
      "hamming",
      "containment",
      "cover",
      "sharedShingles",
      "numberOverlap",
      "shorter",
    ],
  },
);

describe("a line of evidence", () => {
  it("reads as documented", () => {
    const line = encodeEvidence({
      relation: "excerpt",
      rule: "sketch",
      hamming: 12,
      containment: 0.98765,
      cover: 0.25,
      sharedShingles: 41.6,
      numberOverlap: null,
      shorter: "b",
    });
    expect(line).toBe("excerpt sketch - 12 0.988 0.25 42 - ? b");
    expect(decodeEvidence(line)).toEqual({
      relation: "excerpt",
      rule: "sketch",
      hamming: 12,
      containment: 0.988,
      cover: 0.25,
      sharedShingles: 42,
      numberOverlap: null,
      shorter: "b",
    });
  });

  it("keeps all it says, to three digits", () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const kept = keptEvidence(evidence);
        expect(kept).toEqual(decodeEvidence(encodeEvidence(evidence)));
        expect([kept.relation, kept.guard, kept.shorter]).toEqual([
          evidence.relation,
          evidence.guard,
          evidence.shorter,
        ]);
        expect(kept.containment).toBeCloseTo(evidence.containment, 2);
        expect(kept.quotationShare === undefined).toBe(evidence.quotationShare === undefined);
      }),
    );
  });

  it("is the same pair when flipped twice", () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        expect(flipEvidence(flipEvidence(evidence))).toEqual(evidence);
      }),
    );
  });

  it.each(["", "copy", "copied sketch - 12 0.9 0.2 42 - ? b", "copy sketch - 1 1 1 1 1 1 a b"])(
    "is not %j",
    (line) => {
      expect(() => decodeEvidence(line)).toThrow("not a line of evidence");
    },
  );

  it("takes no rule of two words", () => {
    const [evidence] = fc.sample(anyEvidence, 1) as [Evidence];
    const told = { ...evidence, rule: "two words" };
    expect(() => encodeEvidence(told)).toThrow('"two words"');
    expect(() => keptEvidence(told)).toThrow('"two words"');
  });
});

describe("packed evidence", () => {
  it("gives back what the line gives back, for any rule", () => {
    const rule = fc.constantFrom("near-exact", "mutual", "a-rule-of-tomorrow");
    const few = anyEvidence.map((evidence) => ({
      ...evidence,
      sharedShingles: evidence.sharedShingles % 2 ** 24,
    }));
    fc.assert(
      fc.property(few, rule, (evidence, named) => {
        const kept = keptEvidence({ ...evidence, rule: named });
        expect(unpackEvidence(packEvidence(kept))).toEqual(kept);
      }),
    );
  });

  it("takes 14 bytes where the rule is a known one", () => {
    const evidence = fc.sample(anyEvidence, 1)[0] as Evidence;
    expect(packEvidence({ ...evidence, rule: "passages" }).length).toBe(14);
    expect(packEvidence({ ...evidence, rule: "other" }).length).toBe(19);
  });

  it("refuses bytes that it has not written", () => {
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(13), Buffer.alloc(14, 0x7f)])
      expect(() => unpackEvidence(bytes)).toThrow("not packed evidence");
  });
});
