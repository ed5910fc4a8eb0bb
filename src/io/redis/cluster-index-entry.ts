/*
 * How a revision enters the index: under the first of its handles that is free or its own, with its record and its
 * anchors. Nearly always that is the first handle.
 */
import { encodeRecord } from "../../core/cluster/article-record.ts";
import type { PlacedRevision } from "../../core/cluster/cluster-index.ts";
import { handlesOf, MAX_PROBES, type RevisionHandle } from "../../core/cluster/revision-handle.ts";
import { notComparable } from "../../core/fingerprint/comparable.ts";
import type { AnchorShards, Entered, Entering } from "./cluster-index-anchors.ts";
import type { RecordedRevision, RecordStore } from "./cluster-index-records.ts";

/** A revision that is in the index. */
export interface EnteredRevision {
  readonly handle: RevisionHandle;
  /** `known`: its record stood there before. `expired`: so long ago that it is about to be swept, and it is left to that. */
  readonly kind: "new" | "known" | "expired";
  /** Those by which it is found: of its record, where this was there before. */
  readonly anchors: Uint32Array;
  /** Handles of revisions that share two anchors and more, most shared first; none where it has expired. */
  readonly candidates: Uint32Array;
}

type IsAccepted = () => Promise<boolean>;

export class Entry {
  constructor(
    private readonly records: RecordStore,
    private readonly anchors: AnchorShards,
  ) {}

  /**
   * May be done again at any time; what was written before stays as it is.
   * @param isAccepted asked only where a record has expired: that of an accepted revision stays so, any other begins anew
   */
  async enter(placing: PlacedRevision, isAccepted: IsAccepted): Promise<EnteredRevision> {
    const { article, revisionId, placedAt } = placing;
    const anchors = anchorsOf(article);
    for (const { probe, handle } of handlesOf(revisionId)) {
      const record = encodeRecord(placing, probe);
      const entered = await this.enterAs({ handle, anchors, record, placedAt }, isAccepted);
      if (entered.kind === "taken") continue;
      if (entered.kind === "expired")
        return { handle, kind: "expired", anchors, candidates: new Uint32Array() };
      const { kind, candidates, closest } = entered;
      if (kind === "new") this.records.forget(handle);
      for (const found of closest) this.records.remember(found.handle, found.record);
      return { handle, kind, anchors: entered.anchors, candidates };
    }
    throw new Error(`revision ${revisionId}: all of its ${MAX_PROBES} handles are taken`);
  }

  /**
   * Where its record is there with other anchors (one text, other furniture), it enters with those: they are what the
   * sweep takes out later. Where they have expired, they go first.
   */
  private async enterAs(
    entering: Entering,
    isAccepted: IsAccepted,
  ): Promise<Exclude<Entered, { kind: "differs" }>> {
    const entered = await this.anchors.enter(entering);
    if (entered.kind !== "differs" && entered.kind !== "expired") return entered;
    const kept = this.records.remember(entering.handle, entered.record);
    if (entered.kind === "differs") {
      const same = { ...entering, anchors: anchorsOf(kept.article), record: entered.record };
      return this.enterAs(same, isAccepted);
    }
    if (await isAccepted()) return entered;
    await this.anchors.takeOut(kept);
    return this.enterAs(entering, isAccepted);
  }
}

/** Those by which it is to be found: a text that is too short to compare has none. */
export function anchorsOf({
  fingerprint,
}: PlacedRevision["article"] | RecordedRevision["article"]): Uint32Array {
  return notComparable(fingerprint) === undefined ? fingerprint.anchors : new Uint32Array();
}
