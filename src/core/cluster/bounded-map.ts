/*
 * A Map of bounded size for values that hardly ever change: two generations, of which the older is dropped when
 * the younger is full. What is read moves to the younger one, so it stays as long as it is asked for.
 * Cheaper than moving every entry to the end of a list with every look.
 */
export class BoundedMap<K, V> {
  private young = new Map<K, V>();
  private old = new Map<K, V>();

  private youngWeight = 0;
  private dropped = 0;

  /**
   * Holds entries that weigh between `limit` and twice `limit` once it is full, and one that is heavier alone.
   * @param weigh what an entry takes, by its key; 1 where it is left out
   */
  constructor(
    private readonly limit: number,
    private readonly weigh: (key: K) => number = () => 1,
  ) {}

  /** How often the older generation was dropped: what was read since it last was is still there. */
  get droppedCount(): number {
    return this.dropped;
  }

  get(key: K): V | undefined {
    const value = this.young.get(key);
    if (value !== undefined) return value;
    const older = this.old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  delete(key: K): void {
    if (this.young.delete(key)) this.youngWeight -= this.weigh(key);
    this.old.delete(key);
  }

  set(key: K, value: V): void {
    if (!this.young.has(key)) this.youngWeight += this.weigh(key);
    this.young.set(key, value);
    if (this.youngWeight < this.limit) return;
    this.old = this.young;
    this.dropped++;
    this.young = new Map();
    this.youngWeight = 0;
  }
}
