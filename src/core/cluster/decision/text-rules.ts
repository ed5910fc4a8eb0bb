/*
 * The rules on aligned passages: how much of a text's story stands in another.
 *
 *                    taken narration + quotationWeight x taken quotation
 *   story share = -----------------------------------------------------------------------------------
 *                 the same of taken and related sentences + foreignWeight x foreign words
 *
 * Two reporters at one press conference share its quotations, so a quotation proves less than narration.
 * A foreign paragraph is not the story told otherwise, so it speaks less against a copy than an own
 * sentence on the matter does. But only up to foreignLimit words per word taken, and not where the other text is
 * on other matters too: a passage quoted in a live blog of other stories stays a passage.
 *
 * The weights and the threshold were chosen on the labelled pairs; docs/decisions/0005-pairwise-decision.md
 * has the grid, the cross-validation and each rule's ablation.
 */
import type { MarkedText } from "./marked-text.ts";
import type { PassageShares } from "./passages.ts";
import type { Rules } from "./rules.ts";

/** Share of the text's story that stands in the other text, 0 to 1. */
function storyShare(shares: PassageShares, other: PassageShares, rules: Rules): number {
  const taken = shares.takenNarration + rules.quotationWeight * shares.takenQuotation;
  const related = shares.relatedNarration + rules.quotationWeight * shares.relatedQuotation;
  const inParagraphs = foreignInParagraphs(shares);
  const isPassage = foreignInParagraphs(other) > rules.foreignLimitOfOther * takenWords(other);
  const excused = isPassage ? 0 : Math.min(inParagraphs, rules.foreignLimit * takenWords(shares));
  const foreign =
    rules.foreignWeight * excused +
    (inParagraphs - excused) +
    rules.foreignLineWeight * shares.foreignInLines;
  const story = taken + related + foreign;
  return story === 0 ? 0 : taken / story;
}

const takenWords = (shares: PassageShares): number => shares.takenNarration + shares.takenQuotation;

const foreignInParagraphs = (shares: PassageShares): number => shares.foreign - shares.foreignInLines;

/** Share of the taken words that stand in quotation marks; null where nothing was taken. */
export function quotationShare(shares: PassageShares): number | null {
  const taken = takenWords(shares);
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
  const words = takenWords(a) + takenWords(b);
  const isDense = numbers >= MIN_DENSE_NUMBERS && numbers >= DENSE_NUMBER_SHARE * words;
  if (numbers < MIN_TEMPLATE_NUMBERS && !isDense) return false;
  if (numbers < rules.templateNumberShare * words) return false;
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

/** True where most shingles of each text stand in the other, and not its quotations alone. */
export function isMutual(a: PassageShares, b: PassageShares, rules: Rules): boolean {
  const shared = a.sharedShingles + b.sharedShingles;
  if (shared < rules.mutualShare * Math.max(1, a.shingles + b.shingles)) return false;
  return narrationShare(a) >= rules.mutualNarration && narrationShare(b) >= rules.mutualNarration;
}

/** Share of the narration that was taken over, lines of their own left out; 1 for a text of quotations only. */
function narrationShare(shares: PassageShares): number {
  const own = shares.relatedNarration + foreignInParagraphs(shares);
  const narration = shares.takenNarration + own;
  return narration === 0 ? 1 : shares.takenNarration / narration;
}

/** True where the text's story stands in the other one. */
export function isStoryTaken(shares: PassageShares, other: PassageShares, rules: Rules): boolean {
  return isVerbatim(shares, other, rules) && storyShare(shares, other, rules) >= rules.storyShare;
}

function isVerbatim(shares: PassageShares, other: PassageShares, rules: Rules): boolean {
  const share = verbatimShare(shares);
  if (shares.sharedShingles < rules.fewSharedShingles) return share >= rules.verbatimShareOfFew;
  return share >= rules.verbatimShare || Math.min(share, verbatimShare(other)) >= rules.verbatimShareOfBoth;
}

/** Share of the shingles outside foreign passages that stand in the other text word for word, 0 to 1. */
function verbatimShare({ sharedShingles, shingles, foreign }: PassageShares): number {
  return sharedShingles / Math.max(1, shingles - foreign);
}
