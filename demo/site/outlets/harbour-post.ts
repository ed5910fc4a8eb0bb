/*
 * A British daily: custom elements and utility CSS classes, OpenGraph but no JSON-LD, `<time>` elements,
 * newsletter and support appeals, comments on opinion pieces, an evening section front.
 */
import { dateParts } from "../dates.ts";
import { each, escapeHtml, inline, plain, slug } from "../html.ts";
import type { ArticlePage, Block, Comment, Story } from "../story.ts";
import { leadOf } from "../story.ts";
import type { Outlet, Teaser } from "./outlet.ts";
import { UTILITY_CSS } from "./utility-css.ts";

const HOST = "harbour-post.example";
const PILLARS = ["News", "Opinion", "Sport", "Culture", "Lifestyle"];
const SUB_NAV = [
  "Norvale",
  "World",
  "Environment",
  "Business",
  "Education",
  "Science",
  "Sea & Shore",
  "Obituaries",
  "Society",
];

const HARBOUR_TEASERS: readonly Teaser[] = [
  {
    headline: "Lifeboat crew rescue bride, groom and most of the cake",
    path: "/news/2026/nov/11/lifeboat-bride-cake",
    summary: "Wedding barge ran aground within sight of the registry office",
  },
  {
    headline: "Schools may keep phones in pigeonholes, says minister",
    path: "/news/2026/nov/11/schools-phones-pigeonholes",
    summary: "Guidance stops short of the ban that head teachers had asked for",
  },
  {
    headline: "The seaweed that ate the marina",
    path: "/environment/2026/nov/10/seaweed-marina",
    summary: "Divers clear forty tonnes a week and it keeps coming back",
  },
  {
    headline: "Skerrow lighthouse sold to a choir",
    path: "/culture/2026/nov/09/skerrow-lighthouse-choir",
    summary: "The acoustics were the selling point, says its new keeper",
  },
  {
    headline: "Water bills to rise by a tenth in April",
    path: "/business/2026/nov/09/water-bills-april",
    summary: "Regulator blames pipes older than the monarchy",
  },
  {
    headline: "How a small town got its cinema back",
    path: "/culture/2026/nov/08/cinema-quill-sands",
    summary: "Volunteers, a mortgage and 212 second-hand seats",
  },
  {
    headline: "Fog closes the strait for a third night",
    path: "/news/2026/nov/08/fog-strait",
    summary: "Pilots say the autumn has been the worst in twenty years",
  },
  {
    headline: "Cricket: Quill Sands finally win something",
    path: "/sport/2026/nov/07/cricket-quill-sands",
    summary: "It was a raffle, but the captain is counting it",
  },
];

function metadata({ url, story }: ArticlePage): string {
  const title = escapeHtml(story.headline);
  const description = plain(story.standfirst ?? leadOf(story));
  return `<meta charset="utf-8">
<title>${title} | ${escapeHtml(story.section)} | The Harbour Post</title>
<meta name="viewport" content="width=device-width,minimum-scale=1,initial-scale=1">
<meta name="description" content="${description}">
<link rel="canonical" href="${url}">
<link rel="alternate" type="application/rss+xml" title="The Harbour Post" href="http://${HOST}/rss.xml">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:type" content="article">
<meta property="og:url" content="${url}">
<meta property="og:site_name" content="The Harbour Post">
<meta property="og:locale" content="en_GB">
<meta property="og:image" content="http://${HOST}/img/static/og-default.png">
<meta property="article:section" content="${escapeHtml(story.section)}">
<meta property="article:published_time" content="${story.published}">
${story.modified === undefined ? "" : `<meta property="article:modified_time" content="${story.modified}">`}
${each(story.tags, (tag) => `<meta property="article:tag" content="${escapeHtml(tag)}">`)}
<style>${UTILITY_CSS}</style>
<script>window.harbour={config:{page:{edition:"UK",contentType:"Article",isHosted:false,ajaxUrl:"/api",adUnit:"/771/hp/news/article"},switches:{supportBanner:true,consentSheet:true,commentsV3:true,lazyEmbeds:true}},queue:[]};(function(d){d.documentElement.classList.add("js-on");var s=d.createElement("script");s.async=1;s.src="/assets/hp.8b22d.js";d.head.appendChild(s)})(document)</script>`;
}

