/*
 * Plain text that holds HTML, and wire documents saved as text.
 */
import { describe, expect, it } from "vitest";
import { untag } from "../../../src/core/extract/blocks/untag.ts";
import { extract } from "../../../src/core/extract/extract.ts";
import { MAX_DEPTH } from "../../../src/core/extract/limits.ts";
import { article, HARBOUR_STORY, HARBOUR_TITLE, pageOf, paragraphs, textArticle } from "./pages.ts";

const REPEATS = 20_000;
/** Characters kept for one that was written: a `<p>` becomes two line ends before it and two behind it. */
const MOST_KEPT = 2;

/** Characters of a text and its bylines once its tags are gone; 0 where it is refused. */
function charactersKept(content: string): number {
  const untagged = untag(content);
  return untagged.kind === "refused" ? 0 : untagged.text.length + untagged.bylines.join("").length;
}

const CLEAN = HARBOUR_STORY.join("\n");
const [P1 = "", P2 = "", P3 = "", P4 = ""] = HARBOUR_STORY;

const MARKED: ReadonlyArray<readonly [what: string, content: string]> = [
  ["paragraphs in <p>", `${HARBOUR_TITLE}\n\n${paragraphs(HARBOUR_STORY)}`],
  ["a headline in <h1>", `<h1>${HARBOUR_TITLE}</h1>${paragraphs(HARBOUR_STORY)}`],
  ["<p> that nothing closes", `${HARBOUR_TITLE}\n<p>${HARBOUR_STORY.join("\n<p>")}`],
  [
    "paragraphs wrapped within <p>",
    `${HARBOUR_TITLE}\n\n${HARBOUR_STORY.map((text) => `<p>${text.replace(/(.{40,60}) /g, "$1\n")}</p>`).join("\n")}`,
  ],
  ["<br> between paragraphs", `${HARBOUR_TITLE}<br>${HARBOUR_STORY.join("<br/>\n")}`],
  ["<br><br> between paragraphs", `${HARBOUR_TITLE}<br><br>${HARBOUR_STORY.join("<br /><br />")}`],
  [
    "inline tags and links",
    `${HARBOUR_TITLE}\n\n${[P1.replace("Varnby", "<b>Varnby</b>"), P2.replace("Mira Oskarsdottir", `<a href="/people/mira" title="a > b">Mira Oskarsdottir</a>`), P3, P4.replace("October", "<em>Octo</em>ber")].join("\n\n")}`,
  ],
  [
    "boxes and a script",
    `<div class="text"><div>${HARBOUR_TITLE}</div>${HARBOUR_STORY.map((text) => `<div>${text}</div>`).join("")}<script>var a = "<p>no</p>";</script></div>`,
  ],
  [
    "a comment and an empty paragraph",
    `${HARBOUR_TITLE}\n<!-- body -->\n<p>&nbsp;</p>${paragraphs(HARBOUR_STORY)}`,
  ],
  [
    "escaped tags",
    paragraphs([`${HARBOUR_TITLE}`, ...HARBOUR_STORY])
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;"),
  ],
  [
    "a header and tags behind it",
    `Subject: ${HARBOUR_TITLE}\nDate: Tue, 04 Mar 2031 09:30:00 +0100\n\n${paragraphs(HARBOUR_STORY)}`,
  ],
];

describe("plain text with", () => {
  it.each(MARKED)("%s loses its tags", (_what, content) => {
    const found = textArticle(content);
    expect(found.text).toBe(CLEAN);
    expect(found.title).toBe(HARBOUR_TITLE);
  });
});

describe("plain text", () => {
  it("has its entities decoded, in headline, header and text", () => {
    const found = textArticle(
      `Subject: Varnby&#39;s council &amp; the ferry: &ldquo;enough&rdquo;\nAuthor: Jonna Tv&eacute;dt\n\nThe council&rsquo;s R&amp;D office &mdash; all of it &mdash; moves to Halmby in May, the mayor said.\n\n${P1}`,
    );
    expect(found.title).toBe("Varnby's council & the ferry: “enough”");
    expect(found.authors).toEqual(["Jonna Tvédt"]);
    expect(found.text).toContain(
      "The council’s R&D office — all of it — moves to Halmby in May, the mayor said.",
    );
  });

  it.each([
    "The values a < b and c > d were mixed up by the harbour's computer, the council said on Monday.",
    "Letters went to the desk <name@example.org> and to the harbour master <harbour@example.org> until Friday, the council said.",
    "The list was declared as Map<K, V> and later as Array<i> in the harbour's program, its author said.",
    "Losses were <10 % in winter and >20 % in summer, the council of Varnby said on Monday.",
    "Whoever writes <p and q> in a letter, or 1<2>0, confuses the harbour's old computer, its author said.",
    "AT&T and R&D stay as they are in the list of the harbour's creditors, the council said.",
    "The harbour <unreadable> was the last word that the old telegraph printed before it stopped for good.",
  ])("keeps what is no HTML: %s", (sentence) => {
    expect(textArticle(`${HARBOUR_TITLE}\n\n${sentence}\n\n${P1}`).text).toContain(sentence);
  });

  it("keeps lines outside of tags apart", () => {
    const found = textArticle(`${HARBOUR_TITLE}\n\n<p>${P1}</p>\n${P2}\n${P3}\n<p>${P4}</p>`);
    expect(found.text).toBe(CLEAN);
  });

  it("that is a whole HTML document is read as one", () => {
    const page = pageOf({
      body: `<nav><a href="/">Home</a></nav><main><h1>${HARBOUR_TITLE}</h1>${paragraphs(HARBOUR_STORY)}</main><footer>About</footer>`,
    });
    expect(textArticle(page).text).toBe(CLEAN);
  });

  // That the work grows no faster than the text is counted in growth.test.ts.
  it.each([
    ...[
      "<p",
      "<a href=",
      "</",
      "<!--",
      "&lt;p&gt;",
      "<b>",
      "<br><br>",
      "<byline>",
      "&",
      "< ",
      "<video>",
      "</b>",
    ],
    ...["<b></b>", "<byline>x</byline>", "<script></script>", "<!-- -->", "<video></video><object>"],
  ])("takes any string: %s again and again", (piece) => {
    const content = piece.repeat(REPEATS);
    expect(extract({ kind: "text", content }).kind).toMatch(/^(?:article|no-article-text)$/);
    expect(charactersKept(content)).toBeLessThan(MOST_KEPT * content.length);
  });

  it.each([
    ["<div>x", "</div>"],
    ['<div class="byline">x', "</div>"],
    ["<byline>x", "</byline>"],
  ])("takes %s within itself, and refuses it by name where it is too deep", (open, close) => {
    const nested = (depth: number) => `${open.repeat(depth)}${close.repeat(depth)}`;
    const deep = nested(MAX_DEPTH / 2);
    expect(extract({ kind: "text", content: deep }).kind).not.toBe("refused");
    expect(charactersKept(deep)).toBeLessThan(MOST_KEPT * deep.length);
    expect(extract({ kind: "text", content: nested(REPEATS) })).toMatchObject({ rule: "page-depth" });
  });
});

