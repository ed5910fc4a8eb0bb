/*
 * Counting how many anchors stored revisions share with a new one, from packed lists of their handles.
 *
 *   lists   [r2 r7] [r7 r9] [r7]      4 bytes per handle; of several anchors with the same list, one
 *   table   r7:3  r2:1  r9:1          open addressing [1] over typed arrays, linear probing
 *
 * A story in 100,000 copies hands over 20 lists of 512 handles with every copy: a Map takes milliseconds for
 * that, this table a fifth of one. candidates.ts says the same in five lines.
 * [1] Knuth. The Art of Computer Programming, vol. 3, 6.4, algorithm L.
 */
import { MIN_SHARED_ANCHORS } from "./cluster-index.ts";
import type { RevisionHandle } from "./revision-handle.ts";

/** The revisions of one anchor, or of several that have the same. */
export interface AnchorList {
  /** Packed, each handle at most once. */
  readonly handles: Buffer;
  /** Number of anchors, 1 and more. */
  readonly anchors: number;
}

const HANDLE_BYTES = 4;
const HANDLE_RANGE = 2 ** 32;
const FIRST_CAPACITY = 1_024;
/** Linear probing stays short while at most half of the table is taken. */
const ROOM_PER_ENTRY = 2;
const NONE = new Uint32Array();

/** Of several anchors that all have the same revisions, as those of an exact copy: nothing is to be counted. */
function inHandleOrder({ handles }: AnchorList, self: RevisionHandle): Uint32Array {
  const inOrder = new Uint32Array(handles.length / HANDLE_BYTES);
  let count = 0;
  for (let at = 0; at < handles.length; at += HANDLE_BYTES) {
    const handle = handles.readUInt32BE(at);
    if (handle !== self) inOrder[count++] = handle;
  }
  return inOrder.subarray(0, count).sort();
}

/** Not for two calls at once: its tables are used again. */
export class SharedAnchors {
  private handles = new Uint32Array(FIRST_CAPACITY);
  private counts = new Uint16Array(FIRST_CAPACITY);
  /** Slots that are taken. */
  private used = new Uint32Array(FIRST_CAPACITY);
  private usedCount = 0;
  private keys = new Float64Array(FIRST_CAPACITY);

  /**
   * @returns revisions of at least MIN_SHARED_ANCHORS anchors, without `self`; most shared first, then by handle
   */
  candidates(lists: readonly AnchorList[], self: RevisionHandle): Uint32Array {
    if (lists.reduce((sum, { anchors }) => sum + anchors, 0) < MIN_SHARED_ANCHORS) return NONE;
    const [only] = lists;
    if (only && lists.length === 1) return inHandleOrder(only, self);
    this.reset(lists.reduce((sum, { handles }) => sum + handles.length / HANDLE_BYTES, 0));
    for (const { handles, anchors } of lists) {
      for (let at = 0; at < handles.length; at += HANDLE_BYTES) this.count(handles.readUInt32BE(at), anchors);
    }
    return this.inOrder(self);
  }

  /** Numbers sort without a comparator: the count, negated, above the handle's 32 bits. */
  private inOrder(self: RevisionHandle): Uint32Array {
    let enough = 0;
    for (let i = 0; i < this.usedCount; i++) {
      const slot = this.used[i] as number;
      const [count, handle] = [this.counts[slot] as number, this.handles[slot] as number];
      if (count >= MIN_SHARED_ANCHORS && handle !== self) this.keys[enough++] = handle - count * HANDLE_RANGE;
    }
    const sorted = this.keys.subarray(0, enough).sort();
    // Taken modulo 2^32, which leaves the handle. A typed array: 512 numbers of 32 bits are 24 kB as objects.
    const inOrder = new Uint32Array(enough);
    for (let i = 0; i < enough; i++) inOrder[i] = sorted[i] as number;
    return inOrder;
  }

  private reset(entries: number): void {
    for (let i = 0; i < this.usedCount; i++) this.counts[this.used[i] as number] = 0;
    this.usedCount = 0;
    let capacity = this.counts.length;
    while (capacity < entries * ROOM_PER_ENTRY) capacity *= 2;
    if (capacity === this.counts.length) return;
    this.handles = new Uint32Array(capacity);
    this.counts = new Uint16Array(capacity);
    this.used = new Uint32Array(capacity);
    this.keys = new Float64Array(capacity);
  }

  private count(handle: RevisionHandle, anchors: number): void {
    const mask = this.counts.length - 1;
    // Handles are hashes: their own bits spread well enough.
    let slot = handle & mask;
    while ((this.counts[slot] as number) > 0) {
      if (this.handles[slot] === handle) {
        this.counts[slot] = (this.counts[slot] as number) + anchors;
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.handles[slot] = handle;
    this.counts[slot] = anchors;
    this.used[this.usedCount++] = slot;
  }
}
