import { describe, expect, it } from "vitest";
import { isBelievable, parseMachineDate } from "../../../src/core/extract/metadata/dates.ts";
import { readByline } from "../../../src/core/extract/metadata/names.ts";
import { parseVisibleDate } from "../../../src/core/extract/metadata/visible-dates.ts";
import { readDateline } from "../../../src/core/extract/story/dateline.ts";
import { findPhotoCredit } from "../../../src/core/extract/story/photo-credit.ts";
import { readSignOff } from "../../../src/core/extract/story/sign-off.ts";
import {
  article,
  HARBOUR_STORY,
  HARBOUR_TEXT,
  HARBOUR_TITLE,
  harbourPage,
  jsonLd,
  pageOf,
  paragraphs,
} from "./pages.ts";

const NODE = {
  "@type": "NewsArticle",
  headline: HARBOUR_TITLE,
  author: [
    { "@type": "Person", name: "Jonna Tvedt" },
    { "@type": "Person", name: "Ola Berg" },
  ],
  datePublished: "2031-03-04T13:10:00+09:00",
  dateModified: "2031-03-05",
  publisher: { "@type": "Organization", name: "Varnby Courier" },
  articleSection: "Harbour",
  isAccessibleForFree: false,
  image: { url: "https://varnby.example/pier.jpg" },
  mainEntityOfPage: "https://varnby.example/ferry",
};

describe("metadata of a page", () => {
  it("is read from JSON-LD, with time zones and sources kept", () => {
    expect(article(harbourPage({ head: jsonLd(NODE) }))).toMatchObject({
      title: HARBOUR_TITLE,
      authors: ["Jonna Tvedt", "Ola Berg"],
      datePublished: { value: "2031-03-04T04:10:00Z", offset: "+09:00", source: "json-ld" },
      dateModified: { value: "2031-03-05", source: "json-ld" },
      publisherName: "Varnby Courier",
      section: "Harbour",
      paywalled: true,
      imageUrl: "https://varnby.example/pier.jpg",
      canonicalUrl: "https://varnby.example/ferry",
      language: "en",
    });
  });

  it("follows references in a JSON-LD graph", () => {
    const graph = {
      "@graph": [
        { ...NODE, author: { "@id": "#jt" } },
        { "@type": "Person", "@id": "#jt", name: "Jonna Tvedt" },
      ],
    };
    expect(article(harbourPage({ head: jsonLd(graph) })).authors).toEqual(["Jonna Tvedt"]);
  });

  it("reads JSON-LD with raw line breaks and a comma too many", () => {
    const script = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${HARBOUR_TITLE}","description":"two\nlines","author":"Jonna Tvedt",}</script>`;
    expect(article(harbourPage({ head: script })).authors).toEqual(["Jonna Tvedt"]);
  });

  it("is read from OpenGraph and metas where there is no JSON-LD", () => {
    const head = `<meta property="article:published_time" content="2031-03-04T08:30:00Z"><meta name="author" content="By Jonna Tvedt"><meta property="og:site_name" content="Varnby Courier"><link rel="canonical" href="/ferry">`;
    expect(article(harbourPage({ head }), { url: "https://varnby.example/a?b" })).toMatchObject({
      authors: ["Jonna Tvedt"],
      datePublished: { value: "2031-03-04T08:30:00Z", offset: "+00:00", source: "open-graph" },
      publisherName: "Varnby Courier",
      canonicalUrl: "https://varnby.example/ferry",
    });
  });

  it("is read from microdata and time elements", () => {
    const before = `<p class="byline">By <span itemprop="author" itemscope><span itemprop="name">Jonna Tvedt</span></span></p><time itemprop="datePublished" datetime="2031-03-04T09:30:00+01:00">4 March</time>`;
    expect(article(harbourPage({ before }))).toMatchObject({
      text: HARBOUR_TEXT,
      authors: ["Jonna Tvedt"],
      datePublished: { value: "2031-03-04T08:30:00Z", offset: "+01:00", source: "microdata" },
    });
  });

  it("is read from visible lines", () => {
    const before = `<p>By Jonna Tvedt</p><p>Tuesday, 4 March 2031</p>`;
    expect(article(harbourPage({ before }))).toMatchObject({
      text: HARBOUR_TEXT,
      authors: ["Jonna Tvedt"],
      datePublished: { value: "2031-03-04", source: "visible-text" },
    });
  });

  it("never believes a date after the fetch", () => {
    const fetchedAt = Date.parse("2031-03-01T00:00:00Z");
    expect(article(harbourPage({ head: jsonLd(NODE) }), { fetchedAt }).datePublished).toBeNull();
  });

  it("gives the agency as credit and never as author", () => {
    const found = article(
      harbourPage({ head: jsonLd({ ...NODE, author: { name: "Agence France-Presse" } }) }),
    );
    expect(found).toMatchObject({ authors: [], creditText: "AFP" });
  });

  it.each(["author", "articleAuthor", "article-author"])(
    "finds the agency that the meta %s names",
    (name) => {
      const found = article(harbourPage({ head: `<meta name="${name}" content="Anadolu Ajans&#x131;">` }));
      expect(found).toMatchObject({ authors: [], creditText: "Anadolu" });
    },
  );

  it("gives the outlet neither as author nor as part of the title", () => {
    const head = `<meta property="og:site_name" content="Varnby Courier"><meta name="author" content="Varnby Courier">`;
    const html = pageOf({
      title: `${HARBOUR_TITLE} - Varnby Courier`,
      head,
      body: `<article>${paragraphs(HARBOUR_STORY)}</article>`,
    });
    expect(article(html)).toMatchObject({ authors: [], title: HARBOUR_TITLE });
  });
});

