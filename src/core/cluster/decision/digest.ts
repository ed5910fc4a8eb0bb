/*
 * Round-ups: is what a text holds besides the shared story another whole story?
 *
 *     round-up   | shared story: the passage | run of own paragraphs: the remainder |
 *     excerpt    | what the brief took       | the rest of the same story           |
 *
 * Asked of the pair, not of the text alone: the pair says where one story ends, which is the harder half of finding
 * stories that were put together. A remainder is another story if
 *
 *   it is a story's length of paragraphs, not a list of headlines, and begins and ends where paragraphs do;
 *   the passage stands before it or behind it: an outlet's insertions stand in between;
 *   runs of MIN_REMAINDER_WORDS and more are half of the text: a text with a shorter addition belongs to its main story;
 *   it hangs together, and with itself and the passage with itself far more than the two with each other.
 *
 * The last is a weighted sum over cohesion.ts, fitted by logistic regression to remainders of round-ups and of excerpts;
 * docs/decisions/0005-pairwise-decision.md says on what, and what was tried besides. A text without paragraphs is
 * never a round-up: nothing in it says where one story could end. The texts of the fit were English.
 */
import { type Cohesion, cohesionOf, lengthOf, PassageWords, type Range } from "./cohesion.ts";
import type { MarkedText } from "./marked-text.ts";
import { closesParagraph, measureParagraphs, opensParagraph } from "./paragraphs.ts";
import type { PassageShares } from "./passages.ts";
import type { Rules } from "./rules.ts";

/** A shorter passage shares words with anything or nothing by chance. */
const MIN_PASSAGE_WORDS = 80;
/** Of the run's words this share stands in paragraphs, */
const MIN_SHARE_IN_PARAGRAPHS = 0.5;
/** and of the passage's words on one side of it. */
const MIN_SHARE_ON_ONE_SIDE = 0.95;
/** A shorter run is an insertion, whatever it tells. */
const MIN_REMAINDER_WORDS = 100;
/** Paragraphs thrown together (insertions, teasers) are less alike than this. */
const MIN_WITHIN_REMAINDER = 0.15;
/** What says the same things again goes on with the story: of either part's repetitions the other knows less. */
const MAX_REPEATED_KNOWN = 0.45;
/** Each half of a run this long may be a story. */
const TWO_STORIES_WORDS = 240;
/** From here on longer parts are not more alike. */
const LONG_WORDS = 400;

/**
 * Fitted to half of the evaluation texts; above zero speaks for another story. The constant is 3 below the fitted one:
 * of 1,000 excerpts one may be taken for a round-up, of round-ups many may pass.
 */
const WEIGHTS = {
  between: -4.6,
  withinPassage: 2.7,
  withinRemainder: 5.6,
  repeatedKnown: -7.3,
  repeatedKnownBack: -4.2,
  remainderWords: 0.4,
  passageWords: 1.4,
  constant: -6.4,
} as const;
/** Likeness in logarithms; none at all counts as this much. */
const LEAST_LIKENESS = 0.03;
/** More alike are only captions and notices that say the same again. */
const MOST_WITHIN = 0.4;

/** True if `text` tells another whole story besides what `shares` found of it in the other text. */
export function holdsOtherStory(text: MarkedText, shares: PassageShares, rules: Rules): boolean {
  const unit = shares.tokensPerWord;
  const isLong = (run: Range): boolean => lengthOf([run]) >= MIN_REMAINDER_WORDS * unit;
  if (lengthOf(shares.ownRuns.filter(isLong)) < rules.digestShare * text.tokens.length) return false;
  const passage = passageBeside(shares.ownRuns, text.tokens.length);
  const passageLength = lengthOf(passage);
  if (passageLength < MIN_PASSAGE_WORDS * unit) return false;
  let passageWords: PassageWords | undefined;
  let own = 0;
  for (const run of shares.ownRuns) {
    const before = run[0] - own;
    own += lengthOf([run]);
    if (!isLong(run) || !isOnOneSide(before, passageLength)) continue;
    if (!isStoryLong(text, run, unit, rules)) continue;
    passageWords ??= new PassageWords(text, passage);
    const cohesion = cohesionOf(text, passageWords, run, lengthOf([run]) >= TWO_STORIES_WORDS * unit);
    if (isOtherStory(cohesion, lengthOf([run]) / unit, passageLength / unit)) return true;
  }
  return false;
}

function isOtherStory(cohesion: Cohesion, remainderWords: number, passageWords: number): boolean {
  if (cohesion.withinRemainder < MIN_WITHIN_REMAINDER) return false;
  if (Math.max(cohesion.repeatedKnown, cohesion.repeatedKnownBack) > MAX_REPEATED_KNOWN) return false;
  return weigh(cohesion, remainderWords, passageWords) > 0;
}

/** What the other text has: all that lies between the own runs. */
function passageBeside(ownRuns: readonly Range[], length: number): Range[] {
  const passage: Range[] = [];
  let at = 0;
  for (const [from, to] of ownRuns) {
    if (from > at) passage.push([at, from]);
    at = to;
  }
  if (at < length) passage.push([at, length]);
  return passage;
}

/** Whole paragraphs, and enough words in long ones. */
function isStoryLong(text: MarkedText, [from, to]: Range, tokensPerWord: number, rules: Rules): boolean {
  if (!opensParagraph(text, from) || !closesParagraph(text, to)) return false;
  const { inParagraphs } = measureParagraphs(text, from, to, tokensPerWord);
  return (
    inParagraphs >= rules.digestStoryWords * tokensPerWord &&
    inParagraphs >= MIN_SHARE_IN_PARAGRAPHS * (to - from)
  );
}

/** @param before the part of the passage, in tokens, that stands before the run */
function isOnOneSide(before: number, passageLength: number): boolean {
  return Math.max(before, passageLength - before) >= MIN_SHARE_ON_ONE_SIDE * passageLength;
}

function weigh(cohesion: Cohesion, remainderWords: number, passageWords: number): number {
  const likeness = (value: number): number => Math.log(value + LEAST_LIKENESS);
  const size = (words: number): number => Math.log(Math.min(words, LONG_WORDS));
  return (
    WEIGHTS.constant +
    WEIGHTS.between * likeness(cohesion.between) +
    WEIGHTS.withinPassage * likeness(Math.min(cohesion.withinPassage, MOST_WITHIN)) +
    WEIGHTS.withinRemainder * likeness(Math.min(cohesion.withinRemainder, MOST_WITHIN)) +
    WEIGHTS.repeatedKnown * cohesion.repeatedKnown +
    WEIGHTS.repeatedKnownBack * cohesion.repeatedKnownBack +
    WEIGHTS.remainderWords * size(remainderWords) +
    WEIGHTS.passageWords * size(passageWords)
  );
}
