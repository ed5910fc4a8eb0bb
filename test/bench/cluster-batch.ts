/*
 * Measures the batch partition on the evaluation sets: fingerprint + candidates + decision, texts per second.
 *
 *   npm run bench:dedupe
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type BatchArticle, clusterBatch } from "../../src/core/cluster/batch.ts";
import { fingerprint } from "../../src/core/fingerprint/fingerprint.ts";

const FOLDER = new URL("../../../shared/data/neardup/", import.meta.url);
const SETS = ["fnc1-train", "reuters21578", "basil", "abp-sample"];
const ROUNDS = 3;
const US_PER_S = 1_000_000;

function readSet(name: string): BatchArticle[] {
  const lines = gunzipSync(readFileSync(new URL(`${name}.jsonl.gz`, FOLDER)))
    .toString("utf8")
    .split("\n");
  return lines.filter(Boolean).map((line) => {
    const { id, text, url, published } = JSON.parse(line);
    return { id: `${name}:${id}`, text, url, datePublished: published };
  });
}

/** Processor time, so that other work on the machine counts less. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / US_PER_S;
}

function main(): void {
  if (!existsSync(FOLDER)) {
    console.log("skipped: no evaluation data");
    return;
  }
  const articles = SETS.flatMap(readSet);
  const meanLength = articles.reduce((sum, { text }) => sum + text.length, 0) / articles.length;
  console.log(
    `Node ${process.version}, ${articles.length} texts of ${meanLength.toFixed(0)} characters on average`,
  );
  for (let round = 1; round <= ROUNDS; round++) {
    const fingerprintS = cpuSeconds(() => {
      for (const { text } of articles) fingerprint(text);
    });
    const batchS = cpuSeconds(() => {
      clusterBatch(articles);
    });
    const perSecond = (seconds: number): string => (articles.length / seconds).toFixed(0);
    console.log(
      `round ${round}: fingerprints ${perSecond(fingerprintS)}/s, whole batch ${perSecond(batchS)} texts/s of CPU`,
    );
  }
}

main();
