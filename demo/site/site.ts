/*
 * The bundled site: every URL that the demo's server answers, and with what. Stories (stories/) and the
 * outlets that print them (outlets/) meet here. Nothing here reads a clock or a file: the same URL and
 * version always give the same bytes.
 */
import { atomFeed, rssFeed } from "./feeds.ts";
import { COAST_OBSERVER } from "./outlets/coast-observer.ts";
import { HARBOUR_POST, harbourSectionFront } from "./outlets/harbour-post.ts";
import { HOCHTAL_BOTE } from "./outlets/hochtal-bote.ts";
import { ISLE_GAZETTE } from "./outlets/isle-gazette.ts";
import { MORNING_LEDGER } from "./outlets/morning-ledger.ts";
import { NORVALE_PRESS } from "./outlets/norvale-press.ts";
import type { Outlet } from "./outlets/outlet.ts";
import { SALTMARSH_NOTES } from "./outlets/saltmarsh-notes.ts";
import { TIDEWIRE } from "./outlets/tidewire.ts";
import { VALLEY_COURIER } from "./outlets/valley-courier.ts";
import { errorPage, pdfDocument } from "./special-pages.ts";
import { MORNING_TIDE } from "./stories/digest.ts";
import { EELS } from "./stories/eels.ts";
import {
  AGENCY,
  CAPTIONED_COPY,
  CUT_COPY,
  HOUSE_STYLE_COPY,
  LOCAL_COPY,
  ukCopy,
} from "./stories/harbour-fire.ts";
import { BLOG_REWRITE, INDEPENDENT_REPORT } from "./stories/harbour-fire-own-words.ts";
import { MARKETS_FRIDAY, MARKETS_THURSDAY, SUBSCRIBERS_ONLY } from "./stories/market-report.ts";
import { NIGHT_FERRY } from "./stories/opinion.ts";
import { PACT_AGENCY, PACT_COURIER, PACT_ISLE } from "./stories/river-pact.ts";
import { SEILBAHN } from "./stories/seilbahn.ts";
import { HOCKEY, LOST_MAP } from "./stories/sports.ts";
import type { ArticlePage, Story } from "./story.ts";
import { PAGE_URLS } from "./urls.ts";

export interface SiteResponse {
  readonly status: number;
  /** Names in lower case. `content-type` always; its charset is the one the body has to be written in. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface SitePage {
  readonly url: string;
  /** @param version 1 at first; a page without a newer version answers every version alike */
  render(version: number): SiteResponse;
}

export const OUTLETS: readonly Outlet[] = [
  NORVALE_PRESS,
  HARBOUR_POST,
  MORNING_LEDGER,
  ISLE_GAZETTE,
  TIDEWIRE,
  VALLEY_COURIER,
  COAST_OBSERVER,
  SALTMARSH_NOTES,
  HOCHTAL_BOTE,
];

const STATUS = { ok: 200, movedPermanently: 301, notFound: 404, gone: 410 } as const;
const HTML = "text/html; charset=utf-8";

type StoryOf = (version: number) => Story;

const always =
  (story: Story): StoryOf =>
  () =>
    story;

/** An article's page. `url` may differ from the canonical one: a variant shows the same page. */
function article(
  outlet: Outlet,
  canonicalUrl: string,
  storyOf: StoryOf,
  more: { url?: string; nextStory?: NonNullable<ArticlePage["nextStory"]> } = {},
): SitePage {
  const next = more.nextStory === undefined ? {} : { nextStory: more.nextStory };
  return {
    url: more.url ?? canonicalUrl,
    render(version) {
      const story = storyOf(version);
      return {
        status: STATUS.ok,
        headers: {
          "content-type": outlet.contentType,
          "last-modified": new Date(story.modified ?? story.published).toUTCString(),
          "cache-control": "max-age=60",
        },
        body: outlet.renderArticle({ url: canonicalUrl, story, ...next }),
      };
    },
  };
}

function fixed(url: string, response: SiteResponse): SitePage {
  return { url, render: () => response };
}

