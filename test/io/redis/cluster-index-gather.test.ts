import { describe, expect, it } from "vitest";
import { gather } from "../../../src/io/redis/cluster-index-gather.ts";

const LIMIT = 3;

/** Doubles numbers, and remembers what it was called with. */
function doubling(limit = LIMIT) {
  const calls: number[][] = [];
  const double = gather<number, number>(limit, async (items) => {
    calls.push([...items]);
    if (items.includes(13)) throw new Error("not thirteen");
    return items.map((item) => 2 * item);
  });
  return { double, calls };
}

describe("a gathered step", () => {
  it("is done by one call for all who ask at the same time, each with its own answer", async () => {
    const { double, calls } = doubling();
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
    expect(calls).toEqual([[1, 2, 3]]);
  });

  it("takes with it those who come while promises settle", async () => {
    const { double, calls } = doubling();
    const later = Promise.resolve()
      .then(() => undefined)
      .then(() => double(2));
    expect(await Promise.all([double(1), later])).toEqual([2, 4]);
    expect(calls).toEqual([[1, 2]]);
  });

  it("does no more than the limit in one call", async () => {
    const { double, calls } = doubling();
    await Promise.all([1, 2, 3, 4, 5, 6, 7].map(double));
    expect(calls).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  });

  it("fails for the one that is to blame, and for none of those gathered with it", async () => {
    const { double, calls } = doubling();
    const outcomes = await Promise.allSettled([1, 2, 13, 4].map(double));
    expect(outcomes).toMatchObject([
      { value: 2 },
      { value: 4 },
      { reason: new Error("not thirteen") },
      { value: 8 },
    ]);
    expect(await double(5)).toBe(10);
    expect(calls).toEqual([[1, 2, 13], [4], [1], [2], [13], [5]]);
  });
});
