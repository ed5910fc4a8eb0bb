import { describe, expect, it } from "vitest";
import {
  article,
  HARBOUR_STORY,
  HARBOUR_TITLE,
  ORCHARD_STORY,
  ORCHARD_TITLE,
  pageOf,
  paragraphs,
  textArticle,
} from "./pages.ts";

const OWN = `<h1>${HARBOUR_TITLE}</h1>${paragraphs(HARBOUR_STORY)}`;
const OTHER = paragraphs(ORCHARD_STORY);
const CAPTION = "Burnt candles between the rows near Lower Quillon, 14 April. (EPA)";

/** Pages of different make that carry the orchard story behind or before the harbour story. */
const GLUED_PAGES: ReadonlyArray<readonly [make: string, body: string]> = [
  [
    "a second article element with its own first-level heading",
    `<main><article>${OWN}</article><article><h1>${ORCHARD_TITLE}</h1><p>By Ida Wolff</p>${OTHER}</article></main>`,
  ],
  [
    "infinite scroll with three articles",
    `<main>${[OWN, `<h1>${ORCHARD_TITLE}</h1><address>Ida Wolff</address>${OTHER}`, `<h1>Snow closes the Ambel pass</h1><address>Per Lind</address>${OTHER}`].map((story) => `<article>${story}</article>`).join("")}</main>`,
  ],
  [
    "a first-level heading with a byline in one box",
    `<div>${OWN}<h1>${ORCHARD_TITLE}</h1><p>By Ida Wolff</p>${OTHER}</div>`,
  ],
  [
    "a first-level heading with a date and a caption",
    `<div>${OWN}<h1>${ORCHARD_TITLE}</h1><p>14 April 2031</p><p>${CAPTION}</p>${OTHER}</div>`,
  ],
  [
    "a headline that is repeated above and below the picture",
    `<div>${OWN}<h2>${ORCHARD_TITLE}</h2><p>${CAPTION}</p><h2>${ORCHARD_TITLE}</h2>${OTHER}</div>`,
  ],
  [
    "a headline with a byline and a dateline",
    `<div>${OWN}<h2>${ORCHARD_TITLE}</h2><p>By Ida Wolff</p><p>DRESK (Reuters) - ${ORCHARD_STORY[0]}</p>${paragraphs(ORCHARD_STORY.slice(1))}</div>`,
  ],
  [
    "a sign-off before the next headline with a dateline",
    `<div>${OWN}<p>(Reporting by Ola Berg; Editing by Tom Hale)</p><h2>${ORCHARD_TITLE}</h2><p>DRESK (AP) — ${ORCHARD_STORY[0]}</p>${paragraphs(ORCHARD_STORY.slice(1))}</div>`,
  ],
  [
    "an article element with second-level heading, byline and caption",
    `<main><article>${OWN}</article><article><h2>${ORCHARD_TITLE}</h2><p>By Ida Wolff</p><p>${CAPTION}</p>${OTHER}</article></main>`,
  ],
  [
    "the other story in an article before the page's own",
    `<main><article><h2>${ORCHARD_TITLE}</h2>${OTHER}</article><article>${OWN}</article></main>`,
  ],
];

const OWN_TEXT = [HARBOUR_TITLE, ...HARBOUR_STORY].join("\n\n");
const OTHER_TEXT = ORCHARD_STORY.join("\n\n");

const GLUED_TEXTS: ReadonlyArray<readonly [make: string, text: string]> = [
  [
    "a repeated headline with captions and a text-size widget",
    `${OWN_TEXT}\n\n\n\n${ORCHARD_TITLE}\n\n${CAPTION}\n${CAPTION}\nTT\n\n${ORCHARD_TITLE}\n\n${CAPTION}\n\n${OTHER_TEXT}`,
  ],
  [
    "a headline, a byline and a dateline behind blank lines",
    `${OWN_TEXT}\n\n\n\n${ORCHARD_TITLE}\n\nBy Ida Wolff\n\nDRESK (Reuters) - ${OTHER_TEXT}`,
  ],
  [
    "a sign-off and a headline with a dateline",
    `${OWN_TEXT}\n\n(Reporting by Ola Berg; Editing by Tom Hale)\n\n${ORCHARD_TITLE}\n\nDRESK, April 14 (AFP) - ${OTHER_TEXT}`,
  ],
  [
    "a repeated headline and a date",
    `${OWN_TEXT}\n\n\n${ORCHARD_TITLE}\n14 April 2031\n${ORCHARD_TITLE}\n\n${OTHER_TEXT}`,
  ],
  [
    "furniture, a headline and a dateline",
    `${OWN_TEXT}\n\nRead more: Ferries of the north\n\n\n${ORCHARD_TITLE}\n\nDRESK (AP) - ${OTHER_TEXT}`,
  ],
];

