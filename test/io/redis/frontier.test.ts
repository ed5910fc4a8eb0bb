import { describe, expect, it } from "vitest";
import { createFrontier, type FrontierEntry, politenessHost } from "../../../src/io/redis/frontier.ts";
import {
  ask,
  DELAY_MS,
  entries,
  entry,
  frontierCorner,
  HOLD_MS,
  LEASE_MS,
  popUrls,
  START,
} from "./frontier-corner.ts";

const c = frontierCorner();

describe("the host that politeness counts for", () => {
  it.each([
    ["https://News.example/a", "news.example"],
    ["http://news.example:80/a", "news.example"],
    ["http://news.example:8080/a", "news.example:8080"],
    // DNS' full spelling names the same server: a second slot would halve its delay.
    ["http://news.example./a", "news.example"],
    ["http://news.example.:8080/a", "news.example:8080"],
    ["http://[2001:db8::1]:8080/a", "[2001:db8::1]:8080"],
  ])("of %s is %s", (url, host) => {
    expect(politenessHost(url)).toBe(host);
  });
});

describe("pushing", () => {
  it("queues a URL once, however often it is pushed", async () => {
    const twice = [entry("https://a.example/1"), entry("https://a.example/1"), entry("https://a.example/2")];
    expect(await c.frontier.push(twice)).toEqual(["queued", "already-waiting", "queued"]);
    expect(await c.another().push(twice.slice(0, 1))).toEqual(["already-waiting"]);
    expect(await c.frontier.size()).toMatchObject({ fresh: 2, backlog: 0, hosts: 1 });
  });

  it("queues a URL once when two processes push it at once", async () => {
    const same = entries("a.example", 50);
    const answers = await Promise.all([
      c.frontier.push(same),
      c.another().push(same),
      c.another().push(same),
    ]);
    expect(answers.flat().filter((answer) => answer === "queued")).toHaveLength(50);
    expect(await c.frontier.size()).toMatchObject({ fresh: 50 });
  });

  it("keeps a URL from being queued again while it is leased, and lets it in after the hand-over", async () => {
    const [one] = entries("a.example", 1) as [FrontierEntry];
    await c.frontier.push([one]);
    await c.frontier.pop(1);
    expect(await c.frontier.push([one])).toEqual(["already-waiting"]);
    await c.frontier.handedOver([one.urlKey]);
    expect(await c.frontier.push([one])).toEqual(["queued"]);
  });

  it("takes thousands at once, in order", async () => {
    const many = entries("a.example", 2_345);
    expect((await c.frontier.push(many)).every((answer) => answer === "queued")).toBe(true);
    expect(await c.redis.llen(c.keys.fresh("a.example"))).toBe(2_345);
    expect(await popUrls(c.frontier)).toEqual(["https://a.example/0"]);
  });

  it("keeps URLs with blanks, quotes and other letters as they are", async () => {
    const odd = entry('https://a.example/a%20b?q="x y"&r=шторм');
    await c.frontier.push([{ ...odd, url: 'https://a.example/a b?q="x y"&r=шторм' }]);
    expect(await popUrls(c.frontier)).toEqual(['https://a.example/a b?q="x y"&r=шторм']);
  });
});

