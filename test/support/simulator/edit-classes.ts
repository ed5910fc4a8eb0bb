/*
 * The edit classes of the simulator: named ways in which a copy differs from its wire story.
 * `same`: the copy must come into the cluster of its source. `apart`: it must not, since what it shares
 * is quotation, background or one of several stories.
 */
import {
  addAgencyLines,
  addCaptions,
  addFurniture,
  addLocalParagraphs,
  applyHouseStyle,
  correctFigures,
  cutHead,
  cutTail,
  type EditContext,
  keepParagraphs,
  quoteInLiveBlog,
  reheadBrief,
  reorderParagraphs,
  replaceLead,
  replaceWords,
  repunctuate,
  rewordQuotations,
  rewriteAroundQuotations,
} from "./edits.ts";
import type { Random } from "./random.ts";
import { joinParagraphs } from "./text.ts";

export interface EditClass {
  readonly name: string;
  readonly expects: "same" | "apart";
  readonly apply: (text: string, random: Random, context: EditContext) => string;
}

const same = (name: string, apply: EditClass["apply"]): EditClass => ({ name, expects: "same", apply });
const apart = (name: string, apply: EditClass["apply"]): EditClass => ({ name, expects: "apart", apply });

/** What outlets do to a wire story before they print it. */
export const WIRE_CLASSES: readonly EditClass[] = [
  same("abbrev", (text) => applyHouseStyle(text)),
  same("wire", (text, random) => addAgencyLines(text, random)),
  same("abbrev+wire", (text, random) => addAgencyLines(applyHouseStyle(text), random)),
  same("trunc70", (text) => cutTail(text, 0.7)),
  same("trunc50", (text) => cutTail(text, 0.5)),
  same("tail50", (text) => cutHead(text, 0.5)),
  same("local1", (text, random, context) => addLocalParagraphs(text, random, context, 1)),
  same("local3", (text, random, context) => addLocalParagraphs(text, random, context, 3)),
  same("newlead", replaceLead),
  same("reorder", (text, random) => reorderParagraphs(text, random)),
  same("word5", (text, random, context) => replaceWords(text, random, context, 0.05)),
  same("word10", (text, random, context) => replaceWords(text, random, context, 0.1)),
  same("trunc30", (text) => cutTail(text, 0.3)),
  same("subset60", (text, random) => keepParagraphs(text, random, 0.6)),
  same("word15", (text, random, context) => replaceWords(text, random, context, 0.15)),
  same("word25", (text, random, context) => replaceWords(text, random, context, 0.25)),
  same("boiler", addFurniture),
  same("hard", (text, random, context) => {
    const wired = addAgencyLines(applyHouseStyle(cutTail(text, 0.5)), random);
    return addLocalParagraphs(wired, random, context, 1);
  }),
  same("vhard", (text, random, context) => {
    const reworded = replaceWords(cutTail(text, 0.5), random, context, 0.05);
    const wired = addAgencyLines(applyHouseStyle(reworded), random);
    return addFurniture(addLocalParagraphs(wired, random, context, 2), random, context);
  }),
  same("t30+local1", (text, random, context) => addLocalParagraphs(cutTail(text, 0.3), random, context, 1)),
];

/** Seen in the labelled pairs: copies that look unlike, and near misses that look alike. */
export const LABELLED_CLASSES: readonly EditClass[] = [
  same("translated-quotes", (text, random, context) => rewordQuotations(text, random, context)),
  same("re-headed-brief", (text, random, context) => reheadBrief(text, random, context, 0.4)),
  same("corrected-figures", (text, random) => correctFigures(text, random, 3)),
  same("captioned", (text, random, context) => addCaptions(text, random, context, 5)),
  same("repunctuated", (text, random) => repunctuate(text, random)),
  apart("quote-heavy-rewrite", rewriteAroundQuotations),
  apart("live-blog-excerpt", quoteInLiveBlog),
];

/** Those that any kernel must place: the prototype did so without a miss. */
export const TWELVE_CLASSES = WIRE_CLASSES.slice(0, 12);

/** Two stories under one roof: neither may pull the other into its cluster. */
export function mergeStories(first: string, second: string): string {
  return joinParagraphs([first, second]);
}

/** Two of the edits above at once. */
export const EXTRA_CLASSES: readonly EditClass[] = [
  same("captioned+wire", (text, random, context) =>
    addAgencyLines(addCaptions(text, random, context, 3), random),
  ),
];
