import fc from "fast-check";
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
import { article, HARBOUR_STORY, HARBOUR_TEXT, harbourPage } from "./pages.ts";

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
        const known = new Set(words(content.replace(/[\u00ad\ufeff\u200b\u2060\u200e\u200f\0]/g, "")));
        expect(words(result.article.text).filter((word) => !known.has(word))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps the body when furniture is put between its paragraphs", () => {
    const furniture = fc.constantFrom(
      "<p>Advertisement</p>",
      "<div class='share'>Share</div>",
      "<hr>",
      "<p>Read more: <a href=x>Ferries</a></p>",
      "",
    );
    fc.assert(
      fc.property(furniture, furniture, furniture, (before, between, behind) => {
        expect(article(harbourPage({ before, between, behind })).text).toBe(HARBOUR_TEXT);
      }),
    );
  });
});
