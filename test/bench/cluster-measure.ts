/* What the parts of the benchmark of the cluster index measure with. */
import type { Redis } from "ioredis";

const US_PER_S = 1_000_000;

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
