/*
 * repeated-blocks: removes a line that stands in the text a second time: pull quotes, captions shown twice, text
 * kept for narrow and wide screens.
 *
 * Must never remove: the first of them; short lines and lines without a full stop (refrains, names,
 * recipes, table cells); list items.
 */
import { endsSentence } from "../blocks/text-shape.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { Trait } from "../tree/class-traits.ts";
import { isProtectedCell } from "./protected.ts";

const MIN_WORDS = 12;

/** A text with more repetitions is made of them: meal plans, lyrics, timetables. */
const MAX_REPEATS = 4;

export const repeatedBlocks: Pass = {
  name: "repeated-blocks",
  run(draft: Draft): Removal[] {
    const seen = new Set<string>();
    const removals: Removal[] = [];
    for (const [index, block] of draft.keptBlocks()) {
      if (block.words < MIN_WORDS || block.tag === "li" || block.has(Trait.embed) || isProtectedCell(block))
        continue;
      if (!endsSentence(block.text)) continue;
      if (seen.has(block.text)) removals.push({ index, reason: "repeated" });
      seen.add(block.text);
    }
    return removals.length > MAX_REPEATS ? [] : removals;
  },
};
