/*
 * Is this a front page, a section page or a list of results? Such a page is made of teasers (story/teasers.ts); it has
 * no article, however many sentences it holds.
 *
 * Never one: a page that says it is an article; one whose running text stands mostly outside of teasers; a round-up or
 * list article, i.e. teasers under a headline of the page's own with a byline, a date or an opening paragraph.
 */
import type { Block } from "../blocks/block.ts";
import { looksDated } from "../blocks/text-shape.ts";
import type { Draft } from "../draft.ts";
import { isBylineText } from "../metadata/taken-lines.ts";
import { findTeasers } from "./teasers.ts";

/** Two boxes may belong to anything. */
const MIN_TEASERS = 3;
/** Other running text than this share of the teasers' is an article of its own. */
const OWN_SHARE = 0.5;
/** Fewer words are a section's name or slogan. */
const MIN_HEADLINE_WORDS = 5;
/** An opening paragraph under a headline has more words than the sentence that says what a section is about. */
const MIN_OPENING_WORDS = 16;
/** Lines around a headline that are searched for its byline and date. */
const LINES_BEFORE_TITLE = 4;
const MAX_LINE_WORDS = 20;

export interface FoundStory {
  readonly draft: Draft;
  /** Of the whole page. */
  readonly blocks: readonly Block[];
  /** The page's headline, null where it was not found. */
  readonly titleBlock: Block | null;
}

/** @param saysArticle true where the page's own data call it an article */
export function isIndexPage({ draft, blocks, titleBlock }: FoundStory, saysArticle: boolean): boolean {
  const { own } = draft.page;
  if (saysArticle && !own.isFrontPage) return false;
  const kept = new Set(draft.keptBlocks().map(([, block]) => block));
  const teasers = findTeasers(blocks, kept, titleBlock, own);
  if (teasers.targets < MIN_TEASERS) return false;
  if (own.isFrontPage) return teasers.words > teasers.ownWords;
  if (teasers.ownWords > OWN_SHARE * teasers.words) return false;
  if (titleBlock === null || titleBlock.linkWords > 0 || titleBlock.words < MIN_HEADLINE_WORDS) return true;
  return teasers.ownWords < MIN_OPENING_WORDS && !hasBylineOrDate(blocks, titleBlock, teasers.firstAt);
}

/** Of the headline, i.e. before the first teaser. */
function hasBylineOrDate(blocks: readonly Block[], titleBlock: Block, firstAt: number): boolean {
  const from = Math.max(0, blocks.indexOf(titleBlock) - LINES_BEFORE_TITLE);
  return blocks
    .slice(from, firstAt)
    .some(({ text, words }) => words <= MAX_LINE_WORDS && (isBylineText(text) || looksDated(text)));
}
