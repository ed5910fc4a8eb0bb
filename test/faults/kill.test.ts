/* Workers killed in the middle of everything: each URL still ends in one outcome, each article in one cluster. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settingsWith } from "../../config/settings.ts";
import { openService, type Service } from "../../src/io/service.ts";
import { pageHtml, story } from "../support/articles.ts";
import { endService, type StartedService, startService, untilServed } from "../support/command.ts";
import { type TestRedis, testRedis } from "../support/redis.ts";
import { serveTestSite, type TestSite } from "../support/site.ts";

const STORIES = 60;
/** Each story is printed by this many hosts. */
const COPIES = 3;
const HOSTS = 20;
const KILLS = 6;

describe("a service whose workers are killed", () => {
  let corner: TestRedis;
  let site: TestSite;
  let service: Service;
  let environment: Record<string, string>;

  beforeAll(async () => {
    corner = testRedis();
    site = await serveTestSite();
    environment = {
      REDIS_URL: corner.url,
      KEY_PREFIX: corner.prefix,
      DEV_ALLOW_HOSTS: site.allowHosts,
      HOST_DELAY_MS: "0",
      HTTP_PORT: "0",
      JOB_LOCK_MS: "1000",
      STALLED_INTERVAL_MS: "500",
    };
    service = await openService(settingsWith(environment), { say: () => {} });
  });
  afterAll(async () => {
    // Where the test failed in the middle; one that has ended is not asked again.
    for (const worker of started) worker.process.kill("SIGKILL");
    await service.close();
    await site.close();
    await corner.close();
  });

  const started: StartedService[] = [];
  function start(): StartedService {
    const worker = startService(environment);
    started.push(worker);
    return worker;
  }

  it("loses nothing and doubles nothing", async () => {
    const urls = Array.from({ length: STORIES * COPIES }, (_, i) => {
      const url = `http://paper${i % HOSTS}.example/news/${i}`;
      site.set(url, { body: pageHtml(`Account ${i % STORIES}`, story(i % STORIES)) });
      return url;
    });
    const answers = await service.intake.offerUrls(urls.map((url) => ({ url, source: "enqueue" })));
    const keys = answers.flatMap((answer) => (answer.urlKey ? [answer.urlKey] : []));
    const settledCount = async () =>
      (await service.urls.outcomes(keys)).filter((each) => each !== undefined).length;

    let worker = start();
    for (let kill = 1; kill <= KILLS; kill++) {
      // Killed by progress, not by the clock: after each further share of the URLs.
      const share = (kill * keys.length) / (KILLS + 2);
      await untilServed(worker, async () => (await settledCount()) >= share);
      await endService(worker, "SIGKILL");
      worker = start();
    }
    // A kill between queueing and hand-over leaves a lease; when it ends, its URL comes back to be found settled.
    const unfinished = async (): Promise<number> => {
      const { fresh, backlog, leased } = await service.frontier.size();
      return keys.length - (await settledCount()) + fresh + backlog + leased;
    };
    await untilServed(worker, async () => (await unfinished()) === 0);
    // All may have been done before the last one came up.
    await worker.up;
    // A service manager tells npm and the service; npm tells the service again.
    expect(await endService(worker, "SIGTERM", "SIGINT")).toEqual([0, null]);

    const outcomes = await service.urls.outcomes(keys);
    expect(outcomes.map((outcome) => outcome?.kind)).toEqual(keys.map(() => "clustered"));
    const clusters = await service.index.recentClusters({ limit: 10 * STORIES });
    expect(clusters.map((cluster) => cluster.memberCount)).toEqual(clusters.map(() => COPIES));
    expect(clusters).toHaveLength(STORIES);
    expect(await service.pages.backlogBytes()).toBe(0);
    expect(await service.frontier.size()).toMatchObject({ fresh: 0, backlog: 0, leased: 0 });
  });
});
