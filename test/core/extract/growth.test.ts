import { afterEach, describe, expect, it, vi } from "vitest";
import { Block } from "../../../src/core/extract/blocks/block.ts";
import { Draft } from "../../../src/core/extract/draft.ts";
import { extract } from "../../../src/core/extract/extract.ts";
import { PageElement } from "../../../src/core/extract/tree/page-tree.ts";

/*
 * Work is counted, not timed: runs of regular expressions with the characters they are given, elements of arrays that
 * are searched, and calls on elements, blocks and drafts.
 */

const FEW = 1_000;
const TIMES_MORE = 4;
/** Steps that are taken once per page, or up to a fixed number, make the ratio smaller, never larger. */
const MOST_TIMES_MORE_WORK = 4.1;
/** Below MAX_DEPTH, and a divisor of FEW. */
const DEPTH = 500;

const SENTENCE =
  "The council of the harbour town met on Monday evening to talk about the bridge that was closed";

function count(content: string, kind: "html" | "text"): number {
  let work = 0;
  const exec = RegExp.prototype.exec;
  vi.spyOn(RegExp.prototype, "exec").mockImplementation(function (this: RegExp, text: string) {
    const from = this.global ? this.lastIndex : 0;
    const match = exec.call(this, text);
    work += 1 + (match ? match.index + match[0].length : text.length) - from;
    return match;
  });
  const tally = <Owner extends object>(owner: Owner, names: ReadonlyArray<keyof Owner & string>) =>
    names.map((name) => {
      const original = Reflect.get(owner, name) as (...inputs: unknown[]) => unknown;
      Reflect.set(owner, name, function (this: unknown, ...inputs: unknown[]) {
        work += Array.isArray(this) ? this.length : 1;
        return original.apply(this, inputs);
      });
      return () => Reflect.set(owner, name, original);
    });
  const restore = [
    ...tally(Array.prototype, ["includes", "indexOf", "filter", "some", "find", "findIndex"]),
    ...tally(Draft.prototype, ["isKept", "textAt", "remove", "block"]),
    ...tally(Block.prototype, ["has"]),
    ...tally(PageElement.prototype, ["attribute", "hasAttribute"]),
  ];
  try {
    extract({ kind, content });
  } finally {
    for (const undo of restore.toReversed()) undo();
    vi.restoreAllMocks();
  }
  return work;
}

function page(size: number, piece: (at: number) => string): string {
  const pieces = Array.from({ length: size }, (_, at) => piece(at)).join("\n");
  return `<title>The bridge stays closed</title><article><h1>The bridge stays closed</h1><p>${SENTENCE}.</p>${pieces}</article>`;
}

/** Groups of elements within each other, as deep as is read. */
function nests(open: string, close: string, size: number): string {
  return `${open.repeat(DEPTH)}${close.repeat(DEPTH)}`.repeat(Math.ceil(size / DEPTH));
}

const SHAPES: ReadonlyArray<readonly [string, (at: number) => string]> = [
  ["one paragraph again and again", () => `<p>${SENTENCE}.</p>`],
  ["paragraphs", (at) => `<p>${SENTENCE} in ${at}.</p>`],
  ["sections", (at) => `<h2>Section number ${at} of the report</h2><p>${SENTENCE} in ${at}.</p>`],
  ["headings", (at) => `<h2>Section number ${at} of the report</h2>`],
  ["related headings", (at) => `<h3>Related stories</h3><p>${SENTENCE} in ${at}.</p>`],
  ["link lines", () => "<ul><li><a href=x>Another story of the harbour town</a></li></ul>"],
  ["pictures", (at) => `<figure><figcaption>The bridge ${at}. Photo: Jane Doe</figcaption></figure>`],
  ["sign-offs", () => "<p>(Reporting by Jane Doe; Editing by John Roe)</p>"],
  ["stories", (at) => `<article><h1>The bridge ${at} stays closed</h1><p>${SENTENCE}.</p></article>`],
  ["lines parted by breaks", (at) => `${SENTENCE} in ${at}<br>`],
  ["marks in a link parted by breaks", () => "<a href=x>-</a><br>"],
  ["bylines", (at) => `<div class="author box-${at}" itemprop="author">By Jane Doe</div>`],
];

describe("work on pages four times as long", () => {
  afterEach(() => vi.restoreAllMocks());

  it.each(SHAPES)("is at most four times as much for %s", (_what, piece) => {
    const few = count(page(FEW, piece), "html");
    const many = count(page(FEW * TIMES_MORE, piece), "html");
    expect(few).toBeGreaterThan(FEW);
    expect(many / few).toBeLessThan(MOST_TIMES_MORE_WORK);
  });

  it("is at most four times as much for boxes of one class beside a large one", () => {
    const large = (size: number) => `<p>${SENTENCE}. ${SENTENCE}. ${SENTENCE}.</p>`.repeat(size);
    const small = (at: number) =>
      `<h2>Part ${at}</h2><div class="article-body"><p>${SENTENCE} ${at}.</p></div>`;
    const work = (size: number) =>
      count(
        page(size, (at) => (at === 0 ? `<div class="article-body">${large(2 * size)}</div>` : small(at))),
        "html",
      );
    expect(work(FEW * TIMES_MORE) / work(FEW)).toBeLessThan(MOST_TIMES_MORE_WORK);
  });

  it("is at most four times as much for lines of plain text", () => {
    const text = (size: number) =>
      Array.from({ length: size }, (_, at) => `${SENTENCE} in ${at}.`).join("\n");
    expect(count(text(FEW * TIMES_MORE), "text") / count(text(FEW), "text")).toBeLessThan(
      MOST_TIMES_MORE_WORK,
    );
  });

  it.each<readonly [string, (size: number) => string]>([
    ["bylines within bylines", (size) => nests('<div class="byline">x', "</div>", size)],
    ["inline tags within inline tags", (size) => nests("<b>x", "</b>", size)],
    ["bylines deeper than is read", (size) => '<i class="byline">x'.repeat(size) + "</i>".repeat(size)],
    ["inline tags deeper than is read", (size) => "<b>x".repeat(size) + "</b>".repeat(size)],
    ["bylines behind bylines", (size) => "<byline>By Jonna Tvedt</byline>".repeat(size)],
    ["videos that one end closes", (size) => `${"<video>x ".repeat(size)}</video>`],
    ["scripts that one end closes", (size) => `${"<script>x ".repeat(size)}</script>`],
    ["comments that one end closes", (size) => `<p>${"<!-- x ".repeat(size)}-->`],
    ["comments that nothing closes", (size) => `<p>${"<!-- x ".repeat(size)}`],
    ["ends of replaced elements", (size) => `<video>${"</video></object>".repeat(size)}`],
    ["breaks", (size) => `x <br>`.repeat(size)],
  ])("is at most four times as much for plain text with %s", (_what, text) => {
    const few = count(`${SENTENCE}\n\n${text(FEW)}`, "text");
    const many = count(`${SENTENCE}\n\n${text(FEW * TIMES_MORE)}`, "text");
    expect(few).toBeGreaterThan(FEW);
    expect(many / few).toBeLessThan(MOST_TIMES_MORE_WORK);
  });

  it("is of one order for bylines within bylines and as many side by side", () => {
    const within = count(nests('<div class="byline">x', "</div>", FEW), "text");
    const beside = count('<div class="byline">x</div>'.repeat(FEW), "text");
    // The parser's stack is searched for each closing tag; seven times as much where each byline is copied for itself.
    expect(within / beside).toBeLessThan(TIMES_MORE);
  });
});
