/*
 * A JSON Feed that broke off in the middle, or carries too many items: keep the whole items that came.
 * One pass over the characters that knows only strings and brackets; JSON.parse then judges what is kept.
 *
 *   {"title":"T","items":[{…},{…},{…                  ──▶   {"title":"T","items":[{…},{…}]}
 *                                ▲ end of the last whole item
 */
import { MAX_ELEMENT_DEPTH } from "./feed-model.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
/** Within the outer object and its array of items. */
const ITEM_DEPTH = 2;

export type CutJson =
  | { readonly kind: "cut"; readonly document: string }
  | { readonly kind: "too-deep" }
  | { readonly kind: "no-items" };

/** @returns index of the quote that ends the string whose opening quote stands at `start`; the length where none does */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return at;
    if (unit === BACKSLASH) at++;
  }
  return text.length;
}

/**
 * @param text a document that starts with `{`
 * @param maxItems items kept, from the first
 */
export function wholeItemsOf(text: string, maxItems: number): CutJson {
  let depth = 0;
  let inItems = false;
  let lastKey = "";
  let itemsKept = 0;
  let keptEnd: number | undefined;
  for (let at = 0; at < text.length && itemsKept < maxItems; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      const end = endOfString(text, at);
      if (depth === 1) lastKey = text.slice(at + 1, end);
      at = end;
    } else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) {
      depth++;
      if (depth > MAX_ELEMENT_DEPTH) return { kind: "too-deep" };
      if (depth === ITEM_DEPTH) inItems = unit === OPEN_BRACKET && lastKey === "items";
    } else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) {
      depth--;
      if (depth < 1) break;
      if (inItems && depth === ITEM_DEPTH) {
        keptEnd = at + 1;
        itemsKept++;
      }
      // A second array of items does not belong to a feed; the first one stands.
      if (inItems && depth < ITEM_DEPTH) break;
    }
  }
  if (keptEnd === undefined) return { kind: "no-items" };
  return { kind: "cut", document: `${text.slice(0, keptEnd)}]}` };
}
