/*
 * A financial daily: div soup with terse class names, schema.org microdata and nothing else, a ticker, a
 * subscription appeal and a disclaimer behind the story.
 */
import { dateParts } from "../dates.ts";
import { each, escapeHtml, inline, slug } from "../html.ts";
import type { ArticlePage, Block, Story } from "../story.ts";
import type { Outlet, Teaser } from "./outlet.ts";

const HOST = "morning-ledger.example";
const MENU: ReadonlyArray<readonly [string, readonly string[]]> = [
  ["Markets", ["Stocks", "Bonds", "Currencies", "Commodities", "Funds", "Calendar"]],
  ["Companies", ["Banks", "Food", "Retail", "Shipping", "Energy", "Start-ups"]],
  ["Economy", ["Central Bank", "Jobs", "Prices", "Trade", "Taxes"]],
  ["Money", ["Pensions", "Mortgages", "Insurance", "Calculators"]],
  ["Opinion", ["Editorials", "Columns", "Letters", "Cartoons"]],
  ["Weekend", ["Books", "Wine", "Gardens", "Puzzles"]],
];

const TICKER: ReadonlyArray<readonly [name: string, level: string, change: string]> = [
  ["OSTRAND 40", "4,561.20", "-0.84%"],
  ["MID-CAP 90", "9,027.75", "-0.31%"],
  ["CROWN/USD", "8.914", "+0.12%"],
  ["CROWN/EUR", "10.352", "+0.05%"],
  ["MILL WHEAT", "318.50", "+2.10%"],
  ["CRUDE", "74.31", "-0.30%"],
  ["10-YR", "3.62", "+0.04"],
];

const RAIL: readonly Teaser[] = [
  {
    headline: "Pettibone Heirs End Feud Over Elevator Shares",
    path: "/articles/pettibone-heirs-elevator-shares-10883910",
  },
  { headline: "Why Your Pension Owns a Herring Fleet", path: "/articles/pension-herring-fleet-10883702" },
  {
    headline: "Bank of Norvale Clerk Finds 1911 Gold in Broom Closet",
    path: "/articles/gold-broom-closet-10883544",
  },
  { headline: "The Quiet Boom in Second-Hand Cranes", path: "/articles/second-hand-cranes-10883377" },
  { headline: "Regulator Fines Three Brokers for Emoji Orders", path: "/articles/emoji-orders-10883190" },
  { headline: "Opinion: Put the Budget on One Page", path: "/articles/budget-one-page-10882956" },
  {
    headline: "Upland Freightways Orders 40 Locomotives",
    path: "/articles/upland-freightways-locomotives-10882811",
  },
  { headline: "Letters: In Defense of the Paper Ticket", path: "/articles/letters-paper-ticket-10882640" },
];

const CSS = each(
  [
    ["b", "font:16px/1.55 Cambria,Georgia,serif;margin:0;background:#fdfaf4;color:#222"],
    [
      "tkr",
      "background:#12324a;color:#fff;white-space:nowrap;overflow:hidden;font:12px/28px Verdana,sans-serif",
    ],
    ["tkr-i", "display:inline-block;padding:0 14px;border-right:1px solid #31536d"],
    ["hd", "border-bottom:4px double #12324a;text-align:center;padding:18px 0"],
    ["nv", "font:13px/34px Verdana,sans-serif;border-bottom:1px solid #ccc"],
    ["nv-d", "display:none;position:absolute;background:#fff;border:1px solid #ccc;padding:8px 16px"],
    ["wr", "width:1180px;margin:0 auto;overflow:hidden"],
    ["cl", "float:left;width:760px;padding-right:40px"],
    ["cr", "float:left;width:380px;font:13px/1.5 Verdana,sans-serif"],
    ["hl", "font:bold 38px/1.15 Cambria,serif;margin:24px 0 12px"],
    ["bx", "border:1px solid #d8cfbd;background:#fffdf8;padding:16px;margin:20px 0"],
    ["tx", "font-size:18px;margin:0 0 18px"],
    ["ft", "background:#12324a;color:#dbe6ee;padding:30px;font:12px/1.7 Verdana,sans-serif;clear:both"],
  ] as const,
  ([name, rule]) => `.ml-${name}{${rule}}`,
);

const SCRIPT = `var ML=ML||{};ML.cfg={site:"ledger",tpl:"art7",meter:{max:5,key:"ml_m",storage:"ls"},quotes:"/q/stream",ads:[{id:"ad-top",s:"970x90"},{id:"ad-r1",s:"300x600"},{id:"ad-r2",s:"300x250"},{id:"ad-in",s:"fluid"}]};ML.onload=function(f){if(window.addEventListener){addEventListener("load",f,false)}else{attachEvent("onload",f)}};ML.onload(function(){var n=0;try{n=(+localStorage.getItem(ML.cfg.meter.key)||0)+1;localStorage.setItem(ML.cfg.meter.key,n)}catch(e){}var d=document.getElementById("ml-meter");if(d&&n<ML.cfg.meter.max){d.firstChild.nodeValue="You have read "+n+" of "+ML.cfg.meter.max+" free articles this month."}var t=document.querySelectorAll(".ml-nv-t");for(var i=0;i<t.length;i++){t[i].onmouseover=function(){this.nextSibling.style.display="block"}}});`;

