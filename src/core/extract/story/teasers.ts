/*
 * Teasers: a headline, one or two sentences, and a link to the story they tell of. Front pages, section pages and lists
 * of results are made of them; articles have them beside or behind their text.
 *
 *   <h2><a href="/n/1">Headline</a></h2> <p>Text</p>                       the headline is the link
 *   <h2>Headline</h2> <p>Text</p> <a href="/n/1">Read more</a>             a link behind the text
 *   <a href="/n/1"><img></a> <h2>Headline</h2> <p>Text</p>                 a picture is the link
 *   <td><b><a href="/n/1">Headline</a></b><br>Text</td>                    headline and text are one block
 *   <p><a href="/n/1">Headline</a></p> <p>Text</p>                         a line of links, above each paragraph of a box
 *
 * The page's blocks are cut at its headlines; what stands behind a headline that leads elsewhere, up to the next one, is
 * a teaser if it is short. Never one: what links within the page (entries of a live blog, answers), longer texts,
 * what stands behind the page's own headline.
 */
import type { Block } from "../blocks/block.ts";
import { closest, findWithin, isWithin, type PageElement } from "../tree/page-tree.ts";
import { sharedCue, strongCueReason } from "./cues.ts";
import { kinShare, type LinePair } from "./kin-lines.ts";
import type { OwnAddress } from "./own-address.ts";

/** Words of running text; longer ones are sections of an article. */
const MAX_TEASER_WORDS = 70;
const MAX_HEADLINE_WORDS = 30;
/** A line of links is a headline from this on, unless a heading element says so. */
const MIN_LINK_HEADLINE_WORDS = 3;
const HEADLINE_LINK_SHARE = 0.9;
/** "Full report"; longer ones must open like "Continue reading about the bridge". */
const MAX_MORE_WORDS = 3;
const MAX_MORE_CUE_WORDS = 10;
/** Characters of a box around headline and text in which a link without text is looked for. */
const MAX_BOX_CHARACTERS = 800;
/** Elements of such a box that are looked at. */
const MAX_BOX_ELEMENTS = 60;
/** Pieces of text and elements beside a link that opens a teaser; a text in lines parted by <br> has more. */
const MAX_PIECES = 60;
/** An introduction to a flat front page. */
const MAX_OPENING_PARAGRAPHS = 2;
/** Share of the lines that tell of the paragraph behind them: headlines do, links to other stories seldom. */
const MIN_KIN_SHARE = 0.4;
const LINK_TAGS = new Set(["a"]);

export interface Teasers {
  /** Different pages that the teasers lead to. */
  readonly targets: number;
  /** Words of the teasers' running text that are kept. */
  readonly words: number;
  /** Words of the other running text that is kept. */
  readonly ownWords: number;
  /** Kept blocks that are the teasers' headlines and texts. */
  readonly blocks: ReadonlySet<Block>;
  /** Index of the first teaser's headline; the number of blocks where there is none. */
  readonly firstAt: number;
}

/** Blocks from one headline to the next. */
interface Stretch {
  /** Index of the first headline, -1 where the stretch has none. */
  headAt: number;
  readonly heads: Block[];
  readonly others: Block[];
  /** Running text that is kept. */
  readonly texts: Block[];
}

/**
 * @param blocks of the whole page, in reading order
 * @param kept the blocks whose text is the story's
 * @param titleBlock the page's headline, null where it was not found
 */
export function findTeasers(
  blocks: readonly Block[],
  kept: ReadonlySet<Block>,
  titleBlock: Block | null,
  own: OwnAddress,
): Teasers {
  const targets = new Set<string>();
  const found = new Set<Block>();
  let words = 0;
  let ownWords = 0;
  let firstAt = blocks.length;
  const stretches = stretchesOf(blocks, kept, titleBlock);
  const boxes = boxesOf(stretches);
  for (const stretch of stretches) {
    const textWords = wordsOf(stretch.texts);
    const isLong = textWords === 0 || textWords > MAX_TEASER_WORDS;
    const target = isLong || isInterrupted(stretch, boxes) ? null : targetOf(stretch, own);
    if (target === null) {
      ownWords += textWords;
      continue;
    }
    targets.add(target);
    words += textWords;
    firstAt = Math.min(firstAt, stretch.headAt);
    for (const block of [...stretch.heads, ...stretch.others, ...stretch.texts]) found.add(block);
  }
  return { targets: targets.size, words, ownWords, blocks: found, firstAt };
}

/** What one box holds of the stretches whose text stands in it. */
interface Box {
  stretches: number;
  /** One paragraph under one line of links, and nothing that says "Read more". */
  readonly pairs: LinePair[];
  /** True where the first of its stretches stands under no line at all. */
  readonly hasOpening: boolean;
  /** Of the pairs, once it was asked for. */
  kinShare?: number;
}

function boxesOf(stretches: readonly Stretch[]): ReadonlyMap<PageElement | null, Box> {
  const boxes = new Map<PageElement | null, Box>();
  for (const { heads, texts } of stretches) {
    const [text] = texts;
    if (text === undefined) continue;
    const { parent } = text.element;
    const hasOpening = heads.length === 0 && texts.length <= MAX_OPENING_PARAGRAPHS;
    const box = boxes.get(parent) ?? { stretches: 0, pairs: [], hasOpening };
    box.stretches++;
    if (texts.length === 1 && heads.length > 0 && heads.every(isNoPointer))
      box.pairs.push({ line: heads.map((head) => head.text).join(" "), paragraph: text.text });
    boxes.set(parent, box);
  }
  return boxes;
}

