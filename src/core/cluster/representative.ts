/*
 * Which member speaks for a cluster. Each article has a rank, a string made of its own record alone; the
 * member with the least rank represents. So the choice does not depend on the order of arrival, and the
 * Lua script that adds a member only compares two strings.
 *
 *   rank = one part per criterion, in the order of the setting, then the ArticleId
 *          0:999999587:20231128041000:5f0c…
 *
 * All parts have a fixed width and hold digits only (hex in the id), since Lua compares strings by the
 * server's locale, in which only these are sure to be in byte order.
 */
import type { ArticleId } from "../model.ts";
import { AGENCY_DOMAINS } from "./agency-domains.ts";

/** The agency's own page first; the text with most words first; the earliest publication first. */
export type RepresentativeCriterion = "agency" | "complete" | "earliest";
export const DEFAULT_REPRESENTATIVE_ORDER: readonly RepresentativeCriterion[] = [
  "agency",
  "complete",
  "earliest",
];

export interface RankedArticle {
  readonly articleId: ArticleId;
  readonly publisher: string | null;
  /** RFC 3339 instant or plain date. */
  readonly datePublished: string | null;
  /** Words of its text. */
  readonly tokenCount: number;
}

const MAX_WORDS = 999_999_999;
const WORD_DIGITS = String(MAX_WORDS).length;
/** yyyymmddhhmmss */
const TIME_DIGITS = 14;
const MAX_YEAR = 9_999;
/** A number times this has room for two digits more. */
const TWO_DIGITS = 100;
const UNKNOWN_TIME = "9".repeat(TIME_DIGITS);

/** The lower, the better. */
export function representativeRank(
  article: RankedArticle,
  order: readonly RepresentativeCriterion[] = DEFAULT_REPRESENTATIVE_ORDER,
): string {
  let rank = "";
  for (const criterion of order) rank += `${rankPart(article, criterion)}:`;
  return rank + article.articleId;
}

function rankPart(article: RankedArticle, criterion: RepresentativeCriterion): string {
  switch (criterion) {
    case "agency":
      return article.publisher !== null && AGENCY_DOMAINS.has(article.publisher) ? "0" : "1";
    case "complete":
      return String(MAX_WORDS - Math.min(article.tokenCount, MAX_WORDS)).padStart(WORD_DIGITS, "0");
    case "earliest":
      return timeDigits(article.datePublished);
    default:
      return criterion satisfies never;
  }
}

/**
 * A plain date counts as its first second; a year that four digits do not hold counts as unknown. As one number, since
 * toISOString and taking out what is no digit take four times as long.
 */
function timeDigits(date: string | null): string {
  const at = new Date(date ?? Number.NaN);
  const year = at.getUTCFullYear();
  if (!(year >= 0 && year <= MAX_YEAR)) return UNKNOWN_TIME;
  const day = (year * TWO_DIGITS + at.getUTCMonth() + 1) * TWO_DIGITS + at.getUTCDate();
  const minute = (day * TWO_DIGITS + at.getUTCHours()) * TWO_DIGITS + at.getUTCMinutes();
  return String(minute * TWO_DIGITS + at.getUTCSeconds()).padStart(TIME_DIGITS, "0");
}

export type MemberRole = "representative" | "copy" | "excerpt" | "unknown";

/** Of the representative's words. As of a pair: a copy fills at least half of the longer text. */
const LEAST_SHARE_OF_COPY = 0.5;

/**
 * What a member is beside the representative, by length alone: so it does not depend on which member it was compared
 * with when it came. A member shorter than half of the representative is an excerpt; all longer ones count as copies,
 * also one that is longer than the representative.
 * @param words of the member's newest text, undefined where it is no longer known
 * @param representativeWords of the representative's newest text, undefined where it is no longer known
 * @returns `unknown` where one of the two is; never `representative`
 */
export function roleBeside(words: number | undefined, representativeWords: number | undefined): MemberRole {
  if (words === undefined || representativeWords === undefined) return "unknown";
  return words < LEAST_SHARE_OF_COPY * representativeWords ? "excerpt" : "copy";
}

/** Number of independent publishers: registrable domains; members without one are not counted. */
export function countPublishers(publishers: Iterable<string | null>): number {
  const distinct = new Set(publishers);
  distinct.delete(null);
  return distinct.size;
}
