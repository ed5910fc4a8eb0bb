/*
 * From what a page writes in its author fields to people's names and the agency.
 *
 *   "By Jane Doe and John Roe, Political Editor | Reuters"  ──▶  people: Jane Doe, John Roe   agency: Reuters
 */
import { titleKey } from "../blocks/text-shape.ts";
import { agencyName, COMPANIES, unambiguousAgencyName } from "../vocabulary/agencies.ts";
import {
  HOUSE_WORDS,
  INNER_PARTICLES,
  NAME_PARTICLES,
  NON_PERSON_WORDS,
  OTHER_CREDITS,
  POSSESSIVES,
  ROLE_MODIFIERS,
  ROLE_WORDS,
  SURNAMES_TOO,
} from "../vocabulary/byline-words.ts";
import { bylineParts } from "./byline-parts.ts";
import { eastAsianPart } from "./east-asian-names.ts";

export interface Byline {
  readonly people: readonly string[];
  /** The first agency named. */
  readonly agency: string | null;
}

/** A name that the page's data gives to a person: it is believed unless it plainly is an outlet or an agency. */
export interface StatedPerson {
  readonly person: string;
}

const MAX_NAME_WORDS = 6;
const MAX_NAME_CHARACTERS = 60;
/** "Ph.D." */
const MAX_INITIAL_LETTERS = 2;

/** "Varnby Courier (www.courier.example)" */
const NAMES_A_SITE = /\((?:https?:\/\/)?(?:www\.)?[\w-]{2,40}\.[a-z]{2,12}\)/i;

/**
 * @param outlets names of the publisher and site, which are no people
 * @param isVisible true for text read off the page, where names are told by their capitals; machine-readable author
 *   fields hold names in any case
 */
export function readByline(
  texts: readonly (string | StatedPerson)[],
  outlets: readonly string[],
  isVisible = false,
): Byline {
  const outletKeys = new Set(outlets.map(titleKey).filter(Boolean));
  const found = new FoundNames(outletKeys, isVisible);
  for (const entry of texts) {
    const isStated = typeof entry !== "string";
    const text = isStated ? entry.person : entry;
    if (NAMES_A_SITE.test(text)) continue;
    const before = found.count;
    for (const part of bylineParts(text, outletKeys)) found.take(part, isStated);
    if (isStated && found.count === before) found.takeStated(text.trim());
  }
  return { people: dropInitialsOfOthers([...found.people.values()]), agency: found.agency };
}

/** True for "Gazette Staff", "Reuters", the outlet's own name: a byline of nobody in person. */
export function namesHouse(text: string, outlets: readonly string[]): boolean {
  const { people, agency } = readByline([text], outlets, true);
  if (people.length > 0) return false;
  if (
    agency !== null ||
    titleKey(text)
      .split(" ")
      .some((word) => HOUSE_WORDS.has(word))
  )
    return true;
  const keys = bylineParts(text).map(titleKey);
  return outlets.some((outlet) => keys.includes(titleKey(outlet)));
}

class FoundNames {
  readonly people = new Map<string, string>();
  agency: string | null = null;
  /** People and agencies met so far. */
  count = 0;

  constructor(
    private readonly outlets: ReadonlySet<string>,
    private readonly isVisible: boolean,
  ) {}

  take(part: string, isStated: boolean): void {
    const wholeKey = titleKey(part);
    if (this.outlets.has(wholeKey) && agencyName(wholeKey) === undefined) return;
    const { agency, rest } = splitAgency(part);
    if (agency !== null) {
      this.agency ??= agency;
      this.count++;
    }
    const eastAsian = eastAsianPart(rest);
    if (eastAsian) {
      this.agency ??= eastAsian.agency ?? null;
      for (const name of eastAsian.names) this.add(name);
    } else {
      const name = withoutOutlet(withoutRoles(rest));
      if (this.isPerson(name, isStated) && (!this.isVisible || isCapitalised(name))) this.add(name);
    }
  }

  /** "Kristin", "Berg, Ola": one word, or the surname first, in a field that holds a person's name and nothing else. */
  takeStated(text: string): void {
    const [, surname, given] = SURNAME_FIRST.exec(text) ?? [];
    const name = surname === undefined ? text : `${given} ${surname}`;
    const words = titleKey(name).split(" ");
    const isKnown = words.some((word) => isNoName(word) || agencyName(word) !== undefined);
    const isOutlet = [...this.outlets].some((outlet) => outlet.split(" ").includes(titleKey(name)));
    if (!isKnown && !isOutlet && (surname !== undefined || SINGLE_NAME.test(name))) this.add(name);
  }

  private add(name: string): void {
    const key = titleKey(name);
    if (this.outlets.has(key)) return;
    this.count++;
    if (!this.people.has(key)) this.people.set(key, name);
  }

