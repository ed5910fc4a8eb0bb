/* Learned boilerplate: which blocks vote, what becomes furniture, what is taken off and what never is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEdgeBlocks } from "../../../src/core/extract/learned/edge-blocks.ts";
import {
  type BlockKey,
  blockKey,
  EDGE_BLOCKS,
  furnitureVersion,
  normaliseBlock,
} from "../../../src/core/extract/learned/furniture.ts";
import { furnitureHost } from "../../../src/core/extract/learned/furniture-host.ts";
import {
  HostMemory,
  MAX_COUNTED_BLOCKS,
  type PageVote,
} from "../../../src/core/extract/learned/host-memory.ts";
import {
  LEARNED_STEP,
  removeFurniture,
  withKeptText,
} from "../../../src/core/extract/learned/remove-furniture.ts";
import { sharesTopic } from "../../../src/core/extract/learned/topic-words.ts";
import { countWords } from "../../../src/core/extract/word-count.ts";
import { articleIdOf } from "../../../src/core/url/ids.ts";
import { extractedArticle, story } from "../../support/articles.ts";

const APPEAL = "Reading the Quay Times costs nothing. Keep it so with a small gift.";
const NOTE = "3 min read";
const text = (...paragraphs: readonly string[]): string => paragraphs.join("\n");
const tail = (block: string): BlockKey => blockKey("tail", block);
const head = (block: string): BlockKey => blockKey("head", block);
const keysOf = (page: string): BlockKey[] => readEdgeBlocks(page)?.candidates.map(({ key }) => key) ?? [];

describe("a block is recognised again", () => {
  it.each([
    ["its case and punctuation", "Read more: the letter!", "READ MORE – the letter"],
    ["its numbers", "Updated 12:40, 3 comments", "Updated 9:05, 214 comments"],
    ["its widths", "ＡＤ １２", "AD 7"],
    ["its white space", "Sign  up\ttoday ", "Sign up today"],
  ])("whatever %s", (_what, one, other) => {
    expect(normaliseBlock(one)).toBe(normaliseBlock(other));
  });

  it.each([
    ["Sign up for the letter", "Sign up for the paper"],
    ["***", "___"],
    ["日本語の案内", "日本語の記事"],
  ])("%s is not %s", (one, other) => {
    expect(normaliseBlock(one)).not.toBe(normaliseBlock(other));
  });

  it("at its own edge only", () => {
    expect(head(APPEAL)).not.toBe(tail(APPEAL));
    expect(tail(APPEAL)).toMatch(/^tail:[0-9a-f]{13}$/);
  });
});

describe("a host", () => {
  it.each([
    ["https://www.news.example/a", "news.example"],
    ["https://amp.news.example/a", "amp.news.example"],
    ["http://NEWS.example:8080/", "news.example"],
    ["http://www.example/", "example"],
    ["urn:sha256:00", undefined],
    ["file:///etc/passwd", undefined],
    ["no address", undefined],
  ])("of %s is %s", (url, host) => {
    expect(furnitureHost(url)).toBe(host);
  });
});

describe("a page votes for", () => {
  it("short paragraphs at its edges that speak of something else", () => {
    const keys = keysOf(text(NOTE, ...story(1), APPEAL));
    expect(keys).toContain(head(NOTE));
    expect(keys).toContain(tail(APPEAL));
    expect(keys).not.toContain(head(APPEAL));
  });

  it("nothing in the middle", () => {
    const paragraphs = [...story(1), ...story(2)];
    const keys = keysOf(text(...paragraphs.toSpliced(EDGE_BLOCKS + 4, 0, APPEAL)));
    expect(keys).not.toContain(tail(APPEAL));
    expect(keys).not.toContain(head(APPEAL));
  });

  it("no long paragraph", () => {
    const long = Array.from({ length: 12 }, () => APPEAL).join(" ");
    expect(keysOf(text(...story(1), long))).not.toContain(tail(long));
  });

  it("no background paragraph that names what the story names", () => {
    const background = "The dam above Orlow was built by the Tessin Works under an old licence.";
    const about = "Engineers of the Tessin Works said that the wall at Orlow would hold.";
    expect(keysOf(text(...story(1), background))).toContain(tail(background));
    expect(keysOf(text(about, ...story(1), background))).not.toContain(tail(background));
  });

  it("nothing at all where there is too little text to tell one story from another", () => {
    expect(readEdgeBlocks(text("A short notice of the harbour office.", APPEAL))).toBeNull();
  });

  it("and leaves its candidates out of the story it is told by", () => {
    expect(readEdgeBlocks(text(...story(1), APPEAL))?.story).not.toContain(APPEAL);
  });
});

describe("a paragraph shares the article's topic", () => {
  it.each([
    ["names", "It was said in Orlow, by the Tessin Works.", "The mayor of Orlow spoke.", true],
    ["one name of four", "It was so in Orlow, in Berg, in Tarn and in Lund.", "In Orlow it rained.", false],
    ["no names", "you can cancel at any time.", "The mayor of Orlow spoke.", false],
    ["Chinese, one subject", "利比亚政府今天说", "利比亚的新政府宣布", true],
    ["Chinese, two subjects", "请订阅我们的晨报", "利比亚的新政府宣布", false],
    ["Arabic, one subject", "حكومة طرابلس الليبية", "قالت الليبية حكومة في طرابلس", true],
  ])("%s: %s | %s", (_what, paragraph, rest, shared) => {
    expect(sharesTopic(paragraph, rest)).toBe(shared);
  });
});

describe("furniture", () => {
  const paragraphs = story(5);
  const article = (...lines: readonly string[]) => extractedArticle({ text: text(...lines) });
  const without = (page: ReturnType<typeof article>, ...keys: readonly BlockKey[]): string =>
    removeFurniture(page, new Set(keys)).text;

  it("is taken off both edges, each block with its reason", () => {
    const page = article(NOTE, ...paragraphs, APPEAL, "***");
    const kept = removeFurniture(page, new Set([head(NOTE), tail(APPEAL), tail("***")]));
    expect(kept.text).toBe(text(...paragraphs));
    expect(kept.wordCount).toBe(countWords(kept.text));
    expect(kept.removed.filter(({ step }) => step === LEARNED_STEP)).toEqual([
      { step: LEARNED_STEP, reason: "learned-head", text: NOTE },
      { step: LEARNED_STEP, reason: "learned-tail", text: APPEAL },
      { step: LEARNED_STEP, reason: "learned-tail", text: "***" },
    ]);
  });

  it("stays between paragraphs", () => {
    const page = article(...paragraphs.slice(0, 3), APPEAL, ...paragraphs.slice(3));
    expect(without(page, tail(APPEAL), head(APPEAL))).toBe(page.text);
  });

  it("stays behind a block at the edge that is not learnt", () => {
    const page = article(...paragraphs, APPEAL, "By our correspondent");
    expect(without(page, tail(APPEAL))).toBe(page.text);
  });

  it("of the tail stays at the head", () => {
    const page = article(APPEAL, ...paragraphs);
    expect(without(page, tail(APPEAL))).toBe(page.text);
  });

  it("stays where hardly any text would be left", () => {
    const page = article("A short notice of the harbour office.", APPEAL);
    expect(without(page, tail(APPEAL))).toBe(page.text);
  });

  it("goes no further inward than the blocks that vote", () => {
    const repeated = Array.from({ length: EDGE_BLOCKS + 3 }, () => APPEAL);
    const kept = without(article(...paragraphs, ...repeated), tail(APPEAL));
    expect(kept).toBe(text(...paragraphs, APPEAL, APPEAL, APPEAL));
  });

  it("property: what is left is an unbroken part of the text, within the edges, and long enough", () => {
    const block = fc.constantFrom(APPEAL, NOTE, ...paragraphs.slice(0, 4), "", "***");
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 30 }),
        fc.subarray([APPEAL, NOTE, "***", ""]),
        (lines, learnt) => {
          const page = article(...lines);
          const keys = learnt.flatMap((each) => [head(each), tail(each)]);
          const kept = removeFurniture(page, new Set(keys));
          expect(page.text).toContain(kept.text);
          const gone = page.text.split("\n").length - kept.text.split("\n").length;
          expect(gone).toBeLessThanOrEqual(2 * EDGE_BLOCKS);
          if (kept !== page) expect(kept.wordCount).toBeGreaterThanOrEqual(40);
        },
      ),
    );
  });

  it("taken off before can be told again from the text that was kept", () => {
    const page = article(NOTE, ...paragraphs, APPEAL);
    const before = removeFurniture(page, new Set([tail(APPEAL)]));
    const now = removeFurniture(page, new Set([head(NOTE)]));
    expect(withKeptText(now, page.text, before.text)).toEqual(before);
  });

  it("has one version however it was learnt", () => {
    expect(furnitureVersion([head(NOTE), tail(APPEAL)])).toBe(furnitureVersion([tail(APPEAL), head(NOTE)]));
    expect(furnitureVersion([head(NOTE)])).not.toBe(furnitureVersion([tail(NOTE)]));
    expect(furnitureVersion([])).toBeUndefined();
  });

  it("keeps its version's name, which is stored with articles", () => {
    expect(furnitureVersion([tail(APPEAL)])).toBe("426971745fbd");
  });
});

describe("the memory of a host", () => {
  const rules = { minPages: 3, windowPages: 10 };
  let serial = 0;
  /** A page of its own story, with these blocks. */
  const voteFor = (...blocks: readonly string[]): PageVote => ({
    candidates: blocks.map((block) => ({ key: tail(block), sample: block })),
    storyHashes: [++serial],
  });
  const learnt = (memory: HostMemory, vote: PageVote, article = `a${++serial}`): void =>
    memory.learn(articleIdOf(article), vote);
  const afterPages = (pages: number): HostMemory => {
    const memory = new HostMemory(rules);
    for (let page = 0; page < pages; page++) learnt(memory, voteFor(APPEAL));
    return memory;
  };

  it("calls furniture what three stories carry after the page that drew attention to it", () => {
    expect(afterPages(rules.minPages).furniture()).toEqual([]);
    expect(afterPages(rules.minPages + 1).furniture()).toEqual([tail(APPEAL)]);
  });

  it("counts an article once, however often its page comes", () => {
    const memory = new HostMemory(rules);
    for (let time = 0; time < 9; time++) learnt(memory, voteFor(APPEAL), "one");
    expect(memory.furniture()).toEqual([]);
  });

  it("counts the copies of one story once", () => {
    const memory = new HostMemory(rules);
    for (let page = 0; page < 9; page++)
      learnt(memory, { ...voteFor(APPEAL), storyHashes: [1_000_000 + page, 7] });
    expect(memory.furniture()).toEqual([]);
    expect(memory.list()).toEqual([{ key: tail(APPEAL), sample: APPEAL, votes: 1, isFurniture: false }]);
  });

  it("forgets furniture that does not come any more", () => {
    const memory = afterPages(rules.minPages + 1);
    for (let page = 0; page < rules.windowPages; page++) learnt(memory, voteFor());
    expect(memory.furniture()).toEqual([]);
  });

  it("does not take for furniture what comes now and then among many pages", () => {
    const memory = new HostMemory(rules);
    for (let page = 0; page < 100; page++) learnt(memory, page % 5 === 0 ? voteFor(APPEAL) : voteFor());
    expect(memory.furniture()).toEqual([]);
  });

  it("stays bounded, and keeps what comes often among noise", () => {
    const memory = new HostMemory(rules);
    for (let page = 0; page < 600; page++) {
      const noise = [`noise ${"x".repeat(page)}`, `noise ${"x".repeat(page)}`];
      learnt(memory, voteFor(...noise, ...(page % 3 === 0 ? [APPEAL] : [])));
    }
    expect(memory.list().length).toBe(MAX_COUNTED_BLOCKS);
    expect(memory.furniture()).toEqual([tail(APPEAL)]);
  });
});
