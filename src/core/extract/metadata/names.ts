/*
 * From what a page writes in its author fields to people's names and the agency.
 *
 *   "By Jane Doe and John Roe, Political Editor | Reuters"  ──▶  people: Jane Doe, John Roe   agency: Reuters
 */
import { titleKey } from "../blocks/text-shape.ts";
import { agencyName } from "../vocabulary/agencies.ts";
import { BYLINE_OPENERS, NAME_PARTICLES, NON_PERSON_WORDS, ROLE_WORDS } from "../vocabulary/byline-words.ts";

export interface Byline {
  readonly people: readonly string[];
  /** The first agency named. */
  readonly agency: string | null;
}

const MAX_BYLINE_CHARACTERS = 400;
const MAX_NAME_WORDS = 6;
const MAX_NAME_CHARACTERS = 60;
/** Han and kana names of 2 to 8 characters; Korean ones of 2 to 5. */
const EAST_ASIAN_NAME =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・\u3000 ー]{2,12}$/u;

const SEPARATOR =
  /[,;|/•·、，\n]|\s[-–—]\s|\s(?:and|und|et|y|e|og|och|en|i|и|та|và|dan|ve|with|mit|avec|con)\s|&|\bvia\b/iu;

/** "Varnby Courier (www.courier.example)" */
const NAMES_A_SITE = /\((?:https?:\/\/)?(?:www\.)?[\w-]{2,40}\.[a-z]{2,12}\)/i;

/**
 * @param outlets names of the publisher and site, which are no people
 * @param isVisible true for text read off the page, where names are told by their capitals; machine-readable author
 *   fields hold names in any case
 */
export function readByline(texts: readonly string[], outlets: readonly string[], isVisible = false): Byline {
  const people = new Map<string, string>();
  let agency: string | null = null;
  const outletKeys = new Set(outlets.map(titleKey).filter(Boolean));
  for (const text of texts) {
    for (const part of text.slice(0, MAX_BYLINE_CHARACTERS).split(SEPARATOR)) {
      if (NAMES_A_SITE.test(part)) continue;
      const written = cleanName(part);
      const found = agencyName(titleKey(written));
      const name = withoutOutlet(written);
      const key = titleKey(name);
      if (!key) continue;
      if (found) agency ??= found;
      else if (isPerson(name, key, outletKeys) && (!isVisible || isCapitalised(name)) && !people.has(key)) {
        people.set(key, name);
      }
    }
  }
  return { people: dropInitialsOfOthers([...people.values()]), agency };
}

/** Openers ("By", "Von", "Text:"), addresses, handles and brackets off. */
function cleanName(part: string): string {
  let name = part
    .replace(/<[^>]{0,200}>/g, " ")
    .replace(/\([^)]{0,80}\)?/g, " ")
    .replace(/\S{1,80}@\S{1,80}|https?:\S{1,300}|@\w{1,40}/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s\p{P}]+|[\s:;,*•|]{1,20}$/gu, "")
    .trim();
  for (;;) {
    const opener = /^(\p{L}{1,14})(?::|\s)\s*(?=\S)/u.exec(name);
    if (!opener || !BYLINE_OPENERS.has((opener[1] ?? "").toLowerCase())) return name;
    name = name.slice(opener[0].length);
  }
}

function isPerson(name: string, key: string, outlets: ReadonlySet<string>): boolean {
  if (name.length > MAX_NAME_CHARACTERS || /[\d@#!?:()]/.test(name) || outlets.has(key)) return false;
  if (/^\S+\.\p{L}{2,}$/u.test(name)) return false;
  const words = key.split(" ");
  if (words.some((word) => NON_PERSON_WORDS.has(word) || ROLE_WORDS.has(word))) return false;
  if (EAST_ASIAN_NAME.test(name)) return true;
  if (words.length < 2 || words.length > MAX_NAME_WORDS) return false;
  return !words.every((word) => NAME_PARTICLES.has(word));
}

const OUTLET_AT_END =
  /^(\p{Lu}\S* (?:\S+ ){0,3}?\p{Lu}\S*) (?:\p{Lu}\S* )?(?:News|Times|Post|Press|Herald|Tribune|Journal|Digital|Online)$/u;

/** "Jane Q. Doe Fox News": a byline that runs on into the outlet's name. */
function withoutOutlet(name: string): string {
  const match = OUTLET_AT_END.exec(name);
  const person = match?.[1] ?? "";
  return person.split(" ").length >= 2 ? person : name;
}

/** Every word but the particles begins with a capital, or the script has none. */
function isCapitalised(name: string): boolean {
  return name.split(/\s+/).every((word) => !/^\p{Ll}/u.test(word) || NAME_PARTICLES.has(word));
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
