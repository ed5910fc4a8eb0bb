/* What the simulator makes its copies of: a fixed draw of long texts, and other texts to take foreign matter from. */
import type { EditContext } from "../support/simulator/edits.ts";
import { createRandom } from "../support/simulator/random.ts";
import { paragraphsOf, wordCount, wordsOf } from "../support/simulator/text.ts";

/** What the simulator may take from other texts. */
export function contextOf(texts: readonly string[], titles: readonly string[]): EditContext {
  const paragraphs = texts.flatMap(paragraphsOf).filter(({ length }) => length > 100 && length < 700);
  const words = texts.flatMap((text) => wordsOf(text).filter((_, i) => i % 7 === 0));
  return { paragraphs, headlines: titles, words };
}

/** Sources are texts long enough that a third of one is still comparable. */
export function pickSources(texts: readonly string[], count: number, minWords: number): string[] {
  const random = createRandom(7);
  const long = texts.filter((text) => wordCount(text) >= minWords);
  if (long.length === 0) return [];
  return Array.from({ length: count }, () => random.pick(long));
}
