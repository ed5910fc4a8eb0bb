/*
 * Floors may only rise. The file is held against every version that was ever committed, along the first parents: where
 * a floor fell from one version to the next, or is gone, floors.json must say so itself (`lowered`), and the record
 * that it names must speak of the measure. Nobody can let one down without writing why.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { brokenFloors, FLOOR_SECTIONS, FLOORS_URL, type Floor, isMet, parseFloors } from "./floors.ts";

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = "test/quality";
/** Where floors stood until 2026-11-20, one file a section. */
const FORMER_FILES = { extract: "floors-extract.json", cluster: "floors-cluster.json" } as const;
const HISTORY_MS = 30_000;

/** The floors of one version by "section measure"; a former version's have no `lowered`. */
type Version = ReadonlyMap<string, Floor>;

const keyed = (section: string, measure: string): string => `${section} ${measure}`;

function versionOf(json: string): Version {
  const sections = parseFloors(json);
  return new Map(
    FLOOR_SECTIONS.flatMap((section) =>
      [...sections[section]].map(([measure, floor]) => [keyed(section, measure), floor] as const),
    ),
  );
}

const formerExtract = z.record(z.string(), z.number());
const formerCluster = z.array(
  z.object({ measure: z.string(), kind: z.enum(["min", "max"]), limit: z.number() }),
);

function formerVersion(extract: string | undefined, cluster: string | undefined): Version {
  const rest = { target: undefined, lowered: [] };
  const shares = extract === undefined ? {} : formerExtract.parse(JSON.parse(extract));
  const lines = cluster === undefined ? [] : formerCluster.parse(JSON.parse(cluster));
  return new Map<string, Floor>([
    ...Object.entries(shares).map(
      ([name, limit]) => [keyed("extract", name), { kind: "min", limit, ...rest }] as const,
    ),
    ...lines.map(
      ({ measure, kind, limit }) => [keyed("cluster", measure), { kind, limit, ...rest }] as const,
    ),
  ]);
}

function git(...args: readonly string[]): string | undefined {
  try {
    return execFileSync("git", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return undefined;
  }
}

/** Every committed version, oldest first; empty where there is no history to read. */
function history(): Version[] {
  const files = ["floors.json", ...Object.values(FORMER_FILES)].map((file) => `${FOLDER}/${file}`);
  const log = git("log", "--first-parent", "--reverse", "--format=%H", "--", ...files) ?? "";
  return log
    .split("\n")
    .filter((commit) => commit !== "")
    .map((commit) => {
      const read = (file: string) => git("show", `${commit}:${FOLDER}/${file}`);
      const now = read("floors.json");
      return now === undefined
        ? formerVersion(read(FORMER_FILES.extract), read(FORMER_FILES.cluster))
        : versionOf(now);
    });
}

const speaksOf = (record: string, measure: string): boolean =>
  existsSync(join(ROOT, record)) && readFileSync(join(ROOT, record), "utf8").includes(`\`${measure}\``);

/** One line per floor that fell, or went, between two versions of `versions` without `latest` saying why. */
function silentFalls(versions: readonly Version[], latest: Version): string[] {
  return [...versions, latest].flatMap((after, i, all) =>
    [...(all[i - 1] ?? [])].flatMap(([key, before]) => {
      const now = after.get(key);
      if (now === undefined) return [`${key} (${before.kind} ${before.limit}) is gone`];
      if (now.kind === before.kind && isMet(before, now.limit)) return [];
      const measure = key.slice(key.indexOf(" ") + 1);
      const isTold = (latest.get(key)?.lowered ?? []).some(
        ({ from, to, record }) => from === before.limit && to === now.limit && speaksOf(record, measure),
      );
      return isTold ? [] : [`${key} fell from ${before.kind} ${before.limit} to ${now.kind} ${now.limit}`];
    }),
  );
}

const versions = history();
const now = versionOf(readFileSync(FLOORS_URL, "utf8"));
const hasHistory = versions.length > 0;

const RECORD = "docs/decisions/0005-pairwise-decision.md";
const floor = (limit: number, lowered: Floor["lowered"] = [], kind: Floor["kind"] = "min"): Floor => ({
  kind,
  limit,
  target: undefined,
  lowered,
});
const version = (one: Floor): Version => new Map([["cluster word15", one]]);

describe("a floor", () => {
  it.runIf(hasHistory)(
    "never fell without a record",
    () => {
      expect(silentFalls(versions, now)).toEqual([]);
    },
    HISTORY_MS,
  );

  it.skipIf(hasHistory)("has no history here to be held against", ({ skip }) => skip("no git history"));

  it("may rise, and stay", () => {
    expect(silentFalls([version(floor(90)), version(floor(91))], version(floor(91)))).toEqual([]);
  });

  it.each([
    ["lower", floor(89.9), ["cluster word15 fell from min 90 to min 89.9"]],
    ["of the other kind", floor(90, [], "max"), ["cluster word15 fell from min 90 to max 90"]],
    [
      "lower with a record of other figures",
      floor(89, [{ from: 91, to: 89, record: RECORD }]),
      ["cluster word15 fell from min 90 to min 89"],
    ],
    [
      "lower with a record that does not exist",
      floor(89, [{ from: 90, to: 89, record: "docs/none.md" }]),
      ["cluster word15 fell from min 90 to min 89"],
    ],
    ["lower with a record that speaks of it", floor(89, [{ from: 90, to: 89, record: RECORD }]), []],
  ])("that is %s", (_, next, expected) => {
    expect(silentFalls([version(floor(90))], version(next))).toEqual(expected);
  });

  it("that fell and rose again must say that it fell", () => {
    expect(silentFalls([version(floor(90)), version(floor(80))], version(floor(90)))).toEqual([
      "cluster word15 fell from min 90 to min 80",
    ]);
  });

  it("that is gone is told", () => {
    expect(silentFalls([version(floor(90))], new Map())).toEqual(["cluster word15 (min 90) is gone"]);
  });

  it("of a measure that nobody took is broken", () => {
    const floors = new Map([["word15", floor(90)]]);
    expect(brokenFloors(floors, new Map()).map(({ measure }) => measure)).toEqual(["word15"]);
    expect(brokenFloors(floors, new Map([["word15", 90]]))).toEqual([]);
    expect(brokenFloors(floors, new Map([["word15", 89.99]]))).toHaveLength(1);
  });

  it.each([
    ["an unknown key", '{"extract":{"aeb.f1":{"mim":0.9}},"cluster":{}}'],
    ["both bounds", '{"extract":{"aeb.f1":{"min":0.9,"max":1}},"cluster":{}}'],
    ["no bound", '{"extract":{"aeb.f1":{"target":0.9}},"cluster":{}}'],
    ["an unknown section", '{"extract":{},"cluster":{},"extrakt":{}}'],
    ["a section that is gone", '{"extract":{}}'],
  ])("with %s is refused", (_, json) => {
    expect(() => parseFloors(json)).toThrow();
  });
});
