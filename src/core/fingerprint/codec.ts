/*
 * A fingerprint as bytes, about 350 of them for 2.5 kB of text.
 *
 *   version   1 byte      flags  1 byte (1: the sketch is whole)
 *   counts    varints     simhash  2 x 4 bytes, high lane first
 *   sketch, numbers   varint count, 1 byte Rice parameter, Rice-coded differences of the ascending values
 *   anchors   varint count, varint how many lean on the sketch
 *             of those: Rice-coded differences of their places in the sketch, then 2 bytes each, the low half
 *             the others: 4 bytes each
 *
 * Anchors are the smallest hashes of windows, the sketch holds the top halves of the smallest hashes: so of most
 * anchors the top half stands in the sketch already, and its place there is told in a few bits.
 *
 * Rice coding [1] writes a difference d as d >> p in unary, then the low p bits. Differences of uniform
 * hashes are geometrically distributed, for which it is within a few hundredths of a bit of the optimum:
 * 9 bits per sketch value instead of 16.
 * [1] Rice, Plaunt. Adaptive Variable-Length Coding. IEEE Trans. Communications 19 (1971).
 */
import type { Fingerprint } from "../model.ts";
import { MAX_ANCHORS } from "./anchors.ts";
import { ByteReader, ByteWriter } from "./bits.ts";
import { FINGERPRINT_VERSION, MAX_NUMBERS, SKETCH_SIZE } from "./fingerprint.ts";

const FLAG_SKETCH_IS_WHOLE = 1;
const MAX_UINT16 = 0xffff;
/** No difference of 16-bit values needs more low bits. */
const MAX_RICE_BITS = 16;
const HALF_BITS = 16;
/** Many anchors are neighbours in the sketch; others lie some places apart. */
const PLACE_RICE_BITS = 1;

/** @throws RangeError if a list is longer than a fingerprint of this version has */
export function encodeFingerprint(fingerprint: Fingerprint): Uint8Array {
  if (fingerprint.version !== FINGERPRINT_VERSION) throw new RangeError(wrongVersion(fingerprint.version));
  const writer = new ByteWriter();
  writer.byte(fingerprint.version);
  writer.byte(fingerprint.sketchIsWhole ? FLAG_SKETCH_IS_WHOLE : 0);
  writer.varint(fingerprint.tokenCount);
  writer.varint(fingerprint.shingleCount);
  for (const lane of fingerprint.simhash) writer.word(lane);
  writeAscending(writer, fingerprint.sketch, SKETCH_SIZE, "sketch");
  writeAscending(writer, fingerprint.numbers, MAX_NUMBERS, "numbers");
  writeAnchors(writer, fingerprint);
  return writer.finish();
}

/** The version that has written these bytes; undefined for none. */
export const fingerprintVersionOf = (bytes: Uint8Array): number | undefined => bytes[0];

/** @throws Error that names the field, for bytes that no `encodeFingerprint` of this version has written */
export function decodeFingerprint(bytes: Uint8Array): Fingerprint {
  const reader = new ByteReader(bytes);
  const version = reader.byte("version");
  if (version !== FINGERPRINT_VERSION) throw new Error(wrongVersion(version));
  const flags = reader.byte("flags");
  if (flags > FLAG_SKETCH_IS_WHOLE) throw new Error(`fingerprint has unknown flags ${flags}`);
  const tokenCount = reader.varint("tokenCount");
  const shingleCount = reader.varint("shingleCount");
  const simhash = [reader.word("simhash"), reader.word("simhash")] as const;
  const sketch = readAscending(reader, SKETCH_SIZE, "sketch");
  const numbers = readAscending(reader, MAX_NUMBERS, "numbers");
  const anchors = readAnchors(reader, sketch);
  reader.end();
  return {
    version,
    tokenCount,
    shingleCount,
    simhash,
    anchors,
    sketch,
    sketchIsWhole: flags === FLAG_SKETCH_IS_WHOLE,
    numbers,
  };
}

function wrongVersion(version: number): string {
  return `fingerprint has version ${version}, this program reads ${FINGERPRINT_VERSION}`;
}

