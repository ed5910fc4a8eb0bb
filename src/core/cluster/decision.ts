/*
 * Are two articles the same text? The pairwise decision: a pure function of two stored records and, where
 * these cannot settle it, of the two clean texts.
 *
 *     records --> near-exact? --> sketch --> decided
 *                                    `-----> needs-texts --> passages compared --> decided
 *
 * Only candidates come here (two shared anchors or more). `decideFromRecords` takes about a microsecond,
 * `decideFromTexts` about a hundred. Both are symmetric in a and b but for the label `shorter`.
 *
 * The rules, as `Evidence.rule` names them:
 *   versions-differ  fingerprints of two versions are never compared
 *   not-comparable   a side is too short
 *   near-exact       the simhashes differ in few bits, sizes and numbers agree
 *   sketch           the sketches alone: nearly all shared, or (texts gone) the containment rule
 *   little-shared    too few shared shingles to look at the texts
 *   furniture        both texts tell other stories around what they share
 *   mutual           most shingles of each stand in the other
 *   passages         the share of the story's sentences that stand in the other text
 * and the guards of guards.ts, which turn an edge into `partial`.
 */
import { notComparable } from "../fingerprint/comparable.ts";
import { hammingDistance } from "../fingerprint/simhash.ts";
import type { ComparedArticle, Evidence, Relation } from "../model.ts";
import { holdsOtherStory } from "./decision/digest.ts";
import { guardOf, type Suspicion } from "./decision/guards.ts";
import { type MarkedText, markText } from "./decision/marked-text.ts";
import { comparePassages, type PassageShares } from "./decision/passages.ts";
import { RULES, type Rules } from "./decision/rules.ts";
import { compareNumbers, compareSketches } from "./decision/sketch-comparison.ts";
import { haveOtherSlots } from "./decision/slots.ts";
import {
  haveOtherFigures,
  isFilledTemplate,
  isMutual,
  isSharedFurniture,
  isStoryTaken,
  quotationShare,
} from "./decision/text-rules.ts";

export type Decision =
  | { readonly kind: "decided"; readonly evidence: Evidence }
  | { readonly kind: "needs-texts"; readonly sketchEvidence: Evidence };

/** A near-exact copy is at least this long, relative to the other, and shares at least as many numbers. */
const NEAR_EXACT_RATIO = 0.9;
/** Below this share of either text no edited copy of the simulator was found. */
const MIN_SHARE = 0.2;
/** Fewer shared shingles are a sentence or two: a quotation, a caption, a notice, */
const MIN_SHARED_SHINGLES = 20;
/** unless the shorter text is hardly longer and stands in the other as a whole: with nearly all its shingles, */
const WHOLE_SHARE = 0.9;
/** or with all its words and most of its shingles, since wherever a paragraph was left out three of these are new. */
const WHOLE_SHARE_WITH_JOINTS = 0.75;
/** The prototype's rule on sketches alone, for pairs whose texts have expired. */
const SKETCH_EDGE_CONTAINMENT = 0.6;
const SKETCH_EDGE_COVER = 0.15;
/** Copies of one report share nearly all its figures; two reports of one template hardly a third. */
const MIN_NUMBER_OVERLAP = 0.5;
/** From this containment on a pair that is no copy still shares passages. */
const PARTIAL_CONTAINMENT = 0.25;
/** A copy fills at least this share of the longer text; less is an excerpt. */
const COPY_COVER = 0.5;

/** What was measured about a pair, before any rule. */
type Measured = Omit<Evidence, "relation" | "rule" | "guard">;

/** What a rule says of them, before the guards are heard. */
interface Verdict {
  readonly rule: string;
  /** Both tell one story. */
  readonly isStory: boolean;
  readonly suspicion: Suspicion;
}

/** True where the two belong to one cluster. */
export function isEdge(evidence: Evidence): boolean {
  return evidence.relation === "copy" || evidence.relation === "excerpt";
}

/** The cheap part: reads the two records only. */
export function decideFromRecords(a: ComparedArticle, b: ComparedArticle, rules = RULES): Decision {
  const measured = measureRecords(a, b);
  const decided = (relation: Relation, rule: string): Decision => ({
    kind: "decided",
    evidence: { ...measured, relation, rule },
  });
  if (a.fingerprint.version !== b.fingerprint.version) return decided("independent", "versions-differ");
  if (notComparable(a.fingerprint) !== undefined || notComparable(b.fingerprint) !== undefined) {
    return decided("independent", "not-comparable");
  }
  if (isNearExact(a, b, measured, rules)) return decided("copy", "near-exact");
  const isSettled = Math.min(measured.containment, measured.cover) >= rules.settledShare;
  if (isSettled && agreeInNumbers(a, b, measured)) return decided("copy", "sketch");
  const share = Math.max(measured.containment, measured.cover);
  if (share < MIN_SHARE || sharesTooFew(measured, WHOLE_SHARE_WITH_JOINTS)) {
    return decided("independent", "little-shared");
  }
  const isStory = measured.containment >= SKETCH_EDGE_CONTAINMENT && measured.cover >= SKETCH_EDGE_COVER;
  const isTemplate = measured.numberOverlap !== null && measured.numberOverlap < MIN_NUMBER_OVERLAP;
  const suspicion: Suspicion = { isTemplate, isBriefWithOtherFigures: false, isDigest: false };
  return {
    kind: "needs-texts",
    sketchEvidence: conclude(a, b, measured, { rule: "sketch", isStory, suspicion }, rules),
  };
}

