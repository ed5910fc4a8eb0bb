/*
 * Plain text to blocks: each line becomes a block in an element made up for it, so that the passes need not know
 * the difference. A line that reads like a headline becomes a heading, one with a bullet a list item.
 */
import { PageElement } from "../tree/page-tree.ts";
import { measureWords } from "../word-count.ts";
import { Block } from "./block.ts";
import { countGoodWords } from "./html-blocks.ts";
import type { TextLine } from "./text-lines.ts";
import { endsSentence, looksDated } from "./text-shape.ts";

const BULLET = /^[•·▪◦‣*–-] +(?=\S)/u;
const MAX_HEADLINE_WORDS = 25;
const MAX_HEADLINE_CHARACTERS = 180;
const HEADING_RANK = 2;

/** A line of up to 25 words without a full stop. Quotations are none. */
export function looksLikeHeadline(text: string): boolean {
  if (text.length > MAX_HEADLINE_CHARACTERS || measureWords(text) > MAX_HEADLINE_WORDS) return false;
  if (looksDated(text)) return false;
  if (/[?!？！]$/u.test(text)) return true;
  return !endsSentence(text) || /[^.]["'”’»]$/u.test(text);
}

export interface TextBlocks {
  readonly root: PageElement;
  readonly blocks: Block[];
}

export function textBlocks(lines: readonly TextLine[]): TextBlocks {
  const root = new PageElement("#root", null);
  const blocks = lines.map((line) => {
    const bullet = BULLET.test(line.text);
    const text = bullet ? line.text.replace(BULLET, "") : line.text;
    const tag = bullet ? "li" : looksLikeHeadline(text) ? "h2" : "p";
    const element = new PageElement(tag, root);
    element.children.push(text);
    root.children.push(element);
    const block = new Block({
      text,
      words: measureWords(text),
      linkWords: 0,
      element,
      innerElement: element,
      traits: 0,
      headingLevel: tag === "h2" ? HEADING_RANK : 0,
      blankLinesBefore: line.blankLinesBefore,
    });
    countGoodWords(block);
    return block;
  });
  return { root, blocks };
}
