/*
 * wirefold dedupe: clean texts in, clusters out; no Redis.
 *
 *   {"id", "text", "title"?, "url"?, "datePublished"?}
 *     ──▶ {"id", "clusterId", "role": "alone" | "representative" | "copy" | "excerpt", "of"?, "evidence"?, "why"?}
 *     ──▶ {"id", "line", "outcome": "failed", "message"}
 *
 * One line out per line in, in the same order. A cluster is known only when the last line is read, so all
 * articles are held in memory. Clusters do not depend on the order of the lines; of two lines with one id
 * the first counts and the second fails. For given pairs instead of clusters see batch-pairs.ts.
 */
import { type Command, Option } from "commander";
import {
  type BatchArticle,
  type BatchResult,
  type CandidateMethod,
  clusterBatch,
  DEFAULT_SIMHASH_DISTANCE,
} from "../core/cluster/batch.ts";
import { MAX_BATCH_ARTICLES } from "../core/cluster/batch-candidates.ts";
import { evidenceInWords, notComparedInWords } from "../core/cluster/evidence-words.ts";
import { fingerprint } from "../core/fingerprint/fingerprint.ts";
import type { Evidence, NotComparable } from "../core/model.ts";
import { MEBI } from "../core/units.ts";
import { linesOf, openInput } from "./batch-input.ts";
import { concludeBatch, createLineWriter, type FailedLine } from "./batch-output.ts";
import { answerPairs } from "./batch-pairs.ts";
import { readArticleLine, textField } from "./batch-schema.ts";
import { type Line, MAX_LINE_BYTES } from "./json-lines.ts";
import { CommandError, shown, UsageError } from "./terminal.ts";

/** What became of one article. */
export interface DedupeAnswer {
  readonly id: string;
  /** Id of the cluster's least member by (datePublished, unknown last; id). */
  readonly clusterId: string;
  readonly role: BatchResult["role"];
  readonly of?: string;
  /** Of the pair (this one, `of`), this one being side a. */
  readonly evidence?: Evidence;
  /** The evidence in words. */
  readonly why?: string;
  readonly notCompared?: NotComparable;
  /** Why it was not compared: the limit and the value. */
  readonly message?: string;
}

/** What was read of a line: an article, or why it is none. */
type Entry = BatchArticle | FailedLine;

const isFailed = (entry: Entry): entry is FailedLine => "outcome" in entry;

/** The articles of an input, each id once, with the failed lines in their places. */
export interface ArticleList {
  readonly entries: readonly Entry[];
  readonly articles: ReadonlyMap<string, BatchArticle>;
}

/** @throws CommandError for more articles than a batch may have */
export async function readArticles(lines: AsyncIterable<Line>): Promise<ArticleList> {
  const entries: Entry[] = [];
  const articles = new Map<string, BatchArticle>();
  const lineOf = new Map<string, number>();
  for await (const line of lines) {
    const entry = readEntry(line, lineOf);
    entries.push(entry);
    if (isFailed(entry)) continue;
    articles.set(entry.id, entry);
    lineOf.set(entry.id, line.number);
    if (articles.size > MAX_BATCH_ARTICLES)
      throw new CommandError(
        `dedupe takes at most ${MAX_BATCH_ARTICLES} articles; line ${line.number} is one more`,
      );
  }
  return { entries, articles };
}

/** @param lineOf the lines of the ids that were read before */
function readEntry(line: Line, lineOf: ReadonlyMap<string, number>): Entry {
  const failed = (id: string | null, message: string): FailedLine => ({
    id,
    line: line.number,
    outcome: "failed",
    message,
  });
  const reading = readArticleLine(line);
  if (reading.kind === "wrong") return failed(textField(reading.raw, "id"), reading.message);
  const { id } = reading.value;
  const before = lineOf.get(id);
  if (before === undefined) return reading.value;
  return failed(id, `line ${line.number}: id ${JSON.stringify(id)} stands on line ${before} already`);
}

