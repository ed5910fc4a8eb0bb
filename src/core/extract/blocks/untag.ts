/*
 * Plain text that holds HTML: tags become breaks or nothing, entities become characters.
 *
 *   <p>One <b>two</b><br>three</p><p>R&amp;D</p>   ──▶   "One two three", blank line, "R&D"
 *
 * Only what is surely HTML is read as such: tags of known names whose attributes look like attributes, and inline ones
 * only where they are closed somewhere; unseen.ts tells which elements leave with what they hold. "a < b",
 * "<name@example.org>", "Map<K, V>" stay as they are; so does a text without any tag, save for its entities. Text that
 * was escaped as a whole ("&lt;p&gt;…") is read once more.
 * Whole documents (HTML, NITF, NewsML) are no texts; isDocument tells them.
 */
import { Parser } from "htmlparser2";
import { MAX_BYLINE_CHARACTERS, MAX_BYLINES, MAX_DEPTH } from "../limits.ts";
import { ALONE, BREAKING, isTag, isUnseen, TAG_OR_LESS } from "./text-tags.ts";
import { withoutUnseen } from "./unseen.ts";

const DOCUMENT =
  /^[\s\ufeff]{0,200}(?:<\?xml[^>]{0,300}>\s{0,100})?(?:<!--[^>]{0,500}-->\s{0,100})?<(?:!doctype|html|body|nitf|newsml|newsitem|newsmessage)[\s>]/i;
const MAX_DOCUMENT_HEAD = 2_000;

/** True for HTML, NITF and NewsML from their first tag on. */
export function isDocument(content: string): boolean {
  return DOCUMENT.test(content.slice(0, MAX_DOCUMENT_HEAD));
}

/** Within the attributes of a tag as they are written. */
const MAY_NAME_BYLINE = /class\s{0,9}=.{0,200}(?:byline|author)/is;
const BYLINE_CLASS = /(?:^|[\s_-])(?:byline|author)(?:$|[\s_-])/i;

const ENTITY = /&(?:[a-z]{2,8}|#\d{2,6}|#x[\da-f]{2,5});/i;
const ESCAPED_TAG = /^\s{0,200}&lt;(?:p|div|h[1-6]|span|strong|b|em|i|a|br|ul|ol|blockquote)[\s&/]/i;
const ESCAPES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

export interface UntaggedText {
  readonly kind: "text";
  readonly text: string;
  /** Texts of `<byline>` elements and of elements with such a class: the outermost, MAX_BYLINES at most. */
  readonly bylines: readonly string[];
}

export interface RefusedText {
  readonly kind: "refused";
  readonly rule: "page-depth";
  readonly message: string;
}

/** @param content any string; refused where more than MAX_DEPTH believed elements are open at once */
export function untag(content: string): UntaggedText | RefusedText {
  const written = ESCAPED_TAG.test(content)
    ? content.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ESCAPES[entity] ?? entity)
    : content;
  const tags = tagsOf(written);
  if (tags.size === 0 && !ENTITY.test(written)) return { kind: "text", text: content, bylines: [] };
  const spoken = spokenTags(written);
  const shown = tags.size > 0 ? withoutUnseen(written) : written;
  const safe = shown.replace(TAG_OR_LESS, (found, slash, name: string | undefined, attributes: string) => {
    const tag = name?.toLowerCase();
    if (tag === undefined || !isTag(tag, attributes) || !tags.has(tag)) return `&lt;${found.slice(1)}`;
    if (isUnseen(tag)) return " ";
    if (!spoken.has(tag)) return "";
    // The parser tells nothing of a closing tag that closes nothing: "one</h1>two" is two words all the same.
    return slash === "/" && BREAKING.has(tag) ? ` ${found}` : found;
  });
  return new TextBuilder(tags, /<br ?\/?>\s{0,10}<br/i.test(safe)).read(safe);
}

/** Names of the tags that are believed in this text, lower-cased. */
function tagsOf(content: string): ReadonlySet<string> {
  const opened = new Set<string>();
  const closed = new Set<string>();
  for (const [, slash, name, attributes = ""] of content.matchAll(TAG_OR_LESS)) {
    if (name === undefined || !isTag(name, attributes)) continue;
    (slash === "/" ? closed : opened).add(name.toLowerCase());
  }
  return new Set(
    [...opened, ...closed].filter((name) => (opened.has(name) && closed.has(name)) || ALONE.has(name)),
  );
}