function top(): string {
  const ticker = each(
    TICKER,
    ([name, level, change]) =>
      `<div class="ml-tkr-i"><span class="n">${name}</span> <span class="v">${level}</span> <span class="${change.startsWith("-") ? "dn" : "up"}">${change}</span></div>`,
  );
  const menu = each(
    MENU,
    ([name, entries]) =>
      `<div class="ml-nv-c"><a class="ml-nv-t" href="/${slug(name)}">${name}</a><div class="ml-nv-d">${each(entries, (entry) => `<div class="ml-nv-i"><a href="/${slug(name)}/${slug(entry)}">${entry}</a></div>`)}</div></div>`,
  );
  return `<div class="ml-tkr" id="ticker">${ticker}</div>
<div id="cc-notice" class="ml-bx"><div class="cc-in">This website places cookies, which you can think of as ledger entries about you. By going on you agree to our <a href="/legal/cookies">cookie terms</a>.<div class="cc-b"><a href="#" onclick="return ML.cc(1)">I agree</a> <a href="#" onclick="return ML.cc(0)">Only the necessary ones</a></div></div></div>
<div class="ml-hd"><div class="ml-lg"><a href="/"><img src="/i/masthead.gif" alt="The Morning Ledger" width="520" height="64"></a></div><div class="ml-sl">Established 1904 &middot; Balanced daily</div></div>
<div class="ml-nv"><div class="ml-wr">${menu}<div class="ml-nv-c"><a href="/subscribe?src=nav">Subscribe from $1 a week</a></div></div></div>`;
}

function bodyBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<div class="ml-tx"><p>${inline(block.text)}</p></div>`;
    case "subheading":
      return `<div class="ml-sh"><h3>${escapeHtml(block.text)}</h3></div>`;
    case "pull-quote":
      return `<div class="ml-pq">${escapeHtml(block.text)}</div>`;
    case "figure":
      return `<div class="ml-im" itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><img itemprop="url" src="${block.figure.image}" alt=""><div class="ml-cp" itemprop="caption">${escapeHtml(block.figure.caption)} <span class="ml-cr-l">${escapeHtml(block.figure.credit ?? "")}</span></div></div>`;
    default:
      return block satisfies never;
  }
}

const IN_STORY_BOX = `<div class="ml-bx ml-in"><div class="ml-bx-h">Recommended</div><div class="ml-bx-l"><a href="/articles/second-hand-cranes-10883377">The Quiet Boom in Second-Hand Cranes</a></div><div class="ml-bx-l"><a href="/articles/emoji-orders-10883190">Regulator Fines Three Brokers for Emoji Orders</a></div></div>`;
const SUBSCRIBE_BOX = `<div class="ml-bx ml-sub"><div class="ml-bx-h">Get the Opening Balance</div><div>Four numbers, two charts and one good sentence, in your mailbox at 6 a.m. every trading day. Subscribers also get the closing edition.</div><form action="/nl" method="post"><input name="e" value="Your e-mail"><input type="submit" value="Count me in"></form></div>`;

/** After which paragraph the box of recommended links stands, and after which the newsletter box. */
const RECOMMENDED_AFTER = 2;
const SUBSCRIBE_AFTER = 7;

function articleColumn({ url, story }: ArticlePage): string {
  const { monthName, day, year, clockUs } = dateParts(story.published);
  const names = story.authors
    .map(
      ({ name }) =>
        `<span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="url" href="/by/${slug(name)}"><span itemprop="name">${escapeHtml(name)}</span></a></span>`,
    )
    .join(", ");
  const source =
    names === "" ? `<span class="ml-src">${escapeHtml(story.credit ?? "")}</span>` : `By ${names}`;
  const body = each(
    story.body,
    (block, index) =>
      bodyBlock(block) +
      (index === RECOMMENDED_AFTER ? IN_STORY_BOX : index === SUBSCRIBE_AFTER ? SUBSCRIBE_BOX : ""),
  );
  return `<div class="ml-cl" itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="mainEntityOfPage" content="${url}"><div itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="The Morning Ledger"></div>
