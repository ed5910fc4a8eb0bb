/*
 * How much each block speaks for the boxes around it as the article's container.
 *
 *   paragraph of w words       + min(w, 120)      long sentences outside links are what articles are made of
 *   the same without a full stop     × .3          a teaser, a table cell
 *   link line                  - 4 - .7 per word   what surrounds articles
 *   short line, no link        - 1.5
 *   text before the headline   × .1, at most 2
 *
 * A box's score is the sum of its blocks, so the box with the largest sum holds the article and as little else
 * as possible. Negative numbers were tuned on the prototype; the result is flat within ± 30 % of each.
 */
import type { Block } from "../blocks/block.ts";
import { holdsSentenceEnd } from "../blocks/text-shape.ts";
import type { Draft } from "../draft.ts";
import { DEAD_TRAITS } from "../tree/class-traits.ts";
import { closest, isWithin, type PageElement } from "../tree/page-tree.ts";
import { CELL_TAGS } from "../tree/tags.ts";
import { isStrongCue } from "./cues.ts";

const MAX_PARAGRAPH_SCORE = 120;
const NO_SENTENCE_FACTOR = 0.3;
const LIST_ITEM_FACTOR = 0.7;
const MAX_CUE_WORDS = 40;
const CUE_SCORE = -5;
const LINK_LINE_SCORE = -4;
const LINK_WORD_SCORE = -0.7;
const MAX_LINK_WORDS = 12;
const MIN_LINK_LINE_WORDS = 3;
const SHORT_LINE_SCORE = -1.5;
const SHORT_LINE_WORDS = 5;
const TEASER_SCORE = -3;
const BEFORE_TITLE_FACTOR = 0.1;
const MAX_BEFORE_TITLE_SCORE = 2;
/** From this score on a block counts as one of the box's paragraphs. */
const PARAGRAPH_SCORE = 8;

/** A teaser's text is shorter than this; its heading is at most four blocks above and shorter than 25 words. */
const MAX_TEASER_WORDS = 110;
const TEASER_REACH = 4;
const MAX_TEASER_HEADING_WORDS = 25;
const MIN_TEASER_LINK_WORDS = 3;
const TEASER_LINK_SHARE = 0.9;
const MAX_BETWEEN_WORDS = 12;
/** One line of links above a paragraph may be a pointer within the article. */
const MIN_CARDS = 3;
/** A section's name, a date and white space between the tags of a card. */
const MAX_BESIDE_CHARACTERS = 60;
/** A paragraph beside so many others is one of them, whatever box with a linked heading stands before it. */
const MIN_SIBLINGS = 4;
const LINK_TAGS = new Set(["a"]);

/** Fills Block.score and isTeaser, and PageElement.score and paragraphs. */
export function scoreBlocks(draft: Draft, titleAnchor: number): void {
  markTeasers(draft.blocks);
  for (const [index, block] of draft.blocks.entries()) {
    block.score = draft.isKept(index) ? scoreOf(block, index < titleAnchor) : 0;
    if (block.score === 0) continue;
    for (let at: PageElement | null = block.element; at; at = at.parent) {
      at.score += block.score;
      if (block.score > PARAGRAPH_SCORE) at.paragraphs++;
    }
  }
}

function scoreOf(block: Block, isBeforeTitle: boolean): number {
  if (block.ownHeadingLevel > 0) return 0;
  let score = ownScore(block);
  if (block.isTeaser && score > 0) score = TEASER_SCORE;
  if (isBeforeTitle && score > 0) score = Math.min(score * BEFORE_TITLE_FACTOR, MAX_BEFORE_TITLE_SCORE);
  return score;
}

function ownScore(block: Block): number {
  const isListLike = block.tag === "li" || CELL_TAGS.has(block.tag);
  if (block.goodWords > 0) {
    if (block.words < MAX_CUE_WORDS && isStrongCue(block)) return CUE_SCORE;
    let score = Math.min(block.goodWords, MAX_PARAGRAPH_SCORE);
    if (!holdsSentenceEnd(block.text)) score *= NO_SENTENCE_FACTOR;
    if (block.tag === "li" || block.tag === "td") score *= LIST_ITEM_FACTOR;
    return score;
  }
  if (block.linkWords * 2 >= block.words && block.words >= MIN_LINK_LINE_WORDS) {
    return LINK_LINE_SCORE + LINK_WORD_SCORE * Math.min(block.linkWords, MAX_LINK_WORDS);
  }
  const isPlainCell = isListLike && block.linkWords * 3 < block.words + 1;
  return block.words >= SHORT_LINE_WORDS || isPlainCell ? 0 : SHORT_LINE_SCORE;
}

/** A linked heading followed by a short text is a teaser card; an article's own headings are seldom links. */
function markTeasers(blocks: readonly Block[]): void {
  const siblings = paragraphsByParent(blocks);
  const cards: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    if (index === 0 || block.goodWords === 0 || block.words >= MAX_TEASER_WORDS) continue;
    const heading = nearestHeadline(blocks, index);
    if (heading === undefined || !isMostlyLink(heading) || heading.words >= MAX_TEASER_HEADING_WORDS)
      continue;
    const isAmongParagraphs = (siblings.get(block.element.parent) ?? 0) >= MIN_SIBLINGS;
    if (isAmongParagraphs && heading.element.parent !== block.element.parent) continue;
    if (linksWithinPage(heading)) continue;
    if (heading.headingLevel > 0) block.isTeaser = true;
    else if (fillABox(heading, block)) cards.push(block);
  }
  if (cards.length < MIN_CARDS) return;
  for (const card of cards) card.isTeaser = true;
}

/** A line of links and a text that have a small box for themselves: a card whose headline is no heading element. */
function fillABox(line: Block, text: Block): boolean {
  const box = text.element.parent;
  if (box === null || !isWithin(line.element, box)) return false;
  return box.textLength <= line.text.length + text.text.length + MAX_BESIDE_CHARACTERS;
}

/** How many <p> of running text each element has as children. */
function paragraphsByParent(blocks: readonly Block[]): ReadonlyMap<PageElement | null, number> {
  const counts = new Map<PageElement | null, number>();
  for (const { tag, goodWords, element } of blocks) {
    if (tag === "p" && goodWords > 0) counts.set(element.parent, (counts.get(element.parent) ?? 0) + 1);
  }
  return counts;
}

/** The first link line or longer block above, at most four blocks up. */
function nearestHeadline(blocks: readonly Block[], index: number): Block | undefined {
  let at = index - 1;
  while (at > 0 && index - at < TEASER_REACH) {
    const block = blocks[at];
    if (!block || isMostlyLink(block) || block.words >= MAX_BETWEEN_WORDS) break;
    at--;
  }
  return blocks[at];
}

function isMostlyLink(block: Block): boolean {
  return block.linkWords >= MIN_TEASER_LINK_WORDS && block.linkShare >= TEASER_LINK_SHARE;
}

/** `<a href="#q1">`: opens an answer that stands right behind it. */
function linksWithinPage(heading: Block): boolean {
  return closest(heading.innerElement, LINK_TAGS)?.attribute("href").startsWith("#") ?? false;
}

/** Fills Block.goodWordsFromHere: living good words from each block to the end. */
export function sumFromTheEnd(blocks: readonly Block[], ignoredTraits: number): void {
  let sum = 0;
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index];
    if (!block) continue;
    if (!block.has(DEAD_TRAITS & ~ignoredTraits)) sum += block.goodWords;
    block.goodWordsFromHere = sum;
  }
}
