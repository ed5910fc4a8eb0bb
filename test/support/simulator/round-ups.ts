/*
 * Kinds of round-up: one text that holds several stories. What circulates alone besides (the whole stories, or the
 * same briefs) must not be pulled into one cluster by it.
 */
import { addFurniture, cutTail, type EditContext } from "./edits.ts";
import type { Random } from "./random.ts";
import { joinParagraphs, wordCount } from "./text.ts";

export interface Story {
  readonly title: string;
  readonly text: string;
}

export interface RoundUp {
  readonly text: string;
  /** The texts that circulate alone, in the round-up's order. */
  readonly parts: readonly string[];
}

export interface RoundUpKind {
  readonly name: string;
  /** Stories in one text. */
  readonly size: number;
  readonly compose: (stories: readonly Story[], random: Random, context: EditContext) => RoundUp;
}

const BRIEF_WORDS = 80;
const UNNAMED = "Also reported";

const textsOf = (stories: readonly Story[]): string[] => stories.map(({ text }) => text);

function joined(stories: readonly Story[]): RoundUp {
  return { text: joinParagraphs(textsOf(stories)), parts: textsOf(stories) };
}

function headed(stories: readonly Story[]): RoundUp {
  const blocks = stories.flatMap(({ title, text }) => [title || UNNAMED, text]);
  return { text: joinParagraphs(blocks), parts: textsOf(stories) };
}

function separated(stories: readonly Story[]): RoundUp {
  return { text: textsOf(stories).join("\n\n* * *\n\n"), parts: textsOf(stories) };
}

function furnished(stories: readonly Story[], random: Random, context: EditContext): RoundUp {
  return { text: addFurniture(joined(stories).text, random, context), parts: textsOf(stories) };
}

/** The first whole, of the others the beginning: the stories alone are longer. */
function unequal(stories: readonly Story[]): RoundUp {
  const [first = "", ...others] = textsOf(stories);
  return {
    text: joinParagraphs([first, ...others.map((text) => cutTail(text, 0.3))]),
    parts: textsOf(stories),
  };
}

function halves(stories: readonly Story[]): RoundUp {
  return {
    text: joinParagraphs(textsOf(stories).map((text) => cutTail(text, 0.5))),
    parts: textsOf(stories),
  };
}

function briefs(stories: readonly Story[]): RoundUp {
  const parts = textsOf(stories).map((text) => cutTail(text, Math.min(1, BRIEF_WORDS / wordCount(text))));
  return { text: joinParagraphs(parts), parts };
}

export const ROUND_UP_KINDS: readonly RoundUpKind[] = [
  { name: "two", size: 2, compose: joined },
  { name: "three", size: 3, compose: joined },
  { name: "headed", size: 2, compose: headed },
  { name: "separated", size: 2, compose: separated },
  { name: "furnished", size: 2, compose: furnished },
  { name: "unequal", size: 2, compose: unequal },
  { name: "halves", size: 2, compose: halves },
  { name: "six briefs", size: 6, compose: briefs },
];
