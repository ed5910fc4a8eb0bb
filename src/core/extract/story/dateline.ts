/*
 * Datelines: place, day and agency before the first sentence.
 *
 *   SEOUL (Reuters) - North Korea …               place SEOUL, agency Reuters
 *   SEOUL, South Korea (Nov. 28, 2023) - In …     place "SEOUL, South Korea", day
 *   WASHINGTON, Jan 5 (Reuters) - …               place WASHINGTON, day, agency
 *   OSTRAND (NPA) - …                             place OSTRAND, agency NPA, which no list knows
 *   (ANSA) - ROMA, 03 MAG - …                     place ROMA, agency, day
 *   [北京 28日 ロイター] - …                        place 北京, agency
 *   WASHINGTON — …                                place, in capitals only
 *   MOSCOW, 3 Mar - RIA Novosti. …                place, day, agency; also "Paris - AFP - ", "MOSCOW, 3 March. /TASS/. "
 *   ANKARA (AA) The harbour …                     without a dash: a listed agency behind a place in capitals, or a day
 *
 * Read by cutting at the first dash, not by one large pattern: the head must be short, must not hold a sentence, and
 * must name an agency or a day in brackets, or be a place in capitals.
 */
import { capitalShare, looksDated, titleKey } from "../blocks/text-shape.ts";
import { agencyName } from "../vocabulary/agencies.ts";
import { wordSet } from "../vocabulary/word-list.ts";
import { readEastAsianDateline } from "./east-asian-dateline.ts";
import { readIndonesianDateline } from "./indonesian-dateline.ts";

export interface Dateline {
  readonly place: string | null;
  readonly agency: string | null;
  /** The day as written, null where none is given. */
  readonly day: string | null;
  /** Who wrote it, where the dateline says so. */
  readonly reporter?: string | null;
  /** The text behind it. */
  readonly rest: string;
  readonly taken: string;
}

