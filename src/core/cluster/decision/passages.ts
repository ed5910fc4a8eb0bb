/*
 * Which sentences of one text stand in another, and what kind of text the rest is.
 *
 * Idea: a sentence is taken over if at least half of its words lie in word 4-shingles of the other text.
 * What is not taken over is of two kinds. A rewrite speaks of the same matter in other sentences: its
 * content words occur in the other text. An insertion (another outlet's paragraph, page furniture, a list
 * of headlines) speaks of something else: they do not.
 *
 *     text       ■■■■ taken ■■■■ | related, own words | ■■ taken ■■ | foreign: ads, other headlines |
 *
 * Word counts of each kind, narration and quotation apart, are all the rules need; weights and thresholds
 * stand in rules.ts.
 *
 * Left out: alignment by edit distance. Order hardly matters (desks move paragraphs), and 4-shingles are
 * linear in the length of the texts.
 * [1] Clough, Gaizauskas, Piao, Wilks. METER: MEasuring TExt Reuse. ACL 2002.
 */
import { HashSet } from "./hash-set.ts";
import type { MarkedText } from "./marked-text.ts";
import { measureParagraphs } from "./paragraphs.ts";
import { SHINGLE_WORDS, shingleAt } from "./shingles.ts";

/** Words of one text by what became of them in the other. */
export interface PassageShares {
  takenNarration: number;
  takenQuotation: number;
  /** Words of the sentences taken over that lie in shared shingles. */
  takenShared: number;
  /** Own sentences on the same matter. */
  relatedNarration: number;
  relatedQuotation: number;
  /** Own sentences on another matter, */
  foreign: number;
  /** and how many of these words stand in lines of their own: headlines, promotions, notices. */
  foreignInLines: number;
  /** Content words of the own sentences, and how many of them occur in the other text. */
  ownContent: number;
  ownContentKnown: number;
  /** Numbers in sentences taken over, and how many of them lie in shared shingles. */
  takenNumbers: number;
  takenNumbersShared: number;
  /** Tokens that make one word: two characters in scripts without spaces. */
  tokensPerWord: number;
  /** A sentence that begins within the first `LEAD_WORDS` was taken over. */
  takesLead: boolean;
  /** Runs of own sentences, in order: first token and the token behind the last. */
  ownRuns: Array<readonly [from: number, to: number]>;
  words: number;
  /** Words that lie in shared shingles. */
  sharedWords: number;
  /** 1 for each token that lies in a shared shingle. */
  covered: Uint8Array;
  /** 4-shingles of the text that stand in the other. */
  sharedShingles: number;
  shingles: number;
}

/** Share of a sentence's words in shared shingles from which on it is taken over. */
const TAKEN_SHARE = 0.5;
/** A run of own sentences is foreign if fewer of its content words than this occur in the other text. */
const FOREIGN_SHARE = 0.2;
/** Own sentences are judged paragraph by paragraph; headlines and other short lines together with the next. */
const MIN_JUDGED_WORDS = 25;
/** The lead of a news story: its first two sentences or so. */
const LEAD_WORDS = 60;

/** How `text` stands in `other`. */
export function comparePassages(text: MarkedText, other: MarkedText): PassageShares {
  const vocabulary = new HashSet(other.content.length);
  for (const word of other.content) if (word !== 0) vocabulary.add(word);
  const shares = emptyShares(text.tokens.length);
  shares.tokensPerWord = text.tokensPerWord;
  coverTokens(text, other, shares);
  let ownFrom = -1;
  let storyFrom = 0;
  for (let s = 0; s + 1 < text.sentenceStarts.length; s++) {
    const from = text.sentenceStarts[s] as number;
    const to = text.sentenceStarts[s + 1] as number;
    if (countSet(shares.covered, from, to) < TAKEN_SHARE * (to - from)) {
      if (ownFrom < 0) ownFrom = from;
      if (text.paragraphEnds[to - 1] === 1 && to - ownFrom >= MIN_JUDGED_WORDS) {
        addOwnRun(shares, text, vocabulary, ownFrom, to);
        ownFrom = -1;
      }
      continue;
    }
    addOwnRun(shares, text, vocabulary, ownFrom, from);
    ownFrom = -1;
    noteOwnRun(shares, storyFrom, from);
    storyFrom = to;
    addTaken(shares, text, from, to);
  }
  addOwnRun(shares, text, vocabulary, ownFrom, text.tokens.length);
  noteOwnRun(shares, storyFrom, text.tokens.length);
  return shares;
}

