import { describe, expect, it } from "vitest";
import { ask, DELAY_MS, entries, entry, frontierCorner, popUrls, SLOT_MS } from "./frontier-corner.ts";

const c = frontierCorner();

const nextGap = async (host: string): Promise<number> => {
  const slot = await c.frontier.reserveHostSlot(host, "probe");
  return slot.kind === "wait" ? slot.waitMs : 0;
};

describe("a host's slot", () => {
  it("is booked by one request at a time", async () => {
    expect(await c.frontier.reserveHostSlot("a.example", "one")).toEqual({ kind: "booked" });
    const answers = await Promise.all(
      ["two", "three"].map((token) => c.another().reserveHostSlot("a.example", token)),
    );
    expect(answers).toEqual([
      { kind: "wait", waitMs: DELAY_MS },
      { kind: "wait", waitMs: DELAY_MS },
    ]);
    c.now += 10 * DELAY_MS;
    expect(await c.frontier.reserveHostSlot("a.example", "two")).toMatchObject({ kind: "wait" });
  });

  it("is free one delay after the end of the request, not after its start", async () => {
    await c.frontier.reserveHostSlot("a.example", "one");
    c.now += 5_000;
    await c.frontier.releaseHostSlot("a.example", "one", "answered");
    expect(await c.frontier.reserveHostSlot("a.example", "two")).toEqual({ kind: "wait", waitMs: DELAY_MS });
    c.now += DELAY_MS;
    expect(await c.frontier.reserveHostSlot("a.example", "two")).toEqual({ kind: "booked" });
  });

  it("is free again after the life of a request that crashed", async () => {
    await c.frontier.reserveHostSlot("a.example", "crashed");
    c.now += SLOT_MS - 1;
    expect(await c.frontier.reserveHostSlot("a.example", "two")).toMatchObject({ kind: "wait" });
    c.now += 1;
    expect(await c.frontier.reserveHostSlot("a.example", "two")).toEqual({ kind: "booked" });
  });

  it("is booked again at once by the same request after a crash, when its delay is over", async () => {
    await c.frontier.reserveHostSlot("a.example", "job-7");
    expect(await c.frontier.reserveHostSlot("a.example", "job-7")).toEqual({
      kind: "wait",
      waitMs: DELAY_MS,
    });
    c.now += DELAY_MS;
    expect(await c.frontier.reserveHostSlot("a.example", "job-7")).toEqual({ kind: "booked" });
  });

  it("costs no delay where nothing was asked", async () => {
    await c.frontier.push(entries("a.example", 2));
    await popUrls(c.frontier);
    await c.frontier.reserveHostSlot("a.example", "w");
    await c.frontier.releaseHostSlot("a.example", "w", "unused");
    expect(await popUrls(c.frontier)).toEqual(["https://a.example/1"]);
  });
});

describe("a host's delay", () => {
  it.each([
    ["its Crawl-delay where that is longer", 5_000, undefined, 5_000],
    ["the default where its Crawl-delay is shorter", 200, undefined, DELAY_MS],
    ["the operator's where one is set", undefined, 3_000, 3_000],
    ["its Crawl-delay even against an operator", 5_000, 50, 5_000],
  ])("is %s", async (_, crawlDelay, operators, expected) => {
    await c.frontier.setCrawlDelay("a.example", crawlDelay);
    await c.frontier.setHostDelay("a.example", operators);
    await ask(c.frontier, "a.example");
    expect(await nextGap("a.example")).toBe(expected);
  });

  it("doubles with each 429 or 503, up to a limit, and recovers with good answers", async () => {
    c.frontier = c.another({ maxSlowness: 4, recoveryAnswers: 2 });
    const gaps: number[] = [];
    for (const verdict of ["slow-down", "slow-down", "slow-down", ...Array(6).fill("answered")] as const) {
      await ask(c.frontier, "a.example", verdict);
      gaps.push(await nextGap("a.example"));
      c.now += gaps.at(-1) ?? 0;
      await c.frontier.releaseHostSlot("a.example", "probe", "unused");
    }
    expect(gaps.map((gap) => gap / DELAY_MS)).toEqual([2, 4, 4, 4, 2, 2, 1, 1, 1]);
  });

  it("begins to slow down from a second where there is no delay", async () => {
    c.frontier = c.another({ hostDelayMs: 0 });
    await ask(c.frontier, "a.example", "slow-down");
    expect(await nextGap("a.example")).toBe(2_000);
  });

  it("follows Retry-After", async () => {
    await ask(c.frontier, "a.example", "slow-down", 90_000);
    expect(await nextGap("a.example")).toBe(90_000);
  });

  it("is remembered when the host's list runs empty and fills again", async () => {
    await c.frontier.push(entries("a.example", 1));
    await popUrls(c.frontier);
    await ask(c.frontier, "a.example");
    await c.frontier.push([entry("https://a.example/next")]);
    expect(await popUrls(c.frontier)).toEqual([]);
    c.now += DELAY_MS;
    expect(await popUrls(c.frontier)).toEqual(["https://a.example/next"]);
  });

  it("is forgotten with the host in the end", async () => {
    await c.frontier.push(entries("a.example", 1));
    await popUrls(c.frontier);
    expect(await c.redis.pttl(c.keys.host("a.example"))).toBeGreaterThan(0);
    await ask(c.frontier, "a.example");
    expect(await c.redis.pttl(c.keys.host("a.example"))).toBeGreaterThan(0);
  });
});
