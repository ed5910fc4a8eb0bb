/*
 * The rules on aligned passages: how much of a text's story stands in another.
 *
 *                    taken narration + QUOTATION_WEIGHT x taken quotation
 *   story share = -----------------------------------------------------------------------------------
 *                 the same of taken and related sentences + FOREIGN_WEIGHT x foreign words
 *
 * Two reporters at one press conference share its quotations, so a quotation proves less than narration.
 * A foreign paragraph is not the story told otherwise, so it speaks less against a copy than an own
 * sentence on the matter does. But only up to FOREIGN_LIMIT words per word taken: a passage quoted in a live
 * blog of other stories stays a passage.
 *
 * The weights and the threshold were chosen on the labelled pairs; docs/decisions/0005-pairwise-decision.md
 * has the grid, the cross-validation and each rule's ablation.
 */
import type { PassageShares } from "./passages.ts";

const QUOTATION_WEIGHT = 1 / 4;
const FOREIGN_WEIGHT = 1 / 5;
const FOREIGN_LIMIT = 2.5;

/** From this share on a story stands in the other text. */
export const EDGE_STORY_SHARE = 0.69;

/** Without its foreign part, this share of the text's shingles stands in the other: no mere paraphrase. */
const MIN_VERBATIM_SHARE = 0.4;
/** In short texts, stock phrases alone reach that: a bond issue, a rate change. More is asked of them. */
const FEW_SHARED_SHINGLES = 60;
const MIN_VERBATIM_SHARE_OF_FEW = 0.6;

/** Share of the text's story that stands in the other text, 0 to 1. */
function storyShare(shares: PassageShares): number {
  const takenWords = shares.takenNarration + shares.takenQuotation;
  const taken = shares.takenNarration + QUOTATION_WEIGHT * shares.takenQuotation;
  const related = shares.relatedNarration + QUOTATION_WEIGHT * shares.relatedQuotation;
  const excused = Math.min(shares.foreign, FOREIGN_LIMIT * takenWords);
  const foreign = FOREIGN_WEIGHT * excused + (shares.foreign - excused);
  const story = taken + related + foreign;
  return story === 0 ? 0 : taken / story;
}

/** Share of the taken words that stand in quotation marks; null where nothing was taken. */
export function quotationShare(shares: PassageShares): number | null {
  const taken = shares.takenNarration + shares.takenQuotation;
  return taken === 0 ? null : shares.takenQuotation / taken;
}

/** Less own text than this is no story of its own. */
const MIN_OWN_WORDS = 80;
/** Own sentences on the shared matter have this share of their content words in the other text. */
const OWN_MATTER_SHARE = 0.5;

/**
 * True where only page furniture is shared: each text has a story of its own around the shared passages,
 * neither opens with them, and the two stories are about different things.
 */
export function isSharedFurniture(a: PassageShares, b: PassageShares): boolean {
  return isUnrelatedAround(a) && isUnrelatedAround(b);
}

function isUnrelatedAround(shares: PassageShares): boolean {
  const own = shares.relatedNarration + shares.relatedQuotation + shares.foreign;
  if (shares.takesLead || own < MIN_OWN_WORDS * shares.tokensPerWord) return false;
  return shares.ownContentKnown < OWN_MATTER_SHARE * shares.ownContent;
}

/** Fewer numbers than this, over both texts, say nothing about a template, */
const MIN_TEMPLATE_NUMBERS = 10;
/** unless the sentences are dense with them: market reports have one in a dozen words, stories one in forty. */
const MIN_DENSE_NUMBERS = 6;
const DENSE_NUMBER_SHARE = 1 / 20;
/** Figures are shared less than this much as often as words are. */
const TEMPLATE_NUMBER_RATIO = 0.4;

/**
 * True where the sentences taken over agree in their words but not in their figures. Measured against the
 * words, since an edit spoils figures and words alike.
 */
export function isFilledTemplate(a: PassageShares, b: PassageShares): boolean {
  const numbers = a.takenNumbers + b.takenNumbers;
  const words = a.takenNarration + a.takenQuotation + b.takenNarration + b.takenQuotation;
  const isDense = numbers >= MIN_DENSE_NUMBERS && numbers >= DENSE_NUMBER_SHARE * words;
  if (numbers < MIN_TEMPLATE_NUMBERS && !isDense) return false;
  const sharedWords = a.takenShared + b.takenShared;
  const sharedNumbers = a.takenNumbersShared + b.takenNumbersShared;
  return sharedNumbers / numbers < TEMPLATE_NUMBER_RATIO * (sharedWords / words);
}

/** True where one text's story stands in the other, to at least `edgeStoryShare` of it. */
export function isStoryTaken(shares: PassageShares, edgeStoryShare: number): boolean {
  const verbatim = shares.sharedShingles / Math.max(1, shares.shingles - shares.foreign);
  const isFew = shares.sharedShingles < FEW_SHARED_SHINGLES;
  if (verbatim < (isFew ? MIN_VERBATIM_SHARE_OF_FEW : MIN_VERBATIM_SHARE)) return false;
  return storyShare(shares) >= edgeStoryShare;
}
