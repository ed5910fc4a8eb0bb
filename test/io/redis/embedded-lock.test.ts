import { existsSync } from "node:fs";
import { mkdtemp, readdir, readlink, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { removeDeadLock, withLock } from "../../../src/io/redis/embedded/folder-lock.ts";
import { isOwnerAlive, newOwnerName } from "../../../src/io/redis/embedded/process-identity.ts";

/** Above the largest pid that Linux hands out (2^22). */
const NO_PROCESS = 4_194_305;
const DEAD = `${NO_PROCESS}.17.dead`;
const SHOWS_START_TIMES = existsSync("/proc/self/stat");
const LONG_AGO = new Date(0);

describe("the embedded Redis' lock", () => {
  let folder = "";
  let lock = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "wirefold-lock-"));
    lock = join(folder, "lock");
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const taken = (): Promise<string> => withLock(lock, async () => "taken", 0);

  it("names its holder while it is held, and leaves nothing behind", async () => {
    const holder = await withLock(lock, () => readlink(lock));
    expect(holder).toMatch(new RegExp(`^${process.pid}\\.\\d+\\.`));
    expect(await readdir(folder)).toEqual([]);
  });

  it("is free again after work that failed", async () => {
    await expect(withLock(lock, () => Promise.reject(new Error("work failed")))).rejects.toThrow(
      "work failed",
    );
    expect(await taken()).toBe("taken");
  });

  it("is refused with its holder and the limit while a living process has it", async () => {
    await symlink(await newOwnerName(), lock);
    await expect(taken()).rejects.toThrow(
      new RegExp(`lock is held by process ${process.pid}\\..* for over 0 ms`),
    );
  });

  it("is taken from a dead holder", async () => {
    await symlink(DEAD, lock);
    expect(await taken()).toBe("taken");
    expect(await readdir(folder)).toEqual([]);
  });

  it("is taken from a dead holder although a process was killed while taking it", async () => {
    await symlink(DEAD, lock);
    await symlink(`${NO_PROCESS}.18.also-dead`, `${lock}.${DEAD}`);
    expect(await taken()).toBe("taken");
    expect(await readdir(folder)).toEqual([]);
  });

  it("is left alone by a process that saw the dead holder, but acts when another has the lock", async () => {
    await withLock(lock, async () => {
      const holder = await readlink(lock);
      await removeDeadLock(lock, DEAD, 0);
      expect(await readlink(lock)).toBe(holder);
    });
  });

  it("is held by one at a time, however many find the dead holder at once", async () => {
    const ROUNDS = 5;
    const CONTENDERS = 6;
    const TURNS_HELD = 3;
    for (let round = 0; round < ROUNDS; round++) {
      await symlink(DEAD, lock);
      let inside = 0;
      let most = 0;
      const contender = (): Promise<void> =>
        withLock(lock, async () => {
          most = Math.max(most, ++inside);
          for (let turn = 0; turn < TURNS_HELD; turn++) await nextTurn();
          inside--;
        });
      await Promise.all(Array.from({ length: CONTENDERS }, contender));
      expect(most).toBe(1);
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it("is taken where an empty file has long stood in its place, and not where it is new", async () => {
    await writeFile(lock, "");
    await expect(taken()).rejects.toThrow("held by process (no name)");
    await utimes(lock, LONG_AGO, LONG_AGO);
    expect(await taken()).toBe("taken");
  });

  it("is taken where a plain file names a process that has ended", async () => {
    await writeFile(lock, String(NO_PROCESS));
    expect(await taken()).toBe("taken");
  });

  it.runIf(SHOWS_START_TIMES)("is taken where another process has the dead holder's pid by now", async () => {
    await symlink(`${process.pid}.1.before`, lock);
    expect(await taken()).toBe("taken");
  });
});

describe("a process' name", () => {
  it("says that this process is alive, each time by another name", async () => {
    const names = [await newOwnerName(), await newOwnerName()];
    expect(new Set(names).size).toBe(names.length);
    expect(await Promise.all(names.map(isOwnerAlive))).toEqual([true, true]);
  });

  it.each([
    ["a process that has ended", DEAD, false],
    ["this process without its start time", String(process.pid), true],
    ["this process where start times are not shown", `${process.pid}.0.x`, true],
    ["no process at all", "nonsense", false],
    ["an empty name", "", false],
    ["pid 0, which would be the whole group", "0.0.x", false],
  ])("is judged for %s", async (_what, name, alive) => {
    expect(await isOwnerAlive(name)).toBe(alive);
  });
});
