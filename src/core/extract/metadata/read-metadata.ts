/*
 * All metadata of one article, from the page's own statements and from what the passes took out of the text.
 */
import { DEFAULT_PRODUCT_TOKEN } from "../../fetch/product-token.ts";
import type { ExtractedArticle, MetadataSource, MetadataSources, PageInput } from "../../model.ts";
import { foldSpace, looksDated, titleKey } from "../blocks/text-shape.ts";
import type { Taken } from "../draft.ts";
import type { PageTree } from "../tree/page-tree.ts";
import { agencyName, unambiguousAgencyName } from "../vocabulary/agencies.ts";
import { isNode, type StructuredData, stringOf, typesOf } from "./json-ld.ts";
import { absoluteUrl, metaContent } from "./meta.ts";
import type { PageHints } from "./page-hints.ts";
import { readAuthors } from "./read-authors.ts";
import { readDates } from "./read-dates.ts";
import { readLanguage } from "./read-language.ts";
import { readCanonicalUrl, readImage, readPublisher, readSection } from "./read-page-facts.ts";
import { readPaywall } from "./read-paywall.ts";
import { readRights } from "./read-rights.ts";
import { readTitle } from "./read-title.ts";
import { type Candidate, firstSourced, type Sourced } from "./sourced.ts";
import {
  barredBylines,
  isBylineText,
  lastLeadLabel,
  readPhotoCredits,
  readTakenDateline,
  readTakenSignOff,
  takenLinesOf,
} from "./taken-lines.ts";

export type ArticleMetadata = Omit<ExtractedArticle, "text" | "wordCount" | "captions" | "removed">;

export interface MetadataInput {
  readonly input: PageInput;
  readonly tree: PageTree;
  readonly data: StructuredData;
  readonly hints: PageHints;
  readonly taken: readonly Taken[];
  readonly text: string;
  /** The headline found in a plain text; null in HTML. */
  readonly textTitle: string | null;
}

export function readMetadata(page: MetadataInput): ArticleMetadata {
  const { input, tree, data, hints, taken } = page;
  const sources = { tree, data, hints, url: input.url };
  const publisher = readPublisher(sources);
  const outlets = outletNames(page, publisher?.value ?? null);
  const language = readTextLanguage(page);
  const dateline = readTakenDateline(taken);
  const signOff = readTakenSignOff(taken);
  const reporter = dateline?.reporter ?? null;
  const takenBylines = [
    ...(reporter === null ? [] : [reporter]),
    ...signOff.reporters,
    ...takenLinesOf(taken, isBylineText),
    ...barredBylines(taken),
  ];
  const byline = readAuthors({ ...sources, takenBylines, nameLines: lastLeadLabel(taken), outlets });
  const takenLines = () => [...takenLinesOf(taken, looksDated), ...(dateline?.day ? [dateline.day] : [])];
  const dates = readDates({
    ...{ ...sources, takenLines },
    ...{ language: language?.value ?? null, fetchedAt: input.fetchedAt },
  });
  const found = {
    title: page.textTitle === null ? readTitle(tree, data, hints, outlets) : visible(page.textTitle),
    authors: byline.people,
    creditText:
      visible(dateline?.agency ?? signOff.agency ?? null) ?? byline.agency ?? statedCredit(data, publisher),
    dateline: visible(dateline?.place ?? (hints.wirePlace || null)),
    language,
    canonicalUrl: readCanonicalUrl(sources),
    publisherName: publisher,
    section: readSection(sources),
    imageUrl: readImage(sources, outlets),
    paywalled: readPaywall(tree, data, taken),
  };
  const rights = readRights(tree.metas, input.productToken ?? DEFAULT_PRODUCT_TOKEN);
  return {
    title: found.title?.value ?? null,
    authors: found.authors?.value ?? [],
    creditText: found.creditText?.value ?? null,
    photoCredits: readPhotoCredits(taken),
    dateline: found.dateline?.value ?? null,
    datePublished: dates.published,
    dateModified: dates.modified,
    language: found.language?.value ?? null,
    canonicalUrl: found.canonicalUrl?.value ?? null,
    publisherName: found.publisherName?.value ?? null,
    section: found.section?.value ?? null,
    imageUrl: found.imageUrl?.value ?? null,
    paywalled: found.paywalled?.value ?? null,
    sources: sourcesOf(found),
    ...(rights === undefined ? {} : { rights }),
  };
}

function visible(value: string | null): Sourced<string> | null {
  return value === null ? null : { value, source: "visible-text" };
}

function sourcesOf(found: Readonly<Record<keyof MetadataSources, Sourced<unknown> | null>>): MetadataSources {
  const sources: Partial<Record<string, MetadataSource>> = {};
  for (const [field, value] of Object.entries(found)) if (value !== null) sources[field] = value.source;
  return sources;
}

/** Detected from the text; where the page's own word was taken instead, that is the source. */
function readTextLanguage({ text, tree }: MetadataInput): Sourced<string> | null {
  const declared: readonly Candidate[] = [
    [tree.language, "document"],
    [metaContent(tree.metas, ["og:locale"]), "open-graph"],
    [metaContent(tree.metas, ["language", "content-language", "dc.language"]), "meta"],
  ];
  const stated = firstSourced(declared);
  const found = readLanguage(text, stated?.value ?? "");
  if (found === null) return null;
  const source = found.isDeclared ? stated?.source : undefined;
  return { value: found.language, source: source ?? "visible-text" };
}

/** What the site calls itself: names, and the host with and without its ending. */
function outletNames({ input, tree, data }: MetadataInput, publisherName: string | null): string[] {
  const names = [
    publisherName ?? "",
    metaContent(tree.metas, ["og:site_name"]),
    metaContent(tree.metas, ["application-name"]),
  ];
  const people = new Set<string>();
  for (const page of [data.article, ...data.pages]) {
    const publisher = data.resolve(page?.publisher);
    if (!isNode(publisher)) continue;
    if (typesOf(publisher).includes("Person")) people.add(titleKey(stringOf(publisher.name)));
    else names.push(stringOf(publisher.name));
  }
  const url = absoluteUrl(input.url ?? "", undefined);
  if (url !== null) {
    const host = new URL(url).hostname.replace(/^www\./, "");
    names.push(host, host.split(".")[0] ?? "");
  }
  // A site that a person publishes under their own name: its author is no outlet.
  return names.map(foldSpace).filter((name) => name !== "" && !people.has(titleKey(name)));
}

/** The agency where the publisher itself is one, or JSON-LD says whose text it is. */
function statedCredit(data: StructuredData, publisher: Sourced<string> | null): Sourced<string> | null {
  const credit = agencyName(titleKey(stringOf(data.article?.creditText)));
  if (credit !== undefined) return { value: credit, source: "json-ld" };
  const agency = unambiguousAgencyName(titleKey(publisher?.value ?? ""));
  return agency === undefined || publisher === null ? null : { value: agency, source: publisher.source };
}
