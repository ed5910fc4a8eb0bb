/*
 * figures: removes what stands in a <figure> or in an <address>: captions, credits, the author's contact line.
 *
 * Must never remove: posts quoted in the text, blockquotes and tables within a figure, and paragraphs of more
 * than 60 words (galleries whose captions are the article).
 */
import type { Block } from "../blocks/block.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { Trait } from "../tree/class-traits.ts";
import { closest } from "../tree/page-tree.ts";
import { QUOTE_TAGS } from "../tree/tags.ts";

const MAX_CAPTION_WORDS = 60;
const MAX_ADDRESS_WORDS = 40;

export const figures: Pass = {
  name: "figures",
  run(draft: Draft): Removal[] {
    const removals: Removal[] = [];
    for (const [index, block] of draft.keptBlocks()) {
      if (block.has(Trait.embed)) continue;
      if (block.has(Trait.figure) && isCaption(block)) removals.push({ index, reason: "caption" });
      else if (block.tag === "address" && block.words < MAX_ADDRESS_WORDS)
        removals.push({ index, reason: "address" });
    }
    return removals;
  },
};

function isCaption(block: Block): boolean {
  if (block.tag === "td" || block.tag === "th" || closest(block.element, QUOTE_TAGS)) return false;
  return !(block.tag === "p" && block.words > MAX_CAPTION_WORDS);
}
