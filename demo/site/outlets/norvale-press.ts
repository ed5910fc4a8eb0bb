/*
 * The agency's own site: a server-rendered React page with hashed CSS-module classes, JSON-LD, OpenGraph, a
 * share bar, a newsletter box in the middle of the story and licensing furniture behind it.
 */
import { dateParts } from "../dates.ts";
import { each, escapeHtml, inline, jsonLd, plain, slug } from "../html.ts";
import type { ArticlePage, Block, Story } from "../story.ts";
import { leadOf } from "../story.ts";
import { NORVALE_CSS, NORVALE_SCRIPTS } from "./norvale-press-assets.ts";
import type { Outlet, Teaser } from "./outlet.ts";

const HOST = "norvale-press.example";
const SECTIONS = [
  "World",
  "Business",
  "Markets",
  "Environment",
  "Shipping",
  "Sport",
  "Pictures",
  "Fact Desk",
];
const WORLD_MENU = [
  "Islands",
  "Mainland",
  "Northern Reach",
  "The Strait",
  "Elections",
  "Courts",
  "Health",
  "Labor",
];
const BUSINESS_MENU = [
  "Commodities",
  "Energy",
  "Fisheries",
  "Freight",
  "Retail",
  "Insurance",
  "Farming",
  "Technology",
];

const READ_NEXT: readonly Teaser[] = [
  {
    headline: "Island bakers ask for early release of flour reserve",
    path: "/world/island-bakers-flour-reserve-2026-11-11/",
  },
  {
    headline: "Ostrand tram drivers vote on Sunday pay offer",
    path: "/world/ostrand-tram-pay-offer-2026-11-10/",
  },
  {
    headline: "Exclusive: Ferry regulator kept second stability report in drawer",
    path: "/business/ferry-stability-report-2026-11-09/",
  },
  {
    headline: "Record kelp harvest leaves dryers short of sheds",
    path: "/environment/kelp-harvest-sheds-2026-11-08/",
  },
  {
    headline: "Court clears Skerrow mayor in lighthouse auction case",
    path: "/world/skerrow-lighthouse-auction-2026-11-07/",
  },
  {
    headline: "Explainer: Why the Strait's winter tides are getting higher",
    path: "/environment/strait-winter-tides-2026-11-06/",
  },
];

const FOOTER_COLUMNS: ReadonlyArray<readonly [string, readonly string[]]> = [
  ["Latest", ["Home", "Front desk", "Timeline", "Corrections", "Archive"]],
  ["Media", ["Videos", "Pictures", "Graphics", "Podcasts"]],
  ["Browse", SECTIONS],
  ["About NPA", ["About us", "Careers", "News offices", "Brand attribution", "Editorial code", "Leadership"]],
  ["Stay informed", ["Download the app", "Newsletters", "Subscribe to the wire", "Feeds"]],
  [
    "Information you can lean on",
    ["NPA Connect", "NPA Pictures Desk", "NPA Data", "Crop Monitor", "Port Watch"],
  ],
];

function linkedData({ url, story }: ArticlePage): string {
  return jsonLd({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    mainEntityOfPage: { "@type": "WebPage", "@id": url },
    headline: story.headline,
    url,
    description: leadOf(story),
    datePublished: story.published,
    dateModified: story.modified ?? story.published,
    inLanguage: "en",
    articleSection: [story.section],
    keywords: story.tags,
    isAccessibleForFree: true,
    author: story.authors.map(({ name }) => ({
      "@type": "Person",
      name,
      url: `http://${HOST}/authors/${slug(name)}/`,
    })),
    publisher: {
      "@type": "NewsMediaOrganization",
      name: "Norvale Press Agency",
      logo: { "@type": "ImageObject", url: `http://${HOST}/static/logo-512.png`, width: 512, height: 512 },
    },
  });
}

