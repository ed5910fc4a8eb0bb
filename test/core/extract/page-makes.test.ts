/*
 * Pages of many makes: publishing systems, old layouts, and kinds of article that ordinary fixtures lack. Each says
 * what of it is the article and what is not.
 */
import { describe, expect, it } from "vitest";
import {
  article,
  HARBOUR_STORY,
  HARBOUR_TITLE,
  ORCHARD_STORY,
  ORCHARD_TITLE,
  pageOf,
  paragraphs,
} from "./pages.ts";

interface Make {
  readonly what: string;
  readonly body: string;
  readonly head?: string;
  readonly title?: string;
  /** Strings of the article; the harbour story's paragraphs where none are given. */
  readonly keeps?: readonly string[];
  readonly drops?: readonly string[];
}

const [P1 = "", P2 = "", P3 = "", P4 = ""] = HARBOUR_STORY;
const H1 = `<h1>${HARBOUR_TITLE}</h1>`;
const TEASER =
  "The toll on the Tovik bridge is to rise by a tenth from January, the road office said on Tuesday.";
const COMMENT =
  "I have crossed on this boat for thirty years, and what my neighbours say about its crew is not true at all.";

/** A column of other stories' cards, as nearly every page has. */
const CARDS = `<div class="col">${[
  ["Bridge toll to rise next year", TEASER],
  [
    "New mayor for Halmby",
    "The town elected the teacher Pia Lund with a majority of nine votes after a recount that took all night.",
  ],
  [
    "Storm closes coastal road",
    "Fallen pines block the road between Tovik and the lighthouse until at least Thursday, police said.",
  ],
]
  .map(([headline, text]) => `<div><h3><a href="/n">${headline}</a></h3><p>${text}</p></div>`)
  .join("")}</div>`;

