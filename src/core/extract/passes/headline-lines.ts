/*
 * headline-lines: removes the lines that <br> elements put around the page's headline (section, headline, date), as
 * pages without headings and paragraphs write them.
 *
 * Must never remove: a line that reads like a paragraph.
 */
import { looksLikeParagraph } from "../blocks/html-blocks.ts";
import { looksDated } from "../blocks/text-shape.ts";
import type { Draft, Pass, Removal } from "../draft.ts";

const MIN_PARAGRAPH_WORDS = 15;

export const headlineLines: Pass = {
  name: "headline-lines",
  run(draft: Draft): Removal[] {
    const removals: Removal[] = [];
    for (const [index, block] of draft.keptBlocks()) {
      if (!block.isBesideHeadline || looksLikeParagraph(block, MIN_PARAGRAPH_WORDS)) continue;
      if (draft.page.title.matches(block.text)) removals.push({ index, reason: "title" });
      else removals.push({ index, reason: looksDated(block.text) ? "date-line" : "label" });
    }
    return removals;
  },
};
