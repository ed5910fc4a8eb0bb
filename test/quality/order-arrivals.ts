/*
 * One arrival order of real texts through an index: who comes when, how many place at once, and which clusters
 * came of it. The same arrivals are played on the index in memory and on the one in Redis.
 */
import { createHash } from "node:crypto";
import type { ClusterIndex } from "../../src/core/cluster/cluster-index.ts";
import type { PairDecision } from "../../src/core/cluster/compare.ts";
import { createMemoryIndex } from "../../src/core/cluster/memory-index.ts";
import type { ArticleId, ArticleRevision, ComparedArticle } from "../../src/core/model.ts";
import { articleIdOf, contentHashOf } from "../../src/core/url/ids.ts";
import { createRandom, type Random } from "../support/simulator/random.ts";
import { type EvaluationText, readSet, type SetName } from "./cluster-data.ts";

export const MAX_WRITERS = 4;
/** Placings that a writer has under way at a time, as a cluster worker has: races are the point. */
const AT_ONCE = 8;
/** A writer may lose so many turns to the others while it asks for a text. */
const MAX_LOST_TURNS = 6;
const WINDOW_MS = 1;
const PARTITION_NAME_DIGITS = 12;

export type ArrivingText = EvaluationText & { readonly article: ArticleRevision };

/** The texts of some sets with ids as stored articles have them. */
export function readArriving(sets: readonly SetName[]): ArrivingText[] {
  return sets.flatMap((set) =>
    readSet(set).map((text) => ({
      ...text,
      article: {
        ...text.article,
        articleId: articleIdOf(`${set}:${text.id}`),
        contentHash: contentHashOf(text.title, text.text),
      },
    })),
  );
}

/**
 * Each pair is decided once for all orders, which is sound since decisions are pure. Side a and side b are not
 * exchanged for that: (x, y) and (y, x) are decided each for itself, so a decision that is not symmetric shows.
 */
export function decidedOnce(decide: PairDecision): PairDecision {
  const records = new Map<string, ReturnType<PairDecision["fromRecords"]>>();
  const texts = new Map<string, ReturnType<PairDecision["fromTexts"]>>();
  const nameOf = (a: ComparedArticle, b: ComparedArticle): string => `${a.articleId}${b.articleId}`;
  return {
    fromRecords: (a, b) => remember(records, nameOf(a, b), () => decide.fromRecords(a, b)),
    fromTexts: (a, b, textA, textB) =>
      remember(texts, nameOf(a, b), () => decide.fromTexts(a, b, textA, textB)),
    isEdge: decide.isEdge,
  };
}

function remember<T>(known: Map<string, T>, name: string, make: () => T): T {
  const before = known.get(name);
  if (before !== undefined) return before;
  const made = make();
  known.set(name, made);
  return made;
}

/** Order number n of the same texts, always the same: Fisher and Yates. */
export function arrivalOrder(texts: readonly ArrivingText[], n: number): ArticleRevision[] {
  const random = createRandom(n);
  const order = texts.map(({ article }) => article);
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [order[last], order[other]] = [order[other] as ArticleRevision, order[last] as ArticleRevision];
  }
  return order;
}

/** 1, 2, 3, 4, 1, 2, … */
export const writersOf = (n: number): number => 1 + (n % MAX_WRITERS);

/** All writers take the next article off one list, several at a time each. */
export async function placeAll(
  writers: readonly ClusterIndex[],
  arrival: readonly ArticleRevision[],
): Promise<void> {
  let next = 0;
  const work = async (index: ClusterIndex): Promise<void> => {
    for (let article = arrival[next++]; article; article = arrival[next++]) await index.place(article);
  };
  await Promise.all(writers.flatMap((index) => Array.from({ length: AT_ONCE }, () => work(index))));
}

export interface NamedPartition {
  /** The same for the same clusters, whatever they are called. */
  readonly name: string;
  /** Clusters of two and more. */
  readonly clusters: number;
  /** Texts in these. */
  readonly members: number;
}

/** @param groups all articles, in their clusters */
export function namePartition(groups: Iterable<readonly ArticleId[]>): NamedPartition {
  const lines: string[] = [];
  let members = 0;
  for (const group of groups) {
    if (group.length < 2) continue;
    lines.push([...group].sort().join(" "));
    members += group.length;
  }
  const hash = createHash("sha256").update(lines.sort().join("\n")).digest("hex");
  return { name: hash.slice(0, PARTITION_NAME_DIGITS), clusters: lines.length, members };
}

/** What a reader of the index is told. */
export async function partitionOfIndex(
  index: ClusterIndex,
  texts: readonly ArrivingText[],
): Promise<NamedPartition> {
  const groups = new Map<string, ArticleId[]>();
  const names = await Promise.all(texts.map(({ article }) => index.clusterOf(article.articleId)));
  for (const [i, { article }] of texts.entries()) {
    const name = names[i];
    if (name === undefined) throw new Error(`article ${article.articleId} was placed and has no cluster`);
    const group = groups.get(name);
    if (group) group.push(article.articleId);
    else groups.set(name, [article.articleId]);
  }
  return namePartition(groups.values());
}

export interface Arrival {
  readonly partition: NamedPartition;
  /** Times an anchor was full, so that order was not promised to be without effect. */
  readonly fullAnchors: number;
}

/** Order number n on an index in memory. Which of the writers is next depends on n, too. */
export async function arriveInMemory(
  texts: readonly ArrivingText[],
  decide: PairDecision,
  n: number,
): Promise<Arrival> {
  const index = createMemoryIndex({
    loadText: slowly(loadTextOf(texts), createRandom(n)),
    now: () => 0,
    windowMs: WINDOW_MS,
    tombstoneMs: WINDOW_MS,
    decide,
  });
  await placeAll(Array(writersOf(n)).fill(index), arrivalOrder(texts, n));
  return { partition: await partitionOfIndex(index, texts), fullAnchors: await index.fullAnchors() };
}

type LoadTextNow = (articleId: ArticleId) => Promise<string | undefined>;

export function loadTextOf(texts: readonly ArrivingText[]): LoadTextNow {
  const byId = new Map(texts.map(({ article, text }) => [article.articleId, text]));
  return async (articleId) => byId.get(articleId);
}

function slowly(loadText: LoadTextNow, random: Random): LoadTextNow {
  return async (articleId) => {
    for (let turns = random.below(MAX_LOST_TURNS); turns > 0; turns--) await undefined;
    return loadText(articleId);
  };
}
