/*
 * A regional weekly on another CMS: regions, blocks and fields as classes, OpenGraph, dates in `<time>` and
 * in RDFa-like attributes, no JSON-LD.
 */
import { dateParts } from "../dates.ts";
import { each, escapeHtml, inline, plain, slug } from "../html.ts";
import type { ArticlePage, Block, Story } from "../story.ts";
import { leadOf } from "../story.ts";
import type { Outlet, Teaser } from "./outlet.ts";

const HOST = "coast-observer.example";
const MENU = [
  "Coast",
  "Towns",
  "Fishing",
  "Farming",
  "Arts",
  "Food",
  "Walks",
  "Letters",
  "Briefing",
  "What's On",
];
const UTILITY_MENU = ["About", "Stockists", "Advertise", "Events", "Shop", "Log in"];
const TOWNS = [
  "Kestrel Bay",
  "Quill Sands",
  "Lorne Sound",
  "Ambrymouth",
  "Skerrow",
  "Netherpool",
  "Gannet Point",
  "Tarn Cross",
];

const MORE: readonly Teaser[] = [
  {
    headline: "Meet the woman who knits for sailors' dogs",
    path: "/stories/knits-for-dogs",
    summary: "Orders come from three oceans, and one of them was a complaint.",
  },
  {
    headline: "Is this the worst roundabout on the coast?",
    path: "/stories/worst-roundabout",
    summary: "Readers nominate; the highways department declines to attend.",
  },
  {
    headline: "Netherpool's oyster beds reopen after five years",
    path: "/stories/netherpool-oysters",
    summary: "The first dozen went to the inspector.",
  },
  {
    headline: "A walk with mud in it: Gannet Point to the Ferry Inn",
    path: "/walks/gannet-point-ferry-inn",
    summary: "Four miles, two stiles, one bull of uncertain temper.",
  },
  {
    headline: "The last net loft is now a very small theatre",
    path: "/arts/net-loft-theatre",
    summary: "Twenty seats, and the hero must duck.",
  },
  {
    headline: "Readers' pictures: that sunset, again",
    path: "/galleries/that-sunset",
    summary: "Three hundred of you sent the same one.",
  },
];

const EVENTS: ReadonlyArray<readonly [when: string, what: string]> = [
  ["Sat 14 Nov", "Wreath-making in the Methodist hall, Quill Sands"],
  ["Sun 15 Nov", "Sea shanty breakfast, Ferry Inn"],
  ["Tue 17 Nov", "Talk: two centuries of harbour dredging (with slides)"],
  ["Thu 19 Nov", "Repair café, bring your own toaster"],
  ["Sat 21 Nov", "Lantern swim, Gannet Point, weather permitting"],
];

function head({ url, story }: ArticlePage): string {
  const title = escapeHtml(story.headline);
  const description = plain(story.standfirst ?? leadOf(story));
  return `<head>
<meta charset="utf-8" />
<meta name="description" content="${description}" />
<link rel="canonical" href="${url}" />
<link rel="shortlink" href="http://${HOST}/node/${story.headline.length * 97}" />
<meta name="rights" content="Coast Observer Co-operative" />
<meta property="og:site_name" content="Coast Observer" />
<meta property="og:type" content="article" />
<meta property="og:url" content="${url}" />
<meta property="og:title" content="${title}" />
<meta property="og:description" content="${description}" />
<meta property="og:image" content="http://${HOST}/sites/default/files/styles/social/public/default.jpg" />
<meta name="MobileOptimized" content="width" /><meta name="HandheldFriendly" content="true" />
<meta name="viewport" content="width=device-width, initial-scale=1.0" />
<title>${title} | Coast Observer</title>
<style media="all">${CSS}</style>
<script type="application/json" data-drupal-selector="drupal-settings-json">${SETTINGS}</script>
</head>`;
}

const CSS = [
  "html{font:17px/1.6 Palatino,'Book Antiqua',serif;color:#2a2a28;background:#f7f5ef}",
  "body{margin:0}.layout-container{max-width:1160px;margin:0 auto;padding:0 1rem}",
  ".visually-hidden{position:absolute!important;overflow:hidden;clip:rect(1px,1px,1px,1px);width:1px;height:1px}",
  ".region-header{display:flex;justify-content:space-between;align-items:center;border-bottom:3px solid #274c4f}",
  ".region-primary-menu ul{display:flex;flex-wrap:wrap;list-style:none;gap:1.25rem;padding:.5rem 0;margin:0}",
  ".layout-main{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,1fr);gap:3rem}",
  ".node__title{font-size:2.4rem;line-height:1.1;margin:1rem 0}",
  ".field--name-field-standfirst{font-size:1.2rem;font-style:italic;color:#4d5a55}",
  ".field--name-body p{margin:0 0 1.1rem}.field--name-body h2{font-size:1.25rem;margin:2rem 0 .5rem}",
  ".media--type-image figcaption{font-size:.8rem;color:#6c6f66;border-left:3px solid #c9b458;padding-left:.5rem}",
  ".block{margin:0 0 2rem}.block__title{font-size:1rem;text-transform:uppercase;letter-spacing:.06em;color:#274c4f}",
  ".views-row{border-bottom:1px dotted #b9b6a8;padding:.6rem 0}.views-row p{font-size:.85rem;margin:.2rem 0}",
  ".membership{background:#274c4f;color:#fff;padding:1.5rem;border-radius:4px}.membership a{color:#f2dd8c}",
  ".eu-cookie{position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:3px solid #c9b458;padding:1rem 2rem}",
  ".region-footer{background:#1e2b2c;color:#ccd4cf;padding:2rem;font-size:.85rem}",
].join("");

