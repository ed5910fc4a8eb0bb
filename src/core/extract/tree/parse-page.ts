/*
 * HTML to the slim tree, on htmlparser2's events. Limits are checked at every event, and the parser is stopped
 * at the first one that breaks. Attributes are taken one by one (onattribute), so a tag with a million of them
 * never becomes an object with a million keys.
 *
 *   events ──▶ open/close ──▶ dropped element? ──▶ its whole content is skipped (a counter)
 *                        └──▶ meta, link, title, ld+json ──▶ kept beside the tree
 *                        └──▶ anything else ──▶ a PageElement
 */
import {
  MAX_ATTRIBUTE_CHARACTERS,
  MAX_ATTRIBUTES_PER_ELEMENT,
  MAX_DATA_CHARACTERS,
  MAX_DATA_SCRIPTS,
  MAX_DEPTH,
  MAX_ELEMENTS,
  MAX_JSON_LD_CHARACTERS,
  MAX_JSON_LD_SCRIPTS,
  MAX_META_ELEMENTS,
} from "../limits.ts";
import { shapesOf } from "./name-shapes.ts";
import { type LinkElement, type MetaElement, PageElement, type PageTree } from "./page-tree.ts";
import { SlimParser } from "./slim-parser.ts";
import { DROPPED_TAGS, TRANSPARENT_TAGS } from "./tags.ts";

export type ParsedPage =
  | { readonly kind: "tree"; readonly tree: PageTree }
  | { readonly kind: "refused"; readonly rule: "page-depth" | "page-nodes"; readonly message: string };

/** By name; the tree keeps these very strings, which compare faster than ones cut out of the page. */
const KEPT_ATTRIBUTES = new Map(
  (
    "class id style hidden aria-hidden role itemprop itemscope itemtype datetime content href rel property name " +
    "type lang src data-src http-equiv data-testid data-component shadowrootmode"
  )
    .split(" ")
    .map((name) => [name, name]),
);

/** A template with another mode is an ordinary one, which nobody sees. */
const SHADOW_ROOT_MODES = new Set(["open", "closed"]);
const KEPT_SHAPES = shapesOf(KEPT_ATTRIBUTES.keys());

/** What a text event belongs to at the moment. */
type TextTarget = "tree" | "title" | "json-ld" | "data";

/** A stretch of the page's source: [from, to). */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

class TreeBuilder {
  readonly root = new PageElement("#root", null);
  readonly metas: MetaElement[] = [];
  readonly links: LinkElement[] = [];
  readonly jsonLd: string[] = [];
  /** Where the data scripts stand: they are large and seldom read, so nothing is copied. */
  readonly dataScripts: Stretch[] = [];
  title: string | null = null;
  language = "";
  refusal: Extract<ParsedPage, { kind: "refused" }> | null = null;

  private readonly eventStart: () => number;
  private current = this.root;
  /** The element whose attributes are being read. */
  private opening: PageElement | null = null;
  private attributeCount = 0;
  /** Open elements within a dropped one, itself included; 0 outside. */
  private droppedDepth = 0;
  private depth = 0;
  private elementCount = 0;
  private target: TextTarget = "tree";
  private collected = "";
  private dataFrom = -1;

  /** @param eventStart where the present event begins in the page's source */
  constructor(eventStart: () => number) {
    this.eventStart = eventStart;
  }

  open(tag: string): void {
    this.depth++;
    this.elementCount++;
    this.attributeCount = 0;
    if (this.depth > MAX_DEPTH) this.refuse("page-depth", `more than ${MAX_DEPTH} elements are open at once`);
    if (this.elementCount > MAX_ELEMENTS) this.refuse("page-nodes", `more than ${MAX_ELEMENTS} elements`);
    if (this.droppedDepth > 0) {
      this.droppedDepth++;
      // A <meta> or <title> within <noscript> is still the page's; anything else there is skipped.
      this.opening = tag === "meta" || tag === "script" ? new PageElement(tag, null) : null;
      return;
    }
    this.opening = new PageElement(tag, this.current);
    if (tag === "title") {
      this.droppedDepth = 1;
      this.startCollecting("title");
    } else if (DROPPED_TAGS.has(tag)) {
      this.droppedDepth = 1;
    } else if (tag !== "meta" && tag !== "link" && tag !== "base" && !TRANSPARENT_TAGS.has(tag)) {
      this.current.children.push(this.opening);
      this.current = this.opening;
    }
  }

  /** Of a name that is not kept. */
  countAttribute(): void {
    this.attributeCount++;
  }

