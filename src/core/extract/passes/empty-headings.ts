/*
 * empty-headings: removes headings whose section is gone: nothing kept stands between them and the next heading
 * of their rank, or most of what stood there was removed.
 *
 * Must never remove: a heading with a kept paragraph right behind it; a heading over sub-headings.
 */
import type { Draft, Pass, Removal } from "../draft.ts";

/** A short heading followed by this many removed blocks was theirs. */
const REMOVED_BLOCKS = 2;
const MAX_SHORT_HEADING_WORDS = 8;

export const emptyHeadings: Pass = {
  name: "empty-headings",
  run(draft: Draft): Removal[] {
    const removals: Removal[] = [];
    for (const [index, block] of draft.keptBlocks()) {
      const level = block.ownHeadingLevel;
      if (level === 0) continue;
      const section = lookBehind(draft, index, level);
      if (!section.hasContent) removals.push({ index, reason: "empty-heading" });
      else if (section.removedBlocks >= REMOVED_BLOCKS && block.words < MAX_SHORT_HEADING_WORDS) {
        removals.push({ index, reason: "heading-of-removed" });
      }
    }
    return removals;
  },
};

/** What stands between the heading and the first kept block of its section. */
function lookBehind(
  draft: Draft,
  heading: number,
  level: number,
): { hasContent: boolean; removedBlocks: number } {
  let removedBlocks = 0;
  for (let index = heading + 1; index < draft.blocks.length; index++) {
    const behind = draft.block(index)?.ownHeadingLevel ?? 0;
    if (behind > 0 && draft.isKept(index)) return { hasContent: behind > level, removedBlocks };
    if (behind === 0 && draft.isKept(index)) return { hasContent: true, removedBlocks };
    if (behind === 0) removedBlocks++;
  }
  return { hasContent: false, removedBlocks };
}
