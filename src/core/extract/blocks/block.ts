/*
 * A block: one line of text as a reader sees it (a paragraph, a heading, a list item, a table cell), with what
 * the passes ask about it. HTML and plain text both become a list of blocks in reading order.
 */
import type { PageElement } from "../tree/page-tree.ts";
import { headingLevel } from "../tree/tags.ts";
import { type OpeningWords, openingWords } from "../vocabulary/phrase-set.ts";

/** A heading element of this many words that ends like a sentence is a paragraph somebody set as a heading. */
const MIN_PARAGRAPH_WORDS = 20;
const ENDS_PARAGRAPH = /[.!?。！？।۔؟։]["'”’»)」』]?$/u;

export class Block {
  /** White space folded to single spaces; never empty. */
  readonly text: string;
  /** Words, see word-count.ts; a multiple of .5. */
  readonly words: number;
  /** Words within links, at most `words`. */
  readonly linkWords: number;
  /** The nearest block-level element. */
  readonly element: PageElement;
  /** The element in which the text begins: within `element` or the same. */
  readonly innerElement: PageElement;
  /** Bits of Trait that hold for the block. */
  readonly traits: number;
  /** 1 to 6 where the block stands in a heading element (or within four elements of one), else 0; 0 for paragraphs. */
  readonly headingLevel: number;
  /** The same where the block's own element is the heading. */
  readonly ownHeadingLevel: number;
  /** Blank lines before the block in plain text; 0 in HTML. */
  readonly blankLinesBefore: number;
  /** True for a line that a <br> parts from the page's headline. */
  readonly isBesideHeadline: boolean;

  /** Words outside links where the block reads like running text, else 0. */
  goodWords = 0;
  /** Set by scoreBlocks: how much the block speaks for its ancestors as the article's container. */
  score = 0;
  /** Good words of the living blocks from here to the end of the page. */
  goodWordsFromHere = 0;
  /** True for the text of a teaser card: a linked heading with a short text behind it. */
  isTeaser = false;

  private opening: OpeningWords | null = null;

  constructor(fields: {
    text: string;
    words: number;
    linkWords: number;
    element: PageElement;
    innerElement: PageElement;
    traits: number;
    headingLevel: number;
    blankLinesBefore?: number;
    isBesideHeadline?: boolean;
  }) {
    this.text = fields.text;
    this.words = fields.words;
    this.linkWords = fields.linkWords;
    this.element = fields.element;
    this.innerElement = fields.innerElement;
    this.traits = fields.traits;
    const isParagraph = fields.words >= MIN_PARAGRAPH_WORDS && ENDS_PARAGRAPH.test(fields.text);
    this.headingLevel = isParagraph ? 0 : fields.headingLevel;
    this.ownHeadingLevel = isParagraph ? 0 : headingLevel(fields.element.tag);
    this.blankLinesBefore = fields.blankLinesBefore ?? 0;
    this.isBesideHeadline = fields.isBesideHeadline ?? false;
  }

  /** Share of the words that stand in links, 0 to 1. */
  get linkShare(): number {
    return this.words > 0 ? this.linkWords / this.words : 0;
  }

  get tag(): string {
    return this.element.tag;
  }

  /** The first words, normalised for phrase look-up. */
  get openingWords(): OpeningWords {
    this.opening ??= openingWords(this.text);
    return this.opening;
  }

  has(traits: number): boolean {
    return (this.traits & traits) !== 0;
  }
}
