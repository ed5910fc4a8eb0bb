import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  MAX_CRAWL_DELAY_MS,
  maxAgeMsOf,
  ROBOTS_MAX_BYTES,
  type RobotsEntry,
  type RobotsFile,
  robotsAnswer,
  robotsEntryOf,
  robotsFileOfBytes,
  robotsFileOfStatus,
  robotsUrlOf,
} from "../../../src/core/fetch/robots.ts";

const fileOf = (...lines: readonly string[]): RobotsFile => robotsFileOfBytes(Buffer.from(lines.join("\n")));
const answer = (file: RobotsFile, path: string): string =>
  robotsAnswer(file, `https://news.example${path}`, "wirefold").kind;

describe("robots.txt", () => {
  it.each<[string, readonly string[], string, string]>([
    ["allows what no rule names", ["User-agent: *", "Disallow: /private"], "/story", "allowed"],
    ["disallows what a rule names", ["User-agent: *", "Disallow: /private"], "/private/1", "disallowed"],
    ["allows all with an empty rule", ["User-agent: *", "Disallow:"], "/story", "allowed"],
    ["disallows all with a slash", ["User-agent: *", "Disallow: /"], "/story", "disallowed"],
    [
      "follows our own group alone",
      ["User-agent: *", "Disallow: /", "", "User-agent: wirefold", "Disallow: /x"],
      "/story",
      "allowed",
    ],
    [
      "knows our name in any case, with a version",
      ["User-agent: WireFold/2.0", "Disallow: /"],
      "/story",
      "disallowed",
    ],
    ["does not take a longer name for ours", ["User-agent: wirefoldbot", "Disallow: /"], "/story", "allowed"],
    [
      "joins several groups of ours",
      [
        "User-agent: wirefold",
        "Disallow: /a",
        "User-agent: x",
        "Disallow: /",
        "User-agent: wirefold",
        "Disallow: /b",
      ],
      "/b",
      "disallowed",
    ],
    [
      "gives one group to several names",
      ["User-agent: x", "User-agent: wirefold", "Disallow: /"],
      "/story",
      "disallowed",
    ],
    [
      "lets the longer rule win",
      ["User-agent: *", "Disallow: /news", "Allow: /news/open"],
      "/news/open/1",
      "allowed",
    ],
    [
      "lets Allow win between equals",
      ["User-agent: *", "Disallow: /news", "Allow: /news"],
      "/news",
      "allowed",
    ],
    ["knows wildcards", ["User-agent: *", "Disallow: /*/print"], "/2023/print", "disallowed"],
    ["knows the end mark", ["User-agent: *", "Disallow: /*.pdf$"], "/a.pdf?x", "allowed"],
    ["knows the end mark, met", ["User-agent: *", "Disallow: /*.pdf$"], "/a.pdf", "disallowed"],
    ["reads the query", ["User-agent: *", "Disallow: /*?print="], "/a?print=1", "disallowed"],
    ["compares escapes", ["User-agent: *", "Disallow: /caf%C3%A9"], "/caf%c3%a9", "disallowed"],
    ["compares other letters", ["User-agent: *", "Disallow: /café"], "/caf%C3%A9", "disallowed"],
    ["minds case in paths", ["User-agent: *", "Disallow: /Private"], "/private", "allowed"],
    ["skips comments", ["# all", "User-agent: * # everyone", "Disallow: /a # this"], "/a", "disallowed"],
    ["skips a byte order mark", ["\ufeffUser-agent: *", "Disallow: /"], "/story", "disallowed"],
    [
      "does not let a Sitemap end a group",
      ["User-agent: wirefold", "Sitemap: https://news.example/s.xml", "User-agent: x", "Disallow: /"],
      "/a",
      "disallowed",
    ],
    ["reads lines that end in CR alone", ["User-agent: *\rDisallow: /a"], "/a", "disallowed"],
    ["ignores rules without a group", ["Disallow: /"], "/story", "allowed"],
    ["ignores HTML", ["<!doctype html><html><body>Not found</body></html>"], "/story", "allowed"],
    ["always allows itself", ["User-agent: *", "Disallow: /"], "/robots.txt", "allowed"],
  ])("%s", (_, lines, path, expected) => {
    expect(answer(fileOf(...lines), path)).toBe(expected);
  });

  it("names itself and the robot in its refusal", () => {
    expect(
      robotsAnswer(fileOf("User-agent: *", "Disallow: /"), "https://news.example:8443/a", "wirefold"),
    ).toMatchObject({
      message: "https://news.example:8443/robots.txt disallows this page for wirefold",
    });
  });

  it.each([
    ["2", 2_000],
    ["0.5", 500],
    ["86400", MAX_CRAWL_DELAY_MS],
    ["Infinity", MAX_CRAWL_DELAY_MS],
    ["-1", undefined],
    ["0", undefined],
    ["soon", undefined],
  ])("says how long to wait: Crawl-delay %s", (value, crawlDelayMs) => {
    const file = fileOf("User-agent: *", `Crawl-delay: ${value}`);
    expect(robotsAnswer(file, "https://news.example/", "wirefold")).toEqual({
      kind: "allowed",
      crawlDelayMs,
    });
  });

  it("is read up to its size limit and no further", () => {
    const filler = `# ${"x".repeat(98)}\n`.repeat(ROBOTS_MAX_BYTES / 101 + 1);
    expect(answer(fileOf(`User-agent: *\nDisallow: /early\n${filler}Disallow: /late`), "/early")).toBe(
      "disallowed",
    );
    expect(answer(fileOf(`User-agent: *\n${filler}Disallow: /late`), "/late")).toBe("allowed");
  });

  it("stands at the root of the URL's own scheme, host and port", () => {
    expect(robotsUrlOf("https://news.example:8443/a/b?c#d")).toBe("https://news.example:8443/robots.txt");
  });

  it("is answered for whatever it holds", () => {
    const line = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom("User-agent", "Disallow", "Allow", "Crawl-delay", "__proto__"), fc.string())
        .map(([name, value]) => `${name}: ${value}`),
      fc.constantFrom("User-agent: *", "User-agent: wirefold", "User-agent: __proto__", "Disallow: /*a*b$"),
    );
    fc.assert(
      fc.property(fc.array(line), fc.webPath(), (lines, path) => {
        expect(["allowed", "disallowed"]).toContain(answer(fileOf(...lines), path));
      }),
    );
  });
});

