/* The paragraphs within a run of tokens: a paragraph of news is long, a headline, notice or promotion is a line. */
import type { MarkedText } from "./marked-text.ts";

/** A headline has about ten words, a sentence of news twenty and more. */
const MIN_PARAGRAPH_WORDS = 20;
/** Of a story's words this share stands in paragraphs. */
const MIN_SHARE_IN_PARAGRAPHS = 0.5;

/** Tokens that stand in paragraphs, and in lines too short to be any. */
export interface ParagraphLengths {
  readonly inParagraphs: number;
  readonly inLines: number;
}

/** Reads the paragraphs that lie within `from` and `to` as a whole; pieces of others at either end count nowhere. */
export function measureParagraphs(text: MarkedText, from: number, to: number): ParagraphLengths {
  let [inParagraphs, inLines] = [0, 0];
  let start = opensParagraph(text, from) ? from : -1;
  for (let i = from; i < to; i++) {
    if (!closesParagraph(text, i + 1)) continue;
    const length = i + 1 - start;
    if (start >= 0 && length >= MIN_PARAGRAPH_WORDS * text.tokensPerWord) inParagraphs += length;
    else if (start >= 0) inLines += length;
    start = i + 1;
  }
  return { inParagraphs, inLines };
}

/** True where most words of the runs together stand in paragraphs, not in a list of lines. */
export function standInParagraphs(
  text: MarkedText,
  runs: ReadonlyArray<readonly [from: number, to: number]>,
): boolean {
  let [words, inParagraphs] = [0, 0];
  for (const [from, to] of runs) {
    words += to - from;
    inParagraphs += measureParagraphs(text, from, to).inParagraphs;
  }
  return inParagraphs >= MIN_SHARE_IN_PARAGRAPHS * words;
}

/** True where a paragraph begins with the token at `from`. */
export function opensParagraph({ paragraphEnds }: MarkedText, from: number): boolean {
  return from === 0 || paragraphEnds[from - 1] === 1;
}

/** True where a paragraph ends before the token at `to`. */
export function closesParagraph({ paragraphEnds, tokens }: MarkedText, to: number): boolean {
  return to === tokens.length || paragraphEnds[to - 1] === 1;
}
