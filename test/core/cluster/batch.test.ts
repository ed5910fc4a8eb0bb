import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BatchArticle, clusterBatch, comparePair } from "../../../src/core/cluster/batch.ts";
import { story } from "./stories.ts";

const copyOf = (text: string): string =>
  `${text}\nThis paragraph was added by the local desk of another outlet.`;

describe("a batch of texts", () => {
  it("folds a text and its copies into one cluster named after the earliest", () => {
    const results = clusterBatch([
      { id: "b", text: copyOf(story(1)), datePublished: "2026-01-06" },
      { id: "c", text: story(2), datePublished: "2026-01-01" },
      { id: "a", text: story(1), datePublished: "2026-01-05T08:00:00Z" },
    ]);
    expect(results).toMatchObject([
      { id: "b", clusterId: "a" },
      { id: "c", clusterId: "c", role: "alone" },
      { id: "a", clusterId: "a" },
    ]);
    expect(results.map(({ role }) => role).sort()).toEqual(["alone", "copy", "representative"]);
  });

  it("takes the least id where no date is known, and puts known dates first", () => {
    const named = (articles: BatchArticle[]) => clusterBatch(articles).map(({ clusterId }) => clusterId);
    const text = story(1);
    expect(
      named([
        { id: "b", text },
        { id: "a", text },
      ]),
    ).toEqual(["a", "a"]);
    expect(
      named([
        { id: "b", text, datePublished: "2026-01-01" },
        { id: "a", text },
      ]),
    ).toEqual(["b", "b"]);
  });

  it("says of each copy what it is a copy of, and why", () => {
    const [, copy] = clusterBatch([
      { id: "long", text: copyOf(story(1)) },
      { id: "short", text: story(1) },
    ]);
    expect(copy).toMatchObject({ role: "copy", of: "long", evidence: { relation: "copy" } });
    expect(copy?.evidence?.containment).toBeGreaterThan(0.9);
  });

  it("lets the agency's own page represent though another text is longer", () => {
    const results = clusterBatch([
      { id: "a", text: copyOf(story(1)), url: "https://daily.example/1" },
      { id: "b", text: story(1), url: "https://www.reuters.com/world/1" },
    ]);
    expect(results).toMatchObject([{ role: "copy", of: "b" }, { role: "representative" }]);
  });

  it("names why a text was compared with nothing", () => {
    expect(
      clusterBatch([
        { id: "a", text: "Three short words" },
        { id: "b", text: "" },
      ]),
    ).toEqual([
      { id: "a", clusterId: "a", role: "alone", notCompared: "too-short" },
      { id: "b", clusterId: "b", role: "alone", notCompared: "no-words" },
    ]);
  });

  it("gives nothing for nothing", () => {
    expect(clusterBatch([])).toEqual([]);
  });

  it("refuses two articles with one id and names it", () => {
    const text = story(1);
    expect(() =>
      clusterBatch([
        { id: "twice", text },
        { id: "twice", text },
      ]),
    ).toThrow('the id "twice"');
  });

  it("keeps one text under 1,000 ids in one cluster", () => {
    const text = story(3);
    const articles = Array.from({ length: 1_000 }, (_, i) => ({ id: `id${i}`, text }));
    expect(new Set(clusterBatch(articles).map(({ clusterId }) => clusterId))).toEqual(new Set(["id0"]));
  });

  it("gives the same answer whatever the order of the input", () => {
    const articles: BatchArticle[] = [1, 2, 3, 4].flatMap((number) => [
      { id: `${number}-whole`, text: story(number), datePublished: `2026-01-0${number}` },
      { id: `${number}-local`, text: copyOf(story(number)) },
      { id: `${number}-both`, text: `${story(number)}\n${story(number + 1)}` },
    ]);
    const expected = clusterBatch(articles).sort((a, b) => (a.id < b.id ? -1 : 1));
    const anyOrder = fc.shuffledSubarray(articles, {
      minLength: articles.length,
      maxLength: articles.length,
    });
    fc.assert(
      fc.property(anyOrder, (shuffled) => {
        expect(clusterBatch(shuffled).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(expected);
      }),
    );
  });

  it("takes any strings as texts", () => {
    const anyText = fc.oneof(fc.string(), fc.string({ unit: "binary", maxLength: 400 }));
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 20 }), (texts) => {
        const results = clusterBatch(texts.map((text, i) => ({ id: String(i), text })));
        expect(results.map(({ id }) => id)).toEqual(texts.map((_, i) => String(i)));
      }),
    );
  });
});

describe("a given pair", () => {
  it("is related as its texts are, whether or not a batch would have compared it", () => {
    const [a, b] = [
      { id: "a", text: story(1) },
      { id: "b", text: story(1) },
    ];
    expect(comparePair(a, b).relation).toBe("copy");
    expect(comparePair(a, { id: "c", text: story(2) }).relation).toBe("independent");
  });
});
