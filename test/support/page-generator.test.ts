/* The generated corpus is what its plan says, and looks like what it stands for. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type Corpus, planCorpus } from "./page-generator/corpus.ts";

const OPTIONS = { pages: 400, hosts: 200, distinctShare: 0.62, seed: 7 };
const SHINGLE_WORDS = 4;

function shinglesOf(paragraphs: readonly string[]): Set<string> {
  const words =
    paragraphs
      .join(" ")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const starts = words.slice(0, Math.max(0, words.length - SHINGLE_WORDS + 1));
  return new Set(starts.map((_word, at) => words.slice(at, at + SHINGLE_WORDS).join(" ")));
}

function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [shorter, longer] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of shorter) if (longer.has(shingle)) shared++;
  return shared / shorter.size;
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

/** Containments of all pairs of pages, of one story and of two. */
function pairContainments(corpus: Corpus): { same: number[]; other: number[] } {
  const texts = corpus.pages.map(({ storyId, story }) => ({
    storyId,
    shingles: shinglesOf(story.paragraphs),
  }));
  const same: number[] = [];
  const other: number[] = [];
  texts.forEach((a, at) => {
    for (const b of texts.slice(at + 1))
      (a.storyId === b.storyId ? same : other).push(containment(a.shingles, b.shingles));
  });
  return { same, other };
}

describe("the page generator", () => {
  const corpus = planCorpus(OPTIONS);
  const rendered = corpus.pages.map((page) => page.render());

  it("gives the same pages for the same seed, in whatever order they are rendered", () => {
    const again = planCorpus(OPTIONS).pages.toReversed();
    expect(again.map((page) => page.render()).reverse()).toEqual(rendered);
  });

  it("gives other pages for another seed", () => {
    const other = planCorpus({ ...OPTIONS, seed: 8 }).pages[0];
    expect(other?.render()).not.toBe(rendered[0]);
  });

  it("spreads the pages over the hosts, each page under its own URL", () => {
    expect(new Set(corpus.pages.map(({ host }) => host)).size).toBe(OPTIONS.hosts);
    expect(new Set(corpus.pages.map(({ url }) => url)).size).toBe(OPTIONS.pages);
    for (const { url, host } of corpus.pages) expect(new URL(url).host).toBe(host);
  });

  it("prints as many stories as asked for, and never two copies on one host", () => {
    const stories = new Set(corpus.pages.map(({ storyId }) => storyId));
    expect(stories.size).toBe(OPTIONS.pages * OPTIONS.distinctShare);
    const prints = new Set(corpus.pages.map(({ storyId, host }) => `${storyId} ${host}`));
    expect(prints.size).toBe(OPTIONS.pages);
  });

  it("shares hardly a phrase between two stories, and most of the shorter text between two copies", () => {
    const { same, other } = pairContainments(corpus);
    expect(Math.max(...other)).toBeLessThan(0.05);
    expect(quantile(other, 0.99)).toBeLessThan(0.02);
    expect(Math.min(...same)).toBeGreaterThan(0.55);
    expect(quantile(same, 0.5)).toBeGreaterThan(0.8);
  });

  it("makes pages of the size, link count and compressibility of real ones", () => {
    expect(
      quantile(
        rendered.map((html) => html.length),
        0.5,
      ),
    ).toBeGreaterThan(135_000);
    expect(
      quantile(
        rendered.map((html) => html.length),
        0.5,
      ),
    ).toBeLessThan(165_000);
    const links = rendered.map((html) => html.split("<a ").length - 1);
    expect(quantile(links, 0.5)).toBeGreaterThan(150);
    expect(quantile(links, 0.5)).toBeLessThan(300);
    const ratios = rendered.slice(0, 50).map((html) => html.length / gzipSync(html).length);
    expect(quantile(ratios, 0.5)).toBeGreaterThan(3.5);
    expect(quantile(ratios, 0.5)).toBeLessThan(6.5);
  });

  it("carries the whole article on its page", () => {
    const page = corpus.pages[0];
    const lastWords = page?.story.paragraphs.at(-1)?.slice(-40).replaceAll('"', "&quot;") ?? "";
    expect(lastWords.length).toBeGreaterThan(0);
    expect(rendered[0]).toContain(lastWords);
  });
});
