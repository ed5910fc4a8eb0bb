/*
 * From a page's blocks to the draft of its article: furniture out, container chosen, run of blocks cut, block passes
 * applied in order. This is the map of the engine; each step is a file of its own.
 *
 *   blocks ─▶ trusted traits ─▶ page passes ─▶ title anchor ─▶ scores ─▶ container ─▶ run ─▶ story passes ─▶ draft
 */
import type { Block } from "../blocks/block.ts";
import { Draft, type PageFacts, type Pass } from "../draft.ts";
import { authorBio } from "../passes/author-bio.ts";
import { consentNotices } from "../passes/consent-notices.ts";
import { cueLines } from "../passes/cue-lines.ts";
import { dateline } from "../passes/dateline.ts";
import { emptyHeadings } from "../passes/empty-headings.ts";
import { figures } from "../passes/figures.ts";
import { leadTrim } from "../passes/lead-trim.ts";
import { linkLines } from "../passes/link-lines.ts";
import { pageFurniture } from "../passes/page-furniture.ts";
import { pageTitle } from "../passes/page-title.ts";
import { photoCaptions } from "../passes/photo-captions.ts";
import { relatedSections } from "../passes/related-sections.ts";
import { repeatedBlocks } from "../passes/repeated-blocks.ts";
import { signOff } from "../passes/sign-off.ts";
import { softClasses } from "../passes/soft-classes.ts";
import { tailTrim } from "../passes/tail-trim.ts";
import { teaserCards } from "../passes/teaser-cards.ts";
import { textHead } from "../passes/text-head.ts";
import { isWithin, type PageElement } from "../tree/page-tree.ts";
import { type Container, chooseContainer } from "./choose-container.ts";
import { scoreBlocks, sumFromTheEnd } from "./score-blocks.ts";
import { storySegment } from "./story-segment.ts";
import { findTitleAnchor } from "./title-anchor.ts";
import { ignoredTraits } from "./trusted-traits.ts";

/** Passes over the whole page, before the container is chosen. */
const PAGE_PASSES: readonly Pass[] = [pageFurniture, relatedSections, consentNotices];

/** Passes over the article's run of blocks, in this order; each sees what the ones before it removed. */
function storyPasses(container: PageElement): readonly Pass[] {
  return [
    photoCaptions,
    figures,
    pageTitle,
    teaserCards,
    textHead,
    cueLines,
    linkLines,
    softClasses(container),
    signOff,
    leadTrim,
    tailTrim,
    authorBio,
    repeatedBlocks,
    emptyHeadings,
    dateline,
  ];
}

/** Below this score no run is cut: there is too little text to tell. */
const MIN_SEGMENT_SCORE = 60;
const MIN_SEGMENT_BLOCKS = 4;

export interface PageBlocks {
  readonly root: PageElement;
  readonly blocks: readonly Block[];
}

/**
 * @param isLoose true for a second try on a page whose text was hardly found: classes are not believed, no run is cut
 */
export function findStory(
  page: PageBlocks,
  facts: Omit<PageFacts, "ignoredTraits">,
  isLoose: boolean,
): Draft {
  const ignored = ignoredTraits(page.blocks, isLoose);
  const whole = new Draft(page.blocks, { ...facts, ignoredTraits: ignored });
  sumFromTheEnd(page.blocks, ignored);
  for (const pass of PAGE_PASSES) whole.apply(pass);
  const livingWords = page.blocks[0]?.goodWordsFromHere ?? 0;
  scoreBlocks(whole, findTitleAnchor(page.blocks, facts.title, livingWords));
  const container = chooseContainer(page.root, isLoose);
  const boxed = cutToContainer(whole, container.element);
  const draft = isLoose ? boxed : cutToRun(boxed, container, page.root);
  for (const pass of storyPasses(container.element)) draft.apply(pass);
  return draft;
}

function cutToContainer(whole: Draft, container: PageElement): Draft {
  let from = whole.blocks.length;
  let to = 0;
  for (const [index, block] of whole.blocks.entries()) {
    if (!isWithin(block.element, container)) continue;
    from = Math.min(from, index);
    to = index + 1;
  }
  return narrowTo(whole, Math.min(from, to), to, "container", "outside-container");
}

function cutToRun(boxed: Draft, container: Container, root: PageElement): Draft {
  const isRich = container.score > MIN_SEGMENT_SCORE || container.element === root;
  if (!isRich || boxed.blocks.length < MIN_SEGMENT_BLOCKS) return boxed;
  const { from, to } = storySegment(boxed);
  return narrowTo(boxed, from, to, "story-run", "outside-story-run");
}

function narrowTo(draft: Draft, from: number, to: number, step: string, reason: string): Draft {
  for (const [index] of draft.keptBlocks()) {
    if (index < from || index >= to) draft.remove(step, { index, reason });
  }
  return draft.narrow(from, to);
}