describe("the source of each value", () => {
  it("is kept for a page with JSON-LD", () => {
    const head = `${jsonLd(NODE)}<link rel="canonical" href="https://varnby.example/ferry">`;
    expect(article(harbourPage({ head })).sources).toEqual({
      title: "visible-text",
      authors: "json-ld",
      language: "visible-text",
      canonicalUrl: "document",
      publisherName: "json-ld",
      section: "json-ld",
      imageUrl: "json-ld",
      paywalled: "json-ld",
    });
  });

  it("is kept for a page with microdata and OpenGraph", () => {
    const before = `<div itemprop="publisher" itemscope><meta itemprop="name" content="Varnby Courier"><span itemprop="name">Varnby Courier</span></div><img itemprop="image" src="https://varnby.example/pier.jpg"><meta itemprop="articleSection" content="Harbour"><meta itemprop="isAccessibleForFree" content="False"><p itemprop="author">Jonna Tvedt</p>`;
    const found = article(harbourPage({ before }));
    expect(found).toMatchObject({
      publisherName: "Varnby Courier",
      imageUrl: "https://varnby.example/pier.jpg",
      section: "Harbour",
      paywalled: true,
      authors: ["Jonna Tvedt"],
    });
    expect(found.sources).toMatchObject({
      publisherName: "microdata",
      imageUrl: "microdata",
      section: "microdata",
      paywalled: "microdata",
      authors: "microdata",
    });
  });

  it("is the text for what was taken out of it", () => {
    const behind = "<p>(Reporting by Jonna Tvedt; Editing by Ola Berg)</p>";
    const html = harbourPage({ behind }).replace("<p>The harbour", "<p>VARNBY (Reuters) - The harbour");
    const found = article(html);
    expect(found).toMatchObject({ dateline: "VARNBY", creditText: "Reuters", authors: ["Jonna Tvedt"] });
    expect(found.sources).toMatchObject({
      dateline: "visible-text",
      creditText: "visible-text",
      authors: "visible-text",
    });
  });

  it("is not given for values that are not there", () => {
    const { sources } = article(harbourPage({}));
    expect(Object.keys(sources ?? {}).sort()).toEqual(["language", "title"]);
  });
});

