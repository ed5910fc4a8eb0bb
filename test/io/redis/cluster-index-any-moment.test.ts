/*
 * Workers that are killed at any of their commands, whose clocks are up to an hour apart and whose commands interleave at
 * random: placings, revisions, removals and sweeps, done again until they are done. Whenever all are at rest, what is in the
 * index must be clustered as by comparing all with all, be found by its copies, and be just what is not marked as having
 * left; and in the end nothing is left.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClusterIndex } from "../../../src/core/cluster/cluster-index.ts";
import type { RevisionHandle } from "../../../src/core/cluster/revision-handle.ts";
import type { ArticleId, ArticleRevision } from "../../../src/core/model.ts";
import { revisionIdOf } from "../../../src/core/url/ids.ts";
import type { RecordedRevision } from "../../../src/io/redis/cluster-index-records.ts";
import {
  expectedPartition,
  idOf,
  invented,
  passageDecision,
  passageEvidence,
} from "../../contract/cluster-index-articles.ts";
import { partitionOf } from "../../contract/cluster-index-under-test.ts";
import { type TestRedis, testRedis } from "../../support/redis.ts";
import { drawFrom, Killed, Turns } from "../../support/turns.ts";
import { BITS, indexWith, partsWith, sweepAll } from "./cluster-index-corner.ts";

/** Some seconds on a loaded machine; 300 and more were tried by hand. */
const RUNS = 12;
/** A course that fails is told as it is: looking for a shorter one takes ten minutes. */
const FAST_CHECK = { numRuns: RUNS, endOnFailure: true };
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const WINDOW_MS = 168 * HOUR_MS;
const TOMBSTONE_MS = 400 * HOUR_MS;
/** To either side. */
const MAX_SKEW_MINUTES = 30;
const MAX_WRITERS = 4;
/** A job has so many workers that may be killed, with one of so many commands; the next one lives. */
const MORTAL_WORKERS = 2;
const LAST_COMMAND = 16;
/** One job in so many is given to two workers. */
const JOBS_PER_TWIN = 3;
/** So few that the same revisions come again and again. */
const NAMES = Array.from({ length: 5 }, (_, i) => `article ${i}`);
const PASSAGES = [[1, 2], [1, 2, 3], [3, 4], [5]];

type Job =
  | { readonly kind: "place"; readonly article: ArticleRevision }
  | { readonly kind: "forget"; readonly articleId: ArticleId }
  | { readonly kind: "sweep" };

interface Round {
  readonly jobs: readonly Job[];
  /** Before the jobs begin. */
  readonly restMinutes: number;
}

const placing: fc.Arbitrary<Job> = fc
  .record({
    name: fc.constantFrom(...NAMES),
    passages: fc.oneof(
      fc.constantFrom(...PASSAGES),
      fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
    ),
    isAnyones: fc.boolean(),
  })
  .map(({ name, passages, isAnyones }) => ({
    kind: "place",
    article: invented({ name, passages, ...(isAnyones ? { text: [...passages].sort().join(" ") } : {}) }),
  }));

const sweeping: fc.Arbitrary<Job> = fc.constant({ kind: "sweep" });
const forgetting: fc.Arbitrary<Job> = fc
  .constantFrom(...NAMES)
  .map((name) => ({ kind: "forget", articleId: idOf(name) }));

/** Of twelve jobs one or two are of another kind. */
const PLACINGS_PER_OTHER = 6;
const someJobs = (...others: ReadonlyArray<fc.Arbitrary<Job>>): fc.Arbitrary<readonly Job[]> =>
  fc.array(
    fc.oneof(
      { weight: PLACINGS_PER_OTHER, arbitrary: placing },
      ...others.map((arbitrary) => ({ weight: 1, arbitrary })),
    ),
    { minLength: 1, maxLength: 12 },
  );

/** Within a window, about the end of one, about the end of tombstones. */
const restMinutes = fc.oneof(
  fc.integer({ min: 0, max: 60 }),
  fc.integer({ min: 165 * 60, max: 172 * 60 }),
  fc.integer({ min: 398 * 60, max: 405 * 60 }),
);

