import { afterAll, describe, expect, it } from "vitest";
import type { ArticleId, ContentHash, UrlKey } from "../../../src/core/model.ts";
import type { Outcome } from "../../../src/core/outcome.ts";
import { articleIdOf, contentHashOf, urlKey } from "../../../src/core/url/ids.ts";
import { type AcceptedArticle, createArticleStore } from "../../../src/io/redis/article-store.ts";
import { articleKeys } from "../../../src/io/redis/keys.ts";
import { createPageStore } from "../../../src/io/redis/page-store.ts";
import { createUrlStore } from "../../../src/io/redis/url-store.ts";
import { extractedArticle } from "../../support/articles.ts";
import { testRedis } from "../../support/redis.ts";

const HOUR_MS = 3_600_000;
const server = testRedis();
const { redis, prefix } = server;
afterAll(() => server.close());

let clock = 1_800_000_000_000;
const now = (): number => clock++;
const urls = createUrlStore({ redis, prefix, ttlMs: HOUR_MS, now });
const pages = createPageStore({ redis, prefix, ttlMs: HOUR_MS });
const articles = createArticleStore({ redis, prefix, ttlMs: HOUR_MS });

let serial = 0;
const freshUrl = (): string => `https://quay.example/story/${serial++}`;

describe("the URL store", () => {
  const offer = (url: string, refetch = false) =>
    urls.offer({ urlKey: urlKey(url), url, source: "enqueue", refetch });
  const outcome: Outcome = { kind: "no-article-text", message: "3 words, the limit is 40" };
  const settle = (url: string) =>
    urls.settle(urlKey(url), { stage: "extract", result: outcome.kind, at: now() }, outcome);

  it("stays settled where a worker was faster than whoever offered it", async () => {
    const url = freshUrl();
    await offer(url);
    await settle(url);
    await urls.markWaiting([urlKey(url)]);
    expect(await urls.get(urlKey(url))).toMatchObject({ state: "settled", outcome });
    const forgotten = freshUrl();
    await urls.markWaiting([urlKey(forgotten)]);
    expect(await urls.get(urlKey(forgotten))).toBeUndefined();
  });

  it("queues a URL once, knows it afterwards, and queues it again where that is asked for", async () => {
    const url = freshUrl();
    expect(await offer(url)).toBe("queued");
    await urls.markWaiting([urlKey(url)]);
    expect(await offer(url)).toBe("already-known");
    expect(await offer(url, true)).toBe("queued");
  });

  it("fails where one of the URLs could not be marked as waiting", async () => {
    const [good, bad] = [urlKey(freshUrl()), urlKey(freshUrl())];
    await redis.set(articleKeys(prefix).url(bad), "no record");
    await expect(urls.markWaiting([good, bad])).rejects.toThrow("WRONGTYPE");
  });

  it("offers again what was cut short before it reached the frontier", async () => {
    const url = freshUrl();
    await offer(url);
    expect(await offer(url)).toBe("queued");
  });

  it("fetches a settled URL again only when asked to, and forgets its old outcome then", async () => {
    const url = freshUrl();
    await offer(url);
    await settle(url);
    expect(await offer(url)).toBe("already-known");
    expect(await offer(url, true)).toBe("queued");
    expect((await urls.get(urlKey(url)))?.outcome).toBeUndefined();
  });

  it("says once that an outcome is news", async () => {
    const url = freshUrl();
    await offer(url);
    expect(await settle(url)).toBe(true);
    expect(await settle(url)).toBe(false);
    expect(await urls.outcomes([urlKey(url), urlKey(freshUrl())])).toEqual([outcome, undefined]);
  });

  it("queues a URL once though twenty workers offer it at once", async () => {
    const url = freshUrl();
    const answers = await Promise.all(Array.from({ length: 20 }, () => offer(url)));
    await urls.markWaiting([urlKey(url)]);
    expect(answers.every((answer) => answer === "queued")).toBe(true); // none had reached the frontier
    expect(await offer(url)).toBe("already-known");
  });

  it("lets a known URL expire", async () => {
    const url = freshUrl();
    await offer(url);
    const ttl = await redis.pttl(`${prefix}:{a:${urlKey(url).slice(0, 2)}}:url:${urlKey(url)}`);
    expect(ttl).toBeGreaterThan(0);
    expect(ttl).toBeLessThanOrEqual(HOUR_MS);
  });
});