const PUBLISHING_SYSTEMS: readonly Make[] = [
  {
    what: "WordPress with share buttons, related posts, an author box and comments",
    body: `<div id="page" class="site"><div id="primary" class="content-area"><main id="main"><article id="post-12" class="post-12 post type-post status-publish category-harbour tag-ferry">
      <header class="entry-header">${H1}<div class="entry-meta"><span class="posted-on">Posted on <time datetime="2031-03-04T10:00:00+00:00">March 4, 2031</time></span> <span class="byline">by <span class="author vcard"><a href="/author/jonna/">Jonna Tvedt</a></span></span></div></header>
      <div class="entry-content">${paragraphs(HARBOUR_STORY)}<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a>Facebook</a></li><li><a>X</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p>${TEASER}</p></div></div>
      <footer class="entry-footer"><span class="cat-links">Posted in <a>Harbour</a></span></footer></article>
      <div class="author-box"><p>Jonna Tvedt writes about the coast and has sailed it twice around, once alone.</p></div>
      <div id="comments" class="comments-area"><h2>3 thoughts on “${HARBOUR_TITLE}”</h2><ol class="comment-list">${`<li><p>${COMMENT}</p></li>`.repeat(3)}</ol></div></main></div></div>`,
    drops: ["Share this", TEASER, "sailed it twice", COMMENT, "Posted on"],
  },
  {
    what: "Blogger, whose paragraphs are parted by <br><br>",
    body: `<div class="main section"><div class="widget Blog"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header">Tuesday, March 4, 2031</h2><div class="post hentry"><h3 class="post-title entry-title">${HARBOUR_TITLE}</h3>
      <div class="post-body entry-content"><div dir="ltr">${HARBOUR_STORY.join("<br /><br />")}</div></div><div class="post-footer"><span class="post-author vcard">Posted by Jonna</span> <span class="post-timestamp">at 10:12 AM</span></div></div>
      <div class="comments" id="comments"><h4>2 comments:</h4><p>${COMMENT}</p></div></div></div></div></div>`,
    drops: [COMMENT, "Posted by"],
  },
  {
    what: "Drupal with fields",
    body: `<div class="region region-content"><article class="node node--type-article node--view-mode-full"><h1 class="page-title"><span class="field field--name-title">${HARBOUR_TITLE}</span></h1><div class="node__content"><div class="field field--name-field-tags field__items"><div class="field__item"><a>Harbour</a></div></div><div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">${paragraphs(HARBOUR_STORY)}</div></div></article></div><aside class="region region-sidebar"><p>${TEASER}</p></aside>`,
    drops: [TEASER],
  },
  {
    what: "Medium, whose classes say nothing",
    body: `<div class="a b c"><div class="l m"><a href="/signin">Sign in</a><a href="/up">Get unlimited access</a></div><article><div class="l"><div class="l"><span class="l"></span><section><div><div class="fk fl fm"><div class="ab ca"><div class="ch bg fn"><div><h1 class="pw-post-title fo fp" data-testid="storyTitle">${HARBOUR_TITLE}</h1><div class="fz ga"><a rel="noopener" href="/@jonna">Jonna Tvedt</a><span>·</span><a>Follow</a><div><span data-testid="storyReadTime">6 min read</span><span>·</span><span>Mar 4, 2031</span></div></div><div><p class="be b">--</p><p class="be b">12</p><p class="be b">Listen</p><p>Share</p></div></div>${HARBOUR_STORY.map((text) => `<p id="x" class="pw-post-body-paragraph nn no">${text}</p>`).join("")}</div></div></div></div></section></div></div></article><div class="x y"><h2>Written by Jonna Tvedt</h2><p>1.2K Followers</p><h2>More from Jonna Tvedt</h2><div><a href="/2"><h2>Bridge toll to rise next year</h2><h3>${TEASER}</h3></a></div></div></div>`,
    drops: [TEASER, "min read", "Followers"],
  },
  {
    what: "Substack with subscription boxes between the paragraphs",
    body: `<div class="single-post"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">${HARBOUR_TITLE}</h1><h3 class="subtitle">What a town loses with its boat.</h3><div class="byline-wrapper"><a href="/@j">Jonna Tvedt</a><div>Mar 04, 2031</div></div></div><div class="available-content"><div dir="auto" class="body markup"><p>${P1}</p><div class="subscription-widget-wrap-editor"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">The Varnby Letter is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div></div></div>${paragraphs([P2, P3, P4])}<p class="button-wrapper"><a class="button primary"><span>Share</span></a></p><p>Thanks for reading The Varnby Letter! Subscribe for free to receive new posts and support my work.</p></div></div></article><div class="comments-page"><h4>Discussion about this post</h4><p>${COMMENT}</p></div></div>`,
    drops: ["reader-supported", "Thanks for reading", COMMENT],
  },
  {
    what: "Ghost with a bookmark card and a sign-up card",
    body: `<main class="gh-main"><article class="gh-article post"><header class="gh-article-header gh-canvas"><a class="gh-article-tag">Harbour</a><h1 class="gh-article-title">${HARBOUR_TITLE}</h1></header><section class="gh-content gh-canvas"><p>${P1}</p><figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="/b"><div class="kg-bookmark-content"><div class="kg-bookmark-title">Bridge toll to rise next year</div><div class="kg-bookmark-description">${TEASER}</div></div></a></figure>${paragraphs([P2, P3])}<div class="kg-card kg-signup-card"><h2 class="kg-signup-card-heading">Sign up for the Varnby Letter</h2><p class="kg-signup-card-subheading">All that happens between pier and bridge, every Friday in your mailbox.</p></div><p>${P4}</p></section></article></main>`,
    drops: [TEASER, "every Friday in your mailbox"],
  },
  {
    what: "Wix, whose paragraphs are spans in classes of fonts",
    body: `<div id="SITE_CONTAINER"><div class="font_0">Varnby Letter</div><div data-hook="post-page"><h1 class="UbhFJ7" data-hook="post-title"><span class="blog-post-title-font">${HARBOUR_TITLE}</span></h1><ul class="post-metadata"><li>Mar 4</li><li>3 min read</li></ul><div data-hook="post-description"><article><div class="moLNB kxSOo">${HARBOUR_STORY.map((text) => `<div class="xVISr"><p class="font_8" dir="auto"><span style="color:#000"><span>${text}</span></span></p></div><div type="empty-line">&nbsp;</div>`).join("")}</div></article></div></div><div data-hook="recent-posts"><h2>Recent Posts</h2><div><a>See All</a></div><p>${TEASER}</p></div></div>`,
    drops: [TEASER, "min read"],
  },
  {
    what: "TYPO3 with a dropped-in link box",
    body: `<div id="content"><div class="news news-single"><div class="article"><div class="header"><h1>${HARBOUR_TITLE}</h1></div><div class="teaser-text"><p>${P1}</p></div><div class="news-text-wrap">${paragraphs([P2, P3, P4])}</div><div class="news-related-wrap"><h4>Related news</h4><p>${TEASER}</p></div></div></div></div>`,
    drops: [TEASER],
  },
  {
    what: "Joomla in a table",
    body: `<table class="contentpaneopen"><tr><td class="contentheading">${HARBOUR_TITLE}</td></tr></table><table class="contentpaneopen"><tr><td><span class="small">Written by Jonna Tvedt</span></td></tr><tr><td class="createdate">Tuesday, 04 March 2031 10:12</td></tr><tr><td>${paragraphs(HARBOUR_STORY)}</td></tr></table><div class="moduletable"><h3>Latest News</h3><ul><li><a>Bridge toll to rise next year</a></li></ul></div>`,
    drops: ["Bridge toll", "Written by"],
  },
  {
    what: "a component tree in which every paragraph has a box of its own",
    body: `<main>${H1}<div class="Page_layout__x9A">${HARBOUR_STORY.map((text) => `<div class="Text_block__k2Lm9"><div class="RichText_root__9aZ"><p>${text}</p></div></div><div class="Slot_box__a1"><span>Advertisement</span></div>`).join("")}</div>${CARDS}</main>`,
    drops: [TEASER, "Advertisement"],
  },
  {
    what: "utility classes with variants for print and hover",
    body: `<main>${H1}<div class="prose lg:prose-lg print:text-black">${HARBOUR_STORY.map((text) => `<p class="mb-4 text-copy print:mb-2 hover:share-none md:skip-ink">${text}</p>`).join("")}</div></main>`,
  },
  {
    what: "AMP with a sidebar, an accordion and a consent dialog",
    body: `<amp-sidebar id="s"><ul><li><a>News</a></li></ul></amp-sidebar><amp-consent id="c"><div id="ui"><p>We and our partners process data to show you the harbour as you like it.</p></div></amp-consent><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">${HARBOUR_TITLE}</h1></header><div class="amp-wp-article-content"><amp-img src="a.jpg"></amp-img><p>${P1}</p><amp-ad><p>Buy a boat today, pay when you have sold it.</p></amp-ad>${paragraphs([P2, P3, P4])}</div></article><amp-accordion><section><h4>Bridge toll to rise next year</h4><p>${TEASER}</p></section></amp-accordion>`,
    drops: [TEASER, "Buy a boat", "our partners"],
  },
  {
    what: "a page builder that numbers the widget of every paragraph",
    body: `<div data-elementor-type="wp-post" class="elementor elementor-12"><div class="elementor-section"><div class="elementor-widget elementor-widget-heading elementor-element-7aa1">${H1}</div>${HARBOUR_STORY.map((text, at) => `<div class="elementor-element elementor-element-${at}f${at}a elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container"><p>${text}</p></div></div>`).join("")}<div class="elementor-element elementor-element-9c elementor-widget elementor-widget-posts"><article class="elementor-post"><h3><a href="/n">Bridge toll to rise next year</a></h3><div class="elementor-post__excerpt"><p>${TEASER}</p></div></article></div></div></div>`,
    drops: [TEASER],
  },
  {
    what: "Squarespace with blocks and a summary of other posts",
    body: `<article class="h-entry entry"><div class="blog-item-top-wrapper"><h1 class="entry-title">${HARBOUR_TITLE}</h1></div><div class="blog-item-content e-content"><div class="sqs-layout">${HARBOUR_STORY.map((text) => `<div class="sqs-block html-block sqs-block-html"><div class="sqs-block-content"><div class="sqs-html-content"><p style="white-space:pre-wrap;">${text}</p></div></div></div>`).join("")}<div class="sqs-block summary-v2-block"><div class="summary-item"><div class="summary-title"><a class="summary-title-link" href="/n">Bridge toll to rise next year</a></div><div class="summary-excerpt"><p>${TEASER}</p></div></div></div></div></div></article>`,
    drops: [TEASER],
  },
  {
    what: "a newspaper group's system with a box for subscribers",
    body: `<div id="asset-content" class="asset has-right-rail"><header class="asset-header"><h1 class="headline"><span>${HARBOUR_TITLE}</span></h1><ul class="list-inline"><li class="byline">Jonna Tvedt</li><li>Mar 4, 2031</li></ul></header><div id="article-body" class="asset-body subscriber-premium">${HARBOUR_STORY.map((text, at) => `<div class="subscriber-only" ${at ? "" : 'data-first="1"'}><p>${text}</p></div>`).join("")}<div class="tnt-ads"><p>Buy a boat today, pay when you have sold it.</p></div></div></div>`,
    drops: ["Buy a boat"],
  },
  {
    what: "a component library with slots and shadow roots",
    body: `<site-header><a href="/">Courier</a></site-header><article-page><story-headline>${H1}</story-headline><story-body>${paragraphs(HARBOUR_STORY)}</story-body><newsletter-promo><p>All that happens between pier and bridge, every Friday.</p></newsletter-promo></article-page>`,
    drops: ["every Friday"],
  },
  {
    what: "a shop's blog",
    body: `<section class="article-template"><header><h1 class="article-template__title">${HARBOUR_TITLE}</h1><span>March 4, 2031</span></header><div class="article-template__content rte">${paragraphs(HARBOUR_STORY)}</div><div class="article-template__comments"><h2>Leave a comment</h2><p>Please note, comments need to be approved before they are published.</p></div><div class="product-grid"><h3><a href="/p">Oilskin jacket, yellow</a></h3><p>Made for the northern coast. 49 crowns.</p></div></section>`,
    drops: ["need to be approved", "Oilskin"],
  },
];

