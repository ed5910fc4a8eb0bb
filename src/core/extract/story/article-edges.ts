/*
 * Where the running text begins and ends among the blocks of the draft: between the edges, short lines belong to
 * the article; outside of them they are bylines, dates, captions and notes until shown otherwise.
 */
import type { Block } from "../blocks/block.ts";
import { looksLikeParagraph } from "../blocks/html-blocks.ts";
import { looksDated } from "../blocks/text-shape.ts";
import type { Draft } from "../draft.ts";
import { Trait } from "../tree/class-traits.ts";
import { PUBLISHED_LABEL, UPDATED_LABEL } from "../vocabulary/date-labels.ts";
import { isClosingNote } from "./closing-notes.ts";

const MIN_PARAGRAPH_WORDS = 15;
/** A closing note may be a paragraph of this many words. */
const MAX_NOTE_WORDS = 70;
const MAX_CAPTION_WORDS = 60;
/** As in lead-trim, which takes such a line out. */
const MAX_DATE_LINE_WORDS = 25;
const SENTENCE_END = /[.!?。][”"»)]?$/;
const CAPTION_OPENING =
  /^(?:in this|file ?-|file photo|this (?:file )?(?:photo|image|picture)|a (?:file )?(?:photo|picture|image) (?:taken|shows|released))/i;
const CAPTION_SOURCE = /photo|image|picture|\((?:ap|reuters|afp)[ )/]/i;

export function isParagraph(draft: Draft, index: number): boolean {
  const block = draft.block(index);
  return block !== undefined && draft.isKept(index) && looksLikeParagraph(block, MIN_PARAGRAPH_WORDS);
}

/** Agency caption texts: "In this photo released by ...". */
export function opensLikeCaption(block: Block): boolean {
  return (
    block.words < MAX_CAPTION_WORDS && CAPTION_OPENING.test(block.text) && CAPTION_SOURCE.test(block.text)
  );
}

export function isDek(block: Block): boolean {
  return ((block.element.traits | block.innerElement.traits) & Trait.dek) !== 0;
}

/** "Wed 18 Nov 2026 14.05 GMT - Last modified on …": as long as a paragraph, and no sentence. */
function isDateLine(block: Block): boolean {
  if (block.words >= MAX_DATE_LINE_WORDS || SENTENCE_END.test(block.text)) return false;
  // A label too: lines of books, films and releases hold days as well.
  return (PUBLISHED_LABEL.test(block.text) || UPDATED_LABEL.test(block.text)) && looksDated(block.text);
}

/** Index of the first paragraph; the number of blocks where there is none. */
export function firstParagraph(draft: Draft): number {
  for (const [index, block] of draft.blocks.entries()) {
    if (!isParagraph(draft, index) || isDek(block) || opensLikeCaption(block)) continue;
    if (!isDateLine(block)) return index;
  }
  return draft.blocks.length;
}

/** Index of the last paragraph that is no note about the article; -1 where there is none. */
export function lastParagraph(draft: Draft): number {
  for (let index = draft.blocks.length - 1; index >= 0; index--) {
    const block = draft.blocks[index];
    if (!block || !isParagraph(draft, index)) continue;
    if (block.words < MAX_NOTE_WORDS && isClosingNote(block.text)) continue;
    return index;
  }
  return -1;
}
