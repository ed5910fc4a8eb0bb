/*
 * Round-ups: is what a text holds besides the shared story another whole story?
 *
 *     round-up   | shared story: the passage | run of own paragraphs: the remainder |
 *     excerpt    | what the brief took       | the rest of the same story           |
 *
 * Asked of the pair, not of the text alone: the pair says where one story ends, which is the harder half of finding
 * stories that were put together. A remainder is another story if
 *
 *   it has a story's length, stands in paragraphs, not lines, and begins and ends where paragraphs do;
 *   the passage stands before it or behind it: an outlet's insertions stand in between;
 *   runs of MIN_REMAINDER_WORDS and more are half of the text: a text with a shorter addition belongs to its main story;
 *   it hangs together, and with itself and the passage with itself far more than the two with each other.
 *
 * The last is a weighted sum over cohesion.ts, fitted by logistic regression to remainders of round-ups and of excerpts;
 * docs/decisions/0005-pairwise-decision.md says on what, and what was tried besides. A text without paragraphs is
 * never a round-up: nothing in it says where one story could end. The texts of the fit were English. Briefs are too
 * short for all this: briefs.ts.
 */
import { isColumnOfBriefs } from "./briefs.ts";
import { type Cohesion, cohesionOf, logLikeness, PassageWords } from "./cohesion.ts";
import type { MarkedText } from "./marked-text.ts";
import { type Opening, Openings } from "./openings.ts";
import { closesParagraph, opensParagraph, standInParagraphs } from "./paragraphs.ts";
import type { PassageShares } from "./passages.ts";
import { lengthOf, passageBeside, type Range, remaindersOf } from "./remainders.ts";
import type { Rules } from "./rules.ts";
import { WordPairs } from "./word-pairs.ts";

/** A shorter passage shares words with anything or nothing by chance. */
const MIN_PASSAGE_WORDS = 80;
/** Of the passage's words this share stands on one side of the remainder. */
const MIN_SHARE_ON_ONE_SIDE = 0.95;
/** A shorter remainder is an insertion, whatever it tells. */
const MIN_REMAINDER_WORDS = 100;
/** Paragraphs thrown together (insertions, teasers) are less alike than this. */
const MIN_WITHIN_REMAINDER = 0.12;
/** What says the same things again goes on with the story: of either part's repetitions the other knows less. */
const MAX_REPEATED_KNOWN = 0.7;
/** Of a text that stands in the other as a whole this share of the words is shared. */
const WHOLE_SHARE = 0.9;
/** Where the other text has more of its own, more must speak for a round-up. */
const MARGIN_FOR_EDITED = 1;
/** In scripts without spaces pairs of characters stand for words; those of grammar make all texts alike. */
const ALLOWANCE_WHERE_UNSPACED = 2;
/** Each half of a remainder this long may be a story. */
const TWO_STORIES_WORDS = 240;
/** From here on a longer passage says no more. */
const LONG_WORDS = 400;

/**
 * Fitted to half of the evaluation texts; above zero speaks for another story. The constant lies below the fitted one:
 * of 1,000 excerpts one may be taken for a round-up, of round-ups many may pass.
 */
const WEIGHTS = {
  between: -1.6,
  remainderLead: -0.74,
  leadWithin: 0.84,
  withinPassage: 1.6,
  withinRemainder: 1.2,
  repeatedKnown: -3.4,
  repeatedKnownBack: -3,
  namesKnown: -2.2,
  namesRepeated: 2.8,
  pairsShared: -0.42,
  passageWords: 2.1,
  marked: 1.5,
  headed: 0.85,
  headlinesElsewhere: -1.6,
  constant: -13.4,
} as const;
/** More alike are only captions and notices that say the same again. */
const MOST_WITHIN = 0.4;
/** No pair at all counts as one in a thousand words. */
const LEAST_PAIRS = 0.001;

/** True if `text` tells another whole story besides what `shares` found of it in the other text. */
export function holdsOtherStory(
  text: MarkedText,
  shares: PassageShares,
  other: PassageShares,
  rules: Rules,
): boolean {
  if (!shares.ownRuns.some(isLong(text))) return false;
  const remainders = remaindersOf(text, shares.ownRuns);
  const allowance = text.tokensPerWord > 1 ? ALLOWANCE_WHERE_UNSPACED : 0;
  const least = (isWhole(other) ? 0 : MARGIN_FOR_EDITED) - allowance;
  if (holdsOtherWholeStory(text, remainders, least, rules)) return true;
  return isWhole(other) && isColumnOfBriefs(text, remainders, rules);
}