describe("a paywall", () => {
  const box = (text: string) => `<div class="paywall-offer"><p>${text}</p></div>`;
  it.each([
    ["JSON-LD", jsonLd({ "@type": "NewsArticle", isAccessibleForFree: "False" }), "", true],
    [
      "a part of the JSON-LD",
      jsonLd({ "@type": "NewsArticle", hasPart: { "@type": "WebPageElement", isAccessibleForFree: false } }),
      "",
      true,
    ],
    ["JSON-LD of the page", jsonLd([{ "@type": "WebPage", isAccessibleForFree: true }]), "", false],
    ["a meta", `<meta property="article:content_tier" content="metered">`, "", true],
    ["a meta of a free article", `<meta property="article:content_tier" content="free">`, "", false],
    ["visible English", "", box("This article is for subscribers only."), true],
    ["visible German", "", box("Diesen Artikel weiterlesen mit Kurier Plus."), true],
    ["visible French", "", box("Cet article est réservé aux abonnés du Courrier."), true],
    ["visible Japanese", "", box("この記事は有料会員限定です。"), true],
    ["an ordinary appeal", "", box("Already a subscriber? Log in to your account."), null],
    ["a hidden template", "", `<div hidden><p>This article is for subscribers only.</p></div>`, null],
    ["nothing", "", "", null],
  ])("is told from %s", (_what, head, behind, paywalled) => {
    expect(article(harbourPage({ head, behind })).paywalled).toBe(paywalled);
  });
});

describe("the title", () => {
  const TEXT = paragraphs(HARBOUR_STORY);
  const cases: ReadonlyArray<readonly [what: string, head: string, body: string, title: string]> = [
    [
      "is the headline that readers see, where the one for sharing says something else",
      `<title>Ferry terminal closes | Varnby Courier</title><meta property="og:title" content="You will not believe what Varnby does to its ferry">`,
      `<h1>${HARBOUR_TITLE}, ferry or not</h1>`,
      `${HARBOUR_TITLE}, ferry or not`,
    ],
    [
      "is no first-level heading that names the site, a section or a box",
      `<title>${HARBOUR_TITLE}</title><meta property="og:title" content="${HARBOUR_TITLE}">`,
      `<h1>News from the northern coast</h1><h1>${HARBOUR_TITLE}</h1><h1>Our best pictures of the week</h1>`,
      HARBOUR_TITLE,
    ],
    [
      "is the lower heading that JSON-LD states, where there is no first-level one",
      `<title>Ferry: what now? | Courier</title><meta property="og:title" content="Ferry: what now?">${jsonLd({ "@type": "NewsArticle", headline: HARBOUR_TITLE })}`,
      `<h2>${HARBOUR_TITLE}</h2>`,
      HARBOUR_TITLE,
    ],
    [
      "is completed where sharing cut it in the middle of a sentence",
      `<title>Varnby council votes to close the terminal and "a century ends" | Courier</title><meta property="og:title" content="Varnby council votes to close the terminal and">`,
      "",
      'Varnby council votes to close the terminal and "a century ends"',
    ],
    [
      "has no section and site behind it, with or without spaces",
      `<title>${HARBOUR_TITLE}-Coast|Courier</title><meta property="og:title" content="${HARBOUR_TITLE}-Coast|Courier">${jsonLd({ "@type": "NewsArticle", headline: HARBOUR_TITLE })}`,
      "",
      HARBOUR_TITLE,
    ],
    [
      "has no kicker in front that sharing does not have",
      `<title>Courier</title><meta property="og:title" content="${HARBOUR_TITLE}">${jsonLd({ "@type": "NewsArticle", headline: `End of an age ${HARBOUR_TITLE}` })}`,
      `<h1><span>End of an age</span> ${HARBOUR_TITLE}</h1>`,
      HARBOUR_TITLE,
    ],
    [
      "keeps a dash and a short part of its own",
      `<title>Ferry terminal to close - what now? - Varnby Courier</title><meta property="og:site_name" content="Varnby Courier"><meta property="og:title" content="Ferry terminal to close - what now?">`,
      "",
      "Ferry terminal to close - what now?",
    ],
  ];

  it.each(cases)("%s", (_what, head, body, title) => {
    const html = `<!doctype html><html lang="en"><head>${head}</head><body><main>${body}${TEXT}</main></body></html>`;
    expect(article(html).title).toBe(title);
  });
});

