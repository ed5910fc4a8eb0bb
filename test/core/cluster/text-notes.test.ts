import { describe, expect, it } from "vitest";
import { packLoneNote, unpackNote } from "../../../src/core/cluster/text-note-bytes.ts";
import { isRemembered, noteMoment, outlasts, type TextNote } from "../../../src/core/cluster/text-notes.ts";
import type { ArticleId } from "../../../src/core/model.ts";

const [LOW, HIGH] = ["0".repeat(32), "f".repeat(32)] as ArticleId[];
const PLACED_AT_MS = Date.UTC(2026, 0, 5, 12, 30);
const note = (over: Partial<TextNote> = {}): TextNote => ({
  articleId: LOW as ArticleId,
  publisher: "daily.example",
  datePublished: "2026-01-05",
  placedAt: PLACED_AT_MS,
  memberOrdinal: undefined,
  ...over,
});

describe("a note on a text", () => {
  it.each([
    ["daily.example", "2026-01-05T06:00:00Z"],
    [null, null],
    ["Ünlü Gazete", "yesterday"],
  ])("gives back publisher %j and date %j from its bytes", (publisher, datePublished) => {
    const said = note({ publisher, datePublished });
    expect(unpackNote(packLoneNote(said))).toEqual(said);
  });

  it("gives back a member's ordinal, as the script writes it", () => {
    const head = packLoneNote(note()).subarray(0, 21);
    head.write("M", "latin1");
    const packed = Buffer.concat([head, Buffer.from("0000000102", "hex")]);
    expect(unpackNote(packed)).toEqual(note({ publisher: null, datePublished: null, memberOrdinal: 258 }));
  });

  it("is told from other bytes", () => {
    expect(() => unpackNote(Buffer.from("Xyz"))).toThrow("not a note on a text");
  });

  it("of a member counts as long as the member has its ordinal, of another article for a time", () => {
    expect(isRemembered(note({ memberOrdinal: 7 }), 7, PLACED_AT_MS + 1)).toBe(true);
    expect(isRemembered(note({ memberOrdinal: 7 }), 8, 0)).toBe(false);
    expect(isRemembered(note({ memberOrdinal: 7 }), undefined, 0)).toBe(false);
    expect(isRemembered(note(), undefined, PLACED_AT_MS)).toBe(true);
    expect(isRemembered(note(), 7, PLACED_AT_MS + 1_000)).toBe(false);
  });

  it("counts by the second", () => {
    expect(noteMoment(PLACED_AT_MS + 999)).toBe(PLACED_AT_MS);
    expect(isRemembered(note(), undefined, PLACED_AT_MS + 999)).toBe(true);
    expect(isRemembered(note(), undefined, PLACED_AT_MS + 1_000)).toBe(false);
  });

  it.each([
    ["a member's", note({ memberOrdinal: 9 }), "one on an article that stood alone", note()],
    ["the lower ordinal's", note({ memberOrdinal: 1 }), "the higher one's", note({ memberOrdinal: 2 })],
    ["the later one", note({ placedAt: PLACED_AT_MS + 1_000 }), "the earlier one", note()],
    ["the lower id's", note(), "the higher one's", note({ articleId: HIGH as ArticleId })],
  ])("outlasts as %s %s", (_, lasting, __, other) => {
    expect([outlasts(lasting, other), outlasts(other, lasting)]).toEqual([true, false]);
  });

  it("does not outlast itself", () => {
    expect(outlasts(note(), note())).toBe(false);
  });
});
