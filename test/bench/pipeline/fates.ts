/* What became of each page: its outcome, when it came, and the cluster it ended in. */
import { setTimeout as sleep } from "node:timers/promises";
import type { UrlKey } from "../../../src/core/model.ts";
import type { Outcome } from "../../../src/core/outcome.ts";
import { canonicalUrl } from "../../../src/core/url/canonical-url.ts";
import { urlKey } from "../../../src/core/url/ids.ts";
import type { Service } from "../../../src/io/service.ts";
import type { ServedPage } from "./page-server.ts";

export interface Fate {
  readonly page: ServedPage;
  readonly outcome: Outcome | undefined;
  /** Of the cluster as it is at the end, whatever it was called when the page joined it. */
  readonly clusterId: string | undefined;
  readonly offeredAt: number;
  /** When the last step ended, ms since epoch. */
  readonly endedAt: number;
}

const LOOK_INTERVAL_MS = 250;
/** Only the first of those that wait are asked for: all must come in the end, and looking costs little. */
const LOOKED_AT = 50;
/** Longer than any retry of a page that failed once takes. */
const STANDSTILL_MS = 60_000;
const BATCH = 500;

function keyOf(page: ServedPage): UrlKey {
  const canonical = canonicalUrl(page.url);
  if (canonical.kind === "refused") throw new Error(`the generator made a bad URL: ${canonical.message}`);
  return urlKey(canonical.url);
}

/** Waits until every page has its outcome, or nothing more has come for a minute. */
export async function waitForOutcomes(service: Service, pages: readonly ServedPage[]): Promise<void> {
  let pending = pages.map(keyOf);
  let lastProgressAt = Date.now();
  while (pending.length > 0 && Date.now() - lastProgressAt < STANDSTILL_MS) {
    const first = pending.slice(0, LOOKED_AT);
    const outcomes = await service.urls.outcomes(first);
    const still = first.filter((_key, index) => outcomes[index] === undefined);
    if (still.length < first.length) lastProgressAt = Date.now();
    pending = [...still, ...pending.slice(LOOKED_AT)];
    // Whole batches that are done are passed over without a rest.
    if (still.length > 0) await sleep(LOOK_INTERVAL_MS);
  }
}

async function readFate(service: Service, page: ServedPage): Promise<Fate> {
  const record = await service.urls.get(keyOf(page));
  const outcome = record?.outcome;
  const articleId = outcome?.kind === "clustered" ? outcome.articleId : undefined;
  return {
    page,
    outcome,
    clusterId: articleId && (await service.index.clusterOf(articleId)),
    offeredAt: record?.offeredAt ?? Number.NaN,
    endedAt: record?.steps.at(-1)?.at ?? Number.NaN,
  };
}

export async function readFates(service: Service, pages: readonly ServedPage[]): Promise<Fate[]> {
  const fates: Fate[] = [];
  for (let start = 0; start < pages.length; start += BATCH) {
    const batch = pages.slice(start, start + BATCH);
    fates.push(...(await Promise.all(batch.map((page) => readFate(service, page)))));
  }
  return fates;
}
