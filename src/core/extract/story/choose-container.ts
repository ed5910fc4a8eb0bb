/*
 * The box that holds the article, chosen in this order:
 *   1. microdata articleBody that scores at least half of the best box
 *   2. a box with a body class that scores at least three quarters of it
 *   3. the box with the largest score; of equal ones the innermost
 *   4. where there is little running text at all: the structure (body class, <article>, <main>)
 */
import type { Block } from "../blocks/block.ts";
import { DEAD_TRAITS, Trait } from "../tree/class-traits.ts";
import { isArticleBody } from "../tree/measure.ts";
import { closest, isWithin, type PageElement } from "../tree/page-tree.ts";
import { BLOCK_TAGS, PARAGRAPH_LEVEL_TAGS } from "../tree/tags.ts";

export type ContainerChoice = "microdata" | "body-class" | "largest-score" | "structure";

export interface Container {
  readonly element: PageElement;
  readonly choice: ContainerChoice;
  readonly score: number;
}

const MICRODATA_SHARE = 0.5;
const BODY_CLASS_SHARE = 0.75;
const MIN_NAMED_SCORE = 40;
/** Headlines of stories are h1 or h2. */
const MAX_HEADLINE_LEVEL = 2;
/** Bounds the work on pages made of such boxes: all blocks are searched for each. */
const MAX_OTHER_BODIES = 8;
const ARTICLE_TAGS = new Set(["article"]);
/** Below this score of the best box the page's structure is asked: one or two paragraphs. */
const LITTLE_TEXT_SCORE = 120;
const HARDLY_ANY_TEXT_SCORE = 40;

/** @param blocks of the whole page, in reading order */
export function chooseContainer(root: PageElement, blocks: readonly Block[], isLoose: boolean): Container {
  const scored = scoredElements(root);
  const best = innermostBest(root, scored);
  const named = namedBody(scored, best.score, blocks);
  if (named) {
    const choice = isArticleBody(named) ? "microdata" : "body-class";
    return { element: named, choice, score: best.score };
  }
  const box = widenToBox(best);
  if (best.score < LITTLE_TEXT_SCORE) {
    const structural = structuralBox(root, box, best.score, isLoose);
    if (structural) return { element: structural, choice: "structure", score: best.score };
  }
  return { element: box, choice: "largest-score", score: best.score };
}

/** The root and every element that holds a scoring paragraph, parents first. */
function scoredElements(root: PageElement): PageElement[] {
  const found: PageElement[] = [root];
  for (let at = 0; at < found.length; at++) {
    for (const child of found[at]?.children ?? []) {
      if (typeof child !== "string" && child.paragraphs > 0) found.push(child);
    }
  }
  return found;
}

function innermostBest(root: PageElement, scored: readonly PageElement[]): PageElement {
  let best = root;
  for (const element of scored) {
    if (element.score >= best.score) best = element;
  }
  return best;
}

function namedBody(
  scored: readonly PageElement[],
  bestScore: number,
  blocks: readonly Block[],
): PageElement | null {
  const bodies = scored.filter((element) => (element.traits & Trait.body) !== 0);
  const named = bodies
    .filter((element) => element.score > MIN_NAMED_SCORE)
    .sort((a, b) => Number(isArticleBody(b)) - Number(isArticleBody(a)) || b.score - a.score);
  const fits = (element: PageElement) =>
    element.score > (isArticleBody(element) ? MICRODATA_SHARE : BODY_CLASS_SHARE) * bestScore;
  const found = named.find(fits);
  if (found === undefined) return null;
  const others = bodies.filter((other) => mayBeOneText(found, other)).slice(0, MAX_OTHER_BODIES);
  return others.some((other) => goesOnIn(found, other, blocks)) ? null : found;
}

/** Two boxes of one class beside each other, of one <article> if of any. */
function mayBeOneText(box: PageElement, other: PageElement): boolean {
  const name = box.attribute("class");
  if (name === "" || other.attribute("class") !== name || isWithin(other, box) || isWithin(box, other))
    return false;
  return closest(box, ARTICLE_TAGS) === closest(other, ARTICLE_TAGS);
}

/**
 * The text is cut into boxes of one class, with an advertisement or a form between them. A headline between two boxes,
 * or a linked heading right above the second, parts two stories.
 */
function goesOnIn(box: PageElement, other: PageElement, blocks: readonly Block[]): boolean {
  const starts = [box, other].map((part) => blocks.findIndex(({ element }) => isWithin(element, part)));
  const between = blocks
    .slice(Math.min(...starts), Math.max(...starts))
    .filter(({ element }) => !isWithin(element, box) && !isWithin(element, other));
  const lastText = between.findLastIndex(({ goodWords }) => goodWords > 0);
  return !between.some(
    ({ headingLevel, linkWords }, at) =>
      headingLevel > 0 && (headingLevel <= MAX_HEADLINE_LEVEL || (linkWords > 0 && at > lastText)),
  );
}

/** From a paragraph, list or inline element up to the box around it. */
function widenToBox(element: PageElement): PageElement {
  let box = element;
  while (box.parent && (PARAGRAPH_LEVEL_TAGS.has(box.tag) || !BLOCK_TAGS.has(box.tag))) box = box.parent;
  return box;
}

/** Share of the page's own text a structural box must hold, and how much more than the best box. */
const STRUCTURE_SHARE = 0.2;
const LOOSE_STRUCTURE_SHARE = 0.05;
const STRUCTURE_RATIO = 1.3;
const LOOSE_STRUCTURE_RATIO = 0.5;
/** An inner box that holds this much of the outer one is preferred; one with this much more text always is. */
const INNER_SHARE = 0.8;
const LARGER_RATIO = 1.5;

function structuralBox(
  root: PageElement,
  box: PageElement,
  score: number,
  isLoose: boolean,
): PageElement | null {
  const minimumText = (isLoose ? LOOSE_STRUCTURE_SHARE : STRUCTURE_SHARE) * Math.max(1, ownText(root));
  const ratio = isLoose || score < HARDLY_ANY_TEXT_SCORE ? LOOSE_STRUCTURE_RATIO : STRUCTURE_RATIO;
  let found: PageElement | null = null;
  const look = (element: PageElement): void => {
    const text = ownText(element);
    const isLarge = text > minimumText && (box === root || text > ratio * ownText(box));
    if (isLarge && isStructural(element) && (found === null || beats(element, found))) found = element;
    for (const child of element.children) {
      if (typeof child !== "string") look(child);
    }
  };
  look(root);
  return found;
}

function isStructural(element: PageElement): boolean {
  if ((element.inheritedTraits & DEAD_TRAITS) !== 0) return false;
  return (element.traits & Trait.body) !== 0 || element.tag === "article" || element.tag === "main";
}

function beats(element: PageElement, found: PageElement): boolean {
  const text = ownText(element);
  const isTighter = element.textLength < found.textLength && text > INNER_SHARE * ownText(found);
  return isTighter || text > LARGER_RATIO * ownText(found);
}

/** Characters outside links. */
function ownText(element: PageElement): number {
  return element.textLength - element.linkTextLength;
}
