/*
 * Galleries: captions are kept apart in `captions`, and what stands beside the pictures is the text. Where nothing does,
 * the captions are the text as well.
 */
import { describe, expect, it } from "vitest";
import { extract } from "../../../src/core/extract/extract.ts";
import { article, HARBOUR_STORY, HARBOUR_TITLE, pageOf, paragraphs } from "./pages.ts";

const H1 = `<h1>${HARBOUR_TITLE}</h1>`;
const LEAD =
  "Ninety years, one boat, and a pier that the winter took: our pictures from the last summer of the ferry between Varnby and Halmby.";

const CAPTIONS = [
  "Captain Aron Lie on the bridge of the Solveig, on which he has served for thirty-one of her fifty-two years, in June.",
  "Schoolchildren from Halmby on their way home over the sound; the youngest of them will need forty minutes more by bus.",
  "The western pier after the storm of February, when waves tore away a third of it within a single night.",
  "Ragna Holt sells coffee in the waiting room, as her mother did before her, to whoever misses the boat at noon.",
  "Gulls follow the Solveig out of the harbour in the evening, when the galley throws the last of the bread overboard.",
];

type Gallery = readonly [what: string, html: string];

const figure = (caption: string) => `<figure><img src="a.jpg"><figcaption>${caption}</figcaption></figure>`;
const GALLERIES: readonly Gallery[] = [
  ["figures", CAPTIONS.map(figure).join("")],
  [
    "a list of slides with counters",
    `<ul class="gallery">${CAPTIONS.map((caption, at) => `<li class="slide"><figure><img src="${at}.jpg"><figcaption><span class="count">${at + 1} of 5</span> <p>${caption}</p></figcaption></figure></li>`).join("")}</ul>`,
  ],
  [
    "boxes of a class",
    `<div class="slideshow">${CAPTIONS.map((caption) => `<div class="slide"><img src="a.jpg"><div class="slide-caption"><p>${caption}</p></div></div>`).join("")}</div>`,
  ],
  [
    "figures with credits",
    CAPTIONS.map(
      (caption) =>
        `<figure><img src="a.jpg"><figcaption>${caption} <span class="credit">Foto: Lena Brandt</span></figcaption></figure>`,
    ).join(""),
  ],
];

describe("a gallery made of", () => {
  it.each(GALLERIES)("%s has its lead for text and its captions apart", (_what, html) => {
    const found = article(pageOf({ body: `<main><article>${H1}<p>${LEAD}</p>${html}</article></main>` }));
    expect(found.text).toBe(LEAD);
    expect(CAPTIONS.filter((caption) => !found.captions.some((own) => own.includes(caption)))).toEqual([]);
  });

  it.each(GALLERIES)("%s and nothing else has its captions for text, and says so", (_what, html) => {
    const found = article(pageOf({ body: `<main>${H1}${html}</main>` }));
    const text = found.text.replaceAll("\n", " ");
    expect(CAPTIONS.filter((caption) => !text.includes(caption))).toEqual([]);
    expect(CAPTIONS.filter((caption) => !found.captions.some((own) => own.includes(caption)))).toEqual([]);
  });

  it.each(GALLERIES)("%s in an article leaves the text whole", (_what, html) => {
    const body = `<main><article>${H1}${paragraphs(HARBOUR_STORY.slice(0, 2))}${html}${paragraphs(HARBOUR_STORY.slice(2))}</article></main>`;
    const found = article(pageOf({ body }));
    expect(found.text).toBe(HARBOUR_STORY.join("\n"));
    expect(CAPTIONS.filter((caption) => !found.captions.some((own) => own.includes(caption)))).toEqual([]);
  });
});

describe("a page of pictures", () => {
  it("has no article text where its captions are names only", () => {
    const names = ["Captain Lie", "The western pier", "Waiting room", "Evening"].map(figure).join("");
    const result = extract({ kind: "html", content: pageOf({ body: `<main>${H1}${names}</main>` }) });
    expect(result.kind).toBe("no-article-text");
  });
});
