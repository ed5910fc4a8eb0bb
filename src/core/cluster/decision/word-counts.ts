/* How often each word stands in each segment of a part, and how alike two groups of segments are. */

/** Counts of one word. */
export interface Row {
  readonly bySegment: Uint32Array;
  /** Of these, within the part's lead. */
  inLead: number;
}

export class WordCounts {
  private readonly byWord = new Map<number, Row>();

  constructor(private readonly segments: number) {}

  /** @param segment 0 to `segments` - 1 */
  add(word: number, segment: number, isLead: boolean): void {
    let row = this.byWord.get(word);
    if (row === undefined) {
      row = { bySegment: new Uint32Array(this.segments), inLead: 0 };
      this.byWord.set(word, row);
    }
    row.bySegment[segment] = (row.bySegment[segment] as number) + 1;
    if (isLead) row.inLead++;
  }

  rows(): Iterable<Row> {
    return this.byWord.values();
  }

  entries(): Iterable<[word: number, row: Row]> {
    return this.byWord.entries();
  }

  rowOf(word: number): Row | undefined {
    return this.byWord.get(word);
  }

  /** Cosine of two groups of segments, 0 to 1. */
  likeness(a: readonly number[], b: readonly number[]): number {
    return this.cosine(
      (row) => sumWithin(row, a),
      (row) => sumWithin(row, b),
    );
  }

  /** Cosine of the lead and what follows it, 0 to 1. */
  likenessOfLead(): number {
    return this.cosine(
      (row) => row.inLead,
      (row) => sumOf(row) - row.inLead,
    );
  }

  private cosine(countA: (row: Row) => number, countB: (row: Row) => number): number {
    let [product, squaresA, squaresB] = [0, 0, 0];
    for (const row of this.byWord.values()) {
      const weightA = weightOf(countA(row));
      const weightB = weightOf(countB(row));
      product += weightA * weightB;
      squaresA += weightA * weightA;
      squaresB += weightB * weightB;
    }
    return product === 0 ? 0 : product / Math.sqrt(squaresA * squaresB);
  }
}

/** In the whole part. */
export function sumOf({ bySegment }: Row): number {
  let sum = 0;
  for (const count of bySegment) sum += count;
  return sum;
}

function sumWithin({ bySegment }: Row, segments: readonly number[]): number {
  let sum = 0;
  for (const segment of segments) sum += bySegment[segment] as number;
  return sum;
}

/** A word said often weighs more, but not in proportion. */
export function weightOf(count: number): number {
  return count === 0 ? 0 : 1 + Math.log(count);
}
