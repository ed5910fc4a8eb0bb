/*
 * The cue phrases as questions about a block: does this line open like furniture? Lines in quotation marks never do.
 */
import type { Block } from "../blocks/block.ts";
import { endsSentence, opensQuotation } from "../blocks/text-shape.ts";
import {
  COLON_LABELS,
  INTERFACE_WORDS,
  STRONG_CUES,
  USUAL_CUES,
  WEAK_CUES,
} from "../vocabulary/cue-phrases.ts";
import { normaliseWords, type OpeningMatch, PhraseSet } from "../vocabulary/phrase-set.ts";
import { holdsAddress, isLabelled, namesMedium, namesRights } from "../vocabulary/second-cues.ts";
import { APPEALS, LABELS, TWOFOLD } from "../vocabulary/shared-cues.ts";

const strong = new PhraseSet(STRONG_CUES);
const usual = new PhraseSet(USUAL_CUES);
const appeals = new PhraseSet(APPEALS);
const twofold = new PhraseSet(TWOFOLD);
const sharedLabels = new PhraseSet(LABELS);
const weak = new PhraseSet(WEAK_CUES);
const labels = new PhraseSet(COLON_LABELS);
const interfaceWords = new PhraseSet(INTERFACE_WORDS);

/** Characters before the colon of a label. */
const MAX_LABEL_CHARACTERS = 30;
const COPYRIGHT_SIGN = /^[\s(]*(?:©|\(c\) )/i;

export function isStrongCue(block: Block): boolean {
  return strongCueReason(block) !== undefined || sharedCue(block)?.isReport === false;
}

/** A beginning that furniture shares with reports, or one of prose. */
export interface SharedCue {
  readonly reason: string;
  /** True where nothing but its place can tell that the line is furniture: a whole sentence without a second cue. */
  readonly isReport: boolean;
  /** True where such a sentence, if it is long, is a report wherever it stands: it asks the reader for nothing. */
  readonly mayState: boolean;
}

export function sharedCue(block: Block): SharedCue | undefined {
  if (opensQuotation(block.text)) return undefined;
  const { openingWords } = block;
  const appeal = appeals.matchOpening(openingWords);
  const asking = appeal ?? twofold.matchOpening(openingWords);
  const cue = asking ?? sharedLabels.matchOpening(openingWords);
  if (cue === undefined) return undefined;
  const isReport = isWholeSentence(block) && !hasSecondCue(block, cue, asking !== undefined);
  return { reason: cue.reason, isReport, mayState: appeal === undefined };
}

/** The same for the usual cues. */
export function usualCue(block: Block): SharedCue | undefined {
  const cue = opensQuotation(block.text) ? undefined : usual.matchOpening(block.openingWords);
  if (cue === undefined) return undefined;
  return {
    reason: cue.reason,
    isReport: isWholeSentence(block) && !hasSecondCue(block, cue, true),
    mayState: false,
  };
}

const MIN_SENTENCE_WORDS = 7;
/** Thai ends no sentence with a mark. */
const MIN_UNMARKED_WORDS = 12;
const PROSE_LINK_SHARE = 0.1;
const THAI = /^\p{Script=Thai}/u;

export function isWholeSentence(block: Block): boolean {
  if (block.words < MIN_SENTENCE_WORDS || block.linkShare >= PROSE_LINK_SHARE) return false;
  return endsSentence(block.text) || (block.words >= MIN_UNMARKED_WORDS && THAI.test(block.text));
}

/** @param isAsking true where the reader is to do something, in some medium */
function hasSecondCue({ text }: Block, { phrase }: OpeningMatch, isAsking: boolean): boolean {
  if (holdsAddress(text) || isLabelled(text, phrase.split(" ").length)) return true;
  const words = normaliseWords(text);
  const rest = words.startsWith(phrase) ? words.slice(phrase.length).trimStart() : words;
  return isAsking ? namesMedium(rest) : namesRights(rest);
}

export function strongCueReason(block: Block): string | undefined {
  if (COPYRIGHT_SIGN.test(block.text)) return "copyright";
  if (opensQuotation(block.text)) return undefined;
  return strong.reasonOfOpening(block.openingWords) ?? labelReason(block.text);
}

/** Of the beginnings that reports have too. */
export function usualCueReason(block: Block): string | undefined {
  if (opensQuotation(block.text)) return undefined;
  const { openingWords } = block;
  return (
    appeals.reasonOfOpening(openingWords) ??
    twofold.reasonOfOpening(openingWords) ??
    sharedLabels.reasonOfOpening(openingWords) ??
    usual.reasonOfOpening(openingWords)
  );
}

export function weakCueReason(block: Block): string | undefined {
  return opensQuotation(block.text) ? undefined : weak.reasonOfOpening(block.openingWords);
}

function labelReason(text: string): string | undefined {
  const head = text.slice(0, MAX_LABEL_CHARACTERS);
  const colon = head.search(/[:：]/);
  return colon > 0 ? labels.reasonOfWhole(head.slice(0, colon)) : undefined;
}

/** The reason where the whole line is the name of a control or a section. */
export function interfaceWordReason(text: string): string | undefined {
  return interfaceWords.reasonOfWhole(text);
}