function checkCount(count: number, limit: number, field: string): number {
  if (count > limit) throw new RangeError(`fingerprint has ${count} ${field}, at most ${limit}`);
  return count;
}

/**
 * Places in the sketch of the first anchors' top halves, ascending; ends before the first anchor without one
 * (of a text so long that its lead's smallest hashes are none of its 256 smallest).
 */
function placesInSketch(anchors: Uint32Array, sketch: Uint16Array): number[] {
  const places: number[] = [];
  let place = 0;
  for (const anchor of anchors) {
    while (place < sketch.length && (sketch[place] as number) < anchor >>> HALF_BITS) place++;
    if (sketch[place] !== anchor >>> HALF_BITS) break;
    places.push(place);
  }
  return places;
}

function writeAnchors(writer: ByteWriter, { anchors, sketch }: Fingerprint): void {
  writer.varint(checkCount(anchors.length, MAX_ANCHORS, "anchors"));
  const places = placesInSketch(anchors, sketch);
  writer.varint(places.length);
  let previous = 0;
  for (const place of places) {
    writer.rice(place - previous, PLACE_RICE_BITS);
    previous = place;
  }
  writer.flushBits();
  for (const [i, anchor] of anchors.entries()) {
    if (i < places.length) writer.half(anchor);
    else writer.word(anchor);
  }
}

function readAnchors(reader: ByteReader, sketch: Uint16Array): Uint32Array {
  const anchors = new Uint32Array(checkCount(reader.varint("anchors"), MAX_ANCHORS, "anchors"));
  const topHalves = readTopHalves(reader, anchors.length, sketch);
  for (let i = 0; i < anchors.length; i++) {
    const topHalf = topHalves[i];
    anchors[i] =
      topHalf === undefined ? reader.word("anchors") : topHalf * 2 ** HALF_BITS + reader.half("anchors");
    if (i > 0 && (anchors[i] as number) <= (anchors[i - 1] as number)) {
      throw new Error(`fingerprint's anchors do not ascend at ${i}`);
    }
  }
  return anchors;
}

function readTopHalves(reader: ByteReader, anchorCount: number, sketch: Uint16Array): number[] {
  const count = checkCount(reader.varint("anchors"), anchorCount, "anchors that lean on its sketch");
  const topHalves: number[] = [];
  let place = 0;
  for (let i = 0; i < count; i++) {
    place += reader.rice(PLACE_RICE_BITS, "anchors");
    const topHalf = sketch[place];
    if (topHalf === undefined) {
      throw new Error(`fingerprint's anchors lean on place ${place} of ${sketch.length} in the sketch`);
    }
    topHalves.push(topHalf);
  }
  reader.endBits("anchors");
  return topHalves;
}

/** Low bits per difference: the binary logarithm of the mean difference, which is near the optimum [1]. */
function riceBits(last: number, count: number): number {
  return count === 0 ? 0 : Math.floor(Math.log2(Math.max(1, last / count)));
}

function writeAscending(writer: ByteWriter, values: Uint16Array, limit: number, field: string): void {
  writer.varint(checkCount(values.length, limit, field));
  const lowBits = riceBits(values[values.length - 1] ?? 0, values.length);
  writer.byte(lowBits);
  let previous = 0;
  for (const value of values) {
    if (value < previous) throw new RangeError(`fingerprint's ${field} do not ascend: ${previous}, ${value}`);
    writer.rice(value - previous, lowBits);
    previous = value;
  }
  writer.flushBits();
}

function readAscending(reader: ByteReader, limit: number, field: string): Uint16Array {
  const values = new Uint16Array(checkCount(reader.varint(field), limit, field));
  const lowBits = reader.byte(field);
  if (lowBits > MAX_RICE_BITS) throw new Error(`fingerprint's ${field} have ${lowBits} low bits`);
  let previous = 0;
  for (let i = 0; i < values.length; i++) {
    previous += reader.rice(lowBits, field);
    if (previous > MAX_UINT16) throw new Error(`fingerprint's ${field} exceed ${MAX_UINT16} at ${i}`);
    values[i] = previous;
  }
  reader.endBits(field);
  return values;
}
