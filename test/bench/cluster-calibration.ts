/*
 * What this machine's Redis does at best, printed beside the figures of the index: a placing is a few round
 * trips and some 40 look-ups in scripts, so this is what bounds it. `prototype's script` is 17 times HGET
 * and HSET in small hashes, which is what the design's prototype did for an article.
 */
import type { Redis } from "ioredis";
import { quantile, serverCpuUs } from "./cluster-measure.ts";
import { print, printTable } from "./report.ts";

const WARM_UP = 500;
const ROUND_TRIPS = 3_000;
const PIPELINED = 20_000;
const IN_FLIGHT = 64;
const ANCHORS = 17;
const FIELDS = 32;
const ENTRIES_OF_FIELD = "x".repeat(40);
const P50 = 0.5;
const P99 = 0.99;

const SCRIPT = `for i = 1, #KEYS do
  local entries = redis.call("HGET", KEYS[i], ARGV[1])
  redis.call("HSET", KEYS[i], ARGV[1], string.sub(entries, 6) .. "12345")
end
return #KEYS`;

type Row = [name: string, p50: number, p99: number, perSecond: number, serverUs: number, nodeUs: number];

async function measure(redis: Redis, name: string, once: () => Promise<unknown>): Promise<Row> {
  for (let i = 0; i < WARM_UP; i++) await once();
  const waits: number[] = [];
  for (let i = 0; i < ROUND_TRIPS; i++) {
    const startedAt = performance.now();
    await once();
    waits.push((performance.now() - startedAt) * 1_000);
  }
  waits.sort((a, b) => a - b);
  const [serverBefore, nodeBefore, startedAt] = [
    await serverCpuUs(redis),
    process.cpuUsage(),
    performance.now(),
  ];
  for (let done = 0; done < PIPELINED; done += IN_FLIGHT) {
    await Promise.all(Array.from({ length: IN_FLIGHT }, once));
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(nodeBefore);
  const serverUs = ((await serverCpuUs(redis)) - serverBefore) / PIPELINED;
  return [
    name,
    Math.round(quantile(waits, P50)),
    Math.round(quantile(waits, P99)),
    Math.round(PIPELINED / seconds),
    Number(serverUs.toFixed(1)),
    Number(((user + system) / PIPELINED).toFixed(1)),
  ];
}

/** Prints p50 and p99 of one round trip at a time, and rate and processor time with 64 under way. */
export async function printCalibration(redis: Redis, prefix: string): Promise<void> {
  const buckets = Array.from({ length: ANCHORS }, (_, i) => `${prefix}:calibration:${i}`);
  for (const bucket of buckets) {
    const fields = Array.from({ length: FIELDS }, (_, i) => [String(i), ENTRIES_OF_FIELD]).flat();
    await redis.hset(bucket, ...fields);
  }
  const sha = String(await redis.script("LOAD", SCRIPT));
  const rows = [
    await measure(redis, "PING", () => redis.ping()),
    await measure(redis, "prototype's script", () => redis.evalsha(sha, ANCHORS, ...buckets, "16")),
  ];
  await redis.unlink(...buckets);
  print("this machine, one at a time and 64 under way");
  printTable(["", "p50 us", "p99 us", "per second", "us of Redis", "us of Node"], rows);
}
