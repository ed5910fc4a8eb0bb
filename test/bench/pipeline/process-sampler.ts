/*
 * Resident memory and processor time of process trees, read from /proc (Linux only).
 * Memory is sampled, since its peak counts; processor time is a running sum of the kernel's.
 */
import { readdirSync, readFileSync } from "node:fs";

/** Reading all of /proc takes some milliseconds of the two cores that are measured. */
const SAMPLE_INTERVAL_MS = 500;
/** USER_HZ: fixed at 100 in the kernel's interface to programs. */
const TICKS_PER_SECOND = 100;
const BYTES_PER_KIB = 1024;
/** Positions in /proc/<pid>/stat behind the name, which stands in parentheses: proc_pid_stat(5). */
const PARENT_FIELD = 1;
const USER_TICKS_FIELD = 11;
const SYSTEM_TICKS_FIELD = 12;

interface ThreadTime {
  readonly name: string;
  readonly seconds: number;
}

export interface GroupUsage {
  /** Largest sum over the group's processes at one moment, bytes. */
  readonly peakBytes: number;
  /** Mean of that sum over the samples, bytes. */
  readonly meanBytes: number;
  readonly cpuSeconds: number;
  /** Processor seconds by thread name; the first thread of a process is `main thread`. */
  readonly threads: ReadonlyMap<string, number>;
}

interface StatLine {
  readonly name: string;
  readonly parent: number;
  readonly seconds: number;
}

/** undefined where the process or thread has ended. */
function readStat(path: string): StatLine | undefined {
  try {
    const line = readFileSync(path, "utf8");
    const nameEnd = line.lastIndexOf(")");
    const fields = line.slice(nameEnd + 2).split(" ");
    const ticks = Number(fields[USER_TICKS_FIELD]) + Number(fields[SYSTEM_TICKS_FIELD]);
    return {
      name: line.slice(line.indexOf("(") + 1, nameEnd),
      parent: Number(fields[PARENT_FIELD]),
      seconds: ticks / TICKS_PER_SECOND,
    };
  } catch {
    return undefined;
  }
}

function residentBytes(pid: number): number {
  try {
    const kib = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kib ?? 0) * BYTES_PER_KIB;
  } catch {
    return 0; // ended meanwhile
  }
}

interface Root {
  readonly pid: number;
  readonly descendants: boolean;
}

/** The roots and, where wanted, all their descendants that live now. */
function processTree(roots: readonly Root[]): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    const stat = Number.isInteger(pid) ? readStat(`/proc/${pid}/stat`) : undefined;
    if (stat) children.set(stat.parent, [...(children.get(stat.parent) ?? []), pid]);
  }
  const tree = roots.filter(({ descendants }) => descendants).map(({ pid }) => pid);
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return [...tree, ...roots.filter(({ descendants }) => !descendants).map(({ pid }) => pid)];
}

function threadTimes(pid: number): Array<[id: string, ThreadTime]> {
  let threads: string[];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
  return threads.flatMap((thread): Array<[string, ThreadTime]> => {
    const stat = readStat(`/proc/${pid}/task/${thread}/stat`);
    if (!stat) return [];
    const name = Number(thread) === pid ? "main thread" : stat.name;
    return [[thread, { name, seconds: stat.seconds }]];
  });
}

/** One named group of process trees, such as `wirefold`. */
class ProcessGroup {
  private readonly roots: Root[] = [];
  private readonly before = new Map<string, number>();
  private readonly threads = new Map<string, ThreadTime>();
  private peakBytes = 0;
  private sumBytes = 0;
  private samples = 0;

  /** What a process has used before it was added does not count. */
  add(root: Root): void {
    this.roots.push(root);
    for (const [id, { seconds }] of processTree([root]).flatMap(threadTimes)) this.before.set(id, seconds);
  }

  sample(): void {
    const tree = processTree(this.roots);
    const bytes = tree.reduce((sum, pid) => sum + residentBytes(pid), 0);
    this.peakBytes = Math.max(this.peakBytes, bytes);
    this.sumBytes += bytes;
    this.samples++;
    for (const [id, time] of tree.flatMap(threadTimes)) this.threads.set(id, time);
  }

  usage(): GroupUsage {
    const threads = new Map<string, number>();
    let cpuSeconds = 0;
    for (const [id, { name, seconds }] of this.threads) {
      const used = seconds - (this.before.get(id) ?? 0);
      cpuSeconds += used;
      threads.set(name, (threads.get(name) ?? 0) + used);
    }
    const meanBytes = this.samples === 0 ? 0 : this.sumBytes / this.samples;
    return { peakBytes: this.peakBytes, meanBytes, cpuSeconds, threads };
  }
}

/** Seconds all processors of the machine were busy since it started, with whatever work. */
function busySeconds(): number {
  const [first = ""] = readFileSync("/proc/stat", "utf8").split("\n");
  // cpu user nice system idle iowait irq softirq ...
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, softInterrupts = 0] = first
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + interrupts + softInterrupts) / TICKS_PER_SECOND;
}

export interface Usage {
  readonly groups: ReadonlyMap<string, GroupUsage>;
  /** Processor seconds of everything else on the machine meanwhile: figures taken beside it are too low. */
  readonly otherCpuSeconds: number;
}

export interface ProcessSampler {
  add(group: string, pid: number, options?: { readonly descendants: boolean }): void;
  /** Takes the last sample. */
  stop(): Usage;
}

export function startProcessSampler(): ProcessSampler {
  const groups = new Map<string, ProcessGroup>();
  const sample = (): void => {
    for (const group of groups.values()) group.sample();
  };
  const timer = setInterval(sample, SAMPLE_INTERVAL_MS);
  const busyBefore = busySeconds();
  return {
    add(name, pid, options) {
      const group = groups.get(name) ?? new ProcessGroup();
      groups.set(name, group);
      group.add({ pid, descendants: options?.descendants ?? true });
    },
    stop() {
      clearInterval(timer);
      sample();
      const usages = new Map([...groups].map(([name, group]) => [name, group.usage()]));
      const own = [...usages.values()].reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
      return { groups: usages, otherCpuSeconds: Math.max(0, busySeconds() - busyBefore - own) };
    },
  };
}
