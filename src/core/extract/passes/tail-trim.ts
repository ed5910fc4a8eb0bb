/*
 * tail-trim: removes what stands behind the last paragraph: notes on the author, credits, dates, short labels,
 * headings with nothing to head, links.
 *
 * Must never remove: anything up to the last paragraph; tables; the items of a closing list and their heading; a sentence
 * that holds a date or the time of day ("The pier reopens on 3 May 2031."); a heading above a short sentence that stays
 * (the last entries of a live blog), unless it names a box ("About the author"), and such a line in bold or in a class
 * of its own; a sentence that links most of its words.
 */
import type { Block } from "../blocks/block.ts";
import { endsSentence, isStatement, looksDated } from "../blocks/text-shape.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { lastParagraph } from "../story/article-edges.ts";
import { isClosingNote } from "../story/closing-notes.ts";
import { Trait } from "../tree/class-traits.ts";
import { closest } from "../tree/page-tree.ts";
import { LIST_ITEM_TAGS } from "../tree/tags.ts";
import { PhraseSet } from "../vocabulary/phrase-set.ts";
import { COMMENT_HEADINGS, RELATED_HEADINGS } from "../vocabulary/related-headings.ts";
import { isProtectedCell } from "./protected.ts";

const BOX_HEADINGS = new PhraseSet(RELATED_HEADINGS);
const COMMENTS = new PhraseSet(COMMENT_HEADINGS);
const MAX_LABEL_WORDS = 8;
const MAX_DATE_WORDS = 15;
/** Blocks behind a heading among which its text begins. */
const HEAD_REACH = 3;
const BOLD_TAGS = new Set(["b", "strong"]);
const LINK_SHARE = 0.5;
/** A whole sentence may link all but a few of its words. */
const STATEMENT_LINK_SHARE = 0.8;
const ITEM_LINK_SHARE = 0.4;

export const tailTrim: Pass = {
  name: "tail-trim",
  run(draft: Draft): Removal[] {
    const last = lastParagraph(draft);
    if (last < 0) return [];
    const removals: Removal[] = [];
    for (const [index, block] of draft.keptBlocks()) {
      if (index <= last || block.has(Trait.embed) || isProtectedCell(block)) continue;
      const reason = tailReason(draft, index, block);
      if (reason) removals.push({ index, reason });
    }
    return removals;
  },
};

function tailReason(draft: Draft, index: number, block: Block): string | null {
  if (block.ownHeadingLevel > 0) return headsText(draft, index, block, HEAD_REACH) ? null : "heading";
  const reason = lineReason(block);
  const isHeading = reason === "label" && isSetApart(block, draft.block(index + 1));
  return isHeading && headsText(draft, index, block, 1) ? null : reason;
}

/** A sub-heading that is no heading element: in bold as a whole, or in a class that the line behind it has not. */
function isSetApart({ element, innerElement }: Block, next: Block | undefined): boolean {
  if (BOLD_TAGS.has(innerElement.tag)) return next !== undefined && !BOLD_TAGS.has(next.innerElement.tag);
  const name = element.attribute("class");
  return name !== "" && name !== next?.element.attribute("class");
}

/** Why a line that is no heading is none of the text. */
function lineReason(block: Block): string | null {
  if (isClosingNote(block.text)) return "note";
  if (block.words < MAX_LABEL_WORDS && !endsSentence(block.text) && !isPlainItem(block)) return "label";
  if (block.linkShare > (isStatement(block.text) ? STATEMENT_LINK_SHARE : LINK_SHARE)) return "link";
  const isDateLine = block.words < MAX_DATE_WORDS && looksDated(block.text) && !isStatement(block.text);
  return isDateLine ? "date-line" : null;
}

/** An item of a list right behind the heading, or a sentence with at most a time or a place before it. */
function headsText(draft: Draft, at: number, heading: Block, reach: number): boolean {
  const first = draft.block(at + 1);
  if (first && draft.isKept(at + 1) && isPlainItem(first)) return true;
  const opening = heading.openingWords;
  if (heading.linkWords > 0 || BOX_HEADINGS.reasonOfOpening(opening) || COMMENTS.reasonOfWhole(opening))
    return false;
  for (let index = at + 1; index <= at + reach; index++) {
    const block = draft.block(index);
    if (!block || !draft.isKept(index) || block.ownHeadingLevel > 0) return false;
    const reason = lineReason(block);
    if (reason !== "label") return reason === null && block.linkWords === 0 && isStatement(block.text);
  }
  return false;
}

function isPlainItem(block: Block): boolean {
  return block.linkShare < ITEM_LINK_SHARE && closest(block.element, LIST_ITEM_TAGS) !== null;
}
