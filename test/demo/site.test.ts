/* The bundled site is what demo/expected.ts says it is, before any pipeline sees it. */
import { parseAtomFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { EXPECTED, EXPECTED_ARTICLES, EXPECTED_FEEDS } from "../../demo/expected.ts";
import { OUTLETS, SITE, type SitePage } from "../../demo/site/site.ts";
import { withoutLinks } from "../../demo/site/story.ts";
import { PAGE_URLS } from "../../demo/site/urls.ts";
import { robotsAnswer, robotsFileOfBytes } from "../../src/core/fetch/robots.ts";
import { canonicalUrl } from "../../src/core/url/canonical-url.ts";
import { visibleText } from "./visible-text.ts";

const KIB = 1_024;
const SMALLEST_PAGE_BYTES = 14 * KIB;
const LARGEST_PAGE_BYTES = 60 * KIB;

function pageOf(url: string): SitePage {
  const page = SITE.find((candidate) => candidate.url === url);
  if (page === undefined) throw new Error(`the site has no page ${url}`);
  return page;
}

const htmlOf = (url: string, version = 1): string => pageOf(url).render(version).body;
const textOf = (url: string, version = 1): string => visibleText(htmlOf(url, version));
const articles = EXPECTED_ARTICLES.map((expected) => ({ ...expected, host: new URL(expected.url).host }));

describe("the site as a whole", () => {
  it("has as many pages, outlets and copies as the demo promises", () => {
    const count = (label: string): number => articles.filter(({ cluster }) => cluster === label).length;
    expect(articles).toHaveLength(18);
    expect(new Set(articles.map(({ host }) => host)).size).toBe(9);
    expect([count("harbour-fire"), count("river-pact"), count("alone")]).toEqual([6, 3, 9]);
  });

  it("is expected in full: every page has one expectation, every expectation one page", () => {
    const feeds = EXPECTED_FEEDS.map(({ url }) => url);
    const expected = [...EXPECTED.map(({ url }) => url), ...feeds].sort();
    expect(SITE.map(({ url }) => url).sort()).toEqual(expected);
    expect(new Set(expected).size).toBe(expected.length);
  });

  it("lives on hosts that no one can own", () => {
    const hosts = SITE.flatMap(({ url, render }) => [
      new URL(url).host,
      ...[...render(1).body.matchAll(/(?:href|src)=["']https?:\/\/([^/"']+)/g)].map(
        (match) => match[1] ?? "",
      ),
    ]);
    expect(hosts.filter((host) => !host.endsWith(".example"))).toEqual([]);
  });

  it("spells its URLs as the URL rules do, except for the tracked one", () => {
    const respelled = SITE.filter(({ url }) => {
      const canonical = canonicalUrl(url);
      return canonical.kind !== "url" || canonical.url !== url;
    });
    expect(respelled.map(({ url }) => url)).toEqual([PAGE_URLS.fireUkTracked]);
    expect(canonicalUrl(PAGE_URLS.fireUkTracked)).toEqual({ kind: "url", url: PAGE_URLS.fireUk });
  });

  it("is closed to robots at one page only", () => {
    const closed = SITE.filter(({ url }) => {
      const outlet = OUTLETS.find(({ host }) => host === new URL(url).host);
      const file = robotsFileOfBytes(
        new TextEncoder().encode(outlet?.robotsTxt ?? "User-agent: *\nDisallow: /"),
      );
      return robotsAnswer(file, url, "wirefold").kind !== "allowed";
    });
    expect(closed.map(({ url }) => url)).toEqual([PAGE_URLS.blockedByRobots]);
  });

  it("names no real news agency", () => {
    const named = SITE.filter(({ render }) =>
      /\b(Reuters|Associated Press|AFP|Agence France|dpa|Getty|Bloomberg)\b/.test(render(1).body),
    );
    expect(named.map(({ url }) => url)).toEqual([]);
  });
});

describe.each(articles)("$host: $title", (expected) => {
  const { url, host } = expected;

  it("is a whole HTML page of a real page's size", () => {
    const html = htmlOf(url);
    expect(Buffer.byteLength(html)).toBeGreaterThan(SMALLEST_PAGE_BYTES);
    expect(Buffer.byteLength(html)).toBeLessThan(LARGEST_PAGE_BYTES);
    expect(html.slice(0, "<!doctype html".length)).toMatch(/^<!doctype html$/i);
    expect(html.match(/<(html|head|body|title)[\s>]/gi)).toHaveLength(4);
    expect(html.trimEnd().slice(-"</body></html>".length).replace("\n", "")).toMatch(/<\/body><\/html>$/i);
    expect(html.match(/undefined|\[object|\bNaN\b|\$\{/g)).toBeNull();
  });

  it("closes the elements it opens", () => {
    expect(unbalancedTags(htmlOf(url))).toEqual([]);
  });

  it("is the same at every rendering", () => {
    expect(pageOf(url).render(1)).toEqual(pageOf(url).render(1));
  });

  it("shows its title, the words expected of it, and the words that must go", () => {
    const text = textOf(url);
    // A cut copy lacks the end of the story: that sentence is expected to be nowhere on its page.
    const absent = url === PAGE_URLS.fireCut ? /found to be sound/ : /(?!)/;
    const onPage = [expected.title, ...expected.with, ...expected.without, ...expected.furniture];
    expect(onPage.filter((words) => !text.includes(words) && !absent.test(words))).toEqual([]);
    expect(onPage.filter((words) => withoutLinks(words) !== words)).toEqual([]);
  });

  it("tells its day and its authors", () => {
    expect(daysToldBy(htmlOf(url))).toContain(expected.published);
    expect((expected.authors ?? []).filter((name) => !textOf(url).includes(name))).toEqual([]);
  });

  it("is printed by an outlet with furniture of its own", () => {
    const elsewhere = articles.filter((other) => other.host !== host).map((other) => textOf(other.url));
    expect(expected.furniture.length).toBeGreaterThan(4);
    expect(expected.furniture.filter((words) => elsewhere.some((text) => text.includes(words)))).toEqual([]);
  });
});

describe("pages with a point", () => {
  it("corrects one copy's figure under the same URL and says so", () => {
    const corrected = articles.filter(({ revision }) => revision !== undefined);
    expect(corrected.map(({ url }) => url)).toEqual([PAGE_URLS.fireUk]);
    const [before, after] = [textOf(PAGE_URLS.fireUk, 1), textOf(PAGE_URLS.fireUk, 2)];
    const revision = corrected[0]?.revision;
    expect(revision?.with.filter((words) => !after.includes(words))).toEqual([]);
    expect(before).toContain("injuring at least 14 people");
    expect(after).not.toContain("injuring at least 14 people");
    expect(after).toContain("This article was amended on 13 November 2026");
    expect(htmlOf(PAGE_URLS.fireUkTracked, 2)).toBe(htmlOf(PAGE_URLS.fireUk, 2));
  });

  it("glues an unrelated story behind one copy", () => {
    const text = textOf(PAGE_URLS.fireLocal);
    const headline = "Lost county map turns up in a piano bench after 61 years";
    expect(text.indexOf(headline)).toBeGreaterThan(text.indexOf("if the quay wall was found to be sound."));
    expect(text.indexOf("Constance Yao unrolls the 1884 survey")).toBeGreaterThan(text.indexOf(headline));
  });

  it("spells as its outlets do", () => {
    const american = /\b(harbor|neighbor|labor|meters|canceled|traveled|program)\b/;
    expect(textOf(PAGE_URLS.fireUk)).not.toMatch(american);
    expect(textOf(PAGE_URLS.fireAgency)).not.toMatch(
      /\b(harbour|neighbour|labour|metres|travelled|programme)/,
    );
  });

  it("quotes three stories in the digest, each word for word", () => {
    const text = textOf(PAGE_URLS.digest);
    for (const [url, words] of [
      [
        PAGE_URLS.fireAgency,
        "The blaze started shortly after 1 a.m. in a conveyor gallery above the east silos",
      ],
      [PAGE_URLS.pactAgency, "Last summer the river stopped short of its delta for 41 days"],
      [PAGE_URLS.eels, "Until now the best count since the barrage was closed had been zero"],
    ] as const) {
      expect(text).toContain(words);
      expect(textOf(url)).toContain(words);
    }
  });

  it("has a section front without a paragraph", () => {
    expect(htmlOf(PAGE_URLS.sectionFront)).not.toMatch(/<p class="mb-4/);
    expect(htmlOf(PAGE_URLS.sectionFront).match(/<a /g)?.length).toBeGreaterThan(40);
  });

  it("has a PDF whose cross-reference table is where it says", () => {
    const { body, headers } = pageOf(PAGE_URLS.pdf).render(1);
    expect(headers["content-type"]).toBe("application/pdf");
    const startOfTable = Number(/startxref\n(\d+)\n/.exec(body)?.[1]);
    expect(body.slice(startOfTable)).toMatch(/^xref\n0 6\n/);
    const offsets = [...body.matchAll(/^(\d{10}) 00000 n /gm)].map((match) => Number(match[1]));
    expect(offsets.map((offset) => body.slice(offset, offset + "1 0 obj".length))).toEqual(
      offsets.map((_offset, index) => `${index + 1} 0 obj`),
    );
  });

  it("lists the outlets' pages in feeds that a feed reader reads", () => {
    const [rss, atom] = EXPECTED_FEEDS;
    const rssLinks = parseRssFeed(htmlOf(PAGE_URLS.rss)).items?.map(({ link }) => link);
    const atomLinks = parseAtomFeed(htmlOf(PAGE_URLS.atom)).entries?.map(({ links }) => links?.[0]?.href);
    expect(rssLinks).toEqual(rss?.lists);
    expect(atomLinks).toEqual(atom?.lists);
  });
});

/** Days of the RFC 3339 times on a page, in UTC, and of dates printed as `12 November 2026`. */
function daysToldBy(html: string): string[] {
  const times = html.match(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}/g) ?? [];
  const printed = html.match(/\d{1,2} November 2026/g) ?? [];
  const moments = [...times, ...printed.map((date) => `${date} UTC`)];
  return moments.map((moment) => new Date(moment).toISOString().slice(0, "2026-11-12".length));
}

/** Elements that HTML never closes, and those that HTML 4 lets stand open. */
const NEVER_CLOSED = /^(area|base|br|col|hr|img|input|link|meta|source|wbr)$/;
const MAY_STAY_OPEN = /^p$/;

/** Names of tags that close nothing or are never closed, in order. */
function unbalancedTags(html: string): string[] {
  const bare = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<!doctype[^>]*>/i, "");
  const isOldHtml = /HTML 4\.01/.test(html);
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [tag, slash, written = ""] of bare.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)(?:"[^"]*"|'[^']*'|[^'">])*>/g,
  )) {
    const name = written.toLowerCase();
    if (NEVER_CLOSED.test(name) || tag.endsWith("/>") || (isOldHtml && MAY_STAY_OPEN.test(name))) continue;
    if (slash === "") open.push(name);
    else if (open.at(-1) === name) open.pop();
    else wrong.push(`</${name}> in <${open.at(-1)}>`);
  }
  return [...wrong, ...open];
}
