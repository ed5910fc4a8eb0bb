/*
 * extract: a stored page → an accepted article with its fingerprint. The page is deleted only when the
 * article stands in Redis and its cluster job is queued, so a crash anywhere repeats the step and
 * changes nothing.
 *
 * Learned boilerplate of the page's host goes into the thread with the page and is taken off there: the content hash
 * is of the text before, the fingerprint of the text after.
 *
 * A page in whose presence workers died is suspected of having killed them, and is read in a process of its own:
 * its neighbours in the worker have done nothing.
 */
import { furnitureHost } from "../src/core/extract/learned/furniture-host.ts";
import type { ArticleId } from "../src/core/model.ts";
import type { Outcome } from "../src/core/outcome.ts";
import type { ExtractAlone } from "../src/io/extract-alone.ts";
import type { ExtractPool, PoolAnswer } from "../src/io/extract-pool.ts";
import type { ExtractResult, ExtractTask } from "../src/io/extract-thread.ts";
import type { ArticleStore } from "../src/io/redis/article-store.ts";
import type { BoilerplateStore } from "../src/io/redis/boilerplate-store.ts";
import type { PageStore, WaitingPage } from "../src/io/redis/page-store.ts";
import type { UrlStore } from "../src/io/redis/url-store.ts";
import type { Payloads } from "../src/pipeline.ts";
import { acceptedArticle, acceptOnce, isLocal, type Reading } from "./extract-accept.ts";
import { type SettleUrl, settled } from "./settle.ts";
import type { StageContract, StageResult } from "./stage-worker.ts";

/** One death may be anyone's doing: a deployment, the kernel short of memory. */
const DEATHS_OF_A_SUSPECT = 2;

export interface ExtractStageDeps {
  readonly pool: Pick<ExtractPool, "run" | "threads">;
  /** Reads a page in a process of its own. */
  readonly alone: ExtractAlone;
  readonly urls: Pick<UrlStore, "get" | "step" | "rememberValidators">;
  readonly pages: Pick<PageStore, "get" | "delete">;
  readonly articles: Pick<ArticleStore, "accept" | "text">;
  /** Left out where nothing is learnt from pages. */
  readonly boilerplate?: Pick<BoilerplateStore, "furniture" | "learn"> | undefined;
  readonly settleUrl: SettleUrl;
  enqueueCluster(payload: Payloads["cluster"]): Promise<void>;
  fetchAgain(urlKey: Payloads["extract"]["urlKey"], url: string): Promise<void>;
  /** The robot's name, which pages and servers may speak to. */
  readonly productToken: string;
  readonly now: () => number;
}

type Payload = Payloads["extract"];

async function furnitureFor(
  deps: ExtractStageDeps,
  page: WaitingPage,
): Promise<Pick<ExtractTask, "furniture">> {
  const host = furnitureHost(page.finalUrl);
  const furniture = host === undefined ? undefined : await deps.boilerplate?.furniture(host);
  return furniture ? { furniture } : {};
}

async function read(deps: ExtractStageDeps, page: WaitingPage, deaths: number): Promise<PoolAnswer> {
  const { kind, gzipped, contentType, finalUrl: url, fetchedAt } = page;
  const task: ExtractTask = {
    page: { kind, gzipped, contentType, url, fetchedAt, productToken: deps.productToken },
    keepRemoved: true,
    withFingerprint: true,
    ...(await furnitureFor(deps, page)),
  };
  return deaths < DEATHS_OF_A_SUSPECT ? deps.pool.run(task) : deps.alone(task);
}

/** The job was done before, its page expired, or the page was lost with a Redis that was restored. */
async function pageMissing(deps: ExtractStageDeps, { urlKey, url }: Payload): Promise<StageResult> {
  const record = await deps.urls.get(urlKey);
  if (record?.outcome) return settled(record.outcome);
  const done = record?.steps.some(({ stage, result }) => stage === "extract" && result === "advanced");
  if (done) return { kind: "advanced", detail: "done before" };
  if (isLocal(url))
    return deps.settleUrl(urlKey, "extract", {
      kind: "failed",
      error: "internal",
      message: "the local document expired before it was extracted: enqueue it again",
    });
  await deps.fetchAgain(urlKey, url);
  return { kind: "advanced", detail: "page was gone, fetched again" };
}

