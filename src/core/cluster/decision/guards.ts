/*
 * Guards: pairs that share much text and are two stories all the same.
 *
 *   template   the same phrases around other numbers or names: market reports, weather, contracts
 *   serial     one outlet's recurring piece, days apart
 *   digest     a round-up of several stories: it must not bridge them
 *
 * Template and serial give way where nearly all of the shorter text is shared: then it is one text,
 * corrected or dated anew. Digest gives way where nearly all of both is: two copies of one round-up.
 */
import type { ComparedArticle, Guard } from "../../model.ts";
import type { Rules } from "./rules.ts";

/** From this containment on a pair is one text whatever its numbers or dates say. */
const GUARD_CONTAINMENT = 0.8;

/** What the measurements say against one text. */
export interface Suspicion {
  /** The two agree in words but not in figures, or not in names and figures. */
  readonly isTemplate: boolean;
  /** Little text is shared, and the figures in it are not the same. */
  readonly isBriefWithOtherFigures: boolean;
  /** One of the two holds another whole story besides. */
  readonly isDigest: boolean;
}

/** The guard that speaks against one text; undefined where none does. Shares are 0 to 1. */
export function guardOf(
  a: ComparedArticle,
  b: ComparedArticle,
  { containment, cover }: { readonly containment: number; readonly cover: number },
  { isTemplate, isBriefWithOtherFigures, isDigest }: Suspicion,
  rules: Rules,
): Guard | undefined {
  if (isDigest && Math.min(containment, cover) < GUARD_CONTAINMENT) return "digest";
  const isFilledAnew = isTemplate || (isBriefWithOtherFigures && isOneOutlet(a, b, rules.briefGapMs));
  if (isFilledAnew && containment < rules.templateContainment) return "template";
  return containment < GUARD_CONTAINMENT && isOneOutlet(a, b, rules.serialGapMs) ? "serial" : undefined;
}

/** One outlet's pieces, more than `gapMs` apart by publication date; false where a date is not known. */
function isOneOutlet(a: ComparedArticle, b: ComparedArticle, gapMs: number): boolean {
  if (a.publisher === null || a.publisher !== b.publisher) return false;
  if (a.datePublished === null || b.datePublished === null) return false;
  return Math.abs(Date.parse(a.datePublished) - Date.parse(b.datePublished)) > gapMs;
}
