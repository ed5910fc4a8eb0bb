/*
 * Single edits that outlets make to a wire story. Each is a function of the text and a random source,
 * so that the same seed gives the same copy; edit-classes.ts combines them.
 */
import { phrasesOf } from "./phrases.ts";
import type { Random } from "./random.ts";
import {
  joinParagraphs,
  paragraphsOf,
  segmentsOf,
  sentencesOf,
  shuffled,
  sliceWords,
  wordCount,
} from "./text.ts";

/** Texts of others that an edit may take from; of the same script as the story. */
export interface EditContext {
  /** Paragraphs of unrelated stories. */
  readonly paragraphs: readonly string[];
  readonly headlines: readonly string[];
  readonly words: readonly string[];
}

const HEAD_FURNITURE_LINES = 2;
const TAIL_FURNITURE_LINES = 4;
const TAIL_HEADLINES = 8;
/** A cut by paragraphs may miss its share by this much before it falls back to words. */
const CUT_TOLERANCE = 0.25;
const DAYS_PER_MONTH = 28;
const AGENCIES = ["Reuters", "AP", "AFP"] as const;
const MONTHS = ["Jan", "Mar", "Nov"] as const;

/** Abbreviations, spellings, quotation marks: everything a desk changes by rule. */
export function applyHouseStyle(text: string): string {
  return phrasesOf(text).houseStyle.reduce((done, [pattern, with_]) => done.replace(pattern, with_), text);
}

/** Dateline in front and sign-off behind. */
export function addAgencyLines(text: string, random: Random): string {
  const { cities, reporters, signOff } = phrasesOf(text);
  const day = 1 + random.below(DAYS_PER_MONTH);
  const dateline = `${random.pick(cities)}, ${random.pick(MONTHS)} ${day} (${random.pick(AGENCIES)}) - `;
  return `${dateline}${text}\n\n${signOff.replace(/%/gu, () => random.pick(reporters))}`;
}

/** The first `share` of the text, whole paragraphs where that comes near enough. */
export function cutTail(text: string, share: number): string {
  const wanted = wordCount(text) * share;
  const kept: string[] = [];
  let words = 0;
  for (const paragraph of paragraphsOf(text)) {
    const length = wordCount(paragraph);
    if (kept.length > 0 && words + length / 2 > wanted) break;
    kept.push(paragraph);
    words += length;
    if (words >= wanted) break;
  }
  const isNear = Math.abs(words - wanted) <= CUT_TOLERANCE * wanted;
  return isNear ? joinParagraphs(kept) : sliceWords(text, share, "start");
}

/** The last `share` of the text. */
export function cutHead(text: string, share: number): string {
  return sliceWords(text, share, "end");
}

/** Paragraphs of the outlet's own, at random places. */
export function addLocalParagraphs(
  text: string,
  random: Random,
  context: EditContext,
  count: number,
): string {
  const paragraphs = paragraphsOf(text);
  for (let i = 0; i < count; i++) {
    paragraphs.splice(random.below(paragraphs.length + 1), 0, random.pick(context.paragraphs));
  }
  return joinParagraphs(paragraphs);
}

export function replaceLead(text: string, random: Random, context: EditContext): string {
  return joinParagraphs([random.pick(context.paragraphs), ...paragraphsOf(text).slice(1)]);
}

export function reorderParagraphs(text: string, random: Random): string {
  return joinParagraphs(shuffled(paragraphsOf(text), random));
}

/** Keeps each paragraph with probability `share`; all of them if none were kept. */
export function keepParagraphs(text: string, random: Random, share: number): string {
  const kept = paragraphsOf(text).filter(() => random.next() < share);
  return kept.length === 0 ? text : joinParagraphs(kept);
}

/** Replaces each word with probability `share` by a word of another story. */
export function replaceWords(text: string, random: Random, context: EditContext, share: number): string {
  return segmentsOf(text)
    .map(({ segment, isWord }) => (isWord && random.next() < share ? random.pick(context.words) : segment))
    .join("");
}

