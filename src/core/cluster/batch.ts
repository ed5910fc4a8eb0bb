/*
 * A batch of texts clustered in one go, in memory, without Redis: what `wirefold dedupe` does. The same
 * rule as the live index (connected parts over all copy and excerpt edges), and the result does not depend
 * on the order of the input, names included: a cluster bears the id of its least member.
 *
 *   sort by (datePublished, id) -> fingerprints -> candidates -> decisions -> parts -> roles
 */
import { notComparable } from "../fingerprint/comparable.ts";
import { fingerprint } from "../fingerprint/fingerprint.ts";
import type { ArticleId, ComparedArticle, Evidence, NotComparable } from "../model.ts";
import { registrableDomain } from "../url/publisher.ts";
import { BatchCandidates } from "./batch-candidates.ts";
import { createPairDecision, type PairDecision } from "./compare.ts";
import { DisjointSets } from "./disjoint-sets.ts";
import { flipEvidence, strengthOf } from "./evidence-line.ts";
import {
  DEFAULT_REPRESENTATIVE_ORDER,
  type RepresentativeCriterion,
  representativeRank,
} from "./representative.ts";
import { SimhashBands, simhashDecision } from "./simhash-bands.ts";

export interface BatchArticle {
  /** Distinct within a batch. */
  readonly id: string;
  /** Clean text. */
  readonly text: string;
  readonly title?: string | null | undefined;
  readonly url?: string | null | undefined;
  /** RFC 3339 instant or plain date. */
  readonly datePublished?: string | null | undefined;
}

export type BatchRole = "alone" | "representative" | "copy" | "excerpt";

export interface BatchResult {
  readonly id: string;
  /** Id of the cluster's least member by (datePublished, unknown last; id). */
  readonly clusterId: string;
  /** `excerpt` where this text is the shorter side of an excerpt; the longer side is a `copy` of `of`. */
  readonly role: BatchRole;
  /** The representative, where this one is a copy or excerpt of it; else the member it resembles most. */
  readonly of?: string;
  /** Of the pair (this one, `of`), this one being side a. */
  readonly evidence?: Evidence;
  /** Why it was compared with nothing. */
  readonly notCompared?: NotComparable;
}

/**
 * What makes two articles worth comparing: shared anchors, decided by records and texts; or a simhash within
 * some bits, which then decides alone. The latter is there to be compared with.
 */
export type CandidateMethod = "anchors" | "simhash";

/**
 * Bits that may differ with `simhash`: the best of the distances with which fewer than 1 % of unrelated texts
 * find a copy (`npm run bench:dedupe`).
 */
export const DEFAULT_SIMHASH_DISTANCE = 14;

export interface BatchOptions {
  readonly candidates?: CandidateMethod;
  /** With `simhash` candidates: bits that may differ, 1 to MAX_SIMHASH_DISTANCE. */
  readonly simhashDistance?: number;
  /** Not read with `simhash` candidates. */
  readonly decide?: PairDecision;
  readonly representativeOrder?: readonly RepresentativeCriterion[];
}

interface Item {
  readonly source: BatchArticle;
  readonly article: ComparedArticle;
  readonly notCompared: NotComparable | undefined;
}

interface Partner {
  readonly other: number;
  readonly evidence: Evidence;
}

/**
 * @returns one result per article, in the order of the input
 * @throws RangeError for two articles with one id, and for more than MAX_BATCH_ARTICLES
 */
export function clusterBatch(articles: readonly BatchArticle[], options: BatchOptions = {}): BatchResult[] {
  const { representativeOrder = DEFAULT_REPRESENTATIVE_ORDER } = options;
  const items = [...articles].sort(byDateThenId).map(itemOf);
  checkDistinct(items);
  const { candidates, decide } = methodOf(items, options);
  const { sets, partners } = joinCopies(items, candidates, decide);
  const results = new Map<string, BatchResult>();
  for (const group of sets.groups()) {
    for (const result of rolesOf(group, { items, partners, decide, representativeOrder })) {
      results.set(result.id, result);
    }
  }
  return articles.map(({ id }) => results.get(id) as BatchResult);
}

/** The relation of two given texts, whether or not they share anchors. `a` is side a of the evidence. */
export function comparePair(a: BatchArticle, b: BatchArticle, decide = createPairDecision()): Evidence {
  return decidePair(itemOf(a), itemOf(b), decide);
}

