import { describe, expect, it } from "vitest";
import { markText } from "../../../../src/core/cluster/decision/marked-text.ts";
import { RULES, type Rules } from "../../../../src/core/cluster/decision/rules.ts";
import { decideFromMarkedTexts, isEdge } from "../../../../src/core/cluster/decision.ts";
import { fingerprint } from "../../../../src/core/fingerprint/fingerprint.ts";
import type { ArticleId, ComparedArticle, Evidence } from "../../../../src/core/model.ts";

const article = (id: string, text: string): ComparedArticle => ({
  articleId: id as ArticleId,
  fingerprint: fingerprint(text),
  publisher: null,
  datePublished: null,
});

function decide(textA: string, textB: string, changed: Partial<Rules> = {}): Evidence {
  const [a, b] = [article("a", textA), article("b", textB)];
  return decideFromMarkedTexts(a, b, markText(textA), markText(textB), { ...RULES, ...changed });
}

const WITHOUT: Partial<Rules> = { templateSlotRatio: 0 };

/** A notice that a desk sends several times a day. */
const notice = (firm: string, town: string, site: string, sum: string, tonnes: string, people: string) =>
  `The board of ${firm} of ${town} said it will be paid ${sum} million crowns to deliver coal to the ministry of works. ` +
  `The contract, which was awarded under a programme with several bidders, is expected to be completed by the end of spring. ` +
  `It covers ${tonnes} tonnes, to be unloaded at the railway yard of ${site} and stored there under a roof. ` +
  `The firm has ${people} people on its books and has worked for the ministry before, a spokesman said in a statement.`;

const PELHAM = notice("Pelham Coke", "Tarnwick", "Lowmoor", "41", "12,500", "380");
const OSTARA = notice("Ostara Fuel", "Varnby", "Ironford", "75", "40,000", "1,150");

const draw = (day: string, numbers: string, jackpot: string) =>
  `The winning numbers in ${day} evening's draw of the Coastal Lotto were as follows. ` +
  `${numbers}. No ticket that was sold matched all of the numbers that came out of the drum. ` +
  `The jackpot therefore grows to about ${jackpot} million crowns and will be drawn again at the end of the week. ` +
  `Tickets are sold at kiosks until an hour before the draw, and prizes must be claimed within the quarter.`;

describe("two reports of one template", () => {
  it("are not joined where the wording agrees and the names and figures do not", () => {
    expect(decide(PELHAM, OSTARA)).toMatchObject({ relation: "partial", guard: "template" });
    expect(decide(OSTARA, PELHAM)).toMatchObject({ relation: "partial", guard: "template" });
    expect(isEdge(decide(PELHAM, OSTARA, WITHOUT))).toBe(true);
  });

  it("are not joined where a list of figures is the news", () => {
    const [first, second] = [
      draw("Wednesday", "4, 11, 19, 23, 36, 48", "12"),
      draw("Saturday", "7, 15, 22, 31, 39, 44", "16"),
    ];
    expect(decide(first, second).guard).toBe("template");
    expect(isEdge(decide(first, second, WITHOUT))).toBe(true);
  });
});

describe("a copy", () => {
  it("stays one where an outlet's own paragraph names other people and places", () => {
    const local =
      "In Belcaster, Mayor Ada Finch and the stevedores Tom Hadley and Rob Quint told the Belcaster Courier on Monday " +
      "that the Harbour Road depot had lost 14 of 60 jobs since Easter 2019 and would welcome the Tarnwick trains.";
    expect(isEdge(decide(PELHAM, `${local}\n\n${PELHAM}`))).toBe(true);
  });

  it("stays one where all figures are corrected and the names stand", () => {
    const corrected = notice("Pelham Coke", "Tarnwick", "Lowmoor", "43", "13,100", "402");
    expect(isEdge(decide(PELHAM, corrected))).toBe(true);
  });

  it("stays one where its source names more", () => {
    const bidders =
      " Bids had come from Hollin Bros, Quenby Mining, Arden Fuels, Maddow and Sons, and Wexley Coal.";
    const more = PELHAM.replace(" The contract", `${bidders} The contract`);
    const cut = PELHAM.replace("to the ministry of works", "to the state");
    expect(isEdge(decide(more, cut))).toBe(true);
  });
});