  attribute(written: string, value: string): void {
    this.attributeCount++;
    const element = this.opening;
    if (!element || this.attributeCount > MAX_ATTRIBUTES_PER_ELEMENT) return;
    const name = KEPT_ATTRIBUTES.get(written);
    if (name === undefined) return;
    const kept = value.length > MAX_ATTRIBUTE_CHARACTERS ? value.slice(0, MAX_ATTRIBUTE_CHARACTERS) : value;
    element.setAttribute(name, kept);
    if (element.tag === "html" && name === "lang") this.language = kept;
    if (element.tag === "script" && name === "type") this.openScript(kept.toLowerCase());
    if (element.tag === "template" && name === "shadowrootmode") this.openShadowRoot(element, kept);
  }

  /** What a web component shows: readers see it as if it stood there without the template. */
  private openShadowRoot(template: PageElement, mode: string): void {
    if (this.droppedDepth !== 1 || !SHADOW_ROOT_MODES.has(mode.toLowerCase())) return;
    this.droppedDepth = 0;
    this.current.children.push(template);
    this.current = template;
  }

  private openScript(type: string): void {
    if (type.includes("ld+json")) this.startCollecting("json-ld");
    else if (type === "application/json") this.startCollecting("data");
  }

  text(text: string): void {
    if (this.target === "data") {
      if (this.dataFrom < 0) this.dataFrom = this.eventStart();
    } else if (this.target !== "tree") {
      if (this.collected.length < MAX_JSON_LD_CHARACTERS) this.collected += text;
    } else if (this.droppedDepth === 0) {
      this.current.children.push(text);
    }
  }

  close(tag: string): void {
    this.depth--;
    if (tag === "meta" && this.opening) this.keepMeta(this.opening);
    if (tag === "link" && this.opening) this.keepLink(this.opening);
    this.opening = null;
    if (tag === "title" || tag === "script") this.endCollecting();
    if (this.droppedDepth > 0) this.droppedDepth--;
    else if (this.current.tag === tag && this.current.parent) this.current = this.current.parent;
  }

  private keepMeta(element: PageElement): void {
    if (this.metas.length >= MAX_META_ELEMENTS) return;
    const content = element.attribute("content").trim();
    const keys = ["property", "name", "itemprop", "http-equiv"].map((name) => element.attribute(name));
    for (const key of new Set(keys)) {
      if (key && content) this.metas.push({ key: key.trim().toLowerCase(), content });
    }
  }

  private keepLink(element: PageElement): void {
    const rel = element.attribute("rel").trim().toLowerCase();
    const href = element.attribute("href").trim();
    if (rel && href && this.links.length < MAX_META_ELEMENTS) this.links.push({ rel, href });
  }

  private startCollecting(target: TextTarget): void {
    this.target = target;
    this.collected = "";
  }

  private endCollecting(): void {
    if (this.target === "title" && this.title === null) this.title = this.collected.trim();
    if (this.target === "json-ld" && this.jsonLd.length < MAX_JSON_LD_SCRIPTS)
      this.jsonLd.push(this.collected);
    if (this.target === "data") this.keepData({ from: this.dataFrom, to: this.eventStart() });
    this.target = "tree";
    this.collected = "";
  }

  private keepData(script: Stretch): void {
    this.dataFrom = -1;
    const isKept = script.from >= 0 && script.to - script.from <= MAX_DATA_CHARACTERS;
    if (isKept && this.dataScripts.length < MAX_DATA_SCRIPTS) this.dataScripts.push(script);
  }

  private refuse(rule: "page-depth" | "page-nodes", message: string): void {
    this.refusal ??= { kind: "refused", rule, message };
  }
}

/**
 * Parses a page of any shape, however broken.
 *
 * @param html decoded text; NUL characters are ignored, as the HTML standard has it
 */
export function parsePage(html: string): ParsedPage {
  const source = html.includes("\0") ? html.replaceAll("\0", "") : html;
  const builder = new TreeBuilder(() => parser.startIndex);
  const handler = {
    onopentagname: (tag: string) => {
      builder.open(tag);
      if (builder.refusal) parser.pause();
    },
    onattribute: (name: string, value: string) => builder.attribute(name, value),
    ontext: (text: string) => builder.text(text),
    onclosetag: (tag: string) => builder.close(tag),
  };
  // The tokenizer takes a page in one piece; a paused parser stops within it.
  const parser = new SlimParser(handler, KEPT_SHAPES, () => builder.countAttribute());
  parser.write(source);
  if (builder.refusal) return builder.refusal;
  parser.end();
  const { root, metas, links, jsonLd, language } = builder;
  const scriptData = builder.dataScripts.map(({ from, to }) => source.slice(from, to));
  const tree = { root, title: builder.title ?? "", language, metas, links, jsonLd, scriptData };
  return { kind: "tree", tree };
}
