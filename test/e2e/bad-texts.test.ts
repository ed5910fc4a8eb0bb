/* Bad texts through the whole service: each ends with its name, and none stands in another's cluster. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Outcome } from "../../src/core/outcome.ts";
import { story } from "../support/articles.ts";
import { TEXTS_APART, TEXTS_NOT_COMPARED } from "../support/bad-texts.ts";
import { startTestService, type TestService } from "../support/service.ts";

describe("bad texts in the service", () => {
  let running: TestService;
  beforeAll(async () => {
    running = await startTestService({}, ["extract", "cluster", "publish"]);
  });
  afterAll(() => running.close());

  async function outcomeOf(text: string, title: string): Promise<Outcome | undefined> {
    const body = Buffer.from(text);
    const answer = await running.service.intake.offerDocument({ kind: "text", body, given: { title } });
    const [outcome] = await running.outcomes(answer.urlKey ? [answer.urlKey] : []);
    return outcome;
  }

  it.each(TEXTS_NOT_COMPARED)("$name: no article, or one that stands alone", async ({ name, texts }) => {
    for (const [i, text] of texts.entries()) {
      const outcome = await outcomeOf(text, `${name} ${i}`);
      expect(outcome?.kind).toMatch(/^(no-article-text|clustered)$/);
      if (outcome?.kind !== "clustered") continue;
      expect(outcome.clusterId).toBe(outcome.articleId);
    }
  });

  it.each(TEXTS_APART)("$name: two that differ are no copies", async ({ name, texts }) => {
    const clusterIds: string[] = [];
    for (const [i, text] of texts.entries()) {
      const outcome = await outcomeOf(text, `${name} ${i}`);
      if (outcome?.kind !== "clustered") expect.fail(`ended ${JSON.stringify(outcome)}`);
      clusterIds.push(outcome.clusterId);
    }
    expect(new Set(clusterIds).size).toBe(texts.length);
  });

  it("goes on with real stories afterwards", async () => {
    const [first, copy] = [story(74), story(74).slice(0, 6)];
    const original = await outcomeOf(first.join("\n\n"), "Account");
    const cut = await outcomeOf(copy.join("\n\n"), "Account, cut");
    expect(original).toMatchObject({ kind: "clustered" });
    expect(cut).toMatchObject({
      kind: "clustered",
      clusterId: original?.kind === "clustered" && original.clusterId,
    });
  });
});
