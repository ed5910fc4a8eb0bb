/* Datelines and credits as the agencies of many countries write them. All sentences are invented. */
import { describe, expect, it } from "vitest";
import { readDateline } from "../../../src/core/extract/story/dateline.ts";
import { readSignOff } from "../../../src/core/extract/story/sign-off.ts";
import { article, HARBOUR_STORY, harbourPage, pageOf, paragraphs } from "./pages.ts";

const REST = "North wind closed the harbour of Varnby on Monday, the council said.";

describe("a dateline", () => {
  it.each([
    ["МОСКВА, 3 мар - РИА Новости. ", "МОСКВА", "RIA Novosti", "3 мар"],
    ["МОСКВА, 3 марта. /ТАСС/. ", "МОСКВА", "TASS", "3 марта."],
    ["Москва. 3 марта. ИНТЕРФАКС - ", "Москва", "Interfax", "3 марта"],
    ["ANKARA (AA) ", "ANKARA", "Anadolu", null],
    ["New Delhi, Mar 3 (PTI) ", "New Delhi", "PTI", "Mar 3"],
    ["Oslo (NTB): ", "Oslo", "NTB", null],
    ["København /ritzau/ - ", "København", "Ritzau", null],
    ["Praha 3. března (ČTK) - ", "Praha", "ČTK", "3. března"],
    ["Budapest, 2024. március 3., vasárnap (MTI) - ", "Budapest", "MTI", "2024. március 3., vasárnap"],
    ["Berlin/Potsdam (dpa) - ", "Berlin/Potsdam", "dpa", null],
    ["باريس - أ ف ب - ", "باريس", "AFP", null],
    ["Nairobi, Kenya | AFP | ", "Nairobi, Kenya", "AFP", null],
    ["VARNBY, March 3, 2024 /PRNewswire/ -- ", "VARNBY", "PR Newswire", "March 3, 2024"],
    ["新华社北京3月3日电 ", "北京", "Xinhua", "3月3日"],
    ["(中央社台北3日電)", "台北", "CNA", "3日"],
    ["（中央社記者王小明台北3日電）", null, "CNA", "3日"],
    ["【北京3月3日新華社】", "北京", "Xinhua", "3月3日"],
    ["【ソウル共同】", "ソウル", "Kyodo", null],
    ["[パリ 3日 AFP] ", "パリ", "AFP", "3日"],
    ["【パリ＝岡本健太】", "パリ", null, null],
    ["(서울=연합뉴스) 김도윤 기자 = ", "서울", "Yonhap", null],
  ])("is read: %s", (head, place, agency, day) => {
    expect(readDateline(`${head}${REST}`)).toMatchObject({ place, agency, day, rest: REST, taken: head });
  });

  it.each([
    "Anadolu Ajansı (AA) Genel Müdürü açıkladı: liman bir yıl kapalı kalacak, seferler durdu.",
    "Associated Press (AP) Chief Ola Berg said that the harbour would stay closed until spring.",
    "Ola Berg (PA) Said that the harbour would stay closed.",
    "The agencies - AFP, dpa, Reuters - said on Monday that the harbour would remain shut.",
    "Police | Ferry closed | The harbour of Varnby stays closed.",
    "【速報】港は月曜日に閉鎖され、理由はまだ明らかになっていないと市は述べた。",
    "【写真＝岡本健太】港は月曜日に閉鎖され、理由はまだ明らかになっていないと市は述べた。",
    "(사진=연합뉴스) 바른비 항구가 월요일에 폐쇄되었으며 이유는 아직 밝혀지지 않았다.",
    "(지난해=100) 바른비 항구의 물동량 지수는 월요일에 크게 떨어졌다고 시가 밝혔다.",
  ])("is not seen in: %s", (sentence) => {
    expect(readDateline(sentence)).toBeNull();
  });

  it("gives its reporter to the authors and leaves the text", () => {
    const story = HARBOUR_STORY.map((text, at) =>
      at === 0 ? `(서울=연합뉴스) 김도윤 기자 = ${text}` : text,
    );
    expect(article(pageOf({ body: `<article><h1>Varnby</h1>${paragraphs(story)}</article>` }))).toMatchObject(
      {
        authors: ["김도윤"],
        creditText: "Yonhap",
        dateline: "서울",
        text: HARBOUR_STORY.join("\n"),
      },
    );
  });
});

describe("a credit behind the text", () => {
  it.each([
    ["(Mit Material von dpa)", "dpa"],
    ["(Con información de EFE)", "EFE"],
    ["(Com informações da Agência Brasil)", "Agência Brasil"],
    ["with inputs from PTI", "PTI"],
    ["— With files from The Canadian Press", "The Canadian Press"],
    ["Quelle: ntv.de, jtv/dpa", "dpa"],
    ["Källa: TT", "TT"],
    ["Источник: ТАСС", "TASS"],
    ["(c) AFP", "AFP"],
    ["Associated Press writer Ola Berg contributed to this report.", "AP"],
    ["This report by The Canadian Press was first published March 3, 2024.", "The Canadian Press"],
  ])("names its agency: %s", (line, agency) => {
    expect(readSignOff(line)).toEqual({ reporters: [], agency, at: 0 });
  });

  it.each([
    "With Reuters gone, the town has no paper.",
    "Source: the council of Varnby",
    "He had spoken with AFP.",
    "AP officials met reporters who contributed to this harbour.",
  ])("is not seen in: %s", (line) => {
    expect(readSignOff(line)).toBeNull();
  });

  it("leaves the text of a page", () => {
    const page = article(harbourPage({ behind: "<p>(Mit Material von dpa)</p>" }));
    expect(page).toMatchObject({ creditText: "dpa", text: HARBOUR_STORY.join("\n") });
  });
});
