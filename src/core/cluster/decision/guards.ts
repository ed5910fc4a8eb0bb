/*
 * Guards: pairs that share much text and are two stories all the same.
 *
 *   template   the same phrases around other numbers: market reports, weather, results
 *   serial     one outlet's recurring piece, days apart
 *   digest     a round-up of several stories: it must not bridge them
 *
 * Template and serial give way where nearly all of the shorter text is shared: then it is one text,
 * corrected or dated anew. Digest gives way where nearly all of both is: two copies of one round-up.
 */
import type { ComparedArticle, Guard } from "../../model.ts";

/** From this containment on a pair is one text whatever its numbers or dates say. */
const GUARD_CONTAINMENT = 0.8;
/** A template needs more: one changed figure in a short report leaves .9, a report filled anew does not. */
const TEMPLATE_CONTAINMENT = 0.9;
/** An outlet's updates of one story come within two days. */
const SERIAL_GAP_MS = 48 * 60 * 60 * 1000;

/** What the measurements say against one text. */
export interface Suspicion {
  /** The two agree in words but not in figures. */
  readonly isTemplate: boolean;
  /** One of the two holds another whole story besides. */
  readonly isDigest: boolean;
}

/** The guard that speaks against one text; undefined where none does. Shares are 0 to 1. */
export function guardOf(
  a: ComparedArticle,
  b: ComparedArticle,
  { containment, cover }: { readonly containment: number; readonly cover: number },
  { isTemplate, isDigest }: Suspicion,
): Guard | undefined {
  if (isDigest && Math.min(containment, cover) < GUARD_CONTAINMENT) return "digest";
  if (isTemplate && containment < TEMPLATE_CONTAINMENT) return "template";
  return containment < GUARD_CONTAINMENT && isSerial(a, b) ? "serial" : undefined;
}

/** Reads the publication dates only; a date that is not known turns the guard off. */
function isSerial(a: ComparedArticle, b: ComparedArticle): boolean {
  if (a.publisher === null || a.publisher !== b.publisher) return false;
  if (a.datePublished === null || b.datePublished === null) return false;
  const gapMs = Math.abs(Date.parse(a.datePublished) - Date.parse(b.datePublished));
  return gapMs > SERIAL_GAP_MS;
}
