/*
 * The evaluation texts of ../shared/data, as compared articles. Nothing of them is ever written into the
 * project; where the folder is missing, `evaluationData` is undefined.
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { extract } from "../../src/core/extract/extract.ts";
import { fingerprint } from "../../src/core/fingerprint/fingerprint.ts";
import { hashOfId } from "../../src/core/fingerprint/hashing.ts";
import { type ArticleId, type ComparedArticle, RELATIONS, type Relation } from "../../src/core/model.ts";

export interface EvaluationText extends SourceText {
  readonly article: ComparedArticle;
  /** BASIL's event, empty elsewhere. */
  readonly event: string;
}

export interface LabelledPair {
  readonly a: string;
  readonly b: string;
  readonly label: Relation;
  readonly agreed: boolean;
  readonly why: string;
}

/** A fixed half of the texts, by the hash of their ids: rules are tuned on one and confirmed on the other. */
export type Half = "a" | "b";

/** @param half undefined for all texts */
export function isInHalf(id: string, half: Half | undefined): boolean {
  if (half === undefined) return true;
  return (hashOfId(id) & 1) === (half === "a" ? 0 : 1);
}

export const SET_NAMES = ["fnc1-train", "abp-sample", "reuters21578", "basil"] as const;
export type SetName = (typeof SET_NAMES)[number];

const DATA = new URL("../../../shared/data/", import.meta.url);
const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

export const hasEvaluationData = existsSync(new URL("neardup/fnc1-train.jsonl.gz", DATA));

function readLines(path: string): Array<Record<string, unknown>> {
  const bytes = readFileSync(new URL(path, DATA));
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const lines: Array<Record<string, unknown>> = [];
  for (const line of text.split("\n")) if (line !== "") lines.push(JSON.parse(line));
  return lines;
}

function textField(record: Record<string, unknown>, field: string): string | null {
  const value = record[field];
  return typeof value === "string" && value !== "" ? value : null;
}

/** `26-FEB-1987 15:01:01.79` as an instant; null where it is something else. */
function reutersTime(published: string | null): string | null {
  const match = /(\d{1,2})-([A-Z]{3})-(\d{4})\s+(\d\d:\d\d:\d\d)/u.exec(published ?? "");
  const month = MONTHS.indexOf(match?.[2] ?? "") + 1;
  if (match === null || month === 0) return null;
  return `${match[3]}-${String(month).padStart(2, "0")}-${String(match[1]).padStart(2, "0")}T${match[4]}Z`;
}

export function compared(
  id: string,
  text: string,
  publisher: string | null = null,
  datePublished: string | null = null,
): ComparedArticle {
  return {
    articleId: id as ArticleId,
    fingerprint: fingerprint(text),
    publisher,
    datePublished,
  };
}

export function readSet(name: SetName): EvaluationText[] {
  return readLines(`neardup/${name}.jsonl.gz`).map((record) => {
    const id = textField(record, "id") ?? "";
    const text = textField(record, "text") ?? "";
    const isReuters = name === "reuters21578";
    const publisher = isReuters ? "reuters" : textField(record, "source");
    const date = isReuters ? reutersTime(textField(record, "published")) : textField(record, "date");
    return {
      id,
      text,
      title: textField(record, "title") ?? "",
      article: compared(id, text, publisher, date),
      event: textField(record, "event") ?? "",
    };
  });
}

/** The labels given with the evaluation texts. */
export function readLabels(): LabelledPair[] {
  return readLines("neardup/fnc1-train.labels.jsonl").map((record) => ({
    a: textField(record, "a") ?? "",
    b: textField(record, "b") ?? "",
    label: (textField(record, "label") ?? "independent") as Relation,
    agreed: record.agreed === true,
    why: textField(record, "why") ?? "",
  }));
}

const isOneStory = (label: Relation): boolean => label === "copy" || label === "excerpt";

const freshLabels = z.array(
  z.strictObject({ a: z.string(), b: z.string(), label: z.enum(RELATIONS), second: z.enum(RELATIONS) }),
);

/**
 * Pairs of the same texts, labelled for this project by two other readers; both were blind to every rule.
 * docs/decisions/0005-pairwise-decision.md says how they were drawn.
 */
export function readFreshLabels(): LabelledPair[] {
  const json = readFileSync(new URL("fresh-labels.json", import.meta.url), "utf8");
  return freshLabels.parse(JSON.parse(json)).map(({ a, b, label, second }) => ({
    a,
    b,
    label,
    agreed: isOneStory(label) === isOneStory(second),
    why: "",
  }));
}

/** What the simulator makes copies of. */
export interface SourceText {
  readonly id: string;
  readonly text: string;
  /** Empty where there is none. */
  readonly title: string;
}

/** Gold bodies of an extraction set. */
export function readBodies(name: "aeb" | "fundus" | "wcxb", half?: Half): SourceText[] {
  return readLines(`extraction/${name}/gold.jsonl`)
    .map((record) => ({
      id: textField(record, "id") ?? "",
      text: textField(record, "body") ?? "",
      title: textField(record, "title") ?? "",
    }))
    .filter(({ id }) => isInHalf(id, half));
}

export interface SeedText extends EvaluationText {
  /** Strings that the extracted text must have, and strings that it must not have. */
  readonly expectedStrings: readonly string[];
  readonly unwantedStrings: readonly string[];
}

interface ExpectedSeeds {
  readonly documents: ReadonlyArray<{
    readonly file: string;
    readonly with: readonly string[];
    readonly without: readonly string[];
  }>;
  readonly clusters: { readonly nearDuplicate: ReadonlyArray<readonly string[]> };
}

/** The documents this project was made from, extracted, and which of them are copies. */
export function readSeeds(): { seeds: SeedText[]; copies: ReadonlyArray<readonly string[]> } {
  const expected = JSON.parse(readFileSync(new URL("seeds/expected.json", DATA), "utf8")) as ExpectedSeeds;
  const seeds = expected.documents.map((document) => {
    const content = readFileSync(new URL(`seeds/${document.file}`, DATA), "utf8");
    const extraction = extract({ kind: "text", content });
    const text = extraction.kind === "article" ? extraction.article.text : "";
    return {
      id: document.file,
      text,
      title: "",
      event: "",
      article: compared(document.file, text),
      expectedStrings: document.with,
      unwantedStrings: document.without,
    };
  });
  return { seeds, copies: expected.clusters.nearDuplicate };
}
