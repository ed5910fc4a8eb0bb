/*
 * What each UTF-16 code unit becomes before words are hashed, looked up in one table.
 *
 * Idea: two outlets' copies of one text differ in case, accents, ligatures, digits of another script and
 * apostrophes. Unicode's compatibility decomposition (NFKD, UAX #15) followed by case folding takes all
 * of that away, but calling `normalize` on each text costs more than everything else together. So it is
 * called once per code unit at start-up, and a text only ever sees table look-ups:
 *
 *     FOLD[c]  < SEPARATOR      a mark that needs a look: dropped, dot, comma, ...
 *              = SEPARATOR      stands between words
 *              >= FIRST_LETTER  the folded letter or digit itself
 *
 * Left out: canonical ordering of marks (marks are dropped, so order cannot matter), and folds that
 * depend on the language (Turkish dotless i): an article's language is not known for certain.
 */

// Classes of code units that are not exactly one letter or digit.

/** Marks, apostrophes, soft hyphens, zero-width characters: as if they were not there. */
export const DROPPED = 0;
export const DOT = 1;
export const COMMA = 2;
export const PERCENT_SIGN = 3;
/** Decomposes into several letters (ligatures, Hangul syllables): see `expansionOf`. */
export const EXPANDS = 4;
/** First half of a pair; the pair is looked up by code point in `foldAstral`. */
export const HIGH_SURROGATE = 5;
/** Of a script written without spaces: a token of its own, see `UNSPACED_FOLD`. */
export const UNSPACED = 6;
/** Above all other classes, so that one comparison tells what needs a look from what runs through. */
export const SEPARATOR = 7;
/** Every value from here on is a folded letter or digit. No letter or digit has a smaller code. */
export const FIRST_LETTER = 8;

export const DIGIT_0 = 48;
export const DIGIT_9 = 57;
const CODE_UNITS = 0x10000;
/** Code units of pairs: first halves, then second ones (Unicode, D71 to D74). */
const FIRST_SURROGATE = 0xd800;
const FIRST_LOW_SURROGATE = 0xdc00;
const BEHIND_SURROGATES = 0xe000;
const DECIMAL_BASE = 10;

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;
const DECIMAL_DIGIT = /\p{Nd}/u;
const MARK = /\p{M}/u;
/** Vowel signs of these scripts carry the word: dropping them would leave its consonants only. */
const VOWEL_SIGN_SCRIPT =
  /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]/u;
const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Apostrophes (straight, curly, modifier letter, grave and acute used as such) and invisible characters. */
const DROPPED_CHARACTERS =
  "'\u2018\u2019\u02BC\u0060\u00B4\u00AD\u034F\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF";
const PERCENT_SIGNS = "%\uFF05\u066A";

/** British and American spellings that differ in one letter: defence/defense, organise/organize. */
const SPELLED_AS_S = new Set(["c", "z"].map((letter) => letter.charCodeAt(0)));
const LETTER_S = "s".charCodeAt(0);

/** Folded letter or class of each code unit. */
export const FOLD = new Uint16Array(CODE_UNITS);
/** Folded form of a character of class `UNSPACED`. */
export const UNSPACED_FOLD = new Uint16Array(CODE_UNITS);

const expansions = new Map<number, Uint16Array>();
const NO_LETTERS = new Uint16Array(0);

/** The letters a code unit of class `EXPANDS` stands for. */
export function expansionOf(codeUnit: number): Uint16Array {
  return expansions.get(codeUnit) ?? NO_LETTERS;
}

/** How a character outside the basic plane takes part. */
export type AstralFold =
  | { readonly kind: "separator" }
  | { readonly kind: "unspaced" }
  | { readonly kind: "letters"; readonly letters: Uint16Array };

/**
 * Folds a code point above 0xFFFF: mathematical letters become plain ones, rare ideographs are tokens of
 * their own, emoji separate words. Not in a table, since news text hardly ever holds one.
 */
export function foldAstral(codePoint: number): AstralFold {
  const character = String.fromCodePoint(codePoint);
  if (UNSPACED_SCRIPT.test(character)) return { kind: "unspaced" };
  const letters = foldedLetters(character);
  return letters.length === 0 ? { kind: "separator" } : { kind: "letters", letters };
}

/** Letters and digits left of one character after decomposition and case folding, as code units. */
function foldedLetters(character: string): Uint16Array {
  const digit = decimalValue(character);
  if (digit !== undefined) return Uint16Array.of(DIGIT_0 + digit);
  // Upper before lower is Unicode's full case folding but for a handful: ß -> ss, final sigma -> sigma.
  const folded = character.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD");
  const units: number[] = [];
  for (const part of folded) {
    if (!LETTER_OR_NUMBER.test(part) && !isKeptMark(part)) continue;
    for (let i = 0; i < part.length; i++) units.push(foldSpelling(part.charCodeAt(i)));
  }
  return Uint16Array.from(units);
}

function foldSpelling(letter: number): number {
  return SPELLED_AS_S.has(letter) ? LETTER_S : letter;
}

/** Decimal digits of every script come as runs of ten in order (Unicode stability policy). */
function decimalValue(character: string): number | undefined {
  if (!DECIMAL_DIGIT.test(character)) return undefined;
  const codePoint = character.codePointAt(0) ?? 0;
  let runLength = 0;
  while (DECIMAL_DIGIT.test(String.fromCodePoint(codePoint - runLength - 1))) runLength++;
  return runLength % DECIMAL_BASE;
}

function isKeptMark(character: string): boolean {
  return MARK.test(character) && VOWEL_SIGN_SCRIPT.test(character);
}

function fillCodeUnit(codeUnit: number): void {
  if (codeUnit >= FIRST_SURROGATE && codeUnit < BEHIND_SURROGATES) {
    FOLD[codeUnit] = codeUnit < FIRST_LOW_SURROGATE ? HIGH_SURROGATE : SEPARATOR;
    return;
  }
  const character = String.fromCharCode(codeUnit);
  const isMark = MARK.test(character);
  if (isMark && !isKeptMark(character)) {
    FOLD[codeUnit] = DROPPED;
    return;
  }
  if (!isMark && !LETTER_OR_NUMBER.test(character)) {
    FOLD[codeUnit] = SEPARATOR;
    return;
  }
  const letters = foldedLetters(character);
  const [first] = letters;
  if (first === undefined) {
    FOLD[codeUnit] = SEPARATOR;
  } else if (UNSPACED_SCRIPT.test(character)) {
    FOLD[codeUnit] = UNSPACED;
    UNSPACED_FOLD[codeUnit] = first;
  } else if (letters.length === 1) {
    FOLD[codeUnit] = first;
  } else {
    FOLD[codeUnit] = EXPANDS;
    expansions.set(codeUnit, letters);
  }
}

function setClass(characters: string, kind: number): void {
  for (let i = 0; i < characters.length; i++) FOLD[characters.charCodeAt(i)] = kind;
}

for (let codeUnit = 0; codeUnit < CODE_UNITS; codeUnit++) fillCodeUnit(codeUnit);
setClass(DROPPED_CHARACTERS, DROPPED);
setClass(PERCENT_SIGNS, PERCENT_SIGN);
setClass(".", DOT);
setClass(",", COMMA);
