import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterBatch } from "../../../src/core/cluster/batch.ts";
import {
  MAX_SIMHASH_DISTANCE,
  SimhashBands,
  simhashDecision,
} from "../../../src/core/cluster/simhash-bands.ts";
import { fingerprint } from "../../../src/core/fingerprint/fingerprint.ts";
import { hammingDistance } from "../../../src/core/fingerprint/simhash.ts";
import type { ArticleId, ComparedArticle, Fingerprint } from "../../../src/core/model.ts";
import { story } from "./stories.ts";

const made = fingerprint(story(1));
/** A few bits of a few bases, so that near and far pairs both occur. */
const simhash = fc
  .tuple(fc.constantFrom(0, -1, 0x0f0f0f0f), fc.array(fc.integer({ min: 0, max: 63 }), { maxLength: 12 }))
  .map(([base, flipped]): [number, number] => {
    const lanes: [number, number] = [base | 0, base | 0];
    for (const bit of flipped) lanes[bit >>> 5] = (lanes[bit >>> 5] as number) ^ (1 << (bit & 31));
    return lanes;
  });

describe("simhash bands", () => {
  it("find every pair within the distance, once, and no other", () => {
    const someFingerprints = fc.array(
      fc.option(
        simhash.map((lanes): Fingerprint => ({ ...made, simhash: lanes })),
        { nil: undefined },
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(someFingerprints, fc.integer({ min: 1, max: MAX_SIMHASH_DISTANCE }), (all, distance) => {
        const bands = new SimhashBands(all, distance);
        for (const [article, own] of all.entries()) {
          const near = all.slice(0, article).flatMap((other, number) => {
            const isNear = own && other && hammingDistance(own.simhash, other.simhash) <= distance;
            return isNear ? [number] : [];
          });
          expect(bands.of(article).sort((a, b) => a - b)).toEqual(near);
        }
      }),
    );
  });

  it("name the nearest first", () => {
    const at = (low: number): Fingerprint => ({ ...made, simhash: [0, low] });
    expect(new SimhashBands([at(0b111), at(0b1), at(0b11), at(0)], 3).of(3)).toEqual([1, 2, 0]);
  });

  it.each([0, 32, 1.5, Number.NaN])("refuse a distance of %d bits", (distance) => {
    expect(() => new SimhashBands([], distance)).toThrow(`1 to 31 bits, not ${distance}`);
  });
});

describe("the decision by simhash alone", () => {
  const article = (id: string, text: string): ComparedArticle => ({
    articleId: id as ArticleId,
    fingerprint: fingerprint(text),
    publisher: null,
    datePublished: null,
  });

  it("takes any two within the distance for copies, whatever else speaks against it", () => {
    const [a, b] = [article("a", story(1)), article("b", story(2))];
    const { hamming } = simhashDecision(1).fromTexts(a, b, "", "");
    expect(simhashDecision(hamming).fromTexts(a, b, "", "")).toMatchObject({
      relation: "copy",
      rule: "simhash",
    });
    expect(simhashDecision(hamming - 1).fromTexts(a, b, "", "")).toMatchObject({ relation: "independent" });
  });

  it("compares nothing that is too short", () => {
    const [a, b] = [article("a", "Three words here"), article("b", "Three words here")];
    expect(simhashDecision(10).fromTexts(a, b, "", "").relation).toBe("independent");
  });

  it("clusters a batch by distance alone", () => {
    const text = story(1);
    const articles = [
      { id: "whole", text },
      { id: "same", text },
      { id: "cut", text: text.slice(0, text.length / 3) },
    ];
    const [whole, , cut] = articles.map(({ id, text: its }) => article(id, its));
    const { hamming } = simhashDecision(1).fromTexts(
      whole as ComparedArticle,
      cut as ComparedArticle,
      "",
      "",
    );
    const clusters = (simhashDistance: number) =>
      clusterBatch(articles, { candidates: "simhash", simhashDistance }).map(({ clusterId }) => clusterId);
    expect(hamming).toBeGreaterThan(1);
    expect(clusters(hamming - 1)).toEqual(["same", "same", "cut"]);
    expect(clusters(hamming)).toEqual(["cut", "cut", "cut"]);
    expect(new Set(clusterBatch(articles).map(({ clusterId }) => clusterId)).size).toBe(1);
  });
});
