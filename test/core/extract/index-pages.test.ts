/*
 * Front pages, section pages and lists of results hold no article; pages that only look like them are articles.
 */
import { describe, expect, it } from "vitest";
import { extract } from "../../../src/core/extract/extract.ts";
import {
  article,
  HARBOUR_STORY,
  HARBOUR_TITLE,
  ORCHARD_STORY,
  ORCHARD_TITLE,
  pageOf,
  paragraphs,
} from "./pages.ts";
import { ARABIC, ENGLISH, GERMAN, HINDI, JAPANESE, type Teaser } from "./teasers.ts";

interface IndexPage {
  readonly what: string;
  readonly body: string;
  readonly title?: string;
  readonly head?: string;
  readonly lang?: string;
}

const [P1 = "", P2 = "", P3 = "", P4 = ""] = HARBOUR_STORY;
const H1 = `<h1>${HARBOUR_TITLE}</h1>`;

/** Each teaser in a box of its own. */
function each(teasers: readonly Teaser[], box: (teaser: Teaser, at: number) => string): string {
  return teasers.map(box).join("\n");
}

const linkedHeading = ({ headline, text }: Teaser, at: number) =>
  `<article><h2><a href="/n/${at}">${headline}</a></h2><p>${text}</p></article>`;
const linkBehind =
  (more: string) =>
  ({ headline, text }: Teaser, at: number) =>
    `<article><h2>${headline}</h2><p>${text}</p><a href="/n/${at}">${more}</a></article>`;

const flat = ({ headline, text }: Teaser, at: number) =>
  `<p><a href="/n/${at}">${headline}</a></p><p>${text}</p>`;

const INTRODUCTION =
  "<p>Welcome to the Courier, which tells every day what happens between the lighthouse and the bridge at Tovik.</p>";
/** Headlines that name what their texts name, in two more languages. */
const SPANISH: readonly Teaser[] = [
  {
    headline: "Sube el peaje del puente de Tovik",
    text: "El peaje aumentará una décima parte desde enero, anunció el martes la oficina de carreteras.",
  },
  {
    headline: "Halmby elige a la maestra Pia Lund",
    text: "La maestra ganó por nueve votos. El recuento duró toda la noche y terminó sin protestas.",
  },
  {
    headline: "La biblioteca abrirá los domingos",
    text: "Tras seis meses de prueba, el concejo decidió que la biblioteca no cierre ningún día de la semana.",
  },
];
const RUSSIAN: readonly Teaser[] = [
  {
    headline: "Проезд по мосту в Товике подорожает",
    text: "С января проезд станет дороже на десятую часть, сообщило во вторник дорожное управление.",
  },
  {
    headline: "Учительница стала мэром Халмби",
    text: "Учительница Пиа Лунд победила с перевесом в девять голосов, пересчёт длился всю ночь.",
  },
  {
    headline: "Библиотека откроется по воскресеньям",
    text: "После полугода испытаний совет решил, что читальные залы библиотеки будут открыты каждый день.",
  },
];

type Post = readonly [headline: string, texts: readonly string[]];

const POSTS: readonly Post[] = [
  [HARBOUR_TITLE, HARBOUR_STORY],
  [ORCHARD_TITLE, ORCHARD_STORY],
  [
    "What the seal taught the swimming club",
    [
      "The seal has left. For six days it slept in the third lane, and for six days the club of Varnby trained in the other five, which its coach now calls the best week of the year.",
      "Nobody had planned it so. The animal came through the drain on a Sunday, and the town's vet asked for quiet until its flipper had healed, which it did faster than she had thought.",
      "Swimmers who share their lanes must look where they go. Their times fell by a second on average, the coach said, and he has asked the council whether the drain may stay open.",
    ],
  ],
];
/** Each text three times as long as a teaser. */
const inFull = (teasers: readonly Teaser[]): Post[] =>
  teasers
    .slice(0, 3)
    .map(({ headline, text }, at) => [
      headline,
      [text, ...[1, 2, 3, 4].map((step) => teasers[(at + step) % teasers.length]?.text ?? "")].map(
        (sentences) => `${sentences} ${sentences}`,
      ),
    ]);
const GERMAN_POSTS = inFull(GERMAN);
const JAPANESE_POSTS = inFull(JAPANESE);

