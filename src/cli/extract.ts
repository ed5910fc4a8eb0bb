/*
 * wirefold extract: pages or texts in, articles out; no Redis.
 *
 *   {"id", "url"?, "fetchedAt"?, "html"}  or  {"id", "text"}
 *     ──▶ {"id", "outcome": "article", "title", "authors", "datePublished", …, "text", "captions", "photoCredits", "removed"?}
 *     ──▶ {"id", "line", "outcome": "no-article-text" | "refused" | "quarantined" | "failed", "message", "removed"?}
 *
 * fetchedAt is when the page was fetched: "3 hours ago" counts from it, and no date after it is believed.
 * One line out per line in, in the same order. Each line is worked on by itself and none is remembered, so an
 * endless input needs no more memory than a short one, and an id may come twice. With --learn the hosts' boilerplate is
 * remembered (batch-learn.ts), and nothing is answered before the input has ended.
 */
import type { Command } from "commander";
import { SETTINGS } from "../../config/catalogue.ts";
import { type PageVote, WINDOW_PAGES } from "../core/extract/learned/host-memory.ts";
import type { ExtractedArticle, RemovedBlock } from "../core/model.ts";
import { MEBI } from "../core/units.ts";
import { createExtractPool, type ExtractPool, type PoolAnswer } from "../io/extract-pool.ts";
import { linesOf, openInput } from "./batch-input.ts";
import { createBatchLearner } from "./batch-learn.ts";
import { answerInOrder } from "./batch-order.ts";
import { concludeBatch, createLineWriter, type FailedLine, type LineWriter } from "./batch-output.ts";
import { type PageLine, readPageLine, textField } from "./batch-schema.ts";
import { type Line, MAX_LINE_BYTES } from "./json-lines.ts";
import { loadSettings, parseWholeNumber } from "./terminal.ts";

/** An article as a line. The dates are plain values: an RFC 3339 instant in UTC, or a plain date. */
export interface ArticleAnswer extends Omit<ExtractedArticle, "datePublished" | "dateModified" | "removed"> {
  readonly id: string;
  readonly outcome: "article";
  /** As the line gave it: so that `dedupe`, which reads these lines, knows the publisher. */
  readonly url: string | null;
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  readonly removed?: readonly RemovedBlock[];
}

/** Anything else that can become of a page. */
export interface NoArticleAnswer {
  readonly id: string;
  readonly line: number;
  readonly outcome: "no-article-text" | "refused" | "quarantined" | "failed";
  /** Which limit a refused page is over. */
  readonly rule?: string;
  readonly message: string;
  readonly removed?: readonly RemovedBlock[];
}

export type ExtractAnswer = ArticleAnswer | NoArticleAnswer | FailedLine;

export interface ExtractDeps {
  readonly pool: ExtractPool;
  /** Removed blocks are many: left out where they were not asked for. */
  readonly keepRemoved: boolean;
  /** True where each article comes with its page's vote on its host's boilerplate. */
  readonly withVotes?: boolean;
}

export interface VotedAnswer {
  readonly answer: ExtractAnswer;
  readonly vote: PageVote | null;
}

function articleAnswer(
  { id, page }: PageLine,
  article: ExtractedArticle,
  keepRemoved: boolean,
): ArticleAnswer {
  const { removed, text, captions, photoCredits, ...facts } = article;
  return {
    id,
    outcome: "article",
    url: page.url ?? null,
    ...facts,
    datePublished: article.datePublished?.value ?? null,
    dateModified: article.dateModified?.value ?? null,
    text,
    captions,
    photoCredits,
    ...(keepRemoved ? { removed } : {}),
  };
}

async function answerPage(pageLine: PageLine, line: number, deps: ExtractDeps): Promise<VotedAnswer> {
  const { pool, keepRemoved, withVotes } = deps;
  const furniture = withVotes ? { furniture: [] } : {};
  const answer = await pool.run({
    page: pageLine.page,
    keepRemoved,
    withFingerprint: false,
    ...furniture,
  });
  const vote = answer.kind === "done" ? (answer.result.learned?.vote ?? null) : null;
  return { answer: pageAnswer(pageLine, line, answer, keepRemoved), vote };
}

