/*
 * htmlparser2's parser with a tokenizer made for pages (page-tokenizer.ts), which spares the attributes that nobody reads.
 * Which element closes which, and what stands within SVG, is htmlparser2's.
 */
import { Parser } from "htmlparser2";
import { PageTokenizer } from "./page-tokenizer.ts";

export class SlimParser extends Parser {
  /**
   * @param attributeShapes of the names of the attributes that are read
   * @param onSpared called in place of onattribute for attributes of other shapes
   */
  constructor(
    handler: ConstructorParameters<typeof Parser>[0],
    attributeShapes: ReadonlySet<number>,
    onSpared: () => void,
  ) {
    const options = { Tokenizer: PageTokenizer, attributeShapes, onSpared };
    super(handler, options);
  }
}
