/*
 * Taking a text apart into paragraphs, sentences and words, in any script, and joining it again.
 */
import type { Random } from "./random.ts";

/** A text with fewer paragraphs is cut into groups of sentences, so that there is something to move. */
const MIN_PARAGRAPHS = 4;
const SENTENCES_PER_GROUP = 2;

/** A word: two characters in scripts without spaces, else letters and digits with what joins them. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{1,2}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const SENTENCE_END = /(?<=[.!?।؟][”"»’)]?)\s+|(?<=[。！？][」』”]?)/u;

export function sentencesOf(text: string): string[] {
  return text
    .replace(/\s+/gu, " ")
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

/** Blocks between line breaks; hard-wrapped lines (a line that goes on in lower case) are joined first. */
export function paragraphsOf(text: string): string[] {
  const unwrapped = text.replace(/(\S)[ \t]*\n(?=[^\s\n])/gu, (match, last: string, at: number) =>
    isWrapped(text, at) ? `${last} ` : match,
  );
  const paragraphs = unwrapped
    .split(/\n+/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
  return paragraphs.length >= MIN_PARAGRAPHS ? paragraphs : groupSentences(text);
}

/** Wire services of the 1980s wrapped at 70 columns: a break after a line that ends within a sentence. */
function isWrapped(text: string, lastAt: number): boolean {
  return !/[.!?:"”」。]/u.test(text.charAt(lastAt));
}

function groupSentences(text: string): string[] {
  const sentences = sentencesOf(text);
  const groups: string[] = [];
  for (let i = 0; i < sentences.length; i += SENTENCES_PER_GROUP) {
    groups.push(sentences.slice(i, i + SENTENCES_PER_GROUP).join(" "));
  }
  return groups;
}

export function joinParagraphs(paragraphs: readonly string[]): string {
  return paragraphs.join("\n\n");
}

export interface WordSegment {
  readonly segment: string;
  readonly isWord: boolean;
}

/** Words and what stands between them, in order; joined they give the text again. */
export function segmentsOf(text: string): WordSegment[] {
  const segments: WordSegment[] = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    if (match.index > at) segments.push({ segment: text.slice(at, match.index), isWord: false });
    segments.push({ segment: match[0], isWord: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) segments.push({ segment: text.slice(at), isWord: false });
  return segments;
}

export function wordCount(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** The first (or last) `share` of the words, with what stands between them. */
export function sliceWords(text: string, share: number, from: "start" | "end"): string {
  const segments = segmentsOf(text);
  const kept = Math.round(segments.length * share);
  const slice = from === "start" ? segments.slice(0, kept) : segments.slice(segments.length - kept);
  return slice
    .map(({ segment }) => segment)
    .join("")
    .trim();
}

/** Every item, in an order drawn from `random` (Fisher-Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const [a, b] = [order[i], order[j]];
    if (a === undefined || b === undefined) continue;
    order[i] = b;
    order[j] = a;
  }
  return order;
}