describe("the page store", () => {
  const key = (): UrlKey => urlKey(freshUrl());
  const page = (body: string) => ({
    kind: "html" as const,
    body: Buffer.from(body),
    contentType: "text/html",
    finalUrl: "https://quay.example/1",
    fetchedAt: 1,
  });

  it("sums the bytes that wait, however often a page is stored or deleted", async () => {
    const [one, two] = [key(), key()];
    const before = await pages.backlogBytes();
    await pages.put(one, page("x".repeat(5_000)));
    const first = await pages.backlogBytes();
    await pages.put(one, page("x".repeat(5_000)));
    expect(await pages.backlogBytes()).toBe(first);
    await pages.put(two, page("y"));
    await pages.delete(one);
    await pages.delete(one);
    await pages.delete(two);
    expect(await pages.backlogBytes()).toBe(before);
  });

  it("keeps a page that was fetched while the one before was extracted", async () => {
    const one = key();
    await pages.put(one, page("before"));
    await pages.put(one, { ...page("since"), fetchedAt: 2 });
    await pages.delete(one, 1);
    expect(await pages.get(one)).toMatchObject({ fetchedAt: 2 });
    await pages.delete(one, 2);
    expect(await pages.get(one)).toBeUndefined();
  });

  it("gives back what was stored", async () => {
    const one = key();
    await pages.put(one, page("<p>für</p>"));
    expect(await pages.get(one)).toMatchObject({ kind: "html", contentType: "text/html", fetchedAt: 1 });
    expect(await pages.get(key())).toBeUndefined();
  });

  it("takes expired pages off the sum", async () => {
    const one = key();
    const before = await pages.backlogBytes();
    await pages.put(one, page("gone"));
    await redis.del(`${prefix}:{a:${one.slice(0, 2)}}:page:${one}`);
    expect(await pages.reconcile()).toBe(1);
    expect(await pages.backlogBytes()).toBe(before);
  });
});

describe("the article store", () => {
  function revision(id: ArticleId, text: string, fetchedAt: number, by = "a"): AcceptedArticle {
    const extracted = extractedArticle({ text });
    return {
      articleId: id,
      contentHash: contentHashOf(extracted.title, text),
      urlKey: urlKey(`https://quay.example/${by}`),
      url: `https://quay.example/${by}`,
      canonicalUrl: "https://quay.example/a",
      publisher: "quay.example",
      fetchedAt,
      extracted,
    };
  }
  const id = (): ArticleId => articleIdOf(freshUrl());

  it("keeps the newest revision's fields and every revision's text", async () => {
    const article = id();
    const [first, second] = [revision(article, "First text.", 10), revision(article, "Corrected text.", 20)];
    expect(await articles.accept(first)).toEqual({ kind: "new" });
    expect(await articles.accept(second)).toEqual({ kind: "revised", olderHash: first.contentHash });
    expect((await articles.get(article))?.contentHash).toBe(second.contentHash);
    expect(await articles.text(article, first.contentHash)).toBe("First text.");
    expect(await articles.text(article, second.contentHash)).toBe("Corrected text.");
    expect((await articles.revisions(article)).map((r) => r.fetchedAt)).toEqual([10, 20]);
  });

  it("keeps the newer one when the older arrives late", async () => {
    const article = id();
    const [older, newer] = [revision(article, "Older.", 10), revision(article, "Newer.", 20)];
    await articles.accept(newer);
    expect(await articles.accept(older)).toEqual({ kind: "older" });
    expect((await articles.get(article))?.contentHash).toBe(newer.contentHash);
  });

  it("says by which URL a known text came", async () => {
    const article = id();
    await articles.accept(revision(article, "Same text.", 10, "first"));
    const again = await articles.accept(revision(article, "Same text.", 20, "second"));
    expect(again).toEqual({ kind: "unchanged", urlKey: urlKey("https://quay.example/first") });
  });

  it("counts what was removed by reason, and keeps the blocks", async () => {
    const article = id();
    await articles.accept(revision(article, "Some text.", 10));
    expect((await articles.get(article))?.removedCounts).toEqual({ related: 1 });
    expect(await articles.removed(article)).toEqual([
      { step: "cue-lines", reason: "related", text: "Read more: harbour news" },
    ]);
  });

  it("can be read by a person in redis-cli", async () => {
    const article = id();
    await articles.accept(revision(article, "Some text.", 10));
    const fields = await redis.hgetall(`${prefix}:{a:${article.slice(0, 2)}}:article:${article}`);
    expect(fields).toMatchObject({
      title: "Ferry line returns to Lower Quay",
      publisher: "quay.example",
      authors: "Mara Ilves",
      datePublished: "2026-11-02",
      wordCount: "15",
    });
  });

  it("has nothing for an unknown id", async () => {
    expect(await articles.get(id())).toBeUndefined();
    expect(await articles.text(id(), "00" as ContentHash)).toBeUndefined();
    expect(await articles.removed(id())).toEqual([]);
  });
});
