import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_ANCHORS, selectAnchors } from "../../../src/core/fingerprint/anchors.ts";
import { spreadBits } from "../../../src/core/fingerprint/hashing.ts";

const LEAD_SHINGLES = 64;
const LEAD_ANCHORS = 4;

/** `count` hashes as a text's shingles have them. */
const hashesFrom = (seed: number, count: number): Int32Array =>
  Int32Array.from({ length: count }, (_, i) => spreadBits(Math.imul(seed + i + 1, 0x9e3779b1)));

const anchorsOf = (hashes: Int32Array): number[] => [...selectAnchors(hashes, hashes.length)];

const unsigned = (hashes: Int32Array): number[] => [...hashes].map((hash) => hash >>> 0);

/** The same in the fewest words: the minimum of each window, and the smallest of the lead. */
function anchorsByDefinition(hashes: Int32Array): number[] {
  const values = unsigned(hashes);
  const tenth = Math.min(64, Math.ceil(values.length / 10.5));
  const width = Math.max(1, tenth, Math.ceil(values.length / 16));
  const chosen = new Set<number>();
  for (let from = 0; from + width <= values.length; from++) {
    chosen.add(Math.min(...values.slice(from, from + width)));
  }
  const lead = [...new Set(values.slice(0, LEAD_SHINGLES))].sort((a, b) => a - b);
  for (const value of lead.slice(0, LEAD_ANCHORS)) chosen.add(value);
  return [...chosen].sort((a, b) => a - b).slice(0, MAX_ANCHORS);
}

const shared = (a: Int32Array, b: Int32Array): number => {
  const anchors = new Set(anchorsOf(b));
  return anchorsOf(a).filter((anchor) => anchors.has(anchor)).length;
};

describe("anchors", () => {
  it("are the minima of all windows and the smallest of the lead", () => {
    const hashes = fc.oneof(fc.int32Array({ maxLength: 700 }), fc.int32Array({ max: 9, maxLength: 300 }));
    fc.assert(
      fc.property(hashes, (list) => {
        expect(anchorsOf(list)).toEqual(anchorsByDefinition(list));
      }),
    );
  });

  it("do not depend on the text before it", () => {
    const story = hashesFrom(1, 90);
    const alone = anchorsOf(story);
    selectAnchors(hashesFrom(7, 40_000), 40_000);
    expect(anchorsOf(story)).toEqual(alone);
  });

  it("of no shingles are none", () => {
    expect(anchorsOf(new Int32Array())).toEqual([]);
  });

  it("share two with every fifth of a text up to 640 shingles", () => {
    const sizes = fc.integer({ min: 50, max: 640 });
    fc.assert(
      fc.property(fc.nat(1e9), sizes, fc.double({ min: 0, max: 1, noNaN: true }), (seed, size, place) => {
        const story = hashesFrom(seed, size);
        const length = 2 * Math.ceil(size / 10);
        const from = Math.floor(place * (size - length));
        expect(shared(story.slice(from, from + length), story)).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it("share two with every 130 shingles of a text of a thousand", () => {
    const story = hashesFrom(5, 1000);
    for (let from = 0; from + 130 <= 1000; from += 10) {
      expect(shared(story.slice(from, from + 130), story)).toBeGreaterThanOrEqual(2);
    }
  });

  it("share two with the first 70 shingles, however long the text is", () => {
    const story = hashesFrom(9, 20_000);
    expect(shared(story.slice(0, 70), story)).toBeGreaterThanOrEqual(2);
  });

  it("stay few where hashes were made to ascend", () => {
    const ascending = Int32Array.from({ length: 5000 }, (_, i) => i * 1000);
    expect(anchorsOf(ascending)).toHaveLength(MAX_ANCHORS);
  });
});