/**
 * Names of the tags that say something of a text: breaks and bylines. The others go before the text is parsed, since
 * sloppy HTML leaves hundreds of them open.
 */
function spokenTags(content: string): ReadonlySet<string> {
  const spoken = new Set(["br", "person", ...BREAKING]);
  for (const [, , name, attributes = ""] of content.matchAll(TAG_OR_LESS)) {
    if (name === undefined) continue;
    if (MAY_NAME_BYLINE.test(attributes) || hasOpenQuote(attributes)) spoken.add(name.toLowerCase());
  }
  return spoken;
}

/** `<a title="a > b">`: where the tag ends is the parser's to say. */
function hasOpenQuote(attributes: string): boolean {
  return attributes.split('"').length % 2 === 0 || attributes.split("'").length % 2 === 0;
}

/** Puts the text together while htmlparser2 reads it. */
class TextBuilder {
  private readonly parts: string[] = [];
  private readonly bylines: string[] = [];
  /** Elements that are open, the present one included. */
  private depth = 0;
  /** Where the outermost open byline begins in `parts`, and its depth: what stands within is part of it. */
  private byline: { readonly depth: number; readonly from: number } | null = null;
  private inParagraph = false;
  /** Nothing but white space and inline tags stands behind the last <br>. */
  private isBehindBreak = false;
  private readonly hasParagraphs: boolean;
  /** One <br> is white space where paragraphs are parted otherwise. */
  private readonly breakText: string;

  constructor(tags: ReadonlySet<string>, hasDoubleBreaks: boolean) {
    this.hasParagraphs = tags.has("p");
    this.breakText = this.hasParagraphs || hasDoubleBreaks ? " " : "\n";
  }

  read(content: string): UntaggedText | RefusedText {
    const parser = new Parser(
      {
        // Every closing tag makes the parser search its stack: past the limit nothing more is read.
        onopentagname: () => {
          this.depth++;
          if (this.depth > MAX_DEPTH) parser.pause();
        },
        onopentag: (tag, attributes) => this.open(tag, attributes.class ?? ""),
        ontext: (text) => this.add(text),
        onclosetag: (tag) => this.close(tag),
      },
      { decodeEntities: true },
    );
    parser.write(content);
    if (this.depth > MAX_DEPTH) {
      const message = `more than ${MAX_DEPTH} elements are open at once`;
      return { kind: "refused", rule: "page-depth", message };
    }
    parser.end();
    return { kind: "text", text: this.parts.join(""), bylines: this.bylines };
  }

  private open(tag: string, className: string): void {
    if (tag === "br") this.addBreak();
    if (BREAKING.has(tag)) {
      this.partParagraphs();
      this.inParagraph = tag === "p";
    }
    if (this.byline === null && (tag === "byline" || BYLINE_CLASS.test(className)))
      this.byline = { depth: this.depth, from: this.parts.length };
  }

  private addBreak(): void {
    this.parts.push(this.isBehindBreak ? "\n\n" : this.breakText);
    this.isBehindBreak = true;
  }

  private partParagraphs(): void {
    this.parts.push("\n\n");
    this.isBehindBreak = false;
  }

  private add(text: string): void {
    if (this.isBehindBreak && text.trim() === "") return;
    this.isBehindBreak = false;
    this.parts.push(this.inParagraph ? text.replaceAll("\n", " ") : text);
  }

  private endByline(from: number): void {
    this.byline = null;
    if (this.bylines.length >= MAX_BYLINES) return;
    const text = this.parts.slice(from).join("").replace(/\s+/g, " ").trim();
    if (text.length <= MAX_BYLINE_CHARACTERS) this.bylines.push(text);
  }

  private close(tag: string): void {
    if (this.byline?.depth === this.depth) this.endByline(this.byline.from);
    this.depth--;
    // A job title is no part of the name: the byline ends before it.
    if (tag === "byttl" || tag === "person") this.parts.push(", ");
    if (!BREAKING.has(tag)) return;
    this.inParagraph = false;
    this.partParagraphs();
  }
}
