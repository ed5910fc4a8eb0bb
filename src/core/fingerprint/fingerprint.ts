/*
 * The fingerprint of an article: everything two articles are compared by, computed in one go.
 *
 *   text -> tokens -> 4-shingles -+-> simhash   64 bits, moves little when little is edited
 *              |                  +-> anchors   smallest of each window and of the lead: finds candidates
 *              |                  +-> sketch    256 smallest: estimates how much of one stands in the other
 *              +-> numbers        which figures occur: tells a template filled anew from a copy
 *
 * The sketch is a bottom-k sample [1]: the smallest hashes of two texts are the same as long as the words behind
 * them are, wherever they moved. Anchors are spread over the text instead (anchors.ts).
 * Left out: positions of shingles. Passages are aligned on the texts of the few candidates instead.
 * [1] Broder. On the Resemblance and Containment of Documents. SEQUENCES 1997.
 */
import type { Fingerprint } from "../model.ts";
import { selectAnchors } from "./anchors.ts";
import { ShingleLanes } from "./shingles.ts";
import { simhashLane } from "./simhash.ts";
import { smallestDistinct } from "./smallest.ts";
import { Tokeniser } from "./tokens.ts";

/** Rises with every change that gives any text another fingerprint; versions are never compared. */
export const FINGERPRINT_VERSION = 3;

/** Containment is then known to about +-.03; see docs/decisions/0004-fingerprint.md. */
export const SKETCH_SIZE = 256;
/** A page of figures needs no more to be told from another; a bottom-k sample, too. */
export const MAX_NUMBERS = 64;
const TOP_16_BITS = 16;

const tokens = new Tokeniser();
const lanes = new ShingleLanes();
/** Scratch: a typed array costs as much to make as a hundred hashes to compute. */
const smallest = new Uint32Array(SKETCH_SIZE);
let numberHashes = new Int32Array(1 << 10);
const smallestNumbers = new Uint32Array(MAX_NUMBERS);

/**
 * Pure function of the text. Reads its first `MAX_CODE_UNITS` code units; some 20 microseconds for 2.5 kB.
 */
export function fingerprint(text: string): Fingerprint {
  tokens.tokenise(text);
  lanes.fill(tokens);
  const sketchSize = smallestDistinct(lanes.low, lanes.count, SKETCH_SIZE, smallest);
  const sketchIsWhole = sketchSize < SKETCH_SIZE;
  return {
    version: FINGERPRINT_VERSION,
    tokenCount: tokens.count,
    shingleCount: sketchIsWhole ? sketchSize : lanes.count,
    simhash: [simhashLane(lanes.high, lanes.count), simhashLane(lanes.low, lanes.count)],
    anchors: selectAnchors(lanes.low, lanes.count),
    sketch: topHalves(smallest, sketchSize),
    sketchIsWhole,
    numbers: numbersOf(),
  };
}

function topHalves(hashes: Uint32Array, count: number): Uint16Array {
  const halves = new Uint16Array(count);
  for (let i = 0; i < count; i++) halves[i] = (hashes[i] as number) >>> TOP_16_BITS;
  return halves;
}

/** The smallest distinct number tokens. */
function numbersOf(): Uint16Array {
  const { hashes, numberPositions, numberCount } = tokens;
  if (numberHashes.length < numberCount) numberHashes = new Int32Array(hashes.length);
  for (let i = 0; i < numberCount; i++) {
    // The top half, so that the smallest hashes stay the smallest.
    numberHashes[i] = (hashes[numberPositions[i] as number] as number) & ~0xffff;
  }
  return topHalves(
    smallestNumbers,
    smallestDistinct(numberHashes, numberCount, MAX_NUMBERS, smallestNumbers),
  );
}
