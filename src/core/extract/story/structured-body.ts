/*
 * Rescue: the article's text from JSON-LD articleBody, for pages that build their text with scripts.
 */
import { collectBlocks } from "../blocks/html-blocks.ts";
import { foldSpace } from "../blocks/text-shape.ts";
import { decodeEntities, type StructuredData, stringOf } from "../metadata/json-ld.ts";
import { parsePage } from "../tree/parse-page.ts";
import { measureWords } from "../word-count.ts";

/** Only where less than this was found on the page itself, */
const MAX_FOUND_WORDS = 120;
/** and the structured text is this much longer, */
const MIN_RATIO = 1.5;
/** and no mere summary. */
const MIN_STRUCTURED_WORDS = 40;

/** @returns paragraphs, null where the page's own text is better */
export function structuredBody(data: StructuredData, foundWords: number): string[] | null {
  if (foundWords >= MAX_FOUND_WORDS) return null;
  const body = stringOf(data.article?.articleBody);
  const words = measureWords(body);
  if (words <= MIN_RATIO * foundWords || words <= MIN_STRUCTURED_WORDS) return null;
  return paragraphsOf(body);
}

function paragraphsOf(body: string): string[] {
  if (/<\w{1,12}[\s>]/.test(body)) {
    const parsed = parsePage(body);
    if (parsed.kind === "tree") return collectBlocks(parsed.tree.root).blocks.map((block) => block.text);
  }
  return decodeEntities(body)
    .split(/\r\n?|\n/)
    .map(foldSpace)
    .filter(Boolean);
}
