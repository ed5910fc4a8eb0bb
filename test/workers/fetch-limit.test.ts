/* How many pages all processes together ask for at once: two whole services on one Redis, hosts that answer when told. */
import type { Socket } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { settingsWith } from "../../config/settings.ts";
import type { UrlKey } from "../../src/core/model.ts";
import { createLog } from "../../src/io/log.ts";
import { openService, type Service } from "../../src/io/service.ts";
import { type RunningWorkers, startWorkers } from "../../workers/main.ts";
import { testRedis } from "../support/redis.ts";
import * as good from "../support/world/answers.ts";
import { startWorld, type World } from "../support/world/world.ts";

const LIMIT = 3;
/** No more than both dispatchers let wait, beside what is under way. */
const HOSTS = 10;
const LOOKS = 20;
const LOOK_MS = 10;

const corner = testRedis();
let world: World;
let services: Service[];
let workers: RunningWorkers[];
/** Requests that have no answer yet. */
const open: Array<() => void> = [];
let underWay = 0;
let mostUnderWay = 0;

/** Every request waits until the test lets it go. */
const held = (request: Parameters<ReturnType<typeof good.answer>>[0], wire: Socket): void => {
  underWay++;
  mostUnderWay = Math.max(mostUnderWay, underWay);
  open.push(() => {
    underWay--;
    good.answer("", { status: 410 })(request, wire);
  });
};

beforeAll(async () => {
  world = await startWorld(() => held);
  const settings = settingsWith({
    REDIS_URL: corner.url,
    KEY_PREFIX: corner.prefix,
    HOST_DELAY_MS: 0,
    HTTP_PORT: 0,
    LOG_LEVEL: "silent",
    RESPECT_ROBOTS: "false",
    READ_RIGHTS_FILES: "false",
    FETCH_CONCURRENCY: 8,
    FETCH_LIMIT: LIMIT,
    // Pages stay open until the test lets them go, however long the machine takes to come there.
    HEADERS_TIMEOUT_MS: 120_000,
    FETCH_TIMEOUT_MS: 120_000,
    SHUTDOWN_TIMEOUT_MS: 120_000,
    JOB_LOCK_MS: 60_000,
    DEV_ALLOW_HOSTS: `*.example=127.0.0.1:${world.port}`,
  });
  const log = createLog("silent");
  services = await Promise.all([1, 2].map(() => openService(settings, { say: () => {} })));
  workers = await Promise.all(services.map((service) => startWorkers(service, { stages: ["fetch"], log })));
});
afterAll(async () => {
  await Promise.all(workers.map((each) => each.close()));
  await Promise.all(services.map((service) => service.close()));
  await world.close();
  await corner.close();
});

/** Waits until all that may be asked for is, and stays so for a while: nobody begins another. */
async function untilAtRest(waiting: () => Promise<number>, expected: number): Promise<void> {
  const isAtRest = async () => (await waiting()) === expected && open.length >= LIMIT;
  for (let same = 0; same < LOOKS; same = (await isAtRest()) ? same + 1 : 0)
    await new Promise((done) => setTimeout(done, LOOK_MS));
}

it("two processes that could ask for eight pages each ask for three together, and for all in the end", async () => {
  const [service] = services as [Service, Service];
  const urls = Array.from({ length: HOSTS }, (_, at) => ({ url: `http://h${at}.example/1`, source: "test" }));
  const offers = await service.intake.offerUrls(urls);
  const urlKeys = offers.flatMap(({ urlKey }) => (urlKey ? [urlKey] : [])) as UrlKey[];
  await untilAtRest(() => service.queues.fetch.getWaitingCount(), HOSTS - LIMIT);
  expect(open).toHaveLength(LIMIT);
  while ((await service.urls.outcomes(urlKeys)).some((outcome) => outcome?.kind !== "gone")) {
    open.shift()?.();
    await new Promise((done) => setTimeout(done, LOOK_MS));
  }
  expect(mostUnderWay).toBe(LIMIT);
  expect(world.requests).toHaveLength(HOSTS);
});
