/*
 * The scorer for extraction: 4-word shingles as a multiset, as the README of the evaluation data describes it.
 * Precision and recall are averaged over pages; F1 is taken of the two averages (the metric of the article
 * extraction benchmark, AEB).
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** The evaluation data lies beside the checkout and is never part of it. */
export const DATA_URL = new URL("../../../shared/data/", import.meta.url);

export type SetName = "aeb" | "fundus" | "wcxb";
export const SET_NAMES: readonly SetName[] = ["aeb", "fundus", "wcxb"];

export function hasEvaluationData(): boolean {
  return existsSync(new URL("extraction/aeb/gold.jsonl", DATA_URL));
}

export interface GoldPage {
  readonly set: SetName;
  readonly id: string;
  readonly url: string;
  readonly body: string;
  /** Below here: Fundus and WCXB only. */
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  /** Strings that must and must not stand in the text; WCXB only. */
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly html: string;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

export function loadPages(set: SetName): GoldPage[] {
  const folder = new URL(`extraction/${set}/`, DATA_URL);
  const lines = readFileSync(new URL("gold.jsonl", folder), "utf8").split("\n").filter(Boolean);
  return lines.map((line) => {
    const gold = JSON.parse(line) as Record<string, unknown>;
    const id = textOf(gold.id) ?? "";
    const file = textOf(gold.html) ?? `${id}.html.gz`;
    return {
      set,
      id,
      url: textOf(gold.url) ?? "",
      body: textOf(gold.body) ?? "",
      title: textOf(gold.title),
      authors: listOf(gold.authors),
      published: textOf(gold.published),
      with: listOf(gold.with),
      without: listOf(gold.without),
      html: gunzipSync(readFileSync(new URL(`html/${file}`, folder))).toString("utf8"),
    };
  });
}

const SHINGLE_WORDS = 4;

/** Multiset of 4-word shingles; a shorter text is one shingle. */
export function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  const last = Math.max(0, words.length - SHINGLE_WORDS);
  for (let at = 0; at <= last && words.length > 0; at++) {
    const shingle = words.slice(at, at + SHINGLE_WORDS).join(" ");
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

export interface PageScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function harmonic(precision: number, recall: number): number {
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
}

/** AEB compares as written, Fundus and WCXB in lower case. */
export function scoreText(set: SetName, found: string, gold: string): PageScore {
  const fold = (text: string) => (set === "aeb" ? text : text.toLowerCase());
  const foundShingles = shingles(fold(found));
  const goldShingles = shingles(fold(gold));
  let shared = 0;
  for (const [shingle, count] of foundShingles) shared += Math.min(count, goldShingles.get(shingle) ?? 0);
  const size = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const foundSize = size(foundShingles);
  const goldSize = size(goldShingles);
  const precision = foundSize > 0 ? shared / foundSize : goldSize === 0 ? 1 : 0;
  const recall = goldSize > 0 ? shared / goldSize : 1;
  return { precision, recall, f1: harmonic(precision, recall) };
}

export function averageScore(scores: readonly PageScore[]): PageScore {
  const mean = (pick: (score: PageScore) => number) =>
    scores.reduce((sum, score) => sum + pick(score), 0) / Math.max(1, scores.length);
  const precision = mean((score) => score.precision);
  const recall = mean((score) => score.recall);
  return { precision, recall, f1: harmonic(precision, recall) };
}

/** Rules are tuned on half a; half b is looked at rarely. */
export type Half = "a" | "b";

/** Which half of its set a page belongs to, by a hash of its id. */
export function halfOf(id: string): Half {
  let sum = 0;
  for (let at = 0; at < id.length; at++) sum = (sum * 31 + id.charCodeAt(at)) % 1_000_003;
  return sum % 2 === 0 ? "a" : "b";
}
