/*
 * Which hubs a feed names, and under which URL they know it (its topic).
 *
 * W3C Recommendation "WebSub", 2018, section 4: the response's Link headers come first, the document's own links
 * only where they are missing. Taken for each of both relations by itself: servers that add a hub to every
 * response often leave `self` to the feed.
 */
import { absoluteLink } from "./entry-fields.ts";
import type { FeedHints } from "./feed-model.ts";
import { parseLinkHeader } from "./link-header.ts";

/** Publishers name one hub, or two for safety. */
const MAX_HUBS = 5;

export interface Discovered {
  /** Absolute http(s) URLs, each once, in the order in which they are to be asked. Empty: the feed is polled only. */
  readonly hubs: readonly string[];
  /** Null where it names none: its own URL is the topic. */
  readonly self: string | null;
}

/** @returns absolute http(s) URLs, each once, at most `MAX_HUBS` */
export function hubUrls(targets: readonly (string | undefined)[], base: string): string[] {
  const urls = targets.map((target) => absoluteLink(target, base)).filter((url) => url !== null);
  return [...new Set(urls)].slice(0, MAX_HUBS);
}

/**
 * @param linkHeader of the response, undefined where it has none
 * @param hints what the document says of itself
 * @param responseUrl the URL that answered
 */
export function discoverHubs(
  linkHeader: string | undefined,
  hints: FeedHints,
  responseUrl: string,
): Discovered {
  const links = parseLinkHeader(linkHeader);
  const targets = (rel: string): string[] =>
    links.filter(({ rels }) => rels.includes(rel)).map(({ target }) => target);
  const inHeaders = hubUrls(targets("hub"), responseUrl);
  return {
    hubs: inHeaders.length > 0 ? inHeaders : (hints.hubs ?? []),
    self: absoluteLink(targets("self")[0], responseUrl) ?? hints.self ?? null,
  };
}