/** The dear part: compares the passages of the two clean texts. */
export function decideFromTexts(
  a: ComparedArticle,
  b: ComparedArticle,
  textA: string,
  textB: string,
): Evidence {
  return decideFromMarkedTexts(a, b, markText(textA), markText(textB));
}

/**
 * As `decideFromTexts`, for a caller that compares one text with several.
 * @param rules other than the default only to measure
 */
export function decideFromMarkedTexts(
  a: ComparedArticle,
  b: ComparedArticle,
  textA: MarkedText,
  textB: MarkedText,
  rules = RULES,
): Evidence {
  const passagesA = comparePassages(textA, textB);
  const passagesB = comparePassages(textB, textA);
  const records = measureRecords(a, b);
  const [shorter, longer] = records.shorter === "a" ? [passagesA, passagesB] : [passagesB, passagesA];
  const measured: Measured = {
    ...records,
    containment: shorter.sharedShingles / Math.max(1, shorter.shingles),
    cover: longer.sharedShingles / Math.max(1, longer.shingles),
    sharedShingles: shorter.sharedShingles,
    quotationShare: quotationShare(shorter),
  };
  const isSettled = Math.min(measured.containment, measured.cover) >= rules.settledShare;
  if (!isSettled && isSharedFurniture(shorter, longer, rules))
    return { ...measured, relation: "independent", rule: "furniture" };
  const isEnough = !sharesTooFew(measured, WHOLE_SHARE);
  const isOneText = isEnough && isMutual(shorter, longer, rules);
  const isFew = measured.sharedShingles < rules.fewSharedShingles;
  const isStory =
    isOneText ||
    ((isEnough || isWholeWithJoints(measured, shorter)) &&
      measured.containment + measured.cover >= rules.sharedOfEither &&
      (isStoryTaken(shorter, longer, rules) || isStoryTaken(longer, shorter, rules)));
  const suspicion: Suspicion = {
    isTemplate:
      isFilledTemplate(shorter, longer, rules) ||
      (isStory && haveOtherSlots(textA, passagesA, textB, passagesB, rules)),
    isBriefWithOtherFigures: isFew && haveOtherFigures(textA, textB),
    isDigest:
      isStory &&
      !isSettled &&
      (holdsOtherStory(textA, passagesA, passagesB, rules) ||
        holdsOtherStory(textB, passagesB, passagesA, rules)),
  };
  const rule = isOneText ? "mutual" : "passages";
  return conclude(a, b, measured, { rule, isStory, suspicion }, rules);
}

/** From "this is (not) the same story" to a relation, past the guards. */
function conclude(
  a: ComparedArticle,
  b: ComparedArticle,
  measured: Measured,
  { rule, isStory, suspicion }: Verdict,
  rules: Rules,
): Evidence {
  if (!isStory) {
    const isPartial = measured.containment >= PARTIAL_CONTAINMENT;
    return { ...measured, relation: isPartial ? "partial" : "independent", rule };
  }
  const guard = guardOf(a, b, measured, suspicion, rules);
  if (guard !== undefined) return { ...measured, relation: "partial", rule, guard };
  return { ...measured, relation: measured.cover >= COPY_COVER ? "copy" : "excerpt", rule };
}

function sharesTooFew({ sharedShingles, containment }: Measured, wholeShare: number): boolean {
  return sharedShingles < MIN_SHARED_SHINGLES && containment < wholeShare;
}

function isWholeWithJoints({ containment }: Measured, shorter: PassageShares): boolean {
  return containment >= WHOLE_SHARE_WITH_JOINTS && shorter.sharedWords === shorter.words;
}

function isNearExact(a: ComparedArticle, b: ComparedArticle, measured: Measured, rules: Rules): boolean {
  if (measured.hamming > rules.nearExactBits) return false;
  const sizes = [a.fingerprint.shingleCount, b.fingerprint.shingleCount];
  if (Math.min(...sizes) < NEAR_EXACT_RATIO * Math.max(...sizes)) return false;
  return agreeInNumbers(a, b, measured);
}

/** Few numbers must all be the same: in a two-line market report they are the news. */
function agreeInNumbers(a: ComparedArticle, b: ComparedArticle, measured: Measured): boolean {
  if (measured.numberOverlap !== null) return measured.numberOverlap >= NEAR_EXACT_RATIO;
  const { numbers } = a.fingerprint;
  const others = b.fingerprint.numbers;
  return numbers.length === others.length && numbers.every((number, i) => number === others[i]);
}

function measureRecords(a: ComparedArticle, b: ComparedArticle): Measured {
  const { shareOfA, shareOfB, sharedShingles } = compareSketches(a.fingerprint, b.fingerprint);
  const shorter = shorterOf(a, b);
  return {
    hamming: hammingDistance(a.fingerprint.simhash, b.fingerprint.simhash),
    containment: shorter === "a" ? shareOfA : shareOfB,
    cover: shorter === "a" ? shareOfB : shareOfA,
    sharedShingles,
    numberOverlap: compareNumbers(a.fingerprint, b.fingerprint),
    shorter,
  };
}

/** Fewer shingles, then fewer tokens, then the lower id: the same side whichever comes first. */
function shorterOf(a: ComparedArticle, b: ComparedArticle): "a" | "b" {
  const byShingles = a.fingerprint.shingleCount - b.fingerprint.shingleCount;
  const byTokens = byShingles === 0 ? a.fingerprint.tokenCount - b.fingerprint.tokenCount : byShingles;
  if (byTokens !== 0) return byTokens < 0 ? "a" : "b";
  return a.articleId <= b.articleId ? "a" : "b";
}
