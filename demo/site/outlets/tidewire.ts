/* A mobile aggregator that serves AMP only: amp-* elements, boilerplate style, JSON-LD, no comments. */
import { dateParts } from "../dates.ts";
import { each, escapeHtml, inline, jsonLd, slug } from "../html.ts";
import type { ArticlePage, Block } from "../story.ts";
import { leadOf } from "../story.ts";
import type { Outlet, Teaser } from "./outlet.ts";

const HOST = "tidewire.example";
const CHANNELS = [
  "Top",
  "World",
  "Norvale",
  "Money",
  "Science",
  "Health",
  "Gear",
  "Games",
  "Soccer",
  "Stars",
  "Food",
  "Weird",
  "Weather",
  "Horoscopes",
  "Quizzes",
];

const FEED_CARDS: readonly Teaser[] = [
  {
    headline: "This dog has ridden every tram in Ostrand",
    path: "/weird/tram-dog/",
    summary: "His owner found out from the conductor",
  },
  {
    headline: "Five soups that forgive you",
    path: "/food/five-soups/",
    summary: "None of them takes an hour",
  },
  {
    headline: "We timed eleven kettles so you do not have to",
    path: "/gear/eleven-kettles/",
    summary: "The winner costs less than lunch",
  },
  {
    headline: "Volcano wakes, yawns, goes back to sleep",
    path: "/science/volcano-yawns/",
    summary: "Seismologists are relieved and a little hurt",
  },
  {
    headline: "Quiz: which lighthouse are you?",
    path: "/quizzes/lighthouse/",
    summary: "Ten questions, one revolving answer",
  },
  {
    headline: "Goalkeeper scores from own half, apologises",
    path: "/soccer/goalkeeper-apologises/",
    summary: "The wind was behind him",
  },
  {
    headline: "Your sign this week: beware of ladders",
    path: "/horoscopes/week-46/",
    summary: "Unless you are a Taurus",
  },
  {
    headline: "Bridge opened twice, once by accident",
    path: "/norvale/bridge-opened-twice/",
    summary: "The ribbon had been cut by a passing heron",
  },
  {
    headline: "Why is everyone buying whistles?",
    path: "/money/whistles/",
    summary: "One factory, two hills and a very loud summer",
  },
  {
    headline: "The forecast for your weekend, in haiku",
    path: "/weather/weekend-haiku/",
    summary: "Spoiler: the third line is drizzle",
  },
  {
    headline: "Landlord finds tenant's museum of spoons",
    path: "/weird/spoon-museum/",
    summary: "There is a gift shop",
  },
];

const BOILERPLATE = `<style amp-boilerplate>body{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both;animation:-amp-start 8s steps(1,end) 0s 1 normal both}@-webkit-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}</style><noscript><style amp-boilerplate>body{-webkit-animation:none;animation:none}</style></noscript>`;

const CUSTOM_RULES = [
  "body{font:400 17px/1.55 Roboto,Helvetica,sans-serif;color:#14202b;background:#fff;margin:0}",
  ".tw-bar{display:flex;height:52px;align-items:center;background:#006d77;color:#fff;padding:0 16px;position:sticky;top:0;z-index:99}",
  ".tw-chan{display:flex;overflow-x:auto;gap:18px;padding:12px 16px;border-bottom:1px solid #dde5e8}",
  ".tw-chan a{color:#006d77;text-decoration:none;font-weight:500;white-space:nowrap}",
  ".tw-art{max-width:680px;margin:0 auto;padding:0 16px}",
  ".tw-art h1{font-size:30px;line-height:1.2;margin:20px 0 12px}",
  ".tw-meta{font-size:13px;color:#5a6b75;display:flex;gap:10px;flex-wrap:wrap}",
  ".tw-cap{font-size:13px;color:#5a6b75;margin:6px 0 18px}",
  ".tw-promo{border:2px solid #83c5be;border-radius:12px;padding:16px;margin:24px 0;background:#edf6f9}",
  ".tw-ad{background:#f4f4f4;text-align:center;margin:24px -16px;padding:12px 0}",
  ".tw-ad small{display:block;color:#999;letter-spacing:.08em;font-size:10px}",
  ".tw-card{display:flex;gap:12px;border-bottom:1px solid #dde5e8;padding:14px 0}",
  ".tw-card h3{font-size:16px;line-height:1.3;margin:0}",
  ".tw-card p{font-size:13px;color:#5a6b75;margin:4px 0 0}",
  ".tw-share{display:flex;gap:10px;margin:18px 0}",
  ".tw-foot{background:#14202b;color:#b8c4cc;padding:28px 16px;font-size:13px}",
  "amp-social-share{border-radius:50%;background-size:20px}",
  "amp-consent{background:rgba(0,0,0,.55)}.tw-sheet{background:#fff;border-radius:16px 16px 0 0;padding:22px;position:absolute;bottom:0;left:0;right:0}",
];