/** An article votes once, with its first page: a crash between acceptance and this loses a vote and no more. */
async function learn(
  deps: ExtractStageDeps,
  page: WaitingPage,
  articleId: ArticleId,
  { learned }: Reading,
): Promise<void> {
  const host = furnitureHost(page.finalUrl);
  if (learned?.vote && host !== undefined) await deps.boilerplate?.learn(host, articleId, learned.vote);
}

async function acceptArticle(
  deps: ExtractStageDeps,
  payload: Payload,
  page: WaitingPage,
  reading: Reading,
): Promise<StageResult> {
  const { urls, pages } = deps;
  const { urlKey, url } = payload;
  const offered = acceptedArticle(payload, page, reading, deps.productToken);
  const { acceptance, article, fingerprint } = await acceptOnce(deps.articles, offered, reading);
  const { articleId, contentHash, publisher } = article;
  if (acceptance.kind === "unchanged" && acceptance.urlKey !== urlKey) {
    const duplicate = await deps.settleUrl(urlKey, "extract", { kind: "duplicate-url", articleId });
    await pages.delete(urlKey, page.fetchedAt);
    return duplicate;
  }
  if (acceptance.kind === "new") await learn(deps, page, articleId, reading);
  await deps.enqueueCluster({
    urlKey,
    url,
    articleId,
    contentHash,
    publisher,
    datePublished: article.extracted.datePublished?.value ?? null,
    fingerprint: Buffer.from(fingerprint).toString("base64"),
  });
  // From here on a 304 is an answer: what it stands for is accepted and on its way.
  await urls.rememberValidators(urlKey, page.validators ?? {});
  const step = { stage: "extract", result: "advanced", at: deps.now(), message: acceptance.kind } as const;
  await urls.step(urlKey, step);
  await pages.delete(urlKey, page.fetchedAt);
  return { kind: "advanced", detail: acceptance.kind };
}

async function answer(
  deps: ExtractStageDeps,
  payload: Payload,
  page: WaitingPage,
  { extraction, fingerprint, learned }: ExtractResult,
): Promise<StageResult> {
  if (extraction.kind === "article" && fingerprint)
    return acceptArticle(deps, payload, page, { article: extraction.article, fingerprint, learned });
  if (extraction.kind === "article") throw new Error("the extraction thread gave no fingerprint");
  const { message } = extraction;
  if (page.fromFeed) {
    // Deleted first: the fetched page will stand under the same key.
    await deps.pages.delete(payload.urlKey, page.fetchedAt);
    await deps.fetchAgain(payload.urlKey, payload.url);
    return { kind: "advanced", detail: `its feed holds no article, so its page is fetched: ${message}` };
  }
  const outcome: Outcome =
    extraction.kind === "refused"
      ? { kind: "refused", rule: extraction.rule, message }
      : { kind: "no-article-text", message };
  const ended = await deps.settleUrl(payload.urlKey, "extract", outcome);
  await deps.pages.delete(payload.urlKey, page.fetchedAt);
  return ended;
}

export function createExtractStage(deps: ExtractStageDeps): StageContract<"extract"> {
  return {
    stage: "extract",
    // One more than there are threads: the next page is read from Redis while all threads work.
    concurrency: deps.pool.threads + 1,
    async work(payload, deaths = 0) {
      const page = await deps.pages.get(payload.urlKey);
      if (!page) return pageMissing(deps, payload);
      const run = await read(deps, page, deaths);
      if (run.kind === "done") return answer(deps, payload, page, run.result);
      const error = run.kind === "timeout" ? "extract-timeout" : "extract-crash";
      return { kind: "failed", error, message: run.message };
    },
    async noteRetry({ urlKey }, error, message) {
      const step = { stage: "extract", result: "retried", at: deps.now(), rule: error, message } as const;
      await deps.urls.step(urlKey, step);
    },
    async giveUp({ urlKey }, error, message) {
      const poison = error === "extract-timeout" || error === "extract-crash";
      const outcome: Outcome = poison ? { kind: "quarantined", message } : { kind: "failed", error, message };
      await deps.settleUrl(urlKey, "extract", outcome);
      await deps.pages.delete(urlKey);
    },
  };
}
