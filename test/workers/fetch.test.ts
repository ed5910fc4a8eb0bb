/* The fetch stage against fakes: what each answer of the network leads to, and in which order it is written. */
import { describe, expect, it } from "vitest";
import type { ArticleId } from "../../src/core/model.ts";
import type { Outcome } from "../../src/core/outcome.ts";
import { urlKey } from "../../src/core/url/ids.ts";
import type { FetchResult } from "../../src/io/http/fetch-result.ts";
import type { UrlRecord } from "../../src/io/redis/url-store.ts";
import { createFetchStage, type FetchStageDeps } from "../../workers/fetch.ts";
import { fetchedPage } from "../support/fetched-page.ts";

const URL = "https://quay.example/ferry";
const KEY = urlKey(URL);
const PAYLOAD = { urlKey: KEY, url: URL, queuedAt: 3 };
const ARTICLE = "0123456789abcdef0123456789abcdef" as ArticleId;
const RECORD: UrlRecord = {
  url: URL,
  state: "waiting",
  source: "enqueue",
  firstOfferedAt: 1,
  offeredAt: 1,
  steps: [],
};
const PAGE = fetchedPage(URL, "<p>page</p>", { contentType: "text/html", etag: '"new"' });

function stageWith(result: FetchResult, record: Partial<UrlRecord> = {}) {
  const calls: string[] = [];
  const outcomes: Outcome[] = [];
  const asked: unknown[] = [];
  const tokens: string[] = [];
  const stored: unknown[] = [];
  const deps: FetchStageDeps = {
    concurrency: 1,
    urls: {
      get: async () => ({ ...RECORD, ...record }),
      step: async (_key, step) => void calls.push(`step ${step.result}`),
    },
    pages: {
      put: async (_key, page) => {
        calls.push("page stored");
        stored.push(page);
      },
    },
    settleUrl: async (_key, _stage, outcome) => {
      outcomes.push(outcome);
      return { kind: "settled", outcome };
    },
    fetchPolitely: async (_url, token, conditional) => {
      tokens.push(token);
      asked.push(conditional);
      return result;
    },
    freeHost: async () => void calls.push("host freed"),
    enqueueExtract: async () => void calls.push("extract queued"),
    now: () => 7,
  };
  return { stage: createFetchStage(deps), calls, outcomes, asked, stored, tokens };
}

describe("the fetch stage", () => {
  it("stores the page before its extract job is queued", async () => {
    const { stage, calls } = stageWith(PAGE);
    expect(await stage.work(PAYLOAD)).toMatchObject({ kind: "advanced" });
    expect(calls).toEqual(["page stored", "step advanced", "extract queued"]);
  });

  it("keeps new validators with the page: a crash before extraction must not turn a correction into a 304", async () => {
    const { stage, stored } = stageWith(PAGE, { articleId: ARTICLE, etag: '"old"' });
    await stage.work(PAYLOAD);
    expect(stored).toMatchObject([{ validators: { etag: '"new"' } }]);
  });

  it("keeps with the page what the feed said that announced it: title, people and date", async () => {
    const announced = {
      feed: `${URL}/feed`,
      guid: "7",
      title: "Ferry",
      authors: ["M. Ilves"],
      published: "2023-11-27",
    };
    const { stage, stored } = stageWith(PAGE, { announced });
    await stage.work(PAYLOAD);
    expect(stored).toMatchObject([
      { announced: { title: "Ferry", authors: ["M. Ilves"], published: "2023-11-27" } },
    ]);
  });

  it("asks with validators only where their article is known", async () => {
    const unknown = stageWith(PAGE, { etag: '"old"' });
    await unknown.stage.work(PAYLOAD);
    expect(unknown.asked).toEqual([undefined]);
    const known = stageWith({ kind: "not-modified" }, { articleId: ARTICLE, etag: '"old"' });
    await known.stage.work(PAYLOAD);
    expect(known.asked).toMatchObject([{ etag: '"old"' }]);
    expect(known.outcomes).toEqual([{ kind: "not-modified", articleId: ARTICLE }]);
  });

  it("books the host in the job's own name, the same in each of its runs, another in another job of the URL", async () => {
    const { stage, tokens } = stageWith(PAGE);
    for (const queuedAt of [3, 3, 4]) await stage.work({ ...PAYLOAD, queuedAt });
    expect(tokens[1]).toBe(tokens[0]);
    expect(tokens[2]).not.toBe(tokens[0]);
  });

  it("asks for nothing where the job was done before, and frees the host", async () => {
    const outcome: Outcome = { kind: "gone", message: "HTTP 410" };
    const steps = [{ stage: "fetch", result: "gone", at: 4 }] as const;
    const { stage, calls, asked } = stageWith(PAGE, { state: "settled", outcome, steps });
    expect(await stage.work(PAYLOAD)).toEqual({ kind: "settled", outcome });
    expect([calls, asked]).toEqual([["host freed"], []]);
  });

  it("asks for what was wanted again while its page of before was still on the way to its outcome", async () => {
    const outcome: Outcome = { kind: "no-article-text", message: "3 words" };
    const steps = [{ stage: "extract", result: "no-article-text", at: 4 }] as const;
    const { stage, asked } = stageWith(PAGE, { state: "settled", outcome, steps });
    expect(await stage.work(PAYLOAD)).toMatchObject({ kind: "advanced" });
    expect(asked).toHaveLength(1);
  });

  it("asks again for what was wanted again where its first try failed", async () => {
    const outcome: Outcome = { kind: "no-article-text", message: "3 words" };
    const steps = [
      { stage: "extract", result: "no-article-text", at: 4 },
      { stage: "fetch", result: "retried", at: 5 },
    ] as const;
    const { stage, asked } = stageWith(PAGE, { state: "settled", outcome, steps });
    expect(await stage.work(PAYLOAD)).toMatchObject({ kind: "advanced" });
    expect(asked).toHaveLength(1);
  });

  it("ends what is permanent at once, and tries again what may pass", async () => {
    const failure = { kind: "failed", error: "http-status", message: "HTTP 404", status: 404 } as const;
    const permanent = stageWith({ ...failure, permanent: true });
    expect(await permanent.stage.work(PAYLOAD)).toMatchObject({
      kind: "settled",
      outcome: { kind: "failed" },
    });
    const passing = stageWith({ ...failure, permanent: false, retryAfterMs: 9_000 });
    expect(await passing.stage.work(PAYLOAD)).toMatchObject({ kind: "failed", afterMs: 9_000 });
    expect(passing.outcomes).toEqual([]);
  });

  it("waits without using up a try where it is not the host's turn", async () => {
    const { stage } = stageWith({ kind: "postponed", waitMs: 40, message: "later" });
    expect(await stage.work(PAYLOAD)).toEqual({ kind: "postponed", afterMs: 40 });
  });
});