describe("popping", () => {
  it("gives one URL of each host, the first that came", async () => {
    await c.frontier.push([...entries("a.example", 3), ...entries("b.example", 3)]);
    expect((await popUrls(c.frontier)).sort()).toEqual(["https://a.example/0", "https://b.example/0"]);
    expect(await popUrls(c.frontier)).toEqual([]);
  });

  it("gives a host's next URL one delay after its request has ended", async () => {
    await c.frontier.push(entries("a.example", 2));
    await popUrls(c.frontier);
    await c.frontier.reserveHostSlot("a.example", "worker");
    c.now += 700;
    await c.frontier.releaseHostSlot("a.example", "worker", "answered");
    c.now += DELAY_MS - 1;
    expect(await c.frontier.pop(10)).toMatchObject({ entries: [], nextDueMs: c.now + 1 });
    c.now += 1;
    expect(await popUrls(c.frontier)).toEqual(["https://a.example/1"]);
  });

  it("holds a host back whose request was never released, and lets it go in the end", async () => {
    await c.frontier.push(entries("a.example", 2));
    await popUrls(c.frontier);
    c.now += HOLD_MS - 1;
    expect(await popUrls(c.frontier)).toEqual([]);
    c.now += 1;
    expect(await popUrls(c.frontier)).toEqual(["https://a.example/1"]);
  });

  it("never gives one URL or one host to two processes", async () => {
    const hosts = Array.from({ length: 40 }, (_, at) => `h${at}.example`);
    await c.frontier.push(hosts.flatMap((host) => entries(host, 2)));
    const popped = await Promise.all([1, 2, 3, 4].map(() => c.another().pop(25)));
    const hostsPopped = popped.flatMap((each) => each.entries.map(({ host }) => host));
    expect(hostsPopped).toHaveLength(40);
    expect(new Set(hostsPopped).size).toBe(40);
  });

  it("lets a host with a thousand URLs have no more turns than one with two", async () => {
    await c.frontier.push([...entries("big.example", 1_000), ...entries("small.example", 2)]);
    const turns: string[] = [];
    for (let round = 0; round < 2; round++) {
      for (const { host } of (await c.frontier.pop(10)).entries) {
        turns.push(host);
        await ask(c.frontier, host);
      }
      c.now += DELAY_MS;
    }
    expect(turns.filter((host) => host === "small.example")).toHaveLength(2);
    expect(turns.filter((host) => host === "big.example")).toHaveLength(2);
  });

  it("takes the host first that has waited longest", async () => {
    await c.frontier.push(entries("first.example", 1));
    c.now += 1;
    await c.frontier.push(entries("second.example", 1));
    c.now += 1;
    expect(await popUrls(c.frontier, 1)).toEqual(["https://first.example/0"]);
  });

  it("says when the next host is due, and null where none waits", async () => {
    expect(await c.frontier.pop(1)).toEqual({ entries: [], nextDueMs: null });
    await c.frontier.push([...entries("a.example", 1), ...entries("b.example", 1)]);
    expect(await c.frontier.pop(1)).toMatchObject({ nextDueMs: START });
    expect(await c.frontier.pop(1)).toMatchObject({ nextDueMs: null });
  });

  it("uses the server's clock where none is given", async () => {
    const live = createFrontier({ redis: c.redis, prefix: c.prefix });
    await live.push(entries("a.example", 2));
    expect((await live.pop(10)).entries).toHaveLength(1);
    expect(await live.reserveHostSlot("a.example", "w")).toEqual({ kind: "booked" });
    expect(await live.reserveHostSlot("a.example", "v")).toMatchObject({ kind: "wait" });
  });
});

describe("priority", () => {
  it("lets fresh news overtake a host's own backlog", async () => {
    await c.frontier.push(entries("a.example", 3, "backlog"));
    await c.frontier.push([entry("https://a.example/news", "fresh")]);
    expect(await popUrls(c.frontier)).toEqual(["https://a.example/news"]);
    await ask(c.frontier, "a.example");
    c.now += DELAY_MS;
    expect(await popUrls(c.frontier)).toEqual(["https://a.example/0"]);
  });

  it("takes hosts with fresh news before hosts with backlog only", async () => {
    await c.frontier.push(
      Array.from({ length: 50 }, (_, at) => entry(`https://old${at}.example/`, "backlog")),
    );
    c.now += 10_000;
    await c.frontier.push(Array.from({ length: 8 }, (_, at) => entry(`https://new${at}.example/`, "fresh")));
    const popped = await c.frontier.pop(10);
    expect(popped.entries.filter(({ priority }) => priority === "fresh")).toHaveLength(8);
  });

  it("keeps room for the backlog, so that fresh news never starves it", async () => {
    await c.frontier.push(Array.from({ length: 50 }, (_, at) => entry(`https://new${at}.example/`, "fresh")));
    await c.frontier.push(
      Array.from({ length: 50 }, (_, at) => entry(`https://old${at}.example/`, "backlog")),
    );
    const popped = await c.frontier.pop(10);
    expect(popped.entries).toHaveLength(10);
    expect(popped.entries.filter(({ priority }) => priority === "backlog")).toHaveLength(2);
  });

  it("keeps that room also where few URLs are popped at a time, as by busy workers", async () => {
    await c.frontier.push(Array.from({ length: 50 }, (_, at) => entry(`https://new${at}.example/`, "fresh")));
    await c.frontier.push(
      Array.from({ length: 50 }, (_, at) => entry(`https://old${at}.example/`, "backlog")),
    );
    const popped: Array<string | undefined> = [];
    for (let pops = 0; pops < 20; pops++)
      popped.push(...(await c.frontier.pop(1)).entries.map(({ priority }) => priority));
    expect(popped.filter((priority) => priority === "backlog")).toHaveLength(4);
    expect(popped).toHaveLength(20);
  });
});

