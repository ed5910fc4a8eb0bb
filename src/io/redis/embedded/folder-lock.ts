/*
 * A lock between processes of one machine, which survives that any of them is killed at any moment.
 *
 *   lock ─▶ 4711.88231.5f0c…        a symbolic link whose target is the holder's name, and no file
 *
 * Making a link is atomic and brings its content with it: there is no moment at which a lock exists and
 * does not yet say whose it is. Taking a dead holder's lock is the delicate part, since a process that saw
 * the dead one may act late, when another holds the lock already. So a dead holder's lock is only ever
 * removed under a second lock named after that holder (`lock.4711.88231.5f0c…`), by someone who looked
 * again: the late one finds another name and removes nothing. A process killed while removing leaves a
 * dead second lock, for which the same holds.
 */
import { readFile, readlink, rm, stat, symlink } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { isOwnerAlive, newOwnerName } from "./process-identity.ts";

const POLL_MS = 50;
/** Longer than a server may take to start, which is done under the lock. */
const LOCK_TIMEOUT_MS = 150_000;
/** A plain file in the lock's place without a name in it (a writer killed early) counts as dead after this. */
const NAMELESS_DEAD_AFTER_MS = 10_000;
/** A file's content becomes part of a file name: no longer than a name of ours, about 60 characters. */
const MAX_NAME_CHARS = 80;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** @returns the holder's name, "" for a plain file that names nobody, undefined where there is no lock */
async function holderOf(path: string): Promise<string | undefined> {
  try {
    return await readlink(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    // EINVAL: not a link, thus a plain file as another program or version would write it.
    if (codeOf(error) !== "EINVAL") throw error;
  }
  const content = await readFile(path, "utf8").catch(() => "");
  return content
    .trim()
    .replace(/[^\w.-]/g, "_")
    .slice(0, MAX_NAME_CHARS);
}

async function isDead(path: string, holder: string): Promise<boolean> {
  if (holder !== "") return !(await isOwnerAlive(holder));
  const file = await stat(path).catch(() => undefined);
  return file !== undefined && Date.now() - file.mtimeMs > NAMELESS_DEAD_AFTER_MS;
}

async function tryTake(path: string, name: string): Promise<boolean> {
  try {
    await symlink(name, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * Removes a lock, provided that this holder still has it and is dead.
 * @param holder as it was read from the lock a while ago
 * @param timeoutMs how long another process that is at the same is waited for
 */
export async function removeDeadLock(path: string, holder: string, timeoutMs: number): Promise<void> {
  await withLock(
    `${path}.${holder === "" ? "nameless" : holder}`,
    async () => {
      if ((await holderOf(path)) === holder && (await isDead(path, holder))) await rm(path, { force: true });
    },
    timeoutMs,
  );
}

/**
 * Does the work while no other process (and no other call in this one) has the lock. Not reentrant.
 * @param path where the lock lies; its folder must exist
 * @param timeoutMs how long a living holder is waited for
 * @throws Error naming path, holder and limit where a living holder keeps the lock for longer
 */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
  timeoutMs = LOCK_TIMEOUT_MS,
): Promise<T> {
  const name = await newOwnerName();
  const giveUpAt = Date.now() + timeoutMs;
  while (!(await tryTake(path, name))) {
    const holder = await holderOf(path);
    if (holder === undefined) continue;
    if (await isDead(path, holder)) await removeDeadLock(path, holder, timeoutMs);
    else if (Date.now() >= giveUpAt)
      throw new Error(`${path} is held by process ${holder || "(no name)"} for over ${timeoutMs} ms`);
    else await sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}
