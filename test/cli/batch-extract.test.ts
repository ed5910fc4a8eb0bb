import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerLine } from "../../src/cli/extract.ts";
import type { ExtractPool, PoolAnswer } from "../../src/io/extract-pool.ts";
import { extractedArticle, pageHtml, story } from "../support/articles.ts";
import { CLI, jsonLines, runCommand } from "../support/command.ts";

const MEBI = 1_048_576;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wirefold-extract-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = (number: number) => ({
  id: `page-${number}`,
  url: `https://harbour.example/${number}`,
  html: pageHtml(`Story number ${number} of the harbour`, story(number)),
});
const DATED_2036 = '<meta property="article:published_time" content="2036-01-02T03:04:05Z">';
const jsonl = (...values: readonly unknown[]): string =>
  values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join("\n");

describe("wirefold extract", () => {
  it("answers pages and texts with articles, in the order of the lines", async () => {
    const text = { id: "plain", text: story(9).join("\n\n") };
    const run = await runCommand(["extract"], { input: jsonl(page(1), text, page(2)) });
    const answers = jsonLines(run.stdout);
    expect(answers.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["page-1", "article"],
      ["plain", "article"],
      ["page-2", "article"],
    ]);
    expect(answers[0]).toMatchObject({
      url: "https://harbour.example/1",
      title: "Story number 1 of the harbour",
      authors: [],
      creditText: null,
      language: "en",
      text: expect.stringContaining(story(1)[0] ?? "a first paragraph"),
      captions: [],
      photoCredits: [],
    });
    expect(run).toMatchObject({ status: 0, stderr: "" });
  });

  it("gives the date as a plain value", async () => {
    const head = `<meta property="article:published_time" content="2023-11-28T13:10:00+09:00">`;
    const html = pageHtml("Ferry line returns", story(3), head);
    const [answer] = jsonLines((await runCommand(["extract"], { input: jsonl({ id: "a", html }) })).stdout);
    expect(answer?.datePublished).toBe("2023-11-28T04:10:00Z");
  });

  it("believes no date after the moment at which the page was fetched", async () => {
    const dated = { ...page(1), html: page(1).html.replace("<head>", `<head>${DATED_2036}`) };
    const lines = [dated, { ...dated, fetchedAt: "2026-11-20T10:00:00Z" }];
    const run = await runCommand(["extract"], { input: jsonl(...lines) });
    const dates = jsonLines(run.stdout).map(({ datePublished }) => datePublished);
    expect(dates).toEqual(["2036-01-02T03:04:05Z", null]);
  });

  it("gives removed blocks with --removed only", async () => {
    const input = jsonl(page(1), { id: "short", text: "Three words here" });
    const [bare, removed] = await Promise.all([
      runCommand(["extract"], { input }),
      runCommand(["extract", "--removed"], { input }),
    ]);
    expect(jsonLines(bare.stdout).some((answer) => "removed" in answer)).toBe(false);
    const [article, short] = jsonLines(removed.stdout);
    const block = { step: expect.any(String), reason: expect.any(String), text: expect.any(String) };
    expect(article?.removed).toContainEqual(block);
    expect(short?.removed).toContainEqual({ ...block, text: "Three words here" });
  });

  it("gives the same bytes with one thread and with three", async () => {
    const input = jsonl(...Array.from({ length: 40 }, (_, number) => page(number)), "nonsense", page(99));
    const [one, three] = await Promise.all(
      ["1", "3"].map((jobs) => runCommand(["extract", "--jobs", jobs], { input })),
    );
    expect(one?.stdout).toBe(three?.stdout);
    expect(jsonLines(one?.stdout ?? "")).toHaveLength(42);
  });

  it("answers each bad line in its place, loses nothing else, and ends with status 1", async () => {
    const input = Buffer.concat([
      Buffer.from(jsonl(page(1), "{nonsense", "", { url: "https://harbour.example/" }, { id: "neither" })),
      Buffer.from('\n{"id":"bytes","text":"\xe9"}\n', "latin1"),
      Buffer.from(`${jsonl('{"id":"half","text":"\\ud83d"}', { id: "empty", text: "" }, page(2))}\n`),
    ]);
    const run = await runCommand(["extract"], { input });
    expect(
      jsonLines(run.stdout).map(({ id, line, outcome, message }) => [id, line, outcome, message]),
    ).toEqual([
      ["page-1", undefined, "article", undefined],
      [null, 2, "failed", expect.stringContaining("line 2 is not JSON: ")],
      [null, 3, "failed", "line 3 is not JSON: it is empty"],
      [null, 4, "failed", "line 4: id must be a string; it is missing"],
      ["neither", 5, "failed", "line 5 must have either html or text; it has neither"],
      [null, 6, "failed", "line 6 is not UTF-8: byte 23 of it is 0xe9"],
      ["half", 7, "failed", "line 7: text holds half a surrogate pair, U+D83D at character 1"],
      ["empty", 8, "no-article-text", expect.stringMatching(/\S/)],
      ["page-2", undefined, "article", undefined],
    ]);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/^6 of 9 lines failed; the first: line 2 is not JSON: /);
  });

  it("refuses 30 MB of HTML by name and goes on", async () => {
    const html = "<p>Officials said on Monday that the quay would open again.</p>".repeat(500_000);
    const run = await runCommand(["extract"], { input: jsonl({ id: "large", html }, page(1)) });
    const [large, next] = jsonLines(run.stdout);
    expect(large).toMatchObject({ id: "large", line: 1, outcome: "refused", rule: "page-size" });
    expect(large?.message).toContain(String(html.length));
    expect(next).toMatchObject({ id: "page-1", outcome: "article" });
    expect(run.status).toBe(0);
  });

  it("fails a line of more than 64 MiB by name and goes on", async () => {
    const input = Buffer.concat([Buffer.alloc(65 * MEBI, "x"), Buffer.from(`\n${jsonl(page(1))}`)]);
    const [long, next] = jsonLines((await runCommand(["extract"], { input })).stdout);
    expect(long).toEqual({
      id: null,
      line: 1,
      outcome: "failed",
      message: "line 1 is 68157440 bytes long; at most 67108864 are read",
    });
    expect(next).toMatchObject({ id: "page-1", outcome: "article" });
  });

  it("reads a file, and answers one that cannot be read with a failed line", async () => {
    const path = join(folder, "pages.jsonl");
    writeFileSync(path, jsonl(page(1)));
    const read = await runCommand(["extract", path]);
    expect(jsonLines(read.stdout)).toMatchObject([{ id: "page-1", outcome: "article" }]);
    const missing = await runCommand(["extract", join(folder, "missing.jsonl")]);
    expect(jsonLines(missing.stdout)).toEqual([
      { id: null, line: 1, outcome: "failed", message: expect.stringContaining("could not be read: ENOENT") },
    ]);
    expect(missing.status).toBe(1);
    const directory = await runCommand(["extract", folder]);
    expect(directory).toMatchObject({ status: 1, stdout: expect.stringContaining("EISDIR") });
  });

  it.each([
    [["--jobs", "0"], '--jobs must be a whole number from 1 to 64; it is "0"'],
    [["--jobs", "65"], '--jobs must be a whole number from 1 to 64; it is "65"'],
    [["--jobs", "many"], '--jobs must be a whole number from 1 to 64; it is "many"'],
    [["--quick"], "unknown option '--quick'"],
  ])("ends %j with status 2 and says what is right", async (options, message) => {
    const run = await runCommand(["extract", ...options]);
    expect(run).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining(message) });
  });

  it("needs no more memory for much input than for little", async () => {
    // 256 MiB pass through a heap of 96 MiB.
    const line = `${jsonl({ id: "a", text: "Three words here", unread: "x".repeat(MEBI) })}\n`;
    const input = Buffer.from(line.repeat(256));
    const environment = { NODE_OPTIONS: "--max-old-space-size=96" };
    const run = await runCommand(["extract"], { input, environment });
    expect(run.status).toBe(0);
    expect(jsonLines(run.stdout)).toHaveLength(256);
  });

  it("ends quietly when the reader leaves, though its own input goes on", async () => {
    const child = spawn(process.execPath, [CLI, "extract"], { stdio: ["pipe", "pipe", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (text) => {
      stderr += String(text);
    });
    child.stdin.on("error", () => undefined);
    child.stdin.write(`${jsonl(page(1))}\n`);
    await once(child.stdout, "data");
    child.stdout.destroy();
    const ended = once(child, "close");
    // The pipe breaks at the first line that is written to nobody; standard input stays open.
    child.stdin.write(`${jsonl(page(2))}\n`);
    const [status] = await ended;
    child.stdin.destroy();
    expect(status).toBe(0);
    expect(stderr).toBe("");
  });
});