function siteHeader(): string {
  const pillars = each(
    PILLARS,
    (name) =>
      `<li class="flex items-center px-4 py-2 border-r border-slate-200"><a class="text-lg font-bold text-slate-900 hover:underline" href="/${slug(name)}">${name}</a></li>`,
  );
  const sub = each(
    SUB_NAV,
    (name) =>
      `<li class="px-2 py-1"><a class="text-sm text-slate-700 hover:text-red-700" href="/${slug(name)}">${escapeHtml(name)}</a></li>`,
  );
  return `<hp-consent class="fixed bottom-0 inset-x-0 z-50 bg-white shadow-xl p-6" data-vendor-count="97"><div class="max-w-4xl mx-auto flex flex-col gap-4"><h2 class="text-xl font-bold">It's your choice</h2><p class="text-sm text-slate-700">The Harbour Post and its partners use cookies to run the site, to measure what is read, and to show advertising that pays for the reporting. You can change your mind in privacy settings.</p><div class="flex gap-2"><button class="px-4 py-2 bg-slate-900 text-white rounded">Yes, I'm happy</button><button class="px-4 py-2 border rounded">No, thank you</button></div></div></hp-consent>
<hp-header class="block border-b border-slate-300"><div class="max-w-7xl mx-auto flex justify-between items-end px-4"><a href="/" class="py-4 text-4xl font-black tracking-tight">The Harbour Post</a><div class="flex gap-4 py-4 text-sm"><a href="/support?from=header" class="bg-yellow-300 rounded px-4 py-2 font-bold">Support us</a><a href="/print">Print subscriptions</a><a href="/jobs">Search jobs</a><a href="/signin">Sign in</a></div></div>
<nav class="max-w-7xl mx-auto" aria-label="Sections"><ul class="flex">${pillars}</ul><ul class="flex flex-wrap border-t border-slate-200">${sub}</ul></nav></hp-header>`;
}

function shareBar(url: string): string {
  const networks = ["Email", "Pigeon", "Chatter", "Copy link"];
  return `<hp-share-bar class="flex gap-2 my-4" data-url="${url}">${each(networks, (name) => `<a class="inline-flex items-center rounded-full border border-slate-400 px-2 py-1 text-xs" href="/share/${slug(name)}">${name}</a>`)}<span class="text-xs text-slate-500 px-2">47 shares</span></hp-share-bar>`;
}

function bodyBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p class="mb-4 text-lg leading-7 text-slate-900">${inline(block.text, ' class="underline decoration-red-300"')}</p>`;
    case "subheading":
      return `<h2 class="mt-8 mb-2 text-xl font-bold">${escapeHtml(block.text)}</h2>`;
    case "pull-quote":
      return `<aside class="float-left w-56 mr-6 mb-4 border-t-2 border-red-700"><hp-pullquote class="block text-2xl font-light text-red-700">${escapeHtml(block.text)}</hp-pullquote></aside>`;
    case "figure":
      return `<figure class="my-6" data-component="image"><hp-picture class="block bg-slate-100"><picture><source media="(min-width: 980px)" srcset="${block.figure.image}?width=980&amp;dpr=2"><img class="w-full" loading="lazy" alt="" src="${block.figure.image}?width=620"></picture></hp-picture><figcaption class="mt-2 text-xs text-slate-500"><span class="inline-block w-4">▲</span> ${escapeHtml(block.figure.caption)} ${escapeHtml(block.figure.credit ?? "")}</figcaption></figure>`;
    default:
      return block satisfies never;
  }
}

const RICH_LINK = `<aside class="float-left w-56 mr-6 mb-4 bg-slate-100 border-t border-red-700 p-2" data-component="rich-link"><a class="block font-bold text-red-700" href="/news/2026/nov/08/fog-strait">Fog closes the strait for a third night</a><a class="text-sm" href="/news/2026/nov/08/fog-strait">Read more</a></aside>`;
const NEWSLETTER = `<figure class="my-6 rounded border border-slate-300 p-4" data-component="email-signup"><hp-signup class="flex flex-col gap-2"><h3 class="font-bold">Sign up to First Ferry</h3><p class="text-sm">Our morning email breaks down the key stories of the day, telling you what is happening and why it matters before the kettle boils.</p><label class="text-xs" for="email-inline">Enter your email address</label><input id="email-inline" class="border p-2" type="email"><button class="bg-slate-900 text-white px-4 py-2">Sign up</button><p class="text-xs text-slate-500">Privacy notice: newsletters may contain information about charities, online adverts and content funded by outside parties.</p></hp-signup></figure>`;

/** After which blocks of the body the link box and the newsletter box stand. */
const RICH_LINK_AFTER = 2;
const NEWSLETTER_AFTER = 5;

function articleBody(story: Story): string {
  return each(story.body, (block, index) => {
    const after = index === RICH_LINK_AFTER ? RICH_LINK : index === NEWSLETTER_AFTER ? NEWSLETTER : "";
    return bodyBlock(block) + after;
  });
}

function articleHeader({ url, story }: ArticlePage): string {
  const { weekday, day, monthName, year, clock } = dateParts(story.published);
  const author = story.authors
    .map(
      ({ name }) =>
        `<a rel="author" class="text-red-700 font-bold" href="/profile/${slug(name)}">${escapeHtml(name)}</a>`,
    )
    .join(", ");
  return `<header class="mb-6"><a class="text-red-700 font-bold" href="/${slug(story.section)}">${escapeHtml(story.section)}</a>
