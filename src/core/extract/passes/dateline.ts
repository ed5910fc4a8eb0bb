/*
 * dateline: takes the dateline off the first paragraph ("SEOUL (Reuters) - "); it becomes dateline, creditText and,
 * where nothing else tells, the date.
 *
 * Must never remove: the first words of a sentence with a dash in it ("Kim - who was there - said").
 */
import type { Draft, Pass, Removal } from "../draft.ts";
import { readDateline } from "../story/dateline.ts";

/** Kept blocks that are looked at: the dateline may follow a dek that was not told from the text. */
const MAX_LEAD_BLOCKS = 3;

export const dateline: Pass = {
  name: "dateline",
  run(draft: Draft): Removal[] {
    let looked = 0;
    for (const [index] of draft.keptBlocks()) {
      if (looked++ === MAX_LEAD_BLOCKS) break;
      const found = readDateline(draft.textAt(index));
      if (found) return [{ index, reason: "dateline", rest: found.rest, taken: found.taken }];
    }
    return [];
  },
};
