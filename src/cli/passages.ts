/*
 * The passages a text shares with another one, in a terminal:
 *
 *   2 passages, 290 of its 340 words, of the other's 420
 *   changed words: [-in the other-] {+in this one+}
 *
 *     The ferry line to Lower Quay will run again from [-Monday-] {+Tuesday+}, the harbour
 *     office … 512 characters the same … on Friday evening.
 *     — 43 words of its own, 12 of the other left out —
 *     He thanked the crews …
 */
import type { AlignedPassage, Alignment, PassagePart } from "../core/cluster/aligned-passages.ts";
import { asRun, type LineWidth, paragraph } from "./paragraph.ts";
import { counted } from "./terminal.ts";

/** Four lines of a terminal of 80 columns are read as a whole; */
const FOLDED_FROM = 320;
/** of what is longer, two lines show where it begins, and one where it ends. */
const SHOWN_HEAD = 160;
const SHOWN_TAIL = 80;
/** Changed words are few; one that is longer than this is no word. */
const MAX_CHANGED_SHOWN = 200;
const INDENT = "  ";
const PASSAGE_INDENT = "    ";

/** The middle of a long text gives way, between two words where there are any. */
function folded(text: string): string {
  if (text.length <= FOLDED_FROM) return text;
  const head = text.slice(0, SHOWN_HEAD);
  const tail = text.slice(-SHOWN_TAIL);
  const headEnd = head.lastIndexOf(" ") + 1 || head.length;
  const tailFrom = tail.indexOf(" ") + 1;
  const left = text.length - headEnd - (tail.length - tailFrom);
  return `${head.slice(0, headEnd).trimEnd()} … ${left.toLocaleString("en-US")} characters the same … ${tail.slice(tailFrom)}`;
}

const cut = (text: string): string =>
  text.length <= MAX_CHANGED_SHOWN ? text : `${text.slice(0, MAX_CHANGED_SHOWN)}…`;

/** As wdiff writes it: `[-theirs-] {+ours+}`. */
function changedWords(ours: string, theirs: string): string {
  const left = theirs === "" ? [] : [`[-${cut(theirs)}-]`];
  return [...left, ...(ours === "" ? [] : [`{+${cut(ours)}+}`])].join(" ");
}

/** One run: the blank before a changed part is kept where the text has one. */
function passageInWords(parts: readonly PassagePart[]): string {
  let run = "";
  for (const { kind, a, b } of parts) {
    const part = kind === "same" ? folded(asRun(a)) : changedWords(asRun(a), asRun(b));
    run += run === "" || part === "" ? part : ` ${part}`;
  }
  return run;
}

/**
 * What stands between two passages, or before the first, or behind the last; undefined for nothing.
 * @param left words of the other text; below 0 where the next passage stands before the last one there
 */
function gapInWords(own: number, left: number): string | undefined {
  const parts = [
    ...(own > 0 ? [`${counted(own, "word")} of its own`] : []),
    ...(left > 0 ? [`${counted(left, "word")} of the other left out`] : []),
    ...(left < 0 ? ["what follows stands further up in the other"] : []),
  ];
  return parts.length === 0 ? undefined : `— ${parts.join(", ")} —`;
}

/** Where the words behind a passage begin in both texts. */
function behind(passage: AlignedPassage | undefined): { a: number; b: number } {
  if (!passage) return { a: 0, b: 0 };
  const { wordsBefore, words } = passage;
  return { a: wordsBefore.a + words.a, b: wordsBefore.b + words.b };
}

/** @param width of the terminal */
export function passageLines({ passages, words, sameWords }: Alignment, width: LineWidth): string[] {
  if (passages.length === 0) return paragraph("no passage of eight words or more in common", width, INDENT);
  const summary = `${counted(passages.length, "passage")}: ${sameWords} of its ${counted(words.a, "word")}, of the other's ${words.b}`;
  const lines = paragraph(summary, width, INDENT);
  if (passages.some(({ parts }) => parts.length > 1))
    lines.push(...paragraph("changed words: [-in the other-] {+in this one+}", width, INDENT));
  lines.push("");
  const say = (text: string | undefined): void => {
    if (text !== undefined) lines.push(...paragraph(text, width, PASSAGE_INDENT));
  };
  // Where passages changed places, words between two of them in the other text are not left out.
  const isMoved = passages.some(({ wordsBefore }, i) => wordsBefore.b < behind(passages[i - 1]).b);
  for (const [i, passage] of passages.entries()) {
    const last = behind(passages[i - 1]);
    const left = passage.wordsBefore.b - last.b;
    say(gapInWords(passage.wordsBefore.a - last.a, isMoved ? Math.min(0, left) : left));
    say(passageInWords(passage.parts));
  }
  const last = behind(passages.at(-1));
  say(gapInWords(words.a - last.a, isMoved ? 0 : words.b - last.b));
  return lines;
}
