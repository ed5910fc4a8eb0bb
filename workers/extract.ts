/*
 * extract: a stored page → an accepted article with its fingerprint. The page is deleted only when the
 * article stands in Redis and its cluster job is queued, so a crash anywhere repeats the step and
 * changes nothing.
 */
import { decodeFingerprint } from "../src/core/fingerprint/codec.ts";
import type { ExtractedArticle } from "../src/core/model.ts";
import { articleIdOf, contentHashOf } from "../src/core/url/ids.ts";
import { articleUrl, registrableDomain } from "../src/core/url/publisher.ts";
import type { ExtractPool } from "../src/io/extract-pool.ts";
import type { ExtractResult } from "../src/io/extract-thread.ts";
import type { AcceptedArticle, ArticleStore } from "../src/io/redis/article-store.ts";
import type { PageStore, WaitingPage } from "../src/io/redis/page-store.ts";
import type { UrlStore } from "../src/io/redis/url-store.ts";
import type { Payloads } from "../src/pipeline.ts";
import { type SettleUrl, settled } from "./settle.ts";
import type { StageContract, StageResult } from "./stage-worker.ts";

export interface ExtractStageDeps {
  readonly pool: Pick<ExtractPool, "run" | "threads">;
  readonly urls: Pick<UrlStore, "get" | "step">;
  readonly pages: Pick<PageStore, "get" | "delete">;
  readonly articles: Pick<ArticleStore, "accept">;
  readonly settleUrl: SettleUrl;
  enqueueCluster(payload: Payloads["cluster"]): Promise<void>;
  fetchAgain(urlKey: Payloads["extract"]["urlKey"], url: string): Promise<void>;
  readonly now: () => number;
}

const isLocal = (url: string): boolean => url.startsWith("urn:");

/** What the caller of a local document said stands above what was read from it. */
function withGiven(article: ExtractedArticle, page: WaitingPage): ExtractedArticle {
  const { given } = page;
  if (!given) return article;
  return {
    ...article,
    title: given.title ?? article.title,
    datePublished: given.datePublished
      ? { value: given.datePublished, source: "caller" }
      : article.datePublished,
  };
}

function acceptedArticle(
  payload: Payloads["extract"],
  page: WaitingPage,
  read: ExtractedArticle,
): AcceptedArticle {
  const extracted = withGiven(read, page);
  const local = isLocal(page.finalUrl);
  const canonicalUrl = local
    ? page.finalUrl
    : (articleUrl(page.finalUrl, extracted.canonicalUrl) ?? payload.url);
  return {
    articleId: articleIdOf(canonicalUrl),
    contentHash: contentHashOf(extracted.title, extracted.text),
    urlKey: payload.urlKey,
    url: page.finalUrl,
    canonicalUrl,
    publisher: page.given?.publisher ?? (local ? null : registrableDomain(canonicalUrl)),
    fetchedAt: page.fetchedAt,
    extracted,
  };
}

export function createExtractStage(deps: ExtractStageDeps): StageContract<"extract"> {
  const { urls, pages, articles, settleUrl } = deps;

  async function acceptArticle(
    payload: Payloads["extract"],
    page: WaitingPage,
    read: ExtractedArticle,
    fingerprint: Uint8Array,
  ): Promise<StageResult> {
    const { urlKey, url } = payload;
    const article = acceptedArticle(payload, page, read);
    const { articleId, contentHash, publisher } = article;
    const acceptance = await articles.accept(article);
    if (acceptance.kind === "unchanged" && acceptance.urlKey !== urlKey) {
      await pages.delete(urlKey);
      return settleUrl(urlKey, "extract", { kind: "duplicate-url", articleId });
    }
    await deps.enqueueCluster({
      urlKey,
      url,
      articleId,
      contentHash,
      publisher,
      datePublished: article.extracted.datePublished?.value ?? null,
      fingerprint: Buffer.from(fingerprint).toString("base64"),
    });
    await urls.step(urlKey, {
      stage: "extract",
      result: "advanced",
      at: deps.now(),
      message: acceptance.kind,
    });
    await pages.delete(urlKey);
    return { kind: "advanced", detail: acceptance.kind };
  }

  async function pageMissing({ urlKey, url }: Payloads["extract"]): Promise<StageResult> {
    const record = await urls.get(urlKey);
    if (record?.outcome) return settled(record.outcome);
    const done = record?.steps.find((step) => step.stage === "extract" && step.at >= record.offeredAt);
    if (done) return { kind: "advanced", detail: "done before" };
    if (isLocal(url))
      return settleUrl(urlKey, "extract", {
        kind: "failed",
        error: "internal",
        message: "the local document expired before it was extracted: enqueue it again",
      });
    await deps.fetchAgain(urlKey, url);
    return { kind: "advanced", detail: "page was gone, fetched again" };
  }

  async function answer(
    payload: Payloads["extract"],
    page: WaitingPage,
    result: ExtractResult,
  ): Promise<StageResult> {
    const { extraction, fingerprint } = result;
    if (extraction.kind === "article" && fingerprint)
      return acceptArticle(payload, page, extraction.article, fingerprint);
    await pages.delete(payload.urlKey);
    if (extraction.kind === "article") throw new Error("the extraction thread gave no fingerprint");
    const { message } = extraction;
    return settleUrl(
      payload.urlKey,
      "extract",
      extraction.kind === "refused"
        ? { kind: "refused", rule: extraction.rule, message }
        : { kind: "no-article-text", message },
    );
  }

  return {
    stage: "extract",
    // One more than there are threads: the next page is read from Redis while all threads work.
    concurrency: deps.pool.threads + 1,
    async work(payload) {
      const page = await pages.get(payload.urlKey);
      if (!page) return pageMissing(payload);
      const { kind, gzipped, contentType, finalUrl: url, fetchedAt } = page;
      const task = { kind, gzipped, contentType, url, fetchedAt };
      const run = await deps.pool.run({ page: task, keepRemoved: true, withFingerprint: true });
      if (run.kind === "done") return answer(payload, page, run.result);
      const error = run.kind === "timeout" ? "extract-timeout" : "extract-crash";
      return { kind: "failed", error, message: run.message };
    },
    async giveUp({ urlKey }, error, message) {
      const poison = error === "extract-timeout" || error === "extract-crash";
      await settleUrl(
        urlKey,
        "extract",
        poison ? { kind: "quarantined", message } : { kind: "failed", error, message },
      );
      await pages.delete(urlKey);
    },
  };
}

/** The fingerprint as a cluster job carries it. @throws on bytes that are none */
export const fingerprintOfJob = (payload: Payloads["cluster"]) =>
  decodeFingerprint(Buffer.from(payload.fingerprint, "base64"));
