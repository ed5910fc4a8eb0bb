/*
 * Small lines around a text that say whose it is: credits of agencies, bylines with a job, datelines of Indonesia; and the
 * picture above it.
 */
import { describe, expect, it } from "vitest";
import { readByline } from "../../../src/core/extract/metadata/names.ts";
import { readDateline } from "../../../src/core/extract/story/dateline.ts";
import {
  article,
  HARBOUR_STORY,
  HARBOUR_TEXT,
  HARBOUR_TITLE,
  harbourPage,
  pageOf,
  paragraphs,
  textArticle,
} from "./pages.ts";

describe("a line behind the text credits an agency", () => {
  it.each([
    ["© AFP", "AFP"],
    ["© 2031 AFP", "AFP"],
    ["(c) dpa", "dpa"],
    ["Quelle: dpa", "dpa"],
    ["Quelle: dpa/lsw", "dpa"],
    ["Fuente: EFE", "EFE"],
    ["Source : AFP", "AFP"],
    ["Source: Reuters", "Reuters"],
    ["Fonte: ANSA", "ANSA"],
    ["Fonte: Lusa", "Lusa"],
    ["Kilde: NTB", "NTB"],
    ["Źródło: PAP", "PAP"],
    ["Источник: ТАСС", "TASS"],
    ["Sumber: Antara", "Antara"],
    ["Theo AFP", "AFP"],
    ["Theo Reuters, CNN", "Reuters"],
    ["Da Redação, com Lusa", "Lusa"],
    ["來源：中央社", "CNA"],
    ["출처: 연합뉴스", "Yonhap"],
    ["出典：共同通信", "Kyodo"],
    ["AFP", "AFP"],
  ])("%s", (line, agency) => {
    const page = article(harbourPage({ behind: `<p>${line}</p>` }));
    expect(page).toMatchObject({ text: HARBOUR_TEXT, creditText: agency });
    const plain = textArticle([HARBOUR_TITLE, ...HARBOUR_STORY, line].join("\n\n"));
    expect(plain).toMatchObject({ text: HARBOUR_TEXT, creditText: agency });
  });

  it.each(["© Varnby Courier", "© dpa/Jonna Tvedt", "Quelle: Hafenamt Varnby", "Da Redação"])(
    "not where it names none, or a picture's: %s",
    (line) => {
      const page = article(harbourPage({ behind: `<p>${line}</p>` }));
      expect(page).toMatchObject({ text: HARBOUR_TEXT, creditText: null });
    },
  );

  it("not between the paragraphs, where it belongs to a picture", () => {
    const page = article(harbourPage({ between: "<p>Quelle: dpa</p>" }));
    expect(page).toMatchObject({ text: HARBOUR_TEXT, creditText: null });
  });
});

describe("a byline", () => {
  it.each([
    ["Jonna Tvedt | Staff Writer | March 4, 2024", ["Jonna Tvedt"]],
    ["Jonna Tvedt | Courier reporter", ["Jonna Tvedt"]],
    ["Jonna Tvedt • Redakteurin • 4. März 2024", ["Jonna Tvedt"]],
    ["Home | Harbour | March 4, 2024", []],
    ["North Sound | Weather reporter", []],
  ])("of name, job and day above the text: %s", (line, authors) => {
    const page = article(harbourPage({ before: `<p>${line}</p>` }));
    expect(page).toMatchObject({ text: HARBOUR_TEXT, authors });
  });

  it.each([
    ["Ana Novak in Marko Kos", ["Ana Novak", "Marko Kos"], null],
    ["Piše: Ana Novak in Marko Kos", ["Ana Novak", "Marko Kos"], null],
    ["Jonna Tvedt in Halmby", ["Jonna Tvedt"], null],
    ["Jonna Tvedt in Lower Halmby", ["Jonna Tvedt"], null],
    ["Minh Anh (Theo AFP, CNN)", ["Minh Anh"], "AFP"],
    ["Theo Berg", ["Theo Berg"], null],
    ["Por Jonna Tvedt Da Redação", ["Jonna Tvedt"], null],
    ["Jonna Tvedt de la redacción", ["Jonna Tvedt"], null],
  ])("is read: %s", (line, people, agency) => {
    expect(readByline([line], [], true)).toEqual({ people, agency });
  });
});

