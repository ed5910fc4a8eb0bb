/*
 * What several passes must leave alone.
 */
import type { Block } from "../blocks/block.ts";
import { holdsSentenceEnd } from "../blocks/text-shape.ts";
import { closest, type PageElement } from "../tree/page-tree.ts";

const MAX_CELL_LINK_SHARE = 0.5;

/** Longer cells hold sentences: they lay out a page. */
const MAX_CELL_WORDS = 15;

const ROW_TAGS = new Set(["tr"]);

/** Cells of data tables: short and without sentences by nature. A row of one cell lays out a page. */
export function isProtectedCell(block: Block): boolean {
  if (block.tag !== "td" && block.tag !== "th") return false;
  const isLayout = block.words > MAX_CELL_WORDS && holdsSentenceEnd(block.text);
  return !isLayout && block.linkShare < MAX_CELL_LINK_SHARE && !isAloneInRow(block.element);
}

function isAloneInRow(cell: PageElement): boolean {
  const row = closest(cell, ROW_TAGS);
  return row?.children.every((child) => typeof child === "string" || child === cell) ?? false;
}
