import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BatchCandidates } from "../../../src/core/cluster/batch-candidates.ts";
import { MAX_REVISIONS_PER_ANCHOR } from "../../../src/core/cluster/cluster-index.ts";

const article = (id: string, ...anchors: number[]) => ({ id, anchors: Uint32Array.from(anchors) });

describe("candidates within a batch", () => {
  it("are those that share two anchors, most shared first", () => {
    const candidates = new BatchCandidates([
      article("a", 1, 2, 3),
      article("b", 2, 3, 4_294_967_295),
      article("c", 1, 9, 4_294_967_295),
      article("d", 1, 2, 3, 4_294_967_295),
    ]);
    expect(candidates.of(0)).toEqual([]);
    expect(candidates.of(1)).toEqual([0]);
    expect(candidates.of(2)).toEqual([]);
    expect(candidates.of(3)).toEqual([0, 1, 2]);
  });

  it("are the pairs that brute force finds, each once", () => {
    const anchors = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(anchors, { maxLength: 30 }), (lists) => {
        const candidates = new BatchCandidates(lists.map((list, i) => article(String(i), ...list)));
        for (const [i, list] of lists.entries()) {
          const shares = (other: number[]): number => other.filter((anchor) => list.includes(anchor)).length;
          const expected = lists.slice(0, i).flatMap((other, j) => (shares(other) >= 2 ? [j] : []));
          expect(candidates.of(i).sort((a, b) => a - b)).toEqual(expected);
        }
      }),
    );
  });

  it("of a full anchor are the 512 it keeps, so that the work stays bounded", () => {
    const count = 3 * MAX_REVISIONS_PER_ANCHOR;
    const candidates = new BatchCandidates(Array.from({ length: count }, (_, i) => article(String(i), 7, 8)));
    const found = Array.from({ length: count }, (_, i) => candidates.of(i));
    for (const list of found) expect(list.length).toBeLessThanOrEqual(MAX_REVISIONS_PER_ANCHOR);
    expect(new Set(found.flat()).size).toBe(MAX_REVISIONS_PER_ANCHOR);
  });
});
