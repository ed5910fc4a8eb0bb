/* The extract stage against stores in memory: what it writes, in which order, and what a repeated job does. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { encodeFingerprint } from "../../src/core/fingerprint/codec.ts";
import { fingerprint } from "../../src/core/fingerprint/fingerprint.ts";
import type { Outcome } from "../../src/core/outcome.ts";
import { urlKey } from "../../src/core/url/ids.ts";
import type { PoolAnswer } from "../../src/io/extract-pool.ts";
import type { Acceptance, AcceptedArticle } from "../../src/io/redis/article-store.ts";
import type { WaitingPage } from "../../src/io/redis/page-store.ts";
import type { UrlRecord } from "../../src/io/redis/url-store.ts";
import { createExtractStage, type ExtractStageDeps } from "../../workers/extract.ts";
import { extractedArticle } from "../support/articles.ts";

const URL = "https://quay.example/ferry";
const KEY = urlKey(URL);
const PAYLOAD = { urlKey: KEY, url: URL };

const page: WaitingPage = {
  kind: "html",
  gzipped: gzipSync("<p>page</p>"),
  contentType: "text/html",
  finalUrl: URL,
  fetchedAt: 5,
};
const article = extractedArticle();
const done: PoolAnswer = {
  kind: "done",
  result: {
    extraction: { kind: "article", article },
    fingerprint: encodeFingerprint(fingerprint(article.text)),
  },
};

const RECORD: UrlRecord = {
  url: URL,
  state: "waiting",
  source: "enqueue",
  firstOfferedAt: 1,
  offeredAt: 1,
  steps: [],
};

function stageWith(given: {
  onAccept?: (article: AcceptedArticle) => void;
  page?: WaitingPage;
  pool?: PoolAnswer;
  acceptance?: Acceptance;
  record?: Partial<UrlRecord>;
}) {
  const calls: string[] = [];
  const outcomes: Outcome[] = [];
  const readIn: string[] = [];
  const called = async (name: string): Promise<void> => {
    calls.push(name);
  };
  const deps: ExtractStageDeps = {
    pool: {
      threads: 1,
      run: async () => {
        readIn.push("thread");
        return given.pool ?? done;
      },
    },
    alone: async () => {
      readIn.push("process of its own");
      return given.pool ?? done;
    },
    pages: { get: async () => given.page, delete: () => called("page deleted") },
    articles: {
      accept: async (accepted) => {
        given.onAccept?.(accepted);
        calls.push("article accepted");
        return given.acceptance ?? { kind: "new" };
      },
      text: async () => undefined,
    },
    urls: {
      get: async () => (given.record ? { ...RECORD, ...given.record } : undefined),
      step: () => called("step written"),
      rememberValidators: () => called("validators remembered"),
    },
    settleUrl: async (_key, _stage, outcome) => {
      calls.push("outcome written");
      outcomes.push(outcome);
      return { kind: "settled", outcome };
    },
    enqueueCluster: () => called("cluster queued"),
    fetchAgain: () => called("fetched again"),
    productToken: "wirefold",
    now: () => 7,
  };
  const stage = createExtractStage(deps);
  return { stage, calls, outcomes, readIn };
}

describe("the extract stage", () => {
  it("deletes the page only after the article stands and its cluster job is queued", async () => {
    const { stage, calls } = stageWith({ page });
    expect(await stage.work(PAYLOAD)).toMatchObject({ kind: "advanced" });
    expect(calls).toEqual([
      "article accepted",
      "cluster queued",
      "validators remembered",
      "step written",
      "page deleted",
    ]);
  });

  it("takes from the announcement what the page leaves unsaid, and is the same revision with it", async () => {
    const silent = extractedArticle({ title: null, datePublished: null });
    const fingerprinted = encodeFingerprint(fingerprint(silent.text));
    const result = { extraction: { kind: "article", article: silent }, fingerprint: fingerprinted } as const;
    const accepted: AcceptedArticle[] = [];
    const announced = { title: "Ferry home", published: "2023-11-27" };
    for (const said of [undefined, announced])
      await stageWith({
        page: { ...page, fetchedAt: Date.UTC(2023, 10, 28), announced: said },
        pool: { kind: "done", result },
        onAccept: (article) => accepted.push(article),
      }).stage.work(PAYLOAD);
    expect(accepted.map(({ extracted }) => extracted.title)).toEqual([null, "Ferry home"]);
    expect(accepted[1]?.extracted.datePublished).toEqual({ value: "2023-11-27", source: "feed" });
    expect(new Set(accepted.map(({ contentHash }) => contentHash)).size).toBe(1);
  });

  it("writes the outcome of a page without an article before it deletes the page", async () => {
    const extraction = { kind: "no-article-text", message: "3 words, the least is 8", removed: [] } as const;
    const { stage, calls } = stageWith({ page, pool: { kind: "done", result: { extraction } } });
    await stage.work(PAYLOAD);
    expect(calls).toEqual(["outcome written", "page deleted"]);
  });

  it("tells of a try that failed while the next one is waited for", async () => {
    const { stage, calls } = stageWith({ page });
    await stage.noteRetry?.(PAYLOAD, "extract-timeout", "longer than 5000 ms");
    expect(calls).toEqual(["step written"]);
  });

  it("queues the cluster job again for a text it has accepted before, since its first run may have been cut short", async () => {
    const { stage, calls } = stageWith({ page, acceptance: { kind: "unchanged", urlKey: KEY } });
    await stage.work(PAYLOAD);
    expect(calls).toContain("cluster queued");
  });

  it("calls a text that came by another URL a duplicate", async () => {
    const other = urlKey("https://quay.example/ferry-2");
    const { stage, outcomes } = stageWith({ page, acceptance: { kind: "unchanged", urlKey: other } });
    await stage.work(PAYLOAD);
    expect(outcomes).toEqual([{ kind: "duplicate-url", articleId: expect.stringMatching(/^[0-9a-f]{32}$/) }]);
  });

  it("sends the URL back to the frontier where its page is gone", async () => {
    const { stage, calls } = stageWith({ record: {} });
    expect(await stage.work(PAYLOAD)).toMatchObject({ kind: "advanced" });
    expect(calls).toEqual(["fetched again"]);
  });

  it("sends the URL back where its page is gone and all that was done is a try that failed", async () => {
    const steps = [{ stage: "extract", result: "retried", at: 6 }] as const;
    const { stage, calls } = stageWith({ record: { steps } });
    await stage.work(PAYLOAD);
    expect(calls).toEqual(["fetched again"]);
  });

  it("does nothing where the page is gone because the job was done before", async () => {
    const outcome: Outcome = { kind: "no-article-text", message: "3 words" };
    const { stage, calls } = stageWith({ record: { outcome } });
    expect(await stage.work(PAYLOAD)).toEqual({ kind: "settled", outcome });
    expect(calls).toEqual([]);
  });

  it("keeps the page of an extraction that took too long, for the next try", async () => {
    const { stage, calls } = stageWith({ page, pool: { kind: "timeout", message: "longer than 5000 ms" } });
    expect(await stage.work(PAYLOAD)).toEqual({
      kind: "failed",
      error: "extract-timeout",
      message: "longer than 5000 ms",
    });
    expect(calls).toEqual([]);
  });

  it("reads a page in whose presence two workers died in a process of its own", async () => {
    const { stage, readIn } = stageWith({ page });
    for (const deaths of [0, 1, 2, 3]) await stage.work(PAYLOAD, deaths);
    expect(readIn).toEqual(["thread", "thread", "process of its own", "process of its own"]);
  });

  it("quarantines a page whose tries are used up, and deletes it", async () => {
    const { stage, calls, outcomes } = stageWith({ page });
    await stage.giveUp(PAYLOAD, "extract-timeout", "longer than 5000 ms");
    expect(outcomes).toEqual([{ kind: "quarantined", message: "longer than 5000 ms" }]);
    expect(calls).toEqual(["outcome written", "page deleted"]);
  });

  it("names a page without an article", async () => {
    const extraction = { kind: "no-article-text", message: "3 words, the limit is 10", removed: [] } as const;
    const { stage, outcomes } = stageWith({ page, pool: { kind: "done", result: { extraction } } });
    await stage.work(PAYLOAD);
    expect(outcomes).toEqual([{ kind: "no-article-text", message: "3 words, the limit is 10" }]);
  });
});
