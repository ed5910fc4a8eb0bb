/* What the scripts of the anchor shards answer, read. */
import type { RevisionHandle } from "../../core/cluster/revision-handle.ts";
import type { AnchorList } from "../../core/cluster/shared-anchors.ts";

/** Packed handles, number of anchors that have these very ones, packed handles, number … */
export type Lists = ReadonlyArray<Buffer | number>;

export function anchorLists(answer: Lists): AnchorList[] {
  const lists: AnchorList[] = [];
  for (let at = 0; at + 1 < answer.length; at += 2) {
    lists.push({ handles: answer[at] as Buffer, anchors: answer[at + 1] as number });
  }
  return lists;
}

/** What the script answers for one revision. */
export interface Answer {
  readonly state: string;
  /** Where nothing was written, since its own record is there already: that. */
  readonly closest: { readonly handle: RevisionHandle; readonly record: Buffer } | undefined;
  readonly lists: readonly AnchorList[];
}

export function readAnswer([state, handle, record, ...lists]: ReadonlyArray<Buffer | number>): Answer {
  const isFound = Buffer.isBuffer(handle) && Buffer.isBuffer(record) && record.length > 0;
  return {
    state: String(state),
    closest: isFound ? { handle: handle.readUInt32BE(), record } : undefined,
    lists: anchorLists(lists),
  };
}
