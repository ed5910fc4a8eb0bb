/*
 * From text to token hashes in one pass over its UTF-16 code units: normalise, split and hash together.
 *
 *   "The U.S. cut 2,000 jobs, or 5.5%."  ->  the us sut 2000 jobs or 5.5 persent     (as 32-bit hashes)
 *
 * Each rule undoes something outlets do to a wire story: case, accents and apostrophes (fold-table.ts),
 * dots of abbreviations, commas in numbers, percent signs, spelling and abbreviations (aliases.ts).
 * Scripts without spaces give one token per character. No substring is ever made: a word exists only as
 * the running value of its hash.
 *
 * Left out: stemming and stop words. Both need the language, and word order already carries the proof.
 */
import { isSilent, resolveAlias, wordHash } from "./aliases.ts";
import {
  type AstralFold,
  COMMA,
  DIGIT_0,
  DIGIT_9,
  DOT,
  DROPPED,
  EXPANDS,
  expansionOf,
  FIRST_LETTER,
  FOLD,
  foldAstral,
  HIGH_SURROGATE,
  PERCENT_SIGN,
  UNSPACED,
  UNSPACED_FOLD,
} from "./fold-table.ts";
import { EMPTY_HASH, mixLetter, spreadBits } from "./hashing.ts";

/**
 * Code units of a text that are read; what stands behind is not compared. 2^20 is about 170,000 English
 * words, a hundred times the longest article of the evaluation sets, and bounds the scratch memory.
 */
export const MAX_CODE_UNITS = 1 << 20;
const INITIAL_CAPACITY = 1 << 14;

const PER = wordHash("per");
const CENT = wordHash("cent");
const PERCENT = wordHash("percent");
const SEPARATING: AstralFold = { kind: "separator" };
/** The first code point that takes two code units. */
const FIRST_ASTRAL = 0x10000;

/**
 * Tokenises one text after another into the same growing arrays; they hold until the next call.
 * `hashes[0 .. count)` are the tokens, `ends` the code units behind each, `lengths` their letters (1 for a
 * character of a script without spaces); `numberPositions[0 .. numberCount)` are the places of those that end
 * in a digit (numbers, dates, flight and model names).
 */
export class Tokeniser {
  hashes = new Int32Array(INITIAL_CAPACITY);
  ends = new Int32Array(INITIAL_CAPACITY);
  lengths = new Int32Array(INITIAL_CAPACITY);
  count = 0;
  numberPositions = new Int32Array(INITIAL_CAPACITY);
  numberCount = 0;

  /** Hash over the letters of the word being read. */
  private hash = EMPTY_HASH;
  /** Last letter of that word, 0 while no word is open. */
  private previous = 0;
  /** Letters of that word since its last dot, to tell U.S. from the end of a sentence. */
  private lettersSinceDot = 0;

  /** Reads the first `MAX_CODE_UNITS` of a text. Total: lone surrogates only separate words. */
  tokenise(text: string): void {
    const end = Math.min(text.length, MAX_CODE_UNITS);
    this.reset(end + 1);
    let at = 0;
    while (at < end) {
      at = this.readLetters(text, at, end);
      if (at < end) at = this.readMark(text, at, end);
    }
    this.endWord(end);
  }

  private reset(capacity: number): void {
    this.count = 0;
    this.numberCount = 0;
    this.startWord();
    if (this.hashes.length >= capacity) return;
    this.hashes = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.lengths = new Int32Array(capacity);
    this.numberPositions = new Int32Array(capacity);
  }

  private startWord(): void {
    this.hash = EMPTY_HASH;
    this.previous = 0;
    this.lettersSinceDot = 0;
  }

