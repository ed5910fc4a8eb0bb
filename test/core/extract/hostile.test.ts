import fc from "fast-check";
import { DomUtils, parseDocument } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { extract } from "../../../src/core/extract/extract.ts";
import {
  MAX_DEPTH,
  MAX_ELEMENTS,
  MAX_PAGE_CHARACTERS,
  MAX_TEXT_LINES,
} from "../../../src/core/extract/limits.ts";
import { readDateline } from "../../../src/core/extract/story/dateline.ts";
import { findPhotoCredit } from "../../../src/core/extract/story/photo-credit.ts";
import { readSignOff } from "../../../src/core/extract/story/sign-off.ts";
import { article, HARBOUR_STORY, HARBOUR_TEXT, HARBOUR_TITLE, harbourPage, pageOf } from "./pages.ts";

const MILLION = 1_000_000;
/** Repeats of one short piece in a hostile line. */
const REPEATS = 200_000;
/** What these pages are allowed in all; a quadratic step would take hours on them. */
const GENEROUS_TIMEOUT_MS = 60_000;

describe("limits", () => {
  it("refuses a million nested elements and names the limit", () => {
    expect(extract({ kind: "html", content: "<div>".repeat(MILLION) })).toEqual({
      kind: "refused",
      rule: "page-depth",
      message: `more than ${MAX_DEPTH} elements are open at once`,
    });
  });

  it("refuses a page of too many elements", () => {
    expect(extract({ kind: "html", content: "<br>".repeat(MAX_ELEMENTS + 1) })).toMatchObject({
      rule: "page-nodes",
    });
  });

  it("refuses a page that is too large", () => {
    const result = extract({ kind: "html", content: "a".repeat(MAX_PAGE_CHARACTERS + 1) });
    expect(result).toMatchObject({ kind: "refused", rule: "page-size" });
  });

  it("refuses a text of too many lines", () => {
    expect(extract({ kind: "text", content: "a b\n".repeat(MAX_TEXT_LINES + 1) })).toMatchObject({
      rule: "page-nodes",
    });
  });

  it("reads a page whose elements nest as deep as browsers allow", () => {
    const content = `${"<div>".repeat(MAX_DEPTH - 10)}${harbourPage({})}`;
    expect(article(content).text).toBe(HARBOUR_TEXT);
  });
});

const HOSTILE_INSERTS: ReadonlyArray<readonly [what: string, html: string]> = [
  ["a 100 kB srcset", `<img srcset="${"a.jpg 1x, ".repeat(10_000)}">`],
  [
    "an element with a million attributes",
    `<b ${Array.from({ length: MILLION }, (_, at) => `a${at}`).join(" ")}></b>`,
  ],
  ["NUL bytes", "\0".repeat(10_000)],
  ["unclosed inline elements", "<i>".repeat(200)],
  ["closing tags without opening ones", "</section></div></table>".repeat(1000)],
  ["a million opening brackets in a script", `<script>${"(".repeat(MILLION)}</script>`],
  ["deep JSON-LD", `<script type="application/ld+json">${"[".repeat(100_000)}</script>`],
  [
    "a data script of 20,000 texts, one of them a megabyte",
    `<script type="application/json">${JSON.stringify({ texts: [...Array(20_000).fill("<p>a b.</p>"), "<p>word word. ".repeat(80_000)] })}</script>`,
  ],
  ["a deep data script", `<script type="application/json">${'{"a":['.repeat(50_000)}</script>`],
  ["a long class attribute", `<span class="${"a-B1 ".repeat(100_000)}"></span>`],
];

