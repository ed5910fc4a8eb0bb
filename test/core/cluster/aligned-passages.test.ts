import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Alignment, alignPassages } from "../../../src/core/cluster/aligned-passages.ts";
import { Tokeniser } from "../../../src/core/fingerprint/tokens.ts";
import { story } from "./stories.ts";

const FERRY = "The ferry line to Lower Quay will run again from Monday, the harbour office said.";
const CREWS = "“We owe this to the crews who worked through two storms,” its head added on Friday evening.";
const BAKERY = "A bakery by the old canal kept its ovens warm for everyone that night, free of charge.";

/** `same` as it stands, changed words as [-b-]{+a+}. */
const drawn = ({ passages }: Alignment): string[] =>
  passages.map(({ parts }) =>
    parts
      .map(({ kind, a, b }) => (kind === "same" ? a : ` [-${b.trim()}-]{+${a.trim()}+} `))
      .join("")
      .replaceAll("  ", " "),
  );

describe("the passages two texts share", () => {
  it("are one passage where the texts are the same", () => {
    const text = `${FERRY} ${CREWS}`;
    const { passages, sameWords, words } = alignPassages(text, text);
    expect(passages).toEqual([
      {
        a: { from: 0, to: text.length },
        b: { from: 0, to: text.length },
        wordsBefore: { a: 0, b: 0 },
        words,
        sameWords,
        parts: [{ kind: "same", a: text, b: text }],
      },
    ]);
    expect(sameWords).toBe(words.a);
  });

  it("tell changed words from those that stayed", () => {
    const changed = FERRY.replace("from Monday,", "on Tuesday evening,");
    expect(drawn(alignPassages(changed, FERRY))).toEqual([
      "The ferry line to Lower Quay will run again [-from Monday,-]{+on Tuesday evening,+} the harbour office said.",
    ]);
  });

  it("show words left out and words put in", () => {
    const longer = FERRY.replace("the harbour office", "the city's harbour office");
    expect(drawn(alignPassages(longer, FERRY))[0]).toContain(
      "Monday, the [--]{+city's+} harbour office said.",
    );
    expect(drawn(alignPassages(FERRY, longer))[0]).toContain(
      "Monday, the [-city's-]{++} harbour office said.",
    );
  });

  it("leave out a paragraph of one text's own", () => {
    const { passages } = alignPassages(`${FERRY}\n${BAKERY}\n${CREWS}`, `${FERRY}\n${CREWS}`);
    expect(passages.map(({ wordsBefore }) => wordsBefore)).toEqual([
      { a: 0, b: 0 },
      { a: 32, b: 15 },
    ]);
    expect(drawn({ passages, words: { a: 0, b: 0 }, sameWords: 0 })).toEqual([FERRY, CREWS]);
  });

  it("are found where paragraphs changed places, in the order of the first text", () => {
    const alignment = alignPassages(`${FERRY}\n${CREWS}`, `${CREWS}\n${FERRY}`);
    expect(drawn(alignment)).toEqual([FERRY, CREWS]);
    expect(alignment.passages.map(({ b }) => b.from)).toEqual([CREWS.length + 1, 0]);
  });

  it("take words as the fingerprint does, and show each side's own spelling", () => {
    const [ours, theirs] = [
      "Defence spending rose 5% to 2,000 million",
      "defense spending rose 5 per cent to 2000 million",
    ];
    expect(alignPassages(ours, theirs).passages).toMatchObject([
      { sameWords: 8, parts: [{ kind: "same", a: ours, b: theirs }] },
    ]);
  });

  it("keep quotation marks with the words they enclose", () => {
    expect(drawn(alignPassages(CREWS, `${BAKERY} ${CREWS} ${BAKERY}`))).toEqual([CREWS]);
  });

  it("are found in scripts without spaces", () => {
    const [ours, theirs] = [
      "港務局は月曜日に渡船の運航を再開すると発表した。",
      "港務局は火曜日に渡船の運航を再開すると発表した。",
    ];
    expect(drawn(alignPassages(ours, theirs))).toEqual([
      "港務局は [-火-]{+月+} 曜日に渡船の運航を再開すると発表した。",
    ]);
  });

  it("begin with the quotation mark where no blank stands before it", () => {
    const quoted = "「渡船の運航を明日再開する」と述べた。";
    expect(drawn(alignPassages(`局長${quoted}`, `社員${quoted}`))).toEqual([quoted]);
  });

  it("do not reach over words that belong to another one", () => {
    const moved = "Gulls followed each boat out past the lighthouse.";
    const [ours, theirs] = [`${FERRY} ${CREWS} ${moved}`, `${FERRY} ${moved} ${CREWS}`];
    expect(drawn(alignPassages(ours, theirs))).toEqual([FERRY, CREWS, moved]);
    expectSound(ours, theirs);
  });

  it("are none where only a phrase is shared, or nothing", () => {
    expect(
      alignPassages("He spoke on condition of anonymity.", "She spoke on condition of anonymity.").passages,
    ).toEqual([]);
    expect(alignPassages(story(1), story(2))).toMatchObject({ passages: [], sameWords: 0 });
    expect(alignPassages("", FERRY)).toEqual({ passages: [], words: { a: 0, b: 15 }, sameWords: 0 });
    expect(alignPassages("🙂 🙂", "\ud83d").passages).toEqual([]);
  });

  it("prefer the longer match to a phrase that came first", () => {
    const lead = FERRY.split(" ").slice(0, 9).join(" ");
    const { passages } = alignPassages(`${lead} ${BAKERY} ${FERRY}`, `${BAKERY} ${FERRY}`);
    expect(passages.map(({ sameWords }) => sameWords)).toEqual([32]);
  });

  it("come within bounds for ten megabytes, and for one word repeated without end", () => {
    const TEN_MEGABYTES = 10_000_000;
    const repeated = "again ".repeat(TEN_MEGABYTES / "again ".length);
    const whole = alignPassages(repeated, repeated);
    expect(whole.passages.length).toBe(1);
    expect(whole.sameWords).toBe(whole.words.a);
    const [four, five] = ["one two three four ", "one two three four five "];
    const out = alignPassages(
      four.repeat(TEN_MEGABYTES / four.length),
      five.repeat(TEN_MEGABYTES / five.length),
    );
    expect(out.sameWords).toBeGreaterThan(0);
  });
});

