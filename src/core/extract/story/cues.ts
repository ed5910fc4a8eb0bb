/*
 * The cue phrases as questions about a block: does this line open like furniture? Lines in quotation marks never do.
 */
import type { Block } from "../blocks/block.ts";
import { opensQuotation } from "../blocks/text-shape.ts";
import {
  COLON_LABELS,
  INTERFACE_WORDS,
  STRONG_CUES,
  USUAL_CUES,
  WEAK_CUES,
} from "../vocabulary/cue-phrases.ts";
import { normaliseWords, PhraseSet } from "../vocabulary/phrase-set.ts";
import { TAIL_PHRASES } from "../vocabulary/tail-phrases.ts";

const strong = new PhraseSet(STRONG_CUES);
const usual = new PhraseSet(USUAL_CUES);
const weak = new PhraseSet(WEAK_CUES);
const labels = new PhraseSet(COLON_LABELS);
const interfaceWords = new PhraseSet(INTERFACE_WORDS);
const tailPhrases = TAIL_PHRASES.flatMap((list) => list.phrases.split("|")).map(
  (phrase) => ` ${normaliseWords(phrase)} `,
);

/** Characters before the colon of a label. */
const MAX_LABEL_CHARACTERS = 30;
const COPYRIGHT_SIGN = /^[\s(]*(?:©|\(c\) )/i;

export function isStrongCue(block: Block): boolean {
  return strongCueReason(block) !== undefined;
}

export function strongCueReason(block: Block): string | undefined {
  if (COPYRIGHT_SIGN.test(block.text)) return "copyright";
  if (opensQuotation(block.text)) return undefined;
  return strong.reasonOfOpening(block.openingWords) ?? labelReason(block.text);
}

export function usualCueReason(block: Block): string | undefined {
  return opensQuotation(block.text) ? undefined : usual.reasonOfOpening(block.openingWords);
}

export function weakCueReason(block: Block): string | undefined {
  return opensQuotation(block.text) ? undefined : weak.reasonOfOpening(block.openingWords);
}

function labelReason(text: string): string | undefined {
  const head = text.slice(0, MAX_LABEL_CHARACTERS);
  const colon = head.search(/[:：]/);
  return colon > 0 ? labels.reasonOfWhole(head.slice(0, colon)) : undefined;
}

/** The reason where the whole line is the name of a control or a section. */
export function interfaceWordReason(text: string): string | undefined {
  return interfaceWords.reasonOfWhole(text);
}

/** Longer blocks than this are not searched for the phrases of closing notes. */
const MAX_NOTE_CHARACTERS = 800;

/** True for lines such as "Jane Doe contributed to this report." */
export function holdsTailPhrase(text: string): boolean {
  if (text.length > MAX_NOTE_CHARACTERS) return false;
  const words = ` ${normaliseWords(text)} `;
  return tailPhrases.some((phrase) => words.includes(phrase));
}
