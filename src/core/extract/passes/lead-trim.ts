/*
 * lead-trim: removes what stands between headline and first paragraph: bylines, dates, deks, agency captions,
 * section names.
 *
 * Must never remove: anything from the first paragraph on; tables; lists of prose (key points); a sentence that opens
 * the text, though it be short, hold a date or open like a byline ("De burgemeester stapt op.").
 */
import type { Block } from "../blocks/block.ts";
import { endsSentence, isStatement, looksDated } from "../blocks/text-shape.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { firstParagraph, isDek, opensLikeCaption } from "../story/article-edges.ts";
import { isStandfirst } from "../story/standfirst.ts";
import { Trait } from "../tree/class-traits.ts";
import { SURNAME_ARTICLES, SURNAME_PARTICLES } from "../vocabulary/byline-words.ts";
import { isProtectedCell } from "./protected.ts";

const BYLINE = /^(?:by|written by|posted by|von|por|par|di|de|door|av|af|tekst|text|texte|от) /i;
const MAX_BYLINE_WORDS = 14;
const MAX_DATE_LINE_WORDS = 25;
const MAX_LABEL_WORDS = 6;
/** Fewer words are no opening sentence: "Von Jonna Tvedt." */
const MIN_STATEMENT_WORDS = 5;
/** A name of two words behind one or two others: "By Jonna Tvedt", "Written by Jonna de la Tvedt". */
const NAME_AT_ONCE = new RegExp(
  `^(?:\\S{1,30} ){1,2}\\p{Lu}\\S{0,30} (?:(?:${SURNAME_PARTICLES}) (?:(?:${SURNAME_PARTICLES}|${SURNAME_ARTICLES}) )?)?\\p{Lu}`,
  "u",
);
const ITEM_LINK_SHARE = 0.3;

export const leadTrim: Pass = {
  name: "lead-trim",
  run(draft: Draft): Removal[] {
    const first = firstParagraph(draft);
    if (first === draft.blocks.length) return [];
    const removals: Removal[] = [];
    for (const [index, block] of draft.keptBlocks()) {
      if (index >= first) break;
      const reason = isProtected(block) ? null : leadReason(block);
      if (reason) removals.push({ index, reason });
    }
    return removals;
  },
};

function isProtected(block: Block): boolean {
  if (block.has(Trait.embed) || isProtectedCell(block)) return true;
  return (
    block.tag === "li" &&
    block.linkShare < ITEM_LINK_SHARE &&
    !looksDated(block.text) &&
    !BYLINE.test(block.text)
  );
}

/** "De burgemeester stapt op.", "On 3 May 2031, the pier broke in two.": the first sentence, not whose or when. */
function opensStory({ text, words }: Block): boolean {
  return words >= MIN_STATEMENT_WORDS && isStatement(text) && !NAME_AT_ONCE.test(text);
}

function leadReason(block: Block): string | null {
  if (isDek(block) && !isStandfirst(block)) return "dek";
  if (opensLikeCaption(block)) return "caption";
  if (!opensStory(block)) {
    if (block.words < MAX_BYLINE_WORDS && BYLINE.test(block.text)) return "byline";
    if (block.words < MAX_DATE_LINE_WORDS && looksDated(block.text)) return "date-line";
  }
  const isHeading = block.ownHeadingLevel > 0;
  if (block.words < MAX_LABEL_WORDS && !endsSentence(block.text) && !isHeading) return "label";
  return block.tag === "h1" ? "headline" : null;
}
