/* Who wrote it, from the many ways in which author fields and bylines say so. All names are invented. */
import { describe, expect, it } from "vitest";
import { readByline } from "../../../src/core/extract/metadata/names.ts";
import { isBylineText } from "../../../src/core/extract/metadata/taken-lines.ts";
import { article, HARBOUR_STORY, harbourPage, jsonLd } from "./pages.ts";

const OUTLETS = ["Varnby Courier", "varnby"];

function peopleOf(text: string): readonly string[] {
  return readByline([text], OUTLETS).people;
}

describe("names in bylines", () => {
  it.each([
    ["김도윤 기자", ["김도윤"]],
    ["김도윤기자", ["김도윤"]],
    ["김도윤 박서연 기자", ["김도윤", "박서연"]],
    ["글 김도윤 기자 · 사진 박서연 기자", ["김도윤"]],
    ["베를린=김도윤 특파원", ["김도윤"]],
    ["김도윤 디지털팀 기자", ["김도윤"]],
    ["김도윤 기자 외 1명", ["김도윤"]],
    ["도널드 트럼프", ["도널드 트럼프"]],
    ["岡本健太記者", ["岡本健太"]],
    ["岡本 健太", ["岡本 健太"]],
    ["阿部 真理", ["阿部 真理"]],
    ["大阪社会部 岡本健太", ["岡本健太"]],
    ["【ソウル＝岡本健太】", ["岡本健太"]],
    ["文・岡本健太　写真・佐藤美和", ["岡本健太"]],
    ["记者：王小明 李芳", ["王小明", "李芳"]],
    ["記者王小明、李芳/綜合報導", ["王小明", "李芳"]],
    ["โดย สมชาย ใจดี", ["สมชาย ใจดี"]],
    ["Phóng viên Nguyễn Văn An", ["Nguyễn Văn An"]],
    ["Bài và ảnh: Nguyễn Văn An", ["Nguyễn Văn An"]],
    ["Muhabir: Deniz Yıldıray", ["Deniz Yıldıray"]],
    ["Toimittaja Aino Lehtola", ["Aino Lehtola"]],
    ["Varga Borbála újságíró", ["Varga Borbála"]],
    ["بقلم سارة حسن", ["سارة حسن"]],
    ["سارة حسن وعمر خالد", ["سارة حسن", "عمر خالد"]],
    ["Γράφει η Ελένη Μαυρίδη", ["Ελένη Μαυρίδη"]],
  ])("%s: %j, the job before or behind them left out", (text, people) => {
    expect(peopleOf(text)).toEqual(people);
  });

  it.each([
    ["Aino Lehtola ja Eero Salminiemi", ["Aino Lehtola", "Eero Salminiemi"]],
    ["Varga Borbála és Kis Ödön", ["Varga Borbála", "Kis Ödön"]],
    ["Petr Holan a Jana Mlynská", ["Petr Holan", "Jana Mlynská"]],
    ["Ion Munteanu și Ana Radu", ["Ion Munteanu", "Ana Radu"]],
    ["Ελένη Μαυρίδη και Νίκος Δελής", ["Ελένη Μαυρίδη", "Νίκος Δελής"]],
    ["岡本健太、佐藤美和", ["岡本健太", "佐藤美和"]],
    ["By Jonna Tvedt, Ola Berg & Tom Hale", ["Jonna Tvedt", "Ola Berg", "Tom Hale"]],
    ["Maria E Santos", ["Maria E Santos"]],
    ["By Tan Mei Lee and Ho Wei Ling", ["Tan Mei Lee", "Ho Wei Ling"]],
    ["By Jonna Tvedt and Abu Bakar Musa", ["Jonna Tvedt", "Abu Bakar Musa"]],
    ["By Jonna Tvedt in Varnby and Sri Devi in Ostrand", ["Jonna Tvedt", "Sri Devi"]],
    ["By Jonna Tvedt in Varnby and Cape Ostrand", ["Jonna Tvedt"]],
    ["By Jonna Tvedt, Cape Ostrand and New Varnby", ["Jonna Tvedt"]],
  ])("%s are %j", (text, people) => {
    expect(peopleOf(text)).toEqual(people);
  });

  it.each([
    ["By Jonna Tvedt in Varnby and Ola Berg in Ostrand", ["Jonna Tvedt", "Ola Berg"]],
    ["By Jonna Tvedt for the Isle Gazette", ["Jonna Tvedt"]],
    ["Jonna Mc Tvedt For Isleonline", ["Jonna Mc Tvedt"]],
    ["Jonna Tvedt, USA TODAY", ["Jonna Tvedt"]],
    ["Jonna Tvedt, ISLE DAILY", ["Jonna Tvedt"]],
    ["Jonna Tvedt, The Islander", ["Jonna Tvedt"]],
    ["Kari Solheim i Varnby", ["Kari Solheim"]],
    ["Ana Prado e Lusa", ["Ana Prado"]],
    ["Ana Prado y Agencias", ["Ana Prado"]],
    ["Ana Prado y Varnby", ["Ana Prado"]],
    ["By Jonna Tvedt, Special to the Gazette", ["Jonna Tvedt"]],
    ["Lucía Andrade, enviada especial", ["Lucía Andrade"]],
    ["Por Ana Prado, g1 — São Paulo", ["Ana Prado"]],
    ["Par Élodie Morvan, à Nantes", ["Élodie Morvan"]],
    ["By Jonna Tvedt Updated March 5, 2024", ["Jonna Tvedt"]],
    ["Jonna Tvedt July 3, 2025", ["Jonna Tvedt"]],
    ["Jonna Tvedt u. a.", ["Jonna Tvedt"]],
    ["Jonna Tvedt, Ph.D.", ["Jonna Tvedt"]],
    ["Jonna Tvedt Senior Reporter", ["Jonna Tvedt"]],
    ["Political Editor Jonna Tvedt", ["Jonna Tvedt"]],
    ["Ein Kommentar von Jonna Tvedt", ["Jonna Tvedt"]],
    ["Propos recueillis par Élodie Morvan", ["Élodie Morvan"]],
    ["dal nostro inviato Luca Ferrigno", ["Luca Ferrigno"]],
    ["Von unserem Korrespondenten Ola Berg", ["Ola Berg"]],
  ])("%s: %j, without place, date, job and kind of text", (text, people) => {
    expect(peopleOf(text)).toEqual(people);
  });

  it.each([
    ["Text: Elin Norrby Foto: Karl Åsberg", ["Elin Norrby"]],
    ["Penulis: Bima Prasetyo Editor: Rani Kusuma", ["Bima Prasetyo"]],
    ["Kari Solheim (tekst) og Nils Brekke (foto)", ["Kari Solheim"]],
    ["By Jonna Tvedt. Reviewed by Ida Holm", ["Jonna Tvedt"]],
    ["Edited by Ola Berg and Ida Holm", []],
    ["Photo: Ola Berg", []],
    ["责任编辑：李芳", []],
    ["Text und Fotos: Jonna Tvedt", ["Jonna Tvedt"]],
  ])("%s: %j, not who did the pictures or the editing", (text, people) => {
    expect(peopleOf(text)).toEqual(people);
  });

  it.each([
    ["Lucía Andrade (EFE)", ["Lucía Andrade"], "EFE"],
    ["(서울=연합뉴스) 김도윤 기자", ["김도윤"], "Yonhap"],
    ["新华社记者 王小明", ["王小明"], "Xinhua"],
    ["By Jonna Tvedt, AP Sports Writer", ["Jonna Tvedt"], "AP"],
    ["By Jonna Tvedt Associated Press", ["Jonna Tvedt"], "AP"],
    ["Reuters in Berlin", [], "Reuters"],
    ["By Jonna Tvedt for Reuters", ["Jonna Tvedt"], "Reuters"],
    ["Jonna Tvedt für die dpa in Varnby", ["Jonna Tvedt"], null],
    ["Jonna Tvedt from Spa", ["Jonna Tvedt"], null],
    ["Élodie Morvan (avec AFP)", ["Élodie Morvan"], "AFP"],
    ["Ola Berg (mit Material von dpa)", ["Ola Berg"], "dpa"],
    ["Thomson Reuters Tax", [], null],
    ["Jonna Tvedt, Reuters Staff", ["Jonna Tvedt"], "Reuters"],
    ["Nachrichtenagentur dpa", [], "dpa"],
    ["Sid Berg", ["Sid Berg"], null],
    ["HINA KHATUN", ["HINA KHATUN"], null],
    ["Efe Yılmazer", ["Efe Yılmazer"], null],
  ])("%s: %j and the agency %s", (text, people, agency) => {
    expect(readByline([text], OUTLETS)).toEqual({ people, agency });
  });

  it.each([
    "Ludwig van der Berg",
    "Omar al-Harun",
    "Ghislaine d'Harcourt",
    "Di Wu",
    "J. K. Tvedt",
    "JONNA TVEDT",
    "Dr. Jonna Tvedt",
    "Theo Marsh",
    "Kim In-sook",
    "Jean-Luc Le Goff",
    "Juan de los Santos",
    "Juan de las Heras",
    "Marie des Rosiers",
    "Paolo degli Esposti",
    "Siti binti Rahman",
    "Dr. med. Ida Holm",
    "Elin af't Norrby",
    "Ida in 't Veld",
    "Moktar ould Sidi",
    "José Ortega y Gasset",
    "Manuel Pinto e Costa",
    "Josep Carner i Puig",
    "Ida Freifrau von und zu Holm",
  ])("keep %s whole, in fields and in visible text", (name) => {
    expect(peopleOf(name)).toEqual([name]);
    expect(readByline([name], OUTLETS, true).people).toEqual([name]);
  });

  it.each([
    "Staff",
    "Da Redação",
    "온라인뉴스팀",
    "デジタル編集部",
    "社会部",
    "Redaktion Cape Varn",
    "Varnby Bay Staff",
  ])("are not seen in %s", (text) => {
    expect(peopleOf(text)).toEqual([]);
  });
});

