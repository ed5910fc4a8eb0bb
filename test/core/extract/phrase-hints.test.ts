/*
 * Before the phrases of notices and paywalls are walked, a cheap test asks whether any can be there: it must let every one
 * of them through.
 */
import { describe, expect, it } from "vitest";
import {
  mayHoldNotice,
  NOTICE_PHRASES,
  SPACELESS_NOTICES,
} from "../../../src/core/extract/vocabulary/notice-phrases.ts";
import {
  mayNamePaywall,
  PAYWALL_PHRASES,
  SPACELESS_PAYWALL_PHRASES,
} from "../../../src/core/extract/vocabulary/paywall-phrases.ts";
import type { PhraseList } from "../../../src/core/extract/vocabulary/phrase-set.ts";

function phrasesOf(lists: readonly PhraseList[]): string[] {
  return lists.flatMap(({ phrases }) => phrases.split("|").map((phrase) => phrase.trim()));
}

const CHEAP_TESTS = [
  { what: "notice", lists: [...NOTICE_PHRASES, ...SPACELESS_NOTICES], mayHold: mayHoldNotice },
  { what: "paywall", lists: [PAYWALL_PHRASES, SPACELESS_PAYWALL_PHRASES], mayHold: mayNamePaywall },
];

describe("the cheap test", () => {
  it.each(CHEAP_TESTS)("lets every phrase of a $what through", ({ lists, mayHold }) => {
    expect(phrasesOf(lists).filter((phrase) => !mayHold(phrase))).toEqual([]);
  });

  it.each(CHEAP_TESTS)("lets every phrase of a $what through that opens a sentence", ({ lists, mayHold }) => {
    const opening = phrasesOf(lists).map((phrase) => phrase.charAt(0).toUpperCase() + phrase.slice(1));
    expect(opening.filter((phrase) => !mayHold(phrase))).toEqual([]);
  });

  it.each(CHEAP_TESTS)("spares a sentence without any of the phrases of a $what", ({ mayHold }) => {
    expect(mayHold("The last boat is to leave the terminal in October.")).toBe(false);
  });
});