const SETTINGS = JSON.stringify({
  path: {
    baseUrl: "/",
    pathPrefix: "",
    currentPath: "node/4811",
    currentPathIsAdmin: false,
    isFront: false,
    currentLanguage: "en-gb",
  },
  pluralDelimiter: "\u0003",
  eu_cookie_compliance: {
    popup_enabled: true,
    popup_agreed_enabled: false,
    popup_delay: 1000,
    popup_position: "bottom",
    method: "opt_in",
    allowed_cookies: ["session", "basket", "consent"],
  },
  statistics: { data: { nid: "4811" }, url: "/core/modules/statistics/statistics.php" },
  slick: {
    autoplay: false,
    arrows: true,
    dots: true,
    speed: 500,
    responsive: [{ breakpoint: 1024 }, { breakpoint: 640 }],
  },
  user: { uid: 0, permissionsHash: "5b4cdd1d4b8e46d0" },
});

function menuBlock(name: string, entries: readonly string[]): string {
  return `<nav role="navigation" aria-labelledby="block-${slug(name)}-menu" id="block-${slug(name)}" class="block block-menu navigation menu--${slug(name)}"><h2 class="visually-hidden" id="block-${slug(name)}-menu">${name}</h2><ul class="menu">${each(entries, (entry) => `<li class="menu-item"><a href="/${slug(entry)}" data-drupal-link-system-path="taxonomy/term/${entry.length * 13}">${escapeHtml(entry)}</a></li>`)}</ul></nav>`;
}

function teaserList(title: string, teasers: readonly Teaser[]): string {
  return `<div class="views-element-container block block-views block-views-block${slug(title)}-block-1"><h2 class="block__title">${escapeHtml(title)}</h2><div><div class="view view-${slug(title)} view-id-teasers view-display-id-block_1"><div class="view-content">${each(teasers, ({ headline, path, summary }) => `<div class="views-row"><div class="views-field views-field-title"><span class="field-content"><a href="${path}" hreflang="en-gb">${escapeHtml(headline)}</a></span></div><div class="views-field views-field-field-summary"><p class="field-content">${escapeHtml(summary ?? "")}</p></div></div>`)}</div><div class="more-link"><a href="/all">See all</a></div></div></div></div>`;
}

function bodyBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${inline(block.text)}</p>`;
    case "subheading":
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case "pull-quote":
      return `<blockquote><p>${escapeHtml(block.text)}</p></blockquote>`;
    case "figure":
      return `<article class="media media--type-image media--view-mode-full"><figure><div class="field field--name-field-media-image field--type-image field--label-visually_hidden"><div class="field__label visually-hidden">Image</div><div class="field__item"><img loading="lazy" src="${block.figure.image}?itok=Xy81Qa2f" width="1200" height="800" alt="" typeof="foaf:Image" class="image-style-wide" /></div></div><figcaption>${escapeHtml(block.figure.caption)} <span class="credit">${escapeHtml(block.figure.credit ?? "")}</span></figcaption></figure></article>`;
    default:
      return block satisfies never;
  }
}

function authorBlock(story: Story): string {
  const bios = story.authors.flatMap(({ name, bio }) =>
    bio === undefined
      ? []
      : [
          `<div class="views-row author-teaser"><h3><a href="/people/${slug(name)}">${escapeHtml(name)}</a></h3><p>${escapeHtml(bio)}</p></div>`,
        ],
  );
  return bios.length === 0
    ? ""
    : `<div class="block block-author"><h2 class="block__title">About the writer</h2>${bios.join("")}</div>`;
}

function node({ url, story }: ArticlePage): string {
  const { weekday, day, monthName, year, clock } = dateParts(story.published);
  const names = story.authors
    .map(
      ({ name }) =>
        `<a href="/people/${slug(name)}" class="username" property="schema:name">${escapeHtml(name)}</a>`,
    )
    .join(", ");
  return `<article role="article" about="${new URL(url).pathname}" typeof="schema:NewsArticle" class="node node--type-story node--promoted node--view-mode-full">