  private isPerson(name: string, isStated: boolean): boolean {
    const key = titleKey(name);
    if (name.length > MAX_NAME_CHARACTERS || /[\d@#!?:()]/.test(name) || this.outlets.has(key)) return false;
    if (/^\S+\.\p{L}{2,}$/u.test(name)) return false;
    const words = key.split(" ");
    if (!name.includes(" ") && words.every((word) => word.length <= MAX_INITIAL_LETTERS)) return false;
    const isSurname = (word: string, at: number) =>
      isStated &&
      at > 0 &&
      at === words.length - 1 &&
      SURNAMES_TOO.has(word) &&
      !NAME_PARTICLES.has(words[0] ?? "");
    if (words.some((word, at) => isNoName(word) && !isSurname(word, at))) return false;
    if (words.length < 2 || words.length > MAX_NAME_WORDS) return false;
    return !words.every((word) => NAME_PARTICLES.has(word) || ROLE_MODIFIERS.has(word));
  }
}

/** "Kristin"; not "admin", "TPN", "MixmasterFred". */
const SINGLE_NAME = /^\p{Lu}[\p{Ll}\p{M}]{2,20}$/u;
const SURNAME_FIRST =
  /^(\p{Lu}[\p{L}'’-]{1,24}), ?(\p{Lu}[\p{L}'’-]{1,24}(?: \p{Lu}[\p{L}'’.-]{0,24}){0,2})$/u;

function isNoName(word: string): boolean {
  return NON_PERSON_WORDS.has(word) || ROLE_WORDS.has(word) || OTHER_CREDITS.has(word);
}

/** Words of the longest agency's name that are looked for at an end. */
const MAX_AGENCY_WORDS = 3;

/** "Reuters", "Jonna Tvedt Associated Press", "AP Sports Writer": the agency, and what is left without it. */
function splitAgency(part: string): { agency: string | null; rest: string } {
  const whole = agencyName(titleKey(part));
  if (whole !== undefined) return { agency: whole, rest: "" };
  const words = part.split(" ");
  const isAllCapitals = part === part.toUpperCase();
  const most = Math.min(MAX_AGENCY_WORDS, words.length - 1);
  for (let count = most; count > 0; count--) {
    const head = words.slice(0, count).join(" ");
    const tail = words.slice(-count).join(" ");
    const first = agencyAtEnd(head, isAllCapitals);
    if (first !== undefined) {
      const rest = words.slice(count);
      const isCompany =
        COMPANIES.has(titleKey(head)) && !rest.some((word) => isRoleOrModifier(titleKey(word)));
      return isCompany ? { agency: null, rest: "" } : { agency: first, rest: rest.join(" ") };
    }
    const last = agencyAtEnd(tail, isAllCapitals);
    if (last !== undefined) return { agency: last, rest: words.slice(0, -count).join(" ") };
  }
  return { agency: null, rest: part };
}

/** Agencies whose short names are also people's: among words in capitals they are none. */
const NAMES_TOO = new Set("efe hina lusa ansa antara belga agerpres".split(" "));

/** "AP" beside "Jonna Tvedt", "dpa" beside "Nachrichtenagentur": another case than its neighbours', or a name that nobody has. */
function agencyAtEnd(words: string, isAllCapitals: boolean): string | undefined {
  const key = titleKey(words);
  if (key.includes(" ")) return agencyName(key);
  if (isAllCapitals) return NAMES_TOO.has(key) ? undefined : unambiguousAgencyName(key);
  const isMarked = words.length > 1 && (words === words.toUpperCase() || words === words.toLowerCase());
  return isMarked || key === "reuters" ? agencyName(key) : undefined;
}

/** "Political Editor Jonna Tvedt", "Jonna Tvedt Senior Reporter": the name, where one is left. */
function withoutRoles(part: string): string {
  const words = part.split(" ");
  const keys = words.map(titleKey);
  let [from, to] = [0, words.length];
  while (from < to && POSSESSIVES.has(keys[from] ?? "")) from++;
  const afterPossessives = from;
  while (from < to && isRoleOrModifier(keys[from] ?? "")) from++;
  if (!keys.slice(afterPossessives, from).some((key) => ROLE_WORDS.has(key))) from = afterPossessives;
  while (to > from && isRoleOrModifier(keys[to - 1] ?? "")) to--;
  if (!keys.slice(to).some((key) => ROLE_WORDS.has(key))) to = words.length;
  const name = words.slice(from, to).join(" ");
  return name.includes(" ") || to === from ? name : part;
}

function isRoleOrModifier(key: string): boolean {
  return ROLE_WORDS.has(key) || ROLE_MODIFIERS.has(key);
}

const OUTLET_AT_END =
  /^(\p{Lu}\S* (?:\S+ ){0,3}?\p{Lu}\S*) (?:\p{Lu}\S* )?(?:News|Times|Post|Press|Herald|Tribune|Journal|Digital|Online)$/u;

/** "Jane Q. Doe Fox News": a byline that runs on into the outlet's name. */
function withoutOutlet(name: string): string {
  const match = OUTLET_AT_END.exec(name);
  const person = match?.[1] ?? "";
  return person.split(" ").length >= 2 ? person : name;
}

/** "d'Harcourt", "al-Harun" */
const JOINED_PARTICLE = /^(?:d|l|de|dell|al|el|ad|an|ar|as|ash|at|az|ul)['’-]\p{Lu}/u;

/** Every word but the particles begins with a capital, or the script has none. */
function isCapitalised(name: string): boolean {
  return name
    .split(/\s+/)
    .every((word, at) => !/^\p{Ll}/u.test(word) || isParticle(word, at > 0) || JOINED_PARTICLE.test(word));
}

function isParticle(word: string, isInner: boolean): boolean {
  if (NAME_PARTICLES.has(word)) return true;
  return isInner && INNER_PARTICLES.has(word.replace("’", "'").replace(/\.$/, ""));
}

/** "J. Doe" beside "Jane Doe" is one person. */
function dropInitialsOfOthers(names: readonly string[]): string[] {
  return names.filter((name) => {
    const short = /^(\p{L})\.? (\S+)$/u.exec(name);
    if (!short) return true;
    return !names.some(
      (other) => other !== name && other.startsWith(short[1] ?? "") && other.endsWith(` ${short[2]}`),
    );
  });
}
