/*
 * The language of the text: detected from the text itself (eld's smallest model, 20 µs a page), since the lang
 * attribute is wrong on many pages; the page's own word counts where the detector does not know the language or
 * the text is short.
 */
import { eld } from "eld/extrasmall";
import { wordSet } from "../vocabulary/word-list.ts";

/** Characters handed to the detector: enough to be sure, cheap on books. */
const MAX_DETECTED_CHARACTERS = 400;
/** Below this many characters nothing is said, in scripts of one character per sound and per word. */
const MIN_CHARACTERS = 60;
const MIN_SPACELESS_CHARACTERS = 20;
const LANGUAGE_TAG = /^([a-z]{2,3})(?:[-_][a-z0-9-]{1,20})?$/i;
const SPACELESS = /[\u0e01-\u0eff\u3041-\u30ff\u3400-\u9fff]/;

/** Languages the detector does not know: there, the page is believed. */
const UNKNOWN_TO_DETECTOR = wordSet(`
  zu xh st tn af sw ha yo ig so rw ny sn ga cy gd br eu mt lb fo fy id ms jv su tk tg ky kk uz mn ps ku dv bo`);

export interface FoundLanguage {
  readonly language: string;
  /** True where the page's own word was taken. */
  readonly isDeclared: boolean;
}

/**
 * @param declared the page's lang attribute or og:locale; empty where it has none
 * @returns BCP 47 language subtag, and whether the page's word was taken; null where the text is too short and the page
 *   says nothing
 */
export function readLanguage(text: string, declared: string): FoundLanguage | null {
  const stated = LANGUAGE_TAG.exec(declared.trim())?.[1]?.toLowerCase() ?? null;
  const minimum = SPACELESS.test(text.slice(0, MAX_DETECTED_CHARACTERS))
    ? MIN_SPACELESS_CHARACTERS
    : MIN_CHARACTERS;
  if (text.length < minimum) return null;
  if (isPlainlyEnglish(text) && !UNKNOWN_TO_DETECTOR.has(stated ?? "")) {
    return { language: "en", isDeclared: false };
  }
  const result = eld.detect(text.slice(0, MAX_DETECTED_CHARACTERS));
  const isUnknown = stated !== null && stated !== result.language && UNKNOWN_TO_DETECTOR.has(stated);
  if (stated !== null && (isUnknown || !result.language || !result.isReliable()))
    return { language: stated, isDeclared: true };
  return result.language ? { language: result.language, isDeclared: false } : null;
}

/** Words that no other language of news has so many of. */
const ENGLISH_WORD = /\b(?:the|and|of|that|with|which|from|this|were|have)\b/g;
const MIN_ENGLISH_WORDS = 6;

/** True for most English texts: a tenth of the detector's work. */
function isPlainlyEnglish(text: string): boolean {
  const found = text.slice(0, MAX_DETECTED_CHARACTERS).match(ENGLISH_WORD) ?? [];
  return found.length >= MIN_ENGLISH_WORDS;
}
