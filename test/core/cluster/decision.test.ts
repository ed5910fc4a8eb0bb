import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markText } from "../../../src/core/cluster/decision/marked-text.ts";
import { comparePassages } from "../../../src/core/cluster/decision/passages.ts";
import { RULES } from "../../../src/core/cluster/decision/rules.ts";
import { isStoryTaken } from "../../../src/core/cluster/decision/text-rules.ts";
import {
  type Decision,
  decideFromRecords,
  decideFromTexts,
  isEdge,
} from "../../../src/core/cluster/decision.ts";
import { fingerprint } from "../../../src/core/fingerprint/fingerprint.ts";
import type { ArticleId, ComparedArticle, Evidence } from "../../../src/core/model.ts";

const HARBOUR = [
  "The harbour council of Port Ellery voted 7 to 2 on Monday to dredge the north channel before winter.",
  "Mayor Ines Calder said the work would cost 2,400 crowns a day and last until the ice comes.",
  "Two members, both of them fishermen, warned that the spoil would bury the oyster beds off Low Point.",
  "The last dredging, eleven years ago, closed the inner basin for a month and ended in a lawsuit.",
  "A barge from the Tammet yard is expected at the quay on Thursday if the wind allows it.",
  "Ferries to Sund Island will leave from the grain pier while the channel is closed, Calder said.",
  "The provincial fund pays half of the bill, and the rest comes from mooring fees raised in May.",
];
const ORCHARD = [
  "Growers in the Velm valley began picking early apples this week, ten days ahead of the usual date.",
  "A dry spring and warm nights brought the Karis variety to colour sooner, orchard owner Petra Sommer said.",
  "Pickers from three neighbouring districts have been housed in the old Lindgate school since Friday.",
  "The cooperative in Brenn expects a harvest slightly below that of last summer, with smaller fruit.",
  "Hail damaged some rows near the Ossel road, but insurers have promised to settle before November.",
  "Prices at the Marrow Street market opened higher than a year before and fell again by the evening.",
];
const INTERVIEW_QUOTES = [
  '"We have waited eleven years for this channel, and we will not wait another winter for it," she said.',
  '"Whoever loses an oyster bed will be paid for it, down to the last shell, by the end of June," she said.',
  '"Nobody on this council wants to see the inner basin closed for a month a second time," she added.',
];

interface Options {
  readonly id?: string;
  readonly publisher?: string;
  readonly datePublished?: string;
}

function article(text: string, options: Options = {}): ComparedArticle {
  return {
    articleId: (options.id ?? "a") as ArticleId,
    fingerprint: fingerprint(text),
    publisher: options.publisher ?? null,
    datePublished: options.datePublished ?? null,
  };
}

function decide(textA: string, textB: string, optionsA: Options = {}, optionsB: Options = {}): Evidence {
  const a = article(textA, { id: "a", ...optionsA });
  const b = article(textB, { id: "b", ...optionsB });
  const decision: Decision = decideFromRecords(a, b);
  return decision.kind === "decided" ? decision.evidence : decideFromTexts(a, b, textA, textB);
}

const story = HARBOUR.join("\n");