<div class="ml-kk"><a href="/${slug(story.section)}" itemprop="articleSection">${escapeHtml(story.section)}</a></div>
<div class="ml-hl"><h1 itemprop="headline">${escapeHtml(story.headline)}</h1></div>
<div class="ml-by">${source} <span class="ml-dt">${monthName} ${day}, ${year} ${clockUs} ET</span><meta itemprop="datePublished" content="${story.published}"></div>
<div class="ml-sh-b"><a href="/share/mail">Mail</a> | <a href="/share/print">Print</a> | <a href="/share/reprint">Order reprints</a> | <a href="/share/gift">Gift this article</a></div>
<div class="ml-bd" itemprop="articleBody">
${body}
</div>${belowStory(story)}</div>`;
}

function belowStory(story: Story): string {
  return `<div class="ml-tg">Filed under: ${story.tags.map((tag) => `<a href="/tag/${slug(tag)}">${escapeHtml(tag)}</a>`).join(" &bull; ")}</div>
<div class="ml-dc">Nothing on this page is an invitation to buy or sell anything. Quotes are delayed by fifteen minutes; regret is usually immediate.</div>
<div class="ml-bx" id="ml-meter">You have free articles left this month.<div>Unlimited reading for $1 a week. Cancel by post, phone or pigeon.</div><a href="/subscribe?src=meter">See all offers</a></div>`;
}

function rail(): string {
  return `<div class="ml-cr"><div class="ml-ad" id="ad-r1"><div class="ml-ad-l">ADVERTISEMENT</div></div>
<div class="ml-bx"><div class="ml-bx-h">Most Read</div>${each(RAIL, ({ headline, path }, index) => `<div class="ml-mr"><div class="ml-mr-n">${index + 1}.</div><div class="ml-mr-t"><a href="${path}">${escapeHtml(headline)}</a></div></div>`)}</div>
<div class="ml-bx"><div class="ml-bx-h">Market Snapshot</div><table class="ml-tb"><tr><th>Index</th><th>Last</th><th>Chg</th></tr>${each(TICKER, ([name, level, change]) => `<tr><td>${name}</td><td>${level}</td><td>${change}</td></tr>`)}</table></div>
<div class="ml-ad" id="ad-r2"><div class="ml-ad-l">ADVERTISEMENT</div><a href="http://ads.example/click?c=8812"><img src="http://ads.example/i/8812.gif" alt="Stonebridge Vaults: sleep like your money"></a></div>
<div class="ml-bx"><div class="ml-bx-h">From Our Partners</div>${each(["Stonebridge Vaults on the return of the key", "Three questions to ask your barrel-maker", "How one family firm insured the wind"], (headline) => `<div class="ml-sp"><a rel="sponsored" href="http://ads.example/p/${slug(headline)}">${headline}</a><div class="ml-sp-l">Paid content</div></div>`)}</div></div>`;
}

function footer(): string {
  return `<div class="ml-ft"><div class="ml-wr">${each(MENU, ([name, entries]) => `<div class="ml-ft-c"><div class="ml-ft-h">${name}</div>${each(entries, (entry) => `<div><a href="/${slug(name)}/${slug(entry)}">${entry}</a></div>`)}</div>`)}<div class="ml-ft-c"><div class="ml-ft-h">The Ledger</div>${each(["Subscriber Desk", "Masthead", "Corrections", "Terms of Use", "Privacy", "Reprints", "Advertise"], (name) => `<div><a href="/about/${slug(name)}">${name}</a></div>`)}</div><div class="ml-cpr">Copyright &copy; 2026 Ledger &amp; Sons Publishing Co. Entered as second-class matter at the Ostrand post office.</div></div></div>`;
}

function renderArticle(page: ArticlePage): string {
  return `<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${escapeHtml(page.story.headline)} - The Morning Ledger</title>
<meta name="keywords" content="${escapeHtml(page.story.tags.join(", "))}"><link rel="canonical" href="${page.url}">
<style>${CSS}</style><script>${SCRIPT}</script></head>
<body class="ml-b">${top()}
<div class="ml-wr"><div class="ml-ad" id="ad-top"><div class="ml-ad-l">ADVERTISEMENT</div></div>
${articleColumn(page)}
${rail()}</div>
${footer()}
<noscript><img src="http://stats.example/px.gif?s=ledger" width="1" height="1" alt=""></noscript></body></html>`;
}

export const MORNING_LEDGER: Outlet = {
  host: HOST,
  name: "The Morning Ledger",
  contentType: "text/html; charset=utf-8",
  robotsTxt:
    "# The Morning Ledger\nUser-agent: *\nDisallow: /subscribers/\nDisallow: /share/\nDisallow: /subscribe\n",
  renderArticle,
  furniture: [
    "This website places cookies, which you can think of as ledger entries",
    "Regulator Fines Three Brokers for Emoji Orders",
    "Get the Opening Balance",
    "Order reprints",
    "regret is usually immediate",
    "Cancel by post, phone or pigeon",
    "Entered as second-class matter",
  ],
};
