import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterBatch } from "../../../../src/core/cluster/batch.ts";
import { cohesionOf, PassageWords } from "../../../../src/core/cluster/decision/cohesion.ts";
import { holdsOtherStory } from "../../../../src/core/cluster/decision/digest.ts";
import { type MarkedText, markText } from "../../../../src/core/cluster/decision/marked-text.ts";
import { comparePassages } from "../../../../src/core/cluster/decision/passages.ts";
import { RULES } from "../../../../src/core/cluster/decision/rules.ts";
import { decideFromRecords, decideFromTexts, isEdge } from "../../../../src/core/cluster/decision.ts";
import { fingerprint } from "../../../../src/core/fingerprint/fingerprint.ts";
import type { ArticleId, ComparedArticle, Evidence } from "../../../../src/core/model.ts";

const FERRY = [
  "The ferry Halvard ran aground off Corrin Point before dawn on Sunday with 212 passengers on board, and the coastguard took everyone ashore within three hours without a single serious injury.",
  "Captain Oline Brekke told the coastguard that the steering of the Halvard had failed twice on Saturday, and that the shipping company Nordvik had ordered her to keep the timetable all the same.",
  "Nordvik denied that. A spokesman of the company said the steering had been examined in Corrin harbour on Saturday evening and that the engineers had found the ferry fit for the crossing.",
  "Passengers described a dull blow and a long scraping noise. The ferry listed to port, the lights went out on the lower deck, and Captain Brekke asked everybody to walk to the stern.",
  "Divers of the coastguard will examine the hull of the Halvard at low tide. Until then the company has put the smaller ferry Sigrun on the route between Corrin and the outer islands.",
  "The maritime board opened an inquiry into Nordvik in the afternoon. It has asked for the records of the steering, for the timetable of the weekend and for what the engineers wrote down.",
  "The Halvard was built 31 years ago and was to be replaced last summer, but Nordvik put the order for a new ferry off twice when fares fell, as the maritime board had noted in its report.",
  "Islanders have complained of the company for years. Their council wants the route between Corrin and the islands to be run by the province again, as it was before Nordvik took it over.",
];
const ORCHARD = [
  "Scientists of the Lindgate institute have bred an apple that keeps for eleven months without cooling, and growers in the Velm valley will plant the first four thousand trees in November.",
  "The variety, named Karis, goes back to an old tree that botanist Petra Sommer came across behind a chapel near Ossel. Its apples were still firm in May, she wrote in her notebook at the time.",
  "Sommer and her colleagues at the institute crossed that tree with nineteen common varieties. Only two of the crossings kept the thick wax of the Ossel apples, and one of these was bitter.",
  "Growers are interested because cooling makes up a third of their costs. The cooperative of the Velm valley has reserved half of the young trees and pays the institute for each Karis apple sold.",
  "Some botanists remain cautious. Wax of this kind may attract a moth that lives on wild apples, they say, and nobody has yet grown the variety outside the fields of the Lindgate institute.",
  "Petra Sommer answers that the moth was not seen once in nine summers of trials. The institute will nevertheless set traps among the young trees and publish what it finds there every autumn.",
  "Shops are to sell the first Karis apples in four years. The cooperative expects them to cost somewhat less than cooled ones, and the growers hope to export part of the harvest by sea.",
  "The old tree near Ossel is fenced in by now. Botanists from other institutes have taken so many twigs of it that Sommer asked the growers of the valley to keep watch over it in winter.",
];
const UNRELATED = [
  "Library cards in Brennholt are free from this month, and the reading room stays open until nine on weekdays.",
  "Two bridges over the Tammet will be painted green again after residents collected signatures in the spring.",
  "The chess club of Marrow Street won its match against the postal workers by five points to three.",
];

const textOf = (...paragraphs: ReadonlyArray<readonly string[]>): string => paragraphs.flat().join("\n\n");

function article(text: string, id: string): ComparedArticle {
  return { articleId: id as ArticleId, fingerprint: fingerprint(text), publisher: null, datePublished: null };
}

function decide(textA: string, textB: string): Evidence {
  const [a, b] = [article(textA, "a"), article(textB, "b")];
  const decision = decideFromRecords(a, b);
  return decision.kind === "decided" ? decision.evidence : decideFromTexts(a, b, textA, textB);
}

