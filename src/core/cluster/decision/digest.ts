/*
 * Round-ups: is what surrounds a shared story, within one text, another whole story?
 *
 *     round-up   | story A (shared) | story B, 180 words and more, about other people and places |
 *
 * A news story keeps naming its names. So a long run of own sentences is another story if it shares
 * hardly any name with the rest of its text, and yet its own two halves share some: paragraphs thrown
 * together (furniture, headlines, local inserts) do not even do that.
 *
 * Names are capitalised words within sentences; in scripts without case the guard stays silent.
 */
import { HashSet } from "./hash-set.ts";
import type { MarkedText } from "./marked-text.ts";
import type { Rules } from "./rules.ts";

/** Fewer distinct names on a side make no share. */
const MIN_NAMES = 10;
/** Shares of the poorer side's names; measured on pairs of real stories joined and on real excerpts. */
const MAX_SHARE_WITH_REST = 0.05;
const MIN_SHARE_OF_HALVES = 0.15;

/** True if the tokens from `from` to `to` tell a story of their own, foreign to the rest of the text. */
export function holdsOtherStory(
  text: MarkedText,
  [from, to]: readonly [number, number],
  rules: Rules,
): boolean {
  if (to - from < rules.digestStoryWords) return false;
  const middle = (from + to) >>> 1;
  const rest = [namesIn(text, 0, from), namesIn(text, to, text.tokens.length)].flat();
  const withRest = nameShare(namesIn(text, from, to), rest);
  if (withRest === undefined || withRest > MAX_SHARE_WITH_REST) return false;
  const ofHalves = nameShare(namesIn(text, from, middle), namesIn(text, middle, to));
  return ofHalves !== undefined && ofHalves >= MIN_SHARE_OF_HALVES;
}

function namesIn(text: MarkedText, from: number, to: number): number[] {
  const names: number[] = [];
  for (let i = from; i < to; i++) if (text.isName[i] === 1) names.push(text.tokens[i] as number);
  return names;
}

/** Share of the poorer side's distinct names that the other side has; undefined with too few of them. */
function nameShare(a: readonly number[], b: readonly number[]): number | undefined {
  const namesA = distinct(a);
  const namesB = distinct(b);
  const poorer = Math.min(namesA.size, namesB.size);
  if (poorer < MIN_NAMES) return undefined;
  const seen = new HashSet(a.length);
  let shared = 0;
  for (const name of a) if (seen.add(name) && namesB.has(name)) shared++;
  return shared / poorer;
}

function distinct(names: readonly number[]): HashSet {
  const set = new HashSet(names.length);
  for (const name of names) set.add(name);
  return set;
}
