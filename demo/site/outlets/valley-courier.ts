/*
 * A local American daily on a classic CMS: theme and plug-in classes, OpenGraph and a JSON-LD graph by an SEO
 * plug-in, sharing buttons, related posts, a comment thread, sidebar widgets. Some pages load a second,
 * unrelated story behind the first, in the same document.
 */
import { dateParts } from "../dates.ts";
import { each, escapeHtml, inline, jsonLd, plain, slug } from "../html.ts";
import type { ArticlePage, Block, Comment, Story } from "../story.ts";
import { leadOf } from "../story.ts";
import type { Outlet, Teaser } from "./outlet.ts";
import { COURIER_CSS, COURIER_SCRIPT } from "./valley-courier-assets.ts";

const HOST = "valley-courier.example";
const SITE = `http://${HOST}`;
const MENU: ReadonlyArray<readonly [string, readonly string[]]> = [
  ["News", ["Local", "State", "Business", "Crime & Courts", "Schools", "Weather"]],
  ["Sports", ["Otters", "High School", "Outdoors", "Bowling Scores"]],
  ["Community", ["Calendar", "Weddings", "4-H", "Church Suppers", "Yard Sales"]],
  ["Opinion", ["Editorials", "Letters", "Cartoons", "Submit a Letter"]],
  ["Obituaries", ["Recent", "Place an Obituary"]],
  ["Classifieds", ["Jobs", "Farm Equipment", "Livestock", "Real Estate", "Legal Notices"]],
];

const RELATED: readonly Teaser[] = [
  {
    headline: "County fair board picks new date, old band",
    path: "/2026/11/10/fair-board-new-date/",
    summary: "November 10, 2026",
  },
  {
    headline: "Snowplow naming contest draws 1,400 puns",
    path: "/2026/11/09/snowplow-names/",
    summary: "November 9, 2026",
  },
  {
    headline: "Dunmore bridge to close overnight for deck repairs",
    path: "/2026/11/09/dunmore-bridge/",
    summary: "November 9, 2026",
  },
];

const SIDEBAR_LISTS: ReadonlyArray<readonly [title: string, headlines: readonly string[]]> = [
  [
    "Recent Posts",
    [
      "Diner reopens with the same stools",
      "School board tables the mascot question",
      "Hunter finds dog, dog finds hunter",
      "Co-op elects first new president since 1998",
      "Sewer vote set for January",
    ],
  ],
  [
    "Most Popular",
    [
      "Where to see the Leonid meteors this week",
      "Letter: The four-way stop is not a suggestion",
      "Police blotter: Goose refuses to leave bank",
      "Recipe: Mrs. Ostby's funeral potatoes",
      "Deer season opens with rain",
    ],
  ],
  [
    "Archives",
    [
      "November 2026",
      "October 2026",
      "September 2026",
      "August 2026",
      "July 2026",
      "June 2026",
      "May 2026",
      "April 2026",
    ],
  ],
];

function graph({ url, story }: ArticlePage): string {
  return jsonLd({
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "WebSite",
        "@id": `${SITE}/#website`,
        url: `${SITE}/`,
        name: "Valley Courier",
        inLanguage: "en-US",
        potentialAction: [{ "@type": "SearchAction", target: `${SITE}/?s={search_term_string}` }],
      },
      {
        "@type": "WebPage",
        "@id": `${url}#webpage`,
        url,
        name: `${story.headline} - Valley Courier`,
        isPartOf: { "@id": `${SITE}/#website` },
        datePublished: story.published,
        dateModified: story.modified ?? story.published,
      },
      {
        "@type": "BreadcrumbList",
        "@id": `${url}#breadcrumb`,
        itemListElement: [
          { "@type": "ListItem", position: 1, name: "Home", item: `${SITE}/` },
          { "@type": "ListItem", position: 2, name: story.section },
        ],
      },
      {
        "@type": "NewsArticle",
        "@id": `${url}#article`,
        isPartOf: { "@id": `${url}#webpage` },
        headline: story.headline,
        datePublished: story.published,
        dateModified: story.modified ?? story.published,
        author: story.authors.map(({ name }) => ({ "@type": "Person", name })),
        articleSection: [story.section],
        keywords: story.tags,
        commentCount: story.comments?.length ?? 0,
        publisher: { "@id": `${SITE}/#organization` },
      },
      {
        "@type": "NewsMediaOrganization",
        "@id": `${SITE}/#organization`,
        name: "Valley Courier",
        url: `${SITE}/`,
        foundingDate: "1891",
      },
    ],
  });
}

