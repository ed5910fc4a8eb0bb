/* Values as single words of a line that a person reads in redis-cli: `-` for none, white space escaped. */

/** A line of a member list that begins so names another list; as the field `publishers` it stands for a set of them. */
export const MERGED_MARK = "+";
const ABSENT = "-";
/** Whole words that mean something else. */
const ESCAPED = new Map([
  [ABSENT, "%2D"],
  [MERGED_MARK, "%2B"],
]);

export function encodeWord(value: string | null): string {
  if (value === null || value === "") return ABSENT;
  return ESCAPED.get(value) ?? value.replace(/[%\s]/gu, (letter) => encodeURIComponent(letter));
}

export function decodeWord(word: string): string | null {
  return word === ABSENT ? null : decodeURIComponent(word);
}
