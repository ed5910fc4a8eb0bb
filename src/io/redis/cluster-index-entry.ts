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
import type { TextNotes } from "./cluster-index-texts.ts";

/** A revision that is in the index. */
export interface EnteredRevision {
  readonly handle: RevisionHandle;
  /** False where its record stood there before, no longer than a window. */
  readonly isNew: boolean;
  /** Handles of revisions that share two anchors and more, most shared first. */
  readonly candidates: Uint32Array;
}

export class Entry {
  constructor(
    private readonly records: RecordStore,
    private readonly anchors: AnchorShards,
    private readonly texts: Pick<TextNotes, "note">,
  ) {}

  /** May be done again at any time; what was written before stays as it is. */
  async enter(placing: PlacedRevision): Promise<EnteredRevision> {
    const { article, revisionId, placedAt } = placing;
    const anchors = anchorsOf(article);
    for (const { probe, handle } of handlesOf(revisionId)) {
      const record = encodeRecord(placing, probe);
      const entered = await this.enterAs({ handle, anchors, record, placedAt });
      if (entered.kind === "taken") continue;
      const { kind, candidates, closest } = entered;
      if (kind === "new") this.records.forget(handle);
      for (const found of closest) this.records.remember(found.handle, found.record);
      return { handle, isNew: kind === "new", candidates };
    }
    throw new Error(`revision ${revisionId}: all of its ${MAX_PROBES} handles are taken`);
  }

  /**
   * Where its record is there with other anchors (one text, other furniture), it enters with those: they are what the
   * sweep takes out later. Where they have expired, they go first.
   */
  private async enterAs(entering: Entering): Promise<Exclude<Entered, { kind: "differs" | "expired" }>> {
    const entered = await this.anchors.enter(entering);
    if (entered.kind !== "differs" && entered.kind !== "expired") return entered;
    const kept = this.records.remember(entering.handle, entered.record);
    if (entered.kind === "differs")
      return this.enterAs({ ...entering, anchors: anchorsOf(kept.article), record: entered.record });
    await this.anchors.takeOut(kept);
    return this.enterAs(entering);
  }

  /** Takes the revision out again; its text is noted, as that of every revision that leaves. */
  async leave({ article, placedAt }: PlacedRevision, handle: RevisionHandle): Promise<void> {
    const record = await this.records.read(handle);
    if (record) await this.texts.note([record], placedAt);
    await this.anchors.remove(handle, anchorsOf(article));
    await this.records.remove(handle);
  }
}

/** Those by which it is to be found: a text that is too short to compare has none. */
export function anchorsOf({
  fingerprint,
}: PlacedRevision["article"] | RecordedRevision["article"]): Uint32Array {
  return notComparable(fingerprint) === undefined ? fingerprint.anchors : new Uint32Array();
}
