/*
 * sign-off: takes the agency's sign-off out of the text ("(Reporting by …; Editing by …)", a closing "(dpa)");
 * it becomes authors and creditText.
 *
 * Must never remove: brackets within the article; an agency named in brackets in the middle of a text.
 */
import type { Draft, Pass, Removal } from "../draft.ts";
import { readSignOff } from "../story/sign-off.ts";
import { Trait } from "../tree/class-traits.ts";
import { isProtectedCell } from "./protected.ts";

/** Kept blocks at the end that are looked at. */
const MAX_TAIL_BLOCKS = 6;
/** A line that is a sign-off as a whole is shorter than this. */
const MAX_LINE_WORDS = 80;

export const signOff: Pass = {
  name: "sign-off",
  run(draft: Draft): Removal[] {
    const removals: Removal[] = [];
    for (const [index, block] of draft.keptBlocks().slice(-MAX_TAIL_BLOCKS)) {
      if (block.has(Trait.embed) || isProtectedCell(block)) continue;
      const text = draft.textAt(index);
      const found = readSignOff(text);
      if (!found) continue;
      const rest = text.slice(0, found.at).trim();
      if (rest) removals.push({ index, reason: "sign-off", rest, taken: text.slice(found.at) });
      else if (block.words < MAX_LINE_WORDS) removals.push({ index, reason: "sign-off" });
    }
    return removals;
  },
};
