/*
 * From the tree to blocks: a walk in reading order that opens a block at the first text and closes it at the next
 * block-level edge, `<hr>` or double `<br>`.
 *
 *   <p>One <a>two</a> three<br><br>four</p>   ──▶   "One two three" (1 link word), "four"
 *
 * A single `<br>` is white space, except where one of the lines is the page's headline: then each line is a block.
 * Inline furniture within a paragraph (a share label, a hidden span) is left out of the block and reported.
 */

import type { TitleMatcher } from "../story/title.ts";
import { DEAD_TRAITS } from "../tree/class-traits.ts";
import type { PageElement } from "../tree/page-tree.ts";
import { BLOCK_TAGS, headingLevel } from "../tree/tags.ts";
import { measureWords } from "../word-count.ts";
import { Block } from "./block.ts";
import { foldSpace, holdsSentenceEnd } from "./text-shape.ts";

/** Inline furniture is a label; anything longer is text with an odd class. */
const MAX_INLINE_FURNITURE_CHARACTERS = 250;
/** An inline element with less of the block's text than this only opens it: its class says nothing of the rest, but that of an element around it may. */
const MIN_INNER_SHARE = 0.5;
/** How far above its text a heading element may stand: <h2><a><span><b>. */
const HEADING_REACH = 4;
/** Fewest words of a line that reads like running text. */
const MIN_GOOD_WORDS = 10;

interface OpenBlock {
  readonly element: PageElement;
  readonly innerElement: PageElement;
  readonly parts: string[];
  readonly linkParts: string[];
  /** Where lines begin that a single <br> opened. */
  readonly lineStarts: LineStart[];
  /** How many parts there were at the last single <br>; a second one right behind it ends the block. */
  partsAtBreak: number;
}

interface LineStart {
  /** Index in `parts`. */
  readonly at: number;
  readonly innerElement: PageElement;
}

/** Headline, section and date above a story have fewer words together. */
const MAX_HEAD_WORDS = 60;
/** A block of more pieces of text is no head: each of its lines is held against all of them. */
const MAX_HEAD_PARTS = 200;

export interface CollectedBlocks {
  readonly blocks: Block[];
  /** Texts of inline furniture that was left out of paragraphs. */
  readonly inlineFurniture: string[];
}

class BlockCollector {
  readonly blocks: Block[] = [];
  readonly inlineFurniture: string[] = [];
  private open: OpenBlock | null = null;
  private readonly title: TitleMatcher | null;

  constructor(title: TitleMatcher | null) {
    this.title = title;
  }

  walk(element: PageElement, blockElement: PageElement, inLink: boolean): void {
    const isBlock = BLOCK_TAGS.has(element.tag);
    if (!isBlock && this.open && isInlineFurniture(element)) {
      this.inlineFurniture.push(foldSpace(textOf(element)));
      this.open.parts.push(" ");
      return;
    }
    if (isBlock) this.flush();
    const within = isBlock ? element : blockElement;
    const linked = inLink || element.tag === "a";
    for (const child of element.children) {
      if (typeof child === "string") this.addText(child, element, within, linked);
      else if (child.tag === "br") this.addBreak();
      else if (child.tag === "hr") this.flush();
      else this.walk(child, within, linked);
    }
    if (isBlock) this.flush();
  }

  flush(): void {
    const open = this.open;
    this.open = null;
    if (!open) return;
    const text = foldSpace(open.parts.join(""));
    if (!text) return;
    const words = measureWords(text);
    if (words === 0 && text.length <= 2) return;
    const lines = words < MAX_HEAD_WORDS ? linesAroundTitle(open, this.title) : [];
    if (lines.length > 1) {
      for (const line of lines) {
        const lineText = foldSpace(line.parts.join(""));
        this.addBlock(line, lineText, measureWords(lineText), true);
      }
    } else this.addBlock(open, text, words, false);
  }