const OLD_LAYOUTS: readonly Make[] = [
  {
    what: "nested tables and fonts",
    body: `<table width=760><tr><td width=140><a>Home</a><br><a>News</a><br><a>Sport</a></td><td><font size=5><b>${HARBOUR_TITLE}</b></font><br><br><font size=2>${HARBOUR_STORY.join("<br><br>")}</font></td><td width=160><b>Also today</b><br><a>Bridge toll to rise next year</a><br><a>New mayor for Halmby</a></td></tr></table>`,
    drops: ["Also today", "New mayor"],
  },
  {
    what: "unclosed paragraphs in capitals",
    body: `<CENTER><H2>${HARBOUR_TITLE}</H2></CENTER><HR>${HARBOUR_STORY.map((text) => `<P>${text}`).join("\n")}<HR><ADDRESS>webmaster of the Courier</ADDRESS>`,
    drops: ["webmaster"],
  },
  {
    what: "paragraphs parted by single line breaks",
    body: `${H1}<div class="text">${HARBOUR_STORY.join("<br>\n")}</div><div class="menu"><a>Home</a></div>`,
  },
  {
    what: "text wrapped in a <pre>",
    body: `<h1>${HARBOUR_TITLE}</h1><pre>${HARBOUR_STORY.map((text) => text.replace(/(.{50,70}) /g, "$1\n")).join("\n\n")}</pre>`,
  },
  {
    what: "spans instead of paragraphs",
    body: `<div class="c1">${H1}<div class="c2">${HARBOUR_STORY.map((text) => `<span style="display:block">${text}</span>`).join("<br>")}</div></div>${CARDS}`,
    drops: [TEASER],
  },
  {
    what: "one table row for each paragraph",
    body: `${H1}<table>${HARBOUR_STORY.map((text) => `<tr><td>${text}</td></tr>`).join("")}</table><table><tr><td><a>Home</a></td><td><a>Archive of the Courier</a></td></tr></table>`,
    drops: ["Archive of the Courier"],
  },
  {
    what: "headings used for every paragraph",
    body: `${H1}<div>${HARBOUR_STORY.map((text) => `<h4>${text}</h4>`).join("")}</div>${CARDS}`,
    drops: [TEASER],
  },
  {
    what: "a page that is one form",
    body: `<form id="aspnetForm" method="post"><div id="ctl00_Menu"><a>Home</a></div><div id="ctl00_Main">${H1}<div id="ctl00_Text"><div>${P1}</div><div>${P2}</div><div>${P3}</div><div>${P4}</div></div></div></form>`,
  },
  {
    what: "text that stands in <div> elements without classes",
    body: `<div><div><div>${H1}</div><div>${HARBOUR_STORY.map((text) => `<div>${text}</div><div>&nbsp;</div>`).join("")}</div></div>${CARDS}</div>`,
    drops: [TEASER],
  },
];

