/*
 * The fingerprint records in Redis, by handle:
 *
 *   handle --> | bucket: bucketBits | the other bits, as bytes |
 *                one hash             its field                   value: article-record.ts
 *
 * Some ten records lie in a hash of Redis' compact encoding, which saves 50 bytes each against 256 large
 * hashes. A record never changes, so those read lately are remembered: a running story's new copies meet the
 * same candidates again and again.
 */
import type { Redis } from "ioredis";
import {
  comparedArticle,
  encodeRecord,
  openRecord,
  type StoredRevision,
} from "../../core/cluster/article-record.ts";
import { BoundedMap } from "../../core/cluster/bounded-map.ts";
import type { PlacedRevision } from "../../core/cluster/cluster-index.ts";
import { handlesOf, MAX_PROBES, type RevisionHandle } from "../../core/cluster/revision-handle.ts";
import type { ComparedArticle, RevisionId } from "../../core/model.ts";
import { handleBytes } from "./cluster-index-anchors.ts";
import type { KnownParent } from "./cluster-index-nodes.ts";
import { holdBack } from "./corked.ts";
import type { ClusterKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

/** About 1.5 kB each, opened. */
const REMEMBERED_RECORDS = 10_000;
const HANDLE_BITS = 32;
const BYTE_BITS = 8;

const collectScript = loadScript("cluster-collect-records");

/** A stored revision whose fingerprint is unpacked only when it is compared. */
export class RecordedRevision {
  /** As far towards its article's root as was known when it was last asked for. */
  knownRoot: KnownParent | undefined;
  /** How many clusters had been dissolved then. */
  knownAtCount = 0;
  private unpacked: ComparedArticle | undefined;

  constructor(
    readonly handle: RevisionHandle,
    readonly stored: StoredRevision,
  ) {}

  get revisionId(): RevisionId {
    return this.stored.revisionId;
  }

  get article(): ComparedArticle {
    this.unpacked ??= comparedArticle(this.stored);
    return this.unpacked;
  }
}

/** Where the record of a revision stands. */
export interface AddedRecord {
  readonly handle: RevisionHandle;
  /** False where it stood there before, no longer than a window. */
  readonly isNew: boolean;
}

export interface RecordStoreDeps {
  readonly redis: Redis;
  readonly keys: ClusterKeys;
  /** Buckets are 2 to the power of this, 8 to 18. */
  readonly bucketBits: number;
  /** ms since epoch. */
  readonly now: () => number;
  /** ms; a younger record is still where it was put. */
  readonly windowMs: number;
}

/** Of 32 bits and signed, it is no object of its own in V8; hundreds are looked up for a copy in a crowd. */
const memoryKey = (handle: RevisionHandle): number => handle | 0;

export class RecordStore {
  private readonly remembered = new BoundedMap<number, RecordedRevision>(REMEMBERED_RECORDS);
  private readonly fieldBytes: number;

  constructor(private readonly deps: RecordStoreDeps) {
    this.fieldBytes = Math.ceil((HANDLE_BITS - deps.bucketBits) / BYTE_BITS);
  }

  /**
   * Keeps the first record of a revision, under the first of its handles that is free or its own: doing it
   * twice changes nothing. One of more than a window ago is written anew: it may be in no list, its placing not having
   * been finished until now, and would be collected as lost while the article is in the index.
   */
  async add(placed: PlacedRevision): Promise<AddedRecord> {
    for (const { probe, handle } of handlesOf(placed.revisionId)) {
      const bytes = encodeRecord(placed, probe);
      holdBack(this.deps.redis);
      if ((await this.deps.redis.hsetnx(this.bucketOf(handle), this.fieldOf(handle), bytes)) === 1) {
        this.remembered.delete(memoryKey(handle));
        return { handle, isNew: true };
      }
      const record = await this.read(handle);
      if (record?.revisionId !== placed.revisionId) continue;
      if (record.stored.placedAt >= this.oldest()) return { handle, isNew: false };
      await this.deps.redis.hset(this.bucketOf(handle), this.fieldOf(handle), bytes);
      this.remembered.delete(memoryKey(handle));
      return { handle, isNew: true };
    }
    throw new Error(`revision ${placed.revisionId}: all of its ${MAX_PROBES} handles are taken`);
  }

  /**
   * A record that is remembered, and so young that its handle cannot have gone to another revision.
   * @param since ms since epoch; `oldest()`, asked for once for many
   */
  recall(handle: RevisionHandle, since: number): RecordedRevision | undefined {
    const record = this.remembered.get(memoryKey(handle));
    return record !== undefined && record.stored.placedAt >= since ? record : undefined;
  }

  /** What was placed before is no longer remembered, ms since epoch. */
  oldest(): number {
    return this.deps.now() - this.deps.windowMs;
  }

  /** In the order asked for, without those that were forgotten or never written. */
  async getMany(handles: readonly RevisionHandle[]): Promise<RecordedRevision[]> {
    const since = this.oldest();
    const recalled = handles.map((handle) => this.recall(handle, since));
    const read = await Promise.all(
      handles.filter((_, i) => recalled[i] === undefined).map((handle) => this.read(handle)),
    );
    let next = 0;
    return recalled.map((record) => record ?? read[next++]).filter((record) => record !== undefined);
  }

  /** Reads past the memory, in which a forgotten record may linger. */
  async read(handle: RevisionHandle): Promise<RecordedRevision | undefined> {
    holdBack(this.deps.redis);
    const bytes = await this.deps.redis.hgetBuffer(this.bucketOf(handle), this.fieldOf(handle));
    if (!bytes) return undefined;
    // A copy: the answer is a piece of what the socket read at once, 64 kB at most, which it would hold on to.
    const record = new RecordedRevision(handle, openRecord(Buffer.from(bytes), handle));
    this.remembered.set(memoryKey(handle), record);
    return record;
  }

  /** The record of one revision, under whichever handle. */
  async find(revisionId: RevisionId): Promise<RecordedRevision | undefined> {
    const handles = [...handlesOf(revisionId)].map(({ handle }) => handle);
    const records = await Promise.all(handles.map((handle) => this.read(handle)));
    return records.find((record) => record?.revisionId === revisionId);
  }

  async remove(handle: RevisionHandle): Promise<void> {
    await this.deps.redis.hdel(this.bucketOf(handle), this.fieldOf(handle));
  }

  /**
   * Takes records that were placed before this moment out of one bucket, whether anything leads to them or not.
   * @param most records
   * @returns how many were taken
   */
  async collect(bucket: number, before: number, most: number): Promise<number> {
    const { redis, keys, bucketBits } = this.deps;
    return (await collectScript.run(
      redis,
      [keys.fingerprints(bucketBits, bucket)],
      [before, most],
    )) as number;
  }

  /** Number of buckets. */
  get bucketCount(): number {
    return 2 ** this.deps.bucketBits;
  }

  private bucketOf(handle: RevisionHandle): string {
    const { keys, bucketBits } = this.deps;
    return keys.fingerprints(bucketBits, handle >>> (HANDLE_BITS - bucketBits));
  }

  /** The bits that the bucket does not tell, with some that it does: whole bytes. */
  private fieldOf(handle: RevisionHandle): Buffer {
    return handleBytes(handle).subarray(-this.fieldBytes);
  }
}
