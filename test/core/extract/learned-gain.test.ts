/*
 * What learned boilerplate gains, and that it costs no text: on generated pages of one host, and on real news texts
 * of 191 hosts where the evaluation data is there. The figures stand in docs/decisions/0009-learned-boilerplate.md.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { extract } from "../../../src/core/extract/extract.ts";
import { readEdgeBlocks } from "../../../src/core/extract/learned/edge-blocks.ts";
import type { BlockKey } from "../../../src/core/extract/learned/furniture.ts";
import { furnitureHost } from "../../../src/core/extract/learned/furniture-host.ts";
import { HostMemory, VOTE_HASHES, WINDOW_PAGES } from "../../../src/core/extract/learned/host-memory.ts";
import { removeFurniture } from "../../../src/core/extract/learned/remove-furniture.ts";
import { countWords } from "../../../src/core/extract/word-count.ts";
import { fingerprint } from "../../../src/core/fingerprint/fingerprint.ts";
import { articleIdOf } from "../../../src/core/url/ids.ts";
import { renderPage } from "../../support/page-generator/page.ts";
import { createSite } from "../../support/page-generator/site.ts";
import { createStory } from "../../support/page-generator/story.ts";
import { createRandom } from "../../support/simulator/random.ts";

const RULES = { minPages: 5, windowPages: WINDOW_PAGES };

interface Page {
  readonly url: string;
  readonly text: string;
}
interface Round {
  /** The page's text, held against what earlier pages of its host taught. */
  readonly live: string;
  /** Held against what all pages of its host taught. */
  readonly whole: string;
}

interface Learnt {
  readonly rounds: readonly Round[];
  /** Everything that was furniture at some moment. */
  readonly keys: ReadonlySet<BlockKey>;
}

function learnFrom(pages: readonly Page[]): Learnt {
  const hosts = new Map<string, { memory: HostMemory; ever: Set<BlockKey> }>();
  const hostOf = ({ url }: Page) => {
    const name = furnitureHost(url) ?? "";
    const host = hosts.get(name) ?? { memory: new HostMemory(RULES), ever: new Set<BlockKey>() };
    hosts.set(name, host);
    return host;
  };
  const without = (text: string, furniture: Iterable<BlockKey>): string =>
    removeFurniture({ text, wordCount: 0 }, new Set(furniture)).text;
  const live = pages.map((page) => {
    const { memory, ever } = hostOf(page);
    const text = without(page.text, memory.furniture());
    const edges = readEdgeBlocks(page.text);
    if (edges) {
      const storyHashes = [...fingerprint(edges.story).anchors.subarray(0, VOTE_HASHES)];
      memory.learn(articleIdOf(page.url), { candidates: edges.candidates, storyHashes });
    }
    for (const key of memory.furniture()) ever.add(key);
    return text;
  });
  const rounds = pages.map((page, i) => ({
    live: live[i] ?? "",
    whole: without(page.text, hostOf(page).ever),
  }));
  return { rounds, keys: new Set([...hosts.values()].flatMap(({ ever }) => [...ever])) };
}

/** House furniture in the article's own box and markup, on a share of the pages; no phrase that a word list knows. */
const HOUSE_BLOCKS: ReadonlyArray<{
  edge: "head" | "tail";
  share: number;
  text: (number: number) => string;
}> = [
  { edge: "head", share: 0.6, text: (number) => `Told by our desk in ${2 + (number % 7)} minutes.` },
  {
    edge: "tail",
    share: 0.8,
    text: () => "The sheet you hold has been printed by its own readers since 1911.",
  },
  {
    edge: "tail",
    share: 0.5,
    text: () => "Tips reach the night desk at the old customs house, day and night.",
  },
  { edge: "tail", share: 0.1, text: () => "The harbour pages are made with a grant of the fishery fund." },
];

/** Puts furniture in front of the first paragraph, which begins with the dateline. */
function beforeBody(page: string, furniture: string, place: string): string {
  const dateline = page.indexOf(`${place.toUpperCase()} (`);
  const at = page.lastIndexOf("<p", dateline);
  return page.slice(0, at) + furniture + page.slice(at);
}

