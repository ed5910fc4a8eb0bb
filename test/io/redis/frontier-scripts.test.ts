/* Holds the headers of the frontier's Lua scripts against their bodies. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const FOLDER = new URL("../../../src/io/redis/lua/", import.meta.url);
const scripts = readdirSync(FOLDER)
  .filter((file) => file.startsWith("frontier-"))
  .map((file) => {
    const lines = readFileSync(new URL(file, FOLDER), "utf8").split("\n");
    const bodyAt = lines.findIndex((line) => !line.startsWith("--"));
    return {
      name: file.replace(".lua", ""),
      header: lines.slice(0, bodyAt).join("\n"),
      body: lines.slice(bodyAt).join("\n"),
    };
  });

/** `KEYS[2]`, `ARGV[1]`; `ARGV[3...]` begins a list. */
const documented = (header: string, table: string): number[] =>
  [...header.matchAll(new RegExp(`${table}\\[(\\d+)`, "g"))].map((match) => Number(match[1]));
const used = (body: string, table: string): number[] => [
  ...new Set([...body.matchAll(new RegExp(`${table}\\[(\\d+)\\]`, "g"))].map((match) => Number(match[1]))),
];

/** Commands of Redis 7.0 that the frontier needs; a newer one would be a mistake. */
const COMMANDS = new Set(
  "EXISTS HDEL HGET HINCRBY HMGET HSET HSETNX LPOP LPUSH PEXPIRE RPUSH SISMEMBER SREM TIME ZADD ZCARD ZCOUNT ZRANGE ZREM ZREMRANGEBYSCORE ZSCORE".split(
    " ",
  ),
);

describe.each(scripts)("script $name", ({ name, header, body }) => {
  it("opens with its name, and says what it returns, why it is a script and what it costs", () => {
    expect(header.startsWith(`-- ${name}: `)).toBe(true);
    for (const word of ["-- Returns  ", "-- Why a script: ", "Cost: O("]) expect(header).toContain(word);
  });

  it("documents each of its keys once, in order, and uses every one", () => {
    const numbers = documented(header, "KEYS");
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect(used(body, "KEYS").sort((a, b) => a - b)).toEqual(numbers);
  });

  it("documents each of its arguments once, in order, and uses no other", () => {
    const numbers = documented(header, "ARGV");
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    for (const number of used(body, "ARGV")) expect(numbers).toContain(number);
  });

  it("calls commands of Redis 7.0 only, and leaves no global behind", () => {
    const called = [...body.matchAll(/redis\.call\("([A-Z]+)"/g)].map((match) => match[1] ?? "");
    expect(called.filter((command) => !COMMANDS.has(command))).toEqual([]);
    expect([...body.matchAll(/^function /gm)]).toEqual([]);
  });
});

it("finds the scripts", () => {
  expect(scripts.map(({ name }) => name)).toContain("frontier-pop");
});
