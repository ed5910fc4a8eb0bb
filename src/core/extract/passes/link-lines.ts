/*
 * link-lines: removes lines that are one link, and lists whose text is mostly links: other stories, tags, sections.
 *
 * Must never remove: headings (some sites link their own sub-headings), quotations, long lines, lists of prose
 * that hold a link here and there.
 */
import type { Draft, Pass, Removal } from "../draft.ts";
import { Trait } from "../tree/class-traits.ts";
import { closest, type PageElement } from "../tree/page-tree.ts";
import { LIST_TAGS, QUOTE_TAGS } from "../tree/tags.ts";
import { isProtectedCell } from "./protected.ts";

const LINK_LINE_SHARE = 0.85;
const MAX_LINK_LINE_WORDS = 30;
const LINK_LIST_SHARE = 0.6;

interface ListMass {
  words: number;
  linkWords: number;
  readonly indices: number[];
}

export const linkLines: Pass = {
  name: "link-lines",
  run(draft: Draft): Removal[] {
    const removals: Removal[] = [];
    for (const [index, block] of draft.keptBlocks()) {
      if (block.has(Trait.embed) || isProtectedCell(block) || block.ownHeadingLevel > 0) continue;
      if (block.linkShare <= LINK_LINE_SHARE || block.words >= MAX_LINK_LINE_WORDS) continue;
      if (!closest(block.element, QUOTE_TAGS)) removals.push({ index, reason: "link-line" });
    }
    for (const list of listMasses(draft).values()) {
      if (list.linkWords <= LINK_LIST_SHARE * list.words) continue;
      for (const index of list.indices) removals.push({ index, reason: "link-list" });
    }
    return removals;
  },
};

/** Words and link words of each innermost list, over all its blocks whether kept or not. */
function listMasses(draft: Draft): Map<PageElement, ListMass> {
  const lists = new Map<PageElement, ListMass>();
  for (const [index, block] of draft.blocks.entries()) {
    const list = closest(block.element, LIST_TAGS);
    if (!list) continue;
    const mass = lists.get(list) ?? { words: 0, linkWords: 0, indices: [] };
    mass.words += block.words;
    mass.linkWords += block.linkWords;
    mass.indices.push(index);
    lists.set(list, mass);
  }
  return lists;
}
