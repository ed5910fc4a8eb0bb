/*
 * Round-ups of every kind: how many bridge two stories, an edge to each, %. Stories are drawn from one set; "one day"
 * takes neighbours by date, which for Reuters are company reports of one hour. Stories that share passages with each
 * other are left out: where one desk wrote both, a text that holds both is no round-up.
 */
import { markText } from "../../src/core/cluster/decision/marked-text.ts";
import { RULES, type Rules } from "../../src/core/cluster/decision/rules.ts";
import { isEdge } from "../../src/core/cluster/decision.ts";
import type { EditContext } from "../support/simulator/edits.ts";
import { createRandom, type Random } from "../support/simulator/random.ts";
import { ROUND_UP_KINDS, type RoundUp, type RoundUpKind } from "../support/simulator/round-ups.ts";
import { compared, type EvaluationText, type SourceText } from "./cluster-data.ts";
import { type Case, decide, type Measure, percent } from "./cluster-measures.ts";

/** More than stories of any kind: each kind and set has draws of its own. */
const SEEDS_PER_SET = 100;

type Draw = (texts: readonly SourceText[], size: number, random: Random) => SourceText[];

/** One measure per kind. @param perSet round-ups per kind and set */
export function measureRoundUpKinds(
  sets: ReadonlyArray<readonly SourceText[]>,
  perSet: number,
  context: EditContext,
  rules: Rules = RULES,
): Measure[] {
  const byDate = sets.map((texts) => [...texts].sort((a, b) => dateOf(a).localeCompare(dateOf(b))));
  const [joined, ...others] = ROUND_UP_KINDS;
  if (joined === undefined) return [];
  return [
    measureKind(joined, joined.name, { sets, perSet, context, rules, draw: anyOf }),
    measureKind(joined, "two of one day", { sets: byDate, perSet, context, rules, draw: neighboursOf }),
    ...others.map((kind) => measureKind(kind, kind.name, { sets, perSet, context, rules, draw: anyOf })),
  ];
}

/** Two write-ups of one event in one text, %: told, not held against a floor, since one desk may have joined them. */
export function measureSameEvent(texts: readonly EvaluationText[], rules: Rules = RULES): Measure {
  const kind = ROUND_UP_KINDS[0] as RoundUpKind;
  const cases: Case[] = [];
  let roundUps = 0;
  texts.forEach((text, i) => {
    const next = texts[i + 1];
    if (next === undefined || next.event !== text.event) return;
    roundUps++;
    const roundUp = kind.compose([text, next], createRandom(i), { paragraphs: [], headlines: [], words: [] });
    cases.push(...bridgesOf(roundUp, `event-${i}`, rules));
  });
  return measureOf("round-ups bridge, one event", cases, roundUps);
}

interface Measuring {
  readonly sets: ReadonlyArray<readonly SourceText[]>;
  readonly perSet: number;
  readonly context: EditContext;
  readonly rules: Rules;
  readonly draw: Draw;
}

function measureKind(kind: RoundUpKind, name: string, measuring: Measuring): Measure {
  const { sets, perSet, context, rules, draw } = measuring;
  const cases: Case[] = [];
  let roundUps = 0;
  sets.forEach((texts, s) => {
    if (texts.length < kind.size) return;
    const random = createRandom(kind.size + SEEDS_PER_SET * s);
    for (let i = 0; i < perSet; i++) {
      const stories = draw(texts, kind.size, random);
      if (shareAnything(stories, rules)) continue;
      roundUps++;
      cases.push(...bridgesOf(kind.compose(stories, random, context), `${s}-${i}`, rules));
    }
  });
  return measureOf(`round-ups bridge, ${name}`, cases, roundUps);
}

function measureOf(name: string, cases: readonly Case[], roundUps: number): Measure {
  return { name, value: percent(cases.length, roundUps), detail: `${cases.length} of ${roundUps}`, cases };
}

function anyOf(texts: readonly SourceText[], size: number, random: Random): SourceText[] {
  return Array.from({ length: size }, () => random.pick(texts));
}

function neighboursOf(texts: readonly SourceText[], size: number, random: Random): SourceText[] {
  const from = random.below(texts.length - size + 1);
  return texts.slice(from, from + size);
}

/** Gold bodies of pages bear none: their neighbours are those of the list. */
function dateOf(text: SourceText & Partial<EvaluationText>): string {
  return text.article?.datePublished ?? "";
}

function shareAnything(stories: readonly SourceText[], rules: Rules): boolean {
  return stories.some(({ id, text }, i) =>
    stories.slice(i + 1).some((other) => {
      const [a, b] = [compared(id, text), compared(other.id, other.text)];
      const { relation } = decide(a, b, markText(text), markText(other.text), rules);
      return relation !== "independent";
    }),
  );
}

/** One case where the round-up is an edge to two of its stories or more. */
function bridgesOf({ text, parts }: RoundUp, id: string, rules: Rules): Case[] {
  const whole = compared(`round-up-${id}`, text);
  const marked = markText(text);
  const edges = parts.flatMap((part, i): Case[] => {
    const evidence = decide(compared(`part-${id}-${i}`, part), whole, markText(part), marked, rules);
    if (!isEdge(evidence)) return [];
    return [
      {
        ids: [`part-${id}-${i}`, whole.articleId],
        texts: [part, text],
        note: "bridges two stories",
        evidence,
      },
    ];
  });
  return edges.length < 2 ? [] : edges.slice(0, 1);
}
