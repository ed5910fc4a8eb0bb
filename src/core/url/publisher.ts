/* Who publishes a page: the registrable domain by the Public Suffix List (tldts). */
import { parse } from "tldts";
import { canonicalUrl } from "./canonical-url.ts";
import { parseUrl } from "./parse-url.ts";

/**
 * `allowPrivateDomains`: blogs at `alice.blogspot.com` and `bob.blogspot.com` are two publishers. Hosts
 * under suffixes that the list does not know (`news.example`) count by their last two labels.
 */
const SUFFIX_OPTIONS = { allowPrivateDomains: true } as const;

/**
 * @param url an absolute URL
 * @returns `bbc.co.uk` for `https://news.bbc.co.uk/1`; the address itself for an IP literal, the host for
 *   a name of one label; null for what is no URL and for a bare public suffix such as `co.uk`
 */
export function registrableDomain(url: string): string | null {
  const parsed = parseUrl(url);
  if (parsed === undefined || parsed.hostname === "") return null;
  const found = parse(parsed.hostname, SUFFIX_OPTIONS);
  if (found.isIp === true) return found.hostname;
  if (found.domain !== null) return found.domain;
  return parsed.hostname.includes(".") ? null : parsed.hostname;
}

/** True where both URLs belong to one registrable domain; false where either has none. */
export function samePublisher(a: string, b: string): boolean {
  const domain = registrableDomain(a);
  return domain !== null && domain === registrableDomain(b);
}

/**
 * The URL that names an article: where its page was served, or what that page calls its canonical URL.
 * A page may rename itself only within its publisher, or it could take another's articles over; and not to
 * the publisher's front page, which broken templates give for every article.
 * @param servedUrl the URL that answered, after redirects
 * @param pageCanonical `rel=canonical`, og:url or JSON-LD as the page says it, or null
 * @returns a canonical URL; undefined where `servedUrl` itself has none
 */
export function articleUrl(servedUrl: string, pageCanonical: string | null): string | undefined {
  const served = canonicalUrl(servedUrl);
  if (served.kind !== "url") return undefined;
  if (pageCanonical === null) return served.url;
  const resolved = parseUrl(pageCanonical, servedUrl);
  const named = resolved === undefined ? undefined : canonicalUrl(resolved.href);
  if (named?.kind !== "url" || !samePublisher(named.url, served.url)) return served.url;
  return isFrontPage(named.url) ? served.url : named.url;
}

function isFrontPage(url: string): boolean {
  const parsed = new URL(url);
  return parsed.pathname === "/" && parsed.search === "";
}