const WIRE_PAGES: readonly SitePage[] = [
  article(NORVALE_PRESS, PAGE_URLS.fireAgency, always(AGENCY)),
  article(HARBOUR_POST, PAGE_URLS.fireUk, ukCopy),
  article(MORNING_LEDGER, PAGE_URLS.fireHouseStyle, always(HOUSE_STYLE_COPY)),
  article(ISLE_GAZETTE, PAGE_URLS.fireCaptions, always(CAPTIONED_COPY)),
  article(TIDEWIRE, PAGE_URLS.fireCut, always(CUT_COPY)),
  article(VALLEY_COURIER, PAGE_URLS.fireLocal, always(LOCAL_COPY), {
    nextStory: { url: `http://${VALLEY_COURIER.host}/2026/11/11/lost-county-map/`, story: LOST_MAP },
  }),
  article(NORVALE_PRESS, PAGE_URLS.pactAgency, always(PACT_AGENCY)),
  article(VALLEY_COURIER, PAGE_URLS.pactCourier, always(PACT_COURIER)),
  article(ISLE_GAZETTE, PAGE_URLS.pactIsle, always(PACT_ISLE)),
];

const LONE_PAGES: readonly SitePage[] = [
  article(COAST_OBSERVER, PAGE_URLS.fireIndependent, always(INDEPENDENT_REPORT)),
  article(SALTMARSH_NOTES, PAGE_URLS.fireBlog, always(BLOG_REWRITE)),
  article(MORNING_LEDGER, PAGE_URLS.marketsThursday, always(MARKETS_THURSDAY)),
  article(MORNING_LEDGER, PAGE_URLS.marketsFriday, always(MARKETS_FRIDAY)),
  article(HARBOUR_POST, PAGE_URLS.opinion, always(NIGHT_FERRY)),
  article(VALLEY_COURIER, PAGE_URLS.sports, always(HOCKEY)),
  article(COAST_OBSERVER, PAGE_URLS.digest, always(MORNING_TIDE)),
  article(HOCHTAL_BOTE, PAGE_URLS.german, always(SEILBAHN)),
  article(TIDEWIRE, PAGE_URLS.eels, always(EELS)),
];

/** Another spelling of a page, and another address that leads to one. */
const VARIANTS: readonly SitePage[] = [
  article(HARBOUR_POST, PAGE_URLS.fireUk, ukCopy, { url: PAGE_URLS.fireUkTracked }),
  fixed(PAGE_URLS.fireLocalShort, {
    status: STATUS.movedPermanently,
    headers: { "content-type": HTML, location: PAGE_URLS.fireLocal },
    body: errorPage("Moved", "This story has a longer address now."),
  }),
];

const NOT_ARTICLES: readonly SitePage[] = [
  fixed(PAGE_URLS.sectionFront, {
    status: STATUS.ok,
    headers: { "content-type": HTML, "cache-control": "max-age=60" },
    body: harbourSectionFront(PAGE_URLS.sectionFront),
  }),
  fixed(PAGE_URLS.pdf, {
    status: STATUS.ok,
    headers: { "content-type": "application/pdf", "last-modified": "Thu, 12 Nov 2026 09:00:00 GMT" },
    body: pdfDocument("Hot work permit 2026/1177 (conveyor gallery, east silos)"),
  }),
  fixed(PAGE_URLS.notFound, {
    status: STATUS.notFound,
    headers: { "content-type": HTML },
    body: errorPage("Page not found", "The page you asked for is not here. It may never have been."),
  }),
  fixed(PAGE_URLS.gone, {
    status: STATUS.gone,
    headers: { "content-type": HTML },
    body: errorPage("Gone", "This notice was taken down at the request of the family."),
  }),
  article(MORNING_LEDGER, PAGE_URLS.blockedByRobots, always(SUBSCRIBERS_ONLY)),
];

const FEEDS: readonly SitePage[] = [
  fixed(PAGE_URLS.rss, {
    status: STATUS.ok,
    headers: { "content-type": "application/rss+xml; charset=utf-8", "cache-control": "max-age=300" },
    body: rssFeed(HARBOUR_POST, [
      { url: PAGE_URLS.fireUk, story: ukCopy(1) },
      { url: PAGE_URLS.opinion, story: NIGHT_FERRY },
    ]),
  }),
  fixed(PAGE_URLS.atom, {
    status: STATUS.ok,
    headers: { "content-type": "application/atom+xml; charset=utf-8", "cache-control": "max-age=300" },
    body: atomFeed(NORVALE_PRESS, PAGE_URLS.atom, [
      { url: PAGE_URLS.pactAgency, story: PACT_AGENCY },
      { url: PAGE_URLS.fireAgency, story: AGENCY },
    ]),
  }),
];

/** Every URL of the site, feeds included; robots.txt of each host is in OUTLETS. */
export const SITE: readonly SitePage[] = [
  ...WIRE_PAGES,
  ...LONE_PAGES,
  ...VARIANTS,
  ...NOT_ARTICLES,
  ...FEEDS,
];