/** Books a sentence that was taken over. */
function addTaken(shares: PassageShares, text: MarkedText, from: number, to: number): void {
  if (from < LEAD_WORDS) shares.takesLead = true;
  const quoted = countSet(text.quoted, from, to);
  shares.takenQuotation += quoted;
  shares.takenNarration += to - from - quoted;
  for (let i = from; i < to; i++) {
    const isCovered = shares.covered[i] as number;
    shares.takenShared += isCovered;
    if (text.isNumber[i] === 0) continue;
    shares.takenNumbers++;
    shares.takenNumbersShared += isCovered;
  }
}

function noteOwnRun(shares: PassageShares, from: number, to: number): void {
  if (to > from) shares.ownRuns.push([from, to]);
}

function emptyShares(words: number): PassageShares {
  return {
    takenNarration: 0,
    takenQuotation: 0,
    takenShared: 0,
    relatedNarration: 0,
    relatedQuotation: 0,
    foreign: 0,
    foreignInLines: 0,
    ownContent: 0,
    ownContentKnown: 0,
    takenNumbers: 0,
    takenNumbersShared: 0,
    tokensPerWord: 1,
    takesLead: false,
    ownRuns: [],
    words,
    sharedWords: 0,
    covered: new Uint8Array(words),
    sharedShingles: 0,
    shingles: Math.max(0, words - SHINGLE_WORDS + 1),
  };
}

/** Marks each token of `text` that lies in a 4-shingle of `other`; counts these tokens and shingles. */
function coverTokens(text: MarkedText, other: MarkedText, shares: PassageShares): void {
  const shingles = new HashSet(other.tokens.length);
  for (let i = 0; i + SHINGLE_WORDS <= other.tokens.length; i++) shingles.add(shingleAt(other.tokens, i));
  const { covered } = shares;
  for (let i = 0; i + SHINGLE_WORDS <= text.tokens.length; i++) {
    if (!shingles.has(shingleAt(text.tokens, i))) continue;
    for (let word = i; word < i + SHINGLE_WORDS; word++) covered[word] = 1;
    shares.sharedShingles++;
  }
  shares.sharedWords = countSet(covered, 0, covered.length);
}

/** How many of the flags, 0 or 1 each, are set between `from` and `to`. */
export function countSet(flags: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) count += flags[i] as number;
  return count;
}

/** Books a run of sentences that were not taken over, `from` < 0 for none. */
function addOwnRun(
  shares: PassageShares,
  text: MarkedText,
  vocabulary: HashSet,
  from: number,
  to: number,
): void {
  if (from < 0 || from >= to) return;
  const content = countContent(text, vocabulary, from, to);
  shares.ownContent += content.words;
  shares.ownContentKnown += content.known;
  if (content.known < FOREIGN_SHARE * content.words) {
    shares.foreign += to - from;
    shares.foreignInLines += measureParagraphs(text, from, to).inLines;
    return;
  }
  const quoted = countSet(text.quoted, from, to);
  shares.relatedQuotation += quoted;
  shares.relatedNarration += to - from - quoted;
}

/** Content words of a run, and how many of them the other text has. */
function countContent(
  text: MarkedText,
  vocabulary: HashSet,
  from: number,
  to: number,
): { words: number; known: number } {
  let words = 0;
  let known = 0;
  for (let i = from; i < to; i++) {
    const word = text.content[i] as number;
    if (word === 0) continue;
    words++;
    if (vocabulary.has(word)) known++;
  }
  return { words, known };
}