const SHORT_SENTENCES = [
  "The old ferry will sail no more.",
  "So says the council of Varnby.",
  "It lost money for seven winters.",
  "The western pier is cracked.",
  "The fishermen will go to court.",
  "The last boat leaves in October.",
  "Then there is only the bridge.",
  "It is forty minutes longer.",
];

const ARABIC_TITLE = "مجلس الميناء يقرر إغلاق محطة العبارات القديمة";
const ARABIC_STORY = [
  "قرر مجلس الميناء يوم الاثنين إغلاق محطة العبارات القديمة، منهيا بذلك خدمة عبرت المضيق منذ أكثر من تسعين عاما.",
  "وقالت رئيسة المجلس إن المحطة خسرت أموالا في كل شتاء من السنوات السبع الماضية، وإن إصلاح الرصيف الغربي سيكلف أكثر مما تكسبه العبارة في عشر سنوات.",
  "وأعلن معارضو الخطة أنهم سيطلبون من المحكمة تعليق القرار قبل بداية الصيف.",
];
const HINDI_TITLE = "बंदरगाह परिषद ने पुराना नौका घाट बंद करने का फैसला किया";
const HINDI_STORY = [
  "बंदरगाह परिषद ने सोमवार को पुराना नौका घाट बंद करने का फैसला किया और इसके साथ नब्बे साल से चल रही सेवा समाप्त हो जाएगी।",
  "परिषद की अध्यक्ष ने कहा कि घाट को पिछले सात वर्षों में हर सर्दी में नुकसान हुआ और पश्चिमी दीवार की मरम्मत बहुत महंगी पड़ेगी।",
] as const;
const GREEK_TITLE = "Το συμβούλιο του λιμανιού κλείνει τον παλιό σταθμό των πλοίων";
const GREEK_STORY = [
  "Το συμβούλιο του λιμανιού αποφάσισε τη Δευτέρα να κλείσει τον παλιό σταθμό, βάζοντας τέλος σε μια γραμμή που διασχίζει το στενό εδώ και ενενήντα χρόνια.",
  "Η πρόεδρος του συμβουλίου είπε ότι ο σταθμός έχασε χρήματα σε καθέναν από τους τελευταίους επτά χειμώνες και ότι η επισκευή θα κόστιζε πολύ.",
];

