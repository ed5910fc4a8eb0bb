/*
 * Datelines of Korean, Chinese and Japanese agencies and papers, which have no dash behind them.
 *
 *   (서울=연합뉴스) 김도윤 기자 = …     place 서울, agency Yonhap, reporter 김도윤 기자
 *   新华社北京3月3日电（记者王小明）…     place 北京, agency Xinhua, day, reporter
 *   （中央社記者王小明台北3日電）…        agency CNA, day; where the name ends and the place begins cannot be told
 *   【ソウル共同】…                     place ソウル, agency Kyodo
 *   【パリ＝岡本健太】…                  place パリ, reporter 岡本健太
 */
import { agencyName } from "../vocabulary/agencies.ts";
import { OTHER_CREDITS } from "../vocabulary/byline-words.ts";

export interface EastAsianDateline {
  readonly place: string | null;
  readonly agency: string | null;
  readonly day: string | null;
  /** As written, with the job; null where none is named. */
  readonly reporter: string | null;
  /** The text behind it. */
  readonly rest: string;
}

const MAX_HEAD_CHARACTERS = 60;
const KOREAN =
  /^[([]([\p{Script=Hangul}·]{2,8})=([\p{Script=Hangul}A-Z0-9]{2,10})[)\]]\s?(?:((?:\p{Script=Hangul}{2,4}[·\s]?){1,3}(?:기자|특파원))\s?=)?\s?/u;
/** Papers and agencies that the list does not know. */
const KOREAN_SOURCE = /(?:뉴스|뉴시스|통신|신문|일보|닷컴)$/u;
const CHINESE =
  /^[（(【]?(\p{Script=Han}{2,4}社)(?:[记記]者)?(\p{Script=Han}{0,12}?)((?:\d{1,2}月)?\d{1,2}日)(?:专电|电|電|讯|訊)[)）】]?\s?(?:[（(]([记記]者[^（）()]{2,24})[)）])?\s?/u;
const CHINESE_BYLINE = /^[（(【]?\p{Script=Han}{2,4}社[记記]者/u;
const BRACKETED = /^[【［[]([^】］\]]{2,30})[】］\]]\s?(?:[-–—]\s)?/u;
const DAY_AT_END = /[\s\u3000]?((?:[\d０-９]{1,2}月)?[\d０-９]{1,2}日)$/u;
const PLACE = /^[\p{Script=Han}\p{Script=Katakana}ー・]{2,12}$/u;

export function readEastAsianDateline(text: string): EastAsianDateline | null {
  const head = text.slice(0, MAX_HEAD_CHARACTERS);
  return korean(head, text) ?? chinese(head, text) ?? bracketed(head, text);
}

function korean(head: string, text: string): EastAsianDateline | null {
  const match = KOREAN.exec(head);
  if (!match) return null;
  const [taken, place = "", agency = "", reporter = null] = match;
  const isSource = agencyName(agency) !== undefined || reporter !== null || KOREAN_SOURCE.test(agency);
  if (OTHER_CREDITS.has(place) || !isSource) return null;
  return { place, agency: agencyName(agency) ?? agency, day: null, reporter, rest: text.slice(taken.length) };
}

function chinese(head: string, text: string): EastAsianDateline | null {
  const match = CHINESE.exec(head);
  const agency = agencyName(match?.[1] ?? "");
  if (!match || agency === undefined) return null;
  const place = CHINESE_BYLINE.test(head) ? null : match[2] || null;
  return {
    place,
    agency,
    day: match[3] ?? null,
    reporter: match[4] ?? null,
    rest: text.slice(match[0].length),
  };
}

function bracketed(head: string, text: string): EastAsianDateline | null {
  const match = BRACKETED.exec(head);
  if (!match) return null;
  const rest = text.slice(match[0].length);
  const [before = "", reporter] = (match[1] ?? "").split(/[＝=]/);
  if (reporter !== undefined) {
    const isNamed =
      PLACE.test(before) && !OTHER_CREDITS.has(before) && PLACE.test(reporter.replace(/\s/g, ""));
    const agency = agencyName(reporter) ?? null;
    return isNamed
      ? { place: before, agency, day: null, reporter: agency === null ? reporter : null, rest }
      : null;
  }
  return agencyAtEnd(before.trim(), rest);
}

/** "ソウル共同", "北京3月3日新華社", "3月3日 AFP" */
function agencyAtEnd(inside: string, rest: string): EastAsianDateline | null {
  for (let at = Math.max(0, inside.length - MAX_AGENCY_CHARACTERS); at <= inside.length - 2; at++) {
    const agency = agencyName(inside.slice(at).trim().toLowerCase());
    if (agency === undefined) continue;
    const before = inside.slice(0, at).trim();
    const day = DAY_AT_END.exec(before)?.[1] ?? null;
    const place = before.replace(DAY_AT_END, "").trim();
    if (place === "" && day === null) return null;
    return place === "" || PLACE.test(place)
      ? { place: place || null, agency, day, reporter: null, rest }
      : null;
  }
  return null;
}

const MAX_AGENCY_CHARACTERS = 6;
