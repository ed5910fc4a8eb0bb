/*
 * Guards: pairs that share much text and are two stories all the same.
 *
 *   template   the same phrases around other numbers: market reports, weather, results
 *   serial     one outlet's recurring piece, days apart
 *
 * Both give way where nearly everything is shared: then it is one text, corrected or dated anew.
 */
import type { ComparedArticle, Guard } from "../../model.ts";

/** From this containment on a pair is one text whatever its numbers or dates say. */
const GUARD_CONTAINMENT = 0.8;
/** Copies of one report share nearly all its figures; two reports of one template hardly a third. */
const MIN_NUMBER_OVERLAP = 0.5;
/** An outlet's updates of one story come within two days. */
const SERIAL_GAP_MS = 48 * 60 * 60 * 1000;

export interface GuardedPair {
  readonly containment: number;
  readonly numberOverlap: number | null;
}

/** The guard that speaks against one text; undefined where none does. */
export function guardOf(a: ComparedArticle, b: ComparedArticle, pair: GuardedPair): Guard | undefined {
  if (pair.containment >= GUARD_CONTAINMENT) return undefined;
  if (pair.numberOverlap !== null && pair.numberOverlap < MIN_NUMBER_OVERLAP) return "template";
  return isSerial(a, b) ? "serial" : undefined;
}

/** Reads the publication dates only; a date that is not known turns the guard off. */
function isSerial(a: ComparedArticle, b: ComparedArticle): boolean {
  if (a.publisher === null || a.publisher !== b.publisher) return false;
  if (a.datePublished === null || b.datePublished === null) return false;
  const gapMs = Math.abs(Date.parse(a.datePublished) - Date.parse(b.datePublished));
  return gapMs > SERIAL_GAP_MS;
}