describe("decision on two articles", () => {
  it("calls the same text a near-exact copy from the records alone", () => {
    const decision = decideFromRecords(article(story), article(story.toUpperCase(), { id: "b" }));
    expect(decision).toMatchObject({ kind: "decided", evidence: { relation: "copy", rule: "near-exact" } });
  });

  it("finds the first sentences of a story to be an excerpt of it", () => {
    const evidence = decide(HARBOUR.slice(0, 2).join("\n"), story);
    expect(evidence).toMatchObject({ relation: "excerpt", rule: "passages", shorter: "a" });
    expect(isEdge(evidence)).toBe(true);
  });

  it("keeps a copy together when an outlet inserts paragraphs of its own", () => {
    const local = `${ORCHARD[0]}\n${HARBOUR.slice(0, 5).join("\n")}\n${ORCHARD[4]}`;
    expect(isEdge(decide(local, story))).toBe(true);
  });

  it("takes two stories on different matters for independent", () => {
    expect(decide(story, ORCHARD.join("\n")).relation).toBe("independent");
  });

  it("does not merge two write-ups that share only quotations", () => {
    const first = `${HARBOUR.slice(0, 3).join("\n")}\n${INTERVIEW_QUOTES.join("\n")}`;
    const own = [
      "Port Ellery will dredge its channel this autumn after a long quarrel among council members.",
      "The decision follows years of complaints by skippers who had to wait for the tide outside.",
      "Fishermen left the meeting early and said they would take the matter to the provincial court.",
    ];
    const evidence = decide(first, `${own.join("\n")}\n${INTERVIEW_QUOTES.join("\n")}`);
    expect(isEdge(evidence)).toBe(false);
    expect(evidence.quotationShare).toBeGreaterThan(0.5);
  });

  it("does not merge two stories that share the furniture of their page", () => {
    const furniture = [
      "Readers of this page receive the evening letter with the five stories that mattered most today.",
      "Pick the country you live in and the hour at which the letter should arrive in your box.",
      "Our reporters answer questions from subscribers each Saturday morning between nine and eleven.",
      "Photographs on this page may be ordered as prints from the archive on the second floor.",
      "Letters to the editor should carry a full name, an address and a telephone number by day.",
      "The archive holds every issue since the founding of the paper and is open to all members.",
      "Corrections are printed on the second page and listed at the end of the month as well.",
    ].join("\n");
    const [first, second] = [`${story}\n${furniture}`, `${ORCHARD.join("\n")}\n${furniture}`];
    expect(decide(first, second)).toMatchObject({ relation: "independent", rule: "furniture" });
  });

  it("guards a market report filled with other figures", () => {
    const report = (figures: readonly number[]) =>
      `The Port Ellery grain index closed the day at ${figures[0]} points, the exchange on the north quay said. ` +
      `Turnover in barley and rye at the grain pier came to a total of ${figures[1]} sacks over the whole day. ` +
      `Dealers in the lower hall paid on average ${figures[2]} crowns for spring wheat of the first grade. ` +
      `Oats of the second grade from the inland districts went for ${figures[3]} crowns at the evening auction. ` +
      `The clearing house of the exchange counted ${figures[4]} open contracts when the evening session ended.`;
    const monday = report([1204, 430, 61, 48, 903]);
    const friday = report([1371, 388, 57, 44, 1126]);
    expect(decide(monday, friday)).toMatchObject({ relation: "partial", guard: "template" });
  });

  it("guards an outlet's short report that comes the next day with other figures, and no sooner", () => {
    const report = (sum: string, rate: string) =>
      `The bank of Port Ellery entered the money market to arrange ${sum} crowns of customer loans, a spokesman said. ` +
      `Dealers said that overnight money was trading at ${rate} when the bank began its temporary supply of reserves.`;
    const publisher = "ellery.example";
    const monday = { publisher, datePublished: "2024-03-04T11:45:00Z" };
    const tuesday = { publisher, datePublished: "2024-03-05T11:40:00Z" };
    const noon = { publisher, datePublished: "2024-03-04T12:30:00Z" };
    const [first, second] = [report("200", "6"), report("350", "5")];
    expect(decide(first, second, monday, tuesday)).toMatchObject({ relation: "partial", guard: "template" });
    expect(isEdge(decide(first, second, monday, noon))).toBe(true);
  });

  it("does not hold a list of headlines behind it against a copy, but whole paragraphs on other matters", () => {
    const words = ORCHARD.join(" ").replaceAll(".", "").split(" ");
    const headlines = Array.from({ length: 30 }, (_, i) => words.slice(i * 3, i * 3 + 9).join(" "));
    const half = HARBOUR.slice(0, 4).join("\n");
    const isTaken = (copy: string) => {
      const [ofCopy, ofStory] = [markText(copy), markText(story)];
      return isStoryTaken(comparePassages(ofCopy, ofStory), comparePassages(ofStory, ofCopy), RULES);
    };
    expect(isTaken(`${half}\n\n${headlines.join("\n\n")}`)).toBe(true);
    expect(isTaken(`${half}\n\n${headlines.join(" ")}`)).toBe(false);
  });

  it("takes a text of two sentences for an excerpt only where it stands in the other as a whole", () => {
    const brief = HARBOUR[1] ?? "";
    expect(isEdge(decide(brief, story))).toBe(true);
    expect(isEdge(decide(`${brief} Nobody knows what the mooring fees will be by then.`, story))).toBe(false);
  });

  it("guards one outlet's recurring piece, and only if both dates are known", () => {
    const weekly = `${HARBOUR.slice(0, 4).join("\n")}\n${HARBOUR[4]}`;
    const next = `${HARBOUR.slice(0, 4).join("\n")}\n${ORCHARD.slice(0, 2).join("\n")}`;
    const first = { publisher: "ellery.example", datePublished: "2024-03-01" };
    const later = { publisher: "ellery.example", datePublished: "2024-03-08" };
    const { publisher } = later;
    expect(decide(weekly, next, first, later)).toMatchObject({ relation: "partial", guard: "serial" });
    expect(decide(weekly, next, first, { publisher }).guard).toBeUndefined();
  });

  it("asks for the texts where the records leave it open, with the sketch's opinion for expired ones", () => {
    const decision = decideFromRecords(article(HARBOUR.slice(0, 3).join("\n")), article(story, { id: "b" }));
    expect(decision.kind).toBe("needs-texts");
    if (decision.kind === "needs-texts") expect(decision.sketchEvidence.rule).toBe("sketch");
  });

  it("never compares what is too short", () => {
    const evidence = decide("Ferries were late.", "Ferries were late.");
    expect(evidence).toMatchObject({ relation: "independent", rule: "not-comparable" });
  });

  it("never compares fingerprints of two versions", () => {
    const old = article(story);
    const other = { ...old, fingerprint: { ...old.fingerprint, version: old.fingerprint.version + 1 } };
    expect(decideFromRecords(old, other)).toMatchObject({ evidence: { rule: "versions-differ" } });
  });

  it("decides the same whichever article comes first", () => {
    const sentences = fc.subarray([...HARBOUR, ...ORCHARD, ...INTERVIEW_QUOTES], { minLength: 2 });
    fc.assert(
      fc.property(sentences, sentences, (listA, listB) => {
        const [textA, textB] = [listA.join("\n"), listB.join("\n")];
        const forth = decide(textA, textB, { id: "a" }, { id: "b" });
        const back = decide(textB, textA, { id: "b" }, { id: "a" });
        expect({ ...back, shorter: back.shorter === "a" ? "b" : "a" }).toEqual(forth);
      }),
    );
  });

  it("stays within bounds on any two texts", () => {
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 500 }), fc.constant(story));
    fc.assert(
      fc.property(text, text, (textA, textB) => {
        const [a, b] = [article(textA, { id: "a" }), article(textB, { id: "b" })];
        const evidence = decideFromTexts(a, b, textA, textB);
        for (const share of [evidence.containment, evidence.cover]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