<div class="field field--name-field-section field--type-entity-reference"><a href="/${slug(story.section)}">${escapeHtml(story.section)}</a></div>
<h1 class="node__title page-title"><span property="schema:headline" class="field field--name-title field--type-string">${escapeHtml(story.headline)}</span></h1>
<div class="field field--name-field-standfirst field--type-text-long field__item">${escapeHtml(story.standfirst ?? "")}</div>
<footer class="node__meta"><div class="node__submitted">Words by <span rel="schema:author">${names}</span> <span property="schema:datePublished" content="${story.published}"><time datetime="${story.published}">${weekday} ${day} ${monthName} ${year}, ${clock}</time></span></div></footer>
<div class="node__content clearfix"><div property="schema:text" class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">
${each(story.body, bodyBlock)}
</div>
<div class="field field--name-field-tags field--type-entity-reference field--label-inline clearfix"><h3 class="field__label inline">Tags</h3><ul class="links field__items">${each(story.tags, (tag) => `<li><a href="/tags/${slug(tag)}" property="schema:about" hreflang="en-gb">${escapeHtml(tag)}</a></li>`)}</ul></div>
<ul class="links inline social-sharing"><li><a href="/forward/${slug(story.headline)}">Email this</a></li><li><a href="/print/${slug(story.headline)}">Printer-friendly version</a></li><li><a href="/login?destination=comments">Log in to post comments</a></li></ul></div></article>`;
}

const MEMBERSHIP = `<div class="block block-block-content membership"><h2 class="block__title">Own a piece of your paper</h2><p>The Observer belongs to 2,908 members. A share costs twelve crowns, and with it comes a vote, a tote bag and the right to grumble at the annual meeting.</p><p><a href="/join">Become a member</a></p></div>`;

function sidebar(): string {
  return `<aside class="layout-sidebar-second" role="complementary"><div class="region region-sidebar-second">
<div class="block block-simplenews"><h2 class="block__title">Morning Tide by email</h2><p>Six days a week, never longer than a boiled egg. Your address stays in our drawer.</p><form><label>Email</label><input type="email" class="form-email" /><input type="submit" value="Subscribe" class="button form-submit" /></form></div>
${teaserList("Most read", MORE)}
<div class="block block-views-events"><h2 class="block__title">What's on</h2><ul>${each(EVENTS, ([when, what]) => `<li><span class="date-display-single">${when}</span> <a href="/events/${slug(what)}">${escapeHtml(what)}</a></li>`)}</ul></div>
<div class="block block-ad"><span class="ad-label">Advertisement</span><a href="http://ads.example/pilchard"><img src="http://ads.example/pilchard.webp" alt="Pilchard &amp; Sons, chandlers: rope by the yard, gossip free" /></a></div></div></aside>`;
}

function renderArticle(page: ArticlePage): string {
  return `<!DOCTYPE html>
<html lang="en-GB" dir="ltr" prefix="content: http://purl.example/rss/content schema: http://schema.example/ og: http://ogp.example/ns">
${head(page)}
<body class="layout-two-columns page-node path-node node--type-story">
<a href="#main-content" class="visually-hidden focusable skip-link">Skip to main content</a>
<div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><div class="layout-container">
<header role="banner"><div class="region region-header"><div class="site-logo"><a href="/" rel="home"><img src="/themes/observer/logo.svg" alt="Coast Observer" /></a></div>${menuBlock("Utility", UTILITY_MENU)}</div><div class="region region-primary-menu">${menuBlock("Main navigation", MENU)}${menuBlock("Towns", TOWNS)}</div></header>
<div class="region region-breadcrumb"><nav class="breadcrumb" aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/${slug(page.story.section)}">${escapeHtml(page.story.section)}</a></li></ol></nav></div>
<div class="layout-main"><main role="main"><a id="main-content" tabindex="-1"></a><div class="region region-content">${node(page)}</div>${authorBlock(page.story)}${MEMBERSHIP}${teaserList("You may have missed", [...MORE].reverse())}</main>
${sidebar()}</div>
<footer role="contentinfo"><div class="region region-footer">${menuBlock("Footer", [...UTILITY_MENU, "Privacy", "Cookies", "Complaints", "Accessibility"])}${menuBlock("Find us", TOWNS)}<p>Coast Observer Co-operative Limited, The Old Ice House, Quill Sands. Printed on a press called Margaret.</p></div></footer></div></div>
<div class="eu-cookie" role="alertdialog"><h2>Biscuits on board</h2><p>By clicking any link on this page you are giving your consent for us to set cookies. We promise they are plain ones.</p><button>OK, I agree</button><button>More info</button></div>
<script src="/sites/default/files/js/js_9aYtP.js"></script></body></html>`;
}

export const COAST_OBSERVER: Outlet = {
  host: HOST,
  name: "Coast Observer",
  contentType: "text/html; charset=UTF-8",
  robotsTxt: "User-agent: *\nCrawl-delay: 1\nDisallow: /core/\nDisallow: /print/\nDisallow: /login\n",
  renderArticle,
  furniture: [
    "By clicking any link on this page you are giving your consent",
    "Is this the worst roundabout on the coast?",
    "Own a piece of your paper",
    "Six days a week, never longer than a boiled egg",
    "Log in to post comments",
    "Repair café, bring your own toaster",
    "Printed on a press called Margaret",
  ],
};
