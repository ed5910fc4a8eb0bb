/*
 * Dates as people write them in any of the languages of vocabulary/month-names.ts, with the time of day and its zone
 * where the line says them. Strict: nothing is taken from the day of the fetch, nothing is guessed where two readings
 * are possible.
 */
import type { ParsedDate } from "../metadata/dates.ts";
import { foldDateLine, lowerCase } from "./fold-line.ts";
import { type Clock, findClock } from "./written-clock.ts";
import { findWrittenDay, type WrittenDay } from "./written-day.ts";

/** Longer lines show no date. */
const MAX_LINE_CHARACTERS = 200;
const ANY_DIGIT = /[\p{Nd}年]/u;
const MS_PER_MINUTE = 60_000;
const MINUTES_PER_HOUR = 60;

/** True for a line that holds a day with its year, in any language. */
export function holdsWrittenDay(line: string): boolean {
  return lookAt(line, null) !== undefined;
}

/** @param language BCP 47 tag of the text, null where it is not known */
export function readWrittenDate(line: string, language: string | null): ParsedDate | undefined {
  const own = language?.split("-")[0] ?? null;
  const found = lookAt(line, own);
  if (!found) return undefined;
  return dateOf(found.day, findClock(found.folded, found.day, own));
}

function lookAt(line: string, language: string | null): { folded: string; day: WrittenDay } | undefined {
  if (line.length > MAX_LINE_CHARACTERS || !ANY_DIGIT.test(line)) return undefined;
  const folded = foldDateLine(line);
  const day = findWrittenDay(lowerCase(folded), language);
  return day && { folded, day };
}

/** A midnight without zone is a day whose time is not known, as in machine-written dates. */
function dateOf({ year, month, day }: WrittenDay, clock: Clock | undefined): ParsedDate {
  const plain = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  if (!clock) return { value: plain };
  const { hour, minute, second, offsetMinutes } = clock;
  if (offsetMinutes === undefined && hour + minute + second === 0) return { value: plain };
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const value = `${new Date(local - (offsetMinutes ?? 0) * MS_PER_MINUTE).toISOString().slice(0, 19)}Z`;
  return offsetMinutes === undefined ? { value } : { value, offset: offsetOf(offsetMinutes) };
}

/** Minutes east of UTC as `+09:00`. */
export function offsetOf(minutes: number): string {
  const size = Math.abs(minutes);
  const [hours, rest] = [Math.floor(size / MINUTES_PER_HOUR), size % MINUTES_PER_HOUR];
  return `${minutes < 0 ? "-" : "+"}${twoDigits(hours)}:${twoDigits(rest)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
