import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareSketches } from "../../../../src/core/cluster/decision/sketch-comparison.ts";
import { fingerprint } from "../../../../src/core/fingerprint/fingerprint.ts";
import type { Fingerprint } from "../../../../src/core/model.ts";

const EMPTY = fingerprint("");
const SKETCH_VALUES = 6;

/** A sketch cut off at its greatest value, of a text with `shingleCount` shingles. */
const sketched = (sketch: readonly number[], shingleCount: number): Fingerprint => ({
  ...EMPTY,
  shingleCount,
  sketch: Uint16Array.from(sketch).sort(),
  sketchIsWhole: false,
});

describe("two sketches", () => {
  it("below whose horizon the texts have different numbers of shingles share as many either way round", () => {
    const dense = sketched([1, 2, 3, 4], 243);
    const sparse = sketched([1, 2, 4, 90], 243);
    expect(compareSketches(dense, sparse).sharedShingles).toBe(182);
    expect(compareSketches(sparse, dense).sharedShingles).toBe(182);
  });

  it("give the same shares whichever comes first", () => {
    const values = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), {
      minLength: SKETCH_VALUES,
      maxLength: SKETCH_VALUES,
    });
    const count = fc.integer({ min: SKETCH_VALUES, max: 8 });
    fc.assert(
      fc.property(values, values, count, count, (valuesA, valuesB, countA, countB) => {
        const [a, b] = [sketched(valuesA, countA * 100), sketched(valuesB, countB * 100)];
        const { shareOfA, shareOfB, sharedShingles } = compareSketches(a, b);
        const back = compareSketches(b, a);
        expect(back).toEqual({ shareOfA: shareOfB, shareOfB: shareOfA, sharedShingles });
      }),
    );
  });
});
