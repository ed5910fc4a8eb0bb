/* The bench's figures, printed for people. */
import { print, printTable, rounded } from "../report.ts";
import type { Fate } from "./fates.ts";
import { pairScores } from "./pair-scores.ts";
import type { Usage } from "./process-sampler.ts";
import type { StageTime } from "./stage-times.ts";

/** Issue "The pipeline, end to end", speed and memory to reach. */
const TARGET_ARTICLES_PER_SECOND = 40;
const TARGET_MEGABYTES = 700;
const BYTES_PER_MEGABYTE = 1e6;
const BYTES_PER_KILOBYTE = 1e3;
const MS_PER_SECOND = 1e3;
const PERCENT = 100;
const SHOWN_LOSSES = 20;
/** Threads that used less are not worth a line. */
const LEAST_SHOWN_SECONDS = 0.05;

export interface Measured {
  readonly fates: readonly Fate[];
  readonly usage: Usage;
  readonly stages: readonly StageTime[];
  readonly stories: number;
  readonly hosts: number;
  readonly fullAnchors: number;
  /** Of the service, stopped by SIGTERM. */
  readonly exitStatus: number | null;
}

const megabytes = (bytes: number): number => rounded(bytes / BYTES_PER_MEGABYTE, 0);
const percent = (share: number): string => `${rounded(share * PERCENT, 2)} %`;
const verdict = (reached: boolean): string => (reached ? "reached" : "MISSED");
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function printCorpus({ fates, stories, hosts }: Measured): void {
  const sizes = fates.map(({ page }) => page.bytes);
  const gzipped = fates.map(({ page }) => page.gzippedBytes);
  print(`
corpus: ${fates.length} pages of ${stories} stories (${percent(stories / fates.length)} distinct) on ${hosts} hosts
  page: median ${rounded(median(sizes) / BYTES_PER_KILOBYTE, 0)} kB, gzipped ${rounded(median(gzipped) / BYTES_PER_KILOBYTE, 0)} kB`);
}

function printSpeed({ fates }: Measured): void {
  const ended = fates.filter(({ endedAt }) => !Number.isNaN(endedAt));
  const startedAt = Math.min(...ended.map(({ offeredAt }) => offeredAt));
  const seconds = (Math.max(...ended.map(({ endedAt }) => endedAt)) - startedAt) / MS_PER_SECOND;
  const articles = fates.filter(({ outcome }) => outcome?.kind === "clustered").length;
  const rate = articles / seconds;
  const halfAt = median(ended.map(({ endedAt }) => endedAt - startedAt)) / MS_PER_SECOND;
  print(`
speed, first offer to last outcome: ${articles} articles in ${rounded(seconds, 2)} s
  ${rounded(rate)} articles/s, target ${TARGET_ARTICLES_PER_SECOND}: ${verdict(rate >= TARGET_ARTICLES_PER_SECOND)} (half of them ended after ${rounded(halfAt, 2)} s)`);
}

function printMemory({ usage }: Measured): void {
  const peak = (name: string): number => megabytes(usage.groups.get(name)?.peakBytes ?? 0);
  const [wirefold, redis] = [peak("wirefold"), peak("redis")];
  print(`
resident memory, peak: wirefold ${wirefold} MB, target below ${TARGET_MEGABYTES}: ${verdict(wirefold < TARGET_MEGABYTES)}
  Redis ${redis} MB; both together ${wirefold + redis} MB (peaks added)`);
}

function printStages({ stages }: Measured): void {
  const used = stages.filter(({ jobs }) => jobs > 0);
  const total = sum(used.map(({ seconds }) => seconds));
  print("\ntime of jobs by stage (waiting for network, threads and Redis included)");
  printTable(
    ["stage", "jobs", "seconds", "ms/job", "share %"],
    used.map(({ stage, jobs, seconds }) => [
      stage,
      jobs,
      rounded(seconds, 2),
      rounded((seconds / jobs) * MS_PER_SECOND, 2),
      rounded((seconds / total) * PERCENT),
    ]),
  );
}

function printProcessors({ usage, fates }: Measured): void {
  const total = sum([...usage.groups.values()].map(({ cpuSeconds }) => cpuSeconds));
  const row = (name: string, seconds: number): Array<string | number> => [
    name,
    rounded(seconds, 2),
    rounded((seconds / fates.length) * MS_PER_SECOND, 2),
    rounded((seconds / total) * PERCENT),
  ];
  const rows = [...usage.groups].flatMap(([name, { cpuSeconds, threads }]) => [
    row(name, cpuSeconds),
    ...[...threads]
      .filter(([, seconds]) => seconds >= LEAST_SHOWN_SECONDS)
      .map(([thread, seconds]) => row(`  ${thread}`, seconds)),
  ]);
  print("\nprocessor time by process and thread");
  printTable(["process", "seconds", "ms/page", "share %"], rows);
  print(`  other work on this machine meanwhile: ${rounded(usage.otherCpuSeconds, 2)} s`);
}

function printOutcomes({ fates }: Measured): void {
  const counts = new Map<string, number>();
  for (const { outcome } of fates) {
    const word = outcome?.kind ?? "no outcome";
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  print("\noutcomes");
  printTable(["outcome", "pages"], [...counts].sort());
}

function printPairs({ fates, fullAnchors }: Measured): void {
  const scores = pairScores(fates.map(({ page, clusterId }) => ({ storyId: page.storyId, clusterId })));
  print(`
clusters against the truth, in pairs of pages: ${scores.truePairs} true, ${scores.foundPairs} found
  precision ${percent(scores.precision)}, recall ${percent(scores.recall)}; anchors found full ${fullAnchors} times`);
}

/** Every page is an article of its own: anything but `clustered` is a loss. */
function printLosses({ fates, exitStatus }: Measured): boolean {
  const lost = fates.filter(({ outcome, clusterId }) => outcome?.kind !== "clustered" || !clusterId);
  if (lost.length > 0) print(`\n${lost.length} pages lost or without outcome:`);
  for (const { page, outcome } of lost.slice(0, SHOWN_LOSSES))
    print(`  ${page.url}: ${outcome ? JSON.stringify(outcome) : "no outcome"}`);
  if (exitStatus !== 0) print(`\nthe service ended with ${exitStatus} after SIGTERM, not 0`);
  return lost.length === 0 && exitStatus === 0;
}

/** @returns false where an outcome is missing, an article lost, or the service did not end well */
export function printReport(measured: Measured): boolean {
  printCorpus(measured);
  printSpeed(measured);
  printMemory(measured);
  printStages(measured);
  printProcessors(measured);
  printOutcomes(measured);
  printPairs(measured);
  return printLosses(measured);
}