function head(page: ArticlePage): string {
  const { url, story } = page;
  const title = escapeHtml(story.headline);
  const description = plain(leadOf(story));
  return `<head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${title} | NPA</title>
<meta name="description" content="${description}"/>
<meta property="og:type" content="article"/><meta property="og:site_name" content="Norvale Press Agency"/>
<meta property="og:title" content="${title}"/><meta property="og:description" content="${description}"/>
<meta property="og:url" content="${url}"/><meta property="og:image" content="http://${HOST}/media/share-1200.jpg"/>
<meta property="og:locale" content="en_US"/>
<meta property="article:published_time" content="${story.published}"/><meta property="article:modified_time" content="${story.modified ?? story.published}"/>
<meta name="twitter:card" content="summary_large_image"/><meta name="twitter:title" content="${title}"/>
<link rel="canonical" href="${url}"/><link rel="alternate" type="application/atom+xml" title="NPA latest" href="/feed.atom"/>
${linkedData(page)}
<style>${NORVALE_CSS}</style>
<script>${NORVALE_SCRIPTS.dataLayer}</script></head>`;
}

function menuColumn(title: string, entries: readonly string[]): string {
  const items = each(
    entries,
    (entry) =>
      `<li class="MegaMenu_item__qT81x"><a class="Text_small__W1nBb Link_plain__L2mmC" data-testid="MenuLink" href="/${slug(title)}/${slug(entry)}/">${escapeHtml(entry)}</a></li>`,
  );
  return `<div class="MegaMenu_column__8vHdz"><a class="MegaMenu_title__fR0kQ" href="/${slug(title)}/">Browse ${escapeHtml(title)}</a><ul class="MegaMenu_list__PnY3j">${items}</ul></div>`;
}

function siteHeader(): string {
  const bar = each(
    SECTIONS,
    (name) =>
      `<li class="NavBar_entry__u7cRo"><a data-testid="NavBarLink" class="NavBar_link__Ee2sD" href="/${slug(name)}/">${escapeHtml(name)}</a></li>`,
  );
  return `<div id="consent-root" class="Consent_sheet__zK9aP" role="dialog" aria-label="Privacy"><div class="Consent_text__x0PqU"><p>We and our 214 partners store and read information on your device. You may accept, or manage your choices at any time through the link in the footer.</p></div><div class="Consent_actions__Jt6vM"><button type="button">Manage choices</button><button type="button">Accept all</button></div></div>
<header class="SiteHeader_root__5JcTa" data-testid="SiteHeader"><a class="SkipLink_root__nB3f" href="#main-content">Skip to main content</a>
<div class="SiteHeader_logo__Dk10e"><a href="/" aria-label="NPA home"><svg viewBox="0 0 120 32" width="120" height="32" aria-hidden="true"><path d="M4 28V4h4l12 17V4h4v24h-4L8 11v17zM32 28V4h10a7 7 0 010 14h-6v10zm4-14h6a3 3 0 000-6h-6zM54 28L64 4h4l10 24h-4l-2.4-6H60.4L58 28zm8-10h8l-4-10z"></path></svg></a></div>
<nav aria-label="Main navigation"><ul class="NavBar_root__f3XzW">${bar}</ul><div class="MegaMenu_root__hd6Uc" hidden>${menuColumn("World", WORLD_MENU)}${menuColumn("Business", BUSINESS_MENU)}</div></nav>
<div class="SiteHeader_actions__Pz4xY"><a href="/my-view/">My view</a><a href="/account/sign-in/">Sign in</a><a class="Button_primary__t8" href="/account/register/">Register</a></div></header>`;
}

