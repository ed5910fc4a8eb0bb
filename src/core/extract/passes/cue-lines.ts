/*
 * cue-lines: removes lines that open like furniture in one of the vocabulary's languages ("Read more:",
 * "Lesen Sie auch", "続きを読む") and lines that are nothing but the name of a control ("Share", "TT").
 *
 * Must never remove: quotations, posts quoted in the text, table cells; whole sentences without links that merely open
 * with such words: of more than 25 words ("Support for the bill grew ..."), or without a second cue between two sentences
 * or before a clause on others ("Tell us the truth, the widows shouted"; vocabulary/shared-cues.ts and second-cues.ts);
 * headings that open with the time of day; a line behind the text that credits an agency.
 */
import type { Block } from "../blocks/block.ts";
import { looksLikeParagraph } from "../blocks/html-blocks.ts";
import { endsSentence } from "../blocks/text-shape.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import {
  interfaceWordReason,
  isReport,
  isSpeech,
  isWholeSentence,
  sharedCue,
  strongCueReason,
  weakCueReason,
} from "../story/cues.ts";
import { readSignOff } from "../story/sign-off.ts";
import { Trait } from "../tree/class-traits.ts";
import { isProtectedCell } from "./protected.ts";

const MAX_CUE_WORDS = 45;
/** "Com informações da Agência Lusa" */
const MAX_CREDIT_WORDS = 8;
const MAX_PROSE_FREE_WORDS = 25;
/** A sentence this long that opens with a label is prose wherever it stands. */
const MIN_STATEMENT_WORDS = 15;
/** Between sentences of this many words stands the text; those of interviews and live blogs are short. */
const MIN_TEXT_WORDS = 7;
const MAX_WEAK_WORDS = 10;
const MAX_WEAK_SENTENCE_WORDS = 5;
const MAX_WEAK_LINK_WORDS = 30;

/** Lines that are furniture by their form. */
interface LineForm {
  readonly reason: string;
  readonly form: RegExp;
  readonly fewerWordsThan?: number;
  /** What else has this form. */
  readonly unless?: (block: Block) => boolean;
}

const FORMS: readonly LineForm[] = [
  { reason: "no-words", form: /^[^\p{L}\p{N}]{0,200}$/u },
  { reason: "no-words", form: /^\d{1,9}$/ },
  // "Image 3 of 12", "Slide 2 / 9".
  {
    reason: "slide-counter",
    form: /^(?:image|photo|slide|picture|bild|foto) \d{1,4} (?:of|von|de|di|\/) \d/i,
  },
  // A URL and nothing else, or the address of a picture with its data behind it.
  {
    reason: "bare-url",
    form: /^https?:\/\/\S{1,2000}$|^https?:\/\/\S{1,400}\.(?:jpe?g|png|gif|webp)\s/i,
  },
  // "4:11 Storm hits the coast": length and title of a video. A heading of that form is one of a live blog.
  {
    reason: "video-title",
    form: /^\d{1,2}:\d{2} \p{L}/u,
    fewerWordsThan: 25,
    unless: ({ ownHeadingLevel, text }) => ownHeadingLevel > 0 || endsSentence(text),
  },
  // ">> All dates at a glance": an arrow that points to another page.
  { reason: "pointer", form: /^(?:>{1,3}|→|➡|►|▶|👉|➔|➤|⇒)[\ufe0f\s]/u, fewerWordsThan: 30 },
];

export const cueLines: Pass = {
  name: "cue-lines",
  run(draft: Draft): Removal[] {
    const removals: Removal[] = [];
    const text = textRange(draft);
    for (const [index, block] of draft.keptBlocks()) {
      if (block.has(Trait.embed) || isProtectedCell(block)) continue;
      const reason = cueReason(index, block, text);
      if (reason && !(index > text.last && isClosingCredit(block))) removals.push({ index, reason });
    }
    return removals;
  },
};

/** "Quelle: dpa" behind the text says whose it is: sign-off takes it. */
function isClosingCredit(block: Block): boolean {
  if (block.words > MAX_CREDIT_WORDS || block.linkWords > 0) return false;
  const credit = readSignOff(block.text);
  return credit !== null && credit.at === 0 && credit.agency !== null;
}

function cueReason(index: number, block: Block, text: TextRange): string | undefined {
  const byForm = FORMS.find((form) => hasForm(block, form))?.reason;
  return byForm ?? interfaceWordReason(block) ?? weakReason(block) ?? openingReason(index, block, text);
}

function hasForm(block: Block, { form, fewerWordsThan, unless }: LineForm): boolean {
  if (fewerWordsThan !== undefined && block.words >= fewerWordsThan) return false;
  return form.test(block.text) && unless?.(block) !== true;
}

function openingReason(index: number, block: Block, text: TextRange): string | undefined {
  if (block.words >= MAX_CUE_WORDS) return undefined;
  const strong = strongCueReason(block);
  if (strong) return strong;
  const cue = sharedCue(block);
  if (cue === undefined) return undefined;
  if (cue.kind === "usual" && block.words > MAX_PROSE_FREE_WORDS && isWholeSentence(block)) return undefined;
  const isWithin = index > text.first && index < text.last;
  const mayState = cue.kind === "twofold" || cue.kind === "label";
  const isFreeOfPlace = (mayState && block.words >= MIN_STATEMENT_WORDS) || isSpeech(block, cue);
  return (isWithin || isFreeOfPlace) && isReport(block, cue) ? undefined : cue.reason;
}

/** Indices of the first and last sentence that open with no cue: between them stands the text. */
interface TextRange {
  readonly first: number;
  readonly last: number;
}

function textRange(draft: Draft): TextRange {
  const isText = ([, block]: readonly [number, Block]) =>
    looksLikeParagraph(block, MIN_TEXT_WORDS) &&
    strongCueReason(block) === undefined &&
    sharedCue(block) === undefined;
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