/** What a poor extraction leaves: promotions around the text and a list of other headlines behind it. */
export function addFurniture(text: string, random: Random, context: EditContext): string {
  const { furniture } = phrasesOf(text);
  const lines = (count: number, from: readonly string[]): string[] =>
    Array.from({ length: count }, () => random.pick(from));
  const head = lines(HEAD_FURNITURE_LINES, furniture);
  const tail = [...lines(TAIL_FURNITURE_LINES, furniture), ...lines(TAIL_HEADLINES, context.headlines)];
  return joinParagraphs([...head, text, ...tail]);
}

/** Changes a few figures, as a correction does. */
export function correctFigures(text: string, random: Random, count: number): string {
  const places = [...text.matchAll(/(?<![\p{L}\p{N}])\p{Nd}+(?![\p{L}\p{N}])/gu)];
  let corrected = text;
  for (const place of shuffled(places, random).slice(0, count)) {
    const digits = place[0];
    const other = String(random.below(10 ** digits.length)).padStart(digits.length, "1");
    corrected = corrected.slice(0, place.index) + other + corrected.slice(place.index + digits.length);
  }
  return corrected;
}

const QUOTATION = /["“„«「][^"“”„«»「」\n]+["”“»」]/gu;

/** Each quotation said in other words, as after a translation there and back; the narration stays. */
export function rewordQuotations(text: string, random: Random, context: EditContext): string {
  return text.replace(QUOTATION, (quotation) => {
    const inner = quotation.slice(1, -1);
    return quotation.charAt(0) + replaceWords(inner, random, context, 0.7) + quotation.slice(-1);
  });
}

/** Only the quotations survive; every sentence around them is one of another story. */
export function rewriteAroundQuotations(text: string, random: Random, context: EditContext): string {
  const quotations = text.match(QUOTATION) ?? [];
  const own = context.paragraphs.length === 0 ? [] : quotations.map(() => random.pick(context.paragraphs));
  const closing = [random.pick(context.paragraphs), random.pick(context.paragraphs)];
  return joinParagraphs([...quotations.map((quotation, i) => `${own[i] ?? ""} ${quotation}`), ...closing]);
}

/** Another headline and first sentence, then the first paragraphs only. */
export function reheadBrief(text: string, random: Random, context: EditContext, share: number): string {
  const [first = "", ...rest] = paragraphsOf(cutTail(text, share));
  const lead = sentencesOf(random.pick(context.paragraphs))[0] ?? "";
  return joinParagraphs([random.pick(context.headlines), lead, ...sentencesOf(first).slice(1), ...rest]);
}

/** A few passages of the story between entries of other stories, under clock times. */
export function quoteInLiveBlog(text: string, random: Random, context: EditContext): string {
  const passages = sentencesOf(text).slice(0, 2);
  const entries = Array.from({ length: 12 }, () => random.pick(context.paragraphs));
  entries.splice(random.below(entries.length), 0, passages.join(" "));
  return joinParagraphs(entries.map((entry, i) => `${9 + i}.${10 + random.below(50)} ${entry}`));
}

/** Photo captions between the paragraphs. */
export function addCaptions(text: string, random: Random, context: EditContext, count: number): string {
  const paragraphs = paragraphsOf(text);
  for (let i = 0; i < count; i++) {
    const caption = `${random.pick(context.headlines)} (photo: ${random.pick(phrasesOf(text).reporters)})`;
    paragraphs.splice(random.below(paragraphs.length + 1), 0, caption);
  }
  return joinParagraphs(paragraphs);
}

/** Long sentences cut in two and short ones joined, as for another reading level. */
export function repunctuate(text: string, random: Random): string {
  return text.replace(/, (and|but|which|who) /gu, (match, word: string) =>
    random.next() < 0.5 ? `. ${word.charAt(0).toUpperCase()}${word.slice(1)} ` : match,
  );
}
