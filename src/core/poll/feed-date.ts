/*
 * Dates as feeds write them: RFC 822 with all its freedoms (two-digit years, zone names, no weekday),
 * RFC 3339, W3CDTF, and the American "Nov 28, 2023". Never `Date.parse` on the text itself: it reads a
 * time without a zone in the machine's own zone.
 *
 * A time whose zone is missing or unknown is off by up to 14 hours: only its date is kept. So it is where no clock
 * shows the time.
 */
import type { NewsTime } from "../model.ts";
import { DAY_MS, MINUTE_MS, SECOND_MS } from "../units.ts";

/** Longer than any date, short enough for every pattern below. */
const MAX_DATE_CHARS = 64;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_LETTERS = 3;

const MINUTES_AN_HOUR = 60;

/**
 * Zone names and their offset in hours. RFC 822 section 5.1 for the American ones; the others stand for
 * one zone only. IST, CST as China's and AST are left out or read as RFC 822 says: they mean several.
 */
const ZONE_HOURS: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  cet: 1,
  cest: 2,
  met: 1,
  mest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  jst: 9,
  kst: 9,
  hkt: 8,
  sgt: 8,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
};

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?`;
const ZONE = String.raw`\s*(Z|[A-Za-z]{2,5}|[+-]\d{2}:?\d{2})?`;
/** 2023-11-28, 2023-11-28T04:10Z, 2023-11-28 04:10:00 +0900 */
const ISO = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})(?:[T\s]\s*${TIME}${ZONE})?`, "i");
/** Tue, 28 Nov 2023 04:10:00 +0900; 28 Nov 23; 28-Nov-2023 */
const DAY_FIRST = new RegExp(
  String.raw`^(?:[A-Za-z]+\.?,?\s*)?(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})\b(?:,?\s+${TIME}${ZONE})?`,
);
/** Nov 28, 2023 04:10 EST; Tuesday, November 28, 2023 */
const MONTH_FIRST = new RegExp(
  String.raw`^(?:[A-Za-z]+\.?,?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\b(?:,?\s+${TIME}${ZONE})?`,
);

interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  readonly zone?: string | undefined;
}

/**
 * @param text a date as the feed wrote it
 * @returns its instant in UTC, or its plain date where no zone is known; null where it is no date
 */
export function feedDate(text: string | null | undefined): NewsTime | null {
  const trimmed = text?.trim().slice(0, MAX_DATE_CHARS) ?? "";
  if (trimmed === "") return null;
  const parts = dateParts(trimmed);
  return parts ? newsTime(parts) : null;
}

/** ms since epoch; a plain date counts from its first moment in UTC. */
export const instantOf = (time: NewsTime): number => Date.parse(time.value);

function dateParts(text: string): DateParts | undefined {
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    return { year: Number(year), month: Number(month), day: Number(day), hour, minute, second, zone };
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) {
    const [, day, name, year, hour, minute, second, zone] = dayFirst;
    return { year: fullYear(year), month: monthOf(name), day: Number(day), hour, minute, second, zone };
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (!monthFirst) return undefined;
  const [, name, day, year, hour, minute, second, zone] = monthFirst;
  return { year: Number(year), month: monthOf(name), day: Number(day), hour, minute, second, zone };
}

/** 0 where the name is no month in English. */
const monthOf = (name = ""): number => MONTHS.indexOf(name.slice(0, MONTH_LETTERS).toLowerCase()) + 1;

/** RFC 2822 section 4.3: 00 to 49 are this century. */
const CENTURY_TURN = 50;
const YEARS_A_CENTURY = 100;
const LAST_CENTURY = 1_900;
function fullYear(digits = ""): number {
  const year = Number(digits);
  if (year >= YEARS_A_CENTURY) return year;
  return LAST_CENTURY + year + (year < CENTURY_TURN ? YEARS_A_CENTURY : 0);
}

/** Minutes east of UTC; undefined where the zone is missing or unknown. */
function offsetMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  const numeric = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!numeric) {
    const hours = ZONE_HOURS[zone.toLowerCase()];
    return hours === undefined ? undefined : hours * MINUTES_AN_HOUR;
  }
  const minutes = Number(numeric[2]) * MINUTES_AN_HOUR + Number(numeric[3]);
  return numeric[1] === "-" ? -minutes : minutes;
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const sign = minutes < 0 ? "-" : "+";
  return `${sign}${twoDigits(Math.floor(size / MINUTES_AN_HOUR))}:${twoDigits(size % MINUTES_AN_HOUR)}`;
}

/** Length of `2023-11-28` and of `2023-11-28T04:10:00` in an ISO string. */
const DATE_CHARS = 10;
const SECOND_CHARS = 19;

/** RFC 3339 has four digits for a year. */
const LAST_YEAR = 9_999;

function newsTime(parts: DateParts): NewsTime | null {
  const { year, month, day } = parts;
  const date = new Date(Date.UTC(year, month - 1, day));
  // Date.UTC carries 31 February over into March, and takes the year 1, with which programs say that they know no
  // date, for 1901: such a date is a mistake, not another day.
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  const seconds = secondsOfDay(parts);
  const offset = offsetMinutes(parts.zone);
  if (seconds === undefined || offset === undefined)
    return { value: date.toISOString().slice(0, DATE_CHARS), source: "feed" };
  const instant = new Date(date.getTime() + seconds * SECOND_MS - offset * MINUTE_MS);
  if (instant.getUTCFullYear() > LAST_YEAR) return null;
  const value = `${instant.toISOString().slice(0, SECOND_CHARS)}Z`;
  return { value, offset: offsetText(offset), source: "feed" };
}

/** ISO 8601 ends a day with 24:00:00. */
const LAST_SECOND = DAY_MS / SECOND_MS;
/** A leap second is the 60th. */
const MAX_SECOND = 60;

/** Undefined where there is no time, or none that a clock shows. */
function secondsOfDay({ hour, minute, second }: DateParts): number | undefined {
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second ?? 0)];
  const ofDay = ((hours * MINUTES_AN_HOUR + minutes) * MINUTE_MS) / SECOND_MS + seconds;
  return minutes < MINUTES_AN_HOUR && seconds <= MAX_SECOND && ofDay <= LAST_SECOND ? ofDay : undefined;
}
