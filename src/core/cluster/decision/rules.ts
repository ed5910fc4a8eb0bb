/*
 * The thresholds and weights of the pairwise decision that an ablation changes or switches off, in one object
 * (`npx tsx test/quality/cluster-ablations.ts`). All else uses `RULES`. Constants that only shape a measure (what a
 * sentence is, the weights fitted in digest.ts) stand where they are used.
 *
 * How each was chosen, and what is lost without it: docs/decisions/0005-pairwise-decision.md.
 */
export interface Rules {
  /** Bits that may differ in a near-exact copy, 0 to 64. */
  readonly nearExactBits: number;
  /** With this share of both texts in each other, the sketches settle it. */
  readonly settledShare: number;
  /** Weight of a foreign word in a line of its own: a headline, a promotion. */
  readonly foreignLineWeight: number;
  /** Of the shingles of both texts together this share is common: one text, whichever sentences were touched. */
  readonly mutualShare: number;
  /** And of the narration of each at least this share: two texts that share quotations only are no copies. */
  readonly mutualNarration: number;
  /** From this share on a story stands in the other text. */
  readonly storyShare: number;
  /** Weight of a quoted word beside one of narration. */
  readonly quotationWeight: number;
  /** Weight of a foreign word beside one on the matter, */
  readonly foreignWeight: number;
  /** for so many foreign words per word taken over; those beyond count in full. */
  readonly foreignLimit: number;
  /**
   * Foreign words per word taken of the other text, beyond which none are excused in this one: two texts on
   * other matters have a passage in common.
   */
  readonly foreignLimitOfOther: number;
  /** Containment and cover together, foreign passages included: what is shared makes up half a text. */
  readonly sharedOfEither: number;
  /** Of the shingles outside foreign passages this share stands in the other text word for word. */
  readonly verbatimShare: number;
  /** The same where it holds of both texts: one text with words replaced throughout, not a passage of it. */
  readonly verbatimShareOfBoth: number;
  /** The same where few shingles are shared: stock phrases alone (a bond issue, a rate change) reach the other. */
  readonly verbatimShareOfFew: number;
  readonly fewSharedShingles: number;
  /** A text with fewer words of its own tells no story around shared furniture. */
  readonly furnitureOwnWords: number;
  /** Figures of a filled template are shared less than this much as often as words. */
  readonly templateNumberRatio: number;
  /** Figures (or names and figures) per word of what is shared, below which no text is a template. */
  readonly templateNumberShare: number;
  /** Its names and figures are shared less than this much as often as its other words. */
  readonly templateSlotRatio: number;
  /** From this containment on a pair is one text whatever its figures say. */
  readonly templateContainment: number;
  /** One outlet's short report with other figures, so much later or more, is the next one of a series, ms. */
  readonly briefGapMs: number;
  /** One outlet's updates of one story come within this time, ms. */
  readonly serialGapMs: number;
  /** A run of other paragraphs with fewer words is an insertion, not another story. */
  readonly digestStoryWords: number;
  /** Of its text long runs of its own make up this share; with less it belongs to its main story. */
  readonly digestShare: number;
  /** A passage that makes up more of its text is no brief in a column of briefs. */
  readonly digestBriefShare: number;
}

const HOUR_MS = 3_600_000;

export const RULES: Rules = Object.freeze({
  nearExactBits: 3,
  settledShare: 0.8,
  mutualShare: 0.58,
  mutualNarration: 0.2,
  storyShare: 0.7,
  quotationWeight: 1 / 4,
  foreignWeight: 1 / 5,
  foreignLimit: 2.5,
  foreignLimitOfOther: 5,
  foreignLineWeight: 0,
  sharedOfEither: 0.5,
  verbatimShare: 0.4,
  verbatimShareOfBoth: 0.36,
  verbatimShareOfFew: 0.6,
  fewSharedShingles: 60,
  furnitureOwnWords: 80,
  templateNumberRatio: 0.4,
  templateNumberShare: 1 / 50,
  templateSlotRatio: 0.55,
  templateContainment: 0.9,
  briefGapMs: 20 * HOUR_MS,
  serialGapMs: 48 * HOUR_MS,
  digestStoryWords: 150,
  digestShare: 0.5,
  digestBriefShare: 0.3,
});