function isNoPointer(head: Block): boolean {
  return strongCueReason(head) === undefined && sharedCue(head) === undefined;
}

/**
 * Lines of links between the paragraphs of one box interrupt an article; headings of teasers are heading elements there.
 * Only where each paragraph, the first one too, stands alone under a line of its own, the lines are headlines. An
 * introduction may stand before them where the lines tell of what stands behind each.
 */
function isInterrupted({ heads, texts }: Stretch, boxes: ReadonlyMap<PageElement | null, Box>): boolean {
  const text = texts[0];
  if (text === undefined || text.tag !== "p" || heads.some(({ headingLevel }) => headingLevel > 0))
    return false;
  const box = boxes.get(text.element.parent);
  if (box === undefined || box.stretches === 1 || box.pairs.length === box.stretches) return false;
  const isIntroduced = box.hasOpening && box.pairs.length === box.stretches - 1;
  if (!isIntroduced) return true;
  box.kinShare ??= kinShare(box.pairs);
  return box.kinShare < MIN_KIN_SHARE;
}

function wordsOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.words, 0);
}

function stretchesOf(
  blocks: readonly Block[],
  kept: ReadonlySet<Block>,
  titleBlock: Block | null,
): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch = { headAt: -1, heads: [], others: [], texts: [] };
  for (const [index, block] of blocks.entries()) {
    const isTitle = block === titleBlock && block.linkWords === 0;
    const isMore = open.texts.length > 0 && isMoreLink(block);
    const isHead = !isTitle && !isMore && isHeadline(block);
    const opensHere = linkBeforeBreak(block) !== null;
    if (isTitle || opensHere || (isHead && endsBefore(open))) {
      stretches.push(open);
      open = { headAt: -1, heads: [], others: [], texts: [] };
    }
    if (isHead || opensHere) {
      if (open.headAt < 0) open.headAt = index;
      open.heads.push(block);
    }
    if (kept.has(block) && isRunningText(block, isHead)) open.texts.push(block);
    else if (!isHead) open.others.push(block);
  }
  return [...stretches, open];
}

/** Headlines of one teaser stand together: section, kicker, headline. */
function endsBefore({ heads, others, texts }: Stretch): boolean {
  return texts.length > 0 || (heads.length > 0 && others.length > 0);
}

function isMoreLink(block: Block): boolean {
  if (!isLink(block) || block.headingLevel > 0 || block.words > MAX_MORE_CUE_WORDS) return false;
  return block.words <= MAX_MORE_WORDS || (strongCueReason(block) ?? sharedCue(block)?.reason) !== undefined;
}

function isHeadline(block: Block): boolean {
  if (block.words > MAX_HEADLINE_WORDS) return false;
  if (block.headingLevel > 0) return true;
  return block.words >= MIN_LINK_HEADLINE_WORDS && isLink(block);
}

function isLink(block: Block): boolean {
  return block.linkShare >= HEADLINE_LINK_SHARE;
}

const MIN_TEXT_WORDS = 5;

function isRunningText(block: Block, isHead: boolean): boolean {
  return !isHead && block.words >= MIN_TEXT_WORDS && block.linkWords * 2 < block.words;
}

/** Where the stretch leads, null where it leads nowhere else. */
function targetOf(stretch: Stretch, own: OwnAddress): string | null {
  const { heads, others, texts } = stretch;
  for (const head of heads) {
    const target = own.elsewhere(linkBeforeBreak(head) ?? hrefOf(head));
    if (target !== null) return target;
  }
  const head = heads.at(-1);
  const text = texts[0];
  if (head === undefined || text === undefined || hrefOf(head) !== "") return null;
  for (const block of others) {
    const target = isMoreLink(block) ? own.elsewhere(hrefOf(block)) : null;
    if (target !== null) return target;
  }
  return own.elsewhere(pictureLink(head, text));
}

/** Address of the link the block begins in; empty where it begins in none. */
function hrefOf(block: Block): string {
  return isLink(block) ? (closest(block.innerElement, LINK_TAGS)?.attribute("href") ?? "") : "";
}

/** Address of a link of three words or more that opens the block and is parted from its text by a <br>; else null. */
function linkBeforeBreak(block: Block): string | null {
  if (block.linkWords < MIN_LINK_HEADLINE_WORDS || block.linkWords === block.words) return null;
  const link = closest(block.innerElement, LINK_TAGS);
  if (link === null) return null;
  let at = link;
  while (at.parent !== null && at.parent !== block.element && isLastOf(at, at.parent)) at = at.parent;
  const siblings = at.parent?.children ?? [];
  if (siblings.length > MAX_PIECES) return null;
  const next = siblings
    .slice(siblings.indexOf(at) + 1)
    .find((child) => typeof child !== "string" || child.trim() !== "");
  return next !== undefined && typeof next !== "string" && next.tag === "br" ? link.attribute("href") : null;
}

function isLastOf(element: PageElement, parent: PageElement): boolean {
  const last = parent.children.findLast((child) => typeof child !== "string" || child.trim() !== "");
  return last === element;
}

/** Address of a link without text in the box around headline and text. */
function pictureLink(head: Block, text: Block): string {
  let box: PageElement | null = head.element.parent;
  while (box !== null && box.textLength <= MAX_BOX_CHARACTERS) {
    if (isWithin(text.element, box)) return emptyLinkIn(box);
    box = box.parent;
  }
  return "";
}

function emptyLinkIn(box: PageElement): string {
  const isEmptyLink = ({ tag, textLength }: PageElement) => tag === "a" && textLength === 0;
  return findWithin(box, MAX_BOX_ELEMENTS, isEmptyLink)?.attribute("href") ?? "";
}