const fullPost = ([headline, texts]: Post, at: number) =>
  `<article><h2><a href="/2031/post-${at}">${headline}</a></h2>${paragraphs(texts)}</article>`;

function ldOf(node: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(node)}</script>`;
}

const INDEX_PAGES: readonly IndexPage[] = [
  { what: "a front page of <article> teasers", body: `<main>${each(ENGLISH, linkedHeading)}</main>` },
  {
    what: "a front page whose teasers have their link behind the text",
    body: `<main>${each(ENGLISH, linkBehind("Read more"))}</main>`,
  },
  {
    what: "a front page whose teasers are links as a whole",
    body: `<main>${each(ENGLISH, ({ headline, text }, at) => `<article><a href="/n/${at}"><h3>${headline}</h3><p>${text}</p></a></article>`)}</main>`,
  },
  {
    what: "a front page whose pictures are the links",
    body: `<div id="wrap">${each(ENGLISH, ({ headline, text }, at) => `<div class="x${at}"><a href="/n/${at}"><img src="${at}.jpg"></a><h3>${headline}</h3><p>${text}</p></div>`)}</div>`,
  },
  {
    what: "a front page in a list with kickers, times and names",
    body: `<main><ul>${each(ENGLISH, ({ headline, text }, at) => `<li><span class="kicker">Harbour</span><h3 class="teaser__headline"><a href="/n/${at}">${headline}</a></h3><p class="teaser__text">${text}</p><time datetime="2031-03-04">4 March 2031</time> <span>Jonna Tvedt</span></li>`)}</ul></main>`,
  },
  {
    what: "a section page with a heading and a sentence about the section",
    title: "Harbour",
    body: `<main><h1>Harbour</h1><p>All about ships, piers and the people who live by them.</p>${each(ENGLISH, linkedHeading)}</main>`,
  },
  {
    what: "a section page whose heading is long",
    title: "News and opinion from the harbour quarter of Varnby",
    body: `<main><h1>News and opinion from the harbour quarter of Varnby</h1>${each(ENGLISH, linkBehind("Continue reading"))}</main>`,
  },
  {
    what: "an archive of a blog system",
    title: "Harbour Archives",
    head: `<meta property="og:type" content="website">${ldOf({ "@graph": [{ "@type": "CollectionPage", name: "Harbour Archives" }] })}`,
    body: `<div id="primary"><main id="main" class="site-main"><header class="page-header"><h1 class="page-title">Category: <span>Harbour</span></h1></header>${each(ENGLISH, ({ headline, text }, at) => `<article id="post-${at}" class="post-${at} post type-post hentry category-harbour"><header class="entry-header"><h2 class="entry-title"><a href="/n/${at}" rel="bookmark">${headline}</a></h2><div class="entry-meta"><time datetime="2031-03-04">March 4, 2031</time> <span class="byline">by Jonna Tvedt</span></div></header><div class="entry-summary"><p>${text.replace(/ \S+$/, "")} [&hellip;] <a class="more-link" href="/n/${at}">Continue reading ${headline}</a></p></div></article>`)}<nav class="pagination"><a href="/2">Older posts</a></nav></main></div>`,
  },
  {
    what: "a front page in a table without headings",
    body: `<table><tr><td><a href="/">Home</a></td></tr>${each(ENGLISH, ({ headline, text }, at) => `<tr><td><b><a href="/n/${at}">${headline}</a></b><br>${text}</td></tr>`)}</table>`,
  },
  {
    what: "a front page that describes each teaser as an article",
    head: ldOf({
      "@type": "ItemList",
      itemListElement: ENGLISH.map(({ headline }, at) => ({
        "@type": "ListItem",
        item: { "@type": "NewsArticle", headline, url: `https://courier.example/n/${at}` },
      })),
    }),
    body: `<main>${each(ENGLISH, linkedHeading)}</main>`,
  },
  {
    what: "a front page with three teasers and nothing else",
    body: `<main>${each(ENGLISH.slice(0, 3), linkedHeading)}</main>`,
  },
  {
    what: "results of a search",
    title: "Search results for: ferry",
    body: `<main><h1>Search results for: ferry</h1><p>8 results</p><ol>${each(ENGLISH, ({ headline, text }, at) => `<li><a href="https://courier.example/n/${at}">${headline}</a><div class="result">${text}</div></li>`)}</ol></main>`,
  },
  {
    what: "the page of an author, with a line about her",
    title: "Jonna Tvedt",
    body: `<main><h1>Jonna Tvedt</h1><p>Jonna Tvedt has written about the coast for the Courier since 2019.</p>${each(ENGLISH, linkedHeading)}</main>`,
  },
  {
    what: "a front page whose first teaser is longer",
    body: `<main><article><h1><a href="/n/lead">${HARBOUR_TITLE}</a></h1><p>${P1}</p></article>${each(ENGLISH, linkedHeading)}</main>`,
  },
  {
    what: "a front page of two columns in sections",
    body: `<div class="grid"><section><h2>Town</h2>${each(ENGLISH.slice(0, 4), ({ headline, text }, at) => `<div class="c"><h3><a href="/n/${at}">${headline}</a></h3><p>${text}</p></div>`)}</section><section><h2>Coast</h2>${each(ENGLISH.slice(4), ({ headline, text }, at) => `<div class="c"><h3><a href="/m/${at}">${headline}</a></h3><p>${text}</p></div>`)}</section></div>`,
  },
  {
    what: "a front page with something about the paper below",
    body: `<main>${each(ENGLISH, linkedHeading)}</main><footer><p>The Varnby Courier has been printed in the harbour quarter since the year of the great flood, and it belongs to its readers.</p></footer>`,
  },
  {
    what: "a German front page",
    lang: "de",
    body: `<main>${each(GERMAN, linkBehind("Mehr lesen"))}</main>`,
  },
  { what: "an Arabic front page", lang: "ar", body: `<main dir="rtl">${each(ARABIC, linkedHeading)}</main>` },
  { what: "a Japanese front page", lang: "ja", body: `<main>${each(JAPANESE, linkedHeading)}</main>` },
  {
    what: "a Japanese front page with links behind the texts",
    lang: "ja",
    body: `<main>${each(JAPANESE, linkBehind("続きを読む"))}</main>`,
  },
  {
    what: "a flat front page of lines and paragraphs",
    body: `<main>${each(ENGLISH, flat)}</main>`,
  },
  { what: "a flat German front page", lang: "de", body: `<div id="c">${each(GERMAN, flat)}</div>` },
  { what: "a flat Arabic front page", lang: "ar", body: `<div>${each(ARABIC, flat)}</div>` },
  { what: "a flat Japanese front page", lang: "ja", body: `<div>${each(JAPANESE, flat)}</div>` },
  {
    what: "a flat front page with its name and a menu",
    body: `<nav><a href="/town">Town</a><a href="/coast">Coast</a></nav><div><h1>Varnby Courier</h1>${each(ENGLISH, ({ headline, text }, at) => `<p><a href="/n/${at}"><b>${headline}</b></a></p><p>${text}</p>`)}</div>`,
  },
  {
    what: "a flat front page with an introduction",
    body: `<main>${INTRODUCTION}${each(ENGLISH, flat)}</main>`,
  },
  {
    what: "a flat front page with its name and an introduction",
    body: `<main><h1>Varnby Courier</h1>${INTRODUCTION}${each(ENGLISH, flat)}</main>`,
  },
  ...[SPANISH, RUSSIAN, JAPANESE].map((teasers) => ({
    what: `a flat front page with an introduction: ${teasers[0]?.headline}`,
    body: `<main>${INTRODUCTION}${each(teasers, flat)}</main>`,
  })),
  {
    what: "a blog's home page with posts in full",
    title: "Notes from the pier",
    body: `<main>${POSTS.map(fullPost).join("")}</main>`,
  },
  {
    what: "a blog's home page with posts in full under the blog's name, with dates and tags",
    title: "Notes from the pier",
    body: `<header><h1><a href="/">Notes from the pier</a></h1></header><div id="content">${POSTS.map(([headline, texts], at) => `<div class="post hentry" id="post-${at}"><h2 class="entry-title"><a href="/2031/0${at + 1}/post" rel="bookmark">${headline}</a></h2><p class="meta">${at + 1} March 2031, by Jonna Tvedt</p><div class="entry">${paragraphs(texts)}</div><p class="postmetadata">Posted in <a href="/c">Harbour</a> | <a href="/2031/0${at + 1}/post#comments">3 Comments</a></p></div>`).join("")}<div class="navigation"><a href="/page/2">Older posts</a></div></div>`,
  },
  {
    what: "a blog's home page with two posts in full and teasers of others",
    title: "Notes from the pier",
    body: `<main>${POSTS.slice(0, 2).map(fullPost).join("")}${each(ENGLISH, ({ headline, text }, at) => `<div><h2><a href="/t/${at}">${headline}</a></h2><p>${text}</p></div>`)}</main>`,
  },
  {
    what: "a German blog's home page with posts in full",
    lang: "de",
    title: "Molennotizen",
    body: `<main>${GERMAN_POSTS.map(fullPost).join("")}</main>`,
  },
  {
    what: "a Japanese blog's home page with posts in full",
    lang: "ja",
    title: "港の日記",
    body: `<main>${JAPANESE_POSTS.map(fullPost).join("")}</main>`,
  },
  { what: "a Hindi front page", lang: "hi", body: `<main>${each(HINDI, linkBehind("और पढ़ें"))}</main>` },
];

