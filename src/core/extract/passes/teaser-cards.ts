/*
 * teaser-cards: removes teasers of other stories that stand in the article's run: those outside of the <article> of the
 * page's headline, where there are three and that <article> has a text of its own; and, in the second half of the run,
 * texts whose class says that they are an excerpt of a linked headline.
 *
 * Must never remove: a paragraph behind a linked sub-heading without such a class; the items of a round-up or a live
 * blog, which are all the text there is.
 */
import type { Block } from "../blocks/block.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { findTeasers } from "../story/teasers.ts";
import { closest, isWithin } from "../tree/page-tree.ts";

const EXCERPT_CLASS = /excerpt|desc|summary|teaser|dek/i;
const FROM_SHARE = 0.5;
const MIN_TEASERS = 3;
/** A flash of one sentence. */
const MIN_OWN_WORDS = 8;
const ARTICLE_TAGS = new Set(["article"]);

/** @param titleBlock the page's headline, null where it was not found */
export function teaserCards(titleBlock: Block | null): Pass {
  return {
    name: "teaser-cards",
    run(draft: Draft): Removal[] {
      const removals = besideArticle(draft, titleBlock);
      for (const [index, block] of draft.keptBlocks()) {
        if (!block.isTeaser || index <= draft.blocks.length * FROM_SHARE) continue;
        if (EXCERPT_CLASS.test(block.element.attribute("class"))) removals.push({ index, reason: "teaser" });
      }
      return removals;
    },
  };
}

function besideArticle(draft: Draft, titleBlock: Block | null): Removal[] {
  const article = titleBlock === null ? null : closest(titleBlock.element, ARTICLE_TAGS);
  if (article === null || draft.page.isLiveBlog) return [];
  const outside = draft.keptBlocks().filter(([, block]) => !isWithin(block.element, article));
  if (outside.length < MIN_TEASERS) return [];
  const kept = new Set(draft.keptBlocks().map(([, block]) => block));
  const teasers = findTeasers(draft.blocks, kept, titleBlock, draft.page.own);
  if (teasers.targets < MIN_TEASERS || teasers.ownWords < MIN_OWN_WORDS) return [];
  return outside
    .filter(([, block]) => teasers.blocks.has(block))
    .map(([index]) => ({ index, reason: "teaser" }));
}
