/*
 * Clusters held against the truth, by pairs of pages: precision is the share of pairs put together that
 * are of one story, recall the share of a story's pairs that were put together.
 */

export interface JudgedPage {
  readonly storyId: number;
  /** undefined where the page ended in no cluster. */
  readonly clusterId: string | undefined;
}

export interface PairScores {
  readonly truePairs: number;
  readonly foundPairs: number;
  readonly rightPairs: number;
  readonly precision: number;
  readonly recall: number;
}

const pairsOf = (members: number): number => (members * (members - 1)) / 2;

function pairsByKey(keys: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].reduce((sum, members) => sum + pairsOf(members), 0);
}

export function pairScores(pages: readonly JudgedPage[]): PairScores {
  const placed = pages.filter((page) => page.clusterId !== undefined);
  const truePairs = pairsByKey(pages.map(({ storyId }) => `${storyId}`));
  const foundPairs = pairsByKey(placed.map(({ clusterId }) => `${clusterId}`));
  const rightPairs = pairsByKey(placed.map(({ storyId, clusterId }) => `${storyId} ${clusterId}`));
  return {
    truePairs,
    foundPairs,
    rightPairs,
    precision: foundPairs === 0 ? 1 : rightPairs / foundPairs,
    recall: truePairs === 0 ? 1 : rightPairs / truePairs,
  };
}
