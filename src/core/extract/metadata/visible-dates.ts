/*
 * Dates as readers see them. Written days of all languages are read by dates/written-date.ts; chrono-node adds what its
 * locales know beyond them: "3 hours ago", abbreviated years, time zones of the English-speaking countries.
 *
 * Only lines of bounded length are handed over: chrono's patterns are many and not made for hostile text. Each
 * locale is loaded by name, because the whole package takes a quarter of a second to load.
 */
import * as de from "chrono-node/de";
import * as en from "chrono-node/en";
import * as es from "chrono-node/es";
import * as fr from "chrono-node/fr";
import * as it from "chrono-node/it";
import * as ja from "chrono-node/ja";
import * as nl from "chrono-node/nl";
import * as pt from "chrono-node/pt";
import * as ru from "chrono-node/ru";
import * as uk from "chrono-node/uk";
import * as zh from "chrono-node/zh";
import { MONTHS } from "../dates/calendars.ts";
import { offsetOf, readWrittenDate } from "../dates/written-date.ts";
import { PUBLISHED_LABEL, UPDATED_LABEL } from "../vocabulary/date-labels.ts";
import type { ParsedDate } from "./dates.ts";

type Locale = Pick<typeof en, "parse">;

const LOCALES = new Map<string, Locale>([
  ["en", en],
  ["de", de],
  ["es", es],
  ["fr", fr],
  ["it", it],
  ["ja", ja],
  ["nl", nl],
  ["pt", pt],
  ["ru", ru],
  ["uk", uk],
  ["zh", zh],
]);

const MAX_LINE_CHARACTERS = 120;
const DIGIT = /[\p{Nd}年]/u;
/** Figures that are a day and a month in either order: "05/03/2024", also behind a weekday or a time. */
const DAY_AND_MONTH = /(?<!\d|\d{4}[./-])(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}/;
/** Reference for relative dates where the fetch time is not known; such dates are not taken then. */
const NO_REFERENCE = new Date(0);
/** No page is older; smaller years are relative dates counted from NO_REFERENCE. */
const MIN_YEAR = 1980;

/**
 * @param language BCP 47 tag of the text; English is tried for every language
 * @param fetchedAt ms since epoch, for "3 hours ago"
 * @returns a date whose year, month and day all stand in the line, undefined otherwise
 */
export function parseVisibleDate(
  line: string,
  language: string | null,
  fetchedAt?: number,
): ParsedDate | undefined {
  if (line.length > MAX_LINE_CHARACTERS || !DIGIT.test(line)) return undefined;
  const published = PUBLISHED_LABEL.exec(line);
  // "Updated … | Published …": the publication, wherever it stands.
  if (published && published.index > 0 && UPDATED_LABEL.test(line.slice(0, published.index))) {
    const date = parseDateLine(line.slice(published.index), language, fetchedAt);
    if (date) return date;
  }
  return parseDateLine(line, language, fetchedAt);
}

/** The day behind "Updated", up to a "Published" that follows it; undefined where the line says no such thing. */
export function parseUpdatedDate(
  line: string,
  language: string | null,
  fetchedAt?: number,
): ParsedDate | undefined {
  if (line.length > MAX_LINE_CHARACTERS) return undefined;
  const label = UPDATED_LABEL.exec(line);
  if (label === null) return undefined;
  const behind = line.slice(label.index);
  const publishedAt = PUBLISHED_LABEL.exec(behind)?.index;
  return parseVisibleDate(behind.slice(0, publishedAt), language, fetchedAt);
}

/** "- 4 min read": chrono would count it from the hour of its reference. */
const READING_TIME = /(?:^|[-–—|·•,(]\s?)\d{1,3}[\s-]?min(?:ute)?s?(?!\p{L})(?! ago)/giu;
const MACHINE_DAY = /\d{4}-\d{2}-\d{2}[T ]\d/;
const PLAIN_LENGTH = "2023-11-28".length;

function parseDateLine(
  line: string,
  language: string | null,
  fetchedAt: number | undefined,
): ParsedDate | undefined {
  const own = LOCALES.get(language?.slice(0, 2) ?? "en");
  const text = line.replace(READING_TIME, " ");
  const byChrono = (locale: Locale | undefined) => locale && parseWith(locale, text, fetchedAt);
  // English first by chrono, which knows its zones; elsewhere, and where a machine wrote it, the strict reader.
  if (own !== en || MACHINE_DAY.test(line)) {
    return readWrittenDate(line, language) ?? byChrono(own) ?? byChrono(en);
  }
  const found = byChrono(en);
  if (found && found.value.length > PLAIN_LENGTH) return found;
  const written = readWrittenDate(line, language);
  return found && !written?.value.startsWith(found.value) ? found : written;
}

function parseWith(locale: Locale, line: string, fetchedAt: number | undefined): ParsedDate | undefined {
  const reference = fetchedAt === undefined ? NO_REFERENCE : new Date(fetchedAt);
  for (const { start, text } of locale.parse(line, { instant: reference, timezone: 0 })) {
    if (locale === en && hasEitherOrder(text)) continue;
    const isStated = start.isCertain("day") && start.isCertain("month") && start.isCertain("year");
    if (!isStated || (start.get("year") ?? 0) < MIN_YEAR) continue;
    if (!start.isCertain("hour")) {
      const numbers = [start.get("year"), start.get("month"), start.get("day")];
      return { value: numbers.map((number, at) => String(number).padStart(at === 0 ? 4 : 2, "0")).join("-") };
    }
    const value = `${start.date().toISOString().slice(0, 19)}Z`;
    const zone = start.isCertain("timezoneOffset") ? start.get("timezoneOffset") : null;
    return zone === null ? { value } : { value, offset: offsetOf(zone) };
  }
  return undefined;
}

/** True for a date in figures that Americans and others read differently. */
function hasEitherOrder(text: string): boolean {
  const match = DAY_AND_MONTH.exec(text);
  const [first, second] = [Number(match?.[1]), Number(match?.[2])];
  return match !== null && first <= MONTHS && second <= MONTHS && first !== second;
}
