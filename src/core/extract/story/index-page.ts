/*
 * Is this a front page, a section page, a list of results, a blog's home page? Such a page is made of teasers
 * (story/teasers.ts) or of posts printed in full (story/full-posts.ts); it has no article, however many sentences it
 * holds.
 *
 * Never one: a page that says it is an article; a post in full under a heading that leads to the page itself, whatever
 * others stand behind it (infinite scroll); one whose running text stands mostly outside of teasers; a round-up or
 * list article, i.e. teasers under a headline of the page's own with a byline, a date or an opening paragraph; a signed
 * essay with an opening paragraph, also at the site's first address.
 */
import type { Block } from "../blocks/block.ts";
import { looksDated } from "../blocks/text-shape.ts";
import type { Draft } from "../draft.ts";
import { isBylineText } from "../metadata/taken-lines.ts";
import { findFullPosts, MIN_POST_WORDS } from "./full-posts.ts";
import { findTeasers } from "./teasers.ts";

/** Two boxes may belong to anything. */
const MIN_TEASERS = 3;
/** One may be the article under a heading that leads to itself. */
const MIN_FULL_POSTS = 2;
/** Other running text than this share of the teasers' is an article of its own. */
const OWN_SHARE = 0.5;
/** Fewer words are a section's name or slogan. */
const MIN_HEADLINE_WORDS = 5;
/** One word is a section's name, whatever stands behind it. */
const MIN_SHORT_HEADLINE_WORDS = 2;
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
  if (saysArticle && !own.isFrontPage && !own.mayBeFrontPage) return false;
  if (listsFullPosts({ draft, blocks, titleBlock })) return true;
  const kept = new Set(draft.keptBlocks().map(([, block]) => block));
  const teasers = findTeasers(blocks, kept, titleBlock, own);
  if (teasers.targets < MIN_TEASERS) return false;
  if (saysArticle && own.mayBeFrontPage && opensText({ draft, blocks, titleBlock }, teasers.firstAt))
    return false;
  if (own.isFrontPage) return teasers.words > teasers.ownWords;
  if (teasers.ownWords > OWN_SHARE * teasers.words) return false;
  if (titleBlock === null || titleBlock.linkWords > 0) return true;
  if (titleBlock.words < MIN_HEADLINE_WORDS)
    return !opensSigned({ draft, blocks, titleBlock }, teasers.firstAt);
  return teasers.ownWords < MIN_OPENING_WORDS && !hasBylineOrDate(blocks, titleBlock, teasers.firstAt);
}

/** Posts one behind the other, and no headline of the page's own above them: none of them is the page's. */
function listsFullPosts({ draft, blocks, titleBlock }: FoundStory): boolean {
  const { own } = draft.page;
  const isHeadline =
    titleBlock !== null && titleBlock.linkWords === 0 && titleBlock.words >= MIN_HEADLINE_WORDS;
  if (isHeadline && !own.isFrontPage) return false;
  const posts = findFullPosts(draft, blocks);
  if (posts.targets === 0 || posts.long === 0 || posts.ownWords > OWN_SHARE * posts.words) return false;
  // What a site's first address prints in full stands elsewhere under its own: one such post is enough.
  const isList = posts.targets >= MIN_TEASERS && posts.long >= MIN_FULL_POSTS;
  if (!own.isFrontPage && (!isList || posts.ownPostWords >= MIN_POST_WORDS)) return false;
  const firstAt = blocks.findIndex((block) => posts.headings.has(block));
  if (opensSigned({ draft, blocks, titleBlock }, firstAt)) return false;
  return own.isFrontPage || titleBlock === null || !posts.headings.has(titleBlock);
}

/** An opening paragraph stands between the page's own headline, however short, and the first teaser. */
function opensText({ draft, blocks, titleBlock }: FoundStory, firstAt: number): boolean {
  if (titleBlock === null || titleBlock.linkWords > 0) return false;
  const opening = new Set(blocks.slice(blocks.indexOf(titleBlock), firstAt));
  return draft.keptBlocks().some(([, block]) => opening.has(block) && block.goodWords >= MIN_OPENING_WORDS);
}

/** A short headline, a byline or date behind it and an opening paragraph: an article's, as no section opens. */
function opensSigned({ draft, blocks, titleBlock }: FoundStory, firstAt: number): boolean {
  if (titleBlock === null || titleBlock.words < MIN_SHORT_HEADLINE_WORDS) return false;
  if (!opensText({ draft, blocks, titleBlock }, firstAt)) return false;
  return holdsBylineOrDate(blocks.slice(blocks.indexOf(titleBlock) + 1, firstAt));
}

/** Of the headline, i.e. before the first teaser. */
function hasBylineOrDate(blocks: readonly Block[], titleBlock: Block, firstAt: number): boolean {
  const from = Math.max(0, blocks.indexOf(titleBlock) - LINES_BEFORE_TITLE);
  return holdsBylineOrDate(blocks.slice(from, firstAt));
}

function holdsBylineOrDate(blocks: readonly Block[]): boolean {
  return blocks.some(
    ({ text, words }) => words <= MAX_LINE_WORDS && (isBylineText(text) || looksDated(text)),
  );
}
