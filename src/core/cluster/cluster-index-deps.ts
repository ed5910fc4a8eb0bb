/* What every index of clusters is given, wherever it keeps what it knows. */
import type { LoadText } from "./cluster-index.ts";
import type { PairDecision } from "./compare.ts";
import type { RepresentativeCriterion } from "./representative.ts";

export interface ClusterIndexDeps {
  readonly loadText: LoadText;
  /** ms since epoch. */
  readonly now: () => number;
  /** How long a revision attracts copies, ms. */
  readonly windowMs: number;
  /** How long a cluster is known after its last activity, ms; at least the window. */
  readonly tombstoneMs: number;
  readonly decide?: PairDecision;
  readonly representativeOrder?: readonly RepresentativeCriterion[];
}
