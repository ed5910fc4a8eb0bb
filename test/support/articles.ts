/* Invented articles for tests of what happens around extraction. */
import type { ExtractedArticle, PageInput } from "../../src/core/model.ts";
import { createStory } from "./page-generator/story.ts";
import { createRandom } from "./simulator/random.ts";

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

/** An invented story of its own: two numbers give two texts without a phrase in common. */
export function story(number: number): readonly string[] {
  return createStory(number, createRandom(number)).paragraphs;
}

export function pageHtml(title: string, paragraphs: readonly string[], head = ""): string {
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n");
  return `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:title" content="${title}">${head}</head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>${title}</h1>${body}</article><footer>All rights reserved</footer></body></html>`;
}

export const htmlPage = (content: string, url: string): PageInput => ({ kind: "html", content, url });