function head(page: ArticlePage): string {
  const { url, story } = page;
  const title = escapeHtml(story.headline);
  return `<head>
<meta charset="UTF-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<link rel="profile" href="http://gmpg.example/xfn/11" />
<title>${title} - Valley Courier</title>
<link rel="canonical" href="${url}" />
<meta property="og:locale" content="en_US" />
<meta property="og:type" content="article" />
<meta property="og:title" content="${title} - Valley Courier" />
<meta property="og:description" content="${plain(leadOf(story))} [&hellip;]" />
<meta property="og:url" content="${url}" />
<meta property="og:site_name" content="Valley Courier" />
<meta property="article:published_time" content="${story.published}" />
<meta property="article:modified_time" content="${story.modified ?? story.published}" />
<meta name="twitter:label1" content="Est. reading time" /><meta name="twitter:data1" content="3 minutes" />
${graph(page)}
<link rel="alternate" type="application/rss+xml" title="Valley Courier &raquo; Feed" href="${SITE}/feed/" />
<style id="global-styles-inline-css">${COURIER_CSS}</style>
<script>${COURIER_SCRIPT}</script>
<link rel="https://api.w.example/" href="${SITE}/wp-json/" /><link rel="EditURI" type="application/rsd+xml" title="RSD" href="${SITE}/xmlrpc.php?rsd" />
<meta name="generator" content="PressBarn 6.8.2" />
</head>`;
}

function masthead(): string {
  const items = each(
    MENU,
    ([name, entries], index) =>
      `<li id="menu-item-${4100 + index}" class="menu-item menu-item-type-taxonomy menu-item-object-category menu-item-has-children menu-item-${4100 + index}"><a href="${SITE}/category/${slug(name)}/">${name}</a><ul class="sub-menu">${each(entries, (entry) => `<li class="menu-item menu-item-type-taxonomy"><a href="${SITE}/category/${slug(name)}/${slug(entry)}/">${escapeHtml(entry)}</a></li>`)}</ul></li>`,
  );
  return `<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead" class="site-header"><div class="site-branding"><p class="site-title"><a href="${SITE}/" rel="home">Valley Courier</a></p><p class="site-description">Serving the Tamarack Valley and most of Dunmore since 1891</p></div>
<nav id="site-navigation" class="main-navigation" aria-label="Primary Menu"><button class="menu-toggle" aria-controls="primary-menu">Menu</button><ul id="primary-menu" class="menu nav-menu">${items}</ul></nav>
<div class="header-widgets"><a class="btn-subscribe" href="${SITE}/subscribe/">Subscribe</a> <a href="${SITE}/e-edition/">E-Edition</a> <a href="${SITE}/wp-login.php">Log In</a></div></header>
<div id="breaking-news-bar" class="bnb"><span class="bnb-label">Weather alert</span> <a href="${SITE}/category/news/weather/">Frost advisory for the upper valley until 9 a.m.</a></div>`;
}

function bodyBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${inline(block.text)}</p>`;
    case "subheading":
      return `<h3 class="wp-block-heading">${escapeHtml(block.text)}</h3>`;
    case "pull-quote":
      return `<blockquote class="wp-block-quote"><p>${escapeHtml(block.text)}</p></blockquote>`;
    case "figure":
      return `<div id="attachment_90122" style="width: 790px" class="wp-caption aligncenter"><img fetchpriority="high" decoding="async" aria-describedby="caption-attachment-90122" class="size-large wp-image-90122" src="${block.figure.image}" alt="" width="780" height="520" srcset="${block.figure.image} 780w, ${block.figure.image.replace(".jpg", "-300x200.jpg")} 300w" sizes="(max-width: 780px) 100vw, 780px" /><p id="caption-attachment-90122" class="wp-caption-text">${escapeHtml(block.figure.caption)} (${escapeHtml(block.figure.credit ?? "")})</p></div>`;
    default:
      return block satisfies never;
  }
}

const INLINE_PROMO = `<div class="code-block code-block-2 vc-inline-promo"><p><strong>Do you rely on the Courier?</strong> Subscribe today for less than a cup of gas-station coffee a week and get the Friday grain prices by text. <a href="${SITE}/subscribe/?src=inline">Start now</a>.</p></div>`;
const READ_MORE = `<div class="vc-read-more"><p><strong>READ MORE:</strong> <a href="${SITE}/2026/11/09/snowplow-names/">Snowplow naming contest draws 1,400 puns</a></p></div>`;

/** After which blocks of the body the promotion and the cross-reference stand. */
const PROMO_AFTER = 3;
const READ_MORE_AFTER = 6;

function entryContent(story: Story): string {
  return each(
    story.body,
    (block, index) =>
      bodyBlock(block) + (index === PROMO_AFTER ? INLINE_PROMO : index === READ_MORE_AFTER ? READ_MORE : ""),
  );
}

function sharing(url: string): string {
  const networks = ["Chatter", "FriendBook", "Email", "Print", "More"];
  return `<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social sd-social-icon-text sd-sharing"><h3 class="sd-title">Share this:</h3><div class="sd-content"><ul>${each(networks, (name) => `<li class="share-${slug(name)}"><a rel="nofollow noopener" data-shared="sharing-${slug(name)}" class="share-${slug(name)} sd-button share-icon" href="${url}?share=${slug(name)}" target="_blank" title="Click to share on ${name}"><span>${name}</span></a></li>`)}<li class="share-end"></li></ul></div></div></div>
<div class="sharedaddy sd-block sd-like jetpack-likes-widget-wrapper"><h3 class="sd-title">Like this:</h3><div class="likes-widget-placeholder"><span class="button"><span>Like</span></span> <span class="loading">Loading...</span></div></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><div class="jp-relatedposts-items">${each(RELATED, ({ headline, path, summary }) => `<div class="jp-relatedposts-post"><h4 class="jp-relatedposts-post-title"><a href="${SITE}${path}">${escapeHtml(headline)}</a></h4><p class="jp-relatedposts-post-date">${summary ?? ""}</p><p class="jp-relatedposts-post-context">In "Local"</p></div>`)}</div></div>`;
}

/** One post as the theme prints it: the page's own story, or the one it loads behind. */
function post(url: string, story: Story, heading: "h1" | "h2"): string {
  const { monthName, day, year, clockUs } = dateParts(story.published);
  const names = story.authors
    .map(
      ({ name }) =>
        `<span class="author vcard"><a class="url fn n" href="${SITE}/author/${slug(name)}/">${escapeHtml(name)}</a></span>`,
    )
    .join(" and ");
  const bios = story.authors.flatMap(({ name, bio }) =>
    bio === undefined
      ? []
      : [`<div class="author-box"><h4>About ${escapeHtml(name)}</h4><p>${escapeHtml(bio)}</p></div>`],
  );
  return `<article class="post type-post status-publish format-standard has-post-thumbnail hentry category-${slug(story.section)}">
<header class="entry-header"><span class="cat-links"><a href="${SITE}/category/${slug(story.section)}/" rel="category tag">${escapeHtml(story.section)}</a></span><${heading} class="entry-title">${escapeHtml(story.headline)}</${heading}>
<div class="entry-meta"><span class="byline">By ${names}</span> <span class="posted-on">Posted <a href="${url}" rel="bookmark"><time class="entry-date published" datetime="${story.published}">${monthName} ${day}, ${year} at ${clockUs}</time></a></span></div></header>
<div class="entry-content">
${entryContent(story)}
${bios.join("")}${sharing(url)}</div>
<footer class="entry-footer"><span class="tags-links">Tagged ${story.tags.map((tag) => `<a href="${SITE}/tag/${slug(tag)}/" rel="tag">${escapeHtml(tag)}</a>`).join(", ")}</span></footer></article>`;
}

function commentThread(comments: readonly Comment[]): string {
  const items = each(
    comments,
    ({ author, posted, text }, index) =>
      `<li id="comment-${7730 + index}" class="comment even thread-even depth-1"><article id="div-comment-${7730 + index}" class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><img alt="" src="http://gravatar.example/avatar/${7730 + index}?s=32" class="avatar avatar-32 photo" height="32" width="32" /><b class="fn">${escapeHtml(author)}</b> <span class="says">says:</span></div><div class="comment-metadata"><time>${posted}</time></div></footer><div class="comment-content"><p>${escapeHtml(text)}</p></div><div class="reply"><a rel="nofollow" class="comment-reply-link" href="#comment-${7730 + index}">Reply</a></div></article></li>`,
  );
  return `<div id="comments" class="comments-area"><h2 class="comments-title">${comments.length === 1 ? "One thought" : `${comments.length} thoughts`} on this story</h2><ol class="comment-list">${items}</ol><div id="respond" class="comment-respond"><h3 id="reply-title" class="comment-reply-title">Leave a Reply</h3><form class="comment-form"><p class="comment-notes">Your email address will not be published. Be neighborly; we know your mother.</p><textarea name="comment" cols="45" rows="8"></textarea><input type="submit" value="Post Comment" /></form></div></div>`;
}

function sidebar(): string {
  return `<aside id="secondary" class="widget-area"><section class="widget widget_mailing"><h2 class="widget-title">Daybreak Newsletter</h2><p>School menus, hog prices and a reason to smile, sent by 5:45 a.m. Join 6,112 of your neighbors.</p><form><input type="email" placeholder="Email Address" /><input type="submit" value="Sign Me Up" /></form></section>
