import { describe, expect, it } from "vitest";
import { BoundedMap } from "../../../src/core/cluster/bounded-map.ts";

const LIMIT = 10;

describe("a bounded map", () => {
  it("keeps what is asked for, and forgets what is not", () => {
    const map = new BoundedMap<number, string>(LIMIT);
    for (let key = 0; key < 10 * LIMIT; key++) {
      map.set(key, `value ${key}`);
      expect(map.get(0)).toBe("value 0");
    }
    const kept = Array.from({ length: 10 * LIMIT }, (_, key) => map.get(key)).filter(Boolean);
    expect(kept.length).toBeGreaterThanOrEqual(LIMIT);
    expect(kept.length).toBeLessThanOrEqual(2 * LIMIT);
  });

  it("holds few heavy entries or many light ones", () => {
    const map = new BoundedMap<string, number>(LIMIT, (key) => key.length);
    const heavy = ["aaaaaaaa", "bbbbbbbb", "cccccccc", "dddddddd", "eeeeeeee", "ffffffff"];
    for (const key of heavy) map.set(key, key.length);
    const weight = heavy.filter((key) => map.get(key) !== undefined).join("").length;
    expect(weight).toBeGreaterThan(0);
    expect(weight).toBeLessThan(4 * LIMIT);
  });

  it("knows nothing more of what was deleted", () => {
    const map = new BoundedMap<number, string>(2);
    for (const key of [1, 2, 3]) map.set(key, "value");
    for (const key of [1, 3]) map.delete(key);
    expect([1, 2, 3].map((key) => map.get(key))).toEqual([undefined, "value", undefined]);
  });
});
