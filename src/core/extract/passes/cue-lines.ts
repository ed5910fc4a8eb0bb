/*
 * cue-lines: removes lines that open like furniture in one of the vocabulary's languages ("Read more:",
 * "Lesen Sie auch", "続きを読む") and lines that are nothing but the name of a control ("Share", "TT").
 *
 * Must never remove: quotations, posts quoted in the text, table cells; whole sentences without links that merely open
 * with such words: of more than 25 words ("Support for the bill grew ..."), or between two paragraphs without a second
 * cue ("Tell us the truth, the widows shouted"; vocabulary/shared-cues.ts and second-cues.ts).
 */
import type { Block } from "../blocks/block.ts";
import { looksLikeParagraph } from "../blocks/html-blocks.ts";
import { endsSentence } from "../blocks/text-shape.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import {
  interfaceWordReason,
  isWholeSentence,
  sharedCue,
  strongCueReason,
  usualCue,
  usualCueReason,
  weakCueReason,
} from "../story/cues.ts";
import { Trait } from "../tree/class-traits.ts";
import { isProtectedCell } from "./protected.ts";

const MAX_CUE_WORDS = 45;
const MAX_PROSE_FREE_WORDS = 25;
/** A label of a sentence this long is prose wherever it stands. */
const MIN_PARAGRAPH_WORDS = 15;
const MAX_WEAK_WORDS = 10;
const MAX_WEAK_SENTENCE_WORDS = 5;
const MAX_WEAK_LINK_WORDS = 30;
/** "Image 3 of 12", "Slide 2 / 9". */
const SLIDE_COUNTER = /^(?:image|photo|slide|picture|bild|foto) \d{1,4} (?:of|von|de|di|\/) \d/i;
/** A URL and nothing else, or the address of a picture with its data behind it. */
const BARE_URL = /^https?:\/\/\S{1,2000}$|^https?:\/\/\S{1,400}\.(?:jpe?g|png|gif|webp)\s/i;
/** "4:11 Storm hits the coast": length and title of a video. */
const VIDEO_TITLE = /^\d{1,2}:\d{2} \p{L}/u;
const MAX_VIDEO_TITLE_WORDS = 25;
/** ">> All dates at a glance": an arrow that points to another page. */
const POINTER = /^(?:>{1,3}|→|➡|►|▶|👉|➔|➤|⇒)[\ufe0f\s]/u;
const MAX_POINTER_WORDS = 30;
const NO_LETTERS = /^[^\p{L}\p{N}]{0,200}$/u;
const ONLY_DIGITS = /^\d{1,9}$/;

export const cueLines: Pass = {
  name: "cue-lines",
  run(draft: Draft): Removal[] {
    const removals: Removal[] = [];
    const text = textRange(draft);
    for (const [index, block] of draft.keptBlocks()) {
      if (block.has(Trait.embed) || isProtectedCell(block)) continue;
      const reason = cueReason(index, block, text);
      if (reason) removals.push({ index, reason });
    }
    return removals;
  },
};

function cueReason(index: number, block: Block, text: TextRange): string | undefined {
  if (NO_LETTERS.test(block.text) || ONLY_DIGITS.test(block.text)) return "no-words";
  if (SLIDE_COUNTER.test(block.text)) return "slide-counter";
  if (BARE_URL.test(block.text)) return "bare-url";
  if (block.words < MAX_VIDEO_TITLE_WORDS && VIDEO_TITLE.test(block.text) && !endsSentence(block.text))
    return "video-title";
  if (block.words < MAX_POINTER_WORDS && POINTER.test(block.text)) return "pointer";
  return interfaceWordReason(block.text) ?? weakReason(block) ?? openingReason(index, block, text);
}

function openingReason(index: number, block: Block, text: TextRange): string | undefined {
  if (block.words >= MAX_CUE_WORDS) return undefined;
  const strong = strongCueReason(block);
  if (strong) return strong;
  const isWithin = index > text.first && index < text.last;
  const shared = sharedCue(block);
  if (shared) {
    const isLong = shared.mayState && block.words >= MIN_PARAGRAPH_WORDS;
    return shared.isReport && (isWithin || isLong) ? undefined : shared.reason;
  }
  const isLongProse = block.words > MAX_PROSE_FREE_WORDS && isWholeSentence(block);
  const usual = isLongProse ? undefined : usualCue(block);
  return usual?.isReport && isWithin ? undefined : usual?.reason;
}

/** Indices of the first and last paragraph that open with no cue: between them stands the text. */
interface TextRange {
  readonly first: number;
  readonly last: number;
}

function textRange(draft: Draft): TextRange {
  const isText = ([, block]: readonly [number, Block]) =>
    looksLikeParagraph(block, MIN_PARAGRAPH_WORDS) &&
    (strongCueReason(block) ?? usualCueReason(block)) === undefined;
  const kept = draft.keptBlocks();
  return { first: kept.find(isText)?.[0] ?? draft.blocks.length, last: kept.findLast(isText)?.[0] ?? -1 };
}

function weakReason(block: Block): string | undefined {
  if (block.ownHeadingLevel > 0 && block.linkWords === 0) return undefined;
  const isShort =
    block.words < MAX_WEAK_WORDS && !(block.words > MAX_WEAK_SENTENCE_WORDS && endsSentence(block.text));
  const isLink = block.words < MAX_WEAK_LINK_WORDS && block.linkShare > 0.5;
  return isShort || isLink ? weakCueReason(block) : undefined;
}
