/*
 * One walk over the tree for what elements say about the article: microdata, <time>, byline elements, links to
 * authors, first-level headings. Elements behind the article's text are taken too; the readers decide.
 */
import { foldSpace } from "../blocks/text-shape.ts";
import type { PageElement } from "../tree/page-tree.ts";
import { OTHER_CREDITS } from "../vocabulary/byline-words.ts";
import { lineOf, openingOf } from "./element-text.ts";
import { figureImage } from "./figure-image.ts";

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
  /** Names that link to an account such as "admin": whoever writes with it, it is no name. */
  readonly accounts: readonly string[];
  /** Names that stand behind a label such as "Author:". */
  readonly labelled: readonly string[];
  readonly microdataHeadline: string;
  readonly microdataPublisher: string;
  /** Address of the element with itemprop=image. */
  readonly microdataImage: string;
  /** Address of the picture in the first <figure> between the headline and the second paragraph of text. */
  readonly figureImage: string;
  readonly dateLines: readonly string[];
  /** Place in the `<dateline>` of a wire document; empty where it has none. */
  readonly wirePlace: string;
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

/** WordPress' first account, and desks. */
export const ADMIN_ACCOUNT =
  /\/author\/(?:admin|administrator|editor|webmaster|newsroom|staff)\/?(?:#.{0,40})?$/i;

const LABELLED_TAGS = new Set(["li", "p", "dd", "td", "div", "span"]);
const MAX_LABELLED_CHARACTERS = 90;
/** The same with the line breaks and tabs of the page's source. */
const MAX_LABELLED_SOURCE = 800;
/** Behind two paragraphs of as many characters (one may be the standfirst), "By" stands at other stories. */
const MIN_TEXT_CHARACTERS = 200;
const TEXT_PARAGRAPHS = 2;
/** A sentence of an article; bylines and labels are shorter. */
const MIN_SENTENCE_CHARACTERS = 80;
const AUTHOR_LABEL =
  /^(?:author|authors|autor|autora|autorin|autoren|autorin\/autor|autor\/in|autor:in|auteur|autrice|auteurs|autore|autori|автор|авторы|yazar|penulis|tác giả|συντάκτης|بقلم|الكاتب|מאת|作者|記者|执笔|文)\s?[:：]?\s(\S.{2,60})$/iu;
/** Words that open sentences too, so a colon must follow: "Von: Jonna Tvedt". */
const BYLINE_LABEL =
  /^(?:(?:written |words |text |story |posted )?by|von|par|por|di|av|af|door|от|oleh|text|texte|texto|testo|tekst|teksti|reporter)\s?[:：]\s?(\S.{2,60})$/iu;

/** "Interview: Siri Klint": who led it; a link so labelled leads to a talk with whom it names. */
const INTERVIEW_LABEL =
  /^(?:interview|intervju|entretien|entrevista|intervista|protokoll)\s?[:：]\s(\S.{2,60})$/iu;

/** The same in an element of its own: `<span>By</span><span>Jonna Tvedt</span>`. */
const LONE_LABEL =
  /^\s*(?:(?:written |words |text |story |posted )?by|von|par|por|di|av|af|door|от|oleh)\s?[:：]?\s*$/iu;

/** How those labels begin: a cheap test before the line is put together. */
const AUTHOR_OPENING =
  /^\s*(?:aut|авт|yazar|penulis|tác|συν|بقلم|الكاتب|מאת|作者|記者|执笔|文|by|von|par|por|di\b|av\b|af\b|door|от|oleh|te[xk]?s?t|written|words|story|posted|reporter|inter?v|entre|protokoll)/i;

const RDFA_ATTRIBUTES = ["property", "rel"];
const RDFA_AUTHOR = /(?:^|\s)(?:schema|dc|dcterms):(?:author|creator)(?:\s|$)/;

/** RDFa names the author in `property` or, where the author is a thing of its own, in `rel`. */
function isRdfaAuthor(element: PageElement): boolean {
  return (
    element.tag !== "meta" &&
    RDFA_ATTRIBUTES.some((name) => element.hasAttribute(name) && RDFA_AUTHOR.test(element.attribute(name)))
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
  readonly accounts: string[] = [];
  readonly labelled: string[] = [];
  readonly dateLines: string[] = [];
  microdataHeadline = "";
  microdataPublisher = "";
  microdataImage = "";
  figureImage = "";
  wirePlace = "";
  /** Each look for an author's name walks a subtree: counted, so that it stays linear on any page. */
  private authorSearches = 0;
  private paragraphs = 0;
  /** Shorter ones too: a lead picture stands above them. */
  private sentences = 0;

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
    if (element.textLength <= MAX_LABELLED_SOURCE && LABELLED_TAGS.has(tag)) this.addLabelled(element);
    const plainLength = tag === "p" ? element.textLength - element.linkTextLength : 0;
    if (plainLength >= MIN_TEXT_CHARACTERS) this.paragraphs++;
    if (plainLength >= MIN_SENTENCE_CHARACTERS) this.sentences++;
    if (tag === "figure" && this.isAboveText()) this.figureImage ||= figureImage(element);
    if (isLine && tag === "byline") push(this.bylines, wireByline(element));
    if (isLine && tag === "dateline") this.wirePlace ||= wirePlace(element);
    if (!element.hasAttributes && tag !== "time") return;
    const property = element.attribute("itemprop").toLowerCase();
    const className = element.attribute("class");
    if (tag === "time" || property.startsWith("date")) this.addTime(element, property);
    if (property !== "") this.addMicrodata(element, property);
    const isAuthor = property !== "" && property.split(" ").includes("author");
    if (isAuthor || isRdfaAuthor(element)) this.addMicrodataAuthor(element);
    const id = element.attribute("data-testid");
    if (isLine && tag === "a") this.addAuthorLink(element);
    if (isLine && (className || id)) {
      const names = id ? `${className} ${id}` : className;
      if (BYLINE_CLASS.test(names) && !BYLINE_NOT.test(names)) push(this.bylines, lineOf(element));
      if (element.textLength <= MAX_DATE_CHARACTERS && DATE_CLASS.test(names))
        push(this.dateLines, lineOf(element));
    }
  }

  private isAboveText(): boolean {
    return this.headings.length > 0 && this.sentences < TEXT_PARAGRAPHS;
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
    const opening = openingOf(element);
    if (this.labelled.length === MAX_HINTS || !AUTHOR_OPENING.test(opening)) return;
    const line = lineOf(element);
    if (line.length > MAX_LABELLED_CHARACTERS) return;
    const isApart = this.paragraphs < TEXT_PARAGRAPHS && LONE_LABEL.test(opening);
    const name =
      AUTHOR_LABEL.exec(line)?.[1] ??
      (isApart ? line.slice(opening.trim().length) : BYLINE_LABEL.exec(line)?.[1]) ??
      (element.linkTextLength === 0 ? INTERVIEW_LABEL.exec(line)?.[1] : undefined);
    if (name !== undefined) push(this.labelled, name.trim());
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
    const rel = element.attribute("rel");
    const isRelAuthor = rel !== "" && rel.toLowerCase().includes("author");
    const href = element.attribute("href");
    if (!isRelAuthor && !AUTHOR_HREF.test(href)) return;
    if (ADMIN_ACCOUNT.test(href)) {
      push(this.accounts, lineOf(element));
      return;
    }
    if (this.authorLinks.length === MAX_HINTS || isOthersCredit(element)) return;
    push(this.authorLinks, lineOf(element));
    if (isRelAuthor) push(this.relAuthors, lineOf(element));
  }

  private addMicrodataAuthor(element: PageElement): void {
    if (++this.authorSearches > MAX_HINTS) return;
    const name = findByProperty(element, "name");
    // A box about the author, whose name is not marked.
    if (name === null && element.textLength > MAX_BYLINE_CHARACTERS) return;
    push(
      this.microdataAuthors,
      name ? name.attribute("content") || lineOf(name) : element.attribute("content") || lineOf(element),
    );
  }
}

const WORDS_BEFORE = /(\p{L}{2,14})(?:\s(?:by|von|par|por|di|av|af))?\s?[:：]?\s*$/iu;
const MAX_CREDIT_CHARACTERS = 60;

/** "Reviewed by <a>Ida Holm</a>": a link to somebody who did not write the text. */
function isOthersCredit(link: PageElement): boolean {
  const siblings = link.parent?.children ?? [];
  const before = siblings[siblings.indexOf(link) - 1];
  const word =
    typeof before === "string" ? WORDS_BEFORE.exec(before.slice(-MAX_CREDIT_CHARACTERS))?.[1] : undefined;
  return word !== undefined && OTHER_CREDITS.has(word.toLowerCase());
}

/** NITF: `<byline>By <person>Jane Doe</person><byttl>Staff Writer</byttl></byline>`, without the job's title. */
function wireByline(byline: PageElement): string {
  const parts = byline.children.map((child) => {
    if (typeof child === "string") return child;
    return child.tag === "byttl" ? "" : lineOf(child);
  });
  return foldSpace(parts.join(" "));
}

/** NITF: `<dateline><location>Varnby</location><story.date>Nov. 18</story.date></dateline>` */
function wirePlace(dateline: PageElement): string {
  const place = dateline.children.find((child) => typeof child !== "string" && child.tag === "location");
  return place === undefined || typeof place === "string" ? "" : lineOf(place).replace(/,$/, "");
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

/** @param skipped elements that hold other stories */
export function collectHints(
  root: PageElement,
  skipped: ReadonlySet<PageElement> = new Set<PageElement>(),
): PageHints {
  const collector = new HintCollector();
  collector.walk(root, skipped);
  return collector;
}
