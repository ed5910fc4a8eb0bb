/*
 * soft-classes: removes short lines in elements whose class says byline, date, label, card or source.
 *
 * Must never remove: whole sentences (these words also name boxes around text), list items of prose, anything in
 * a box with 40 words of running text or more, or of a class whose boxes hold as many together.
 */
import type { Block } from "../blocks/block.ts";
import { endsSentence, looksDated } from "../blocks/text-shape.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { Trait } from "../tree/class-traits.ts";
import type { PageElement } from "../tree/page-tree.ts";
import { isProtectedCell } from "./protected.ts";

const MAX_SOFT_WORDS = 30;
const MIN_SENTENCE_WORDS = 8;
const SENTENCE_LINK_SHARE = 0.3;
const MAX_BOX_WORDS = 40;

/** @param container the box of the article; classes on it and above it are not asked */
export function softClasses(container: PageElement): Pass {
  return {
    name: "soft-classes",
    run(draft: Draft): Removal[] {
      const removals: Removal[] = [];
      const ofText = classesOfText(draft);
      for (const [index, block] of draft.keptBlocks()) {
        if (block.has(Trait.embed) || isProtectedCell(block) || block.words >= MAX_SOFT_WORDS) continue;
        // The box is asked first: few stand in one, and what a line reads like is dear to tell.
        if (!standsInSoftBox(askedElement(block), container, ofText)) continue;
        if (!isProse(block) && !isSectionHeading(draft, index))
          removals.push({ index, reason: "soft-class" });
      }
      return removals;
    },
  };
}

function isProse(block: Block): boolean {
  if (block.linkShare >= SENTENCE_LINK_SHARE) return false;
  if (block.tag === "li") return true;
  return block.words >= MIN_SENTENCE_WORDS && endsSentence(block.text) && !looksDated(block.text);
}

/** A heading without links right before a kept paragraph, of the article's own. */
function isSectionHeading(draft: Draft, index: number): boolean {
  const block = draft.block(index);
  const next = draft.block(index + 1);
  if (!block || block.ownHeadingLevel < 2 || block.linkWords > 0 || looksDated(block.text)) return false;
  return next !== undefined && draft.isKept(index + 1) && next.goodWords > 0;
}

/** Where the look for a soft class begins: `title` on a sub-heading's own element says what it is. */
function askedElement(block: Block): PageElement {
  const isPlainHeading = block.ownHeadingLevel > 1 && block.linkWords === 0;
  return isPlainHeading ? (block.element.parent ?? block.element) : block.innerElement;
}

/** The nearest element with a soft class, if it is small and its class is not the one that the paragraphs bear. */
function standsInSoftBox(
  element: PageElement,
  container: PageElement,
  ofText: ReadonlyMap<string, number>,
): boolean {
  for (let at: PageElement | null = element; at && at !== container; at = at.parent) {
    if (at.traits & Trait.soft)
      return at.goodWords < MAX_BOX_WORDS && (ofText.get(at.attribute("class")) ?? 0) < MAX_BOX_WORDS;
  }
  return false;
}

/** Kept words of running text by the class of the nearest element with a soft one: `list-item-text` on each entry. */
function classesOfText(draft: Draft): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const [, { element, goodWords }] of draft.keptBlocks()) {
    if (goodWords === 0) continue;
    let at: PageElement | null = element;
    while (at !== null && (at.traits & Trait.soft) === 0) at = at.parent;
    const name = at?.attribute("class") ?? "";
    if (name !== "") words.set(name, (words.get(name) ?? 0) + goodWords);
  }
  return words;
}
