import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dedupeAnswers, readArticles } from "../../src/cli/dedupe.ts";
import type { Line } from "../../src/cli/json-lines.ts";
import { story } from "../support/articles.ts";
import { TEXTS_APART, TEXTS_NOT_COMPARED } from "../support/bad-texts.ts";
import { jsonLines, runCommand } from "../support/command.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wirefold-dedupe-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const jsonl = (...values: readonly unknown[]): string =>
  values.map((value) => `${typeof value === "string" ? value : JSON.stringify(value)}\n`).join("");

const wire = story(1);
const FIRST_HALF = wire.slice(0, Math.ceil(wire.length / 2));
const LOCAL_PARAGRAPH = "A bakery by the old canal kept its ovens warm for the crews all through that night.";

/** The story of an agency, two copies and a shortened one, another story, and two texts that are none. */
const AGENCY = {
  id: "agency",
  text: wire.join("\n"),
  url: "https://wire.example/1",
  datePublished: "2026-11-02T08:00:00Z",
};
const COPY = {
  id: "copy",
  text: [...wire, LOCAL_PARAGRAPH].join("\n"),
  url: "https://quay.example/1",
  datePublished: "2026-11-02T09:00:00Z",
};
const UNDATED = { id: "a-copy-without-date", text: wire.join("\n"), url: "https://isle.example/1" };
const CUT = { id: "cut", text: FIRST_HALF.join("\n"), datePublished: "2026-11-03" };
const OTHER = { id: "other", text: story(2).join("\n"), title: "Another story", datePublished: null };
const SHORT = { id: "short", text: "Three words here" };
const EMPTY = { id: "empty", text: "" };
const ARTICLES = [AGENCY, COPY, UNDATED, CUT, OTHER, SHORT, EMPTY];