function byline(story: Story): string {
  const { monthName, day, year, clockUs } = dateParts(story.published);
  const names = story.authors.map(
    ({ name }) =>
      `<a rel="author" class="Link_plain__L2mmC" href="/authors/${slug(name)}/">${escapeHtml(name)}</a>`,
  );
  return `<div class="ArticleHeader_info__a9Fv2"><div class="ArticleHeader_author__kQ3Lb" data-testid="AuthorByline">By ${names.join(" and ")}</div>
<time datetime="${story.published}" data-testid="Body"><span class="date_line__A1">${monthName} ${day}, ${year}</span><span class="date_line__A1">${clockUs} GMT+1</span><span class="date_line__A1">Updated 4 hours ago</span></time></div>
<div class="Toolbar_root__Rk2d9" role="toolbar" aria-label="Article tools"><button aria-label="Save">Save</button><button aria-label="Text size">Aa</button><button aria-label="Share">Share</button><a href="mailto:?subject=NPA">Email</a><a href="/licensing/?ref=toolbar">Purchase licensing rights</a></div>`;
}

function bodyBlock(block: Block, index: number): string {
  switch (block.kind) {
    case "paragraph":
      return `<p data-testid="paragraph-${index}" class="Text_text__T3kPw Text_dark-grey__B5x ArticleBody_paragraph__cVr4W">${inline(block.text, ' class="Link_underline__9kq" data-testid="Link"')}</p>`;
    case "subheading":
      return `<h2 class="ArticleBody_heading__s2Q">${escapeHtml(block.text)}</h2>`;
    case "pull-quote":
      return `<blockquote class="PullQuote_root__m1">${escapeHtml(block.text)}</blockquote>`;
    case "figure":
      return `<figure class="PrimaryGallery_figure__wE7r"><div class="PrimaryGallery_placeholder__1"><img alt="${escapeHtml(block.figure.caption)}" src="${block.figure.image}" srcset="${block.figure.image}?w=480 480w, ${block.figure.image}?w=960 960w, ${block.figure.image}?w=1920 1920w" sizes="(min-width: 1024px) 740px, 100vw"/></div><figcaption class="Gallery_caption__Zr5"><p class="Text_text__T3kPw Text_x-small__2">${escapeHtml(block.figure.caption)} ${escapeHtml(block.figure.credit ?? "")} <a class="Link_underline__9kq" href="/licensing/?ref=caption">Purchase Licensing Rights</a></p></figcaption></figure>`;
    default:
      return block satisfies never;
  }
}

const NEWSLETTER = `<div class="NewsletterPromo_root__h0W" data-testid="PromoBox"><p class="NewsletterPromo_copy__4">Sign up for the NPA Morning Wire and get the day's dispatches in your inbox before your coffee. <a href="/newsletters/morning-wire/">Sign up here.</a></p></div>`;
const AD_SLOT = `<div class="AdSlot_container__u3" data-testid="ResponsiveAdSlot"><div class="AdSlot_label__x">Advertisement · Scroll to continue</div><div id="dfp-mid" data-ad-unit="/9021/npa/article/mid" data-sizes="[[300,250],[728,90]]"></div></div>`;

/** After which blocks of the body the newsletter box and the advertisement stand. */
const PROMO_AFTER = 3;
const AD_AFTER = 6;

function articleBody(story: Story): string {
  return each(story.body, (block, index) => {
    const after = index === PROMO_AFTER ? NEWSLETTER : index === AD_AFTER ? AD_SLOT : "";
    return bodyBlock(block, index) + after;
  });
}

function belowStory(story: Story): string {
  const tags = each(
    story.tags,
    (tag) => `<li><a class="Tag_root__6" href="/tags/${slug(tag)}/">${escapeHtml(tag)}</a></li>`,
  );
  return `<p class="Standards_root__k4" data-testid="Standards">Our Standards: <a href="/about/standards/">The NPA Code of Practice.</a></p>
<div class="Topics_root__1"><span>Suggested topics:</span><ul>${tags}</ul></div>
<div class="Licensing_root__8Wq"><a href="/licensing/">Purchase Licensing Rights</a></div>
${each(story.authors, ({ name }) => `<div class="AuthorBio_root__Tn5"><img src="/authors/${slug(name)}.jpg" alt="" width="72" height="72"/><div><a href="/authors/${slug(name)}/">${escapeHtml(name)}</a><p class="AuthorBio_title__g">Norvale Press Agency</p><p class="AuthorBio_bio__0">Reports for NPA from the coast and the capital. Tips can be sent in confidence to the news desk.</p></div></div>`)}`;
}

