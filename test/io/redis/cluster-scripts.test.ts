/* Holds the headers of the cluster index' Lua scripts against their bodies. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { scriptText } from "../../../src/io/redis/scripts.ts";

const FOLDER = new URL("../../../src/io/redis/lua/", import.meta.url);
const scripts = readdirSync(FOLDER)
  .filter((file) => file.startsWith("cluster-"))
  .map((file) => {
    const name = file.replace(".lua", "");
    const lines = scriptText(name).split("\n");
    const bodyAt = lines.findIndex((line) => !line.startsWith("--"));
    return {
      name,
      header: lines.slice(0, bodyAt).join("\n"),
      body: lines.slice(bodyAt),
    };
  });

const WRITES = /redis\.call\("(H?SET|HSETNX|HDEL|DEL|RPUSH|SADD|ZADD|ZREM|XADD|INCR|INCRBY|PEXPIRE)"/;
/** `KEYS[2]`, `ARGV[1]`; `KEYS[5…]` and `KEYS[6+3i]` begin a list. */
const documented = (header: string, table: string): number[] =>
  [...header.matchAll(new RegExp(`${table}\\[(\\d+)`, "g"))].map((match) => Number(match[1]));
const used = (body: readonly string[], table: string): number[] => [
  ...new Set(
    [...body.join("\n").matchAll(new RegExp(`${table}\\[(\\d+)\\]`, "g"))].map((match) => Number(match[1])),
  ),
];

describe.each(scripts)("script $name", ({ name, header, body }) => {
  it("opens with its name, and says what it returns, why it is a script and what it costs", () => {
    expect(header.startsWith(`-- ${name}: `)).toBe(true);
    for (const word of ["-- Returns  ", "-- Why a script: ", "Cost: O("]) expect(header).toContain(word);
  });

  it.each(["KEYS", "ARGV"])("documents each of its %s once, from 1 on, and uses no other", (table) => {
    const numbers = documented(header, table);
    expect(new Set(numbers).size).toBe(numbers.length);
    if (numbers.length > 0) expect(Math.min(...numbers)).toBe(1);
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
    for (const number of used(body, table)) expect(numbers).toContain(number);
  });

  it("writes nothing before its last error exit", () => {
    const lastExit = body.findLastIndex((line) => line.includes("redis.error_reply"));
    const writesInFunctions = /^local function|^ {2}redis\.call\("HSET", node\.bucket, node\.id/;
    const early = body
      .slice(0, lastExit)
      .filter((line) => WRITES.test(line) && !writesInFunctions.test(line));
    expect(early).toEqual([]);
  });

  it("reads no clock and no random numbers, and leaves no global behind", () => {
    const text = body.join("\n");
    expect(text).not.toMatch(/"TIME"|math\.random|os\./);
    const assigned = [...text.matchAll(/^([a-zA-Z_]\w*) *=/gm)].map((match) => match[1]);
    expect(assigned).toEqual([]);
  });
});

const partTexts = readdirSync(new URL("parts/", FOLDER)).map((file) => ({
  name: file.replace(".lua", ""),
  text: scriptText(`parts/${file.replace(".lua", "")}`),
}));

describe.each(partTexts)("part $name", ({ text }) => {
  it("says what it is and what it needs, and reads none of the script's keys and arguments by number", () => {
    expect(text).toMatch(/^-- .+\n(-- .+\n)*-- Needs {2}/);
    expect(text).not.toMatch(/KEYS\[|ARGV\[/);
  });
});

it("finds the scripts, and puts their parts in", () => {
  expect(scripts.map(({ name }) => name)).toContain("cluster-place");
  expect(scriptText("cluster-place")).not.toContain("--@part");
});
