/*
 * One author field or byline, cut into the parts that may each be a name.
 *
 *   "Text: Jonna Tvedt und Ola Berg in Varnby, Foto: Ida Holm (EFE)"  ──▶  Jonna Tvedt | Ola Berg | EFE
 *
 * What others did (pictures, editing, translation) falls away with the names behind it, dates and places too.
 */
import { titleKey } from "../blocks/text-shape.ts";
import { creditedAgency } from "../story/sign-off.ts";
import { agencyName, capitalisedAgencyName } from "../vocabulary/agencies.ts";
import {
  BYLINE_OPENERS,
  CATALAN_GIVEN_NAMES,
  DESKS_BEHIND,
  GENRES,
  NAME_JOINERS,
  NAME_PARTICLES,
  NON_PERSON_WORDS,
  OTHER_CREDITS,
  PLACE_OPENERS,
  ROLE_WORDS,
  SLOVENE_GIVEN_NAMES,
} from "../vocabulary/byline-words.ts";
import { LABEL_BEHIND_NAME } from "../vocabulary/date-labels.ts";
import { anyOf } from "../vocabulary/word-list.ts";

const MAX_BYLINE_CHARACTERS = 400;

/** Between what different people did. */
const SEGMENT_END = new RegExp(
  [
    /[;|•\n]|\s[·—–-]\s/u,
    /\s(?=[\p{L}\p{M}]{2,14}\s?[:：])/u,
    /[\u3000 ](?=(?:写真|撮影|摄影|攝影|图|圖|사진|영상)[・·:：\s/／])/u,
    /\s(?=(?:reviewed|edited|checked|translated|photos?|photographs|photography|pictures|images?) by\s)/u,
  ]
    .map(({ source }) => source)
    .join("|"),
  "iu",
);

/** Between names of one kind; what parted them stays in the list of parts. */
const NAME_END = new RegExp(`([,/／·、，]|\\s(?:${anyOf(NAME_JOINERS)})\\s|&)`, "u");

const BRACKETS = /[(（[]([^()（）[\]]{0,80})[)）\]]?/gu;
/** "Text und Fotos:": who did both wrote the text. */
const DOUBLE_LABEL = /^\s*(\p{L}{2,10})\s?(?:[&+/,]|\p{L}{1,3})\s?(\p{L}{2,14})\s?[:：]/u;
/** Arabic "and" is written on to the name behind it; the names that begin with its letter are the list. */
const ARABIC_AND =
  /((?:^|[,،])\s?\S{1,20} \S{1,20}) و(?!ليد|ائل|سام|سيم|جدي|فاء|داد|حيد|لاء|هب|رد|اصف|ديع)(?=\p{L}{3,20} \p{L})/gu;
