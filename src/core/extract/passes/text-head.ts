/*
 * text-head (plain text only): removes what stands before the headline (menus, form fields), headline-like lines
 * between headline and first paragraph (deks, sections), and lines in capitals that are links to other stories.
 *
 * Must never remove: anything from the first paragraph on, save for lines of six or more words all in capitals.
 */
import type { Block } from "../blocks/block.ts";
import { looksLikeHeadline } from "../blocks/text-blocks.ts";
import { capitalShare } from "../blocks/text-shape.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { firstParagraph } from "../story/article-edges.ts";

const MIN_CAPITAL_WORDS = 6;
const ALL_CAPITALS = 0.95;

export const textHead: Pass = {
  name: "text-head",
  run(draft: Draft): Removal[] {
    if (!draft.page.isPlainText) return [];
    const first = firstParagraph(draft);
    if (first === draft.blocks.length) return [];
    const title = draft.blocks.findIndex((block) => draft.page.title.matches(block.text));
    const removals: Removal[] = [];
    for (const [index, block] of draft.keptBlocks()) {
      const reason = headReason(block, index < title, index < first);
      if (reason) removals.push({ index, reason });
    }
    return removals;
  },
};

function headReason(block: Block, isBeforeTitle: boolean, isBeforeText: boolean): string | null {
  if (isBeforeTitle) return "before-headline";
  if (isBeforeText && looksLikeHeadline(block.text)) return "dek";
  const isCapitals = block.words >= MIN_CAPITAL_WORDS && capitalShare(block.text) >= ALL_CAPITALS;
  return isCapitals && !isBeforeText && looksLikeHeadline(block.text) ? "capital-link" : null;
}
