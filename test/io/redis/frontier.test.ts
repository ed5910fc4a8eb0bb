import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { urlKey } from "../../../src/core/url/ids.ts";
import { createFrontier, type Frontier, type FrontierEntry } from "../../../src/io/redis/frontier.ts";
import type { FrontierSettings } from "../../../src/io/redis/frontier-settings.ts";
import { frontierKeys } from "../../../src/io/redis/keys.ts";
import { type TestRedis, testRedis } from "../../support/redis.ts";

const START = 1_700_000_000_000;
const DELAY_MS = 1_000;
const LEASE_MS = 30_000;
const HOLD_MS = 120_000;
const SLOT_MS = 60_000;

let corner: TestRedis;
let corners = 0;
let now = START;
let frontier: Frontier;
let keys: ReturnType<typeof frontierKeys>;

beforeAll(() => {
  corner = testRedis();
});
afterAll(() => corner.close());

/** Every test has a frontier of its own; a second one on the same keys plays another process. */
function frontierOf(settings: Partial<FrontierSettings> = {}): Frontier {
  const limits = { hostDelayMs: DELAY_MS, leaseMs: LEASE_MS, holdMs: HOLD_MS, slotMs: SLOT_MS, ...settings };
  return createFrontier({
    redis: corner.redis,
    prefix: `${corner.prefix}-${corners}`,
    now: () => now,
    settings: limits,
  });
}
beforeEach(() => {
  corners++;
  now = START;
  frontier = frontierOf();
  keys = frontierKeys(`${corner.prefix}-${corners}`);
});

function entry(url: string, priority?: FrontierEntry["priority"]): FrontierEntry {
  return { urlKey: urlKey(url), url, host: new URL(url).host, priority };
}
const entries = (host: string, count: number, priority?: FrontierEntry["priority"]): FrontierEntry[] =>
  Array.from({ length: count }, (_, at) => entry(`https://${host}/${at}`, priority));

const urlsOf = (popped: { entries: ReadonlyArray<{ url: string }> }): string[] =>
  popped.entries.map(({ url }) => url);
const popUrls = async (limit = 100): Promise<string[]> => urlsOf(await frontier.pop(limit));

/** What a fetch worker does with one host, an instant long. */
async function ask(
  host: string,
  verdict: Parameters<Frontier["releaseHostSlot"]>[2] = "answered",
  wish?: number,
) {
  const slot = await frontier.reserveHostSlot(host, "worker");
  if (slot.kind === "booked") await frontier.releaseHostSlot(host, "worker", verdict, wish);
  return slot;
}
const nextGap = async (host: string): Promise<number> => {
  const slot = await frontier.reserveHostSlot(host, "probe");
  return slot.kind === "wait" ? slot.waitMs : 0;
};

describe("pushing", () => {
  it("queues a URL once, however often it is pushed", async () => {
    const twice = [entry("https://a.example/1"), entry("https://a.example/1"), entry("https://a.example/2")];
    expect(await frontier.push(twice)).toEqual(["queued", "already-waiting", "queued"]);
    expect(await frontierOf().push(twice.slice(0, 1))).toEqual(["already-waiting"]);
    expect(await frontier.size()).toMatchObject({ fresh: 2, backlog: 0, hosts: 1 });
  });

  it("queues a URL once when two processes push it at once", async () => {
    const same = entries("a.example", 50);
    const answers = await Promise.all([
      frontier.push(same),
      frontierOf().push(same),
      frontierOf().push(same),
    ]);
    expect(answers.flat().filter((answer) => answer === "queued")).toHaveLength(50);
    expect(await frontier.size()).toMatchObject({ fresh: 50 });
  });

  it("keeps a URL from being queued again while it is leased, and lets it in after the hand-over", async () => {
    const [one] = entries("a.example", 1) as [FrontierEntry];
    await frontier.push([one]);
    await frontier.pop(1);
    expect(await frontier.push([one])).toEqual(["already-waiting"]);
    await frontier.handedOver([one.urlKey]);
    expect(await frontier.push([one])).toEqual(["queued"]);
  });

  it("takes thousands at once, in order", async () => {
    const many = entries("a.example", 2_345);
    expect((await frontier.push(many)).every((answer) => answer === "queued")).toBe(true);
    expect(await corner.redis.llen(keys.fresh("a.example"))).toBe(2_345);
    expect(await popUrls()).toEqual(["https://a.example/0"]);
  });

  it("keeps URLs with blanks, quotes and other letters as they are", async () => {
    const odd = entry('https://a.example/a%20b?q="x y"&r=шторм');
    await frontier.push([{ ...odd, url: 'https://a.example/a b?q="x y"&r=шторм' }]);
    expect(await popUrls()).toEqual(['https://a.example/a b?q="x y"&r=шторм']);
  });
});

