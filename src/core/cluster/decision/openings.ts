/*
 * What shows in the text itself that a new story begins at a paragraph, whatever the words say:
 *
 *     ... and went home.
 *     (Reporting by our staff)        a sign-off behind the last story
 *     * * *                           a line of marks
 *     Orchard saved                   a headline: a line without a full stop above a paragraph
 *     LINDGATE (Agency) - The ...     a dateline
 *
 * None of these proves it: features are divided by marks and headed by sections, and a desk cuts a story where one
 * ends. So they are weighed with the rest (digest.ts), headlines against how many others the text has.
 */
import { isLetter, type MarkedText } from "./marked-text.ts";
import { closesParagraph } from "./paragraphs.ts";

const MIN_HEADLINE_WORDS = 3;
const MAX_HEADLINE_WORDS = 16;
/** A headline stands above a paragraph of this length, not above another line. */
const MIN_WORDS_BELOW = 15;
/** A dateline with its agency stands within the first line or so. */
const OPENING_CHARACTERS = 120;
const MAX_SIGN_OFF_CHARACTERS = 200;

/** Of a whole line, without the spaces around it. */
const LINE_OF_MARKS = /^[*\-_=~#+•·–—◆■●▲△◇□○☆★※\s]+$/u;
const ENDS_SENTENCE = /[.!?:;,…。！？：；、،؟।]/u;
/** City, perhaps a date, then the agency in parentheses, */
const DATELINE_WITH_AGENCY = /^\p{Lu}[^\n.!?:;()]{2,50}\(\p{L}[\p{L} /&.-]{1,24}\)\s*[-–—:]/u;
/** a city in capitals before a dash, */
const DATELINE_IN_CAPITALS = /^\p{Lu}{3}[\p{Lu} '’/-]*(?:,[^\n!?:;]{1,30})?\s[-–—]{1,2}\s/u;
/** or both in brackets, as in Japanese and Korean. */
const DATELINE_IN_BRACKETS =
  /^(?:【[^】\n]{2,30}】|[［[][^\]］\n]{2,30}[\]］]\s*[-–—]|[(（][^()（）\n=＝]{1,20}[=＝][^()（）\n]{1,20}[)）])/u;
const DATELINES = [DATELINE_WITH_AGENCY, DATELINE_IN_CAPITALS, DATELINE_IN_BRACKETS];
/** In brackets as a whole, but for a full stop or a quotation mark behind it. */
const SIGN_OFF_BEGINS = /^[(（[]/u;
const SIGN_OFF_ENDS = /[)）\]]\P{L}{0,3}$/u;

/** What stands at a paragraph that opens. */
export interface Opening {
  /** Beside a line of marks, a dateline or a sign-off. */
  readonly isMarked: boolean;
  /** Under a headline, or behind one. */
  readonly isHeaded: boolean;
  /** Of the text's paragraphs elsewhere, the share that are headlines, 0 to 1. */
  readonly headlinesElsewhere: number;
}

/** The paragraphs of one text, read once for all places that are asked for. */
export class Openings {
  /** First token of each paragraph, then the number of tokens. */
  private readonly starts: readonly number[];
  private readonly headlines: number;

  constructor(private readonly marked: MarkedText) {
    const { length } = marked.tokens;
    const starts = [0];
    for (let i = 1; i < length; i++) if (closesParagraph(marked, i)) starts.push(i);
    this.starts = [...starts, length];
    this.headlines = starts.filter((_, paragraph) => this.isHeadline(paragraph)).length;
  }

  /** @param token the first of a paragraph, not of the text */
  at(token: number): Opening {
    const paragraph = this.starts.indexOf(token);
    const beside = [paragraph - 1, paragraph];
    const headed = beside.filter((one) => this.isHeadline(one)).length;
    const paragraphs = Math.max(1, this.starts.length - 1);
    return {
      isMarked:
        this.followsMarks(token) ||
        beside.some((one) => this.isSignOff(one)) ||
        [paragraph, paragraph + 1].some((one) => this.hasDateline(one)),
      isHeaded: headed > 0,
      headlinesElsewhere: (this.headlines - headed) / paragraphs,
    };
  }

  private isHeadline(paragraph: number): boolean {
    const [from, to, next] = this.starts.slice(Math.max(0, paragraph), paragraph + 3);
    if (from === undefined || to === undefined || next === undefined) return false;
    const unit = this.marked.tokensPerWord;
    if (to - from < MIN_HEADLINE_WORDS * unit || to - from > MAX_HEADLINE_WORDS * unit) return false;
    const [behind = ""] = this.gapBefore(to).split("\n");
    return next - to >= MIN_WORDS_BELOW * unit && !ENDS_SENTENCE.test(behind);
  }

  private followsMarks(token: number): boolean {
    const lines = this.gapBefore(token).split("\n").slice(1, -1);
    return lines.some((line) => LINE_OF_MARKS.test(line.trim()));
  }

  private hasDateline(paragraph: number): boolean {
    const opening = this.textOf(paragraph).slice(0, OPENING_CHARACTERS);
    return DATELINES.some((pattern) => pattern.test(opening));
  }

  private isSignOff(paragraph: number): boolean {
    const text = this.textOf(paragraph);
    return text.length <= MAX_SIGN_OFF_CHARACTERS && SIGN_OFF_BEGINS.test(text) && SIGN_OFF_ENDS.test(text);
  }

  private textOf(paragraph: number): string {
    const [from, to] = this.starts.slice(Math.max(0, paragraph), paragraph + 2);
    if (from === undefined || to === undefined) return "";
    const behind = this.gapBefore(to).split("\n")[0] ?? "";
    const gap = this.gapBefore(from);
    const opensWith = gap.slice(gap.lastIndexOf("\n") + 1);
    return `${opensWith}${this.marked.text.slice(this.startOf(from), this.endOf(to))}${behind}`.trim();
  }

  /** What stands between the tokens before and at `token`. */
  private gapBefore(token: number): string {
    return this.marked.text.slice(this.endOf(token), this.startOf(token));
  }

  /** Code unit behind the token before `token`. */
  private endOf(token: number): number {
    return token === 0 ? 0 : (this.marked.ends[token - 1] as number);
  }

  /** Code unit at which `token` begins. */
  private startOf(token: number): number {
    const { text } = this.marked;
    let at = this.endOf(token);
    while (at < text.length && !isLetter(text.charCodeAt(at))) at++;
    return at;
  }
}
