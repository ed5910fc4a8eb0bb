/*
 * Dissolving clusters: everything about a cluster goes when its last activity is longer ago than tombstones
 * are kept. In bounded steps, since a cluster may have 100,000 members:
 *
 *   root marked (one script, only if the cluster still rests)   from here on it unites with nothing
 *   members' nodes, line by line; a line goes when its node is gone
 *   root, summary, list and mark (one script)                   from here on all its articles are new
 *
 * In between a member's way to the root may be cut, since nodes go in the order of the lines; so what is being
 * dissolved stands in a list of its own. A merged cluster's lines are named by a line of the survivor's, and
 * may name others in turn: such a line moves to the front of the survivor's list, so there is never more than
 * one list in between. Every step may be done again, by several sweepers at once.
 */
import type { Redis } from "ioredis";
import type { ArticleId, ClusterId } from "../../core/model.ts";
import type { EvidenceStore } from "./cluster-index-evidence.ts";
import { articleBytes, type Forest } from "./cluster-index-nodes.ts";
import { MERGED_MARK } from "./cluster-index-words.ts";
import type { ClusterKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

/** Members taken at once for an article that waits for the end. */
const STEP = 100;
/** The oldest cluster moves on only when it becomes active or merges. */
const MAX_MARK_TRIES = 10;
const ID_DIGITS = 32;

const markScript = loadScript("cluster-mark-dissolving");
const unpackScript = loadScript("cluster-unpack-members");
const endScript = loadScript("cluster-end-dissolving");

export interface DissolutionDeps {
  readonly redis: Redis;
  readonly keys: ClusterKeys;
  readonly forest: Forest;
  readonly evidence: EvidenceStore;
}

/** A cluster that is marked. */
interface Marked {
  readonly name: ClusterId;
  readonly root: ArticleId;
}

export class Dissolution {
  constructor(private readonly deps: DissolutionDeps) {}

  /**
   * Dissolves clusters whose last activity was before this moment, ms since epoch, the oldest first.
   * @returns how many lines and clusters were handled, at most `limit`; 0 when there is nothing left
   */
  async sweep(before: number, limit: number): Promise<number> {
    let handled = 0;
    while (handled < limit) {
      const [unfinished] = await this.marked();
      const cluster = unfinished ?? (await this.markOldest(before));
      if (!cluster) break;
      handled += await this.step(cluster, limit - handled);
    }
    return handled;
  }

  /** Takes the rest of the cluster to which this article belongs, so that it can be placed anew. */
  async finish(articleId: ArticleId): Promise<void> {
    const isLeft = async () => (await this.deps.forest.partOf(articleId)).kind === "dissolving";
    while (await isLeft()) {
      const clusters = await this.marked();
      if (clusters.length === 0 && (await isLeft()))
        throw new Error(`article ${articleId} belongs to a cluster that has no root`);
      for (const cluster of clusters) await this.step(cluster, STEP);
    }
  }

  /** Clusters that are being dissolved: as many as there are sweepers at most. */
  private async marked(): Promise<Marked[]> {
    const roots = await this.deps.redis.hgetall(this.deps.keys.dissolving());
    return Object.entries(roots).map(([name, root]) => ({
      name: name as ClusterId,
      root: root as ArticleId,
    }));
  }

  private async markOldest(before: number): Promise<Marked | undefined> {
    const { redis, keys, forest } = this.deps;
    for (let tries = 0; tries < MAX_MARK_TRIES; tries++) {
      const [oldest] = await redis.zrangebyscore(keys.recent(), "-inf", `(${before}`, "LIMIT", 0, 1);
      if (oldest === undefined) return undefined;
      // A cluster bears the id of its founder, a member.
      const { root } = await forest.partOf(oldest as ArticleId);
      const names = [keys.recent(), forest.nodeKey(root), keys.dissolving()];
      const isMarked = (await markScript.run(redis, names, [oldest, articleBytes(root), root, before])) === 1;
      if (isMarked) return { name: oldest as ClusterId, root };
    }
    return undefined;
  }

  /** @returns lines handled, at least 1 */
  private async step(cluster: Marked, limit: number): Promise<number> {
    const { redis, keys } = this.deps;
    const list = keys.members(cluster.name);
    const lines = await this.firstLines(cluster.name, limit);
    const first = lines[0];
    if (first === undefined) return this.end(cluster);
    if (!first.startsWith(MERGED_MARK)) return this.takeMembers(cluster, list, lines);
    const merged = first.slice(MERGED_MARK.length) as ClusterId;
    const mergedList = keys.members(merged);
    const mergedLines = await this.firstLines(merged, limit);
    const next = mergedLines[0];
    if (next === undefined) {
      await redis.unlink(keys.cluster(merged), mergedList);
      await redis.lrem(list, 1, first);
      return 1;
    }
    if (!next.startsWith(MERGED_MARK)) return this.takeMembers(cluster, mergedList, mergedLines);
    await redis.lpush(list, next);
    await redis.lrem(mergedList, 1, next);
    return 1;
  }

  private async firstLines(clusterId: ClusterId, limit: number): Promise<string[]> {
    const { redis, keys } = this.deps;
    const list = keys.members(clusterId);
    const [, lines] = await Promise.all([
      unpackScript.run(redis, [keys.cluster(clusterId), list], [MERGED_MARK]),
      redis.lrange(list, 0, limit - 1),
    ]);
    return lines;
  }

  /** Up to the first line that names another list. The root's node stays: it carries the mark. */
  private async takeMembers({ root }: Marked, list: string, lines: readonly string[]): Promise<number> {
    const { redis, keys, forest, evidence } = this.deps;
    const markAt = lines.findIndex((line) => line.startsWith(MERGED_MARK));
    const members = markAt < 0 ? lines : lines.slice(0, markAt);
    const ids = members.map((line) => line.slice(0, ID_DIGITS) as ArticleId).filter((id) => id !== root);
    await Promise.all(
      ids.flatMap((id) => [
        redis.hdel(forest.nodeKey(id), articleBytes(id)),
        redis.hdel(keys.laterRevisions(), articleBytes(id)),
        evidence.drop(id),
      ]),
    );
    await Promise.all(members.map((line) => redis.lrem(list, 1, line)));
    return members.length;
  }

  private async end({ root, name }: Marked): Promise<number> {
    const { redis, keys, forest, evidence } = this.deps;
    await evidence.drop(root);
    const names = [
      keys.recent(),
      keys.dissolving(),
      forest.nodeKey(root),
      keys.laterRevisions(),
      keys.cluster(name),
      keys.members(name),
    ];
    await endScript.run(redis, names, [name, articleBytes(root)]);
    return 1;
  }
}
