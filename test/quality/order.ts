/*
 * `npm run quality:order`: one partition, whatever the order of arrival and the number of writers.
 *
 *   npm run quality:order [-- --orders 100] [--redis-orders 10]
 *
 * All texts of FNC train and Reuters arrive in random orders, 1, 2, 3 and 4 writers in turn, each with several
 * placings under way: at the index in memory, which is the specification, and at the one in Redis, on a server
 * of this command's own. Fingerprints are made once, and each ordered pair is decided once per kind of index:
 * both are pure. The partition is held against that by brute force, on which `quality:cluster` measures.
 *
 * Anchors with more texts than an index keeps are counted. What an index sees of the pairs then depends on the
 * order, but it lies between all pairs and those that are left without these anchors: where both give one
 * partition, every order does.
 *
 * Exit code 1 if there is more than one partition.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Redis } from "ioredis";
import { closeWhenInterrupted } from "../../src/cli/interruption.ts";
import { createPairDecision } from "../../src/core/cluster/compare.ts";
import { joinEmbeddedRedis } from "../../src/io/redis/embedded/embedded-redis.ts";
import { hasEvaluationData } from "./cluster-data.ts";
import {
  type Arrival,
  type ArrivingText,
  arriveInMemory,
  decidedOnce,
  MAX_WRITERS,
  type NamedPartition,
  readArriving,
} from "./order-arrivals.ts";
import { clustersByBruteForce, fullAnchorsOf, withoutAnchors } from "./order-brute-force.ts";
import { arriveInRedis } from "./order-redis.ts";

const MS_PER_S = 1_000;

const { values: options } = parseArgs({
  options: { orders: { type: "string", default: "100" }, "redis-orders": { type: "string", default: "10" } },
});

const sinceS = (startedAt: number): string => ((performance.now() - startedAt) / MS_PER_S).toFixed(0);
const inWords = ({ name, clusters, members }: NamedPartition): string =>
  `partition ${name}, ${clusters} clusters of ${members} texts`;

/** True if all orders led to the expected partition. */
function report(
  where: string,
  arrivals: readonly Arrival[],
  expected: NamedPartition,
  startedAt: number,
): boolean {
  const names = new Set(arrivals.map(({ partition }) => partition.name));
  const isOne = names.size === 1 && names.has(expected.name);
  const verdict = names.size === 1 ? "1 partition, identical" : `${names.size} partitions`;
  const found = arrivals[0] ? inWords(arrivals[0].partition) : "none";
  const beside = isOne ? "that by brute force" : `NOT that by brute force: ${[...names].join(", ")}`;
  const full = Math.max(...arrivals.map(({ fullAnchors }) => fullAnchors));
  console.log(
    `${isOne ? " " : "!"} order: ${arrivals.length} random arrival orders of FNC train + Reuters, 1 to ${MAX_WRITERS} writers -> ${verdict} (${where})`,
  );
  console.log(
    `    ${found}, ${beside}; an anchor was found full ${full} times per order at most; ${sinceS(startedAt)} s`,
  );
  return isOne;
}

async function inMemory(texts: readonly ArrivingText[], orders: number): Promise<Arrival[]> {
  const decide = decidedOnce(createPairDecision());
  const arrivals: Arrival[] = [];
  for (let n = 0; n < orders; n++) arrivals.push(await arriveInMemory(texts, decide, n));
  return arrivals;
}

/** A server of this command's own; `close` stops it, and so does Ctrl-C. */
async function startRedis(): Promise<{ redis: Redis; url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "wirefold-order-"));
  const { url, leave } = await joinEmbeddedRedis(folder, console.info);
  const redis = new Redis(url);
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    redis.disconnect();
    stopping ??= leave().then(() => rm(folder, { recursive: true, force: true }));
    return stopping;
  };
  const stopListening = closeWhenInterrupted(stop);
  await redis.config("SET", "appendonly", "no");
  return { redis, url, close: () => stop().finally(stopListening) };
}

async function inRedis(texts: readonly ArrivingText[], orders: number): Promise<Arrival[]> {
  const { redis, url, close } = await startRedis();
  // Not the memory's: these decide on records that Redis has given back.
  const decide = decidedOnce(createPairDecision());
  try {
    const arrivals: Arrival[] = [];
    for (let n = 0; n < orders; n++) {
      await redis.flushdb();
      arrivals.push(await arriveInRedis(texts, { url, prefix: "order" }, decide, n));
    }
    return arrivals;
  } finally {
    await close();
  }
}

/** True if the partition is one for every order there is: see above. */
function reportFullAnchors(texts: readonly ArrivingText[], expected: NamedPartition): boolean {
  const full = fullAnchorsOf(texts);
  if (full.size === 0) return true;
  const { partition } = clustersByBruteForce(withoutAnchors(texts, full));
  const isOne = partition.name === expected.name;
  const sizes = [...full.values()].sort((a, b) => b - a);
  console.log(
    `${isOne ? " " : "!"} anchors with more texts than an index keeps: ${full.size} (${sizes.join(", ")} texts); without them ${isOne ? "the same partition: no order can give another" : inWords(partition)}`,
  );
  return isOne;
}

async function main(): Promise<number> {
  if (!hasEvaluationData) {
    console.log("skipped: no evaluation data");
    return process.env.WIREFOLD_DATA === "required" ? 1 : 0;
  }
  const texts = readArriving(["fnc1-train", "reuters21578"]);
  console.log(`${texts.length} texts, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`);
  const { pairs, partition } = clustersByBruteForce(texts);
  console.log(`  by brute force over ${pairs} pairs: ${inWords(partition)}`);
  const verdicts = [reportFullAnchors(texts, partition)];
  const ways = [
    { where: "in memory", orders: Number(options.orders), arrive: inMemory },
    { where: "in Redis", orders: Number(options["redis-orders"]), arrive: inRedis },
  ];
  for (const { where, orders, arrive } of ways) {
    if (orders === 0) continue;
    const startedAt = performance.now();
    verdicts.push(report(where, await arrive(texts, orders), partition, startedAt));
  }
  return verdicts.every(Boolean) ? 0 : 1;
}

process.exitCode = await main();