/** As many as a sloppy text of that length has. */
const LEFT_OPEN = 300;

describe("plain text whose inline tags are left open", () => {
  it.each([
    ["one <b> in each of many paragraphs", "</b>", (text: string) => `<p><b>${text}`],
    ["two of them in each", "</b>", (text: string) => `<p><b><i>${text}</i>`],
    ["links in lines", "</a>", (text: string) => `<a href="/n">${text}<br>`],
    ["fonts in lines", "</font>", (text: string) => `<font size="2">${text}<br><br>`],
  ])("keeps its paragraphs: %s", (_what, end, mark) => {
    const texts = Array.from({ length: LEFT_OPEN }, (_, at) => `${at + 1} of the ferries. ${P1}`);
    const found = textArticle(`${HARBOUR_TITLE}\n\n${texts.map(mark).join("\n")}${end}`);
    expect(found.text.split("\n")).toEqual(texts);
  });

  it.each([
    ["<b>x", "</b>"],
    ["<p><b>x", "</b></p>"],
    ["<span><em>x", "</em></span>"],
  ])("takes %s within itself at any depth", (open, close) => {
    const content = `${open.repeat(REPEATS)}${close.repeat(REPEATS)}`;
    expect(extract({ kind: "text", content }).kind).not.toBe("refused");
    expect(charactersKept(content)).toBeLessThan(MOST_KEPT * content.length);
  });
});

const NITF = (byline: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<nitf><head><title>${HARBOUR_TITLE}</title></head><body><body.head><hedline><hl1>${HARBOUR_TITLE}</hl1></hedline>${byline}<distributor>Norrwire</distributor></body.head><body.content><block>${paragraphs(HARBOUR_STORY)}</block></body.content></body></nitf>`;

const BYLINES: ReadonlyArray<readonly [what: string, byline: string, authors: readonly string[]]> = [
  ["a name", "<byline>By Jonna Tvedt</byline>", ["Jonna Tvedt"]],
  ["a name without By", "<byline>Jonna Tvedt</byline>", ["Jonna Tvedt"]],
  ["two names", "<byline>By Jonna Tvedt and Ola Berg</byline>", ["Jonna Tvedt", "Ola Berg"]],
  [
    "a name in capitals with its job",
    "<byline>By JONNA TVEDT<byttl>Staff Writer</byttl></byline>",
    ["JONNA TVEDT"],
  ],
  [
    "persons with their jobs",
    "<byline>By <person>Jonna Tvedt</person> and <person>Ola Berg</person><byttl>Norrwire Correspondents</byttl></byline>",
    ["Jonna Tvedt", "Ola Berg"],
  ],
];

describe("the byline of a wire document with", () => {
  it.each(BYLINES)("%s is read in the document", (_what, byline, authors) => {
    const found = textArticle(NITF(byline));
    expect(found).toMatchObject({ authors, text: CLEAN, title: HARBOUR_TITLE });
  });

  it.each(BYLINES)("%s is read in the text saved from it", (_what, byline, authors) => {
    const found = textArticle(`<hl1>${HARBOUR_TITLE}</hl1>\n${byline}\n${paragraphs(HARBOUR_STORY)}`);
    expect(found).toMatchObject({ authors, text: CLEAN, title: HARBOUR_TITLE });
  });

  it.each(BYLINES)("%s is read on a page", (_what, byline, authors) => {
    const found = article(
      pageOf({ body: `<main><h1>${HARBOUR_TITLE}</h1>${byline}${paragraphs(HARBOUR_STORY)}</main>` }),
    );
    expect(found).toMatchObject({ authors, text: CLEAN });
  });

  it("a class is read in the text saved from it", () => {
    const found = textArticle(
      `${HARBOUR_TITLE}\n<p class="byline">Von Jonna Tvedt</p>\n${paragraphs(HARBOUR_STORY)}`,
    );
    expect(found).toMatchObject({ authors: ["Jonna Tvedt"], text: CLEAN });
  });
});
