/*
 * Where does another story begin? Pages glue a second article behind the first: infinite scroll, several <article>
 * elements, a saved page with the next story's headline, caption and text.
 *
 *   headline ─ text ─ … ─ text ─┃─ other headline ─ caption ─ other headline again ─ caption ─ text …
 *                               cut
 *
 * A heading is such a beginning if enough speaks for it, each sign for its worth. At least one must show a headline:
 *   it is repeated a few lines on 2 · it is an <h1> 2 · it stands in an <article> of its own 2 · a dateline follows 2
 *   it leads to another page, and the page's own headline, of the same rank, is a link too 2 · and each of the two stands
 *   with a story in a box, one beside the other, and it leads to the same site 2
 * and the rest may come from what surrounds it:
 *   a sign-off stands before it 2 · a byline or date follows 1 · a photo credit follows 1 · blank lines before it 1
 *   furniture before it 1 · no names shared with the text before 1 · many names shared -3
 * Sub-headings, list items, live-blog entries and round-ups reach 3 at most.
 */
import type { Block } from "../blocks/block.ts";
import { looksDated, titleKey } from "../blocks/text-shape.ts";
import type { Draft } from "../draft.ts";
import { closest, isWithin, type PageElement } from "../tree/page-tree.ts";
import { cohesion } from "./cohesion.ts";
import { isStrongCue } from "./cues.ts";
import { readDateline } from "./dateline.ts";
import { findPhotoCredit } from "./photo-credit.ts";
import { readSignOff } from "./sign-off.ts";

const Worth = { strong: 2, weak: 1, sameSubject: -3 } as const;
const ENOUGH = 4;

const MIN_HEADLINE_WORDS = 3;
const MAX_HEADLINE_WORDS = 30;
/** Good words of the page's story before the heading, and of the other story behind it. */
const MIN_WORDS_BEFORE = 60;
const MIN_WORDS_BEHIND = 60;
/** Blocks behind a headline in which its byline, caption and repetition stand. */
const HEAD_REACH = 8;
const TAIL_REACH = 3;
/** How much punctuation two spellings of one headline may differ by. */
const MAX_SPELLING_CHARACTERS = 8;
const MIN_BLANK_LINES = 2;
/** Shares of common names: below the one unrelated, above the other one subject. */
const UNRELATED = 0.12;
const SAME_SUBJECT = 0.3;
/** More headings than this that could begin stories are the headings of a list or a live blog. */
const MAX_STORIES = 6;
/** Pages with more headings than this are lists; also bounds the work. */
const MAX_CANDIDATES = 60;
const BYLINE = /^(?:by|von|por|par|di|av|door|af|texte?|från|oleh|автор) \p{Lu}/iu;
const MAX_LINE_WORDS = 14;
const HEADLINE_LINK_SHARE = 0.9;
const ARTICLE_TAGS = new Set(["article"]);
const LINK_TAGS = new Set(["a"]);

/**
 * @param titleBlock the page's headline, null where it was not found
 * @returns index of the first block of the other story, -1 where there is none
 */
export function findSecondHeadline(draft: Draft, titleBlock: Block | null): number {
  if (draft.page.isLiveBlog) return -1;
  const own = ownArticle(draft, titleBlock);
  const hasDateline = datelineAsker(draft);
  const candidates: number[] = [];
  let wordsBefore = 0;
  for (const [index, block] of draft.blocks.entries()) {
    if (wordsBefore >= MIN_WORDS_BEFORE && mayBeHeadline(draft, block)) candidates.push(index);
    wordsBefore += block.goodWords;
  }
  if (candidates.length > MAX_CANDIDATES) return -1;
  const found = candidates.filter((index) => {
    return worthOf(draft, index, { own, hasDateline }) + likenessSign(draft, index, titleBlock) >= ENOUGH;
  });
  return found.length > MAX_STORIES ? -1 : (found[0] ?? -1);
}

function mayBeHeadline(draft: Draft, block: Block): boolean {
  if (block.headingLevel === 0 || block.words < MIN_HEADLINE_WORDS || block.words > MAX_HEADLINE_WORDS)
    return false;
  return !draft.page.title.matches(block.text);
}

/** The <article> the page's story stands in: around its headline, else around its first paragraph. */
function ownArticle(draft: Draft, titleBlock: Block | null): PageElement | null {
  const around = titleBlock ? closest(titleBlock.element, ARTICLE_TAGS) : null;
  if (around) return around;
  const first = draft.blocks.find((block) => block.goodWords > 0);
  return first ? closest(first.element, ARTICLE_TAGS) : null;
}

interface Surroundings {
  readonly own: PageElement | null;
  readonly hasDateline: (index: number) => boolean;
}

function worthOf(draft: Draft, at: number, { own, hasDateline }: Surroundings): number {
  const heading = draft.blocks[at];
  if (!heading || wordsBetween(draft, at, draft.blocks.length) < MIN_WORDS_BEHIND) return 0;
  const isDated = blocksBehind(draft, at).some(([index]) => hasDateline(index));
  const dateline = isDated ? Worth.strong : 0;
  const headline = repeatedSign(draft, at) + dateline + placeSigns(draft, at, heading, own);
  if (headline === 0) return 0;
  const signs = headline + lineSigns(draft, at) + tailSigns(draft, at, heading);
  // Names are compared last: it is the only dear test.
  return signs + Worth.weak < ENOUGH ? signs : signs + subjectSign(draft, at);
}

