/*
 * The one reader of floors.json: what the quality commands hold their figures against. A section per command, a line
 * per measure: `min` or `max` is the floor, `target` what the issue asks for. A floor may only rise; floors.test.ts
 * holds the file against its own history, and asks each that fell for a `lowered` entry with the record of the reason.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";

export interface Floor {
  /** `min`: the value may not fall below `limit`; `max`: not rise above it. */
  readonly kind: "min" | "max";
  /** In the measure's own unit: shares 0 to 1 for extraction, mostly per cent for clusters. */
  readonly limit: number;
  /** What the issue asks for; undefined where it names no figure. */
  readonly target: number | undefined;
  readonly lowered: readonly Lowering[];
}

/** A floor that was let down on purpose: `record` is the document that names the measure and says why. */
export interface Lowering {
  readonly from: number;
  readonly to: number;
  readonly record: string;
}

/** By the measure's name. */
export type Floors = ReadonlyMap<string, Floor>;

export interface BrokenFloor {
  readonly measure: string;
  /** Undefined where the command did not measure it at all. */
  readonly value: number | undefined;
  readonly floor: Floor;
}

const lowering = z.strictObject({ from: z.number(), to: z.number(), record: z.string().min(1) });
const entry = {
  target: z.number().optional(),
  lowered: z.array(lowering).optional(),
};
const floorLine = z.union([
  z.strictObject({ min: z.number(), ...entry }),
  z.strictObject({ max: z.number(), ...entry }),
]);
const section = z.record(z.string(), floorLine).transform(toFloors);
const schema = z.strictObject({ extract: section, cluster: section });

export type FloorSection = keyof z.infer<typeof schema>;
export const FLOOR_SECTIONS = ["extract", "cluster"] as const satisfies readonly FloorSection[];

export const FLOORS_URL = new URL("floors.json", import.meta.url);

/** @throws where the text has another shape: a misspelt key would hold nothing */
export function parseFloors(json: string): Readonly<Record<FloorSection, Floors>> {
  return schema.parse(JSON.parse(json));
}

export function readFloors(name: FloorSection): Floors {
  return parseFloors(readFileSync(FLOORS_URL, "utf8"))[name];
}

export function isMet(floor: Floor, value: number): boolean {
  return floor.kind === "min" ? value >= floor.limit : value <= floor.limit;
}

/** @param values by measure; a floor whose measure is not among them counts as broken */
export function brokenFloors(floors: Floors, values: ReadonlyMap<string, number>): BrokenFloor[] {
  return [...floors].flatMap(([measure, floor]) => {
    const value = values.get(measure);
    return value !== undefined && isMet(floor, value) ? [] : [{ measure, value, floor }];
  });
}

export function sayBroken({ measure, value, floor }: BrokenFloor): string {
  const bound = `${floor.kind} ${floor.limit}`;
  return value === undefined
    ? `${measure} was not measured (${bound})`
    : `${measure} is ${value.toFixed(4)} (${bound})`;
}

function toFloors(lines: Readonly<Record<string, z.infer<typeof floorLine>>>): Floors {
  return new Map(
    Object.entries(lines).map(([measure, line]) => {
      const bound =
        "min" in line
          ? ({ kind: "min", limit: line.min } as const)
          : ({ kind: "max", limit: line.max } as const);
      return [measure, { ...bound, target: line.target, lowered: line.lowered ?? [] }];
    }),
  );
}
