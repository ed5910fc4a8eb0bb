/*
 * The rules on aligned passages: how much of a text's story stands in another.
 *
 *                    taken narration + quotationWeight x taken quotation
 *   story share = -----------------------------------------------------------------------------------
 *                 the same of taken and related sentences + foreignWeight x foreign words
 *
 * Two reporters at one press conference share its quotations, so a quotation proves less than narration.
 * A foreign paragraph is not the story told otherwise, so it speaks less against a copy than an own
 * sentence on the matter does. But only up to foreignLimit words per word taken: a passage quoted in a live
 * blog of other stories stays a passage.
 *
 * The weights and the threshold were chosen on the labelled pairs; docs/decisions/0005-pairwise-decision.md
 * has the grid, the cross-validation and each rule's ablation.
 */
import type { MarkedText } from "./marked-text.ts";
import type { PassageShares } from "./passages.ts";
import type { Rules } from "./rules.ts";

/** Share of the text's story that stands in the other text, 0 to 1. */
function storyShare(shares: PassageShares, rules: Rules): number {
  const takenWords = shares.takenNarration + shares.takenQuotation;
  const taken = shares.takenNarration + rules.quotationWeight * shares.takenQuotation;
  const related = shares.relatedNarration + rules.quotationWeight * shares.relatedQuotation;
  const inParagraphs = shares.foreign - shares.foreignInLines;
  const excused = Math.min(inParagraphs, rules.foreignLimit * takenWords);
  const foreign =
    rules.foreignWeight * excused +
    (inParagraphs - excused) +
    rules.foreignLineWeight * shares.foreignInLines;
  const story = taken + related + foreign;
  return story === 0 ? 0 : taken / story;
}

/** Share of the taken words that stand in quotation marks; null where nothing was taken. */
export function quotationShare(shares: PassageShares): number | null {
  const taken = shares.takenNarration + shares.takenQuotation;
  return taken === 0 ? null : shares.takenQuotation / taken;
}

/** Own sentences on the shared matter have this share of their content words in the other text. */
const OWN_MATTER_SHARE = 0.5;

/**
 * True where only page furniture is shared: each text has a story of its own around the shared passages,
 * neither opens with them, and the two stories are about different things.
 */
export function isSharedFurniture(a: PassageShares, b: PassageShares, rules: Rules): boolean {
  return isUnrelatedAround(a, rules) && isUnrelatedAround(b, rules);
}

function isUnrelatedAround(shares: PassageShares, rules: Rules): boolean {
  const own = shares.relatedNarration + shares.relatedQuotation + shares.foreign;
  if (shares.takesLead || own < rules.furnitureOwnWords * shares.tokensPerWord) return false;
  return shares.ownContentKnown < OWN_MATTER_SHARE * shares.ownContent;
}

/** Fewer numbers than this, over both texts, say nothing about a template, */
const MIN_TEMPLATE_NUMBERS = 10;
/** unless the sentences are dense with them: market reports have one in a dozen words, stories one in forty. */
const MIN_DENSE_NUMBERS = 6;
const DENSE_NUMBER_SHARE = 1 / 20;

/**
 * True where the sentences taken over agree in their words but not in their figures. Measured against the
 * words, since an edit spoils figures and words alike.
 */
export function isFilledTemplate(a: PassageShares, b: PassageShares, rules: Rules): boolean {
  const numbers = a.takenNumbers + b.takenNumbers;
  const words = a.takenNarration + a.takenQuotation + b.takenNarration + b.takenQuotation;
  const isDense = numbers >= MIN_DENSE_NUMBERS && numbers >= DENSE_NUMBER_SHARE * words;
  if (numbers < MIN_TEMPLATE_NUMBERS && !isDense) return false;
  const sharedWords = a.takenShared + b.takenShared;
  const sharedNumbers = a.takenNumbersShared + b.takenNumbersShared;
  return sharedNumbers / numbers < rules.templateNumberRatio * (sharedWords / words);
}

/** Numbers of a copy agree up to a slip or a correction. */
const SAME_FIGURES_SHARE = 0.9;

/** True where some of the figures of the text with fewer of them are missing in the other. */
export function haveOtherFigures(a: MarkedText, b: MarkedText): boolean {
  const [figuresA, figuresB] = [figuresOf(a), figuresOf(b)];
  const [fewer, more] = figuresA.size <= figuresB.size ? [figuresA, figuresB] : [figuresB, figuresA];
  let shared = 0;
  for (const figure of fewer) if (more.has(figure)) shared++;
  return shared < SAME_FIGURES_SHARE * fewer.size;
}

function figuresOf({ tokens, isNumber }: MarkedText): Set<number> {
  return new Set(tokens.filter((_, i) => isNumber[i] === 1));
}

/** True where the text's story stands in the other one. */
export function isStoryTaken(shares: PassageShares, rules: Rules): boolean {
  const verbatim = shares.sharedShingles / Math.max(1, shares.shingles - shares.foreign);
  const isFew = shares.sharedShingles < rules.fewSharedShingles;
  if (verbatim < (isFew ? rules.verbatimShareOfFew : rules.verbatimShare)) return false;
  return storyShare(shares, rules) >= rules.storyShare;
}
