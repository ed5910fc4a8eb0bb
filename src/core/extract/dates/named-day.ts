/*
 * Days with the name of a month. The line is cut into numbers and words; around a name, day and year are looked for in
 * the orders that languages write them in:
 *
 *   28 November 2023       day, year behind the name       most languages
 *   November 28, 2023      both behind                     English, Filipino, Korean sites in English
 *   2023. november 28.     year before, day behind         Hungarian, Lithuanian, Basque, Kazakh
 *   2023. gada 28. novembris    both before                Latvian
 */

import { wordSet } from "../vocabulary/word-list.ts";
import { BUDDHIST_OFFSET, type Day, gregorianDay, MIN_BUDDHIST_YEAR, solarHijriDay } from "./calendars.ts";
import { type Month, monthOf } from "./month-lookup.ts";
import type { WrittenDay } from "./written-day.ts";

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const TOKEN = /\d{1,12}|[\p{L}\p{M}]{1,40}/gu;
/** What may stand between the parts of one date. */
const GAP = /^[\s.,،、'’\-–—־·ºª°()/]{0,4}$/;
/** Longest line that is cut: longer ones show no date. */
const MAX_TOKENS = 60;
const MAX_CONNECTORS = 3;

/**
 * Small words between day, month and year: articles, ordinal endings, words for day, month and year. Source: the date
 * patterns of Unicode CLDR 48 (dateFormats long and full) and the ordinals of its rule-based number formats.
 */
const CONNECTORS = wordSet(`
  de del of den der dem d l di da do du la le il el les a o e i st nd rd th er eme om the ng ika m men
  nam ngay gada gads g r roku rok ev ko eko ren an en aasta aastal godine godina год года г р рік року го
  ב ה של من في سنه عام لعام لسنه ماه سال ال ه م พศ คศ ปี เดือน ที่ วันที่ को सन ई წელი წ թ թվականի yil yili il
  жылы жылғы жыл ж του της η το`);

export function namedDay(line: string, language: string | null): WrittenDay | undefined {
  const tokens = tokensOf(line);
  for (let index = 0; index < tokens.length; index++) {
    const named = monthAt(line, tokens, index, language);
    if (!named) continue;
    const found = dayAround(line, tokens, index, named);
    if (found) return found;
  }
  return undefined;
}

function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  for (const match of line.matchAll(TOKEN)) {
    tokens.push({ text: match[0], from: match.index, to: match.index + match[0].length });
    if (tokens.length === MAX_TOKENS) break;
  }
  return tokens;
}

interface NamedMonth {
  readonly month: Month;
  /** Index of its last token. */
  readonly last: number;
}

/** The month named from this token on, with the name of another usage behind a slash: "تشرين الثاني/نوفمبر". */
function monthAt(
  line: string,
  tokens: readonly Token[],
  index: number,
  language: string | null,
): NamedMonth | undefined {
  const named = oneMonthAt(line, tokens, index, language);
  const next = named && tokens[named.last + 1];
  if (!named || !next) return named;
  const gap = line.slice(tokens[named.last]?.to, next.from);
  const other = /^\s?[/(-]\s?$/.test(gap) ? oneMonthAt(line, tokens, named.last + 1, language) : undefined;
  return other?.month.number === named.month.number ? { ...named, last: other.last } : named;
}

function oneMonthAt(
  line: string,
  tokens: readonly Token[],
  index: number,
  language: string | null,
): NamedMonth | undefined {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (!token || /^\d/.test(token.text)) return undefined;
  const two =
    next && line.slice(token.to, next.from) === " "
      ? monthOf(`${token.text} ${next.text}`, language)
      : undefined;
  if (two) return { month: two, last: index + 1 };
  const one = monthOf(token.text, language);
  return one && { month: one, last: index };
}

interface NumberToken extends Token {
  /** Thai marks before a year: Buddhist or Christian era. */
  readonly era: "buddhist" | "christian" | null;
}

/** Day and year of one date. */
const PARTS = 2;

/** Up to two numbers beside the token, the nearest first; connectors and light punctuation are stepped over. */
function numbersBeside(line: string, tokens: readonly Token[], from: number, step: 1 | -1): NumberToken[] {
  const numbers: NumberToken[] = [];
  let connectors = 0;
  for (let at = from + step; numbers.length < PARTS && connectors <= MAX_CONNECTORS; at += step) {
    const [token, last] = [tokens[at], tokens[at - step]];
    if (!token || !last) break;
    const gap = step > 0 ? line.slice(last.to, token.from) : line.slice(token.to, last.from);
    if (!GAP.test(gap)) break;
    if (/^\d/.test(token.text)) {
      if (isPartOfClock(line, token)) break;
      numbers.push({ ...token, era: eraBefore(tokens[at - 1]) });
      connectors = 0;
    } else if (CONNECTORS.has(token.text)) connectors++;
    else break;
  }
  return numbers;
}

function isPartOfClock(line: string, token: Token): boolean {
  return line[token.from - 1] === ":" || line[token.to] === ":";
}

function eraBefore(token: Token | undefined): NumberToken["era"] {
  if (token?.text === "พศ") return "buddhist";
  return token?.text === "คศ" ? "christian" : null;
}

function dayAround(
  line: string,
  tokens: readonly Token[],
  index: number,
  { month, last }: NamedMonth,
): WrittenDay | undefined {
  const [before, beforeThat] = numbersBeside(line, tokens, index, -1);
  const [after, afterThat] = numbersBeside(line, tokens, last, 1);
  const orders: ReadonlyArray<readonly [day: NumberToken | undefined, year: NumberToken | undefined]> = [
    [before, after],
    [after, afterThat],
    [after, before],
    [before, beforeThat],
  ];
  for (const [day, year] of orders) {
    const found = day && year && dayOf(day, month, year);
    if (!found) continue;
    const ends = [tokens[index], tokens[last], day, year].flatMap((token) => token ?? []);
    const from = Math.min(...ends.map((token) => token.from));
    return { ...found, from, to: Math.max(...ends.map((token) => token.to)) };
  }
  return undefined;
}

const YEAR_DIGITS = 4;
const MAX_DAY_DIGITS = 2;
/** Thai pages shorten พ.ศ. 2566 to 66; the web's first Thai news are of 2540. Below, it might be a Christian year. */
const MIN_SHORT_BUDDHIST_YEAR = 40;

function dayOf(day: NumberToken, month: Month, year: NumberToken): Day | undefined {
  if (day.text.length > MAX_DAY_DIGITS) return undefined;
  const [dayNumber, yearNumber] = [Number(day.text), Number(year.text)];
  if (month.calendar === "solar") return solarHijriDay(yearNumber, month.number, dayNumber);
  const isBuddhist =
    year.era === "buddhist" || (month.isThai && year.era === null && yearNumber > MIN_BUDDHIST_YEAR);
  const isShort = year.text.length === MAX_DAY_DIGITS && month.isThai && year.era !== "christian";
  if (isShort && yearNumber >= MIN_SHORT_BUDDHIST_YEAR) {
    return gregorianDay(MIN_BUDDHIST_YEAR + yearNumber - BUDDHIST_OFFSET, month.number, dayNumber);
  }
  if (year.text.length !== YEAR_DIGITS) return undefined;
  return gregorianDay(isBuddhist ? yearNumber - BUDDHIST_OFFSET : yearNumber, month.number, dayNumber);
}
