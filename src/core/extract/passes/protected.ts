/*
 * What several passes must leave alone.
 */
import type { Block } from "../blocks/block.ts";
import { holdsSentenceEnd } from "../blocks/text-shape.ts";

const MAX_CELL_LINK_SHARE = 0.5;

/** Longer cells hold sentences: they lay out a page. */
const MAX_CELL_WORDS = 15;

/** Cells of data tables: short and without sentences by nature. */
export function isProtectedCell(block: Block): boolean {
  if (block.tag !== "td" && block.tag !== "th") return false;
  const isLayout = block.words > MAX_CELL_WORDS && holdsSentenceEnd(block.text);
  return !isLayout && block.linkShare < MAX_CELL_LINK_SHARE;
}