describe("popping", () => {
  it("gives one URL of each host, the first that came", async () => {
    await frontier.push([...entries("a.example", 3), ...entries("b.example", 3)]);
    expect((await popUrls()).sort()).toEqual(["https://a.example/0", "https://b.example/0"]);
    expect(await popUrls()).toEqual([]);
  });

  it("gives a host's next URL one delay after its request has ended", async () => {
    await frontier.push(entries("a.example", 2));
    await popUrls();
    await frontier.reserveHostSlot("a.example", "worker");
    now += 700;
    await frontier.releaseHostSlot("a.example", "worker", "answered");
    now += DELAY_MS - 1;
    expect(await frontier.pop(10)).toMatchObject({ entries: [], nextDueMs: now + 1 });
    now += 1;
    expect(await popUrls()).toEqual(["https://a.example/1"]);
  });

  it("holds a host back whose request was never released, and lets it go in the end", async () => {
    await frontier.push(entries("a.example", 2));
    await popUrls();
    now += HOLD_MS - 1;
    expect(await popUrls()).toEqual([]);
    now += 1;
    expect(await popUrls()).toEqual(["https://a.example/1"]);
  });

  it("never gives one URL or one host to two processes", async () => {
    const hosts = Array.from({ length: 40 }, (_, at) => `h${at}.example`);
    await frontier.push(hosts.flatMap((host) => entries(host, 2)));
    const popped = await Promise.all([1, 2, 3, 4].map(() => frontierOf().pop(25)));
    const hostsPopped = popped.flatMap((each) => each.entries.map(({ host }) => host));
    expect(hostsPopped).toHaveLength(40);
    expect(new Set(hostsPopped).size).toBe(40);
  });

  it("lets a host with a thousand URLs have no more turns than one with two", async () => {
    await frontier.push([...entries("big.example", 1_000), ...entries("small.example", 2)]);
    const turns: string[] = [];
    for (let round = 0; round < 2; round++) {
      for (const { host } of (await frontier.pop(10)).entries) {
        turns.push(host);
        await ask(host);
      }
      now += DELAY_MS;
    }
    expect(turns.filter((host) => host === "small.example")).toHaveLength(2);
    expect(turns.filter((host) => host === "big.example")).toHaveLength(2);
  });

  it("takes the host first that has waited longest", async () => {
    await frontier.push(entries("first.example", 1));
    now += 1;
    await frontier.push(entries("second.example", 1));
    now += 1;
    expect(await popUrls(1)).toEqual(["https://first.example/0"]);
  });

  it("says when the next host is due, and null where none waits", async () => {
    expect(await frontier.pop(1)).toEqual({ entries: [], nextDueMs: null });
    await frontier.push([...entries("a.example", 1), ...entries("b.example", 1)]);
    expect(await frontier.pop(1)).toMatchObject({ nextDueMs: START });
    expect(await frontier.pop(1)).toMatchObject({ nextDueMs: null });
  });

  it("uses the server's clock where none is given", async () => {
    const live = createFrontier({ redis: corner.redis, prefix: `${corner.prefix}-${corners}` });
    await live.push(entries("a.example", 2));
    expect((await live.pop(10)).entries).toHaveLength(1);
    expect(await live.reserveHostSlot("a.example", "w")).toEqual({ kind: "booked" });
    expect(await live.reserveHostSlot("a.example", "v")).toMatchObject({ kind: "wait" });
  });
});

