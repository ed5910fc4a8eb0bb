/*
 * repeated-blocks: removes a line that stands in the text a second time: pull quotes, captions shown twice, text
 * kept for narrow and wide screens.
 *
 * Must never remove: the first of them; short lines and lines without a full stop (refrains, names,
 * recipes, table cells) save those of a text that stands there twice as a whole; list items; more than four lines,
 * unless all of them are of such a text (call and answer come again and again).
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
    const repeats = repeatedPlaces(draft);
    if (repeats.length <= MAX_REPEATS) return asRemovals(repeats);
    const copy = new Set(secondCopy(draft, repeats[0] ?? 0));
    return repeats.every((index) => copy.has(index)) ? asRemovals([...copy]) : [];
  },
};

function asRemovals(places: readonly number[]): Removal[] {
  return places.map((index) => ({ index, reason: "repeated" }));
}

function repeatedPlaces(draft: Draft): number[] {
  const seen = new Set<string>();
  const places: number[] = [];
  for (const [index, block] of draft.keptBlocks()) {
    if (block.words < MIN_WORDS || block.tag === "li" || block.has(Trait.embed) || isProtectedCell(block))
      continue;
    if (!endsSentence(block.text)) continue;
    if (seen.has(block.text)) places.push(index);
    seen.add(block.text);
  }
  return places;
}

/** The whole text a second time in another box, line by line, as for narrow and wide screens; empty if it is not that. */
function secondCopy(draft: Draft, firstRepeat: number): number[] {
  const kept = draft.keptBlocks();
  let at = kept.findIndex(([index]) => index === firstRepeat);
  let original = kept.findIndex(([, { text }]) => text === draft.block(firstRepeat)?.text);
  const length = at - original;
  // What is short may stand before the first long line of both.
  while (original > 0 && kept[at - 1]?.[1].text === kept[original - 1]?.[1].text) {
    at--;
    original--;
  }
  const second = kept.slice(at, at + length);
  const isCopy = second.every(([, { text, element }], step) => {
    const first = kept[original + step]?.[1];
    return first?.text === text && first.element.parent !== element.parent;
  });
  return isCopy && second.length === length ? second.map(([index]) => index) : [];
}
