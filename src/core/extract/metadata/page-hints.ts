/*
 * One walk over the tree for what elements say about the article: microdata, <time>, byline elements, links to
 * authors, first-level headings. Elements behind the article's text are taken too; the readers decide.
 */
import { foldSpace } from "../blocks/text-shape.ts";
import type { PageElement } from "../tree/page-tree.ts";

export interface TimeHint {
  /** The datetime or content attribute, else the text. */
  readonly machine: string;
  readonly text: string;
  /** itemprop, lower case; empty where it has none. */
  readonly property: string;
  /** Class of the element and its parent, lower case. */
  readonly className: string;
}

export interface PageHints {
  readonly headings: readonly string[];
  /** Texts of <h2> and <h3>: the headline on pages without <h1>. */
  readonly lowerHeadings: readonly string[];
  readonly times: readonly TimeHint[];
  readonly microdataAuthors: readonly string[];
  /** Texts of elements with a byline class. */
  readonly bylines: readonly string[];
  /** Texts of links with rel=author or to an author's page. */
  readonly authorLinks: readonly string[];
  /** Those of them with rel=author: the site says that they are this page's. */
  readonly relAuthors: readonly string[];
  /** Names that stand behind a label such as "Author:". */
  readonly labelled: readonly string[];
  readonly microdataHeadline: string;
  readonly microdataPublisher: string;
  /** Address of the element with itemprop=image. */
  readonly microdataImage: string;
  readonly dateLines: readonly string[];
}

const MAX_HINTS = 40;
const MAX_BYLINE_CHARACTERS = 200;
const MAX_DATE_CHARACTERS = 120;
const BYLINE_CLASS =
  /(?:^|[\s_-])(?:by-?line|author|authors|autor|autore|auteur|writer|verfasser|contributor)(?:$|[\s_-]|s\b|name)/i;
/** `vcard` is hCard's word for a person, other cards are teasers. */
const BYLINE_NOT =
  /comment|bio|box|image|avatar|photo|desc|about|social|follow|related|(?<!v)card|popup|job|role|date|time/i;
const DATE_CLASS =
  /(?:^|[\s_-])(?:date|datum|fecha|published|pubdate|publish|timestamp|posted|dateline|data|tarih)(?:$|[\s_-])/i;
const AUTHOR_HREF =
  /\/(?:authors?|autor|autoren|autorin|auteur|auteurs|autores|by|journalist|journalists|contributors?|redakteur|autori|yazar|yazarlar|penulis|impressum\/autoren)\//i;

const LABELLED_TAGS = new Set(["li", "p", "dd", "td", "div", "span"]);
const MAX_LABELLED_CHARACTERS = 90;
const AUTHOR_LABEL =
  /^(?:author|authors|autor|autora|autorin|autoren|autorin\/autor|autor\/in|autor:in|auteur|autrice|auteurs|autore|autori|автор|авторы|yazar|penulis|tác giả|συντάκτης|بقلم|الكاتب|מאת|作者|記者|执笔|文)\s?[:：]?\s(\S.{2,60})$/iu;

/** How those labels begin: a cheap test before the line is put together. */
const AUTHOR_OPENING = /^\s*(?:aut|авт|yazar|penulis|tác|συν|بقلم|الكاتب|מאת|作者|記者|执笔|文)/i;

const RDFA_AUTHOR = /(?:^|\s)(?:schema|dc|dcterms):(?:author|creator)(?:\s|$)/;

/** RDFa names the author in `property` or, where the author is a thing of its own, in `rel`. */
function isRdfaAuthor(element: PageElement): boolean {
  return (
    element.tag !== "meta" &&
    (RDFA_AUTHOR.test(element.attribute("property")) || RDFA_AUTHOR.test(element.attribute("rel")))
  );
}

class HintCollector {
  readonly headings: string[] = [];
  readonly lowerHeadings: string[] = [];
  readonly times: TimeHint[] = [];
  readonly microdataAuthors: string[] = [];
  readonly bylines: string[] = [];
  readonly authorLinks: string[] = [];
  readonly relAuthors: string[] = [];
  readonly labelled: string[] = [];
  readonly dateLines: string[] = [];
  microdataHeadline = "";
  microdataPublisher = "";
  microdataImage = "";
  /** Each look for an author's name walks a subtree: counted, so that it stays linear on any page. */
  private authorSearches = 0;

  /** @param skipped elements that hold other stories: what they say is not about this article */
  walk(element: PageElement, skipped: ReadonlySet<PageElement>): void {
    if (skipped.has(element)) return;
    this.look(element);
    for (const child of element.children) {
      if (typeof child !== "string") this.walk(child, skipped);
    }
  }