const COMPONENTS = [
  "amp-ad",
  "amp-analytics",
  "amp-consent",
  "amp-sidebar",
  "amp-social-share",
  "amp-form",
  "amp-next-page",
  "amp-geo",
  "amp-sticky-ad",
];

function head(page: ArticlePage): string {
  const { url, story } = page;
  const data = {
    "@context": "http://schema.org",
    "@type": "NewsArticle",
    mainEntityOfPage: url,
    headline: story.headline,
    datePublished: story.published,
    dateModified: story.modified ?? story.published,
    description: leadOf(story),
    author:
      story.authors.length === 0
        ? { "@type": "Organization", name: story.credit ?? "Tidewire" }
        : story.authors.map(({ name }) => ({ "@type": "Person", name })),
    publisher: {
      "@type": "Organization",
      name: "Tidewire",
      logo: { "@type": "ImageObject", url: `http://${HOST}/logo.png`, width: 600, height: 60 },
    },
    image: [`http://${HOST}/img/card-1200x675.jpg`],
  };
  return `<head><meta charset="utf-8"><script async src="http://cdn.tidewire.example/v0.js"></script>
<title>${escapeHtml(story.headline)} - Tidewire</title><link rel="canonical" href="${url}">
<meta name="viewport" content="width=device-width,minimum-scale=1,initial-scale=1">
${each(COMPONENTS, (name) => `<script async custom-element="${name}" src="http://cdn.tidewire.example/v0/${name}-0.1.js"></script>`)}
${jsonLd(data)}
${BOILERPLATE}<style amp-custom>${CUSTOM_RULES.join("")}</style></head>`;
}

function topOfPage(): string {
  const links = each(
    CHANNELS,
    (name) => `<li><a href="/${slug(name)}/" on="tap:sidebar.close">${name}</a></li>`,
  );
  return `<amp-geo layout="nodisplay"><script type="application/json">{"ISOCountryGroups":{"ask":["nv","cw","vl","preset-eea"]}}</script></amp-geo>
<amp-consent id="consent" layout="nodisplay"><script type="application/json">{"consentInstanceId":"tidewire-tcf","consentRequired":"remote","checkConsentHref":"/api/consent","promptUI":"consent-ui","geoOverride":{"ask":{"consentRequired":true}}}</script><div id="consent-ui" class="tw-sheet"><h3>Before you dive in</h3><p>Tidewire and 61 vendors would like to use cookies and device identifiers to pick stories, count visits and show ads that are less boring than average.</p><button on="tap:consent.accept">Fine by me</button><button on="tap:consent.reject">Rather not</button></div></amp-consent>
<amp-sidebar id="sidebar" layout="nodisplay" side="left"><ul><li><a href="/">Home</a></li>${links}<li><a href="/app/">Get the app</a></li></ul></amp-sidebar>
<header class="tw-bar"><div role="button" tabindex="0" on="tap:sidebar.toggle">&#9776;</div><a href="/" aria-label="Tidewire"><amp-img src="/img/logo-white.svg" width="120" height="24" alt="Tidewire"></amp-img></a><a href="/search/">&#128269;</a></header>
<nav class="tw-chan">${each(CHANNELS, (name) => `<a href="/${slug(name)}/">${name}</a>`)}</nav>`;
}

function adSlot(slot: string): string {
  return `<div class="tw-ad"><small>ADVERTISEMENT</small><amp-ad width="300" height="250" type="tideads" data-slot="/4410/tw/${slot}" data-multi-size="336x280,300x50" json='{"targeting":{"site":"tidewire","amp":"1"}}' rtc-config='{"vendors":{"bids":{"TAG_ID":"${slot}"}},"timeoutMillis":750}'><div placeholder></div><div fallback></div></amp-ad></div>`;
}

function bodyBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${inline(block.text)}</p>`;
    case "subheading":
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case "pull-quote":
      return `<blockquote class="tw-q">${escapeHtml(block.text)}</blockquote>`;
    case "figure":
      return `<figure class="tw-fig"><amp-img src="${block.figure.image}" srcset="${block.figure.image} 1200w, ${block.figure.image}?s=m 640w" width="1200" height="675" layout="responsive" alt="${escapeHtml(block.figure.caption)}"><noscript><img src="${block.figure.image}" width="1200" height="675" alt=""></noscript></amp-img><figcaption class="tw-cap">${escapeHtml(block.figure.caption)} <span class="tw-credit">${escapeHtml(block.figure.credit ?? "")}</span></figcaption></figure>`;
    default:
      return block satisfies never;
  }
}

const APP_PROMO = `<div class="tw-promo"><h4>News goes in, nonsense stays out</h4><p>Download the Tidewire app for alerts that know when you are asleep. Rated 4.8 by people we do not pay.</p><a href="/app/?from=inline">Install</a></div>`;

/** After which blocks of the body an advertisement and the app promotion stand. */
const AD_AFTER = 2;
const APP_PROMO_AFTER = 4;

function article({ url, story }: ArticlePage): string {
  const { day, monthName, year, clock } = dateParts(story.published);
  const by =
    story.authors.length === 0 ? (story.credit ?? "") : story.authors.map(({ name }) => name).join(", ");
  const body = each(
    story.body,
    (block, index) =>
      bodyBlock(block) +
      (index === AD_AFTER ? adSlot("inline-1") : index === APP_PROMO_AFTER ? APP_PROMO : ""),
  );
  return `<article class="tw-art"><h1>${escapeHtml(story.headline)}</h1><div class="tw-meta"><span class="tw-by">${escapeHtml(by)}</span><time datetime="${story.published}">${day} ${monthName.slice(0, "Nov".length)} ${year}, ${clock}</time><span>2 min read</span></div>
<div class="tw-share">${each(["system", "email", "chatter", "link"], (type) => `<amp-social-share type="${type}" width="40" height="40" data-param-url="${url}" aria-label="Share by ${type}"></amp-social-share>`)}</div>
<div class="tw-body">
${body}
</div>
<p class="tw-more"><a href="${url}?full=1">Keep reading in the app</a></p>
<div class="tw-tags">${each(story.tags, (tag) => `<a href="/t/${slug(tag)}/">#${escapeHtml(tag.toLowerCase().replaceAll(" ", ""))}</a>`)}</div></article>`;
}

function endless(): string {
  return `${adSlot("below-article")}<section class="tw-art"><h2>Swimming your way</h2>${each(FEED_CARDS, ({ headline, path, summary }) => `<div class="tw-card"><amp-img src="/img/thumb${path}t.jpg" width="96" height="72" alt=""></amp-img><div><h3><a href="${path}">${escapeHtml(headline)}</a></h3><p>${escapeHtml(summary ?? "")}</p></div></div>`)}
<form class="tw-promo" method="post" action-xhr="/api/subscribe" target="_top"><h4>The Undertow</h4><p>One email on Sundays with everything you pretended to have read.</p><input type="email" name="email" required><input type="submit" value="Pull me under"></form></section>`;
}

function renderArticle(page: ArticlePage): string {
  return `<!doctype html>
<html amp lang="en">${head(page)}
<body>${topOfPage()}
${adSlot("top")}
<main>${article(page)}
${endless()}</main>
<footer class="tw-foot"><ul>${each(["About", "Sources", "Vendors", "Terms", "Privacy", "Do not sell my clicks", "Contact"], (name) => `<li><a href="/legal/${slug(name)}/">${name}</a></li>`)}</ul><p>Tidewire gathers headlines from licensed agencies and the odd gull. &copy; 2026 Tidewire Mobile</p></footer>
<amp-sticky-ad layout="nodisplay"><amp-ad width="320" height="50" type="tideads" data-slot="/4410/tw/sticky"></amp-ad></amp-sticky-ad>
<amp-analytics type="tidemetrics"><script type="application/json">{"vars":{"account":"TW-771-2"},"triggers":{"view":{"on":"visible","request":"pageview"},"scroll":{"on":"scroll","scrollSpec":{"verticalBoundaries":[25,50,75,100]},"request":"event"},"tap":{"on":"click","selector":".tw-card a","request":"event"}}}</script></amp-analytics></body></html>`;
}

export const TIDEWIRE: Outlet = {
  host: HOST,
  name: "Tidewire",
  contentType: "text/html;charset=utf-8",
  robotsTxt: "User-agent: *\nDisallow: /api/\n",
  renderArticle,
  furniture: [
    "Tidewire and 61 vendors would like to use cookies",
    "News goes in, nonsense stays out",
    "Keep reading in the app",
    "This dog has ridden every tram in Ostrand",
    "One email on Sundays with everything you pretended to have read",
    "Tidewire gathers headlines from licensed agencies",
  ],
};
