/*
 * page-furniture: removes blocks that the page itself marks as something else, by class, id, role or tag
 * (navigation, promotion, comments, captions, hidden text), and code that ended up in the text.
 *
 * Why first: what is marked must not speak for a box as the article's container.
 * Must never remove: text in a box that holds more than 35 % of the page's running text (tree/measure.ts), and
 * traits that are not believed on this page (story/trusted-traits.ts).
 */
import type { Block } from "../blocks/block.ts";
import { looksLikeCode } from "../blocks/text-shape.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { DEAD_TRAITS, Trait } from "../tree/class-traits.ts";

/** Longer blocks that hold code are articles about code. */
const MAX_CODE_WORDS = 60;

export const pageFurniture: Pass = {
  name: "page-furniture",
  run(draft: Draft): Removal[] {
    const removals: Removal[] = [];
    for (const [index, block] of draft.keptBlocks()) {
      const reason = furnitureReason(block, draft.page.ignoredTraits);
      if (reason) removals.push({ index, reason });
    }
    return removals;
  },
};

function furnitureReason(block: Block, ignored: number): string | null {
  const traits = block.traits & DEAD_TRAITS & ~ignored;
  if (traits & Trait.consent) return "cookies";
  if (traits & Trait.comments) return "comments";
  if (traits & Trait.hidden) return "hidden";
  if (traits & Trait.landmark) return "landmark";
  if (traits & Trait.furniture) return "furniture-class";
  if (traits & Trait.caption) return "caption";
  if (block.words < MAX_CODE_WORDS && looksLikeCode(block.text)) return "code";
  return null;
}
