/* The files in which a host speaks of mining and training, asked for as politely as its pages. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestRedis, testRedis } from "../../support/redis.ts";
import * as good from "../../support/world/answers.ts";
import * as hostile from "../../support/world/hostile.ts";
import { type Site, startWorld, type World } from "../../support/world/world.ts";
import { DELAY_MS, type ProcessOptions, politeProcess } from "./polite-process.ts";

const STORY = good.answer("<p>It rained.</p>");
const TDM_PATH = "/.well-known/tdmrep.json";
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const sites = new Map<string, Site>();
let corner: TestRedis;
let world: World;
let hosts = 0;

beforeAll(async () => {
  corner = testRedis();
  world = await startWorld((host) => sites.get(host));
});
afterAll(async () => {
  await world.close();
  await corner.close();
});

function newHost(site: Site): string {
  hosts++;
  sites.set(`rights-${hosts}.example`, site);
  return `rights-${hosts}.example`;
}

const process = (options: Partial<ProcessOptions> = {}) =>
  politeProcess({ redis: corner.redis, prefix: corner.prefix, world, rights: true, ...options });
const pathsAsked = (host: string): string[] => world.requestsTo(host).map(({ path }) => path);
const fetched = async (host: string, path: string, options: Partial<ProcessOptions> = {}) => {
  const result = await process(options).polite.fetchPolitely(`http://${host}${path}`, `${host}${path}`);
  return result.kind === "page" ? { kind: "page", said: result.hostStatements } : result;
};

const reserved = (location = "/"): Site =>
  good.answer(JSON.stringify([{ location, "tdm-reservation": 1, "tdm-policy": "https://q.example/t" }]), {
    headers: { "Content-Type": "application/json" },
  });
const RESERVED = { robots: undefined, tdmReservation: "1", tdmPolicy: "https://q.example/t" };
const NO_TRAINING = good.robotsTxt("User-Agent: *\nDisallow: *.html");

describe("a host's files on rights", () => {
  it("are read once, before its first page, and tell what holds for each", async () => {
    const host = newHost(
      good.paths({ [TDM_PATH]: reserved("/2024/"), "/ai.txt": NO_TRAINING, "/2024/1": STORY, "/2": STORY }),
    );
    expect(await fetched(host, "/2024/1")).toEqual({ kind: "page", said: { ...RESERVED, robots: "noai" } });
    expect(await fetched(host, "/2")).toMatchObject({ said: { robots: "noai", tdmReservation: undefined } });
    expect(pathsAsked(host)).toEqual(["/robots.txt", TDM_PATH, "/ai.txt", "/2024/1", "/2"]);
  });

  it("have the host left alone as long as they ask for, before its page is asked for", async () => {
    const busy = good.answer("", { status: 429, headers: { "Retry-After": "600" } });
    const host = newHost(good.paths({ [TDM_PATH]: busy, "/1": STORY }));
    expect(await fetched(host, "/1", { maxWaitMs: 1_000 })).toMatchObject({ kind: "postponed" });
    expect(pathsAsked(host)).toEqual(["/robots.txt", TDM_PATH]);
  });

  it("are asked for in the host's delay, like its pages", async () => {
    const host = newHost(good.paths({ [TDM_PATH]: good.redirect("/tdm"), "/tdm": reserved(), "/1": STORY }));
    await Promise.all(["/1", "/1?a", "/1?b"].map((path) => fetched(host, path)));
    const moments = world.requestsTo(host).map(({ at }) => at);
    const gaps = moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
    expect(gaps.filter((gap) => gap < DELAY_MS)).toEqual([]);
    expect(pathsAsked(host)).toContain("/tdm");
  });

  it("are asked for once by workers that need them at the same time", async () => {
    const host = newHost(good.paths({ [TDM_PATH]: reserved(), "/1": STORY }));
    await Promise.all(["/1", "/1?a", "/1?b"].map((path) => fetched(host, path)));
    expect(pathsAsked(host).filter((path) => path === TDM_PATH)).toHaveLength(1);
  });

  it("are left alone where robots.txt forbids them, or an operator says so", async () => {
    const rules = "User-agent: *\nDisallow: /.well-known/\nDisallow: /ai.txt";
    const site = good.paths({ "/robots.txt": good.robotsTxt(rules), [TDM_PATH]: reserved(), "/1": STORY });
    const host = newHost(site);
    expect(await fetched(host, "/1")).toEqual({ kind: "page", said: undefined });
    expect(pathsAsked(host)).toEqual(["/robots.txt", "/1"]);
    const other = newHost(good.paths({ [TDM_PATH]: reserved(), "/1": STORY }));
    const { polite } = politeProcess({ redis: corner.redis, prefix: corner.prefix, world });
    await polite.fetchPolitely(`http://${other}/1`, "t");
    expect(pathsAsked(other)).toEqual(["/robots.txt", "/1"]);
  });

  it.each<[string, Site]>([
    ["answer with an error of the server", good.answer("", { status: 500 })],
    ["are refused", good.answer("", { status: 403 })],
    ["are cut off", hostile.shorterThanAnnounced],
    ["never end", hostile.infiniteBody],
    ["lead round in a circle", good.redirect(TDM_PATH)],
    ["lead to where nothing may be asked", good.redirect("http://127.0.0.1:22/")],
    ["close the connection", hostile.closesAtOnce],
    ["are web pages", STORY],
  ])("stop no page where they %s, and are not asked for again with the next", async (_what, broken) => {
    const host = newHost((request, wire) => {
      if (request.path === "/robots.txt") return good.answer("", { status: 404 })(request, wire);
      return (/tdmrep|ai\.txt/.test(request.path) ? broken : STORY)(request, wire);
    });
    expect(await fetched(host, "/1")).toEqual({ kind: "page", said: undefined });
    const before = pathsAsked(host).length;
    expect(await fetched(host, "/2")).toEqual({ kind: "page", said: undefined });
    expect(pathsAsked(host).slice(before)).toEqual(["/2"]);
  });

  it("hold on while they cannot be had, and end where they are gone", async () => {
    const clock = { now: 1_700_000_000_000 };
    let tdm: Site = reserved();
    const host = newHost((request, wire) => (request.path === TDM_PATH ? tdm : STORY)(request, wire));
    expect(await fetched(host, "/1", { clock })).toMatchObject({ said: RESERVED });
    tdm = good.answer("", { status: 503 });
    clock.now += DAY_MS;
    expect(await fetched(host, "/2", { clock })).toMatchObject({ said: RESERVED });
    tdm = good.answer("", { status: 404 });
    clock.now += HOUR_MS;
    expect(await fetched(host, "/3", { clock })).toEqual({ kind: "page", said: undefined });
  });

  it("slow the host down where it asks for rest", async () => {
    const tooMany = good.answer("", { status: 429 });
    const host = newHost((request, wire) => (request.path === "/ai.txt" ? tooMany : STORY)(request, wire));
    const clock = { now: 1_700_000_000_000 };
    await fetched(host, "/1", { clock });
    const slot = await process({ clock }).frontier.reserveHostSlot(host, "probe");
    expect(slot.kind === "wait" && slot.waitMs > 10 * DELAY_MS).toBe(true);
  });

  it("are those of the host that a redirect leads to", async () => {
    const target = newHost(good.paths({ [TDM_PATH]: reserved(), "/1": STORY }));
    const host = newHost(good.redirect(`http://${target}/1`));
    expect(await fetched(host, "/go")).toMatchObject({ said: RESERVED });
  });
});
