/* Runs the measures of cluster-measures.ts over the sets and holds them against floors.json. */
import { RULES, type Rules } from "../../src/core/cluster/decision/rules.ts";
import { EXTRA_CLASSES, LABELLED_CLASSES, WIRE_CLASSES } from "../support/simulator/edit-classes.ts";
import { phrasesOf, scriptOf } from "../support/simulator/phrases.ts";
import { wordsOf } from "../support/simulator/text.ts";
import {
  type EvaluationText,
  readBodies,
  readLabels,
  readSeeds,
  readSet,
  type SetName,
} from "./cluster-data.ts";
import {
  contextOf,
  type Measure,
  measureCopies,
  measureFalsePairs,
  measureLabels,
  measureMembers,
  measureRealPairs,
  measureRoundUps,
  measureSeeds,
  pickSources,
  withinHours,
} from "./cluster-measures.ts";
import { ComparedSet, partition } from "./cluster-partition.ts";
import { type Floor, type Floors, isMet } from "./floors.ts";

export interface Line extends Measure {
  readonly floor?: Floor | undefined;
  readonly isMet: boolean;
}

const MIN_SOURCE_WORDS = 150;
const DAY_HOURS = 24;
const TEMPLATE_HOURS = 72;
const TEMPLATE_CONTAINMENT = 0.8;
/** Scripts whose classes are counted together: the ones any kernel must place. */
const TWELVE = WIRE_CLASSES.slice(0, 12);

export function holdAgainst(measures: readonly Measure[], floors: Floors): Line[] {
  return measures.map((measure) => {
    const floor = floors.get(measure.name);
    return { ...measure, floor, isMet: floor === undefined || isMet(floor, measure.value) };
  });
}

export function labelMeasures(rules: Rules = RULES): Measure[] {
  return [measureLabels(readSet("fnc1-train"), readLabels(), rules)];
}

export function setMeasures(name: SetName, rules: Rules = RULES): Measure[] {
  const set = new ComparedSet(readSet(name), rules);
  const parts = partition(set);
  const sameEvent = (i: number, j: number) => set.at(i).event === set.at(j).event;
  if (name === "basil") return [measureFalsePairs("basil merged", set, parts, sameEvent)];
  const isCounted: Record<Exclude<SetName, "basil">, Parameters<typeof measureRealPairs>[3]> = {
    "fnc1-train": () => true,
    "abp-sample": (a, b) => a.publisher !== b.publisher,
    reuters21578: (a, b) => withinHours(a, b, DAY_HOURS),
  };
  const measures = [
    measureRealPairs(`${name} real pairs`, set, parts, isCounted[name]),
    measureMembers(`${name} members C<.35`, set, parts),
  ];
  if (name === "reuters21578") {
    const isTemplate = (i: number, j: number) =>
      !withinHours(set.at(i).article, set.at(j).article, TEMPLATE_HOURS) &&
      set.overlap(i, j).containment < TEMPLATE_CONTAINMENT;
    measures.push(measureFalsePairs("reuters templates merged", set, parts, isTemplate));
  }
  return measures;
}

function sampleOf(texts: readonly EvaluationText[], step: number): EvaluationText[] {
  return texts.filter((_, i) => i % step === 0);
}

/** @param perSet copies per class and set */
export function copyMeasures(perSet: number, rules: Rules = RULES): Measure[] {
  const sets = (["fnc1-train", "abp-sample", "reuters21578"] as const).map(readSet);
  const sources = sets.flatMap((texts) =>
    pickSources(
      texts.map(({ text }) => text),
      perSet,
      MIN_SOURCE_WORDS,
    ),
  );
  const others = sets.flatMap((texts) => sampleOf(texts, Math.ceil(texts.length / 150)));
  const context = contextOf(
    others.map(({ text }) => text),
    others.map(({ title }) => title).filter((title) => title !== ""),
  );
  const classes = [...WIRE_CLASSES, ...LABELLED_CLASSES, ...EXTRA_CLASSES];
  return [
    ...classes.map((edit) => measureCopies(sources, edit, context, rules)),
    measureRoundUps(sources, rules),
  ];
}

export function seedMeasures(): Measure[] {
  const { seeds, copies } = readSeeds();
  return [measureSeeds(seeds, copies)];
}

/** The twelve classes on bodies of many languages, one line per script. @param perScript copies per script */
export function scriptMeasures(perScript: number): Measure[] {
  const byScript = new Map<string, string[]>();
  for (const body of readBodies()) {
    const script = scriptOf(body);
    byScript.set(script, [...(byScript.get(script) ?? []), body]);
  }
  return [...byScript].flatMap(([script, bodies]) => {
    const sources = pickSources(bodies, Math.ceil(perScript / TWELVE.length), MIN_SOURCE_WORDS);
    if (sources.length === 0) return [];
    const headlines = bodies.map((body) => wordsOf(body).slice(0, 8).join(" "));
    const own = contextOf(bodies, [...headlines, ...phrasesOf(bodies[0] ?? "").furniture]);
    const measured = TWELVE.map((edit) => measureCopies(sources, edit, own));
    const cases = measured.flatMap((measure) => measure.cases);
    const copies = sources.length * TWELVE.length;
    const value = 100 - (100 * cases.length) / copies;
    return [
      { name: `script ${script}`, value, detail: `${copies} copies of ${bodies.length} bodies`, cases },
    ];
  });
}
