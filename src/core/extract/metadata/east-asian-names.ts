/*
 * Names in Korean, Chinese and Japanese bylines: the job stands before or behind the name, often without a space, and
 * several names may stand beside each other.
 *
 *   김도윤 박서연 기자   ──▶  김도윤, 박서연        記者王小明          ──▶  王小明
 *   김도윤 디지털팀 기자  ──▶  김도윤               岡本健太 編集委員    ──▶  岡本健太
 */
import { agencyName } from "../vocabulary/agencies.ts";
import {
  CHINESE_SURNAMES,
  HAN_DESKS,
  HAN_RANKS,
  HAN_ROLES_BEFORE,
  HAN_ROLES_BEHIND,
  KOREAN_DESKS,
  KOREAN_RANKS,
  KOREAN_ROLES,
  KOREAN_SURNAMES,
} from "../vocabulary/east-asian-roles.ts";
import { anyOf } from "../vocabulary/word-list.ts";

export interface EastAsianPart {
  readonly names: readonly string[];
  /** "新华社记者 王小明": the agency that stands before the job. */
  readonly agency?: string | undefined;
}

const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・ー々\s=＝]+$/u;
const HANGUL = /\p{Script=Hangul}/u;
/** Han and kana names of 2 to 12 characters; Korean ones of 2 to 4, foreign ones longer. */
const NAME = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・ー々 ]{2,12}$/u;
const KOREAN_NAME = /^\p{Script=Hangul}{2,4}$/u;

const KOREAN_ROLE = new RegExp(`(?:(?:${anyOf(KOREAN_RANKS)})?기자|${anyOf(KOREAN_ROLES)})$`, "u");
const KOREAN_DESK = new RegExp(`(?:${anyOf(KOREAN_DESKS)})$`, "u");
const HAN_ROLE_BEFORE = new RegExp(
  `^(?:${anyOf(HAN_RANKS)})?(?:${anyOf(HAN_ROLES_BEFORE)})[・\\s]*(?=\\S)`,
  "u",
);
const HAN_ROLE_BEHIND = new RegExp(`\\s?(?:本[报報])?(?:${anyOf(HAN_ROLES_BEHIND)})$`, "u");
const HAN_DESK = new RegExp(`(?:${anyOf(HAN_DESKS)})$`, "u");
const KOREAN_SURNAME = new RegExp(`^[${KOREAN_SURNAMES}]`, "u");
const CHINESE_SURNAME = new RegExp(`^[${CHINESE_SURNAMES}]`, "u");

/** "社会部" is a desk, "阿部" a surname. */
const MIN_DESK_CHARACTERS = 3;

/** @returns null where the part is not written in these scripts alone */
export function eastAsianPart(part: string): EastAsianPart | null {
  if (!EAST_ASIAN.test(part)) return null;
  const own = part.slice(Math.max(part.lastIndexOf("="), part.lastIndexOf("＝")) + 1).trim();
  return HANGUL.test(own) ? koreanPart(own) : hanPart(own);
}

function koreanPart(part: string): EastAsianPart {
  const words = part.split(/\s+/);
  const withoutRoles = words.map((word) => word.replace(KOREAN_ROLE, ""));
  const hasRole = withoutRoles.some((word, at) => word !== words[at]);
  const rest = withoutRoles.filter((word) => word !== "" && !KOREAN_DESK.test(word));
  const isList = rest.length > 1 && rest.every((word) => KOREAN_NAME.test(word) && KOREAN_SURNAME.test(word));
  const isDesk = !hasRole && rest.length < words.length;
  if (isDesk || rest.length === 0) return { names: [] };
  return { names: (isList ? rest : [rest.join(" ")]).filter((name) => NAME.test(name)) };
}

const AGENCY_BEFORE_ROLE = /^(\p{Script=Han}{2,4}社)(?=[记記]者)/u;

function hanPart(written: string): EastAsianPart {
  const agency = agencyName(AGENCY_BEFORE_ROLE.exec(written)?.[1] ?? "");
  const part = written.replace(AGENCY_BEFORE_ROLE, "");
  const bare = part.replace(HAN_ROLE_BEFORE, "").replace(HAN_ROLE_BEHIND, "").trim();
  const words = bare.split(/\s+/).filter((word) => word.length < MIN_DESK_CHARACTERS || !HAN_DESK.test(word));
  const isList =
    words.length > 1 &&
    words.every((word) => word.length > 1 && word.length <= 4 && CHINESE_SURNAME.test(word));
  const names = isList ? words : [words.join(" ")];
  return { names: names.filter((name) => NAME.test(name)), agency };
}
