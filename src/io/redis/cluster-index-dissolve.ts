/*
 * Dissolving clusters: everything about a cluster goes when its last activity is longer ago than tombstones
 * are kept. In bounded steps, since a cluster may have 100,000 members:
 *
 *   root marked, only if the cluster still rests     from here on it unites with nothing
 *   some members' nodes, with their lines            again and again
 *   root, summary and mark, with the last of them    from here on all its articles are new
 *
 * In between a member's way to the root may be cut, since nodes go in the order of the lines; so what is being
 * dissolved stands in a list of its own. Nothing is placed anew meanwhile: an article of such a cluster, and one
 * that may have been, since it is not known, help to come to the end first. Each step is one script, so that
 * several may dissolve one cluster at once, and none takes what was founded since under the same name.
 */
import type { Redis } from "ioredis";
import type { ClusterId } from "../../core/model.ts";
import type { EvidenceStore } from "./cluster-index-evidence.ts";
import type { Forest } from "./cluster-index-nodes.ts";
import type { ClusterKeys } from "./keys.ts";
import { loadScript } from "./scripts.ts";

/** Most lines taken by one script, which holds up the server for half a millisecond. */
const MAX_LINES_PER_CALL = 100;
/** Names of clusters looked at in one script: all but the first are of none. */
const MAX_NAMES_PER_CALL = 100;

const markScript = loadScript("cluster-mark-dissolving");
const stepScript = loadScript("cluster-dissolve-step");

export interface DissolutionDeps {
  readonly redis: Redis;
  readonly keys: ClusterKeys;
  readonly forest: Forest;
  readonly evidence: EvidenceStore;
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
      handled += await this.step(cluster, Math.min(limit - handled, MAX_LINES_PER_CALL));
    }
    return handled;
  }

  /** Takes the rest of all that is being dissolved right now, so that its articles can be placed anew. */
  async finish(): Promise<void> {
    for (const cluster of await this.marked()) {
      while ((await this.step(cluster, MAX_LINES_PER_CALL)) > 0);
    }
  }

  /** Clusters that are being dissolved: as many as there are sweepers at most. */
  private async marked(): Promise<ClusterId[]> {
    return (await this.deps.redis.hkeys(this.deps.keys.dissolving())) as ClusterId[];
  }

  private async markOldest(before: number): Promise<ClusterId | undefined> {
    const { redis, keys, forest } = this.deps;
    const names = [keys.recent(), forest.nodeKeyStart, keys.dissolving()];
    const args = [forest.bucketBits, before, MAX_NAMES_PER_CALL];
    for (;;) {
      const [kind, name] = (await markScript.run(redis, names, args)) as [string, ClusterId | undefined];
      if (kind !== "more") return name;
    }
  }

  /** @returns lines handled, 0 where the cluster is gone */
  private async step(cluster: ClusterId, limit: number): Promise<number> {
    const { redis, keys, forest, evidence } = this.deps;
    const names = [
      keys.dissolving(),
      keys.recent(),
      keys.laterRevisions(),
      forest.nodeKeyStart,
      keys.cluster(""),
      keys.members(""),
      evidence.keyStart,
      keys.dissolved(),
      keys.publishers(""),
    ];
    const args = [cluster, limit, forest.bucketBits, evidence.bucketBits];
    return (await stepScript.run(redis, names, args)) as number;
  }
}
