/*
 * Before the phrases of notices and paywalls are walked, a cheap test asks whether any can be there: it must let every one
 * of them through.
 */
import { describe, expect, it } from "vitest";
import {
  NOTICE_HINT,
  NOTICE_PHRASES,
  SPACELESS_NOTICES,
} from "../../../src/core/extract/vocabulary/notice-phrases.ts";
import {
  PAYWALL_HINT,
  PAYWALL_PHRASES,
  SPACELESS_PAYWALL_PHRASES,
} from "../../../src/core/extract/vocabulary/paywall-phrases.ts";
import type { PhraseList } from "../../../src/core/extract/vocabulary/phrase-list.ts";
import { mayHold } from "../../../src/core/extract/vocabulary/piece-hint.ts";

function phrasesOf(lists: readonly PhraseList[]): string[] {
  return lists.flatMap(({ phrases }) => phrases.split("|").map((phrase) => phrase.trim()));
}

const CHEAP_TESTS = [
  { what: "notice", lists: [...NOTICE_PHRASES, ...SPACELESS_NOTICES], hint: NOTICE_HINT },
  { what: "paywall", lists: [PAYWALL_PHRASES, SPACELESS_PAYWALL_PHRASES], hint: PAYWALL_HINT },
];

describe("the cheap test", () => {
  it.each(CHEAP_TESTS)("lets every phrase of a $what through", ({ lists, hint }) => {
    expect(phrasesOf(lists).filter((phrase) => !mayHold(hint, phrase))).toEqual([]);
  });

  it.each(CHEAP_TESTS)("lets every phrase of a $what through that opens a sentence", ({ lists, hint }) => {
    const opening = phrasesOf(lists).map((phrase) => phrase.charAt(0).toUpperCase() + phrase.slice(1));
    expect(opening.filter((phrase) => !mayHold(hint, phrase))).toEqual([]);
  });

  it.each(CHEAP_TESTS)("spares a sentence without any of the phrases of a $what", ({ hint }) => {
    expect(mayHold(hint, "The last boat is to leave the terminal in October.")).toBe(false);
  });
});
