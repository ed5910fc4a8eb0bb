/*
 * teaser-cards: removes the texts of teaser cards in the second half of the article's run, where the class says
 * that it is an excerpt.
 *
 * Must never remove: a paragraph behind a linked sub-heading without such a class.
 */
import type { Draft, Pass, Removal } from "../draft.ts";

const EXCERPT_CLASS = /excerpt|desc|summary|teaser|dek/i;
const FROM_SHARE = 0.5;

export const teaserCards: Pass = {
  name: "teaser-cards",
  run(draft: Draft): Removal[] {
    const removals: Removal[] = [];
    for (const [index, block] of draft.keptBlocks()) {
      if (!block.isTeaser || index <= draft.blocks.length * FROM_SHARE) continue;
      if (EXCERPT_CLASS.test(block.element.attribute("class"))) removals.push({ index, reason: "teaser" });
    }
    return removals;
  },
};