describe("priority", () => {
  it("lets fresh news overtake a host's own backlog", async () => {
    await frontier.push(entries("a.example", 3, "backlog"));
    await frontier.push([entry("https://a.example/news", "fresh")]);
    expect(await popUrls()).toEqual(["https://a.example/news"]);
    await ask("a.example");
    now += DELAY_MS;
    expect(await popUrls()).toEqual(["https://a.example/0"]);
  });

  it("takes hosts with fresh news before hosts with backlog only", async () => {
    await frontier.push(Array.from({ length: 50 }, (_, at) => entry(`https://old${at}.example/`, "backlog")));
    now += 10_000;
    await frontier.push(Array.from({ length: 8 }, (_, at) => entry(`https://new${at}.example/`, "fresh")));
    const popped = await frontier.pop(10);
    expect(popped.entries.filter(({ priority }) => priority === "fresh")).toHaveLength(8);
  });

  it("keeps room for the backlog, so that fresh news never starves it", async () => {
    await frontier.push(Array.from({ length: 50 }, (_, at) => entry(`https://new${at}.example/`, "fresh")));
    await frontier.push(Array.from({ length: 50 }, (_, at) => entry(`https://old${at}.example/`, "backlog")));
    const popped = await frontier.pop(10);
    expect(popped.entries).toHaveLength(10);
    expect(popped.entries.filter(({ priority }) => priority === "backlog")).toHaveLength(2);
  });
});

describe("leases", () => {
  it("bring back what a dead dispatcher had popped, to the front of its host", async () => {
    await frontier.push(entries("a.example", 2));
    await popUrls();
    now += LEASE_MS - 1;
    expect(await frontier.requeueExpiredLeases()).toBe(0);
    now += 1;
    expect(await frontier.requeueExpiredLeases()).toBe(1);
    expect(await frontier.size()).toMatchObject({ fresh: 2, leased: 0 });
    expect(await popUrls()).toEqual(["https://a.example/0"]);
  });

  it("end with the hand-over: nothing comes back", async () => {
    await frontier.push(entries("a.example", 1));
    const { entries: popped } = await frontier.pop(1);
    expect(await frontier.handedOver(popped.map((each) => each.urlKey))).toBe(1);
    now += LEASE_MS;
    expect(await frontier.requeueExpiredLeases()).toBe(0);
    expect(await frontier.size()).toEqual({ fresh: 0, backlog: 0, leased: 0, hosts: 0, pausedHosts: 0 });
  });

  it("are given back at once where the queue was not to be had", async () => {
    await frontier.push(entries("a.example", 1, "backlog"));
    const { entries: popped } = await frontier.pop(1);
    expect(await frontier.giveBack(popped.map((each) => each.urlKey))).toBe(1);
    expect(await frontier.pop(1)).toMatchObject({ entries: popped });
  });

  it("leave no key behind that grows", async () => {
    await frontier.push(entries("a.example", 20));
    for (let at = 0; at < 20; at++) {
      const { entries: popped } = await frontier.pop(5);
      await frontier.handedOver(popped.map((each) => each.urlKey));
      await ask("a.example");
      now += DELAY_MS;
    }
    const left = await corner.redis.keys(`${corner.prefix}-${corners}:*`);
    expect(left.sort()).toEqual([keys.counts, keys.host("a.example")].sort());
  });
});

