import { describe, expect, it } from "vitest";
import { markText } from "../../../../src/core/cluster/decision/marked-text.ts";
import { type Opening, Openings } from "../../../../src/core/cluster/decision/openings.ts";
import { opensParagraph } from "../../../../src/core/cluster/decision/paragraphs.ts";

const STORY =
  "The lighthouse keeper of Varn found the lamp broken at dawn and rowed to the mainland, where the harbour office lent him two lanterns until a new glass can be cut.";
const NEXT =
  "A bakery in Ostrel has given away nine hundred loaves since Monday because its scales failed the yearly test and none of them could be sold by weight any more.";

/** What stands where the paragraph begins that opens with `words`. */
function openingOf(paragraphs: readonly string[], words: string): Opening {
  const text = markText(paragraphs.join("\n\n"));
  const before = markText(
    paragraphs
      .slice(
        0,
        paragraphs.findIndex((one) => one.includes(words)),
      )
      .join("\n\n"),
  );
  const token = before.tokens.length;
  expect(opensParagraph(text, token)).toBe(true);
  return new Openings(text).at(token);
}

describe("where a paragraph begins", () => {
  it.each([
    ["a line of marks", ["* * *", NEXT]],
    ["a rule", ["-----", NEXT]],
    ["a city in capitals", [`OSTREL, Nov. 3 - ${NEXT}`]],
    ["a city and its agency", [`Ostrel (vna) - ${NEXT}`]],
    ["a Russian city in capitals", [`ОСТРЕЛЬ, 3 ноября — ${NEXT}`]],
    ["a Japanese city in brackets", [`【オストレル共同】${NEXT}`]],
    ["a Korean city and its agency", [`(서울=가나통신) ${NEXT}`]],
  ])("%s marks a new story", (_, next) => {
    const opening = openingOf([STORY, ...next], "bakery");
    expect(opening).toMatchObject({ isMarked: true, isHeaded: false });
  });

  it("a sign-off behind the last story marks a new one", () => {
    expect(openingOf([STORY, "(Reporting by Ana Vell; Editing by Tor Quist)", NEXT], "bakery").isMarked).toBe(
      true,
    );
  });

  it("a dateline below a headline marks a new story", () => {
    const paragraphs = [STORY, "Loaves for nothing in Ostrel", `OSTREL (VNA) - ${NEXT}`];
    expect(openingOf(paragraphs, "Loaves")).toMatchObject({ isMarked: true, isHeaded: true });
  });

  it.each([
    ["a sentence", STORY],
    ["an aside between dashes", `The mayor - a baker himself - praised it. ${STORY}`],
    ["a paragraph that opens with parentheses", `(The mayor had asked for it.) ${STORY}`],
    ["a quotation", `"We ate cake," said the mayor. ${STORY}`],
    ["a list of one", `- ${STORY}`],
  ])("%s marks nothing", (_, next) => {
    const opening = openingOf([STORY, `${next} bakery`], "bakery");
    expect(opening).toEqual({ isMarked: false, isHeaded: false, headlinesElsewhere: 0 });
  });

  it("a headline is a line without a full stop above a paragraph", () => {
    const headline = "Loaves for nothing in Ostrel";
    expect(openingOf([STORY, headline, NEXT], "Loaves").isHeaded).toBe(true);
    expect(openingOf([STORY, headline, NEXT], "bakery").isHeaded).toBe(true);
    expect(openingOf([STORY, `${headline}.`, NEXT], "Loaves").isHeaded).toBe(false);
    expect(openingOf([STORY, headline, "Picture: harbour office"], "Loaves").isHeaded).toBe(false);
    expect(openingOf([STORY, headline], "Loaves").isHeaded).toBe(false);
  });

  it("a million line breaks are read in one go", () => {
    const gap = "\n".repeat(1_000_000);
    expect(openingOf([STORY, `${gap}* *${gap}${NEXT}`], "bakery").isMarked).toBe(true);
  });

  it("headlines elsewhere are counted without those beside it", () => {
    const paragraphs = ["Broken lamp at Varn", STORY, "Loaves for nothing in Ostrel", NEXT];
    expect(openingOf(paragraphs, "Loaves").headlinesElsewhere).toBe(1 / 4);
  });
});
