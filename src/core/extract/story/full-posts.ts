/*
 * Posts printed in full, one behind the other, as a blog's home page shows them: each under a heading that is a link to
 * the post's own page.
 *
 *   <h2><a href="/2031/pier">Headline</a></h2> <p>…</p> <p>…</p>
 *   <h2><a href="/2031/seal">Headline</a></h2> <p>…</p> <p>…</p>
 *
 * A post goes from its heading to the next one of its rank or above. Never one: what stands under a heading that leads
 * nowhere else, under a name of one or two words (comments), or before the first such heading. A post whose heading
 * leads to the page itself is the page's own: it is counted apart.
 */
import type { Block } from "../blocks/block.ts";
import type { Draft } from "../draft.ts";
import { closest } from "../tree/page-tree.ts";
import { ANOTHER_STORY, CONTAINER_STEP } from "./other-articles.ts";
import type { OwnAddress } from "./own-address.ts";

const MIN_HEADLINE_WORDS = 3;
const HEADLINE_LINK_SHARE = 0.9;
/** Fewer words of running text are a teaser. */
export const MIN_POST_WORDS = 70;
const LINK_TAGS = new Set(["a"]);
/** What these steps take out is text all the same. */
const CUTTING_STEPS: ReadonlySet<string> = new Set([ANOTHER_STORY, CONTAINER_STEP, "story-run"]);

export interface FullPosts {
  /** Different pages that headings lead to, on one host; 0 where they lead to several. */
  readonly targets: number;
  /** Posts of 70 words or more. */
  readonly long: number;
  /** Words of running text under such headings. */
  readonly words: number;
  /** Words of the other running text. */
  readonly ownWords: number;
  /** Words of running text under headings that lead to the page itself. */
  readonly ownPostWords: number;
  /** With running text under them. */
  readonly headings: ReadonlySet<Block>;
}

interface Post {
  readonly heading: Block;
  /** The page it leads to, null where that is this one. */
  readonly target: string | null;
  words: number;
}

/** @param blocks of the whole page, in reading order */
export function findFullPosts(draft: Draft, blocks: readonly Block[]): FullPosts {
  const texts = textBlocks(draft);
  const posts: Post[] = [];
  let open: Post | null = null;
  let rank = 0;
  let ownWords = 0;
  for (const block of blocks) {
    const post = postUnder(block, draft.page.own);
    if (post !== null) {
      open = post;
      rank = block.headingLevel;
      posts.push(open);
    } else if (block.headingLevel > 0 && block.headingLevel <= rank) open = null;
    if (!texts.has(block)) continue;
    if (open === null) ownWords += block.goodWords;
    else open.words += block.goodWords;
  }
  const others = posts.filter(({ target }) => target !== null);
  const targets = new Set(others.map(({ target }) => target));
  const hosts = new Set(others.map(({ target }) => target?.split("/")[0]));
  const ownPostWords = wordsOf(posts) - wordsOf(others);
  return {
    targets: hosts.size === 1 ? targets.size : 0,
    long: others.filter(({ words }) => words >= MIN_POST_WORDS).length,
    words: wordsOf(others),
    ownWords: ownWords + ownPostWords,
    ownPostWords,
    headings: new Set(others.filter(({ words }) => words > 0).map(({ heading }) => heading)),
  };
}

function wordsOf(posts: readonly Post[]): number {
  return posts.reduce((sum, { words }) => sum + words, 0);
}

/** The running text that is no furniture, kept or not. */
function textBlocks(draft: Draft): ReadonlySet<Block> {
  const texts = new Set(draft.keptBlocks().map(([, block]) => block));
  for (const { block, step } of draft.taken) if (CUTTING_STEPS.has(step)) texts.add(block);
  return texts;
}

/** A post without its words where the block is the heading of one, else null. */
function postUnder(block: Block, own: OwnAddress): Post | null {
  if (block.headingLevel === 0 || block.words < MIN_HEADLINE_WORDS) return null;
  if (block.linkShare < HEADLINE_LINK_SHARE) return null;
  const href = closest(block.innerElement, LINK_TAGS)?.attribute("href") ?? "";
  const target = own.elsewhere(href);
  return target !== null || own.namesPage(href) ? { heading: block, target, words: 0 } : null;
}
