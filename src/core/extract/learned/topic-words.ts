/*
 * Does a paragraph speak of what the article speaks of? Agencies close many stories of one subject with the same
 * background paragraph ("Libya has been split since 2014 between rival governments in Tripoli and Benghazi"): it
 * recurs like furniture, yet it is text. What tells them apart is that background names what the story names.
 *
 * Compared are topic words: words written with a capital within a sentence (names; in German nouns). Scripts without
 * case have none of these: there every word of some length counts, and in scripts without spaces every three
 * characters.
 * Left out: word lists of any language, and weighing words by rarity, which would need counts of every host's words.
 */
import { isSpaceless } from "../word-count.ts";

/** A capitalised word behind a lower-case one or a comma: no sentence begins there. */
const NAME = /(?<=\p{Ll}[,’']? )\p{Lu}[\p{L}\p{M}]{2,30}/gu;
const HAS_CASE = /\p{Ll}/u;
/** Shorter words of scripts without case are mostly particles. */
const LONG_WORD = /[\p{L}\p{M}]{5,30}/gu;
const PIECE_CHARACTERS = 3;
/** From this share of its names on, a paragraph belongs to its article. */
const MIN_SHARED_NAMES = 1 / 3;
/** Without case, names drown in other words: a low share, so that less is learnt rather than too much. */
const MIN_SHARED_WORDS = 1 / 8;
/** Characters of the article that are searched: five times the longest usual one. */
const MAX_SEARCHED_CHARACTERS = 50_000;

function longWords(paragraph: string): Set<string> {
  const words = new Set<string>();
  for (const word of paragraph.match(LONG_WORD) ?? []) {
    if (!isSpaceless(word.charCodeAt(0))) words.add(word);
    else
      for (let at = 0; at + PIECE_CHARACTERS <= word.length; at++)
        words.add(word.slice(at, at + PIECE_CHARACTERS));
  }
  return words;
}

/**
 * @param rest the article without this paragraph
 * @returns false also for a paragraph that names nothing at all
 */
export function sharesTopic(paragraph: string, rest: string): boolean {
  const hasCase = HAS_CASE.test(paragraph);
  const words = hasCase ? new Set(paragraph.match(NAME) ?? []) : longWords(paragraph);
  const minShared = hasCase ? MIN_SHARED_NAMES : MIN_SHARED_WORDS;
  let shared = 0;
  const searched = rest.slice(0, MAX_SEARCHED_CHARACTERS);
  for (const word of words) if (searched.includes(word)) shared++;
  return shared > 0 && shared >= minShared * words.size;
}
