/*
 * What stands between the commas and dashes of a line: is it spoken to readers, does it go on with what was said, or does
 * it tell of others?
 */
import { HOUSE_WORDS, READER_WORDS } from "../vocabulary/address-words.ts";
import { normaliseWords } from "../vocabulary/phrase-set.ts";

const CLAUSE_BREAK = /[,،，、] ?| [–—-] /u;
/** Words by which an appeal goes on. */
const GOES_ON =
  /^(?:and|or|but|with|for|from|because|so|to|if|when|where|while|including|as|at|in|on|no|not|every|und|oder|aber|mit|für|von|damit|um|wenn|et|ou|mais|avec|pour|si|y|o|pero|con|para|e|com|per|en|of|met|voor|zodat|om|og|och|eller|med|för|i|lub|z|dla|aby|żeby|abyście|abyste|hogy|pentru|για|ώστε|и|или|с|для|чтобы|щоб|ve|ile|için)(?: |$)/;

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