describe("no article text in", () => {
  it.each(INDEX_PAGES)("$what", ({ body, title = "Varnby Courier", head = "", lang = "en" }) => {
    const result = extract({ kind: "html", content: pageOf({ title, head, body, lang }) });
    expect(result.kind === "article" ? result.article.text : result.kind).toBe("no-article-text");
  });

  it("a front page: every teaser is reported", () => {
    const result = extract({
      kind: "html",
      content: pageOf({ title: "Varnby Courier", body: `<main>${each(ENGLISH, linkedHeading)}</main>` }),
    });
    const removed = result.kind === "no-article-text" ? result.removed.map(({ text }) => text) : [];
    expect(ENGLISH.filter(({ text }) => !removed.includes(text))).toEqual([]);
  });
});

describe("the address of the front page", () => {
  const teasers = each(
    ENGLISH.slice(0, 4),
    ({ headline, text }, at) => `<div><h3><a href="/n/${at}">${headline}</a></h3><p>${text}</p></div>`,
  );
  const report = `<main>${H1}<p class="byline">By Jonna Tvedt</p><p>${P1}</p><p>The last boat leaves in October.</p>${teasers}</main>`;
  const published = `<meta property="article:published_time" content="2031-03-04T07:10:00Z">`;
  const canonical = `<link rel="canonical" href="https://courier.example/">`;
  const ogUrl = `<meta property="og:url" content="https://courier.example/">`;
  const url = "https://courier.example/n/pier";

  it.each([
    ["its canonical link", `${published}${canonical}`, url],
    ["og:url", `${published}${ogUrl}`, url],
    ["both, and without a stated date", `${canonical}${ogUrl}`, url],
    [
      "its canonical link, while og:url names the article",
      `${published}${canonical}<meta property="og:url" content="${url}">`,
      undefined,
    ],
  ])("does not turn an article into a list of teasers that names it in %s", (_where, head, fetched) => {
    const { text } = article(pageOf({ head, body: report }), fetched === undefined ? {} : { url: fetched });
    expect(text).toContain(P1);
  });

  it.each([
    ["its canonical link", canonical],
    ["og:url", ogUrl],
    ["both, and with a stated date", `${published}${canonical}${ogUrl}`],
  ])("does not turn an article of unknown address into a list of teasers, named in %s", (_where, head) => {
    const { text } = article(pageOf({ head, body: report }));
    expect(text).toContain(P1);
  });

  it("does not turn a short report of unknown address under a short headline into a list of teasers", () => {
    const body = report.replace(H1, "<h1>Terminal to close</h1>").replace("By Jonna Tvedt", "");
    const head = `${published}${canonical}`;
    expect(article(pageOf({ title: "Terminal to close", head, body })).text).toContain(P1);
  });

  it("does not turn an article of unknown address into a list of teasers that are as long as it", () => {
    const long = `<main>${H1}${paragraphs([P1, P2])}${each(ENGLISH.slice(0, 5), linkedHeading)}</main>`;
    expect(article(pageOf({ head: canonical, body: long })).text).toContain(P2);
  });

  it.each([
    ["fetched from there", published, "https://courier.example/"],
    ["fetched from elsewhere unknown, by its canonical link", `${published}${canonical}`, undefined],
  ])("tells a front page that says it is an article: %s", (_where, head, fetched) => {
    const body = `<main>${each(ENGLISH, linkedHeading)}</main>`;
    const content = pageOf({ title: "Varnby Courier", head, body });
    const input = fetched === undefined ? {} : { url: fetched };
    expect(extract({ kind: "html", content, ...input }).kind).toBe("no-article-text");
  });
});

