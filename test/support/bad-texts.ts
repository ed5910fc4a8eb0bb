/* Texts as no newsroom writes them, which the service meets all the same; and what must come of each. */
import type { NotComparable } from "../../src/core/model.ts";
import { story } from "./articles.ts";

const TEN_MEGABYTES = 10_000_000;
const MILLION = 1_000_000;
const STEP = 2_654_435_761;

/** Words that are no language's; two seeds share none of four in a row. */
function inventedWords(seed: number, characters: number): string {
  const words: string[] = [];
  let state = Math.imul(seed + 1, STEP) >>> 0;
  for (let length = 0; length < characters; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const word = state.toString(36);
    words.push(word);
    length += word.length + 1;
  }
  return words.join(" ").slice(0, characters);
}

const figures = (seed: number): string => Array.from({ length: 300 }, (_, i) => (i + 1) * seed).join(" ");

/** One sentence a script, varied by a number. */
function manyScripts(number: number): string {
  return Array.from({ length: 12 }, (_, i) =>
    [
      `Harbour notice ${number * i} for pier ${i + number}.`,
      `Паром номер ${i * number} вышел в порт ${number}.`,
      `Το πλοίο ${i + number} έφτασε στο λιμάνι ${number * 3}.`,
      `السفينة ${number * i + 1} في الميناء ${i}.`,
      `${number}号渡船于${i}时抵达港口${number * i}。`,
      `नाव ${i * number} बंदरगाह ${number} पहुँची।`,
      `배 ${number + i}척이 항구 ${i * 7}에 도착했다.`,
    ].join(" "),
  ).join("\n");
}

const wire = story(71).join("\n");

/** The text with an invisible character behind every letter. */
const stuffed = (text: string): string => text.replaceAll(/\p{L}/gu, "$&\u200b\u2060");

export interface BadText {
  readonly name: string;
  /** Two texts of this kind, each compared with nothing. */
  readonly texts: readonly [string, string];
  readonly notCompared: NotComparable;
}

/** The same text twice is no copy where there is nothing to compare: it would bridge whole stories. */
export const TEXTS_NOT_COMPARED: readonly BadText[] = [
  { name: "empty text", texts: ["", ""], notCompared: "no-words" },
  { name: "one word", texts: ["harbour", "harbour"], notCompared: "too-short" },
  {
    name: "one word a million times",
    texts: ["harbour ".repeat(MILLION), "harbour ".repeat(MILLION)],
    notCompared: "too-short",
  },
  { name: "only emoji", texts: ["😀👍🏽 ".repeat(500), "😀👍🏽 ".repeat(500)], notCompared: "no-words" },
  {
    name: "only lone surrogates",
    texts: ["\ud83d ".repeat(500), "\ude00\ud83d".repeat(500)],
    notCompared: "no-words",
  },
  {
    name: "only zero-width characters",
    texts: ["\u200b\u200d\ufeff".repeat(5_000), "\u2060".repeat(5_000)],
    notCompared: "no-words",
  },
];

/** Two different texts of one kind, both long enough to be compared: they must not be merged. */
export const TEXTS_APART: ReadonlyArray<{
  readonly name: string;
  readonly texts: readonly [string, string];
}> = [
  { name: "10 MB of text", texts: [inventedWords(1, TEN_MEGABYTES), inventedWords(2, TEN_MEGABYTES)] },
  { name: "only numbers", texts: [figures(7_919), figures(104_729)] },
  { name: "mixed scripts", texts: [manyScripts(3), manyScripts(1_000)] },
  {
    name: "lone surrogates in two stories",
    texts: [wire.replaceAll(". ", ".\ud83d "), story(72).join("\n").replaceAll(". ", ".\ud83d ")],
  },
  { name: "zero-width stuffing of two stories", texts: [stuffed(wire), stuffed(story(72).join("\n"))] },
];

/** A text and what is the same text to a reader: they must be merged. */
export const TEXTS_TOGETHER: typeof TEXTS_APART = [
  { name: "10 MB of text, twice", texts: [inventedWords(1, TEN_MEGABYTES), inventedWords(1, TEN_MEGABYTES)] },
  { name: "only numbers, twice", texts: [figures(7_919), figures(7_919)] },
  { name: "mixed scripts, twice", texts: [manyScripts(3), manyScripts(3)] },
  { name: "zero-width stuffing of a story", texts: [wire, stuffed(wire)] },
  { name: "lone surrogates between a story's sentences", texts: [wire, wire.replaceAll(". ", ".\ud83d ")] },
];
