/* What the simulator makes its copies of: a fixed draw of long texts, and other texts to take foreign matter from. */
import type { EditContext } from "../support/simulator/edits.ts";
import { createRandom } from "../support/simulator/random.ts";
import { paragraphsOf, wordCount, wordsOf } from "../support/simulator/text.ts";

/** Characters: a paragraph, not a line and not a whole text. */
const [MIN_PARAGRAPH, MAX_PARAGRAPH] = [100, 700];
/** One word in so many is taken. */
const WORD_STEP = 7;
/** The draw is the same in every run. */
const SEED = 7;

/** What the simulator may take from other texts. */
export function contextOf(texts: readonly string[], titles: readonly string[]): EditContext {
  const paragraphs = texts
    .flatMap(paragraphsOf)
    .filter(({ length }) => length > MIN_PARAGRAPH && length < MAX_PARAGRAPH);
  const words = texts.flatMap((text) => wordsOf(text).filter((_, i) => i % WORD_STEP === 0));
  return { paragraphs, headlines: titles, words };
}

/** Sources are texts long enough that a third of one is still comparable. */
export function pickSources(texts: readonly string[], count: number, minWords: number): string[] {
  const random = createRandom(SEED);
  const long = texts.filter((text) => wordCount(text) >= minWords);
  if (long.length === 0) return [];
  return Array.from({ length: count }, () => random.pick(long));
}