${each(SIDEBAR_LISTS, ([title, headlines]) => `<section class="widget widget_recent_entries"><h2 class="widget-title">${title}</h2><ul>${each(headlines, (headline) => `<li><a href="${SITE}/2026/11/${slug(headline)}/">${escapeHtml(headline)}</a></li>`)}</ul></section>`)}
<section class="widget widget_text"><div class="textwidget"><a href="http://ads.example/benson-tractor"><img src="http://ads.example/benson-300x250.png" alt="Benson Tractor: zero down till planting" width="300" height="250" /></a></div></section></aside>`;
}

function siteFooter(): string {
  return `<footer id="colophon" class="site-footer"><div class="footer-widgets"><section class="widget"><h2 class="widget-title">Contact</h2><p>Valley Courier, 14 Mill Street, Tamarack. News tips: (555) 0142. Missed paper? Call before 10 a.m.</p></section><section class="widget"><h2 class="widget-title">Sections</h2><ul>${each(MENU, ([name]) => `<li><a href="${SITE}/category/${slug(name)}/">${name}</a></li>`)}</ul></section></div><div class="site-info">&copy; 2026 Valley Courier. Powered by PressBarn. <a href="${SITE}/privacy-policy/">Privacy</a></div></footer>
<div id="cookie-law-info-bar" class="cli-bar"><span>This website uses cookies to improve your experience. We'll assume you're ok with this, but you can opt-out if you wish. <a class="cli_settings_button">Cookie settings</a> <a class="cli-plugin-main-button">ACCEPT</a></span></div>`;
}

function renderArticle({ url, story, nextStory }: ArticlePage): string {
  const next = nextStory === undefined ? "" : post(nextStory.url, nextStory.story, "h2");
  return `<!DOCTYPE html>
<html lang="en-US">
${head({ url, story })}
<body class="post-template-default single single-post single-format-standard wp-embed-responsive group-blog">
<div id="page" class="site">${masthead()}
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
${post(url, story, "h1")}
${next}
${story.comments === undefined ? "" : commentThread(story.comments)}
<nav class="navigation post-navigation" aria-label="Posts"><h2 class="screen-reader-text">Post navigation</h2><div class="nav-links"><div class="nav-previous"><a href="${SITE}/2026/11/sewer-vote-set-for-january/" rel="prev">Sewer vote set for January</a></div><div class="nav-next"><a href="${SITE}/2026/11/diner-reopens-with-the-same-stools/" rel="next">Diner reopens with the same stools</a></div></div></nav>
</main></div>${sidebar()}</div>${siteFooter()}</div>
<script src="${SITE}/wp-includes/js/comment-reply.min.js" defer></script></body></html>`;
}

export const VALLEY_COURIER: Outlet = {
  host: HOST,
  name: "Valley Courier",
  contentType: "text/html; charset=UTF-8",
  robotsTxt: `User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n\nSitemap: ${SITE}/sitemap_index.xml\n`,
  renderArticle,
  furniture: [
    "This website uses cookies to improve your experience",
    "Do you rely on the Courier?",
    "Snowplow naming contest draws 1,400 puns",
    "Share this:",
    "School menus, hog prices and a reason to smile",
    "Police blotter: Goose refuses to leave bank",
    "Missed paper? Call before 10 a.m.",
  ],
};
