/* fetch: one URL → its page, stored until it is extracted; or the outcome that there is none. */
import type { AnnouncedFields } from "../src/core/extract/metadata/announced.ts";
import type { UrlKey } from "../src/core/model.ts";
import type { Outcome } from "../src/core/outcome.ts";
import type { FetchedPage, FetchResult } from "../src/io/http/fetch-result.ts";
import type { Conditional } from "../src/io/http/page-fetcher.ts";
import type { PageStore } from "../src/io/redis/page-store.ts";
import type { UrlRecord, UrlStore } from "../src/io/redis/url-store.ts";
import { fetchJobId, type Payloads } from "../src/pipeline.ts";
import { type SettleUrl, settled } from "./settle.ts";
import type { StageContract, StageResult } from "./stage-worker.ts";

export interface FetchStageDeps {
  readonly concurrency: number;
  readonly urls: Pick<UrlStore, "get" | "step">;
  readonly pages: Pick<PageStore, "put">;
  readonly settleUrl: SettleUrl;
  /**
   * Asks politely: robots.txt, the host's slot, the network. `postponed` where it is not this host's turn.
   * @param token names the request, so that a repeated job books its slot again
   */
  fetchPolitely(url: string, token: string, conditional?: Conditional): Promise<FetchResult>;
  /** The URL needs no request after all: its host is free for the next. */
  freeHost(url: string, token: string): Promise<void>;
  enqueueExtract(urlKey: UrlKey, url: string): Promise<void>;
  readonly now: () => number;
}

/** Validators may only be sent where the article they stand for is known: 304 must lead somewhere. */
function validatorsOf(record: UrlRecord | undefined) {
  return record?.articleId ? { etag: record.etag, lastModified: record.lastModified } : undefined;
}

/** An offer begins anew: it takes the steps of what was before. A try that failed is not the last one. */
const wasFetched = (record: UrlRecord): boolean =>
  record.steps.some(({ stage, result }) => stage === "fetch" && result !== "retried");

/** What its article may take of the announcement: the record keeps all of it. */
function announcedFields(record: UrlRecord | undefined): AnnouncedFields | undefined {
  if (record?.announced === undefined) return undefined;
  const { title, authors, published } = record.announced;
  return {
    ...(title === undefined ? {} : { title }),
    ...(authors === undefined ? {} : { authors }),
    ...(published === undefined ? {} : { published }),
  };
}

export function createFetchStage(deps: FetchStageDeps): StageContract<"fetch"> {
  const { urls, settleUrl } = deps;
  return {
    stage: "fetch",
    concurrency: deps.concurrency,
    async work(payload) {
      const { urlKey, url } = payload;
      const token = fetchJobId(payload);
      const record = await urls.get(urlKey);
      // A job done twice: its first run ended just before its worker died. Where the URL was not fetched since it was
      // offered, the outcome is that of the page before, which was still on its way when this one was asked for.
      if (record?.state === "settled" && record.outcome && wasFetched(record)) {
        await deps.freeHost(url, token);
        return settled(record.outcome);
      }
      const result = await deps.fetchPolitely(url, token, validatorsOf(record));
      return resultOf(deps, payload, record, result);
    },
    async noteRetry({ urlKey }, error, message) {
      await urls.step(urlKey, { stage: "fetch", result: "retried", at: deps.now(), rule: error, message });
    },
    async giveUp({ urlKey }, error, message) {
      await settleUrl(urlKey, "fetch", { kind: "failed", error, message });
    },
  };
}

async function resultOf(
  deps: FetchStageDeps,
  payload: Payloads["fetch"],
  record: UrlRecord | undefined,
  fetched: FetchResult,
): Promise<StageResult> {
  const end = (outcome: Outcome): Promise<StageResult> => deps.settleUrl(payload.urlKey, "fetch", outcome);
  switch (fetched.kind) {
    case "page":
      return keepPage(deps, payload, record, fetched);
    case "not-modified":
      if (record?.articleId) return end({ kind: "not-modified", articleId: record.articleId });
      return { kind: "failed", error: "bad-response", message: "304 without a page known" };
    case "refused":
      return end({ kind: "refused", rule: fetched.rule, message: fetched.message });
    case "gone":
      return end({ kind: "gone", message: fetched.message });
    case "failed": {
      const { error, message, retryAfterMs } = fetched;
      if (fetched.permanent) return end({ kind: "failed", error, message });
      return { kind: "failed", error, message, afterMs: retryAfterMs };
    }
    case "blocked-by-robots":
      return end({ kind: "blocked-by-robots", message: fetched.message });
    case "postponed":
      return { kind: "postponed", afterMs: fetched.waitMs };
    default:
      return fetched satisfies never;
  }
}

async function keepPage(
  deps: FetchStageDeps,
  { urlKey, url }: Payloads["fetch"],
  record: UrlRecord | undefined,
  page: FetchedPage,
): Promise<StageResult> {
  const { body, contentType, finalUrl, etag, lastModified } = page;
  const { robotsTag: robots, tdmReservation, tdmPolicy, hostStatements: ofHost } = page;
  await deps.pages.put(urlKey, {
    kind: /^text\/plain\b/i.test(contentType ?? "") ? "text" : "html",
    body,
    contentType,
    finalUrl,
    fetchedAt: deps.now(),
    validators: { etag, lastModified },
    rights: { robots, tdmReservation, tdmPolicy, ofHost },
    given: record?.given,
    announced: announcedFields(record),
  });
  const detail = page.redirects.length > 0 ? `redirected to ${finalUrl}` : undefined;
  await deps.urls.step(urlKey, { stage: "fetch", result: "advanced", at: deps.now(), message: detail });
  await deps.enqueueExtract(urlKey, url);
  return { kind: "advanced", detail };
}