describe("wirefold dedupe", () => {
  it("folds the copies of one story, names the cluster by its earliest member, and leaves the rest alone", async () => {
    const run = await runCommand(["dedupe"], { input: jsonl(...ARTICLES) });
    const answers = jsonLines(run.stdout);
    expect(answers.map(({ id, clusterId, role }) => [id, clusterId, role])).toEqual([
      ["agency", "agency", "copy"],
      // It has the most words.
      ["copy", "agency", "representative"],
      ["a-copy-without-date", "agency", "copy"],
      ["cut", "agency", expect.stringMatching(/^(copy|excerpt)$/)],
      ["other", "other", "alone"],
      ["short", "short", "alone"],
      ["empty", "empty", "alone"],
    ]);
    expect(answers[0]?.of).toBe("copy");
    expect(answers.some((answer) => "evidence" in answer)).toBe(false);
    expect(run).toMatchObject({ status: 0, stderr: "" });
  });

  it("says of a text that is too short which limit it is under", async () => {
    const run = await runCommand(["dedupe"], { input: jsonl(SHORT, EMPTY) });
    expect(jsonLines(run.stdout)).toEqual([
      {
        id: "short",
        clusterId: "short",
        role: "alone",
        notCompared: "too-short",
        message: "the text is too short to compare: 1 distinct runs of four words, at least 10 are needed",
      },
      {
        id: "empty",
        clusterId: "empty",
        role: "alone",
        notCompared: "no-words",
        message: "the text has no words to compare",
      },
    ]);
  });

  it("gives the evidence for each copy with --explain, as numbers and as a sentence", async () => {
    const run = await runCommand(["dedupe", "--explain"], { input: jsonl(AGENCY, COPY, OTHER) });
    const [agency, copy, other] = jsonLines(run.stdout);
    expect(agency).toMatchObject({
      of: "copy",
      evidence: {
        relation: "copy",
        hamming: expect.any(Number),
        containment: 1,
        cover: expect.any(Number),
        rule: expect.any(String),
      },
      why: expect.stringContaining("100 % of the shorter text stands in the longer"),
    });
    expect(copy).not.toHaveProperty("evidence");
    expect(other).not.toHaveProperty("evidence");
  });

  it("joins by simhash alone with --candidates simhash", async () => {
    const run = await runCommand(["dedupe", "--candidates", "simhash", "--explain"], {
      input: jsonl(...ARTICLES),
    });
    const answers = jsonLines(run.stdout);
    const joined = answers.filter(({ clusterId }) => clusterId === "agency").map(({ id }) => id);
    expect(joined).toEqual(expect.arrayContaining(["agency", "copy", "a-copy-without-date"]));
    expect(joined).not.toContain("other");
    expect(answers[0]).toMatchObject({
      evidence: { rule: "simhash" },
      why: expect.stringContaining("rule simhash"),
    });
    expect(run.status).toBe(0);
  });

  it("answers each bad line in its place, loses nothing else, and ends with status 1", async () => {
    const lines = [AGENCY, "{nonsense", { id: "no-text" }, COPY, { ...OTHER, id: "agency" }, OTHER];
    const run = await runCommand(["dedupe"], { input: jsonl(...lines) });
    expect(jsonLines(run.stdout)).toMatchObject([
      { id: "agency", clusterId: "agency" },
      { id: null, line: 2, outcome: "failed", message: expect.stringContaining("line 2 is not JSON: ") },
      {
        id: "no-text",
        line: 3,
        outcome: "failed",
        message: "line 3: text must be a string; it is missing",
      },
      { id: "copy", clusterId: "agency" },
      {
        id: "agency",
        line: 5,
        outcome: "failed",
        message: 'line 5: id "agency" stands on line 1 already',
      },
      { id: "other", clusterId: "other" },
    ]);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/^3 of 6 lines failed; the first: line 2 is not JSON: /);
  });

  it("answers an input that cannot be read with a failed line", async () => {
    const run = await runCommand(["dedupe", join(folder, "missing.jsonl")]);
    expect(jsonLines(run.stdout)).toEqual([
      { id: null, line: 1, outcome: "failed", message: expect.stringContaining("could not be read: ENOENT") },
    ]);
    expect(run.status).toBe(1);
  });

  it("answers nothing with nothing", async () => {
    expect(await runCommand(["dedupe"])).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});

describe("wirefold dedupe of bad texts", () => {
  const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text);
  const ofTwo = ({ name, texts }: { name: string; texts: readonly [string, string] }) => [
    { id: `${name} 1`, text: texts[0] },
    { id: `${name} 2`, text: texts[1] },
  ];
  const accepted = ({ texts }: { texts: readonly [string, string] }) => !texts.some(hasLoneSurrogate);

  it("names why each was compared with nothing, and merges none of them", async () => {
    const bad = TEXTS_NOT_COMPARED.filter(accepted);
    const run = await runCommand(["dedupe"], { input: jsonl(...bad.flatMap(ofTwo)) });
    const expected = bad.flatMap((each) =>
      ofTwo(each).map(({ id }) => ({ id, clusterId: id, role: "alone", notCompared: each.notCompared })),
    );
    expect(jsonLines(run.stdout)).toMatchObject(expected);
    expect(run.status).toBe(0);
  });

  it("keeps those apart that differ, ten megabytes, numbers and mixed scripts among them", async () => {
    const input = jsonl(...TEXTS_APART.filter(accepted).flatMap(ofTwo));
    const answers = jsonLines((await runCommand(["dedupe"], { input })).stdout);
    expect(answers.length).toBeGreaterThan(4);
    for (const { id, clusterId, role } of answers)
      expect({ clusterId, role }).toEqual({ clusterId: id, role: "alone" });
  });

  it("refuses lone surrogates by name", async () => {
    const run = await runCommand(["dedupe"], { input: jsonl({ id: "half", text: "A harbour\ud83d wall" }) });
    expect(jsonLines(run.stdout)).toMatchObject([
      {
        id: "half",
        outcome: "failed",
        message: "line 1: text holds half a surrogate pair, U+D83D at character 10",
      },
    ]);
    expect(run.status).toBe(1);
  });

  it("folds one text under 1,000 URLs into one cluster", async () => {
    const copies = Array.from({ length: 1_000 }, (_, i) => ({
      id: `copy ${String(i).padStart(3, "0")}`,
      text: AGENCY.text,
      url: `https://outlet${i}.example/story`,
    }));
    const answers = jsonLines((await runCommand(["dedupe"], { input: jsonl(...copies, OTHER) })).stdout);
    expect(answers.filter(({ clusterId }) => clusterId === "copy 000").length).toBe(copies.length);
    expect(answers.at(-1)).toMatchObject({ id: "other", role: "alone" });
  });
});

