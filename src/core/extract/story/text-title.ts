/*
 * The headline of a plain text: of the lines before the first paragraph, the first that reads like a headline and
 * has five words or more; else the first with three. Labels, key lines, form fields, dates and bylines are passed over.
 */
import type { Block } from "../blocks/block.ts";
import { looksLikeParagraph } from "../blocks/html-blocks.ts";
import { looksLikeHeadline } from "../blocks/text-blocks.ts";
import { interfaceWordReason, sharedCue, strongCueReason, weakCueReason } from "./cues.ts";
import { findPhotoCredit } from "./photo-credit.ts";

const MIN_WORDS = 5;
const MIN_SHORT_WORDS = 3;
const MIN_PARAGRAPH_WORDS = 15;

/** A wire's key line: "BC-FERRY-VARNBY, 1st Ld-Writethru", "AM--Ferry,0412". */
const SLUG = /^[A-Z]{2,10}(?:-{1,2}[A-Z][A-Za-z]{1,20}){1,5}(?:$|[,\s])/;

/** @returns index of the headline's block, -1 where the text has none */
export function findTextTitle(blocks: readonly Block[]): number {
  let short = -1;
  for (const [index, block] of blocks.entries()) {
    if (looksLikeParagraph(block, MIN_PARAGRAPH_WORDS) && !looksLikeHeadline(block.text)) break;
    if (!mayBeHeadline(block)) continue;
    if (block.words >= MIN_WORDS) return index;
    if (short < 0 && block.words >= MIN_SHORT_WORDS) short = index;
  }
  return short;
}

function mayBeHeadline(block: Block): boolean {
  if (SLUG.test(block.text)) return false;
  if (block.tag === "li" || !looksLikeHeadline(block.text) || findPhotoCredit(block.text)) return false;
  const cue = interfaceWordReason(block) ?? strongCueReason(block) ?? weakCueReason(block);
  const kind = block.words < MIN_WORDS ? sharedCue(block)?.kind : undefined;
  return cue === undefined && (kind === undefined || kind === "usual");
}
