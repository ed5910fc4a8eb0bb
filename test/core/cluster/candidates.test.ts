import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnchorLists, candidatesOf } from "../../../src/core/cluster/candidates.ts";
import { SharedAnchors } from "../../../src/core/cluster/shared-anchors.ts";
import type { RevisionId } from "../../../src/core/model.ts";

const SELF = "ffffffff" as RevisionId;
/** As long as a handle, so that both ways of counting can be held against each other. */
const revision = fc
  .tuple(fc.constantFrom("0000", "8000", "ffff"), fc.integer({ min: 1, max: 40 }))
  .map(([high, low]) => `${high}${low.toString(16).padStart(4, "0")}` as RevisionId);
const handleOf = (id: RevisionId): number => Number.parseInt(id, 16);
const lists = fc.array(fc.uniqueArray(revision, { maxLength: 60 }), { maxLength: 20 });

describe("candidates", () => {
  it("share two anchors or more, most shared first, then by id", () => {
    const [r1, r2, r3, r4] = ["01", "02", "03", "04"].map((id) => id.padEnd(8, "0") as RevisionId);
    const sharing = [[r3, r4], [r1, r2, r3, SELF], [r1, r2, SELF], [r2]] as RevisionId[][];
    expect(candidatesOf(sharing, SELF)).toEqual(
      [r2, r1, r3].sort((a, b) => (a === r2 ? -1 : b === r2 ? 1 : 0)),
    );
  });

  it("are counted the same from packed lists, call after call", () => {
    const counter = new SharedAnchors();
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 3 }), (ids, anchors) => {
        const packed = ids.map((list) => ({ handles: Buffer.from(list.join(""), "hex"), anchors }));
        const counted = Array.from({ length: anchors }, () => ids).flat();
        const expected = candidatesOf(counted, SELF).map(handleOf);
        expect([...counter.candidates(packed, handleOf(SELF))]).toEqual(expected);
      }),
    );
  });

  it("of more ids than the table first has room for are all counted", () => {
    const ids = Array.from({ length: 5_000 }, (_, i) => (i + 1).toString(16).padStart(8, "0") as RevisionId);
    const lists = [1, 2].map(() => ({ handles: Buffer.from(ids.join(""), "hex"), anchors: 1 }));
    expect([...new SharedAnchors().candidates(lists, handleOf(SELF))]).toEqual(ids.map(handleOf));
  });
});

describe("anchor lists", () => {
  it("end up the same in any order of adding and removing", () => {
    const ids = Array.from({ length: 600 }, (_, i) =>
      Math.imul(i + 1, 2_654_435_761)
        .toString(16)
        .padStart(16, "0"),
    );
    const held = (order: string[]): string[] => {
      const anchors = new AnchorLists();
      for (const id of order) anchors.add([7], id as RevisionId);
      return [...anchors.sharing([7])].flat().sort();
    };
    expect(held(ids)).toEqual([...ids].sort().slice(0, 512));
    expect(held([...ids].reverse())).toEqual(held(ids));
  });
});