describe("a person in the page's data", () => {
  const found = (person: string) => readByline([{ person }], OUTLETS).people;

  it.each(["Kristin", "Haryanto", "Rachel Spiegel", "Denzel Washington", "Lake Bell", "De Angelis"])(
    "stays: %s",
    (name) => {
      expect(found(name)).toEqual([name]);
    },
  );

  it("may be written surname first", () => {
    expect(found("Berg, Ola")).toEqual(["Ola Berg"]);
  });

  it.each(["admin", "Redaktion", "DER SPIEGEL", "dpa ", "Varnby", "TPN", "Courier", "MixmasterFred"])(
    "is none where it plainly is an outlet, an agency or an account: %s",
    (name) => {
      expect(found(name)).toEqual([]);
    },
  );
});

describe("authors of a page", () => {
  const authors = (parts: Parameters<typeof harbourPage>[0]) => article(harbourPage(parts)).authors;
  const node = (author: unknown) => jsonLd({ "@type": "NewsArticle", author });

  it("are read behind a label with a colon, however the source is indented", () => {
    const gap = "\n\t\t".repeat(60);
    const link = (name: string) => `<span><a href="/x">${name}</a></span>`;
    const before = `<ul><li>Von:${gap}${link("Jonna Tvedt")},${gap}${link("Ola Berg")}</li></ul>`;
    expect(authors({ before })).toEqual(["Jonna Tvedt", "Ola Berg"]);
  });

  it("are read where By stands in an element of its own, above the text only", () => {
    const by = "<div><span>By</span><span>Jonna Tvedt</span></div>";
    expect(authors({ before: by })).toEqual(["Jonna Tvedt"]);
    const long = `<p>${HARBOUR_STORY.join(" ")}</p>`;
    expect(authors({ behind: `${long}${long}${by}` })).toEqual([]);
  });

  it("are the name above the text where the byline shows an account", () => {
    const link = `<a rel="author" href="https://varnby.example/author/admin/">Varnby D</a>`;
    const before = `<p>by <span class="author vcard">${link}</span></p><p><strong>JONNA TVEDT</strong></p>`;
    expect(
      authors({ head: node({ "@id": "https://varnby.example/author/admin/", name: "Varnby D" }), before }),
    ).toEqual(["JONNA TVEDT"]);
  });

  it("are not those of other stories where the first byline names a desk", () => {
    const line = (name: string) => `<p class="byline">By <a rel="author" href="/author/x">${name}</a></p>`;
    expect(authors({ before: line("Courier Staff"), behind: line("Ola Berg") })).toEqual([]);
  });

  it("are not who reviewed the text", () => {
    const link = (name: string) => `<a href="/author/x">${name}</a>`;
    const before = `<div>By ${link("Jonna Tvedt")}. Reviewed by ${link("Ida Holm")}</div>`;
    expect(authors({ before })).toEqual(["Jonna Tvedt"]);
  });

  it("are full names of the byline where the data has a single one", () => {
    const before = `<div class="author-2">Jonna Tvedt</div><div>Editor : <a class="author" href="/e">Haryanto</a></div>`;
    expect(authors({ head: node({ "@type": "Person", name: "Haryanto" }), before })).toEqual(["Jonna Tvedt"]);
    expect(authors({ head: node({ "@type": "Person", name: "Haryanto" }) })).toEqual(["Haryanto"]);
  });

  it("may be of the page where no article is described", () => {
    const head = jsonLd({
      "@type": "WebPage",
      name: "x",
      author: { "@type": "Person", name: "Jonna Tvedt" },
    });
    expect(authors({ head })).toEqual(["Jonna Tvedt"]);
  });

  it("are read from sharing cards only where their label says so", () => {
    const card = (label: string, value: string) =>
      `<meta name="twitter:label2" content="${label}"><meta name="twitter:data2" content="${value}">`;
    expect(authors({ head: card("Written by", "Jonna Tvedt") })).toEqual(["Jonna Tvedt"]);
    expect(authors({ head: card("Location", "Great Varnby") })).toEqual([]);
  });

  it("are not the words of a box about the author", () => {
    const head = `<meta name="author" content="Jonna Tvedt">`;
    const about =
      "Jonna Tvedt writes about ferries, piers, and the people who wait there, since she was ten, for us. ";
    const behind = `<div itemprop="author" itemscope>${about.repeat(3)}</div>`;
    expect(authors({ head, behind })).toEqual(["Jonna Tvedt"]);
  });

  it("may publish under their own name", () => {
    const person = { "@type": "Person", name: "Jonna Tvedt" };
    const head = jsonLd({ "@type": "BlogPosting", author: person, publisher: person });
    expect(authors({ head })).toEqual(["Jonna Tvedt"]);
  });
});

describe("a line that is a byline", () => {
  it.each([
    "By Jonna Tvedt",
    "BY JONNA TVEDT",
    "by Jonna Tvedt",
    "Von Ola Berg",
    "От Анны Петровой",
    "By 김도윤",
  ])("opens like %s", (line) => {
    expect(isBylineText(line)).toBe(true);
  });

  it.each([
    "By the harbour nobody waits",
    "Von diesem Tag an",
    "Par la fenêtre",
    "by and large",
    "Bystanders Wait",
  ])("does not open like %s", (line) => {
    expect(isBylineText(line)).toBe(false);
  });
});
