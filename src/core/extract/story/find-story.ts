/*
 * From a page's blocks to the draft of its article: furniture out, container chosen, run of blocks cut, block passes
 * applied in order. This is the map of the engine; each step is a file of its own.
 *
 *   blocks ─▶ trusted traits ─▶ page passes ─▶ title anchor ─▶ scores ─▶ container ─▶ run ─▶ story passes ─▶ draft
 */
import type { Block } from "../blocks/block.ts";
import { Draft, type PageFacts, type Pass } from "../draft.ts";
import { anotherStory } from "../passes/another-story.ts";
import { authorBio } from "../passes/author-bio.ts";
import { cueLines } from "../passes/cue-lines.ts";
import { dateline } from "../passes/dateline.ts";
import { emptyHeadings } from "../passes/empty-headings.ts";
import { figures } from "../passes/figures.ts";
import { headlineLines } from "../passes/headline-lines.ts";
import { houseNotices } from "../passes/house-notices.ts";
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
import { isWithin, PageElement } from "../tree/page-tree.ts";
import { type Container, chooseContainer } from "./choose-container.ts";
import type { FoundStory } from "./index-page.ts";
import { ANOTHER_STORY, CONTAINER_STEP, isOfOtherArticle } from "./other-articles.ts";
import { scoreBlocks, sumFromTheEnd } from "./score-blocks.ts";
import { findStandfirst } from "./standfirst.ts";
import { type Segment, storySegment } from "./story-segment.ts";
import { findTitleAnchor } from "./title-anchor.ts";
import { ignoredTraits } from "./trusted-traits.ts";

/** Passes over the whole page, before the container is chosen. */
const PAGE_PASSES: readonly Pass[] = [pageFurniture, relatedSections, houseNotices];

/** Passes over the article's run of blocks, in this order; each sees what the ones before it removed. */
function storyPasses(container: PageElement, titleBlock: Block | null): readonly Pass[] {
  return [
    anotherStory(titleBlock),
    photoCaptions,
    figures,
    pageTitle,
    headlineLines,
    teaserCards(titleBlock),
    cueLines,
    linkLines,
    softClasses(container),
    signOff,
    leadTrim,
    textHead,
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
/** The innermost box around the headline with this share of the words behind it holds the story. */
const STORY_BOX_SHARE = 0.5;

/** Names of all passes in the order in which they run. */
export function passNames(): string[] {
  const anywhere = new PageElement("#root", null);
  return [...PAGE_PASSES, ...storyPasses(anywhere, null)].map((pass) => pass.name);
}

export interface PageBlocks {
  readonly root: PageElement;
  readonly blocks: readonly Block[];
}

export interface StoryOptions {
  /** True for a second try on a page whose text was hardly found: classes are not believed, no run is cut. */
  readonly isLoose: boolean;
  /** Names of passes that are left out, to measure what each of them gains. */
  readonly without: ReadonlySet<string>;
}

export function findStory(
  page: PageBlocks,
  facts: Omit<PageFacts, "ignoredTraits">,
  { isLoose, without }: StoryOptions,
): FoundStory {
  const ignored = ignoredTraits(page.blocks, isLoose);
  const whole = new Draft(page.blocks, { ...facts, ignoredTraits: ignored });
  sumFromTheEnd(page.blocks, ignored);
  applyPasses(whole, PAGE_PASSES, without);
  const livingWords = page.blocks[0]?.goodWordsFromHere ?? 0;
  const titleAt = findTitleAnchor(page.blocks, facts.title, livingWords);
  scoreBlocks(whole, titleAt);
  const container = chooseContainer(page.root, page.blocks, isLoose);
  const boxed = containerRange(whole, container.element);
  const run = isLoose ? boxed : storyRange(whole, boxed, container, { root: page.root, titleAt });
  removeOutside(whole, boxed, CONTAINER_STEP, (block) =>
    isOfOtherArticle(block, container.element) ? ANOTHER_STORY : "outside-container",
  );
  removeOutside(whole, run, "story-run", () => "outside-story-run");
  const standfirst = findStandfirst(whole, titleAt, run.from);
  for (const index of standfirst) whole.restore(index);
  const draft = whole.narrow(Math.min(standfirst[0] ?? run.from, run.from), run.to);
  const titleBlock = page.blocks[titleAt] ?? null;
  applyPasses(draft, storyPasses(container.element, titleBlock), without);
  return { draft, blocks: page.blocks, titleBlock };
}

function applyPasses(draft: Draft, passes: readonly Pass[], without: ReadonlySet<string>): void {
  for (const pass of passes) {
    if (!without.has(pass.name)) draft.apply(pass);
  }
}

/** The blocks of a box stand in one piece. */
function containerRange(whole: Draft, container: PageElement): Segment {
  let from = whole.blocks.length;
  let to = 0;
  for (const [index, block] of whole.blocks.entries()) {
    if (!isWithin(block.element, container)) continue;
    from = Math.min(from, index);
    to = index + 1;
  }
  return { from: Math.min(from, to), to };
}

function storyRange(
  whole: Draft,
  boxed: Segment,
  container: Container,
  { root, titleAt }: { readonly root: PageElement; readonly titleAt: number },
): Segment {
  const isRich = container.score > MIN_SEGMENT_SCORE || container.element === root;
  if (!isRich || boxed.to - boxed.from < MIN_SEGMENT_BLOCKS) return boxed;
  const inBox = storySegment(whole.narrow(boxed.from, boxed.to));
  const run = { from: boxed.from + inBox.from, to: boxed.from + inBox.to };
  return standsBesideStory(whole, run, titleAt) ? { from: titleAt, to: run.to } : run;
}

/**
 * True where the run opens before the headline, with nothing but texts that stand outside the box of headline and
 * story: a column, a notice. A standfirst above the headline stands within that box.
 */
function standsBesideStory(whole: Draft, { from, to }: Segment, titleAt: number): boolean {
  if (titleAt <= from || titleAt >= to) return false;
  const isText = ({ goodWords }: Block) => goodWords > 0;
  const before = whole.blocks.slice(from, titleAt).filter(isText);
  const behind = whole.blocks.slice(titleAt, to).filter(isText);
  const wordsBehind = behind.reduce((sum, { goodWords }) => sum + goodWords, 0);
  let box = whole.blocks[titleAt]?.element ?? null;
  while (box !== null && box.goodWords < STORY_BOX_SHARE * wordsBehind) box = box.parent;
  const story = box;
  return before.length > 0 && story !== null && !before.some(({ element }) => isWithin(element, story));
}

function removeOutside(
  draft: Draft,
  { from, to }: Segment,
  step: string,
  reasonOf: (block: Block) => string,
): void {
  for (const [index, block] of draft.keptBlocks()) {
    if (index < from || index >= to) draft.remove(step, { index, reason: reasonOf(block) });
  }
}