const MAX_HEAD_CHARACTERS = 90;
const DASH = /\s(?:-{1,2}|[–—_|])\s|\s?[—–](?=\S)|\.-\s|\s--(?=\S)|(?<=\/)\.\s/gu;
const BRACKETS = /^([^()[\]]{0,60}?)[([（]([^()[\]（）]{2,40})[)\]）]\s?:?$/u;
/** "København /ritzau/" */
const SLASHES = /^([^()/]{0,60}?)\/([^/]{2,20})\/$/u;
/** "ANKARA (AA) The …", "Oslo (NTB): The …" */
const WITHOUT_DASH = /^([^()]{2,50}\([^()]{2,20}\))(:?)\s(?=[\p{Lu}\p{Lo}"“„«])/u;
/** "RIA Novosti. " behind the dash. */
const AGENCY_SENTENCE = /^(\p{Lu}[\p{L} ]{1,20})\.\s+/u;
/** "Moscow. 3 March. INTERFAX" */
const IN_SENTENCES = /^(\p{Lu}[\p{L} -]{1,30})\. (\d{1,2} \p{L}{3,9})\. (\p{Lu}{2,12})$/u;
/** "Praha 3. března" */
const DAY_BEHIND_PLACE = /^(\D{2,40}?) (\d{1,2}\.? \p{L}{3,9}\.?(?: \d{4})?)$/u;
const MAX_PLACE_WORDS = 6;
const MIN_PLACE_LETTERS = 3;
const CAPITALS = 0.9;
const PLACE_PARTICLES = wordSet(`
  de la le del der am an der bei and of the upon sur les el al do da dos y et i und s`);
/** Labels in capitals before a dash that are no places. */
const NO_PLACES = wordSet(`
  breaking update updated exclusive opinion analysis live watch video photos explainer factbox editorial comment
  review interview correction note media advisory q a faq`);
const SHORT_DAY =
  /^(?:\d{1,2}\.? ?\p{L}{3,9}\.?|\p{L}{3,9}\.? \d{1,2}\.?|\d{1,2}\.\d{1,2}\.?|\d{1,2}日)(?:,? \d{4})?$/u;
const MIN_REST_CHARACTERS = 20;

/** @param bold what opens the text in bold: a head of its own in some languages */
export function readDateline(text: string, bold = ""): Dateline | null {
  const eastAsian = readEastAsianDateline(text);
  if (eastAsian && eastAsian.rest.length >= MIN_REST_CHARACTERS) {
    return { ...eastAsian, taken: text.slice(0, text.length - eastAsian.rest.length) };
  }
  const head = text.slice(0, MAX_HEAD_CHARACTERS);
  for (const match of head.matchAll(DASH)) {
    const rest = text.slice(match.index + match[0].length).trimStart();
    const read = rest.length >= MIN_REST_CHARACTERS ? readHead(head.slice(0, match.index).trim()) : null;
    if (read && !(match[0] === " | " && read.agency === null)) return withSecond(text, read, rest);
  }
  return readWithoutDash(text, head) ?? readIndonesian(text, bold);
}

function readIndonesian(text: string, bold: string): Dateline | null {
  const found = readIndonesianDateline(text, bold);
  if (found === null || found.rest.length < MIN_REST_CHARACTERS) return null;
  const taken = text.slice(0, text.length - found.rest.length);
  return { ...found, agency: null, day: null, taken };
}

/** What follows may be the agency, or, behind an agency, the place. */
function withSecond(text: string, read: Head, rest: string): Dateline {
  const sentence = AGENCY_SENTENCE.exec(rest);
  const named = read.agency === null ? agencyName(titleKey(sentence?.[1] ?? "")) : undefined;
  const second = read.place === null ? readDateline(rest) : null;
  const isSecond = second?.agency === null && second.place !== null;
  const behind = isSecond ? second.rest : named === undefined ? rest : rest.slice(sentence?.[0].length);
  const taken = text.slice(0, text.length - behind.length);
  if (isSecond) return { ...second, agency: read.agency, taken };
  return { ...read, agency: named ?? read.agency, rest: behind, taken };
}

function readWithoutDash(text: string, head: string): Dateline | null {
  const match = WITHOUT_DASH.exec(head);
  const read = match ? readHead(match[1] ?? "") : null;
  const city = read?.place?.split(",")[0] ?? "";
  if (!match || !read || city === "" || agencyName(titleKey(city)) !== undefined) return null;
  const isListed = agencyName(titleKey(read.agency ?? "")) !== undefined;
  const isSure = match[2] === ":" || read.day !== null || capitalShare(city) >= CAPITALS;
  const rest = text.slice(match[0].length);
  if (!isListed || !isSure || rest.length < MIN_REST_CHARACTERS) return null;
  return { ...read, rest, taken: match[0] };
}

type Head = Pick<Dateline, "place" | "agency" | "day">;

function readHead(head: string): Head | null {
  const sentences = IN_SENTENCES.exec(head);
  if (sentences) return placedBy(sentences[1] ?? "", sentences[2] ?? null, sentences[3] ?? "");
  const brackets = BRACKETS.exec(head) ?? SLASHES.exec(head);
  if (!brackets) return readBetweenDashes(head) ?? readBarePlace(head);
  const inside = (brackets[2] ?? "").trim();
  const before = splitPlace((brackets[1] ?? "").trim().replace(/[,:]$/, ""));
  const agency = firstAgency(inside) ?? unlistedAgency(inside, before?.place ?? null);
  const day = looksDated(inside) || SHORT_DAY.test(inside) ? inside : null;
  if (agency === null && day === null) return null;
  return before && { place: before.place, agency, day: day ?? before.day };
}

/** Where an agency of the list is named. */
function placedBy(place: string, day: string | null, name: string): Head | null {
  const agency = agencyName(titleKey(name));
  return agency !== undefined && isPlace(place) ? { place, agency, day } : null;
}

/** "Paris - AFP", "Nairobi, Kenya | AFP" */
function readBetweenDashes(head: string): Head | null {
  const [place = "", name = "", ...others] = head.split(/\s[-–—|]\s/);
  const split = others.length === 0 && name !== "" ? splitPlace(place) : null;
  return split && split.place !== null ? placedBy(split.place, split.day, name) : null;
}

const ACRONYM = /^\p{Lu}{2,6}$/u;

/** "OSTRAND, Nov 12 (NPA) - ": an agency no list knows, told by its capitals behind a place in capitals. */
function unlistedAgency(inside: string, place: string | null): string | null {
  const city = place?.split(",")[0] ?? "";
  return ACRONYM.test(inside) && city !== "" && capitalShare(city) >= CAPITALS ? inside : null;
}

/** "WASHINGTON", "SEOUL, South Korea": the place in capitals. */
function readBarePlace(head: string): Head | null {
  const split = splitPlace(head);
  const city = split?.place?.split(",")[0] ?? "";
  if (!split || capitalShare(city) < CAPITALS || city.replace(/[^\p{L}]/gu, "").length < MIN_PLACE_LETTERS)
    return null;
  return titleKey(city)
    .split(" ")
    .some((word) => NO_PLACES.has(word))
    ? null
    : { ...split, agency: null };
}

/** Place and day of what stands before the brackets; null where it is no place. An empty place is one. */
function splitPlace(text: string): { place: string | null; day: string | null } | null {
  if (!text) return { place: null, day: null };
  const pieces = text.split(/,\s*/);
  const dayAt = pieces.findIndex((piece, at) => at > 0 && (SHORT_DAY.test(piece) || looksDated(piece)));
  const place = (dayAt > 0 ? pieces.slice(0, dayAt) : pieces).join(", ");
  const day = dayAt > 0 ? pieces.slice(dayAt).join(", ") : null;
  const [, before, behind] = day === null ? (DAY_BEHIND_PLACE.exec(place) ?? []) : [];
  if (before !== undefined && behind !== undefined)
    return isPlace(before) ? { place: before, day: behind } : null;
  return isPlace(place) ? { place, day } : null;
}

function isPlace(text: string): boolean {
  const words = text.split(/[\s/-]+/).filter(Boolean);
  if (
    words.length === 0 ||
    words.length > MAX_PLACE_WORDS ||
    /[!?;:"“”\d]/.test(text) ||
    /\p{L}{4}\. /u.test(text)
  )
    return false;
  return words.every((word) => !/^\p{Ll}/u.test(word) || PLACE_PARTICLES.has(word));
}

/** The first agency among names parted by slashes, commas or spaces: "dpa/lsw", "Reuters, AFP". */
function firstAgency(text: string): string | null {
  for (const part of [text, ...text.split(/[/,;&|-]|\s(?:and|und|et|y)\s/)]) {
    const found = agencyName(titleKey(part));
    if (found) return found;
  }
  return null;
}
