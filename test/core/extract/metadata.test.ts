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
  pageOf,
  paragraphs,
} from "./pages.ts";

function jsonLd(value: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
}

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
    [["Von Jonna Tvedt und Ola Berg (dpa)"], ["Jonna Tvedt", "Ola Berg"], null],
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
