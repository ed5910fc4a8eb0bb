/*
 * The simhash as the npm package simhash-js computes it, to hold the kernel against.
 *
 * The package cuts its input into fixed runs of characters and hashes each. Written as four latin-1
 * characters per 32-bit feature, its runs of four are exactly our features:
 *
 *     feature 0x64636261 -> "abcd" -> lookup3("abcd")      new SimHash({ kshingles: 4, maxFeatures: all })
 *
 * Used at start-up on a built-in sample, in tests and in the benchmark; never on the hot path.
 */
import { SimHash } from "simhash-js/SimHash.js";
import { ShingleLanes } from "./shingles.ts";
import { hammingDistance, lookup3, simhashLane } from "./simhash.ts";
import { Tokeniser } from "./tokens.ts";

const FEATURE_CHARACTERS = 4;
const BITS_PER_CHARACTER = 8;
const CHARACTER_MASK = 0xff;
/** Undeclared variables that the package assigns while hashing. */
const LEAKED_GLOBALS = ["shingle", "mixed"] as const;

/** One lane by simhash-js; same contract as `simhashLane`. */
export function referenceLane(features: Int32Array, length: number): number {
  // The package returns garbage for a single feature, whose simhash is its own hash.
  if (length === 0) return 0;
  if (length === 1) return lookup3(features[0] as number);
  const simhash = new SimHash({ kshingles: FEATURE_CHARACTERS, maxFeatures: Number.POSITIVE_INFINITY });
  return withoutLeaks(() => simhash.hash(asCharacters(features, length))) | 0;
}

/** The whole 64-bit simhash of a text by simhash-js, over the kernel's own features. */
export function referenceSimhash(text: string): readonly [high: number, low: number] {
  const lanes = lanesOf(text);
  return [referenceLane(lanes.high, lanes.count), referenceLane(lanes.low, lanes.count)];
}

function lanesOf(text: string): ShingleLanes {
  const tokens = new Tokeniser();
  tokens.tokenise(text);
  const lanes = new ShingleLanes();
  lanes.fill(tokens);
  return lanes;
}

function asCharacters(features: Int32Array, length: number): string {
  const characters: string[] = [];
  for (let i = 0; i < length; i++) {
    const feature = features[i] as number;
    for (let k = 0; k < FEATURE_CHARACTERS; k++) {
      characters.push(String.fromCharCode((feature >>> (k * BITS_PER_CHARACTER)) & CHARACTER_MASK));
    }
  }
  return characters.join("");
}

/** Runs `compute` and puts back what the package's stray globals held before, mostly nothing. */
function withoutLeaks<T>(compute: () => T): T {
  const before = LEAKED_GLOBALS.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  try {
    return compute();
  } finally {
    LEAKED_GLOBALS.forEach((name, i) => {
      const descriptor = before[i];
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    });
  }
}

/** Texts that reach every batch size and counter depth of the kernel; invented for this. */
const SAMPLE_SENTENCE =
  "The harbour council of Port Ellery voted 7 to 2 on Monday to dredge the north channel before winter. ";
const SAMPLE_LENGTHS = [1, 2, 3, 5, 9, 40] as const;

function sampleTexts(): string[] {
  return SAMPLE_LENGTHS.map((sentences) => {
    const parts = Array.from({ length: sentences }, (_, i) => `${SAMPLE_SENTENCE}Item ${i} was deferred. `);
    return parts.join("");
  });
}

/**
 * Holds the kernel against simhash-js on a built-in sample.
 * @throws Error that names the lane, the length and the differing bits
 */
export function assertKernelMatchesReference(): void {
  for (const text of sampleTexts()) {
    const lanes = lanesOf(text);
    for (const lane of ["high", "low"] as const) {
      const own = simhashLane(lanes[lane], lanes.count);
      const reference = referenceLane(lanes[lane], lanes.count);
      if (own === reference) continue;
      const bits = hammingDistance([own, 0], [reference, 0]);
      throw new Error(
        `simhash kernel differs from simhash-js in ${bits} bits (${hex(own ^ reference)}) of the ${lane} lane ` +
          `on a text of ${lanes.count} shingles: ${hex(own)} instead of ${hex(reference)}`,
      );
    }
  }
}

function hex(word: number): string {
  return `0x${(word >>> 0).toString(16).padStart(8, "0")}`;
}
