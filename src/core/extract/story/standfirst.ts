/*
 * The standfirst: one or two sentences between headline and text that sum the story up. They are the article's own
 * words, but stand outside of its box or in a class that says `teaser`; this finds them again.
 *
 * Never taken: text with links, captions, hidden text, dates, bylines, lists; anything longer than a paragraph; what
 * the text itself repeats; notices of the house.
 */
import type { Block } from "../blocks/block.ts";
import { endsSentence, looksDated } from "../blocks/text-shape.ts";
import type { Draft } from "../draft.ts";
import { Trait } from "../tree/class-traits.ts";
import type { PageElement } from "../tree/page-tree.ts";
import { isDek } from "./article-edges.ts";
import { isClosingNote } from "./closing-notes.ts";
import { sharedCue, strongCueReason, weakCueReason } from "./cues.ts";
import { findPhotoCredit } from "./photo-credit.ts";

const OTHER_STORIES = /relate|recommend|promo|sponsor|popular|trending|newsletter/i;
/** Within the run only what says so: `teaser` on the paragraph itself is furniture anywhere else. */
const STANDFIRST_CLASS = /teaser|summary|intro|lead|lede|excerpt|abstract/i;
/** Boxes above the paragraph whose class is asked. */
const CLASS_REACH = 3;
const MIN_WORDS = 8;
const MAX_WORDS = 90;
const MAX_BLOCKS = 2;
/** What house-notices took out is spoken by the house. */
const NOTICE_STEP = "house-notices";
/** Blocks behind the headline that are looked at. */
const REACH = 12;

/**
 * @param titleAt index of the headline's block in the whole page, -1 where it was not found
 * @param storyFrom index of the first block of the story's run
 * @returns indices of the standfirst's blocks, in reading order
 */
export function findStandfirst(whole: Draft, titleAt: number, storyFrom: number): number[] {
  if (titleAt < 0) return [];
  const notices = new Set(whole.taken.filter(({ step }) => step === NOTICE_STEP).map(({ block }) => block));
  const found: number[] = [];
  for (let index = titleAt + 1; index < titleAt + REACH; index++) {
    const block = whole.block(index);
    if (!block || notices.has(block)) continue;
    const isInRun = index >= storyFrom;
    if (isInRun && whole.isKept(index) && block.goodWords > 0) break;
    const mayBe = !isInRun || STANDFIRST_CLASS.test(block.element.attribute("class"));
    if (mayBe && found.length < MAX_BLOCKS && isStandfirst(block)) found.push(index);
  }
  return found;
}

export function isStandfirst(block: Block): boolean {
  if (block.words < MIN_WORDS || block.words > MAX_WORDS || block.linkWords > 0 || block.tag === "li")
    return false;
  if (block.has(Trait.caption | Trait.hidden | Trait.comments | Trait.figure | Trait.embed | Trait.landmark))
    return false;
  if (block.ownHeadingLevel > 0 || isDek(block) || standsInOtherStories(block.element)) return false;
  if (!endsSentence(block.text) || looksDated(block.text)) return false;
  return !opensLikeFurniture(block) && !isClosingNote(block.text) && !findPhotoCredit(block.text);
}

/** `teaser` may name the standfirst's own box, `related-posts` never does. */
function standsInOtherStories(element: PageElement): boolean {
  let at: PageElement | null = element;
  for (let steps = 0; at !== null && steps < CLASS_REACH; steps++) {
    if (OTHER_STORIES.test(at.attribute("class"))) return true;
    at = at.parent;
  }
  return false;
}

function opensLikeFurniture(block: Block): boolean {
  return (strongCueReason(block) ?? sharedCue(block)?.reason ?? weakCueReason(block)) !== undefined;
}
