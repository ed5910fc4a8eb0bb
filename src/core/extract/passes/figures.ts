/*
 * figures: removes what stands in a <figure> or in an <address>: captions, credits, the author's contact line.
 *
 * Must never remove: posts quoted in the text, blockquotes and tables within a figure, paragraphs of more than 60
 * words, and the sentences of a gallery that has hardly any text besides its captions.
 */
import type { Block } from "../blocks/block.ts";
import { holdsSentenceEnd } from "../blocks/text-shape.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { Trait } from "../tree/class-traits.ts";
import { closest } from "../tree/page-tree.ts";
import { QUOTE_TAGS } from "../tree/tags.ts";

const MAX_CAPTION_WORDS = 60;
const MAX_ADDRESS_WORDS = 40;
/** A gallery has as many words in its captions, and this many times what stands outside of them. */
const MIN_GALLERY_WORDS = 60;
const GALLERY_RATIO = 3;

export const figures: Pass = {
  name: "figures",
  run(draft: Draft): Removal[] {
    const removals: Removal[] = [];
    const isGallery = captionsAreText(draft);
    for (const [index, block] of draft.keptBlocks()) {
      if (block.has(Trait.embed) || (isGallery && isGalleryText(block))) continue;
      if (block.has(Trait.figure) && isCaption(block)) removals.push({ index, reason: "caption" });
      else if (block.tag === "address" && block.words < MAX_ADDRESS_WORDS)
        removals.push({ index, reason: "address" });
    }
    return removals;
  },
};

/** Most of the running text stands in captions: they are what the page has to say. */
function captionsAreText(draft: Draft): boolean {
  let captionWords = 0;
  let otherWords = 0;
  for (const [, block] of draft.keptBlocks()) {
    if (block.has(Trait.figure) && isCaption(block)) captionWords += isGalleryText(block) ? block.words : 0;
    else otherWords += block.goodWords;
  }
  return captionWords >= MIN_GALLERY_WORDS && captionWords > GALLERY_RATIO * otherWords;
}

function isGalleryText(block: Block): boolean {
  return block.goodWords > 0 && holdsSentenceEnd(block.text);
}

function isCaption(block: Block): boolean {
  if (block.tag === "td" || block.tag === "th" || closest(block.element, QUOTE_TAGS)) return false;
  return !(block.tag === "p" && block.words > MAX_CAPTION_WORDS);
}