describe("a second story glued to the page's own", () => {
  it.each(GLUED_PAGES)("is cut off in HTML: %s", (_make, body) => {
    const { text, title } = article(pageOf({ body }));
    expect(title).toBe(HARBOUR_TITLE);
    for (const paragraph of HARBOUR_STORY) expect(text).toContain(paragraph);
    expect(text).not.toContain("Quillon");
  });

  it.each(GLUED_TEXTS)("is cut off in plain text: %s", (_make, content) => {
    const { text, title, removed } = textArticle(content);
    expect(title).toBe(HARBOUR_TITLE);
    for (const paragraph of HARBOUR_STORY) expect(text).toContain(paragraph);
    expect(text).not.toContain("Quillon");
    expect(
      removed.some((block) => block.reason === "another-story" && block.text.includes("Benedikt Amsel")),
    ).toBe(true);
  });
});

const SECTIONS = ["A costly pier", "The long way round", "What the court will ask"];
const SECTION_TEXTS = [
  "The western pier of Varnby has been repaired twice, and Oskarsdottir told the council that a third repair could not be paid from the harbour fees.",
  "For the fishermen of Nordlys the bridge at Tovik is no answer, since their vans must not use it on weekdays before nine in the morning.",
  "The court in Halmby will have to decide whether Varnby was bound to ask the county before it closed the terminal, lawyers for Nordlys said.",
];

function sections(heading: (title: string) => string): string {
  return SECTIONS.map((title, at) => `${heading(title)}<p>${SECTION_TEXTS[at]}</p>`).join("");
}

/** Pages with many headings that are one article all the same: every paragraph must stay. */
const WHOLE_PAGES: ReadonlyArray<readonly [kind: string, body: string, kept: readonly string[]]> = [
  [
    "a long article with sub-headings",
    `<article>${OWN}${sections((title) => `<h2>${title}</h2>`)}</article>`,
    SECTION_TEXTS,
  ],
  [
    "an article with sub-headings and captioned pictures",
    `<article>${OWN}${sections((title) => `<h2>${title}</h2><figure><img src="p.jpg"><figcaption>The pier. (Photo by Lena Brandt / AFP)</figcaption></figure>`)}</article>`,
    SECTION_TEXTS,
  ],
  [
    "a list article about unrelated things",
    `<article>${OWN}<h2>1. Quillon valley</h2><p>${ORCHARD_STORY[0]}</p><h2>2. Lower Quillon</h2><p>${ORCHARD_STORY[1]}</p><h2>3. Dresk</h2><p>${ORCHARD_STORY[2]}</p></article>`,
    ORCHARD_STORY,
  ],
  [
    "an interview",
    `<article>${OWN}<h3>Will you appeal to the county?</h3><p>${SECTION_TEXTS[2]}</p><h3>And what of the fishermen?</h3><p>${SECTION_TEXTS[1]}</p></article>`,
    [SECTION_TEXTS[1] ?? ""],
  ],
  [
    "a round-up of the day with datelines in its text",
    `<article>${OWN}<h2>Frost in the orchards</h2><p>${ORCHARD_STORY[0]}</p><h2>Loans for the growers</h2><p>${ORCHARD_STORY[2]}</p></article>`,
    [ORCHARD_STORY[0] ?? "", ORCHARD_STORY[2] ?? ""],
  ],
];

describe("one story with many headings", () => {
  it.each(WHOLE_PAGES)("stays whole: %s", (_kind, body, kept) => {
    const { text } = article(pageOf({ body }));
    for (const paragraph of [...HARBOUR_STORY, ...kept]) expect(text).toContain(paragraph);
  });

  it("stays whole: a live blog whose entries have headings and times of their own", () => {
    const data = JSON.stringify({ "@type": "LiveBlogPosting", headline: HARBOUR_TITLE });
    const entries = ORCHARD_STORY.map(
      (text, at) =>
        `<article><h2>Entry number ${at + 1} of the day</h2><time>1${at}:30</time><p>${text}</p></article>`,
    ).join("");
    const html = pageOf({
      head: `<script type="application/ld+json">${data}</script>`,
      body: `<main><article>${OWN}</article>${entries}</main>`,
    });
    expect(article(html).text).toContain(ORCHARD_STORY[1]);
  });

  it("stays whole: a plain text with sub-headings", () => {
    const content = [
      HARBOUR_TITLE,
      ...HARBOUR_STORY,
      ...SECTIONS.flatMap((title, at) => [title, SECTION_TEXTS[at] ?? ""]),
    ].join("\n\n");
    const { text } = textArticle(content);
    for (const paragraph of [...HARBOUR_STORY, ...SECTION_TEXTS]) expect(text).toContain(paragraph);
  });
});
