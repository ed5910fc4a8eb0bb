/* Synthetic articles for the benchmark of the cluster index: fingerprints from random shingle hashes. */
import { createHash } from "node:crypto";
import { FINGERPRINT_VERSION, SKETCH_SIZE } from "../../src/core/fingerprint/fingerprint.ts";
import type { ArticleId, ArticleRevision, ContentHash } from "../../src/core/model.ts";

const LEAD_SHINGLES = 100;
const LEAD_ANCHORS = 8;
const TEXT_ANCHORS = 12;
const TOP_16_BITS = 16;
const MIN_SHINGLES = 150;
const MAX_SHINGLES = 700;
const NUMBER_COUNT = 12;
const KEPT_SHARE_OF_COPY = 0.7;
const OUTLETS = 500;
/** Copies are of one of the latest so many stories: news is copied within days. */
const COPIED_STORIES = 20_000;
const FIRST_PUBLISHED_MS = Date.UTC(2026, 0, 1);
const ID_HEX_DIGITS = 32;

/** Deterministic numbers below 2^32 (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

const hex = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, ID_HEX_DIGITS);

function smallest(hashes: Uint32Array, count: number): Uint32Array {
  return hashes.slice().sort().subarray(0, count);
}

/** The article whose text has these shingles, in this order. */
export function articleOf(
  name: string,
  shingles: Uint32Array,
  random: () => number,
  atMs: number,
): ArticleRevision {
  const all = smallest(shingles, SKETCH_SIZE);
  const lead = smallest(shingles.subarray(0, LEAD_SHINGLES), LEAD_ANCHORS);
  const anchors = new Set([...all.subarray(0, TEXT_ANCHORS), ...lead]);
  return {
    articleId: hex(name) as ArticleId,
    contentHash: hex(`text of ${name}`) as ContentHash,
    publisher: `outlet${random() % OUTLETS}.example`,
    datePublished: new Date(FIRST_PUBLISHED_MS + atMs).toISOString().replace(/\.\d+Z/, "Z"),
    fingerprint: {
      version: FINGERPRINT_VERSION,
      tokenCount: shingles.length + 3,
      shingleCount: shingles.length,
      simhash: [random() | 0, random() | 0],
      anchors: Uint32Array.from(anchors).sort(),
      sketch: Uint16Array.from(all, (hash) => hash >>> TOP_16_BITS),
      sketchIsWhole: all.length < SKETCH_SIZE,
      numbers: Uint16Array.from({ length: NUMBER_COUNT }, () => random() & 0xffff).sort(),
    },
  };
}

/** Articles of which a share are copies that keep most of another one's shingles. */
export function* syntheticArticles(
  count: number,
  copyShare: number,
  seed: number,
): Generator<ArticleRevision> {
  const random = randomNumbers(seed);
  const range = 2 ** 32;
  const stories: Uint32Array[] = [];
  for (let i = 0; i < count; i++) {
    const isCopy = stories.length > 0 && random() / range < copyShare;
    const original = isCopy ? stories[random() % stories.length] : undefined;
    const length = MIN_SHINGLES + (random() % (MAX_SHINGLES - MIN_SHINGLES));
    const shingles = original
      ? Uint32Array.from(original, (hash) => (random() / range < KEPT_SHARE_OF_COPY ? hash : random()))
      : Uint32Array.from({ length }, random);
    if (!original) stories[i % COPIED_STORIES] = shingles;
    yield articleOf(`synthetic ${seed} ${i}`, shingles, random, i);
  }
}

/** One story in very many copies. */
export function* crowd(count: number, seed: number): Generator<ArticleRevision> {
  const random = randomNumbers(seed);
  const shingles = Uint32Array.from({ length: MIN_SHINGLES }, random);
  const original = articleOf("crowd", shingles, random, 0);
  for (let i = 0; i < count; i++) {
    const [articleId, contentHash] = [hex(`crowd ${seed} ${i}`) as ArticleId, hex(`${i}`) as ContentHash];
    yield { ...original, articleId, contentHash, publisher: `outlet${random() % OUTLETS}.example` };
  }
}
