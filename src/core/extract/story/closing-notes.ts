/*
 * Is a line behind the text a note about the article: on its author, its rights, the house's newsletter?
 *
 * Never one: a whole sentence that only holds a word of such notes, without an address and without a word to the
 * readers ("Berg could not be reached at his home").
 */
import { isStatement, withoutQuotations } from "../blocks/text-shape.ts";
import { SURNAME_ARTICLES, SURNAME_PARTICLES } from "../vocabulary/byline-words.ts";
import type { PhraseList } from "../vocabulary/phrase-list.ts";
import { normaliseWords } from "../vocabulary/phrase-set.ts";
import { holdsAddress } from "../vocabulary/second-cues.ts";
import { JOB_PHRASES, SHARED_TAIL_PHRASES, TAIL_PHRASES } from "../vocabulary/tail-phrases.ts";
import { isAddressed } from "./clauses.ts";

/** Longer blocks than this are not searched. */
const MAX_NOTE_CHARACTERS = 800;
/** "Jonna Tvedt is a", "Jonna van der Tvedt, 41, is a": two to five words of a name, and what stands between commas. */
const NAMED_AT_ONCE = new RegExp(
  `^\\p{Lu}\\S{0,30}(?: (?:\\p{Lu}\\S{0,30}|${SURNAME_PARTICLES}|${SURNAME_ARTICLES})){1,4}(?:,[^,]{1,60},)? (?:is|ist|est) `,
  "u",
);
/** Seven digits or more with what parts them: a telephone number. */
const TELEPHONE = /\d(?:[\s().-]{0,2}\d){6}/;

const sure = phrasesOf(TAIL_PHRASES);
const shared = phrasesOf(SHARED_TAIL_PHRASES);
const jobs = phrasesOf(JOB_PHRASES);

function phrasesOf(lists: readonly PhraseList[]): string[] {
  return lists.flatMap(({ phrases }) => phrases.split("|")).map((phrase) => ` ${normaliseWords(phrase)} `);
}

/** True for lines such as "Jane Doe contributed to this report." */
export function isClosingNote(text: string): boolean {
  if (text.length > MAX_NOTE_CHARACTERS) return false;
  const words = ` ${normaliseWords(text)} `;
  const isIn = (phrase: string) => words.includes(phrase);
  if (sure.some(isIn)) return true;
  const isJob = jobs.some(isIn);
  const found = shared.filter(isIn);
  if (!isJob && found.length === 0) return false;
  if (!isStatement(text) || speaksForHouse(text)) return true;
  return (isJob && NAMED_AT_ONCE.test(text)) || found.some((phrase) => words.startsWith(phrase));
}

/** An address or a telephone number, or a word of the house or to its readers outside of quotations. */
function speaksForHouse(text: string): boolean {
  if (holdsAddress(text) || TELEPHONE.test(text)) return true;
  return isAddressed(normaliseWords(withoutQuotations(text)));
}
