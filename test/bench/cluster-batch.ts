/*
 * Three ways to find copies, side by side in one run on the evaluation sets and one core:
 *
 *   npm run bench:dedupe [-- --rounds 3] [--copies 100]
 *
 *   anchors   what wirefold does: two shared anchors, then the decision by records and texts
 *   minhash   MinHash LSH, 20 bands of 2, Jaccard estimated from the 40 values (minhash-lsh.ts)
 *   simhash   64-bit simhash within k bits, nothing else (wirefold dedupe --candidates simhash)
 *
 * Thresholds of the other two are the best ones for F1 on the very pairs they are measured on, which favours
 * them; but labelled pairs all look alike, and with the best distance for them simhash would join one random
 * pair in twenty. So of the distances only those count with which fewer than 1 % of the wire texts of 1987
 * find a "copy" among news of 2014. Prints F1, precision and recall on the labelled pairs; what is found of
 * the simulator's copies; texts that end in a cluster of both years; texts per second of processor time.
 */
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { type BatchArticle, type BatchResult, clusterBatch } from "../../src/core/cluster/batch.ts";
import { decideFromRecords, decideFromTexts, isEdge } from "../../src/core/cluster/decision.ts";
import { MAX_SIMHASH_DISTANCE } from "../../src/core/cluster/simhash-bands.ts";
import { notComparable } from "../../src/core/fingerprint/comparable.ts";
import { fingerprint } from "../../src/core/fingerprint/fingerprint.ts";
import { hammingDistance } from "../../src/core/fingerprint/simhash.ts";
import type { ComparedArticle } from "../../src/core/model.ts";
import {
  compared,
  type EvaluationText,
  hasEvaluationData,
  readLabels,
  readSet,
} from "../quality/cluster-data.ts";
import { contextOf, pickSources } from "../quality/cluster-sources.ts";
import {
  EXTRA_CLASSES,
  LABELLED_CLASSES,
  TWELVE_CLASSES,
  WIRE_CLASSES,
} from "../support/simulator/edit-classes.ts";
import { createRandom } from "../support/simulator/random.ts";
import { clusterByLsh, estimatedJaccard, minhashSignature, shareBand } from "./minhash-lsh.ts";

const SETS = ["fnc1-train", "reuters21578", "basil", "abp-sample"] as const;
const [NEW_SET, OLD_SET] = [SETS[0], SETS[1]];
const MIN_SOURCE_WORDS = 150;
const MIN_SHARED_ANCHORS = 2;
const US_PER_S = 1_000_000;
const PERCENT = 100;
const THRESHOLD_STEPS = 40;
/** A text in a hundred joined to a stranger, and a set of thousands falls into one cluster. */
const MAX_STRAY_SHARE = 0.01;

const { values: options } = parseArgs({
  options: { rounds: { type: "string", default: "3" }, copies: { type: "string", default: "100" } },
});

interface Side {
  readonly text: string;
  readonly article: ComparedArticle;
  readonly signature: Uint32Array | undefined;
}

interface Pair {
  readonly a: Side;
  readonly b: Side;
  readonly isCopy: boolean;
}

interface Method {
  readonly name: string;
  readonly isFound: (pair: Pair) => boolean;
  /** For each article the name of its cluster. */
  readonly run: (articles: readonly BatchArticle[]) => ReadonlyArray<string | number>;
}

function sideOf(text: string, article: ComparedArticle): Side {
  return { text, article, signature: minhashSignature(text) };
}

function foundByAnchors({ a, b }: Pair): boolean {
  if (notComparable(a.article.fingerprint) || notComparable(b.article.fingerprint)) return false;
  const anchors = new Set(a.article.fingerprint.anchors);
  const shared = b.article.fingerprint.anchors.filter((anchor) => anchors.has(anchor)).length;
  if (shared < MIN_SHARED_ANCHORS) return false;
  const decision = decideFromRecords(a.article, b.article);
  const { kind } = decision;
  return isEdge(
    kind === "decided" ? decision.evidence : decideFromTexts(a.article, b.article, a.text, b.text),
  );
}