<h1 class="text-4xl font-medium leading-tight my-2">${escapeHtml(story.headline)}</h1>
${story.standfirst === undefined ? "" : `<div class="text-xl text-slate-700 mb-4" data-component="standfirst"><p>${escapeHtml(story.standfirst)}</p></div>`}
<div class="border-t border-slate-300 pt-2 text-sm"><address class="not-italic" aria-label="Contributor info">${author === "" ? escapeHtml(story.credit ?? "Staff and agencies") : author}</address>
<time class="text-xs text-slate-500" datetime="${story.published}">${weekday.slice(0, "Sun".length)} ${day} ${monthName.slice(0, "Nov".length)} ${year} ${clock.replace(":", ".")} GMT</time></div>${shareBar(url)}</header>`;
}

function comments(entries: readonly Comment[]): string {
  return `<hp-comments class="block border-t border-slate-300 mt-8 pt-4" data-count="${entries.length}"><h2 class="text-xl font-bold">Comments (${entries.length})</h2><p class="text-xs text-slate-500">Sign in or create your Harbour Post account to join the discussion. Comments on this piece are pre-moderated to keep the talk on its subject.</p><ul>${each(entries, ({ author, posted, text }) => `<li class="py-4 border-b border-slate-200"><div class="flex gap-2 text-sm"><a class="font-bold" href="/user/${slug(author)}">${escapeHtml(author)}</a><span class="text-slate-500">${escapeHtml(posted)}</span></div><div class="text-sm"><p>${escapeHtml(text)}</p></div><div class="text-xs flex gap-4"><button>Reply</button><button>Recommend</button><button>Report</button></div></li>`)}</ul></hp-comments>`;
}

function storyEnd(story: Story): string {
  const bios = story.authors.flatMap(({ bio }) => (bio === undefined ? [] : [bio]));
  return `${each(bios, (bio) => `<p class="text-sm italic my-4" data-component="author-bio">${escapeHtml(bio)}</p>`)}
