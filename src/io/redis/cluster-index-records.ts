/*
 * The fingerprint records in Redis, by handle; lua/cluster-enter.lua writes them, beside the anchors of the shard:
 *
 *   handle --> | bucket: bucketBits | the other bits, as bytes |
 *                one hash             its field                   value: article-record.ts
 *
 * Some ten records lie in a hash of Redis' compact encoding, which saves 50 bytes each against 256 large
 * hashes. A record never changes, so those read lately are remembered: a running story's new copies meet the
 * same candidates again and again.
 */
import type { Redis } from "ioredis";
import { comparedArticle, openRecord, type StoredRevision } from "../../core/cluster/article-record.ts";
import { BoundedMap } from "../../core/cluster/bounded-map.ts";
import { handlesOf, type RevisionHandle } from "../../core/cluster/revision-handle.ts";
import type { ComparedArticle, RevisionId } from "../../core/model.ts";
import type { KnownParent } from "./cluster-index-nodes.ts";
import { holdBack } from "./corked.ts";
import type { ClusterKeys } from "./keys.ts";

/** About 1.5 kB each, opened. */
const REMEMBERED_RECORDS = 10_000;
const HANDLE_BITS = 32;
const HANDLE_BYTES = 4;
const BITS_PER_DIGIT = 4;
const HEX = 16;
const BYTE_BITS = 8;

export function handleBytes(handle: RevisionHandle): Buffer {
  const bytes = Buffer.allocUnsafe(HANDLE_BYTES);
  bytes.writeUInt32BE(handle);
  return bytes;
}

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

export interface RecordStoreDeps {
  readonly redis: Redis;
  readonly keys: ClusterKeys;
  readonly shardCount: number;
  /** Buckets of a shard are 2 to the power of this, 8 to 18. */
  readonly bucketBits: number;
  /** ms since epoch. */
  readonly now: () => number;
  /** ms; a younger record is still where it was put. */
  readonly windowMs: number;
}

/** True where there was none before, too. */
const isSameRevision = (before: RecordedRevision | undefined, { stored }: RecordedRevision): boolean =>
  before === undefined ||
  (before.revisionId === stored.revisionId &&
    before.stored.articleId === stored.articleId &&
    before.stored.placedAt === stored.placedAt);

/** Of 32 bits and signed, it is no object of its own in V8; hundreds are looked up for a copy in a crowd. */
const memoryKey = (handle: RevisionHandle): number => handle | 0;

export class RecordStore {
  private readonly remembered = new BoundedMap<number, RecordedRevision>(REMEMBERED_RECORDS);
  private replaced = 0;
  /** The bits that the bucket does not tell, with some that it does: whole bytes. */
  readonly fieldBytes: number;
  private readonly bucketDigits: number;

  constructor(private readonly deps: RecordStoreDeps) {
    this.fieldBytes = Math.ceil((HANDLE_BITS - deps.bucketBits) / BYTE_BITS);
    this.bucketDigits = Math.ceil(deps.bucketBits / BITS_PER_DIGIT);
  }

  get bucketBits(): number {
    return this.deps.bucketBits;
  }

  /** What the keys of a shard's records begin with. */
  keyStart(shard: number): string {
    return this.deps.keys.fingerprints(shard, this.deps.bucketBits, "");
  }

  /** Remembers a record as it was just read. */
  remember(handle: RevisionHandle, bytes: Buffer): RecordedRevision {
    // A copy: an answer is a piece of what the socket read at once, 64 kB at most, which it would hold on to.
    const record = new RecordedRevision(handle, openRecord(Buffer.from(bytes), handle));
    if (!isSameRevision(this.remembered.get(memoryKey(handle)), record)) this.replaced++;
    this.remembered.set(memoryKey(handle), record);
    return record;
  }

  /** As long as this stays the same, `recall` gives for a handle what it gave before, but for what has become too old. */
  get changeCount(): number {
    return this.replaced + this.remembered.droppedCount;
  }

  /** For a handle that has just been given to a revision, since another one may have had it. */
  forget(handle: RevisionHandle): void {
    if (this.remembered.get(memoryKey(handle))) this.replaced++;
    this.remembered.delete(memoryKey(handle));
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
    return bytes ? this.remember(handle, bytes) : undefined;
  }

  /** The record of one revision, under whichever handle. */
  async find(revisionId: RevisionId): Promise<RecordedRevision | undefined> {
    const handles = [...handlesOf(revisionId)].map(({ handle }) => handle);
    const records = await Promise.all(handles.map((handle) => this.read(handle)));
    return records.find((record) => record?.revisionId === revisionId);
  }

  /** The key under which the record of a revision stands. */
  bucketOf(handle: RevisionHandle): string {
    const { keys, shardCount, bucketBits } = this.deps;
    const bucket = handle >>> (HANDLE_BITS - bucketBits);
    const digits = bucket.toString(HEX).padStart(this.bucketDigits, "0");
    return keys.fingerprints(handle % shardCount, bucketBits, digits);
  }

  private fieldOf(handle: RevisionHandle): Buffer {
    return handleBytes(handle).subarray(-this.fieldBytes);
  }
}
