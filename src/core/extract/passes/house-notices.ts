/*
 * house-notices: removes what the house says to its readers wherever it stands: cookie texts, the consent that
 * embedded posts and videos ask for, affiliate disclosures, notices about the sale of data, the line at a paywall.
 *
 * Must never remove: text on a page that is about these things, i.e. where the notice would be half of the text or
 * more, or where more blocks than two speak of commissions or data; quotations; sentences that neither name the house
 * nor speak to its readers ("The portal uses cookies without consent, the court found"), and under a headline about
 * cookies those that speak to readers only. A page with hardly a word besides the notice is not about it: it has no
 * article.
 */
import type { Block } from "../blocks/block.ts";
import { endsSentence, opensQuotation } from "../blocks/text-shape.ts";
import type { Draft, Pass, Removal } from "../draft.ts";
import { FORMAL_YOU, HOUSE_WORDS, READER_WORDS, SPACELESS_ADDRESS } from "../vocabulary/address-words.ts";
import { NOTICE_HINT, NOTICE_PHRASES, SPACELESS_NOTICES } from "../vocabulary/notice-phrases.ts";
import { PAYWALL_HINT, PAYWALL_PHRASES, SPACELESS_PAYWALL_PHRASES } from "../vocabulary/paywall-phrases.ts";
import { normaliseWords } from "../vocabulary/phrase-set.ts";
import { PhrasesWithin } from "../vocabulary/phrases-within.ts";
import { alternatives, mayHold, type PieceHint } from "../vocabulary/piece-hint.ts";
import { isSpaceless } from "../word-count.ts";

const MIN_NOTICE_WORDS = 3;
const MAX_NOTICE_WORDS = 160;
/** Disclosures are a sentence or two and a paywall is a line; longer blocks that speak of them are about them. */
const MAX_WORDS: ReadonlyMap<string, number> = new Map([
  ["affiliate-notice", 70],
  ["data-notice", 70],
  ["paywall", 45],
]);
/** Fewer words than this besides the notice are no text about anything. */
const MIN_OTHER_WORDS = 15;
/** A house discloses once or twice; a text about commissions speaks of them all the time. */
const MAX_DISCLOSURES = 2;
const DISCLOSURES: ReadonlySet<string> = new Set(["affiliate-notice", "data-notice"]);

/** Placeholders of embedded content are spoken to readers in every wording. */
const REPORTED: ReadonlySet<string> = new Set(["cookies", "paywall", "affiliate-notice", "data-notice"]);
/** Shorter lines are labels. */
const MIN_REPORT_WORDS = 12;
/** Scripts in whose languages the words of address are known. */
const HAS_KNOWN_SCRIPT = /^[^\p{L}]{0,20}[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
/** A capital or a number within a sentence. */
const NAMES_SOMETHING = /[\p{L},;:] (?:\p{Lu}\p{Ll}|\d)/u;
const COOKIES = /cookies?|クッキー|çerez/giu;

const NOTICES = new PhrasesWithin(
  [...NOTICE_PHRASES, PAYWALL_PHRASES],
  [...SPACELESS_NOTICES, SPACELESS_PAYWALL_PHRASES],
);
const HINTS = [NOTICE_HINT, PAYWALL_HINT];
const HINT: PieceHint = {
  ascii: new RegExp(alternatives(HINTS.map(({ ascii }) => ascii)), "i"),
  other: new RegExp(alternatives(HINTS.map(({ other }) => other)), "i"),
};

export const houseNotices: Pass = {
  name: "house-notices",
  run(draft: Draft): Removal[] {
    let headline: string | null = null;
    let disclosures = 0;
    let pageWords = 0;
    let noticeWords = 0;
    const notices: Array<Removal & { readonly block: Block }> = [];
    for (const [index, block] of draft.keptBlocks()) {
      pageWords += block.goodWords;
      const reason = noticeReason(block);
      if (reason === undefined) continue;
      if (DISCLOSURES.has(reason)) disclosures++;
      headline ??= headlineOf(draft);
      if (isReport(block, reason, headline)) continue;
      noticeWords += block.goodWords;
      notices.push({ index, reason, block });
    }
    // A wall of two or three paragraphs: each is half of the text, and none is what the page is about.
    const isWall = pageWords - noticeWords < MIN_OTHER_WORDS && noticeWords <= MAX_NOTICE_WORDS;
    const removals: Removal[] = [];
    for (const { index, reason, block } of notices) {
      const otherWords = pageWords - block.goodWords;
      const isTheText = otherWords >= MIN_OTHER_WORDS && otherWords <= block.words;
      if (isWall || !isTheText) removals.push({ index, reason });
    }
    return disclosures <= MAX_DISCLOSURES
      ? removals
      : removals.filter(({ reason }) => !DISCLOSURES.has(reason));
  },
};

function noticeReason(block: Block): string | undefined {
  if (block.words < MIN_NOTICE_WORDS || block.words > MAX_NOTICE_WORDS) return undefined;
  if (!mayHold(HINT, block.text) || opensQuotation(block.text)) return undefined;
  const reason = NOTICES.reasonIn(block.text);
  const maxWords = reason === undefined ? 0 : (MAX_WORDS.get(reason) ?? MAX_NOTICE_WORDS);
  return block.words <= maxWords ? reason : undefined;
}

/** The page's own headline, empty where none is shown. */
function headlineOf({ blocks, page }: Draft): string {
  const headline = blocks.find(({ headingLevel, text }) => headingLevel > 0 && page.title.matches(text));
  return headline?.text ?? "";
}

/**
 * A sentence about others: it names somebody, a place or a day, and whoever speaks to readers says "you", "we" or "this
 * site". Without a headline above it there is nothing that it could report.
 */
function isReport(block: Block, reason: string, headline: string): boolean {
  const { text, words } = block;
  if (!REPORTED.has(reason) || headline === "" || words < MIN_REPORT_WORDS || !endsSentence(text))
    return false;
  if (isSpaceless(firstLetterOf(text))) return !SPACELESS_ADDRESS.some((piece) => text.includes(piece));
  if (!HAS_KNOWN_SCRIPT.test(text) || !NAMES_SOMETHING.test(text.replace(COOKIES, " "))) return false;
  const spoken = ` ${normaliseWords(text)} `;
  if (HOUSE_WORDS.some((word) => spoken.includes(word))) return false;
  const isToReaders = FORMAL_YOU.test(text) || READER_WORDS.some((word) => spoken.includes(word));
  return !isToReaders || headline.search(COOKIES) >= 0;
}

function firstLetterOf(text: string): number {
  return /\p{L}/u.exec(text)?.[0].charCodeAt(0) ?? 0;
}
