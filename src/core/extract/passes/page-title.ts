/*
 * page-title: removes the page's own headline from the text; it is kept as the article's title.
 *
 * Must never remove: a sub-heading or a sentence that merely begins like the headline (story/title.ts). In plain
 * text any line may be the headline; in HTML only headings, and lines before the first paragraph that are no sentence.
 */
import { endsSentence } from "../blocks/text-shape.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { firstParagraph } from "../story/article-edges.ts";

export const pageTitle: Pass = {
  name: "page-title",
  run(draft: Draft): Removal[] {
    const removals: Removal[] = [];
    const first = firstParagraph(draft);
    for (const [index, block] of draft.keptBlocks()) {
      const isBefore = index < first && !endsSentence(block.text);
      const mayBeTitle = block.ownHeadingLevel > 0 || isBefore || draft.page.isPlainText;
      if (mayBeTitle && draft.page.title.matches(block.text)) removals.push({ index, reason: "title" });
    }
    return removals;
  },
};