interface Course {
  readonly rounds: readonly Round[];
  readonly writers: number;
  readonly seed: number;
}

const placedIn = ({ rounds }: Course): ArticleRevision[] =>
  rounds.flatMap(({ jobs }) => jobs.flatMap((job) => (job.kind === "place" ? [job.article] : [])));

const someCourse = (rounds: fc.Arbitrary<Round>, most: number): fc.Arbitrary<Course> =>
  fc.record({
    rounds: fc.array(rounds, { minLength: 1, maxLength: most }),
    writers: fc.integer({ min: 1, max: MAX_WRITERS }),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  });

class World {
  nowMs = 1_000 * HOUR_MS;
  readonly server: TestRedis = testRedis();
  private readonly draw;
  private readonly turns;

  constructor(
    private readonly course: Course,
    private readonly shardCount: number,
  ) {
    this.draw = drawFrom(course.seed);
    this.turns = new Turns(this.server.redis, this.draw);
  }

  settings(skewMs: number) {
    const { redis, prefix } = this.server;
    const times = { now: () => this.nowMs + skewMs, windowMs: WINDOW_MS, tombstoneMs: TOMBSTONE_MS };
    return { redis, prefix, ...times, shardCount: this.shardCount };
  }

  /** As a process sees the index that starts now, undisturbed. */
  calm(): ClusterIndex {
    return indexWith(this.settings(0));
  }

  async play({ jobs, restMinutes: rest }: Round): Promise<void> {
    this.nowMs += rest * MINUTE_MS;
    const queue = this.givenOut(jobs);
    const work = async (): Promise<void> => {
      for (let job = queue.shift(); job; job = queue.shift()) await this.doUntilDone(job);
    };
    await this.turns.runUntil(Promise.all(Array.from({ length: this.course.writers }, work)));
  }

  /**
   * Some jobs are given to two workers. But what is forgotten in this round is placed by one, with several shards by none:
   * 0006 tells what two would leave behind.
   */
  private givenOut(jobs: readonly Job[]): Job[] {
    const forgotten = new Set(jobs.flatMap((job) => (job.kind === "forget" ? [job.articleId] : [])));
    const given = new Set<string>();
    return jobs.flatMap((job) => {
      const isForgotten = job.kind === "place" && forgotten.has(job.article.articleId);
      if (!isForgotten) return this.draw(JOBS_PER_TWIN) === 0 ? [job, job] : [job];
      const revision = `${job.article.articleId} ${job.article.contentHash}`;
      if (this.shardCount > 1 || given.has(revision)) return [];
      given.add(revision);
      return [job];
    });
  }

  /** By one worker after the other, until one lives long enough. */
  private async doUntilDone(job: Job): Promise<void> {
    let isDone = false;
    for (let worker = 0; !isDone; worker++) {
      const commands = worker < MORTAL_WORKERS ? 1 + this.draw(LAST_COMMAND) : undefined;
      const skewMs = (this.draw(2 * MAX_SKEW_MINUTES + 1) - MAX_SKEW_MINUTES) * MINUTE_MS;
      const index = indexWith({ ...this.settings(skewMs), redis: this.turns.connect(commands) });
      isDone = await this.doJob(index, job, skewMs).then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          // The next sweep goes on where this one has ended.
          return job.kind === "sweep";
        },
      );
    }
  }

  private async doJob(index: ClusterIndex, job: Job, skewMs: number): Promise<void> {
    if (job.kind === "place") await index.place(job.article);
    else if (job.kind === "forget") await index.forget(job.articleId);
    else await index.sweepExpired(this.nowMs + skewMs, 5);
  }

  /** All records that stand in the index and are no older than a window: a sweep may have been killed among older ones. */
  async records(): Promise<RecordedRevision[]> {
    const { redis, prefix } = this.server;
    const { records } = partsWith(this.settings(0));
    const found: RecordedRevision[] = [];
    for (const key of await redis.keys(`${prefix}:{i:*}:fingerprints:*`)) {
      const bucket = Number.parseInt(key.slice(key.lastIndexOf(":") + 1), 16);
      for (const field of await redis.hkeysBuffer(key)) {
        const low = field.readUIntBE(0, field.length) % 2 ** (32 - (BITS - 1));
        const record = await records.read((bucket * 2 ** (32 - (BITS - 1)) + low) as RevisionHandle);
        const isYoung = (at: number): boolean => at >= this.nowMs - WINDOW_MS + MAX_SKEW_MINUTES * MINUTE_MS;
        if (record && isYoung(record.stored.placedAt)) found.push(record);
      }
    }
    return found;
  }
}

