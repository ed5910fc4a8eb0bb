/* The labelled pairs: F1 of the decision, cross-validated, with a bootstrap interval and the pairs it gets wrong. */
import { markText } from "../../src/core/cluster/decision/marked-text.ts";
import { RULES, type Rules } from "../../src/core/cluster/decision/rules.ts";
import { isEdge } from "../../src/core/cluster/decision.ts";
import type { Evidence } from "../../src/core/model.ts";
import { createRandom } from "../support/simulator/random.ts";
import type { EvaluationText, LabelledPair } from "./cluster-data.ts";
import { decide, type Measure } from "./cluster-measures.ts";

interface Judged {
  readonly pair: LabelledPair;
  readonly texts: readonly [string, string];
  readonly isPositive: boolean;
  readonly evidenceAt: (storyShare?: number) => Evidence;
}

function f1(judged: ReadonlyArray<{ isPositive: boolean; said: boolean }>): number {
  const hits = judged.filter(({ isPositive, said }) => isPositive && said).length;
  const wrong = judged.filter(({ isPositive, said }) => isPositive !== said).length;
  return (2 * hits) / (2 * hits + wrong);
}

const FOLDS = 5;
/** Pairs come in no order that the fold could follow: the middle bits of a product. */
const FOLD_MULTIPLIER = 0x9e3779b1;
const FOLD_SHIFT = 8;
const THRESHOLDS = Array.from({ length: 21 }, (_, i) => 0.55 + i / 100);

/** F1 with the threshold chosen on four fifths and applied to the last, over all five. */
function crossValidatedF1(judged: readonly Judged[]): number {
  const said = judged.map(({ evidenceAt }) => THRESHOLDS.map((share) => isEdge(evidenceAt(share))));
  const foldOf = (i: number): number => (Math.imul(i + 1, FOLD_MULTIPLIER) >>> FOLD_SHIFT) % FOLDS;
  const at = (t: number, keep: (i: number) => boolean) =>
    judged.flatMap(({ isPositive }, i) => (keep(i) ? [{ isPositive, said: said[i]?.[t] === true }] : []));
  const outcomes = Array.from({ length: FOLDS }, (_, fold) => {
    const scores = THRESHOLDS.map((_, t) => f1(at(t, (i) => foldOf(i) !== fold)));
    return at(scores.indexOf(Math.max(...scores)), (i) => foldOf(i) === fold);
  });
  return f1(outcomes.flat());
}

const RESAMPLES = 2_000;
const TAIL = 0.025;

/** Middle 95 % of F1 over resamples of the pairs. */
function bootstrapInterval(judged: ReadonlyArray<{ isPositive: boolean; said: boolean }>): [number, number] {
  const random = createRandom(1);
  const scores = Array.from({ length: RESAMPLES }, () => f1(judged.map(() => random.pick(judged))));
  scores.sort((x, y) => x - y);
  return [scores[Math.floor(TAIL * RESAMPLES)] ?? 0, scores[Math.floor((1 - TAIL) * RESAMPLES)] ?? 0];
}

export function measureLabels(
  name: string,
  texts: readonly EvaluationText[],
  labels: readonly LabelledPair[],
  rules: Rules = RULES,
): Measure {
  const byId = new Map(texts.map((text) => [text.id, text]));
  const judged = labels
    .filter(({ agreed }) => agreed)
    .map((pair): Judged => {
      const [a, b] = [byId.get(pair.a), byId.get(pair.b)];
      if (a === undefined || b === undefined)
        throw new Error(`label names an unknown text: ${pair.a}, ${pair.b}`);
      const [textA, textB] = [markText(a.text), markText(b.text)];
      return {
        pair,
        texts: [a.text, b.text],
        isPositive: pair.label === "copy" || pair.label === "excerpt",
        evidenceAt: (storyShare = rules.storyShare) =>
          decide(a.article, b.article, textA, textB, { ...rules, storyShare }),
      };
    });
  const decided = judged.map((one) => ({ ...one, evidence: one.evidenceAt() }));
  const outcomes = decided.map(({ isPositive, evidence }) => ({ isPositive, said: isEdge(evidence) }));
  const [low, high] = bootstrapInterval(outcomes);
  const wrong = decided.filter(({ isPositive, evidence }) => isPositive !== isEdge(evidence));
  return {
    name,
    value: crossValidatedF1(judged),
    detail: `as shipped ${f1(outcomes).toFixed(3)}, bootstrap ${low.toFixed(3)} to ${high.toFixed(3)}, ${judged.length} pairs`,
    cases: wrong.map(({ pair, texts, isPositive, evidence }) => ({
      ids: [pair.a, pair.b],
      texts,
      note: `${isPositive ? "missed" : "false"} ${[pair.label, pair.why].filter(Boolean).join(": ")}`,
      evidence,
    })),
  };
}
