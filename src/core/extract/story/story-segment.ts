/*
 * Within the container the article is one run of blocks: the run with the largest sum of scores, where furniture
 * costs and paragraphs gain (maximum subarray, Kadane). The run may bridge a gap, but no gap costs more than
 * MAX_GAP_COST, so a long article with a gallery in the middle stays whole. Then it is widened over neighbours
 * that cost little: short opening lines, the ends of lists.
 *
 *   nav nav P P P ad P P related related related P(teaser)
 *           └──── run ─┘
 */
import type { Block } from "../blocks/block.ts";
import type { Draft } from "../draft.ts";
import { Trait } from "../tree/class-traits.ts";
import type { PageElement } from "../tree/page-tree.ts";
import { CELL_TAGS } from "../tree/tags.ts";

const MAX_GAP_COST = 80;
const MAX_WIDENING_COST = 30;
/** Blocks between two paragraphs of one parent; teaser lists are longer. */
const MAX_SIBLING_GAP = 12;
/** As in score-blocks.ts: what counts as one of a box's paragraphs. */
const PARAGRAPH_SCORE = 8;
/** Costs of blocks in a gap. */
const REMOVED_COST = 2;
const REMOVED_WORD_COST = 0.1;
const MAX_COST = 8;
const PLAIN_CELL_COST = 0.05;
const PLAIN_ITEM_COST = 0.2;
const PLAIN_LINE_COST = 0.3;
const CELL_LINK_SHARE = 0.5;
const ITEM_LINK_SHARE = 0.4;

export interface Segment {
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

export function storySegment(draft: Draft): Segment {
  const run = withSiblings(draft, richestRun(draft));
  // An article whose own headings are links looks like teasers throughout.
  const isOfTeasers = draft.blocks.slice(run.from, run.to).some((block) => block.isTeaser);
  const to = widen(draft, run.to - 1, 1, isOfTeasers) + 1;
  return { from: widen(draft, run.from, -1, true), to };
}

function richestRun(draft: Draft): Segment {
  let best: Segment = { from: 0, to: draft.blocks.length };
  let bestSum = -1;
  let sum = 0;
  let from = 0;
  let gapCost = 0;
  for (const [index, block] of draft.blocks.entries()) {
    let gain = block.score;
    if (gain > 0) {
      gapCost = 0;
    } else {
      const cost = costOf(draft, index, block);
      gain = gapCost + cost > MAX_GAP_COST ? Math.min(0, gapCost - MAX_GAP_COST) : -cost;
      gapCost += cost;
    }
    if (sum <= 0) {
      sum = 0;
      from = index;
    }
    sum += gain;
    if (sum > bestSum) {
      bestSum = sum;
      best = { from, to: index + 1 };
    }
  }
  return best;
}

/**
 * The run goes on to paragraphs that stand beside its outermost ones under the same parent, however dear the boxes
 * between them: an opening or closing paragraph may weigh less than the product box that parts it from the others.
 */
function withSiblings(draft: Draft, run: Segment): Segment {
  const inside = draft.blocks.slice(run.from, run.to).filter((block) => block.score > PARAGRAPH_SCORE);
  return {
    from: outermostSibling(draft, inside[0], run.from, -1),
    to: outermostSibling(draft, inside.at(-1), run.to - 1, 1) + 1,
  };
}

/** @returns index of the outermost sibling from `start` on in the direction of the step; `start` where there is none */
function outermostSibling(draft: Draft, paragraph: Block | undefined, start: number, step: 1 | -1): number {
  let outermost = start;
  if (paragraph?.tag !== "p") return start;
  for (let at = start + step; Math.abs(at - outermost) <= MAX_SIBLING_GAP; at += step) {
    const block = draft.blocks[at];
    if (block === undefined) break;
    const isSibling = block.tag === "p" && areOneBody(block.element.parent, paragraph.element.parent);
    if (isSibling && draft.isKept(at) && block.score > PARAGRAPH_SCORE) outermost = at;
  }
  return outermost;
}

/** One box, or two boxes of one class that says that the article's paragraphs stand there. */
function areOneBody(box: PageElement | null, other: PageElement | null): boolean {
  if (box === other || box === null || other === null) return box === other;
  const name = box.attribute("class");
  return (box.traits & other.traits & Trait.body) !== 0 && name !== "" && name === other.attribute("class");
}

/** Walks outward while the neighbours cost little, and not over teaser cards. @returns the outermost index */
function widen(draft: Draft, start: number, step: 1 | -1, overTeasers: boolean): number {
  let at = start;
  let cost = 0;
  for (;;) {
    const next = draft.blocks[at + step];
    if (!next || (next.isTeaser && !overTeasers)) return at;
    cost += costOf(draft, at + step, next);
    if (cost > MAX_WIDENING_COST) return at;
    at += step;
  }
}

function costOf(draft: Draft, index: number, block: Block): number {
  if (!draft.isKept(index)) return Math.min(REMOVED_COST + block.words * REMOVED_WORD_COST, MAX_COST);
  if (CELL_TAGS.has(block.tag) && block.linkShare < CELL_LINK_SHARE) return PLAIN_CELL_COST;
  if (block.tag === "li" && block.linkShare < ITEM_LINK_SHARE) return PLAIN_ITEM_COST;
  return block.score < 0 ? Math.min(-block.score, MAX_COST) : PLAIN_LINE_COST;
}
