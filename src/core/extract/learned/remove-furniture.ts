/*
 * remove-furniture: takes a host's learned furniture off the two ends of an article.
 *
 *   [f] [f]  p  p  f  p  p  [f] [f]      only the unbroken runs at the ends go; an f between paragraphs stays
 *
 * Must never remove: a paragraph behind one that is kept; a long one; so much that hardly any text is left.
 */
import type { ExtractedArticle, RemovedBlock } from "../../model.ts";
import { countWords } from "../word-count.ts";
import { isShort } from "./edge-blocks.ts";
import { type BlockKey, blockKey, EDGE_BLOCKS, type Edge } from "./furniture.ts";

/** The step word of the removed blocks. */
export const LEARNED_STEP = "learned-boilerplate";
/** Where less would be left, nothing is removed: what recurs is then perhaps the article itself. */
const MIN_REMAINING_WORDS = 40;

/** As much of an article as is read and changed here. */
export interface RemovableText {
  /** Paragraphs separated by "\n". */
  readonly text: string;
  readonly wordCount: number;
  /** Left out where nobody looks at removed blocks. */
  readonly removed?: readonly RemovedBlock[];
}

/** @returns the article itself where nothing of it is furniture */
export function removeFurniture<Article extends RemovableText>(
  article: Article,
  furniture: ReadonlySet<BlockKey>,
): Article {
  if (furniture.size === 0) return article;
  const paragraphs = article.text.split("\n");
  const head = runLength(paragraphs, "head", furniture);
  const tail = runLength(paragraphs.slice(head).reverse(), "tail", furniture);
  const end = paragraphs.length - tail;
  const text = paragraphs.slice(head, end).join("\n");
  const wordCount = countWords(text);
  if (head + tail === 0 || wordCount < MIN_REMAINING_WORDS) return article;
  const removed = [
    ...paragraphs.slice(0, head).map((block) => removedBlock("head", block)),
    ...paragraphs.slice(end).map((block) => removedBlock("tail", block)),
  ];
  const report = article.removed ? { removed: [...removed, ...article.removed] } : {};
  return { ...article, text, wordCount, ...report };
}

/** Blocks of furniture without a gap. @param inward paragraphs from the edge inward */
function runLength(inward: readonly string[], edge: Edge, furniture: ReadonlySet<BlockKey>): number {
  const isKept = (paragraph: string): boolean =>
    !isShort(paragraph) || !furniture.has(blockKey(edge, paragraph));
  const first = inward.slice(0, EDGE_BLOCKS).findIndex(isKept);
  return first >= 0 ? first : Math.min(EDGE_BLOCKS, inward.length);
}

const removedBlock = (edge: Edge, text: string): RemovedBlock => ({
  step: LEARNED_STEP,
  reason: `learned-${edge}`,
  text,
});

/**
 * The article as it stood when this text of it was first accepted, under other furniture.
 * @param article as it is now
 * @param textBefore its text before any furniture was removed
 * @param keptText what was left of textBefore then
 */
export function withKeptText(
  article: ExtractedArticle,
  textBefore: string,
  keptText: string,
): ExtractedArticle {
  const at = textBefore.indexOf(keptText);
  const lines = (text: string): string[] => text.split("\n").filter((line) => line !== "");
  const removed = [
    ...lines(textBefore.slice(0, at)).map((block) => removedBlock("head", block)),
    ...lines(textBefore.slice(at + keptText.length)).map((block) => removedBlock("tail", block)),
    ...article.removed.filter(({ step }) => step !== LEARNED_STEP),
  ];
  return { ...article, text: keptText, wordCount: countWords(keptText), removed };
}