describe("a host's slot", () => {
  it("is booked by one request at a time", async () => {
    expect(await frontier.reserveHostSlot("a.example", "one")).toEqual({ kind: "booked" });
    const answers = await Promise.all(
      ["two", "three"].map((token) => frontierOf().reserveHostSlot("a.example", token)),
    );
    expect(answers).toEqual([
      { kind: "wait", waitMs: DELAY_MS },
      { kind: "wait", waitMs: DELAY_MS },
    ]);
    now += 10 * DELAY_MS;
    expect(await frontier.reserveHostSlot("a.example", "two")).toMatchObject({ kind: "wait" });
  });

  it("is free one delay after the end of the request, not after its start", async () => {
    await frontier.reserveHostSlot("a.example", "one");
    now += 5_000;
    await frontier.releaseHostSlot("a.example", "one", "answered");
    expect(await frontier.reserveHostSlot("a.example", "two")).toEqual({ kind: "wait", waitMs: DELAY_MS });
    now += DELAY_MS;
    expect(await frontier.reserveHostSlot("a.example", "two")).toEqual({ kind: "booked" });
  });

  it("is free again after the life of a request that crashed", async () => {
    await frontier.reserveHostSlot("a.example", "crashed");
    now += SLOT_MS - 1;
    expect(await frontier.reserveHostSlot("a.example", "two")).toMatchObject({ kind: "wait" });
    now += 1;
    expect(await frontier.reserveHostSlot("a.example", "two")).toEqual({ kind: "booked" });
  });

  it("is booked again at once by the same request after a crash, when its delay is over", async () => {
    await frontier.reserveHostSlot("a.example", "job-7");
    expect(await frontier.reserveHostSlot("a.example", "job-7")).toEqual({ kind: "wait", waitMs: DELAY_MS });
    now += DELAY_MS;
    expect(await frontier.reserveHostSlot("a.example", "job-7")).toEqual({ kind: "booked" });
  });

  it("costs no delay where nothing was asked", async () => {
    await frontier.push(entries("a.example", 2));
    await popUrls();
    await frontier.reserveHostSlot("a.example", "w");
    await frontier.releaseHostSlot("a.example", "w", "unused");
    expect(await popUrls()).toEqual(["https://a.example/1"]);
  });

  it("can be several at once, a delay apart", async () => {
    const wide = frontierOf({ hostConcurrency: 2 });
    expect(await wide.reserveHostSlot("a.example", "1")).toEqual({ kind: "booked" });
    expect(await wide.reserveHostSlot("a.example", "2")).toEqual({ kind: "wait", waitMs: DELAY_MS });
    now += DELAY_MS;
    expect(await wide.reserveHostSlot("a.example", "2")).toEqual({ kind: "booked" });
    now += DELAY_MS;
    expect(await wide.reserveHostSlot("a.example", "3")).toMatchObject({ kind: "wait" });
  });
});

describe("a host's delay", () => {
  it.each([
    ["its Crawl-delay where that is longer", 5_000, undefined, 5_000],
    ["the default where its Crawl-delay is shorter", 200, undefined, DELAY_MS],
    ["the operator's where one is set", undefined, 3_000, 3_000],
    ["its Crawl-delay even against an operator", 5_000, 50, 5_000],
  ])("is %s", async (_, crawlDelay, operators, expected) => {
    await frontier.setCrawlDelay("a.example", crawlDelay);
    await frontier.setHostDelay("a.example", operators);
    await ask("a.example");
    expect(await nextGap("a.example")).toBe(expected);
  });

  it("doubles with each 429 or 503, up to a limit, and recovers with good answers", async () => {
    frontier = frontierOf({ maxSlowness: 4, recoveryAnswers: 2 });
    const gaps: number[] = [];
    for (const verdict of ["slow-down", "slow-down", "slow-down", ...Array(6).fill("answered")] as const) {
      await ask("a.example", verdict);
      gaps.push(await nextGap("a.example"));
      now += gaps.at(-1) ?? 0;
      await frontier.releaseHostSlot("a.example", "probe", "unused");
    }
    expect(gaps.map((gap) => gap / DELAY_MS)).toEqual([2, 4, 4, 4, 2, 2, 1, 1, 1]);
  });

  it("begins to slow down from a second where there is no delay", async () => {
    frontier = frontierOf({ hostDelayMs: 0 });
    await ask("a.example", "slow-down");
    expect(await nextGap("a.example")).toBe(2_000);
  });

  it("follows Retry-After", async () => {
    await ask("a.example", "slow-down", 90_000);
    expect(await nextGap("a.example")).toBe(90_000);
  });

  it("is remembered when the host's list runs empty and fills again", async () => {
    await frontier.push(entries("a.example", 1));
    await popUrls();
    await ask("a.example");
    await frontier.push([entry("https://a.example/next")]);
    expect(await popUrls()).toEqual([]);
    now += DELAY_MS;
    expect(await popUrls()).toEqual(["https://a.example/next"]);
  });

  it("is forgotten with the host in the end", async () => {
    await frontier.push(entries("a.example", 1));
    await popUrls();
    expect(await corner.redis.pttl(keys.host("a.example"))).toBeGreaterThan(0);
    await ask("a.example");
    expect(await corner.redis.pttl(keys.host("a.example"))).toBeGreaterThan(0);
  });
});

