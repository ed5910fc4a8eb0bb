/** A set of 32-bit hashes: open addressing over a typed array, for sets that live for one comparison. */
export class HashSet {
  private readonly slots: Int32Array;
  private readonly mask: number;
  /** Zero marks a free slot, so it is kept aside. */
  private hasZero = false;
  size = 0;

  /** @param capacity most values that will be added; the table is at most half full then */
  constructor(capacity: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, capacity * 2)));
    this.slots = new Int32Array(slots);
    this.mask = slots - 1;
  }

  /** True if the value was not there before. */
  add(value: number): boolean {
    if (value === 0) {
      const isNew = !this.hasZero;
      this.hasZero = true;
      if (isNew) this.size++;
      return isNew;
    }
    const slot = this.find(value);
    if (this.slots[slot] === value) return false;
    this.slots[slot] = value;
    this.size++;
    return true;
  }

  has(value: number): boolean {
    return value === 0 ? this.hasZero : this.slots[this.find(value)] === value;
  }

  /** The slot that holds the value, or the free one where it belongs. */
  private find(value: number): number {
    let slot = (value ^ (value >>> 15)) & this.mask;
    while (this.slots[slot] !== 0 && this.slots[slot] !== value) slot = (slot + 1) & this.mask;
    return slot;
  }
}
