/*
 * Looking up how a text begins in a list of phrases, without regular expressions: the first words are
 * normalised (lower case, apostrophes dropped) and each beginning of 1 to 7 words is looked up in a set.
 * Phrases in scripts without spaces are looked up by their first 2 to 20 characters. The cost does not depend on
 * the length of the text nor of the list.
 */
import { isAscii, isSpaceless } from "../word-count.ts";
import type { PhraseList } from "./phrase-list.ts";

export interface OpeningWords {
  /** The whole text, normalised; null where it goes on behind what was looked at. */
  readonly whole: string | null;
  readonly words: readonly string[];
  /** The same without spaces, for scripts that have none; empty in other scripts. */
  readonly characters: string;
}

export interface OpeningMatch {
  readonly reason: string;
  /** As normaliseWords gives it; in scripts without spaces without any. */
  readonly phrase: string;
}

const MAX_PHRASE_WORDS = 7;
/** Thai ones are the longest, since their vowels and tones count. */
const MAX_PHRASE_CHARACTERS = 20;
/** Characters of a text that are looked at: 7 long words. */
const OPENING_CHARACTERS = 96;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** The same for texts without other letters; found in half the time. */
const ASCII_WORD = /[a-z0-9]+/g;

/** Turkish capitals: "İLGİLİ" becomes i with a dot of its own, "AYRICA" loses its dotless i. */
const TURKISH_I = /i\u0307|ı/g;

/** Lower case, apostrophes dropped, one kind of i, everything that is not a letter or digit one space. */
export function normaliseWords(text: string): string {
  const lower = text.toLowerCase().replace(/['’ʼ]/g, "");
  if (isAscii(lower)) return (lower.match(ASCII_WORD) ?? []).join(" ");
  return (lower.replace(TURKISH_I, "i").match(WORD) ?? []).join(" ");
}

export function openingWords(text: string): OpeningWords {
  const normalised = normaliseWords(text.slice(0, OPENING_CHARACTERS));
  const first = normalised.charCodeAt(0);
  return {
    whole: text.length <= OPENING_CHARACTERS ? normalised : null,
    words: normalised.split(" ").slice(0, MAX_PHRASE_WORDS),
    characters: isSpaceless(first) ? normalised.replaceAll(" ", "").slice(0, MAX_PHRASE_CHARACTERS) : "",
  };
}

export class PhraseSet {
  private readonly reasons = new Map<string, string>();
  /** First words of the phrases: most texts begin with none of them. */
  private readonly openers = new Set<string>();

  constructor(lists: readonly PhraseList[]) {
    for (const list of lists) {
      for (const phrase of list.phrases.split("|")) {
        const key = normaliseWords(phrase);
        if (!key) continue;
        const spelling = isSpaceless(key.charCodeAt(0)) ? key.replaceAll(" ", "") : key;
        this.reasons.set(spelling, list.reason);
        this.openers.add(spelling.split(" ")[0] ?? "");
      }
    }
  }

  /** The reason of the shortest phrase the text begins with. */
  reasonOfOpening(opening: OpeningWords): string | undefined {
    return this.matchOpening(opening)?.reason;
  }

  /** The shortest phrase the text begins with. */
  matchOpening(opening: OpeningWords): OpeningMatch | undefined {
    for (let length = 2; length <= opening.characters.length; length++) {
      const phrase = opening.characters.slice(0, length);
      const reason = this.reasons.get(phrase);
      if (reason) return { reason, phrase };
    }
    if (!this.openers.has(opening.words[0] ?? "")) return undefined;
    let phrase = "";
    for (const word of opening.words) {
      phrase = phrase ? `${phrase} ${word}` : word;
      const reason = this.reasons.get(phrase);
      if (reason) return { reason, phrase };
    }
    return undefined;
  }

  /** The reason of the phrase that is the whole text. */
  reasonOfWhole({ whole }: OpeningWords): string | undefined {
    if (whole === null) return undefined;
    return this.reasons.get(isSpaceless(whole.charCodeAt(0)) ? whole.replaceAll(" ", "") : whole);
  }
}
