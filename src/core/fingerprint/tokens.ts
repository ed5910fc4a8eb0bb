/*
 * From text to token hashes over its UTF-16 code units: normalise, split and hash together.
 *
 *   "The U.S. cut 2,000 jobs, or 5.5%."  ->  the us sut 2000 jobs or 5.5 persent     (as 32-bit hashes)
 *
 * Each rule undoes something outlets do to a wire story: case, accents and apostrophes (fold-table.ts),
 * dots of abbreviations, commas in numbers, percent signs, spelling and abbreviations (aliases.ts).
 * Scripts without spaces give one token per character. No substring is ever made: a word exists only as
 * the running value of its hash.
 *
 * Speed: no processor can foresee where a word ends, and each wrong guess costs as much as four letters. So
 * letters and separators go through the very same steps: at every code unit the word so far is noted in the
 * next free place, and only a separator behind a letter moves that place on.
 *
 *      text     T    h    e         o    i    l
 *      place 0  -    t    th   the                      kept, since place 1 comes next
 *      place 1                 -    -    o    oi   oil
 *
 * What needs a look (abbreviations, figures, per cent) leaves that loop; and what concerns whole words is done
 * block by block behind it.
 *
 * Left out: stemming and stop words. Both need the language, and word order already carries the proof.
 */
import { isSilent, lettersHash, resolveAlias, wordHash } from "./aliases.ts";
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
  SEPARATOR,
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
const PERCENT_LETTERS = lettersHash("percent");
const SEPARATING: AstralFold = { kind: "separator" };
/** The first code point that takes two code units. */
const FIRST_ASTRAL = 0x10000;

/** Code units whose words are read before they become tokens. */
const BLOCK = 512;
/** The words of a block: at most two end at one code unit, an open word and the character behind it. */
const WORDS = 2 * BLOCK + 1;
const wordHashes = new Int32Array(WORDS);
const wordEnds = new Int32Array(WORDS);
const wordLengths = new Int32Array(WORDS);
/** 0 for what is not written in letters. */
const lastLetters = new Int32Array(WORDS);

// V8 takes what a module names itself for a constant, but fetches what is imported anew at each use. Over code
// units and words that makes a third of the time.
const folded = FOLD;
const dropped = DROPPED;
const comma = COMMA;
const separator = SEPARATOR;
const firstLetter = FIRST_LETTER;
const emptyHash = EMPTY_HASH;
const mix = mixLetter;
const isUnheard = isSilent;
const spread = spreadBits;
const meantBy = resolveAlias;

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

  /** Words of the block that are read. */
  private words = 0;
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
    for (let at = 0; at < end; ) {
      const blockEnd = Math.min(at + BLOCK, end);
      while (at < blockEnd) {
        at = this.readWords(text, at, blockEnd, end);
        if (at < blockEnd) at = this.readMark(text, at, end);
      }
      if (at >= end) this.endWord(end);
      this.wordsToTokens();
    }
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

  /** Takes letters and separators from `from` up to the next mark that needs a look; returns where that is. */
  private readWords(text: string, from: number, end: number, textEnd: number): number {
    let { words, hash, previous, lettersSinceDot } = this;
    let at = from;
    for (; at < end; at++) {
      let letter = folded[text.charCodeAt(at)] as number;
      if (letter < separator) {
        if (letter === dropped) continue;
        if (letter > comma) break;
        // A dot or comma before a letter may join; any other ends words as a separator does.
        if (at + 1 < textEnd && (folded[text.charCodeAt(at + 1)] as number) >= firstLetter) break;
        letter = separator;
      }
      if (isUnheard(letter, previous)) {
        lettersSinceDot++;
        continue;
      }
      wordHashes[words] = hash;
      wordEnds[words] = at;
      wordLengths[words] = lettersSinceDot;
      lastLetters[words] = previous;
      // All ones for a letter, all zeros for a separator.
      const ifLetter = (separator - letter) >> 31;
      const isOpen = -previous >>> 31;
      words += isOpen & ~ifLetter;
      hash = (mix(hash, letter) & ifLetter) | (emptyHash & ~ifLetter);
      previous = letter & ifLetter;
      lettersSinceDot = (lettersSinceDot + 1) & ifLetter;
    }
    this.words = words;
    this.hash = hash;
    this.previous = previous;
    this.lettersSinceDot = lettersSinceDot;
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
    if (mark === UNSPACED) this.push(characterHash(UNSPACED_FOLD[codeUnit] as number, 0), at + 1, 1, 0);
    else if (mark === PERCENT_SIGN) this.push(PERCENT_LETTERS, at + 1, 1, 0);
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
        this.push(characterHash(text.charCodeAt(at), text.charCodeAt(at + 1)), behind, 1, 0);
      }
    }
    return behind;
  }

  /** Notes a word that ends before the code unit `end`. */
  private push(hash: number, end: number, length: number, lastLetter: number): void {
    const at = this.words++;
    wordHashes[at] = hash;
    wordEnds[at] = end;
    wordLengths[at] = length;
    lastLetters[at] = lastLetter;
  }

  /** Ends the open word, if there is one, before the code unit `end`. */
  private endWord(end: number): void {
    if (this.previous === 0) return;
    this.push(this.hash, end, this.lettersSinceDot, this.previous);
    this.startWord();
  }

  /** Takes over the words of the block: bits spread, aliases resolved, "per cent" made one. */
  private wordsToTokens(): void {
    const { hashes, ends, lengths, numberPositions, words } = this;
    let { count, numberCount } = this;
    for (let i = 0; i < words; i++) {
      const token = meantBy(spread(wordHashes[i] as number));
      if (token === CENT && count > 0 && hashes[count - 1] === PER) {
        hashes[count - 1] = PERCENT;
        ends[count - 1] = wordEnds[i] as number;
        continue;
      }
      if (isDigit(lastLetters[i] as number)) numberPositions[numberCount++] = count;
      hashes[count] = token;
      ends[count] = wordEnds[i] as number;
      lengths[count] = wordLengths[i] as number;
      count++;
    }
    this.words = 0;
    this.count = count;
    this.numberCount = numberCount;
  }
}

/** A character of a script without spaces is a token of its own. */
function characterHash(firstUnit: number, secondUnit: number): number {
  return mixLetter(mixLetter(EMPTY_HASH, firstUnit), secondUnit);
}

function isDigit(letter: number): boolean {
  return letter >= DIGIT_0 && letter <= DIGIT_9;
}
