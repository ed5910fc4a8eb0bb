/* Values as single words of a line that a person reads in redis-cli: `-` for none, white space escaped. */

/** A line of a member list that begins so names another list. */
export const MERGED_MARK = "+";
const ABSENT = "-";
const ESCAPED_ABSENT = "%2D";

export function encodeWord(value: string | null): string {
  if (value === null || value === "") return ABSENT;
  return value === ABSENT ? ESCAPED_ABSENT : value.replace(/[%\s]/gu, (letter) => encodeURIComponent(letter));
}

export function decodeWord(word: string): string | null {
  return word === ABSENT ? null : decodeURIComponent(word);
}