describe("pausing a host", () => {
  it("keeps its URLs and gives none out, until it is resumed", async () => {
    await frontier.push([...entries("a.example", 1), ...entries("b.example", 1)]);
    await frontier.pauseHost("a.example");
    await frontier.push([entry("https://a.example/later", "backlog")]);
    expect(await popUrls()).toEqual(["https://b.example/0"]);
    expect(await frontier.reserveHostSlot("a.example", "w")).toEqual({ kind: "paused" });
    expect(await frontier.size()).toMatchObject({ fresh: 1, backlog: 1, hosts: 0, pausedHosts: 1 });
    await frontier.resumeHost("a.example");
    expect(await popUrls()).toEqual(["https://a.example/0"]);
  });

  it("holds for what comes back from a lease as well", async () => {
    await frontier.push(entries("a.example", 1));
    await frontier.pop(1);
    await frontier.pauseHost("a.example");
    now += LEASE_MS;
    await frontier.requeueExpiredLeases();
    expect(await popUrls()).toEqual([]);
    await frontier.resumeHost("a.example");
    expect(await popUrls()).toEqual(["https://a.example/0"]);
  });

  it("may be said twice, and of a host that nobody knows", async () => {
    await frontier.pauseHost("x.example");
    await frontier.pauseHost("x.example");
    await frontier.resumeHost("x.example");
    await frontier.resumeHost("x.example");
    expect(await frontier.size()).toMatchObject({ hosts: 0, pausedHosts: 0 });
  });
});

describe("whatever happens in whatever order", () => {
  type Step =
    | { do: "push"; host: number; url: number; backlog: boolean }
    | { do: "pop" | "expire" | "wait" | "hand-over" | "give-back" }
    | { do: "pause"; host: number }
    | { do: "resume"; host: number };
  const host = fc.integer({ min: 0, max: 3 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant("push" as const), host, url: fc.nat(6), backlog: fc.boolean() }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constantFrom("pop" as const, "hand-over" as const, "wait" as const) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("expire" as const, "give-back" as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("pause" as const), host }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("resume" as const), host }) },
  );
  const RUNS = 60;

  it("every URL queued is handed over exactly once, and no host is popped twice within its delay", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        corners++;
        frontier = frontierOf();
        const queued: string[] = [];
        const delivered: string[] = [];
        const leased = new Map<string, FrontierEntry>();
        const lastAsked = new Map<string, number>();
        const pop = async (): Promise<void> => {
          for (const each of (await frontier.pop(10)).entries) {
            expect(now - (lastAsked.get(each.host) ?? 0)).toBeGreaterThanOrEqual(DELAY_MS);
            leased.set(each.urlKey, each);
          }
        };
        const handOver = async (): Promise<void> => {
          const all = [...leased.values()];
          leased.clear();
          await frontier.handedOver(all.map((each) => each.urlKey));
          for (const each of all) {
            delivered.push(each.url);
            if ((await ask(each.host)).kind === "booked") lastAsked.set(each.host, now);
          }
        };
        for (const each of steps) {
          if (each.do === "push") {
            const pushed = entry(
              `https://h${each.host}.example/${each.url}`,
              each.backlog ? "backlog" : "fresh",
            );
            const [answer] = await frontier.push([pushed]);
            if (answer === "queued") queued.push(pushed.url);
          } else if (each.do === "pop") await pop();
          else if (each.do === "hand-over") await handOver();
          else if (each.do === "wait") now += DELAY_MS;
          else if (each.do === "give-back") {
            await frontier.giveBack([...leased.values()].map((lease) => lease.urlKey));
            leased.clear();
          } else if (each.do === "expire") {
            now += LEASE_MS;
            await frontier.requeueExpiredLeases();
            leased.clear();
          } else if (each.do === "pause") await frontier.pauseHost(`h${each.host}.example`);
          else await frontier.resumeHost(`h${each.host}.example`);
        }
        for (const at of [0, 1, 2, 3]) await frontier.resumeHost(`h${at}.example`);
        for (let round = 0; round < 60 && delivered.length < queued.length; round++) {
          now += HOLD_MS;
          await pop();
          await handOver();
        }
        expect(delivered.sort()).toEqual(queued.sort());
        expect(await frontier.size()).toMatchObject({ fresh: 0, backlog: 0, leased: 0, hosts: 0 });
      }),
      { numRuns: RUNS },
    );
  });
});
