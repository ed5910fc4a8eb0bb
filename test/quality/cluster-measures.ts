/*
 * The lines of the quality table. Each measure gives one figure in the unit of its floor, and the cases
 * behind it for the confusion list.
 */

import { MIN_SHARED_ANCHORS } from "../../src/core/cluster/cluster-index.ts";
import { type MarkedText, markText } from "../../src/core/cluster/decision/marked-text.ts";
import { RULES, type Rules } from "../../src/core/cluster/decision/rules.ts";
import { decideFromMarkedTexts, decideFromRecords, isEdge } from "../../src/core/cluster/decision.ts";
import type { ComparedArticle, Evidence } from "../../src/core/model.ts";
import { type EditClass, mergeStories } from "../support/simulator/edit-classes.ts";
import type { EditContext } from "../support/simulator/edits.ts";
import { createRandom } from "../support/simulator/random.ts";
import { compared, type Half, isInHalf, type SeedText } from "./cluster-data.ts";
import { ComparedSet, type Partition, similarPairs } from "./cluster-partition.ts";

export interface Case {
  readonly ids: readonly [string, string];
  readonly texts: readonly [string, string];
  readonly note: string;
  readonly evidence: Evidence;
}

export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly detail: string;
  readonly cases: readonly Case[];
}

const HOUR_MS = 3_600_000;
const MIN_JACCARD = 0.5;
/** Shorter texts are tables and one-line briefs; the prototype left them out too. */
const MIN_REAL_TOKENS = 40;
const MIN_MEMBER_CONTAINMENT = 0.35;
/** More than names of classes are long: each source and length has draws of its own. */
const SEEDS_PER_SOURCE = 31;

/** %; 0 of none. */
export const percent = (part: number, whole: number): number => (100 * part) / Math.max(1, whole);

export function decide(
  a: ComparedArticle,
  b: ComparedArticle,
  textA: MarkedText,
  textB: MarkedText,
  rules = RULES,
) {
  const decision = decideFromRecords(a, b, rules);
  if (decision.kind === "decided") return decision.evidence;
  return decideFromMarkedTexts(a, b, textA, textB, rules);
}

/** Share of copies that are an edge to their source, %; for classes that must stay apart, of those that are not. */
export function measureCopies(
  sources: readonly string[],
  edit: EditClass,
  context: EditContext,
  rules: Rules = RULES,
): Measure {
  const cases: Case[] = [];
  sources.forEach((text, i) => {
    const copy = edit.apply(text, createRandom(i * SEEDS_PER_SOURCE + edit.name.length), context);
    const [a, b] = [compared(`source-${i}`, text), compared(`copy-${i}`, copy)];
    const evidence = decide(a, b, markText(text), markText(copy), rules);
    const shared = b.fingerprint.anchors.filter((anchor) => a.fingerprint.anchors.includes(anchor)).length;
    const isFound = shared >= MIN_SHARED_ANCHORS && isEdge(evidence);
    if (isFound !== (edit.expects === "same")) {
      cases.push({
        ids: [a.articleId, b.articleId],
        texts: [text, copy],
        note: `${edit.name}, ${shared} anchors shared`,
        evidence,
      });
    }
  });
  const value = 100 - percent(cases.length, sources.length);
  return { name: edit.name, value, detail: `${edit.expects}, ${sources.length} copies`, cases };
}

/**
 * Two stories in one text, each with its neighbour in the list: round-ups that bridge two stories, since they are
 * an edge to both, %.
 */
export function measureRoundUps(sources: readonly string[], rules: Rules = RULES): Measure {
  const cases: Case[] = [];
  for (let i = 0; i + 1 < sources.length; i += 2) {
    const stories = [sources[i] as string, sources[i + 1] as string];
    const roundUp = mergeStories(stories[0] as string, stories[1] as string);
    const both = compared(`round-up-${i}`, roundUp);
    const evidences = stories.map((story, k) =>
      decide(compared(`source-${i + k}`, story), both, markText(story), markText(roundUp), rules),
    );
    const [first, second] = evidences;
    if (!first || !second || !isEdge(first) || !isEdge(second)) continue;
    const texts = [stories[0] as string, roundUp] as const;
    cases.push({
      ids: [`source-${i}`, `round-up-${i}`],
      texts,
      note: "bridges two stories",
      evidence: first,
    });
  }
  const roundUps = Math.floor(sources.length / 2);
  return {
    name: "merged stories bridge",
    value: percent(cases.length, roundUps),
    detail: `${cases.length} of ${roundUps} round-ups of two`,
    cases,
  };
}

