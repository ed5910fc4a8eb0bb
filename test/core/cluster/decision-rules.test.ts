import { describe, expect, it } from "vitest";
import { markText } from "../../../src/core/cluster/decision/marked-text.ts";
import { RULES, type Rules } from "../../../src/core/cluster/decision/rules.ts";
import { decideFromMarkedTexts, decideFromRecords, isEdge } from "../../../src/core/cluster/decision.ts";
import { fingerprint } from "../../../src/core/fingerprint/fingerprint.ts";
import type { ArticleId, ComparedArticle, Evidence } from "../../../src/core/model.ts";

const SYLLABLES = ["ka", "lo", "mi", "tu", "ne", "ri"];
const WORDS_PER_SENTENCE = 12;
const SENTENCES_PER_PARAGRAPH = 3;
/** Words of stories that are numbered so far apart have none in common. */
const APART = 1000;

/** The word of this number, of five syllables; numbers below 7,776 have words of their own. */
function word(number: number): string {
  let left = number;
  let letters = "";
  for (let i = 0; i < 5; i++) {
    letters += SYLLABLES[left % SYLLABLES.length];
    left = Math.floor(left / SYLLABLES.length);
  }
  return letters;
}

const wordsFrom = (first: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => word(first + i));

/** Words as sentences and paragraphs. */
function prose(words: readonly string[]): string {
  let text = "";
  words.forEach((one, i) => {
    const isFirst = i % WORDS_PER_SENTENCE === 0;
    const endsParagraph = isFirst && i % (WORDS_PER_SENTENCE * SENTENCES_PER_PARAGRAPH) === 0;
    if (i > 0) text += isFirst ? `.${endsParagraph ? "\n\n" : " "}` : " ";
    text += isFirst ? one.charAt(0).toUpperCase() + one.slice(1) : one;
  });
  return `${text}.`;
}

function decide(textA: string, textB: string, changed: Partial<Rules> = {}): Evidence {
  const rules = { ...RULES, ...changed };
  const article = (id: string, text: string): ComparedArticle => ({
    articleId: id as ArticleId,
    fingerprint: fingerprint(text),
    publisher: null,
    datePublished: null,
  });
  const [a, b] = [article("a", textA), article("b", textB)];
  const decision = decideFromRecords(a, b, rules);
  if (decision.kind === "decided") return decision.evidence;
  return decideFromMarkedTexts(a, b, markText(textA), markText(textB), rules);
}

describe("a text with words replaced throughout", () => {
  const story = wordsFrom(0, 260);
  // Every sixth or seventh word is another one: 5 of 13 shingles survive.
  const isReplaced = (i: number) => i % 13 === 5 || i % 13 === 12;
  const reworded = story.map((one, i) => (isReplaced(i) ? word(APART + i) : one));

  it("is in the cluster of its source", () => {
    expect(isEdge(decide(prose(story), prose(reworded)))).toBe(true);
    expect(isEdge(decide(prose(story), prose(reworded), { verbatimShareOfBoth: 1 }))).toBe(false);
  });

  it("is none of a text that goes on", () => {
    const further = reworded.map((one, i) => (i % 2 === 0 ? one : word(2 * APART + i)));
    expect(isEdge(decide(prose(story), prose([...reworded, ...further])))).toBe(false);
  });
});

describe("two long texts with some words and their few figures replaced", () => {
  const filled = (add: number, step: number) =>
    prose(
      wordsFrom(0, 260).map((one, i) => {
        if (i % 52 === 7) return String(1000 + add + i);
        return i % 26 === 20 ? word(APART + i * step) : one;
      }),
    );

  it("are no template", () => {
    const [first, second] = [filled(0, 1), filled(500, 2)];
    expect(decide(first, second).guard).toBeUndefined();
    expect(decide(first, second, { templateNumberShare: 0 }).guard).toBe("template");
  });
});

describe("two texts that share quotations", () => {
  const quotations = [
    '"We have waited eleven years for this channel, and we will not wait another winter for it."',
    '"Whoever loses an oyster bed will be paid for it, down to the last shell, by the end of June."',
    '"Nobody on this council wants to see the inner basin closed for a month a second time."',
  ].join("\n");
  const first = `The council of Port Ellery voted on Monday to dredge the channel before the coming winter.\n${quotations}`;
  const second = `Skippers who waited for the tide heard on Tuesday what the council decided about the channel.\n${quotations}`;

  it("are no copies, even if these are most of both", () => {
    expect(isEdge(decide(first, second))).toBe(false);
    expect(decide(first, second, { mutualNarration: 0 })).toMatchObject({ relation: "copy", rule: "mutual" });
  });
});

describe("a passage among other matters", () => {
  const story = wordsFrom(0, 168);
  const passage = story.slice(0, 84);

  it("makes an excerpt of a text with a paragraph or two besides", () => {
    expect(isEdge(decide(prose(story), prose([...passage, ...wordsFrom(APART, 72)])))).toBe(true);
  });

  it("makes none of a long text that tells of many", () => {
    const blog = prose([...wordsFrom(APART, 252), ...passage, ...wordsFrom(APART + 400, 252)]);
    expect(isEdge(decide(prose(story), blog))).toBe(false);
    expect(isEdge(decide(prose(story), blog, { foreignLimitOfOther: 10 }))).toBe(true);
  });

  it("makes one of the whole story in a long text", () => {
    const blog = prose([...wordsFrom(APART, 600), ...story, ...wordsFrom(APART + 700, 500)]);
    expect(isEdge(decide(prose(story), blog))).toBe(true);
  });
});

describe("a text of a few paragraphs taken from a longer one", () => {
  const story = wordsFrom(0, 168);
  const brief = [...story.slice(0, 12), ...story.slice(36, 44), ...story.slice(80, 88)];

  it("is an excerpt, though its joints are new shingles", () => {
    expect(decide(prose(brief), prose(story)).relation).toBe("excerpt");
  });

  it("is none with a sentence of its own", () => {
    expect(isEdge(decide(prose([...brief, ...wordsFrom(APART, 12)]), prose(story)))).toBe(false);
  });
});
