/*
 * Columns of briefs: a text of many short reports, of which the passage is one.
 *
 *     column    | brief | brief | the passage | brief | brief |      blocks are unlike each other
 *     excerpt   | what the brief took | the rest of the story |      blocks name the same things
 *
 * One brief of 80 words says too little to be held against the rest; the blocks of the whole text together say
 * enough. Words of four letters count here, where digest.ts counts those of six and names: a block holds few words.
 * The weights were fitted as those of digest.ts were.
 */
import { type Cohesion, cohesionOf, logLikeness, PassageWords } from "./cohesion.ts";
import { type MarkedText, nameOrWordAt } from "./marked-text.ts";
import { standInParagraphs } from "./paragraphs.ts";
import { lengthOf, passageBeside, type Range } from "./remainders.ts";
import type { Rules } from "./rules.ts";
import { weightOf } from "./word-counts.ts";

/** A longer passage is a story. */
const MAX_BRIEF_WORDS = 200;
/** A brief stands in one piece; a sentence of it may have come up elsewhere. */
const MAX_PIECES = 2;
/** Shorter runs beside the passage are lines, notices, insertions. */
const MIN_RUN_WORDS_OF_COLUMN = 80;
/** Three briefs of 80 words. */
const MIN_COLUMN_WORDS = 240;
/** Half the length of a brief, so that most blocks lie in one. */
const BLOCK_WORDS = 50;
/**
 * Blocks that follow each other share a word or two even in a column. With less it is a list, or a language whose words
 * seldom recur in one form: nothing can be said then.
 */
const MIN_LIKENESS_OF_NEIGHBOURS = 0.045;

const WEIGHTS = {
  blocks: -8.1,
  neighbours: 1.9,
  between: -3,
  repeatedKnown: -4.3,
  namesKnown: -5.5,
  constant: -19.5,
} as const;

/** True if `text` is a column of briefs, and what is left of it beside `remainders` one of them. */
export function isColumnOfBriefs(text: MarkedText, remainders: readonly Range[], rules: Rules): boolean {
  const { length } = text.tokens;
  const unit = text.tokensPerWord;
  const passage = passageBeside(remainders, length);
  const passageLength = lengthOf(passage);
  if (passage.length === 0 || passage.length > MAX_PIECES) return false;
  if (passageLength > Math.min(MAX_BRIEF_WORDS * unit, rules.digestBriefShare * length)) return false;
  const others = remainders.filter((run) => lengthOf([run]) >= MIN_RUN_WORDS_OF_COLUMN * unit);
  const othersLength = lengthOf(others);
  if (othersLength < MIN_COLUMN_WORDS * unit) return false;
  if (!standInParagraphs(text, others)) return false;
  const blocks = likenessOfBlocks(text);
  if (blocks.neighbours < MIN_LIKENESS_OF_NEIGHBOURS) return false;
  return weigh(cohesionOf(text, new PassageWords(text, passage), others, false), blocks) > 0;
}

function weigh(cohesion: Cohesion, { all, neighbours }: BlockLikeness): number {
  return (
    WEIGHTS.constant +
    WEIGHTS.blocks * logLikeness(all) +
    WEIGHTS.neighbours * logLikeness(neighbours) +
    WEIGHTS.between * logLikeness(cohesion.between) +
    WEIGHTS.repeatedKnown * cohesion.repeatedKnown +
    WEIGHTS.namesKnown * cohesion.namesKnown
  );
}

/** Mean likeness of the blocks of a text, 0 to 1. */
interface BlockLikeness {
  /** Of any two, */
  readonly all: number;
  /** and of those that follow each other. */
  readonly neighbours: number;
}

type Block = ReadonlyMap<number, number>;

/** Blocks as vectors of length one: the square of their sum holds the likeness of every two. */
function likenessOfBlocks(text: MarkedText): BlockLikeness {
  const { length } = text.tokens;
  const count = Math.max(2, Math.round(length / (BLOCK_WORDS * text.tokensPerWord)));
  const sum = new Map<number, number>();
  let neighbours = 0;
  let before: Block = new Map();
  for (let b = 0; b < count; b++) {
    const block = blockOf(text, Math.floor((b * length) / count), Math.floor(((b + 1) * length) / count));
    for (const [word, weight] of block) {
      sum.set(word, (sum.get(word) ?? 0) + weight);
      neighbours += weight * (before.get(word) ?? 0);
    }
    before = block;
  }
  let squares = 0;
  for (const weight of sum.values()) squares += weight ** 2;
  return {
    all: Math.max(0, (squares - count) / (count * (count - 1))),
    neighbours: neighbours / (count - 1),
  };
}

function blockOf(text: MarkedText, from: number, to: number): Block {
  const weights = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const word = nameOrWordAt(text, i);
    if (word !== 0) weights.set(word, (weights.get(word) ?? 0) + 1);
  }
  let squares = 0;
  for (const [word, count] of weights) {
    weights.set(word, weightOf(count));
    squares += weightOf(count) ** 2;
  }
  const length = Math.sqrt(squares);
  for (const [word, weight] of weights) weights.set(word, weight / length);
  return weights;
}