describe("posts in full at a site's first address", () => {
  const home = "https://courier.example/";
  const isArticle = (body: string, title = "Varnby Courier", url = home) =>
    extract({ kind: "html", content: pageOf({ title, body }), url }).kind === "article";

  it.each([
    ["one", fullPost(POSTS[0] ?? ["", []], 0)],
    [
      "one with teasers of others",
      `${fullPost(POSTS[0] ?? ["", []], 0)}${each(ENGLISH.slice(0, 4), linkedHeading)}`,
    ],
    ["two", POSTS.slice(0, 2).map(fullPost).join("")],
    [
      "two under a slogan",
      `<h1>News and notes from the harbour</h1>${POSTS.slice(0, 2).map(fullPost).join("")}`,
    ],
  ])("are no article: %s", (_what, body) => {
    expect(isArticle(`<main>${body}</main>`)).toBe(false);
  });

  it("are no reason to lose a story that stands nowhere else", () => {
    const body = `<main>${H1}${paragraphs(HARBOUR_STORY)}<aside>${each(ENGLISH.slice(0, 3), linkedHeading)}</aside></main>`;
    expect(isArticle(body, HARBOUR_TITLE)).toBe(true);
  });

  it("are no reason to lose a signed essay that stands there, one of its sub-headlines a link", () => {
    const body = `<main>${H1}<p>By Jonna Tvedt, 4 March 2031</p><p>${HARBOUR_STORY[0]}</p>${POSTS.slice(1, 2).map(fullPost).join("")}</main>`;
    expect(isArticle(body, HARBOUR_TITLE)).toBe(true);
  });

  it("elsewhere are an article where one of them is the page's", () => {
    const body = `<main>${POSTS.slice(0, 2).map(fullPost).join("")}</main>`;
    expect(isArticle(body, HARBOUR_TITLE, `${home}2031/post-0`)).toBe(true);
  });
});

