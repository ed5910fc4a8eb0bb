/*
 * tail-trim: removes what stands behind the last paragraph: notes on the author, credits, dates, short labels,
 * headings with nothing to head, links.
 *
 * Must never remove: anything up to the last paragraph; tables; the items of a closing list; a sentence that holds a
 * date or the time of day ("The pier reopens on 3 May 2031.").
 */
import type { Block } from "../blocks/block.ts";
import { endsSentence, isStatement, looksDated } from "../blocks/text-shape.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { lastParagraph } from "../story/article-edges.ts";
import { isClosingNote } from "../story/closing-notes.ts";
import { Trait } from "../tree/class-traits.ts";
import { closest } from "../tree/page-tree.ts";
import { LIST_ITEM_TAGS } from "../tree/tags.ts";
import { isProtectedCell } from "./protected.ts";

const MAX_LABEL_WORDS = 8;
const MAX_DATE_WORDS = 15;
const LINK_SHARE = 0.5;
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
  if (block.ownHeadingLevel > 0) {
    const next = draft.block(index + 1);
    return next && draft.isKept(index + 1) && isPlainItem(next) ? null : "heading";
  }
  if (isClosingNote(block.text)) return "note";
  if (block.words < MAX_LABEL_WORDS && !endsSentence(block.text) && !isPlainItem(block)) return "label";
  if (block.linkShare > LINK_SHARE) return "link";
  const isDateLine = block.words < MAX_DATE_WORDS && looksDated(block.text) && !isStatement(block.text);
  return isDateLine ? "date-line" : null;
}

function isPlainItem(block: Block): boolean {
  return block.linkShare < ITEM_LINK_SHARE && closest(block.element, LIST_ITEM_TAGS) !== null;
}
