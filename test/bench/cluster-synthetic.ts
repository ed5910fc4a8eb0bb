/*
 * Synthetic articles for the benchmark of the cluster index: fingerprints from random shingle hashes. Each
 * article is a function of its number, so that several writers can take turns without sharing anything, and
 * a copy finds the text it is made of again.
 */
import { selectAnchors } from "../../src/core/fingerprint/anchors.ts";
import { FINGERPRINT_VERSION, SKETCH_SIZE } from "../../src/core/fingerprint/fingerprint.ts";
import type { ArticleId, ArticleRevision, ContentHash } from "../../src/core/model.ts";

const TOP_16_BITS = 16;
const MIN_SHINGLES = 150;
const MAX_SHINGLES = 700;
const NUMBER_COUNT = 12;
const KEPT_SHARE_OF_COPY = 0.7;
const OUTLETS = 500;
/** Copies are of one of the latest so many articles: news is copied within days. */
const COPIED_ARTICLES = 20_000;
const FIRST_PUBLISHED_MS = Date.UTC(2026, 0, 1);
const WORDS_OF_ID = 4;
const HEX = 16;
const WORD_DIGITS = 8;
const RANGE = 2 ** 32;
const ROUNDS_TO_MIX = 12;

type RandomNumbers = () => number;

/** What sets the articles of one kind apart from those of another. */
const KIND = { article: 1, text: 2, crowd: 3, origin: 4 } as const;

/**
 * Deterministic numbers below 2^32 (sfc32 [1]), another row for each number of each kind. Rows of a generator
 * with 32 bits of state would overlap: a million articles draw one number in ten of all there are.
 * [1] Doty-Humphrey. PractRand (2014), small fast counting generator.
 */
function randomNumbers(kind: number, number: number): RandomNumbers {
  let [a, b, c, counter] = [kind | 0, number | 0, Math.floor(number / RANGE) | 0, 1];
  const next = (): number => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < ROUNDS_TO_MIX; i++) next();
  return next;
}

function hexId(random: RandomNumbers): string {
  let id = "";
  for (let word = 0; word < WORDS_OF_ID; word++) id += random().toString(HEX).padStart(WORD_DIGITS, "0");
  return id;
}

/** The article whose text has these shingles, in this order. */
function articleOf(shingles: Uint32Array, random: RandomNumbers, atMs: number): ArticleRevision {
  const all = shingles.slice().sort().subarray(0, SKETCH_SIZE);
  return {
    articleId: hexId(random) as ArticleId,
    contentHash: hexId(random) as ContentHash,
    publisher: `outlet${random() % OUTLETS}.example`,
    datePublished: new Date(FIRST_PUBLISHED_MS + atMs).toISOString().replace(/\.\d+Z/, "Z"),
    fingerprint: {
      version: FINGERPRINT_VERSION,
      tokenCount: shingles.length + 3,
      shingleCount: shingles.length,
      simhash: [random() | 0, random() | 0],
      anchors: selectAnchors(Int32Array.from(shingles), shingles.length),
      sketch: Uint16Array.from(all, (hash) => hash >>> TOP_16_BITS),
      sketchIsWhole: all.length < SKETCH_SIZE,
      numbers: Uint16Array.from({ length: NUMBER_COUNT }, () => random() & 0xffff).sort(),
    },
  };
}

/** The number of the article of which this one is a copy; undefined where it is none. */
function originalOf(number: number, copyShare: number): number | undefined {
  let original = number;
  for (;;) {
    const random = randomNumbers(KIND.origin, original);
    const isCopy = original > 0 && random() / RANGE < copyShare;
    if (!isCopy) return original === number ? undefined : original;
    // A copy of a copy is one of the original: those meet as often as not.
    original -= 1 + (random() % Math.min(COPIED_ARTICLES, original));
  }
}

function textOf(number: number): Uint32Array {
  const random = randomNumbers(KIND.text, number);
  const shingles = new Uint32Array(MIN_SHINGLES + (random() % (MAX_SHINGLES - MIN_SHINGLES)));
  for (let i = 0; i < shingles.length; i++) shingles[i] = random();
  return shingles;
}

/** An article, by a share of them a copy that keeps most of another one's shingles. @param number 0, 1, 2 … */
export function syntheticArticle(number: number, copyShare: number): ArticleRevision {
  const random = randomNumbers(KIND.article, number);
  const original = originalOf(number, copyShare);
  const shingles = textOf(original ?? number);
  if (original !== undefined) {
    for (let i = 0; i < shingles.length; i++) {
      if (random() / RANGE >= KEPT_SHARE_OF_COPY) shingles[i] = random();
    }
  }
  return articleOf(shingles, random, number);
}

/** One story in very many copies. @param number 0, 1, 2 … */
export function crowdArticle(number: number): ArticleRevision {
  const random = randomNumbers(KIND.crowd, number);
  return articleOf(textOf(-1), random, number);
}