describe("the status of robots.txt", () => {
  it.each([
    [404, "allowed"],
    [401, "allowed"],
    [403, "allowed"],
    [410, "allowed"],
    [429, "unreachable"],
    [500, "unreachable"],
    [503, "unreachable"],
    [304, "unreachable"],
  ])("%i means %s", (status, expected) => {
    expect(answer(robotsFileOfStatus(status), "/story")).toBe(expected);
  });
});

describe("how long robots.txt is believed", () => {
  const NOW = 1_700_000_000_000;
  const MINUTE = 60_000;
  const DAY = 24 * 60 * MINUTE;
  const rules = fileOf("User-agent: *", "Disallow: /");
  const down: RobotsFile = { kind: "unreachable", error: "http-status", message: "HTTP 500" };
  const silent: RobotsFile = { kind: "unreachable", error: "timeout", message: "no answer" };
  const old: RobotsEntry = { file: rules, freshUntil: NOW - 1, unreachableSince: undefined };

  it.each([
    ["a day where it does not say", undefined, DAY],
    ["as long as it says", 60 * MINUTE, 60 * MINUTE],
    ["a day at most", 365 * DAY, DAY],
    ["five minutes at least", 0, 5 * MINUTE],
  ])("%s", (_, maxAgeMs, fresh) => {
    expect(robotsEntryOf(rules, maxAgeMs, NOW, undefined).freshUntil).toBe(NOW + fresh);
  });

  it("nothing is asked while it is out of reach and no old copy is there", () => {
    const entry = robotsEntryOf(down, undefined, NOW, undefined);
    expect(answer(entry.file, "/story")).toBe("unreachable");
    expect(entry).toMatchObject({ freshUntil: NOW + 10 * MINUTE, unreachableSince: NOW });
    expect(robotsEntryOf(silent, undefined, NOW, undefined).freshUntil).toBe(NOW + MINUTE);
  });

  it("the old copy holds while it is out of reach", () => {
    expect(robotsEntryOf(down, undefined, NOW, old)).toEqual({
      file: rules,
      freshUntil: NOW + 10 * MINUTE,
      unreachableSince: NOW,
    });
  });

  it("it counts as missing after thirty days out of reach", () => {
    const before = { ...old, unreachableSince: NOW - 31 * DAY };
    expect(answer(robotsEntryOf(down, undefined, NOW, before).file, "/story")).toBe("allowed");
  });

  it("everything is as before when it is back", () => {
    const before = { ...old, unreachableSince: NOW - DAY };
    expect(robotsEntryOf(rules, undefined, NOW, before).unreachableSince).toBeUndefined();
  });

  it.each([
    ["max-age=60", 60_000],
    ["public, Max-Age=60", 60_000],
    ["s-maxage=60", undefined],
    ["no-store", undefined],
    [undefined, undefined],
  ])("Cache-Control %s is read", (header, expected) => {
    expect(maxAgeMsOf(header)).toBe(expected);
  });
});
