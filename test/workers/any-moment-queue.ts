/* A queue and a scheduler as BullMQ's, in memory: one job an id, and whoever is killed leaves its job to the next. */

export interface QueuedJob {
  readonly id: string;
  readonly payload: unknown;
  tries: number;
}

interface Entry {
  readonly job: QueuedJob;
  isTaken: boolean;
  /** ms since epoch. */
  notBefore: number;
}

export class JobQueue {
  private readonly entries = new Map<string, Entry>();

  /** A job whose id is waiting or under way is not added again. */
  async add(id: string, payload: unknown): Promise<void> {
    if (this.entries.has(id)) return;
    this.entries.set(id, { job: { id, payload, tries: 0 }, isTaken: false, notBefore: 0 });
  }

  get size(): number {
    return this.entries.size;
  }

  hasWaiting(now: number): boolean {
    return this.nextOf(now) !== undefined;
  }

  take(now: number): QueuedJob | undefined {
    const entry = this.nextOf(now);
    if (entry) entry.isTaken = true;
    return entry?.job;
  }

  has({ id }: QueuedJob): boolean {
    return this.entries.has(id);
  }

  finish({ id }: QueuedJob): void {
    this.entries.delete(id);
  }

  putBack({ id }: QueuedJob, notBefore: number): void {
    const entry = this.entries.get(id);
    if (entry) Object.assign(entry, { isTaken: false, notBefore });
  }

  private nextOf(now: number): Entry | undefined {
    return [...this.entries.values()].find(({ isTaken, notBefore }) => !isTaken && notBefore <= now);
  }
}

export class Schedules {
  private readonly intervals = new Map<string, number>();

  async set(feedUrl: string, everyMs: number): Promise<void> {
    this.intervals.set(feedUrl, everyMs);
  }

  async remove(feedUrl: string): Promise<void> {
    this.intervals.delete(feedUrl);
  }

  urls(): string[] {
    return [...this.intervals.keys()];
  }

  all(): Array<readonly [string, number]> {
    return [...this.intervals];
  }
}