describe("what becomes of a page", () => {
  const line = {
    kind: "line",
    number: 4,
    bytes: Buffer.from(jsonl({ id: "a", text: "x" })),
  } as const;
  const poolThatAnswers = (answer: PoolAnswer): ExtractPool => ({
    threads: 1,
    run: async () => answer,
    close: async () => undefined,
  });

  it.each<[PoolAnswer, string]>([
    [{ kind: "timeout", message: "extraction took longer than 5000 ms" }, "quarantined"],
    [{ kind: "out-of-memory", message: "extraction needed more than 512 MB of memory" }, "quarantined"],
    [{ kind: "crash", message: "extraction failed: a bug" }, "failed"],
  ])("answers %j as %s", async (answer, outcome) => {
    const deps = { pool: poolThatAnswers(answer), keepRemoved: false };
    const message = answer.kind === "done" ? "" : answer.message;
    expect(await answerLine(line, deps)).toEqual({ id: "a", line: 4, outcome, message });
  });

  it("gives every field of the article", async () => {
    const article = extractedArticle();
    const result = { extraction: { kind: "article", article } } as const;
    const pool = poolThatAnswers({ kind: "done", result });
    const { removed, ...fields } = article;
    const expected = { id: "a", outcome: "article", url: null, ...fields, datePublished: "2026-11-02" };
    expect(await answerLine(line, { pool, keepRemoved: false })).toEqual(expected);
    expect(await answerLine(line, { pool, keepRemoved: true })).toEqual({ ...expected, removed });
  });
});
