/*
 * another-story: removes a second article glued behind the page's own, from its headline to the end, and text of
 * another <article> that stands before the page's headline.
 *
 * Why: the text of two stories is a copy of neither; it joins clusters that have nothing in common.
 * Must never remove: sections under sub-headings, entries of a live blog, items of a list or a round-up, questions
 * and answers (story/second-headline.ts says how they are told apart).
 */
import type { Block } from "../blocks/block.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { findSecondHeadline } from "../story/second-headline.ts";
import { closest, isWithin } from "../tree/page-tree.ts";

const ARTICLE_TAGS = new Set(["article"]);

/** @param titleBlock the page's headline, null where it was not found */
export function anotherStory(titleBlock: Block | null): Pass {
  return {
    name: "another-story",
    run(draft: Draft): Removal[] {
      const removals: Removal[] = [];
      const cut = findSecondHeadline(draft, titleBlock);
      const titleAt = titleBlock ? draft.blocks.indexOf(titleBlock) : -1;
      for (const [index, block] of draft.keptBlocks()) {
        const isBehind = cut >= 0 && index >= cut;
        const isBefore = titleBlock !== null && index < titleAt && standsApart(block, titleBlock);
        if (isBehind || isBefore) removals.push({ index, reason: "another-story" });
      }
      return removals;
    },
  };
}

/** The two stand in different <article> elements. */
function standsApart(block: Block, titleBlock: Block): boolean {
  const other = closest(block.element, ARTICLE_TAGS);
  const own = closest(titleBlock.element, ARTICLE_TAGS);
  return other !== null && own !== null && !isWithin(other, own) && !isWithin(own, other);
}
