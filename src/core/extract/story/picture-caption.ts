/*
 * Captions by their place: in a <figure>, or in a box with a picture whose class says caption.
 */
import type { Block } from "../blocks/block.ts";
import type { Draft } from "../draft.ts";
import { Trait } from "../tree/class-traits.ts";
import { closest, findWithin, type PageElement } from "../tree/page-tree.ts";
import { QUOTE_TAGS } from "../tree/tags.ts";

const MAX_CAPTION_WORDS = 60;
/** Boxes around a caption that are looked at, and elements in them. */
const BOX_REACH = 3;
const MAX_BOX_ELEMENTS = 30;
/** What such a box holds besides the caption: counter, credit, title. */
const MAX_OTHER_CHARACTERS = 200;
const PICTURE_TAGS: ReadonlySet<string> = new Set(["img", "picture", "amp-img"]);

/** Of a block within a figure: no quotation, cell or long paragraph. */
export function isCaption(block: Block): boolean {
  if (block.tag === "td" || block.tag === "th" || closest(block.element, QUOTE_TAGS)) return false;
  return !(block.tag === "p" && block.words > MAX_CAPTION_WORDS);
}

export function isPictureCaption(block: Block): boolean {
  if (block.has(Trait.embed) || !isCaption(block)) return false;
  return block.has(Trait.figure) || (block.has(Trait.caption) && standsBesidePicture(block));
}

function standsBesidePicture(block: Block): boolean {
  let box: PageElement | null = block.element;
  for (let steps = 0; box !== null && steps <= BOX_REACH; steps++) {
    if (box.textLength > block.text.length + MAX_OTHER_CHARACTERS) return false;
    if (holdsPicture(box)) return true;
    box = box.parent;
  }
  return false;
}

function holdsPicture(box: PageElement): boolean {
  return findWithin(box, MAX_BOX_ELEMENTS, ({ tag }) => PICTURE_TAGS.has(tag)) !== undefined;
}

/** Captions that are the text of a gallery without any other. */
export function keptCaptions(draft: Draft): string[] {
  const captions: string[] = [];
  for (const [index, block] of draft.keptBlocks()) {
    if (isPictureCaption(block)) captions.push(draft.textAt(index));
  }
  return captions;
}