/** What is in the index is one where it has an edge, and a copy finds it. */
async function expectSound(world: World): Promise<void> {
  const index = world.calm();
  const records = await world.records();
  for (const a of records) {
    for (const b of records) {
      if (!passageDecision.isEdge(passageEvidence(a.article, b.article))) continue;
      const [one, other] = [a.article.articleId, b.article.articleId];
      expect(await index.clusterOf(one)).toBe(await index.clusterOf(other));
      expect(await index.clusterOf(one)).toBeDefined();
    }
  }
}

/** What was accepted and has not left has a record, and nothing else has one that is young. */
async function expectMarked(world: World, placed: readonly ArticleRevision[]): Promise<void> {
  const { forest, records } = partsWith(world.settings(0));
  const young = new Set((await world.records()).map(({ revisionId }) => revisionId));
  for (const { articleId, contentHash } of placed) {
    const revisionId = revisionIdOf(articleId, contentHash);
    const { revision } = await forest.standingOf(articleId, revisionId);
    if (revision === "accepted") expect(await records.find(revisionId)).toBeDefined();
    else expect(young).not.toContain(revisionId);
  }
}

async function expectFound(world: World): Promise<void> {
  const index = world.calm();
  for (const [i, record] of (await world.records()).entries()) {
    const { articleId, fingerprint } = record.article;
    const probe = invented({ name: `probe ${i} ${world.nowMs}`, passages: [...fingerprint.sketch] });
    await index.place(probe);
    expect(await index.clusterOf(probe.articleId)).toBe(await index.clusterOf(articleId));
  }
}

async function expectNothingLeft(world: World): Promise<void> {
  for (let i = 0; i < 2; i++) {
    world.nowMs += TOMBSTONE_MS + 4 * HOUR_MS;
    await sweepAll(world.calm(), world.nowMs);
  }
  const left = await world.server.redis.keys(`${world.server.prefix}:*`);
  expect(
    left.filter((key) => !/:\{c\}:(events|ordinal|dissolved|evidence:.*|texts:.*)$|:full$/.test(key)),
  ).toEqual([]);
}

describe.each([1, 4])("an index of %i shard(s) whose workers are killed at any moment", (shards) => {
  it("comes to the connected parts over all edges within a window", async () => {
    const round = fc.record({ jobs: someJobs(sweeping), restMinutes: fc.integer({ min: 0, max: 60 }) });
    await fc.assert(
      fc.asyncProperty(someCourse(round, 3), async (course) => {
        const world = new World(course, shards);
        try {
          for (const one of course.rounds) await world.play(one);
          const placed = placedIn(course);
          const ids = placed.map(({ articleId }) => articleId);
          expect(await partitionOf(world.calm(), ids)).toEqual(expectedPartition(placed));
          await expectNothingLeft(world);
        } finally {
          await world.server.close();
        }
      }),
      FAST_CHECK,
    );
  });

  it("keeps what is in it one, and findable, across expiry and removal, and leaves nothing behind", async () => {
    const round = fc.record({ jobs: someJobs(sweeping, forgetting), restMinutes });
    await fc.assert(
      fc.asyncProperty(someCourse(round, 5), async (course) => {
        const world = new World(course, shards);
        try {
          for (const one of course.rounds) {
            await world.play(one);
            await expectSound(world);
            await expectMarked(world, placedIn(course));
          }
          await expectFound(world);
          await expectNothingLeft(world);
        } finally {
          await world.server.close();
        }
      }),
      FAST_CHECK,
    );
  });
});
