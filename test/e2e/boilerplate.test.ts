/* Learned boilerplate through a whole service: learnt from a host's pages, taken off the later ones. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LEARNED_STEP } from "../../src/core/extract/learned/remove-furniture.ts";
import type { ArticleId, UrlKey } from "../../src/core/model.ts";
import { contentHashOf } from "../../src/core/url/ids.ts";
import { type ArticleReport, readArticle } from "../../src/io/reading.ts";
import { pageHtml, story } from "../support/articles.ts";
import { startTestService, type TestService } from "../support/service.ts";

const NOTE = "The Quay Times is printed on paper from the mills of Orlow since 1911.";
const MIN_PAGES = 3;

let running: TestService;
beforeAll(async () => {
  running = await startTestService({ LEARN_BOILERPLATE: "true", BOILERPLATE_MIN_PAGES: MIN_PAGES }, [
    "extract",
    "cluster",
    "publish",
  ]);
});
afterAll(() => running.close());

interface Placed {
  readonly urlKey: UrlKey;
  readonly articleId: ArticleId;
  readonly clusterId: string;
}

const bodyOf = (number: number, ending: readonly string[]): Buffer =>
  Buffer.from(pageHtml(`Account ${number}`, [...story(number), ...ending]));

async function place(url: string, number: number, ending: readonly string[] = [NOTE]): Promise<Placed> {
  const answer = await running.service.intake.offerDocument({
    kind: "html",
    body: bodyOf(number, ending),
    url,
  });
  if (!answer.urlKey) throw new Error(`${url} was refused`);
  const [outcome] = await running.outcomes([answer.urlKey]);
  if (outcome?.kind !== "clustered") throw new Error(`ended ${JSON.stringify(outcome)}`);
  return { urlKey: answer.urlKey, articleId: outcome.articleId, clusterId: outcome.clusterId };
}

async function reportOf({ articleId }: Placed): Promise<ArticleReport> {
  const report = await readArticle(running.service, articleId);
  if (!report) throw new Error(`no article ${articleId}`);
  return report;
}

/** Pages of a host until its note is furniture. */
async function teach(host: string, firstStory: number): Promise<Placed[]> {
  const pages: Placed[] = [];
  for (let page = 0; page <= MIN_PAGES; page++)
    pages.push(await place(`http://${host}/${page}`, firstStory + page));
  return pages;
}

describe("a host's furniture", () => {
  it("is taken off once enough of its pages have shown it, with its reason and version", async () => {
    const [first] = await teach("teach.example", 100);
    const later = await place("http://www.teach.example/later", 150);
    const report = await reportOf(later);
    expect(report.text).toBe(story(150).join("\n"));
    expect(await running.service.articles.removed(later.articleId)).toContainEqual({
      step: LEARNED_STEP,
      reason: "learned-tail",
      text: NOTE,
    });
    const { version } = await running.service.boilerplate.read("teach.example");
    expect(report.article.furnitureVersion).toBe(version);
    if (first) expect((await reportOf(first)).text).toContain(NOTE);
  });

  it("is no part of the text that copies are found by, but of the one that revisions are told by", async () => {
    await teach("copies.example", 200);
    const original = await place("http://agency.example/250", 250, []);
    const copy = await place("http://copies.example/250", 250);
    expect(copy.clusterId).toBe(original.clusterId);
    const [{ evidence } = { evidence: undefined }] = await running.service.index.evidenceOf(copy.articleId);
    expect(evidence).toMatchObject({ containment: 1, cover: 1, hamming: 0 });
    const { article } = await reportOf(copy);
    const before = [...story(250), NOTE].join("\n");
    expect(article.contentHash).toBe(contentHashOf(article.title, before));
  });

  it("is not learnt from one story printed on many pages", async () => {
    for (let page = 0; page < 2 * MIN_PAGES; page++)
      await place(`http://oneself.example/${page}`, 300, [
        `Edition of the ${"x".repeat(page + 1)} quarter.`,
        NOTE,
      ]);
    expect(await running.service.boilerplate.furniture("oneself.example")).toEqual([]);
  });

  it("leaves a text that was accepted before as it stands, when its page is extracted again", async () => {
    const [first] = await teach("again.example", 400);
    if (!first) throw new Error("nothing was placed");
    const { service } = running;
    const page = { kind: "html" as const, body: bodyOf(400, [NOTE]), contentType: "text/html", fetchedAt: 9 };
    await service.pages.put(first.urlKey, { ...page, finalUrl: "http://again.example/0" });
    await service.enqueueExtract(first.urlKey, "http://again.example/0");
    while ((await service.pages.get(first.urlKey)) !== undefined)
      await new Promise((done) => setTimeout(done, 20));
    const report = await reportOf(first);
    expect(report.text).toContain(NOTE);
    expect(report.article.furnitureVersion).toBeUndefined();
    expect(report.clusterId).toBe(first.clusterId);
  });

  it("stays where the host is switched off", async () => {
    await teach("off.example", 500);
    await running.service.boilerplate.setOff("off.example", true);
    const later = await place("http://off.example/later", 550);
    expect((await reportOf(later)).text).toContain(NOTE);
  });
});
