/*
 * Agency sign-offs: who reported, wrote and edited, behind the last sentence.
 *
 *   (Reporting by Jane Doe, John Roe; Editing by Max Muster)     people: Jane Doe, John Roe
 *   (dpa)   Reuters   © dpa-infocom, dpa:251025-930/1             agency
 */
import { titleKey } from "../blocks/text-shape.ts";
import { agencyName } from "../vocabulary/agencies.ts";
import {
  AGENCY_OPENER,
  DESK_OPENER,
  REPORTING_PHRASES,
  SIGN_OFF_PHRASES,
  SOURCE_LABEL,
} from "../vocabulary/sign-off-phrases.ts";

const MAX_SIGN_OFF_CHARACTERS = 700;
const MAX_CREDIT_CHARACTERS = 80;

/** "Associated Press writer Ola Berg contributed to this report.", "This report by The Canadian Press was first published …" */
const AGENCY_SENTENCES = [
  /^(?:The )?((?:\p{Lu}[\p{L}]{1,12} ?){1,3}) (?:\p{Ll}{3,12} )?(?:writers?|reporters?|journalists?|correspondents?) .{3,160} contributed(?: to this (?:report|story))?\.$/u,
  /^This report by (.{3,40}) was first published .{3,30}\.$/u,
];
const MAX_SENTENCE_CHARACTERS = 240;
/** Behind the agency: a desk, another agency, an outlet. */
const MAX_PART_WORDS = 3;
const RIGHTS_SIGN = /^\s{0,4}(?:©|\(c\))\s?/iu;
/** "dpa:251025-930/1" */
const DPA_NUMBER = /\bdpa:\d[\d/-]{0,30}$/;
const YEAR = /^\d{4}$/;

export interface SignOff {
  /** The parts that name reporters and writers, not editors: "Jane Doe, John Roe". */
  readonly reporters: readonly string[];
  readonly agency: string | null;
  /** Where it begins in the line. */
  readonly at: number;
}

/** A sign-off that is the whole line, or stands in brackets at its end. */
export function readSignOff(line: string): SignOff | null {
  const from = line.length <= MAX_SIGN_OFF_CHARACTERS ? 0 : line.length - MAX_SIGN_OFF_CHARACTERS;
  const tail = line.slice(from);
  const bracket = Math.max(tail.lastIndexOf("("), tail.lastIndexOf("["));
  const inBrackets =
    bracket >= 0 && /[)\]]\.?$/.test(tail) ? tail.slice(bracket + 1).replace(/[)\]]\.?$/, "") : null;
  if (inBrackets !== null && opensSignOff(inBrackets)) {
    return { reporters: reportersOf(inBrackets), agency: null, at: from + bracket };
  }
  if (from === 0 && opensSignOff(line)) return { reporters: reportersOf(line), agency: null, at: 0 };
  return agencyCredit(line, inBrackets, from + bracket);
}

function agencyCredit(line: string, inBrackets: string | null, bracketAt: number): SignOff | null {
  if (inBrackets !== null) {
    const agency = creditedAgency(inBrackets);
    if (agency) return { reporters: [], agency, at: bracketAt };
  }
  const agency = (line.length <= MAX_CREDIT_CHARACTERS ? wholeCredit(line) : null) ?? agencyOfSentence(line);
  return agency ? { reporters: [], agency, at: 0 } : null;
}

/** "Quelle: dpa", "© AFP 2031"; "© dpa/Jonna Tvedt" is a picture's. */
function wholeCredit(line: string): string | null {
  const rest = line.replace(RIGHTS_SIGN, "");
  if (rest === line) return creditedAgency(line.replace(/^[\s*–—-]{1,8}/, ""));
  const own = rest.replace(/^\d{4}\s|\s\d{4}$/, "");
  const parts = own
    .replace(DPA_NUMBER, "")
    .split(/\s?[/,;|]\s?/)
    .filter(Boolean);
  const isOfAgencies = parts.every((part) => YEAR.test(part) || agencyName(titleKey(part)) !== undefined);
  return isOfAgencies ? creditedAgency(own) : null;
}

function agencyOfSentence(line: string): string | null {
  if (line.length > MAX_SENTENCE_CHARACTERS) return null;
  for (const sentence of AGENCY_SENTENCES) {
    const agency = agencyName(titleKey(sentence.exec(line)?.[1] ?? ""));
    if (agency !== undefined) return agency;
  }
  return null;
}

/** "dpa", "dpa/lsw", "afp/jh": an agency, alone or first of a few. */
export function creditedAgency(text: string): string | null {
  const own = text
    .replace(DPA_NUMBER, "")
    .replace(SOURCE_LABEL, "")
    .replace(DESK_OPENER, "")
    .replace(/\sinputs?$/i, "");
  const parts = own.split(/\s?[/,;|]\s?/).map((part) => part.replace(AGENCY_OPENER, ""));
  if (parts.length > 4 || parts.some((part) => part.length > 30)) return null;
  // "Theo AFP, con tàu đã rời cảng" goes on with a sentence.
  if (parts.slice(1).some((part) => part.split(" ").length > MAX_PART_WORDS)) return null;
  for (const part of parts) {
    const agency = agencyName(titleKey(part));
    if (agency) return agency;
  }
  return null;
}

function opensSignOff(text: string): boolean {
  const opening = titleKey(text.slice(0, MAX_CREDIT_CHARACTERS));
  return SIGN_OFF_PHRASES.some((phrase) => opening.startsWith(`${phrase} `));
}

/** The names of the parts that open with a reporting phrase. */
function reportersOf(text: string): string[] {
  const names: string[] = [];
  for (const part of text.split(/[;.](?=\s|$)/)) {
    const key = titleKey(part);
    const phrase = REPORTING_PHRASES.find((candidate) => key.startsWith(`${candidate} `));
    if (phrase !== undefined)
      names.push(dropWords(part, phrase.split(" ").length).replace(/ in \p{Lu}[\p{L} ]{1,30}/gu, ""));
  }
  return names;
}

/** The text without its first words; brackets and spaces before them go too. */
function dropWords(text: string, count: number): string {
  return text
    .replace(/^[\s([]{1,8}/, "")
    .split(/\s+/)
    .slice(count)
    .join(" ")
    .replace(/^:\s?/, "");
}
