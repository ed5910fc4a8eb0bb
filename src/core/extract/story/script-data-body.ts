/*
 * Last rescue: the article's text from the data that a page hands to its own scripts (`<script type="application/json">`,
 * `__NEXT_DATA__` among them), for pages that have neither text nor JSON-LD articleBody.
 *
 * Such data has no common schema, but an article's paragraphs stand at one place of it, whatever that place is called:
 *
 *   {article: {title, body: [{text: P1}, {text: P2}], related: [{teaser: T}]}}
 *        article.body[].text        P1 P2     ◀── the place with most words in sentences
 *        article.related[].teaser   T
 *
 * Pieces of one inner list belong to one paragraph (`body[].children[].text`). Where a place holds whole texts as HTML
 * (`posts[].html`), the longest is taken, since the others are other articles.
 */
import { collectBlocks } from "../blocks/html-blocks.ts";
import { foldSpace, holdsSentenceEnd } from "../blocks/text-shape.ts";
import { decodeEntities, isNode, type JsonValue, parseLenient } from "../metadata/json-ld.ts";
import { parsePage } from "../tree/parse-page.ts";
import { measureWords } from "../word-count.ts";

/** Less is a summary or a line of the interface. */
const MIN_WORDS = 60;
/** Strings of one page that are looked at, and how deep they may stand. */
const MAX_STRINGS = 20_000;
const MAX_DEPTH = 24;
/** Fewest words of a string that counts for its place. */
const MIN_SENTENCE_WORDS = 8;
/** Thai ends no sentence with a mark. */
const THAI = /^\P{L}{0,20}\p{Script=Thai}/u;
const HTML = /<(?:p|div|br|h[1-6])[\s/>]/i;

interface Piece {
  readonly text: string;
  /** The innermost list the piece stands in. */
  readonly list: readonly JsonValue[] | null;
}

/** Strings by their place: keys joined by dots, list positions left out. */
class Places {
  readonly pieces = new Map<string, Piece[]>();
  private count = 0;

  collect(
    value: JsonValue | undefined,
    place: string,
    list: readonly JsonValue[] | null,
    depth: number,
  ): void {
    if (depth > MAX_DEPTH || this.count >= MAX_STRINGS) return;
    if (typeof value === "string") this.add(place, { text: value, list });
    else if (Array.isArray(value)) {
      for (const item of value) this.collect(item, `${place}[]`, value, depth + 1);
    } else if (isNode(value)) {
      for (const key of Object.keys(value)) this.collect(value[key], `${place}.${key}`, list, depth + 1);
    }
  }

  private add(place: string, piece: Piece): void {
    this.count++;
    const known = this.pieces.get(place);
    if (known) known.push(piece);
    else this.pieces.set(place, [piece]);
  }
}

/**
 * @param scripts contents of the page's JSON scripts, well-formed or not
 * @returns paragraphs, null where no place holds an article's worth of sentences
 */
export function scriptDataBody(scripts: readonly string[]): string[] | null {
  const places = new Places();
  for (const script of scripts) places.collect(parseLenient(script), "", null, 0);
  let best: string[] | null = null;
  let bestWords = MIN_WORDS;
  for (const [place, pieces] of places.pieces) {
    const paragraphs = paragraphsOf(place, pieces);
    const words = sentenceWords(paragraphs);
    if (words <= bestWords) continue;
    best = paragraphs;
    bestWords = words;
  }
  return best;
}

function paragraphsOf(place: string, pieces: readonly Piece[]): string[] {
  if (pieces.some(({ text }) => HTML.test(text))) return longestOf(pieces);
  const isNested = place.split("[]").length > 2;
  const joined: string[] = [];
  let last: Piece["list"] = null;
  for (const { text, list } of pieces) {
    if (isNested && list !== null && list === last) joined.push(`${joined.pop() ?? ""}${text}`);
    else joined.push(text);
    last = list;
  }
  return joined.map((text) => foldSpace(decodeEntities(text))).filter(Boolean);
}

function longestOf(pieces: readonly Piece[]): string[] {
  let longest: string[] = [];
  let mostWords = 0;
  for (const { text } of pieces) {
    const paragraphs = htmlParagraphs(text);
    const words = sentenceWords(paragraphs);
    if (words <= mostWords) continue;
    longest = paragraphs;
    mostWords = words;
  }
  return longest;
}

function htmlParagraphs(html: string): string[] {
  const parsed = parsePage(html);
  return parsed.kind === "tree" ? collectBlocks(parsed.tree.root).blocks.map((block) => block.text) : [];
}

function sentenceWords(paragraphs: readonly string[]): number {
  let words = 0;
  for (const text of paragraphs) {
    const own = measureWords(text);
    if (own >= MIN_SENTENCE_WORDS && (holdsSentenceEnd(text) || THAI.test(text))) words += own;
  }
  return words;
}
