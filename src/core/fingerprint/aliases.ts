/*
 * Words that agencies and outlets write differently for the same thing, as house style, not as news.
 * Sources: the AP and Reuters style guides' abbreviations (months, units, government), the abbreviations of
 * 1980s wire copy (mln, bln, dlrs, pct), and the numbers that AP spells out and others do not.
 * Kept short on purpose: each entry makes two words equal in every article.
 */
import { FOLD } from "./fold-table.ts";
import { EMPTY_HASH, mixLetter, spreadBits } from "./hashing.ts";

const ALIASES: ReadonlyArray<readonly [written: string, meant: string]> = [
  ["pct", "percent"],
  ["mln", "million"],
  ["bln", "billion"],
  ["trln", "trillion"],
  ["dlrs", "dollars"],
  ["dlr", "dollar"],
  ["cts", "cents"],
  ["govt", "government"],
  ["programme", "program"],
  ["centre", "center"],
  ["theatre", "theater"],
  ["metre", "meter"],
  ["metres", "meters"],
  ["kilometres", "kilometers"],
  ["grey", "gray"],
  ["jan", "january"],
  ["feb", "february"],
  ["aug", "august"],
  ["sept", "september"],
  ["oct", "october"],
  ["nov", "november"],
  ["dec", "december"],
  ["one", "1"],
  ["two", "2"],
  ["three", "3"],
  ["four", "4"],
  ["five", "5"],
  ["six", "6"],
  ["seven", "7"],
  ["eight", "8"],
  ["nine", "9"],
  ["ten", "10"],
];

// Spelled out here, since V8 fetches an imported constant anew at each use: the tokeniser asks for every letter.
const DIGIT_9 = "9".charCodeAt(0);
const LETTER_O = "o".charCodeAt(0);
const LETTER_U = "u".charCodeAt(0);

/**
 * True for a letter that spelling variants disagree about: the second of a doubled one (travelled,
 * traveled) and the u after o (colour, color). Digits are never dropped.
 */
export function isSilent(letter: number, previous: number): boolean {
  return letter === previous ? letter > DIGIT_9 : letter === LETTER_U && previous === LETTER_O;
}

/** Hash over the letters of one plain lower-case word, before its bits are spread. */
export function lettersHash(word: string): number {
  let hash = EMPTY_HASH;
  let previous = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = FOLD[word.charCodeAt(i)] as number;
    if (isSilent(letter, previous)) continue;
    hash = mixLetter(hash, letter);
    previous = letter;
  }
  return hash;
}

/** Token hash of one plain lower-case word. */
export function wordHash(word: string): number {
  return spreadBits(lettersHash(word));
}

/** Slots of the open-addressed table below: a power of two, one in a hundred full, so that words miss at once. */
const SLOTS = 4096;
const SLOT_MASK = SLOTS - 1;
/** Marks a free slot; no token that stands in the table hashes to it (checked when the table is filled). */
const FREE = 0;
const writtenHashes = new Int32Array(SLOTS).fill(FREE);
const meantHashes = new Int32Array(SLOTS);

for (const [written, meant] of ALIASES) {
  const hash = wordHash(written);
  if (hash === FREE) throw new Error(`alias ${written} hashes to the mark of a free slot`);
  let slot = hash & SLOT_MASK;
  while (writtenHashes[slot] !== FREE) slot = (slot + 1) & SLOT_MASK;
  writtenHashes[slot] = hash;
  meantHashes[slot] = wordHash(meant);
}

/** The hash of the word that is meant; the hash itself for a word that is no alias. */
export function resolveAlias(hash: number): number {
  let slot = hash & SLOT_MASK;
  while (writtenHashes[slot] !== FREE) {
    if (writtenHashes[slot] === hash) return meantHashes[slot] as number;
    slot = (slot + 1) & SLOT_MASK;
  }
  return hash;
}
