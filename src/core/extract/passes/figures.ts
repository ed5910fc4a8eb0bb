/*
 * figures: removes what stands in a <figure> or in an <address>: captions, credits, the author's contact line; in a
 * gallery also what stands beside a picture in a box whose class says caption.
 *
 * Must never remove: posts quoted in the text, blockquotes and tables within a figure, paragraphs of more than 60
 * words. A gallery with nothing but captions keeps their sentences: they are what the page has to say, and are listed
 * as captions as well (story/picture-caption.ts).
 */
import type { Block } from "../blocks/block.ts";
import { looksLikeParagraph } from "../blocks/html-blocks.ts";
import { holdsSentenceEnd } from "../blocks/text-shape.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { isCaption, isPictureCaption } from "../story/picture-caption.ts";
import { Trait } from "../tree/class-traits.ts";

const MAX_ADDRESS_WORDS = 40;
/** A gallery has as many words in its captions, and this many times what stands outside of them. */
const MIN_GALLERY_WORDS = 60;
const GALLERY_RATIO = 3;

/** Words of running text beside the captions: a lead of one sentence is the gallery's text. */
const MIN_LEAD_WORDS = 10;

export const figures: Pass = {
  name: "figures",
  run(draft: Draft): Removal[] {
    const removals: Removal[] = [];
    const { isGallery, hasLead } = measureCaptions(draft);
    for (const [index, block] of draft.keptBlocks()) {
      if (block.has(Trait.embed) || (isGallery && !hasLead && isGalleryText(block))) continue;
      const isOfGallery = isGallery && isPictureCaption(block);
      if (isOfGallery || (block.has(Trait.figure) && isCaption(block)))
        removals.push({ index, reason: "caption" });
      else if (block.tag === "address" && block.words < MAX_ADDRESS_WORDS)
        removals.push({ index, reason: "address" });
    }
    return removals;
  },
};

/** A gallery: most of the running text stands in captions. */
function measureCaptions(draft: Draft): { isGallery: boolean; hasLead: boolean } {
  let captionWords = 0;
  let otherWords = 0;
  let leadWords = 0;
  for (const [, block] of draft.keptBlocks()) {
    if (isPictureCaption(block)) captionWords += isGalleryText(block) ? block.words : 0;
    else {
      otherWords += block.goodWords;
      if (looksLikeParagraph(block, MIN_LEAD_WORDS)) leadWords += block.words;
    }
  }
  const isGallery = captionWords >= MIN_GALLERY_WORDS && captionWords > GALLERY_RATIO * otherWords;
  return { isGallery, hasLead: leadWords > 0 };
}

function isGalleryText(block: Block): boolean {
  return block.goodWords > 0 && holdsSentenceEnd(block.text);
}
