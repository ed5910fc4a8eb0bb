/*
 * Notes on the author that name nobody, behind the text; and closing sentences of reports that look like them.
 */
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

const NOTES: readonly string[] = [
  "She is a journalist based in Varnby.",
  "He is an award-winning freelance journalist who writes about ports from Halmby.",
  "They are a reporter and write for the Courier.",
  "The author is the Courier's shipping correspondent.",
  "Sie ist freie Journalistin in Varnby.",
  "Der Autor ist Redakteur im Ressort Küste.",
  "Elle est journaliste indépendante à Varnby.",
  "L’autrice est correspondante du Courier à Halmby.",
  "Es periodista y escribe sobre puertos desde Varnby.",
  "La autora es corresponsal del Courier en la costa.",
  "É jornalista e escreve sobre portos para o Courier.",
  "È una giornalista e scrive di porti da Varnby.",
  "Zij is freelance journalist in Varnby.",
  "Hon är frilansjournalist och bor i Varnby.",
  "Hun er frilansjournalist med base i Varnby.",
  "Hän on vapaa toimittaja ja asuu Varnbyssä.",
  "Jest dziennikarką i pisze o portach.",
  "Autorka je novinářka a žije ve Varnby.",
  "Она журналист и пишет о портах.",
  "Автор — корреспондент «Курьера» на побережье.",
  "Вона журналістка і пише про порти.",
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

/** The last sentence of reports on somebody whose job stands nowhere else. */
const REPORTED_JOBS: readonly string[] = [
  "She is a journalist based in Oslo and was released on Tuesday.",
  "He is the reporter who broke the story of the sunken fleet in 1998.",
  "She is a journalist by training and has led the council since 2027.",
  "He is a reporter who writes letters to his mother every week from his cell.",
  "She is a columnist in the novel, a spy in the film.",
  "The author is a journalist, the police said, and the letter was genuine.",
  "They are a reporter and a photographer from Halmby, and both were released.",
  "Sie ist Journalistin und sitzt seit März in Untersuchungshaft.",
  "Er ist der erste Reporter, den das Gericht angehört hat.",
  "Elle est journaliste et risque dix ans de prison.",
  "Il est le premier journaliste jugé dans cette affaire.",
  "Es una periodista la que encontró los documentos en el archivo.",
  "É o primeiro jornalista a ser julgado no caso.",
  "È stato un giornalista a dare l’allarme.",
  "Hij is journalist en werkt nu als visser.",
  "Hon är journalist och åtalas nu för spioneri.",
  "Hän on toimittaja ja vapautui tiistaina.",
  "Jest dziennikarzem i od marca siedzi w areszcie.",
  "Je to první novinář, kterého soud vyslechl.",
  "Он журналист и был освобождён во вторник.",
  "Вона журналістка і чекає на вирок.",
  "هو أول صحفي يحاكم في هذه القضية.",
  "Tutuklu sanıklardan biri gazetecidir.",
  "逮捕されたのは市内在住のジャーナリスト。",
  "체포된 사람은 남부에서 활동하는 기자다.",
  "死者是一名自由撰稿人。",
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

  it.each([...REPORTED, ...REPORTED_JOBS])("a sentence stays: %s", (line) => {
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

  it("a note with two paragraphs behind it stays", () => {
    const line = "She is a journalist based in Varnby.";
    const [first = "", second = "", third = "", last = ""] = HARBOUR_STORY;
    const body = `<article><h1>${HARBOUR_TITLE}</h1>${paragraphs([first, second, line, third, last])}</article>`;
    expect(article(pageOf({ body })).text).toContain(line);
  });
});
