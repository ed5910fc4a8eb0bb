/* Local texts and pages through a whole service: no frontier, no network, the same way otherwise. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ArticleId } from "../../src/core/model.ts";
import { readArticle } from "../../src/io/reading.ts";
import { pageHtml, story } from "../support/articles.ts";
import { startTestService, type TestService } from "../support/service.ts";

const SEEDS = join(import.meta.dirname, "../../../shared/data/seeds");
const seedsRequired = process.env.WIREFOLD_DATA === "required";
const hasSeeds = existsSync(SEEDS);

interface Seed {
  readonly file: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
}

let running: TestService;
beforeAll(async () => {
  running = await startTestService({}, ["extract", "cluster", "publish"]);
});
afterAll(() => running.close());

async function enqueueText(
  body: Buffer,
  title?: string,
): Promise<{ articleId: ArticleId; clusterId: string }> {
  const answer = await running.service.intake.offerDocument({ kind: "text", body, given: { title } });
  const [outcome] = await running.outcomes(answer.urlKey ? [answer.urlKey] : []);
  if (outcome?.kind !== "clustered") throw new Error(`ended ${JSON.stringify(outcome)}`);
  const clusterId = await running.service.index.clusterOf(outcome.articleId);
  return { articleId: outcome.articleId, clusterId: clusterId ?? "none" };
}

describe("a local text", () => {
  const text = (number: number): Buffer => Buffer.from([`Account ${number}`, ...story(number)].join("\n\n"));

  it("joins the cluster of its copy", async () => {
    const original = await enqueueText(text(1));
    const cut = await enqueueText(Buffer.from(story(1).slice(0, 6).join("\n\n")));
    expect(cut.clusterId).toBe(original.clusterId);
  });

  it("is named by its content: the same text again is already known", async () => {
    await enqueueText(text(2));
    const again = await running.service.intake.offerDocument({ kind: "text", body: text(2) });
    expect(again.offer.kind).toBe("already-known");
  });

  it("of three words has no article", async () => {
    const answer = await running.service.intake.offerDocument({
      kind: "text",
      body: Buffer.from("Only three words"),
    });
    const [outcome] = await running.outcomes(answer.urlKey ? [answer.urlKey] : []);
    expect(outcome).toMatchObject({ kind: "no-article-text" });
  });

  it("joins a page that was put in as HTML under its address", async () => {
    const original = await enqueueText(text(3));
    const body = Buffer.from(pageHtml("Account 3", story(3)));
    const answer = await running.service.intake.offerDocument({
      kind: "html",
      body,
      url: "https://quay.example/3",
    });
    const [outcome] = await running.outcomes(answer.urlKey ? [answer.urlKey] : []);
    expect(outcome).toMatchObject({ kind: "clustered", clusterId: original.clusterId });
  });
});

describe("the seed documents", () => {
  it.skipIf(!hasSeeds && !seedsRequired)(
    "become what expected.json says (skipped: no evaluation data)",
    async () => {
      const { documents, clusters } = JSON.parse(readFileSync(join(SEEDS, "expected.json"), "utf8")) as {
        documents: readonly Seed[];
        clusters: { nearDuplicate: readonly (readonly string[])[]; alone: readonly string[] };
      };
      const clusterOf = new Map<string, string>();
      for (const seed of documents) {
        const { articleId, clusterId } = await enqueueText(readFileSync(join(SEEDS, seed.file)));
        clusterOf.set(seed.file, clusterId);
        const report = await readArticle(running.service, articleId);
        const shown = (report?.text ?? "").replace(/\s+/g, " ");
        expect(
          seed.with.filter((sentence) => !shown.includes(sentence)),
          seed.file,
        ).toEqual([]);
        expect(
          seed.without.filter((words) => shown.includes(words)),
          seed.file,
        ).toEqual([]);
      }
      for (const group of clusters.nearDuplicate)
        expect(new Set(group.map((file) => clusterOf.get(file))).size).toBe(1);
      const alone = clusters.alone.map((file) => clusterOf.get(file));
      const everyOther = documents.map(({ file }) => file).filter((file) => !clusters.alone.includes(file));
      expect(new Set(alone).size).toBe(clusters.alone.length);
      expect(everyOther.filter((file) => alone.includes(clusterOf.get(file)))).toEqual([]);
    },
  );
});
