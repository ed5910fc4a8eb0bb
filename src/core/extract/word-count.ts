/*
 * Counting words in any script. One walk over UTF-16 units, no regular expression: this is called for every
 * block of every page.
 *
 * A script written without spaces (Han, Kana, Thai, Lao, Khmer, Burmese) counts two characters as one word: the
 * mean word length of Japanese and Chinese news in dictionary segmentation is 1.6 to 2, and one number for all
 * of them keeps thresholds comparable with Latin text. Korean, Arabic and Hebrew separate words by spaces.
 */

const WORDS_PER_CHARACTER = 0.5;

const UNITS = 0x10000;
/** What a UTF-16 unit is to counting; anything else ends a word. */
const WORD_UNIT = 1;
const SPACELESS_UNIT = 2;
/** Stands within words. */
const APOSTROPHE = 3;

/** The kind of every unit, since each character of a page is asked for. */
const KINDS = Uint8Array.from({ length: UNITS }, (_, unit) => kindOf(unit));

function kindOf(unit: number): number {
  if (isSpaceless(unit)) return SPACELESS_UNIT;
  if (isWordUnit(unit)) return WORD_UNIT;
  return isApostrophe(unit) ? APOSTROPHE : 0;
}

/**
 * @returns words; a multiple of .5 in scripts without spaces, rounded up by countWords
 */
export function measureWords(text: string): number {
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)];
    if (kind === WORD_UNIT) {
      if (!inWord) words++;
      inWord = true;
    } else if (kind !== APOSTROPHE) {
      if (kind === SPACELESS_UNIT) words += WORDS_PER_CHARACTER;
      inWord = false;
    }
  }
  return words;
}

/**
 * Number of words, 0 or more.
 *
 * @param text any text; 日本語 counts 2, "don't stop" counts 2
 */
export function countWords(text: string): number {
  return Math.ceil(measureWords(text));
}

const BEYOND_ASCII = /[^\x00-\x7f]/;

/** True for text that needs no Unicode tables: nine lines of ten on English pages. */
export function isAscii(text: string): boolean {
  return !BEYOND_ASCII.test(text);
}

/** Code-unit ranges whose scripts put no spaces between words: kana and Han; Thai and Lao; Burmese; Khmer. */
export function isSpaceless(unit: number): boolean {
  if (unit < 0x0e00) return false;
  return (
    (unit >= 0x3041 && unit <= 0x30ff) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0x0e01 && unit <= 0x0eff) ||
    (unit >= 0x1000 && unit <= 0x109f) ||
    (unit >= 0x1780 && unit <= 0x17ff) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  );
}

/** Letters, digits and marks of the other scripts; punctuation and symbols of the common blocks are left out. */
function isWordUnit(unit: number): boolean {
  if (unit < 0x80) {
    return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
  }
  if (unit < 0xc0) return unit === 0xaa || unit === 0xb5 || unit === 0xba;
  if (unit >= 0x2000 && unit <= 0x2bff) return false;
  if (unit >= 0x3000 && unit <= 0x303f) return unit === 0x3005;
  if (unit >= 0xff00 && unit <= 0xffef) return isFullwidthAlphanumeric(unit);
  if (unit >= 0xd800 && unit <= 0xf8ff) return false;
  return (
    unit !== 0xd7 && unit !== 0xf7 && unit !== 0x060c && unit !== 0x061b && unit !== 0x061f && unit !== 0xfeff
  );
}

function isFullwidthAlphanumeric(unit: number): boolean {
  return (
    (unit >= 0xff10 && unit <= 0xff19) ||
    (unit >= 0xff21 && unit <= 0xff3a) ||
    (unit >= 0xff41 && unit <= 0xff5a) ||
    (unit >= 0xff66 && unit <= 0xffdc)
  );
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0xad || unit === 0x200d;
}
