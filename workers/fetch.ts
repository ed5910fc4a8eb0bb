/*
 * fetch: one URL → its page, stored until it is extracted. Asks robots.txt first, then books the host's
 * next free moment, then the network.
 */
import type { UrlKey } from "../src/core/model.ts";
import type { Outcome } from "../src/core/outcome.ts";
import type { FetchResult } from "../src/io/http/page-fetcher.ts";
import type { PageStore } from "../src/io/redis/page-store.ts";
import type { UrlRecord, UrlStore } from "../src/io/redis/url-store.ts";
import type { Payloads } from "../src/pipeline.ts";
import { type SettleUrl, settled } from "./settle.ts";
import type { StageContract, StageResult } from "./stage-worker.ts";

export type RobotsVerdict =
  | { readonly kind: "allowed" }
  | { readonly kind: "disallowed"; readonly message: string }
  /** The rules cannot be read now; RFC 9309 forbids to fetch meanwhile. */
  | { readonly kind: "unknown"; readonly message: string; readonly afterMs: number };

export interface FetchStageDeps {
  readonly concurrency: number;
  readonly urls: UrlStore;
  readonly pages: PageStore;
  readonly settleUrl: SettleUrl;
  mayFetch(url: string): Promise<RobotsVerdict>;
  /** Books the host's next free moment. @returns ms to wait; 0 where it is free now and booked */
  reserveHostSlot(host: string): Promise<number>;
  /** Tells the frontier that a host asks for fewer requests. */
  slowDownHost(host: string, retryAfterMs: number | undefined): Promise<void>;
  fetchPage(
    url: string,
    conditional?: { etag?: string | undefined; lastModified?: string | undefined },
  ): Promise<FetchResult>;
  enqueueExtract(urlKey: UrlKey, url: string): Promise<void>;
  readonly now: () => number;
}

/** Statuses by which a host says: not so fast. */
const SLOW_DOWN_STATUSES = new Set([429, 503]);

/** Validators may only be sent where the article they stand for is known: 304 must lead somewhere. */
function validators(record: UrlRecord | undefined) {
  return record?.articleId ? { etag: record.etag, lastModified: record.lastModified } : undefined;
}

export function createFetchStage(deps: FetchStageDeps): StageContract<"fetch"> {
  const { urls, pages, settleUrl } = deps;

  async function keepPage(
    urlKey: UrlKey,
    url: string,
    page: FetchResult & { kind: "page" },
  ): Promise<StageResult> {
    const kind = /^text\/plain\b/i.test(page.contentType ?? "") ? "text" : "html";
    const { body, contentType, finalUrl } = page;
    await pages.put(urlKey, { kind, body, contentType, finalUrl, fetchedAt: deps.now() });
    await urls.rememberValidators(urlKey, page);
    const detail = page.redirects.length > 0 ? `redirected to ${finalUrl}` : undefined;
    await urls.step(urlKey, { stage: "fetch", result: "advanced", at: deps.now(), message: detail });
    await deps.enqueueExtract(urlKey, url);
    return { kind: "advanced", detail };
  }

  async function answer(
    payload: Payloads["fetch"],
    record: UrlRecord | undefined,
    result: FetchResult,
  ): Promise<StageResult> {
    const { urlKey, url, host } = payload;
    const end = (outcome: Outcome): Promise<StageResult> => settleUrl(urlKey, "fetch", outcome);
    switch (result.kind) {
      case "page":
        return keepPage(urlKey, url, result);
      case "not-modified":
        if (record?.articleId) return end({ kind: "not-modified", articleId: record.articleId });
        return { kind: "failed", error: "bad-response", message: "304 without a page known" } as const;
      case "refused":
        return end({ kind: "refused", rule: result.rule, message: result.message });
      case "gone":
        return end({ kind: "gone", message: result.message });
      case "failed": {
        if (SLOW_DOWN_STATUSES.has(result.status ?? 0)) await deps.slowDownHost(host, result.retryAfterMs);
        const { error, message, retryAfterMs } = result;
        if (result.permanent) return end({ kind: "failed", error, message });
        return { kind: "failed", error, message, afterMs: retryAfterMs } as const;
      }
      case "blocked-by-robots":
        return end({ kind: "blocked-by-robots", message: result.message });
      case "postponed":
        return { kind: "postponed", afterMs: result.waitMs };
      default:
        return result satisfies never;
    }
  }

  return {
    stage: "fetch",
    concurrency: deps.concurrency,
    async work(payload) {
      const { urlKey, url, host } = payload;
      const record = await urls.get(urlKey);
      // A job done twice: its first run ended just before its worker died.
      if (record?.state === "settled" && record.outcome) return settled(record.outcome);
      const verdict = await deps.mayFetch(url);
      if (verdict.kind === "disallowed")
        return settleUrl(urlKey, "fetch", { kind: "blocked-by-robots", message: verdict.message });
      if (verdict.kind === "unknown")
        return { kind: "failed", error: "http-status", message: verdict.message, afterMs: verdict.afterMs };
      const waitMs = await deps.reserveHostSlot(host);
      if (waitMs > 0) return { kind: "postponed", afterMs: waitMs };
      return answer(payload, record, await deps.fetchPage(url, validators(record)));
    },
    async giveUp({ urlKey }, error, message) {
      await settleUrl(urlKey, "fetch", { kind: "failed", error, message });
    },
  };
}
