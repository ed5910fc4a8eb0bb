/*
 * Every setting of wirefold: name, unit, default, range, reason. Parsed once from the environment at an
 * entry point, cross-checked, frozen, and passed on as a value; nothing else reads the environment.
 * The table in the README is printed from SETTINGS (`npm run docs:settings`).
 */
import { isIP } from "node:net";
import { z } from "zod";

type Unit = "ms" | "s" | "days" | "bytes" | "count" | "share" | "bits" | "port" | "flag" | "text" | "list";

interface NumberSetting {
  readonly kind: "number";
  readonly unit: Unit;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly reason: string;
}
interface TextSetting {
  readonly kind: "text";
  readonly unit: Unit;
  readonly default: string;
  /** What the text must look like, in words for the message; `pattern` and `isValid` say it exactly. */
  readonly shape: string;
  readonly pattern: RegExp;
  readonly reason: string;
  /** Asked where the pattern fits: what no readable pattern can say. */
  readonly isValid: (value: string) => boolean;
}
type Setting = NumberSetting | TextSetting;

const number = (unit: Unit, fallback: number, min: number, max: number, reason: string): NumberSetting => ({
  kind: "number",
  unit,
  default: fallback,
  min,
  max,
  reason,
});
const text = (
  unit: Unit,
  fallback: string,
  shape: string,
  pattern: RegExp,
  reason: string,
  isValid: TextSetting["isValid"] = () => true,
): TextSetting => ({
  kind: "text",
  unit,
  default: fallback,
  shape,
  pattern,
  reason,
  isValid,
});

const HIGHEST_PORT = 65_535;
const isPort = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= HIGHEST_PORT;
const isEmptyOrUrl = (value: string): boolean => value === "" || URL.canParse(value);

