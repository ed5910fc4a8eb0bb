/*
 * photo-captions: removes captions that no <figure> marks: lines that end in a photo credit, and the short title
 * line right before them ("North Korea election voting"). They are kept as captions and photo credits.
 *
 * Must never remove: a paragraph whose last word is an agency in brackets, unless it stands before the text, stands
 * there twice, or says "left", "file" or "pictured"; long paragraphs.
 */
import type { Block } from "../blocks/block.ts";
import { looksLikeHeadline } from "../blocks/text-blocks.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { findPhotoCredit } from "../story/photo-credit.ts";
import { Trait } from "../tree/class-traits.ts";
import { isProtectedCell } from "./protected.ts";

const MAX_CAPTION_WORDS = 90;
const MAX_PHOTO_TITLE_WORDS = 8;
const PICTURE_WORDS =
  /\((?:L|R|C|left|right|center|centre)\)|\b(?:file photo|pictured|photo taken|picture taken|this picture|this photo|handout)\b/i;

/** "Pictured from left are …" */
const OPENS_PICTURED =
  /^(?:pictured|im bild|auf dem bild|op de foto|på bildet|på bilden|nella foto|en la foto|na foto|sur la photo)(?:\s?[:,]| (?:above|below|here|left|right|centre|center|from|at|is|are|with|von|zu|links|rechts|oben|unten)\b)/i;

export const photoCaptions: Pass = {
  name: "photo-captions",
  run(draft: Draft): Removal[] {
    const counts = countTexts(draft);
    const removals: Removal[] = [];
    for (const [index, block] of draft.keptBlocks()) {
      if (block.has(Trait.embed) || isProtectedCell(block) || block.words > MAX_CAPTION_WORDS) continue;
      if (!isCaption(block, (counts.get(block.text) ?? 0) > 1)) continue;
      removals.push({ index, reason: "caption" });
      if (isPhotoTitle(draft, index - 1)) removals.push({ index: index - 1, reason: "photo-title" });
    }
    return removals;
  },
};

function isCaption(block: Block, isRepeated: boolean): boolean {
  if (OPENS_PICTURED.test(block.text)) return true;
  const credit = findPhotoCredit(block.text);
  if (!credit) return false;
  return credit.certainty === "sure" || isRepeated || PICTURE_WORDS.test(block.text);
}

/** In HTML such lines are headings of sections; in saved text they are the pictures' alt texts. */
function isPhotoTitle(draft: Draft, index: number): boolean {
  const block = draft.block(index);
  if (!block || !draft.page.isPlainText || !draft.isKept(index)) return false;
  return block.words <= MAX_PHOTO_TITLE_WORDS && looksLikeHeadline(block.text);
}

function countTexts(draft: Draft): Map<string, number> {
  const counts = new Map<string, number>();
  for (const block of draft.blocks) counts.set(block.text, (counts.get(block.text) ?? 0) + 1);
  return counts;
}
