/*
 * A clean text as the passage comparison reads it: token hashes, cut into sentences, with quotations marked.
 *
 *   He said: "We will rebuild." The mayor agreed.
 *   n  n      q  q    q         n   n     n          n narration, q quotation
 *   |-- sentence 0 -----------| |- sentence 1 --|
 *
 * Everything is read from the gaps between tokens: their quotation marks, full stops and line breaks. No
 * list of abbreviations: a full stop ends a sentence unless a lower-case letter follows, and pieces of
 * fewer than `MIN_SENTENCE_TOKENS` tokens ("Mr.") are joined to what follows.
 */
import { EXPANDS, FIRST_LETTER, FOLD, HIGH_SURROGATE, UNSPACED } from "../../fingerprint/fold-table.ts";
import { Tokeniser } from "../../fingerprint/tokens.ts";

export interface MarkedText {
  readonly text: string;
  /** Token hashes as in the fingerprint. */
  readonly tokens: Int32Array;
  /** Code unit behind each token, to show passages. */
  readonly ends: Int32Array;
  /** Letters of each token; 1 for a character of a script without spaces. */
  readonly letters: Int32Array;
  /** Hash of the content word at each token, 0 where there is none. */
  readonly content: Int32Array;
  /** 1 where the token is a name: a capitalised word within a sentence. Never in scripts without case. */
  readonly isName: Uint8Array;
  /** 1 where the token stands in quotation marks. */
  readonly quoted: Uint8Array;
  /** 1 where the token is a number. */
  readonly isNumber: Uint8Array;
  /** Two if most tokens are characters of a script without spaces, else one. */
  readonly tokensPerWord: number;
  /** First token of each sentence, then the number of tokens. */
  readonly sentenceStarts: Int32Array;
  /** 1 at the last token of each paragraph. */
  readonly paragraphEnds: Uint8Array;
}

/** Shorter pieces are no sentences; five words are the shortest that a quotation or brief makes sense with. */
export const MIN_SENTENCE_TOKENS = 5;
/** Words of six letters or more name the matter; shorter ones are mostly grammar, in any alphabet. */
const MIN_CONTENT_LETTERS = 6;
/** Where few words must do; shorter ones are mostly grammar, and stand beside anything. */
const MIN_WORD_LETTERS = 4;
/** As in `ExtractedArticle.wordCount`. */
const TOKENS_PER_UNSPACED_WORD = 2;
/** Odd, so that none of the first character's bits is lost. */
const PAIR_MULTIPLIER = 31;
/** A text is hard-wrapped if more than this share of its line breaks stand within sentences. */
const WRAPPED_SHARE = 0.5;
const MIN_LINES_TO_WRAP = 4;

const SENTENCE_MARKS = new Set(".!?\u2026\u3002\uff01\uff1f\u061f\u0964\u06d4:");
const CLOSING_MARKS = new Set("\"'\u2019\u201d\u00bb\u300d\u300f)]");
const OPENING_QUOTES = new Set("\u201c\u300c\u300e");
const CLOSING_QUOTES = new Set("\u201d\u300d\u300f");
/** Straight, angle and low quotation marks open or close, whichever is due. */
const TOGGLING_QUOTES = new Set('"\u00ab\u00bb\u201e\u201f\u05f4');
const LOW_QUOTE = "\u201e";
const LINE_BREAK = "\n";
const SPACE = " ";

const tokeniser = new Tokeniser();

export function markText(text: string): MarkedText {
  tokeniser.tokenise(text);
  const count = tokeniser.count;
  const tokens = tokeniser.hashes.slice(0, count);
  const ends = tokeniser.ends.slice(0, count);
  const quoted = new Uint8Array(count);
  const paragraphEnds = new Uint8Array(count);
  const isName = new Uint8Array(count);
  const isNumber = new Uint8Array(count);
  for (let i = 0; i < tokeniser.numberCount; i++) isNumber[tokeniser.numberPositions[i] as number] = 1;
  const starts = [0];
  const gaps = new GapReader(text);
  for (let i = 0; i < count; i++) {
    quoted[i] = gaps.isQuoting ? 1 : 0;
    const endsSentence = gaps.read(ends[i] as number);
    if (gaps.endsParagraph) paragraphEnds[i] = 1;
    if (gaps.startsName && i + 1 < count) isName[i + 1] = 1;
    const sentenceLength = i + 1 - (starts[starts.length - 1] as number);
    if (endsSentence && sentenceLength >= MIN_SENTENCE_TOKENS && i + 1 < count) starts.push(i + 1);
  }
  starts.push(count);
  const sentenceStarts = Int32Array.from(starts);
  const letters = tokeniser.lengths.slice(0, count);
  const isUnspaced = letters.filter((length) => length === 1).length * 2 > count;
  const tokensPerWord = isUnspaced ? TOKENS_PER_UNSPACED_WORD : 1;
  return {
    text,
    tokens,
    tokensPerWord,
    ends,
    letters,
    content: contentWords(count),
    quoted,
    isName,
    isNumber,
    sentenceStarts,
    paragraphEnds,
  };
}

