/*
 * Groups of anchors, held against a plain list. The index is so small that several anchors of an article share a group,
 * and handles are made of bytes that are tags there, so that these occur where no entry begins.
 */
import { expect, it } from "vitest";
import { handlesOf } from "../../../src/core/cluster/revision-handle.ts";
import { FINGERPRINT_VERSION } from "../../../src/core/fingerprint/fingerprint.ts";
import { spreadBits } from "../../../src/core/fingerprint/hashing.ts";
import type { RevisionId } from "../../../src/core/model.ts";
import { AnchorShards } from "../../../src/io/redis/cluster-index-anchors.ts";
import { Entry } from "../../../src/io/redis/cluster-index-entry.ts";
import { RecordStore } from "../../../src/io/redis/cluster-index-records.ts";
import { clusterKeys } from "../../../src/io/redis/keys.ts";
import { invented } from "../../contract/cluster-index-articles.ts";
import { type Draw, drawFrom } from "../../support/turns.ts";
import { Corner } from "./cluster-index-corner.ts";

const WINDOW_MS = 604_800_000;
/** Two buckets of 32 groups each. */
const BUCKET_BITS = 1;
const GROUP_AND_TAG_BITS = 13;
const TAG_MASK = 0xff;
const RECORD_BITS = 8;
/** Three anchors each: more than eight articles share some of them. */
const PASSAGES = 40;
/** A fingerprint has 48 anchors at most. */
const MOST_PASSAGES = 16;
const ARTICLES = 60;

const corner = new Corner({ windowMs: WINDOW_MS, tombstoneMs: WINDOW_MS });

function smallIndex(shardCount: number) {
  const { redis, prefix } = corner;
  const base = { redis, keys: clusterKeys(prefix, FINGERPRINT_VERSION), shardCount };
  const records = new RecordStore({ ...base, bucketBits: RECORD_BITS, now: () => 0, windowMs: WINDOW_MS });
  const anchors = new AnchorShards({ ...base, records, bucketBits: BUCKET_BITS });
  return { records, anchors, entry: new Entry(records, anchors) };
}

/** What is told apart of an anchor: bucket, group and tag. */
const placeOf = (anchor: number): number =>
  (spreadBits(anchor) >>> 0) >>> (32 - BUCKET_BITS - GROUP_AND_TAG_BITS);

const passages = Array.from({ length: PASSAGES }, (_, i) => i + 1);
const tagBytes = [...invented({ name: "all", passages }).fingerprint.anchors].map(
  (anchor) => placeOf(anchor) & TAG_MASK,
);

function inventedFrom(draw: Draw, index: number) {
  const tags = [0, 1, 2].map(() => tagBytes[draw(tagBytes.length)] ?? 0);
  const revisionId = `${Buffer.from([...tags, index + 1]).toString("hex")}00000001` as RevisionId;
  const some = passages.filter(() => draw(3) === 0).slice(0, MOST_PASSAGES);
  return { revisionId, article: invented({ name: revisionId, passages: some }) };
}

it.each([
  [1, 1],
  [1, 3],
  [1, 5],
  [3, 7],
])(
  "finds, in %i shards, whom a plain list finds, and leaves nothing behind (seed %i)",
  async (shards, seed) => {
    const { entry, anchors, records } = smallIndex(shards);
    const draw = drawFrom(seed);
    const placed = new Map<number, Set<number>>();
    const takeOut = async (handle: number): Promise<void> => {
      const record = await records.read(handle);
      expect(record && (await anchors.takeOut(record))).toBe(true);
      placed.delete(handle);
    };
    for (let i = 0; i < ARTICLES; i++) {
      const { revisionId, article } = inventedFrom(draw, i);
      const entered = await entry.enter({ article, revisionId, placedAt: 0 }, async () => false);
      const places = new Set([...article.fingerprint.anchors].map(placeOf));
      const expected = [...placed]
        .map(([handle, others]) => ({
          handle,
          shared: [...places].filter((place) => others.has(place)).length,
        }))
        .filter(({ shared }) => shared >= 2)
        .sort((a, b) => b.shared - a.shared || a.handle - b.handle);
      expect([...entered.candidates], `article ${i}`).toEqual(expected.map(({ handle }) => handle));
      placed.set([...handlesOf(revisionId)][0]?.handle ?? 0, places);
      if (draw(3) === 0) await takeOut([...placed.keys()][draw(placed.size)] ?? 0);
    }
    for (const handle of placed.keys()) await takeOut(handle);
    const listsOfHours = /:(placed|hours):/;
    expect((await corner.keys()).filter((key) => !listsOfHours.test(key))).toEqual([]);
  },
);