const ENTRY_TIMES = ["14:32", "13:05", "11:48", "09:10"];
const GALLERY = HARBOUR_STORY.map(
  (text, at) =>
    `<li class="slide"><figure><img src="${at}.jpg"><figcaption><span class="count">${at + 1} of 4</span> <p>${text}</p></figcaption></figure></li>`,
).join("");

const KINDS_OF_ARTICLE: readonly Make[] = [
  {
    what: "a live blog, newest entry first",
    body: `<main>${H1}<p class="standfirst">Follow the debate of the harbour council as it happens.</p><div class="live-feed">${HARBOUR_STORY.map((text, at) => `<article class="entry"><time>${ENTRY_TIMES[at]}</time><h2>What the council heard at ${ENTRY_TIMES[at]}</h2><p>${text}</p></article>`).join("")}</div></main>`,
  },
  {
    what: "a live blog without headings",
    body: `<main>${H1}<div>${HARBOUR_STORY.map((text, at) => `<div class="post"><p><strong>${ENTRY_TIMES[at]}</strong></p><p>${text}</p></div>`).join("")}</div></main>${CARDS}`,
    drops: [TEASER],
  },
  {
    what: "a photo gallery, whose captions are its text",
    body: `<main>${H1}<ul class="gallery">${GALLERY}</ul></main>`,
  },
  {
    what: "news of two sentences between long boxes",
    body: `<div class="top"><p>Subscribe now</p></div><main>${H1}<p>${P1}</p><p>The last boat leaves in October.</p></main>${CARDS}<div class="about"><h3>About the Courier</h3><p>The Varnby Courier has been printed in the harbour quarter since the year of the great flood, and it belongs to its readers. It comes out three times a week.</p></div>`,
    keeps: [P1, "The last boat leaves in October."],
    drops: [TEASER, "printed in the harbour quarter"],
  },
  {
    what: "a teaser before a paywall",
    body: `<main><article>${H1}<p>${P1}</p><p>${P2}</p><div class="paywall-offer"><h2>Read on with Courier Plus</h2><p>Get the whole story and everything else we write for two crowns a week, and stop whenever you like.</p></div></article></main>`,
    keeps: [P1, P2],
    drops: ["two crowns a week"],
  },
  {
    what: "a teaser before a paywall that no class names",
    body: `<main><article>${H1}<p>${P1}</p><p>${P2}</p><div class="x1"><h3>This article is for subscribers only</h3><p>Already a subscriber? Log in to read on.</p><p>To continue reading, subscribe to the Courier for two crowns a week.</p></div></article></main>`,
    keeps: [P1, P2],
    drops: ["two crowns a week", "Log in to read"],
  },
  {
    what: "an interview with bold questions",
    body: `<main>${H1}${HARBOUR_STORY.map((text, at) => `<p><strong>What did the council say about pier ${at + 1}?</strong></p><p>${text}</p>`).join("")}</main>${CARDS}`,
    keeps: [
      ...HARBOUR_STORY,
      "What did the council say about pier 1?",
      "What did the council say about pier 4?",
    ],
    drops: [TEASER],
  },
  {
    what: "an interview as a definition list",
    body: `<main>${H1}<dl>${HARBOUR_STORY.map((text, at) => `<dt>What did the council say about pier ${at + 1}?</dt><dd>${text}</dd>`).join("")}</dl></main>`,
    keeps: [...HARBOUR_STORY, "What did the council say about pier 2?"],
  },
  {
    what: "a list article with numbered headings and pictures",
    body: `<main>${H1}<p>Four things to know before the last boat goes.</p>${HARBOUR_STORY.map((text, at) => `<h2>${at + 1}. The matter of pier ${at + 1}</h2><figure><img src="x.jpg"><figcaption>Pier ${at + 1} in winter</figcaption></figure><p>${text}</p>`).join("")}</main>`,
    keeps: [...HARBOUR_STORY, "1. The matter of pier 1", "4. The matter of pier 4"],
    drops: ["Pier 2 in winter"],
  },
  {
    what: "a brief whose text is a list of points",
    body: `<main>${H1}<ul>${HARBOUR_STORY.map((text) => `<li>${text}</li>`).join("")}</ul></main>${CARDS}`,
    drops: [TEASER],
  },
  {
    what: "an article that is shorter than its comments, which no class names",
    body: `<main><article>${H1}${paragraphs(HARBOUR_STORY)}</article><section><h2>Comments (9)</h2>${`<div><b>Ragnhild</b><span>2 hours ago</span><p>${COMMENT}</p><a>Reply</a></div>`.repeat(9)}</section></main>`,
    drops: [COMMENT],
  },
  {
    what: "an article that is shorter than its comments, which carry the class of comments",
    body: `<main><article>${H1}${paragraphs(HARBOUR_STORY)}</article><div class="comment-thread">${`<div class="comment"><p>${COMMENT}</p></div>`.repeat(15)}</div></main>`,
    drops: [COMMENT],
  },
  {
    what: "a column with a label and a note on its author",
    body: `<main><p class="label">Opinion</p>${H1}<p>By Jonna Tvedt</p>${paragraphs(HARBOUR_STORY)}<p><em>Jonna Tvedt is a columnist for the Varnby Courier.</em></p></main>`,
    drops: ["is a columnist", "Opinion"],
  },
  {
    what: "a quotation as a whole",
    body: `<main>${H1}<blockquote>${paragraphs(HARBOUR_STORY)}</blockquote></main>`,
  },
  {
    what: "a second story behind the first, in <article> elements",
    body: `<main><article>${H1}${paragraphs(HARBOUR_STORY)}</article><article><h1>${ORCHARD_TITLE}</h1>${paragraphs(ORCHARD_STORY)}</article></main>`,
    drops: [ORCHARD_STORY[0] ?? ""],
  },
  {
    what: "a transcript with the speakers' names",
    body: `<main>${H1}${HARBOUR_STORY.map((text, at) => `<p><b>${at % 2 ? "OSKARSDOTTIR" : "HOST"}:</b> ${text}</p>`).join("")}</main>`,
  },
  {
    what: "a page whose consent dialog is longer than the story",
    body: `<div id="CybotCookiebotDialog"><p>${"This tool is used to remember what you have chosen on this page, for how long, and on which of your devices you did so. ".repeat(20)}</p></div><main>${H1}${paragraphs(HARBOUR_STORY)}</main>`,
    drops: ["on which of your devices"],
  },
  {
    what: "a report on a match with its table",
    body: `<main>${H1}<p>${P1}</p><table><tr><th>Team</th><th>Points</th></tr><tr><td>Varnby</td><td>41</td></tr><tr><td>Halmby</td><td>39</td></tr></table>${paragraphs([P2, P3, P4])}</main>`,
    keeps: [...HARBOUR_STORY, "Varnby", "41"],
  },
  {
    what: "an article with code in it",
    body: `<main>${H1}<p>${P1}</p><pre><code>git checkout -b ferry\ngit commit -m "close the pier"</code></pre>${paragraphs([P2, P3, P4])}</main>`,
    keeps: [...HARBOUR_STORY, "git checkout -b ferry"],
  },
  {
    what: "sentences that are paragraphs of their own",
    body: `<main>${H1}${SHORT_SENTENCES.map((text) => `<p>${text}</p>`).join("")}</main>${CARDS}`,
    keeps: SHORT_SENTENCES,
    drops: [TEASER],
  },
  {
    what: "an article whose headline stands nowhere on the page",
    body: `<div class="top"><a>Home</a></div><div>${paragraphs(HARBOUR_STORY)}</div>${CARDS}`,
    drops: [TEASER],
  },
  {
    what: "a press release",
    body: `<main><p>FOR IMMEDIATE RELEASE</p>${H1}${paragraphs(HARBOUR_STORY)}<p>###</p></main>`,
    drops: ["###"],
  },
  {
    what: "a story in pages of pictures",
    body: `<amp-story standalone>${HARBOUR_STORY.map((text) => `<amp-story-page><amp-story-grid-layer template="fill"><amp-img src="a.jpg"></amp-img></amp-story-grid-layer><amp-story-grid-layer template="vertical"><h2>The pier</h2><p>${text}</p></amp-story-grid-layer></amp-story-page>`).join("")}</amp-story>`,
  },
  {
    what: "a text whose rest opens with a button",
    body: `<main>${H1}<p>${P1}</p><p>${P2}</p><div class="collapsible"><p>${P3}</p><p>${P4}</p></div><a href="#">Read the whole story</a></main>`,
  },
  {
    what: "an article with a poll and a box of products in it",
    body: `<main>${H1}<p>${P1}</p><div class="poll-box"><h3>Should the ferry stay?</h3><ul><li>Yes, at any price</li><li>No, the bridge is enough</li></ul></div>${paragraphs([P2, P3])}<div class="product-card"><h4><a href="/p">Oilskin jacket, yellow</a></h4><p>49 crowns at Nordlys</p><a href="/p">Buy now</a></div><p>${P4}</p></main>`,
    drops: ["at any price", "49 crowns"],
  },
  {
    what: "an Arabic article in lines parted by <br>",
    title: ARABIC_TITLE,
    body: `<div dir="rtl"><h1>${ARABIC_TITLE}</h1><div class="txt">${ARABIC_STORY.join("<br><br>")}</div><div><h3>مواضيع ذات صلة</h3><p>قررت سلطة الطرق رفع رسوم الجسر بمقدار العشر ابتداء من يناير المقبل.</p></div></div>`,
    keeps: ARABIC_STORY,
    drops: ["رسوم الجسر"],
  },
  {
    what: "a Hindi article with a pointer to another",
    title: HINDI_TITLE,
    body: `<article><h1>${HINDI_TITLE}</h1><p>${HINDI_STORY[0]}</p><p>यह भी पढ़ें: <a href="/n">पुल का शुल्क बढ़ेगा</a></p><p>${HINDI_STORY[1]}</p></article>`,
    keeps: HINDI_STORY,
    drops: ["शुल्क बढ़ेगा"],
  },
  {
    what: "a Greek article with tags behind it",
    title: GREEK_TITLE,
    body: `<article><h1>${GREEK_TITLE}</h1>${paragraphs(GREEK_STORY)}<p>Διαβάστε επίσης: <a href="/n">Ακριβότερα διόδια στη γέφυρα</a></p></article>`,
    keeps: GREEK_STORY,
    drops: ["διόδια"],
  },
  {
    what: "a Japanese article with readings over its names",
    title: "港町の渡し船が廃止へ",
    body: `<article><h1>港町の渡し船が廃止へ</h1><p>海沿いの町<ruby>浜名<rp>（</rp><rt>はまな</rt><rp>）</rp></ruby>の議会は月曜日、九十年以上続いた渡し船の発着場を閉鎖することを決めた。</p><p>議長は「修理には船の十年分の収入より多くの費用がかかる」と述べ、反対する漁協は裁判所に訴える考えを示した。最後の便は十月に出る。</p></article>`,
    keeps: ["海沿いの町浜名の議会は月曜日", "最後の便は十月に出る。"],
    drops: ["はまな"],
  },
  {
    what: "initial letters in elements of their own",
    body: `<main>${H1}<p><span class="dropcap">${P1.slice(0, 1)}</span>${P1.slice(1)}</p>${paragraphs([P2, P3, P4])}</main>`,
  },
];

