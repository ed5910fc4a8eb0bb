/* wirefold enqueue --wait: asks what became of the offered URLs until each has its outcome. */
import { setTimeout as sleep } from "node:timers/promises";
import type { UrlKey } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import type { Service } from "../io/service.ts";
import { clippedUrl, print, printFirst, shown, table } from "./terminal.ts";
import { warnWithoutWorkers } from "./without-workers.ts";

/** URLs asked about in one round trip. */
const SLICE = 500;
const LEAST_REST_MS = 200;
const LONGEST_REST_MS = 2_000;
/** Of rest for each pending URL, so that asking stays a small part of Redis' work: 10,000 URLs rest 2 s. */
const REST_MS_PER_URL = 0.2;

/** @returns ms between two rounds of asking for so many URLs, 200 to 2,000 */
export function restMs(pending: number): number {
  return Math.min(LONGEST_REST_MS, Math.max(LEAST_REST_MS, pending * REST_MS_PER_URL));
}

export interface WaitOptions {
  readonly limitMs: number;
  /** The limit as the user wrote it. */
  readonly limit: string;
  /** Told after each slice how many URLs have their outcome. */
  readonly onSettled: (settled: number) => void;
}

/** @returns the outcomes there were when all had one or the limit was reached */
export async function waitForOutcomes(
  service: Service,
  urlKeys: Iterable<UrlKey>,
  { limitMs, limit, onSettled }: WaitOptions,
): Promise<Map<UrlKey, Outcome>> {
  const pending = new Set(urlKeys);
  const outcomes = new Map<UrlKey, Outcome>();
  const giveUpAt = Date.now() + limitMs;
  for (let round = 0; pending.size > 0; round++) {
    const asked = [...pending];
    for (let from = 0; from < asked.length; from += SLICE) {
      const slice = asked.slice(from, from + SLICE);
      const answers = await service.urls.outcomes(slice);
      slice.forEach((urlKey, i) => {
        const outcome = answers[i];
        if (!outcome) return;
        outcomes.set(urlKey, outcome);
        pending.delete(urlKey);
      });
      onSettled(outcomes.size);
    }
    if (pending.size === 0) break;
    if (round === 0) await warnWithoutWorkers(service, ["fetch", "extract"], limit);
    if (Date.now() >= giveUpAt) break;
    await sleep(Math.min(restMs(pending.size), Math.max(0, giveUpAt - Date.now())));
  }
  return outcomes;
}

/** Outcomes with an article behind the URL; all others, and none yet, make the exit status 1. */
const SUCCESSES: ReadonlySet<Outcome["kind"]> = new Set(["clustered", "duplicate-url", "not-modified"]);

/**
 * @param waiting the URLs by key, in the order of their offers
 * @returns whether each has an article
 */
export function printOutcomes(
  waiting: ReadonlyMap<UrlKey, string>,
  outcomes: ReadonlyMap<UrlKey, Outcome>,
  json: boolean,
): boolean {
  const counts = new Map<string, number>();
  const messages: string[] = [];
  let allSucceeded = true;
  for (const [urlKey, url] of waiting) {
    const outcome = outcomes.get(urlKey);
    const word = outcome?.kind ?? "no outcome yet";
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (outcome === undefined || !SUCCESSES.has(outcome.kind)) allSucceeded = false;
    if (json) print(JSON.stringify({ url, urlKey, outcome: outcome ?? null }));
    else if (outcome && "message" in outcome)
      messages.push(`${outcome.kind} ${clippedUrl(url)}: ${shown(outcome.message)}`);
  }
  printFirst(messages, "without an article");
  if (!json) print(table(["outcome", "count"], [...counts].sort()));
  return allSucceeded;
}
