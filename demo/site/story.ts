/*
 * What a story is before an outlet puts its furniture around it. Prose is written as plain text with blank
 * lines between paragraphs and a few marks:
 *
 *   ## Words             a sub-heading
 *   > Words              a pull quote
 *   [figure 2]           the story's second figure stands here
 *   [words](/path)       a link inside a paragraph
 */

export interface Figure {
  /** Path of the picture on the outlet's host. */
  readonly image: string;
  readonly caption: string;
  /** Photographer and agency as printed, `Ines Calloway/NPA`; absent where the outlet prints none. */
  readonly credit?: string;
}

export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "subheading"; readonly text: string }
  | { readonly kind: "pull-quote"; readonly text: string }
  | { readonly kind: "figure"; readonly figure: Figure };

export interface Author {
  readonly name: string;
  readonly bio?: string;
}

export interface Comment {
  readonly author: string;
  /** As the site prints it, `3 hours ago`. */
  readonly posted: string;
  readonly text: string;
}

export interface Story {
  readonly headline: string;
  readonly standfirst?: string;
  readonly section: string;
  /** People; empty for agency copy without a byline. */
  readonly authors: readonly Author[];
  /** The credit line the outlet prints instead of or below a byline, `Norvale Press Agency`. */
  readonly credit?: string;
  /** RFC 3339 with the outlet's own offset. */
  readonly published: string;
  readonly modified?: string;
  readonly body: readonly Block[];
  /** A correction printed with the story. */
  readonly correction?: string;
  readonly tags: readonly string[];
  readonly comments?: readonly Comment[];
}

/** An article's page: what an outlet's template is given. */
export interface ArticlePage {
  /** Absolute URL the outlet calls canonical. */
  readonly url: string;
  readonly story: Story;
  /** An unrelated story that the site loads behind the first, in the same document. */
  readonly nextStory?: { readonly url: string; readonly story: Story };
}

/** Paragraphs with their marks, white space folded. */
export type Prose = readonly string[];

/** Reads a template text: blank lines part paragraphs, line breaks within one do not count. */
export function prose(text: string): Prose {
  return text
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
}

const PARAGRAPH_BREAK = "\n\n";

/**
 * A sub-editor's changes as pairs `[from, to]`, each applied wherever it occurs. `\n\n` in a pair joins or
 * splits paragraphs. Throws when a pair finds nothing, so that an edit cannot silently get lost.
 */
export function edit(text: Prose, changes: ReadonlyArray<readonly [from: string, to: string]>): Prose {
  let edited = text.join(PARAGRAPH_BREAK);
  for (const [from, to] of changes) {
    if (!edited.includes(from)) throw new Error(`edit finds no "${from}" in the story`);
    edited = edited.replaceAll(from, to);
  }
  return edited.split(PARAGRAPH_BREAK);
}

/** Puts `added` behind the paragraph that begins so. Throws where none does. */
export function insertAfter(text: Prose, beginning: string, added: Prose): Prose {
  const at = text.findIndex((paragraph) => paragraph.startsWith(beginning));
  if (at < 0) throw new Error(`no paragraph begins with "${beginning}"`);
  return [...text.slice(0, at + 1), ...added, ...text.slice(at + 1)];
}

/** Straight quotation marks and apostrophes as printers set them. */
export function curlQuotes(text: Prose): Prose {
  return text.map((paragraph) =>
    paragraph
      .replace(/(^|[\s(])"/g, "$1“")
      .replaceAll('"', "”")
      .replace(/(^|[\s(“])'/g, "$1‘")
      .replaceAll("'", "’"),
  );
}

/** Turns marks into blocks. Throws where the text names a figure the story does not have. */
export function blocks(text: Prose, figures: readonly Figure[] = []): readonly Block[] {
  return text.map((paragraph): Block => {
    if (paragraph.startsWith("## ")) return { kind: "subheading", text: paragraph.slice("## ".length) };
    if (paragraph.startsWith("> ")) return { kind: "pull-quote", text: paragraph.slice("> ".length) };
    const mark = /^\[figure (\d+)\]$/.exec(paragraph);
    if (mark === null) return { kind: "paragraph", text: paragraph };
    const figure = figures[Number(mark[1]) - 1];
    if (figure === undefined) throw new Error(`the story has ${figures.length} figures, not ${paragraph}`);
    return { kind: "figure", figure };
  });
}

/** The first paragraph of a story without marks: what sites put in descriptions and feeds. */
export function leadOf(story: Story): string {
  const first = story.body.find((block) => block.kind === "paragraph");
  return first === undefined ? "" : withoutLinks(first.text);
}

/** `[words](/path)` becomes `words`. */
export function withoutLinks(text: string): string {
  return text.replace(/\[([^\]]+)\]\([^)]+\)/g, "$1");
}