function nextData(value: unknown): string {
  return `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify(value)}</script>`;
}

const PAGE_PROPS = {
  title: HARBOUR_TITLE,
  id: 12,
  related: [{ title: "Bridge toll to rise next year", teaser: TEASER }],
};

const TEXT_IN_DATA: readonly Make[] = [
  {
    what: "JSON-LD articleBody in HTML",
    head: `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: HARBOUR_TITLE, articleBody: paragraphs(HARBOUR_STORY) })}</script>`,
    body: `<div id="root"></div>`,
  },
  {
    what: "the data of the page's scripts, as blocks",
    body: `<div id="__next"></div>${nextData({ props: { pageProps: { article: { ...PAGE_PROPS, body: HARBOUR_STORY.map((text) => ({ type: "paragraph", text })) } } } })}`,
    drops: [TEASER],
  },
  {
    what: "the data of the page's scripts, as HTML",
    body: `<div id="__next"><p>Loading</p></div>${nextData({ props: { pageProps: { article: { ...PAGE_PROPS, bodyHtml: paragraphs(HARBOUR_STORY) } } } })}`,
    drops: [TEASER],
  },
];

function checks(makes: readonly Make[]): void {
  it.each(makes)("$what", ({ body, head = "", title = HARBOUR_TITLE, keeps = HARBOUR_STORY, drops = [] }) => {
    const { text, removed } = article(pageOf({ title: `${title} - Varnby Courier`, head, body }));
    const flat = text.replaceAll("\n", " ");
    expect(keeps.filter((string) => !flat.includes(string))).toEqual([]);
    expect(drops.filter((string) => flat.includes(string))).toEqual([]);
    expect(removed.every((block) => block.step !== "" && block.reason !== "")).toBe(true);
  });
}

