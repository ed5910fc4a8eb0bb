/*
 * Names a process so that the name fits no later one: its pid is given to another process once it has
 * ended, its pid together with its start time is not. The start time is read where the system shows it
 * (Linux: field 22 of /proc/<pid>/stat, in clock ticks since boot); elsewhere the pid alone has to do.
 */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";

/** Fields of /proc/<pid>/stat, counted from 0 behind the command's closing bracket: 3 and 22 in proc(5). */
const STATE_FIELD = 0;
const START_FIELD = 19;
/** Ended, but not yet reaped by its parent: still has a pid, does nothing any more. */
const ZOMBIE = "Z";
/** Stands for the start time where the system does not show it. */
const UNKNOWN_START = "0";

interface ProcessStat {
  readonly state: string;
  readonly start: string;
}

async function statOf(pid: number): Promise<ProcessStat | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  if (line === undefined) return undefined;
  // The command stands in brackets and may itself hold blanks and brackets: fields are counted behind it.
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  return { state: fields[STATE_FIELD] ?? "", start: fields[START_FIELD] ?? UNKNOWN_START };
}

function hasPid(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** @returns `pid.start.uuid` of this process: fit for a file name, another one at every call */
export async function newOwnerName(): Promise<string> {
  const stat = await statOf(process.pid);
  return `${process.pid}.${stat?.start ?? UNKNOWN_START}.${randomUUID()}`;
}

/** @param owner as newOwnerName wrote it; a bare pid is understood too, other text names no process */
export async function isOwnerAlive(owner: string): Promise<boolean> {
  const [, digits, start = UNKNOWN_START] = /^(\d+)(?:\.(\d+)\.|\.|$)/.exec(owner) ?? [];
  const pid = Number(digits ?? 0);
  if (pid === 0 || !hasPid(pid)) return false;
  const stat = await statOf(pid);
  if (stat === undefined) return true;
  return stat.state !== ZOMBIE && (start === UNKNOWN_START || start === stat.start);
}