function dedupeAnswer(result: BatchResult, article: BatchArticle, explain: boolean): DedupeAnswer {
  const { id, clusterId, role, of, evidence, notCompared } = result;
  const message = notCompared && notComparedInWords(fingerprint(article.text));
  return {
    id,
    clusterId,
    role,
    ...(of === undefined ? {} : { of }),
    ...(explain && evidence ? { evidence, why: evidenceInWords(evidence) } : {}),
    ...(notCompared && message ? { notCompared, message } : {}),
  };
}

/** The answers to all lines of an input, in their order. */
export function* dedupeAnswers(
  list: ArticleList,
  explain: boolean,
  candidates: CandidateMethod = "anchors",
): Generator<DedupeAnswer | FailedLine> {
  const articles = [...list.articles.values()];
  const results = clusterBatch(articles, { candidates }).values();
  for (const entry of list.entries) {
    const result = isFailed(entry) ? undefined : results.next().value;
    if (isFailed(entry)) yield entry;
    else if (result) yield dedupeAnswer(result, entry, explain);
  }
}

interface DedupeOptions {
  readonly explain?: boolean;
  readonly pairs?: string;
  readonly candidates: CandidateMethod;
}

/** In pairs mode the articles have no lines of their own in the output: what failed there is said at the end. */
function checkAllRead({ entries }: ArticleList): void {
  const failed = entries.filter(isFailed);
  if (failed.length === 0) return;
  const first = shown(failed[0]?.message ?? "");
  throw new CommandError(
    `${failed.length} of ${entries.length} lines of articles failed; the first: ${first}`,
  );
}

async function dedupeCommand(path: string | undefined, options: DedupeOptions): Promise<void> {
  const explain = options.explain === true;
  const isStandardInput = (name: string | undefined): boolean => name === undefined || name === "-";
  if (options.pairs === "-" && isStandardInput(path))
    throw new UsageError(
      "--pairs and the articles cannot both come from standard input: name a file for one",
    );
  if (options.pairs !== undefined && options.candidates !== "anchors")
    throw new UsageError("--pairs compares the pairs it is given: it looks for no --candidates");
  const stop = new AbortController();
  const output = createLineWriter(process.stdout, () => stop.abort());
  const list = await readArticles(linesOf(openInput(path), stop.signal));
  const answers =
    options.pairs === undefined
      ? dedupeAnswers(list, explain, options.candidates)
      : answerPairs(linesOf(openInput(options.pairs), stop.signal), list.articles, explain);
  for await (const answer of answers) {
    if (output.isClosed) break;
    await output.write(answer);
  }
  output.end();
  concludeBatch(output.summary);
  if (options.pairs !== undefined) checkAllRead(list);
}

const FORMATS = `
Each line of the input is a JSON object of at most ${MAX_LINE_BYTES / MEBI} MiB, with an id of its own:
  {"id", "text", "title"?, "url"?, "datePublished"?}
Each gives one line of output, in the same order:
  {"id", "clusterId", "role", "of"?}   role: alone, representative, copy, excerpt
  {"id", "line", "outcome": "failed", "message"}
--pairs answers lines {"a", "b"} of two ids instead:
  {"a", "b", "relation", "evidence"}   relation: copy, excerpt, partial, independent
With --explain pairs have "why" besides, the evidence in words, and "alignment":
the passages both texts share, with their places in each (UTF-16 code units) and
which words were changed.
--candidates simhash joins all whose simhashes differ in at most ${DEFAULT_SIMHASH_DISTANCE} of 64 bits,
and asks nothing else: to compare with, not to rely on.
All articles are held in memory. The exit status is 1 where a line failed, 2 for
wrong options, else 0.`;

export function registerDedupe(program: Command): void {
  program
    .command("dedupe")
    .description("clean texts as JSON Lines in, clusters as JSON Lines out; needs no Redis")
    .argument("[input]", "a file; - or nothing for standard input")
    .option(
      "--explain",
      "give the evidence for each copy, as numbers and in words; with --pairs the passages, too",
    )
    .option("--pairs <file>", "answer for these pairs of ids instead")
    .addOption(
      new Option("--candidates <method>", "what two articles must share to be compared")
        .choices(["anchors", "simhash"] satisfies CandidateMethod[])
        .default("anchors"),
    )
    .addHelpText("after", FORMATS)
    .action(dedupeCommand);
}
