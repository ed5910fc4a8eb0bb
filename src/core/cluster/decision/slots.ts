/*
 * Templates by what fills them: reports of one template agree in their wording and differ in who, where and how much.
 *
 *   the firm   Ostara Fuel   of   Varnby     will deliver   40,000   tonnes of coal to the ministry
 *   the firm   Pelham Coke   of   Tarnwick   will deliver   12,500   tonnes of coal to the ministry
 *              slot               slot                      slot     all else is wording
 *
 * Desks do the opposite: they reword a story and leave its names and figures alone. So both are held against each
 * other, in sentences that share a shingle (an outlet's own paragraph has names of its own), and by the text that
 * agrees more (a cut copy lacks names of its source, not the source those of the copy). A slot agrees if its word
 * stands anywhere in the other text.
 *
 * Left out: what fills a template in lower case (a diagnosis, a trade), and names where nouns have capitals, too
 * (German): they are shared as the wording is. Scripts without case show figures only.
 */
import { HashSet } from "./hash-set.ts";
import type { MarkedText } from "./marked-text.ts";
import { countSet, type PassageShares } from "./passages.ts";
import type { Rules } from "./rules.ts";
import { SHINGLE_WORDS } from "./shingles.ts";

/** Fewer distinct slots, over both texts, say nothing about a template. */
const MIN_SLOTS = 10;
/** Templates agree in nearly all of their wording; texts that do not are copies with words replaced. */
const TEMPLATE_WORDING = 0.8;
/** A sentence with less of it in shared shingles has a phrase in common by chance. */
const MIN_SHARED_OF_SENTENCE = 1 / 4;
/** A list has more of them than "in May 1988". */
const MIN_SLOTS_OF_LIST = 3;

/** Of one text, within sentences that it shares in part or whole. */
interface Slots {
  /** Distinct names and figures, */
  readonly slots: number;
  /** and how many of these stand in the other text. */
  readonly slotsKnown: number;
  /** All other words, */
  readonly wording: number;
  /** and how many of these lie in shared shingles. */
  readonly wordingShared: number;
}

/** True where two texts agree in their wording and not in their names and figures. */
export function haveOtherSlots(
  textA: MarkedText,
  passagesA: PassageShares,
  textB: MarkedText,
  passagesB: PassageShares,
  rules: Rules,
): boolean {
  const ofA = readSlots(textA, passagesA, textB);
  const ofB = readSlots(textB, passagesB, textA);
  const slots = ofA.slots + ofB.slots;
  const wording = ofA.wording + ofB.wording;
  if (slots < Math.max(MIN_SLOTS, rules.templateNumberShare * wording)) return false;
  const wordingShare = (ofA.wordingShared + ofB.wordingShared) / Math.max(1, wording);
  if (wordingShare < TEMPLATE_WORDING) return false;
  return Math.max(knownShare(ofA), knownShare(ofB)) < rules.templateSlotRatio * wordingShare;
}

const knownShare = ({ slots, slotsKnown }: Slots): number => slotsKnown / Math.max(1, slots);

function readSlots(text: MarkedText, { covered }: PassageShares, other: MarkedText): Slots {
  const { tokens, isName, isNumber, sentenceStarts } = text;
  const vocabulary = new HashSet(other.tokens.length);
  for (const token of other.tokens) vocabulary.add(token);
  const seen = new HashSet(tokens.length);
  let [slotsKnown, wording, wordingShared] = [0, 0, 0];
  for (let s = 0; s + 1 < sentenceStarts.length; s++) {
    const from = sentenceStarts[s] as number;
    const to = sentenceStarts[s + 1] as number;
    if (!isShared(covered, from, to) && !isList(text, vocabulary, from, to)) continue;
    for (let i = from; i < to; i++) {
      const token = tokens[i] as number;
      if (isName[i] === 0 && isNumber[i] === 0) {
        wording++;
        wordingShared += covered[i] as number;
      } else if (seen.add(token) && vocabulary.has(token)) slotsKnown++;
    }
  }
  return { slots: seen.size, slotsKnown, wording, wordingShared };
}

function isShared(covered: Uint8Array, from: number, to: number): boolean {
  return countSet(covered, from, to) >= Math.max(SHINGLE_WORDS, MIN_SHARED_OF_SENTENCE * (to - from));
}

/** True for drawn numbers, results, standings: slots between words that the other text has, too. */
function isList(
  { tokens, isName, isNumber }: MarkedText,
  vocabulary: HashSet,
  from: number,
  to: number,
): boolean {
  let slots = 0;
  for (let i = from; i < to; i++) {
    if (isName[i] === 1 || isNumber[i] === 1) slots++;
    else if (!vocabulary.has(tokens[i] as number)) return false;
  }
  return slots >= MIN_SLOTS_OF_LIST;
}
