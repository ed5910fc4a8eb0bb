/* A feed with a hub through a whole service: subscribed, verified over HTTP, pushed, restarted, ended. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urlKey } from "../../src/core/url/ids.ts";
import { createLog } from "../../src/io/log.ts";
import { STAGES } from "../../src/pipeline.ts";
import { type RunningWorkers, startWorkers } from "../../workers/main.ts";
import { pageHtml, story } from "../support/articles.ts";
import { startTestHub, type TestHub } from "../support/hub.ts";
import { startTestService, type TestService } from "../support/service.ts";
import { serveTestSite, type TestSite } from "../support/site.ts";

const FEED = "http://gazette.example/feed.xml";
const HOUR_MS = 3_600_000;
const WAIT_MS = 20;
const LIMITS = { intervalMs: HOUR_MS, minIntervalMs: HOUR_MS, maxIntervalMs: HOUR_MS };
const pageUrl = (number: number): string => `http://gazette.example/news/${number}`;

const atom = (numbers: readonly number[]): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><id>gazette</id>
<link rel="hub" href="http://hub.example/"/><link rel="self" href="${FEED}"/>
${numbers.map((number) => `<entry><id>g${number}</id><title>Account ${number}</title><link href="${pageUrl(number)}"/></entry>`).join("")}</feed>`;

describe("a feed with a hub", () => {
  let site: TestSite;
  let hub: TestHub;
  let running: TestService;
  let restarted: RunningWorkers | undefined;

  beforeAll(async () => {
    site = await serveTestSite();
    hub = await startTestHub();
    for (const number of [81, 82, 83])
      site.set(pageUrl(number), { body: pageHtml(`Account ${number}`, story(number)) });
    site.set(FEED, { body: atom([81]), headers: { "content-type": "application/atom+xml" } });
    running = await startTestService({
      DEV_ALLOW_HOSTS: `hub.example=127.0.0.1:${hub.port},${site.allowHosts}`,
      WEBSUB_CALLBACK_URL: "https://wirefold.example/news",
    });
    hub.callbacksAt = running.workers.address;
  });
  afterAll(async () => {
    await restarted?.close();
    await running.close();
    await hub.close();
    await site.close();
  });

  const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await isSo())) await new Promise((done) => setTimeout(done, WAIT_MS));
  };
  const kinds = async (number: number) =>
    (await running.outcomes([urlKey(pageUrl(number))])).map((outcome) => outcome.kind);

  it("is subscribed to after its first poll", async () => {
    await running.service.feeds.add({ url: FEED, ...LIMITS });
    await running.service.queues.poll.add("poll", { feedUrl: FEED });
    await until(() => hub.requests.length > 0);
    expect(hub.requests).toMatchObject([{ mode: "subscribe", topic: FEED, verified: true }]);
    expect(hub.requests[0]?.callback).toMatch(/^https:\/\/wirefold\.example\/news\/websub\/[0-9a-f]{32}$/);
  });

  it("has what the hub pushes fetched and clustered, without being polled", async () => {
    expect(await hub.push(FEED, atom([82]))).toBe(202);
    expect(await kinds(82)).toEqual(["clustered"]);
    expect(site.asked.get(FEED)).toBe(1);
  });

  it("takes nothing that the hub did not sign", async () => {
    expect(await hub.push(FEED, atom([83]), "sha256=00")).toBe(202);
    expect(await running.service.urls.get(urlKey(pageUrl(83)))).toBeUndefined();
  });

  it("is still pushed after a restart, without asking the hub again", async () => {
    await running.workers.close();
    const log = createLog("silent");
    restarted = await startWorkers(running.service, { stages: STAGES, log });
    hub.callbacksAt = restarted.address;
    expect(await hub.push(FEED, atom([83]))).toBe(202);
    expect(await kinds(83)).toEqual(["clustered"]);
    expect(hub.requests).toHaveLength(1);
    expect(site.asked.get(pageUrl(82))).toBe(1);
  });

  it("has its hub told when it is removed", async () => {
    await running.service.feeds.remove(FEED);
    await until(() => hub.requests.length > 1);
    expect(hub.requests[1]).toMatchObject({ mode: "unsubscribe", topic: FEED, verified: true });
    expect(await hub.push(FEED, atom([84]))).toBe(404);
  });
});
