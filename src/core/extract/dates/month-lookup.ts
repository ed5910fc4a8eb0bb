/*
 * Which month a word is, in a language, or in any where the language is not known. A name that two languages give to
 * different months ("listopada": October in Croatian, November in Polish) counts in its own language only.
 */
import { MONTH_NAMES, SOLAR_MONTH_NAMES } from "../vocabulary/month-names.ts";
import { foldDateLine, lowerCase } from "./fold-line.ts";

export interface Month {
  readonly calendar: "gregorian" | "solar";
  /** 1 to 12. */
  readonly number: number;
  /** True for names that only Thai has: bare years beside them are Buddhist. */
  readonly isThai: boolean;
}

type Names = ReadonlyMap<string, Month>;

/** Shorter names of other languages are not believed where the language is known: "Mac" is March in Malay only. */
const MIN_FOREIGN_LETTERS = 4;
/** Languages that the detector takes for another, and tags of the same language. */
const ALIASES: Readonly<Record<string, string>> = { nn: "nb", no: "nb", tl: "fil", iw: "he", in: "id" };

function foldWord(text: string): string {
  return lowerCase(foldDateLine(text)).replaceAll(".", " ").replace(/\s+/g, " ").trim();
}

function namesOf(list: string, calendar: Month["calendar"], isThai: boolean): [string, Month][] {
  return list.split("|").flatMap((spellings, at) => {
    const month = { calendar, number: at + 1, isThai };
    return spellings.split(",").map((name): [string, Month] => [foldWord(`${name.trim()} `), month]);
  });
}

/** Thai abbreviations lose their stops in folding only where both stand: "พ.ย" of CLDR is "พ.ย." on pages. */
function tableOf(language: string): Names {
  const list = MONTH_NAMES[language] ?? "";
  const isThai = language === "th";
  const solar = SOLAR_MONTH_NAMES[language];
  return new Map([
    ...namesOf(isThai ? list.replace(/(\.[ก-ฮ])/g, "$1.") : list, "gregorian", isThai),
    ...(solar === undefined ? [] : namesOf(solar, "solar", false)),
  ]);
}

const LANGUAGES = [...new Set([...Object.keys(MONTH_NAMES), ...Object.keys(SOLAR_MONTH_NAMES)])];
const TABLES: ReadonlyMap<string, Names> = new Map(
  LANGUAGES.map((language) => [language, tableOf(language)]),
);

/** Names of all languages on which all that have them agree. */
function agreedNames(): Names {
  const agreed = new Map<string, Month>();
  const disputed = new Set<string>();
  for (const [name, month] of [...TABLES.values()].flatMap((names) => [...names])) {
    const known = agreed.get(name);
    if (known && (known.number !== month.number || known.calendar !== month.calendar)) disputed.add(name);
    agreed.set(name, month);
  }
  for (const name of disputed) agreed.delete(name);
  return agreed;
}

const AGREED = agreedNames();

/** "בנובמבר": in November. */
const HEBREW_PREFIX = /^ב(?=[א-ת]{3})/;

/**
 * @param word as foldWord gives it; two words for names such as "كانون الثاني"
 * @param language first part of a BCP 47 tag
 */
export function monthOf(word: string, language: string | null): Month | undefined {
  const own = language === null ? undefined : TABLES.get(ALIASES[language] ?? language);
  const found = own?.get(word);
  if (found) return found;
  if (own === undefined || word.length >= MIN_FOREIGN_LETTERS) {
    const agreed = AGREED.get(word);
    if (agreed) return agreed;
  }
  return HEBREW_PREFIX.test(word) ? monthOf(word.slice(1), language) : undefined;
}
