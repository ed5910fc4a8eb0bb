/*
 * The safety valve: where believing every class would leave next to nothing of the page's running text, the
 * vocabulary is wrong for this page, and furniture, captions and (if need be) hiding are not believed.
 */
import type { Block } from "../blocks/block.ts";
import { DEAD_TRAITS, Trait } from "../tree/class-traits.ts";

const LOOSE_TRAITS = Trait.landmark | Trait.furniture | Trait.hidden | Trait.caption;
/** A page with fewer living words than this beside twice as many dead ones has its text in the dead ones. */
const FEW_LIVING_WORDS = 60;
const DEAD_MARGIN_WORDS = 40;
/** Least share of the running text outside comments and landmarks that must survive; flat between .25 and .45. */
const MIN_LIVING_SHARE = 0.35;
const MIN_WORDS_FOR_SHARE = 300;

/** @returns bits of Trait that are not to be believed on this page */
export function ignoredTraits(blocks: readonly Block[], isLoose: boolean): number {
  if (isLoose) return LOOSE_TRAITS;
  const total = sumGoodWords(blocks, 0);
  const living = sumGoodWords(blocks, DEAD_TRAITS);
  const beyondDoubt = sumGoodWords(blocks, Trait.comments | Trait.hidden | Trait.landmark);
  if (living < FEW_LIVING_WORDS && total > 2 * living + DEAD_MARGIN_WORDS) return LOOSE_TRAITS;
  if (living < MIN_LIVING_SHARE * beyondDoubt && beyondDoubt > MIN_WORDS_FOR_SHARE) {
    return Trait.furniture | Trait.caption;
  }
  return 0;
}

/** Good words of the blocks that have none of the traits. */
function sumGoodWords(blocks: readonly Block[], withoutTraits: number): number {
  let sum = 0;
  for (const block of blocks) {
    if (!block.has(withoutTraits)) sum += block.goodWords;
  }
  return sum;
}