  /** Takes the run of plain letters that begins at `from` into the word; returns where it ends. */
  private readLetters(text: string, from: number, end: number): number {
    let hash = this.hash;
    let previous = this.previous;
    let at = from;
    for (; at < end; at++) {
      const letter = FOLD[text.charCodeAt(at)] as number;
      if (letter < FIRST_LETTER) break;
      if (isSilent(letter, previous)) continue;
      hash = mixLetter(hash, letter);
      previous = letter;
    }
    this.hash = hash;
    this.previous = previous;
    this.lettersSinceDot += at - from;
    return at;
  }

  /** Handles the character at `at`, which is no plain letter; returns where reading goes on. */
  private readMark(text: string, at: number, end: number): number {
    const codeUnit = text.charCodeAt(at);
    const mark = FOLD[codeUnit] as number;
    if (mark === DROPPED) return at + 1;
    if (mark === EXPANDS) {
      this.readExpansion(expansionOf(codeUnit));
      return at + 1;
    }
    if (mark === HIGH_SURROGATE) return this.readAstral(text, at);
    if ((mark === DOT || mark === COMMA) && at + 1 < end && this.joins(mark, text.charCodeAt(at + 1))) {
      if (mark === DOT && isDigit(this.previous)) this.hash = mixLetter(this.hash, codeUnit);
      this.lettersSinceDot = 0;
      return at + 1;
    }
    this.endWord(at);
    if (mark === UNSPACED) this.push(characterToken(UNSPACED_FOLD[codeUnit] as number, 0), at + 1, 1);
    else if (mark === PERCENT_SIGN) this.push(PERCENT, at + 1, 1);
    return at + 1;
  }

  /** True where a dot or comma stands inside a word: 99.63, 2,000, U.S. */
  private joins(mark: number, nextCodeUnit: number): boolean {
    const next = FOLD[nextCodeUnit] as number;
    if (this.previous === 0 || next < FIRST_LETTER) return false;
    if (isDigit(this.previous)) return isDigit(next);
    return mark === DOT && this.lettersSinceDot === 1 && !isDigit(next);
  }

  private readExpansion(letters: Uint16Array): void {
    for (const letter of letters) {
      this.lettersSinceDot++;
      if (isSilent(letter, this.previous)) continue;
      this.hash = mixLetter(this.hash, letter);
      this.previous = letter;
    }
  }

  /** Handles a surrogate pair, or a lone first half as a separator; returns where reading goes on. */
  private readAstral(text: string, at: number): number {
    const codePoint = text.codePointAt(at) ?? 0;
    const behind = codePoint < FIRST_ASTRAL ? at + 1 : at + 2;
    const fold = codePoint < FIRST_ASTRAL ? SEPARATING : foldAstral(codePoint);
    if (fold.kind === "letters") {
      this.readExpansion(fold.letters);
    } else {
      this.endWord(at);
      if (fold.kind === "unspaced") {
        this.push(characterToken(text.charCodeAt(at), text.charCodeAt(at + 1)), behind, 1);
      }
    }
    return behind;
  }

  private push(token: number, end: number, length: number): void {
    this.hashes[this.count] = token;
    this.ends[this.count] = end;
    this.lengths[this.count] = length;
    this.count++;
  }

  /** Ends the open word, if there is one, before the code unit `end`. */
  private endWord(end: number): void {
    if (this.previous === 0) return;
    const token = resolveAlias(spreadBits(this.hash));
    const last = this.count - 1;
    if (token === CENT && last >= 0 && this.hashes[last] === PER) {
      this.hashes[last] = PERCENT;
      this.ends[last] = end;
    } else {
      if (isDigit(this.previous)) this.numberPositions[this.numberCount++] = this.count;
      this.push(token, end, this.lettersSinceDot);
    }
    this.startWord();
  }
}

/** A character of a script without spaces is a token of its own. */
function characterToken(firstUnit: number, secondUnit: number): number {
  return spreadBits(mixLetter(mixLetter(EMPTY_HASH, firstUnit), secondUnit));
}

function isDigit(letter: number): boolean {
  return letter >= DIGIT_0 && letter <= DIGIT_9;
}
