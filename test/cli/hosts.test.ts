/* `wirefold hosts`, as built. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urlKey } from "../../src/core/url/ids.ts";
import { createFrontier, type Frontier, type FrontierEntry } from "../../src/io/redis/frontier.ts";
import { jsonLines, runCommand } from "../support/command.ts";
import { testRedis } from "../support/redis.ts";

const server = testRedis();
const environment = { REDIS_URL: server.url, KEY_PREFIX: server.prefix, HOST_DELAY_MS: "1500" };
const wirefold = (...args: readonly string[]) => runCommand(["hosts", ...args], { environment });
const linesOf = async (...args: readonly string[]): Promise<string[]> =>
  (await wirefold(...args)).stdout.trimEnd().split("\n");

const entries = (host: string, count: number, priority: FrontierEntry["priority"]): FrontierEntry[] =>
  Array.from({ length: count }, (_, at) => {
    const url = `https://${host}/${priority}/${at}`;
    return { url, urlKey: urlKey(url), host, priority };
  });

let frontier: Frontier;
beforeAll(async () => {
  frontier = createFrontier({ redis: server.redis, prefix: server.prefix });
  await frontier.push([
    ...entries("small.example", 1, "fresh"),
    ...entries("large.example:8080", 2, "fresh"),
    ...entries("large.example:8080", 7, "backlog"),
    ...entries("middle.example", 3, "backlog"),
  ]);
  await frontier.setCrawlDelay("middle.example", 10_000);
});
afterAll(() => server.close());

describe("wirefold hosts", () => {
  it("lists the hosts with most URLs first, with due time and delay", async () => {
    const run = await wirefold();
    const rows = run.stdout.split("\n").filter((line) => line.includes(".example"));
    expect(
      rows.map((row) =>
        row
          .split("│")
          .map((cell) => cell.trim())
          .slice(1, -1),
      ),
    ).toEqual([
      ["large.example:8080", "2", "7", "now", "1.5 s", ""],
      ["middle.example", "0", "3", "now", "10 s", ""],
      ["small.example", "1", "0", "now", "1.5 s", ""],
    ]);
    expect(run.stdout).toContain("3 of 3 hosts with URLs or paused; 3 fresh and 10 backlog URLs wait");
    expect(run.status).toBe(0);
  });

  it("gives JSON, and no more than asked for", async () => {
    const hosts = jsonLines((await wirefold("list", "--json", "--limit", "2")).stdout);
    expect(hosts).toMatchObject([
      { host: "large.example:8080", fresh: 2, backlog: 7, isPaused: false, delayMs: 1_500 },
      { host: "middle.example", backlog: 3, delayMs: 10_000, crawlDelayMs: 10_000, slowness: 1 },
    ]);
  });

  it("shows one host, named by a page's URL as well", async () => {
    const lines = await linesOf("show", "https://MIDDLE.example/a?b");
    expect(lines).toEqual([
      "host           middle.example",
      "waiting        0 fresh and 3 backlog URLs",
      "due            now",
      "delay          10 s",
      "by robots.txt  10 s",
    ]);
    const [found] = jsonLines((await wirefold("show", "small.example:443", "--json")).stdout);
    expect(found).toMatchObject({ host: "small.example", fresh: 1 });
  });

  it("shows a host that nobody knows as one where nothing waits", async () => {
    expect(await linesOf("show", "never.example")).toContain("due            nothing waits");
  });

  it("pauses hosts and resumes them, and says what waits there", async () => {
    expect(await linesOf("pause", "small.example", "https://large.example:8080/x")).toEqual([
      "small.example is paused: 1 fresh and 0 backlog URLs wait",
      "large.example:8080 is paused: 2 fresh and 7 backlog URLs wait",
    ]);
    expect(await linesOf("pause", "small.example")).toEqual([
      "small.example was paused before: 1 fresh and 0 backlog URLs wait",
    ]);
    expect((await frontier.pop(10)).entries.map(({ host }) => host)).toEqual(["middle.example"]);
    const status = await runCommand(["status"], { environment });
    expect(status.stdout).toContain("1 host to be asked, 2 hosts paused; ");
    expect((await linesOf("list", "--paused")).at(-1)).toBe("2 of 2 paused hosts");
    const paused = jsonLines((await wirefold("--paused", "--json")).stdout);
    expect(paused.map(({ host }) => host)).toEqual(["large.example:8080", "small.example"]);
    expect(await linesOf("resume", "large.example:8080", "small.example", "never.example")).toEqual([
      "large.example:8080 is resumed: 2 fresh and 7 backlog URLs wait",
      "small.example is resumed: 1 fresh and 0 backlog URLs wait",
      "never.example was not paused: 0 fresh and 0 backlog URLs wait",
    ]);
    expect(await linesOf("list", "--paused")).toEqual(["no host is paused"]);
    expect((await frontier.pop(10)).entries).toHaveLength(2);
  });

  it("sets a host's delay and takes it back; robots.txt may ask for more", async () => {
    expect(await linesOf("delay", "small.example", "50")).toEqual([
      "small.example: 0.05 s between two requests",
    ]);
    expect(await linesOf("delay", "middle.example", "0")).toEqual([
      "middle.example: 10 s between two requests, which robots.txt or 429s ask for",
    ]);
    expect(await linesOf("show", "small.example")).toContain("set by hand    0.05 s");
    expect(await linesOf("delay", "small.example", "default")).toEqual([
      "small.example: 1.5 s between two requests",
    ]);
  });

  it.each([
    [["pause", "not a host"], 'or a page\'s URL; it is "not a host"'],
    [["pause", "small\n.example"], 'it is "small\\u000a.example"'],
    [["pause", "small.example", "ftp://x/"], 'it is "ftp://x/"'],
    [["pause"], "missing required argument"],
    [["show", ""], 'it is ""'],
    [
      ["delay", "small.example", "5s"],
      'delay must be a whole number from 0 to 600,000 (in ms; or the word default); it is "5s"',
    ],
    [["delay", "small.example", "-1"], '(in ms; or the word default); it is "-1"'],
    [["delay", "small.example", ""], '(in ms; or the word default); it is ""'],
    [["delay", "small.example"], "missing required argument"],
    [["--limit", "0"], "--limit must be a whole number from 1 to 1,000"],
    [["small.example"], "too many arguments"],
    [["list", "--state", "paused"], "unknown option"],
  ])("ends %j with status 2 and says what was wrong", async (args, message) => {
    expect(await wirefold(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
  });

  it("changes nothing where one of several hosts is misspelled", async () => {
    await wirefold("pause", "small.example", "not a host");
    expect(await server.redis.smembers(`${server.prefix}:{f}:paused`)).toEqual([]);
  });
});
