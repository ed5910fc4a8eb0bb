/* What pages say of themselves outside of classes, headings and paragraphs. */
import { describe, expect, it } from "vitest";
import { extract } from "../../../src/core/extract/extract.ts";
import type { ExtractedArticle, Extraction } from "../../../src/core/model.ts";
import { pageHtml, story } from "../../support/articles.ts";

const PARAGRAPHS = story(71).map((paragraph) => `<p>${paragraph}</p>`);

function articleOf(html: string, url = "https://isle-gazette.example/news/1"): ExtractedArticle {
  const result: Extraction = extract({ kind: "html", content: html, url });
  if (result.kind !== "article") throw new Error(`no article: ${result.message}`);
  return result.article;
}

const page = (title: string, body: string): string =>
  `<html><head><title>${title}</title></head><body>${body}</body></html>`;

describe("custom elements and components", () => {
  it("name their furniture themselves", () => {
    const appeal =
      "<quay-support><h2>You came this far.</h2><p>If you can spare a coin, our reporters go out in the rain.</p></quay-support>";
    const bio = '<p data-component="author-bio">Ivo Marl writes about boats and has sunk two of them.</p>';
    const { text } = articleOf(
      page("A story", `<main><h1>A story</h1>${PARAGRAPHS.join("")}${bio}${appeal}</main>`),
    );
    expect(text).not.toContain("spare a coin");
    expect(text).not.toContain("sunk two of them");
    expect(text).toContain(story(71)[0]);
  });
});

describe("a row of small links", () => {
  it("is furniture where the element around them says so", () => {
    const bar =
      '<site-share-bar><a href="/m">Email</a><a href="/p">Pigeon</a><a href="/c">Copy link</a><span>47 shares</span></site-share-bar>';
    const { text } = articleOf(
      page("A story", `<main><h1>A story</h1>${PARAGRAPHS[0]}${bar}${PARAGRAPHS.slice(1).join("")}</main>`),
    );
    expect(text).not.toContain("Pigeon");
  });
});

describe("a page whose headline is a line among lines", () => {
  const head =
    '<font size="1"><b>OVERSEAS</b></font><br><font size="5"><b>Granary burns on the quay at night</b></font><br><font size="1">Thursday 12 November 2026</font><hr>';
  const table = page(
    "The Isle Gazette - Granary burns on the quay at night",
    `<table><tr><td><a href="/">Home</a></td><td>${head}${PARAGRAPHS.join("")}</td></tr></table>`,
  );

  it("gives headline and date to the metadata, and keeps neither in the text", () => {
    const article = articleOf(table);
    expect(article.title).toBe("Granary burns on the quay at night");
    expect(article.datePublished?.value).toBe("2026-11-12");
    expect(article.text.split("\n")[0]).toBe(story(71)[0]);
  });

  it("leaves lines of verse in one paragraph", () => {
    const verse =
      "The lamp went out upon the pier<br>and no one saw the ferry near<br>until the bell was rung at four";
    const { text } = articleOf(
      page("A story", `<main><h1>A story</h1>${PARAGRAPHS.join("")}<p>${verse}</p>${PARAGRAPHS[0]}</main>`),
    );
    expect(text).toContain("upon the pier and no one saw the ferry near until");
  });
});

describe("another story's <article> beside the page's own", () => {
  const second = story(72)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("");
  const own = `<article><h1>A story of the quay</h1>${PARAGRAPHS.join("")}</article>`;
  const other = `<article><h2>Lost map found</h2><span class="byline">By Petra Vane</span>${second}</article>`;

  it("is reported as another story, and its author is not the page's", () => {
    const article = articleOf(page("A story of the quay", `<main>${own}${other}</main>`));
    const reported = article.removed
      .filter(({ reason }) => reason === "another-story")
      .map(({ text }) => text);
    expect(reported.join(" ")).toContain(story(72)[1]);
    expect(article.text).not.toContain(story(72)[1]);
    expect(article.authors).toEqual([]);
  });

  it("is a teaser card where it has a line of text only", () => {
    const card = "<article><h3>Lost map found</h3><p>It was under the stairs all the time.</p></article>";
    const article = articleOf(page("A story of the quay", `<main>${own}${card}</main>`));
    expect(article.removed.filter(({ reason }) => reason === "another-story")).toEqual([]);
  });
});

describe("a dateline of an agency that no list knows", () => {
  it("is told by capitals behind a place in capitals", () => {
    const article = articleOf(
      pageHtml("A story", [`KESTREL BAY, Nov 12 (NPA) - ${story(71)[0]}`, ...story(71).slice(1)]),
    );
    expect(article).toMatchObject({ dateline: "KESTREL BAY", creditText: "NPA" });
    expect(article.text.startsWith(story(71)[0] ?? "")).toBe(true);
  });

  it("is no dateline where the place is an ordinary word", () => {
    const article = articleOf(pageHtml("A story", [`Sales (VAT) - ${story(71)[0]}`, ...story(71).slice(1)]));
    expect(article.creditText).toBeNull();
  });
});

describe("a page with hardly any text", () => {
  it("has no article where only a consent notice is left, and says how many words there were", () => {
    const notice =
      "<div><h2>It is your choice</h2><p>The Gazette and its partners use cookies to run the site, to measure what is read, and to show advertising.</p></div>";
    const links = Array.from(
      { length: 12 },
      (_, n) => `<li><a href="/${n}">Headline number ${n} of this front</a></li>`,
    );
    const result = extract({ kind: "html", content: page("Norvale", `${notice}<ul>${links.join("")}</ul>`) });
    expect(result.kind).toBe("no-article-text");
    expect(result.kind === "no-article-text" && result.message).toMatch(
      /^\d+ words read like an article's text, the least is 8/,
    );
  });

  it("has no article where it is a wall of two consent texts, each half of the page", () => {
    const wall = pageHtml("Before you read on", [
      "We and our 812 partners use cookies to store information on your device and to read it from there.",
      "You can withdraw your consent at any time, or object to the use of cookies, at the foot of each of our pages.",
    ]);
    expect(extract({ kind: "html", content: wall }).kind).toBe("no-article-text");
  });

  it("has an article where it is a short report about cookies", () => {
    const report = [
      "The ferry line will no longer use cookies on its booking pages, its director said on Monday.",
      "Passengers had complained for a year that fares rose each time they came back to look.",
      "A town council committee will hear the company on Thursday, and the regulator has asked for its records.",
    ];
    expect(articleOf(pageHtml("Ferry line drops trackers", report)).text).toContain(report[1]);
  });

  it("has no article of three words", () => {
    expect(extract({ kind: "html", content: pageHtml("Short", ["Only three words"]) }).kind).toBe(
      "no-article-text",
    );
    expect(extract({ kind: "text", content: "Only three words" }).kind).toBe("no-article-text");
  });

  it("has an article of one whole sentence", () => {
    const flash = "The harbour of Lower Quay was closed on Monday after a barge lost its cargo of timber.";
    expect(articleOf(pageHtml("Harbour closed", [flash])).text).toBe(flash);
  });
});

describe("bylines in markup of their own", () => {
  it("are read from hCards and RDFa", () => {
    const hcard = '<span class="post-author vcard">Posted by <span class="fn">Mara Ilves</span></span>';
    const rdfa = 'Words by <span rel="schema:author"><a href="/people/mara">Mara Ilves</a></span>';
    for (const byline of [hcard, rdfa]) {
      const html = page("A story", `<main><h1>A story</h1>${PARAGRAPHS.join("")}<div>${byline}</div></main>`);
      expect(articleOf(html).authors, byline).toEqual(["Mara Ilves"]);
    }
  });
});
