/*
 * Questions about the shape of one line of text. Every regular expression here is either anchored at one end or
 * has bounded repeats, and is asked of lines of bounded length, so none takes more than linear time.
 */

import { holdsWrittenDay } from "../dates/written-date.ts";
import { isAscii } from "../word-count.ts";

/** Sentence ends of Latin, Greek, CJK, Devanagari, Arabic, Ethiopic and Armenian text, and closing marks. */
const ENDS_SENTENCE = /[.!?…。！？｡।۔؟։።:;"'”’»›)\]」』）]$/u;
const HOLDS_SENTENCE_END = /[.!?…。！？｡।۔؟։።]/u;
const OPENS_QUOTATION = /^["“„«‘‚「『]/u;

export function endsSentence(text: string): boolean {
  return ENDS_SENTENCE.test(text);
}

export function holdsSentenceEnd(text: string): boolean {
  return HOLDS_SENTENCE_END.test(text);
}

export function opensQuotation(text: string): boolean {
  return OPENS_QUOTATION.test(text);
}

const MARKS_SENTENCE = /[\p{L}\p{Nd})][.!?。！？।۔؟][”"»’』」)]?$/u;
/** Two letters in a row, so that "3.5." is none. */
const HOLDS_WORD = /\p{L}{2}/u;
/** Words that open a line on the article's own date, in whose full stop no sentence ends. */
const PUBLICATION_WORD =
  /^\P{L}*(?:first |last |zuletzt |letzte |dernière |última |ultim[oa] )?(?:published|updated?|posted|modified|corrected|printed|(?:an? (?:earlier )?version of )?this (?:story|article|post|page|text)|veröffentlicht|aktualisiert|aktualisierung|erschienen|stand|publié|mise? à jour|modifié|publicado|publicada|actualizado|actualizada|actualización|atualizado|atualizada|atualização|pubblicato|aggiornato|aggiornamento|gepubliceerd|bijgewerkt|publisert|oppdatert|publiceret|opdateret|publicerad|uppdaterad|julkaistu|päivitetty|opublikowano|aktualizacja|publikováno|aktualizováno|megjelent|frissítve|опубликовано|обновлено|опубліковано|оновлено|yayınlanma|güncelleme)(?!\p{L})/iu;

/** True for a line that says something of the world and ends like it: "The pier reopens on 3 May 2031." */
export function isStatement(text: string): boolean {
  return MARKS_SENTENCE.test(text) && HOLDS_WORD.test(text) && !PUBLICATION_WORD.test(text);
}

const QUOTED =
  /[“„«「"][^“”„«»「」"]{0,300}[”“»」"]|(?<![\p{L}\p{N}])[‘‚][^‘‚]{0,300}?[’‘](?![\p{L}\p{N}])/gu;

/** The text without what stands in quotation marks, up to 300 characters each. */
export function withoutQuotations(text: string): string {
  return text.replace(QUOTED, " ");
}

/** Date lines are short; anything longer is not asked. */
const MAX_DATED_CHARACTERS = 200;

const CLOCK_OR_NUMERIC_DATE =
  /\d{1,2}[:.]\d{2}(?!\d)|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}年|\d{1,2}月\d{1,2}日|\d{4}년/;

/** First letters of month names in the languages of the evaluation pages and their neighbours. */
const MONTH =
  "(?:jan|feb|fév|fev|mar|mär|mrz|apr|avr|abr|may|mai|maj|mag|jun|juin|jui|jul|juil|aug|aoû|ago|sep|set|oct|okt|ott|out|nov|noi|dec|dez|déc|dic|des|dis|ene|gen|giu|lug|" +
  "янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara)";
const DAY_AND_MONTH = new RegExp(
  `(?:^|[^\\p{L}])${MONTH}[\\p{L}]{0,8}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|` +
    `(?:^|[^\\d])\\d{1,2}(?:st|nd|rd|th|\\.)?(?: de| of)? ${MONTH}[\\p{L}]{0,8}\\.?,?(?: de)? \\d{4}`,
  "iu",
);
const TIME_AGO =
  /\b\d{1,3} (?:hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|stunden?|minuten|tagen?|heures?|jours?|horas?|días?|ore|timer|timmar) (?:ago|zuvor|siden|sedan|fa)\b|\bvor \d{1,3} (?:stunden?|minuten|tagen?)\b/i;

/** True for a line that shows a date, a clock time or "3 hours ago". */
export function looksDated(text: string): boolean {
  if (text.length > MAX_DATED_CHARACTERS || !/\p{Nd}/u.test(text)) return false;
  const isKnown = CLOCK_OR_NUMERIC_DATE.test(text) || DAY_AND_MONTH.test(text) || TIME_AGO.test(text);
  return isKnown || holdsWrittenDay(text);
}

const CODE =
  /<\w{1,20} [^>]{0,200}=|function\s?\(|\{\{|\$\(|window\.|document\.|=>\s?\{|^\[\/?[a-z][\w-]{2,40} [\w-]{1,40}=/;
const MAX_CODE_CHARACTERS = 600;

/** True for scripts and templates that ended up in the text. */
export function looksLikeCode(text: string): boolean {
  return CODE.test(text.slice(0, MAX_CODE_CHARACTERS));
}

/** Lower case letters and digits with single spaces: equal for two spellings of one headline. */
export function titleKey(text: string): string {
  const lower = text.toLowerCase();
  const spaced = isAscii(lower)
    ? lower.replace(/[^a-z0-9]+/g, " ")
    : lower.replace(/\u00ad/g, "").replace(/[^\p{L}\p{M}\p{N}]+/gu, " ");
  return spaced.trim();
}

/** Share of the cased letters that are capitals, 0 to 1; 0 in scripts without case. */
export function capitalShare(text: string): number {
  let capitals = 0;
  let cased = 0;
  for (const character of text) {
    const lower = character.toLowerCase();
    const upper = character.toUpperCase();
    if (lower === upper) continue;
    cased++;
    if (character === upper) capitals++;
  }
  return cased > 0 ? capitals / cased : 0;
}

/** Soft hyphens and byte order marks out, every run of white space one space, ends trimmed. */
export function foldSpace(text: string): string {
  const trimmed = text.trim();
  if (isFolded(trimmed)) return trimmed;
  return trimmed
    .replace(/[\u00ad\ufeff\u200b\u2060\u200e\u200f]/g, "")
    .replace(/[\s\u00a0\u0085]+/g, " ")
    .trim();
}

/** True for most texts: single spaces and nothing else that foldSpace would touch. */
function isFolded(trimmed: string): boolean {
  let isAfterSpace = false;
  for (let at = 0; at < trimmed.length; at++) {
    const unit = trimmed.charCodeAt(at);
    const isSpace = unit === 0x20;
    if (isSpace ? isAfterSpace : isFoldable(unit)) return false;
    isAfterSpace = isSpace;
  }
  return true;
}

/** Control characters, and the blocks that hold the other spaces and the invisible marks. */
function isFoldable(unit: number): boolean {
  if (unit < 0x80) return unit < 0x20;
  if (unit < 0x1680) return unit <= 0xad && (unit === 0x85 || unit === 0xa0 || unit === 0xad);
  return (
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200f) ||
    (unit >= 0x2028 && unit <= 0x202f) ||
    (unit >= 0x205f && unit <= 0x2060) ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}