const jaccardOf = ({ a, b }: Pair): number =>
  a.signature && b.signature && shareBand(a.signature, b.signature)
    ? estimatedJaccard(a.signature, b.signature)
    : 0;

const bitsOf = ({ a, b }: Pair): number =>
  hammingDistance(a.article.fingerprint.simhash, b.article.fingerprint.simhash);

const namesOf = (results: readonly BatchResult[]): string[] => results.map(({ clusterId }) => clusterId);

interface Score {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

function scoreOf(pairs: readonly Pair[], isFound: (pair: Pair) => boolean): Score {
  const found = pairs.filter(isFound);
  const hits = found.filter(({ isCopy }) => isCopy).length;
  const precision = hits / Math.max(1, found.length);
  const recall = hits / Math.max(1, pairs.filter(({ isCopy }) => isCopy).length);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(Number.MIN_VALUE, precision + recall) };
}

function bestBy<T>(values: readonly T[], f1Of: (value: T) => number): T {
  return values.reduce((best, value) => (f1Of(value) > f1Of(best) ? value : best));
}

/** The distances with which hardly any text finds another one that cannot be its copy. */
function usableDistances(texts: readonly EvaluationText[], strangers: readonly EvaluationText[]): number[] {
  const simhashes = strangers.map(({ article }) => article.fingerprint.simhash);
  const nearest = texts.map(({ article }) => {
    let least = Number.POSITIVE_INFINITY;
    for (const other of simhashes)
      least = Math.min(least, hammingDistance(article.fingerprint.simhash, other));
    return least;
  });
  const distances = Array.from({ length: MAX_SIMHASH_DISTANCE }, (_, i) => i + 1);
  return distances.filter((bits) => {
    const share = nearest.filter((least) => least <= bits).length / Math.max(1, texts.length);
    return share < MAX_STRAY_SHARE;
  });
}

function methodsFor(labelled: readonly Pair[], distances: readonly number[]): Method[] {
  const thresholds = Array.from({ length: THRESHOLD_STEPS }, (_, i) => (i + 1) / THRESHOLD_STEPS);
  const jaccard = bestBy(thresholds, (least) => scoreOf(labelled, (pair) => jaccardOf(pair) >= least).f1);
  const bits = bestBy(distances, (most) => scoreOf(labelled, (pair) => bitsOf(pair) <= most).f1);
  return [
    { name: "anchors", isFound: foundByAnchors, run: (articles) => namesOf(clusterBatch(articles)) },
    {
      name: `minhash, J >= ${jaccard.toFixed(3)}`,
      isFound: (pair) => jaccardOf(pair) >= jaccard,
      run: (articles) =>
        clusterByLsh(
          articles.map(({ text }) => text),
          jaccard,
        ),
    },
    {
      name: `simhash, <= ${bits} bits`,
      isFound: (pair) => bitsOf(pair) <= bits,
      run: (articles) => namesOf(clusterBatch(articles, { candidates: "simhash", simhashDistance: bits })),
    },
  ];
}

function labelledPairs(texts: readonly EvaluationText[]): Pair[] {
  const sides = new Map(texts.map(({ id, text, article }) => [id, { text, article }]));
  const sideAt = (id: string): Side => {
    const known = sides.get(id);
    if (!known) throw new Error(`a label names the unknown text ${id}`);
    return sideOf(known.text, known.article);
  };
  return readLabels()
    .filter(({ agreed }) => agreed)
    .map(({ a, b, label }) => ({
      a: sideAt(a),
      b: sideAt(b),
      isCopy: label === "copy" || label === "excerpt",
    }));
}

/** Copies of each class by its name, with the source of each. */
function simulatedPairs(texts: readonly EvaluationText[], count: number): Map<string, Pair[]> {
  const sources = pickSources(
    texts.map(({ text }) => text),
    count,
    MIN_SOURCE_WORDS,
  );
  const context = contextOf(
    texts.map(({ text }) => text),
    texts.map(({ title }) => title),
  );
  const pairs = new Map<string, Pair[]>();
  for (const edit of [...WIRE_CLASSES, ...EXTRA_CLASSES, ...LABELLED_CLASSES]) {
    const made = sources.map((text, i) => {
      const copy = edit.apply(text, createRandom(i * 31 + edit.name.length), context);
      return {
        a: sideOf(text, compared(`source-${i}`, text)),
        b: sideOf(copy, compared(`copy-${i}`, copy)),
        isCopy: edit.expects === "same",
      };
    });
    pairs.set(edit.name, made);
  }
  return pairs;
}