/** "Ana Novak in Marko Kos": two names where the second begins with a given name. */
const SLOVENE_AND = /(?<=\p{Lu}\S{1,24}) in (?=(\p{Lu}\S{1,20}) \p{Lu})/gu;
const DESK_BEHIND = new RegExp(`(?<=\\p{L})\\s(?:${DESKS_BEHIND.join("|")})$`, "iu");
const ADDRESSES = /<[^>]{0,200}>|\S{1,80}@\S{1,80}|https?:\S{1,300}|@\w{1,40}/g;
/** "Jonna Tvedt March 5, 2024" */
const MONTH_BEHIND = /\s\p{L}{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?(?:\s\d{4}.{0,400})?$/u;
const FIGURES_BEHIND = /\s\d.{0,400}$/u;
/** "Jonna Tvedt in Varnby", "Ola Berg For Varnbyonline"; "Ida in 't Veld" is a name. */
const PLACE_BEHIND = /\s(?:in(?! ['’]t )|aus|from|for|für|à|at|em|fra|från|para|pour|For|FOR)\s(.{1,80})$/u;
/** Behind a word; "Jr." and initials keep theirs. */
const FULL_STOP = /(?<=\p{Ll}{3})\.\s*$/u;
const OTHERS_BEHIND = /\s(?:u\. ?a\.|et al\.?|m\.fl\.|e\.a\.|and others|외\s?\d+명|ほか)$/u;
/** "Words and pictures by": no name holds these words. */
const ANYTHING_BY = /^(?:[^\s,]{1,24}\s){0,4}(?:by|par|por|oleh)\s(?=\S)/iu;
/** "Ein Kommentar von": these stand in names as well, so a kind of text must stand before them. */
const GENRE_OF = /^(?:\S{1,12}\s)?(\p{L}{3,20})\s(?:von|di|de|del|da|av|af|door|van)\s/iu;
const OPENER = /^([\p{L}\p{M}]{1,14})(\s?[:：・]\s?|[/／]|\.?\s)\s*(?=\S)/u;
const EDGE_MARKS = /^[\s\p{P}]+|[\s:;,*•|"”»】\])）-]{1,20}$/gu;

/**
 * Names, agencies and jobs of the text in its order, cleaned, none of them empty.
 *
 * @param outlets names of the publisher and site as titleKey gives them: what follows "y" and is one ends the name
 */
export function bylineParts(text: string, outlets: ReadonlySet<string> = new Set<string>()): string[] {
  const plain = withoutDoubleLabel(text.slice(0, MAX_BYLINE_CHARACTERS))
    .replace(BRACKETS, bracketText)
    .replace(/[【】]/g, ",")
    .replace(ADDRESSES, " ")
    .replace(/[^\S\n\u3000]+/gu, " ")
    .replace(ARABIC_AND, "$1, ")
    .replace(SLOVENE_AND, joinSlovene)
    .replace(DESK_BEHIND, "");
  const parts: string[] = [];
  for (const segment of plain.split(SEGMENT_END)) {
    let isBehindPlace = false;
    for (const { text: written, isBehindMark } of piecesOf(withoutOpeners(segment), outlets)) {
      const name = withoutOpeners(cutBehind(written));
      const behind = PLACE_BEHIND.exec(written)?.[1];
      const follows = /\p{Lu}/u.test(parts[0] ?? "");
      const mayBePlace: boolean = behind === undefined && (isBehindMark || isBehindPlace);
      const isOther: boolean =
        follows && (isAside(name) || (mayBePlace && isPlaceOrOutlet(name, parts[0] ?? "")));
      if (name !== "" && !SPECIAL_TO.test(name) && !isOther) parts.push(name);
      const agency = capitalisedAgencyName(behind ?? "");
      if (agency !== undefined && !isOther) parts.push(agency);
      isBehindPlace = behind !== undefined || isOther;
    }
  }
  return parts;
}

interface Piece {
  readonly text: string;
  /** Behind a comma, stroke or dash, not behind "and". */
  readonly isBehindMark: boolean;
}

function piecesOf(segment: string, outlets: ReadonlySet<string>): Piece[] {
  const cut = segment.split(NAME_END);
  const pieces: Piece[] = [];
  for (let at = 0; at < cut.length; at += 2) {
    const [mark = "", text = ""] = [cut[at - 1], cut[at]];
    const last = pieces.at(-1);
    if (last !== undefined && isOneName(last.text, mark.trim(), text, outlets))
      pieces[pieces.length - 1] = { ...last, text: `${last.text}${mark}${text}` };
    else pieces.push({ text, isBehindMark: !/[\p{L}&]/u.test(mark) });
  }
  return pieces;
}

/** "José Ortega y Gasset", "Ida Freifrau von und zu Holm": names that hold an "and" of their own. */
function isOneName(left: string, and: string, right: string, outlets: ReadonlySet<string>): boolean {
  if (and === "und") return left.endsWith(" von") && right.startsWith("zu ");
  const [given = "", ...others] = left.trim().split(" ");
  // "Kari Solheim i Varnby" is a place in Norway, so the Catalan "i" needs a Catalan name before it.
  const joins = and === "y" || and === "e" || (and === "i" && CATALAN_GIVEN_NAMES.has(given.toLowerCase()));
  if (!joins || others.length === 0 || !SECOND_SURNAME.test(right)) return false;
  const key = titleKey(right);
  const isOther = NON_PERSON_WORDS.has(key) || ROLE_WORDS.has(key) || outlets.has(key);
  return !isOther && agencyName(key) === undefined;
}

/** One word, capitals at its head only: "Gasset". */
const SECOND_SURNAME = /^\p{Lu}[\p{Ll}\p{M}'’-]{1,24}$/u;

/** Of what stands in brackets, an agency and a job for the pictures count; the rest is dropped. */
function bracketText(_whole: string, inside: string): string {
  const own = inside.includes("=") ? inside.slice(inside.indexOf("=") + 1) : inside;
  const agency = creditedAgency(own);
  if (agency !== null) return `, ${agency}, `;
  return OTHER_CREDITS.has(titleKey(own)) ? ` ${own}` : " ";
}

function joinSlovene(and: string, given: string): string {
  return SLOVENE_GIVEN_NAMES.has(given.toLowerCase()) ? ", " : and;
}

function withoutDoubleLabel(text: string): string {
  const [label = "", first = "", second = ""] = DOUBLE_LABEL.exec(text) ?? [];
  const isBoth = BYLINE_OPENERS.has(first.toLowerCase()) && OTHER_CREDITS.has(second.toLowerCase());
  return isBoth ? text.slice(label.length) : text;
}

function cutBehind(part: string): string {
  return part
    .replace(LABEL_BEHIND_NAME, "")
    .replace(OTHERS_BEHIND, "")
    .replace(MONTH_BEHIND, "")
    .replace(FIGURES_BEHIND, "")
    .replace(PLACE_BEHIND, "")
    .replace(FULL_STOP, "")
    .trim();
}

/** Without "By", "Text:", "Ein Kommentar von"; empty where the part says what others did. */
function withoutOpeners(part: string): string {
  let rest = withoutKind(part.replace(EDGE_MARKS, ""));
  for (;;) {
    const opener = OPENER.exec(rest);
    const word = (opener?.[1] ?? "").toLowerCase();
    if (opener === null) return rest;
    const isLabel = /[:：・/／]/.test(opener[2] ?? "");
    if (OTHER_CREDITS.has(word) && (isLabel || !ROLE_WORDS.has(word))) return "";
    const behind = rest.slice(opener[0].length).trim();
    if (!BYLINE_OPENERS.has(word) || !(isLabel || mayOpen(word, behind))) return rest;
    rest = behind;
  }
}

/** Without "Ein Kommentar von" and "Words and pictures by"; empty for "Edited by". */
function withoutKind(part: string): string {
  const genre = GENRE_OF.exec(part);
  if (genre && GENRES.has((genre[1] ?? "").toLowerCase())) return part.slice(genre[0].length);
  const head = ANYTHING_BY.exec(part)?.[0];
  if (head === undefined) return part;
  const [first = "", second] = head.trim().toLowerCase().split(" ");
  const isOthers = OTHER_CREDITS.has(first) && BYLINE_OPENERS.has(second ?? "");
  return isOthers ? "" : part.slice(head.length);
}

/** "Di Wu" is a name; "Redaktion Cape Town" holds none. */
function mayOpen(word: string, behind: string): boolean {
  if (NON_PERSON_WORDS.has(word)) return false;
  return !NAME_PARTICLES.has(word) || behind.includes(" ");
}

const SPECIAL_TO = /^special (?:to|for) /i;

/** "Jonna Tvedt, Cape Town", "…, The Isle", "…, ISLE DAILY" behind a name that is not in capitals throughout. */
function isPlaceOrOutlet(part: string, firstName: string): boolean {
  const words = part.split(" ");
  const first = (words[0] ?? "").toLowerCase();
  if (PLACE_OPENERS.has(first)) return true;
  if (words.length < 2 || words.some((word) => agencyName(titleKey(word)) !== undefined)) return false;
  return (
    (first === "the" && agencyName(titleKey(part)) === undefined) ||
    (isCapitals(part) && !isCapitals(firstName))
  );
}

function isCapitals(part: string): boolean {
  return part === part.toUpperCase() && part !== part.toLowerCase();
}

/** "Jonna Tvedt, enviada especial", "…, do Varnby": what follows names and is none. */
function isAside(part: string): boolean {
  const [first = "", ...others] = part.split(" ");
  if (!/^\p{Ll}/u.test(first) || agencyName(titleKey(part)) !== undefined) return false;
  return !NAME_PARTICLES.has(first) || others.length < 2;
}
