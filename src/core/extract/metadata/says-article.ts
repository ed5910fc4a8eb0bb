/*
 * Does the page itself say that it is one article? JSON-LD with the page's own headline, a date of publication among
 * the metas. Front pages state the articles they tell of too, under other headlines.
 */
import { TitleMatcher } from "../story/title.ts";
import type { PageTree } from "../tree/page-tree.ts";
import { type StructuredData, stringOf, typesOf } from "./json-ld.ts";
import { metaContent } from "./meta.ts";

const PUBLICATION_METAS = ["article:published_time", "citation_publication_date", "parsely-pub-date"];
/** Sections have videos too. */
const OTHER_TYPES: ReadonlySet<string> = new Set(["VideoObject", "PodcastEpisode"]);

/** @param spellings of the page's title, without JSON-LD's */
export function saysArticle(tree: PageTree, data: StructuredData, spellings: readonly string[]): boolean {
  if (metaContent(tree.metas, PUBLICATION_METAS) !== "") return true;
  const { article } = data;
  if (article === null || typesOf(article).every((type) => OTHER_TYPES.has(type))) return false;
  const headline = stringOf(article.headline) || stringOf(article.name);
  return new TitleMatcher(spellings).matches(headline);
}
