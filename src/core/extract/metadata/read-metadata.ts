/*
 * All metadata of one article, from the page's own statements and from what the passes took out of the text.
 */
import type { ExtractedArticle, PageInput } from "../../model.ts";
import { foldSpace, looksDated, titleKey } from "../blocks/text-shape.ts";
import type { Taken } from "../draft.ts";
import { readDateline } from "../story/dateline.ts";
import { findPhotoCredit } from "../story/photo-credit.ts";
import { readSignOff } from "../story/sign-off.ts";
import type { PageTree } from "../tree/page-tree.ts";
import { agencyName, unambiguousAgencyName } from "../vocabulary/agencies.ts";
import { isNode, type JsonValue, type StructuredData, stringOf } from "./json-ld.ts";
import { absoluteUrl, linkTarget, metaContent } from "./meta.ts";
import type { PageHints } from "./page-hints.ts";
import { readAuthors } from "./read-authors.ts";
import { readDates } from "./read-dates.ts";
import { readLanguage } from "./read-language.ts";
import { readRights } from "./read-rights.ts";
import { readTitle } from "./read-title.ts";

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
  const { input, tree, data, hints } = page;
  const publisherName = readPublisher(data, tree);
  const outlets = outletNames(page, publisherName);
  const declared =
    tree.language || metaContent(tree.metas, ["og:locale", "language", "content-language", "dc.language"]);
  const language = readLanguage(page.text, declared);
  const dateline = readTakenDateline(page.taken);
  const signOff = readTakenSignOff(page.taken);
  const takenBylines = [...signOff.reporters, ...takenLinesOf(page.taken, isBylineText)];
  const byline = readAuthors({ tree, data, hints, takenBylines, outlets });
  const takenLines = [...takenLinesOf(page.taken, looksDated), ...(dateline?.day ? [dateline.day] : [])];
  const { published, modified } = readDates({
    ...{ tree, data, hints, takenLines, language },
    ...{ url: input.url, fetchedAt: input.fetchedAt },
  });
  const rights = readRights(tree.metas);
  return {
    title: page.textTitle ?? readTitle(tree, data, hints, outlets),
    authors: byline.people,
    creditText: dateline?.agency ?? signOff.agency ?? byline.agency ?? statedCredit(data, publisherName),
    photoCredits: readPhotoCredits(page.taken),
    dateline: dateline?.place ?? null,
    datePublished: published,
    dateModified: modified,
    language,
    canonicalUrl: readCanonicalUrl(page),
    publisherName,
    section: readSection(page),
    imageUrl: absoluteUrl(
      metaContent(tree.metas, ["og:image", "og:image:url", "twitter:image"]) || imageOf(data),
      input.url,
    ),
    paywalled: readPaywall(page),
    ...(rights === undefined ? {} : { rights }),
  };
}

function readPublisher(data: StructuredData, tree: PageTree): string | null {
  const publisher = data.resolve(data.article?.publisher);
  const name = isNode(publisher) ? stringOf(publisher.name) : stringOf(publisher);
  return (
    name || metaContent(tree.metas, ["og:site_name", "application-name", "publisher", "dc.publisher"]) || null
  );
}

/** What the site calls itself: names, and the host with and without its ending. */
function outletNames({ input, tree, data }: MetadataInput, publisherName: string | null): string[] {
  const names = [
    publisherName ?? "",
    metaContent(tree.metas, ["og:site_name"]),
    metaContent(tree.metas, ["application-name"]),
  ];
  for (const page of data.pages) {
    const publisher = data.resolve(page.publisher);
    if (isNode(publisher)) names.push(stringOf(publisher.name));
  }
  const url = absoluteUrl(input.url ?? "", undefined);
  if (url !== null) {
    const host = new URL(url).hostname.replace(/^www\./, "");
    names.push(host, host.split(".")[0] ?? "");
  }
  return names.map(foldSpace).filter(Boolean);
}

