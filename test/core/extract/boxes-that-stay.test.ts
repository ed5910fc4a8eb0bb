/*
 * Parts of an article whose boxes look like those that boxes-of-makes.test.ts wants to leave it, and stay.
 */
import { describe, expect, it } from "vitest";
import {
  HARBOUR_HEADING,
  HARBOUR_STORY,
  HARBOUR_TEXT,
  HARBOUR_TITLE,
  paragraphs,
  textOfBody,
} from "./pages.ts";

const [P1 = "", P2 = "", P3 = "", P4 = ""] = HARBOUR_STORY;
const SHORT = "The vote was close.";
const TOLL =
  "The toll on the bridge at Tovik will go up by a tenth in January, said the road office of the county.";
const MAYOR =
  "Halmby has a new mayor, the teacher Pia Lund, who won by nine votes after the ballots were counted twice.";
const STORM =
  "The coastal road stays blocked by fallen pines until Thursday at least, and drivers should go round by Dresk.";

function boxed(text: string): string {
  return `<div><p>${text}</p></div>`;
}

describe("the article's own text before its headline", () => {
  const HALVES = { first: boxed(P1) + boxed(P2), second: boxed(P3) + boxed(P4) };

  it.each([
    [
      "a lead in a box of its own",
      `<div class="lede"><p>${P1}</p></div><header>${HARBOUR_HEADING}</header><div>${paragraphs([P2, P3, P4])}</div>`,
    ],
    ["a box for each paragraph", `${boxed(P1)}<div>${HARBOUR_HEADING}</div>${boxed(P2)}${HALVES.second}`],
    [
      "the headline again in the middle",
      `<div>${HALVES.first}</div><h2>${HARBOUR_TITLE}</h2>${HALVES.second}`,
    ],
  ])("%s stays", (_what, body) => {
    expect(textOfBody(`<main><article>${body}</article></main>`)).toBe(HARBOUR_TEXT);
  });

  it("stays where the headline comes again above a box for readers behind the story", () => {
    const box = `<section><h1>${HARBOUR_TITLE}</h1><p>${MAYOR} ${STORM}</p></section>`;
    const story = `<article><h2>${HARBOUR_TITLE}</h2>${paragraphs(HARBOUR_STORY)}</article>`;
    expect(textOfBody(`<main>${story}${box}</main>`)).toContain(HARBOUR_TEXT);
  });
});

describe("cards that are one link", () => {
  it("stay where they are the entries of a list article, text and headings", () => {
    const entries = HARBOUR_STORY.map(
      (text, at) =>
        `<a href="/e/${at}"><h3>Entry ${at} of the list</h3><p>${STORM}</p></a><p>${text} ${text}</p>`,
    );
    const text = textOfBody(`<article>${HARBOUR_HEADING}<p>${P1}</p>${entries.join("")}</article>`);
    expect(text).toContain("Entry 2 of the list");
  });

  it("stay where they lead to another site", () => {
    const card = `<a href="https://shop.example/kettle"><h4>The kettle of the year</h4><p>${TOLL}</p></a>`;
    const text = textOfBody(
      `<article>${HARBOUR_HEADING}${paragraphs([P1, P2])}${card}${paragraphs([P3, P4])}</article>`,
    );
    expect(text).toContain("The kettle of the year");
  });
});

describe("texts that come again", () => {
  it("stay where call and answer stand in boxes of their own", () => {
    const turns = (boxed(TOLL) + boxed(MAYOR)).repeat(5);
    const text = textOfBody(`<main>${HARBOUR_HEADING}${turns}${paragraphs(HARBOUR_STORY)}</main>`);
    expect(text.split(TOLL)).toHaveLength(6);
  });
});

describe("sentences above a form for the mail address", () => {
  const FORM = '<form><input type="email"><button>OK</button></form>';

  it.each([
    ["without a heading", `<div><p>${P3}</p>${FORM}</div>`],
    ["of two paragraphs", `<div><h3>The letter</h3><p>${SHORT}</p><p>${P3}</p>${FORM}</div>`],
    [
      "in a step of a guide",
      `<div class="step"><h3>One</h3><p>${P3}</p>${FORM}</div><div class="step"><h3>Two</h3><p>${TOLL}</p></div>`,
    ],
  ])("stay %s", (_what, box) => {
    const text = textOfBody(
      `<article>${HARBOUR_HEADING}${paragraphs([P1, P2])}${box}${paragraphs([P4])}</article>`,
    );
    expect(text).toContain(P3);
  });
});

describe("sections of the article that are called as readers' comments are", () => {
  const texts = [P4, TOLL, MAYOR];
  const expert = (text: string) => `<div><b>Jonna Tvedt</b><p>${text}</p></div>`;
  const SECTIONS: ReadonlyArray<readonly [string, (heading: string) => string]> = [
    ["of paragraphs", (heading) => `<section>${heading}${paragraphs(texts)}</section>`],
    ["of boxes", (heading) => `<section>${heading}${texts.map(expert).join("")}</section>`],
    ["beside the others", (heading) => `${heading}${paragraphs(texts)}`],
  ];

  it.each(
    ["Comments", "Kommentare", "Комментарии", "Commentaires", "Comentarios"].flatMap((name) =>
      SECTIONS.map(([make, section]) => [name, make, section] as const),
    ),
  )("%s %s stays", (name, _make, section) => {
    const before = `<section>${paragraphs([P1, P2, P3])}</section>`;
    const text = textOfBody(
      `<main><article>${HARBOUR_HEADING}${before}${section(`<h2>${name}</h2>`)}</article></main>`,
    );
    for (const kept of texts) expect(text).toContain(kept);
  });

  it("a heading that only opens so takes nothing", () => {
    const own = `<section><h2>Comments of the mayor</h2>${paragraphs(texts)}</section>`;
    const text = textOfBody(
      `<main><article>${HARBOUR_HEADING}${paragraphs([P1, P2, P3])}${own}</article></main>`,
    );
    for (const kept of texts) expect(text).toContain(kept);
  });
});

describe("boxes of one class", () => {
  it("an <article> of its own is another story", () => {
    const box = (paragraphsOf: readonly string[]) =>
      `<div class="article-body">${paragraphs(paragraphsOf)}</div>`;
    const other = `<article><h3>Bridge toll to rise</h3>${box([TOLL])}</article>`;
    expect(
      textOfBody(`<main><article>${HARBOUR_HEADING}${box(HARBOUR_STORY)}</article>${other}</main>`),
    ).toBe(HARBOUR_TEXT);
  });
});

describe("templates", () => {
  it("one whose mode is none of a shadow root is not read", () => {
    const plain = `<x-card><template shadowrootmode="none"><p>${TOLL}</p></template></x-card>`;
    expect(textOfBody(`<article>${HARBOUR_HEADING}${paragraphs(HARBOUR_STORY)}</article>${plain}`)).toBe(
      HARBOUR_TEXT,
    );
  });
});