function readNext(): string {
  const cards = each(
    READ_NEXT,
    ({ headline, path }) =>
      `<li class="StoryCollection_story__2Kd"><div class="MediaStoryCard_body__Vh"><span class="MediaStoryCard_category__3">category</span><h3 data-testid="Heading" class="Heading_h6__7"><a data-testid="TitleLink" href="${path}">${escapeHtml(headline)}</a></h3><time class="MediaStoryCard_time__B" datetime="2026-11-11">November 11, 2026</time></div></li>`,
  );
  return `<section class="ReadNext_root__Q" aria-label="Read next"><h2>Read Next</h2><ul class="StoryCollection_root__m">${cards}</ul></section>
<aside class="Sponsored_root__w"><h2>Sponsored Content</h2><ul><li><a href="http://ads.example/r/1">Seven boots that do not mind mud</a></li><li><a href="http://ads.example/r/2">Retired at fifty: the barge couple's simple trick</a></li><li><a href="http://ads.example/r/3">Doctors baffled by cheap hearing horn</a></li></ul></aside>`;
}

function siteFooter(): string {
  const columns = each(
    FOOTER_COLUMNS,
    ([title, entries]) =>
      `<section class="Footer_column__9"><h2 class="Footer_title__z">${escapeHtml(title)}</h2><ul>${each(entries, (entry) => `<li><a class="Footer_link__e5" href="/${slug(title)}/${slug(entry)}/">${escapeHtml(entry)}</a></li>`)}</ul></section>`,
  );
  return `<footer class="SiteFooter_root__bW"><div class="Footer_columns__0">${columns}</div><p class="Footer_about__r">Norvale Press Agency, founded in a telegraph office in 1888, supplies news to 340 papers, stations and sites in eleven countries, and to anyone who asks politely.</p><p class="Footer_legal__1">All quotes delayed a minimum of 15 minutes. © 2026 NPA. All rights reserved</p></footer>`;
}

function renderArticle(page: ArticlePage): string {
  const { story } = page;
  return `<!DOCTYPE html>
<html lang="en">${head(page)}
<body class="body"><div id="app-root">${siteHeader()}
<main id="main-content" class="Layout_main__S3"><article class="Article_root__Xx1" data-testid="Article"><div class="ArticleHeader_heading__5gG"><div class="ArticleHeader_tags__p"><a href="/${slug(story.section)}/">${escapeHtml(story.section)}</a></div><h1 data-testid="Heading" class="Heading_h1__2">${escapeHtml(story.headline)}</h1>${byline(story)}</div>
<div class="ArticleBody_content__hG7">
${articleBody(story)}
${belowStory(story)}
</div></article>${readNext()}</main>${siteFooter()}</div>
<script>${NORVALE_SCRIPTS.appState}</script><script src="/static/app.3f1c9.js" defer></script></body></html>`;
}

export const NORVALE_PRESS: Outlet = {
  host: HOST,
  name: "Norvale Press Agency",
  contentType: "text/html; charset=utf-8",
  robotsTxt:
    "User-agent: *\nDisallow: /account/\nDisallow: /licensing/\nSitemap: http://norvale-press.example/news-sitemap.xml\n",
  renderArticle,
  furniture: [
    "We and our 214 partners store and read information",
    "Sign up for the NPA Morning Wire",
    "Our Standards: The NPA Code of Practice",
    "Purchase Licensing Rights",
    "Island bakers ask for early release of flour reserve",
    "Retired at fifty: the barge couple's simple trick",
    "All quotes delayed a minimum of 15 minutes",
  ],
};
