/*
 * Taking revisions out of the index: one article at a person's wish, or hours of them when their window
 * is over. Memberships stay, so no cluster is ever split. Each step can be cut short and done again: the
 * anchors go first, the list entry that leads to them last.
 */
import type { Redis } from "ioredis";
import type { ClusterIndex } from "../../core/cluster/cluster-index.ts";
import type { ArticleId, RevisionId } from "../../core/model.ts";
import { type AnchorShards, hourOf } from "./cluster-index-anchors.ts";
import { articleBytes, type Forest } from "./cluster-index-nodes.ts";
import type { RecordedRevision, RecordStore } from "./cluster-index-records.ts";
import type { ClusterKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

const forgetNodeScript = loadScript("cluster-forget-node");

export interface ExpiryDeps {
  readonly redis: Redis;
  readonly keys: ClusterKeys;
  readonly forest: Forest;
  readonly records: RecordStore;
  readonly anchors: AnchorShards;
  readonly shardCount: number;
  readonly windowMs: number;
}

export function createExpiry(deps: ExpiryDeps): Pick<ClusterIndex, "forget" | "sweepExpired"> {
  const { forest, records } = deps;
  return {
    async forget(articleId) {
      for (const revisionId of await forest.revisionsOf(articleId)) {
        const record = await records.read(revisionId);
        if (record) await takeOut(deps, record);
      }
      await forgetNode(deps, articleId, undefined);
    },
    async sweepExpired(now, limit) {
      let handled = 0;
      for (let shard = 0; shard < deps.shardCount && handled < limit; shard++) {
        handled += await sweepShard(deps, shard, now, limit - handled);
      }
      return handled;
    },
  };
}

/** Hour by hour, as long as the whole of one lies before the window. */
async function sweepShard(deps: ExpiryDeps, shard: number, now: number, limit: number): Promise<number> {
  const { redis, keys } = deps;
  const lastHour = hourOf(now - deps.windowMs) - 1;
  let handled = 0;
  while (handled < limit) {
    const [oldest] = await redis.zrangebyscore(keys.hours(shard), "-inf", lastHour, "LIMIT", 0, 1);
    if (oldest === undefined) break;
    const list = keys.placedIn(shard, Number(oldest));
    const room = limit - handled;
    const ids = await redis.lrangeBuffer(list, 0, room - 1);
    await Promise.all(ids.map((id) => expireRevision(deps, id.toString("hex") as RevisionId)));
    await redis.ltrim(list, ids.length, -1);
    if (ids.length < room) await redis.zrem(keys.hours(shard), oldest);
    handled += ids.length;
  }
  return handled;
}

async function expireRevision(deps: ExpiryDeps, revisionId: RevisionId): Promise<void> {
  const record = await deps.records.read(revisionId);
  if (!record) return;
  // The node before the record, which alone tells whose revision this is.
  await forgetNode(deps, record.stored.articleId, revisionId);
  await takeOut(deps, record);
}

async function takeOut({ anchors, records }: ExpiryDeps, record: RecordedRevision): Promise<void> {
  await anchors.remove(record.revisionId, record.article.fingerprint.anchors);
  await records.remove(record.revisionId);
}

/** @param onlyLatest forget the article only if this is its latest revision */
async function forgetNode(
  { redis, keys, forest }: ExpiryDeps,
  articleId: ArticleId,
  onlyLatest: RevisionId | undefined,
): Promise<void> {
  const names = [forest.nodeKey(articleId), keys.laterRevisions()];
  const latest = onlyLatest === undefined ? "" : Buffer.from(onlyLatest, "hex");
  const isForgotten = await forgetNodeScript.run(redis, names, [articleBytes(articleId), latest]);
  if (isForgotten === 1) await redis.unlink(keys.evidence(articleId));
}
