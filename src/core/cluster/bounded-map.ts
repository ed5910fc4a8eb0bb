/*
 * A Map of bounded size for values that hardly ever change: two generations, of which the older is dropped when
 * the younger is full. What is read moves to the younger one, so it stays as long as it is asked for.
 * Cheaper than moving every entry to the end of a list with every look.
 */
export class BoundedMap<K, V> {
  private young = new Map<K, V>();
  private old = new Map<K, V>();

  /** Holds between `limit` and twice `limit` entries once it is full. */
  constructor(private readonly limit: number) {}

  get(key: K): V | undefined {
    const value = this.young.get(key);
    if (value !== undefined) return value;
    const older = this.old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  delete(key: K): void {
    this.young.delete(key);
    this.old.delete(key);
  }

  set(key: K, value: V): void {
    this.young.set(key, value);
    if (this.young.size < this.limit) return;
    this.old = this.young;
    this.young = new Map();
  }
}
