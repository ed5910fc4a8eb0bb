/*
 * Publisher, canonical URL, section and lead image: JSON-LD, microdata, OpenGraph, metas, document, each with its source.
 */
import type { MetadataSource } from "../../model.ts";
import { foldSpace, titleKey } from "../blocks/text-shape.ts";
import type { PageTree } from "../tree/page-tree.ts";
import { countWords } from "../word-count.ts";
import { isNode, type JsonValue, type StructuredData, stringOf, typesOf } from "./json-ld.ts";
import { absoluteUrl, linkTarget, metaContent, metaContents } from "./meta.ts";
import type { PageHints } from "./page-hints.ts";
import { type Candidate, firstSourced, type Sourced } from "./sourced.ts";
import { isStandInImage } from "./stand-in-image.ts";

export interface PageSources {
  readonly tree: PageTree;
  readonly data: StructuredData;
  readonly hints: PageHints;
  /** Where the page was fetched from. */
  readonly url: string | undefined;
}

type FoundText = Sourced<string> | null;

export function readPublisher({ data, tree, hints }: PageSources): FoundText {
  const candidates: readonly Candidate[] = [
    [publisherOf(data), "json-ld"],
    [hints.microdataPublisher, "microdata"],
    [metaContent(tree.metas, ["og:site_name"]), "open-graph"],
    [metaContent(tree.metas, ["application-name", "publisher", "dc.publisher"]), "meta"],
    ...data.pages
      .filter((page) => typesOf(page).includes("WebSite"))
      .map((site): Candidate => [stringOf(site.name), "json-ld"]),
  ];
  // A name before an address, wherever it stands.
  const named = firstSourced(candidates, (text) => (IS_ADDRESS.test(text.trim()) ? null : foldSpace(text)));
  return named ?? firstSourced(candidates, (text) => (text.includes("/") ? null : foldSpace(text)));
}

const IS_ADDRESS = /^(?:https?:\/\/\S*|www\.\S+|[\w-]{2,40}(?:\.[\w-]{2,20}){1,2}\/?)$/i;

function publisherOf(data: StructuredData): string {
  const stated = data.article?.publisher;
  const publisher = data.resolve(Array.isArray(stated) ? stated[0] : stated);
  return isNode(publisher) ? stringOf(publisher.name) || stringOf(publisher.legalName) : stringOf(publisher);
}

export function readCanonicalUrl({ url, tree, data }: PageSources): FoundText {
  const main = data.resolve(data.article?.mainEntityOfPage);
  const candidates: readonly Candidate[] = [
    [linkTarget(tree.links, "canonical"), "document"],
    [metaContent(tree.metas, ["og:url"]), "open-graph"],
    [isNode(main) ? stringOf(main["@id"]) : stringOf(main), "json-ld"],
    [stringOf(data.article?.url), "json-ld"],
  ];
  return firstSourced(candidates, (text) => (isLeftOver(text) ? null : absoluteUrl(text, url)));
}

/** Templates that were not filled in, and the machine the site was built on. */
function isLeftOver(href: string): boolean {
  return /[{}<>]|^(?:undefined|null|#)$|^https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?:[:/]|$)/i.test(
    href.trim(),
  );
}

export function readSection({ tree, data }: PageSources): FoundText {
  const candidates: readonly Candidate[] = [
    [stringOf(data.article?.articleSection), "json-ld"],
    [metaContent(tree.metas, ["article:section"]), "open-graph"],
    [metaContent(tree.metas, ["articlesection"]), "microdata"],
    [metaContent(tree.metas, ["parsely-section", "section"]), "meta"],
    [sectionOfTrail(data), "json-ld"],
  ];
  return firstSourced(candidates, (text) => (/^https?:/i.test(text) ? null : foldSpace(text)));
}

const MAX_SECTION_WORDS = 4;

/** The last step of the first breadcrumb trail that is neither the start page nor the article. */
function sectionOfTrail(data: StructuredData): string {
  const steps = data.breadcrumbs[0]?.itemListElement;
  if (!Array.isArray(steps)) return "";
  const headline = titleKey(stringOf(data.article?.headline));
  const names = steps.filter(isNode).map((step) => {
    const item = data.resolve(step.item);
    return stringOf(step.name) || (isNode(item) ? stringOf(item.name) : "");
  });
  const isArticle = (key: string) =>
    key === headline || (key.includes(" ") && ` ${headline} `.includes(` ${key} `));
  const sections = names.slice(1).filter((name) => name !== "" && !isArticle(titleKey(name)));
  const last = sections.at(-1) ?? "";
  return countWords(last) <= MAX_SECTION_WORDS ? last : "";
}

/** @param outlets names of the site: its logo is no picture of the article */
export function readImage({ url, tree, data, hints }: PageSources, outlets: readonly string[]): FoundText {
  const metas = (keys: readonly string[], source: MetadataSource): Candidate[] =>
    metaContents(tree.metas, keys).map((content) => [content, source]);
  const candidates: readonly Candidate[] = [
    ...metas(["og:image", "og:image:url", "og:image:secure_url"], "open-graph"),
    ...metas(["twitter:image", "twitter:image:src"], "meta"),
    [imageOf(data), "json-ld"],
    [stringOf(data.article?.thumbnailUrl), "json-ld"],
    [metaContent(tree.metas, ["image"]) || hints.microdataImage, "microdata"],
    [linkTarget(tree.links, "image_src"), "document"],
    [hints.figureImage, "document"],
  ];
  return firstSourced(candidates, (text) => {
    const image = absoluteUrl(text, url);
    return image === null || isStandInImage(image, outlets) ? null : image;
  });
}

function imageOf(data: StructuredData): string {
  const image: JsonValue | undefined = data.resolve(data.article?.image);
  const first = Array.isArray(image) ? data.resolve(image[0]) : image;
  return isNode(first) ? stringOf(first.url) || stringOf(first.contentUrl) : stringOf(first);
}
