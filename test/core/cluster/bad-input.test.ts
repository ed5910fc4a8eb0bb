/* Bad texts in a batch: a name for each, no false merge, and the whole within the test's own time. */
import { describe, expect, it } from "vitest";
import { type BatchResult, clusterBatch, comparePair } from "../../../src/core/cluster/batch.ts";
import { story } from "../../support/articles.ts";
import { TEXTS_APART, TEXTS_NOT_COMPARED, TEXTS_TOGETHER } from "../../support/bad-texts.ts";

const STORY = story(73).join("\n");

/** A story and its copy, and the two texts among them. */
function batchWith([one, other]: readonly [string, string]): BatchResult[] {
  return clusterBatch([
    { id: "story", text: STORY },
    { id: "one", text: one },
    { id: "other", text: other },
    { id: "story's copy", text: STORY },
  ]);
}

const namesOf = (results: readonly BatchResult[]): string[] => results.map(({ clusterId }) => clusterId);

describe("bad texts in a batch", () => {
  it.each(TEXTS_NOT_COMPARED)("$name is compared with nothing, and named so", ({ texts, notCompared }) => {
    const results = batchWith(texts);
    expect(namesOf(results)).toEqual(["story", "one", "other", "story"]);
    for (const result of results.slice(1, 3)) expect(result).toMatchObject({ role: "alone", notCompared });
    const [a, b] = [
      { id: "a", text: texts[0] },
      { id: "b", text: texts[1] },
    ];
    expect(comparePair(a, b)).toMatchObject({ relation: "independent", rule: "not-comparable" });
  });

  it.each(TEXTS_APART)("$name: two that differ stay two", ({ texts }) => {
    const results = batchWith(texts);
    expect(namesOf(results)).toEqual(["story", "one", "other", "story"]);
    expect(results[1]).toEqual({ id: "one", clusterId: "one", role: "alone" });
  });

  it.each(TEXTS_TOGETHER)("$name: one text", ({ texts }) => {
    expect(namesOf(batchWith(texts))).toEqual(["story", "one", "one", "story"]);
  });
});
