/*
 * Metadata against Fundus' gold. Gold titles follow another source of the page for each publisher (og:title, <h1>,
 * JSON-LD), and gold authors hold outlets, agencies and places; so each figure comes twice: as the gold has it, and
 * with that taken into account. Every confusion is listed.
 */
import { titleKey } from "../../src/core/extract/blocks/text-shape.ts";
import { decodeEntities } from "../../src/core/extract/metadata/json-ld.ts";
import { readByline } from "../../src/core/extract/metadata/names.ts";
import type { ExtractedArticle } from "../../src/core/model.ts";
import type { GoldPage } from "./score-extraction.ts";

const DAY_MS = 86_400_000;

export interface Tally {
  right: number;
  all: number;
}

export interface MetadataScore {
  /** Equal letters and digits. */
  readonly title: Tally;
  /** Equal, or both are headlines that the page itself states. */
  readonly titleOrOther: Tally;
  readonly date: Tally;
  /** Equal sets of names, gold as it is. */
  readonly authors: Tally;
  /** The same with agencies, outlets and places taken out of the gold; pages whose gold names no person are left out. */
  readonly people: Tally;
  readonly confusions: readonly string[];
}

export function scoreMetadata(
  pages: ReadonlyArray<{ gold: GoldPage; article: ExtractedArticle }>,
): MetadataScore {
  const score = { title: zero(), titleOrOther: zero(), date: zero(), authors: zero(), people: zero() };
  const confusions: string[] = [];
  for (const { gold, article } of pages) {
    const note = (what: string, expected: unknown, found: unknown) =>
      confusions.push(`${what} ${gold.id}: gold ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
    if (gold.title !== null) {
      const isEqual = titleKey(gold.title) === titleKey(article.title ?? "");
      count(score.title, isEqual);
      const isOther = isEqual || (states(gold.html, gold.title) && states(gold.html, article.title ?? ""));
      count(score.titleOrOther, isOther);
      if (!isEqual)
        note(isOther ? "title (another headline of the page)" : "title", gold.title, article.title);
    }
    if (gold.published !== null) {
      const isNear = Math.abs(msOf(gold.published) - msOf(article.datePublished?.value ?? "")) <= DAY_MS;
      count(score.date, isNear);
      if (!isNear) note("date", gold.published, article.datePublished);
    }
    if (gold.authors.length > 0) {
      const found = keySet(article.authors);
      count(score.authors, keySet(gold.authors) === found);
      const people = readByline(gold.authors, [
        gold.id.split(/[/:]/)[1] ?? "",
        article.publisherName ?? "",
      ]).people;
      if (people.length > 0) count(score.people, keySet(people) === found);
      if (keySet(gold.authors) !== found) note("authors", gold.authors, article.authors);
    }
  }
  return { ...score, confusions };
}

function zero(): Tally {
  return { right: 0, all: 0 };
}

function count(tally: Tally, isRight: boolean): void {
  tally.all++;
  if (isRight) tally.right++;
}

export function share(tally: Tally): number {
  return tally.all > 0 ? tally.right / tally.all : 1;
}

/** The page's source holds the words of the headline in this order. */
function states(html: string, title: string): boolean {
  const key = titleKey(title);
  return key !== "" && titleKey(decodeEntities(html)).includes(key);
}

function keySet(names: readonly string[]): string {
  return [...new Set(names.map(titleKey))].sort().join("|");
}

/** Gold writes `2024-05-03 15:47:42+00:00`; a moment without zone is read as UTC, a plain date as its midnight. */
function msOf(moment: string): number {
  const iso = moment.trim().replace(" ", "T");
  const hasZone = /(?:Z|[+-]\d{2}:\d{2})$/.test(iso);
  return Date.parse(iso.length <= "2024-05-03".length ? `${iso}T00:00:00Z` : hasZone ? iso : `${iso}Z`);
}
