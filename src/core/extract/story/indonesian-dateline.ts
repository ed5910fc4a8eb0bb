/*
 * Datelines of Indonesian and Malaysian papers: a place in mixed case, the outlet beside it or not, and a dash.
 *
 *   Varnby - Pemerintah kota …      Varnby, Courier.example - …      Courier.example, Varnby -- …
 *
 * Elsewhere such a head is a name or a label ("Jonna Tvedt - The diver"), so the sentence behind it has to be in one of
 * these languages.
 */
import { INDONESIAN_WORDS } from "../vocabulary/indonesian-words.ts";
import { normaliseWords } from "../vocabulary/phrase-set.ts";

export interface IndonesianDateline {
  readonly place: string;
  /** The text behind it. */
  readonly rest: string;
}

const HEAD = /^(\p{Lu}[^\s,]{1,24}(?:,? \p{Lu}[^\s,]{0,24}){0,4})\s?(?:-{1,2}|[–—])\s?(?=[\p{Lu}"“])/u;
/** "Courier.example" */
const SITE = /\p{L}\.\p{L}/u;
/** Places have up to three words: "Halmby Timur Laut". */
const MAX_PLACE_WORDS = 3;
/** Behind the dash, where the words of the language are looked for. */
const MAX_SEARCHED_CHARACTERS = 300;
const MIN_KNOWN_WORDS = 2;
const LABELS: ReadonlySet<string> = new Set(
  "video foto opini infografis kolom fokus breaking update live".split(" "),
);

export function readIndonesianDateline(text: string): IndonesianDateline | null {
  const match = HEAD.exec(text);
  if (match === null) return null;
  const rest = text.slice(match[0].length);
  const place = (match[1] ?? "").split(", ").find((part) => !SITE.test(part));
  if (place === undefined || place.split(" ").length > MAX_PLACE_WORDS) return null;
  return LABELS.has(place.toLowerCase()) || !isIndonesian(rest) ? null : { place, rest };
}

function isIndonesian(text: string): boolean {
  const words = new Set(normaliseWords(text.slice(0, MAX_SEARCHED_CHARACTERS)).split(" "));
  return [...words].filter((word) => INDONESIAN_WORDS.has(word)).length >= MIN_KNOWN_WORDS;
}
