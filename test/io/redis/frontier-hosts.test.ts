import { describe, expect, it } from "vitest";
import { createFrontierHosts, type FrontierHosts } from "../../../src/io/redis/frontier-hosts.ts";
import { ask, DELAY_MS, entries, frontierCorner, popUrls } from "./frontier-corner.ts";

const c = frontierCorner();
const hostsWith = (maxHostsSeen?: number): FrontierHosts =>
  createFrontierHosts({
    redis: c.redis,
    prefix: c.prefix,
    settings: { hostDelayMs: DELAY_MS },
    ...(maxHostsSeen === undefined ? {} : { maxHostsSeen }),
  });
const namesOf = async (limit: number, onlyPaused?: boolean): Promise<string[]> =>
  (await hostsWith().list(limit, onlyPaused)).hosts.map(({ host }) => host);

describe("the list of hosts", () => {
  it("begins with those that have most URLs waiting, fresh and backlog together", async () => {
    await c.frontier.push([
      ...entries("few.example", 2),
      ...entries("many.example", 3, "backlog"),
      ...entries("most.example", 2),
      ...entries("most.example:8080", 1),
    ]);
    await c.frontier.push([...entries("most.example", 4, "backlog")].slice(2));
    expect(await hostsWith().list(2)).toMatchObject({
      hosts: [
        { host: "most.example", fresh: 2, backlog: 2 },
        { host: "many.example", fresh: 0, backlog: 3 },
      ],
      seen: 4,
      isWhole: true,
    });
    expect(await namesOf(10)).toEqual(["most.example", "many.example", "few.example", "most.example:8080"]);
  });

  it("is empty where nothing waits", async () => {
    expect(await hostsWith().list(10)).toEqual({ hosts: [], seen: 0, isWhole: true });
  });

  it("has paused hosts, whether URLs wait or not, and can have them alone", async () => {
    await c.frontier.push([...entries("a.example", 2), ...entries("b.example", 1)]);
    await c.frontier.pauseHost("a.example");
    await c.frontier.pauseHost("unknown.example");
    expect(await namesOf(10)).toEqual(["a.example", "b.example", "unknown.example"]);
    expect(await namesOf(10, true)).toEqual(["a.example", "unknown.example"]);
  });

  it("names the largest of thousands, each once, though they are read in pieces", async () => {
    const small = Array.from({ length: 2_300 }, (_, at) => entries(`small-${at}.example`, 1)).flat();
    await c.frontier.push([
      ...small,
      ...entries("big.example", 5),
      ...entries("bigger.example", 6, "backlog"),
    ]);
    const list = await hostsWith().list(2);
    expect(list.hosts.map(({ host }) => host)).toEqual(["bigger.example", "big.example"]);
    expect(list).toMatchObject({ seen: 2_302, isWhole: true });
  });

  it("stops at its bound and says so", async () => {
    await c.frontier.push(Array.from({ length: 2_000 }, (_, at) => entries(`h${at}.example`, 1)).flat());
    const list = await hostsWith(600).list(3);
    expect(list.hosts).toHaveLength(3);
    expect(list.isWhole).toBe(false);
    expect(list.seen).toBeLessThan(2_000);
  });
});

describe("one host", () => {
  const HOST = "a.example";
  const shown = () => hostsWith().get(HOST);

  it("that nobody knows has nothing waiting and the default delay", async () => {
    expect(await shown()).toEqual({
      host: HOST,
      fresh: 0,
      backlog: 0,
      isPaused: false,
      isBeingAsked: false,
      dueAt: null,
      delayMs: DELAY_MS,
      operatorDelayMs: null,
      crawlDelayMs: null,
      slowness: 1,
    });
  });

  it("says when it is due, and not while it is paused", async () => {
    await c.frontier.push(entries(HOST, 1));
    expect(await shown()).toMatchObject({ dueAt: c.now, isPaused: false });
    await c.frontier.pauseHost(HOST);
    expect(await shown()).toMatchObject({ dueAt: null, isPaused: true, fresh: 1 });
  });

  it("shows that it is being asked from its hand-out to the end of its request", async () => {
    c.now = Date.now();
    await c.frontier.push(entries(HOST, 2));
    await popUrls(c.frontier);
    expect(await shown()).toMatchObject({ isBeingAsked: true, fresh: 1 });
    await ask(c.frontier, HOST);
    expect(await shown()).toMatchObject({ isBeingAsked: false });
  });

  it.each<[string, () => Promise<unknown>]>([
    ["the default", async () => undefined],
    ["an operator's, shorter", () => c.frontier.setHostDelay(HOST, 100)],
    ["an operator's, longer", () => c.frontier.setHostDelay(HOST, 7_000)],
    ["robots.txt's", () => c.frontier.setCrawlDelay(HOST, 9_000)],
    ["a slowed one", () => ask(c.frontier, HOST, "slow-down")],
    [
      "the longest, where it was slowed often",
      async () => {
        for (let at = 0; at < 9; at++)
          await ask(c.frontier, HOST, "slow-down").then(() => (c.now += 10 ** 6));
        await c.frontier.setCrawlDelay(HOST, 60_000);
      },
    ],
  ])("shows the delay that its next request is held to: %s", async (_which, prepare) => {
    await prepare();
    const { delayMs } = await shown();
    c.now += 10 ** 7;
    await ask(c.frontier, HOST, "failed");
    expect(await c.frontier.reserveHostSlot(HOST, "next")).toEqual({ kind: "wait", waitMs: delayMs });
  });
});

describe("pausing and resuming", () => {
  it("tell whether they changed anything", async () => {
    expect(await c.frontier.pauseHost("a.example")).toBe(true);
    expect(await c.frontier.pauseHost("a.example")).toBe(false);
    expect(await c.frontier.resumeHost("a.example")).toBe(true);
    expect(await c.frontier.resumeHost("a.example")).toBe(false);
  });
});
