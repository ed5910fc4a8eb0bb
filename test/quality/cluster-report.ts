/* Runs the measures of cluster-measures.ts over the sets and holds them against floors.json. */
import { RULES, type Rules } from "../../src/core/cluster/decision/rules.ts";
import {
  EXTRA_CLASSES,
  LABELLED_CLASSES,
  TWELVE_CLASSES,
  WIRE_CLASSES,
} from "../support/simulator/edit-classes.ts";
import { phrasesOf, scriptOf } from "../support/simulator/phrases.ts";
import { wordCount, wordsOf } from "../support/simulator/text.ts";
import {
  type Half,
  isInHalf,
  type LabelledPair,
  readBodies,
  readFreshLabels,
  readLabels,
  readSeeds,
  readSet,
  type SetName,
  type SourceText,
} from "./cluster-data.ts";
import { measureLabels } from "./cluster-labels.ts";
import {
  type Measure,
  measureCopies,
  measureFalsePairs,
  measureMembers,
  measureRealPairs,
  measureRoundUps,
  measureSeeds,
  percent,
  withinHours,
} from "./cluster-measures.ts";
import { ComparedSet, partition } from "./cluster-partition.ts";
import { measureRoundUpKinds, measureSameEvent } from "./cluster-round-ups.ts";
import { contextOf, pickSources } from "./cluster-sources.ts";
import { type Floor, type Floors, isMet } from "./floors.ts";

export interface Line extends Measure {
  readonly floor?: Floor | undefined;
  readonly isMet: boolean;
}

const MIN_SOURCE_WORDS = 150;
const DAY_HOURS = 24;
const TEMPLATE_HOURS = 72;
const TEMPLATE_CONTAINMENT = 0.8;
/** So many copies of a class for one round-up of a kind. */
const ROUND_UPS_OF_COPIES = 2;
/** Texts of each set that foreign matter is taken from. */
const OTHERS_PER_SET = 150;
const HEADLINE_WORDS = 8;

export function holdAgainst(measures: readonly Measure[], floors: Floors): Line[] {
  return measures.map((measure) => {
    const floor = floors.get(measure.name);
    return { ...measure, floor, isMet: floor === undefined || isMet(floor, measure.value) };
  });
}

/** @param half of the pairs, by their first text */
export function labelMeasures(rules: Rules = RULES, half?: Half): Measure[] {
  const texts = readSet("fnc1-train");
  const inHalf = (labels: readonly LabelledPair[]) => labels.filter(({ a }) => isInHalf(a, half));
  const [given, fresh] = [inHalf(readLabels()), inHalf(readFreshLabels())];
  return [
    measureLabels("labels", texts, given, rules),
    measureLabels("labels, fresh", texts, fresh, rules),
    measureLabels("labels, both", texts, [...given, ...fresh], rules),
  ];
}

/** @param half whose pairs and members are counted; the clusters are those of the whole set */
export function setMeasures(name: SetName, rules: Rules = RULES, half?: Half): Measure[] {
  const set = new ComparedSet(readSet(name), rules);
  const parts = partition(set);
  const sameEvent = (i: number, j: number) => set.at(i).event === set.at(j).event;
  if (name === "basil") return [measureFalsePairs("basil merged", set, parts, sameEvent, half)];
  const isCounted: Record<Exclude<SetName, "basil">, Parameters<typeof measureRealPairs>[3]> = {
    "fnc1-train": () => true,
    "abp-sample": (a, b) => a.publisher !== b.publisher,
    reuters21578: (a, b) => withinHours(a, b, DAY_HOURS),
  };
  const measures = [
    measureRealPairs(`${name} real pairs`, set, parts, isCounted[name], half),
    measureMembers(`${name} members C<.35`, set, parts, half),
  ];
  if (name === "reuters21578") {
    const isTemplate = (i: number, j: number) =>
      !withinHours(set.at(i).article, set.at(j).article, TEMPLATE_HOURS) &&
      set.overlap(i, j).containment < TEMPLATE_CONTAINMENT;
    measures.push(measureFalsePairs("reuters templates merged", set, parts, isTemplate, half));
  }
  return measures;
}

function sampleOf(texts: readonly SourceText[], step: number): SourceText[] {
  return texts.filter((_, i) => i % step === 0);
}

const WIRE_SETS = ["fnc1-train", "abp-sample", "reuters21578"] as const;

/** @param perSet copies per class and set  @param half of the sources */
export function copyMeasures(perSet: number, rules: Rules = RULES, half?: Half): Measure[] {
  return copyMeasuresOf(WIRE_SETS.map(readSet), perSet, rules, half);
}

/** The same on texts by which no rule was chosen: BASIL, and the gold bodies of the extraction sets. */
export function otherCopyMeasures(perSet: number): Measure[] {
  const inLatin = readBodies("fundus").filter(({ text }) => scriptOf(text) === "Latin");
  const sets = [readSet("basil"), readBodies("aeb"), readBodies("wcxb"), inLatin];
  return copyMeasuresOf(sets, perSet, RULES);
}

function copyMeasuresOf(
  sets: ReadonlyArray<readonly SourceText[]>,
  perSet: number,
  rules: Rules,
  half?: Half,
): Measure[] {
  const sources = sets.flatMap((texts) =>
    pickSources(
      texts.filter(({ id }) => isInHalf(id, half)).map(({ text }) => text),
      perSet,
      MIN_SOURCE_WORDS,
    ),
  );
  const others = sets.flatMap((texts) => sampleOf(texts, Math.ceil(texts.length / OTHERS_PER_SET)));
  const context = contextOf(
    others.map(({ text }) => text),
    others.map(({ title }) => title).filter((title) => title !== ""),
  );
  const classes = [...WIRE_CLASSES, ...LABELLED_CLASSES, ...EXTRA_CLASSES];
  return [
    ...classes.map((edit) => measureCopies(sources, edit, context, rules)),
    measureRoundUps(sources, rules),
    ...measureRoundUpKinds(
      sets.map((texts) => texts.filter(({ text }) => wordCount(text) >= MIN_SOURCE_WORDS)),
      Math.ceil(perSet / ROUND_UPS_OF_COPIES),
      context,
      rules,
    ),
    measureSameEvent(readSet("basil"), rules),
  ];
}

export function seedMeasures(): Measure[] {
  const { seeds, copies } = readSeeds();
  return [measureSeeds(seeds, copies)];
}

/** The twelve classes on bodies of many languages, one line per script. @param perScript copies per script */
export function scriptMeasures(perScript: number, half?: Half): Measure[] {
  const byScript = new Map<string, string[]>();
  for (const { text: body } of readBodies("fundus", half)) {
    const script = scriptOf(body);
    byScript.set(script, [...(byScript.get(script) ?? []), body]);
  }
  return [...byScript].flatMap(([script, bodies]) => {
    const sources = pickSources(bodies, Math.ceil(perScript / TWELVE_CLASSES.length), MIN_SOURCE_WORDS);
    if (sources.length === 0) return [];
    const headlines = bodies.map((body) => wordsOf(body).slice(0, HEADLINE_WORDS).join(" "));
    const own = contextOf(bodies, [...headlines, ...phrasesOf(bodies[0] ?? "").furniture]);
    const measured = TWELVE_CLASSES.map((edit) => measureCopies(sources, edit, own));
    const cases = measured.flatMap((measure) => measure.cases);
    const copies = sources.length * TWELVE_CLASSES.length;
    const value = 100 - percent(cases.length, copies);
    return [
      { name: `script ${script}`, value, detail: `${copies} copies of ${bodies.length} bodies`, cases },
    ];
  });
}
