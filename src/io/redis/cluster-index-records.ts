/*
 * The fingerprint records in Redis, spread over 256 hashes by revision. A record never changes, so those
 * read lately are remembered: a running story's new copies meet the same candidates again and again.
 */
import type { Redis } from "ioredis";
import {
  comparedArticle,
  encodeRecord,
  openRecord,
  type StoredRevision,
} from "../../core/cluster/article-record.ts";
import type { ComparedArticle, RevisionId } from "../../core/model.ts";
import { revisionBytes } from "./cluster-index-anchors.ts";
import { BoundedMap } from "./cluster-index-cache.ts";
import type { ClusterKeys } from "./keys.ts";

/** About 1.5 kB each, opened. */
const REMEMBERED_RECORDS = 10_000;

/** A stored revision whose fingerprint is unpacked only when it is compared. */
export class RecordedRevision {
  private unpacked: ComparedArticle | undefined;

  constructor(
    readonly revisionId: RevisionId,
    readonly stored: StoredRevision,
  ) {}

  get article(): ComparedArticle {
    this.unpacked ??= comparedArticle(this.stored);
    return this.unpacked;
  }
}

export class RecordStore {
  private readonly remembered = new BoundedMap<RevisionId, RecordedRevision>(REMEMBERED_RECORDS);

  constructor(
    private readonly redis: Redis,
    private readonly keys: ClusterKeys,
  ) {}

  /** Keeps the first record of a revision: doing it twice changes nothing. */
  async add(revisionId: RevisionId, article: ComparedArticle, placedAt: number): Promise<void> {
    const bytes = encodeRecord(article, placedAt);
    await this.redis.hsetnx(this.keys.fingerprints(revisionId), revisionBytes(revisionId), bytes);
  }

  /** A record that is remembered. */
  recall(id: RevisionId): RecordedRevision | undefined {
    return this.remembered.get(id);
  }

  /** In the order asked for, without those that were forgotten or never written. */
  async getMany(ids: readonly RevisionId[]): Promise<RecordedRevision[]> {
    const records = await Promise.all(ids.map((id) => this.recall(id) ?? this.read(id)));
    return records.filter((record) => record !== undefined);
  }

  /** Reads past the memory, in which a forgotten record may linger. */
  async read(id: RevisionId): Promise<RecordedRevision | undefined> {
    const bytes = await this.redis.hgetBuffer(this.keys.fingerprints(id), revisionBytes(id));
    if (!bytes) return undefined;
    const record = new RecordedRevision(id, openRecord(bytes));
    this.remembered.set(id, record);
    return record;
  }

  async remove(id: RevisionId): Promise<void> {
    await this.redis.hdel(this.keys.fingerprints(id), revisionBytes(id));
  }
}