/** Long words; in scripts without spaces, pairs of characters. */
function contentWords(count: number): Int32Array {
  const { hashes, lengths } = tokeniser;
  const content = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    if ((lengths[i] as number) >= MIN_CONTENT_LETTERS) content[i] = hashes[i] as number;
    else if (lengths[i] === 1 && i + 1 < count && lengths[i + 1] === 1) {
      content[i] = Math.imul(hashes[i] as number, PAIR_MULTIPLIER) + (hashes[i + 1] as number);
    }
  }
  return content;
}

/** Hash of a name or of a word of four letters, in scripts without spaces of two characters; 0 where there is none. */
export function nameOrWordAt({ isName, letters, tokens, content }: MarkedText, at: number): number {
  const isWord = isName[at] === 1 || (letters[at] as number) >= MIN_WORD_LETTERS;
  return (isWord ? tokens[at] : content[at]) as number;
}

/** Reads what stands between two tokens, keeping track of open quotation marks. */
class GapReader {
  isQuoting = false;
  /** True if a paragraph ended in the gap read last. */
  endsParagraph = false;
  /** True if a capital follows the gap read last, within a sentence. */
  startsName = false;
  private isLowQuote = false;
  private readonly isWrapped: boolean;

  constructor(private readonly text: string) {
    this.isWrapped = isHardWrapped(text);
  }

  /** Reads the gap that begins at `from`; true if a sentence ends in it. */
  read(from: number): boolean {
    let endsSentence = false;
    let startsSentence = false;
    let breaks = 0;
    let at = from;
    for (; at < this.text.length && !isLetter(this.text.charCodeAt(at)); at++) {
      const mark = this.text.charAt(at);
      // Most gaps are a space, which none of the lists below holds.
      if (mark === SPACE) continue;
      if (mark === LINE_BREAK) breaks++;
      else if (SENTENCE_MARKS.has(mark)) endsSentence = true;
      else startsSentence = this.readQuote(mark) || startsSentence;
    }
    this.endsParagraph = breaks > 1 || (breaks === 1 && !this.isWrapped);
    if (this.endsParagraph) this.closeAtParagraph(from, at);
    this.startsName =
      !endsSentence && !startsSentence && !this.endsParagraph && isUpperCase(this.text.charAt(at));
    return this.endsParagraph || (endsSentence && !isLowerCase(this.text.charAt(at)));
  }

  /** @returns true for a quotation mark */
  private readQuote(mark: string): boolean {
    const isQuote = OPENING_QUOTES.has(mark) || CLOSING_QUOTES.has(mark) || TOGGLING_QUOTES.has(mark);
    if (OPENING_QUOTES.has(mark)) this.isQuoting = !this.isLowQuote;
    else if (CLOSING_QUOTES.has(mark)) this.isQuoting = false;
    else if (TOGGLING_QUOTES.has(mark)) {
      this.isQuoting = !this.isQuoting;
      this.isLowQuote = mark === LOW_QUOTE && this.isQuoting;
    }
    if (!this.isQuoting) this.isLowQuote = false;
    return isQuote;
  }

  /** A quotation never outlasts its paragraph: the next one opens anew, or a mark was forgotten. */
  private closeAtParagraph(from: number, to: number): void {
    this.isQuoting = false;
    this.isLowQuote = false;
    const lastBreak = this.text.lastIndexOf(LINE_BREAK, to - 1);
    for (let at = Math.max(from, lastBreak); at < to; at++) this.readQuote(this.text.charAt(at));
  }
}

/** True where a token may begin with this code unit; a per cent sign is the one that is none. */
export function isLetter(codeUnit: number): boolean {
  const folded = FOLD[codeUnit] as number;
  return folded >= FIRST_LETTER || folded === EXPANDS || folded === UNSPACED || folded === HIGH_SURROGATE;
}

function isLowerCase(character: string): boolean {
  return character !== character.toUpperCase();
}

function isUpperCase(character: string): boolean {
  return character !== character.toLowerCase();
}

/** Lines that break within a sentence, as old wires send them. */
function isHardWrapped(text: string): boolean {
  let lines = 0;
  let withinSentence = 0;
  for (let at = text.indexOf(LINE_BREAK); at !== -1; at = text.indexOf(LINE_BREAK, at + 1)) {
    const before = text.charAt(at - 1);
    if (before === LINE_BREAK || before === "") continue;
    lines++;
    if (!SENTENCE_MARKS.has(before) && !CLOSING_MARKS.has(before)) withinSentence++;
  }
  return lines >= MIN_LINES_TO_WRAP && withinSentence > WRAPPED_SHARE * lines;
}
