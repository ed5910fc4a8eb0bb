/*
 * Which blocks of one article may turn out to be its host's furniture: short paragraphs among the first and last few
 * that do not speak of the article's topic. The page votes for these.
 *
 * The rest of the text says which story it was that voted: one story printed on ten pages of a host is one vote. It
 * must not hold the candidates themselves, or all pages with the same furniture would look like one story.
 */
import { countWords } from "../word-count.ts";
import { type BlockKey, blockKey, EDGE_BLOCKS, type Edge } from "./furniture.ts";
import { sharesTopic } from "./topic-words.ts";

/** A longer paragraph is never furniture. Appeals and notes on the publisher have 10 to 60 words. */
const MAX_FURNITURE_WORDS = 80;
/** The same in characters, for "words" without end: 80 words of the longest languages have about 800. */
const MAX_FURNITURE_CHARACTERS = 1_000;
/** A text with fewer words besides its candidates cannot tell its story from another one. */
const MIN_STORY_WORDS = 60;
/** Characters of the story that are looked at: enough to tell stories apart, at half the cost of the whole text. */
const STORY_CHARACTERS = 3_000;
const SAMPLE_CHARACTERS = 120;

/** A block a page votes for. */
export interface Candidate {
  readonly key: BlockKey;
  /** How the block begins, to be shown to people: at most 120 characters. */
  readonly sample: string;
}

export interface EdgeBlocks {
  readonly candidates: readonly Candidate[];
  /** The paragraphs that are no candidates, as far as stories are told apart by them. */
  readonly story: string;
}

/** Where a paragraph may be furniture; a text of few paragraphs has some that stand at both edges. */
function edgesOf(index: number, count: number): Edge[] {
  const edges: Edge[] = [];
  if (index < EDGE_BLOCKS) edges.push("head");
  if (index >= count - EDGE_BLOCKS) edges.push("tail");
  return edges;
}

export const isShort = (paragraph: string): boolean =>
  paragraph.length <= MAX_FURNITURE_CHARACTERS && countWords(paragraph) <= MAX_FURNITURE_WORDS;

/**
 * @param text clean text before furniture is removed, paragraphs separated by "\n"
 * @returns null for a text with too little besides its edges: it has no vote
 */
export function readEdgeBlocks(text: string): EdgeBlocks | null {
  const paragraphs = text.split("\n");
  const story: string[] = [];
  const candidates: Candidate[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const edges = edgesOf(index, paragraphs.length);
    const mayBeFurniture =
      edges.length > 0 && isShort(paragraph) && !sharesTopic(paragraph, withoutParagraph(paragraphs, index));
    if (!mayBeFurniture) story.push(paragraph);
    else
      for (const edge of edges)
        candidates.push({ key: blockKey(edge, paragraph), sample: paragraph.slice(0, SAMPLE_CHARACTERS) });
  }
  const beginning = story.join("\n").slice(0, STORY_CHARACTERS);
  return countWords(beginning) < MIN_STORY_WORDS ? null : { candidates, story: beginning };
}

const withoutParagraph = (paragraphs: readonly string[], index: number): string =>
  paragraphs.toSpliced(index, 1).join("\n");
