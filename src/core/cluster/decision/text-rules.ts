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

const QUOTATION_WEIGHT = 1 / 3;
const FOREIGN_WEIGHT = 1 / 4;
const FOREIGN_LIMIT = 2;

/** From this share on a story stands in the other text. */
export const EDGE_STORY_SHARE = 0.68;

/** Share of the text's story that stands in the other text, 0 to 1. */
export function storyShare(shares: PassageShares): number {
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