describe("wirefold dedupe --pairs", () => {
  const articles = jsonl(...ARTICLES);

  it("answers for the given pairs, in their order", async () => {
    const pairs = fileOf(
      "pairs.jsonl",
      jsonl({ a: "other", b: "agency" }, { a: "agency", b: "copy" }, { a: "short", b: "empty" }),
    );
    const run = await runCommand(["dedupe", "--pairs", pairs], { input: articles });
    expect(jsonLines(run.stdout)).toMatchObject([
      { a: "other", b: "agency", relation: "independent", evidence: { relation: "independent" } },
      { a: "agency", b: "copy", relation: "copy", evidence: { relation: "copy", shorter: "a" } },
      { a: "short", b: "empty", relation: "independent", evidence: { rule: "not-comparable" } },
    ]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
  });

  it("takes the pairs from standard input where the articles come from a file", async () => {
    const path = fileOf("articles.jsonl", articles);
    const input = jsonl({ a: "agency", b: "copy" });
    const run = await runCommand(["dedupe", path, "--pairs", "-", "--explain"], { input });
    expect(jsonLines(run.stdout)).toMatchObject([
      { relation: "copy", why: expect.stringContaining("of the shorter text") },
    ]);
  });

  it("shows with --explain the rule in words, the numbers and the passages of each pair", async () => {
    const changed = { id: "changed", text: AGENCY.text.replace(/ the /, " one certain ") };
    const path = fileOf("changed.jsonl", jsonl(AGENCY, changed, OTHER));
    const input = jsonl({ a: "changed", b: "agency" }, { a: "agency", b: "other" });
    const run = await runCommand(["dedupe", path, "--pairs", "-", "--explain"], { input });
    const [pair, strangers] = jsonLines(run.stdout);
    expect(pair).toMatchObject({
      why: expect.stringMatching(/^copy \(rule [a-z-]+\): .+ stands in the longer/),
      alignment: {
        passages: [
          {
            a: { from: 0, to: changed.text.length },
            b: { from: 0, to: AGENCY.text.length },
            parts: [{ kind: "same" }, { kind: "changed", a: " one certain ", b: " the " }, { kind: "same" }],
          },
        ],
      },
    });
    expect(strangers).toMatchObject({ relation: "independent", alignment: { passages: [], sameWords: 0 } });
  });

  it("gives no passages without --explain", async () => {
    const path = fileOf("articles-without-why.jsonl", articles);
    const run = await runCommand(["dedupe", path, "--pairs", "-"], { input: jsonl({ a: "cut", b: "copy" }) });
    expect(Object.keys(jsonLines(run.stdout)[0] ?? {})).toEqual(["a", "b", "relation", "evidence"]);
  });

  it("answers each bad pair in its place and ends with status 1", async () => {
    const pairs = fileOf(
      "bad-pairs.jsonl",
      jsonl({ a: "nobody", b: "copy" }, { a: "copy" }, "[", { a: "agency", b: "copy" }),
    );
    const run = await runCommand(["dedupe", "--pairs", pairs], { input: articles });
    expect(jsonLines(run.stdout)).toMatchObject([
      {
        a: "nobody",
        b: "copy",
        line: 1,
        outcome: "failed",
        message: 'line 1: a is "nobody", no id of the articles read',
      },
      {
        a: "copy",
        b: null,
        line: 2,
        outcome: "failed",
        message: "line 2: b must be a string; it is missing",
      },
      { a: null, b: null, line: 3, outcome: "failed" },
      { relation: "copy" },
    ]);
    expect(run.status).toBe(1);
  });

  it("says which articles could not be read, and ends with status 1", async () => {
    const pairs = fileOf("one-pair.jsonl", jsonl({ a: "agency", b: "copy" }));
    const run = await runCommand(["dedupe", "--pairs", pairs], { input: `${articles}{nonsense\n` });
    expect(jsonLines(run.stdout)).toMatchObject([{ relation: "copy" }]);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/^1 of 8 lines of articles failed; the first: line 8 is not JSON: /);
  });

  it("refuses --candidates for given pairs, and methods that it does not know", async () => {
    const pairs = fileOf("pairs-by-simhash.jsonl", "");
    const run = await runCommand(["dedupe", "--candidates", "simhash", "--pairs", pairs], {
      input: articles,
    });
    expect(run).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("--candidates") });
    const unknown = await runCommand(["dedupe", "--candidates", "minhash"], { input: articles });
    expect(unknown).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining("anchors, simhash"),
    });
  });

  it("refuses to read pairs and articles from one standard input", async () => {
    const run = await runCommand(["dedupe", "--pairs", "-"], { input: articles });
    expect(run).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("standard input") });
  });
});

describe("the order of the lines", () => {
  async function* linesOf(articles: readonly object[]): AsyncGenerator<Line> {
    for (const [index, article] of articles.entries())
      yield { kind: "line", number: index + 1, bytes: Buffer.from(JSON.stringify(article)) };
  }

  it("changes nothing about any answer but its place", async () => {
    const chain = [1, 2, 3].flatMap((number) => {
      const paragraphs = story(number);
      return [
        { id: `${number}-whole`, text: paragraphs.join("\n"), datePublished: "2026-11-02" },
        { id: `${number}-longer`, text: [...paragraphs, LOCAL_PARAGRAPH].join("\n") },
        { id: `${number}-shorter`, text: paragraphs.slice(0, -1).join("\n"), datePublished: "2026-11-01" },
      ];
    });
    const answersOf = async (articles: readonly object[]) => {
      const answers = [...dedupeAnswers(await readArticles(linesOf(articles)), true)];
      return answers.sort((a, b) => ((a.id ?? "") < (b.id ?? "") ? -1 : 1));
    };
    const expected = await answersOf(chain);
    expect(new Set(expected.map((answer) => ("clusterId" in answer ? answer.clusterId : "")))).toEqual(
      new Set(["1-shorter", "2-shorter", "3-shorter"]),
    );
    const shuffled = fc.shuffledSubarray(chain, { minLength: chain.length });
    await fc.assert(
      fc.asyncProperty(shuffled, async (articles) => {
        expect(await answersOf(articles)).toEqual(expected);
      }),
    );
  });
});
