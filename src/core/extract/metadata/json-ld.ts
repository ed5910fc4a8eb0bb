/*
 * schema.org JSON-LD: from the page's scripts to the one node that describes the article.
 *
 * Real pages break JSON in three ways that are worth repairing: raw line breaks in strings, HTML comments or CDATA
 * marks around the whole, and commas before a closing bracket. Anything else is skipped.
 */
import { MAX_JSON_LD_DEPTH } from "../limits.ts";
import type { TitleMatcher } from "../story/title.ts";

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonNode;
export interface JsonNode {
  readonly [key: string]: JsonValue | undefined;
}

/** Nodes of one page that are looked at. */
const MAX_NODES = 5_000;

const ARTICLE_TYPES = new Set(
  (
    "NewsArticle Article ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle " +
    "AskPublicNewsArticle ReviewNewsArticle AdvertiserContentArticle BlogPosting LiveBlogPosting SocialMediaPosting " +
    "Report ScholarlyArticle TechArticle SatiricalArticle Review ClaimReview Recipe PodcastEpisode VideoObject"
  ).split(" "),
);
/** Types that describe an article only where no better one is there. */
const SECOND_CHOICE_TYPES = new Set(["VideoObject", "PodcastEpisode", "Review", "ClaimReview", "Recipe"]);

export interface StructuredData {
  /** The article's node; null where the page has none. */
  readonly article: JsonNode | null;
  /** WebPage, WebSite and Organization nodes, for what the article's node lacks. */
  readonly pages: readonly JsonNode[];
  readonly breadcrumbs: readonly JsonNode[];
  /** Follows `{"@id": …}` to the node it names. */
  resolve(value: JsonValue | undefined): JsonValue | undefined;
}

export function readJsonLd(scripts: readonly string[], title: TitleMatcher): StructuredData {
  const nodes: JsonNode[] = [];
  for (const script of scripts) {
    const parsed = parseLenient(script);
    if (parsed !== undefined) collectNodes(parsed, 0, nodes);
  }
  const byId = new Map<string, JsonNode>();
  for (const node of nodes) {
    const id = node["@id"];
    // A node with nothing but its @id is a reference, not the thing.
    if (typeof id === "string" && Object.keys(node).length > 2 && !byId.has(id)) byId.set(id, node);
  }
  return {
    article: chooseArticle(nodes, title),
    pages: nodes.filter((node) =>
      typesOf(node).some((type) => type.endsWith("WebPage") || type === "WebSite"),
    ),
    breadcrumbs: nodes.filter((node) => typesOf(node).includes("BreadcrumbList")),
    resolve: (value) => {
      const id = isNode(value) ? value["@id"] : undefined;
      return typeof id === "string" ? (byId.get(id) ?? value) : value;
    },
  };
}

export function isNode(value: JsonValue | undefined): value is JsonNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function typesOf(node: JsonNode): string[] {
  const type = node["@type"];
  const list = Array.isArray(type) ? type : [type];
  return list.filter((name) => typeof name === "string").map((name) => name.replace(/^.*[/:]/, ""));
}

/** A string value with HTML entities of the common kind decoded, trimmed; empty for anything else. */
export function stringOf(value: JsonValue | undefined): string {
  if (typeof value === "string") return decodeEntities(value).trim();
  return Array.isArray(value) ? stringOf(value[0]) : "";
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&quot;": '"',
  "&#34;": '"',
  "&#39;": "'",
  "&#039;": "'",
  "&apos;": "'",
  "&lt;": "<",
  "&gt;": ">",
  "&nbsp;": " ",
  "&rsquo;": "’",
  "&lsquo;": "‘",
  "&rdquo;": "”",
  "&ldquo;": "“",
  "&ndash;": "–",
  "&mdash;": "—",
  "&#8217;": "’",
  "&#8216;": "‘",
  "&#8220;": "“",
  "&#8221;": "”",
  "&#8211;": "–",
  "&#8212;": "—",
  "&#8230;": "…",
  "&#x27;": "'",
  "&auml;": "ä",
  "&ouml;": "ö",
  "&uuml;": "ü",
  "&Auml;": "Ä",
  "&Ouml;": "Ö",
  "&Uuml;": "Ü",
  "&szlig;": "ß",
  "&eacute;": "é",
  "&egrave;": "è",
  "&agrave;": "à",
  "&ccedil;": "ç",
  "&laquo;": "«",
  "&raquo;": "»",
  "&bdquo;": "„",
  "&hellip;": "…",
};

/** JSON in a script is not decoded by HTML parsers, but many sites write entities into it all the same. */
export function decodeEntities(text: string): string {
  return text.includes("&") ? text.replace(/&#?\w{1,8};/g, (entity) => ENTITIES[entity] ?? entity) : text;
}

export function parseLenient(script: string): JsonValue | undefined {
  const body = script
    .replace("<!--", "")
    .replace("-->", "")
    .replace(/(?:\/\/|\/\*)?<!\[CDATA\[(?:\*\/)?/, "")
    .replace(/(?:\/\/|\/\*)?\]\]>(?:\*\/)?/, "")
    .trim()
    .replace(/;$/, "");
  const spaced = body.replace(/[\u0000-\u001f]/g, " ");
  return parseJson(spaced) ?? parseJson(spaced.replace(/, *([}\]])/g, "$1"));
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // Broken JSON on a page is expected; the page is read without it.
    return undefined;
  }
}

/** Every object of the graph, parents before children. */
function collectNodes(value: JsonValue | undefined, depth: number, found: JsonNode[]): void {
  if (depth > MAX_JSON_LD_DEPTH || found.length >= MAX_NODES) return;
  if (Array.isArray(value)) {
    for (const item of value) collectNodes(item, depth + 1, found);
  } else if (isNode(value)) {
    found.push(value);
    for (const key of Object.keys(value)) collectNodes(value[key], depth + 1, found);
  }
}

/** The article whose headline is the page's, else the first; a video or recipe only for want of an article. */
function chooseArticle(nodes: readonly JsonNode[], title: TitleMatcher): JsonNode | null {
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPES.has(type)));
  const first = articles.filter((node) => !typesOf(node).some((type) => SECOND_CHOICE_TYPES.has(type)));
  const isTitled = (node: JsonNode) => title.matches(stringOf(node.headline) || stringOf(node.name));
  return first.find(isTitled) ?? first[0] ?? articles.find(isTitled) ?? null;
}