function pageAnswer(
  pageLine: PageLine,
  line: number,
  answer: PoolAnswer,
  keepRemoved: boolean,
): ExtractAnswer {
  const { id } = pageLine;
  switch (answer.kind) {
    case "timeout":
    case "out-of-memory":
      return { id, line, outcome: "quarantined", message: answer.message };
    case "crash":
      return { id, line, outcome: "failed", message: answer.message };
    case "done":
      break;
    default:
      return answer satisfies never;
  }
  const { extraction } = answer.result;
  if (extraction.kind === "article") return articleAnswer(pageLine, extraction.article, keepRemoved);
  const { kind: outcome, message } = extraction;
  if (outcome === "refused") return { id, line, outcome, rule: extraction.rule, message };
  return { id, line, outcome, message, ...(keepRemoved ? { removed: extraction.removed } : {}) };
}

/** @returns what became of one line; never rejects but for faults of the program */
export async function answerLine(line: Line, deps: ExtractDeps): Promise<ExtractAnswer> {
  return (await answerWithVote(line, deps)).answer;
}

async function answerWithVote(line: Line, deps: ExtractDeps): Promise<VotedAnswer> {
  const reading = readPageLine(line);
  if (reading.kind === "read") return answerPage(reading.value, line.number, deps);
  const id = textField(reading.raw, "id");
  return { answer: { id, line: line.number, outcome: "failed", message: reading.message }, vote: null };
}

interface ExtractOptions {
  readonly jobs?: number;
  readonly removed?: boolean;
  readonly learn?: boolean;
}

async function extractCommand(path: string | undefined, options: ExtractOptions): Promise<void> {
  const settings = loadSettings();
  const stop = new AbortController();
  const output = createLineWriter(process.stdout, () => stop.abort());
  const pool = createExtractPool({
    threads: options.jobs ?? settings.EXTRACT_THREADS,
    timeoutMs: settings.EXTRACT_TIMEOUT_MS,
  });
  const deps = { pool, keepRemoved: options.removed === true };
  const lines = linesOf(openInput(path), stop.signal);
  try {
    if (options.learn) await answerLearning(lines, deps, output, settings.BOILERPLATE_MIN_PAGES);
    else
      await answerInOrder(lines, {
        answer: (line) => answerLine(line, deps),
        write: (answer) => output.write(answer),
        isDone: () => output.isClosed,
      });
  } finally {
    await pool.close();
  }
  output.end();
  concludeBatch(output.summary);
}

/** Two rounds: all pages are read and learnt from, then answered. */
async function answerLearning(
  lines: AsyncIterable<Line>,
  deps: ExtractDeps,
  output: LineWriter,
  minPages: number,
): Promise<void> {
  const learner = await createBatchLearner({ minPages, windowPages: WINDOW_PAGES });
  try {
    await answerInOrder(lines, {
      answer: (line) => answerWithVote(line, { ...deps, withVotes: true }),
      write: ({ answer, vote }) => learner.collect(answer, vote),
      isDone: () => output.isClosed,
    });
    for await (const answer of learner.answers()) {
      if (output.isClosed) break;
      await output.write(answer);
    }
  } finally {
    await learner.close();
  }
}

const FORMATS = `
Each line of the input is a JSON object, {"id", "url"?, "fetchedAt"?, "html"} or {"id", "text"}, of at most ${MAX_LINE_BYTES / MEBI} MiB.
Each gives one line of output, in the same order:
  {"id", "outcome": "article", "title", "authors", "datePublished", "text", …}
  {"id", "line", "outcome", "message"}   outcome: no-article-text, refused (over a limit), quarantined (too
      slow or too large for a thread: EXTRACT_TIMEOUT_MS) or failed (a line that cannot be read)
The exit status is 1 where a line failed, 2 for wrong options, else 0.`;

export function registerExtract(program: Command): void {
  const { max } = SETTINGS.EXTRACT_THREADS;
  program
    .command("extract")
    .description("pages as JSON Lines in, articles as JSON Lines out; needs no Redis")
    .argument("[input]", "a file; - or nothing for standard input")
    .option(
      "--jobs <threads>",
      `pages worked on at once, 1 to ${max} (default: the setting EXTRACT_THREADS)`,
      (value) => parseWholeNumber("--jobs", value, 1, max),
    )
    .option("--removed", "give each removed block with its step and reason")
    .option(
      "--learn",
      "learn what recurs at the edges of each host's pages and take it off all of them; needs urls, answers when the input has ended",
    )
    .addHelpText("after", FORMATS)
    .action(extractCommand);
}
