import { describe, expect, it } from "vitest";
import {
  article,
  HARBOUR_STORY,
  HARBOUR_TEXT,
  HARBOUR_TITLE,
  harbourPage,
  pageOf,
  paragraphs,
} from "./pages.ts";

/** Furniture that must go wherever it stands; the article's four paragraphs must stay. */
const FURNITURE: ReadonlyArray<readonly [what: string, html: string]> = [
  ["a related link in English", `<p><a href="/x">Read more: Ferry prices rise again</a></p>`],
  ["a related link in German", `<p>Lesen Sie auch: <a href="/x">Fähre wird teurer</a></p>`],
  ["a related link in French", `<p>À lire aussi <a href="/x">Le bac coûte plus cher</a></p>`],
  ["a related link in Spanish", `<p>Te puede interesar: <a href="/x">El ferry sube de precio</a></p>`],
  ["a related link in Russian", `<p>Читайте также: <a href="/x">Паром дорожает</a></p>`],
  ["a related link in Japanese", `<p>関連記事：<a href="/x">フェリー料金が値上げ</a></p>`],
  ["a related link in Chinese", `<p>延伸閱讀：<a href="/x">渡輪票價上漲</a></p>`],
  ["a related link in Arabic", `<p>اقرأ أيضا: <a href="/x">ارتفاع أسعار العبارة</a></p>`],
  ["a related link in Hebrew", `<p>קראו גם: <a href="/x">מחירי המעבורת עולים</a></p>`],
  ["a related link in Thai", `<p>อ่านเพิ่มเติม <a href="/x">ค่าเรือข้ามฟากแพงขึ้น</a></p>`],
  ["a newsletter promotion", `<p>Sign up for our harbour newsletter and never miss a story.</p>`],
  ["a channel promotion", `<p>Follow us on WhatsApp for the latest from the coast.</p>`],
  ["a donation appeal", `<p>Support our journalism with a monthly gift of any size.</p>`],
  ["a share bar", `<div class="share-bar"><span>Share</span><span>Tweet</span></div>`],
  ["a text-size widget", `<p>TT</p>`],
  ["a read-aloud button", `<p>Listen to this article</p>`],
  ["a search control", `<p>Expand / Collapse search</p>`],
  ["an advertisement label", `<p>Advertisement</p>`],
  ["a slide counter", `<p>Image 3 of 12</p>`],
  ["a video's title", `<p>2:34 Ferry runs aground near the pier</p>`],
  ["a script that ended up in the text", `<p>window.dataLayer = window.dataLayer || [];</p>`],
  [
    "a cookie notice",
    `<div><p>This site uses cookies to measure how our pages are read and to show adverts.</p></div>`,
  ],
  ["a copyright line", `<p>© 2031 Varnby Courier. All rights reserved.</p>`],
  [
    "a hidden paragraph",
    `<p style="display:none">Hidden words that no reader sees, although they end with a full stop.</p>`,
  ],
  [
    "a figure's caption",
    `<figure><img src="a.jpg"><figcaption>The terminal in winter.</figcaption></figure>`,
  ],
];

describe("furniture between the paragraphs", () => {
  it.each(FURNITURE)("removes %s", (_what, html) => {
    expect(article(harbourPage({ between: html })).text).toBe(HARBOUR_TEXT);
  });

  it.each(FURNITURE)("removes %s behind the text", (_what, html) => {
    expect(article(harbourPage({ behind: html })).text).toBe(HARBOUR_TEXT);
  });

  it("tells the step and the reason of every removal", () => {
    const { removed } = article(harbourPage({ between: "<p>Advertisement</p>" }));
    expect(removed).toContainEqual({ step: "cue-lines", reason: "interface-word", text: "Advertisement" });
    expect(removed).toContainEqual({ step: "page-title", reason: "title", text: HARBOUR_TITLE });
  });
});

