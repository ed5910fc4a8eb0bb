/* How an index compares two revisions: by their records, and by their texts where these cannot settle it. */
import type { ComparedArticle, Evidence } from "../model.ts";
import { BoundedMap } from "./bounded-map.ts";
import type { ComparedRevision, LoadText } from "./cluster-index.ts";
import { type MarkedText, markText } from "./decision/marked-text.ts";
import { type Decision, decideFromMarkedTexts, decideFromRecords, isEdge } from "./decision.ts";

export interface PairDecision {
  fromRecords(a: ComparedArticle, b: ComparedArticle): Decision;
  fromTexts(a: ComparedArticle, b: ComparedArticle, textA: string, textB: string): Evidence;
  /** True where the two belong to one cluster. */
  isEdge(evidence: Evidence): boolean;
}

/**
 * Characters of texts that stay marked, a thousand texts of 2,000 or a few of a million: those of the stories that
 * are copied right now. Marks take three bytes a character.
 */
const REMEMBERED_CHARACTERS = 2_000_000;

/**
 * The decision of decision.ts. It remembers texts that it has marked lately, since marking is the larger part
 * of comparing, and a story that is copied once is copied again: so one of its own for each index and batch.
 */
export function createPairDecision(): PairDecision {
  const remembered = new BoundedMap<string, MarkedText>(REMEMBERED_CHARACTERS, (text) => text.length);
  const marked = (text: string): MarkedText => {
    const known = remembered.get(text);
    if (known) return known;
    const made = markText(text);
    remembered.set(text, made);
    return made;
  };
  return {
    fromRecords: decideFromRecords,
    fromTexts: (a, b, textA, textB) => decideFromMarkedTexts(a, b, marked(textA), marked(textB)),
    isEdge,
  };
}

/**
 * Where a text has expired, the estimate from the sketches stands.
 * @returns evidence with the first revision as side a
 */
export type ComparePair = (a: ComparedRevision, b: ComparedRevision) => Promise<Evidence>;

export function createComparePair(deps: { loadText: LoadText; decide: PairDecision }): ComparePair {
  return async (a, b) => {
    const decision = deps.decide.fromRecords(a.article, b.article);
    if (decision.kind === "decided") return decision.evidence;
    const [textA, textB] = await Promise.all(
      [a, b].map(({ article, revisionId }) => deps.loadText(article.articleId, revisionId)),
    );
    if (textA === undefined || textB === undefined) return decision.sketchEvidence;
    return deps.decide.fromTexts(a.article, b.article, textA, textB);
  };
}
