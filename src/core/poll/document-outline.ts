/*
 * One streaming pass over an XML document that says what it is and how much of it is usable, before
 * anything builds a tree from it. Real feeds break off in the middle, run past every limit, or are bombs.
 *
 *   <?xml …><rss …><channel><title>…</title><item>…</item><item>…</item><item>…<des
 *           ▲ root                                                    ▲ end of the last whole entry
 *           └──────────────── usable ─────────────────────────────────┘ + </channel></rss>
 *
 * Left out on purpose: DTDs (everything before the root is dropped, and with it every entity
 * definition) and namespaces (a prefix is cut from the name; feedsmith resolves them later).
 */
import { Parser } from "htmlparser2";
import {
  MAX_ATTRIBUTES,
  MAX_DOCUMENT_CHARS,
  MAX_ELEMENT_DEPTH,
  MAX_FEED_ENTRIES,
  MAX_SITEMAP_ENTRIES,
} from "./feed-model.ts";

/** The root element's local name in lower case. */
export type XmlRoot = "rss" | "rdf" | "feed" | "urlset" | "sitemapindex";

const ENTRY_NAMES: Readonly<Record<XmlRoot, string>> = {
  rss: "item",
  rdf: "item",
  feed: "entry",
  urlset: "url",
  sitemapindex: "sitemap",
};
/** An entry stands in the root, or in the channel in the root. */
const MAX_OPEN_AROUND_ENTRY = 2;

export interface DocumentOutline {
  readonly root: XmlRoot;
  /** The document from its root to the end of its last usable element, every element closed. */
  readonly usable: string;
  /** Each whole entry's own markup stands in `usable` from `start` to `end`. */
  readonly entries: ReadonlyArray<{ readonly start: number; readonly end: number }>;
  /** Opening tags above the first entry (`<rss …><channel>`) and their closing tags. */
  readonly opening: string;
  readonly closing: string;
  /** Why the document was not used to its end; null where it was. */
  readonly cutOff: string | null;
}

export type OutlineResult =
  | { readonly kind: "outline"; readonly outline: DocumentOutline }
  | {
      readonly kind: "unknown-root";
      /** The root's local name; null where no element was read to the end of its opening tag. */
      readonly name: string | null;
      /** The limit that ended the reading before the root was known. */
      readonly stoppedBy: string | null;
    };

export const localName = (name: string): string => name.slice(name.indexOf(":") + 1).toLowerCase();

const isXmlRoot = (name: string): name is XmlRoot => Object.hasOwn(ENTRY_NAMES, name);

interface OpenElement {
  readonly name: string;
  /** Its opening tag as written, read only for the few elements above entries. */
  readonly tag: string;
}

/** Collects the outline from the parser's events. Positions are UTF-16 units in the document. */
class Outliner {
  readonly open: OpenElement[] = [];
  readonly entries: Array<{ start: number; end: number }> = [];
  rootName: string | null = null;
  rootStart = 0;
  /** End of the root's closing tag; undefined where it never came. */
  rootEnd: number | undefined;
  /** Elements that were open around the first entry. */
  above: readonly OpenElement[] = [];
  stoppedBy: string | null = null;
  readonly #document: string;
  /** Of the element whose tag is being read. */
  #attributes = 0;
  /** The entry being read, and how many elements are open around it. */
  #entry: { readonly start: number; readonly openAround: number } | undefined;

  constructor(document: string) {
    this.#document = document;
  }

  get root(): XmlRoot | undefined {
    return this.rootName !== null && isXmlRoot(this.rootName) ? this.rootName : undefined;
  }

