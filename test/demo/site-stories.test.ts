/* How much of one story stands in another: the copies must be copies, the others must not be. */
import { describe, expect, it } from "vitest";
import { MORNING_TIDE, QUOTED_PARAGRAPHS } from "../../demo/site/stories/digest.ts";
import { EELS } from "../../demo/site/stories/eels.ts";
import {
  AGENCY,
  CAPTIONED_COPY,
  CUT_COPY,
  HOUSE_STYLE_COPY,
  LOCAL_COPY,
  ukCopy,
} from "../../demo/site/stories/harbour-fire.ts";
import { BLOG_REWRITE, INDEPENDENT_REPORT } from "../../demo/site/stories/harbour-fire-own-words.ts";
import { MARKETS_FRIDAY, MARKETS_THURSDAY } from "../../demo/site/stories/market-report.ts";
import { NIGHT_FERRY } from "../../demo/site/stories/opinion.ts";
import { PACT_AGENCY, PACT_COURIER, PACT_ISLE } from "../../demo/site/stories/river-pact.ts";
import { SEILBAHN } from "../../demo/site/stories/seilbahn.ts";
import { HOCKEY, LOST_MAP } from "../../demo/site/stories/sports.ts";
import { blocks, curlQuotes, edit, insertAfter, prose, type Story } from "../../demo/site/story.ts";

const SHINGLE_WORDS = 4;

function textOf(story: Story): string {
  return story.body.flatMap((block) => ("text" in block ? [block.text] : [])).join(" ");
}

function wordsOf(story: Story): string[] {
  return (
    textOf(story)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function shinglesOf(story: Story): Set<string> {
  const words = wordsOf(story);
  return new Set(words.map((_word, at) => words.slice(at, at + SHINGLE_WORDS).join(" ")));
}

/** Share of the smaller story's word 4-shingles that stand in the larger, 0 to 1. */
function containment(a: Story, b: Story): number {
  const [small, large] = [shinglesOf(a), shinglesOf(b)].sort((x, y) => x.size - y.size);
  if (small === undefined || large === undefined) throw new Error("two stories are needed");
  return [...small].filter((shingle) => large.has(shingle)).length / small.size;
}

const FIRE = [AGENCY, ukCopy(1), ukCopy(2), HOUSE_STYLE_COPY, CAPTIONED_COPY, CUT_COPY, LOCAL_COPY];
const PACT = [PACT_AGENCY, PACT_COURIER, PACT_ISLE];
const OTHERS = [
  INDEPENDENT_REPORT,
  BLOG_REWRITE,
  MORNING_TIDE,
  NIGHT_FERRY,
  HOCKEY,
  LOST_MAP,
  EELS,
  SEILBAHN,
];

describe("the stories", () => {
  it.each([...FIRE, ...PACT, ...OTHERS, MARKETS_THURSDAY, MARKETS_FRIDAY])(
    "$headline has a story's length",
    (story) => {
      expect(wordsOf(story).length).toBeGreaterThan(180);
      expect(wordsOf(story).length).toBeLessThan(620);
    },
  );

  it.each(FIRE.slice(1))("the fire copy $headline keeps most of the agency's text", (copy) => {
    expect(containment(AGENCY, copy)).toBeGreaterThan(0.7);
    expect(containment(AGENCY, copy)).toBeLessThan(1);
  });

  it.each(PACT.slice(1))("the pact copy $headline keeps most of the agency's text", (copy) => {
    expect(containment(PACT_AGENCY, copy)).toBeGreaterThan(0.6);
    expect(containment(PACT_AGENCY, copy)).toBeLessThan(1);
  });

  it("cuts one copy to about half", () => {
    const share = wordsOf(CUT_COPY).length / wordsOf(AGENCY).length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });

  it.each(OTHERS)("$headline shares next to nothing with the wire copies", (other) => {
    const shares = [...FIRE, ...PACT].map((copy) => containment(copy, other));
    // The digest quotes a paragraph of each: more than a phrase, far less than a copy.
    expect(Math.max(...shares)).toBeLessThan(other === MORNING_TIDE ? 0.25 : 0.06);
  });

  it("the digest quotes three whole paragraphs", () => {
    expect(QUOTED_PARAGRAPHS).toHaveLength(3);
    expect(containment(MORNING_TIDE, EELS)).toBeGreaterThan(0.1);
  });

  it("the two market reports share phrases but neither their numbers nor their news", () => {
    expect(containment(MARKETS_THURSDAY, MARKETS_FRIDAY)).toBeGreaterThan(0.25);
    expect(containment(MARKETS_THURSDAY, MARKETS_FRIDAY)).toBeLessThan(0.6);
    const numbers = (story: Story) => new Set(textOf(story).match(/\d[\d.,:]*\d|\d/g));
    const shared = [...numbers(MARKETS_THURSDAY)].filter((word) => numbers(MARKETS_FRIDAY).has(word));
    expect(shared.length / numbers(MARKETS_THURSDAY).size).toBeLessThan(0.4);
  });
});

describe("sub-editing", () => {
  const text = prose("One fine\nday.\n\n\"It's\" ('so') said.");

  it("reads paragraphs and folds their lines", () => {
    expect(text).toEqual(["One fine day.", "\"It's\" ('so') said."]);
    expect(curlQuotes(text)[1]).toBe("“It’s” (‘so’) said.");
  });

  it("joins and splits paragraphs by an edit", () => {
    expect(edit(text, [["day.\n\n", "day. "]])).toHaveLength(1);
    expect(edit(text, [["One ", "One\n\n"]])).toHaveLength(3);
  });

  it("fails where an edit, a paragraph or a figure is not there", () => {
    expect(() => edit(text, [["Two", "2"]])).toThrow('edit finds no "Two"');
    expect(() => insertAfter(text, "Two", [])).toThrow('no paragraph begins with "Two"');
    expect(() => blocks(["[figure 1]"])).toThrow("the story has 0 figures");
  });
});
