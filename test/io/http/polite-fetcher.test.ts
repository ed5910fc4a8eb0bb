/* robots.txt, host slots and the fetcher together: against the test world, on Redis. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { frontierKeys } from "../../../src/io/redis/keys.ts";
import { type TestRedis, testRedis } from "../../support/redis.ts";
import * as good from "../../support/world/answers.ts";
import * as hostile from "../../support/world/hostile.ts";
import { type Site, startWorld, type World } from "../../support/world/world.ts";
import { DELAY_MS, type ProcessOptions, politeProcess } from "./polite-process.ts";

const STORY = good.answer("<p>It rained.</p>");

const sites = new Map<string, Site>();
let corner: TestRedis;
let world: World;
let corners = 0;
let hosts = 0;

beforeAll(async () => {
  corner = testRedis();
  world = await startWorld((host) => sites.get(host));
});
afterAll(async () => {
  await world.close();
  await corner.close();
});
beforeEach(() => {
  corners++;
});

const newHost = (site: Site): string => {
  hosts++;
  sites.set(`polite-${hosts}.example`, site);
  return `polite-${hosts}.example`;
};

const process = (options: Partial<ProcessOptions> = {}) =>
  politeProcess({ redis: corner.redis, prefix: `${corner.prefix}-${corners}`, world, ...options });

const pathsAsked = (host: string): string[] => world.requestsTo(host).map(({ path }) => path);
function gapsOf(host: string): number[] {
  const moments = world.requestsTo(host).map(({ at }) => at);
  return moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
}

describe("asking politely", () => {
  it("reads robots.txt once, before the first page", async () => {
    const host = newHost(
      good.paths({ "/robots.txt": good.robotsTxt("User-agent: *\nDisallow: /x"), "/1": STORY, "/2": STORY }),
    );
    expect(await process().polite.fetchPolitely(`http://${host}/1`, "a")).toMatchObject({ kind: "page" });
    expect(await process().polite.fetchPolitely(`http://${host}/2`, "b")).toMatchObject({ kind: "page" });
    expect(await process().polite.fetchPolitely(`http://${host}/x`, "c")).toMatchObject({
      kind: "blocked-by-robots",
    });
    expect(pathsAsked(host)).toEqual(["/robots.txt", "/1", "/2"]);
  });

  it("never asks one host twice within its delay, with several workers in several processes", async () => {
    const host = newHost(STORY);
    const fetches = Array.from({ length: 12 }, (_, at) =>
      process().polite.fetchPolitely(`http://${host}/${at}`, `t${at}`),
    );
    expect((await Promise.all(fetches)).every(({ kind }) => kind === "page")).toBe(true);
    expect(pathsAsked(host)).toHaveLength(13);
    // The server's own clock: it cannot see two requests closer than the delay, however late anyone is.
    expect(gapsOf(host).filter((gap) => gap < DELAY_MS)).toEqual([]);
  });

  it("asks different hosts at the same time", async () => {
    let meet: () => void = () => undefined;
    const met = new Promise<void>((resolve) => {
      meet = resolve;
    });
    let arrived = 0;
    // Each answers only when both have been asked: one after the other would never end.
    const together: Site = (request, wire) => {
      if (request.path === "/robots.txt") return good.answer("", { status: 404 })(request, wire);
      arrived++;
      if (arrived === 2) meet();
      void met.then(() => STORY(request, wire));
    };
    const urls = [newHost(together), newHost(together)].map((host) => `http://${host}/story`);
    const results = await Promise.all(urls.map((url) => process().polite.fetchPolitely(url, url)));
    expect(results.map(({ kind }) => kind)).toEqual(["page", "page"]);
  });

  it("keeps the distance between the hops of a redirect, and asks the target's robots.txt", async () => {
    const forbidden = newHost(good.paths({ "/robots.txt": good.robotsTxt("User-agent: *\nDisallow: /") }));
    const host = newHost(
      good.paths({
        "/1": good.redirect("/2"),
        "/2": STORY,
        "/out": good.redirect(`http://${forbidden}/story`),
      }),
    );
    const { polite } = process();
    expect(await polite.fetchPolitely(`http://${host}/1`, "a")).toMatchObject({ kind: "page" });
    expect(await polite.fetchPolitely(`http://${host}/out`, "b")).toMatchObject({
      kind: "blocked-by-robots",
    });
    expect(gapsOf(host).filter((gap) => gap < DELAY_MS)).toEqual([]);
    expect(pathsAsked(forbidden)).toEqual(["/robots.txt"]);
    // Every slot was given back.
    const { slots } = frontierKeys(`${corner.prefix}-${corners}`);
    expect(await Promise.all([host, forbidden].map((each) => corner.redis.zcard(slots(each))))).toEqual([
      0, 0,
    ]);
  });

  it("keeps the distance where robots.txt itself redirects", async () => {
    const host = newHost(
      good.paths({
        "/robots.txt": good.redirect("/rules.txt"),
        "/rules.txt": good.robotsTxt("User-agent: *\nDisallow: /x"),
        "/1": STORY,
      }),
    );
    expect(await process().polite.fetchPolitely(`http://${host}/1`, "a")).toMatchObject({ kind: "page" });
    expect(pathsAsked(host)).toEqual(["/robots.txt", "/rules.txt", "/1"]);
    expect(gapsOf(host).filter((gap) => gap < DELAY_MS)).toEqual([]);
  });

  it("waits out a host's long delay between a redirect and its target, instead of beginning again and again", async () => {
    const clock = { now: 1_700_000_000_000 };
    const robots = good.robotsTxt("User-agent: *\nCrawl-delay: 60");
    const host = newHost(good.paths({ "/robots.txt": robots, "/1": good.redirect("/2"), "/2": STORY }));
    const { polite } = process({ maxWaitMs: 5_000, clock });
    expect(await polite.fetchPolitely(`http://${host}/1`, "a")).toMatchObject({ kind: "postponed" });
    clock.now += 60_000;
    expect(await polite.fetchPolitely(`http://${host}/1`, "a")).toMatchObject({ kind: "page" });
    expect(pathsAsked(host)).toEqual(["/robots.txt", "/1", "/2"]);
  });

  it("counts it as a failed try where a redirect's target has its robots.txt out of reach", async () => {
    const target = newHost(good.answer("", { status: 500 }));
    const host = newHost(good.paths({ "/1": good.redirect(`http://${target}/2`) }));
    expect(await process().polite.fetchPolitely(`http://${host}/1`, "a")).toMatchObject({
      kind: "failed",
      error: "http-status",
      permanent: false,
      retryAfterMs: expect.any(Number),
    });
    expect(pathsAsked(target)).toEqual(["/robots.txt"]);
  });

  it("gives a URL back whose host wants a longer rest than a worker should wait", async () => {
    const host = newHost(
      good.paths({ "/robots.txt": good.robotsTxt("User-agent: *\nCrawl-delay: 60"), "/1": STORY }),
    );
    const result = await process({ maxWaitMs: 1_000 }).polite.fetchPolitely(`http://${host}/1`, "a");
    expect(result).toMatchObject({ kind: "postponed", waitMs: expect.any(Number) });
    if (result.kind === "postponed") expect(result.waitMs).toBeGreaterThan(1_000);
    expect(pathsAsked(host)).toEqual(["/robots.txt"]);
  });

  it("slows down after a 429 and follows Retry-After", async () => {
    const busy = good.answer("", { status: 429, headers: { "Retry-After": "600" } });
    const host = newHost(good.paths({ "/1": busy, "/2": STORY }));
    const { polite } = process({ maxWaitMs: 1_000 });
    expect(await polite.fetchPolitely(`http://${host}/1`, "a")).toMatchObject({
      status: 429,
      retryAfterMs: 600_000,
    });
    expect(await polite.fetchPolitely(`http://${host}/2`, "b")).toMatchObject({ kind: "postponed" });
  });

  it.each([429, 503])("leaves a host alone as long as its robots.txt asks for with %i", async (status) => {
    const clock = { now: 1_700_000_000_000 };
    const busy = good.answer("", { status, headers: { "Retry-After": "3600" } });
    const host = newHost(good.paths({ "/robots.txt": busy, "/1": STORY }));
    const { polite, frontier } = process({ maxWaitMs: 1_000, clock });
    expect(await polite.fetchPolitely(`http://${host}/1`, "a")).toMatchObject({ kind: "failed" });
    clock.now += 1_800_000;
    expect(await polite.fetchPolitely(`http://${host}/1`, "a")).toMatchObject({ kind: "postponed" });
    expect(await frontier.reserveHostSlot(host, "feed")).toEqual({ kind: "wait", waitMs: 1_800_000 });
    expect(pathsAsked(host)).toEqual(["/robots.txt"]);
  });

  it("asks nothing while robots.txt answers with an error of the server", async () => {
    const host = newHost(good.paths({ "/robots.txt": good.answer("", { status: 503 }), "/1": STORY }));
    const { polite } = process();
    expect(await polite.fetchPolitely(`http://${host}/1`, "a")).toMatchObject({
      kind: "failed",
      error: "http-status",
      permanent: false,
    });
    expect(await polite.fetchPolitely(`http://${host}/1`, "a")).toMatchObject({ kind: "failed" });
    expect(pathsAsked(host)).toEqual(["/robots.txt"]);
  });

  it("names the network's error where robots.txt has no answer", async () => {
    const { polite } = process();
    expect(await polite.fetchPolitely("http://nowhere.test/1", "a")).toMatchObject({
      kind: "failed",
      error: "dns",
    });
    const host = newHost(hostile.resetsAtOnce);
    expect(await polite.fetchPolitely(`http://${host}/1`, "b")).toMatchObject({
      kind: "failed",
      error: "connection-lost",
    });
  });

  it("names the forbidden address, not robots.txt, where a host is local", async () => {
    expect(await process().polite.fetchPolitely("http://127.0.0.1/1", "a")).toMatchObject({
      kind: "refused",
      rule: "address-not-allowed",
    });
  });

  it.each<[string, Site]>([
    ["redirects in a circle", good.redirect("/robots.txt")],
    ["is missing", good.answer("", { status: 404 })],
    ["is a web page", STORY],
    ["redirects to where nothing may be asked", good.redirect("http://127.0.0.1:22/")],
    ["never ends", hostile.infiniteBody],
  ])("takes everything as allowed where robots.txt %s", async (_, robots) => {
    const host = newHost((request, wire) => (request.path === "/robots.txt" ? robots : STORY)(request, wire));
    expect(await process().polite.fetchPolitely(`http://${host}/1`, "a")).toMatchObject({ kind: "page" });
  });

  it("follows robots.txt over five redirects, to other hosts as well", async () => {
    const target = newHost(good.robotsTxt("User-agent: *\nDisallow: /"));
    const host = newHost((request, wire) => {
      const hop = Number(/\d+$/.exec(request.path)?.[0] ?? "0");
      good.redirect(hop < 4 ? `/hop${hop + 1}` : `http://${target}/r`)(request, wire);
    });
    expect(await process().polite.fetchPolitely(`http://${host}/1`, "a")).toMatchObject({
      kind: "blocked-by-robots",
    });
  });

  it("leaves robots.txt alone where an operator says so", async () => {
    const host = newHost(STORY);
    await process({ robots: false }).polite.fetchPolitely(`http://${host}/1`, "a");
    expect(pathsAsked(host)).toEqual(["/1"]);
  });

  it("waits for a paused host elsewhere", async () => {
    const host = newHost(STORY);
    const { polite, frontier } = process();
    await frontier.pauseHost(host);
    expect(await polite.fetchPolitely(`http://${host}/1`, "a")).toMatchObject({ kind: "postponed" });
    expect(pathsAsked(host)).toEqual([]);
    // Whoever redirects to it is not asked every minute to find that out.
    const before = newHost(good.redirect(`http://${host}/1`));
    expect(await polite.fetchPolitely(`http://${before}/`, "b")).toMatchObject({
      kind: "postponed",
      waitMs: 3_600_000,
    });
  });
});
