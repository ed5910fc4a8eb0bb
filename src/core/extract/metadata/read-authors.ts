/*
 * Who wrote it: people into authors, agencies into creditText.
 *
 * Sources in order, the first that names anybody wins: JSON-LD author, microdata author, the author metas,
 * the sign-off, links to authors' pages, byline elements.
 */

import { titleKey } from "../blocks/text-shape.ts";
import type { PageTree } from "../tree/page-tree.ts";
import { isNode, type JsonNode, type JsonValue, type StructuredData, stringOf } from "./json-ld.ts";
import { metaContents } from "./meta.ts";
import { type Byline, readByline } from "./names.ts";
import type { PageHints } from "./page-hints.ts";

const AUTHOR_METAS = [
  ...[
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
  ],
  ...[
    "dc.contributor",
    "citation_author",
    "cxenseparse:author",
    "article:author_name",
    "authors",
    "twitter:data1",
  ],
];
/** Byline elements that are read: the first ones stand at the article, later ones at teasers. */
const MAX_BYLINES = 2;
const MAX_AUTHOR_LINKS = 4;

export interface AuthorSources {
  readonly tree: PageTree;
  readonly data: StructuredData;
  readonly hints: PageHints;
  /** Names read from the agency sign-off and byline lines that the passes took out of the text. */
  readonly takenBylines: readonly string[];
  readonly outlets: readonly string[];
}

export function readAuthors(sources: AuthorSources): Byline {
  let agency: string | null = null;
  for (const { texts, isVisible } of authorTexts(sources)) {
    const byline = readByline(texts, sources.outlets, isVisible);
    agency ??= byline.agency;
    if (byline.people.length > 0) return { people: withLinkedAuthors(byline.people, sources), agency };
  }
  return { people: [], agency };
}

/** Machine-readable fields often name the first author only; the links to the authors' pages name them all. */
function withLinkedAuthors(people: readonly string[], { hints, outlets }: AuthorSources): readonly string[] {
  const linked = readByline(hints.relAuthors.slice(0, MAX_AUTHOR_LINKS), outlets, true).people;
  const linkedKeys = new Set(linked.map(titleKey));
  return linked.length > people.length && people.every((name) => linkedKeys.has(titleKey(name)))
    ? linked
    : people;
}

/** Full names of the page's stated authors as titleKey gives them, to tell an author's note from other paragraphs. */
export function statedAuthorKeys(tree: PageTree, data: StructuredData): string[] {
  const metas = metaContents(tree.metas, AUTHOR_METAS).filter((content) => !/^https?:/.test(content));
  const names = readByline([...authorNames(data, data.article), ...metas], []).people;
  return names.map(titleKey).filter((key) => key.includes(" "));
}

interface AuthorTexts {
  readonly texts: readonly string[];
  readonly isVisible: boolean;
}

function authorTexts({ tree, data, hints, takenBylines }: AuthorSources): AuthorTexts[] {
  const metas = metaContents(tree.metas, AUTHOR_METAS).filter((content) => !/^https?:/.test(content));
  return [
    { texts: authorNames(data, data.article), isVisible: false },
    { texts: hints.microdataAuthors, isVisible: false },
    { texts: metas, isVisible: false },
    { texts: takenBylines, isVisible: true },
    { texts: hints.authorLinks.slice(0, MAX_AUTHOR_LINKS), isVisible: true },
    { texts: hints.bylines.slice(0, MAX_BYLINES), isVisible: true },
  ];
}

/** Names in the author or creator of a JSON-LD node: strings, objects, lists, references. */
function authorNames(data: StructuredData, article: JsonNode | null): string[] {
  if (!article) return [];
  const authors = namesOf(data, article.author, 0);
  return authors.length > 0 ? authors : namesOf(data, article.creator, 0);
}

const MAX_NESTING = 4;

function namesOf(data: StructuredData, value: JsonValue | undefined, depth: number): string[] {
  if (depth > MAX_NESTING) return [];
  if (Array.isArray(value)) return value.flatMap((item) => namesOf(data, item, depth + 1));
  const resolved = data.resolve(value);
  if (isNode(resolved)) {
    const name = resolved.name;
    const full = stringOf(name) || `${stringOf(resolved.givenName)} ${stringOf(resolved.familyName)}`.trim();
    return Array.isArray(name) ? name.map((item) => stringOf(item)).filter(Boolean) : full ? [full] : [];
  }
  const text = stringOf(resolved);
  return text ? [text] : [];
}