  private addBlock(open: OpenBlock, text: string, words: number, isBesideHeadline: boolean): void {
    const linkWords = open.linkParts.length > 0 ? Math.min(words, measureWords(open.linkParts.join(" "))) : 0;
    const { element, innerElement } = open;
    const traits = element.inheritedTraits | speakingElement(open, text).inheritedTraits;
    this.blocks.push(
      new Block({
        text,
        words,
        linkWords,
        element,
        innerElement,
        traits,
        headingLevel: headingAbove(innerElement),
        isBesideHeadline,
      }),
    );
  }

  private addText(text: string, element: PageElement, blockElement: PageElement, inLink: boolean): void {
    if (!this.open) {
      if (!/\S/.test(text)) return;
      this.open = {
        element: blockElement,
        innerElement: element,
        parts: [],
        linkParts: [],
        lineStarts: [],
        partsAtBreak: -1,
      };
    } else if (this.open.partsAtBreak === this.open.parts.length) {
      this.open.lineStarts.push({ at: this.open.parts.length, innerElement: element });
    }
    this.open.parts.push(text);
    if (inLink) this.open.linkParts.push(text);
  }

  private addBreak(): void {
    if (!this.open) return;
    if (this.open.partsAtBreak === this.open.parts.length) {
      this.flush();
    } else {
      this.open.parts.push(" ");
      this.open.partsAtBreak = this.open.parts.length;
    }
  }
}

/** The lines of a block that <br> elements make, where one of them is the page's headline; else none. */
function linesAroundTitle(open: OpenBlock, title: TitleMatcher | null): OpenBlock[] {
  if (title === null || open.lineStarts.length === 0 || open.parts.length > MAX_HEAD_PARTS) return [];
  const starts = [{ at: 0, innerElement: open.innerElement }, ...open.lineStarts];
  const lines = starts.map(({ at, innerElement }, line) => {
    const parts = open.parts.slice(at, starts[line + 1]?.at);
    return { ...open, innerElement, parts, linkParts: open.linkParts.filter((part) => parts.includes(part)) };
  });
  const filled = lines.filter((line) => foldSpace(line.parts.join("")) !== "");
  return filled.some((line) => title.matches(foldSpace(line.parts.join("")))) ? filled : [];
}

/** The first element from the block's beginning outwards that holds enough of its text to speak for it. */
function speakingElement({ element, innerElement }: OpenBlock, text: string): PageElement {
  let at = innerElement;
  while (at !== element && at.parent !== null && at.textLength < MIN_INNER_SHARE * text.length)
    at = at.parent;
  return at;
}

function isInlineFurniture(element: PageElement): boolean {
  if (element.tag === "a" || element.textLength >= MAX_INLINE_FURNITURE_CHARACTERS) return false;
  return (element.traits & DEAD_TRAITS) !== 0;
}

function headingAbove(element: PageElement): number {
  let at: PageElement | null = element;
  for (let steps = 0; at && steps < HEADING_REACH; steps++) {
    const level = headingLevel(at.tag);
    if (level > 0) return level;
    at = at.parent;
  }
  return 0;
}

function textOf(element: PageElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

/** Blocks of the page in reading order; their good words are added up in the elements above. */
export function collectBlocks(root: PageElement, title: TitleMatcher | null = null): CollectedBlocks {
  const collector = new BlockCollector(title);
  collector.walk(root, root, false);
  collector.flush();
  for (const block of collector.blocks) countGoodWords(block);
  return { blocks: collector.blocks, inlineFurniture: collector.inlineFurniture };
}

/** Running text: ten words or more, most of them outside links. */
export function countGoodWords(block: Block): void {
  const isGood = block.words >= MIN_GOOD_WORDS && block.linkWords * 2 < block.words;
  block.goodWords = isGood ? block.words - block.linkWords : 0;
  if (!isGood) return;
  for (let at: PageElement | null = block.element; at; at = at.parent) at.goodWords += block.goodWords;
}

/** A line with a sentence in it, neither heading nor mostly links: what an article's paragraphs look like. */
export function looksLikeParagraph(block: Block, minimumWords: number): boolean {
  return (
    block.ownHeadingLevel === 0 &&
    block.words >= minimumWords &&
    block.linkWords * 2 < block.words &&
    holdsSentenceEnd(block.text)
  );
}
