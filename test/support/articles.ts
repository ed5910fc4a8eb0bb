/* Invented articles for tests of what happens around extraction. */
import type { ExtractedArticle, PageInput } from "../../src/core/model.ts";

export function extractedArticle(fields: Partial<ExtractedArticle> = {}): ExtractedArticle {
  return {
    title: "Ferry line returns to Lower Quay",
    authors: ["Mara Ilves"],
    creditText: null,
    photoCredits: [],
    dateline: null,
    datePublished: { value: "2026-11-02", source: "json-ld" },
    dateModified: null,
    language: "en",
    canonicalUrl: null,
    publisherName: "Quay Times",
    section: null,
    imageUrl: null,
    paywalled: null,
    text: "The ferry line to Lower Quay will run again from Monday, the harbour office said.",
    wordCount: 15,
    captions: [],
    removed: [{ step: "cue-lines", reason: "related", text: "Read more: harbour news" }],
    ...fields,
  };
}

/** Paragraphs of distinct sentences, long enough to be compared. */
export function story(subject: string, paragraphs = 6): string[] {
  const verbs = ["opened", "crossed", "measured", "painted", "carried", "counted", "repaired", "closed"];
  const things = ["bridge", "kiln", "orchard", "lantern", "archive", "tramway", "granary", "weir"];
  return Array.from({ length: paragraphs }, (_, p) =>
    Array.from({ length: 4 }, (_, s) => {
      const verb = verbs[(p * 3 + s) % verbs.length];
      const thing = things[(p + s * 5) % things.length];
      return `In part ${p}${s} of the ${subject} account the ${subject} council ${verb} the ${thing} number ${p * 10 + s} before the ${subject} clerk filed report ${s}${p}.`;
    }).join(" "),
  );
}

export function pageHtml(title: string, paragraphs: readonly string[], head = ""): string {
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n");
  return `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:title" content="${title}">${head}</head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>${title}</h1>${body}</article><footer>All rights reserved</footer></body></html>`;
}

export const htmlPage = (content: string, url: string): PageInput => ({ kind: "html", content, url });