/** The headline stands there again: pages show it above and below the picture. */
function repeatedSign(draft: Draft, at: number): number {
  const headline = draft.blocks[at]?.text ?? "";
  const key = titleKey(headline);
  const isRepeated = blocksBehind(draft, at).some(
    ([, { text }]) =>
      Math.abs(text.length - headline.length) <= MAX_SPELLING_CHARACTERS && titleKey(text) === key,
  );
  return isRepeated ? Worth.strong : 0;
}

/** Several headings are followed by the same block, which is read once. */
function datelineAsker(draft: Draft): (index: number) => boolean {
  const known = new Map<number, boolean>();
  return (index) => {
    const block = draft.blocks[index];
    if (!block || block.goodWords === 0) return false;
    const isDated = known.get(index) ?? readDateline(block.text) !== null;
    known.set(index, isDated);
    return isDated;
  };
}

/** The small lines under a headline: byline or date, and a picture's credit. */
function lineSigns(draft: Draft, at: number): number {
  let byline = 0;
  let caption = 0;
  for (const [index, block] of blocksBehind(draft, at)) {
    if (draft.isKept(index) && isByline(block)) byline = Worth.weak;
    if (findPhotoCredit(block.text)) caption = Worth.weak;
  }
  return byline + caption;
}

function isByline(block: Block): boolean {
  if (block.tag === "address") return true;
  return block.words < MAX_LINE_WORDS && (BYLINE.test(block.text) || looksDated(block.text));
}

function blocksBehind(draft: Draft, at: number): Array<readonly [number, Block]> {
  return draft.blocks.slice(at + 1, at + 1 + HEAD_REACH).map((block, step) => [at + 1 + step, block]);
}

/** Signs before the heading: that a story has ended. */
function tailSigns(draft: Draft, at: number, heading: Block): number {
  let signOff = 0;
  let furniture = 0;
  for (let index = Math.max(0, at - TAIL_REACH); index < at; index++) {
    const block = draft.blocks[index];
    if (!block) continue;
    if (draft.isKept(index) && readSignOff(block.text)) signOff = Worth.strong;
    if (isStrongCue(block)) furniture = Worth.weak;
  }
  return signOff + furniture + (heading.blankLinesBefore >= MIN_BLANK_LINES ? Worth.weak : 0);
}

/** Signs of the heading's place in the page. */
function placeSigns(draft: Draft, at: number, heading: Block, own: PageElement | null): number {
  const article = closest(heading.element, ARTICLE_TAGS);
  const isApart = own !== null && article !== null && !isWithin(article, own) && !isWithin(own, article);
  const wordsInArticle = isApart ? wordsWithin(draft, at, article) : 0;
  const ownArticleSign = wordsInArticle >= MIN_WORDS_BEHIND ? Worth.strong : 0;
  return ownArticleSign + (heading.headingLevel === 1 ? Worth.strong : 0);
}

/** Blogs set every post's headline as a link to it: also the one the page is about. */
function likenessSign(draft: Draft, at: number, titleBlock: Block | null): number {
  const heading = draft.blocks[at];
  if (!heading || !titleBlock || !isLink(titleBlock) || !isLink(heading)) return 0;
  const isLike = heading.headingLevel === titleBlock.headingLevel;
  const href = closest(heading.innerElement, LINK_TAGS)?.attribute("href") ?? "";
  if (!isLike || draft.page.own.elsewhere(href) === null) return 0;
  const isAppended =
    draft.page.own.staysOnSite(href) && standInTwinBoxes(titleBlock.element, heading.element);
  return Worth.strong + (isAppended ? Worth.strong + Math.min(0, subjectSign(draft, at)) : 0);
}

/** Boxes of one kind beside each other, each with a story: what scripts append to a page is built like its first part. */
function standInTwinBoxes(title: PageElement, heading: PageElement): boolean {
  let box = heading;
  while (box.parent !== null && !isWithin(title, box.parent)) box = box.parent;
  let own = title;
  while (own.parent !== null && own.parent !== box.parent) own = own.parent;
  if (own.parent !== box.parent || own.tag !== box.tag) return false;
  return own.goodWords >= MIN_WORDS_BEFORE && box.goodWords >= MIN_WORDS_BEHIND;
}

function isLink(block: Block): boolean {
  return block.linkShare >= HEADLINE_LINK_SHARE;
}

function subjectSign(draft: Draft, at: number): number {
  const textOf = (blocks: readonly Block[]) => blocks.map((block) => block.text).join("\n");
  const shared = cohesion(textOf(draft.blocks.slice(0, at)), textOf(draft.blocks.slice(at)));
  if (shared === null) return 0;
  if (shared >= SAME_SUBJECT) return Worth.sameSubject;
  return shared < UNRELATED ? Worth.weak : 0;
}

function wordsBetween(draft: Draft, from: number, to: number): number {
  let words = 0;
  for (let index = from; index < to; index++) {
    words += draft.blocks[index]?.goodWords ?? 0;
    if (words >= MIN_WORDS_BEHIND) break;
  }
  return words;
}

function wordsWithin(draft: Draft, from: number, article: PageElement): number {
  let words = 0;
  for (let index = from; index < draft.blocks.length && words < MIN_WORDS_BEHIND; index++) {
    const block = draft.blocks[index];
    if (!block || !isWithin(block.element, article)) break;
    words += block.goodWords;
  }
  return words;
}
