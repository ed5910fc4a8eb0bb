/*
 * The pipeline without threads, network and BullMQ: its real stages on a Redis of the tests, with workers that can be
 * killed at any of their commands. Time stands still but where nothing is left to do before a host's delay or a lease ends.
 */

import type { FailureKind } from "../../src/core/outcome.ts";
import { createRedisClusterIndex } from "../../src/io/redis/cluster-index.ts";
import { createFeedStore } from "../../src/io/redis/feed-store.ts";
import { createFrontier } from "../../src/io/redis/frontier.ts";
import { createPageStore } from "../../src/io/redis/page-store.ts";
import type { Stage } from "../../src/pipeline.ts";
import type { StageResult } from "../../workers/stage-worker.ts";
import { type TestRedis, testRedis } from "../support/redis.ts";
import { type Draw, Killed, type Life, Turns } from "../support/turns.ts";
import { type Chores, eventsKey, Process } from "./any-moment-process.ts";
import { JobQueue, type QueuedJob, Schedules } from "./any-moment-queue.ts";
import { Site } from "./any-moment-site.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const FEED = "https://harbour.example/feed";
/** ms since epoch: a day of which nothing else in the tests speaks, so that its moments can be told from other numbers. */
export const FIRST_DAY = Date.UTC(2031, 4, 5);
/** More rounds without an end are a course that goes round in a circle. */
const MOST_ROUNDS = 1_000;
const TRIES = 3;
const STEP_MS = 1_000;

const CHORES: ReadonlyArray<keyof Chores> = ["dispatch", "leases", "relay"];
type Task = { readonly stage: Stage; readonly job: QueuedJob } | { readonly chore: keyof Chores };

/** Payloads have gone through a queue that takes any. */
interface AnyContract {
  work(payload: unknown): Promise<StageResult>;
  noteRetry?(payload: unknown, error: FailureKind, message: string): Promise<void>;
  giveUp(payload: unknown, error: FailureKind, message: string): Promise<void>;
}

export interface Course {
  /** How long the next worker lives. @param task the job's id or the chore that it begins */
  lifeOfNext(task: string): Life;
  readonly draw: Draw;
  readonly workers: number;
  /** Of so many jobs one is given to two workers; undefined: none. */
  readonly jobsPerTwin?: number;
}

export class World {
  nowMs = FIRST_DAY;
  readonly server: TestRedis = testRedis();
  readonly site = new Site();
  readonly schedules = new Schedules();
  readonly delivered: string[] = [];
  readonly queues = {
    poll: new JobQueue(),
    fetch: new JobQueue(),
    extract: new JobQueue(),
    cluster: new JobQueue(),
    publish: new JobQueue(),
  };
  /** Undisturbed: test/io/redis/cluster-index-any-moment.test.ts disturbs it. */
  readonly index;
  private readonly turns: Turns;
  /** A job that is given to a second worker. */
  private twin: Task | undefined;

  constructor(private readonly course: Course) {
    const { redis, prefix } = this.server;
    const times = { windowMs: 7 * DAY_MS, tombstoneMs: 90 * DAY_MS, now: () => this.nowMs };
    this.index = createRedisClusterIndex({ ...times, redis, prefix, loadText: async () => undefined });
    this.turns = new Turns(this.server.redis, course.draw);
  }

  readonly now = (): number => this.nowMs;

  /** No two jobs of a URL are queued in one millisecond. */
  readonly nextMoment = (): number => ++this.nowMs;

  readonly pass = async (ms: number): Promise<void> => {
    this.nowMs += ms;
  };

  async follow(): Promise<void> {
    const intervals = {
      intervalMs: 15 * MINUTE_MS,
      minIntervalMs: 2 * MINUTE_MS,
      maxIntervalMs: 360 * MINUTE_MS,
    };
    const { redis, prefix } = this.server;
    await createFeedStore({ redis, prefix, now: this.now }).add({ url: FEED, fullText: true, ...intervals });
    await this.schedules.set(FEED, intervals.intervalMs);
  }

