/*
 * Who wrote it: people into authors, agencies into creditText.
 *
 * Sources in order, the first that names anybody wins: JSON-LD author, microdata author, the author metas,
 * the sign-off, links to authors' pages, byline elements, names behind labels, bare names above the text.
 */

import type { MetadataSource } from "../../model.ts";
import { titleKey } from "../blocks/text-shape.ts";
import type { PageTree } from "../tree/page-tree.ts";
import { PLACE_OPENERS } from "../vocabulary/byline-words.ts";
import { countWords } from "../word-count.ts";
import { isNode, type JsonNode, type JsonValue, type StructuredData, stringOf, typesOf } from "./json-ld.ts";
import { metaContent, metaContents } from "./meta.ts";
import { namesHouse, readByline, type StatedPerson } from "./names.ts";
import { ADMIN_ACCOUNT, type PageHints } from "./page-hints.ts";
import type { Sourced } from "./sourced.ts";

const AUTHOR_METAS = [
  ...[
    "author",
    "article:author",
    "articleauthor",
    "article-author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
  ],
  ...["dc.contributor", "citation_author", "cxenseparse:author", "article:author_name", "authors"],
];
/** Byline elements that are read: the first ones stand at the article, later ones at teasers. */
const MAX_BYLINES = 2;
const MAX_AUTHOR_LINKS = 4;
const MAX_BARE_NAMES = 3;
const MAX_BARE_NAME_WORDS = 4;
export interface AuthorSources {
  readonly tree: PageTree;
  readonly data: StructuredData;
  readonly hints: PageHints;
  /** Names read from the agency sign-off and byline lines that the passes took out of the text. */
  readonly takenBylines: readonly string[];
  /** Short lines right before the text that may be a bare name. */
  readonly nameLines: readonly string[];
  readonly outlets: readonly string[];
}

export interface FoundAuthors {
  readonly people: Sourced<readonly string[]> | null;
  /** The first agency named on the way to them. */
  readonly agency: Sourced<string> | null;
}

export function readAuthors(sources: AuthorSources): FoundAuthors {
  let agency: FoundAuthors["agency"] = null;
  const outlets = [...sources.outlets, ...sources.hints.accounts];
  for (const { texts, source } of authorTexts(sources)) {
    const byline = readByline(texts, outlets, source === "visible-text");
    if (byline.agency !== null) agency ??= { value: byline.agency, source };
    if (byline.people.length === 0) continue;
    const people = { value: withLinkedAuthors(byline.people, sources), source };
    if (!people.value.every((name) => SINGLE_WORD.test(name))) return { people, agency };
    // A single name gives way to the full ones of the page's first byline: the field may name an account or the editor.
    const named = readByline(sources.hints.bylines.slice(0, 1), outlets, true).people;
    return { people: named.length > 0 ? { value: named, source: "visible-text" } : people, agency };
  }
  return { people: null, agency };
}

/** "Kristin": scripts without capitals write full names as one word. */
const SINGLE_WORD = /^\p{Lu}\S*$/u;

/** Machine-readable fields often name the first author only; the links to the authors' pages name them all. */
function withLinkedAuthors(people: readonly string[], { hints, outlets }: AuthorSources): readonly string[] {
  const linked = readByline(firstMentions(hints.relAuthors).slice(0, MAX_AUTHOR_LINKS), outlets, true).people;
  const linkedKeys = new Set(linked.map(titleKey));
  return linked.length > people.length && people.every((name) => linkedKeys.has(titleKey(name)))
    ? linked
    : people;
}

/** Up to the first that stands there again: a byline names each once, what follows are notes and teasers. */
function firstMentions(links: readonly string[]): readonly string[] {
  const again = links.findIndex((link, at) => links.indexOf(link) < at);
  return again < 0 ? links : links.slice(0, again);
}

/** True for a line of one to three names and what joins them, no part of it left over. */
function isNothingButNames(line: string, outlets: readonly string[]): boolean {
  const { people, agency } = readByline([line], outlets, true);
  if (people.length === 0 || people.length > MAX_BARE_NAMES || agency !== null) return false;
  const words = people.flatMap((name) => titleKey(name).split(" "));
  const isPlace = people.some((name) => PLACE_OPENERS.has(titleKey(name).split(" ")[0] ?? ""));
  return !isPlace && people.every(isFullName) && countWords(line) - words.length < people.length;
}

