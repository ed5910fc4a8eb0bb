/*
 * Datelines of Indonesian and Malaysian papers: a place in mixed case, the outlet beside it or not, and a dash.
 *
 *   <b>Varnby</b> - Pemerintah kota …      Varnby, Courier.example - …      Courier, Varnby -- …
 *
 * Elsewhere such a head is a name or a label ("Jonna Tvedt - The diver"), so the sentence behind it has to be in one of
 * these languages; and a place alone is one of two that play or lie beside each other ("Halmby - Varnby berakhir imbang"),
 * so the outlet has to stand there, the dash of wires, or the head has to be set in bold.
 */
import { INDONESIAN_WORDS } from "../vocabulary/indonesian-words.ts";
import { normaliseWords } from "../vocabulary/phrase-set.ts";
import { wordSet } from "../vocabulary/word-list.ts";

export interface IndonesianDateline {
  readonly place: string;
  /** The text behind it. */
  readonly rest: string;
}

const HEAD = /^(\p{Lu}[^\s,]{1,24}(?:,? \p{Lu}[^\s,]{0,24}){0,4})\s?(-{1,2}|[–—])\s?(?=[\p{Lu}"“])/u;
const DASH_BEHIND = /^\s?[-–—]{0,2}\s?$/u;
const WIRE_DASH = "--";
/** "Courier.example" */
const SITE = /\p{L}\.\p{L}/u;
/** Places have up to three words: "Halmby Timur Laut". */
const MAX_PLACE_WORDS = 3;
/** Behind the dash, where the words of the language are looked for. */
const MAX_SEARCHED_CHARACTERS = 300;
const MIN_KNOWN_WORDS = 2;
const LABELS = wordSet("video foto opini infografis kolom fokus breaking update live");

/** @param bold what opens the text in bold, empty where nothing does */
export function readIndonesianDateline(text: string, bold: string): IndonesianDateline | null {
  const match = HEAD.exec(text);
  if (match === null) return null;
  const [taken, head = "", dash = ""] = match;
  const isMarked = dash === WIRE_DASH || SITE.test(head) || opensWith(bold, head);
  if (!isMarked) return null;
  const rest = text.slice(taken.length);
  const place = head.split(", ").find((part) => !SITE.test(part));
  if (place === undefined || place.split(" ").length > MAX_PLACE_WORDS) return null;
  return LABELS.has(place.toLowerCase()) || !isIndonesian(rest) ? null : { place, rest };
}

/** True where nothing but the head, and perhaps its dash, is in bold. */
function opensWith(bold: string, head: string): boolean {
  return bold.startsWith(head) && DASH_BEHIND.test(bold.slice(head.length));
}

function isIndonesian(text: string): boolean {
  const words = new Set(normaliseWords(text.slice(0, MAX_SEARCHED_CHARACTERS)).split(" "));
  return [...words].filter((word) => INDONESIAN_WORDS.has(word)).length >= MIN_KNOWN_WORDS;
}
