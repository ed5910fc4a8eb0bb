/*
 * wirefold dedupe --pairs: the relation of given pairs of articles, whether or not they would be compared
 * within a batch.
 *
 *   {"a", "b"} ──▶ {"a", "b", "relation", "evidence", "why"?, "alignment"?}
 *              ──▶ {"a", "b", "line", "outcome": "failed", "message"}
 */
import { type Alignment, alignPassages } from "../core/cluster/aligned-passages.ts";
import { type BatchArticle, comparePair } from "../core/cluster/batch.ts";
import { evidenceInWords } from "../core/cluster/evidence-words.ts";
import type { Evidence, Relation } from "../core/model.ts";
import { readPairLine, textField } from "./batch-schema.ts";
import type { Line } from "./json-lines.ts";

export interface PairAnswer {
  readonly a: string;
  readonly b: string;
  readonly relation: Relation;
  /** Side a is the article `a`. */
  readonly evidence: Evidence;
  /** The evidence in words. */
  readonly why?: string;
  /** What the two share, in the reading order of `a`. */
  readonly alignment?: Alignment;
}

export interface FailedPair {
  readonly a: string | null;
  readonly b: string | null;
  /** Number of the line in the file of pairs, from 1. */
  readonly line: number;
  readonly outcome: "failed";
  readonly message: string;
}

type Articles = ReadonlyMap<string, BatchArticle>;

function answerPair(line: Line, articles: Articles, explain: boolean): PairAnswer | FailedPair {
  const failed = (a: string | null, b: string | null, message: string): FailedPair => ({
    a,
    b,
    line: line.number,
    outcome: "failed",
    message,
  });
  const reading = readPairLine(line);
  if (reading.kind === "wrong")
    return failed(textField(reading.raw, "a"), textField(reading.raw, "b"), reading.message);
  const { a, b } = reading.value;
  const [articleA, articleB] = [articles.get(a), articles.get(b)];
  if (!articleA || !articleB) {
    const unknown = JSON.stringify(articleA ? b : a);
    return failed(
      a,
      b,
      `line ${line.number}: ${articleA ? "b" : "a"} is ${unknown}, no id of the articles read`,
    );
  }
  const evidence = comparePair(articleA, articleB);
  const { relation } = evidence;
  const answer = { a, b, relation, evidence };
  if (!explain) return answer;
  const alignment = alignPassages(articleA.text, articleB.text);
  return { ...answer, why: evidenceInWords(evidence), alignment };
}

/** @returns one answer per line of pairs, in their order */
export async function* answerPairs(
  lines: AsyncIterable<Line>,
  articles: Articles,
  explain: boolean,
): AsyncGenerator<PairAnswer | FailedPair> {
  for await (const line of lines) yield answerPair(line, articles, explain);
}
