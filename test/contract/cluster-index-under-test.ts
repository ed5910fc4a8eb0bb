/* What the contract of the cluster index is run on. */
import type { ClusterIndex } from "../../src/core/cluster/cluster-index.ts";
import type { ClusterEvent } from "../../src/core/cluster/events.ts";
import type { ArticleId, ArticleRevision, ClusterId } from "../../src/core/model.ts";
import { partitionLines } from "./cluster-index-articles.ts";

export const HOUR_MS = 3_600_000;
export const WINDOW_MS = 7 * 24 * HOUR_MS;
export const TOMBSTONE_MS = 10 * 24 * HOUR_MS;
export const START_MS = Date.UTC(2026, 0, 5, 12);

/** One index under test, with a clock that the case moves. */
export interface IndexUnderTest {
  readonly index: ClusterIndex;
  /** Another writer on the same state. */
  another(): ClusterIndex;
  /** All events so far, in order. */
  events(): Promise<ClusterEvent[]>;
  setNow(ms: number): void;
  close(): Promise<void>;
}

export async function partitionOf(index: ClusterIndex, ids: readonly ArticleId[]): Promise<string[]> {
  const groups = new Map<ClusterId | undefined, ArticleId[]>();
  for (const id of new Set(ids)) {
    const name = await index.clusterOf(id);
    groups.set(name, [...(groups.get(name) ?? []), id]);
  }
  return partitionLines([...groups.values()]);
}

/** What a case of the contract works with: a fresh index for each. */
export type Context = () => IndexUnderTest & { placeAll(...articles: ArticleRevision[]): Promise<void> };