/** What the house says to its readers, in several languages; each must go from between the paragraphs. */
const NOTICES: ReadonlyArray<readonly [what: string, sentence: string]> = [
  [
    "embedded content in English",
    "To display this content from FerryTube you must let the page load what others serve.",
  ],
  [
    "embedded content in German",
    "An dieser Stelle liegt ein Film, der den Artikel ergänzt. Mit einem Klick anzeigen lassen Sie ihn selbst.",
  ],
  [
    "embedded content in French",
    "Ce contenu est hébergé par un tiers. En le regardant, vous acceptez ses conditions.",
  ],
  [
    "embedded content in Dutch",
    "Om deze content te tonen moet je toestemming geven voor de dienst van een ander.",
  ],
  [
    "embedded content in Swedish",
    "För att se innehållet måste du först säga ja till vad andra sparar om dig.",
  ],
  [
    "embedded content in Polish",
    "Aby zobaczyć tę treść, trzeba zgodzić się na pliki innych firm na urządzeniu.",
  ],
  [
    "embedded content in Turkish",
    "Bu içeriği görüntülemek için başka şirketlerin verilerine izin vermelisiniz.",
  ],
  [
    "embedded content in Russian",
    "Чтобы просмотреть этот контент, нужно разрешить загрузку данных с чужих серверов.",
  ],
  ["embedded content in Arabic", "لعرض هذا المحتوى يجب أن تسمح للموقع بتحميل بيانات من جهة أخرى."],
  ["embedded content in Hebrew", "כדי לצפות בתוכן יש לאשר טעינה של נתונים ממקור אחר באתר."],
  ["embedded content in Japanese", "このコンテンツを表示するには、ほかの会社のサービスを許可してください。"],
  [
    "an affiliate disclosure in English",
    "We may earn a commission if you book a crossing through one of the links on this page.",
  ],
  [
    "an affiliate disclosure in German",
    "Wenn Sie über einen dieser Verweise buchen, erhalten wir eine Provision von der Reederei.",
  ],
  [
    "an affiliate disclosure in Spanish",
    "Este texto tiene enlaces de afiliado por los que el diario gana algo con cada pasaje.",
  ],
  [
    "a notice about the sale of data",
    "You may opt out of the sale of your personal information at any time on the page of settings.",
  ],
  ["house standards", "Our Standards: The Courier's Code of Conduct for Reporters."],
  ["an appeal to readers of a letter", "Thanks for reading the Varnby Letter! Tell your friends."],
  ["a pointer to another page", ">> All departures of this summer at a glance"],
  [
    "a caption that says so",
    "Pictured from left are Mira Oskarsdottir, two members of her council and the last captain.",
  ],
];

describe("what the house says to its readers", () => {
  it.each(NOTICES)("removes %s", (_what, sentence) => {
    expect(article(harbourPage({ between: `<p>${sentence}</p>` })).text).toBe(HARBOUR_TEXT);
  });

  it("keeps a text about commissions and links", () => {
    const about = [
      "The ferry line said that we may earn a commission is the only sentence its partners must print, and that few do.",
      "Portals that contain affiliate links sold four of every ten crossings last year, the harbour office found.",
      "A bill in Halmby would make every page that includes affiliate links say so above its first paragraph.",
    ];
    const { text } = article(harbourPage({ between: paragraphs(about) }));
    expect(about.filter((sentence) => !text.includes(sentence))).toEqual([]);
  });

  it("keeps a sentence with an arrow in it and one that opens with a picture", () => {
    const kept = [
      "The route Varnby → Tovik → Halmby was drawn in 1931 by a captain who had never sailed it.",
      "Pictured rocks of the northern shore were what the first tourists of the sound paid to see, long before the bridge.",
    ];
    const { text } = article(harbourPage({ between: paragraphs(kept) }));
    expect(kept.filter((sentence) => !text.includes(sentence))).toEqual([]);
  });
});

