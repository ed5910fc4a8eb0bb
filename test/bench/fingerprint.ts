/*
 * `npm run bench:fingerprint`: the fingerprint kernel against simhash-js, in one run on one core, and the
 * proof that both compute the same bits.
 *
 *   own fingerprint       everything: tokens, shingles, 64-bit simhash, anchors, sketch, numbers
 *   simhash-js as it comes   new SimHash().hash(text): 32 bits over chunks of four characters
 *   simhash-js, same output  its 64 bits over the kernel's own shingles
 */
import { SimHash } from "simhash-js/SimHash.js";
import { fingerprint } from "../../src/core/fingerprint/fingerprint.ts";
import { referenceSimhash } from "../../src/core/fingerprint/reference.ts";
import { hasEvaluationData, readSet } from "../quality/cluster-data.ts";
import { createRandom, type Random } from "../support/simulator/random.ts";

const TEXT_LENGTH = 2500;
const BENCH_TEXTS = 200;
const ROUNDS = 5;
const US_PER_S = 1_000_000;
const ROUND_US = US_PER_S;
const TEXTS_AT_ONCE = 16;
const RANDOM_TEXTS = Number(process.env.BENCH_RANDOM_TEXTS ?? 100_000);
const MAX_RANDOM_WORDS = 40;
const SYLLABLES = [
  "ka",
  "ro",
  "min",
  "dal",
  "es",
  "tor",
  "vel",
  "shi",
  "un",
  "pre",
  "gal",
  "ot",
  "ber",
  "ly",
];

function inventWord(random: Random): string {
  return Array.from({ length: 1 + random.below(4) }, () => random.pick(SYLLABLES)).join("");
}

function inventText(random: Random, words: number): string {
  return Array.from({ length: words }, () => inventWord(random)).join(" ");
}

function benchTexts(): { origin: string; texts: string[] } {
  if (hasEvaluationData) {
    // Copied through bytes: a text arrives as a flat string, a slice would be read through its parent.
    const copy = (text: string) => Buffer.from(text.slice(0, TEXT_LENGTH)).toString();
    const texts = readSet("abp-sample").map(({ text }) => copy(text));
    return {
      origin: "real news",
      texts: texts.filter(({ length }) => length === TEXT_LENGTH).slice(0, BENCH_TEXTS),
    };
  }
  const random = createRandom(1);
  const texts = Array.from({ length: BENCH_TEXTS }, () => inventText(random, 500).slice(0, TEXT_LENGTH));
  return { origin: "invented words", texts };
}

const KERNELS = {
  own: fingerprint,
  asItComes: (text: string) => new SimHash().hash(text),
  sameOutput: referenceSimhash,
} as const satisfies Record<string, (text: string) => unknown>;
type Kernel = keyof typeof KERNELS;

const cpuUs = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** Texts per second of processor time, over at least `ROUND_US` of it. */
function textsPerSecond(texts: readonly string[], kernel: Kernel): number {
  const compute = KERNELS[kernel];
  const startedAt = cpuUs();
  let done = 0;
  for (; cpuUs() - startedAt < ROUND_US; done += TEXTS_AT_ONCE)
    for (let i = 0; i < TEXTS_AT_ONCE; i++) compute(texts[(done + i) % texts.length] ?? "");
  return (done * US_PER_S) / (cpuUs() - startedAt);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Texts per second of each kernel, round by round in turn: a busy moment of the machine tips no ratio. */
function measure(texts: readonly string[]): Record<Kernel, number[]> {
  const speeds: Record<Kernel, number[]> = { own: [], asItComes: [], sameOutput: [] };
  const kernels = Object.keys(KERNELS) as Kernel[];
  for (const kernel of kernels) textsPerSecond(texts, kernel);
  for (let round = 0; round < ROUNDS; round++)
    for (const kernel of kernels) speeds[kernel].push(textsPerSecond(texts, kernel));
  return speeds;
}

function differingTexts(texts: Iterable<string>): { checked: number; differing: number } {
  let checked = 0;
  let differing = 0;
  for (const text of texts) {
    const [high, low] = referenceSimhash(text);
    const own = fingerprint(text).simhash;
    if (own[0] !== high || own[1] !== low) differing++;
    checked++;
  }
  return { checked, differing };
}

function* randomTexts(count: number): Generator<string> {
  const random = createRandom(2);
  for (let i = 0; i < count; i++) yield inventText(random, random.below(MAX_RANDOM_WORDS));
}

function* realTexts(): Generator<string> {
  for (const name of ["fnc1-train", "basil", "abp-sample", "reuters21578"] as const) {
    for (const { text } of readSet(name)) yield text;
  }
}

function main(): number {
  const { origin, texts } = benchTexts();
  const { own, asItComes, sameOutput } = measure(texts);
  console.log(`${texts.length} texts of ${TEXT_LENGTH} characters (${origin}), Node ${process.version}`);
  const line = (name: string, speeds: readonly number[], beside: string): void =>
    console.log(`${name.padEnd(24)}${median(speeds).toFixed(0).padStart(8)} texts/s  ${beside}`);
  line("own fingerprint", own, `${(US_PER_S / median(own)).toFixed(1)} us`);
  for (const [name, speeds] of [
    ["simhash-js as it comes", asItComes],
    ["simhash-js, same output", sameOutput],
  ] as const) {
    const ratios = own.map((speed, round) => speed / (speeds[round] ?? Number.NaN));
    const range = `${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)}`;
    line(name, speeds, `${median(ratios).toFixed(1)} x (${ROUNDS} rounds: ${range})`);
  }
  const random = differingTexts(randomTexts(RANDOM_TEXTS));
  console.log(`bits differ in ${random.differing} of ${random.checked} random texts`);
  const real = hasEvaluationData ? differingTexts(realTexts()) : { checked: 0, differing: 0 };
  console.log(
    hasEvaluationData
      ? `bits differ in ${real.differing} of ${real.checked} real texts`
      : "real texts skipped: no evaluation data",
  );
  return random.differing + real.differing === 0 ? 0 : 1;
}

process.exitCode = main();
