/*
 * extract: a stored page → an accepted article with its fingerprint. The page is deleted only when the
 * article stands in Redis and its cluster job is queued, so a crash anywhere repeats the step and
 * changes nothing.
 *
 * Learned boilerplate of the page's host goes into the thread with the page and is taken off there: the content hash
 * is of the text before, the fingerprint of the text after. The first text accepted of a revision stands, whatever is
 * learnt later, since the index holds its fingerprint.
 */
import { furnitureHost } from "../src/core/extract/learned/furniture-host.ts";
import { withKeptText } from "../src/core/extract/learned/remove-furniture.ts";
import { rightsOf, stricterRights } from "../src/core/fetch/rights.ts";
import { decodeFingerprint, encodeFingerprint } from "../src/core/fingerprint/codec.ts";
import { fingerprint as fingerprintOf } from "../src/core/fingerprint/fingerprint.ts";
import type { ArticleId, ExtractedArticle } from "../src/core/model.ts";
import type { Outcome } from "../src/core/outcome.ts";
import { articleIdOf, contentHashOf } from "../src/core/url/ids.ts";
import { articleUrl, registrableDomain } from "../src/core/url/publisher.ts";
import type { ExtractPool } from "../src/io/extract-pool.ts";
import type { ExtractResult, ExtractTask, LearnedPart } from "../src/io/extract-thread.ts";
import type { Acceptance, AcceptedArticle, ArticleStore } from "../src/io/redis/article-store.ts";
import type { BoilerplateStore } from "../src/io/redis/boilerplate-store.ts";
import type { PageStore, WaitingPage } from "../src/io/redis/page-store.ts";
import type { UrlStore } from "../src/io/redis/url-store.ts";
import type { Payloads } from "../src/pipeline.ts";
import { type SettleUrl, settled } from "./settle.ts";
import type { StageContract, StageResult } from "./stage-worker.ts";

export interface ExtractStageDeps {
  readonly pool: Pick<ExtractPool, "run" | "threads">;
  readonly urls: Pick<UrlStore, "get" | "step" | "rememberValidators">;
  readonly pages: Pick<PageStore, "get" | "delete">;
  readonly articles: Pick<ArticleStore, "accept" | "text">;
  /** Left out where nothing is learnt from pages. */
  readonly boilerplate?: Pick<BoilerplateStore, "furniture" | "learn"> | undefined;
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
      ? { value: given.datePublished, source: given.by ?? "caller" }
      : article.datePublished,
    language: given.language ?? article.language,
  };
}

interface Reading {
  readonly article: ExtractedArticle;
  readonly fingerprint: Uint8Array;
  readonly learned: LearnedPart | undefined;
}

/** The server may say of a page what the page itself does not. */
function withRights(article: ExtractedArticle, page: WaitingPage): ExtractedArticle {
  const rights = stricterRights(rightsOf(page.rights ?? {}, "headers"), article.rights);
  return rights === undefined ? article : { ...article, rights };
}

function acceptedArticle(
  payload: Payloads["extract"],
  page: WaitingPage,
  { article: read, learned }: Reading,
): AcceptedArticle {
  const extracted = withGiven(read, page);
  const local = isLocal(page.finalUrl);
  const canonicalUrl = local
    ? page.finalUrl
    : (articleUrl(page.finalUrl, extracted.canonicalUrl) ?? payload.url);
  return {
    articleId: articleIdOf(canonicalUrl),
    contentHash: contentHashOf(extracted.title, learned?.textBefore ?? extracted.text),
    urlKey: payload.urlKey,
    url: page.finalUrl,
    canonicalUrl,
    publisher: page.given?.publisher ?? (local ? null : registrableDomain(canonicalUrl)),
    fetchedAt: page.fetchedAt,
    furnitureVersion: learned?.version,
    extracted: withRights(extracted, page),
  };
}

interface Accepted {
  readonly acceptance: Acceptance;
  readonly article: AcceptedArticle;
  readonly fingerprint: Uint8Array;
}

