/*
 * Short sentences that open or close a text, beside bylines, date lines and closing notes that stand in the same place.
 */
import { describe, expect, it } from "vitest";
import { article, HARBOUR_TEXT, harbourPage } from "./pages.ts";

const OPENING: readonly string[] = [
  "De burgemeester van Varnby stapt op.",
  "De kade van Varnby gaat op 1 januari dicht.",
  "Di notte nessuno lavora al porto.",
  "Por la noche nadie trabaja en el puerto.",
  "Por volta das nove horas o barco parou.",
  "By the harbour nobody sleeps any more.",
  "On 3 May 2024, the first pile of the pier broke in two.",
  "Von Montag an fährt kein Boot mehr über den Sund.",
  "Am 3. Mai 2024 brach der erste Pfahl.",
  "Par temps calme, le bac met neuf minutes.",
  "At 14:05 the last boat left the terminal.",
  "En Varnby la Fiscalía pidió el 3 de mayo de 2024 tres años.",
  "Por Varnby la Vuelta pasa de noche.",
  "Par Varnby le Tour passe de nuit.",
  "De Varnby del Mar salen dos barcos cada noche.",
  "Di Varnby del Mare nessuno parla più.",
];

const ABOVE: readonly string[] = [
  "By Jonna Tvedt",
  "By Jonna Tvedt, staff writer in Halmby.",
  "By Jonna van der Tvedt for the Courier.",
  "Por Jonna de la Tvedt desde Halmby.",
  "Door Jonna Tvedt in Halmby.",
  "Published 3 May 2024 at 14:05.",
  "Aktualisiert am 3. Mai 2024 um 14.05 Uhr.",
  "Mis à jour le 3 mai 2024 à 14:05.",
  "3 May 2024, 14:05",
];

const CLOSING: readonly string[] = [
  "The pier will reopen on 3 May 2027, she said.",
  "Der Kai öffnet am 3. Mai 2027 wieder, sagte sie.",
  "La gare maritime rouvrira le 3 mai 2027, a-t-elle dit.",
  "El muelle reabrirá el 3 de mayo de 2027, dijo.",
  "Molo zostanie otwarte 3 maja 2027 roku.",
  "A kikötő 2027. május 3-án nyit újra.",
  "Причал откроется 3 мая 2027 года, сказала она.",
  "공사는 2028년 3월 끝난다고 시장은 말했다.",
  "The last boat leaves at 14:05.",
  "Berg could not be reached at his home.",
  "His widow, Maria Berg, is a journalist and lives with two children in Halmby, where she has written about the harbour since 1999.",
  "The two men had agreed on the price in WhatsApp messages that the police found on Friday, the prosecutor told the court in Halmby.",
  "The board said it had apologised in a newsletter to its four thousand members, and promised that nobody would lose money.",
  "The privacy policy of the port was not changed.",
  "“We told everyone on WhatsApp,” Berg said before he left the room.",
];

const BELOW: readonly string[] = [
  "Jonna Tvedt is a reporter at the Courier.",
  "Jonna van der Tvedt, who lives in Halmby, is a journalist.",
  "Jonna Tvedt can be reached at 555 0134.",
  "The desk is reached at 555 0134 099 on weekdays.",
  "Read our privacy policy before you write to the desk.",
  "Our newsletter tells you all about the harbour.",
  "Newsletter of the harbour, every Monday.",
  "Published on 3 May 2027 at 14:05.",
  "Aktualisiert am 3. Mai 2027 um 14.05 Uhr.",
  "Stand: 3. Mai 2027, 14.05 Uhr.",
  "3 May 2027, 14:05",
];

describe("a text opens", () => {
  it.each(OPENING)("with: %s", (sentence) => {
    const { text } = article(harbourPage({ before: `<p>${sentence}</p>` }));
    expect(text).toBe(`${sentence}\n${HARBOUR_TEXT}`);
  });

  it.each(ABOVE)("not with: %s", (line) => {
    expect(article(harbourPage({ before: `<p>${line}</p>` })).text).toBe(HARBOUR_TEXT);
  });

  it("with a day that is not the day of its publication", () => {
    const sentence = "On 3 May 2024, the first pile of the pier broke in two.";
    expect(article(harbourPage({ before: `<p>${sentence}</p>` })).datePublished).toBeNull();
  });
});

describe("a text closes", () => {
  it.each(CLOSING)("with: %s", (sentence) => {
    const { text } = article(harbourPage({ behind: `<p>${sentence}</p>` }));
    expect(text).toBe(`${HARBOUR_TEXT}\n${sentence}`);
  });

  it.each(BELOW)("not with: %s", (line) => {
    expect(article(harbourPage({ behind: `<p>${line}</p>` })).text).toBe(HARBOUR_TEXT);
  });
});

describe("a heading behind the last paragraph", () => {
  const entry = (heading: string, sentences: readonly string[]) =>
    `<div><time>12:40</time><h3>${heading}</h3>${sentences.map((sentence) => `<p>${sentence}</p>`).join("")}</div>`;

  it.each([
    ["Mayor leaves by the back door", ["She said nothing.", "A car was waiting."]],
    ["Bürgermeisterin geht durch die Hintertür", ["Sie sagt nichts.", "Ein Wagen wartet."]],
    ["La alcaldesa sale por la puerta trasera", ["No dijo nada.", "La esperaba un coche."]],
    ["市長は裏口から退出", ["何も語らなかった。", "車が待っていた。"]],
  ])("stays above short sentences: %s", (heading, sentences) => {
    const { text } = article(harbourPage({ behind: entry(heading, sentences) }));
    expect(text).toBe([HARBOUR_TEXT, heading, ...sentences].join("\n"));
  });

  it.each([
    ["of a box", entry("About the author", ["She likes boats."])],
    ["without a text", "<h3>Mayor leaves by the back door</h3>"],
    ["that is a link", "<h3><a href='/n/2'>Mayor leaves by the back door</a></h3><p>She said nothing.</p>"],
  ])("goes: %s", (_what, behind) => {
    const { text } = article(harbourPage({ behind }));
    expect(text).not.toMatch(/About the author|back door/);
  });
});