describe("leases", () => {
  it("bring back what a dead dispatcher had popped, to the front of its host", async () => {
    await c.frontier.push(entries("a.example", 2));
    await popUrls(c.frontier);
    c.now += LEASE_MS - 1;
    expect(await c.frontier.requeueExpiredLeases()).toBe(0);
    c.now += 1;
    expect(await c.frontier.requeueExpiredLeases()).toBe(1);
    expect(await c.frontier.size()).toMatchObject({ fresh: 2, leased: 0 });
    expect(await popUrls(c.frontier)).toEqual(["https://a.example/0"]);
  });

  it("end with the hand-over: nothing comes back", async () => {
    await c.frontier.push(entries("a.example", 1));
    const { entries: popped } = await c.frontier.pop(1);
    expect(await c.frontier.handedOver(popped.map((each) => each.urlKey))).toBe(1);
    c.now += LEASE_MS;
    expect(await c.frontier.requeueExpiredLeases()).toBe(0);
    expect(await c.frontier.size()).toEqual({ fresh: 0, backlog: 0, leased: 0, hosts: 0, pausedHosts: 0 });
  });

  it("are given back at once where the queue was not to be had", async () => {
    await c.frontier.push(entries("a.example", 1, "backlog"));
    const { entries: popped } = await c.frontier.pop(1);
    expect(await c.frontier.giveBack(popped.map((each) => each.urlKey))).toBe(1);
    expect(await c.frontier.pop(1)).toMatchObject({ entries: popped });
  });

  it("leave no key behind that grows", async () => {
    await c.frontier.push(entries("a.example", 20));
    for (let at = 0; at < 20; at++) {
      const { entries: popped } = await c.frontier.pop(5);
      await c.frontier.handedOver(popped.map((each) => each.urlKey));
      await ask(c.frontier, "a.example");
      c.now += DELAY_MS;
    }
    const left = await c.redis.keys(`${c.prefix}:*`);
    expect(left.sort()).toEqual([c.keys.counts, c.keys.host("a.example")].sort());
  });
});

describe("pausing a host", () => {
  it("keeps its URLs and gives none out, until it is resumed", async () => {
    await c.frontier.push([...entries("a.example", 1), ...entries("b.example", 1)]);
    await c.frontier.pauseHost("a.example");
    await c.frontier.push([entry("https://a.example/later", "backlog")]);
    expect(await popUrls(c.frontier)).toEqual(["https://b.example/0"]);
    expect(await c.frontier.reserveHostSlot("a.example", "w")).toEqual({ kind: "paused" });
    expect(await c.frontier.size()).toMatchObject({ fresh: 1, backlog: 1, hosts: 0, pausedHosts: 1 });
    await c.frontier.resumeHost("a.example");
    expect(await popUrls(c.frontier)).toEqual(["https://a.example/0"]);
  });

  it("holds for what comes back from a lease as well", async () => {
    await c.frontier.push(entries("a.example", 1));
    await c.frontier.pop(1);
    await c.frontier.pauseHost("a.example");
    c.now += LEASE_MS;
    await c.frontier.requeueExpiredLeases();
    expect(await popUrls(c.frontier)).toEqual([]);
    await c.frontier.resumeHost("a.example");
    expect(await popUrls(c.frontier)).toEqual(["https://a.example/0"]);
  });

  it("may be said twice, and of a host that nobody knows", async () => {
    await c.frontier.pauseHost("x.example");
    await c.frontier.pauseHost("x.example");
    await c.frontier.resumeHost("x.example");
    await c.frontier.resumeHost("x.example");
    expect(await c.frontier.size()).toMatchObject({ hosts: 0, pausedHosts: 0 });
  });
});
