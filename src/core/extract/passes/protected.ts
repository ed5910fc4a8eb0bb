/*
 * What several passes must leave alone.
 */
import type { Block } from "../blocks/block.ts";

const MAX_CELL_LINK_SHARE = 0.5;

/** Cells of data tables: short and without sentences by nature. */
export function isProtectedCell(block: Block): boolean {
  return (block.tag === "td" || block.tag === "th") && block.linkShare < MAX_CELL_LINK_SHARE;
}
