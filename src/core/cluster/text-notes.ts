/*
 * Texts that are known beyond the window. When a revision leaves the index, a note stays: the key of its text and
 * whose it was. An article that comes with that very text under another URL joins the old one by the rule `same-text`.
 *
 *   day 0   a: "Storm hits Varnby"                        [a]
 *   day 7   a leaves the index                            note: 9c41… -> a
 *   day 30  b: "Storm hits Varnby", another URL           [a b], b because of the note
 *
 * A note stays as long as what it leads to: that of a member of a cluster as long as the cluster, that of an article
 * which stood alone for a time after its placing. One note per text is enough, since articles of one text are one
 * cluster. Of two the one that stays longer is kept, whichever came first. Moments are told in whole seconds.
 */
import { notComparable } from "../fingerprint/comparable.ts";
import type { ArticleId, ArticleRevision, ContentHash, Evidence } from "../model.ts";

/** 64 bits: among 10^8 texts a placing meets another one's note by chance once in 10^11 times. */
const KEY_HEX_DIGITS = 16;
const MS_PER_SECOND = 1_000;

/** First 16 hex digits of the content hash: title and text, before learned furniture is taken off. */
export type TextKey = string;

/** Undefined for a text that is too short to be compared: it joins nothing, and leaves no note. */
export function textKeyOf({
  contentHash,
  fingerprint,
}: Pick<ArticleRevision, "contentHash" | "fingerprint">): TextKey | undefined {
  return notComparable(fingerprint) === undefined ? textKeyIn(contentHash) : undefined;
}

const textKeyIn = (contentHash: ContentHash): TextKey => contentHash.slice(0, KEY_HEX_DIGITS);

/** Whose a text was that has left the index. */
export interface TextNote {
  readonly articleId: ArticleId;
  readonly publisher: string | null;
  readonly datePublished: string | null;
  /** ms since epoch, a whole second. */
  readonly placedAt: number;
  /**
   * Of the article, where it was a member of a cluster when its text left the index; undefined where it stood alone.
   * Ordinals are never given twice: an article with another one was forgotten in between.
   */
  readonly memberOrdinal: number | undefined;
}

/** The moment a note tells, ms since epoch. */
export const noteMoment = (ms: number): number => Math.floor(ms / MS_PER_SECOND) * MS_PER_SECOND;

/**
 * @param ordinal of the article that the note names, undefined where it is not known
 * @param since ms since epoch: what stood alone and was placed before is no longer known
 */
export function isRemembered(note: TextNote, ordinal: number | undefined, since: number): boolean {
  return note.memberOrdinal === undefined
    ? note.placedAt >= noteMoment(since)
    : note.memberOrdinal === ordinal;
}

/** True where this note is kept and not the other one on the same text, both of them being remembered. */
export function outlasts(note: TextNote, other: TextNote): boolean {
  const isMember = note.memberOrdinal !== undefined;
  if (isMember !== (other.memberOrdinal !== undefined)) return isMember;
  if (isMember) return (note.memberOrdinal ?? 0) < (other.memberOrdinal ?? 0);
  if (note.placedAt !== other.placedAt) return note.placedAt > other.placedAt;
  return note.articleId < other.articleId;
}

/** What is known of two articles with one text, of which only one is at hand. The placed one is side a. */
export function sameTextEvidence(placed: ArticleRevision, other: ArticleId): Evidence {
  return {
    relation: "copy",
    rule: "same-text",
    hamming: 0,
    containment: 1,
    cover: 1,
    sharedShingles: placed.fingerprint.shingleCount,
    numberOverlap: null,
    // As of any two texts of one length.
    shorter: placed.articleId <= other ? "a" : "b",
  };
}