/** `host=address:port`; src/core/fetch/development-hosts.ts reads the same. */
function isDevelopmentHost(entry: string): boolean {
  const [, bracketed, plain, port] = /^[^=]+=(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(entry) ?? [];
  if (port === undefined || !isPort(port)) return false;
  return bracketed === undefined ? isIP(plain ?? "") === 4 : isIP(bracketed) === 6;
}

const KIBI = 1024;
const MEBI = KIBI * KIBI;
const GIBI = KIBI * MEBI;

/** The catalogue. The environment variable has the setting's name. */
export const SETTINGS = {
  REDIS_URL: text(
    "text",
    "",
    "a URL redis://… or rediss://…, or empty",
    /^$|^rediss?:\/\/\S+$/,
    "The Redis 7.0+ or Valkey 7.2+ to use. Empty: an embedded one is started in DATA_DIR.",
    isEmptyOrUrl,
  ),
  KEY_PREFIX: text(
    "text",
    "wirefold",
    "1 to 32 letters, digits, - or _",
    /^[A-Za-z0-9_-]{1,32}$/,
    "First word of every Redis key, so that several wirefolds can share a Redis.",
  ),
  DATA_DIR: text("text", ".wirefold", "a folder", /\S/, "Where the embedded Redis keeps its data."),
  LOG_LEVEL: text(
    "text",
    "info",
    "one of trace, debug, info, warn, error, fatal, silent",
    /^(trace|debug|info|warn|error|fatal|silent)$/,
    "One line a job at info.",
  ),
  HTTP_HOST: text(
    "text",
    "127.0.0.1",
    "a host or address",
    /^\S+$/,
    "Where health, metrics and the API listen. Loopback, since they carry no password.",
  ),
  HTTP_PORT: number("port", 8480, 0, 65_535, "0 takes any free port."),

  FETCH_CONCURRENCY: number(
    "count",
    16,
    1,
    512,
    "Pages asked for at once; they wait on the network, not on the processor.",
  ),
  EXTRACT_THREADS: number(
    "count",
    0,
    0,
    64,
    "Worker threads for extraction; 0 means one less than the processor's cores, at least one.",
  ),
  EXTRACT_TIMEOUT_MS: number(
    "ms",
    5_000,
    100,
    60_000,
    "A page takes 3 to 8 ms; one that takes this long is hostile, and its thread is killed.",
  ),
  LEARN_BOILERPLATE: text(
    "flag",
    "true",
    "true or false",
    /^(true|false)$/,
    "Paragraphs that recur at the edges of a host's pages are learnt and taken off (`wirefold boilerplate <host>`). False: texts depend on their own page only.",
  ),
  BOILERPLATE_MIN_PAGES: number(
    "count",
    5,
    2,
    20,
    "Different stories among a host's last 100 pages that must carry a block at the same edge before it is furniture. With 3 to 5, all blocks learnt from 4,573 real texts were furniture.",
  ),
  CLUSTER_CONCURRENCY: number("count", 16, 1, 256, "Placements under way at once: they wait on Redis."),
  PUBLISH_CONCURRENCY: number("count", 8, 1, 128, "Webhook calls under way at once."),
  POLL_CONCURRENCY: number("count", 8, 1, 128, "Feeds read at once."),

  JOB_LOCK_MS: number(
    "ms",
    5_000,
    1_000,
    300_000,
    "How long a job belongs to a silent worker. Must outlast four times the worst event-loop stall.",
  ),
  STALLED_INTERVAL_MS: number("ms", 2_000, 500, 120_000, "How often jobs of dead workers are looked for."),
  MAX_STALLED_COUNT: number(
    "count",
    100,
    1,
    10_000,
    "BullMQ's default of 1 dead-letters innocent jobs when workers are killed often.",
  ),
  JOB_ATTEMPTS: number("count", 4, 1, 20, "Tries before a passing error becomes the outcome `failed`."),
  RETRY_BACKOFF_MS: number("ms", 2_000, 10, 3_600_000, "Wait before the second try; doubles with each try."),

  HOST_DELAY_MS: number("ms", 1_000, 0, 600_000, "Least time between two requests to one host."),
  USER_AGENT: text(
    "text",
    "wirefold/0.1 (+https://github.com/wirefold/wirefold)",
    "text with a contact",
    /^[\x20-\x7e]{3,200}$/,
    "Says honestly who asks, and where a site's owner can complain.",
  ),
  ALLOWED_PORTS: text(
    "list",
    "80,443",
    "ports from 1 to 65535 separated by commas",
    /^\d{1,5}(,\d{1,5})*$/,
    "Ports a page may be fetched from.",
    (value) => value.split(",").every(isPort),
  ),
  DEV_ALLOW_HOSTS: text(
    "list",
    "",
    "host=address:port with an IP address ([…] around IPv6) and a port from 1 to 65535, separated by commas; or empty",
    /^$|^[^\s=,]+=[^\s=,]+(,[^\s=,]+=[^\s=,]+)*$/,
    "Development only: hosts that may be fetched although they are local, each with the address to connect to (`*.example=127.0.0.1:8090`).",
    (value) => value === "" || value.split(",").every(isDevelopmentHost),
  ),
  CONNECT_TIMEOUT_MS: number(
    "ms",
    5_000,
    50,
    60_000,
    "A server that does not answer a connection by then is down.",
  ),
  HEADERS_TIMEOUT_MS: number("ms", 10_000, 50, 120_000, "From the request to the end of the headers."),
  IDLE_TIMEOUT_MS: number("ms", 10_000, 50, 120_000, "Longest silence within a body."),
  FETCH_TIMEOUT_MS: number(
    "ms",
    20_000,
    100,
    300_000,
    "The whole fetch with its redirects: ends slow-drip servers.",
  ),
  MAX_WIRE_BYTES: number("bytes", 4 * MEBI, KIBI, 256 * MEBI, "Longest body as sent."),
  MAX_DECODED_BYTES: number(
    "bytes",
    8 * MEBI,
    KIBI,
    512 * MEBI,
    "Longest body after decompression, counted while decoding: 809 bytes of brotli can hold 1 GiB.",
  ),
  MAX_REDIRECTS: number("count", 5, 0, 20, "Each hop is checked like the first URL."),
  RESPECT_ROBOTS: text(
    "flag",
    "true",
    "true or false",
    /^(true|false)$/,
    "RFC 9309. False only for hosts of your own.",
  ),

  ARCHIVE_DIR: text(
    "text",
    "",
    "a folder, or empty",
    /^(?:.*\S.*)?$/,
    "Where every answer to a page's request is kept as WARC, but pages that say noarchive. Empty: nothing is kept.",
  ),
  ARCHIVE_FILE_BYTES: number(
    "bytes",
    GIBI,
    KIBI,
    64 * GIBI,
    "An archive file is finished before it would grow beyond this. 1 GiB is what the WARC standard advises.",
  ),
  ARCHIVE_FILE_AGE_S: number(
    "s",
    3_600,
    10,
    604_800,
    "An archive file is finished when it is this old, so that what was fetched can soon be carried off.",
  ),

  EXTRACT_BACKLOG_BYTES: number(
    "bytes",
    64 * MEBI,
    MEBI,
    64 * KIBI * MEBI,
    "Compressed pages that may wait for extraction; fetching pauses above it.",
  ),
  REDIS_MEMORY_SHARE: number(
    "share",
    0.7,
    0.1,
    0.95,
    "Fetching pauses when Redis uses more than this share of its maxmemory (of the embedded one: half of the machine's memory): a full Redis stops every worker.",
  ),
  PAGE_TTL_DAYS: number("days", 7, 1, 90, "A page's HTML that nobody extracted is garbage after this."),
  WINDOW_DAYS: number(
    "days",
    7,
    1,
    3_650,
    "How long text and index entries stay, and thus how late a copy may come.",
  ),
  TOMBSTONE_DAYS: number(
    "days",
    90,
    1,
    3_650,
    "How long a forgotten article is still known, so that it is never news again.",
  ),
  OUTBOX_MAX_EVENTS: number("count", 100_000, 100, 100_000_000, "Events kept in the outbox stream."),
  WEBHOOK_URLS: text(
    "list",
    "",
    "http(s) URLs separated by blanks",
    /^$|^https?:\/\/\S+(\s+https?:\/\/\S+)*$/,
    "Each event is posted to each of these as JSON, at least once, with the event's id for deduplication.",
    (value) => value.split(/\s+/).every(isEmptyOrUrl),
  ),
  WEBHOOK_TIMEOUT_MS: number("ms", 5_000, 100, 60_000, "A webhook that takes longer is tried again later."),

  POLL_INTERVAL_S: number("s", 900, 10, 86_400, "How often a feed is read that says nothing about it."),
  MAX_FEED_BYTES: number("bytes", 8 * MEBI, KIBI, 256 * MEBI, "Longest feed document."),
  WEBSUB_CALLBACK_URL: text(
    "text",
    "",
    "an http(s) URL without a query, or empty",
    /^$|^https?:\/\/[^\s?#]+$/,
    "Where hubs reach this server from outside: a proxy must pass `<this>/websub/…` on to HTTP_HOST. Empty: feeds are polled only.",
    isEmptyOrUrl,
  ),
  SHUTDOWN_TIMEOUT_MS: number(
    "ms",
    30_000,
    500,
    600_000,
    "How long running jobs may take to end after SIGTERM. Not below FETCH_TIMEOUT_MS.",
  ),
} as const satisfies Record<string, Setting>;

type SettingName = keyof typeof SETTINGS;
type Value<S> = S extends { kind: "number" } ? number : string;
/** The parsed settings: numbers and texts, frozen. */
export type Settings = { readonly [Name in SettingName]: Value<(typeof SETTINGS)[Name]> };

export type SettingsResult =
  | { readonly kind: "settings"; readonly settings: Settings }
  | { readonly kind: "invalid"; readonly messages: readonly string[] };

/** As written in a message: what may be a password between `//` and `@` is not shown. */
const shown = (value: unknown): string => String(value).replace(/\/\/[^@/\s]*@/g, "//***@");

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
