/*
 * What an outlet's desk does to a wire story before printing it. Every copy has its own headline; the rest
 * is one of the edits below or several of them. All of them remain one story to a careful reader.
 */
import type { Random } from "../simulator/random.ts";
import { createSpeaker, type Story } from "./story.ts";
import { SPELLINGS } from "./vocabulary.ts";

export const COPY_EDITS = ["verbatim", "spelling", "truncated", "local-paragraph", "all-together"] as const;
export type CopyEdit = (typeof COPY_EDITS)[number];

/** A desk cuts a story from its end, seldom below half. */
const LEAST_SHARE_KEPT = 0.5;
const MOST_SHARE_KEPT = 0.8;
/** Outlets print a wire story within half a day. */
const PRINTING_DELAY_MS = 12 * 3_600_000;

function americanSpelling(text: string): string {
  return SPELLINGS.reduce((done, [uk, us]) => done.replaceAll(uk, us), text);
}

function truncated(paragraphs: readonly string[], random: Random): readonly string[] {
  const share = LEAST_SHARE_KEPT + random.next() * (MOST_SHARE_KEPT - LEAST_SHARE_KEPT);
  return paragraphs.slice(0, Math.ceil(paragraphs.length * share));
}

/** One paragraph of the outlet's own, anywhere but in front. */
function withLocalParagraph(paragraphs: readonly string[], random: Random): readonly string[] {
  const own = createSpeaker(random).paragraph();
  return paragraphs.toSpliced(1 + random.below(paragraphs.length), 0, own);
}

function edited(paragraphs: readonly string[], edit: CopyEdit, random: Random): readonly string[] {
  switch (edit) {
    case "verbatim":
      return paragraphs;
    case "spelling":
      return paragraphs.map(americanSpelling);
    case "truncated":
      return truncated(paragraphs, random);
    case "local-paragraph":
      return withLocalParagraph(paragraphs, random);
    case "all-together":
      return withLocalParagraph(truncated(paragraphs.map(americanSpelling), random), random);
    default:
      return edit satisfies never;
  }
}

export function wireCopy(story: Story, edit: CopyEdit, random: Random): Story {
  const { paragraphs, publishedAt } = story;
  const printed = edited(paragraphs, edit, random);
  // Another desk's headline names no cast of the story: nothing of it may help to find the copy.
  const headline = createSpeaker(random).headline();
  return {
    ...story,
    headline,
    paragraphs: printed,
    publishedAt: publishedAt + random.below(PRINTING_DELAY_MS),
  };
}
