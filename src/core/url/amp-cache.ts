/*
 * AMP caches serve a publisher's page from another company's host. The cache's URL spells the page's own
 * URL in full, so it is read off and nothing has to be asked:
 *   https://www-example-com.cdn.ampproject.org/c/s/www.example.com/story   (AMP Project, "AMP Cache URL format")
 *   https://www.google.com/amp/s/www.example.com/story                     (Google's AMP viewer)
 * `s/` stands for https. This is the only place where a URL rule leaves a registrable domain, and it goes
 * to the one the URL itself names.
 */

/** c: documents, v: the viewer's shell. i (images) and r (resources) never name a page. */
const CACHE_PATH = /^\/[cv]\/(s\/)?([^/.]+\.[^/]+)(\/.*)?$/;
const CACHE_HOST = /(?:^|\.)cdn\.ampproject\.org$/;
const VIEWER_PATH = /^\/amp\/(s\/)?([^/.]+\.[^/]+)(\/.*)?$/;
const VIEWER_HOST = /^(?:www\.)?google\.(?:com|[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})$/;

/**
 * @param url a parsed http or https URL
 * @returns the publisher's URL as the cache's URL spells it, or undefined where this is no AMP cache's page
 */
export function pageOfAmpCache(url: URL): string | undefined {
  const shape = CACHE_HOST.test(url.hostname)
    ? CACHE_PATH
    : VIEWER_HOST.test(url.hostname)
      ? VIEWER_PATH
      : undefined;
  const match = shape?.exec(url.pathname);
  if (!match) return undefined;
  const [, secure, host, path = "/"] = match;
  return `${secure === undefined ? "http" : "https"}://${host}${path}${url.search}`;
}
