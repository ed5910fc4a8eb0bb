/*
 * How a revision enters the index: its record, then its anchors, sent in one turn, so that both cost one round trip.
 *
 *   placing --HSETNX record----> {a:xx}
 *           --append, read-----> {i:NN} --> candidates
 *
 * One connection's commands reach the server in the order of sending: whoever finds the revision by its anchors
 * can read its record. Under which handle it stands only the first answer tells; nearly always it is the first of its
 * handles, so the anchors are written under that one. Where another revision has it, they are written once more
 * under the right one, and taken out where the other revision does not have them, too.
 */
import type { PlacedRevision } from "../../core/cluster/cluster-index.ts";
import { likelyHandleOf, type RevisionHandle } from "../../core/cluster/revision-handle.ts";
import { notComparable } from "../../core/fingerprint/comparable.ts";
import type { AnchorShards } from "./cluster-index-anchors.ts";
import type { AddedRecord, RecordStore } from "./cluster-index-records.ts";

export interface Entered {
  readonly record: AddedRecord;
  /** Handles of revisions that share two anchors and more, most shared first. */
  readonly candidates: Uint32Array;
}

export class Entry {
  constructor(
    private readonly records: RecordStore,
    private readonly anchors: AnchorShards,
  ) {}

  /** May be done again at any time; what was written before stays as it is. */
  async enter(placing: PlacedRevision): Promise<Entered> {
    const likely = likelyHandleOf(placing.revisionId);
    const [record, candidates] = await Promise.all([this.records.add(placing), this.append(placing, likely)]);
    if (record.handle === likely) return { record, candidates };
    await this.takeBack(placing, likely);
    return { record, candidates: await this.append(placing, record.handle) };
  }

  /** Writes the anchors and reads who else has them. */
  append({ article, placedAt }: PlacedRevision, handle: RevisionHandle): Promise<Uint32Array> {
    return this.anchors.append(handle, anchorsOf(article), placedAt);
  }

  /** Takes the revision out again; its record goes with the revisions of this hour. */
  leave({ article }: PlacedRevision, handle: RevisionHandle): Promise<void> {
    return this.anchors.remove(handle, anchorsOf(article));
  }

  /** Out of a handle that turned out to be another revision's, but for the anchors that the other has, too. */
  private async takeBack({ article }: PlacedRevision, handle: RevisionHandle): Promise<void> {
    const other = await this.records.read(handle);
    const kept = new Set(other?.article.fingerprint.anchors);
    await this.anchors.remove(
      handle,
      anchorsOf(article).filter((anchor) => !kept.has(anchor)),
    );
  }
}

/** Those by which it is to be found: a text that is too short to compare has none. */
function anchorsOf({ fingerprint }: PlacedRevision["article"]): Uint32Array {
  return notComparable(fingerprint) === undefined ? fingerprint.anchors : new Uint32Array();
}
