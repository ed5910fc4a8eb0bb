/*
 * Invented pages for the extraction tests: every sentence here was written for this project.
 */
import { extract } from "../../../src/core/extract/extract.ts";
import type { ExtractedArticle, PageInput } from "../../../src/core/model.ts";

/** Four paragraphs about one invented event: enough text for the engine to know the article by. */
export const HARBOUR_STORY: readonly string[] = [
  "The harbour council of Varnby voted on Monday to close the old ferry terminal, ending a service that has crossed the sound for more than ninety years.",
  "Council leader Mira Oskarsdottir said the terminal had lost money in each of the past seven winters, and that repairs to the western pier would have cost more than the ferry earns in a decade.",
  "Opponents of the plan, led by the fishing cooperative Nordlys, announced that they would ask the regional court in Halmby to suspend the decision before the summer season begins.",
  "The last boat is to leave the terminal in October. Commuters will have to use the Tovik bridge, which adds about forty minutes to the journey between Varnby and Halmby.",
];

export const HARBOUR_TITLE = "Varnby council votes to close ninety-year-old ferry terminal";

/** A story that shares no names with the first. */
export const ORCHARD_STORY: readonly string[] = [
  "Apple growers in the Quillon valley expect the smallest harvest since records began, after three nights of frost in April destroyed most of the blossom.",
  "Farmer Benedikt Amsel, who owns eleven hectares near Lower Quillon, said he had lit more than four hundred paraffin candles between the rows and still lost nine trees of every ten.",
  "The growers' association Pomona asked the ministry in Dresk for emergency loans, while the insurer Feldhaus said that only one farm in six was covered against spring frost.",
];

export const ORCHARD_TITLE = "Frost ruins apple blossom across the Quillon valley";

export function paragraphs(texts: readonly string[]): string {
  return texts.map((text) => `<p>${text}</p>`).join("\n");
}

export interface PageParts {
  readonly title?: string;
  readonly head?: string;
  readonly body: string;
  readonly lang?: string;
}

export function pageOf({ title = HARBOUR_TITLE, head = "", body, lang = "en" }: PageParts): string {
  return `<!doctype html><html lang="${lang}"><head><title>${title}</title><meta property="og:title" content="${title}">${head}</head><body>${body}</body></html>`;
}

export const HARBOUR_HEADING = `<h1>${HARBOUR_TITLE}</h1>`;

/** The harbour story in an ordinary page, with something before, between and behind its paragraphs. */
export function harbourPage(parts: {
  before?: string;
  between?: string;
  behind?: string;
  head?: string;
}): string {
  const { before = "", between = "", behind = "", head = "" } = parts;
  const [first = "", ...rest] = HARBOUR_STORY;
  const body = `<main><article><h1>${HARBOUR_TITLE}</h1>${before}<p>${first}</p>${between}${paragraphs(rest)}${behind}</article></main>`;
  return pageOf({ head, body });
}

/** A script of JSON-LD for the head. */
export function jsonLd(value: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
}

export const HARBOUR_TEXT = HARBOUR_STORY.join("\n");

export function article(content: string, input: Partial<PageInput> = {}): ExtractedArticle {
  const result = extract({ kind: "html", content, ...input });
  if (result.kind !== "article")
    throw new Error(`expected an article, got ${JSON.stringify(result).slice(0, 300)}`);
  return result.article;
}

/** The text of a page with this body, at a site of its own. */
export function textOfBody(body: string): string {
  return article(pageOf({ body }), { url: "https://news.example/harbour" }).text;
}

export function textArticle(content: string): ExtractedArticle {
  return article(content, { kind: "text" });
}
