/*
 * The events of htmlparser2's tokenizer, found faster: that one looks at every character through a machine of states,
 * this one leaps. Text ends at the next "<", a value at its quote, a script at a "</", and String.indexOf finds those in a
 * tenth of the time.
 *
 *   text ─▶ "<" ─▶ tag ─▶ name, attributes, ">" ─▶ text, or raw text up to the tag's own end tag
 *             └──▶ end tag, comment, doctype, CDATA: up to their ends
 *
 * Attributes that nobody reads, two of three on news pages (srcset, alt, width, data-…, handlers), are leapt over and only
 * counted. Told by first letter and length, so a few others pass and are dropped by name later. Entities are read by
 * htmlparser2's own tokenizer (entity-reader.ts).
 *
 * Left out: XML, and pages in more than one piece. What the page's end cuts off within a tag is dropped.
 */
import { QuoteType, Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import { EntityReader } from "./entity-reader.ts";
import { shapeOf, shapesOf } from "./name-shapes.ts";

const SPACE = " ".charCodeAt(0);
const GREATER = ">".charCodeAt(0);
const SLASH = "/".charCodeAt(0);
const EQUALS = "=".charCodeAt(0);
const BANG = "!".charCodeAt(0);
const QUESTION = "?".charCodeAt(0);
const QUOTE = '"'.charCodeAt(0);
const APOSTROPHE = "'".charCodeAt(0);
const SMALL_A = "a".charCodeAt(0);
const SMALL_Z = "z".charCodeAt(0);
const SMALL_LETTER_BIT = 0x20;
const OTHER_SPACES: ReadonlySet<number> = new Set(["\n", "\t", "\f", "\r"].map((mark) => mark.charCodeAt(0)));

const COMMENT_END = /--!?>/g;
const CDATA = "[CDATA[";
const DOCTYPE = "doctype";

/** Elements whose content is text up to their end tag, whatever stands there. */
const RAW_NAMES = new Set("iframe noembed noframes plaintext script style xmp textarea title".split(" "));
const NAMES_WITH_ENTITIES = new Set(["textarea", "title"]);
/** Has no end tag. */
const PLAINTEXT = "plaintext";

const RAW_SHAPES = shapesOf(RAW_NAMES);

type TokenizerOptions = ConstructorParameters<typeof Tokenizer>[0];

export interface PageTokenizerOptions extends TokenizerOptions {
  /** Shapes of the names of the attributes that are read; without it all are. */
  readonly attributeShapes?: ReadonlySet<number>;
  /** Called in place of the events for an attribute that is not read. */
  readonly onSpared?: () => void;
}

export class PageTokenizer extends Tokenizer {
  private readonly events: TokenizerCallbacks;
  private readonly attributeShapes: ReadonlySet<number> | undefined;
  private readonly onSpared: () => void;
  private readonly entities: EntityReader;
  private page = "";
  /** The first "&" that is not behind the place where it is asked for. */
  private nextEntity = -1;

  constructor(
    { attributeShapes, onSpared = () => undefined }: PageTokenizerOptions,
    events: TokenizerCallbacks,
  ) {
    super({}, events);
    this.events = events;
    this.attributeShapes = attributeShapes;
    this.onSpared = onSpared;
    this.entities = new EntityReader(events);
  }

  /** @param page all of it */
  override write(page: string): void {
    this.page = page;
    let from = 0;
    let searched = 0;
    while (this.running && from < page.length) {
      const sign = this.placeOf("<", searched);
      this.addText(from, sign);
      from = this.readMarkup(sign);
      // A "<" that opens nothing is text.
      searched = from === sign ? from + 1 : from;
    }
  }

  override end(): void {
    if (this.running) this.events.onend();
  }

  /** Where the mark stands, not before `from`; the page's end where it is missing. */
  private placeOf(mark: string, from: number): number {
    const at = this.page.indexOf(mark, from);
    return at < 0 ? this.page.length : at;
  }

  private addText(from: number, end: number): void {
    if (from === end) return;
    if (this.holdsEntity(from, end)) this.entities.readText(this.page, from, end);
    else this.events.ontext(from, end);
  }

  private holdsEntity(from: number, end: number): boolean {
    if (this.nextEntity < from) this.nextEntity = this.placeOf("&", from);
    return this.nextEntity < end;
  }

  /** @returns where the markup ends; `sign` where none begins there */
  private readMarkup(sign: number): number {
    const unit = this.page.charCodeAt(sign + 1);
    if (isLetter(unit)) return this.readTag(sign + 1);
    if (unit === SLASH) return sign + 2 < this.page.length ? this.readEndTag(sign + 2) : sign;
    if (unit === BANG) return this.readDeclaration(sign + 2);
    return unit === QUESTION ? this.skipBogusComment(sign + 1) : sign;
  }

  private readEndTag(from: number): number {
    const unit = this.page.charCodeAt(from);
    if (unit === GREATER) return from + 1;
    if (!isLetter(unit)) return this.skipBogusComment(from);
    const end = this.endOfName(from);
    if (end < this.page.length) this.events.onclosetag(from, end);
    return this.placeOf(">", end) + 1;
  }

  private endOfName(from: number): number {
    let at = from;
    while (at < this.page.length && !endsName(this.page.charCodeAt(at))) at++;
    return at;
  }

  private skipSpace(from: number): number {
    let at = from;
    while (isSpace(this.page.charCodeAt(at))) at++;
    return at;
  }

  private readTag(from: number): number {
    const { page, events } = this;
    const end = this.endOfName(from);
    if (end === page.length) return end;
    const rawName = this.rawNameOf(from, end);
    events.onopentagname(from, end);
    let at = end;
    while (this.running && at < page.length) {
      const unit = page.charCodeAt(at);
      if (unit === GREATER) {
        events.onopentagend(at);
        return this.readRaw(at + 1, rawName);
      }
      if (unit === SLASH) {
        at = this.skipSpace(at + 1);
        if (page.charCodeAt(at) !== GREATER) continue;
        events.onselfclosingtag(at);
        return this.readRaw(at + 1, rawName);
      }
      at = isSpace(unit) ? at + 1 : this.readAttribute(at);
    }
    return page.length;
  }

  /** The name of the element whose content is raw, empty for others. */
  private rawNameOf(from: number, end: number): string {
    if (!RAW_SHAPES.has(shapeOf(this.page.charCodeAt(from), end - from))) return "";
    const name = this.page.slice(from, end).toLowerCase();
    return RAW_NAMES.has(name) && !this.events.isInForeignContext?.() ? name : "";
  }

  private readAttribute(from: number): number {
    const { page } = this;
    const nameEnd = this.endOfAttributeName(from);
    const isSpared =
      this.attributeShapes !== undefined &&
      !this.attributeShapes.has(shapeOf(page.charCodeAt(from), nameEnd - from));
    if (nameEnd === page.length) return nameEnd;
    if (!isSpared) this.events.onattribname(from, nameEnd);
    const sign = this.skipSpace(nameEnd);
    if (page.charCodeAt(sign) === EQUALS) return this.readValue(this.skipSpace(sign + 1), isSpared);
    if (sign < page.length) this.endAttribute(QuoteType.NoValue, nameEnd, isSpared);
    return sign;
  }

  /** The first character belongs to the name, even "=". */
  private endOfAttributeName(from: number): number {
    let at = from + 1;
    for (; at < this.page.length; at++) {
      const unit = this.page.charCodeAt(at);
      if (unit === EQUALS || endsName(unit)) break;
    }
    return at;
  }

  private readValue(from: number, isSpared: boolean): number {
    const unit = this.page.charCodeAt(from);
    if (unit !== QUOTE && unit !== APOSTROPHE) return this.readUnquoted(from, isSpared);
    const end = this.placeOf(unit === QUOTE ? '"' : "'", from + 1);
    if (end === this.page.length) return end;
    if (!isSpared) this.addValue(from + 1, end);
    this.endAttribute(unit === QUOTE ? QuoteType.Double : QuoteType.Single, end + 1, isSpared);
    return end + 1;
  }

  private readUnquoted(from: number, isSpared: boolean): number {
    let end = from;
    for (; end < this.page.length; end++) {
      const unit = this.page.charCodeAt(end);
      if (unit === GREATER || isSpace(unit)) break;
    }
    if (end === this.page.length) return end;
    if (!isSpared) this.addValue(from, end);
    this.endAttribute(QuoteType.Unquoted, end, isSpared);
    return end;
  }

  private addValue(from: number, end: number): void {
    if (this.holdsEntity(from, end)) this.entities.readValue(this.page, from, end);
    else this.events.onattribdata(from, end);
  }

  private endAttribute(quote: QuoteType, end: number, isSpared: boolean): void {
    if (isSpared) this.onSpared();
    else this.events.onattribend(quote, end);
  }

  /** Text up to the end tag of the name, and that tag; nothing where the name is empty. */
  private readRaw(from: number, name: string): number {
    if (name === "") return from;
    const { page } = this;
    const end = name === PLAINTEXT ? page.length : this.findEndTag(from, name);
    const hasEntities = NAMES_WITH_ENTITIES.has(name) && this.holdsEntity(from, end);
    if (hasEntities) this.entities.readRawText(page, from, end, name);
    else if (end > from) this.events.ontext(from, end);
    return end < page.length ? this.readEndTag(end + "</".length) : end;
  }

  private findEndTag(from: number, name: string): number {
    const { page } = this;
    for (let at = from; at < page.length; at += "</".length) {
      at = this.placeOf("</", at);
      const nameFrom = at + "</".length;
      const nameEnd = nameFrom + name.length;
      const mayEnd = nameEnd < page.length && endsName(page.charCodeAt(nameEnd));
      if (mayEnd && page.slice(nameFrom, nameEnd).toLowerCase() === name) return at;
    }
    return page.length;
  }

  private readDeclaration(from: number): number {
    const { page, events } = this;
    if (page.startsWith("--", from)) return this.skipComment(from + "--".length);
    if (page.startsWith(CDATA, from)) return this.readData(from + CDATA.length);
    const isDoctype = page.slice(from, from + DOCTYPE.length).toLowerCase() === DOCTYPE;
    if (!isDoctype) return this.skipBogusComment(from);
    const end = this.placeOf(">", from);
    if (end < page.length) events.ondeclaration(from, end);
    return end + 1;
  }

  private readData(from: number): number {
    const end = this.placeOf("]]>", from);
    const last = end + "]]".length;
    if (end < this.page.length) this.events.oncdata(from, last, "]]".length);
    else this.events.oncomment(from, end, 0);
    return last + 1;
  }

  /** What looks like a comment to browsers ends at the next ">": `<?php …>`, `</ …>`. */
  private skipBogusComment(from: number): number {
    const end = this.placeOf(">", from);
    this.events.oncomment(from, end, 0);
    return end + 1;
  }

  /** Up to "-->" or "--!>"; `<!-->` and `<!--->` are whole comments. */
  private skipComment(from: number): number {
    const { page } = this;
    const isEmpty = page.startsWith(">", from) || page.startsWith("->", from);
    COMMENT_END.lastIndex = from;
    const textEnd = isEmpty ? from : (COMMENT_END.exec(page)?.index ?? page.length);
    const end = this.placeOf(">", textEnd);
    this.events.oncomment(from, end, end - textEnd);
    return end + 1;
  }
}

function isLetter(unit: number): boolean {
  const small = unit | SMALL_LETTER_BIT;
  return small >= SMALL_A && small <= SMALL_Z;
}

function isSpace(unit: number): boolean {
  return unit <= SPACE && (unit === SPACE || OTHER_SPACES.has(unit));
}

function endsName(unit: number): boolean {
  return unit === GREATER || unit === SLASH || isSpace(unit);
}
