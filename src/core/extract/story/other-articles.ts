/*
 * Other stories' <article> elements beside the page's own: infinite scroll, "next story" printed in full. Their
 * blocks never reach the passes, since they stand outside of the container; here they get the right name, and what
 * they say of authors and dates is kept apart from the page's own article.
 */
import type { Block } from "../blocks/block.ts";
import type { Draft } from "../draft.ts";
import { closest, isWithin, type PageElement } from "../tree/page-tree.ts";

const ARTICLE_TAGS = new Set(["article"]);
/** Words of running text; teaser cards are <article> elements too, and have fewer. */
const MIN_STORY_WORDS = 60;

/** The step word of what stands outside of the container. */
export const CONTAINER_STEP = "container";
export const ANOTHER_STORY = "another-story";

/** @returns true where the block belongs to an <article> with a story of its own, apart from the container */
export function isOfOtherArticle(block: Block, container: PageElement): boolean {
  const other = closest(block.element, ARTICLE_TAGS);
  if (other === null || isWithin(other, container) || isWithin(container, other)) return false;
  return other.goodWords >= MIN_STORY_WORDS;
}

/** The <article> elements of other stories: taken out, and nothing of the draft's own text is in them. */
export function otherArticles(draft: Draft): ReadonlySet<PageElement> {
  const others = new Set<PageElement>();
  for (const { block, reason } of draft.taken) {
    const other = reason === ANOTHER_STORY ? closest(block.element, ARTICLE_TAGS) : null;
    if (other !== null) others.add(other);
  }
  if (others.size === 0) return others;
  for (const [, block] of draft.keptBlocks()) {
    for (
      let own = closest(block.element, ARTICLE_TAGS);
      own;
      own = own.parent && closest(own.parent, ARTICLE_TAGS)
    )
      others.delete(own);
  }
  return others;
}