function byDateThenId(a: BatchArticle, b: BatchArticle): number {
  const [dateA, dateB] = [dateOf(a), dateOf(b)];
  if (dateA !== dateB) return dateA < dateB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** ms since epoch; unknown comes last. */
function dateOf({ datePublished }: BatchArticle): number {
  const ms = datePublished ? Date.parse(datePublished) : Number.NaN;
  return Number.isNaN(ms) ? Number.POSITIVE_INFINITY : ms;
}

function itemOf(source: BatchArticle): Item {
  const made = fingerprint(source.text);
  return {
    source,
    article: {
      articleId: source.id as ArticleId,
      fingerprint: made,
      publisher: source.url ? registrableDomain(source.url) : null,
      datePublished: source.datePublished ?? null,
    },
    notCompared: notComparable(made),
  };
}

function checkDistinct(items: readonly Item[]): void {
  const seen = new Set<string>();
  for (const { source } of items) {
    if (seen.has(source.id)) throw new RangeError(`the batch has two articles with the id "${source.id}"`);
    seen.add(source.id);
  }
}

function decidePair(a: Item, b: Item, decide: PairDecision): Evidence {
  const decision = decide.fromRecords(a.article, b.article);
  return decision.kind === "decided"
    ? decision.evidence
    : decide.fromTexts(a.article, b.article, a.source.text, b.source.text);
}

/** Gives each pair that is worth comparing for one of its two. */
interface Candidates {
  of(article: number): number[];
}

function methodOf(
  items: readonly Item[],
  {
    candidates = "anchors",
    simhashDistance = DEFAULT_SIMHASH_DISTANCE,
    decide = createPairDecision(),
  }: BatchOptions,
): { candidates: Candidates; decide: PairDecision } {
  switch (candidates) {
    case "anchors": {
      const none = new Uint32Array();
      const anchored = items.map(({ source, article, notCompared }) => ({
        id: source.id,
        anchors: notCompared ? none : article.fingerprint.anchors,
      }));
      return { candidates: new BatchCandidates(anchored), decide };
    }
    case "simhash": {
      const fingerprints = items.map(({ article, notCompared }) =>
        notCompared ? undefined : article.fingerprint,
      );
      const bands = new SimhashBands(fingerprints, simhashDistance);
      return { candidates: bands, decide: simhashDecision(simhashDistance) };
    }
    default:
      return candidates satisfies never;
  }
}

/** So many wait for the texts at most, 50 MB: of two million articles some have hundreds of candidates. */
const MAX_OPEN_PAIRS = 1_000_000;

/** A pair that only the texts can decide. */
interface OpenPair {
  readonly number: number;
  readonly other: number;
  /** Of the evidence from the sketches, 0 to 2. */
  readonly strength: number;
}

/**
 * First all that records decide, then what is left for the texts, which take a hundred times as long: the
 * most alike first, since two that are in one part by then need not be compared.
 * @returns the parts, and for each article the pairs that joined it
 */
function joinCopies(
  items: readonly Item[],
  candidates: Candidates,
  decide: PairDecision,
): { sets: DisjointSets; partners: Partner[][] } {
  const sets = new DisjointSets(items.length);
  const partners: Partner[][] = items.map(() => []);
  const join = (number: number, other: number, evidence: Evidence): void => {
    if (!decide.isEdge(evidence)) return;
    sets.union(number, other);
    partners[number]?.push({ other, evidence });
    partners[other]?.push({ other: number, evidence: flipEvidence(evidence) });
  };
  let open: OpenPair[] = [];
  const decideByTexts = (): void => {
    // Sorting is stable: pairs of one strength keep their order, which is that of dates and ids.
    for (const { number, other } of open.sort((a, b) => b.strength - a.strength)) {
      if (sets.find(number) === sets.find(other)) continue;
      const [a, b] = [items[number] as Item, items[other] as Item];
      join(number, other, decide.fromTexts(a.article, b.article, a.source.text, b.source.text));
    }
    open = [];
  };
  for (const [number, item] of items.entries()) {
    for (const other of candidates.of(number)) {
      if (sets.find(number) === sets.find(other)) continue;
      const decision = decide.fromRecords(item.article, (items[other] as Item).article);
      if (decision.kind === "decided") join(number, other, decision.evidence);
      else open.push({ number, other, strength: strengthOf(decision.sketchEvidence) });
    }
    if (open.length >= MAX_OPEN_PAIRS) decideByTexts();
  }
  decideByTexts();
  return { sets, partners };
}

interface RoleContext {
  readonly items: readonly Item[];
  readonly partners: readonly Partner[][];
  readonly decide: PairDecision;
  readonly representativeOrder: readonly RepresentativeCriterion[];
}

/** @param group numbers of the members, ascending: the first is the least by date and id */
function rolesOf(group: readonly number[], context: RoleContext): BatchResult[] {
  const { items } = context;
  const members = group.map((number) => items[number] as Item);
  const clusterId = (members[0] as Item).source.id;
  if (group.length === 1) {
    return members.map(({ source, notCompared }) => ({
      id: source.id,
      clusterId,
      role: "alone",
      ...(notCompared ? { notCompared } : {}),
    }));
  }
  const representative = representativeOf(group, context);
  return group.map((number) => {
    const { id } = (items[number] as Item).source;
    if (number === representative) return { id, clusterId, role: "representative" };
    const { other, evidence } = partnerOf(number, representative, context);
    const role = evidence.relation === "excerpt" && evidence.shorter === "a" ? "excerpt" : "copy";
    return { id, clusterId, role, of: (items[other] as Item).source.id, evidence };
  });
}

function representativeOf(group: readonly number[], { items, representativeOrder }: RoleContext): number {
  const rankOf = (number: number): string => {
    const { article } = items[number] as Item;
    return representativeRank(
      { ...article, tokenCount: article.fingerprint.tokenCount },
      representativeOrder,
    );
  };
  let [best = 0, ...rest] = group;
  let bestRank = rankOf(best);
  for (const number of rest) {
    const rank = rankOf(number);
    if (rank < bestRank) [best, bestRank] = [number, rank];
  }
  return best;
}

/** The representative if the two are an edge, else the strongest of the pairs that joined this article. */
function partnerOf(number: number, representative: number, context: RoleContext): Partner {
  const { items, partners, decide } = context;
  const known = partners[number] ?? [];
  const direct = known.find(({ other }) => other === representative);
  if (direct) return direct;
  const evidence = decidePair(items[number] as Item, items[representative] as Item, decide);
  if (decide.isEdge(evidence)) return { other: representative, evidence };
  return known.reduce((best, next) => (strengthOf(next.evidence) > strengthOf(best.evidence) ? next : best));
}