  private look(element: PageElement): void {
    const { tag } = element;
    if (tag === "h1") push(this.headings, lineOf(element));
    else if (tag === "h2" || tag === "h3") push(this.lowerHeadings, lineOf(element));
    const isLine = element.textLength <= MAX_BYLINE_CHARACTERS && element.textLength > 0;
    if (isLine && LABELLED_TAGS.has(tag)) this.addLabelled(element);
    if (isLine && tag === "byline") push(this.bylines, wireByline(element));
    if (!element.hasAttributes && tag !== "time") return;
    const property = element.attribute("itemprop").toLowerCase();
    const className = element.attribute("class");
    if (tag === "time" || property.startsWith("date")) this.addTime(element, property);
    if (property !== "") this.addMicrodata(element, property);
    if (property.split(" ").includes("author") || isRdfaAuthor(element)) this.addMicrodataAuthor(element);
    const id = element.attribute("data-testid");
    if (isLine && tag === "a") this.addAuthorLink(element);
    if (isLine && (className || id)) {
      const names = id ? `${className} ${id}` : className;
      if (BYLINE_CLASS.test(names) && !BYLINE_NOT.test(names)) push(this.bylines, lineOf(element));
      if (element.textLength <= MAX_DATE_CHARACTERS && DATE_CLASS.test(names))
        push(this.dateLines, lineOf(element));
    }
  }

  private addMicrodata(element: PageElement, property: string): void {
    if (property === "headline") this.microdataHeadline ||= lineOf(element);
    else if (property === "publisher" && this.microdataPublisher === "") {
      const name = ++this.authorSearches > MAX_HINTS ? null : findByProperty(element, "name");
      this.microdataPublisher = name ? name.attribute("content") || lineOf(name) : lineOf(element);
    } else if (property === "image") {
      this.microdataImage ||=
        element.attribute("content") || element.attribute("src") || element.attribute("href");
    }
  }

  /** "Autor: Jonna Tvedt" in a list of the page's data. */
  private addLabelled(element: PageElement): void {
    if (element.textLength > MAX_LABELLED_CHARACTERS || !AUTHOR_OPENING.test(openingOf(element))) return;
    const name = AUTHOR_LABEL.exec(lineOf(element))?.[1];
    if (name !== undefined) push(this.labelled, name);
  }

  private addTime(element: PageElement, property: string): void {
    if (this.times.length >= MAX_HINTS) return;
    this.times.push({
      machine: element.attribute("datetime") || element.attribute("content"),
      text: lineOf(element),
      property,
      className: `${element.attribute("class")} ${element.parent?.attribute("class") ?? ""}`.toLowerCase(),
    });
  }

  private addAuthorLink(element: PageElement): void {
    const isRelAuthor = element.attribute("rel").toLowerCase().includes("author");
    if (!isRelAuthor && !AUTHOR_HREF.test(element.attribute("href"))) return;
    push(this.authorLinks, lineOf(element));
    if (isRelAuthor) push(this.relAuthors, lineOf(element));
  }

  private addMicrodataAuthor(element: PageElement): void {
    if (++this.authorSearches > MAX_HINTS) return;
    const name = findByProperty(element, "name");
    push(
      this.microdataAuthors,
      name ? name.attribute("content") || lineOf(name) : element.attribute("content") || lineOf(element),
    );
  }
}

/** NITF: `<byline>By <person>Jane Doe</person><byttl>Staff Writer</byttl></byline>`, without the job's title. */
function wireByline(byline: PageElement): string {
  const parts = byline.children.map((child) => {
    if (typeof child === "string") return child;
    return child.tag === "byttl" ? "" : lineOf(child);
  });
  return foldSpace(parts.join(" "));
}

function push(list: string[], text: string): void {
  if (text && list.length < MAX_HINTS) list.push(text);
}

function findByProperty(element: PageElement, property: string): PageElement | null {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    if (child.attribute("itemprop").toLowerCase() === property) return child;
    const found = findByProperty(child, property);
    if (found) return found;
  }
  return null;
}

/** The first text within, down the first children. */
function openingOf(element: PageElement): string {
  let at: PageElement | undefined = element;
  while (at !== undefined) {
    const first: PageElement | string | undefined = at.children.find(
      (child) => typeof child !== "string" || child.trim() !== "",
    );
    if (typeof first === "string") return first;
    at = first;
  }
  return "";
}

/** Longer texts are no hints; the walk stops there. */
const MAX_LINE_CHARACTERS = 500;

/** The element's text on one line. */
export function lineOf(element: PageElement): string {
  const parts: string[] = [];
  let length = 0;
  const walk = (at: PageElement): void => {
    for (const child of at.children) {
      if (length > MAX_LINE_CHARACTERS) return;
      if (typeof child === "string") {
        parts.push(child);
        length += child.length;
      } else {
        walk(child);
        parts.push(" ");
      }
    }
  };
  walk(element);
  return foldSpace(parts.join(""));
}

/** @param skipped elements that hold other stories */
export function collectHints(
  root: PageElement,
  skipped: ReadonlySet<PageElement> = new Set<PageElement>(),
): PageHints {
  const collector = new HintCollector();
  collector.walk(root, skipped);
  return collector;
}
