/* Words of several languages that one regular expression looks for, and words that are looked up one by one. */

export interface WordList {
  /** BCP 47. */
  readonly language: string;
  /** Words separated by `|`, as a regular expression writes them. */
  readonly words: string;
}

/** All words as alternatives of a regular expression, longest first, so that none hides behind its beginning. */
export function anyOf(lists: readonly WordList[]): string {
  const words = new Set(lists.flatMap(({ words }) => words.split("|")));
  return [...words].sort((a, b) => b.length - a.length).join("|");
}

/** @param list words with white space between them */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
