/*
 * consent-notices: removes cookie and consent texts, which stand anywhere in the source of a page.
 *
 * Must never remove: text on a page that is about cookies, i.e. where the notice would be half of the text or
 * more; quotations. A page with hardly a word besides the notice is not about cookies: it has no article.
 */
import { opensQuotation } from "../blocks/text-shape.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { CONSENT_PHRASES } from "../vocabulary/consent-phrases.ts";
import { normaliseWords } from "../vocabulary/phrase-set.ts";

const MIN_NOTICE_WORDS = 6;
const MAX_NOTICE_WORDS = 160;
/** Fewer words than this besides the notice are no text about anything. */
const MIN_OTHER_WORDS = 15;
/** The words every phrase of the list holds one of: a cheap test before the list is walked. */
const COOKIE_WORD = /ookie|çerez/i;

export const consentNotices: Pass = {
  name: "consent-notices",
  run(draft: Draft): Removal[] {
    let pageWords = 0;
    for (const [, block] of draft.keptBlocks()) pageWords += block.goodWords;
    const removals: Removal[] = [];
    for (const [index, block] of draft.keptBlocks()) {
      if (block.words < MIN_NOTICE_WORDS || block.words > MAX_NOTICE_WORDS) continue;
      const otherWords = pageWords - block.words;
      if (otherWords >= MIN_OTHER_WORDS && otherWords <= block.words) continue;
      if (!COOKIE_WORD.test(block.text) || opensQuotation(block.text)) continue;
      const text = ` ${normaliseWords(block.text)} `;
      if (CONSENT_PHRASES.some((phrase) => text.includes(` ${phrase} `)))
        removals.push({ index, reason: "cookies" });
    }
    return removals;
  },
};