describe("classes that most of the text bears", () => {
  const boxes = HARBOUR_STORY.map(
    (text, at) =>
      `<div class="page-element page-element-3f${at}a article-widget article-widget-text"><p>${text}</p></div>`,
  ).join("");

  it("are not believed, in however many boxes", () => {
    const body = `<main><h1>${HARBOUR_TITLE}</h1>${boxes}</main>`;
    expect(article(pageOf({ body })).text).toBe(HARBOUR_TEXT);
  });

  it("are believed where the boxes hold links to other stories", () => {
    const cards = `<div class="widget-box"><p><a href="/n">Bridge toll to rise next year, road office says</a> The toll is to rise by a tenth from January.</p></div>`;
    const body = `<main><h1>${HARBOUR_TITLE}</h1>${paragraphs(HARBOUR_STORY)}${cards.repeat(12)}</main>`;
    expect(article(pageOf({ body })).text).toBe(HARBOUR_TEXT);
  });

  it("say nothing within code, where they are the highlighter's", () => {
    const code = `<pre><code><span class="token comment"># close the pier</span>\nferry stop --now</code></pre>`;
    expect(article(harbourPage({ between: code })).text).toContain("# close the pier ferry stop --now");
  });

  it("do not take a sub-heading whose own class says title", () => {
    const heading = `<h2 class="section-title">What remains of the pier</h2><h3>The western wall</h3>`;
    expect(article(harbourPage({ between: heading })).text).toContain("What remains of the pier");
  });
});

const PROSE: ReadonlyArray<readonly [what: string, sentence: string]> = [
  [
    "a long quotation that mentions cookies",
    `“We use cookies to find out who books online and who queues at the pier, and I see no harm in that,” she said on Monday evening.`,
  ],
  [
    "a long sentence that opens like a cue",
    "Support for the plan had grown since the winter storms of two years ago, when waves tore away a third of the western pier and the ferry stood idle for eleven weeks.",
  ],
  [
    "a sentence that opens with 'Related'",
    "Related questions about the bridge tolls, the night bus and the school boat were put off until the next session of the council, which is to be held in the second week of June.",
  ],
  [
    "a quotation that opens like a cue",
    "“Read more of the report before you vote,” the deputy mayor told the members.",
  ],
  [
    "a sentence with a photo in it",
    "A photo of the pier published by the council shows cracks along the whole of the western wall.",
  ],
  [
    "a sentence with a dash",
    "Oskarsdottir - who was born in the harbour quarter - said the decision was the hardest of her career.",
  ],
];

describe("prose that only looks like furniture", () => {
  it.each(PROSE)("keeps %s", (_what, sentence) => {
    expect(article(harbourPage({ between: `<p>${sentence}</p>` })).text).toContain(sentence);
  });

  it("keeps a paragraph whose first words are a link with a promotional class", () => {
    const sentence = `<a class="recommendation-link" href="/pier">The western pier</a> was built in 1931 and repaired twice since, the second time after the great storm.`;
    expect(article(harbourPage({ between: `<p>${sentence}</p>` })).text).toContain(
      "The western pier was built in 1931",
    );
  });

  it("keeps the text of a page whose body says that it has a sidebar", () => {
    const html = pageOf({
      body: `<div class="has-sidebar widget"><h1>${HARBOUR_TITLE}</h1>${paragraphs(HARBOUR_STORY)}</div>`,
    });
    expect(article(html).text).toBe(HARBOUR_TEXT);
  });

  it("keeps a table's figures", () => {
    const table =
      "<table><tr><th>Winter</th><th>Loss</th></tr><tr><td>2029</td><td>1.4 million</td></tr></table>";
    const { text } = article(harbourPage({ between: table }));
    expect(text).toContain("2029");
    expect(text).toContain("1.4 million");
  });

  it("keeps a post that is quoted in the text", () => {
    const post = `<blockquote class="twitter-tweet"><p>No ferry, no harbour. See you in court.</p></blockquote>`;
    expect(article(harbourPage({ between: post })).text).toContain("No ferry, no harbour.");
  });

  it("keeps sub-headings of the article's own sections", () => {
    expect(article(harbourPage({ between: "<h2>A costly pier</h2>" })).text).toContain("A costly pier");
  });
});

