/*
 * Plain text to paragraphs. Two makes of text come in:
 *
 *   one line = one paragraph     saved from pages, feeds
 *   hard-wrapped                 wire text: lines of 60 to 80 characters, paragraphs parted by blank lines or indents
 *
 * Wrapped text is told by its lines: most of those that are followed by another line are about equally long and
 * end in the middle of a sentence. E-mail style header lines at the top ("Subject: …") are read, not kept.
 */
import { endsSentence, foldSpace } from "./text-shape.ts";

export interface TextLine {
  readonly text: string;
  /** Blank lines before it. */
  readonly blankLinesBefore: number;
}

export interface TextDocument {
  readonly lines: readonly TextLine[];
  /** Header fields by lower-cased name. */
  readonly headers: ReadonlyMap<string, string>;
}

const HEADER =
  /^(From|To|Cc|Subject|Date|Title|Author|By|Byline|Published|Source|URL|Link|Reply-To|Message-ID|Content-Type):[ \t]{1,8}(\S.{0,500})$/i;
/** Headers of mails that say nothing of the article: "X-Mailer: …", "MIME-Version: 1.0". */
const OTHER_HEADER = /^(?:Received|Sender|[A-Z][A-Za-z]{0,20}(?:-[A-Z][A-Za-z]{0,20}){1,4}):[ \t]{1,8}\S/;
/** RFC 5322, 2.2.3: a header goes on where the next line begins with a blank; paragraphs are indented by 4 and more. */
const FOLDED = /^(?:\t| {1,3})\S/;
const MIN_HEADERS = 2;

/** Widths of hard-wrapped lines, in characters. */
const MIN_WRAPPED_WIDTH = 45;
const MAX_WRAPPED_WIDTH = 100;
/** Shares of the followed lines that must have such a width, and of those that must end within a sentence. */
const WRAPPED_SHARE = 0.6;
const OPEN_END_SHARE = 0.55;
const MIN_FOLLOWED_LINES = 4;
/** In wrapped text without blank lines, a sentence end on a line shorter than this share of the width ends the paragraph. */
const SHORT_LAST_LINE = 0.75;

export function readText(content: string): TextDocument {
  const raw = content
    .replaceAll("\0", "")
    .replace(/\r\n?|[\u2028\u2029\u0085\f\v]/g, "\n")
    .split("\n");
  const { headers, bodyFrom } = readHeaders(raw);
  const body = raw.slice(bodyFrom);
  return { headers, lines: isHardWrapped(body) ? unwrap(body) : plainLines(body) };
}

function readHeaders(raw: readonly string[]): { headers: Map<string, string>; bodyFrom: number } {
  const headers = new Map<string, string>();
  let at = 0;
  while (at < raw.length && (raw[at] ?? "").trim() === "") at++;
  for (; at < raw.length; at++) {
    const line = (raw[at] ?? "").trim();
    const match = HEADER.exec(line);
    if (!match && !OTHER_HEADER.test(line)) break;
    const foldedTo = endOfFolded(raw, at + 1);
    const folded = raw.slice(at + 1, foldedTo).map((part) => part.trim());
    if (match) headers.set((match[1] ?? "").toLowerCase(), [(match[2] ?? "").trim(), ...folded].join(" "));
    at = foldedTo - 1;
  }
  return headers.size >= MIN_HEADERS ? { headers, bodyFrom: at } : { headers: new Map(), bodyFrom: 0 };
}

/** Where the folded lines from `from` on end; `from` where they are the text's first, indented paragraph. */
function endOfFolded(raw: readonly string[], from: number): number {
  let end = from;
  while (FOLDED.test(raw[end] ?? "")) end++;
  const behind = (raw[end] ?? "").trim();
  return behind === "" || HEADER.test(behind) || OTHER_HEADER.test(behind) ? end : from;
}

function plainLines(raw: readonly string[]): TextLine[] {
  const lines: TextLine[] = [];
  let blankLinesBefore = 0;
  for (const line of raw) {
    const text = foldSpace(line);
    if (text) lines.push({ text, blankLinesBefore });
    blankLinesBefore = text ? 0 : blankLinesBefore + 1;
  }
  return lines;
}

function isHardWrapped(raw: readonly string[]): boolean {
  let followed = 0;
  let wide = 0;
  let open = 0;
  for (const [index, line] of raw.entries()) {
    const text = line.trim();
    if (!text || !(raw[index + 1] ?? "").trim()) continue;
    followed++;
    if (text.length < MIN_WRAPPED_WIDTH || text.length > MAX_WRAPPED_WIDTH) continue;
    wide++;
    if (!endsSentence(text)) open++;
  }
  return followed >= MIN_FOLLOWED_LINES && wide >= WRAPPED_SHARE * followed && open >= OPEN_END_SHARE * wide;
}

function unwrap(raw: readonly string[]): TextLine[] {
  const lines: TextLine[] = [];
  let parts: string[] = [];
  let blankLinesBefore = 0;
  let width = 0;
  for (const line of raw) width = Math.max(width, Math.min(line.trim().length, MAX_WRAPPED_WIDTH));
  const indent = commonIndent(raw);
  let blankLines = 0;
  const flush = () => {
    const text = foldSpace(parts.join(" "));
    if (text) lines.push({ text, blankLinesBefore });
    parts = [];
  };
  for (const line of raw) {
    const text = line.trim();
    if (!text) {
      flush();
      blankLines++;
      continue;
    }
    const previous = parts.at(-1);
    const isIndented = line.length - line.trimStart().length > indent;
    const closesShort =
      previous !== undefined && endsSentence(previous) && previous.length < SHORT_LAST_LINE * width;
    if (isIndented || closesShort) flush();
    if (parts.length === 0) blankLinesBefore = blankLines;
    blankLines = 0;
    parts.push(text);
  }
  flush();
  return lines;
}

/** Spaces that most lines begin with: 0, or the margin of a quoted text. */
function commonIndent(raw: readonly string[]): number {
  const counts = new Map<number, number>();
  for (const line of raw) {
    if (!line.trim()) continue;
    const indent = line.length - line.trimStart().length;
    counts.set(indent, (counts.get(indent) ?? 0) + 1);
  }
  let common = 0;
  let most = 0;
  for (const [indent, count] of counts) {
    if (count > most) {
      most = count;
      common = indent;
    }
  }
  return common;
}
