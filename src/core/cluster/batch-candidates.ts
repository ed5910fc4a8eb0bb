/*
 * Candidates within a batch that lies in memory as a whole: articles are numbered, and all their anchors
 * are sorted at once, so that those with one anchor lie side by side.
 *
 *   anchor  1f3c 1f3c 1f3c | 80a1 | c44e c44e | …      one Float64Array: anchor * 2^21 + article
 *   article    2    7    9 |    4 |    7    9
 *
 * This takes 8 bytes per anchor and no hash table. An anchor of more than MAX_REVISIONS_PER_ANCHOR articles
 * keeps those with the smallest ids' hashes, as the live index does; the others are compared with these.
 */
import { hashOfId } from "../fingerprint/hashing.ts";
import { MAX_REVISIONS_PER_ANCHOR, MIN_SHARED_ANCHORS } from "./cluster-index.ts";

/** 32 bits of anchor and 21 of article number fill the 53 bits in which a double is exact. */
const ARTICLE_BITS = 21;
const ARTICLE_RANGE = 2 ** ARTICLE_BITS;
export const MAX_BATCH_ARTICLES = ARTICLE_RANGE;

export interface Anchored {
  readonly id: string;
  /** Distinct; empty for an article that is not compared. */
  readonly anchors: Uint32Array;
}

export class BatchCandidates {
  /** Articles that share an anchor, group after group, ascending within each. */
  private readonly members: Int32Array;
  /** For each article, where its groups begin and end in `members`; ends alternate with begins. */
  private readonly bounds: readonly number[][];
  private readonly shared: Uint16Array;
  /** Articles of a full anchor that it does not keep, by where its group begins. */
  private readonly crowdedOut = new Map<number, ReadonlySet<number>>();

  /** @throws RangeError for more than MAX_BATCH_ARTICLES */
  constructor(articles: readonly Anchored[]) {
    if (articles.length > MAX_BATCH_ARTICLES) {
      throw new RangeError(`a batch has at most ${MAX_BATCH_ARTICLES} articles, not ${articles.length}`);
    }
    this.shared = new Uint16Array(articles.length);
    this.bounds = articles.map(() => []);
    const pairs = sortedPairs(articles);
    this.members = Int32Array.from(pairs, (pair) => pair % ARTICLE_RANGE);
    for (let from = 0; from < pairs.length; ) {
      const anchor = anchorOf(pairs, from);
      let to = from + 1;
      while (to < pairs.length && anchorOf(pairs, to) === anchor) to++;
      if (to - from > 1) this.addGroup(articles, from, to);
      from = to;
    }
  }

  /**
   * @returns articles that share MIN_SHARED_ANCHORS or more with this one, most shared first, then by
   *   number. Each pair is given for one of its two only.
   */
  of(article: number): number[] {
    const { members, shared } = this;
    const found: number[] = [];
    const bounds = this.bounds[article] ?? [];
    for (let b = 0; b < bounds.length; b += 2) {
      const from = bounds[b] as number;
      const out = this.crowdedOut.get(from);
      // Whom a full anchor does not keep is given all whom it keeps, later ones, too: they never see it.
      const reach = out?.has(article) ? members.length : article;
      for (let m = from; m < (bounds[b + 1] as number); m++) {
        const other = members[m] as number;
        if (other >= reach || out?.has(other)) continue;
        if (shared[other] === 0) found.push(other);
        shared[other] = (shared[other] as number) + 1;
      }
    }
    const enough = found.filter((other) => (shared[other] as number) >= MIN_SHARED_ANCHORS);
    enough.sort((a, b) => (shared[b] as number) - (shared[a] as number) || a - b);
    for (const other of found) shared[other] = 0;
    return enough;
  }

  private addGroup(articles: readonly Anchored[], from: number, to: number): void {
    const group = this.members.subarray(from, to);
    for (const article of group) this.bounds[article]?.push(from, to);
    if (group.length <= MAX_REVISIONS_PER_ANCHOR) return;
    const byHash = [...group].sort((a, b) => hashOf(articles, a) - hashOf(articles, b) || a - b);
    this.crowdedOut.set(from, new Set(byHash.slice(MAX_REVISIONS_PER_ANCHOR)));
  }
}

function sortedPairs(articles: readonly Anchored[]): Float64Array {
  const count = articles.reduce((sum, { anchors }) => sum + anchors.length, 0);
  const pairs = new Float64Array(count);
  let at = 0;
  for (const [article, { anchors }] of articles.entries()) {
    for (const anchor of anchors) pairs[at++] = anchor * ARTICLE_RANGE + article;
  }
  return pairs.sort();
}

const anchorOf = (pairs: Float64Array, at: number): number =>
  Math.floor((pairs[at] as number) / ARTICLE_RANGE);

function hashOf(articles: readonly Anchored[], article: number): number {
  return hashOfId(articles[article]?.id ?? "") >>> 0;
}