/** What of `expected.json` does not hold of the seed documents: strings, and pairs together or apart. */
export function measureSeeds(seeds: readonly SeedText[], copies: ReadonlyArray<readonly string[]>): Measure {
  const set = new ComparedSet(seeds);
  const cases: Case[] = [];
  let strings = 0;
  for (const { text, expectedStrings, unwantedStrings } of seeds) {
    const folded = text.replace(/\s+/gu, " ");
    strings += expectedStrings.filter((one) => !folded.includes(one)).length;
    strings += unwantedStrings.filter((one) => folded.includes(one)).length;
  }
  for (let i = 0; i < seeds.length; i++) {
    for (let j = i + 1; j < seeds.length; j++) {
      const ids = [set.at(i).id, set.at(j).id] as const;
      const isCopy = copies.some((group) => ids.every((id) => group.includes(id)));
      const evidence = set.decide(i, j);
      const texts = [set.at(i).text, set.at(j).text] as const;
      if (isEdge(evidence) !== isCopy) cases.push({ ids, texts, note: "against expected.json", evidence });
    }
  }
  const detail = `${strings} strings, ${cases.length} pairs of ${seeds.length} documents`;
  return { name: "seeds against expected.json", value: strings + cases.length, detail, cases };
}

function caseOf(set: ComparedSet, i: number, j: number, note: string): Case {
  const [a, b] = [set.at(i), set.at(j)];
  return { ids: [a.id, b.id], texts: [a.text, b.text], note, evidence: set.decide(i, j) };
}

function hoursApart(a: ComparedArticle, b: ComparedArticle): number | null {
  if (a.datePublished === null || b.datePublished === null) return null;
  return Math.abs(Date.parse(a.datePublished) - Date.parse(b.datePublished)) / HOUR_MS;
}

/**
 * Real pairs with J >= .5 in one cluster, %; pairs that the template guard parts are listed, not counted.
 * Of a half: the pairs whose first text is of it.
 */
export function measureRealPairs(
  name: string,
  set: ComparedSet,
  parts: Partition,
  isCounted: (a: ComparedArticle, b: ComparedArticle) => boolean,
  half?: Half,
): Measure {
  const cases: Case[] = [];
  let templates = 0;
  let counted = 0;
  for (const [i, j] of similarPairs(set, MIN_JACCARD)) {
    if (!isInHalf(set.at(i).id, half)) continue;
    const shortest = Math.min(set.markedAt(i).tokens.length, set.markedAt(j).tokens.length);
    if (shortest < MIN_REAL_TOKENS || !isCounted(set.at(i).article, set.at(j).article)) continue;
    const isTogether = parts.clusterOf(i) === parts.clusterOf(j);
    const evidence = set.decide(i, j);
    if (!isTogether && evidence.guard === "template") templates++;
    else counted++;
    if (!isTogether) {
      const note = `J ${set.overlap(i, j).jaccard.toFixed(2)}${evidence.guard ? `, ${evidence.guard}` : ""}`;
      cases.push(caseOf(set, i, j, note));
    }
  }
  const value = 100 - percent(cases.length - templates, counted);
  return { name, value, detail: `${counted} pairs, ${templates} templates listed`, cases };
}

export function withinHours(a: ComparedArticle, b: ComparedArticle, hours: number): boolean {
  const apart = hoursApart(a, b);
  return apart !== null && apart <= hours;
}

/** Members of a cluster with C < .35 to its longest member, %. */
export function measureMembers(name: string, set: ComparedSet, parts: Partition, half?: Half): Measure {
  const cases: Case[] = [];
  let members = 0;
  for (const cluster of parts.clusters.values()) {
    const longest = cluster.reduce((best, i) =>
      set.markedAt(i).tokens.length > set.markedAt(best).tokens.length ? i : best,
    );
    for (const i of cluster) {
      if (i === longest || !isInHalf(set.at(i).id, half)) continue;
      members++;
      const { containment } = set.overlap(i, longest);
      if (containment >= MIN_MEMBER_CONTAINMENT) continue;
      const note = `C ${containment.toFixed(2)} to the longest of ${cluster.length}`;
      cases.push(caseOf(set, i, longest, note));
    }
  }
  const value = percent(cases.length, members);
  return { name, value, detail: `${cases.length} of ${members} members`, cases };
}

/** Pairs of one cluster for which `isFalse` holds; their number. Of a half: those whose first text is of it. */
export function measureFalsePairs(
  name: string,
  set: ComparedSet,
  parts: Partition,
  isFalse: (i: number, j: number) => boolean,
  half?: Half,
): Measure {
  const cases: Case[] = [];
  for (const cluster of parts.clusters.values()) {
    cluster.forEach((i, at) => {
      for (const j of cluster.slice(at + 1)) {
        if (!isInHalf(set.at(i).id, half) || !isFalse(i, j)) continue;
        const note = `C ${set.overlap(i, j).containment.toFixed(2)}: ${set.at(i).title} | ${set.at(j).title}`;
        cases.push(caseOf(set, i, j, note));
      }
    });
  }
  return { name, value: cases.length, detail: `of ${set.texts.length} texts`, cases };
}
