/*
 * The settings of wirefold: read once from the environment at an entry point, cross-checked, frozen, and
 * passed on as a value; nothing else reads the environment. `catalogue.ts` lists them.
 */
import { z } from "zod";
import { SETTINGS } from "./catalogue.ts";
import type { Setting } from "./setting-kinds.ts";

type SettingName = keyof typeof SETTINGS;
type Value<S> = S extends { kind: "number" } ? number : string;
/** The parsed settings: numbers and texts, frozen. */
export type Settings = { readonly [Name in SettingName]: Value<(typeof SETTINGS)[Name]> };

export type SettingsResult =
  | { readonly kind: "settings"; readonly settings: Settings }
  | { readonly kind: "invalid"; readonly messages: readonly string[] };

/** As written in a message: what may be a password, all between `//` and the last `@` of a URL, is not shown. */
const shown = (value: unknown): string => String(value).replace(/\/\/\S*@/g, "//***@");

/** Digits as people write them: `0x10`, `1e3` and blanks, which Number() would take, are no values here. */
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

function schemaOf(name: string, setting: Setting): z.ZodType<number | string> {
  if (setting.kind === "text") {
    return z.string().refine((value) => setting.pattern.test(value) && setting.isValid(value), {
      error: (issue) => `${name} must be ${setting.shape}; it is "${shown(issue.input)}"`,
    });
  }
  const { min, max, unit } = setting;
  // A share is the only number that makes sense in parts: there is no half page, port or try.
  const kind = unit === "share" ? "a number" : "a whole number";
  const isInRange = (value: unknown): value is number =>
    typeof value === "number" &&
    value >= min &&
    value <= max &&
    (unit === "share" || Number.isInteger(value));
  return z.preprocess(
    (value) => (typeof value === "string" && PLAIN_NUMBER.test(value) ? Number(value) : value),
    z.custom<number>(isInRange, {
      error: ({ input }) =>
        `${name} must be ${kind} from ${min} to ${max} (${unit}); it is ${typeof input === "number" ? input : `"${shown(input)}"`}`,
    }),
  );
}

interface CrossCheck {
  readonly broken: (s: Settings) => boolean;
  readonly name: SettingName;
  readonly must: string;
  readonly other: SettingName;
  readonly why: string;
}

/** Rules that hold between two settings. */
const CROSS_CHECKS: readonly CrossCheck[] = [
  {
    broken: (s) => s.STALLED_INTERVAL_MS >= s.JOB_LOCK_MS,
    name: "STALLED_INTERVAL_MS",
    must: "must be below",
    other: "JOB_LOCK_MS",
    why: "a dead worker's jobs wait for a second round",
  },
  {
    broken: (s) => s.MAX_DECODED_BYTES < s.MAX_WIRE_BYTES,
    name: "MAX_DECODED_BYTES",
    must: "must not be below",
    other: "MAX_WIRE_BYTES",
    why: "an uncompressed page within the limit is refused",
  },
  {
    broken: (s) => s.TOMBSTONE_DAYS < s.WINDOW_DAYS,
    name: "TOMBSTONE_DAYS",
    must: "must not be below",
    other: "WINDOW_DAYS",
    why: "an article is news again while its text is still kept",
  },
  {
    broken: (s) => s.FETCH_TIMEOUT_MS < s.CONNECT_TIMEOUT_MS,
    name: "FETCH_TIMEOUT_MS",
    must: "must not be below",
    other: "CONNECT_TIMEOUT_MS",
    why: "no slow connection can ever succeed",
  },
  {
    broken: (s) => s.SHUTDOWN_TIMEOUT_MS < s.FETCH_TIMEOUT_MS,
    name: "SHUTDOWN_TIMEOUT_MS",
    must: "must not be below",
    other: "FETCH_TIMEOUT_MS",
    why: "a slow fetch is cut off at SIGTERM",
  },
];

const isSettingName = (name: string): name is SettingName => Object.hasOwn(SETTINGS, name);

/**
 * Reads the settings from an environment. A variable that is empty or blank counts as not set.
 * @param environment usually process.env
 * @returns the settings, or every message at once: each names the setting, its range and the value
 */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>): SettingsResult {
  const shape: Record<string, z.ZodType<number | string>> = {};
  const given: Record<string, string | number> = {};
  for (const [name, setting] of Object.entries(SETTINGS)) {
    shape[name] = schemaOf(name, setting);
    const value = environment[name]?.trim() ?? "";
    given[name] = value === "" ? setting.default : value;
  }
  const parsed = z.object(shape).safeParse(given);
  if (!parsed.success)
    return { kind: "invalid", messages: parsed.error.issues.map((issue) => issue.message) };
  // zod has checked each value against its own setting; the object's shape follows from SETTINGS.
  const settings = Object.freeze(parsed.data) as Settings;
  const broken = CROSS_CHECKS.filter((check) => check.broken(settings)).map(
    ({ name, must, other, why }) =>
      `${name} ${must} ${other}, or ${why}; it is ${settings[name]} and ${other} ${settings[other]}`,
  );
  return broken.length > 0 ? { kind: "invalid", messages: broken } : { kind: "settings", settings };
}

/** The defaults with some values replaced: for tests, the demo and benches. Throws on values out of range. */
export function settingsWith(overrides: Partial<Record<SettingName, string | number>>): Settings {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(overrides))
    if (isSettingName(name)) environment[name] = String(value);
  const result = parseSettings(environment);
  if (result.kind === "invalid") throw new RangeError(result.messages.join("; "));
  return result.settings;
}

/** The README's settings table, in Markdown. */
export function settingsTable(): string {
  const rows = Object.entries(SETTINGS).map(([name, s]: [string, Setting]) => {
    const range = s.kind === "number" ? `${s.min} – ${s.max}` : s.shape;
    const fallback = s.default === "" ? "(empty)" : `\`${s.default}\``;
    return `| \`${name}\` | ${s.unit} | ${fallback} | ${range} | ${s.reason.replaceAll("|", "\\|")} |`;
  });
  return ["| setting | unit | default | range | reason |", "| --- | --- | --- | --- | --- |", ...rows].join(
    "\n",
  );
}