const INDONESIAN = [
  "Pemerintah kota akan menutup terminal feri tua di pelabuhan yang telah melayani warga selama sembilan puluh tahun.",
  "Kapal terakhir akan berangkat pada bulan Oktober, dan warga harus menggunakan jembatan untuk menyeberang ke kota.",
  "Nelayan yang menolak keputusan itu akan meminta pengadilan untuk menundanya sebelum musim panas dimulai.",
];

describe("an Indonesian dateline in mixed case", () => {
  it.each([
    ["<strong>Varnby</strong> - ", "Varnby"],
    ["<b>Varnby, Courier.example</b> - ", "Varnby"],
    ["<strong>Courier.example, Varnby</strong> - ", "Varnby"],
    ["<strong>Halmby Selatan</strong> – ", "Halmby Selatan"],
    ["Varnby, Kantor Courier -- ", "Varnby"],
  ])("leaves the text: %s", (head, place) => {
    const body = `<article><h1>Terminal feri tua ditutup</h1>${paragraphs(INDONESIAN).replace("<p>", `<p>${head}`)}</article>`;
    const page = article(pageOf({ title: "Terminal feri tua ditutup", lang: "id", body }));
    expect(page).toMatchObject({ dateline: place, text: INDONESIAN.join("\n") });
  });

  it.each([
    `Jonna Tvedt - ${HARBOUR_STORY[0]}`,
    `Video - ${INDONESIAN[0]}`,
    `Kapten Ola Berg dari Halmby Timur Laut - ${INDONESIAN[1]}`,
    "Varnby - Halmby akan ditempuh dalam dua jam dengan kapal yang baru, kata wali kota.",
    "Persivar - Halmby FC berakhir imbang dan para pendukung pulang dengan tenang pada malam itu.",
    "Halmby – Kota ini yang paling padat di pesisir dan akan menjadi lebih padat lagi.",
    "Senin - Jumat kapal itu akan berangkat dari pelabuhan pada pukul enam.",
    "Varnby - de stad aan de haven - sluit de terminal in oktober, zei de raad.",
  ])("is not seen in: %s", (sentence) => {
    expect(readDateline(sentence)).toBeNull();
  });
});

describe("a closing sentence that opens like a credit", () => {
  it.each([
    "Theo AFP, con tàu đã rời cảng.",
    "Theo Reuters, the boat left at midnight.",
    "AFP, Reuters and dpa were barred from the court.",
  ])("stays: %s", (line) => {
    const { text, creditText } = article(harbourPage({ behind: `<p>${line}</p>` }));
    expect({ text, creditText }).toEqual({ text: `${HARBOUR_TEXT}\n${line}`, creditText: null });
  });
});

describe("the picture of the first figure", () => {
  const url = "https://courier.example/n/pier";
  const imageOf = (above: string, head = "") =>
    article(
      pageOf({
        head,
        body: `<main><h1>${HARBOUR_TITLE}</h1>${above}${paragraphs([...HARBOUR_STORY, ...HARBOUR_STORY])}<figure><img src="/late.jpg"></figure></main>`,
      }),
      { url },
    ).imageUrl;

  it.each([
    ["its own", `<figure><img src="/pier.jpg"><figcaption>The pier.</figcaption></figure>`],
    ["within a <picture>", `<figure><div><picture><source><img src="/pier.jpg"></picture></div></figure>`],
    ["loaded late", `<figure><img src="data:image/gif;base64,R0" data-src="/pier.jpg"></figure>`],
    ["of AMP", `<figure><amp-img src="/pier.jpg"></amp-img></figure>`],
  ])("is the lead image: %s", (_what, figure) => {
    expect(imageOf(figure)).toBe("https://courier.example/pier.jpg");
  });

  it.each([
    ["none stands above the text", ""],
    ["it is a teaser's", `<a href="/n/2"><figure><img src="/pier.jpg"></figure></a>`],
    ["it stands beside the text", `<aside><figure><img src="/pier.jpg"></figure></aside>`],
    ["it is the site's logo", `<figure><img src="/courier-logo.png"></figure>`],
  ])("is none where %s", (_what, figure) => {
    expect(imageOf(figure)).toBeNull();
  });

  it("gives way to what the page names", () => {
    const head = `<meta property="og:image" content="https://courier.example/lead.jpg">`;
    expect(imageOf(`<figure><img src="/pier.jpg"></figure>`, head)).toBe("https://courier.example/lead.jpg");
  });
});