describe("authors that only the page shows", () => {
  it.each([
    ["a label in a list", `<ul><li><strong>Autorin/Autor</strong> Jonna Tvedt</li></ul>`, ["Jonna Tvedt"]],
    ["a bold name above the text", `<p><strong>Jonna Tvedt</strong></p>`, ["Jonna Tvedt"]],
    [
      "two bold names with a slash",
      `<p><strong>Jonna Tvedt/Ola Berg</strong></p>`,
      ["Jonna Tvedt", "Ola Berg"],
    ],
    ["a Russian label", `<p>Автор: Анна Петрова</p>`, ["Анна Петрова"]],
    ["an Arabic label", `<p>بقلم: سارة حسن</p>`, ["سارة حسن"]],
    ["a Hebrew label", `<p>מאת: דנה לוי</p>`, ["דנה לוי"]],
  ])("are read from %s", (_what, before, authors) => {
    expect(article(harbourPage({ before })).authors).toEqual(authors);
  });

  it.each([
    ["a place above the text", `<p><strong>Cape Varnby</strong></p>`],
    ["a section above the text", `<p><strong>Harbour News</strong></p>`],
    ["a line of one word", `<p><strong>Varnby</strong></p>`],
  ])("are not read from %s", (_what, before) => {
    expect(article(harbourPage({ before })).authors).toEqual([]);
  });

  it("are not the site that its own meta names with its address, nor an account named admin", () => {
    const head = `<meta name="author" content="Varnby Waves (www.waves.example)">`;
    expect(article(harbourPage({ head })).authors).toEqual([]);
    const account = {
      "@type": "NewsArticle",
      author: { "@id": "https://varnby.example/author/admin/", name: "Varnby D" },
    };
    expect(article(harbourPage({ head: jsonLd(account) })).authors).toEqual([]);
  });

  it("are not those of teasers behind the byline", () => {
    const link = (name: string) => `<a rel="author" href="/author/x">${name}</a>`;
    const head = `<meta name="author" content="Jonna Tvedt">`;
    const behind = `<p>${link("Jonna Tvedt")}</p><p>${link("Ola Berg")}</p>`;
    expect(
      article(harbourPage({ head, before: `<p>By ${link("Jonna Tvedt")}</p>`, behind })).authors,
    ).toEqual(["Jonna Tvedt"]);
  });
});

describe("datelines", () => {
  const REST = "North wind closed the harbour on Monday.";
  it.each([
    ["SEOUL (Reuters) - ", { place: "SEOUL", agency: "Reuters", day: null }],
    ["SEOUL, South Korea (AP) — ", { place: "SEOUL, South Korea", agency: "AP", day: null }],
    [
      "SEOUL, South Korea (Nov. 28, 2023) - ",
      { place: "SEOUL, South Korea", agency: null, day: "Nov. 28, 2023" },
    ],
    ["WASHINGTON, Jan 5 (Reuters) - ", { place: "WASHINGTON", agency: "Reuters", day: "Jan 5" }],
    ["Berlin (dpa/lsw) - ", { place: "Berlin", agency: "dpa", day: null }],
    ["Wien (APA) – ", { place: "Wien", agency: "APA", day: null }],
    ["(AP) — ", { place: null, agency: "AP", day: null }],
    ["WASHINGTON — ", { place: "WASHINGTON", agency: null, day: null }],
    ["[北京 28日 ロイター] - ", { place: "北京", agency: "Reuters", day: "28日" }],
  ])("are read: %s", (head, expected) => {
    expect(readDateline(`${head}${REST}`)).toMatchObject({ ...expected, rest: REST });
  });

  it.each([
    "Kim - who was there on Monday - said that the harbour would stay closed.",
    "The mayor (68) - a former captain - said that the harbour would stay closed.",
    "BREAKING — the harbour of Varnby is to be closed, the council says.",
  ])("are not seen in: %s", (sentence) => {
    expect(readDateline(sentence)).toBeNull();
  });
});

describe("sign-offs", () => {
  it("give reporters and not editors", () => {
    expect(readSignOff("(Reporting by Ola Berg, Jonna Tvedt; Editing by Tom Hale)")?.reporters).toEqual([
      "Ola Berg, Jonna Tvedt",
    ]);
  });

  it("are found behind the last sentence", () => {
    expect(readSignOff("The harbour stays closed. (Writing by Ola Berg; Editing by Tom Hale)")?.at).toBe(26);
  });

  it.each(["The harbour (built in 1931) stays closed.", "She was reporting by the pier (as always)."])(
    "are not seen in: %s",
    (sentence) => {
      expect(readSignOff(sentence)).toBeNull();
    },
  );
});

