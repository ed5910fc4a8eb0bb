/*
 * Machine-written dates (ISO 8601 in its many spellings, RFC 2822, numbers) to NewsTime values.
 *
 *   2023-11-28T13:10:00+09:00   ──▶  2023-11-28T04:10:00Z, offset +09:00
 *   2023-11-28T04:10:00Z        ──▶  2023-11-28T04:10:00Z, offset Z is given as +00:00
 *   2023-11-28T13:10:00         ──▶  2023-11-28T13:10:00Z, no offset: the zone is not known, UTC is assumed
 *   2023-11-28, …T00:00:00      ──▶  2023-11-28: a midnight without zone is a date whose time is not known
 *
 * A date after the fetch is never believed.
 */
import type { MetadataSource, NewsTime } from "../../model.ts";

export interface ParsedDate {
  readonly value: string;
  readonly offset?: string;
}

const MAX_DATE_CHARACTERS = 64;
/** The web is younger than this; smaller years are defaults such as 1970-01-01. */
const MIN_YEAR = 1980;
const MAX_YEAR = 2200;
/** A plain date may be tomorrow's by UTC where the page is written: the easternmost zone is +14:00. */
const EASTERNMOST_OFFSET_MS = 14 * 3_600_000;
/** Clocks of publishers run ahead of the fetcher's by minutes. */
const CLOCK_SKEW_MS = 10 * 60_000;
const MS_PER_MINUTE = 60_000;

const ISO =
  /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:(?: ?T ?| )(\d{1,2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d{1,9})? ?(Z|UTC|GMT|[+-]\d{1,2}:\d{2}|[+-]\d{4}|[+-]\d{2}|[ap]\.?m\b)?)?/i;
const EPOCH = /^\d{10}(?:\d{3})?$/;
const WORDY = /^(?:\p{L}{2,9},?\s)?(?:\d{1,2}\s\p{L}{3,9}\s\d{4}|\p{L}{3,9}\s\d{1,2},?\s\d{4})/u;
const ZONE_AT_END = /(Z|UTC|GMT|[+-]\d{2}:?\d{2}) ?(?:\([^)]{0,20}\))?$/i;

/** @returns undefined where the text is no date that can be read without guessing */
export function parseMachineDate(text: string): ParsedDate | undefined {
  const trimmed = text.trim().slice(0, MAX_DATE_CHARACTERS).replace(/\s+/g, " ");
  if (EPOCH.test(trimmed)) {
    const seconds = Number(trimmed.slice(0, 10));
    return instant(new Date(seconds * 1000), "+00:00");
  }
  const iso = ISO.exec(trimmed);
  if (iso) return parseIso(iso);
  return WORDY.test(trimmed) ? parseWordy(trimmed) : undefined;
}

function parseIso(match: RegExpExecArray): ParsedDate | undefined {
  const [, year = "", month = "", day = "", hour, minute = "00", second = "00", zone] = match;
  const date = `${year}-${month}-${day}`;
  if (!isCalendarDay(date)) return undefined;
  const isUnzonedMidnight =
    zone === undefined && Number(hour) === 0 && Number(minute) === 0 && Number(second) === 0;
  if (hour === undefined || isUnzonedMidnight) return { value: date };
  if (zone !== undefined && NOON_MARK.test(zone)) return parseIsoOfTwelve(date, Number(hour), minute, zone);
  const local = Date.parse(`${date}T${hour.padStart(2, "0")}:${minute}:${second}Z`);
  if (Number.isNaN(local)) return { value: date };
  const offset = zone === undefined ? undefined : normalOffset(zone);
  return instant(new Date(local - offsetMinutes(offset) * MS_PER_MINUTE), offset);
}

const NOON_MARK = /^[ap]/i;
const HALF_DAY = 12;

/** "2023-11-28 2:05 PM" */
function parseIsoOfTwelve(date: string, hour: number, minute: string, mark: string): ParsedDate {
  const hours = String((hour % HALF_DAY) + (/^p/i.test(mark) ? HALF_DAY : 0)).padStart(2, "0");
  const ms = Date.parse(`${date}T${hours}:${minute}:00Z`);
  return (hour <= HALF_DAY ? instant(new Date(ms), undefined) : undefined) ?? { value: date };
}

/** RFC 2822 and "May 3, 2024 4:05 PM": English month names, read by the platform's own parser. */
function parseWordy(text: string): ParsedDate | undefined {
  const zone = ZONE_AT_END.exec(text)?.[1];
  const hasTime = /\d:\d\d/.test(text);
  const ms = Date.parse(zone === undefined && !/\b[A-Z]{2,4}T\b/.test(text) ? `${text} UTC` : text);
  if (Number.isNaN(ms)) return undefined;
  const date = new Date(ms);
  if (!hasTime) return isCalendarDay(isoDay(date)) ? { value: isoDay(date) } : undefined;
  return instant(date, zone === undefined ? undefined : normalOffset(zone));
}

function instant(date: Date, offset: string | undefined): ParsedDate | undefined {
  if (Number.isNaN(date.getTime()) || !isCalendarDay(isoDay(date))) return undefined;
  const value = `${date.toISOString().slice(0, 19)}Z`;
  return offset === undefined ? { value } : { value, offset };
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** True for a day that exists, in a year that can be a publication's. */
function isCalendarDay(day: string): boolean {
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(ms) || isoDay(new Date(ms)) !== day) return false;
  const year = Number(day.slice(0, 4));
  return year >= MIN_YEAR && year <= MAX_YEAR;
}

/** `Z`, `GMT`, `+0900`, `+09` as `+09:00`. */
function normalOffset(zone: string): string {
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return "+00:00";
  const [hours = "", minutes] = zone.slice(1).split(":");
  const digits = minutes === undefined ? hours.padEnd(4, "0") : hours.padStart(2, "0") + minutes;
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2, 4)}`;
}

function offsetMinutes(offset: string | undefined): number {
  if (offset === undefined) return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return offset.startsWith("-") ? -minutes : minutes;
}

/** True where the moment does not lie after the fetch (always true where the fetch time is not known). */
export function isBelievable(date: ParsedDate, fetchedAt: number | undefined): boolean {
  if (fetchedAt === undefined) return true;
  const isPlain = date.value.length === "2023-11-28".length;
  const ms = Date.parse(isPlain ? `${date.value}T00:00:00Z` : date.value);
  return ms <= fetchedAt + (isPlain ? EASTERNMOST_OFFSET_MS : CLOCK_SKEW_MS);
}

export function newsTime(date: ParsedDate, source: MetadataSource): NewsTime {
  return date.offset === undefined
    ? { value: date.value, source }
    : { value: date.value, offset: date.offset, source };
}
