/*
 * The slim tree: only what extraction reads. Elements carry a few numbers that the first steps fill in
 * (text mass, class traits, score), so that later steps need no look-up tables beside the tree.
 */

export type TreeNode = PageElement | string;

export class PageElement {
  readonly tag: string;
  readonly parent: PageElement | null;
  readonly children: TreeNode[] = [];
  /** Only the attributes that extraction reads (see parse-page.ts), names and values in turn; most elements have few. */
  private attributes: string[] | null = null;

  /** Characters of text within, and how many of them stand in links. Filled by measureMass. */
  textLength = 0;
  linkTextLength = 0;
  /** What the element's own class, id, role and tag say: bits of Trait. Filled by markTraits. */
  traits = 0;
  /** The same with what the ancestors hand down. */
  inheritedTraits = 0;
  /** Words outside links in the running-text blocks within. Filled by collectBlocks. */
  goodWords = 0;
  /** Sum of the block scores within, and how many blocks scored as paragraphs. Filled by scoreBlocks. */
  score = 0;
  paragraphs = 0;

  constructor(tag: string, parent: PageElement | null) {
    this.tag = tag;
    this.parent = parent;
  }

  get hasAttributes(): boolean {
    return this.attributes !== null;
  }

  /** The attribute's value, empty where it is missing. */
  attribute(name: string): string {
    const { attributes } = this;
    if (attributes === null) return "";
    for (let at = 0; at < attributes.length; at += 2) {
      if (attributes[at] === name) return attributes[at + 1] ?? "";
    }
    return "";
  }

  hasAttribute(name: string): boolean {
    const { attributes } = this;
    if (attributes === null) return false;
    for (let at = 0; at < attributes.length; at += 2) {
      if (attributes[at] === name) return true;
    }
    return false;
  }

  /** The first of two attributes of one name counts, as in browsers. */
  setAttribute(name: string, value: string): void {
    if (this.hasAttribute(name)) return;
    this.attributes ??= [];
    this.attributes.push(name, value);
  }
}

/** One `<meta>`: its key (`property`, `name`, `itemprop` or `http-equiv`), lower-cased, and its content. */
export interface MetaElement {
  readonly key: string;
  readonly content: string;
}

/** One `<link>` with a rel, lower-cased. */
export interface LinkElement {
  readonly rel: string;
  readonly href: string;
}

export interface PageTree {
  readonly root: PageElement;
  readonly title: string;
  readonly language: string;
  readonly metas: readonly MetaElement[];
  readonly links: readonly LinkElement[];
  readonly jsonLd: readonly string[];
  /** Contents of the other JSON scripts. */
  readonly scriptData: readonly string[];
}

/** True where `ancestor` is `element` or stands above it. */
export function isWithin(element: PageElement, ancestor: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parent) {
    if (at === ancestor) return true;
  }
  return false;
}

/** The nearest element with one of the tags, the element itself included. */
export function closest(element: PageElement, tags: ReadonlySet<string>): PageElement | null {
  for (let at: PageElement | null = element; at; at = at.parent) {
    if (tags.has(at.tag)) return at;
  }
  return null;
}

/**
 * The first element within a box that is looked for, level by level, the box itself included.
 *
 * @param maxElements that are looked at: a box may hold any number
 */
export function findWithin(
  box: PageElement,
  maxElements: number,
  isSought: (element: PageElement) => boolean,
): PageElement | undefined {
  const queue: PageElement[] = [box];
  for (let at = 0; at < queue.length && at < maxElements; at++) {
    const element = queue[at];
    if (element === undefined || isSought(element)) return element;
    for (const child of element.children) if (typeof child !== "string") queue.push(child);
  }
  return undefined;
}
