/* A service in which more pages wait for extraction than may: feeds of whole articles and their hubs have to wait. */
import { createHmac, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UrlKey } from "../../src/core/model.ts";
import { urlKey } from "../../src/core/url/ids.ts";
import { pollFeedNow } from "../../src/io/feed-scheduler.ts";
import { story } from "../support/articles.ts";
import { startTestService, type TestService } from "../support/service.ts";
import { serveTestSite, type TestSite } from "../support/site.ts";

const LIMIT_BYTES = 1_048_576;
const HOUR_MS = 3_600_000;
const FEED = "http://gazette.example/full.xml";
const OTHER = "http://gazette.example/short.xml";
const pageUrl = (number: number): string => `http://gazette.example/news/${number}`;

const rss = (numbers: readonly number[]): string =>
  `<rss version="2.0"><channel><title>Gazette</title>${numbers
    .map(
      (number) =>
        `<item><title>Account ${number}</title><link>${pageUrl(number)}</link><description>${story(number)
          .map((paragraph) => `&lt;p&gt;${paragraph}&lt;/p&gt;`)
          .join("")}</description></item>`,
    )
    .join("")}</channel></rss>`;

describe("while more pages wait for extraction than may", () => {
  let site: TestSite;
  let running: TestService;
  const waiting: UrlKey[] = [];

  beforeAll(async () => {
    site = await serveTestSite();
    const headers = { "content-type": "application/rss+xml" };
    site.set(FEED, { body: rss([1, 2]), headers });
    site.set(OTHER, { body: rss([3]), headers });
    // Nobody extracts.
    running = await startTestService(
      {
        DEV_ALLOW_HOSTS: site.allowHosts,
        EXTRACT_BACKLOG_BYTES: LIMIT_BYTES,
        WEBSUB_CALLBACK_URL: "https://wirefold.example",
      },
      ["poll"],
    );
    const { feeds, intake } = running.service;
    const intervals = { intervalMs: HOUR_MS, minIntervalMs: HOUR_MS, maxIntervalMs: HOUR_MS };
    await feeds.add({ url: FEED, ...intervals, fullText: true });
    await feeds.add({ url: OTHER, ...intervals });
    const body = Buffer.from(randomBytes(LIMIT_BYTES).toString("base64"));
    const { urlKey: key } = await intake.offerDocument({ kind: "text", body });
    if (key) waiting.push(key);
  });
  afterAll(async () => {
    await running.close();
    await site.close();
  });

  const poll = (url: string) => pollFeedNow(running.service.queues.poll, url);
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    while (!(await isSo())) await new Promise((done) => setTimeout(done, 20));
  };
  const feed = async (url: string) => {
    const found = await running.service.feeds.get(url);
    if (!found) throw new Error(`${url} is not followed`);
    return found;
  };
  /** As the feed's hub would. */
  async function push(document: string): Promise<Response> {
    const { feeds, subscriptions } = running.service;
    await subscriptions.want(FEED, ["https://hub.example/"], FEED);
    const id = (await feeds.get(FEED))?.websubId ?? "";
    const secret = (await subscriptions.get(id))?.secret ?? "";
    const signature = `sha256=${createHmac("sha256", secret).update(document).digest("hex")}`;
    const headers = { "content-type": "application/rss+xml", "x-hub-signature": signature };
    return fetch(`${running.workers.address}/websub/${id}`, { method: "POST", headers, body: document });
  }

  it("a feed of whole articles is held, and its server not asked", async () => {
    await poll(FEED);
    await until(async () => (await feed(FEED)).heldBecause !== null);
    expect((await feed(FEED)).heldBecause).toMatch(
      /^\d+ bytes of pages wait for extraction, the limit is 1048576$/,
    );
    expect(site.asked.get(FEED)).toBeUndefined();
  });

  it("a feed of addresses is read, and they wait in the frontier", async () => {
    await poll(OTHER);
    await until(async () => (await feed(OTHER)).lastSuccessAt !== null);
    expect(await running.service.urls.get(urlKey(pageUrl(3)))).toMatchObject({ state: "waiting" });
  });

  it("a hub is told to send its push again, and nothing of it is taken", async () => {
    const answer = await push(rss([1]));
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "60"]);
    expect(await running.service.urls.get(urlKey(pageUrl(1)))).toBeUndefined();
  });

  it("ends, the push is taken when it comes again, and the feed read", async () => {
    for (const key of waiting) await running.service.pages.delete(key);
    await until(async () => (await push(rss([1]))).status === 202);
    expect(await running.service.urls.get(urlKey(pageUrl(1)))).toMatchObject({ source: FEED });
    await poll(FEED);
    await until(async () => (await feed(FEED)).lastSuccessAt !== null);
    expect(await feed(FEED)).toMatchObject({ entriesSeen: 2, heldBecause: null, intervalMs: HOUR_MS });
  });
});
