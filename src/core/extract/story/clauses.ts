/*
 * What stands between the commas and dashes of a line: is it spoken to readers, does it go on with what was said, or does
 * it tell of others?
 */
import { HOUSE_WORDS, READER_WORDS } from "../vocabulary/address-words.ts";
import { CLAUSE_OPENINGS } from "../vocabulary/clause-openings.ts";
import { normaliseWords } from "../vocabulary/phrase-set.ts";
import { anyOf } from "../vocabulary/word-list.ts";

const CLAUSE_BREAK = /[,،，、] ?| [–—-] /u;
const GOES_ON = new RegExp(`^(?:${anyOf(CLAUSE_OPENINGS)})(?: |$)`);

export function clausesOf(text: string): string[] {
  return text.split(CLAUSE_BREAK);
}

/** @param words as normaliseWords gives them */
export function goesOn(words: string): boolean {
  return GOES_ON.test(words);
}

/** @param words as normaliseWords gives them */
export function isAddressed(words: string): boolean {
  const spaced = ` ${words} `;
  return [...HOUSE_WORDS, ...READER_WORDS].some((word) => spaced.includes(word));
}

/** "Follow me, the diver said", not "Follow our reporters, and you will know". */
export function hasLaterClause(text: string): boolean {
  const clauses = clausesOf(text);
  return clauses.length > 1 && !isAddressed(normaliseWords(clauses.at(-1) ?? ""));
}
