/*
 * Union-find over 0 to n - 1 with path halving and union by size [1]: near constant time per step.
 * [1] Tarjan. Efficiency of a Good But Not Linear Set Union Algorithm. JACM 22 (1975).
 */
export class DisjointSets {
  private readonly parents: Int32Array;
  private readonly sizes: Int32Array;

  constructor(count: number) {
    this.parents = Int32Array.from({ length: count }, (_, i) => i);
    this.sizes = new Int32Array(count).fill(1);
  }

  find(element: number): number {
    const { parents } = this;
    let at = element;
    while (parents[at] !== at) {
      const grandparent = parents[parents[at] as number] as number;
      parents[at] = grandparent;
      at = grandparent;
    }
    return at;
  }

  union(a: number, b: number): void {
    const [rootA, rootB] = [this.find(a), this.find(b)];
    if (rootA === rootB) return;
    const aIsLarger = (this.sizes[rootA] as number) >= (this.sizes[rootB] as number);
    const [large, small] = aIsLarger ? [rootA, rootB] : [rootB, rootA];
    this.parents[small] = large;
    this.sizes[large] = (this.sizes[large] as number) + (this.sizes[small] as number);
  }

  /** The sets, each ascending, ordered by their least element. */
  groups(): number[][] {
    const groups = new Map<number, number[]>();
    for (let element = 0; element < this.parents.length; element++) {
      const root = this.find(element);
      const group = groups.get(root);
      if (group) group.push(element);
      else groups.set(root, [element]);
    }
    return [...groups.values()];
  }
}