const percentFound = (pairs: readonly Pair[], isFound: (pair: Pair) => boolean): string =>
  ((PERCENT * pairs.filter(isFound).length) / Math.max(1, pairs.length)).toFixed(1);

function sayReach(methods: readonly Method[], labelled: readonly Pair[], copies: Map<string, Pair[]>): void {
  const twelve = TWELVE_CLASSES.flatMap(({ name }) => copies.get(name) ?? []);
  console.log(`labelled pairs: ${labelled.length}; copies per class: ${options.copies}`);
  for (const { name, isFound } of methods) {
    const { f1, precision, recall } = scoreOf(labelled, isFound);
    console.log(
      `  ${name.padEnd(22)} F1 ${f1.toFixed(3)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  twelve classes ${percentFound(twelve, isFound)} %`,
    );
  }
  console.log(`  ${"found, %".padEnd(22)} ${methods.map(({ name }) => name.padEnd(20)).join("")}`);
  for (const [name, pairs] of copies) {
    const note = pairs[0]?.isCopy === false ? " (to be kept apart)" : "";
    const shares = methods.map(({ isFound }) => percentFound(pairs, isFound).padEnd(20)).join("");
    console.log(`  ${name.padEnd(22)} ${shares}${note}`);
  }
}

/** Processor time, so that other work on the machine counts less. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / US_PER_S;
}

/** Texts in clusters that hold texts of 1987 and of 2014. */
function countStrays(articles: readonly BatchArticle[], names: ReadonlyArray<string | number>): number {
  const sets = new Map<string | number, Set<string>>();
  const setOf = ({ id }: BatchArticle): string => id.slice(0, id.indexOf(":"));
  for (const [i, name] of names.entries()) {
    const seen = sets.get(name) ?? new Set<string>();
    sets.set(name, seen.add(setOf(articles[i] as BatchArticle)));
  }
  return names.filter((name) => sets.get(name)?.has(OLD_SET) && sets.get(name)?.has(NEW_SET)).length;
}

function saySpeed(methods: readonly Method[], articles: readonly BatchArticle[]): void {
  const meanLength = articles.reduce((sum, { text }) => sum + text.length, 0) / articles.length;
  console.log(`${articles.length} texts of ${meanLength.toFixed(0)} characters on average, texts/s of CPU:`);
  for (let round = 1; round <= Number(options.rounds); round++) {
    const alone = cpuSeconds(() => {
      for (const { text } of articles) fingerprint(text);
    });
    const line = [`fingerprints alone ${(articles.length / alone).toFixed(0)}`];
    for (const { name, run } of methods) {
      let names: ReadonlyArray<string | number> = [];
      const seconds = cpuSeconds(() => {
        names = run(articles);
      });
      const strays = countStrays(articles, names);
      line.push(`${name} ${(articles.length / seconds).toFixed(0)} (${strays} texts joined across sets)`);
    }
    console.log(`  round ${round}: ${line.join(", ")}`);
  }
}

function main(): void {
  if (!hasEvaluationData) {
    console.log("skipped: no evaluation data");
    return;
  }
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? "?"}, load ${loadavg()[0]?.toFixed(1)}`);
  const sets = SETS.map((name) => readSet(name).map((text) => ({ ...text, set: name })));
  const labelled = labelledPairs(sets[0] ?? []);
  const methods = methodsFor(labelled, usableDistances(sets[1] ?? [], sets[0] ?? []));
  sayReach(methods, labelled, simulatedPairs(sets.flat(), Number(options.copies)));
  const articles = sets.flat().map(({ id, set, text, article }) => ({
    id: `${set}:${id}`,
    text,
    datePublished: article.datePublished,
  }));
  saySpeed(methods, articles);
}

main();