  /** The feeds' turn has come, at this moment; then all works until nothing is left to do. */
  async pollAt(moment: number): Promise<void> {
    this.nowMs = Math.max(this.nowMs, moment);
    for (const feedUrl of this.schedules.urls())
      await this.queues.poll.add(`${feedUrl} ${moment}`, { feedUrl });
    await this.drain();
  }

  async drain(): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      await this.workOff();
      if (await this.isIdle()) return;
      this.nowMs += STEP_MS;
    }
    throw new Error("the pipeline does not come to rest");
  }

  /** All jobs that wait, then every chore once. */
  private async workOff(): Promise<void> {
    const tasks: Task[] = CHORES.map((chore) => ({ chore }));
    const next = (): Task | undefined => this.nextJob() ?? tasks.shift();
    const work = async (): Promise<void> => {
      for (let task = next(); task; task = next()) await this.doUntilDone(task);
    };
    await this.turns.runUntil(Promise.all(Array.from({ length: this.course.workers }, work)));
  }

  private nextJob(): Task | undefined {
    const { twin } = this;
    this.twin = undefined;
    if (twin) return twin;
    const stages = (Object.keys(this.queues) as Stage[]).filter((stage) =>
      this.queues[stage].hasWaiting(this.nowMs),
    );
    const stage = stages[this.course.draw(Math.max(1, stages.length))];
    const job = stage && this.queues[stage].take(this.nowMs);
    if (!stage || !job) return undefined;
    const { jobsPerTwin } = this.course;
    if (jobsPerTwin !== undefined && this.course.draw(jobsPerTwin) === 0) this.twin = { stage, job };
    return { stage, job };
  }

  private async isIdle(): Promise<boolean> {
    if (this.twin || Object.values(this.queues).some((queue) => queue.size > 0)) return false;
    const { redis, prefix } = this.server;
    const { fresh, backlog, leased } = await createFrontier({ redis, prefix }).size();
    if (fresh + backlog + leased > 0) return false;
    return !(await this.hasEvents());
  }

  /** PAGE_TTL_DAYS later: what nobody has extracted is gone, and the loop that looks after the sum has come by. */
  async expirePages(): Promise<void> {
    const { redis, prefix } = this.server;
    for (const key of await redis.keys(`${prefix}:{a:*}:page:*`)) await redis.del(key);
    await createPageStore({ redis, prefix, ttlMs: DAY_MS }).reconcile();
  }

  /** Whether any event is not acknowledged. */
  async hasEvents(): Promise<boolean> {
    const { redis } = this.server;
    const events = eventsKey(this);
    if ((await redis.exists(events)) === 0) return false;
    const [group] = (await redis.xinfo("GROUPS", events)) as unknown[][];
    const field = (name: string): unknown => group?.[group.indexOf(name) + 1];
    return field("pending") !== 0 || field("lag") !== 0;
  }

  /** By one worker after the other, until one lives long enough: jobs as BullMQ does it, chores as a loop. */
  private async doUntilDone(task: Task): Promise<void> {
    for (;;) {
      const life = this.course.lifeOfNext("chore" in task ? task.chore : `${task.stage} ${task.job.id}`);
      const process = new Process(this.turns.worker(life), this);
      try {
        if ("chore" in task) await process[task.chore]();
        else await this.doJob(process, task.stage, task.job);
        return;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        // A chore comes again by itself; a job that another worker has ended meanwhile does not.
        if ("chore" in task || !this.queues[task.stage].has(task.job)) return;
      }
    }
  }

  private async doJob(process: Process, stage: Stage, job: QueuedJob): Promise<void> {
    const contract = process.contracts[stage]() as AnyContract;
    const result: StageResult = await contract.work(job.payload);
    const queue = this.queues[stage];
    switch (result.kind) {
      case "advanced":
      case "settled":
        return queue.finish(job);
      case "postponed":
        return queue.putBack(job, this.nowMs + result.afterMs);
      case "failed": {
        job.tries++;
        if (job.tries >= TRIES) {
          await contract.giveUp(job.payload, result.error, result.message);
          return queue.finish(job);
        }
        await contract.noteRetry?.(job.payload, result.error, result.message);
        return queue.putBack(job, this.nowMs + (result.afterMs ?? 0));
      }
      default:
        return result satisfies never;
    }
  }
}