describe("hostile pages", () => {
  it.each(HOSTILE_INSERTS)(
    "reads the article around %s",
    (_what, html) => {
      expect(article(harbourPage({ behind: html })).text).toBe(HARBOUR_TEXT);
    },
    GENEROUS_TIMEOUT_MS,
  );

  const LONG_LINES: ReadonlyArray<readonly [what: string, text: string]> = [
    ["opening brackets", "(".repeat(REPEATS)],
    ["dashes", "A - ".repeat(REPEATS)],
    ["bracket pairs", "(a) ".repeat(REPEATS)],
    ["month names", "janjan ".repeat(REPEATS)],
    ["spaces", `${" ".repeat(REPEATS)}x`],
    ["one word", "a".repeat(REPEATS)],
    ["semicolons", "by a; ".repeat(REPEATS)],
    ["colons", "a: ".repeat(REPEATS)],
  ];

  it.each(LONG_LINES)(
    "ends on a line of endless %s, as HTML and as text",
    (_what, text) => {
      expect(["article", "no-article-text"]).toContain(
        extract({ kind: "html", content: `<p>${text}</p>` }).kind,
      );
      expect(["article", "no-article-text"]).toContain(extract({ kind: "text", content: text }).kind);
    },
    GENEROUS_TIMEOUT_MS,
  );

  it(
    "ends on pages of thousands of headlines",
    () => {
      const content = `<h1>Some headline of five words</h1><p>${HARBOUR_STORY[0]}</p>`.repeat(10_000);
      expect(extract({ kind: "html", content }).kind).toBe("article");
    },
    GENEROUS_TIMEOUT_MS,
  );

  it.each(LONG_LINES)("reads no dateline, credit or sign-off from %s", (_what, text) => {
    expect(readDateline(text)).toBeNull();
    expect(findPhotoCredit(text)).toBeNull();
    expect(readSignOff(text)).toBeNull();
  });
});

const FRAGMENTS = [
  ...[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<article>",
    "<h1>",
    "</h1>",
    "<h2>",
    "<ul><li>",
    "<table><tr><td>",
    "<br>",
    "<a href=x>",
    "</a>",
  ],
  ...[
    "<figure>",
    "<figcaption>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<![CDATA[",
    "&amp;",
    "&#0;",
    "<",
    ">",
    '"',
    "\0",
    "\ud800",
    "\u202e",
  ],
  ...[
    "<meta property=og:title content='x'>",
    "<time datetime=2031-02-30>",
    '<script type=application/ld+json>{"@type":"NewsArticle"',
    "(Reuters) - ",
    "(Photo by A / AFP)",
  ],
  ...[
    "SEOUL (Reuters) - ",
    "(Reporting by A B; Editing by C D)",
    "Read more: ",
    "By ",
    "2031年",
    "記事",
    "ข่าว",
    "خبر",
    "\n",
    "\n\n",
    "  ",
  ],
];

const soup = fc
  .array(
    fc.oneof(fc.constantFrom(...FRAGMENTS, ...HARBOUR_STORY), fc.string({ unit: "binary", maxLength: 12 })),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));
const kind = fc.constantFrom("html" as const, "text" as const);

const FURNITURE = [
  "<p>Advertisement</p>",
  "<div class='share'>Share</div>",
  "<hr>",
  "<p>Read more: <a href=x>Ferries</a></p>",
  "<aside><p>The toll on the bridge is to rise by a tenth from January, the road office said.</p></aside>",
  "<figure><img src=a.jpg><figcaption>The terminal in winter.</figcaption></figure>",
  "<p>Lesen Sie auch: <a href=x>Fähren</a></p>",
  "<p>Sign up for our harbour newsletter and never miss a story.</p>",
  "<p>The pier in winter. (Photo by Lena Brandt / AFP)</p>",
  "<ul><li><a href=1>Bridge toll to rise next year</a></li><li><a href=2>New mayor for Halmby</a></li></ul>",
  "<p hidden>Words that no reader of this page will ever see, although there are many of them.</p>",
  "<p>Um diesen Inhalt anzuzeigen, muss geladen werden, was andere anbieten.</p>",
  "<div class='related-posts'><p>A storm blocks the coastal road until at least Thursday, police said.</p></div>",
  "<p>TT</p>",
  "<script>let a = 1;</script>",
];

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (let index = 0; index < whole.length && at < part.length; index++) if (whole[index] === part[at]) at++;
  return at === part.length;
}

