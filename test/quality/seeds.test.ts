/* The five documents that this project was made from, through the batch commands: what must become of each. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { jsonLines, runCommand } from "../support/command.ts";

const SEEDS = join(import.meta.dirname, "../../../shared/data/seeds");
const EXPECTED = join(SEEDS, "expected.json");

interface ExpectedDocument {
  readonly file: string;
  readonly title: string | null;
  readonly language: string;
  readonly published: string | null;
  readonly authors: readonly string[];
  readonly agency: string | null;
  readonly photoCredits?: readonly string[];
  readonly dateline: string | null;
  readonly with: readonly string[];
  readonly without: readonly string[];
}
interface Expected {
  readonly documents: readonly ExpectedDocument[];
  readonly clusters: {
    readonly nearDuplicate: ReadonlyArray<readonly string[]>;
    readonly alone: readonly string[];
  };
}

const isThere = existsSync(EXPECTED);
const isRequired = process.env.WIREFOLD_DATA === "required";
const { documents, clusters }: Expected = isThere
  ? (JSON.parse(readFileSync(EXPECTED, "utf8")) as Expected)
  : { documents: [], clusters: { nearDuplicate: [], alone: [] } };

const folded = (text: unknown): string => String(text).replace(/\s+/g, " ");

if (!isThere && isRequired) {
  it("finds the evaluation data", () => {
    expect.fail(`WIREFOLD_DATA=required, but there is no ${EXPECTED}`);
  });
}

/** The reason of a skip is read where it stands: in the name. */
const title = `the seed documents through the batch commands${isThere ? "" : " (skipped: no evaluation data)"}`;

describe.runIf(isThere)(title, () => {
  let articles: ReadonlyMap<unknown, Record<string, unknown>>;
  let places: ReadonlyMap<unknown, Record<string, unknown>>;
  const articleOf = (file: string): Record<string, unknown> => articles.get(file) ?? {};

  beforeAll(async () => {
    const lines = documents.map(({ file }) =>
      JSON.stringify({ id: file, text: readFileSync(join(SEEDS, file), "utf8") }),
    );
    const extracted = await runCommand(["extract"], { input: lines.join("\n") });
    articles = new Map(jsonLines(extracted.stdout).map((answer) => [answer.id, answer]));
    const placed = await runCommand(["dedupe"], { input: extracted.stdout });
    places = new Map(jsonLines(placed.stdout).map((answer) => [answer.id, answer]));
  });

  it("reads five documents", () => {
    expect(documents).toHaveLength(5);
    expect([...articles.values()].map(({ outcome }) => outcome)).toEqual(documents.map(() => "article"));
  });

  describe.each(documents)("$file", (document) => {
    it("has its title, language and day", () => {
      expect(articleOf(document.file)).toMatchObject({
        title: document.title,
        language: document.language,
        datePublished: document.published,
      });
    });

    it("has its authors, agency and dateline", () => {
      expect(articleOf(document.file)).toMatchObject({
        authors: document.authors,
        creditText: document.agency,
        dateline: document.dateline,
      });
    });

    it.each(document.with)("keeps: %s", (words) => {
      expect(folded(articleOf(document.file).text)).toContain(words);
    });

    it.each(document.without)("leaves out: %s", (words) => {
      expect(folded(articleOf(document.file).text)).not.toContain(words);
    });
  });

  it.each(documents.filter((document) => document.photoCredits))(
    "keeps the photo credits of $file apart",
    (document) => {
      expect(articleOf(document.file).photoCredits).toEqual(document.photoCredits);
    },
  );

  it.each(clusters.nearDuplicate)("puts %s and %s into one cluster", (...files) => {
    const ids = new Set(files.map((file) => places.get(file)?.clusterId));
    expect(ids.size).toBe(1);
    expect(ids.has(undefined)).toBe(false);
  });

  it.each(clusters.alone)("leaves %s alone", (file) => {
    expect(places.get(file)).toMatchObject({ clusterId: file, role: "alone" });
  });
});
