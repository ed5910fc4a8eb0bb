/*
 * One spelling for lines that may hold a date: digits of any script become 0 to 9, wide forms plain ones, accents, vowel
 * points and joiners go, letters that a language writes in two ways become one (Arabic alef and yeh, final sigma,
 * dotless i). Case stays: names of time zones are capitals. Thai abbreviations lose their full stops: พ.ย. ──▶ พย.
 */

/** Accents, Hebrew points, Arabic vowel signs and lengthening, the Indic nukta, joiners and marks of direction. */
const MARKS =
  /[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0640\u0654\u0655\u0670\u093c\u09bc\u0a3c\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;
const OTHER_LETTER = /[ıİłŁđĐøØςيىئیکگةہۀ’ʼ]/g;
const LETTERS = new Map([
  ["ı", "i"],
  ["İ", "i"],
  ["ł", "l"],
  ["Ł", "L"],
  ["đ", "d"],
  ["Đ", "D"],
  ["ø", "o"],
  ["Ø", "O"],
  ["ς", "σ"],
  ["ى", "ي"],
  ["ئ", "ي"],
  ["ی", "ي"],
  ["ک", "ك"],
  ["ة", "ه"],
  ["ہ", "ه"],
  ["ۀ", "ه"],
  ["’", "'"],
  ["ʼ", "'"],
]);
const THAI_ABBREVIATION = /([ก-ฮเ][ก-ฮ\u0e34\u0e35]{0,2})\.\s?([ก-ฮ])\./g;

/**
 * Code points of the zeros of the scripts whose digits news is written with (Unicode, general category Nd): Arabic, Persian
 * and Urdu, Devanagari, Bengali, Gurmukhi, Gujarati, Tamil, Telugu, Kannada, Malayalam, Thai, Lao, Burmese, Khmer.
 */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0,
];

export function foldDateLine(line: string): string {
  return line
    .normalize("NFKD")
    .replace(MARKS, "")
    .normalize("NFC")
    .replace(OTHER_DIGIT, plainDigit)
    .replace(OTHER_LETTER, (letter) => LETTERS.get(letter) ?? letter)
    .replace(THAI_ABBREVIATION, " $1$2 ");
}

/** The digit as 0 to 9; of a script that no zero stands for, the character itself. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? digit : String(code - zero);
}

/** The same in lower case, for words; as long as the text itself. */
export function lowerCase(folded: string): string {
  const lower = folded.toLowerCase();
  return lower.length === folded.length ? lower : folded;
}