${story.correction === undefined ? "" : `<p class="text-sm italic my-4" data-component="correction"><span>•</span> ${escapeHtml(story.correction)}</p>`}
<hp-support class="block bg-yellow-300 p-6 my-8"><h2 class="text-2xl font-bold">You've read this far. So have we.</h2><p>The Harbour Post has no owner with a yacht. If you can spare the price of a bag of chips each month, our reporters can keep going out in the rain. It takes less than a minute to set up.</p><a class="bg-slate-900 text-white rounded-full px-4 py-2" href="/support?from=epic">Continue</a></hp-support>
<div class="border-t border-dotted py-2"><span class="text-xs text-slate-500">Topics</span><ul class="flex gap-2">${each(story.tags, (tag) => `<li><a class="rounded-full border px-2 text-sm" href="/topic/${slug(tag)}">${escapeHtml(tag)}</a></li>`)}</ul></div>`;
}

/** A grid of teasers: "more on this story" below an article, the whole of a section front. */
function teaserGrid(title: string, teasers: readonly Teaser[]): string {
  const cards = each(
    teasers,
    ({ headline, path, summary }) =>
      `<li class="relative border-t border-red-700 p-2"><div class="bg-slate-100 aspect-video"></div><h3 class="font-medium leading-5"><a class="hover:underline" href="${path}">${escapeHtml(headline)}</a></h3>${summary === undefined ? "" : `<p class="text-sm text-slate-700">${escapeHtml(summary)}</p>`}</li>`,
  );
  return `<section class="max-w-7xl mx-auto my-8"><h2 class="text-xl font-bold">${title}</h2><ul class="grid grid-cols-4 gap-4">${cards}</ul></section>`;
}

const FOOTER = `<footer class="bg-slate-900 text-white p-8"><div class="max-w-7xl mx-auto grid grid-cols-4 gap-4">${each(["About us", "Help", "Complaints & corrections", "Work for us", "Privacy policy", "Cookie policy", "Terms & conditions", "Contact us", "All topics", "All writers", "Newsletters", "Digital newspaper archive", "Tips line", "Advertise with us"], (name) => `<a class="text-sm hover:underline" href="/info/${slug(name)}">${escapeHtml(name)}</a>`)}</div><p class="text-xs mt-8">© 2026 Harbour Post News &amp; Tides Limited or its affiliated companies. All rights reserved.</p></footer>`;

function renderArticle(page: ArticlePage): string {
  const { story } = page;
  return `<!doctype html>
<html lang="en-GB"><head>${metadata(page)}</head>
<body class="bg-white font-sans antialiased">${siteHeader()}
<div id="slot-top-above-nav" class="bg-slate-100 text-center p-2" data-label="true"><span class="text-xs text-slate-500">Advertisement</span></div>
<main class="max-w-7xl mx-auto grid grid-cols-12 gap-4 px-4"><article class="col-span-8 col-start-3">${articleHeader(page)}
<div class="relative" id="maincontent">
${articleBody(story)}
</div>${storyEnd(story)}${story.comments === undefined ? "" : comments(story.comments)}</article></main>
${teaserGrid("More on this story", HARBOUR_TEASERS)}
<hp-most-viewed class="block max-w-7xl mx-auto"><h2 class="text-xl font-bold">Most viewed</h2><ol>${each(HARBOUR_TEASERS, ({ headline, path }, index) => `<li class="flex gap-2 border-t border-slate-200 py-2"><span class="text-2xl font-black">${index + 1}</span><a href="${path}">${escapeHtml(headline)}</a></li>`)}</ol></hp-most-viewed>
${FOOTER}</body></html>`;
}

/** Teasers per strip of a section front. */
const STRIP_LENGTH = 4;

/** A page with links and no article. */
export function harbourSectionFront(url: string): string {
  const links = HARBOUR_TEASERS.map(({ headline, path }) => ({ headline, path }));
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Norvale | The Harbour Post</title><link rel="canonical" href="${url}"><meta property="og:type" content="website"><meta property="og:title" content="Norvale"><style>${UTILITY_CSS}</style></head>
<body class="bg-white font-sans antialiased">${siteHeader()}<main><h1 class="max-w-7xl mx-auto text-4xl font-black">Norvale</h1>
${teaserGrid("Headlines", links.slice(0, STRIP_LENGTH))}
${teaserGrid("Across the islands", links.slice(STRIP_LENGTH))}
${teaserGrid("Most viewed", [...links].reverse())}</main>${FOOTER}</body></html>`;
}

export const HARBOUR_POST: Outlet = {
  host: HOST,
  name: "The Harbour Post",
  contentType: "text/html; charset=utf-8",
  robotsTxt: "User-agent: *\nDisallow: /share/\nDisallow: /signin\nAllow: /\n",
  renderArticle,
  furniture: [
    "The Harbour Post and its partners use cookies",
    "Sign up to First Ferry",
    "Privacy notice: newsletters may contain",
    "You've read this far. So have we.",
    "Copy link",
    "Fog closes the strait for a third night",
    "Lifeboat crew rescue bride, groom and most of the cake",
    "Harbour Post News & Tides Limited",
  ],
};
