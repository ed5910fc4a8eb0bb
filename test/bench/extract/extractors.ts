/*
 * The extractors that npm run bench:extract compares, each as one function from a page to text, as a Node service would
 * call it: parsing is part of the work, and nothing is fetched. A peer that throws on a page has found no text.
 */
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { DefuddleClass } from "defuddle/node";
import { JSDOM, VirtualConsole } from "jsdom";
import { parseHTML } from "linkedom";
import { extract } from "../../../src/core/extract/extract.ts";

export interface Extractor {
  /** With the versions of what it is made of. */
  readonly title: string;
  /** Measured on every fourth page in one round, scored on all: a whole round of it takes most of a minute. */
  readonly isSlow?: boolean;
  /** The part that is measured. */
  run(html: string, url: string): string;
  /** Makes text of what run gives, where that is HTML; not measured. */
  toText?(result: string): string;
}

export const EXTRACTOR_NAMES = ["wirefold", "readability-linkedom", "readability-jsdom", "defuddle"] as const;
export type ExtractorName = (typeof EXTRACTOR_NAMES)[number];

export const EXTRACTORS: Readonly<Record<ExtractorName, Extractor>> = {
  wirefold: {
    title: `wirefold (htmlparser2 ${versionOf("htmlparser2")})`,
    run(html, url) {
      const result = extract({ kind: "html", content: html, url });
      return result.kind === "article" ? result.article.text : "";
    },
  },
  "readability-linkedom": {
    title: `Readability ${versionOf("@mozilla/readability")} + linkedom ${versionOf("linkedom")}`,
    run: (html) => unlessThrown(() => readable(parseHTML(html).document)),
  },
  "readability-jsdom": {
    title: `Readability ${versionOf("@mozilla/readability")} + jsdom ${versionOf("jsdom")}`,
    isSlow: true,
    run: (html, url) =>
      unlessThrown(() => {
        // A console of its own swallows jsdom's complaints about style sheets.
        const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
        const text = readable(window.document);
        window.close();
        return text;
      }),
  },
  defuddle: {
    title: `Defuddle ${versionOf("defuddle")} + linkedom ${versionOf("linkedom")}`,
    isSlow: true,
    // The class parses at once; the function of the same name may ask other sites.
    run: (html, url) =>
      unlessThrown(() => new DefuddleClass(parseHTML(html).document, { url }).parse().content),
    toText: htmlToText,
  },
};

export function isExtractorName(name: string): name is ExtractorName {
  return EXTRACTOR_NAMES.some((known) => known === name);
}

function readable(document: ConstructorParameters<typeof Readability>[0]): string {
  return new Readability(document).parse()?.textContent ?? "";
}

function unlessThrown(run: () => string): string {
  try {
    return run();
  } catch {
    return "";
  }
}

/** Text with a line break at the end of each block, so that words of two blocks do not become one. */
function htmlToText(html: string): string {
  const spaced = html.replace(/<\/(?:p|div|li|h[1-6]|blockquote|td|th|pre|figcaption)>|<br\s?\/?>/gi, "$&\n");
  return parseHTML(`<!doctype html><html><body>${spaced}</body></html>`).document.body.textContent ?? "";
}

function versionOf(name: string): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL(`../../../node_modules/${name}/package.json`, import.meta.url), "utf8"),
  );
  return manifest !== null && typeof manifest === "object" && "version" in manifest
    ? String(manifest.version)
    : "?";
}
