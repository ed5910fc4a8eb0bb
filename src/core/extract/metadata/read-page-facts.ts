/*
 * Publisher, canonical URL, section and lead image: JSON-LD, microdata, OpenGraph, metas, document, each with its source.
 */

import type { PageTree } from "../tree/page-tree.ts";
import { isNode, type JsonValue, type StructuredData, stringOf } from "./json-ld.ts";
import { absoluteUrl, linkTarget, metaContent } from "./meta.ts";
import type { PageHints } from "./page-hints.ts";
import { type Candidate, firstSourced, type Sourced } from "./sourced.ts";

export interface PageSources {
  readonly tree: PageTree;
  readonly data: StructuredData;
  readonly hints: PageHints;
  /** Where the page was fetched from. */
  readonly url: string | undefined;
}

type FoundText = Sourced<string> | null;

export function readPublisher({ data, tree, hints }: PageSources): FoundText {
  const publisher = data.resolve(data.article?.publisher);
  return firstSourced([
    [isNode(publisher) ? stringOf(publisher.name) : stringOf(publisher), "json-ld"],
    [hints.microdataPublisher, "microdata"],
    [metaContent(tree.metas, ["og:site_name"]), "open-graph"],
    [metaContent(tree.metas, ["application-name", "publisher", "dc.publisher"]), "meta"],
  ]);
}

export function readCanonicalUrl({ url, tree, data }: PageSources): FoundText {
  const main = data.resolve(data.article?.mainEntityOfPage);
  const candidates: readonly Candidate[] = [
    [linkTarget(tree.links, "canonical"), "document"],
    [metaContent(tree.metas, ["og:url"]), "open-graph"],
    [isNode(main) ? stringOf(main["@id"]) : stringOf(main), "json-ld"],
    [stringOf(data.article?.url), "json-ld"],
  ];
  return firstSourced(candidates, (text) => absoluteUrl(text, url));
}

export function readSection({ tree, data }: PageSources): FoundText {
  return firstSourced([
    [stringOf(data.article?.articleSection), "json-ld"],
    [metaContent(tree.metas, ["article:section"]), "open-graph"],
    [metaContent(tree.metas, ["articlesection"]), "microdata"],
    [metaContent(tree.metas, ["parsely-section", "section"]), "meta"],
  ]);
}

export function readImage({ url, tree, data, hints }: PageSources): FoundText {
  const candidates: readonly Candidate[] = [
    [metaContent(tree.metas, ["og:image", "og:image:url"]), "open-graph"],
    [metaContent(tree.metas, ["twitter:image"]), "meta"],
    [imageOf(data), "json-ld"],
    [metaContent(tree.metas, ["image"]) || hints.microdataImage, "microdata"],
  ];
  return firstSourced(candidates, (text) => absoluteUrl(text, url));
}

function imageOf(data: StructuredData): string {
  const image: JsonValue | undefined = data.resolve(data.article?.image);
  const first = Array.isArray(image) ? data.resolve(image[0]) : image;
  return isNode(first) ? stringOf(first.url) : stringOf(first);
}
