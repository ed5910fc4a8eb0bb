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
const BENCH_SECONDS = 3;
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

/** Texts per second, over at least `BENCH_SECONDS` after one warm-up round. */
function textsPerSecond(texts: readonly string[], compute: (text: string) => unknown): number {
  for (const text of texts) compute(text);
  const startedAt = performance.now();
  let done = 0;
  while (performance.now() - startedAt < BENCH_SECONDS * 1000) {
    for (const text of texts) {
      compute(text);
      done++;
      if (done % 16 === 0 && performance.now() - startedAt >= BENCH_SECONDS * 1000) break;
    }
  }
  return done / ((performance.now() - startedAt) / 1000);
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
  const own = textsPerSecond(texts, fingerprint);
  const asItComes = textsPerSecond(texts, (text) => new SimHash().hash(text));
  const sameOutput = textsPerSecond(texts, referenceSimhash);
  console.log(`${texts.length} texts of ${TEXT_LENGTH} characters (${origin}), Node ${process.version}`);
  console.log(
    `own fingerprint           ${own.toFixed(0).padStart(8)} texts/s  ${(1e6 / own).toFixed(1)} us`,
  );
  console.log(
    `simhash-js as it comes    ${asItComes.toFixed(0).padStart(8)} texts/s  ${(own / asItComes).toFixed(1)} x`,
  );
  console.log(
    `simhash-js, same output   ${sameOutput.toFixed(0).padStart(8)} texts/s  ${(own / sameOutput).toFixed(1)} x`,
  );
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
