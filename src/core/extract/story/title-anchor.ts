/*
 * The headline's place among the blocks. Text before it is hardly ever the article: a lead box, a ticker, the end
 * of another story. Of several places the highest heading wins, and of equal ones the first that has
 * the article's text behind it.
 */
import type { Block } from "../blocks/block.ts";
import type { TitleMatcher } from "./title.ts";

/** A place with less of the living text behind it than this, in share and in words, is a link to the story. */
const MIN_SHARE_BEHIND = 0.4;
const MIN_WORDS_BEHIND = 150;
/** Where there is no such place, an <h1> that is no link needs no more behind it, however much stands before it. */
const MIN_STORY_WORDS = 30;
/** A headline that is no heading element, but says so in its class, ranks behind h4. */
const CLASS_HEADLINE_RANK = 5;
const NO_RANK = 9;
const HEADLINE_CLASS = /title|headline/i;

/** @returns index of the headline's block, -1 where none is found */
export function findTitleAnchor(blocks: readonly Block[], title: TitleMatcher, livingWords: number): number {
  let anchor = -1;
  let bestRank = NO_RANK;
  let shortStoryAt = -1;
  for (const [index, block] of blocks.entries()) {
    const isHeadline = block.headingLevel > 0 || HEADLINE_CLASS.test(block.element.attribute("class"));
    if (!isHeadline || !title.matches(block.text)) continue;
    const behind = block.goodWordsFromHere;
    const isFew = behind < MIN_SHARE_BEHIND * livingWords && behind < MIN_WORDS_BEHIND;
    if (isFew) {
      const isPlainH1 = block.headingLevel === 1 && block.linkWords === 0;
      if (shortStoryAt < 0 && isPlainH1 && behind >= MIN_STORY_WORDS) shortStoryAt = index;
      continue;
    }
    const rank = block.headingLevel || CLASS_HEADLINE_RANK;
    if (rank < bestRank) {
      bestRank = rank;
      anchor = index;
    }
  }
  return anchor < 0 ? shortStoryAt : anchor;
}