describe("boxes around the article", () => {
  it("removes everything under a heading of related stories", () => {
    const box = `<section><h2>Related stories</h2><h3><a href="/1">Bridge toll to rise next year</a></h3><p>The toll on the bridge is to rise by a tenth from January, the road office said.</p></section>`;
    const found = article(harbourPage({ behind: box }));
    expect(found.text).toBe(HARBOUR_TEXT);
    expect(found.removed.some((removed) => removed.reason === "related-heading")).toBe(true);
  });

  it("goes on behind a related insert between the article's own paragraphs", () => {
    const page = harbourPage({ between: `<h3>Related post: Five ferries worth a trip</h3>` });
    expect(article(page).text).toContain(HARBOUR_STORY[3]);
  });

  it("removes comment threads, however long", () => {
    const thread = `<div id="comments">${"<p>I have taken this ferry for thirty years and I will miss it more than I can say here.</p>".repeat(6)}</div>`;
    expect(article(harbourPage({ behind: thread })).text).toBe(HARBOUR_TEXT);
  });

  it("removes a paragraph that stands there twice", () => {
    const page = harbourPage({ behind: `<p>${HARBOUR_STORY[1]}</p>` });
    expect(article(page).text.split(HARBOUR_STORY[1] ?? "").length).toBe(2);
  });

  it("removes the note on the author at the end", () => {
    const head = `<meta name="author" content="Jonna Tvedt">`;
    const note =
      "<p>Jonna Tvedt is a reporter for the Varnby Courier who has covered the coast since 2019.</p>";
    const found = article(harbourPage({ behind: note, head }));
    expect(found.text).toBe(HARBOUR_TEXT);
    expect(found.authors).toEqual(["Jonna Tvedt"]);
  });

  it("keeps a closing paragraph about somebody who is not the author", () => {
    const head = `<meta name="author" content="Jonna Tvedt">`;
    const closing =
      "Mira Oskarsdottir is the first woman to lead the council, and she has said she will not stand again.";
    expect(article(harbourPage({ behind: `<p>${closing}</p>`, head })).text).toContain(closing);
  });
});

describe("captions and credits", () => {
  it("keeps captions and photo credits apart from the text", () => {
    const figure = "<p>The old terminal seen from the western pier. (Photo by Lena Brandt / AFP)</p>";
    const found = article(harbourPage({ between: figure }));
    expect(found.text).toBe(HARBOUR_TEXT);
    expect(found.captions).toEqual([
      "The old terminal seen from the western pier. (Photo by Lena Brandt / AFP)",
    ]);
    expect(found.photoCredits).toEqual(["Lena Brandt / AFP"]);
  });

  it("keeps a last paragraph that closes with its agency, and takes the agency as credit", () => {
    const page = harbourPage({
      behind: "<p>The court is to hear the case in May, a spokeswoman for the judges said. (dpa)</p>",
    });
    const found = article(page);
    expect(found.text).toContain("The court is to hear the case in May, a spokeswoman for the judges said.");
    expect(found.text).not.toContain("(dpa)");
    expect(found.creditText).toBe("dpa");
  });
});

describe("pages with hardly any text of their own", () => {
  it("takes the text from JSON-LD where the page builds it with scripts", () => {
    const data = JSON.stringify({
      "@type": "NewsArticle",
      headline: HARBOUR_TITLE,
      articleBody: HARBOUR_STORY.join("\n\n"),
    });
    const html = pageOf({
      head: `<script type="application/ld+json">${data}</script>`,
      body: `<div id="app"></div>`,
    });
    expect(article(html).text).toBe(HARBOUR_TEXT);
  });
});
