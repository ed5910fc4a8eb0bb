/*
 * The sitemaps that a site names in its robots.txt (sitemaps.org, "Specifying the Sitemap location in your robots.txt
 * file"; RFC 9309 section 2.2.4 leaves the line to others). A line is independent of any group, and may name another host.
 */

import { KIBI } from "../units.ts";
import { absoluteLink } from "./entry-fields.ts";

export interface NamedSitemaps {
  /** Their addresses speak of news: what a site shows Google News holds the articles of two days. */
  readonly news: readonly string[];
  /** Whole archives, pictures, films; indexes among them may lead to news. */
  readonly others: readonly string[];
}

/** As much of a robots.txt as RFC 9309 section 2.5 has any reader take. */
const MAX_ROBOTS_CHARS = 500 * KIBI;
/** Large sites name one a section or a month. */
const MAX_SITEMAPS = 100;
const SITEMAP_LINE = /^[ \t]*sitemap[ \t]*:[ \t]*(\S+)/gim;
/** In the path: a host called news.example says it of every page. */
const SPEAKS_OF_NEWS = /news/i;

/**
 * @param robots text of the robots.txt, or of whatever came in its place
 * @param robotsUrl base of relative addresses, which the protocol forbids and sites write
 */
export function sitemapsOfRobots(robots: string, robotsUrl: string): NamedSitemaps {
  const found = new Set<string>();
  for (const [, address] of robots.slice(0, MAX_ROBOTS_CHARS).matchAll(SITEMAP_LINE)) {
    if (found.size >= MAX_SITEMAPS) break;
    const url = absoluteLink(address, robotsUrl);
    if (url !== null) found.add(url);
  }
  const isNews = (url: string): boolean => {
    const { pathname, search } = new URL(url);
    return SPEAKS_OF_NEWS.test(pathname + search);
  };
  return {
    news: [...found].filter(isNews),
    others: [...found].filter((url) => !isNews(url)),
  };
}