  /** @returns false where reading on is of no use */
  openTag(name: string, start: number, end: number): boolean {
    if (this.rootName === null) {
      this.rootName = localName(name);
      this.rootStart = start;
    }
    if (!this.root) return false;
    if (this.open.length >= MAX_ELEMENT_DEPTH)
      return this.#stop(`elements are nested more than ${MAX_ELEMENT_DEPTH} deep`);
    this.#attributes = 0;
    if (!this.#entry && this.#isEntry(name)) {
      const limit = maxEntriesOf(this.root);
      if (this.entries.length >= limit) return this.#stop(`there are more than ${limit} entries`);
      this.#entry = { start, openAround: this.open.length };
      if (this.entries.length === 0) this.above = [...this.open];
    }
    const isAboveEntries = this.open.length < MAX_OPEN_AROUND_ENTRY;
    this.open.push({ name, tag: isAboveEntries ? this.#document.slice(start, end) : "" });
    return true;
  }

  countAttribute(): boolean {
    this.#attributes++;
    return (
      this.#attributes <= MAX_ATTRIBUTES ||
      this.#stop(`an element has more than ${MAX_ATTRIBUTES} attributes`)
    );
  }

  /** @param isImplied the element ends without a closing tag of its own */
  closeTag(end: number, isImplied: boolean): void {
    this.open.pop();
    if (this.open.length === 0 && !isImplied) this.rootEnd = end;
    if (!this.#entry || this.open.length > this.#entry.openAround) return;
    if (!isImplied) this.entries.push({ start: this.#entry.start, end });
    this.#entry = undefined;
  }

  #isEntry(name: string): boolean {
    const around = this.open.length;
    if (around === 0 || around > MAX_OPEN_AROUND_ENTRY || !this.root) return false;
    return localName(name) === ENTRY_NAMES[this.root];
  }

  #stop(reason: string): false {
    this.stoppedBy = reason;
    return false;
  }
}

const maxEntriesOf = (root: XmlRoot): number =>
  root === "urlset" || root === "sitemapindex" ? MAX_SITEMAP_ENTRIES : MAX_FEED_ENTRIES;

/** @param document text of an XML document, or of anything else */
export function outlineOf(document: string): OutlineResult {
  const text = document.length > MAX_DOCUMENT_CHARS ? document.slice(0, MAX_DOCUMENT_CHARS) : document;
  const outliner = new Outliner(text);
  const parser = new Parser(
    {
      onopentag(name) {
        if (!outliner.openTag(name, parser.startIndex, parser.endIndex + 1)) parser.pause();
      },
      onattribute() {
        if (!outliner.countAttribute()) parser.pause();
      },
      onclosetag(_name, isImplied) {
        outliner.closeTag(parser.endIndex + 1, isImplied);
        if (outliner.open.length === 0) parser.pause();
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.write(text);
  if (!outliner.root) return { kind: "unknown-root", name: outliner.rootName, stoppedBy: outliner.stoppedBy };
  return { kind: "outline", outline: outlineFrom(outliner, outliner.root, text, document.length) };
}

function outlineFrom(
  outliner: Outliner,
  root: XmlRoot,
  text: string,
  documentChars: number,
): DocumentOutline {
  const { entries, rootStart, rootEnd, above } = outliner;
  const closing = above
    .map(({ name }) => `</${name}>`)
    .reverse()
    .join("");
  const lastEnd = entries.at(-1)?.end ?? rootStart;
  const isWhole = rootEnd !== undefined && outliner.stoppedBy === null;
  const usable = isWhole ? text.slice(rootStart, rootEnd) : `${text.slice(rootStart, lastEnd)}${closing}`;
  return {
    root,
    usable,
    entries: entries.map(({ start, end }) => ({ start: start - rootStart, end: end - rootStart })),
    opening: above.map(({ tag }) => tag).join(""),
    closing,
    cutOff: isWhole ? null : cutReason(outliner.stoppedBy, text.length, documentChars),
  };
}

function cutReason(stoppedBy: string | null, readChars: number, documentChars: number): string {
  if (stoppedBy !== null) return stoppedBy;
  return readChars < documentChars
    ? `the document has ${documentChars} characters, the limit is ${MAX_DOCUMENT_CHARS}`
    : "the document breaks off before its end";
}