/** Links and comments stand within words: "R<a href=x>e</a>d". */
const PARTS_NO_WORDS = /<a href=x>|<\/a>|<!--(?:(?!-->)[\s\S])*-->/g;

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

describe("any input", () => {
  it("never makes extraction throw", () => {
    fc.assert(
      fc.property(soup, kind, (content, inputKind) => {
        expect(["article", "no-article-text", "refused"]).toContain(
          extract({ kind: inputKind, content }).kind,
        );
      }),
      { numRuns: 400 },
    );
  });

  it("gives the same result twice", () => {
    fc.assert(
      fc.property(soup, kind, (content, inputKind) => {
        expect(extract({ kind: inputKind, content })).toEqual(extract({ kind: inputKind, content }));
      }),
    );
  });

  it("gives no more text than came in, and no word that did not", () => {
    fc.assert(
      fc.property(soup, (content) => {
        const result = extract({ kind: "text", content });
        if (result.kind !== "article") return;
        expect(result.article.text.length).toBeLessThanOrEqual(content.length);
        const visible = content.replace(/[\u00ad\ufeff\u200b\u2060\u200e\u200f\0]/g, "");
        const known = new Set([...words(visible), ...words(visible.replace(PARTS_NO_WORDS, ""))]);
        expect(words(result.article.text).filter((word) => !known.has(word))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("gives of a page a subsequence of its visible text", () => {
    fc.assert(
      fc.property(soup, (content) => {
        const result = extract({ kind: "html", content });
        if (result.kind !== "article") return;
        const visible = DomUtils.textContent(parseDocument(content.replaceAll("\0", ""))).replace(/\s/g, "");
        expect(isSubsequence(result.article.text.replace(/\s/g, ""), visible)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("keeps the same body whatever furniture stands around and between its paragraphs", () => {
    const furniture = fc
      .array(fc.constantFrom(...FURNITURE), { maxLength: 3 })
      .map((pieces) => pieces.join("\n"));
    const places = fc.array(furniture, {
      minLength: HARBOUR_STORY.length + 1,
      maxLength: HARBOUR_STORY.length + 1,
    });
    fc.assert(
      fc.property(places, ([before = "", ...behind]) => {
        const body = HARBOUR_STORY.map((text, at) => `<p>${text}</p>${behind[at] ?? ""}`).join("\n");
        const html = pageOf({
          body: `<main><article><h1>${HARBOUR_TITLE}</h1>${before}${body}</article></main>`,
        });
        expect(article(html).text).toBe(HARBOUR_TEXT);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["a script that closes before it opens", "</script>㐀<script>", ""],
    ["a heading that closes before it opens", "㐀</h1>", "<h1>"],
    ["a script", "㐀<script>let a;</script>", ""],
    ["a frame", "㐀<iframe src=x></iframe>", ""],
  ])("joins no words over %s", (_what, before, behind) => {
    const result = extract({ kind: "text", content: `${before}${HARBOUR_STORY[0]}${behind}` });
    expect(result.kind === "article" && result.article.text.startsWith("㐀 The ")).toBe(true);
  });

  it("keeps no notice before the text, whatever stands between", () => {
    const notice = "<p>Um diesen Inhalt anzuzeigen, muss geladen werden, was andere anbieten.</p>";
    const links =
      "<ul><li><a href=1>Bridge toll to rise next year</a></li><li><a href=2>New mayor for Halmby</a></li></ul>".repeat(
        2,
      );
    const body = HARBOUR_STORY.map((text) => `<p>${text}</p>`).join("\n");
    const html = pageOf({
      body: `<main><article><h1>${HARBOUR_TITLE}</h1>${notice}${links}${body}</article></main>`,
    });
    expect(article(html).text).toBe(HARBOUR_TEXT);
  });
});