const tokeniser = new Tokeniser();
/** Hashes of the words that end within the span. */
function wordsWithin(text: string, from: number, to: number): number[] {
  tokeniser.tokenise(text);
  const found: number[] = [];
  for (let i = 0; i < tokeniser.count; i++) {
    const end = tokeniser.ends[i] as number;
    if (end > from && end <= to) found.push(tokeniser.hashes[i] as number);
  }
  return found;
}

/** What must hold of any two texts. */
function expectSound(textA: string, textB: string): void {
  const { passages, words, sameWords } = alignPassages(textA, textB);
  let behindA = 0;
  for (const { a, b, parts, sameWords: same } of passages) {
    expect(a.from).toBeGreaterThanOrEqual(behindA);
    behindA = a.to;
    expect(parts.map((part) => part.a).join("")).toBe(textA.slice(a.from, a.to));
    expect(parts.map((part) => part.b).join("")).toBe(textB.slice(b.from, b.to));
    let [atA, atB, counted] = [a.from, b.from, 0];
    for (const part of parts) {
      if (part.kind === "same") {
        const inA = wordsWithin(textA, atA, atA + part.a.length);
        expect(inA).toEqual(wordsWithin(textB, atB, atB + part.b.length));
        counted += inA.length;
      }
      atA += part.a.length;
      atB += part.b.length;
    }
    expect(counted).toBe(same);
  }
  const byB = passages.map(({ b }) => b).sort((x, y) => x.from - y.from);
  for (const [i, span] of byB.entries()) expect(span.from).toBeGreaterThanOrEqual(byB[i - 1]?.to ?? 0);
  expect(sameWords).toBe(passages.reduce((sum, passage) => sum + passage.sameWords, 0));
  expect(sameWords).toBeLessThanOrEqual(Math.min(words.a, words.b));
}

describe("for any two texts", () => {
  const fewWords = fc
    .array(fc.constantFrom("a", "b", "c", "d.", "\n", "“e", "f”", "5%", "港", "—"), { maxLength: 120 })
    .map((words) => words.join(" "));

  it("each passage stands in both at its place, and none overlaps another", () => {
    fc.assert(fc.property(fewWords, fewWords, expectSound), { numRuns: 500 });
  });

  it("that holds for pieces of one text in another order", () => {
    const pieces = fc.array(fc.nat({ max: 9 }), { maxLength: 12 });
    const sentences = story(7).split(". ");
    const textOf = (numbers: readonly number[]) => numbers.map((n) => sentences[n]).join(". ");
    fc.assert(fc.property(pieces.map(textOf), pieces.map(textOf), expectSound));
  });

  it("that holds for any code units", () => {
    const anyText = fc.string({ unit: "binary", maxLength: 200 });
    fc.assert(fc.property(anyText, anyText, (a, b) => expectSound(`${a}${b}${a}`, `${b}${a}`)));
  });
});