/** A round-up prints the story as it was, give or take a headline; who cuts and adds to it made a copy. */
function isWhole({ sharedWords, words }: PassageShares): boolean {
  return sharedWords >= WHOLE_SHARE * words;
}

/** @param least what must speak for another story, see WEIGHTS */
function holdsOtherWholeStory(
  text: MarkedText,
  remainders: readonly Range[],
  least: number,
  rules: Rules,
): boolean {
  const unit = text.tokensPerWord;
  if (lengthOf(remainders.filter(isLong(text))) < rules.digestShare * text.tokens.length) return false;
  const passage = passageBeside(remainders, text.tokens.length);
  const passageLength = lengthOf(passage);
  if (passageLength < MIN_PASSAGE_WORDS * unit) return false;
  let passageWords: PassageWords | undefined;
  let openings: Openings | undefined;
  let pairs: WordPairs | undefined;
  let own = 0;
  for (const remainder of remainders) {
    const length = lengthOf([remainder]);
    const before = remainder[0] - own;
    own += length;
    if (!isOnOneSide(before, passageLength) || !isStoryLong(text, remainder, rules)) continue;
    passageWords ??= new PassageWords(text, passage);
    const cohesion = cohesionOf(text, passageWords, [remainder], length >= TWO_STORIES_WORDS * unit);
    if (!mayBeOther(cohesion)) continue;
    openings ??= new Openings(text);
    const opening = openings.at(before > passageLength / 2 ? remainder[0] : remainder[1]);
    const weight = weighWords(cohesion, passageLength / unit) + weighOpening(opening);
    // Pairs are dear: not where none at all would not be enough.
    if (weight + weighPairs(0) <= least) continue;
    pairs ??= new WordPairs(text, passage);
    if (weight + weighPairs(pairs.sharedWith(remainder)) > least) return true;
  }
  return false;
}

function isLong(text: MarkedText): (run: Range) => boolean {
  const least = MIN_REMAINDER_WORDS * text.tokensPerWord;
  return ([from, to]) => to - from >= least;
}

function mayBeOther({ withinRemainder, repeatedKnown, repeatedKnownBack }: Cohesion): boolean {
  return (
    withinRemainder >= MIN_WITHIN_REMAINDER &&
    Math.max(repeatedKnown, repeatedKnownBack) <= MAX_REPEATED_KNOWN
  );
}

/** Whole paragraphs, and enough words in long ones. */
function isStoryLong(text: MarkedText, [from, to]: Range, rules: Rules): boolean {
  if (to - from < rules.digestStoryWords * text.tokensPerWord) return false;
  if (!opensParagraph(text, from) || !closesParagraph(text, to)) return false;
  return standInParagraphs(text, [[from, to]]);
}

/** @param before the part of the passage, in tokens, that stands before the remainder */
function isOnOneSide(before: number, passageLength: number): boolean {
  return Math.max(before, passageLength - before) >= MIN_SHARE_ON_ONE_SIDE * passageLength;
}

/** What the words say. */
function weighWords(cohesion: Cohesion, passageWords: number): number {
  return (
    WEIGHTS.constant +
    WEIGHTS.between * logLikeness(cohesion.between) +
    WEIGHTS.remainderLead * logLikeness(cohesion.remainderLead) +
    WEIGHTS.leadWithin * logLikeness(cohesion.leadWithin) +
    WEIGHTS.withinPassage * logLikeness(Math.min(cohesion.withinPassage, MOST_WITHIN)) +
    WEIGHTS.withinRemainder * logLikeness(Math.min(cohesion.withinRemainder, MOST_WITHIN)) +
    WEIGHTS.repeatedKnown * cohesion.repeatedKnown +
    WEIGHTS.repeatedKnownBack * cohesion.repeatedKnownBack +
    WEIGHTS.namesKnown * cohesion.namesKnown +
    WEIGHTS.namesRepeated * cohesion.namesRepeated +
    WEIGHTS.passageWords * Math.log(Math.min(passageWords, LONG_WORDS))
  );
}

/** @param shared as in `WordPairs.sharedWith` */
function weighPairs(shared: number): number {
  return WEIGHTS.pairsShared * Math.log(shared + LEAST_PAIRS);
}

/** What shows where the second of the two parts begins. */
function weighOpening({ isMarked, isHeaded, headlinesElsewhere }: Opening): number {
  return (
    (isMarked ? WEIGHTS.marked : 0) +
    (isHeaded ? WEIGHTS.headed : 0) +
    WEIGHTS.headlinesElsewhere * headlinesElsewhere
  );
}