describe("infinite scroll whose headlines are links, each to its own page", () => {
  const url = "https://courier.example/2031/post-0";
  const stories = [
    ...POSTS,
    ...POSTS.slice(1).map(([headline, texts]) => [`Again: ${headline}`, texts] as const),
  ];

  it.each([
    ["section", "h1"],
    ["section", "h2"],
    ["div", "h2"],
  ])("keeps the page's own story, in <%s> under <%s>", (box, heading) => {
    const parts = stories.map(
      ([headline, texts], at) =>
        `<${box}><${heading}><a href="/2031/post-${at}">${headline}</a></${heading}>${paragraphs(texts)}</${box}>`,
    );
    const { text, removed } = article(pageOf({ body: `<main>${parts.join("")}</main>` }), { url });
    expect(text).toBe(HARBOUR_STORY.join("\n"));
    expect(removed.find((block) => block.text === ORCHARD_STORY[1])?.reason).toBe("another-story");
  });

  it("keeps the parts of a guide whose sub-headlines lead to shops", () => {
    const parts = stories.map(
      ([headline, texts], at) =>
        `<section><h2><a href="${at === 0 ? url : `https://shop-${at}.example/lamp`}">${headline}</a></h2>${paragraphs(texts)}</section>`,
    );
    const { text } = article(pageOf({ body: `<main>${parts.join("")}</main>` }), { url });
    for (const [, texts] of stories) for (const sentence of texts) expect(text).toContain(sentence);
  });

  it("keeps the second part of a live blog, which is about the same people", () => {
    const second = HARBOUR_STORY.map((sentence) => sentence.replace("Monday", "Tuesday"));
    const part = (href: string, headline: string, texts: readonly string[]) =>
      `<div><h2><a href="${href}">${headline}</a></h2>${paragraphs(texts)}</div>`;
    const body = `<main>${part(url, HARBOUR_TITLE, HARBOUR_STORY)}${part("/2031/part-2", "Ferry vote: part two of the night in the council", second)}</main>`;
    expect(article(pageOf({ body }), { url }).text).toContain(second[0]);
  });

  it("keeps the parts of one story that link to places in it", () => {
    const parts = stories.map(
      ([headline, texts], at) =>
        `<section><h2><a href="#part-${at}">${headline}</a></h2>${paragraphs(texts)}</section>`,
    );
    const body = `<main><h2><a href="/2031/post-0">${HARBOUR_TITLE}</a></h2>${parts.join("")}</main>`;
    expect(article(pageOf({ body }), { url }).text).toContain(ORCHARD_STORY[1]);
  });
});

