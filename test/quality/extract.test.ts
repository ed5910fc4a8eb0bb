import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extract } from "../../src/core/extract/extract.ts";
import { brokenFloors, readFloors, sayBroken } from "./floors.ts";
import { measuredFigures, runExtraction } from "./run-extraction.ts";
import { DATA_URL, hasEvaluationData } from "./score-extraction.ts";

const isRequired = process.env.WIREFOLD_DATA === "required";
const hasData = hasEvaluationData();
const RUN_TIMEOUT_MS = 120_000;

interface SeedExpectation {
  readonly file: string;
  readonly title: string | null;
  readonly language: string;
  readonly published?: string | null;
  readonly authors: readonly string[];
  readonly agency: string | null;
  readonly dateline: string | null;
  readonly photoCredits?: readonly string[];
  readonly with: readonly string[];
  readonly without: readonly string[];
}

function loadSeeds(): SeedExpectation[] {
  if (!hasData) return [];
  const expected = JSON.parse(readFileSync(new URL("seeds/expected.json", DATA_URL), "utf8")) as {
    documents: SeedExpectation[];
  };
  return expected.documents;
}

function extractSeed(file: string) {
  const content = readFileSync(new URL(`seeds/${file}`, DATA_URL), "utf8");
  const result = extract({ kind: "text", content });
  if (result.kind !== "article") throw new Error(`${file} gave ${result.kind}`);
  return result.article;
}

/** The reason of a skip is read where it stands: in the name. */
const title = `extraction quality${hasData ? "" : " (skipped: no evaluation data)"}`;

describe.runIf(hasData || isRequired)(title, () => {
  it("finds the evaluation data", () => {
    expect(hasData).toBe(true);
  });

  it.runIf(hasData)(
    "keeps every floor of floors.json on the evaluation sets",
    () => {
      const figures = measuredFigures(runExtraction());
      expect(brokenFloors(readFloors("extract"), figures).map(sayBroken)).toEqual([]);
    },
    RUN_TIMEOUT_MS,
  );

  it.each(loadSeeds())("makes of the seed $file what expected.json says", (seed) => {
    const article = extractSeed(seed.file);
    const text = article.text.replace(/\s+/g, " ");
    expect(seed.with.filter((string) => !text.includes(string))).toEqual([]);
    expect(seed.without.filter((string) => text.includes(string))).toEqual([]);
    expect({
      title: article.title,
      language: article.language,
      authors: article.authors,
      agency: article.creditText,
      dateline: article.dateline,
    }).toEqual({
      title: seed.title,
      language: seed.language,
      authors: seed.authors,
      agency: seed.agency,
      dateline: seed.dateline,
    });
    if (seed.published !== undefined) expect(article.datePublished?.value ?? null).toBe(seed.published);
    if (seed.photoCredits !== undefined) expect(article.photoCredits).toEqual(seed.photoCredits);
  });
});
