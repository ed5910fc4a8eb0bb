/* A host's slots under any sequence of requests, crashes and pleas for rest, with one and several requests at once. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Frontier } from "../../../src/io/redis/frontier.ts";
import type { SlotVerdict } from "../../../src/io/redis/frontier-slots.ts";
import { DELAY_MS, frontierCorner, SLOT_MS } from "./frontier-corner.ts";

const c = frontierCorner();
const HOST = "a.example";
const RUNS = 60;

interface Open {
  readonly token: string;
  /** Undefined: it is booked, and nobody was told that it left. */
  begunAt: number | undefined;
}

/** Every process' requests to one host, as the host sees them. */
class Requests {
  readonly #processes: readonly Frontier[];
  readonly #most: number;
  readonly open: Open[] = [];
  #made = 0;
  #latestStart = Number.NEGATIVE_INFINITY;
  #latestEnd = Number.NEGATIVE_INFINITY;
  #restUntil = Number.NEGATIVE_INFINITY;

  constructor(most: number) {
    this.#most = most;
    this.#processes = [1, 2].map(() => c.another({ hostConcurrency: most }));
  }

  #process(token: string): Frontier {
    return this.#processes[token.length % 2] as Frontier;
  }

  async book(): Promise<void> {
    const token = "t".repeat(++this.#made);
    const { kind } = await this.#process(token).reserveHostSlot(HOST, token);
    if (kind !== "booked") return;
    expect(this.open.length).toBeLessThan(this.#most);
    if (this.#most > 1) expect(this.open.filter(({ begunAt }) => begunAt === undefined)).toEqual([]);
    expect(c.now - this.#latestStart).toBeGreaterThanOrEqual(DELAY_MS);
    if (this.#most === 1) expect(c.now - this.#latestEnd).toBeGreaterThanOrEqual(DELAY_MS);
    expect(c.now).toBeGreaterThanOrEqual(this.#restUntil);
    this.open.push({ token, begunAt: undefined });
  }

  async begin(): Promise<void> {
    const request = this.open.find(({ begunAt }) => begunAt === undefined);
    if (!request) return;
    await this.#process(request.token).beginHostSlot(HOST, request.token);
    request.begunAt = c.now;
    this.#latestStart = c.now;
  }

  async end(at: number, verdict: SlotVerdict, wish: number): Promise<void> {
    const [request] = this.open.splice(at % Math.max(1, this.open.length), 1);
    if (!request) return;
    // A request that has left is never unused.
    const ended = request.begunAt === undefined ? verdict : verdict === "unused" ? "answered" : verdict;
    const wished = ended === "unused" ? 0 : wish;
    await this.#process(request.token).releaseHostSlot(HOST, request.token, ended, wished);
    if (ended === "unused") return;
    this.#latestEnd = c.now;
    this.#latestStart = request.begunAt === undefined ? c.now : this.#latestStart;
    this.#restUntil = Math.max(this.#restUntil, c.now + wished);
  }

  /** Whoever asked is gone, and with them their connections. */
  crash(): void {
    this.open.length = 0;
    c.now += SLOT_MS;
  }
}

type Step = (requests: Requests) => Promise<void> | void;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Step>((requests) => requests.book()) },
  { weight: 4, arbitrary: fc.constant<Step>((requests) => requests.begin()) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.nat(3),
        fc.constantFrom<SlotVerdict>("answered", "failed", "unused"),
        fc.constantFrom(0, 0, 0, 5 * DELAY_MS),
      )
      .map(
        ([at, verdict, wish]): Step =>
          (requests) =>
            requests.end(at, verdict, wish),
      ),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom(1, DELAY_MS / 2, DELAY_MS).map(
      (ms): Step =>
        () => {
          c.now += ms;
        },
    ),
  },
  { weight: 1, arbitrary: fc.constant<Step>((requests) => requests.crash()) },
);

it.each([1, 2, 3])(
  "never has more than %i requests to one host open, and none starts within its delay",
  async (most) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        c.renew();
        const requests = new Requests(most);
        for (const each of steps) await each(requests);
      }),
      { numRuns: RUNS },
    );
  },
);

it("has as many open as may be, one delay apart, and hands the host out while one is free", async () => {
  const frontier = c.another({ hostConcurrency: 2 });
  const urlKeyOf = (page: number) => `${page}`.repeat(32) as never;
  const job = (page: number) => `${urlKeyOf(page)}-0`;
  await frontier.push(
    [1, 2, 3].map((page) => ({
      urlKey: urlKeyOf(page),
      url: `https://${HOST}/${page}`,
      host: HOST,
    })),
  );
  const popped = async () => (await frontier.pop(9)).entries.map(({ url }) => url.at(-1));
  expect(await popped()).toEqual(["1"]);
  expect(await frontier.reserveHostSlot(HOST, job(1))).toEqual({ kind: "booked" });
  c.now += 5 * DELAY_MS;
  // Booked and not under way: nobody knows yet from when the delay counts.
  expect(await popped()).toEqual([]);
  expect(await frontier.reserveHostSlot(HOST, job(2))).toMatchObject({ kind: "wait" });
  await frontier.beginHostSlot(HOST, job(1));
  expect(await frontier.reserveHostSlot(HOST, job(2))).toEqual({ kind: "wait", waitMs: DELAY_MS });
  expect(await popped()).toEqual([]);
  c.now += DELAY_MS;
  expect(await popped()).toEqual(["2"]);
  expect(await frontier.reserveHostSlot(HOST, job(2))).toEqual({ kind: "booked" });
  await frontier.beginHostSlot(HOST, job(2));
  c.now += 5 * DELAY_MS;
  expect(await frontier.reserveHostSlot(HOST, job(3))).toMatchObject({ kind: "wait" });
  expect(await popped()).toEqual([]);
  await frontier.releaseHostSlot(HOST, job(1), "answered");
  expect(await popped()).toEqual(["3"]);
  // The other's end hands out nothing more: one waits already.
  await frontier.releaseHostSlot(HOST, job(2), "answered");
  expect(await frontier.reserveHostSlot(HOST, job(3))).toEqual({ kind: "booked" });
});

it("asks a host that asked for rest for one thing at a time, until it has recovered", async () => {
  const frontier = c.another({ hostConcurrency: 3, recoveryAnswers: 1 });
  const ask = async (token: string) => {
    const slot = await frontier.reserveHostSlot(HOST, token);
    if (slot.kind === "booked") await frontier.beginHostSlot(HOST, token);
    return slot.kind;
  };
  await ask("one");
  await frontier.releaseHostSlot(HOST, "one", "slow-down");
  c.now += 2 * DELAY_MS - 1;
  expect(await ask("two")).toBe("wait");
  c.now += 1;
  expect(await ask("two")).toBe("booked");
  c.now += 9 * DELAY_MS;
  expect(await ask("three")).toBe("wait");
  await frontier.releaseHostSlot(HOST, "two", "answered");
  c.now += DELAY_MS;
  expect(await ask("three")).toBe("booked");
  c.now += DELAY_MS;
  expect(await ask("four")).toBe("booked");
});
