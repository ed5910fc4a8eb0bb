/*
 * When it was published and changed.
 *
 * Sources in order: JSON-LD, microdata, OpenGraph, other metas, <time> elements, visible date lines (in the page's
 * language; by class, taken out of the text, beside the headline), a date in the URL. The source of the value taken is kept. Where a machine-written date is expected, some
 * pages write one for people ("28 พ.ย. 2566"): it is read if it can be without guessing.
 */
import type { MetadataSource, NewsTime } from "../../model.ts";
import { readWrittenDate } from "../dates/written-date.ts";
import type { PageTree } from "../tree/page-tree.ts";
import { isBelievable, newsTime, type ParsedDate, parseMachineDate } from "./dates.ts";
import { datesBesideHeadline } from "./headline-dates.ts";
import { type StructuredData, stringOf } from "./json-ld.ts";
import { metaContents } from "./meta.ts";
import type { PageHints, TimeHint } from "./page-hints.ts";
import { parseUpdatedDate, parseVisibleDate } from "./visible-dates.ts";

const PUBLISHED_OPEN_GRAPH = [
  "article:published_time",
  "og:published_time",
  "og:article:published_time",
  "article:published",
];
const PUBLISHED_METAS = [
  ...[
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
  ],
  ...[
    "publication_date",
    "publicationdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
  ],
  ...[
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "cxenseparse:recs:publishtime",
    "article.published",
  ],
  ...[
    "displaydate",
    "originalpublicationdate",
    "ptime",
    "created",
    "pdate",
    "iso-8601-publish-date",
    "date",
    "last-modified",
  ],
];
const MODIFIED_OPEN_GRAPH = ["article:modified_time", "og:updated_time", "article:updated_time"];
const MODIFIED_METAS = [
  "datemodified",
  "lastmod",
  "dcterms.modified",
  "dc.date.modified",
  "last-modified",
  "revised",
  "utime",
];

/** Class words of <time> elements that show another moment than the publication. */
const MODIFIED_CLASS = /update|modif|aktualis|edit/;
const MAX_DATE_LINES = 8;
const DAY_LENGTH = "2026-11-18".length;

export interface DateSources {
  readonly tree: PageTree;
  readonly data: StructuredData;
  readonly hints: PageHints;
  /** Date lines that the passes took out of the text, in reading order; asked for only where the page's data has no such date. */
  readonly takenLines: () => readonly string[];
  readonly language: string | null;
  readonly url: string | undefined;
  readonly fetchedAt: number | undefined;
}

export interface PageDates {
  readonly published: NewsTime | null;
  readonly modified: NewsTime | null;
}

type Candidate = readonly [text: string, source: MetadataSource];

export function readDates(sources: DateSources): PageDates {
  const { tree, data, hints } = sources;
  const metas = (keys: readonly string[], source: MetadataSource): Candidate[] =>
    metaContents(tree.metas, keys).map((content) => [content, source]);
  const published = firstDate(
    [
      [stringOf(data.article?.datePublished), "json-ld"],
      ...timesOf(hints, (hint) => hint.property.includes("datepublished"), "microdata"),
      ...metas(PUBLISHED_OPEN_GRAPH, "open-graph"),
      [stringOf(data.article?.dateCreated), "json-ld"],
      ...data.pages.map((page): Candidate => [stringOf(page.datePublished), "json-ld"]),
      ...metas(PUBLISHED_METAS, "meta"),
      ...timesOf(
        hints,
        (hint) => hint.property === "" && !MODIFIED_CLASS.test(hint.className),
        "time-element",
      ),
    ],
    sources,
  );
  const modified = firstDate(
    [
      [stringOf(data.article?.dateModified), "json-ld"],
      ...timesOf(hints, (hint) => hint.property.includes("datemodified"), "microdata"),
      ...metas(MODIFIED_OPEN_GRAPH, "open-graph"),
      ...data.pages.map((page): Candidate => [stringOf(page.dateModified), "json-ld"]),
      ...metas(MODIFIED_METAS, "meta"),
      ...timesOf(hints, (hint) => MODIFIED_CLASS.test(hint.className), "time-element"),
    ],
    sources,
  );
  const day = published ?? visibleDate(sources) ?? urlDate(sources);
  return { published: day, modified: modified ?? visibleUpdate(sources, day) };
}

/** "Updated 19 November 2026", on the day of the publication or later. */
function visibleUpdate(sources: DateSources, published: NewsTime | null): NewsTime | null {
  const { language, fetchedAt } = sources;
  for (const line of visibleLines(sources).slice(0, MAX_DATE_LINES)) {
    const date = parseUpdatedDate(line, language, fetchedAt);
    if (!date || !isBelievable(date, fetchedAt)) continue;
    const updated = newsTime(date, "visible-text");
    const isLater = published === null || dayOf(updated) >= dayOf(published);
    return isLater ? updated : null;
  }
  return null;
}

function dayOf({ value }: NewsTime): string {
  return value.slice(0, DAY_LENGTH);
}

function visibleLines({ hints, takenLines }: DateSources): string[] {
  const lines = [...hints.times.map((time) => time.text), ...hints.dateLines, ...takenLines()];
  return lines.filter(Boolean);
}

function timesOf(hints: PageHints, test: (hint: TimeHint) => boolean, source: MetadataSource): Candidate[] {
  return hints.times.filter(test).map((hint) => [hint.machine || hint.text, source]);
}

function firstDate(candidates: readonly Candidate[], { language, fetchedAt }: DateSources): NewsTime | null {
  for (const [text, source] of candidates) {
    const date = text ? (parseMachineDate(text) ?? readWrittenDate(text, language)) : undefined;
    if (date && isBelievable(date, fetchedAt)) return newsTime(date, source);
  }
  return null;
}

function visibleDate(sources: DateSources): NewsTime | null {
  const { tree, language, fetchedAt } = sources;
  const firstOf = (lines: readonly string[]): NewsTime | null => {
    for (const line of lines.slice(0, MAX_DATE_LINES)) {
      const date = parseVisibleDate(line, language, fetchedAt);
      if (date && isBelievable(date, fetchedAt)) return newsTime(date, "visible-text");
    }
    return null;
  };
  return firstOf(visibleLines(sources)) ?? firstOf(datesBesideHeadline(tree.root));
}

const URL_DATE = /[/\-_](20\d{2}|19[89]\d)[/\-_]?(0[1-9]|1[0-2])[/\-_]?(0[1-9]|[12]\d|3[01])(?=[/\-_.]|$)/;

/** `…/2024/05/03/title`: year, month and day in the path. */
function urlDate({ url, fetchedAt }: DateSources): NewsTime | null {
  const match = url === undefined ? null : URL_DATE.exec(url);
  if (!match) return null;
  const date: ParsedDate | undefined = parseMachineDate(`${match[1]}-${match[2]}-${match[3]}`);
  return date && isBelievable(date, fetchedAt) ? newsTime(date, "url") : null;
}
