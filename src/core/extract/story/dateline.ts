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
 *
 * Read by cutting at the first dash, not by one large pattern: the head must be short, must not hold a sentence, and
 * must name an agency or a day in brackets, or be a place in capitals.
 */
import { capitalShare, looksDated, titleKey } from "../blocks/text-shape.ts";
import { agencyName } from "../vocabulary/agencies.ts";

export interface Dateline {
  readonly place: string | null;
  readonly agency: string | null;
  /** The day as written, null where none is given. */
  readonly day: string | null;
  /** The text behind it. */
  readonly rest: string;
  readonly taken: string;
}

const MAX_HEAD_CHARACTERS = 90;
const DASH = /\s(?:-{1,2}|[–—_])\s|\s?[—–](?=\S)|\.-\s|\s--(?=\S)/gu;
const BRACKETS = /^([^()[\]]{0,60}?)[([（]([^()[\]（）]{2,40})[)\]）]\s?:?$/u;
const JAPANESE = /^[［[]([^\]］]{4,40})[\]］]$/u;
const MAX_PLACE_WORDS = 6;
const MIN_PLACE_LETTERS = 3;
const CAPITALS = 0.9;
const PLACE_PARTICLES = new Set(
  "de la le del der am an der bei and of the upon sur les el al do da dos y et i und s".split(" "),
);
/** Labels in capitals before a dash that are no places. */
const NO_PLACES = new Set(
  "breaking update updated exclusive opinion analysis live watch video photos explainer factbox editorial comment review interview correction note media advisory q a faq".split(
    " ",
  ),
);
const SHORT_DAY =
  /^(?:\d{1,2}\.? ?\p{L}{3,9}\.?|\p{L}{3,9}\.? \d{1,2}\.?|\d{1,2}\.\d{1,2}\.?|\d{1,2}日)(?:,? \d{4})?$/u;
const MIN_REST_CHARACTERS = 20;

export function readDateline(text: string): Dateline | null {
  const head = text.slice(0, MAX_HEAD_CHARACTERS);
  for (const match of head.matchAll(DASH)) {
    const end = match.index + match[0].length;
    const rest = text.slice(end).trimStart();
    const read = rest.length >= MIN_REST_CHARACTERS ? readHead(head.slice(0, match.index).trim()) : null;
    if (!read) continue;
    const second = read.place === null ? readDateline(rest) : null;
    if (second?.agency === null && second.place !== null) {
      return { ...second, agency: read.agency, taken: text.slice(0, text.length - second.rest.length) };
    }
    return { ...read, rest, taken: text.slice(0, end) };
  }
  return null;
}

type Head = Pick<Dateline, "place" | "agency" | "day">;

function readHead(head: string): Head | null {
  const japanese = JAPANESE.exec(head)?.[1];
  if (japanese !== undefined) return readJapanese(japanese);
  const brackets = BRACKETS.exec(head);
  if (!brackets) return readBarePlace(head);
  const inside = (brackets[2] ?? "").trim();
  const before = splitPlace((brackets[1] ?? "").trim().replace(/[,:]$/, ""));
  const agency = firstAgency(inside) ?? unlistedAgency(inside, before?.place ?? null);
  const day = looksDated(inside) || SHORT_DAY.test(inside) ? inside : null;
  if (agency === null && day === null) return null;
  return before && { place: before.place, agency, day: day ?? before.day };
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
  const last = pieces.at(-1) ?? "";
  const isDay = pieces.length > 1 && (SHORT_DAY.test(last) || looksDated(last));
  const place = (isDay ? pieces.slice(0, -1) : pieces).join(", ");
  return isPlace(place) ? { place, day: isDay ? last : null } : null;
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

function readJapanese(inside: string): Head | null {
  const words = inside.split(/[\s\u3000]+/);
  const agency = firstAgency(words.at(-1) ?? "");
  if (agency === null || words.length < 2) return null;
  return { place: words[0] ?? null, agency, day: words.length > 2 ? (words[1] ?? null) : null };
}
