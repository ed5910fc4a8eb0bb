/*
 * What memory alone tells of the parts of candidates: hundreds are asked for at each placing into a crowd.
 *
 * A full list of 512 candidates is the same at nearly every placing, and asking for each of them takes a fifth of what
 * Node does for a copy. So it is remembered which list was found to be one:
 *
 *   h1 h2 … h512   h1 is compared: one with root R;   h2 … h512: memory tells of each that it is one with R
 *   h1 h2 … h512   again, h1 one with R again: the others are left out at once
 *
 * It holds as long as memory would tell the same: no cluster was dissolved, no record replaced, forgotten or dropped,
 * and none has become too old.
 */
import { BoundedMap } from "../../core/cluster/bounded-map.ts";
import type { RevisionHandle } from "../../core/cluster/revision-handle.ts";
import type { ArticleId } from "../../core/model.ts";
import type { Forest, KnownParent } from "./cluster-index-nodes.ts";
import type { RecordedRevision, RecordStore } from "./cluster-index-records.ts";

/** 2 kB each. */
const REMEMBERED_CROWDS = 64;

/** Roots of parts that are one with the placed article, with their ordinals. */
export type JoinedRoots = Map<ArticleId, number | undefined>;

/** Candidates of which all behind the first were one with a root. */
interface Crowd {
  readonly candidates: Uint32Array;
  readonly root: Pick<KnownParent, "id" | "ordinal">;
  readonly dissolvedCount: number;
  readonly changeCount: number;
  /** When the oldest of them was placed, ms since epoch. */
  readonly oldest: number;
}

export class RecalledParts {
  private readonly crowds = new BoundedMap<RevisionHandle, Crowd>(REMEMBERED_CROWDS);

  constructor(
    private readonly forest: Pick<Forest, "dissolvedCount" | "knownRoot">,
    private readonly records: Pick<RecordStore, "changeCount" | "recall">,
  ) {}

  /** The root of an article as far as memory tells, or itself. */
  likelyRoot(articleId: ArticleId): { root: ArticleId; ordinal: number | undefined } {
    const known = this.forest.knownRoot(articleId);
    return { root: known?.id ?? articleId, ordinal: known?.ordinal };
  }

  /** @param since ms since epoch; what was placed before is no longer remembered */
  isHandleOf(handle: RevisionHandle, roots: JoinedRoots, since: number): boolean {
    const record = this.records.recall(handle, since);
    return record !== undefined && this.isOneWith(record, roots);
  }

  /** True where memory alone tells that the revision's article is one with one of these roots. */
  isOneWith(record: RecordedRevision, roots: JoinedRoots): boolean {
    const { articleId } = record.stored;
    // Kept on the record: of a crowd hundreds are asked for at each placing, and two look-ups less are half.
    const { dissolvedCount } = this.forest;
    const isCurrent = record.knownRoot !== undefined && record.knownAtCount === dissolvedCount;
    if (!isCurrent || !isAmong(record.knownRoot, roots)) {
      record.knownRoot = this.forest.knownRoot(articleId);
      record.knownAtCount = dissolvedCount;
    }
    return record.knownRoot === undefined ? roots.has(articleId) : isAmong(record.knownRoot, roots);
  }

  /**
   * How many candidates behind the first memory alone tells to be one with these roots, up to one of which it does not.
   * @param candidates one and more
   * @param since as of `isHandleOf`
   */
  oneBehindFirst(candidates: Uint32Array, roots: JoinedRoots, since: number): number {
    const behind = candidates.length - 1;
    if (this.areStillOne(candidates, roots, since)) return behind;
    const { changeCount } = this.records;
    let oldest = Number.POSITIVE_INFINITY;
    for (let at = 1; at <= behind; at++) {
      const record = this.records.recall(candidates[at] as RevisionHandle, since);
      if (!record || !this.isOneWith(record, roots)) return at - 1;
      oldest = Math.min(oldest, record.stored.placedAt);
    }
    const [only] = roots;
    if (only?.[1] !== undefined && roots.size === 1) {
      const root = { id: only[0], ordinal: only[1] };
      const { dissolvedCount } = this.forest;
      this.crowds.set(firstOf(candidates), { candidates, root, dissolvedCount, changeCount, oldest });
    }
    return behind;
  }

  private areStillOne(candidates: Uint32Array, roots: JoinedRoots, since: number): boolean {
    const crowd = this.crowds.get(firstOf(candidates));
    return (
      crowd !== undefined &&
      crowd.dissolvedCount === this.forest.dissolvedCount &&
      crowd.changeCount === this.records.changeCount &&
      crowd.oldest >= since &&
      isAmong(crowd.root, roots) &&
      bytesOf(crowd.candidates).equals(bytesOf(candidates))
    );
  }
}

const isAmong = (known: Crowd["root"] | undefined, roots: JoinedRoots): boolean =>
  known !== undefined && roots.get(known.id) === known.ordinal;

const firstOf = (candidates: Uint32Array): RevisionHandle => candidates[0] as RevisionHandle;

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
