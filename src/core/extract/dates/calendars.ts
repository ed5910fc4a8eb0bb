/*
 * Years and days of the calendars that news pages show beside the Gregorian one.
 *
 *   Buddhist      พ.ศ. 2566 ──▶ 2023: 543 years ahead, same months and days (Thailand since 1941)
 *   Solar Hijri   ۷ آذر ۱۴۰۲ ──▶ 28 November 2023: years begin at the spring equinox; the 33-year rule of leap years below is
 *                 right for 1244 to 1472 (1865 to 2093), Borkowski, The Persian calendar for 3000 years, 1996
 *   Japan's eras  令和6年 ──▶ 2024: the first year (元年) is the year in which the reign began
 *   Minguo        民國113年 ──▶ 2024
 *
 * Left out: the lunar Hijri calendar, whose months begin with a sighting; Bikram Sambat and the Ethiopian calendar, whose
 * dates cannot be told from Gregorian ones by figures.
 */

export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

export const BUDDHIST_OFFSET = 543;
/** Larger years are Buddhist where the language is Thai: 1957. */
export const MIN_BUDDHIST_YEAR = 2500;
/** First and last Solar Hijri years that are read: 1980 to 2092. */
const MIN_SOLAR_YEAR = 1359;
const MAX_SOLAR_YEAR = 1471;
/** The web is younger; Gregorian years up to here can be a publication's. */
const MIN_YEAR = 1980;
const MAX_YEAR = 2200;
const MS_PER_DAY = 86_400_000;
/** 1 Farvardin 1400. */
const SOLAR_REFERENCE = { year: 1400, ms: Date.UTC(2021, 2, 21) };
const LONG_SOLAR_MONTHS = 6;
/** Of the Gregorian and of the Solar Hijri year. */
export const MONTHS = 12;
const [YEAR_DAYS, LEAP_YEAR_DAYS] = [365, 366];
/** A year is a leap year where (25 × year + 11) mod 33 is below 8 (Borkowski 1996, as above): 8 of 33 are. */
const LEAP_CYCLE = { years: 33, factor: 25, shift: 11, leapYears: 8 } as const;
const SOLAR_MONTH_DAYS = 30;

/** The first year of each era, less one. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民国: 1911, 民國: 1911 };

/** @returns undefined for an era that is not known */
export function yearOfEra(era: string, year: number): number | undefined {
  const before = ERAS[era];
  return before === undefined ? undefined : before + year;
}

/** @returns undefined where there is no such day, or its year cannot be a publication's */
export function gregorianDay(year: number, month: number, day: number): Day | undefined {
  if (year < MIN_YEAR || year > MAX_YEAR) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : undefined;
}

/** @returns the Gregorian day; undefined where the calendar has no such day */
export function solarHijriDay(year: number, month: number, day: number): Day | undefined {
  if (year < MIN_SOLAR_YEAR || year > MAX_SOLAR_YEAR || month < 1 || month > MONTHS) return undefined;
  if (day < 1 || day > solarMonthLength(year, month)) return undefined;
  let days = 0;
  for (let at = SOLAR_REFERENCE.year; at < year; at++) days += solarYearLength(at);
  for (let at = year; at < SOLAR_REFERENCE.year; at++) days -= solarYearLength(at);
  days += (month - 1) * SOLAR_MONTH_DAYS + Math.min(month - 1, LONG_SOLAR_MONTHS) + day - 1;
  const date = new Date(SOLAR_REFERENCE.ms + days * MS_PER_DAY);
  return gregorianDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function solarYearLength(year: number): number {
  return isSolarLeap(year) ? LEAP_YEAR_DAYS : YEAR_DAYS;
}

function isSolarLeap(year: number): boolean {
  return (LEAP_CYCLE.factor * year + LEAP_CYCLE.shift) % LEAP_CYCLE.years < LEAP_CYCLE.leapYears;
}

/** Six months of 31 days, five of 30, Esfand of 29 or 30. */
function solarMonthLength(year: number, month: number): number {
  if (month <= LONG_SOLAR_MONTHS) return SOLAR_MONTH_DAYS + 1;
  return month < MONTHS || isSolarLeap(year) ? SOLAR_MONTH_DAYS : SOLAR_MONTH_DAYS - 1;
}
