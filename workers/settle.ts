/* Ending a URL: the step and the outcome in one write, and the stage's result that says so. */
import type { UrlKey } from "../src/core/model.ts";
import type { Outcome } from "../src/core/outcome.ts";
import type { UrlStore } from "../src/io/redis/url-store.ts";
import type { Stage } from "../src/pipeline.ts";
import type { StageResult } from "./stage-worker.ts";

export type SettleUrl = (urlKey: UrlKey, stage: Stage, outcome: Outcome) => Promise<StageResult>;

export const settled = (outcome: Outcome): StageResult => ({ kind: "settled", outcome });

export function createSettleUrl(urls: UrlStore, now: () => number): SettleUrl {
  return async (urlKey, stage, outcome) => {
    const message = "message" in outcome ? outcome.message : undefined;
    const rule = "rule" in outcome ? outcome.rule : "error" in outcome ? outcome.error : undefined;
    await urls.settle(urlKey, { stage, result: outcome.kind, at: now(), message, rule }, outcome);
    return settled(outcome);
  };
}
