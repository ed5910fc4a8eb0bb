/*
 * Notes on the author that name nobody, behind the text; and closing sentences of reports that look like them.
 */
import { describe, expect, it } from "vitest";
import { article, HARBOUR_TEXT, harbourPage } from "./pages.ts";

const NOTES: readonly string[] = [
  "She is a journalist based in Varnby.",
  "He is an award-winning freelance journalist who writes about ports from Halmby.",
  "They are a reporter for the Courier and live on a boat.",
  "The author is the Courier's shipping correspondent.",
  "Sie ist freie Journalistin in Varnby.",
  "Der Autor ist Redakteur im Ressort Küste.",
  "Elle est journaliste indépendante à Varnby.",
  "L’autrice est correspondante du Courier à Halmby.",
  "Es periodista y vive en Varnby desde hace nueve años.",
  "La autora es corresponsal del Courier en la costa.",
  "É jornalista e escreve sobre portos para o Courier.",
  "È una giornalista e scrive di porti da Varnby.",
  "Zij is freelance journalist in Varnby.",
  "Hon är frilansjournalist och bor i Varnby.",
  "Hun er frilansjournalist med base i Varnby.",
  "Hän on vapaa toimittaja ja asuu Varnbyssä.",
  "Jest dziennikarką i mieszka w Varnby.",
  "Autorka je novinářka a žije ve Varnby.",
  "Она журналист и живёт в Варнбю.",
  "Автор — корреспондент «Курьера» на побережье.",
  "Вона журналістка і живе у Варнбю.",
  "هي صحفية مقيمة في فارنبي.",
  "Varnby’de yaşayan serbest bir gazetecidir.",
  "ヴァルンビー在住のジャーナリスト。",
  "바른비에서 활동하는 기자다.",
  "现居瓦恩比的自由撰稿人。",
];

const REPORTED: readonly string[] = [
  "She was a journalist based in Beirut when the first pier was built.",
  "She is a teacher based in Varnby.",
  "He is the captain of the last boat and lives in Halmby.",
  "Sie war Journalistin in Beirut, als der Kai gebaut wurde.",
  "Es el capitán del último barco y vive en Varnby.",
  "Она капитан последнего парома и живёт в Варнбю.",
  "Han er kaptein på den siste båten og bor i Halmby.",
];

/** Of a report on a journalist: the job stands in the text as well. */
const ON_JOURNALISTS: readonly (readonly [before: string, last: string])[] = [
  [
    "Police arrested the journalist Lena Brandt on Monday while she photographed the closed gates of the terminal.",
    "She is a journalist based in Varnby.",
  ],
  [
    "Die Polizei nahm am Montag die Journalistin Lena Brandt fest, als sie die Tore des Terminals fotografierte.",
    "Sie ist freie Journalistin in Varnby.",
  ],
  [
    "La policía detuvo el lunes a la periodista Lena Brandt mientras fotografiaba las puertas de la terminal.",
    "Es periodista y vive en Varnby desde hace nueve años.",
  ],
];

describe("behind the text", () => {
  it.each(NOTES)("a note on the author leaves: %s", (line) => {
    expect(article(harbourPage({ behind: `<p>${line}</p>` })).text).toBe(HARBOUR_TEXT);
  });

  it.each(REPORTED)("a sentence stays: %s", (line) => {
    expect(article(harbourPage({ behind: `<p>${line}</p>` })).text).toBe(`${HARBOUR_TEXT}\n${line}`);
  });

  it.each(ON_JOURNALISTS)("what a report says of a journalist stays: %s %s", (before, last) => {
    const { text } = article(harbourPage({ behind: `<p>${before}</p><p>${last}</p>` }));
    expect(text).toBe(`${HARBOUR_TEXT}\n${before}\n${last}`);
  });

  it("a note in the middle of the text stays", () => {
    const line = "She is a journalist based in Varnby.";
    expect(article(harbourPage({ between: `<p>${line}</p>` })).text).toContain(line);
  });
});
