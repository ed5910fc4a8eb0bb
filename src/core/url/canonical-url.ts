/*
 * One spelling per page, from the URL alone.
 *
 *   offered ─▶ WHATWG parser ─▶ AMP cache? ─▶ host ─▶ path ─▶ query ─▶ canonical
 *
 * The parser (Node's `URL`) decides what a URL is and settles case, default ports, dot segments and
 * punycode [1]. Then come rules about what a URL *means* on news sites. They are pure and conservative:
 * two spellings that stay apart here cost one request, since redirects and `rel=canonical` join them
 * after the fetch; two pages wrongly joined cost an article.
 *
 * Left out on purpose: http against https, `www.`, trailing slashes, doubled slashes, upper case in paths
 * (a server may tell them apart; redirects settle them), the order of a query that is not `name=value`.
 *
 * Holds always (property tests): the result is its own canonical URL, and its registrable domain is the
 * offered one's, except where an AMP cache's URL names its publisher.
 *
 * [1] WHATWG URL Standard.   [2] RFC 3986, section 6.2.2.2 (percent-encoding of unreserved characters).
 */
import type { RefusalRule } from "../outcome.ts";
import { pageOfAmpCache } from "./amp-cache.ts";
import { isViewParameter, mainHost, mainPath } from "./page-twins.ts";
import { parseUrl } from "./parse-url.ts";
import { isSessionParameter, withoutSessionIds } from "./session-ids.ts";
import { shownUrl } from "./shown-url.ts";
import { isTrackingParameter } from "./tracking-parameters.ts";

/** Goes into every UrlKey: raise it with every change of a rule. */
export const URL_RULES_VERSION = 1;

/** Longest URL that is read at all: the least that RFC 9110 section 4.1 asks every HTTP party to support. */
export const MAX_OFFERED_URL_CHARS = 8_000;
/** Longest canonical URL: the sitemap protocol's own limit for a page's address. */
export const MAX_URL_CHARS = 2_048;

export type CanonicalUrl =
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "refused"; readonly rule: RefusalRule; readonly message: string };

/**
 * @param input a URL as a feed, a page or a person wrote it; absolute, blanks around it are ignored
 * @returns the page's one spelling, or the rule that refused it with a message of one line
 */
export function canonicalUrl(input: string): CanonicalUrl {
  let offered = input;
  for (;;) {
    const parsed = parseOffered(offered);
    if (parsed.kind === "refused") return parsed;
    const url = settled(parsed.url);
    if (url.length > MAX_URL_CHARS)
      return refused(
        "url-too-long",
        `URL has ${url.length} characters, the limit is ${MAX_URL_CHARS}: ${shownUrl(url)}`,
      );
    if (url === parsed.url.href) return { kind: "url", url };
    // A rule may uncover what the parser's checks and the AMP rule have to see: `/c/s/news%2eexample` is an
    // AMP cache's page only once the dot is written out. It ends: a settled URL changes no more but by the
    // AMP rule, and that one shortens the path each time.
    offered = url;
  }
}

const refused = (rule: RefusalRule, message: string): CanonicalUrl & { kind: "refused" } => ({
  kind: "refused",
  rule,
  message,
});

type Parsed = { readonly kind: "parsed"; readonly url: URL } | (CanonicalUrl & { kind: "refused" });

function parseOffered(input: string): Parsed {
  if (input.length > MAX_OFFERED_URL_CHARS)
    return refused(
      "url-too-long",
      `URL has ${input.length} characters, at most ${MAX_OFFERED_URL_CHARS} are read: ${shownUrl(input)}`,
    );
  const url = parseUrl(input);
  if (url === undefined) return refused("malformed-url", `not an absolute URL: ${shownUrl(input)}`);
  const problem = refusalOf(url);
  if (problem !== undefined) return problem;
  const page = pageOfAmpCache(url);
  return page === undefined ? { kind: "parsed", url } : parseOffered(page);
}

function refusalOf(url: URL): (CanonicalUrl & { kind: "refused" }) | undefined {
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return refused(
      "unknown-scheme",
      `scheme "${url.protocol}" is neither http: nor https: in ${shownUrl(url.href)}`,
    );
  if (url.username !== "" || url.password !== "")
    return refused("credentials-in-url", `URL for host ${url.host} carries a user name or a password`);
  if (/^\.|\.\.|^$/.test(url.hostname))
    return refused("malformed-url", `host "${url.hostname}" has an empty label: ${shownUrl(url.href)}`);
  return undefined;
}

/**
 * Applies the rules until nothing changes: what one rule uncovers (`/story-7/amp/x/..;sid=1`) another may
 * have to remove. It ends, since every rule but the first pass's spelling takes characters away.
 */
function settled(offered: URL): string {
  let current = canonicalForm(offered);
  for (;;) {
    const next = canonicalForm(new URL(current));
    if (next === current) return current;
    current = next;
  }
}

function canonicalForm(parsed: URL): string {
  const host = mainHost(parsed.hostname.replace(/\.$/, ""));
  const port = parsed.port === "" ? "" : `:${parsed.port}`;
  const query = canonicalQuery(parsed.search.slice(1), host);
  const path = canonicalPath(parsed.pathname, query === "");
  // The parser has the last word: what the rules put together is written as it writes it.
  return new URL(`${parsed.protocol}//${host}${port}${path}${query === "" ? "" : `?${query}`}`).href;
}

/** File names that a server answers for the folder itself (Apache DirectoryIndex, IIS default documents). */
const DEFAULT_DOCUMENT = /\/(?:index|default)\.(?:html?|shtml|xhtml|phtml|php|aspx?|jsp|cfm)$/i;

/** @param queryIsEmpty with a query left, `index.php` may be the program that reads it, and stays */
function canonicalPath(path: string, queryIsEmpty: boolean): string {
  const main = mainPath(withoutSessionIds(unreservedDecoded(path)));
  return queryIsEmpty ? main.replace(DEFAULT_DOCUMENT, "/") : main;
}

/** A query is sorted only if all of it is `name=value` with a plain name: any other may be read by position. */
const PLAIN_PAIR = /^[A-Za-z0-9_.[\]~-]+=/;

/** @param query without its question mark */
function canonicalQuery(query: string, hostname: string): string {
  const pairs = unreservedDecoded(query)
    .split("&")
    .filter((pair) => pair !== "" && !isDropped(pair, hostname));
  if (!pairs.every((pair) => PLAIN_PAIR.test(pair))) return pairs.join("&");
  const nameOf = (pair: string): string => pair.slice(0, pair.indexOf("="));
  // Array.prototype.sort is stable: values of one name keep their order.
  return pairs.sort((a, b) => compare(nameOf(a), nameOf(b))).join("&");
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function isDropped(pair: string, hostname: string): boolean {
  const equals = pair.indexOf("=");
  const name = decoded(equals < 0 ? pair : pair.slice(0, equals));
  const value = equals < 0 ? "" : decoded(pair.slice(equals + 1));
  return (
    isTrackingParameter(name, value, hostname) ||
    isSessionParameter(name, value) ||
    isViewParameter(name, value)
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not UTF-8 behind the percent signs: compared as it stands, it is on no list.
    return text;
  }
}

const HEX_RADIX = 16;
const UNRESERVED = /[A-Za-z0-9._~-]/;

/** Writes each `%41` as the character it is, and all other escapes in upper case [2]. */
function unreservedDecoded(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (escaped, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, HEX_RADIX));
    return UNRESERVED.test(character) ? character : escaped.toUpperCase();
  });
}