interface ArticlePage extends IndexPage {
  /** Strings that must be in the text. */
  readonly keeps: readonly string[];
  readonly drops?: readonly string[];
}

const ENGLISH_TEXTS = ENGLISH.map(({ text }) => text);
/** 80 words of news. */
const SHORT_REPORT = [P1, "The last boat leaves in October.", P3];

const ARTICLES: readonly ArticlePage[] = [
  {
    what: "a short article under a short headline, above four teasers",
    title: "Ferry to close",
    body: `<main><h1>Ferry to close</h1><p class="byline">By Jonna Tvedt</p><time datetime="2031-03-04T07:10:00Z">4 March 2031</time><p>${P1}</p><section>${each(ENGLISH.slice(0, 5), linkedHeading)}</section></main>`,
    keeps: [P1],
  },
  {
    what: "a German one",
    title: "Fähre eingestellt",
    body: `<main><h1>Fähre eingestellt</h1><p>Von Jonna Tvedt</p><p>4. März 2031, 14:05 Uhr</p><p>Der Rat von Varnby stellt die Fähre über den Sund nach neunzig Jahren ein, weil sie seit sieben Wintern Verlust macht, wie er am Montag mitteilte.</p><section>${each(GERMAN.slice(0, 4), linkedHeading)}</section></main>`,
    keeps: [
      "Der Rat von Varnby stellt die Fähre über den Sund nach neunzig Jahren ein, weil sie seit sieben Wintern Verlust macht, wie er am Montag mitteilte.",
    ],
  },
  {
    what: "a briefing by a named author that tells three linked stories",
    title: "Morning briefing",
    body: `<main><h1>Morning briefing</h1><p>By Jonna Tvedt</p><p>Good morning. Three things happened overnight that you should know about before the first ferry leaves the terminal today.</p>${POSTS.map(([headline, texts], at) => `<h2><a href="/2031/${at}">${headline}</a></h2>${paragraphs(texts)}`).join("")}</main>`,
    keeps: POSTS.flatMap(([, texts]) => texts),
  },
  {
    what: "a live blog whose entries link to themselves",
    title: HARBOUR_TITLE,
    body: `<main>${H1}${each(ENGLISH, ({ headline, text }, at) => `<article id="e${at}"><time>1${at}:05</time><h2><a href="#e${at}">${headline}</a></h2><p>${text}</p><a href="https://social.example/share?u=${at}">Share</a></article>`)}</main>`,
    keeps: ENGLISH_TEXTS,
  },
  {
    what: "a live blog whose entries link to themselves by address",
    title: HARBOUR_TITLE,
    head: `<link rel="canonical" href="https://courier.example/live/harbour">`,
    body: `<main>${H1}${each(ENGLISH, ({ headline, text }, at) => `<article><time>1${at}:05</time><h2><a href="/live/harbour?entry=${at}">${headline}</a></h2><p>${text}</p></article>`)}</main>`,
    keeps: ENGLISH_TEXTS,
  },
  {
    what: "a live blog that says so in its data, with links to reports",
    title: HARBOUR_TITLE,
    head: ldOf({ "@type": "LiveBlogPosting", headline: HARBOUR_TITLE }),
    body: `<main>${H1}${each(ENGLISH, ({ headline, text }, at) => `<article><time>1${at}:05</time><h2>${headline}</h2><p>${text}</p><a href="/n/${at}">Full report</a></article>`)}</main>`,
    keeps: ENGLISH_TEXTS,
  },
  {
    what: "a list article with things to buy",
    title: "Eight things to take on the last ferry of the year",
    body: `<main><h1>Eight things to take on the last ferry of the year</h1><p class="byline">By Jonna Tvedt</p><p>The wind on deck is cold in October. These are the things that our readers would not sail without.</p>${each(ENGLISH, ({ headline, text }, at) => `<h2><a href="https://shop.example/p/${at}">${headline}</a></h2><p>${text}</p>`)}</main>`,
    keeps: ENGLISH_TEXTS,
  },
  {
    what: "a round-up of the day with links to the reports",
    title: "What the coast talks about on Tuesday: a bridge, a mayor and a seal",
    head: ldOf({
      "@type": "NewsArticle",
      headline: "What the coast talks about on Tuesday: a bridge, a mayor and a seal",
    }),
    body: `<main><article><h1>What the coast talks about on Tuesday: a bridge, a mayor and a seal</h1><p>Good morning. Here is what you need to know today.</p>${each(ENGLISH, ({ headline, text }, at) => `<h2><a href="/n/${at}">${headline}</a></h2><p>${text}</p>`)}</article></main>`,
    keeps: ENGLISH_TEXTS,
  },
  {
    what: "a round-up without data, in <article> boxes, with a byline and a date",
    title: "What the coast talks about on Tuesday: a bridge, a mayor and a seal",
    body: `<main><h1>What the coast talks about on Tuesday: a bridge, a mayor and a seal</h1><p class="byline">By Jonna Tvedt</p><p>4 March 2031, 07:10</p>${each(ENGLISH, linkedHeading)}</main>`,
    keeps: ENGLISH_TEXTS,
  },
  {
    what: "a round-up without data that opens with a paragraph",
    title: "What the coast talks about on Tuesday: a bridge, a mayor and a seal",
    body: `<main><h1>What the coast talks about on Tuesday: a bridge, a mayor and a seal</h1><p>${P1}</p>${each(ENGLISH, ({ headline, text }, at) => `<h3><a href="/n/${at}">${headline}</a></h3><p>${text}</p>`)}</main>`,
    keeps: [P1, ...ENGLISH_TEXTS],
  },
  {
    what: "a short report between <article> teasers",
    title: HARBOUR_TITLE,
    body: `<main><article>${H1}${paragraphs(SHORT_REPORT)}</article>${each(ENGLISH, linkedHeading)}</main>`,
    keeps: SHORT_REPORT,
    drops: ENGLISH_TEXTS,
  },
  {
    what: "a short report behind <article> teasers",
    title: HARBOUR_TITLE,
    body: `<aside>${each(ENGLISH.slice(0, 3), linkedHeading)}</aside><main><article>${H1}${paragraphs(SHORT_REPORT)}</article>${each(ENGLISH.slice(3), linkBehind("Read more"))}</main>`,
    keeps: SHORT_REPORT,
    drops: ENGLISH_TEXTS,
  },
  {
    what: "a report of one sentence with teasers beside",
    title: HARBOUR_TITLE,
    body: `<main><article>${H1}<p>${P1}</p></article><div>${each(ENGLISH, linkedHeading)}</div></main>`,
    keeps: [P1],
    drops: ENGLISH_TEXTS,
  },
  {
    what: "an article with teasers that are links as a whole behind it",
    title: HARBOUR_TITLE,
    body: `<main><article>${H1}${paragraphs(HARBOUR_STORY)}</article>${each(ENGLISH, ({ headline, text }, at) => `<article><a href="/n/${at}"><h3>${headline}</h3><p>${text}</p></a></article>`)}</main>`,
    keeps: HARBOUR_STORY,
    drops: ENGLISH_TEXTS,
  },
  {
    what: "an interview whose answers are short",
    title: HARBOUR_TITLE,
    body: `<main>${H1}${each(ENGLISH, ({ text }, at) => `<h3>What about number ${at + 1}, Ms Lund?</h3><p>${text}</p>`)}</main>`,
    keeps: ENGLISH_TEXTS,
  },
  {
    what: "letters to the editor with a heading each",
    title: "Letters: what readers say about the ferry",
    body: `<main><h1>Letters: what readers say about the ferry</h1>${each(ENGLISH, ({ headline, text }) => `<div class="letter"><h3>${headline}</h3><p>${text}</p><p>Ola Berg, Tovik</p></div>`)}</main>`,
    keeps: ENGLISH_TEXTS,
  },
  {
    what: "news in brief, a heading and a sentence each, without links",
    title: "The coast in brief",
    body: `<main><h1>The coast in brief</h1>${each(ENGLISH, ({ headline, text }) => `<section><h2>${headline}</h2><p>${text}</p></section>`)}</main>`,
    keeps: ENGLISH_TEXTS,
  },
  {
    what: "an article whose sections name their sources in links",
    title: HARBOUR_TITLE,
    body: `<main>${H1}${each(ENGLISH, ({ headline, text }, at) => `<div class="section"><h2>${headline}</h2><p>${text} That is what <a href="https://other.example/${at}">the Halmby Post</a> reported first, and the council did not deny it.</p></div>`)}</main>`,
    keeps: ENGLISH_TEXTS,
  },
  {
    what: "an article without a headline whose paragraphs are parted by links to other stories",
    title: "Varnby Courier",
    body: `<div><div class="text">${HARBOUR_STORY.map((text, at) => `<p>${text}</p><p><a href="/n/${at}">${ENGLISH[at]?.headline}</a></p>`).join("")}</div></div>`,
    keeps: HARBOUR_STORY,
  },
  {
    what: "an article without a headline with a pointer to another story above each paragraph",
    title: "Varnby Courier",
    body: `<div><div class="text">${HARBOUR_STORY.map((text, at) => `<p><a href="/n/${at}">Read more: ${ENGLISH[at]?.headline}</a></p><p>${text}</p>`).join("")}</div></div>`,
    keeps: HARBOUR_STORY,
  },
  {
    what: "an article without a headline in which a link to another story stands behind each paragraph but the last",
    title: "Varnby Courier",
    body: `<div><div class="text">${HARBOUR_STORY.map((text, at) => `${at > 0 ? `<p><a href="/n/${at}">${ENGLISH[at]?.headline}</a></p>` : ""}<p>${text}</p>`).join("")}</div></div>`,
    keeps: HARBOUR_STORY,
  },
  {
    what: "a post on its own page, with older posts in full behind it",
    title: HARBOUR_TITLE,
    body: `<main>${POSTS.map(fullPost).join("")}</main>`,
    keeps: HARBOUR_STORY,
    drops: ORCHARD_STORY,
  },
  {
    what: "a live blog whose long entries name the reports they came from",
    title: HARBOUR_TITLE,
    body: `<main>${H1}${POSTS.map(([, texts], at) => `<article><time>1${at}:05</time><h2><a href="/n/${at}">What the council heard at noon ${at}</a></h2>${paragraphs(texts)}</article>`).join("")}</main>`,
    keeps: [...HARBOUR_STORY, ...ORCHARD_STORY],
  },
  {
    what: "a long article with comments in <article> boxes",
    title: HARBOUR_TITLE,
    body: `<main><article>${H1}${paragraphs(HARBOUR_STORY)}</article><section>${each(ENGLISH.slice(0, 4), ({ text }, at) => `<article><h4><a href="/u/${at}">Ola Berg ${at}</a></h4><p>${text.repeat(5)}</p></article>`)}</section></main>`,
    keeps: HARBOUR_STORY,
  },
  {
    what: "a newsletter that tells of reports elsewhere at length",
    title: "The Varnby Letter",
    body: `<main><h1>The Varnby Letter</h1>${POSTS.map(([headline, texts], at) => `<h2><a href="https://paper-${at}.example/n">${headline}</a></h2>${paragraphs(texts)}`).join("")}</main>`,
    keeps: [...HARBOUR_STORY, ...ORCHARD_STORY],
  },
  {
    what: "a long article with a box of teasers in its middle",
    title: HARBOUR_TITLE,
    body: `<main><article>${H1}<p>${P1}</p><p>${P2}</p><div class="cards">${each(ENGLISH.slice(0, 3), linkedHeading)}</div><p>${P3}</p><p>${P4}</p></article></main>`,
    keeps: HARBOUR_STORY,
  },
];

describe("an article and no front page:", () => {
  it.each(ARTICLES)("$what", ({ body, title = HARBOUR_TITLE, head = "", keeps, drops = [] }) => {
    const { text } = article(pageOf({ title: `${title} | Varnby Courier`, head, body }));
    expect(keeps.filter((string) => !text.includes(string))).toEqual([]);
    expect(drops.filter((string) => text.includes(string))).toEqual([]);
  });
});