describe("photo credits", () => {
  it.each([
    ["The pier in winter. (Photo by KCNA VIA KNS / AFP)", "KCNA VIA KNS / AFP"],
    ["The pier, released on November 27. KCNA via REUTERS", "KCNA via REUTERS"],
    ["The pier in winter. REUTERS/Lena Brandt", "REUTERS/Lena Brandt"],
    ["The pier in winter. (Lena Brandt/AFP via Getty Images)", "Lena Brandt/AFP via Getty Images"],
    ["Foto: Lena Brandt/dpa", "Lena Brandt/dpa"],
  ])("are read: %s", (line, credit) => {
    expect(findPhotoCredit(line)?.credit).toBe(credit);
  });

  it.each(["The pier (built in 1931) is closed.", "The winter was hard (see page 4)."])(
    "are not seen in: %s",
    (line) => {
      expect(findPhotoCredit(line)).toBeNull();
    },
  );
});

describe("bylines", () => {
  it.each([
    [["By Jonna Tvedt and Ola Berg"], ["Jonna Tvedt", "Ola Berg"], null],
    [["Jonna Tvedt, Political Editor"], ["Jonna Tvedt"], null],
    [["Jonna Tvedt | Reuters"], ["Jonna Tvedt"], "Reuters"],
    [["Von Jonna Tvedt und Ola Berg (dpa)"], ["Jonna Tvedt", "Ola Berg"], "dpa"],
    [["Timothy H.J. Berg Fox News"], ["Timothy H.J. Berg"], null],
    [["大渡 美咲"], ["大渡 美咲"], null],
    [["The Associated Press"], [], "AP"],
    [["Newsroom staff", "admin", "varnby.example", "@ferryfan"], [], null],
  ])("%j name %j", (texts, people, agency) => {
    expect(readByline(texts, ["Varnby Courier"])).toEqual({ people, agency });
  });
});

describe("dates", () => {
  it.each([
    ["2031-03-04T13:10:00+09:00", { value: "2031-03-04T04:10:00Z", offset: "+09:00" }],
    ["2031-03-04T13:10:00.123Z", { value: "2031-03-04T13:10:00Z", offset: "+00:00" }],
    ["2031-03-04 13:10", { value: "2031-03-04T13:10:00Z" }],
    ["2031-03-04T00:00:00", { value: "2031-03-04" }],
    ["20310304", { value: "2031-03-04" }],
    ["Tue, 04 Mar 2031 09:30:00 +0100", { value: "2031-03-04T08:30:00Z", offset: "+01:00" }],
    ["March 4, 2031", { value: "2031-03-04" }],
  ])("reads %s", (text, date) => {
    expect(parseMachineDate(text)).toEqual(date);
  });

  it.each(["2031-02-30", "0000-00-00", "soon", "1970-01-01", "12", ""])("reads no date from %j", (text) => {
    expect(parseMachineDate(text)).toBeUndefined();
  });

  it.each([
    ["28. November 2023, 14:05 Uhr", "de", "2023-11-28T14:05:00Z"],
    ["Tuesday, 28 Nov 2023", "en", "2023-11-28"],
    ["28 novembre 2023", "fr", "2023-11-28"],
    ["28 de noviembre de 2023", "es", "2023-11-28"],
    ["2023年11月28日", "ja", "2023-11-28"],
    ["28 ноября 2023", "ru", "2023-11-28"],
  ])("reads the visible date %s", (line, language, value) => {
    expect(parseVisibleDate(line, language)?.value).toBe(value);
  });

  it.each(["in 14 days", "Monday", "28 Nov"])("takes no visible date that has to be guessed: %s", (line) => {
    expect(parseVisibleDate(line, "en")).toBeUndefined();
  });

  it("believes tomorrow's plain date in the east, and nothing later", () => {
    const fetchedAt = Date.parse("2031-03-04T12:00:00Z");
    expect(isBelievable({ value: "2031-03-05" }, fetchedAt)).toBe(true);
    expect(isBelievable({ value: "2031-03-06" }, fetchedAt)).toBe(false);
    expect(isBelievable({ value: "2031-03-04T14:00:00Z" }, fetchedAt)).toBe(false);
  });
});
