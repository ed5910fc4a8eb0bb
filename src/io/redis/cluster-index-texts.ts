/*
 * Notes on texts that have left the index, in Redis (src/core/cluster/text-notes.ts says what they are for):
 *
 *   key of a text, 64 bits --> | bucket: bucketBits | the other bits, as bytes |
 *                                one hash             its field                   value: text-note-bytes.ts
 *
 * About 50 bytes each. The sweep writes them, before a revision's anchors go; the scripts that found and place look
 * them up, after its copy's anchors were read.
 */
import type { Redis } from "ioredis";
import { packLoneNote, secondsOf } from "../../core/cluster/text-note-bytes.ts";
import type { TextKey } from "../../core/cluster/text-notes.ts";
import { type Forest, revisionBytes } from "./cluster-index-nodes.ts";
import type { RecordedRevision } from "./cluster-index-records.ts";
import type { ClusterKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

const HEX = 16;
const WORD_DIGITS = 8;
const WORD_BITS = 32;
const KEY_BITS = 64;
const BYTE_BITS = 8;
/** One text takes the server 5 us. */
const MAX_TEXTS_PER_CALL = 64;

const noteScript = loadScript("cluster-note-texts");
const collectScript = loadScript("cluster-collect-texts");

/** Where the note on a text stands. */
export interface TextPlace {
  /** Hex digits of its bucket; empty for a text that is not compared. */
  readonly digits: string;
  readonly field: Buffer;
}

const NOWHERE: TextPlace = { digits: "", field: Buffer.alloc(0) };

/** A revision that is about to leave the index. */
export interface LeavingRevision {
  readonly record: RecordedRevision;
  /** Of its article's node. */
  readonly ordinal: number;
}

export interface TextNotesDeps {
  readonly redis: Redis;
  readonly keys: ClusterKeys;
  readonly forest: Forest;
  /** Buckets are 2 to the power of this, 8 to 24. */
  readonly bucketBits: number;
  /** How long the text of an article that stood alone is known, ms. */
  readonly tombstoneMs: number;
}

export class TextNotes {
  private readonly fieldBytes: number;

  constructor(private readonly deps: TextNotesDeps) {
    this.fieldBytes = Math.ceil((KEY_BITS - deps.bucketBits) / BYTE_BITS);
  }

  /** What the keys of all notes begin with. */
  get keyStart(): string {
    return this.deps.keys.texts(this.deps.bucketBits, "");
  }

  placeOf(key: TextKey | undefined): TextPlace {
    if (key === undefined) return NOWHERE;
    const bucket = Number.parseInt(key.slice(0, WORD_DIGITS), HEX) >>> (WORD_BITS - this.deps.bucketBits);
    return { digits: bucket.toString(HEX), field: Buffer.from(key.slice(-2 * this.fieldBytes), "hex") };
  }

  /** Seconds since epoch: notes on what stood alone and was placed before are void. @param now ms since epoch */
  since(now: number): number {
    return secondsOf(now - this.deps.tombstoneMs);
  }

  /**
   * Notes the texts of revisions that are about to leave the index, where they were accepted, and with their articles
   * that they have left. Nothing is done where an article has been founded anew.
   * @param now ms since epoch
   */
  async note(leaving: readonly LeavingRevision[], now: number): Promise<void> {
    const { redis, keys, forest } = this.deps;
    const names = [forest.nodeKeyStart, keys.laterRevisions(), this.keyStart];
    for (let at = 0; at < leaving.length; at += MAX_TEXTS_PER_CALL) {
      const texts = leaving.slice(at, at + MAX_TEXTS_PER_CALL).flatMap(({ record: { stored }, ordinal }) => {
        const { digits, field } = this.placeOf(stored.textKey);
        return [packLoneNote(stored), revisionBytes(stored.revisionId), digits, field, ordinal];
      });
      await noteScript.run(redis, names, [forest.bucketBits, this.since(now), ...texts]);
    }
  }

  /**
   * Takes notes that lead to nothing any more out of one bucket.
   * @param now ms since epoch @param most notes
   * @returns how many were taken
   */
  async collect(bucket: number, now: number, most: number): Promise<number> {
    const { redis, keys, forest, bucketBits } = this.deps;
    const names = [keys.texts(bucketBits, bucket.toString(HEX)), forest.nodeKeyStart];
    return (await collectScript.run(redis, names, [forest.bucketBits, this.since(now), most])) as number;
  }

  /** Number of buckets. */
  get bucketCount(): number {
    return 2 ** this.deps.bucketBits;
  }
}