describe("the article of a page made by", () => checks(PUBLISHING_SYSTEMS));
describe("the article of an old layout:", () => checks(OLD_LAYOUTS));
describe("all of", () => checks(KINDS_OF_ARTICLE));
describe("the text of a page that has it only in", () => checks(TEXT_IN_DATA));

const ENDS_OF_PAGES: ReadonlyArray<readonly [what: string, line: string]> = [
  ["the agency that a text was partly taken from", "(avec AFP)"],
  ["a Russian channel", `Читайте нас в <a href="/tg">Telegram</a> и не пропускайте новости!`],
  ["a Russian offer to report mistakes", "Нашли опечатку? Выделите её и нажмите две клавиши."],
  ["a Chinese offer to scan a code", "扫码关注我们的公众号，获取更多资讯"],
  ["a Polish question for stories", "Masz ciekawy temat? Napisz do nas: redakcja@kurier.example"],
  ["an English offer to report mistakes", "Spotted a mistake? Let us know, and the desk will mend it."],
  [
    "an English offer about this article",
    "Found a mistake in this article? The desk in Varnby reads every letter.",
  ],
  [
    "a German offer to report mistakes",
    "Haben Sie einen Fehler entdeckt? Schreiben Sie der Redaktion in Varnby.",
  ],
  [
    "an Italian offer to report mistakes",
    "Hai trovato un errore in questo articolo? La redazione ringrazia.",
  ],
  ["a Russian name of a channel", "Мы в Telegram"],
  ["a newsletter's question", `Was this forwarded to you? <a href="/s">Take your own.</a>`],
  ["an author's address", "Jonna Tvedt covers the coast. Reach her at jonna@courier.example."],
];

