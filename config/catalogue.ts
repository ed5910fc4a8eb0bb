/*
 * The catalogue: every setting of wirefold with its unit, default, range and reason. `settings.ts` reads
 * them from the environment; the table in the README is printed from here (`npm run docs:settings`).
 */
import { isIP } from "node:net";

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
export type Setting = NumberSetting | TextSetting;

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
    "Pages a process asks for at once; they wait on the network, not on the processor.",
  ),
  FETCH_LIMIT: number(
    "count",
    256,
    1,
    100_000,
    "Pages that all processes together ask for at once: what your line and your neighbours bear. The process that starts last says how many.",
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
  HOST_CONCURRENCY: number(
    "count",
    1,
    1,
    16,
    "Requests to one host that may be open at once, over all processes, feeds and hubs included. With 1 the delay counts from the end of the one before. With more it counts from the start of a page, but from the end of a robots.txt, a file on rights, a feed or a hub, and nothing else starts meanwhile; a host that answers 429 or 503 is asked one at a time, with the delay from the end, until it has recovered.",
  ),
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
  READ_RIGHTS_FILES: text(
    "flag",
    "true",
    "true or false",
    /^(true|false)$/,
    "What a host's tdmrep.json and ai.txt say of mining and training stands on its articles. Costs two small requests a host and day, in its delay.",
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
    "Compressed pages that may wait for extraction; above it fetching pauses, and full-text feeds and pushes wait.",
  ),
  REDIS_MEMORY_SHARE: number(
    "share",
    0.7,
    0.1,
    0.95,
    "Fetching and polling pause when Redis uses more than this share of its maxmemory (of the embedded one: half of the machine's memory): a full Redis stops every worker.",
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