/** Accepts the article, or the text of this very revision that stands from before with other furniture taken off. */
async function acceptOnce(
  articles: ExtractStageDeps["articles"],
  article: AcceptedArticle,
  { fingerprint, learned }: Reading,
): Promise<Accepted> {
  const acceptance = await articles.accept(article);
  if (acceptance.kind !== "other-furniture") return { acceptance, article, fingerprint };
  const { articleId, contentHash, extracted } = article;
  const kept = await articles.text(articleId, contentHash);
  if (kept === undefined) throw new Error("the text accepted before expired at this moment: try again");
  const standing: AcceptedArticle = {
    ...article,
    furnitureVersion: acceptance.furnitureVersion,
    extracted: withKeptText(extracted, learned?.textBefore ?? extracted.text, kept),
  };
  return {
    acceptance: await articles.accept(standing),
    article: standing,
    fingerprint: encodeFingerprint(fingerprintOf(kept)),
  };
}

export function createExtractStage(deps: ExtractStageDeps): StageContract<"extract"> {
  const { urls, pages, articles, settleUrl } = deps;

  async function acceptArticle(
    payload: Payloads["extract"],
    page: WaitingPage,
    reading: Reading,
  ): Promise<StageResult> {
    const { urlKey, url } = payload;
    const offered = acceptedArticle(payload, page, reading);
    const { acceptance, article, fingerprint } = await acceptOnce(articles, offered, reading);
    const { articleId, contentHash, publisher } = article;
    if (acceptance.kind === "unchanged" && acceptance.urlKey !== urlKey) {
      const duplicate = await settleUrl(urlKey, "extract", { kind: "duplicate-url", articleId });
      await pages.delete(urlKey);
      return duplicate;
    }
    if (acceptance.kind === "new") await learn(page, articleId, reading);
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
    await urls.step(urlKey, {
      stage: "extract",
      result: "advanced",
      at: deps.now(),
      message: acceptance.kind,
    });
    await pages.delete(urlKey);
    return { kind: "advanced", detail: acceptance.kind };
  }

  /** An article votes once, with its first page: a crash between acceptance and this loses a vote and no more. */
  async function learn(page: WaitingPage, articleId: ArticleId, { learned }: Reading): Promise<void> {
    const host = furnitureHost(page.finalUrl);
    if (learned?.vote && host !== undefined) await deps.boilerplate?.learn(host, articleId, learned.vote);
  }

  async function furnitureFor(page: WaitingPage): Promise<Pick<ExtractTask, "furniture">> {
    const host = furnitureHost(page.finalUrl);
    const furniture = host === undefined ? undefined : await deps.boilerplate?.furniture(host);
    return furniture ? { furniture } : {};
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
    const { extraction, fingerprint, learned } = result;
    if (extraction.kind === "article" && fingerprint)
      return acceptArticle(payload, page, { article: extraction.article, fingerprint, learned });
    if (extraction.kind === "article") throw new Error("the extraction thread gave no fingerprint");
    const { message } = extraction;
    if (page.fromFeed) {
      // Deleted first: the fetched page will stand under the same key.
      await pages.delete(payload.urlKey);
      await deps.fetchAgain(payload.urlKey, payload.url);
      return { kind: "advanced", detail: `its feed holds no article, so its page is fetched: ${message}` };
    }
    const outcome: Outcome =
      extraction.kind === "refused"
        ? { kind: "refused", rule: extraction.rule, message }
        : { kind: "no-article-text", message };
    const ended = await settleUrl(payload.urlKey, "extract", outcome);
    await pages.delete(payload.urlKey);
    return ended;
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
      const furniture = await furnitureFor(page);
      const run = await deps.pool.run({
        page: task,
        keepRemoved: true,
        withFingerprint: true,
        ...furniture,
      });
      if (run.kind === "done") return answer(payload, page, run.result);
      const error = run.kind === "timeout" ? "extract-timeout" : "extract-crash";
      return { kind: "failed", error, message: run.message };
    },
    async noteRetry({ urlKey }, error, message) {
      await urls.step(urlKey, { stage: "extract", result: "retried", at: deps.now(), rule: error, message });
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
