import { describe, expect, it } from "vitest";
import { passageLines } from "../../src/cli/passages.ts";
import { alignPassages } from "../../src/core/cluster/aligned-passages.ts";

const FERRY = "The ferry line to Lower Quay will run again from Monday, the harbour office said.";
const CREWS = "“We owe this to the crews who worked through two storms,” its head added on Friday evening.";
const BAKERY = "A bakery by the old canal kept its ovens warm for everyone that night, free of charge.";
const GULLS = "Gulls followed each boat out, and nobody on deck minded them.";
const WIDTH = 80;

const linesOf = (ours: string, theirs: string, width?: number): string[] =>
  passageLines(alignPassages(ours, theirs), width);

describe("the passages of a pair in a terminal", () => {
  it("tell changed words from those that stayed, and fit its width", () => {
    expect(linesOf(FERRY.replace("from Monday", "on Tuesday"), FERRY, WIDTH)).toEqual([
      "  1 passage: 13 of its 15 words, of the other's 15",
      "  changed words: [-in the other-] {+in this one+}",
      "",
      "    The ferry line to Lower Quay will run again [-from Monday,-] {+on Tuesday,+}",
      "    the harbour office said.",
    ]);
  });

  it("say how many words each text has of its own between them", () => {
    expect(linesOf(`${FERRY}\n${BAKERY}\n${CREWS}`, `${FERRY}\n${CREWS}\n${GULLS}`, 200)).toEqual([
      "  2 passages: 32 of its 49 words, of the other's 43",
      "",
      `    ${FERRY}`,
      "    — 17 words of its own —",
      `    ${CREWS}`,
      "    — 11 words of the other left out —",
    ]);
  });

  it("say where paragraphs changed places", () => {
    expect(linesOf(`${FERRY}\n${CREWS}`, `${CREWS}\n${FERRY}`)).toEqual([
      "  2 passages: 32 of its 32 words, of the other's 32",
      "",
      `    ${FERRY}`,
      "    — what follows stands further up in the other —",
      `    ${CREWS}`,
    ]);
  });

  it("fold what is long, between two words", () => {
    const long = Array.from({ length: 30 }, (_, i) => `${FERRY.slice(0, -1)} on day ${i}.`).join(" ");
    const folded = linesOf(long, long).at(-1) ?? "";
    expect(folded).toMatch(/^ {4}The ferry line .* … [\d,]+ characters the same … .* on day 29\.$/);
    const [, head = "", left = "", tail = ""] =
      /^ {4}(.*) … ([\d,]+) characters the same … (.*)$/.exec(folded) ?? [];
    expect(long.startsWith(`${head} `)).toBe(true);
    expect(long.endsWith(` ${tail}`)).toBe(true);
    expect(Number(left.replace(",", ""))).toBe(long.length - head.length - tail.length - 1);
  });

  it("count two columns for a wide character", () => {
    const text = "港務局は火曜日に渡船の運航を再開すると発表した。乗組員は二度の嵐の中で働いた。";
    for (const line of linesOf(text, text, 40).slice(2)) expect(line.length).toBeLessThanOrEqual(4 + 18);
  });

  it("send no control character of a text", () => {
    const evil = `${FERRY} \u001b[31m\u202e${CREWS}`;
    expect(linesOf(evil, evil).join("\n")).toContain("\\u001b[31m\\u202e");
    expect(linesOf(evil, evil).join("")).not.toMatch(/[\u001b\u202e]/);
  });

  it("are none where nothing is shared", () => {
    expect(linesOf(FERRY, BAKERY)).toEqual(["  no passage of eight words or more in common"]);
  });
});
