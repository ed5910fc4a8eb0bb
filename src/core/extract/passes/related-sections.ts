/*
 * related-sections: a heading such as "Related stories" or "Comments" ends the rest of the box it stands in.
 *
 * Why before the container is chosen: those boxes often hold whole paragraphs of other stories.
 * Must never remove: more than it leaves. The heading counts only behind 50 words of the article; where it stands in
 * the middle of a box, at most a quarter as much text may follow as stood before it (else it is an insert between
 * the article's own paragraphs); where it opens a box, at most twice as much, under a heading that only says "Comments"
 * twenty times; a box that holds the page's headline; a section of the article that is called "Comments": two of three
 * signs are asked for (a count, texts in boxes of their own, no box of the article around it).
 */
import type { Block } from "../blocks/block.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { DEAD_TRAITS, Trait } from "../tree/class-traits.ts";
import { isWithin, type PageElement } from "../tree/page-tree.ts";
import { headingLevel } from "../tree/tags.ts";
import { openingWords, PhraseSet } from "../vocabulary/phrase-set.ts";
import { COMMENT_HEADINGS, RELATED_HEADINGS } from "../vocabulary/related-headings.ts";

const HEADINGS = new PhraseSet(RELATED_HEADINGS);
const COMMENTS = new PhraseSet(COMMENT_HEADINGS);
/** How many there are, before or behind the word. */
const MAX_COMMENTS_WORDS = 6;
const COUNT = /^\p{Nd}{1,6} |[ (:]{1,3}\p{Nd}{1,6}\)?$/u;
const MAX_HEADING_WORDS = 10;
/** Bold lines that are no heading elements. */
const MAX_BOLD_WORDS = 8;
const BOLD_TAGS = new Set(["strong", "b", "span", "div"]);
/** "Related post: Pickled sprouts" is one link, no heading of a section. */
const LABELLED_LINK = /[:：|] ?\S/;
const MIN_WORDS_BEFORE = 50;
/**
 * What follows in the heading's box may hold this many times the words before it, where the heading opens the box and
 * where it stands in the middle of one (an insert between the article's own paragraphs).
 */
const MAX_RATIO_OWN_BOX = 2;
const MAX_RATIO_SHARED_BOX = 0.25;
const MIN_COMMENT_BOXES = 2;
const MIN_COMMENT_SIGNS = 2;
/** Readers may write far more than the author did. */
const MAX_RATIO_COMMENTS = 20;
const SMALL_BOLD_SECTION_WORDS = 60;
/** Blocks looked at behind one heading; bounds the work on pages made of thousands of such headings. */
const MAX_SECTION_BLOCKS = 2_000;
/** A box with no more text than this beside the heading only wraps it. */
const WRAPPER_CHARACTERS = 40;

export const relatedSections: Pass = {
  name: "related-sections",
  run(draft: Draft): Removal[] {
    const removals: Removal[] = [];
    let wordsBefore = 0;
    let box: PageElement | null = null;
    for (const [index, block] of draft.blocks.entries()) {
      if (box && isWithin(block.element, box)) {
        removals.push({ index, reason: "under-related-heading" });
        continue;
      }
      box = null;
      const candidate = draft.isKept(index) ? sectionOf(block) : null;
      if (candidate && endsArticle(draft, index, candidate, wordsBefore)) {
        box = candidate;
        removals.push({ index, reason: "related-heading" });
      } else if (!block.has(DEAD_TRAITS)) {
        wordsBefore += block.goodWords;
      }
    }
    return removals;
  },
};

/** The box a related heading stands in, null where the block is no such heading. */
function sectionOf(block: Block): PageElement | null {
  const isBold =
    block.headingLevel === 0 && block.words < MAX_BOLD_WORDS && BOLD_TAGS.has(block.innerElement.tag);
  if (block.headingLevel === 0 && !isBold) return null;
  if (
    block.words >= MAX_HEADING_WORDS ||
    LABELLED_LINK.test(block.text) ||
    !(HEADINGS.reasonOfOpening(block.openingWords) ?? commentsReason(block))
  )
    return null;
  let box = block.element;
  while (box.parent && onlyWraps(box, block)) box = box.parent;
  return box;
}

/** "Kommentare" may also be the section above the headline. */
function isHeadlineOfPage({ page }: Draft, { headingLevel, linkWords, text }: Block): boolean {
  return headingLevel === 1 && linkWords === 0 && page.title.matches(text);
}

/** "Commentaires (24)" */
function commentsReason({ text, words, openingWords: opening }: Block): string | undefined {
  if (words > MAX_COMMENTS_WORDS) return undefined;
  return COMMENTS.reasonOfWhole(COUNT.test(text) ? openingWords(text.replace(COUNT, "")) : opening);
}

function onlyWraps(box: PageElement, heading: Block): boolean {
  if (headingLevel(box.tag) > 0 || box.tag === "p") return true;
  return box.goodWords === 0 && box.textLength - heading.text.length < WRAPPER_CHARACTERS;
}

function endsArticle(draft: Draft, index: number, box: PageElement, wordsBefore: number): boolean {
  if (wordsBefore <= MIN_WORDS_BEFORE) return false;
  const section: Block[] = [];
  let wordsBehind = 0;
  const last = Math.min(draft.blocks.length, index + MAX_SECTION_BLOCKS);
  for (let at = index + 1; at < last; at++) {
    const block = draft.blocks[at];
    if (!block || !isWithin(block.element, box)) break;
    if (isHeadlineOfPage(draft, block)) return false;
    wordsBehind += block.goodWords;
    section.push(block);
  }
  const heading = draft.blocks[index];
  if (heading === undefined) return false;
  const isOfComments = commentsReason(heading) !== undefined;
  if (isOfComments && !areReadersTexts(heading, section)) return false;
  if (heading.headingLevel === 0) return wordsBehind < SMALL_BOLD_SECTION_WORDS;
  const opensBox = !isWithin(draft.blocks[index - 1]?.element ?? box, box);
  if (!opensBox) return wordsBehind < MAX_RATIO_SHARED_BOX * wordsBefore;
  return wordsBehind < (isOfComments ? MAX_RATIO_COMMENTS : MAX_RATIO_OWN_BOX) * wordsBefore;
}

/** A report on a draft law or on readers has a section "Comments" too: one of three signs may be missing. */
function areReadersTexts(heading: Block, section: readonly Block[]): boolean {
  const texts = section.filter(({ goodWords }) => goodWords > 0);
  const boxes = new Set(texts.map(({ element }) => element.parent));
  const signs = [
    COUNT.test(heading.text),
    boxes.size >= MIN_COMMENT_BOXES && boxes.size * 2 > texts.length && !boxes.has(heading.element.parent),
    !isInBody(heading.element),
  ];
  return signs.filter(Boolean).length >= MIN_COMMENT_SIGNS;
}

/** True within an <article> or a box of a class that says that the article's paragraphs stand there. */
function isInBody(element: PageElement): boolean {
  let at: PageElement | null = element;
  while (at !== null && at.tag !== "article" && (at.traits & Trait.body) === 0) at = at.parent;
  return at !== null;
}
