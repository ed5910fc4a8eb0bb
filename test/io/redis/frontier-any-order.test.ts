/* The frontier under any sequence of what dispatchers, workers and operators do: nothing lost, nothing twice, nobody hurried. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { FrontierEntry } from "../../../src/io/redis/frontier.ts";
import { ask, type Corner, DELAY_MS, entry, frontierCorner, HOLD_MS, LEASE_MS } from "./frontier-corner.ts";

const c = frontierCorner();

const HOSTS = [0, 1, 2, 3];
const RUNS = 60;
/** Rounds to empty a frontier that holds at most 7 URLs of each host. */
const LAST_ROUNDS = 60;

/** A dispatcher and a fetch worker that remember what they saw. */
class Crew {
  readonly queued: string[] = [];
  readonly delivered: string[] = [];
  readonly #corner: Corner;
  readonly #leased = new Map<string, FrontierEntry>();
  readonly #askedAt = new Map<string, number>();

  constructor(corner: Corner) {
    this.#corner = corner;
  }

  async push(host: number, page: number, backlog: boolean): Promise<void> {
    const pushed = entry(`https://h${host}.example/${page}`, backlog ? "backlog" : "fresh");
    const [answer] = await this.#corner.frontier.push([pushed]);
    if (answer === "queued") this.queued.push(pushed.url);
  }

  async pop(): Promise<void> {
    for (const popped of (await this.#corner.frontier.pop(10)).entries) {
      expect(this.#corner.now - (this.#askedAt.get(popped.host) ?? 0)).toBeGreaterThanOrEqual(DELAY_MS);
      this.#leased.set(popped.urlKey, popped);
    }
  }

  async handOver(): Promise<void> {
    const { frontier, now } = this.#corner;
    const all = [...this.#leased.values()];
    await frontier.handedOver(this.#takeLeases());
    for (const { url, host } of all) {
      this.delivered.push(url);
      if ((await ask(frontier, host)).kind === "booked") this.#askedAt.set(host, now);
    }
  }

  async giveBack(): Promise<void> {
    await this.#corner.frontier.giveBack(this.#takeLeases());
  }

  async dieAndBeReplaced(): Promise<void> {
    this.#takeLeases();
    this.#corner.now += LEASE_MS;
    await this.#corner.frontier.requeueExpiredLeases();
  }

  #takeLeases(): FrontierEntry["urlKey"][] {
    const urlKeys = [...this.#leased.values()].map(({ urlKey }) => urlKey);
    this.#leased.clear();
    return urlKeys;
  }
}

type Step = (crew: Crew) => Promise<void> | void;
const host = fc.constantFrom(...HOSTS);
const hostName = (at: number): string => `h${at}.example`;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(host, fc.nat(6), fc.boolean()).map(
      ([at, page, backlog]): Step =>
        (crew) =>
          crew.push(at, page, backlog),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Step[]>(
      (crew) => crew.pop(),
      (crew) => crew.handOver(),
      () => {
        c.now += DELAY_MS;
      },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Step[]>(
      (crew) => crew.giveBack(),
      (crew) => crew.dieAndBeReplaced(),
    ),
  },
  {
    weight: 1,
    arbitrary: host.map(
      (at): Step =>
        async () =>
          void (await c.frontier.pauseHost(hostName(at))),
    ),
  },
  {
    weight: 1,
    arbitrary: host.map(
      (at): Step =>
        async () =>
          void (await c.frontier.resumeHost(hostName(at))),
    ),
  },
);

it("hands every queued URL over exactly once, and no host within its delay", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      c.renew();
      const crew = new Crew(c);
      for (const each of steps) await each(crew);
      for (const at of HOSTS) await c.frontier.resumeHost(hostName(at));
      for (let round = 0; round < LAST_ROUNDS && crew.delivered.length < crew.queued.length; round++) {
        c.now += HOLD_MS;
        await crew.pop();
        await crew.handOver();
      }
      expect(crew.delivered.sort()).toEqual(crew.queued.sort());
      expect(await c.frontier.size()).toMatchObject({ fresh: 0, backlog: 0, leased: 0, hosts: 0 });
    }),
    { numRuns: RUNS },
  );
});
