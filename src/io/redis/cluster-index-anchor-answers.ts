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

/** A record as the script found it. */
export interface FoundRecord {
  readonly handle: RevisionHandle;
  readonly record: Buffer;
}

/** What the script answers for one revision. */
export interface Answer {
  readonly state: string;
  /** Where nothing was written, since its own record is there already: that alone. */
  readonly closest: readonly FoundRecord[];
  readonly lists: readonly AnchorList[];
}

export function readAnswer([state, found, ...rest]: ReadonlyArray<Buffer | number>): Answer {
  const closest: FoundRecord[] = [];
  const end = Number(found) * 2;
  for (let at = 0; at < end; at += 2) {
    closest.push({ handle: (rest[at] as Buffer).readUInt32BE(), record: rest[at + 1] as Buffer });
  }
  return { state: String(state), closest, lists: anchorLists(rest.slice(end)) };
}
