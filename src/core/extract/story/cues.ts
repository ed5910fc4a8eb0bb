/*
 * The cue phrases as questions about a block: does this line open like furniture? Lines in quotation marks never do.
 */
import type { Block } from "../blocks/block.ts";
import { endsSentence, opensQuotation } from "../blocks/text-shape.ts";
import {
  COLON_LABELS,
  INTERFACE_WORDS,
  STRONG_CUES,
  USUAL_CUES,
  WEAK_CUES,
} from "../vocabulary/cue-phrases.ts";
import { MEDIUM_OFFERS } from "../vocabulary/medium-offers.ts";
import { NEWS_OFFERS } from "../vocabulary/news-offers.ts";
import { normaliseWords, type OpeningMatch, openingWords, PhraseSet } from "../vocabulary/phrase-set.ts";
import {
  holdsAddress,
  isLabelled,
  namesMedium,
  namesPhotographer,
  namesRights,
} from "../vocabulary/second-cues.ts";
import { APPEALS, LABELS, SPOKEN, TWOFOLD } from "../vocabulary/shared-cues.ts";
import { clausesOf, goesOn, hasLaterClause } from "./clauses.ts";
import { NewsOfferSet } from "./news-offer.ts";

const strong = new PhraseSet(STRONG_CUES);
const weak = new PhraseSet(WEAK_CUES);
const labels = new PhraseSet(COLON_LABELS);
const offers = new NewsOfferSet([...NEWS_OFFERS, ...MEDIUM_OFFERS]);
const interfaceWords = new PhraseSet(INTERFACE_WORDS);

/** Characters before the colon of a label. */
const MAX_LABEL_CHARACTERS = 30;
const COPYRIGHT_SIGN = /^[\s(]*(?:©|\(c\) )/i;

export function isStrongCue(block: Block): boolean {
  if (strongCueReason(block) !== undefined) return true;
  const cue = sharedCue(block);
  return cue !== undefined && cue.kind !== "usual" && !isReport(block, cue);
}

/**
 * What the beginnings say that furniture shares with reports: what is spoken to readers, in reports only before a comma
 * (`spoken`) or before anything (`appeal`); that or a statement (`twofold`); a name of what follows (`label`); the words
 * that more reports than pages open with (`usual`).
 */
export type CueKind = "spoken" | "appeal" | "twofold" | "label" | "usual";

export interface SharedCue extends OpeningMatch {
  readonly kind: CueKind;
}

const SHARED: readonly (readonly [CueKind, PhraseSet])[] = [
  ["spoken", new PhraseSet(SPOKEN)],
  ["appeal", new PhraseSet(APPEALS)],
  ["twofold", new PhraseSet(TWOFOLD)],
  ["label", new PhraseSet(LABELS)],
  ["usual", new PhraseSet(USUAL_CUES)],
];

/** The beginning of a line that reports have too. */
export function sharedCue(block: Block): SharedCue | undefined {
  if (opensQuotation(block.text)) return undefined;
  for (const [kind, phrases] of SHARED) {
    const match = phrases.matchOpening(block.openingWords);
    if (match !== undefined) return { ...match, kind };
  }
  return undefined;
}

const MIN_SENTENCE_WORDS = 7;
/** With a comma or as a question: "Help us, he said." */
const MIN_SHORT_SENTENCE_WORDS = 4;
/** Questions say more than their opening: "What do you think?" asks the reader. */
const MIN_ASKED_WORDS = 2;
/** Thai ends no sentence with a mark. */
const MIN_UNMARKED_WORDS = 12;
const PROSE_LINK_SHARE = 0.1;
const THAI = /^\p{Script=Thai}/u;
const SHORT_SENTENCE = /[,،，、][^,]{1,100}[.。۔]["”»]?$/u;
const QUESTION = /[?？؟]$/u;

/** The clause behind an appeal that says who spoke has a subject and a verb. */
const MIN_CLAUSE_WORDS = 3;
export function isWholeSentence(block: Block): boolean {
  if (block.words < MIN_SENTENCE_WORDS || block.linkShare >= PROSE_LINK_SHARE) return false;
  return endsSentence(block.text) || (block.words >= MIN_UNMARKED_WORDS && THAI.test(block.text));
}

/** True where nothing but its place can tell that the line is furniture: a whole sentence without a second cue. */
export function isReport(block: Block, cue: SharedCue): boolean {
  const rest = behind(block, cue);
  if (!isWholeSentence(block) && !isShortSentence(block, cue, rest)) return false;
  if (hasSecondCue(block, cue, rest)) return false;
  return cue.kind !== "spoken" || hasLaterClause(block.text);
}

/** True where the clause behind an appeal tells of others: "Help us save the pier, the mayor wrote to them." */
export function isSpeech(block: Block, cue: SharedCue): boolean {
  if (cue.kind === "label") return false;
  if (!hasLaterClause(block.text)) return false;
  const last = normaliseWords(clausesOf(block.text).at(-1) ?? "");
  return last.split(" ").length >= MIN_CLAUSE_WORDS && !goesOn(last);
}

function isShortSentence(block: Block, { reason }: SharedCue, rest: string): boolean {
  if (block.words < MIN_SHORT_SENTENCE_WORDS || block.linkWords > 0) return false;
  if (SHORT_SENTENCE.test(block.text)) return true;
  return reason !== "contact" && QUESTION.test(block.text) && rest.split(" ").length >= MIN_ASKED_WORDS;
}

/** What stands behind the opening words, normalised. */
function behind({ text }: Block, { phrase }: OpeningMatch): string {
  const words = normaliseWords(text);
  return words.startsWith(phrase) ? words.slice(phrase.length).trimStart() : words;
}

function hasSecondCue({ text }: Block, { phrase, kind }: SharedCue, rest: string): boolean {
  if (holdsAddress(text) || isLabelled(text, phrase.split(" ").length) || namesPhotographer(text))
    return true;
  return kind === "label" ? namesRights(rest) : namesMedium(rest);
}

export function strongCueReason(block: Block): string | undefined {
  if (COPYRIGHT_SIGN.test(block.text)) return "copyright";
  if (opensQuotation(block.text)) return undefined;
  return strong.reasonOfOpening(block.openingWords) ?? labelReason(block.text) ?? offerReason(block);
}

function offerReason(block: Block): string | undefined {
  return offers.isOffer(block.openingWords, block.text) ? "news-offer" : undefined;
}

export function weakCueReason(block: Block): string | undefined {
  return opensQuotation(block.text) ? undefined : weak.reasonOfOpening(block.openingWords);
}

function labelReason(text: string): string | undefined {
  const head = text.slice(0, MAX_LABEL_CHARACTERS);
  const colon = head.search(/[:：]/);
  return colon > 0 ? labels.reasonOfWhole(openingWords(head.slice(0, colon))) : undefined;
}

/** The reason where the whole line is the name of a control or a section. */
export function interfaceWordReason({ openingWords }: Block): string | undefined {
  return interfaceWords.reasonOfWhole(openingWords);
}
