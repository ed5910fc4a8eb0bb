/*
 * What the feed said of a page, where the page itself says nothing: its title, its people, its date. The page's own
 * word is always taken first, down to a date in its URL: a feed's date is often that of its last change.
 */
import type { ExtractedArticle, MetadataSources } from "../../model.ts";
import type { Announcement } from "../../poll/announcement.ts";
import { parseUrl } from "../../url/parse-url.ts";
import { isBelievable, parseMachineDate } from "./dates.ts";
import { readByline } from "./names.ts";

export type AnnouncedFields = Pick<Announcement, "title" | "authors" | "published">;

export interface AnnouncedPage {
  /** Where it was fetched from: the names of its host are no people. */
  readonly url: string;
  /** ms since epoch; a date after it is not believed. */
  readonly fetchedAt: number;
}

/** @returns the article with source `feed` for what was taken; the same article where nothing was */
export function withAnnounced(
  article: ExtractedArticle,
  announced: AnnouncedFields,
  page: AnnouncedPage,
): ExtractedArticle {
  const found = {
    ...titleOf(article, announced),
    ...datePublishedOf(article, announced, page.fetchedAt),
    ...peopleOf(article, announced, page.url),
  };
  if (Object.keys(found).length === 0) return article;
  const sources: MetadataSources = {
    ...article.sources,
    ...("title" in found ? { title: "feed" } : {}),
    ...("authors" in found ? { authors: "feed" } : {}),
    ...("creditText" in found ? { creditText: "feed" } : {}),
  };
  return { ...article, ...found, sources };
}

function titleOf(article: ExtractedArticle, { title }: AnnouncedFields): Partial<ExtractedArticle> {
  return article.title === null && title !== undefined ? { title } : {};
}

function datePublishedOf(
  article: ExtractedArticle,
  { published }: AnnouncedFields,
  fetchedAt: number,
): Partial<ExtractedArticle> {
  if (article.datePublished !== null || published === undefined) return {};
  const date = parseMachineDate(published);
  // The announcement keeps the instant only, not the offset it was written with.
  return date && isBelievable(date, fetchedAt)
    ? { datePublished: { value: date.value, source: "feed" } }
    : {};
}

/** A feed's author is as often its desk or the agency as a person. */
function peopleOf(
  article: ExtractedArticle,
  { authors = [] }: AnnouncedFields,
  url: string,
): Partial<ExtractedArticle> {
  if (authors.length === 0) return {};
  const { people, agency } = readByline(authors, outletsOf(article, url));
  return {
    ...(article.authors.length === 0 && people.length > 0 ? { authors: people } : {}),
    ...(article.creditText === null && agency !== null ? { creditText: agency } : {}),
  };
}

function outletsOf(article: ExtractedArticle, url: string): string[] {
  const host = parseUrl(url)?.hostname.replace(/^www\./, "") ?? "";
  return [article.publisherName ?? "", host, host.split(".")[0] ?? ""].filter(Boolean);
}