/** Sentences of reports and interviews that open like the offers above. */
const OPEN_LIKE_OFFERS: readonly string[] = [
  "Haben Sie einen Fehler gemacht, Herr Minister?",
  "Fehler entdeckt haben die Prüfer in neun von zehn Abrechnungen der Reederei.",
  "Spotted a mistake by the pilot too late, the inquiry into the grounding of the ferry says, the crew had nine seconds left.",
  "Spotted an error in the tide tables in March, the clerk had written to the harbour office twice before the ferry ran aground.",
  "Found a mistake in this year's budget of the port, the auditors from Halmby did, and it cost the mayor her office.",
  "Did someone forward this letter to the council before the vote on the pier was taken?",
  "Hai trovato un errore nei calcoli del porto, ingegnere?",
  "¿Has encontrado un error en los cálculos del puerto, o lo encontró el alcalde?",
  "Encontrou um erro nas contas do porto e avisou o conselho na mesma noite.",
  "Нашли ошибку и в расчётах порта: смета оказалась вдвое выше, сообщил совет.",
  "Нашли опечатку в указе только через год, и порт всё это время был закрыт.",
  "Мы в Telegram договорились о встрече у пристани, рассказал капитан парома.",
  "Masz zdjęcie ojca na biurku, a on stoi na nim przy latarni w Varnby.",
  "Masz ciekawy temat na drugą książkę o promie?",
  "扫描二维码后，乘客可以在码头直接登船，不再需要纸质船票，渡轮公司周一表示。",
  "掃碼支付在瓦恩比港口已經十分普遍，售票處將於十月關閉，港務局週一表示。",
];

describe("a text keeps a sentence that opens like an offer to its readers", () => {
  it.each(OPEN_LIKE_OFFERS)("%s", (sentence) => {
    const [first = "", ...rest] = HARBOUR_STORY;
    const body = `<main>${H1}${paragraphs([first, sentence, ...rest])}</main>`;
    expect(article(pageOf({ body })).text).toContain(sentence);
  });
});

describe("a text ends before", () => {
  it.each(ENDS_OF_PAGES)("%s", (_what, line) => {
    const { text } = article(
      pageOf({ body: `<main>${H1}${paragraphs(HARBOUR_STORY)}<p>${line}</p></main>` }),
    );
    expect(text).toBe(HARBOUR_STORY.join("\n"));
  });
});
