/*
 * Counting how many anchors stored revisions share with a new one, from packed lists of their handles.
 *
 *   lists   [r2 r7] [r7 r9] [r7]      4 bytes per handle
 *   table   r7:3  r2:1  r9:1          open addressing [1] over typed arrays, linear probing
 *
 * A story in 100,000 copies hands over 20 lists of 512 handles with every copy: a Map takes milliseconds for
 * that, this table a fifth of one. candidates.ts says the same in five lines.
 * [1] Knuth. The Art of Computer Programming, vol. 3, 6.4, algorithm L.
 */
import { MIN_SHARED_ANCHORS } from "./cluster-index.ts";
import type { RevisionHandle } from "./revision-handle.ts";

const HANDLE_BYTES = 4;
const FIRST_CAPACITY = 1_024;
/** Linear probing stays short while at most half of the table is taken. */
const ROOM_PER_ENTRY = 2;

/** Not for two calls at once: its tables are used again. */
export class SharedAnchors {
  private handles = new Uint32Array(FIRST_CAPACITY);
  private counts = new Uint16Array(FIRST_CAPACITY);
  private readonly used: number[] = [];

  /**
   * @param lists packed handles, each handle at most once in a list
   * @returns revisions in at least MIN_SHARED_ANCHORS lists, without `self`; most shared first, then by handle
   */
  candidates(lists: readonly Buffer[], self: RevisionHandle): RevisionHandle[] {
    if (lists.length < MIN_SHARED_ANCHORS) return [];
    this.reset(lists.reduce((sum, list) => sum + list.length / HANDLE_BYTES, 0));
    for (const list of lists) {
      for (let at = 0; at < list.length; at += HANDLE_BYTES) this.count(list.readUInt32BE(at));
    }
    const { handles, counts } = this;
    const enough = this.used.filter((slot) => (counts[slot] as number) >= MIN_SHARED_ANCHORS);
    enough.sort(
      (a, b) =>
        (counts[b] as number) - (counts[a] as number) || (handles[a] as number) - (handles[b] as number),
    );
    return enough.map((slot) => handles[slot] as number).filter((handle) => handle !== self);
  }

  private reset(entries: number): void {
    for (const slot of this.used) this.counts[slot] = 0;
    this.used.length = 0;
    let capacity = this.counts.length;
    while (capacity < entries * ROOM_PER_ENTRY) capacity *= 2;
    if (capacity === this.counts.length) return;
    this.handles = new Uint32Array(capacity);
    this.counts = new Uint16Array(capacity);
  }

  private count(handle: RevisionHandle): void {
    const mask = this.counts.length - 1;
    // Handles are hashes: their own bits spread well enough.
    let slot = handle & mask;
    while ((this.counts[slot] as number) > 0) {
      if (this.handles[slot] === handle) {
        this.counts[slot] = (this.counts[slot] as number) + 1;
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.handles[slot] = handle;
    this.counts[slot] = 1;
    this.used.push(slot);
  }
}