describe("on 120 generated pages of one host", () => {
  const PAGES = 120;
  const random = createRandom(9);
  const site = createSite(3, 0, random);
  let learnt: Learnt;
  const bodies: (readonly string[])[] = [];
  const pages: Page[] = [];

  beforeAll(() => {
    for (let number = 0; number < PAGES; number++) {
      const story = createStory(number, random);
      const house = HOUSE_BLOCKS.filter(({ share }) => random.next() < share);
      const at = (edge: "head" | "tail") =>
        house.filter((block) => block.edge === edge).map(({ text }) => text(number));
      const paragraphs = [...story.paragraphs, ...at("tail")];
      const url = site.urlOf(story, number);
      const page = renderPage({ site, story: { ...story, paragraphs }, url, random });
      const html = beforeBody(
        page,
        at("head")
          .map((text) => `<p>${text}</p>`)
          .join(""),
        story.place,
      );
      const extraction = extract({ kind: "html", content: html, url });
      if (extraction.kind !== "article") throw new Error(`page ${number}: ${extraction.message}`);
      bodies.push(story.paragraphs);
      pages.push({ url, text: extraction.article.text });
    }
    learnt = learnFrom(pages);
  });

  /** Words on a page that are not its story's, in the mean. */
  const furnitureWords = (texts: readonly string[]): number => {
    const extra = texts.map((text, i) => {
      const isOwn = (paragraph: string) => bodies[i]?.some((own) => paragraph.endsWith(own));
      const others = text.split("\n").filter((paragraph) => !isOwn(paragraph));
      return countWords(others.join("\n"));
    });
    return extra.reduce((sum, words) => sum + words, 0) / texts.length;
  };
  const lostParagraphs = (texts: readonly string[]): string[] =>
    texts.flatMap((text, i) => {
      const before = pages[i]?.text ?? "";
      return (bodies[i] ?? []).filter((own) => before.includes(own) && !text.includes(own));
    });

  it("leaves less than a fifth of the furniture while pages come in, and next to none in two rounds", () => {
    const before = furnitureWords(pages.map(({ text }) => text));
    const live = furnitureWords(learnt.rounds.map((round) => round.live));
    const whole = furnitureWords(learnt.rounds.map((round) => round.whole));
    const figures = [before, live, whole].map((words) => words.toFixed(2));
    console.info(`words of furniture a page: ${figures.join(", ")} (without, live, in two rounds)`);
    expect(before).toBeGreaterThan(10);
    expect(live).toBeLessThan(before / 5);
    expect(whole).toBeLessThan(before / 50);
  });

  it("loses no paragraph of any story", () => {
    expect(lostParagraphs(learnt.rounds.map((round) => round.live))).toEqual([]);
    expect(lostParagraphs(learnt.rounds.map((round) => round.whole))).toEqual([]);
  });
});

describe("on 60 stories of one subject", () => {
  const BACKGROUND =
    "The dam was built by the Tessin Works, and Orlow has lived by it since the war ended in Tarn.";
  const APPEAL = "The sheet you hold has been printed by its own readers since 1911.";
  const pages = Array.from({ length: 60 }, (_, number): Page => {
    const story = createStory(number, createRandom(number));
    const subject = `Word came to Orlow on day ${number} that the Tessin Works would answer the court.`;
    const text = [subject, ...story.paragraphs, BACKGROUND, APPEAL].join("\n");
    return { url: `https://quay.example/${number}`, text };
  });

  it("takes the appeal off and leaves the background that all of them close with", () => {
    const { rounds } = learnFrom(pages);
    expect(rounds.filter(({ whole }) => whole.includes(APPEAL))).toEqual([]);
    expect(rounds.filter(({ whole }) => whole.endsWith(BACKGROUND)).length).toBe(pages.length);
  });
});

describe("on real news texts", () => {
  const FILE = join(import.meta.dirname, "../../../../shared/data/neardup/abp-sample.jsonl.gz");
  const hasData = existsSync(FILE) || process.env.WIREFOLD_DATA === "required";

  /** All blocks learnt there, each read and judged to be furniture: SHA-256 over their sorted keys. */
  const JUDGED = { blocks: 43, digest: "2d7f9345bf964adb" };

  it.skipIf(!hasData)(
    "learns what was judged to be furniture, and nothing else (skipped: no evaluation data)",
    () => {
      const pages = gunzipSync(readFileSync(FILE))
        .toString("utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Page)
        .map(({ url, text }) => ({ url, text: text.trim().replaceAll(/\s*\n\s*/g, "\n") }));
      const { rounds, keys } = learnFrom(pages);
      const changed = (pick: (round: Round) => string): number =>
        rounds.filter((round, i) => pick(round) !== pages[i]?.text).length;
      const counts = [changed((round) => round.live), changed((round) => round.whole)];
      console.info(
        `of ${pages.length} texts, furniture came off ${counts[0]} live, off ${counts[1]} in two rounds`,
      );
      const digest = createHash("sha256")
        .update([...keys].sort().join(" "))
        .digest("hex")
        .slice(0, 16);
      expect({ blocks: keys.size, digest }).toEqual(JUDGED);
    },
  );
});
