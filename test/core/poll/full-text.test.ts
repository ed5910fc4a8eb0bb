import { describe, expect, it } from "vitest";
import { extract as extractPage } from "../../../src/core/extract/extract.ts";
import { articleDocument, fullTextOf } from "../../../src/core/poll/full-text.ts";
import { story } from "../../support/articles.ts";
import { entryWith } from "./documents.ts";

const ENTRY = entryWith({
  guid: "1",
  link: "https://harbour.example/1",
  title: 'Ferry "Tern" & crew <home>',
  authors: ["Ada Quill"],
  published: { value: "2023-11-27T19:10:00Z", source: "feed" },
  language: "en",
  summary: "The ferry is back.",
});

describe("an entry's whole text", () => {
  it("is its content, or its summary where that is longer", () => {
    expect(fullTextOf({ ...ENTRY, content: "<p>The ferry came home at noon.</p>" })?.plain).toBe(
      "The ferry came home at noon.",
    );
    expect(fullTextOf({ ...ENTRY, content: "Short." })?.plain).toBe("The ferry is back.");
    expect(fullTextOf({ ...ENTRY, summary: null })).toBeNull();
  });

  it.each([
    "The ferry came home at noon…",
    "The ferry came home at noon...",
    "<p>The ferry came home [&#8230;]</p>",
    "The ferry came home. [...]",
    '<p>The ferry came home.</p><a href="/1">Continue reading</a>',
    "The ferry came home. Read more »",
    "The ferry came home. Read the full story at Harbour Post",
  ])("is not what was cut: %s", (content) => {
    expect(fullTextOf({ ...ENTRY, content, summary: null })).toBeNull();
  });

  it("may speak of reading more", () => {
    expect(fullTextOf({ ...ENTRY, content: "Children should read more, said the council." })).not.toBeNull();
  });
});

describe("the document made of an entry", () => {
  const paragraphs = story(7);
  const extract = (markup: string) => {
    const document = articleDocument(ENTRY, markup);
    const read = extractPage({ kind: "html", content: document, url: ENTRY.link ?? undefined });
    if (read.kind !== "article") throw new Error(read.message);
    return read.article;
  };

  it("is read as the article that it is", () => {
    const article = extract(paragraphs.map((text) => `<p>${text}</p>`).join(""));
    expect(article).toMatchObject({
      title: ENTRY.title,
      authors: ["Ada Quill"],
      datePublished: { value: "2023-11-27T19:10:00Z" },
      text: paragraphs.join("\n"),
    });
  });

  it("takes empty lines of plain text for paragraphs", () => {
    expect(extract(paragraphs.join("\n\n")).text).toBe(paragraphs.join("\n"));
  });
});
