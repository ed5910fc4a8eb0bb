/*
 * htmlparser2's parser, sparing the attributes that nobody reads: on news pages two of three (srcset, alt, width, data-…,
 * handlers). Their names and values are not cut out of the page; they are only counted. Told by first letter and length, so
 * a few others pass and are dropped by name later.
 *
 * Overridden are the tokenizer's events for attributes (onattribname, onattribdata, onattribentity, onattribend), which the
 * package's types show. Offsets are those of the page, since it is written in one piece.
 */
import { Parser } from "htmlparser2";

const SMALL_LETTER_BIT = 0x20;
/** Names are shorter than this in the shape's number. */
const SHAPE_LENGTHS = 64;

function shapeOf(firstUnit: number, length: number): number {
  return (firstUnit | SMALL_LETTER_BIT) * SHAPE_LENGTHS + Math.min(length, SHAPE_LENGTHS - 1);
}

export class SlimParser extends Parser {
  private readonly source: string;
  private readonly shapes: ReadonlySet<number>;
  private readonly onSpared: () => void;
  private isSpared = false;

  /**
   * @param source the text that will be written, in one piece
   * @param names attributes that are read, in lower case
   * @param onSpared called in place of onattribute for attributes that are not
   */
  constructor(
    handler: ConstructorParameters<typeof Parser>[0],
    source: string,
    names: Iterable<string>,
    onSpared: () => void,
  ) {
    super(handler, { decodeEntities: true });
    this.source = source;
    this.shapes = new Set([...names].map((name) => shapeOf(name.charCodeAt(0), name.length)));
    this.onSpared = onSpared;
  }

  override onattribname(start: number, endIndex: number): void {
    this.isSpared = !this.shapes.has(shapeOf(this.source.charCodeAt(start), endIndex - start));
    if (this.isSpared) this.startIndex = start;
    else super.onattribname(start, endIndex);
  }

  override onattribdata(start: number, endIndex: number): void {
    if (!this.isSpared) super.onattribdata(start, endIndex);
  }

  override onattribentity(codePoint: number): void {
    if (!this.isSpared) super.onattribentity(codePoint);
  }

  override onattribend(...event: Parameters<Parser["onattribend"]>): void {
    if (!this.isSpared) {
      super.onattribend(...event);
      return;
    }
    this.endIndex = event[1];
    this.onSpared();
  }
}
