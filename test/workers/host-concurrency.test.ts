/* How many requests one host has open at once: two whole services on one Redis, a host that answers when told. */
import type { Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createLog } from "../../src/io/log.ts";
import { frontierKeys } from "../../src/io/redis/keys.ts";
import { openService, type Service } from "../../src/io/service.ts";
import { type RunningWorkers, startWorkers } from "../../workers/main.ts";
import { testRedis } from "../support/redis.ts";
import { patientSettings } from "../support/service.ts";
import * as good from "../support/world/answers.ts";
import { startWorld, type World } from "../support/world/world.ts";

const HOST = "outlet.example";
const PAGES = 8;
const DELAY_MS = 60;
const LOOK_MS = 10;

interface Two {
  readonly world: World;
  readonly service: Service;
  /** Most requests that were open at one moment. */
  most(): number;
  /** Paths that are asked for and wait for their answers. */
  open(): readonly string[];
  /** Lets the oldest open request have its answer. */
  answerOne(): Promise<void>;
  /** ms between the moments, by Redis' clock, at which the answered requests had booked. */
  gapsBooked(): readonly number[];
}

const closing: Array<() => Promise<unknown>> = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function twoServices(hostConcurrency: number): Promise<Two> {
  const corner = testRedis();
  closing.push(() => corner.close());
  const held: Array<{ readonly path: string; answer(): void }> = [];
  let most = 0;
  const hold = (request: Parameters<ReturnType<typeof good.answer>>[0], wire: Socket): void => {
    held.push({ path: request.path, answer: () => good.answer("", { status: 410 })(request, wire) });
    most = Math.max(most, held.length);
  };
  const world = await startWorld(() => hold);
  closing.push(() => world.close());
  const settings = patientSettings({
    REDIS_URL: corner.url,
    KEY_PREFIX: corner.prefix,
    HOST_DELAY_MS: DELAY_MS,
    HOST_CONCURRENCY: hostConcurrency,
    RESPECT_ROBOTS: "false",
    READ_RIGHTS_FILES: "false",
    DEV_ALLOW_HOSTS: `*.example=127.0.0.1:${world.port}`,
  });
  const services: Service[] = [];
  for (const _ of [1, 2]) {
    const service = await openService(settings, { say: () => {} });
    closing.push(() => service.close());
    services.push(service);
    const workers: RunningWorkers = await startWorkers(service, {
      stages: ["fetch", "poll"],
      log: createLog("silent"),
    });
    closing.push(() => workers.close());
  }
  const [service] = services as [Service];
  /** Token -> ms at which its slot would be free after a crash: the same time after each booking. */
  const slotEnds = new Map<string, number>();
  return {
    ...{ world, service },
    most: () => most,
    open: () => held.map(({ path }) => path),
    async answerOne() {
      const slots = await corner.redis.zrevrange(
        frontierKeys(corner.prefix).slots(HOST),
        0,
        -1,
        "WITHSCORES",
      );
      for (let at = 0; at < slots.length; at += 2) slotEnds.set(slots[at] ?? "", Number(slots[at + 1]));
      held.shift()?.answer();
    },
    gapsBooked: () => gapsOf([...slotEnds.values()].sort((a, b) => a - b)),
  };
}

const gapsOf = (moments: readonly number[]): number[] =>
  moments.slice(1).map((at, index) => at - (moments[index] ?? 0));

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((done) => setTimeout(done, LOOK_MS));
};

describe("two processes that ask one host", () => {
  it.each([1, 2, 3])("have %i requests open at once, and no more", async (limit) => {
    const two = await twoServices(limit);
    const urls = Array.from({ length: PAGES }, (_, at) => ({ url: `http://${HOST}/${at}`, source: "test" }));
    await two.service.intake.offerUrls(urls);
    for (let answered = 0; answered < PAGES; answered++) {
      // As many as may be come to stand open, until fewer are left.
      await until(() => two.open().length >= Math.min(limit, PAGES - answered));
      await two.answerOne();
    }
    expect(two.most()).toBe(limit);
    const moments = two.world.requestsTo(HOST).map(({ at }) => at);
    expect(moments).toHaveLength(PAGES);
    expect(two.gapsBooked()).toHaveLength(PAGES - 1);
    expect(two.gapsBooked().filter((gap) => gap < DELAY_MS)).toEqual([]);
    // The host's own clock cannot see two closer than that where each waits for the other's end; else the network's jitter is in it.
    if (limit === 1) expect(gapsOf(moments).filter((gap) => gap < DELAY_MS)).toEqual([]);
  });

  it("count its feeds among them", async () => {
    const two = await twoServices(2);
    const HOUR_MS = 3_600_000;
    const hourly = { intervalMs: HOUR_MS, minIntervalMs: HOUR_MS, maxIntervalMs: HOUR_MS };
    for (const name of ["a", "b", "c"]) {
      const feedUrl = `http://${HOST}/${name}.xml`;
      await two.service.feeds.add({ url: feedUrl, ...hourly });
      await two.service.queues.poll.add("poll", { feedUrl });
    }
    const urls = [1, 2, 3].map((page) => ({ url: `http://${HOST}/${page}`, source: "test" }));
    await two.service.intake.offerUrls(urls);
    for (let answered = 0; answered < 2 * urls.length; answered++) {
      // A second one comes to stand open, but for beside a feed that came first: nobody knows when that has left.
      const isFull = (open: readonly string[]): boolean =>
        open.length >= Math.min(2, 2 * urls.length - answered) || open.some((path) => path.endsWith(".xml"));
      await until(() => isFull(two.open()));
      await two.answerOne();
    }
    expect(two.most()).toBe(2);
    expect(two.world.requestsTo(HOST)).toHaveLength(2 * urls.length);
  });
});