describe("a text that holds several stories", () => {
  it.each([
    ["one after the other", textOf(FERRY, ORCHARD)],
    ["the other way round", textOf(ORCHARD, FERRY)],
    ["under headlines", textOf(["Ferry aground"], FERRY, ["An apple for all seasons"], ORCHARD)],
    ["with a third story", textOf(FERRY, UNRELATED, ORCHARD)],
  ])("belongs to one of them at most: %s", (_, roundUp) => {
    const evidences = [FERRY, ORCHARD].map((story) => decide(textOf(story), roundUp));
    expect(evidences.filter(isEdge).length).toBeLessThan(2);
    expect(evidences).toContainEqual(expect.objectContaining({ relation: "partial", guard: "digest" }));
    const turned = [FERRY, ORCHARD].map((story) => decide(roundUp, textOf(story)));
    expect(turned.map(isEdge)).toEqual(evidences.map(isEdge));
  });

  it("leaves its stories in two clusters in whatever order they come", () => {
    const day = (number: number): string => `2026-11-0${number}`;
    const texts = [textOf(FERRY), textOf(ORCHARD), textOf(FERRY, ORCHARD)];
    for (const [first, second, third] of [
      [1, 2, 3],
      [1, 3, 2],
      [2, 1, 3],
      [2, 3, 1],
      [3, 1, 2],
      [3, 2, 1],
    ] as const) {
      const dates = [day(first), day(second), day(third)];
      const placed = clusterBatch(
        texts.map((text, i) => ({ id: `text-${i}`, text, datePublished: dates[i] ?? null })),
      );
      expect(placed[0]?.clusterId).not.toBe(placed[1]?.clusterId);
      expect(new Set(placed.map(({ clusterId }) => clusterId)).size).toBe(2);
    }
  });

  it("is one text with a copy of itself", () => {
    const roundUp = textOf(FERRY, ORCHARD);
    const copy = textOf(["Morning edition"], FERRY, ORCHARD.slice(0, 7));
    expect(decide(roundUp, copy).relation).toBe("copy");
  });

  it("belongs to its main story where the other is short", () => {
    expect(decide(textOf(FERRY), textOf(FERRY, ORCHARD.slice(0, 5))).relation).toBe("copy");
    expect(decide(textOf(ORCHARD.slice(0, 5)), textOf(FERRY, ORCHARD.slice(0, 5))).guard).toBe("digest");
  });
});

describe("a text that holds one story is no round-up", () => {
  it.each([3, 4, 5])("for a brief of its first %i paragraphs", (count) => {
    for (const story of [FERRY, ORCHARD]) {
      expect(["copy", "excerpt"]).toContain(decide(textOf(story.slice(0, count)), textOf(story)).relation);
    }
  });

  it("for its second half", () => {
    expect(["copy", "excerpt"]).toContain(decide(textOf(FERRY.slice(4)), textOf(FERRY)).relation);
  });

  it("with insertions on other matters", () => {
    const [first = "", second = "", third = ""] = UNRELATED;
    const inserted = textOf([first], FERRY.slice(0, 3), [second], FERRY.slice(3), [third]);
    expect(decide(textOf(FERRY), inserted).relation).toBe("copy");
    expect(decide(textOf(FERRY), textOf(FERRY, UNRELATED)).relation).toBe("copy");
  });
});

describe("cohesion", () => {
  it("is higher within a story than between two", () => {
    const text = markText(textOf(FERRY, ORCHARD));
    const end = markText(textOf(FERRY)).tokens.length;
    const passage = new PassageWords(text, [[0, end]]);
    const cohesion = cohesionOf(text, passage, [end, text.tokens.length], false);
    expect(cohesion.withinPassage).toBeGreaterThan(2 * cohesion.between);
    expect(cohesion.withinRemainder).toBeGreaterThan(2 * cohesion.between);
    expect(cohesion.repeatedKnown).toBeLessThan(0.2);
  });

  it("stays between 0 and 1 for any text and any cut", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(), fc.boolean(), (string, cut, isLong) => {
        const text = markText(string);
        const length = text.tokens.length;
        const end = cut % (length + 1);
        const passage = new PassageWords(text, [[0, end]]);
        for (const value of Object.values(cohesionOf(text, passage, [end, length], isLong))) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  it("counts a word that is said more than 65,536 times", () => {
    const text = markText("harbour ".repeat(2 ** 17 + 2));
    expect(new PassageWords(text, [[0, text.tokens.length]]).within).toBeCloseTo(1);
  });
});

describe("a text with a passage and many stories of its own", () => {
  const WORDS = ["harbour", "council", "ferries", "islands", "captain", "quarrel", "shipyard", "winters"];
  const sentence = (seed: number): string =>
    `${Array.from({ length: 24 }, (_, i) => WORDS[(seed * 7 + i * i + (seed >> (i % 5))) % WORDS.length]).join(" ")}.`;
  const paragraphs = (from: number, count: number): string =>
    Array.from({ length: count }, (_, i) => sentence(from + i)).join("\n\n");

  it("is read once, not once for each of them", () => {
    // The same words as in the stories, in other runs: the stories go on with it, so that none ends the search.
    const clause = (i: number): string =>
      `Clause ${i}: ${WORDS.map((word, k) => `${word} ${i * 10 + k}`).join(" ")}.`;
    const shared = Array.from({ length: 140 }, (_, i) => clause(i));
    const borders = Array.from({ length: 20 }, (_, i) => `Border ${i} lies beside marker ${i * 11}.`);
    const stories = borders.map((border, i) => `${border}\n\n${paragraphs(100 * i, 8)}`);
    const long = markText([...shared, ...stories].join("\n\n"));
    const shares = comparePassages(long, markText([...shared, ...borders].join("\n\n")));
    expect(shares.ownRuns.length).toBeGreaterThanOrEqual(20);
    let reads = 0;
    const counted: MarkedText = {
      ...long,
      content: new Proxy(long.content, {
        get(target, key) {
          reads++;
          return Reflect.get(target, key, target);
        },
      }),
    };
    expect(holdsOtherStory(counted, shares, RULES)).toBe(false);
    expect(reads).toBeGreaterThan(0);
    expect(reads).toBeLessThanOrEqual(long.tokens.length);
  });
});
