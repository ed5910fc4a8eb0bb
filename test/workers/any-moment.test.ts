/*
 * Workers of the whole pipeline that are killed at any of their commands: a feed is followed, read, corrected, moved and
 * ended; its pages are fetched, extracted, placed and told of. A job whose worker was killed is done again by another one,
 * as BullMQ has it. In the end Redis holds what it holds after a course in which nobody was killed.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawFrom, type Life } from "../support/turns.ts";
import { endOf, stateOf } from "./any-moment-state.ts";
import { type Course, FIRST_DAY, World } from "./any-moment-world.ts";

const HOUR_MS = 3_600_000;
/** Some seconds on a loaded machine; 300 and more were tried by hand. */
const FAST_CHECK = { numRuns: 15, endOnFailure: true };
const MOST_WORKERS = 4;
/** One worker in so many is killed, with one of so many commands. */
const WORKERS_PER_KILL = 3;
const LAST_COMMAND = 20;
/** One job in so many is given to two workers. */
const JOBS_PER_TWIN = 3;
/** More commands than any course has. */
const FOREVER = 1_000_000;

async function play<T>(course: Course, look: (world: World) => Promise<T>): Promise<T> {
  const world = new World(course);
  const { site } = world;
  try {
    await world.follow();
    for (const [hour, change] of [site.open, site.correct, site.move, site.end].entries()) {
      change();
      await world.pollAt(FIRST_DAY + hour * HOUR_MS);
    }
    return await look(world);
  } finally {
    await world.server.close();
  }
}

/** One worker after the other. The first one that begins a job, or a chore, is killed after so many commands. */
function everyJobKilledAfter(commands: number): { course: Course; isAnyKilled: () => boolean } {
  const lives = new Map<string, Life>();
  const lifeOfNext = (task: string): Life => {
    const life = { commands: lives.has(task) ? FOREVER : commands };
    if (!lives.has(task)) lives.set(task, life);
    return life;
  };
  const isAnyKilled = (): boolean => [...lives.values()].some((life) => life.commands === 0);
  return { course: { lifeOfNext, draw: () => 0, workers: 1 }, isAnyKilled };
}
const UNDISTURBED = everyJobKilledAfter(FOREVER).course;

describe("a pipeline whose workers are killed at any moment", () => {
  it("comes to the same end after whichever of its commands every job is cut short", async () => {
    // Redis learns the scripts by the first course: no other sends a command twice.
    await play(UNDISTURBED, stateOf);
    const undisturbed = await play(UNDISTURBED, stateOf);
    for (let commands = 1; ; commands++) {
      const { course, isAnyKilled } = everyJobKilledAfter(commands);
      const state = await play(course, stateOf);
      expect(state, `every job killed after command ${commands}`).toEqual(undisturbed);
      if (!isAnyKilled()) break;
    }
  });

  it("loses nothing and leaves nothing behind, however many are killed and jobs are done by two at once", async () => {
    const expected = await play(UNDISTURBED, endOf);
    const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const draw = drawFrom(seed);
        const commandsOfNext = (): number =>
          draw(WORKERS_PER_KILL) === 0 ? 1 + draw(LAST_COMMAND) : FOREVER;
        const course = {
          draw,
          workers: 1 + draw(MOST_WORKERS),
          jobsPerTwin: JOBS_PER_TWIN,
          lifeOfNext: () => ({ commands: commandsOfNext() }),
        };
        const found = await play(course, async (world) => {
          await world.expirePages();
          return endOf(world);
        });
        expect(found).toEqual(expected);
      }),
      FAST_CHECK,
    );
  });
});