function takenTexts(taken: readonly Taken[], reasons: readonly string[]): string[] {
  return taken.filter((entry) => reasons.includes(entry.reason)).map((entry) => entry.text);
}

/** Reasons for which the passes take out the small lines around a headline. */
const LINE_REASONS = [
  "byline",
  "date-line",
  "before-headline",
  "weak-cue",
  "soft-class",
  "publication-line",
  "label",
  "dek",
];
const MAX_LINE_CHARACTERS = 120;
const BYLINE = /^(?:by|von|por|par|di|av|door|af|от|oleh) \p{Lu}/iu;

function isBylineText(text: string): boolean {
  return BYLINE.test(text);
}

/** Small lines around the headline that answer to the test, in reading order. */
function takenLinesOf(taken: readonly Taken[], test: (text: string) => boolean): string[] {
  return takenTexts(taken, LINE_REASONS).filter((text) => text.length <= MAX_LINE_CHARACTERS && test(text));
}

function readTakenDateline(taken: readonly Taken[]) {
  const text = takenTexts(taken, ["dateline"])[0];
  // The rest is no longer there; any sentence makes the head readable again.
  return text === undefined ? null : readDateline(`${text} A sentence stood behind it.`);
}

function readTakenSignOff(taken: readonly Taken[]): { reporters: string[]; agency: string | null } {
  const reporters: string[] = [];
  let agency: string | null = null;
  for (const text of takenTexts(taken, ["sign-off"])) {
    const found = readSignOff(text);
    reporters.push(...(found?.reporters ?? []));
    agency ??= found?.agency ?? null;
  }
  return { reporters, agency };
}

/** The agency where the publisher itself is one, or JSON-LD says whose text it is. */
function statedCredit(data: StructuredData, publisherName: string | null): string | null {
  const credit = stringOf(data.article?.creditText);
  return agencyName(titleKey(credit)) ?? unambiguousAgencyName(titleKey(publisherName ?? "")) ?? null;
}

export function readPhotoCredits(taken: readonly Taken[]): string[] {
  const credits = takenTexts(taken, ["caption"]).map((text) => findPhotoCredit(text)?.credit ?? "");
  return [...new Set(credits.filter(Boolean))];
}

function readCanonicalUrl({ input, tree, data }: MetadataInput): string | null {
  const main = data.resolve(data.article?.mainEntityOfPage);
  const stated = isNode(main) ? stringOf(main["@id"]) : stringOf(main);
  const candidates = [
    linkTarget(tree.links, "canonical"),
    metaContent(tree.metas, ["og:url"]),
    stated,
    stringOf(data.article?.url),
  ];
  for (const candidate of candidates) {
    const url = absoluteUrl(candidate, input.url);
    if (url !== null) return url;
  }
  return null;
}

function readSection({ tree, data }: MetadataInput): string | null {
  const stated = stringOf(data.article?.articleSection);
  return (
    foldSpace(
      stated || metaContent(tree.metas, ["article:section", "parsely-section", "section", "articlesection"]),
    ) || null
  );
}

function imageOf(data: StructuredData): string {
  const image: JsonValue | undefined = data.resolve(data.article?.image);
  const first = Array.isArray(image) ? data.resolve(image[0]) : image;
  return isNode(first) ? stringOf(first.url) : stringOf(first);
}

const OPEN_TIERS = new Set(["free", "open", "public"]);
const CLOSED_TIERS = new Set(["locked", "metered", "paid", "premium", "subscriber", "subscribers", "hard"]);

function readPaywall({ tree, data }: MetadataInput): boolean | null {
  const free = data.article?.isAccessibleForFree;
  const stated = typeof free === "boolean" ? String(free) : stringOf(free).toLowerCase();
  if (stated === "false") return true;
  if (stated === "true") return false;
  const tier = metaContent(tree.metas, [
    "article:content_tier",
    "og:article:content_tier",
    "content_tier",
  ]).toLowerCase();
  if (CLOSED_TIERS.has(tier)) return true;
  return OPEN_TIERS.has(tier) ? false : null;
}