function isFullName(name: string): boolean {
  const parts = name.split(" ");
  return (
    parts.length >= 2 && parts.length <= MAX_BARE_NAME_WORDS && parts.every((part) => /^\p{Lu}/u.test(part))
  );
}

/** Full names of the page's stated authors as titleKey gives them, to tell an author's note from other paragraphs. */
export function statedAuthorKeys(tree: PageTree, data: StructuredData): string[] {
  const names = readByline([...authorNames(data, data.article), ...authorMetas(tree)], []).people;
  return names.map(titleKey).filter((key) => key.includes(" "));
}

interface AuthorTexts {
  readonly texts: readonly (string | StatedPerson)[];
  readonly source: MetadataSource;
}

function authorTexts({ tree, data, hints, takenBylines, nameLines, outlets }: AuthorSources): AuthorTexts[] {
  return [
    { texts: authorNames(data, data.article), source: "json-ld" },
    { texts: data.pages.flatMap((page) => authorNames(data, page)), source: "json-ld" },
    { texts: hints.microdataAuthors, source: "microdata" },
    { texts: authorMetas(tree), source: "meta" },
    { texts: ofThisPage(takenBylines, outlets), source: "visible-text" },
    { texts: ofThisPage(hints.authorLinks.slice(0, MAX_AUTHOR_LINKS), outlets), source: "visible-text" },
    { texts: ofThisPage(hints.bylines.slice(0, MAX_BYLINES), outlets), source: "visible-text" },
    { texts: ofThisPage(hints.labelled.slice(0, MAX_BYLINES), outlets), source: "visible-text" },
    { texts: nameLines.filter((line) => isNothingButNames(line, outlets)), source: "visible-text" },
  ];
}

/** Sharing cards show "Written by" with a name, and as well "Reading time" or "Location" with something else. */
const WRITER_LABEL =
  /\b(?:written|posted|author|by|autor|autora|auteur|verfasst|geschrieben|escrito|écrit|scritto|geschreven|skrevet|skriven|yazan|penulis)\b|автор|作者|著者|投稿者|글쓴이/iu;

function authorMetas(tree: PageTree): string[] {
  const cards = ["1", "2"].flatMap((number) =>
    WRITER_LABEL.test(metaContent(tree.metas, [`twitter:label${number}`]))
      ? metaContents(tree.metas, [`twitter:data${number}`])
      : [],
  );
  return [...metaContents(tree.metas, AUTHOR_METAS), ...cards].filter((content) => !/^https?:/.test(content));
}

/** Where the first byline or link names a desk, the outlet or an agency, those behind it stand at other stories. */
function ofThisPage(lines: readonly string[], outlets: readonly string[]): readonly string[] {
  const first = lines[0];
  return first !== undefined && namesHouse(first, outlets) ? [first] : lines;
}

/** Names in the author or creator of a JSON-LD node: strings, objects, lists, references. */
function authorNames(data: StructuredData, article: JsonNode | null): (string | StatedPerson)[] {
  if (!article) return [];
  const authors = namesOf(data, article.author, 0);
  return authors.length > 0 ? authors : namesOf(data, article.creator, 0);
}

const MAX_NESTING = 4;

function namesOf(
  data: StructuredData,
  value: JsonValue | undefined,
  depth: number,
): (string | StatedPerson)[] {
  if (depth > MAX_NESTING) return [];
  if (Array.isArray(value)) return value.flatMap((item) => namesOf(data, item, depth + 1));
  const resolved = data.resolve(value);
  if (isNode(resolved)) {
    if (ADMIN_ACCOUNT.test(stringOf(resolved["@id"])) || ADMIN_ACCOUNT.test(stringOf(resolved.url)))
      return [];
    const name = resolved.name;
    const full = stringOf(name) || `${stringOf(resolved.givenName)} ${stringOf(resolved.familyName)}`.trim();
    const names = Array.isArray(name)
      ? name.map((item) => stringOf(item)).filter(Boolean)
      : full
        ? [full]
        : [];
    return typesOf(resolved).includes("Person") ? names.map((person) => ({ person })) : names;
  }
  const text = stringOf(resolved);
  return text ? [text] : [];
}
