/*
 * link-lines: removes lines that are one link, lists whose text is mostly links, and cards that are one link with a
 * headline and a text in it: other stories, tags, sections.
 *
 * Must never remove: headings outside of cards (some sites link their own sub-headings), what links within the page,
 * cards that lead to another site (what a list article names), quotations, long lines, lists of prose that hold a link
 * here and there.
 */
import type { Block } from "../blocks/block.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { Trait } from "../tree/class-traits.ts";
import { closest, type PageElement } from "../tree/page-tree.ts";
import { LIST_TAGS, QUOTE_TAGS } from "../tree/tags.ts";
import { isProtectedCell } from "./protected.ts";

const LINK_LINE_SHARE = 0.85;
const MAX_LINK_LINE_WORDS = 30;
const LINK_LIST_SHARE = 0.6;

const MAX_CARD_WORDS = 90;
const MIN_ENTRIES = 3;
const LINK_TAGS = new Set(["a"]);

/** Blocks of one list or of one link. */
interface LinkMass {
  words: number;
  linkWords: number;
  readonly indices: number[];
}

export const linkLines: Pass = {
  name: "link-lines",
  run(draft: Draft): Removal[] {
    const removals: Removal[] = [];
    for (const [index, block] of draft.keptBlocks()) {
      if (block.has(Trait.embed) || isProtectedCell(block) || block.ownHeadingLevel > 0) continue;
      if (block.linkShare <= LINK_LINE_SHARE || block.words >= MAX_LINK_LINE_WORDS) continue;
      if (!closest(block.element, QUOTE_TAGS)) removals.push({ index, reason: "link-line" });
    }
    for (const index of cardBlocks(draft)) removals.push({ index, reason: "link-card" });
    for (const list of listMasses(draft).values()) {
      if (list.linkWords <= LINK_LIST_SHARE * list.words) continue;
      for (const index of list.indices) removals.push({ index, reason: "link-list" });
    }
    return removals;
  },
};

/**
 * Picture, headline and text of another story in one <a>. A list article may link its own entries so: where cards are
 * half of the text, or three have text behind each, they are the article's.
 */
function cardBlocks(draft: Draft): number[] {
  const kept = draft.keptBlocks();
  const cards = new Map<PageElement, LinkMass>();
  for (const [index, block] of kept) {
    const link = block.linkShare > LINK_LINE_SHARE ? closest(block.element, LINK_TAGS) : null;
    if (link && !closest(block.element, QUOTE_TAGS)) addMass(cards, link, { index, block });
  }
  const found = [...cards].filter(([link, card]) => isCard(draft, link, card)).map(([, card]) => card);
  if (found.length === 0 || areEntries(draft, found)) return [];
  const words = found.reduce((sum, card) => sum + card.words, 0);
  return words * 2 < draft.words() ? found.flatMap(({ indices }) => indices) : [];
}

function isCard(draft: Draft, link: PageElement, { words, indices }: LinkMass): boolean {
  // A longer one was never closed: the article is in it.
  if (indices.length === 1 || words > MAX_CARD_WORDS) return false;
  const href = link.attribute("href");
  return draft.page.own.elsewhere(href) !== null && draft.page.own.staysOnSite(href);
}

/** True for three cards or more, each with running text between it and the next. */
function areEntries(draft: Draft, cards: readonly LinkMass[]): boolean {
  return (
    cards.length >= MIN_ENTRIES &&
    cards.every(({ indices }, at) => {
      const next = cards[at + 1]?.indices[0] ?? draft.blocks.length;
      return draft.blocks.slice((indices.at(-1) ?? 0) + 1, next).some(({ goodWords }) => goodWords > 0);
    })
  );
}

/** Words and link words of each innermost list, over all its blocks whether kept or not. */
function listMasses(draft: Draft): Map<PageElement, LinkMass> {
  const lists = new Map<PageElement, LinkMass>();
  for (const [index, block] of draft.blocks.entries()) {
    const list = closest(block.element, LIST_TAGS);
    if (!list) continue;
    addMass(lists, list, { index, block });
  }
  return lists;
}

function addMass(
  masses: Map<PageElement, LinkMass>,
  box: PageElement,
  { index, block }: { readonly index: number; readonly block: Block },
): void {
  const mass = masses.get(box) ?? { words: 0, linkWords: 0, indices: [] };
  mass.words += block.words;
  mass.linkWords += block.linkWords;
  mass.indices.push(index);
  masses.set(box, mass);
}
