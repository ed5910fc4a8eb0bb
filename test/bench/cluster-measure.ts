/* What the parts of the benchmark of the cluster index measure with. */
import type { Redis } from "ioredis";

const US_PER_S = 1_000_000;
const KEYS_AT_ONCE = 2_000;

export async function serverNumber(redis: Redis, section: string, field: string): Promise<number> {
  const info = await redis.info(section);
  return Number(new RegExp(`${field}:([\\d.]+)`).exec(info)?.[1] ?? Number.NaN);
}

/** Processor time the server has used for itself and its system calls, us. */
export async function serverCpuUs(redis: Redis): Promise<number> {
  const user = await serverNumber(redis, "cpu", "used_cpu_user");
  return (user + (await serverNumber(redis, "cpu", "used_cpu_sys"))) * US_PER_S;
}

/** @param sorted ascending @param share 0 to 1 */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(sorted.length * share)] ?? Number.NaN;

/** `wirefold:{c}:evidence:12:3f0` is of the kind `c evidence`. */
const kindOf = (key: string): string => {
  const [, tag = "", kind = ""] = /\{(\w)[^}]*\}:([a-z]+|\d+)/.exec(key) ?? [];
  return `${tag} ${/\d/.test(kind) ? "anchors" : kind}`;
};

/** MEMORY USAGE of all keys, in bytes per article; the server's own tables come on top. */
export async function bytesByKind(redis: Redis, prefix: string, stored: number): Promise<string> {
  const bytes = new Map<string, number>();
  for await (const names of redis.scanStream({ match: `${prefix}*`, count: KEYS_AT_ONCE })) {
    const sizes = await Promise.all(
      (names as string[]).map((key) => redis.memory("USAGE", key, "SAMPLES", 0)),
    );
    for (const [i, key] of (names as string[]).entries()) {
      bytes.set(kindOf(key), (bytes.get(kindOf(key)) ?? 0) + Number(sizes[i] ?? 0));
    }
  }
  const sorted = [...bytes].sort(([, a], [, b]) => b - a);
  return `  bytes: ${sorted.map(([kind, sum]) => `${kind} ${(sum / stored).toFixed(0)}`).join(", ")}`;
}

export async function deleteKeys(redis: Redis, prefix: string): Promise<void> {
  for await (const names of redis.scanStream({ match: `${prefix}*`, count: KEYS_AT_ONCE })) {
    if ((names as string[]).length > 0) await redis.unlink(...(names as string[]));
  }
}
