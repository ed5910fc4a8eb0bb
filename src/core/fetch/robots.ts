/*
 * What a host's robots.txt says about one URL: RFC 9309, on robots-parser.
 *
 * What robots-parser leaves to its caller is done here: which response counts as what (section 2.3.1),
 * how much of the file is read (2.5), a byte order mark, records that must not end a group (2.2.4), and
 * lines so long that they could only cost time.
 */
import Robots from "robots-parser/Robots.js";
import type { FailureKind } from "../outcome.ts";
import { DAY_MS, KIBI, MINUTE_MS, SECOND_MS } from "../units.ts";
import { isMissing } from "./http-status.ts";

/** A host's robots.txt as far as it could be had. Plain, so that it can be kept in Redis. */
export type RobotsFile =
  | { readonly kind: "rules"; readonly text: string }
  /** 4xx: the host has no rules, everything may be asked (section 2.3.1.3). */
  | { readonly kind: "unavailable"; readonly status: number | undefined }
  /** 5xx or no answer: nothing may be asked until it is back (section 2.3.1.4). */
  | { readonly kind: "unreachable"; readonly error: FailureKind; readonly message: string };

export type RobotsAnswer =
  | { readonly kind: "allowed"; readonly crawlDelayMs: number | undefined }
  | { readonly kind: "disallowed"; readonly message: string; readonly crawlDelayMs: number | undefined }
  /** To be asked again later, not an outcome. */
  | { readonly kind: "unreachable"; readonly error: FailureKind; readonly message: string };

/** Bytes of robots.txt that are read; the rest is ignored. Section 2.5 asks for at least this. */
export const ROBOTS_MAX_BYTES = 500 * KIBI;
/** Longest Crawl-delay that is obeyed. Longer ones (a day is seen) would in effect be a Disallow. */
export const MAX_CRAWL_DELAY_MS = 120_000;

/** A pattern longer than any URL we ask for (2,048 characters) cannot match one. */
const LONGEST_LINE_CHARS = 2_200;
/**
 * Wildcards that are read per file; lines with more are left out. Each costs a pass over the URL: a hostile
 * file of 500 KiB could hold the event loop for 1.8 s per page, with this for 0.2 s at most.
 */
const MAX_WILDCARDS = 10_000;
/** Records that belong to a group; any other (Sitemap, Host, …) must not end it (section 2.2.4). */
const GROUP_RECORD = /^\s*(?:user-agent|allow|disallow|crawl-delay)\s*:/i;

/** @param status of the last response; 2xx come with their text and are `rules` */
export function robotsFileOfStatus(status: number): RobotsFile {
  if (isMissing(status)) return { kind: "unavailable", status };
  return { kind: "unreachable", error: "http-status", message: `robots.txt answered HTTP ${status}` };
}

/** @param bytes the file's start, at most ROBOTS_MAX_BYTES of it count */
export function robotsFileOfBytes(bytes: Uint8Array): RobotsFile {
  const text = new TextDecoder("utf-8").decode(bytes.subarray(0, ROBOTS_MAX_BYTES));
  return { kind: "rules", text: groupRecordsOf(text) };
}

function groupRecordsOf(text: string): string {
  const kept: string[] = [];
  let wildcards = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.length > LONGEST_LINE_CHARS || !GROUP_RECORD.test(line)) continue;
    const record = line.replace(/\*{2,}/g, "*");
    const inRecord = record.split("*").length - 1;
    if (wildcards + inRecord > MAX_WILDCARDS) continue;
    wildcards += inRecord;
    kept.push(record);
  }
  return kept.join("\n");
}

/** @returns where the rules for this URL stand: one robots.txt per scheme, host and port */
export const robotsUrlOf = (url: string): string => new URL("/robots.txt", url).href;

/**
 * @param url the page to be asked for
 * @param productToken the robot's name without version, `wirefold`: letters, `-` and `_` (section 2.2.1)
 */
export function robotsAnswer(file: RobotsFile, url: string, productToken: string): RobotsAnswer {
  if (file.kind === "unreachable") return file;
  if (file.kind === "unavailable") return { kind: "allowed", crawlDelayMs: undefined };
  const robotsUrl = robotsUrlOf(url);
  const rules = new Robots(robotsUrl, file.text);
  const crawlDelayMs = crawlDelayOf(rules.getCrawlDelay(productToken));
  // robots.txt itself may always be asked for (section 2.2.2).
  if (url === robotsUrl || rules.isAllowed(url, productToken) !== false)
    return { kind: "allowed", crawlDelayMs };
  return {
    kind: "disallowed",
    message: `${robotsUrl} disallows this page for ${productToken}`,
    crawlDelayMs,
  };
}

/** Rules are believed for a day at most (section 2.4) and for five minutes at least, whatever Cache-Control says. */
const LONGEST_FRESH_MS = DAY_MS;
const SHORTEST_FRESH_MS = 5 * MINUTE_MS;
/** After a server error the file is asked for again this much later; after no answer at all, sooner. */
const SERVER_ERROR_MS = 10 * MINUTE_MS;
const NO_ANSWER_MS = MINUTE_MS;
/** A file that was out of reach for this long counts as not there: the example of section 2.3.1.4. */
const GIVEN_UP_MS = 30 * DAY_MS;

/** A robots.txt with its own expiry. */
export interface RobotsEntry {
  readonly file: RobotsFile;
  /** ms since epoch: from here on it has to be asked for again. */
  readonly freshUntil: number;
  /** ms since epoch; undefined while the file can be had. */
  readonly unreachableSince: number | undefined;
}

/**
 * What to keep after asking for a robots.txt again.
 * @param fetched what came now
 * @param maxAgeMs `max-age` of its Cache-Control, undefined where it has none
 * @param before what was kept until now
 */
export function robotsEntryOf(
  fetched: RobotsFile,
  maxAgeMs: number | undefined,
  now: number,
  before: RobotsEntry | undefined,
): RobotsEntry {
  if (fetched.kind !== "unreachable") {
    const fresh = Math.min(Math.max(maxAgeMs ?? LONGEST_FRESH_MS, SHORTEST_FRESH_MS), LONGEST_FRESH_MS);
    return { file: fetched, freshUntil: now + fresh, unreachableSince: undefined };
  }
  const freshUntil = now + (fetched.error === "http-status" ? SERVER_ERROR_MS : NO_ANSWER_MS);
  const unreachableSince = before?.unreachableSince ?? now;
  if (now - unreachableSince > GIVEN_UP_MS)
    return { file: { kind: "unavailable", status: undefined }, freshUntil, unreachableSince };
  // Old rules are better than none, and kinder to the page's readers than silence (section 2.4).
  const file = before !== undefined && before.file.kind !== "unreachable" ? before.file : fetched;
  return { file, freshUntil, unreachableSince };
}

/** @param cacheControl the header as sent */
export function maxAgeMsOf(cacheControl: string | undefined): number | undefined {
  const match = /(?:^|[\s,])max-age=(\d+)/i.exec(cacheControl ?? "");
  return match === null ? undefined : Number(match[1]) * SECOND_MS;
}

function crawlDelayOf(seconds: number | undefined): number | undefined {
  if (seconds === undefined || !(seconds > 0)) return undefined;
  return Math.min(Math.ceil(seconds * SECOND_MS), MAX_CRAWL_DELAY_MS);
}
