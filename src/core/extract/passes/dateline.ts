/*
 * dateline: takes the dateline off the first paragraph ("SEOUL (Reuters) - "); it becomes dateline, creditText and,
 * where nothing else tells, the date.
 *
 * Must never remove: the first words of a sentence with a dash in it ("Kim - who was there - said").
 */
import type { Block } from "../blocks/block.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { lineOf } from "../metadata/element-text.ts";
import { readDateline } from "../story/dateline.ts";

/** Kept blocks that are looked at: the dateline may follow a dek that was not told from the text. */
const MAX_LEAD_BLOCKS = 3;
const BOLD_TAGS = new Set(["b", "strong"]);

export const dateline: Pass = {
  name: "dateline",
  run(draft: Draft): Removal[] {
    let looked = 0;
    for (const [index, block] of draft.keptBlocks()) {
      if (looked++ === MAX_LEAD_BLOCKS) break;
      const found = readDateline(draft.textAt(index), boldOpening(block));
      if (found) return [{ index, reason: "dateline", rest: found.rest, taken: found.taken }];
    }
    return [];
  },
};

/** Text of the bold element in which the block opens, else empty. */
function boldOpening({ innerElement }: Block): string {
  return BOLD_TAGS.has(innerElement.tag) ? lineOf(innerElement) : "";
}
