/*
 * Days in figures: 2023年11月28日, 令和5年11月28日, 2023년 11월 28일, 28 tháng 11 năm 2023, 28.11.2023, 2023/11/28, ۱۴۰۲/۰۹/۰۷.
 *
 * Read where the order is beyond doubt: marked by words, the year first, or the day before the month by the language's
 * custom or because a number is above 12. "05/03/2024" in English is not read. The customs are those of Unicode
 * CLDR 48, dateFormats short.
 */
import {
  BUDDHIST_OFFSET,
  type Day,
  gregorianDay,
  MIN_BUDDHIST_YEAR,
  MONTHS,
  solarHijriDay,
  yearOfEra,
} from "./calendars.ts";
import type { WrittenDay } from "./written-day.ts";

const HAN_DIGITS = "〇一二三四五六七八九";
/** 年月日, 년월일, and Mongolian "2023 оны 11 сарын 28". */
const MARKED =
  /(?:(令和|平成|昭和|民[国國])\s?)?(?<!\d)(\d{1,4}|元|[〇一二三四五六七八九]{4})\s?(?:年|년|оны)\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:月|월|сарын)\s?(\d{1,2}|[一二三四五六七八九十]{1,3})(?:\s?[日号號일]|(?!\d))/u;

export function markedDay(line: string): WrittenDay | undefined {
  const match = MARKED.exec(line);
  if (!match) return undefined;
  const [, era, year = "", month = "", day = ""] = match;
  const number = year === "元" ? 1 : hanNumber(year);
  if (era === undefined && year.length < 4) return undefined;
  const gregorian = era === undefined ? number : yearOfEra(era, number);
  return gregorian === undefined
    ? undefined
    : at(match, gregorianDay(gregorian, hanNumber(month), hanNumber(day)));
}

/** "二十八" and "二〇二三" as numbers, figures as they are. */
function hanNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const digits = [...text];
  const ten = digits.indexOf("十");
  const digitOf = (digit: string | undefined) => HAN_DIGITS.indexOf(digit ?? "");
  if (ten < 0) return Number(digits.map(digitOf).join(""));
  const tens = ten === 0 ? 1 : digitOf(digits[0]);
  return tens * 10 + (ten === digits.length - 1 ? 0 : digitOf(digits.at(-1)));
}

const YEAR_FIRST = /(?<![\d./-])(\d{4})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/;
const YEAR_LAST = /(?<![\d./-])(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/;
/** Figures that are Gregorian years in print may be others there (Bikram Sambat, Ethiopian). */
const OTHER_CALENDARS = new Set(["ne", "am", "ti"]);
/** Languages, or those whose readers live in countries of different customs, in which 05/03 may be May. */
const EITHER_ORDER = new Set(["en", "fil", "tl", "zh", "ja", "ko", "mn", "sw", "so", "ne", "am", "ti"]);

export function yearFirst(line: string, language: string | null): WrittenDay | undefined {
  const match = YEAR_FIRST.exec(line);
  if (!match || OTHER_CALENDARS.has(language ?? "")) return undefined;
  return at(match, dayOfFigures(Number(match[1]), Number(match[3]), Number(match[4]), language));
}

export function yearLast(line: string, language: string | null): WrittenDay | undefined {
  const match = YEAR_LAST.exec(line);
  if (!match || OTHER_CALENDARS.has(language ?? "")) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const isDayFirst = first > MONTHS || first === second || (language !== null && !EITHER_ORDER.has(language));
  if (isDayFirst) return at(match, dayOfFigures(year, second, first, language));
  return second > MONTHS ? at(match, dayOfFigures(year, first, second, language)) : undefined;
}

/** Languages that count years by the Solar Hijri calendar. */
const SOLAR_LANGUAGES = new Set(["fa", "ps"]);

function dayOfFigures(year: number, month: number, day: number, language: string | null): Day | undefined {
  if (SOLAR_LANGUAGES.has(language ?? "")) {
    const solar = solarHijriDay(year, month, day);
    if (solar) return solar;
  }
  const isBuddhist = (language ?? "th") === "th" && year > MIN_BUDDHIST_YEAR;
  return gregorianDay(isBuddhist ? year - BUDDHIST_OFFSET : year, month, day);
}

/** "28 tháng 11 năm 2023", "28 thg 11, 2023". */
const VIETNAMESE = /(?<!\d)(\d{1,2})\s?(?:thang|thg)\s?(\d{1,2})\s?[,/-]?\s?(?:nam\s?)?(\d{4})(?!\d)/;

export function vietnameseDay(line: string): WrittenDay | undefined {
  const match = VIETNAMESE.exec(line);
  return match ? at(match, gregorianDay(Number(match[3]), Number(match[2]), Number(match[1]))) : undefined;
}

function at(match: RegExpExecArray, day: Day | undefined): WrittenDay | undefined {
  return day && { ...day, from: match.index, to: match.index + match[0].length };
}
