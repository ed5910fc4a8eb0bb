/*
 * Which stored revisions are worth comparing with a new one: those that share two of its anchors.
 *
 *   anchor 1f3c -> r2 r7          r7 shares 2: candidate
 *   anchor 80a1 -> r7 r9    =>    r2, r9 share 1: chance
 *   anchor c44e -> (none)
 *
 * An anchor holds at most MAX_REVISIONS_PER_ANCHOR revisions, those with the smallest ids. Ids are hashes,
 * so which ones stay does not depend on the order in which they came.
 */
import type { RevisionId } from "../model.ts";
import { MAX_REVISIONS_PER_ANCHOR, MIN_SHARED_ANCHORS } from "./cluster-index.ts";

/** The anchors of the in-memory index. */
export class AnchorLists {
  private readonly lists = new Map<number, RevisionId[]>();

  /** @returns how many of the anchors were full, so that they lost this revision or another one */
  add(anchors: Iterable<number>, revisionId: RevisionId): number {
    let full = 0;
    for (const anchor of anchors) {
      const list = this.lists.get(anchor) ?? [];
      this.lists.set(anchor, list);
      if (list.includes(revisionId)) continue;
      list.push(revisionId);
      if (list.length <= MAX_REVISIONS_PER_ANCHOR) continue;
      list.sort().pop();
      full++;
    }
    return full;
  }

  remove(anchors: Iterable<number>, revisionId: RevisionId): void {
    for (const anchor of anchors) {
      const left = (this.lists.get(anchor) ?? []).filter((id) => id !== revisionId);
      if (left.length === 0) this.lists.delete(anchor);
      else this.lists.set(anchor, left);
    }
  }

  /** For each of the anchors, who has it. */
  *sharing(anchors: Iterable<number>): Generator<readonly RevisionId[]> {
    for (const anchor of anchors) yield this.lists.get(anchor) ?? [];
  }
}

/**
 * @param sharing for each anchor of the new revision, the revisions that have it
 * @returns those that share MIN_SHARED_ANCHORS or more; most shared first, then by id
 */
export function candidatesOf(sharing: Iterable<Iterable<RevisionId>>, self: RevisionId): RevisionId[] {
  const shared = new Map<RevisionId, number>();
  for (const list of sharing) for (const id of list) shared.set(id, (shared.get(id) ?? 0) + 1);
  shared.delete(self);
  const enough = [...shared].filter(([, count]) => count >= MIN_SHARED_ANCHORS);
  enough.sort(([idA, countA], [idB, countB]) => countB - countA || (idA < idB ? -1 : 1));
  return enough.map(([id]) => id);
}
